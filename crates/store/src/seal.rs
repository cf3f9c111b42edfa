//! Sealing and opening: XChaCha20-Poly1305 with a random nonce, written `nonce ‖ ciphertext`.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use zeroize::Zeroizing;

use crate::options::{Random, random};

const NONCE: usize = 24;

/// A 256-bit key; wiped when dropped, never printed.
#[derive(Clone)]
pub(crate) struct SecretKey(Zeroizing<[u8; 32]>);

impl SecretKey {
    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn generate(source: &dyn Random) -> Self {
        Self(Zeroizing::new(random(source)))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key for another purpose, from which this one cannot be found.
    pub(crate) fn derive(&self, purpose: &'static str) -> Self {
        Self::new(blake3::derive_key(purpose, self.bytes()))
    }
}

/// Seals `plain`, bound to `bound`. `None` only if the text is longer than the cipher takes (256 GiB).
pub(crate) fn seal(key: &SecretKey, bound: &[u8], plain: &[u8], source: &dyn Random) -> Option<Vec<u8>> {
    let nonce: [u8; NONCE] = random(source);
    let cipher = XChaCha20Poly1305::new(key.bytes().into());
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: bound }).ok()?;
    let mut out = Vec::with_capacity(NONCE.saturating_add(sealed.len()));
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&sealed);
    Some(out)
}

/// Opens what [`seal`] made. `None` if anything was changed: key, binding, nonce or text.
pub(crate) fn open(key: &SecretKey, bound: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, text) = sealed.split_first_chunk::<NONCE>()?;
    let cipher = XChaCha20Poly1305::new(key.bytes().into());
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: text, aad: bound }).ok().map(Zeroizing::new)
}

/// Bytes that are bound to a sealed value: fields one after the other, each of known length.
pub(crate) struct Bound(Vec<u8>);

impl Bound {
    /// `domain` keeps values of different kinds from standing in for one another.
    pub(crate) fn new(domain: &str) -> Self {
        Self(Vec::with_capacity(128)).text(domain)
    }

    pub(crate) fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    pub(crate) fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    pub(crate) fn number(mut self, number: i64) -> Self {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    pub(crate) fn done(self) -> Vec<u8> {
        self.0
    }
}
