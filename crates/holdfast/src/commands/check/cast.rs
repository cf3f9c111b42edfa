//! Who is who, from a file or from a line: read in one place.

use crate::exit::Failure;
use language::{Cast, Person};
use serde_json::Value;
use std::path::Path;

/// How people are written, for messages.
const FORM: &str = "[{\"name\": \"…\", \"aliases\": [\"…\"], \"role\": \"survivor\"}]";

/// Reads people: a list, or an object with a list under `people`.
pub(super) fn read(value: Value) -> Result<Cast, String> {
    let list = match value {
        Value::Object(mut object) => object.remove("people").unwrap_or(Value::Object(object)),
        other => other,
    };
    let people: Vec<Person> = serde_json::from_value(list).map_err(|e| format!("{e}. Write {FORM}"))?;
    if let Some(nameless) = people.iter().position(|p| p.name.trim().is_empty()) {
        return Err(format!("person {} has no name. Write {FORM}", nameless + 1));
    }
    Ok(Cast { people })
}

/// Reads the file of `--people`.
pub(super) fn file(path: &Path) -> Result<Cast, Failure> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|e| Failure::failed(format!("{name} cannot be read: {e}")))?;
    let value = serde_json::from_str(&text).map_err(|e| Failure::usage(format!("{name} is not JSON: {e}")))?;
    read(value).map_err(|e| Failure::usage(format!("{name}: {e}")))
}
