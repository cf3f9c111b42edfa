//! Work with people: an agency's contacts and attempts, and the steps of partnering with a survivor.

use super::{ANY, Linked, PEOPLE, References, Visible, may_name};
use crate::ids::EntryId;
use crate::source::Who;
use crate::text::{Code, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An agency's contact with somebody, or its attempt. That nobody in three agencies has spoken with him is known only if
/// attempts are recorded too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// With whom. At least one.
    pub with: Vec<Who>,
    /// By which agency: "Northbridge police". None: our own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Text>,
    /// The sector of the agency, a code of the pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Code>,
    /// By which means, a code of the pack: `phone`, `letter`, `home_visit`.
    pub means: Code,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// What came of it, a code of the pack: `spoke`, `no_answer`, `refused`. The pack says whether anybody was reached.
    pub outcome: Code,
    /// What was said, or why it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<Text>,
    /// Who could overhear.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub could_overhear: Option<Text>,
    /// Who was spoken with alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen_alone: Vec<EntryId>,
    /// Who interpreted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<Interpreter>,
    /// Whether the survivor was told before a contact with the person who causes harm. None: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warned_before: Option<Check>,
    /// Whether the survivor was asked afterwards what followed. None: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_after: Option<Check>,
}

/// Whether something was done, and what the survivor said to it. Never leaves the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Whether it was done.
    pub done: bool,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Text>,
}

/// Who interpreted, and whose interpreter that was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Interpreter {
    /// Who.
    pub who: Who,
    /// Whether the person is independent of the family and of the person who causes harm. None: nobody asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub independent: Option<bool>,
    /// Anything to know: who arranged it, whom the person knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
}

impl Contact {
    /// Takes out what is the team's own business: whether she was warned, what she said afterwards, who could overhear. A
    /// paper on a contact with him must not tell him that she was asked.
    pub(crate) fn leave_team(&mut self) {
        self.warned_before = None;
        self.asked_after = None;
        self.could_overhear = None;
    }
}

impl Linked for Contact {
    fn references(&self, out: &mut References) {
        for (n, who) in self.with.iter().enumerate() {
            out.who_required(format!("contact.with.{n}"), who);
        }
        for (n, person) in self.seen_alone.iter().enumerate() {
            out.optional(format!("contact.seen_alone.{n}"), *person, PEOPLE);
        }
        if let Some(interpreter) = &self.interpreter {
            out.who("contact.interpreter.who", &interpreter.who);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.seen_alone.retain(|id| visible(*id));
        if self.interpreter.as_ref().is_some_and(|interpreter| !may_name(&interpreter.who, visible)) {
            self.interpreter = None;
        }
    }
}

/// One step of partnering with a survivor: affirm, ask, assess, validate, plan, document. What the worker did, not whether
/// she "engaged".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartneringStep {
    /// With whom.
    pub with: EntryId,
    /// Which step, a code of the pack.
    pub step: Code,
    /// What was done, in plain words.
    pub done: Text,
    /// What the survivor said to it, or wants done differently.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Text>,
    /// Which entries it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<EntryId>,
}

impl Linked for PartneringStep {
    fn references(&self, out: &mut References) {
        out.required("partnering_step.with", self.with, PEOPLE);
        for (n, entry) in self.about.iter().enumerate() {
            out.optional(format!("partnering_step.about.{n}"), *entry, ANY);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.about.retain(|id| visible(*id));
    }
}
