//! The agencies' own part: what each did, to which behaviour, in answer to which effort, and what came of it.

use super::strengths::Consequence;
use super::{BEHAVIOURS, EFFORTS, Linked, PEOPLE, References, Visible, keep_links, may_name};
use crate::ids::EntryId;
use crate::source::{Link, Who};
use crate::text::{Code, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an agency did. The page holds the agencies to account as it holds him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SystemResponse {
    /// Which agency, in words: "Northbridge police".
    pub agency: Text,
    /// Its sector, a code of the pack.
    pub sector: Code,
    /// What it did, or left undone, as a verb phrase that reads on from the agency.
    pub did: Text,
    /// Towards whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub towards: Vec<EntryId>,
    /// The behaviours it was an answer to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behaviours: Vec<Link>,
    /// The efforts it was an answer to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub efforts: Vec<Link>,
    /// Whether it helped, and in whose view. Two people may see it differently; both stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Judged>,
    /// What followed, and the behaviour it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed: Option<Consequence>,
    /// The behaviours it was used through: a check that he called for, an order that he quotes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub used_through: Vec<Link>,
}

/// What a response did to the pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// It made somebody safer, or made something possible.
    Helped,
    /// It changed nothing.
    Neutral,
    /// It gave the pattern more hold.
    Reinforced,
}

impl Effect {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Helped, Self::Neutral, Self::Reinforced];
}

/// What a response did, as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// What it did.
    pub effect: Effect,
    /// In whose view.
    pub by: Who,
    /// Why, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
}

impl Linked for SystemResponse {
    fn references(&self, out: &mut References) {
        for (n, person) in self.towards.iter().enumerate() {
            out.optional(format!("system_response.towards.{n}"), *person, PEOPLE);
        }
        out.links("system_response.behaviours", &self.behaviours, BEHAVIOURS);
        out.links("system_response.efforts", &self.efforts, EFFORTS);
        for (n, judged) in self.effects.iter().enumerate() {
            out.who(format!("system_response.effects.{n}.by"), &judged.by);
        }
        if let Some(behaviour) = self.followed.as_ref().and_then(|followed| followed.behaviour) {
            out.optional("system_response.followed.behaviour", behaviour, BEHAVIOURS);
        }
        out.links("system_response.used_through", &self.used_through, BEHAVIOURS);
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.towards.retain(|id| visible(*id));
        keep_links(&mut self.behaviours, visible);
        keep_links(&mut self.efforts, visible);
        self.effects.retain(|judged| may_name(&judged.by, visible));
        // Words that only make sense with a withheld behaviour would tell of it: they go together.
        if self.followed.as_ref().and_then(|followed| followed.behaviour).is_some_and(|id| !visible(id)) {
            self.followed = None;
        }
        keep_links(&mut self.used_through, visible);
    }
}
