//! Each view as text and as JSON names the same facts.

use crate::place::{Place, err, out};
use serde_json::Value;

/// A family with entries of every kind.
const EVERY_KIND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testkit/data/every-kind.json");

/// The views, and under which names their facts stand in the JSON.
const VIEWS: &[(&str, &[&str])] = &[
    ("chronology", &["act", "what", "did", "done", "wants", "days"]),
    ("visibility", &["what"]),
    ("responses", &["agency", "did", "why"]),
    ("care", &["does", "decides", "good", "changes", "disrupted", "seen", "part", "help_wanted"]),
    ("force", &["act", "answer"]),
    ("intersections", &["what"]),
    ("child", &["does", "decides", "good", "wants", "worse", "days", "asked", "not_clear"]),
];

/// Every text under one of these names.
fn facts(value: &Value, names: &[&str], out: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if names.contains(&name.as_str()) => out.push(text.clone()),
                    _ => facts(value, names, out),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| facts(item, names, out)),
        _ => {}
    }
}

/// Without line breaks, so that a fact is found wherever it is broken.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn text_and_json_say_the_same() {
    let place = Place::ready();
    let done = place.run(&["import", EVERY_KIND]);
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    let id = out(&done).split_whitespace().nth(1).unwrap().to_owned();
    for (view, names) in VIEWS {
        let run = |format: &str| {
            let done = place.run(&["view", &id, view, "--format", format, "--as-of", "2026-11-24"]);
            assert_eq!(done.status.code(), Some(0), "{view}: {}", err(&done));
            out(&done)
        };
        let (json, text) = (run("json"), flat(&run("text")));
        assert!(!text.contains('⟪'), "{view}: a word is missing: {text}");
        let mut found = Vec::new();
        facts(&serde_json::from_str(&json).unwrap(), names, &mut found);
        assert!(found.len() > 3, "{view}: {found:?}");
        for fact in &found {
            assert!(text.contains(&flat(fact)), "{view}: the text does not say “{fact}”:\n{text}");
        }
        assert!(!text.contains("words that nobody recorded"), "the control");
    }
    let picture = place.run(&["view", &id, "care", "--format", "svg"]);
    assert_eq!(picture.status.code(), Some(2));
}
