//! The drafts of forms: what was typed, saved as it is. The page saves it while one types (`/drafts/{key}`); a form that
//! is sent without script saves it here.

use super::raw::Raw;
use crate::extract::CaseRead;
use crate::problem::Fail;
use app::{DraftKey, Problem};
use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

/// A draft that was found again.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// What was typed.
    pub(crate) raw: Raw,
    /// The page's count of its saves.
    pub(crate) version: u64,
    /// When it was saved.
    pub(crate) saved_at: Timestamp,
}

/// The draft of a form, if there is one of this case.
pub(crate) async fn load(read: &CaseRead, key: Uuid) -> Result<Option<Found>, Fail> {
    let draft = read.state.app().draft_load(read.subject(), DraftKey(key)).await?;
    Ok(draft.filter(|draft| draft.case.is_none_or(|case| case == read.case)).map(|draft| Found {
        raw: fields(&draft.content),
        version: draft.version,
        saved_at: draft.saved_at,
    }))
}

/// Saves what was typed, as the newest version. `page` is where the draft is taken up again.
pub(crate) async fn save(read: &CaseRead, key: Uuid, version: u64, page: &str, raw: &Raw) -> Result<(), Problem> {
    let pairs: Vec<(&str, &str)> =
        raw.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value.as_str()))).collect();
    let content = serde_json::json!({ "version": version, "case": read.case, "page": page, "fields": pairs });
    let app = read.state.app();
    app.draft_save(read.subject(), DraftKey(key), Some(read.case), version, content.to_string().into_bytes())
        .await
        .map(|_| ())
}

/// The fields of a saved draft: pairs, or lists by name.
fn fields(content: &[u8]) -> Raw {
    let Ok(Value::Object(content)) = serde_json::from_slice::<Value>(content) else {
        return Raw::default();
    };
    match content.get("fields") {
        Some(Value::Array(pairs)) => Raw::from_pairs(pairs.iter().filter_map(|pair| {
            Some((pair.get(0)?.as_str()?.to_owned(), pair.get(1)?.as_str()?.to_owned()))
        })),
        Some(Value::Object(lists)) => Raw::from_pairs(lists.iter().flat_map(|(name, values)| {
            let values = match values {
                Value::Array(values) => values.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect(),
                Value::String(value) => vec![value.clone()],
                _ => Vec::new(),
            };
            values.into_iter().map(move |value| (name.clone(), value))
        })),
        _ => Raw::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_shapes_of_a_draft_are_read_and_damage_loses_the_page_nothing() {
        let pairs = br#"{"version":2,"fields":[["act","reads"],["targets","a"],["targets","b"]]}"#;
        let lists = br#"{"fields":{"act":["reads"],"targets":["a","b"]}}"#;
        assert_eq!(fields(pairs), fields(lists));
        assert_eq!(fields(pairs).all("targets").count(), 2);
        assert_eq!(fields(b"not json"), Raw::default());
    }
}
