//! Intersections (component 5): what substance use, health, culture, migration, money or disability have to do with the
//! pattern. Never a list of "co-occurring issues".

use super::{BEHAVIOURS, Linked, PEOPLE, References, Visible, keep_links};
use crate::ids::EntryId;
use crate::source::Link;
use crate::text::{Code, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a factor and the pattern meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mechanism {
    /// The behaviour caused it: her low mood after months of broken sleep.
    Caused,
    /// It made the behaviour, or the harm, worse. Not the cause.
    Worsened,
    /// He got in the way of help: no lift to the clinic.
    InterferedWithHelp,
    /// He uses it: quotes her diagnosis, threatens with her papers.
    UsedAgainst,
    /// He made it up.
    Fabricated,
    /// A system shuts a door: racism, rules on migration, no interpreter, no ramp.
    Barrier,
    /// Kin, faith, community, culture or a service protects.
    Protects,
}

impl Mechanism {
    /// All mechanisms, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::UsedAgainst,
        Self::Caused,
        Self::Worsened,
        Self::InterferedWithHelp,
        Self::Fabricated,
        Self::Barrier,
        Self::Protects,
    ];
}

/// A factor × whose × mechanism × behaviours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Intersection {
    /// A code of the pack: `migration`, `substance`.
    pub factor: Code,
    /// Whose it is.
    pub whose: Vec<EntryId>,
    /// How it and the pattern meet.
    pub mechanism: Mechanism,
    /// What, in plain words.
    pub what: Text,
    /// Which behaviours it meets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behaviours: Vec<Link>,
}

impl Linked for Intersection {
    fn references(&self, out: &mut References) {
        for (n, person) in self.whose.iter().enumerate() {
            out.required(format!("intersection.whose.{n}"), *person, PEOPLE);
        }
        out.links("intersection.behaviours", &self.behaviours, BEHAVIOURS);
    }

    fn keep(&mut self, visible: Visible<'_>) {
        keep_links(&mut self.behaviours, visible);
    }
}
