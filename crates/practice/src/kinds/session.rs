//! Mapping sessions: several agencies at one map, once. What comes of it are actions that agencies own.

use super::decision::{Dissent, dissent_references, limit};
use super::{ANY, Kind, Linked, References, Visible, may_name};
use crate::ids::EntryId;
use crate::label::Labels;
use crate::source::Who;
use crate::text::{Code, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A meeting of agencies at the map. It never puts both adults in one room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MappingSession {
    /// What it is for.
    pub purpose: Text,
    /// Who attends, from which agency. At least one.
    pub attendees: Vec<Attendee>,
    /// What will be talked about, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<Text>,
    /// What may be shown there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub material: Vec<EntryId>,
    /// Who agreed that it may be shown, when and how she was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Text>,
    /// Questions nobody could answer, each with the action it was turned into.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Turned>,
    /// Who sees it differently, in their words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<Dissent>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Text>,
}

/// Somebody who attends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attendee {
    /// Who.
    pub who: Who,
    /// From which agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Text>,
    /// The sector of the agency, a code of the pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Code>,
}

/// A question that was turned into an action of an agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Turned {
    /// The question: an unknown of the case.
    pub unknown: EntryId,
    /// The action. None: nobody has taken it on yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<EntryId>,
}

impl MappingSession {
    /// Takes out what this reader may not have by its own label.
    pub(crate) fn limit(&mut self, labels: &Labels) {
        limit(&mut self.dissent, labels);
    }
}

impl Linked for MappingSession {
    fn references(&self, out: &mut References) {
        for (n, attendee) in self.attendees.iter().enumerate() {
            out.who(format!("mapping_session.attendees.{n}.who"), &attendee.who);
        }
        for (n, entry) in self.material.iter().enumerate() {
            out.optional(format!("mapping_session.material.{n}"), *entry, ANY);
        }
        for (n, turned) in self.questions.iter().enumerate() {
            out.optional(format!("mapping_session.questions.{n}.unknown"), turned.unknown, &[Kind::Unknown]);
            if let Some(action) = turned.action {
                out.optional(format!("mapping_session.questions.{n}.action"), action, &[Kind::AgencyAction]);
            }
        }
        dissent_references("mapping_session.dissent", &self.dissent, out);
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.attendees.retain(|attendee| may_name(&attendee.who, visible));
        self.material.retain(|id| visible(*id));
        self.questions.retain(|turned| visible(turned.unknown));
        for turned in &mut self.questions {
            turned.action = turned.action.filter(|action| visible(*action));
        }
        self.dissent.retain(|one| may_name(&one.by, visible));
    }
}
