//! The case file format `holdfast-case/1`: the same for the demo, import, export, the API and tests.
//!
//! Every revision stands in it with its original author and time, in the order in which it was recorded. What is
//! unknown is refused; a link names an entry of the same file.

use crate::case::{CaseFile, FoldError};
use crate::entry::{Change, Revision};
use crate::event::{CaseEvent, Opened, Removed};
use crate::kinds::Body;
use crate::record::{Refusal, label_refused, problems};
use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of the format and its version.
pub const FORMAT: &str = "holdfast-case/1";

/// A case file as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseDocument {
    /// Always `holdfast-case/1`.
    pub format: FormatName,
    /// How the case was opened.
    pub case: Opened,
    /// Every revision of every entry, in the order in which they were recorded.
    pub entries: Vec<Revision>,
    /// Entries that were taken out for good, because they were recorded in the wrong case: the fact, and nothing they said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Removed>,
}

/// The name of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum FormatName {
    /// Version 1.
    #[serde(rename = "holdfast-case/1")]
    V1,
}

/// Something wrong with a document that its schema cannot tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `entries.12.change.recorded.body.behaviour.targets.0`.
    pub path: String,
    /// What, and how to mend it.
    pub message: String,
}

/// The JSON Schema of the format, made from the types.
#[must_use]
pub fn schema() -> Schema {
    let mut schema = schemars::schema_for!(CaseDocument);
    schema.insert("$id".into(), "urn:holdfast:case:1".into());
    schema.insert("title".into(), "Holdfast case file, version 1".into());
    schema
}

impl CaseDocument {
    /// The document of a case file.
    #[must_use]
    pub fn of(case: &CaseFile) -> Self {
        Self {
            format: FormatName::V1,
            case: case.opened.clone(),
            entries: case.revisions().cloned().collect(),
            removed: case.all_removed().cloned().collect(),
        }
    }

    /// The bytes of an export: one line for each entry's revision, so that two exports can be compared by eye and by
    /// ordinary tools.
    ///
    /// # Errors
    /// Never for a value of this type; the signature is serde's.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        let mut out = String::new();
        out.push_str("{\n\"format\": ");
        out.push_str(&serde_json::to_string(&self.format)?);
        out.push_str(",\n\"case\": ");
        out.push_str(&serde_json::to_string(&self.case)?);
        out.push_str(",\n\"entries\": [");
        for (n, revision) in self.entries.iter().enumerate() {
            out.push_str(if n == 0 { "\n" } else { ",\n" });
            out.push_str(&serde_json::to_string(revision)?);
        }
        out.push_str("\n]");
        for (n, removed) in self.removed.iter().enumerate() {
            out.push_str(if n == 0 { ",\n\"removed\": [\n" } else { ",\n" });
            out.push_str(&serde_json::to_string(removed)?);
        }
        out.push_str(if self.removed.is_empty() { "\n}\n" } else { "\n]\n}\n" });
        Ok(out)
    }

    /// Folds the document on its own and lists everything that is wrong with it: numbers out of order, links to nothing
    /// or to the wrong kind, lists that need one and have none. All of it, not only the first.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut case = CaseFile::open(self.case.clone());
        for (n, removed) in self.removed.iter().enumerate() {
            if case.apply(CaseEvent::Removed(Box::new(removed.clone()))).is_err() {
                found.push(Problem { path: format!("removed.{n}"), message: "it cannot be read".to_owned() });
            }
        }
        for (n, revision) in self.entries.iter().enumerate() {
            if let Err(error) = case.apply(CaseEvent::Entry(Box::new(revision.clone()))) {
                let field = match error {
                    FoldError::OutOfOrder { .. } => "revision",
                    _ => "change",
                };
                found.push(Problem { path: format!("entries.{n}.{field}"), message: error.to_string() });
            }
        }
        // Links are looked up in the whole file: a person may be recorded after the note that names them.
        let mut at: BTreeMap<_, usize> = BTreeMap::new();
        for (n, revision) in self.entries.iter().enumerate() {
            at.insert((revision.id, revision.revision), n);
            if let Some(content) = revision.content() {
                let step = if revision.revision == 1 { "recorded" } else { "revised" };
                for refusal in problems(&case, revision.id, content).into_iter().chain(signed(&case, revision)) {
                    let path = refusal_path(&refusal);
                    let message = refusal.to_string();
                    let message = match message.strip_prefix(&format!("{path}: ")) {
                        Some(rest) => rest.to_owned(),
                        None => message,
                    };
                    let inside = if is_envelope(path) { path.to_owned() } else { format!("body.{path}") };
                    found.push(Problem { path: format!("entries.{n}.change.{step}.{inside}"), message });
                }
                continue;
            }
            if let Change::Relabelled(label) = revision.change
                && let Some(refusal) = case.entry(revision.id).and_then(|entry| label_refused(entry.kind(), label))
            {
                let message = refusal.to_string().trim_start_matches("label: ").to_owned();
                found.push(Problem { path: format!("entries.{n}.change.relabelled"), message });
            }
            if revision.reason.is_none() {
                found.push(Problem {
                    path: format!("entries.{n}.reason"),
                    message: Refusal::ReasonMissing.to_string(),
                });
            }
        }
        found
    }
}

/// A file from elsewhere may not hold a sign-off by somebody who had a part in what it signs off, up to the revision it is about.
fn signed(case: &CaseFile, revision: &Revision) -> Option<Refusal> {
    let Body::SignOff(sign) = &revision.content()?.body else { return None };
    let signs = |step: &&Revision| step.revision <= sign.revision && step.author.id == revision.author.id;
    case.entry(sign.of)?.history.iter().find(signs).map(|_| Refusal::OwnSignOff)
}

fn is_envelope(path: &str) -> bool {
    ["happened", "sources", "disputes", "label"].iter().any(|field| path.starts_with(field))
}

fn refusal_path(refusal: &Refusal) -> &str {
    match refusal {
        Refusal::NoSuchEntry { path, .. } | Refusal::WrongKind { path, .. } => path,
        Refusal::Missing { path } | Refusal::EndsBeforeItBegins { path } => path,
        Refusal::UndeterminedNeedsReview => "role_decision",
        Refusal::SamePerson { path } => path,
        Refusal::NowhereToLive => "living_arrangement",
        Refusal::NothingSaid => "daily_care",
        Refusal::Twice { path } => path,
        Refusal::StaysWithTeam { .. } => "label",
        Refusal::BothAdults => "mapping_session.attendees",
        Refusal::OwnSignOff => "sign_off.of",
        _ => "",
    }
}
