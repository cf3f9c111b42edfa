//! How something is known: seen, told directly, told by another, shown in a record. Never how much it is believed.
//!
//! There is no certainty grade and no count of sources: a count is a credibility score against the only witness of
//! coercive control.

use crate::ids::EntryId;
use crate::label::Label;
use crate::text::Text;
use crate::when::ApproxDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Somebody: a person of this case, or somebody named in words ("class teacher").
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// A person entry of this case.
    Person(EntryId),
    /// Somebody who has no entry.
    Other(Text),
}

/// How it is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum How {
    /// The recorder saw or heard it.
    SeenByRecorder,
    /// The person who lived it or saw it said so to the recorder.
    ToldDirectly {
        /// Who said so.
        by: Who,
    },
    /// Somebody passed on what somebody else had said or seen.
    ToldByAnother {
        /// Who passed it on.
        by: Who,
        /// Whose account it is, where that is known. A record that repeats a statement is not another voice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        whose: Option<Who>,
    },
    /// It stands in a record.
    InRecord {
        /// Which record: "Police log 4471", "handover book".
        record: Text,
        /// Whose account the record repeats, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        whose: Option<Who>,
    },
    /// Taken from a note of this case.
    FromNote {
        /// The note.
        note: EntryId,
    },
    /// Taken from what an earlier note says, by reading it: nobody was asked. The entry is unconfirmed until a person
    /// or a second record says so too; see [`unconfirmed`].
    TakenFromNote {
        /// The note.
        note: EntryId,
    },
}

/// Whether an entry rests only on what somebody read in earlier notes. It stops being so as soon as one other source
/// stands beside: a person who was asked, or another record. A second old note does not confirm: records repeat
/// one another.
#[must_use]
pub fn unconfirmed(sources: &[Source]) -> bool {
    !sources.is_empty() && sources.iter().all(|source| matches!(source.how, How::TakenFromNote { .. }))
}

/// Words exactly as they were said.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The words.
    pub words: Text,
    /// The language they were said in, as a BCP 47 tag, where it is not the language of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Text>,
}

/// One way in which an entry is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// How.
    pub how: How,
    /// When it was told or seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ApproxDate>,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Quote>,
    /// Who may ever see this source, where that is fewer than may see the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
}

/// Somebody says it is not so, in their words.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    /// Who.
    pub by: Who,
    /// In their words.
    pub words: Text,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ApproxDate>,
}

/// How a connection between two entries is known, and who makes it. What a court contests is the link from act to harm.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Who makes the connection.
    pub by: Who,
    /// In which words, or why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// A link to another entry, with how the connection is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The other entry.
    pub to: EntryId,
    /// How the connection is known, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn source(how: How) -> Source {
        Source { how, on: None, words: None, label: None }
    }

    #[test]
    fn what_was_only_read_in_old_notes_is_unconfirmed_until_somebody_is_asked() {
        let taken = |n| source(How::TakenFromNote { note: EntryId(Uuid::from_u128(n)) });
        assert!(unconfirmed(&[taken(1)]));
        assert!(unconfirmed(&[taken(1), taken(2)]), "records repeat one another");
        assert!(!unconfirmed(&[taken(1), source(How::SeenByRecorder)]));
        assert!(!unconfirmed(&[source(How::FromNote { note: EntryId(Uuid::from_u128(1)) })]));
        assert!(!unconfirmed(&[]), "not asked is not the same as read in an old note");
    }
}
