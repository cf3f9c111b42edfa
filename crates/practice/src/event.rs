//! The events of a case: what the journal keeps, with tag and version, forever readable.

use crate::entry::{Author, Revision};
use crate::ids::{AccountId, CaseId, EntryId};
use crate::kinds::Kind;
use crate::label::Label;
use crate::permission::Relation;
use crate::text::Text;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a case was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// The case.
    pub case: CaseId,
    /// Who opened it.
    pub author: Author,
    /// When.
    #[schemars(with = "String")]
    pub opened_at: Timestamp,
    /// The agency's own number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Text>,
    /// An invented family, for showing and learning. Every page says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub invented: bool,
}

/// Somebody works the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allocation {
    /// The account.
    pub account: AccountId,
    /// As what.
    pub relation: Relation,
    /// Since when.
    pub since: Timestamp,
    /// Who decided so.
    pub by: AccountId,
}

/// Where entries came from: journalled, never exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Imported {
    /// BLAKE3 of the file, in hex.
    pub file_hash: String,
    /// How many revisions were new.
    pub revisions: u32,
    /// Who imported it.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
}

/// An entry was taken out for good, because it was recorded in the wrong case. What it said is gone; this is the fact of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    /// The entry.
    pub id: EntryId,
    /// What kind of entry it was.
    pub kind: Kind,
    /// Every label that somebody needed to see it: only who has all of them sees this.
    pub labels: Vec<Label>,
    /// Who took it out.
    pub author: Author,
    /// When.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// Why, in words that say nothing of what it said.
    pub reason: Text,
}

/// Somebody decided something about keeping or erasing the whole case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// Who.
    pub author: Author,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: Text,
}

/// Something that happened to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseEvent {
    /// The first event.
    Opened(Opened),
    /// One more revision of an entry.
    Entry(Box<Revision>),
    /// Somebody begins to work the case.
    Allocated(Allocation),
    /// Somebody no longer works the case.
    Unallocated(AccountId),
    /// A file was imported; its revisions are events of their own.
    Imported(Imported),
    /// An entry was taken out for good.
    Removed(Box<Removed>),
    /// From now on nothing of the case may be erased or taken out.
    Held(Kept),
    /// The hold is lifted.
    HoldLifted(Kept),
    /// Somebody asks that the case be erased for good; a second person decides.
    ErasureAsked(Kept),
    /// It is not to be erased after all.
    ErasureDropped(Kept),
}

/// A stored event that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// A tag or version from a later Holdfast.
    #[error("the event “{tag}” version {version} comes from a newer Holdfast: use that one, or a newer one still")]
    Newer {
        /// The tag.
        tag: String,
        /// Its version.
        version: u16,
    },
    /// Not what the tag promises.
    #[error("the event “{tag}” version {version} cannot be read: {source}")]
    Broken {
        /// The tag.
        tag: String,
        /// Its version.
        version: u16,
        /// Where it breaks.
        source: serde_json::Error,
    },
}

impl CaseEvent {
    /// The tag under which the journal keeps it. Tags are never reused.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        match self {
            Self::Opened(_) => "case_opened",
            Self::Entry(_) => "entry",
            Self::Allocated(_) => "allocated",
            Self::Unallocated(_) => "unallocated",
            Self::Imported(_) => "imported",
            // The store knows this tag: it empties what such an event takes out.
            Self::Removed(_) => "expunged",
            Self::Held(_) => "held",
            Self::HoldLifted(_) => "hold_lifted",
            Self::ErasureAsked(_) => "erasure_asked",
            Self::ErasureDropped(_) => "erasure_dropped",
        }
    }

    /// The version in which this Holdfast writes it. A sample of every version ever written stays in the tests.
    #[must_use]
    pub fn version(&self) -> u16 {
        1
    }

    /// The payload for the journal, as JSON.
    ///
    /// # Errors
    /// Never for a value of this type; the signature is serde's.
    pub fn encode(&self) -> Result<Vec<u8>, serde_json::Error> {
        match self {
            Self::Opened(event) => serde_json::to_vec(event),
            Self::Entry(event) => serde_json::to_vec(event),
            Self::Allocated(event) => serde_json::to_vec(event),
            Self::Unallocated(event) => serde_json::to_vec(event),
            Self::Imported(event) => serde_json::to_vec(event),
            Self::Removed(event) => serde_json::to_vec(event),
            Self::Held(event)
            | Self::HoldLifted(event)
            | Self::ErasureAsked(event)
            | Self::ErasureDropped(event) => serde_json::to_vec(event),
        }
    }

    /// Reads a payload of any version.
    ///
    /// # Errors
    /// When it comes from a newer Holdfast, or is damaged.
    pub fn decode(tag: &str, version: u16, payload: &[u8]) -> Result<Self, DecodeError> {
        let broken = |source| DecodeError::Broken { tag: tag.to_owned(), version, source };
        match (tag, version) {
            ("case_opened", 1) => serde_json::from_slice(payload).map(Self::Opened).map_err(broken),
            ("entry", 1) => serde_json::from_slice(payload).map(|r| Self::Entry(Box::new(r))).map_err(broken),
            ("allocated", 1) => serde_json::from_slice(payload).map(Self::Allocated).map_err(broken),
            ("unallocated", 1) => serde_json::from_slice(payload).map(Self::Unallocated).map_err(broken),
            ("imported", 1) => serde_json::from_slice(payload).map(Self::Imported).map_err(broken),
            ("expunged", 1) => serde_json::from_slice(payload).map(|r| Self::Removed(Box::new(r))).map_err(broken),
            ("held", 1) => serde_json::from_slice(payload).map(Self::Held).map_err(broken),
            ("hold_lifted", 1) => serde_json::from_slice(payload).map(Self::HoldLifted).map_err(broken),
            ("erasure_asked", 1) => serde_json::from_slice(payload).map(Self::ErasureAsked).map_err(broken),
            ("erasure_dropped", 1) => serde_json::from_slice(payload).map(Self::ErasureDropped).map_err(broken),
            _ => Err(DecodeError::Newer { tag: tag.to_owned(), version }),
        }
    }

    /// Whether the journal keeps it under the sealed key of the case.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        match self {
            Self::Entry(revision) => revision.content().is_some_and(|content| content.label.is_sealed()),
            // The reason may be as telling as the entry was.
            Self::Removed(removed) => removed.labels.iter().any(|label| label.is_sealed()),
            Self::Opened(_)
            | Self::Allocated(_)
            | Self::Unallocated(_)
            | Self::Imported(_)
            | Self::Held(_)
            | Self::HoldLifted(_)
            | Self::ErasureAsked(_)
            | Self::ErasureDropped(_) => false,
        }
    }
}
