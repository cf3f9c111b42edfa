//! SARIF 2.1.0, for other tools: a frame, and results that are written as they come.

use super::output::{At, level};
use crate::exit::Failure;
use crate::wording::without_case;
use language::Finding;
use serde_json::{Value, json};

/// How far the list of results is indented.
pub(super) const INDENT: &str = "      ";

/// Where the results stand in the frame.
const RESULTS: &str = "\"@results@\"";

/// Where what was not read stands in the frame.
pub(super) const SAID: &str = "\"@said@\"";

/// What stands before the results, and what after them.
pub(super) fn parts() -> Result<(String, String), Failure> {
    let rules: Vec<Value> = language::pages()
        .iter()
        .map(|p| {
            json!({
                "id": p.id,
                "name": p.name,
                "shortDescription": { "text": p.name },
                "fullDescription": { "text": without_case(p.what) },
                "help": { "text": format!("{} {}", without_case(p.why), without_case(p.ask)) },
                "defaultConfiguration": { "level": level(p.level) },
            })
        })
        .collect();
    let frame = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "holdfast", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": ["@results@"],
            "invocations": "@said@",
        }],
    });
    let text = serde_json::to_string_pretty(&frame).map_err(Failure::failed)?;
    let (before, after) =
        text.split_once(RESULTS).ok_or_else(|| Failure::failed("the frame of SARIF is broken"))?;
    Ok((before.trim_end().to_owned(), after.trim_start().to_owned()))
}

/// What could not be read, or was not checked.
pub(super) fn notification(name: &str, why: &str, refused: bool) -> Value {
    json!({
        "level": if refused { "error" } else { "warning" },
        "message": { "text": why },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(name) } } }],
    })
}

/// How the run went.
pub(super) fn said(notifications: Vec<Value>) -> Result<String, Failure> {
    let mut invocation = json!({ "executionSuccessful": notifications.is_empty() });
    if let (Some(object), false) = (invocation.as_object_mut(), notifications.is_empty()) {
        object.insert("toolExecutionNotifications".to_owned(), Value::Array(notifications));
    }
    let text = serde_json::to_string_pretty(&json!([invocation])).map_err(Failure::failed)?;
    Ok(text.replace('\n', &format!("\n{INDENT}")))
}

/// A finding as a result.
pub(super) fn result(name: &str, f: &Finding, (at, end): (At, At)) -> Value {
    json!({
        "ruleId": f.rule,
        "level": level(f.level),
        "message": { "text": format!("{} {} {}", f.what, f.why, f.ask).trim() },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(name) },
            "region": { "startLine": at.line, "startColumn": at.column, "endLine": end.line, "endColumn": end.column,
                "snippet": { "text": f.quote } },
        } }],
        "partialFingerprints": { "sentence/v1": f.sentence },
    })
}

/// A file name as a relative or absolute URI.
fn uri(name: &str) -> String {
    let mut out = String::new();
    for b in name.replace('\\', "/").bytes() {
        if b.is_ascii_alphanumeric() || matches!(b, b'/' | b'.' | b'-' | b'_' | b'~') {
            out.push(char::from(b));
        } else {
            out.push_str(&format!("%{b:02X}"));
        }
    }
    out
}
