//! Who is who, from a file or from a line: read in one place.

use crate::exit::Failure;
use language::{Cast, Person};
use serde_json::Value;
use std::path::Path;

/// How people are written, for messages.
const FORM: &str = "[{\"name\": \"…\", \"aliases\": [\"…\"], \"role\": \"survivor\"}]";

/// The roles there are; another word would be read as «not known», and findings would be missed in silence.
const ROLES: [&str; 6] = ["survivor", "perpetrator", "child", "professional", "relative", "unknown"];

/// The words that are no role, each with the place of its person from one.
pub(super) fn strange_roles(value: &Value) -> Vec<(usize, String)> {
    let list = value.as_array().or_else(|| value.get("people").and_then(Value::as_array));
    let roles = list.into_iter().flatten().enumerate().filter_map(|(n, person)| Some((n + 1, person.get("role")?)));
    let strange = roles.filter_map(|(n, role)| role.as_str().map(|role| (n, role)));
    strange.filter(|(_, role)| !ROLES.contains(role)).map(|(n, role)| (n, role.to_owned())).collect()
}

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
    let value: Value =
        serde_json::from_str(&text).map_err(|e| Failure::usage(format!("{name} is not JSON: {e}")))?;
    if let Some((n, role)) = strange_roles(&value).first() {
        let roles = ROLES.join(", ");
        return Err(Failure::usage(format!("{name}: «{role}» of person {n} is not a role. Write one of: {roles}")));
    }
    read(value).map_err(|e| Failure::usage(format!("{name}: {e}")))
}
