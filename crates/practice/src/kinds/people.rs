//! People, how they are related, who lives together, and which part each has in the case.

use super::{Linked, PEOPLE, RELATIONSHIPS, References, Visible};
use crate::ids::EntryId;
use crate::text::Text;
use crate::when::{ApproxDate, Period};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Somebody. Which part the person has is a [`RoleDecision`]; where the person lives, and how to reach them, are sealed
/// entries of their own and never fields here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The whole name, as the person writes it.
    pub name: Text,
    /// What the person is called: "Ola". Used everywhere in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_as: Option<Text>,
    /// Other names, spellings and shorthand that records use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// Date of birth, as exactly as is known. For a child not yet born: when it is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<ApproxDate>,
    /// Whether the child is not yet born.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unborn: bool,
    /// Date of death.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub died: Option<ApproxDate>,
    /// In the person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Text>,
    /// "she", "he", "they", or what the person says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pronouns: Option<Text>,
    /// Languages the person speaks best, first the best.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Text>,
    /// What the person is to the family where that is not kinship: "class teacher", "health visitor".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Text>,
}

impl Person {
    /// What to call the person on a page: as known, else the first part of the name.
    #[must_use]
    pub fn short(&self) -> &str {
        match &self.known_as {
            Some(known) => known.as_str(),
            None => self.name.as_str().split_whitespace().next().unwrap_or_else(|| self.name.as_str()),
        }
    }
}

impl Linked for Person {
    fn references(&self, _: &mut References) {}
    fn keep(&mut self, _: Visible<'_>) {}
}

/// How one person is related to another. Read "`from` is the … of `to`".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RelationshipKind {
    /// Married or in a civil partnership.
    Spouse,
    /// A couple, living together or not.
    Partner,
    /// Was a couple with. Ending a relationship does not by itself end the harm.
    FormerPartner,
    /// Parent by birth.
    Parent,
    /// Parent by adoption.
    AdoptiveParent,
    /// Step-parent, or the partner of a parent.
    StepParent,
    /// Foster carer or other carer placed by an agency.
    FosterCarer,
    /// Grandparent.
    Grandparent,
    /// Brother or sister, by both parents or one.
    Sibling,
    /// Aunt, uncle, cousin or other kin.
    Kin,
    /// Friend or neighbour.
    Friend,
    /// Works with the person.
    Professional,
}

impl RelationshipKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 12] = [
        Self::Parent,
        Self::Spouse,
        Self::Partner,
        Self::FormerPartner,
        Self::StepParent,
        Self::AdoptiveParent,
        Self::FosterCarer,
        Self::Grandparent,
        Self::Sibling,
        Self::Kin,
        Self::Friend,
        Self::Professional,
    ];

    /// Whether these two are or were a couple.
    #[must_use]
    pub fn is_union(self) -> bool {
        matches!(self, Self::Spouse | Self::Partner | Self::FormerPartner)
    }

    /// Whether `from` is in a parent's place to `to`.
    #[must_use]
    pub fn is_parental(self) -> bool {
        matches!(self, Self::Parent | Self::AdoptiveParent | Self::StepParent | Self::FosterCarer)
    }
}

/// How two people are related.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relationship {
    /// "`from` is the … of `to`".
    pub kind: RelationshipKind,
    /// The one.
    pub from: EntryId,
    /// The other.
    pub to: EntryId,
    /// From when until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Anything a reader should know, without adjectives about the relationship.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
}

impl Linked for Relationship {
    fn references(&self, out: &mut References) {
        out.required("relationship.from", self.from, PEOPLE);
        out.required("relationship.to", self.to, PEOPLE);
    }

    fn keep(&mut self, _: Visible<'_>) {}
}

/// Who lives together. The address is a sealed entry of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Household {
    /// What to call it: "Ewa and the children". Never an address.
    pub name: Text,
    /// Who lives there, or did.
    pub members: Vec<Member>,
}

/// Somebody's time in a household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Who.
    pub person: EntryId,
    /// From when until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
}

impl Linked for Household {
    fn references(&self, out: &mut References) {
        for (n, member) in self.members.iter().enumerate() {
            out.optional(format!("household.members.{n}.person"), member.person, PEOPLE);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.members.retain(|member| visible(member.person));
    }
}

/// The part a person has in the case. A role on a case, never an attribute of a person and never tied to gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Uses a pattern of coercive control, or of harm to the children.
    Perpetrator,
    /// The non-offending, protective parent or partner.
    Survivor,
    /// One of the children the file is about.
    Child,
    /// Kin or friend.
    Kin,
    /// Works with the family.
    Professional,
    /// Not decided. Carries a review date and the questions that would decide it.
    Undetermined,
}

impl Role {
    /// All roles, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Child, Self::Perpetrator, Self::Survivor, Self::Undetermined, Self::Kin, Self::Professional];
}

/// Which part somebody has, since when, in which relationship, and why. Reasoned and reviewable; a mistaken decision is
/// revised and its history stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleDecision {
    /// Who.
    pub person: EntryId,
    /// Which part.
    pub role: Role,
    /// In which relationship, where it is not the whole case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relationship: Option<EntryId>,
    /// From when until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What was seen and heard that makes it so. Arrest, gender, visible injury and who called first are weak reasons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// When it will be looked at again. Required while undetermined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub review: Option<Date>,
    /// The questions that would decide it. At least one while undetermined.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open_questions: Vec<Text>,
}

impl Linked for RoleDecision {
    fn references(&self, out: &mut References) {
        out.required("role_decision.person", self.person, PEOPLE);
        if let Some(relationship) = self.relationship {
            out.optional("role_decision.relationship", relationship, RELATIONSHIPS);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.relationship = self.relationship.filter(|id| visible(*id));
    }
}
