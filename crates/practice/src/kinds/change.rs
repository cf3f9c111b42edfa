//! Change: what he says about each behaviour, and what is seen of it. Attendance stands apart and moves nothing.
//!
//! Name, claim, change (`domain.md` section 4.8): whether he names what he did, whether he says what it did to each child, and
//! whether his conduct is another over time. There is no status "changed", and nothing here adds up to one.

use super::{BEHAVIOURS, Linked, PEOPLE, References, Visible, keep_links, may_name};
use crate::ids::EntryId;
use crate::source::{Link, Quote, Who};
use crate::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One conversation with him about his behaviour, or one look at where it stands. Its day is in the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeReview {
    /// Whose behaviour.
    pub person: EntryId,
    /// What he says of each behaviour. At least one.
    pub behaviours: Vec<Reviewed>,
    /// Who spoke with him.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held_by: Vec<Who>,
    /// He says that he is the one who is harmed, in his words. It is recorded and decides nothing; who does what to whom is
    /// on the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says_victim: Option<Quote>,
    /// What he says he will do next, in his words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says_next: Option<Quote>,
    /// Anything else for the team to know. Never in his copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
}

/// What he says of one behaviour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// The behaviour on the map.
    pub behaviour: EntryId,
    /// Whether he names it.
    pub names: Names,
    /// His exact words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Quote>,
    /// The harm that he himself states, person by person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub harms: Vec<StatedHarm>,
}

/// Whether he names a behaviour as his.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Names {
    /// He says that he does it, or did.
    Names,
    /// He says a part of it: less than is known, or with somebody else to blame.
    Partly,
    /// He says that it is not so.
    Denies,
    /// Nobody has asked him, or it was not safe to ask.
    NotAsked,
}

impl Names {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Names, Self::Partly, Self::Denies, Self::NotAsked];
}

/// The harm that he states to somebody, in his words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedHarm {
    /// To whom.
    pub person: EntryId,
    /// His words.
    pub words: Text,
}

impl Linked for ChangeReview {
    fn references(&self, out: &mut References) {
        out.required("change_review.person", self.person, PEOPLE);
        for (n, line) in self.behaviours.iter().enumerate() {
            out.optional(format!("change_review.behaviours.{n}.behaviour"), line.behaviour, BEHAVIOURS);
            for (m, harm) in line.harms.iter().enumerate() {
                out.optional(format!("change_review.behaviours.{n}.harms.{m}.person"), harm.person, PEOPLE);
            }
        }
        for (n, who) in self.held_by.iter().enumerate() {
            out.who(format!("change_review.held_by.{n}"), who);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        // What he says of a withheld behaviour would tell of it.
        self.behaviours.retain(|line| visible(line.behaviour));
        for line in &mut self.behaviours {
            line.harms.retain(|harm| visible(harm.person));
        }
        self.held_by.retain(|who| may_name(who, visible));
    }
}

/// Something seen or heard of his conduct since: what he does now, what he repairs, what goes on, or what he attended. By whom
/// it is known and for how long it has been so are in the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Whose conduct.
    pub person: EntryId,
    /// What it is evidence of.
    pub of: EvidenceOf,
    /// What was seen, in plain words, as a verb phrase that reads on from the name.
    pub seen: Text,
    /// The behaviours on the map it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behaviours: Vec<Link>,
    /// Towards whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub towards: Vec<EntryId>,
    /// The programme or agency that says so: "Steps programme".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Text>,
}

/// What something is evidence of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceOf {
    /// He acts differently.
    Conduct,
    /// He repairs harm: pays back, tells his relatives to stop, supports a child's therapy.
    Repair,
    /// It goes on.
    Continues,
    /// Something new in its place: another way to the same end, systems used against her.
    NewTactic,
    /// He attended something. Attendance is not change.
    Attendance,
    /// A certificate, a report that he completed something.
    Certificate,
    /// Remorse or an apology. Words to staff, flowers, letters.
    Remorse,
}

impl EvidenceOf {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Conduct,
        Self::Repair,
        Self::Continues,
        Self::NewTactic,
        Self::Attendance,
        Self::Certificate,
        Self::Remorse,
    ];

    /// Whether it stands apart, because it says nothing about what he does at home.
    #[must_use]
    pub fn is_apart(self) -> bool {
        matches!(self, Self::Attendance | Self::Certificate | Self::Remorse)
    }

    /// Whether it speaks for him: then it is said whose voices it rests on. That harm goes on, her word alone suffices for.
    #[must_use]
    pub fn speaks_for_him(self) -> bool {
        matches!(self, Self::Conduct | Self::Repair)
    }
}

impl Linked for Evidence {
    fn references(&self, out: &mut References) {
        out.required("evidence.person", self.person, PEOPLE);
        // Words about a behaviour that is withheld would tell of it: the evidence goes with it.
        for (n, link) in self.behaviours.iter().enumerate() {
            out.required(format!("evidence.behaviours.{n}.to"), link.to, BEHAVIOURS);
            if let Some(basis) = &link.basis {
                out.who(format!("evidence.behaviours.{n}.basis.by"), &basis.by);
            }
        }
        for (n, person) in self.towards.iter().enumerate() {
            out.optional(format!("evidence.towards.{n}"), *person, PEOPLE);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        keep_links(&mut self.behaviours, visible);
        self.towards.retain(|id| visible(*id));
    }
}
