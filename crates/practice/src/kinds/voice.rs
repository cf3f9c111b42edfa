//! Voice: what a child, a survivor, kin, or the person who causes harm says, in their own words.

use super::{ANY, BEHAVIOURS, Linked, PEOPLE, References, Visible, may_name};
use crate::ids::EntryId;
use crate::source::{Link, Quote};
use crate::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Somebody's own words, what they want, and what would make it worse. Whether it is a child's voice or a survivor's is
/// said by the part the person has in the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// Whose.
    pub whose: EntryId,
    /// The words exactly as they were said, or signed, or shown in a drawing.
    pub words: Quote,
    /// What was asked before, so that a reader knows whose idea it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Text>,
    /// Whether the person was spoken with alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alone: Option<bool>,
    /// What they want.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wants: Option<Text>,
    /// What would make it worse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worse: Option<Text>,
    /// Whom they want to hear it, and who must not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wants_heard_by: Option<Text>,
    /// Which entries it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<EntryId>,
    /// What they take back with it. What they said before stands beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takes_back: Option<TakesBack>,
}

/// Somebody takes back what they said. It is never an erasure: the earlier words stand, and these come with the pressure
/// under which they were spoken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakesBack {
    /// The earlier entry.
    pub entry: EntryId,
    /// What was going on around it: who had come, what was threatened, what standing by it would have cost.
    pub context: Text,
    /// The behaviours that put the pressure on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pressure: Vec<Link>,
}

impl Linked for Voice {
    fn references(&self, out: &mut References) {
        out.required("voice.whose", self.whose, PEOPLE);
        for (n, entry) in self.about.iter().enumerate() {
            out.optional(format!("voice.about.{n}"), *entry, ANY);
        }
        if let Some(takes_back) = &self.takes_back {
            // Words taken back, without the words and without the pressure, would read as "it never happened".
            out.required("voice.takes_back.entry", takes_back.entry, ANY);
            for (n, link) in takes_back.pressure.iter().enumerate() {
                out.required(format!("voice.takes_back.pressure.{n}.to"), link.to, BEHAVIOURS);
                if let Some(basis) = &link.basis {
                    out.who(format!("voice.takes_back.pressure.{n}.basis.by"), &basis.by);
                }
            }
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.about.retain(|id| visible(*id));
        for link in self.takes_back.iter_mut().flat_map(|takes_back| &mut takes_back.pressure) {
            if link.basis.as_ref().is_some_and(|basis| !may_name(&basis.by, visible)) {
                link.basis = None;
            }
        }
    }
}
