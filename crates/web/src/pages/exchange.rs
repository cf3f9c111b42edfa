//! What goes to a programme that works with somebody who causes harm: as a page, a Word file and JSON, made only of a projection for
//! that person. What comes back is recorded as a review, or as what is seen.

use super::documents::PrintPage;
use super::frame::base;
use super::plans;
use crate::extract::CaseAllowed;
use crate::page;
use crate::problem::Fail;
use app::Problem;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use practice::clearance::Audience;
use practice::ids::EntryId;
use practice::views::{self, ExchangeView};
use print::Document;

async fn made(case: &CaseAllowed, person: &str, view: &'static str) -> Result<ExchangeView, Fail> {
    let person: EntryId = person.parse().map_err(|_| Problem::not_found())?;
    let app = case.signed.state.app();
    let projection = app.projection_for(&case.allowed, Audience::Actor(person), view).await?;
    let exchange = views::exchange(&projection, app.pack(), app.today(), person);
    exchange.ok_or_else(|| Fail::from(Problem::not_found()))
}

fn document(case: &CaseAllowed, view: &ExchangeView) -> Document {
    plans::document(case, &case.signed.words().tell_exchange(view), view.as_of, view.invented)
}

/// GET /cases/{case}/plans/programme/{person}
pub(crate) async fn paper(case: CaseAllowed, Path((_, person)): Path<(String, String)>) -> Result<Response, Fail> {
    let view = made(&case, &person, "exchange").await?;
    let article = print::article(&document(&case, &view)).map_err(|error| Fail::document(&error))?;
    let words = case.signed.words();
    let mut page = case.signed.page(words.say("change-title"));
    page.invented = view.invented;
    page.logged = true;
    let base = base(case.allowed.case());
    page::html(&PrintPage {
        page,
        wide: false,
        back: format!("{base}/change"),
        back_words: words.say("doc-print-back-change"),
        more: vec![
            (format!("{base}/plans/programme/{person}/word"), words.say("copy-word")),
            (format!("/api/v1{base}/plan/programme/{person}"), words.say("copy-json")),
        ],
        note: words.say_with("exchange-made", &[("name", view.person.as_str().into())]),
        article,
    })
}

/// GET /cases/{case}/plans/programme/{person}/word
pub(crate) async fn word(case: CaseAllowed, Path((_, person)): Path<(String, String)>) -> Result<Response, Fail> {
    let view = made(&case, &person, "exchange_word").await?;
    plans::as_word(&case, &document(&case, &view))
}

/// GET /api/v1/cases/{case}/plan/programme/{person}
pub(crate) async fn json(case: CaseAllowed, Path((_, person)): Path<(String, String)>) -> Result<Response, Fail> {
    Ok(axum::Json(made(&case, &person, "api_exchange").await?).into_response())
}
