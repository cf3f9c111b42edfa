//! Where people are: with whom they live, where a child's days and nights are, and how to reach somebody safely.
//!
//! A place is never a field of a person: an address that got out is how he finds her.

use super::{HOUSEHOLDS, Linked, References, Visible, may_name};
use crate::ids::EntryId;
use crate::source::Who;
use crate::text::{Code, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// With whom somebody lives, or where a child's days and nights are, over the period in the envelope. A child with two
/// homes has two of these; twins can share one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LivingArrangement {
    /// Whose days and nights these are. At least one person.
    pub who: Vec<EntryId>,
    /// With whom. May be nobody, and may be somebody who has no entry: "a friend in town".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<Who>,
    /// In which household, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<EntryId>,
    /// Which days and nights: "Fridays after school until Sunday at six". Never an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Text>,
    /// Who decided that it is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Who>,
    /// How it came to be decided: an order, an agreement, keys that were changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_how: Option<Text>,
    /// How sure anybody is where they are.
    #[serde(default, skip_serializing_if = "Sure::is_known")]
    pub sure: Sure,
    /// What is not clear, or what each person says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_clear: Option<Text>,
}

/// How sure anybody is where somebody lives. About a place, never about whether somebody is believed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sure {
    /// It is known.
    #[default]
    Known,
    /// People say different things.
    AccountsDiffer,
    /// Nobody is sure.
    NobodyIsSure,
}

impl Sure {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Known, Self::AccountsDiffer, Self::NobodyIsSure];

    fn is_known(&self) -> bool {
        *self == Self::Known
    }
}

impl Linked for LivingArrangement {
    fn references(&self, out: &mut References) {
        out.people("living_arrangement.who", &self.who);
        for (n, who) in self.with.iter().enumerate() {
            // Half of where a child sleeps would be misleading: with the household or the people, or not at all.
            out.who_required(format!("living_arrangement.with.{n}"), who);
        }
        if let Some(household) = self.household {
            out.required("living_arrangement.household", household, HOUSEHOLDS);
        }
        if let Some(who) = &self.decided_by {
            out.who("living_arrangement.decided_by", who);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        if self.decided_by.as_ref().is_some_and(|who| !may_name(who, visible)) {
            // How it was decided tells by whom.
            self.decided_by = None;
            self.decided_how = None;
        }
    }
}

/// Where somebody is, or how to reach them, and how and when that is safe. Sealed unless somebody decides otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactDetail {
    /// Whose it is. At least one person.
    pub whose: Vec<EntryId>,
    /// A code of the pack: `address`, `phone`, `school`, `safe_way`.
    pub kind: Code,
    /// The address, the number, the name of the school, the way.
    pub detail: Text,
    /// How and when it is safe: "Text only, between nine and three".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safely: Option<Text>,
    /// What must not be done: "Never leave a message".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub never: Option<Text>,
    /// Whether the person who causes harm knows it.
    #[serde(default, skip_serializing_if = "KnownToHarm::is_not_asked")]
    pub known_to_harm: KnownToHarm,
}

/// Whether the person who causes harm knows a place or a number. Never guessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KnownToHarm {
    /// Nobody has asked.
    #[default]
    NotAsked,
    /// As far as anybody knows, no.
    No,
    /// Yes.
    Yes,
}

impl KnownToHarm {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::No, Self::Yes, Self::NotAsked];

    fn is_not_asked(&self) -> bool {
        *self == Self::NotAsked
    }
}

impl Linked for ContactDetail {
    fn references(&self, out: &mut References) {
        out.people("contact_detail.whose", &self.whose);
    }

    fn keep(&mut self, _: Visible<'_>) {}
}
