//! A revision carries the full body, but its form showed only what its author may see. What was withheld is carried over,
//! or revising an entry would quietly delete it for everybody.

use practice::entry::Content;
use serde_json::Value;

/// The revised content with everything that was withheld from the person who revised it.
///
/// `full` is the entry, `shown` what the person saw of it, `revised` what came back.
pub(crate) fn carry(full: &Content, shown: &Content, revised: &Content) -> Content {
    if full == shown {
        return revised.clone();
    }
    // Over JSON, so that it holds for every field of every kind, and for those that come later.
    let merged = (|| {
        let (full, shown) = (serde_json::to_value(full).ok()?, serde_json::to_value(shown).ok()?);
        let mut merged = serde_json::to_value(revised).ok()?;
        carry_value(&full, &shown, &mut merged);
        serde_json::from_value(merged).ok()
    })();
    merged.unwrap_or_else(|| revised.clone())
}

fn carry_value(full: &Value, shown: &Value, revised: &mut Value) {
    match (full, shown, revised) {
        (Value::Object(full), Value::Object(shown), Value::Object(revised)) => {
            for (key, was) in full {
                match (shown.get(key), revised.get_mut(key)) {
                    (Some(saw), Some(says)) => carry_value(was, saw, says),
                    // Withheld as a whole, and nothing was put in its place.
                    (None, None) => {
                        revised.insert(key.clone(), was.clone());
                    }
                    (None, Some(says)) => carry_value(was, &Value::Array(Vec::new()), says),
                    // Taken out as a whole: what was not seen of it stays.
                    (Some(saw), None) => {
                        if let (Value::Array(_), Value::Array(_)) = (was, saw) {
                            let mut rest = Value::Array(Vec::new());
                            carry_value(was, saw, &mut rest);
                            if rest.as_array().is_some_and(|rest| !rest.is_empty()) {
                                revised.insert(key.clone(), rest);
                            }
                        }
                    }
                }
            }
        }
        (Value::Array(full), Value::Array(shown), Value::Array(revised)) => {
            for was in full {
                if shown.contains(was) {
                    continue;
                }
                match shown.iter().find(|saw| is_part_of(saw, was)) {
                    // Seen without some of it: made whole again, unless the person took it out.
                    Some(saw) => {
                        if let Some(says) = revised.iter_mut().find(|says| *says == saw) {
                            *says = was.clone();
                        }
                    }
                    None if revised.contains(was) => {}
                    None => revised.push(was.clone()),
                }
            }
        }
        _ => {}
    }
}

/// Whether `part` is `whole` with some fields left out.
fn is_part_of(part: &Value, whole: &Value) -> bool {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => {
            part.iter().all(|(key, value)| whole.get(key).is_some_and(|other| is_part_of(value, other)))
        }
        _ => part == whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_was_withheld_stays_and_what_was_seen_can_go() {
        let full = json!({
            "sources": [{"how": "a"}, {"how": "secret"}],
            "occasion": "hidden",
            "body": {"links": [{"to": 1, "basis": "she"}, {"to": 2}, {"to": 3}], "act": "old"}
        });
        let shown = json!({"sources": [{"how": "a"}], "body": {"links": [{"to": 1}, {"to": 3}], "act": "old"}});
        let mut revised = json!({"body": {"links": [{"to": 1}, {"to": 4}], "act": "new"}});
        carry_value(&full, &shown, &mut revised);
        assert_eq!(
            revised,
            json!({
                "sources": [{"how": "secret"}],
                "occasion": "hidden",
                "body": {"links": [{"to": 1, "basis": "she"}, {"to": 4}, {"to": 2}], "act": "new"}
            }),
            "the source and the link that she saw and took out are gone; those she did not see are there"
        );
        let mut kept = json!({"sources": [{"how": "b"}], "body": {"links": [], "act": "new"}});
        carry_value(&full, &shown, &mut kept);
        assert_eq!(kept["sources"], json!([{"how": "b"}, {"how": "secret"}]));
    }
}
