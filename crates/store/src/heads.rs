//! Signed records of the heads each commit changed, chained per server process.
//!
//! The signing key lives only as long as the process: nobody can sign in the name of a process that
//! has ended. Each process begins by naming the ends of the chains it found, so that a whole chain
//! cannot be taken out unnoticed once another has begun.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use uuid::Uuid;

use crate::{
    chain::Hash,
    ids::{StreamId, StreamKind},
    options::{Random, random},
    seal::{Bound, SecretKey},
};

/// A server process as others see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Server {
    pub(crate) id: Uuid,
    pub(crate) public_key: [u8; 32],
    pub(crate) started_micros: i64,
    /// A keyed hash by the instance key over all of the above.
    pub(crate) certificate: Hash,
}

impl Server {
    fn certified(instance: Uuid, id: Uuid, public_key: &[u8; 32], started_micros: i64, key: &SecretKey) -> Hash {
        let said = Bound::new("holdfast/server/1")
            .bytes(instance.as_bytes())
            .bytes(id.as_bytes())
            .bytes(public_key)
            .number(started_micros)
            .done();
        *blake3::keyed_hash(key.bytes(), &said).as_bytes()
    }

    /// Whether whoever holds the instance key let this process in.
    pub(crate) fn is_certified(&self, instance: Uuid, key: &SecretKey) -> bool {
        let right = Self::certified(instance, self.id, &self.public_key, self.started_micros, key);
        blake3::Hash::from_bytes(right) == blake3::Hash::from_bytes(self.certificate)
    }

    /// Where the chain of its records begins.
    pub(crate) fn start(&self) -> Hash {
        self.certificate
    }

    /// Whether `signature` over `hash` is its own.
    pub(crate) fn signed(&self, hash: &Hash, signature: &[u8; 64]) -> bool {
        VerifyingKey::from_bytes(&self.public_key)
            .is_ok_and(|key| key.verify_strict(hash, &Signature::from_bytes(signature)).is_ok())
    }
}

/// This server process, with the key only it has.
pub(crate) struct Identity {
    pub(crate) server: Server,
    signing: SigningKey,
}

impl Identity {
    pub(crate) fn new(instance: Uuid, started_micros: i64, certify: &SecretKey, source: &dyn Random) -> Self {
        let id = Uuid::from_bytes(random(source));
        let signing = SigningKey::from_bytes(SecretKey::generate(source).bytes());
        let public_key = signing.verifying_key().to_bytes();
        let certificate = Server::certified(instance, id, &public_key, started_micros, certify);
        Self { server: Server { id, public_key, started_micros, certificate }, signing }
    }

    pub(crate) fn sign(&self, hash: &Hash) -> [u8; 64] {
        self.signing.sign(hash).to_bytes()
    }
}

/// The end of a server's chain of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tip {
    pub(crate) server: Uuid,
    pub(crate) n: u64,
    pub(crate) hash: Hash,
}

/// What one record says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Body {
    /// Ends of other chains; only in the first record of a process.
    pub(crate) found: Vec<Tip>,
    /// How many access rows this process has written, and the chain's value there.
    pub(crate) access_n: u64,
    pub(crate) access_chain: Hash,
    /// Streams with their new head and chain.
    pub(crate) heads: Vec<(StreamId, u64, Hash)>,
}

impl Body {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(64_usize.saturating_add(self.heads.len().saturating_mul(57)));
        put_count(&mut out, self.found.len());
        for tip in &self.found {
            out.extend_from_slice(tip.server.as_bytes());
            out.extend_from_slice(&tip.n.to_le_bytes());
            out.extend_from_slice(&tip.hash);
        }
        out.extend_from_slice(&self.access_n.to_le_bytes());
        out.extend_from_slice(&self.access_chain);
        put_count(&mut out, self.heads.len());
        for (stream, seq, chain) in &self.heads {
            out.push(stream.kind.byte());
            out.extend_from_slice(stream.id.as_bytes());
            out.extend_from_slice(&seq.to_le_bytes());
            out.extend_from_slice(chain);
        }
        out
    }

    /// `None` if it is not exactly what [`Body::encode`] writes.
    pub(crate) fn decode(bytes: &[u8]) -> Option<Self> {
        let mut rest = Reader(bytes);
        let mut body = Self::default();
        for _ in 0..rest.count()? {
            body.found.push(Tip { server: rest.uuid()?, n: rest.number()?, hash: rest.take()? });
        }
        body.access_n = rest.number()?;
        body.access_chain = rest.take()?;
        for _ in 0..rest.count()? {
            let [kind] = rest.take::<1>()?;
            let kind = StreamKind::from_code(i64::from(kind))?;
            body.heads.push((StreamId { kind, id: rest.uuid()? }, rest.number()?, rest.take()?));
        }
        rest.0.is_empty().then_some(body)
    }
}

fn put_count(out: &mut Vec<u8>, count: usize) {
    out.extend_from_slice(&u64::try_from(count).unwrap_or(u64::MAX).to_le_bytes());
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    fn count(&mut self) -> Option<u64> {
        self.number()
    }

    fn uuid(&mut self) -> Option<Uuid> {
        self.take().map(Uuid::from_bytes)
    }
}

/// What is signed: this record and, through `previous`, every one before it with its signature.
pub(crate) fn record_hash(previous: &Hash, server: Uuid, n: u64, at_micros: i64, body: &[u8]) -> Hash {
    let said = Bound::new("holdfast/heads/1")
        .bytes(previous)
        .bytes(server.as_bytes())
        .bytes(&n.to_le_bytes())
        .number(at_micros)
        .bytes(body)
        .done();
    *blake3::hash(&said).as_bytes()
}

/// What the next record builds on: the signature is chained too, so that one valid signature at the
/// end vouches for all before it and `verify` need not check each.
pub(crate) fn next_previous(hash: &Hash, signature: &[u8; 64]) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(hash).update(signature);
    *hasher.finalize().as_bytes()
}
