//! Supervision: two people look at the work, beginning with what went well. The team's own matter: it never leaves the
//! team, and it ranks nobody.

use super::{ANY, Linked, References, Visible};
use crate::ids::EntryId;
use crate::text::{Code, Text};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One talk about the work on this case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Supervision {
    /// Which entries it is about; none: the case as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<EntryId>,
    /// Whose work it is about, by name. None: everybody's who works the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker: Option<Text>,
    /// Why it was held, a code of the pack.
    pub reason: Code,
    /// What the worker did well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub went_well: Option<Text>,
    /// What was thought about: how something was done, not whether.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<Reflection>,
    /// What was agreed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed: Vec<Agreed>,
}

/// One question that was thought about together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reflection {
    /// The question, a code of the pack.
    pub question: Code,
    /// What was said.
    pub answer: Text,
}

/// Something that was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agreed {
    /// What.
    pub what: Text,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Text>,
    /// When it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub done: Option<Date>,
}

impl Supervision {
    /// Whether anything was said or agreed.
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.went_well.is_some() || !self.prompts.is_empty() || !self.agreed.is_empty()
    }
}

impl Linked for Supervision {
    fn references(&self, out: &mut References) {
        for (n, entry) in self.about.iter().enumerate() {
            out.optional(format!("supervision.about.{n}"), *entry, ANY);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.about.retain(|id| visible(*id));
    }
}
