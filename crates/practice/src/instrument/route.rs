//! Where an answer goes: a kind of entry, a field of it, and what is fixed. `behaviour act categories=economic_control`.

use crate::kinds::Kind;
use crate::text::Code;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where an answer goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct GoesTo {
    /// The kind of entry.
    pub kind: Kind,
    /// The field that the answer fills.
    pub field: String,
    /// What is fixed: categories, domain, pathway, step.
    pub set: BTreeMap<String, Vec<Code>>,
    /// The question with whose answer it becomes one entry.
    pub into: Option<Code>,
}

/// The fields that an answer can fill, and what can be fixed, by kind.
const PLACES: &[(Kind, &[&str], &[&str])] = &[
    (Kind::Behaviour, &["act", "setting"], &["categories", "form"]),
    (
        Kind::Effort,
        &["act", "made_possible", "cost", "obstacle", "followed", "wants_heard_by", "safe_wording"],
        &["categories"],
    ),
    (Kind::Impact, &["what"], &["on", "pathway", "domains"]),
    (Kind::Voice, &["said", "wants", "worse", "wants_heard_by"], &[]),
    (Kind::DailyCare, &["care", "does", "decides", "good", "changes", "disrupted"], &["area"]),
    (Kind::CareConcern, &["seen", "part", "help_wanted"], &[]),
    (Kind::Intersection, &["what"], &["factor", "mechanism"]),
    (Kind::Unknown, &["question", "safely"], &[]),
    (Kind::WorkerSafety, &["know", "todo"], &[]),
    (Kind::PartneringStep, &["done", "answer"], &["step"]),
    (Kind::SystemResponse, &["did", "agency"], &["sector"]),
];

impl TryFrom<String> for GoesTo {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        Self::parse(&written)
    }
}

impl From<GoesTo> for String {
    fn from(to: GoesTo) -> Self {
        let mut out = format!("{} {}", to.kind.code(), to.field);
        for (key, codes) in &to.set {
            let codes: Vec<&str> = codes.iter().map(Code::as_str).collect();
            out.push_str(&format!(" {key}={}", codes.join(",")));
        }
        if let Some(into) = &to.into {
            out.push_str(&format!(" into={into}"));
        }
        out
    }
}

impl GoesTo {
    /// Reads a place.
    ///
    /// # Errors
    /// With what can stand there.
    pub fn parse(written: &str) -> Result<Self, String> {
        let mut words = written.split_whitespace();
        let kinds = || PLACES.iter().map(|(kind, ..)| kind.code()).collect::<Vec<_>>().join(", ");
        let kind = words.next().and_then(Kind::from_code);
        let Some((kind, fields, keys)) =
            kind.and_then(|kind| PLACES.iter().find(|(known, ..)| *known == kind).copied())
        else {
            return Err(format!("“{written}” begins with no kind an answer can go to: use one of {}", kinds()));
        };
        let field = words.next().unwrap_or_default();
        if !fields.contains(&field) {
            return Err(format!(
                "“{written}”: a {} has no field “{field}” for an answer: use one of {}",
                kind.code(),
                fields.join(", ")
            ));
        }
        let mut to = Self { kind, field: field.to_owned(), set: BTreeMap::new(), into: None };
        for word in words {
            let (key, values) = word.split_once('=').unwrap_or((word, ""));
            let codes: Result<Vec<Code>, _> = values.split(',').map(Code::parse).collect();
            let codes = codes.map_err(|error| format!("“{written}”: {error}"))?;
            if key == "into" {
                to.into = codes.into_iter().next();
            } else if keys.contains(&key) {
                to.set.insert(key.to_owned(), codes);
            } else {
                return Err(format!(
                    "“{written}”: “{key}” cannot be fixed for a {}: use one of {}",
                    kind.code(),
                    keys.join(", ")
                ));
            }
        }
        Ok(to)
    }

    /// The kinds an answer can go to, with the fields it can fill.
    pub fn places() -> impl Iterator<Item = (Kind, &'static [&'static str])> {
        PLACES.iter().map(|(kind, fields, _)| (*kind, *fields))
    }

    /// What is fixed under a key.
    #[must_use]
    pub fn fixed(&self, key: &str) -> &[Code] {
        self.set.get(key).map_or(&[], Vec::as_slice)
    }
}
