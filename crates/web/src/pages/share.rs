//! Before a screen is shown to others: what will not be on it, and a last look at what will. While it is shown, one case
//! opens, made as for people outside the team; nothing can be recorded, and no other family is named.

use super::frame::base;
use super::sign_in;
use crate::extract::{CaseRead, Ctx, Posted, SignedIn};
use crate::page::{Page, html, html_with, see_other};
use crate::problem::Fail;
use crate::routes::{Route, Verb};
use app::Screen;
use askama::Template;
use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use practice::ids::CaseId;
use serde_json::json;

#[derive(Template)]
#[template(path = "share.html")]
struct SharePage {
    page: Page,
    /// `/cases/ID`.
    base: String,
    /// Whether it is being shown already.
    on: bool,
    /// Why this page came instead of the one asked for; may be empty.
    notice: String,
    /// What is wrong with the form; may be empty.
    fault: String,
    held: String,
    held_for: String,
}

/// GET /cases/{case}/share
pub(crate) async fn page(read: CaseRead) -> Result<Response, Fail> {
    html(&shown(&read.signed.ctx, read.case, ""))
}

/// POST /cases/{case}/share
pub(crate) async fn send(read: CaseRead, posted: Posted) -> Result<Response, Fail> {
    if posted.one("looked").is_empty() {
        let mut shown = shown(&read.signed.ctx, read.case, "");
        shown.fault = read.words().say("share-error-looked");
        shown.page = shown.page.with_errors();
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, &shown);
    }
    let token = read.signed.token.clone().unwrap_or_default();
    read.state.app().screen_share(&token, Some(read.case)).await?;
    Ok(see_other(&format!("{}/map", base(read.case))))
}

/// POST /share/stop
pub(crate) async fn stop(signed: SignedIn, posted: Posted) -> Result<Response, Fail> {
    let token = signed.token.clone().unwrap_or_default();
    signed.state.app().screen_share(&token, None).await?;
    let (held, held_for) = (posted.one("held"), sign_in::local(posted.one("held_for")));
    if held.is_empty() {
        Ok(see_other(&held_for))
    } else {
        Ok(sign_in::put_back(&signed.ctx, &held_for, held).await)
    }
}

/// What other pages answer while the screen is shown to others. A form that was sent is kept for afterwards.
pub(crate) fn instead(ctx: &Ctx, case: CaseId, route: &Route, posted: &Posted) -> Response {
    let words = ctx.words().say("share-only-this");
    if ctx.json {
        return (StatusCode::LOCKED, Json(json!({ "error": words }))).into_response();
    }
    if ctx.fragment {
        let mut response = StatusCode::LOCKED.into_response();
        if let Ok(to) = HeaderValue::from_str(&format!("{}/share", base(case))) {
            response.headers_mut().insert(HeaderName::from_static("hx-redirect"), to);
        }
        return response;
    }
    let mut shown = shown(ctx, case, &words);
    shown.held_for = ctx.here();
    if route.verb == Verb::Post {
        shown.held = sign_in::held(posted);
    }
    html_with(StatusCode::LOCKED, &shown).unwrap_or_else(axum::response::IntoResponse::into_response)
}

fn shown(ctx: &Ctx, case: CaseId, notice: &str) -> SharePage {
    SharePage {
        page: ctx.page(ctx.words().say("share-title")),
        on: ctx.session.as_ref().is_some_and(|session| matches!(session.screen, Screen::Shared { .. })),
        notice: notice.to_owned(),
        fault: String::new(),
        held: String::new(),
        held_for: base(case),
        base: base(case),
    }
}
