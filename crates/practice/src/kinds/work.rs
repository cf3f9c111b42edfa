//! The work: notes, visits, what nobody has asked yet, what a visitor must know, and chronologies put together by hand.

use super::{ANY, BEHAVIOURS, Kind, Linked, PEOPLE, References, Visible, keep_links, may_name};
use crate::ids::EntryId;
use crate::kinds::impact::Pathway;
use crate::source::{Link, Who};
use crate::text::{Code, Text};
use jiff::civil::Date;
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
    /// Who was spoken with alone for a part of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen_alone: Vec<EntryId>,
    /// Anything that belongs to no line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
}

impl Linked for Visit {
    fn references(&self, out: &mut References) {
        for (n, who) in self.present.iter().enumerate() {
            out.who(format!("visit.present.{n}"), who);
        }
        for (n, person) in self.seen_alone.iter().enumerate() {
            out.optional(format!("visit.seen_alone.{n}"), *person, PEOPLE);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.present.retain(|who| may_name(who, visible));
        self.seen_alone.retain(|id| visible(*id));
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

/// What somebody about to visit must know. The team's own matter: it never leaves the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkerSafety {
    /// About whom. At least one person.
    pub about: Vec<EntryId>,
    /// What to know, in plain words: "Follows workers to their cars".
    pub know: Text,
    /// What to do: "Go in pairs, park on the main road".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<Text>,
    /// The behaviours on the map it comes from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behaviours: Vec<Link>,
    /// Until when it is shown to whoever is about to visit. None: until somebody withdraws it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
}

impl WorkerSafety {
    /// Whether it is still to be shown on a day.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

impl Linked for WorkerSafety {
    fn references(&self, out: &mut References) {
        out.people("worker_safety.about", &self.about);
        out.links("worker_safety.behaviours", &self.behaviours, BEHAVIOURS);
    }

    fn keep(&mut self, visible: Visible<'_>) {
        keep_links(&mut self.behaviours, visible);
    }
}

/// A chronology that a worker has put together for a purpose, beside the automatic one: chosen entries in a chosen order, with
/// a line of analysis where it helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chronology {
    /// What to call it.
    pub title: Text,
    /// For what purpose: which meeting, which decision, which court.
    pub purpose: Text,
    /// Its lines, in order. At least one.
    pub lines: Vec<ChronologyLine>,
}

/// A line of a chronology.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChronologyLine {
    /// The entry.
    pub entry: EntryId,
    /// What it means, as the worker sees it. It is about this entry, and goes where the entry goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub analysis: Option<Text>,
}

impl Linked for Chronology {
    fn references(&self, out: &mut References) {
        for (n, line) in self.lines.iter().enumerate() {
            // A line whose entry is withheld goes with its analysis; `project` withholds a chronology with no line left.
            out.optional(format!("chronology.lines.{n}.entry"), line.entry, ANY);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.lines.retain(|line| visible(line.entry));
    }
}
