//! The answer to a saved draft: what was found in it, for the script to show. The draft is saved whatever becomes of the
//! check; where there is no answer, the page says that the check is paused.

use super::acts::{self, Acted};
use super::panel::{Maker, Panel};
use crate::extract::{Ctx, Posted};
use crate::forms::raw::Raw;
use crate::page::Page;
use app::Subject;
use askama::Template;
use practice::ids::CaseId;
use serde_json::{Value, json};

/// The list, to be put into the page.
#[derive(Debug, Template)]
#[template(path = "wording/answer.html")]
struct Answer {
    page: Page,
    panel: Panel,
}

/// A draft that asks for its findings: its fields after what a button did, and what the script is told.
pub(crate) struct Answered {
    /// The fields to be saved.
    pub(crate) fields: Vec<(String, String)>,
    /// What the script is told; null where the check could not be done.
    pub(crate) json: Value,
}

/// Checks the draft of a note. `None` where the page asks for no findings.
pub(crate) async fn answer(
    ctx: &Ctx,
    subject: &Subject,
    case: Option<CaseId>,
    posted: &Posted,
) -> Option<Answered> {
    let field = posted.one("wording");
    if field.is_empty() {
        return None;
    }
    let mut raw = Raw::from_pairs(posted.pairs());
    let json = match case {
        Some(case) if field == "fields" => super::quiet::found(ctx, subject, case, &raw).await,
        Some(case) => checked(ctx, subject, case, field, &mut raw).await,
        None => Value::Null,
    };
    acts::forget(&mut raw);
    let fields = raw
        .iter()
        .flat_map(|(name, values)| values.iter().map(move |value| (name.to_owned(), value.clone())))
        .collect();
    Some(Answered { fields, json })
}

async fn checked(ctx: &Ctx, subject: &Subject, case: CaseId, field: &str, raw: &mut Raw) -> Value {
    let app = ctx.state.app();
    let Some(session) = &ctx.session else { return Value::Null };
    let Ok(allowed) = app.allow_read(subject, case, session.purpose).await else { return Value::Null };
    let text = acts::typed(raw, field);
    let Ok(mut found) = app.wording(&allowed, vec![text.clone()]).await else { return Value::Null };
    let checked = found.pop().unwrap_or_default();
    let acted = acts::act(raw, field, &checked);
    let maker = Maker { words: ctx.words(), case: Some(case), acts: true };
    let panel = maker.panel_of(raw, &text, &checked, &acted);
    let places = json!(panel.places);
    let said = match &acted {
        Acted::NeedsReason(_) => ctx.words().say("wording-needs-reason"),
        _ if panel.changed.is_empty() => panel.said.clone(),
        _ => format!("{} {}", ctx.words().say("wording-people-changed"), panel.said),
    };
    let template = Answer { page: Page::new(ctx, String::new()), panel };
    match template.render() {
        Ok(html) => json!({ "html": html, "places": places, "said": said }),
        Err(error) => {
            tracing::error!(%error, "findings could not be shown");
            Value::Null
        }
    }
}
