//! The envelope that every entry has, and the revisions that make up its history.

use crate::ids::{AccountId, EntryId, OccasionId};
use crate::kinds::{Body, Linked, Reference, References};
use crate::label::Label;
use crate::source::{Dispute, How, Source};
use crate::text::Text;
use crate::when::Happened;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who recorded something.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Author {
    /// The account, in the place where it was recorded.
    pub id: AccountId,
    /// The name at that time.
    pub name: Text,
}

/// What an entry says, with everything around it but its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// When it happened.
    #[serde(default, skip_serializing_if = "is_not_known")]
    pub happened: Happened,
    /// The sitting in which it was recorded, or the event it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<OccasionId>,
    /// How it is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// By whom it is disputed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputes: Vec<Dispute>,
    /// Who may ever see it.
    pub label: Label,
    /// The pack whose codes it uses, with its version: "base 1".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<Text>,
    /// What it says.
    pub body: Body,
}

fn is_not_known(happened: &Happened) -> bool {
    *happened == Happened::NotKnown
}

impl Content {
    /// Every entry this one names: in its body, its sources and its disputes.
    #[must_use]
    pub fn references(&self) -> Vec<Reference> {
        let mut out = References::default();
        self.body.references(&mut out);
        for (n, source) in self.sources.iter().enumerate() {
            let path = format!("sources.{n}.how");
            match &source.how {
                How::SeenByRecorder => {}
                How::ToldDirectly { by } => out.who(format!("{path}.told_directly.by"), by),
                How::ToldByAnother { by, whose } => {
                    out.who(format!("{path}.told_by_another.by"), by);
                    if let Some(whose) = whose {
                        out.who(format!("{path}.told_by_another.whose"), whose);
                    }
                }
                How::InRecord { whose, .. } => {
                    if let Some(whose) = whose {
                        out.who(format!("{path}.in_record.whose"), whose);
                    }
                }
                How::FromNote { note } => {
                    out.optional(format!("{path}.from_note.note"), *note, &[crate::kinds::Kind::Note]);
                }
                How::TakenFromNote { note } => {
                    out.optional(format!("{path}.taken_from_note.note"), *note, &[crate::kinds::Kind::Note]);
                }
            }
        }
        for (n, dispute) in self.disputes.iter().enumerate() {
            out.who(format!("disputes.{n}.by"), &dispute.by);
        }
        out.into_vec()
    }
}

/// Why an entry was withdrawn. There are no other grounds: when someone takes back what they said, that is a new entry
/// with its pressure and safety context, and the old one stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Recorded in error.
    RecordedInError,
    /// It is about somebody else.
    WrongPerson,
    /// It is there twice.
    Duplicate,
}

/// What a revision does to the entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The first revision.
    Recorded(Box<Content>),
    /// A later one, with the whole content.
    Revised(Box<Content>),
    /// Only the label changes.
    Relabelled(Label),
    /// The entry no longer counts. It never cascades: links to it stay and show as gaps.
    Withdrawn(Ground),
    /// The entry counts again.
    Reinstated,
}

/// One step in the history of an entry. The unit of the file format and of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// The entry.
    pub id: EntryId,
    /// 1, 2, 3… within the entry.
    #[schemars(range(min = 1))]
    pub revision: u32,
    /// Who made it.
    pub author: Author,
    /// When it was made.
    #[schemars(with = "String")]
    pub recorded_at: Timestamp,
    /// Why. Required for everything but the first revision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// What it does.
    pub change: Change,
}

impl Revision {
    /// The content it carries, where it carries one.
    #[must_use]
    pub fn content(&self) -> Option<&Content> {
        match &self.change {
            Change::Recorded(content) | Change::Revised(content) => Some(content),
            Change::Relabelled(_) | Change::Withdrawn(_) | Change::Reinstated => None,
        }
    }

    /// A fingerprint of the whole revision, author and time included: BLAKE3 of its JSON.
    ///
    /// Two revisions with the same id and number are the same if and only if their fingerprints are.
    #[must_use]
    pub fn fingerprint(&self) -> [u8; 32] {
        // A value made only of strings, numbers and structs cannot fail to become JSON.
        let json = serde_json::to_vec(self).unwrap_or_default();
        *blake3::hash(&json).as_bytes()
    }
}
