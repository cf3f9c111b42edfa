//! The work: notes, visits, and what nobody has asked yet.

use super::{ANY, BEHAVIOURS, Kind, Linked, PEOPLE, References, Visible, may_name};
use crate::ids::EntryId;
use crate::kinds::impact::Pathway;
use crate::source::Who;
use crate::text::{Code, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A note, in the worker's own words. A draft until it is finalised; once recorded it never changes, and a correction is
/// an addendum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What it is about, in a few words.
    pub title: Text,
    /// The note.
    pub text: Text,
    /// The people it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<EntryId>,
    /// The note to which this one is an addendum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addendum_to: Option<EntryId>,
}

impl Linked for Note {
    fn references(&self, out: &mut References) {
        for (n, person) in self.about.iter().enumerate() {
            out.optional(format!("note.about.{n}"), *person, PEOPLE);
        }
        if let Some(note) = self.addendum_to {
            out.required("note.addendum_to", note, &[Kind::Note]);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.about.retain(|id| visible(*id));
    }
}

/// One sitting: a home visit, a call, a meeting. What was recorded in it shares its id as the occasion, and takes over
/// its date, source and label unless the line says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// A code of the pack: `home_visit`, `phone_call`.
    pub kind: Code,
    /// Who was there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub present: Vec<Who>,
    /// Who could overhear: "Nobody", "Craig, in the kitchen".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub could_overhear: Option<Text>,
    /// Who interpreted, and whether that person was independent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<Text>,
    /// Anything that belongs to no line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
}

impl Linked for Visit {
    fn references(&self, out: &mut References) {
        for (n, who) in self.present.iter().enumerate() {
            out.who(format!("visit.present.{n}"), who);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.present.retain(|who| may_name(who, visible));
    }
}

/// A question nobody has answered yet. A question of the system, never a failing of the survivor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unknown {
    /// The question.
    pub question: Text,
    /// Who could answer it safely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub could_answer: Option<Who>,
    /// What makes asking safe or unsafe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safely: Option<Text>,
    /// The people it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<EntryId>,
    /// The behaviour it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub behaviour: Option<EntryId>,
    /// The pathway it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pathway: Option<Pathway>,
    /// The answer, once somebody has given it, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Text>,
    /// The entries in which the answer is recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answered_in: Vec<EntryId>,
}

impl Unknown {
    /// Whether it still waits for an answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answer.is_none() && self.answered_in.is_empty()
    }
}

impl Linked for Unknown {
    fn references(&self, out: &mut References) {
        if let Some(who) = &self.could_answer {
            out.who("unknown.could_answer", who);
        }
        for (n, person) in self.about.iter().enumerate() {
            out.required(format!("unknown.about.{n}"), *person, PEOPLE);
        }
        if let Some(behaviour) = self.behaviour {
            out.required("unknown.behaviour", behaviour, BEHAVIOURS);
        }
        for (n, entry) in self.answered_in.iter().enumerate() {
            out.optional(format!("unknown.answered_in.{n}"), *entry, ANY);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        if self.could_answer.as_ref().is_some_and(|who| !may_name(who, visible)) {
            self.could_answer = None;
        }
        self.answered_in.retain(|id| visible(*id));
    }
}
