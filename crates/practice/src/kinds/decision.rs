//! Decisions: what is proposed for each child, the questions of its test with evidence for and against, dissent, and the
//! sign-off by a second person. The software asks the questions; it never recommends.

use super::{ANY, Kind, Linked, PEOPLE, References, Visible, keep_links, may_name};
use crate::ids::EntryId;
use crate::label::{Label, Labels};
use crate::source::{Link, Who};
use crate::text::{Code, Text};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A decision that somebody proposes, with its test: the questions that must be answered before it is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Which test, a code of the pack: `removal`, `contact`, `closure`.
    pub test: Code,
    /// The version of the test that was answered. Answers keep it when the pack is updated.
    pub version: u32,
    /// For which children. At least one.
    pub children: Vec<EntryId>,
    /// What is proposed, in plain words.
    pub proposal: Text,
    /// Whom it names: against whom a finding is made, with whom a child would live again, whose part is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<EntryId>,
    /// The main reasons, as they will stand in the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main_reasons: Option<Text>,
    /// The answers, each question once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// Who sees it differently, in their words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<Dissent>,
    /// It was acted on before the questions were answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emergency: Option<Emergency>,
    /// What was decided. None: it is still a proposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Decided>,
    /// By when the child is to be back, where a child was moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub return_by: Option<Date>,
}

/// The answer to one question of a test. It goes only where all of its evidence may go: words that rest on something
/// withheld would tell of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The question, a code of the test.
    pub question: Code,
    /// The question in the words in which it was asked.
    pub asked: Text,
    /// The answer. None: not answered yet, but there is evidence or something is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Text>,
    /// What speaks for the answer.
    #[serde(default, rename = "for", skip_serializing_if = "Vec::is_empty")]
    pub in_favour: Vec<Link>,
    /// What speaks against it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<Link>,
    /// What is not known, and who could be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<Text>,
}

/// Somebody sees it differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// Who.
    pub by: Who,
    /// In their words.
    pub words: Text,
    /// Who may ever see it, where that is fewer than may see the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
}

/// It could not wait: it was done first, and the questions are answered by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Emergency {
    /// Why it could not wait.
    pub why: Text,
    /// By when every question is answered.
    #[schemars(with = "String")]
    pub complete_by: Date,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// What.
    pub what: Text,
    /// Whether it is what was proposed.
    pub as_proposed: bool,
    /// When.
    #[schemars(with = "String")]
    pub on: Date,
}

impl Decision {
    /// The answer to a question, where there is one.
    #[must_use]
    pub fn answer(&self, question: &Code) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.question == *question)
    }

    /// Takes out what this reader may not have by its own label.
    pub(crate) fn limit(&mut self, labels: &Labels) {
        limit(&mut self.dissent, labels);
    }
}

/// Keeps what a reader may have by its own label.
pub(crate) fn limit(dissent: &mut Vec<Dissent>, labels: &Labels) {
    dissent.retain(|one| one.label.is_none_or(|label| labels.has(label)));
}

/// Lists who dissents.
pub(crate) fn dissent_references(path: &str, dissent: &[Dissent], out: &mut References) {
    for (n, one) in dissent.iter().enumerate() {
        out.who(format!("{path}.{n}.by"), &one.by);
    }
}

impl Linked for Decision {
    fn references(&self, out: &mut References) {
        out.people("decision.children", &self.children);
        if let Some(person) = self.person {
            out.required("decision.person", person, PEOPLE);
        }
        for (n, answer) in self.answers.iter().enumerate() {
            out.links(&format!("decision.answers.{n}.for"), &answer.in_favour, ANY);
            out.links(&format!("decision.answers.{n}.against"), &answer.against, ANY);
        }
        dissent_references("decision.dissent", &self.dissent, out);
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.answers.retain(|answer| answer.in_favour.iter().chain(&answer.against).all(|link| visible(link.to)));
        for answer in &mut self.answers {
            keep_links(&mut answer.in_favour, visible);
            keep_links(&mut answer.against, visible);
        }
        self.dissent.retain(|one| may_name(&one.by, visible));
    }
}

/// A second person has read it, and agrees or does not. It is about one revision: what is changed afterwards waits for a
/// sign-off again. Nobody signs off what they have written themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignOff {
    /// What is signed off: a decision or a supervision record.
    pub of: EntryId,
    /// The revision that was read.
    #[schemars(range(min = 1))]
    pub revision: u32,
    /// Whether the second person agrees.
    pub agrees: bool,
    /// In their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

impl Linked for SignOff {
    fn references(&self, out: &mut References) {
        out.required("sign_off.of", self.of, &[Kind::Decision, Kind::Supervision]);
    }

    fn keep(&mut self, _: Visible<'_>) {}
}
