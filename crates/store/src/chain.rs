//! What an entry commits to: its header, its commitment, and the chain through its stream.
//!
//! The key id is not part of the header, so that a case key can be changed by encrypting again and
//! a text recorded in the wrong case can be removed while the chain still verifies.

use zeroize::Zeroizing;

use crate::{
    ids::{KeyClass, StreamId},
    seal::Bound,
};

/// A BLAKE3 value.
pub(crate) type Hash = [u8; 32];

/// Where a stream's chain begins; the stream is named in every header.
pub(crate) const START: Hash = [0; 32];

/// The readable part of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) stream: StreamId,
    pub(crate) seq: u64,
    pub(crate) tag: String,
    pub(crate) version: u16,
    pub(crate) class: KeyClass,
    pub(crate) at_micros: i64,
}

impl Header {
    /// One fixed form, so that two headers are equal exactly if their bytes are.
    pub(crate) fn encode(&self) -> Vec<u8> {
        Bound::new("holdfast/event/1")
            .bytes(&[self.stream.kind.byte(), self.class.byte()])
            .bytes(self.stream.id.as_bytes())
            .bytes(&self.seq.to_le_bytes())
            .bytes(&self.version.to_le_bytes())
            .number(self.at_micros)
            .text(&self.tag)
            .done()
    }
}

/// `BLAKE3(salt ‖ header ‖ payload)`: the salt lies inside the ciphertext, so that a reader of the
/// database cannot test guesses against it.
pub(crate) fn commitment(salt: &[u8; 32], header: &[u8], payload: &[u8]) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(salt).update(header).update(payload);
    *hasher.finalize().as_bytes()
}

/// `BLAKE3(previous ‖ header ‖ commitment)`.
pub(crate) fn link(previous: &Hash, header: &[u8], commitment: &Hash) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(previous).update(header).update(commitment);
    *hasher.finalize().as_bytes()
}

/// What goes into the ciphertext: the salt, then the payload.
pub(crate) fn salted(salt: &[u8; 32], payload: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut plain = Zeroizing::new(Vec::with_capacity(payload.len().saturating_add(32)));
    plain.extend_from_slice(salt);
    plain.extend_from_slice(payload);
    plain
}

/// The other way round.
pub(crate) fn unsalted(plain: &[u8]) -> Option<(&[u8; 32], &[u8])> {
    plain.split_first_chunk::<32>()
}
