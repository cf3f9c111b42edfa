//! Documents: a paper that somebody sent or showed, attached as a file. The entry says what it is and how its bytes are
//! recognised; the bytes themselves lie in the store and are never part of a case file.

use super::{Linked, PEOPLE, References, Visible, may_name};
use crate::ids::EntryId;
use crate::source::Who;
use crate::text::Text;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// One attached paper. Its date is in the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A few words to find it by.
    pub title: Text,
    /// What it is: "police report", "letter from the school".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<Text>,
    /// From whom it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Who>,
    /// The people it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<EntryId>,
    /// The file. It never changes: another file is another document.
    pub file: AttachedFile,
}

/// What is known of an attached file without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachedFile {
    /// The name it came with. Shown, but never used for a download: it may hold a name.
    pub original_name: Text,
    /// How many bytes.
    pub size: u64,
    /// BLAKE3 of the bytes: who holds the file can show that it is this one.
    pub blake3: FileHash,
    /// What it is by its content, whatever its name says: `application/pdf`.
    pub media_type: Text,
    /// Whether hidden details (where and when a photograph was taken) were taken out before it was kept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub details_removed: bool,
}

/// BLAKE3 of a file, as 64 small hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileHash(pub [u8; 32]);

/// Not 64 small hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not the BLAKE3 hash of a file: write its 64 hexadecimal digits in small letters")]
pub struct NotAHash;

impl fmt::Display for FileHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for FileHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for FileHash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let small = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != 64 || !text.bytes().all(small) {
            return Err(NotAHash);
        }
        let mut bytes = [0_u8; 32];
        for (n, byte) in bytes.iter_mut().enumerate() {
            let digits = n.checked_mul(2).and_then(|at| text.get(at..at.saturating_add(2))).ok_or(NotAHash)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| NotAHash)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for FileHash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FileHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for FileHash {
    fn schema_name() -> Cow<'static, str> {
        "FileHash".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "BLAKE3 of a file's bytes." })
    }
}

impl Linked for Document {
    fn references(&self, out: &mut References) {
        if let Some(from) = &self.from {
            out.who("document.from", from);
        }
        for (n, person) in self.about.iter().enumerate() {
            out.optional(format!("document.about.{n}"), *person, PEOPLE);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        if self.from.as_ref().is_some_and(|from| !may_name(from, visible)) {
            self.from = None;
        }
        self.about.retain(|id| visible(*id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_reads_as_it_is_written_and_nothing_else_is_one() {
        let hash = FileHash(*blake3::hash(b"paper").as_bytes());
        assert_eq!(hash.to_string().parse(), Ok(hash));
        for wrong in ["", "00", &hash.to_string().to_uppercase(), &"é".repeat(32), &format!("{hash}0")] {
            assert_eq!(wrong.parse::<FileHash>(), Err(NotAHash), "{wrong}");
        }
    }
}
