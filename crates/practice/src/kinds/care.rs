//! Care: who does what for a child from day to day, the same questions for every caregiver, and worries about anybody's care
//! with what explains them.

use super::{BEHAVIOURS, Linked, PEOPLE, References, Visible, keep_together};
use crate::ids::EntryId;
use crate::source::Link;
use crate::text::{Code, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one caregiver does for one child or several, in one area of daily life. The areas and the questions are the same for
/// every caregiver, so that two parents can be put side by side and what was asked of one only can be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DailyCare {
    /// Whose care it is about.
    pub carer: EntryId,
    /// For which children. At least one.
    pub children: Vec<EntryId>,
    /// A code of the pack: `meals`, `night`, `school`.
    pub area: Code,
    /// What this caregiver does here in an ordinary week; "nothing" is an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub does: Option<Text>,
    /// What this caregiver decides here, and what is decided over them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decides: Option<Text>,
    /// What changes for the children when the person who causes harm is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<Text>,
    /// What this caregiver does well here. Good care is recorded of everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good: Option<Text>,
    /// What got in the way of this caregiver's care here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disrupted: Option<Text>,
    /// The behaviours that did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disrupted_by: Vec<Link>,
}

impl DailyCare {
    /// Whether any of the questions is answered. What disrupted the care is not one of them: it is told with the behaviour.
    #[must_use]
    pub fn says_something(&self) -> bool {
        [&self.does, &self.decides, &self.changes, &self.good].into_iter().any(Option::is_some)
    }

    /// Whether it tells of care under strain, which nobody outside the team has without the behaviour that explains it.
    #[must_use]
    pub fn is_under_strain(&self) -> bool {
        self.disrupted.is_some() || !self.disrupted_by.is_empty()
    }
}

impl Linked for DailyCare {
    fn references(&self, out: &mut References) {
        out.required("daily_care.carer", self.carer, PEOPLE);
        out.people("daily_care.children", &self.children);
        out.links("daily_care.disrupted_by", &self.disrupted_by, BEHAVIOURS);
    }

    fn keep(&mut self, visible: Visible<'_>) {
        keep_together(&mut self.disrupted, &mut self.disrupted_by, visible);
    }
}

/// A worry about somebody's care of a child: any caregiver's. What was seen, what it did to which child, what part the person
/// who causes harm has in it, and what help is wanted. Never "neglect" without the behaviour behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CareConcern {
    /// Whose care it is about.
    pub carer: EntryId,
    /// What was seen or heard, in plain words and without adjectives.
    pub seen: Text,
    /// What it did to which child. At least one child.
    pub children: Vec<CareEffect>,
    /// What part the person who causes harm has in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Text>,
    /// The behaviours that are that part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behaviours: Vec<Link>,
    /// What help the caregiver wants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help_wanted: Option<Text>,
    /// What help was offered, by whom, and what came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help_offered: Option<Text>,
}

/// What a worry about care means for one child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CareEffect {
    /// The child.
    pub child: EntryId,
    /// What was seen of the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Text>,
}

impl Linked for CareConcern {
    fn references(&self, out: &mut References) {
        out.required("care_concern.carer", self.carer, PEOPLE);
        for (n, effect) in self.children.iter().enumerate() {
            out.required(format!("care_concern.children.{n}.child"), effect.child, PEOPLE);
        }
        out.links("care_concern.behaviours", &self.behaviours, BEHAVIOURS);
    }

    fn keep(&mut self, visible: Visible<'_>) {
        keep_together(&mut self.part, &mut self.behaviours, visible);
    }
}
