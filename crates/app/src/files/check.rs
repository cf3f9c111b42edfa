//! Checks a file before anything of it is believed: JSON, schema, types, then the practice's own rules. Every fault is
//! named, with its path and its entry, not only the first.

use super::import::FileProblem;
use crate::state::App;
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use practice::entry::{Author, Revision};
use practice::event::{Opened, Removed};
use practice::format::{CaseDocument, FORMAT, FormatName};
use practice::ids::{AccountId, CaseId};
use practice::text::Text;
use serde_json::Value;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The published schema. A test holds it equal to the types.
const SCHEMA: &str = include_str!("../../../../schemas/holdfast-case-1.json");

impl App {
    /// The document in these bytes, or everything that is wrong with it.
    pub(crate) fn read_document(&self, bytes: &[u8]) -> Result<CaseDocument, Vec<FileProblem>> {
        let value: Value = serde_json::from_slice(bytes).map_err(|error| vec![not_json(&error)])?;
        if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(vec![FileProblem {
                path: "format".to_owned(),
                message: format!("this is not a case file of the form this Holdfast reads; it must say “{FORMAT}”"),
            }]);
        }
        let mut found = schema_problems(self.schema_validator()?, &value);
        let read = typed(value, &mut found);
        let broken_form = !found.is_empty();
        found.extend(practice_problems(&read));
        if !broken_form && found.is_empty() {
            // Read once more from the bytes: a field that stands twice shows only here.
            return serde_json::from_slice(bytes).map_err(|error| vec![not_json(&error)]);
        }
        found.sort_by_key(|problem| (entry_number(&problem.path), problem.path.clone()));
        found.dedup();
        for problem in &mut found {
            if let Some(n) = entry_number(&problem.path) {
                problem.message = format!("entry {}: {}", n.saturating_add(1), problem.message);
            }
        }
        Err(found)
    }

    fn schema_validator(&self) -> Result<&Validator, Vec<FileProblem>> {
        if let Some(made) = self.case_file_schema().get() {
            return Ok(made);
        }
        let broken = |message: String| vec![FileProblem { path: String::new(), message }];
        let schema: Value = serde_json::from_str(SCHEMA).map_err(|error| broken(error.to_string()))?;
        let made = jsonschema::validator_for(&schema).map_err(|error| broken(error.to_string()))?;
        Ok(self.case_file_schema().get_or_init(|| made))
    }
}

fn not_json(error: &serde_json::Error) -> FileProblem {
    FileProblem {
        path: format!("line {}, column {}", error.line(), error.column()),
        message: format!("this is not whole JSON ({error}). Export the file again, or mend it there"),
    }
}

/// The number of the entry in a path like `entries.12.change…`.
fn entry_number(path: &str) -> Option<usize> {
    path.strip_prefix("entries.")?.split('.').next()?.parse().ok()
}

fn schema_problems(validator: &Validator, value: &Value) -> Vec<FileProblem> {
    let mut found = Vec::new();
    for error in validator.iter_errors(value) {
        tell(&error, &mut found);
    }
    found
}

/// Where a value fits none of several forms, the one that it comes nearest to says what is wrong: else the path would end
/// at the choice, and not at the fault.
fn tell(error: &ValidationError<'_>, found: &mut Vec<FileProblem>) {
    if let ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } = error.kind() {
        let nearest = context
            .iter()
            .filter(|branch| !branch.is_empty())
            .max_by_key(|branch| branch.iter().map(depth).max().unwrap_or(0));
        let here = own_depth(error);
        if let Some(branch) = nearest.filter(|branch| branch.iter().any(|inner| depth(inner) > here)) {
            for inner in branch {
                tell(inner, found);
            }
            return;
        }
    }
    found.push(FileProblem { path: dotted(error.instance_path().as_str()), message: message(error) });
}

fn own_depth(error: &ValidationError<'_>) -> usize {
    error.instance_path().as_str().matches('/').count()
}

/// How deep the deepest fault lies that the error knows of.
fn depth(error: &ValidationError<'_>) -> usize {
    let own = own_depth(error);
    match error.kind() {
        ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } => {
            context.iter().flatten().map(depth).max().unwrap_or(0).max(own)
        }
        _ => own,
    }
}

fn dotted(pointer: &str) -> String {
    pointer.trim_start_matches('/').replace('/', ".").replace("~1", "/").replace("~0", "~")
}

