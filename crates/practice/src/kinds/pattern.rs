//! The pattern (components 1 and 2): what somebody does to control or harm, to whom, and through whom or what.

use super::{Linked, PEOPLE, RELATIONSHIPS, References, Visible, keep_links, may_name};
use crate::ids::EntryId;
use crate::source::{Link, Who};
use crate::text::{Code, Text};
use crate::when::ApproxDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One behaviour. The act in plain words comes first and codes second. Its time is in the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Behaviour {
    /// Who does it.
    pub actor: EntryId,
    /// What, in plain words, as a verb phrase that reads on from the name: "Takes Ewa's wages…".
    pub act: Text,
    /// A few words to find it by on the map: "Money".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// To whom. At least one person.
    pub targets: Vec<EntryId>,
    /// Codes of the pack.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Code>,
    /// Where: at home, at handover, at her work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub setting: Option<Text>,
    /// Through whom or what he does it: his mother, the police, a court, a child.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub through: Vec<Who>,
    /// In which relationship, present or past, in this family or another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relationship: Option<EntryId>,
    /// An act, a rule that stands, or something he leaves undone.
    #[serde(default, skip_serializing_if = "Form::is_act")]
    pub form: Form,
    /// What kind of force it was. Asked of both people alike where both used force.
    #[serde(default, skip_serializing_if = "Force::is_control")]
    pub force: Force,
    /// Whether it may be used in anything that reaches the person who does it.
    #[serde(default)]
    pub usable_with_actor: Usable,
    /// The efforts for which this was the answer: retaliation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers_effort: Vec<Link>,
}

/// The form of a behaviour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Something done.
    #[default]
    Act,
    /// A rule that stands even when nothing happens.
    StandingRule,
    /// Something left undone: not paying, not fetching the child, not giving the medicine.
    Omission,
}

impl Form {
    fn is_act(&self) -> bool {
        *self == Self::Act
    }
}

/// The kind of force, never derived from gender, injury or a count of blows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// To control, punish or frighten.
    #[default]
    Control,
    /// Against being controlled.
    Resistance,
    /// To protect oneself or a child.
    SelfDefence,
    /// Not decided.
    Undetermined,
}

impl Force {
    fn is_control(&self) -> bool {
        *self == Self::Control
    }
}

/// Whether a behaviour may be used with the person who does it. "Stop checking her phone at night" would tell him that
/// she spoke.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Usable {
    /// Not in any form. The default: she, a child or an earlier partner may be the only one who could have told.
    #[default]
    No,
    /// Already known to him, or on public record.
    Known {
        /// From where: "charge of 3 March 2026".
        from: Text,
        /// In which words it may be said to him, as the record has it. Absent in files made before the form asked for it;
        /// then the whole act may reach him.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wording: Option<Text>,
    },
    /// The survivor agreed.
    Agreed {
        /// To which wording.
        wording: Text,
        /// When.
        on: ApproxDate,
    },
}

impl Usable {
    /// The words in which it may be said to him, where there are words of its own for that.
    #[must_use]
    pub fn wording(&self) -> Option<&Text> {
        match self {
            Self::No => None,
            Self::Known { wording, .. } => wording.as_ref(),
            Self::Agreed { wording, .. } => Some(wording),
        }
    }
}

impl Linked for Behaviour {
    fn references(&self, out: &mut References) {
        out.required("behaviour.actor", self.actor, PEOPLE);
        for (n, target) in self.targets.iter().enumerate() {
            out.required(format!("behaviour.targets.{n}"), *target, PEOPLE);
        }
        for (n, who) in self.through.iter().enumerate() {
            out.who(format!("behaviour.through.{n}"), who);
        }
        if let Some(relationship) = self.relationship {
            out.optional("behaviour.relationship", relationship, RELATIONSHIPS);
        }
        out.links("behaviour.answers_effort", &self.answers_effort, &[super::Kind::Effort]);
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.through.retain(|who| may_name(who, visible));
        self.relationship = self.relationship.filter(|id| visible(*id));
        keep_links(&mut self.answers_effort, visible);
    }
}

/// Both adults used force. What is known of one of them, by the questions of the pack on fear, effect, intent and history: the
/// same for everybody. It decides nothing, and it never leaves the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UseOfForce {
    /// About whom.
    pub person: EntryId,
    /// The other adult.
    pub towards: EntryId,
    /// The answers. At least one; what is not answered has not been asked.
    pub answers: Vec<ForceAnswer>,
    /// The acts on the map it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behaviours: Vec<Link>,
}

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ForceAnswer {
    /// A code of the pack: `fear`, `effect`, `intent`, `history`.
    pub question: Code,
    /// What is known, in plain words.
    pub answer: Text,
}

impl Linked for UseOfForce {
    fn references(&self, out: &mut References) {
        out.required("use_of_force.person", self.person, PEOPLE);
        out.required("use_of_force.towards", self.towards, PEOPLE);
        out.links("use_of_force.behaviours", &self.behaviours, super::BEHAVIOURS);
    }

    fn keep(&mut self, visible: Visible<'_>) {
        keep_links(&mut self.behaviours, visible);
    }
}
