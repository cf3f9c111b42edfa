//! Strengths (component 3): the full range of what a survivor does for safety, care and stability.

use super::{BEHAVIOURS, Linked, PEOPLE, References, Visible, keep_links};
use crate::ids::EntryId;
use crate::source::Link;
use crate::text::{Code, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Something a survivor does, or did. Far more than leaving, calling the police or getting an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Effort {
    /// Who.
    pub actor: EntryId,
    /// What, in plain words, as a verb phrase that reads on from the name.
    pub act: Text,
    /// For whom: children, herself, others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub for_whom: Vec<EntryId>,
    /// Which behaviours it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Link>,
    /// Codes of the pack.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Code>,
    /// What it made possible, for each person where that is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub made_possible: Vec<MadePossible>,
    /// What it cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Text>,
    /// What stood in the way, put there by him or by a system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obstacle: Option<Consequence>,
    /// What followed: retaliation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed: Option<Consequence>,
    /// A wording of it that is safe to use in front of others, agreed with the survivor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safe_wording: Option<Text>,
    /// Whom the survivor wants to hear it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wants_heard_by: Option<Text>,
}

/// What an effort made possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MadePossible {
    /// For whom, where it is one person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<EntryId>,
    /// What.
    pub what: Text,
}

/// What stood in the way, or what followed, and the behaviour it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consequence {
    /// In plain words.
    pub what: Text,
    /// The behaviour on the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub behaviour: Option<EntryId>,
}

impl Linked for Effort {
    fn references(&self, out: &mut References) {
        out.required("effort.actor", self.actor, PEOPLE);
        for (n, person) in self.for_whom.iter().enumerate() {
            out.optional(format!("effort.for_whom.{n}"), *person, PEOPLE);
        }
        out.links("effort.answers", &self.answers, BEHAVIOURS);
        for (n, made) in self.made_possible.iter().enumerate() {
            if let Some(person) = made.person {
                out.optional(format!("effort.made_possible.{n}.person"), person, PEOPLE);
            }
        }
        for (path, consequence) in [("obstacle", &self.obstacle), ("followed", &self.followed)] {
            if let Some(behaviour) = consequence.as_ref().and_then(|c| c.behaviour) {
                out.optional(format!("effort.{path}.behaviour"), behaviour, BEHAVIOURS);
            }
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.for_whom.retain(|id| visible(*id));
        keep_links(&mut self.answers, visible);
        self.made_possible.retain(|made| made.person.is_none_or(visible));
        for consequence in [&mut self.obstacle, &mut self.followed] {
            // Words that only make sense with a withheld behaviour would tell of it: they go together.
            if consequence.as_ref().and_then(|c| c.behaviour).is_some_and(|id| !visible(id)) {
                *consequence = None;
            }
        }
    }
}
