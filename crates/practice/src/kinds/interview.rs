//! Interviews: what somebody answered to the questions of an instrument, in the words in which they were asked; and what a
//! risk tool of another hand came to.

use super::{ANY, Linked, PEOPLE, References, Visible, may_name};
use crate::ids::EntryId;
use crate::source::{Quote, Who};
use crate::text::{Code, Text};
use crate::when::ApproxDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Answers to an instrument. The words of each question are kept with its answer, so that a later version of the instrument
/// changes nothing that was said. Entries made from it carry its id as their occasion. It never leaves the team: what goes
/// out are the entries that somebody confirmed, each under its own label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Interview {
    /// The instrument, by its code.
    pub instrument: Code,
    /// Its version when this was last answered.
    pub version: u32,
    /// What it was called then.
    pub title: Text,
    /// Who answered. Empty where the team answered for itself, about somebody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<EntryId>,
    /// Whom it is about, where that is somebody else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<EntryId>,
    /// Whether the person was spoken with alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alone: Option<bool>,
    /// Who could overhear: "Nobody", "Craig, in the kitchen".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub could_overhear: Option<Text>,
    /// Who interpreted, and whether that person was independent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<Text>,
    /// What was answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// What was left out, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<Skipped>,
    /// Whether the person agreed to what is kept of it, in which words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<KeptByPerson>,
    /// Whether it is finished. One that is not can be taken up again.
    #[serde(default)]
    pub finished: bool,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The question, by its code in the instrument.
    pub question: Code,
    /// About which child, where the question is asked of each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<EntryId>,
    /// The words in which it was asked.
    pub asked: Text,
    /// What was said.
    pub said: Said,
    /// The entries made from it, once somebody has confirmed them. The answer goes where they go: a reader who may not have
    /// one of them does not have the answer either.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<EntryId>,
    /// Somebody has looked at it and left it as an answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left: bool,
}

/// What was said, by the kind of question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// In the worker's words.
    Text(Text),
    /// In the person's own words.
    Words(Quote),
    /// Chosen of what was offered.
    Chosen(Vec<Chosen>),
    /// Yes or no.
    YesNo(bool),
    /// A date.
    On(ApproxDate),
    /// A number, as it was said.
    Number(Text),
    /// Somebody.
    Somebody(Who),
    /// One area of daily care.
    Care(CareSaid),
}

/// One of what was offered, in the words in which it was offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// Its code.
    pub code: Code,
    /// Its words.
    pub words: Text,
}

/// What was said on one area of daily care. The same questions for every caregiver.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CareSaid {
    /// What this caregiver does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub does: Option<Text>,
    /// What this caregiver decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decides: Option<Text>,
    /// What this caregiver does well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good: Option<Text>,
    /// What changes for the children when the other parent is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<Text>,
}

impl CareSaid {
    /// Whether nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A question that was left out, and why. Not a failing of anybody: what was not asked stays open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Skipped {
    /// The question.
    pub question: Code,
    /// About which child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<EntryId>,
    /// Why: "Craig came home", "she did not want to speak of it".
    pub why: Text,
}

/// Whether the person who answered agreed to what is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptByPerson {
    /// Whether they agreed.
    pub agreed: bool,
    /// In their words: what is to be kept, and what is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

impl Interview {
    /// Whether an answer waits for somebody to confirm what it becomes, or to leave it.
    #[must_use]
    pub fn is_open(answer: &Answer) -> bool {
        answer.entries.is_empty() && !answer.left
    }
}

impl Linked for Interview {
    fn references(&self, out: &mut References) {
        out.people("interview.with", &self.with);
        out.people("interview.about", &self.about);
        for (n, answer) in self.answers.iter().enumerate() {
            if let Some(about) = answer.about {
                out.optional(format!("interview.answers.{n}.about"), about, PEOPLE);
            }
            if let Said::Somebody(who) = &answer.said {
                out.who(format!("interview.answers.{n}.said.somebody"), who);
            }
            for (m, entry) in answer.entries.iter().enumerate() {
                out.optional(format!("interview.answers.{n}.entries.{m}"), *entry, ANY);
            }
        }
        for (n, skipped) in self.skipped.iter().enumerate() {
            if let Some(about) = skipped.about {
                out.optional(format!("interview.skipped.{n}.about"), about, PEOPLE);
            }
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.answers.retain(|answer| {
            let somebody = match &answer.said {
                Said::Somebody(who) => may_name(who, visible),
                _ => true,
            };
            somebody && answer.about.is_none_or(visible) && answer.entries.iter().all(|entry| visible(*entry))
        });
        self.skipped.retain(|skipped| skipped.about.is_none_or(visible));
    }
}

/// What a risk tool came to, in another hand than ours: DASH and others. A recorded fact with date and source, shown beneath
/// the map, never above it; no number of our own is made from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ToolResult {
    /// Which tool, with its version or year.
    pub tool: Text,
    /// What it came to, in the tool's own words.
    pub result: Text,
    /// Who filled it in: a person or an agency.
    pub by: Text,
    /// Whom it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<EntryId>,
    /// For what it was filled in: a referral, a conference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what_for: Option<Text>,
    /// What it did not ask about, or what was not known then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_known: Option<Text>,
}

impl Linked for ToolResult {
    fn references(&self, out: &mut References) {
        out.people("tool_result.about", &self.about);
    }

    fn keep(&mut self, _: Visible<'_>) {}
}
