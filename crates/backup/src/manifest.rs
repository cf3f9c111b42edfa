//! What a segment says of itself. Readable: ids of the store, times, sizes and hashes, nothing else.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The form of all of this.
pub(crate) const FORMAT: &str = "holdfast-backup/1";

/// A file that a segment needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Piece {
    pub(crate) name: String,
    pub(crate) bytes: u64,
    pub(crate) blake3: String,
}

/// The copy of the keystore that belongs to a segment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeysPiece {
    pub(crate) piece: Piece,
    /// The hash of its rows, by which it is known whether there is anything new.
    pub(crate) rows: String,
    pub(crate) epoch: u64,
}

/// One segment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) format: String,
    pub(crate) instance: Uuid,
    pub(crate) segment: u64,
    /// The first segment of its generation, which everything in it begins from.
    pub(crate) generation: u64,
    /// The moment of which it is the state, microseconds since the Unix epoch.
    pub(crate) at_micros: i64,
    /// When its generation was begun.
    pub(crate) generation_micros: i64,
    /// The hash of the segment before it; none in the first of a generation.
    pub(crate) previous: Option<String>,
    pub(crate) rows: u64,
    pub(crate) entries: u64,
    pub(crate) parts: Vec<Piece>,
    pub(crate) keys: KeysPiece,
    /// How far it has come, sealed for the server.
    pub(crate) marks: Piece,
}

/// Which segment is the newest, so that a missing end is noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Latest {
    pub(crate) format: String,
    pub(crate) instance: Uuid,
    pub(crate) segment: u64,
    pub(crate) hash: String,
}

/// Where the newest segment is named.
pub(crate) const LATEST: &str = "latest.json";

/// Where a segment describes itself.
pub(crate) fn manifest_name(segment: u64) -> String {
    format!("data/{segment:08}.json")
}

/// The number of the segment that describes itself in this file.
pub(crate) fn segment_of(name: &str) -> Option<u64> {
    name.strip_prefix("data/")?.strip_suffix(".json")?.parse().ok()
}

/// Where a copy of the keystore lies.
pub(crate) fn keys_name(segment: u64, epoch: u64, at_micros: i64) -> String {
    format!("keys/{segment:08}-{epoch}-{at_micros}.age")
}

/// Segment, epoch and time of a copy of the keystore.
pub(crate) fn keys_of(name: &str) -> Option<(u64, u64, i64)> {
    let mut parts = name.strip_prefix("keys/")?.strip_suffix(".age")?.splitn(3, '-');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}