/// In our own words where the field's are not those of a person.
fn message(error: &ValidationError<'_>) -> String {
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            format!("the field {property} is missing. Add it")
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            format!("there is no field {}. Check the spelling, or remove it", quoted(unexpected))
        }
        ValidationErrorKind::Enum { options } => format!("this must be one of {options}"),
        ValidationErrorKind::OneOfNotValid { .. } | ValidationErrorKind::AnyOf { .. } => {
            "this fits none of the forms it may have. Check the name of the field and what it holds".to_owned()
        }
        ValidationErrorKind::Pattern { .. } | ValidationErrorKind::MinLength { .. } => {
            "this is empty, or not in the form it must have".to_owned()
        }
        ValidationErrorKind::Type { .. } => "this is another kind of value than belongs here".to_owned(),
        // Never the value itself: it may be somebody's words, and messages end up in mails and logs.
        _ => error.masked().to_string(),
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ")
}

/// What could be read of a file.
struct Readable {
    case: Option<Opened>,
    /// The revisions that could be read, with their places in the file.
    revisions: Vec<(usize, Revision)>,
    /// The ids of those that could not: links to them are no fault of the entries that have them.
    unreadable: Vec<String>,
    /// The facts of what was taken out that could be read.
    removed: Vec<Removed>,
}

/// Reads the parts into their types, each on its own, so that each fault is named: dates that do not exist, blank texts.
/// What the schema has complained about already is left out.
fn typed(mut value: Value, found: &mut Vec<FileProblem>) -> Readable {
    let complained: BTreeSet<Option<usize>> = found.iter().map(|problem| entry_number(&problem.path)).collect();
    let entries = match value.get_mut("entries").map(Value::take) {
        Some(Value::Array(entries)) => entries,
        _ => Vec::new(),
    };
    let case = match value.get_mut("case").map(Value::take) {
        Some(case) if !complained.contains(&None) => read_part(case, "case", found),
        _ => None,
    };
    let (mut revisions, mut unreadable) = (Vec::with_capacity(entries.len()), Vec::new());
    for (n, entry) in entries.into_iter().enumerate() {
        let id = entry.get("id").and_then(Value::as_str).map(str::to_owned);
        let read = if complained.contains(&Some(n)) {
            None
        } else {
            read_part::<Revision>(entry, &format!("entries.{n}"), found)
        };
        match read {
            Some(revision) => revisions.push((n, revision)),
            None => unreadable.extend(id),
        }
    }
    let mut removed = Vec::new();
    if let Some(Value::Array(facts)) = value.get_mut("removed").map(Value::take)
        && !complained.contains(&None)
    {
        removed.extend(
            facts.into_iter().enumerate().filter_map(|(n, fact)| read_part(fact, &format!("removed.{n}"), found)),
        );
    }
    Readable { case, revisions, unreadable, removed }
}

/// The practice's own rules, for all that could be read: links that lead nowhere, numbers out of order.
fn practice_problems(read: &Readable) -> Vec<FileProblem> {
    let Some(case) = read.case.clone().or_else(somebody_opened_it) else {
        return Vec::new();
    };
    let entries = read.revisions.iter().map(|(_, revision)| revision.clone()).collect();
    let document = CaseDocument { format: FormatName::V1, case, entries, removed: read.removed.clone() };
    let mut found = Vec::new();
    for problem in document.problems() {
        if read.unreadable.iter().any(|id| problem.message.contains(id.as_str())) {
            continue;
        }
        // The numbers are those among the readable entries: back to those of the file.
        let place = entry_number(&problem.path).and_then(|n| Some((n, read.revisions.get(n)?.0)));
        let path = match place {
            Some((n, m)) => problem.path.replacen(&format!("entries.{n}"), &format!("entries.{m}"), 1),
            None => problem.path,
        };
        found.push(FileProblem { path, message: problem.message });
    }
    found
}

/// Stands in for an opening that cannot be read, so that the entries are checked all the same.
fn somebody_opened_it() -> Option<Opened> {
    let author = Author { id: AccountId(Uuid::nil()), name: Text::parse("unknown").ok()? };
    let opened_at = jiff::Timestamp::UNIX_EPOCH;
    Some(Opened { case: CaseId(Uuid::nil()), author, opened_at, reference: None, invented: false })
}

fn read_part<T: serde::de::DeserializeOwned>(value: Value, path: &str, found: &mut Vec<FileProblem>) -> Option<T> {
    match serde_path_to_error::deserialize(value) {
        Ok(part) => Some(part),
        Err(error) => {
            let inside = error.path().to_string().replace(['[', ']'], "");
            let path =
                if inside.is_empty() || inside == "." { path.to_owned() } else { format!("{path}.{inside}") };
            found.push(FileProblem { path, message: error.inner().to_string() });
            None
        }
    }
}
