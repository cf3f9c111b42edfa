//! Names of things in the store: streams, key classes and drafts.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a stream is about. Decides which key protects it and what `streams` lists together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StreamKind {
    /// One family's case file.
    Case,
    /// One agency: its settings, packs, teams.
    Agency,
    /// One person who signs in.
    User,
    /// The person registry of one agency.
    People,
}

impl StreamKind {
    /// The number stored in the database; never reused for another meaning.
    pub(crate) fn code(self) -> i64 {
        match self {
            Self::Case => 1,
            Self::Agency => 2,
            Self::User => 3,
            Self::People => 4,
        }
    }

    pub(crate) fn from_code(code: i64) -> Option<Self> {
        match code {
            1 => Some(Self::Case),
            2 => Some(Self::Agency),
            3 => Some(Self::User),
            4 => Some(Self::People),
            _ => None,
        }
    }

    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Case => 1,
            Self::Agency => 2,
            Self::User => 3,
            Self::People => 4,
        }
    }
}

/// One stream of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StreamId {
    /// What the stream is about.
    pub kind: StreamKind,
    /// Which one; chosen by the caller.
    pub id: Uuid,
}

impl StreamId {
    /// The stream of a case.
    #[must_use]
    pub fn case(id: Uuid) -> Self {
        Self { kind: StreamKind::Case, id }
    }

    /// The stream of the person registry.
    #[must_use]
    pub fn people(id: Uuid) -> Self {
        Self { kind: StreamKind::People, id }
    }

    /// The stream of a user.
    #[must_use]
    pub fn user(id: Uuid) -> Self {
        Self { kind: StreamKind::User, id }
    }
}

impl std::fmt::Display for StreamId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = match self.kind {
            StreamKind::Case => "case",
            StreamKind::Agency => "agency",
            StreamKind::User => "user",
            StreamKind::People => "people",
        };
        write!(f, "{kind} {}", self.id)
    }
}

/// Which of a stream's two keys protects a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyClass {
    /// The case material its workers read.
    Ordinary,
    /// Location, safe contact, safety plan, placement, school.
    Sealed,
}

impl KeyClass {
    pub(crate) fn code(self) -> i64 {
        match self {
            Self::Ordinary => 1,
            Self::Sealed => 2,
        }
    }

    pub(crate) fn from_code(code: i64) -> Option<Self> {
        match code {
            1 => Some(Self::Ordinary),
            2 => Some(Self::Sealed),
            _ => None,
        }
    }

    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Ordinary => 1,
            Self::Sealed => 2,
        }
    }
}

/// Which unfinished form or note of a person a draft belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DraftKey(pub Uuid);
