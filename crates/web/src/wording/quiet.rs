//! Wording advice in the forms of entries: quiet lines beneath each field of free text. Never in the error summary, and
//! never about somebody's own words.

use crate::extract::{CaseRead, Ctx};
use crate::forms::add::EntryForm;
use crate::forms::field::{Control, Field, Nature, Quiet};
use crate::forms::raw::Raw;
use app::{CheckedText, Subject};
use askama::Template;
use practice::ids::CaseId;
use practice::text::LONGEST;
use serde_json::{Map, Value, json};

use super::panel::capital;
use super::plans;

/// The lines of one field, for the script.
#[derive(Debug, Template)]
#[template(path = "wording/quiet.html")]
struct Lines {
    lines: Vec<Quiet>,
}

/// Parts of a field's name that say that it holds a name, a date, or words that are not the writer's own.
const NOT_OURS: [&str; 9] =
    ["words", "by", "on", "record", "language", "other", "wording", "safe_wording", "person"];
/// Names and places, which have no wording.
const NAMES: [&str; 11] =
    ["name", "known_as", "aliases", "languages", "when", "period", "title", "present", "q", "entry", "then"];

/// Whether the writer's own words are in it: several of them, in a field that is meant for such.
fn is_ours(name: &str, value: &str) -> bool {
    let last = name.split('-').rfind(|part| part.parse::<u32>().is_err()).unwrap_or(name);
    !NOT_OURS.contains(&last)
        && !NAMES.contains(&last)
        && value.split_whitespace().nth(2).is_some()
        && value.chars().count() <= LONGEST
}

fn lines(checked: &CheckedText) -> Vec<Quiet> {
    let line = |finding: &app::Finding| Quiet {
        quote: finding.quote.clone(),
        what: finding.what.clone(),
        ask: finding.ask.clone(),
        help: format!("/help/wording/{}", finding.rule),
        name: capital(&finding.name),
    };
    checked.checked.findings.iter().map(line).collect()
}

async fn check(ctx: &Ctx, subject: &Subject, case: CaseId, texts: Vec<String>) -> Option<Vec<CheckedText>> {
    let app = ctx.state.app();
    let purpose = ctx.session.as_ref()?.purpose;
    let allowed = app.allow_read(subject, case, purpose).await.ok()?;
    app.wording(&allowed, texts).await.ok()
}

/// Puts the lines beneath the fields of a form that is shown. Without an answer the form is shown without them.
pub(crate) async fn beneath(read: &CaseRead, mut form: EntryForm) -> EntryForm {
    let is_text = |field: &Field| {
        matches!(field.control, Control::Line | Control::Area)
            && field.nature != Nature::Date
            && is_ours(&field.name, &field.value)
    };
    let texts: Vec<String> = form
        .sections
        .iter()
        .flat_map(|section| section.fields())
        .filter(|field| is_text(field))
        .map(|field| field.value.clone())
        .collect();
    if texts.is_empty() {
        return form;
    }
    plans::beneath(read, &mut form);
    let Some(found) = check(read, read.subject(), read.case, texts).await else { return form };
    let fields = form.sections.iter_mut().flat_map(|section| &mut section.rows).flat_map(|row| &mut row.fields);
    for (field, checked) in fields.filter(|field| is_text(field)).zip(&found) {
        field.quiet.extend(lines(checked));
    }
    form
}

/// The lines of a saved draft, field by field, as HTML; null where the check could not be done.
pub(crate) async fn found(ctx: &Ctx, subject: &Subject, case: CaseId, raw: &Raw) -> Value {
    let ours: Vec<(String, String)> = raw
        .iter()
        .filter_map(|(name, values)| Some((name.to_owned(), values.first()?.replace("\r\n", "\n"))))
        .filter(|(name, value)| is_ours(name, value))
        .collect();
    let texts = ours.iter().map(|(_, value)| value.clone()).collect();
    let Some(found) = check(ctx, subject, case, texts).await else { return Value::Null };
    let mut fields = Map::new();
    for ((name, value), checked) in ours.into_iter().zip(&found) {
        let mut lines = lines(checked);
        lines.splice(0..0, plans::lines(ctx, raw, &name, &value));
        if !lines.is_empty()
            && let Ok(html) = (Lines { lines }).render()
        {
            fields.insert(name, Value::String(html));
        }
    }
    json!({ "fields": fields })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_writers_own_words_are_looked_at() {
        for (name, value) in [
            ("act", "failed to protect her"),
            ("made_possible-0-what", "a quiet evening"),
            ("from-0-text", "one two three"),
        ] {
            assert!(is_ours(name, value), "{name}");
        }
        for (name, value) in [
            ("known-0-words", "he failed to protect"),
            ("safe_wording", "she was out that evening"),
            ("act", "two words"),
            ("actor", "019cb823-8ec0-7f1d-8703-0586af6663a4"),
            ("aliases", "Ms Ward, Anna Ward"),
            ("when", "most weeks, 2024 to now"),
        ] {
            assert!(!is_ours(name, value), "{name}");
        }
    }
}
