//! Impact (component 4): what a behaviour did to a child, to the survivor's parenting, or to the family's daily life.

use super::{BEHAVIOURS, Linked, PEOPLE, References, Visible, may_name};
use crate::ids::EntryId;
use crate::source::{Basis, Who};
use crate::text::{Code, Text};
use crate::when::ApproxDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The way by which a behaviour reaches a child: the multiple pathways to harm. Wider than "witnessing".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Pathway {
    /// To the child, or in front of the child.
    Direct,
    /// Through what it does to the other parent's care.
    ThroughCare,
    /// Through housing, money, routines, kin, school: the family's daily life.
    ThroughDailyLife,
}

impl Pathway {
    /// All pathways, in the order of the map.
    pub const ALL: [Self; 3] = [Self::Direct, Self::ThroughCare, Self::ThroughDailyLife];

    /// The code, as in files and addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::ThroughCare => "through_care",
            Self::ThroughDailyLife => "through_daily_life",
        }
    }
}

/// An effect of behaviours on somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Impact {
    /// On whom or what.
    pub on: ImpactOn,
    /// What was seen or said, in plain words: "Sleeps in her clothes on Fridays".
    pub what: Text,
    /// Codes of the pack.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<Code>,
    /// Which behaviours did it, and how it is known that they did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<ImpactLink>,
    /// Somebody looked and saw no effect yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub none_seen: Option<NoneSeen>,
}

/// On whom or what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImpactOn {
    /// On this child.
    Child(EntryId),
    /// On the parenting of this survivor.
    Parenting(EntryId),
    /// On the family's daily life.
    FamilyFunctioning,
}

/// The link from an act to a harm: what a court contests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImpactLink {
    /// The behaviour.
    pub behaviour: EntryId,
    /// By which way.
    pub pathway: Pathway,
    /// How the connection is known, and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

/// "None seen yet" is worth something only with who looked, when and where, and how the child copes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoneSeen {
    /// Who looked.
    pub by: Who,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ApproxDate>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// How the child copes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coping: Option<Text>,
}

impl Linked for Impact {
    fn references(&self, out: &mut References) {
        match self.on {
            ImpactOn::Child(child) => out.required("impact.on.child", child, PEOPLE),
            ImpactOn::Parenting(parent) => out.required("impact.on.parenting", parent, PEOPLE),
            ImpactOn::FamilyFunctioning => {}
        }
        for (n, link) in self.from.iter().enumerate() {
            out.optional(format!("impact.from.{n}.behaviour"), link.behaviour, BEHAVIOURS);
            if let Some(basis) = &link.basis {
                out.who(format!("impact.from.{n}.basis.by"), &basis.by);
            }
        }
        if let Some(none_seen) = &self.none_seen {
            out.who("impact.none_seen.by", &none_seen.by);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.from.retain(|link| visible(link.behaviour));
        for link in &mut self.from {
            if link.basis.as_ref().is_some_and(|basis| !may_name(&basis.by, visible)) {
                link.basis = None;
            }
        }
        if self.none_seen.as_ref().is_some_and(|seen| !may_name(&seen.by, visible)) {
            self.none_seen = None;
        }
    }
}
