//! Labels: who may ever see an entry or one of its sources.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who may ever see it. Every entry has one; each of its sources may have one of its own, so that "his pattern, never who
/// told us" works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// Pattern, impact, everyday parenting: everybody who works the case.
    Professional,
    /// Covert efforts and coping: hidden money, code words. Recording them can endanger the survivor.
    SurvivorConfidential,
    /// Where she lives, safe contact, safety plan, placement, school.
    Sealed,
    /// Between a lawyer and the person advised.
    Privileged,
    /// Somebody who told us and who must not be found out: a neighbour, a relative, a referrer.
    ThirdParty,
    /// The words of a child.
    ChildVoice,
    /// The team's own matter: worker safety, supervision, wording findings.
    Staff,
}

impl Label {
    /// All labels, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Professional,
        Self::SurvivorConfidential,
        Self::Sealed,
        Self::Privileged,
        Self::ThirdParty,
        Self::ChildVoice,
        Self::Staff,
    ];

    /// What may stand in a working copy on paper, if it is asked for: never what could put the survivor in danger, where
    /// she lives, a lawyer's advice, or the team's own matter.
    pub const ON_PAPER: [Self; 3] = [Self::Professional, Self::ThirdParty, Self::ChildVoice];

    /// The code, as in files and policies.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Professional => "professional",
            Self::SurvivorConfidential => "survivor_confidential",
            Self::Sealed => "sealed",
            Self::Privileged => "privileged",
            Self::ThirdParty => "third_party",
            Self::ChildVoice => "child_voice",
            Self::Staff => "staff",
        }
    }

    /// The label of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|label| label.code() == code)
    }

    /// Whether the journal keeps it under the sealed key of the case.
    #[must_use]
    pub fn is_sealed(self) -> bool {
        matches!(self, Self::Sealed | Self::Privileged)
    }
}

/// A set of labels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Labels(BTreeSet<Label>);

impl Labels {
    /// Every label there is.
    #[must_use]
    pub fn all() -> Self {
        Self(Label::ALL.into_iter().collect())
    }

    /// Whether the label is in the set.
    #[must_use]
    pub fn has(&self, label: Label) -> bool {
        self.0.contains(&label)
    }

    /// The labels, in the order in which they are shown.
    pub fn iter(&self) -> impl Iterator<Item = Label> + '_ {
        self.0.iter().copied()
    }
}

impl FromIterator<Label> for Labels {
    fn from_iter<I: IntoIterator<Item = Label>>(labels: I) -> Self {
        Self(labels.into_iter().collect())
    }
}
