//! What went wrong, as a page: what, where, how to mend; and nothing that was typed is lost.

use crate::api;
use crate::csrf::Origin;
use crate::extract::{Ctx, Posted};
use crate::page::{Page, html_with, see_other};
use crate::pages::sign_in;
use crate::routes::{Route, Verb, Who};
use app::{Problem, ProblemKind};
use askama::Template;
use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// What a handler answers when it cannot. `guard` makes the page of it: here the words and the layout are not known.
#[derive(Debug)]
pub(crate) struct Fail(Cause);

#[derive(Debug)]
enum Cause {
    App(Box<Problem>),
    Rendering,
}

impl Fail {
    /// A template that could not be rendered.
    pub(crate) fn rendering(error: &askama::Error) -> Self {
        tracing::error!(%error, "a page could not be made");
        Self(Cause::Rendering)
    }

    /// A document that could not be put together.
    pub(crate) fn document(error: &impl std::fmt::Display) -> Self {
        tracing::error!(%error, "a document could not be made");
        Self(Cause::Rendering)
    }
}

impl From<Problem> for Fail {
    fn from(problem: Problem) -> Self {
        Self(Cause::App(Box::new(problem)))
    }
}

/// Travels with an answer from a handler to `guard`.
#[derive(Clone, Debug)]
pub(crate) struct Trouble(pub(crate) Shown);

/// What a problem page shows.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    kind: ProblemKind,
    words: Option<String>,
}

impl IntoResponse for Fail {
    fn into_response(self) -> Response {
        let shown = match self.0 {
            Cause::App(problem) => Shown::from(problem.as_ref()),
            Cause::Rendering => Shown { kind: ProblemKind::Internal, words: None },
        };
        let mut response = status(shown.kind).into_response();
        response.extensions_mut().insert(Trouble(shown));
        response
    }
}

impl From<&Problem> for Shown {
    fn from(problem: &Problem) -> Self {
        if !matches!(problem.kind(), ProblemKind::NotFound) {
            tracing::warn!(kind = ?problem.kind(), what = problem.for_log(), "a request could not be served");
        }
        Self { kind: problem.kind(), words: Some(problem.to_string()) }
    }
}

/// The status that a kind of problem has.
pub(crate) fn status(kind: ProblemKind) -> StatusCode {
    match kind {
        ProblemKind::NotFound => StatusCode::NOT_FOUND,
        ProblemKind::Refused => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemKind::Conflict => StatusCode::CONFLICT,
        ProblemKind::Full => StatusCode::INSUFFICIENT_STORAGE,
        ProblemKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ProblemKind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// One field that was typed and is sent again by the button of a problem page.
#[derive(Clone, Debug)]
struct Kept {
    name: String,
    value: String,
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    page: Page,
    heading: String,
    message: String,
    /// The path to send the form to again; empty where there was no form.
    again: String,
    fields: Vec<Kept>,
    /// What the person typed, to be read and copied.
    typed: Vec<Kept>,
    /// Where to go instead.
    way_out: String,
    way_out_words: String,
}

/// What stands in the place of a fragment: the page around it stays as it is.
#[derive(Template)]
#[template(path = "problem_fragment.html")]
struct ProblemFragment {
    heading: String,
    message: String,
}

/// The page of a problem. With `posted`, the fields of the form go along, and a button sends them again.
pub(crate) async fn page(ctx: &Ctx, shown: impl Into<Shown>, posted: Option<&Posted>) -> Response {
    let shown = shown.into();
    let code = status(shown.kind);
    if api::is_api(&ctx.uri) {
        return api::trouble(ctx, code);
    }
    if ctx.json {
        let words = shown.words.unwrap_or_else(|| ctx.words().say("problem-internal-text"));
        return (code, Json(json!({ "error": words }))).into_response();
    }
    let (heading, message) = match shown.kind {
        ProblemKind::NotFound => ("problem-not-found", Some("problem-not-found-text")),
        ProblemKind::Refused => ("problem-refused", None),
        ProblemKind::Conflict => ("problem-conflict", None),
        ProblemKind::Full => ("problem-full", Some("problem-full-text")),
        ProblemKind::Unavailable => ("problem-unavailable", Some("problem-unavailable-text")),
        ProblemKind::Internal => ("problem-internal", Some("problem-internal-text")),
    };
    let message = message.map_or_else(|| shown.words.clone().unwrap_or_default(), |key| ctx.words().say(key));
    let keep = posted.filter(|_| shown.kind != ProblemKind::NotFound);
    show(ctx, code, heading, message, keep)
}

fn show(ctx: &Ctx, code: StatusCode, heading: &str, message: String, posted: Option<&Posted>) -> Response {
    let words = ctx.words();
    let heading = words.say(heading);
    if ctx.fragment {
        return html_with(code, &ProblemFragment { heading, message }).unwrap_or_else(|_| code.into_response());
    }
    let fields = posted.map(carried).unwrap_or_default();
    let typed = fields.iter().filter(|kept| is_typed(kept)).cloned().collect();
    let signed_in = ctx.session.is_some();
    let mut layout = ctx.page(heading.clone());
    // Neither the way back nor the menu names a case that may not be there.
    layout.here = "/work".to_owned();
    layout.case = String::new();
    let page = ProblemPage {
        page: layout,
        heading,
        message,
        again: if fields.is_empty() { String::new() } else { ctx.here() },
        fields,
        typed,
        way_out: if signed_in { "/work" } else { "/sign-in" }.to_owned(),
        way_out_words: words.say(if signed_in { "problem-to-work" } else { "sign-in" }),
    };
    html_with(code, &page).unwrap_or_else(|_| code.into_response())
}

/// The fields that a page takes along: all but the token, which is new each time, and passwords.
fn carried(posted: &Posted) -> Vec<Kept> {
    let secret = |name: &str| name == crate::csrf::FIELD || name.contains("password") || name == "token";
    posted.pairs().into_iter().filter(|(name, _)| !secret(name)).map(|(name, value)| Kept { name, value }).collect()
}

/// Whether a person typed it: more than an id or the code of a choice.
fn is_typed(kept: &Kept) -> bool {
    let ours = ["entry", "base", "old_base", "draft", "then", "case"];
    !ours.contains(&kept.name.as_str())
        && kept.value.chars().any(|c| c.is_whitespace() || c.is_uppercase() || !c.is_ascii())
}

/// A form from another site. Nothing of it is shown or kept.
pub(crate) async fn foreign(ctx: &Ctx) -> Response {
    let message = ctx.words().say("problem-foreign-text");
    refuse(ctx, "problem-foreign", message, None)
}

/// A form whose token does not fit: from an earlier session, or not from us. Where the browser vouches that it comes
/// from our own page, what was typed is shown and can be sent again with one press.
pub(crate) async fn stale(ctx: &Ctx, route: &Route, posted: &Posted, origin: Origin) -> Response {
    if ctx.session.is_none() && route.who == Who::Visitor && route.view == "sign_in" {
        let held = if origin == Origin::Ours { posted.one("held").to_owned() } else { String::new() };
        let then = sign_in::local(posted.one("then"));
        return sign_in::shown(ctx, StatusCode::FORBIDDEN, sign_in::Why::Stale, then, held);
    }
    let keep = (origin == Origin::Ours).then_some(posted);
    refuse(ctx, "problem-stale", ctx.words().say("problem-stale-text"), keep)
}

fn refuse(ctx: &Ctx, heading: &str, message: String, posted: Option<&Posted>) -> Response {
    if ctx.json {
        return (StatusCode::FORBIDDEN, Json(json!({ "error": message }))).into_response();
    }
    show(ctx, StatusCode::FORBIDDEN, heading, message, posted)
}

/// Nobody is signed in. A page leads to the sign-in and back; a form is kept over the sign-in.
pub(crate) async fn signed_out(ctx: &Ctx, route: &Route, posted: &Posted) -> Response {
    if api::is_api(&ctx.uri) {
        return api::trouble(ctx, StatusCode::UNAUTHORIZED);
    }
    if ctx.json {
        let words = ctx.words().say("session-over");
        return (StatusCode::UNAUTHORIZED, Json(json!({ "error": words }))).into_response();
    }
    if route.verb == Verb::Post {
        return sign_in::kept(ctx, posted);
    }
    let to = sign_in::address(&ctx.here());
    if ctx.fragment {
        // A fragment of a sign-in page would stand in the middle of a case: leave the page instead.
        let mut response = StatusCode::UNAUTHORIZED.into_response();
        if let Ok(to) = HeaderValue::from_str(&to) {
            response.headers_mut().insert(HeaderName::from_static("hx-redirect"), to);
        }
        return response;
    }
    see_other(&to)
}

/// More bytes than any form of ours has.
pub(crate) fn too_large(ctx: &Ctx) -> Response {
    let message = ctx.words().say("problem-too-large-text");
    show(ctx, StatusCode::PAYLOAD_TOO_LARGE, "problem-too-large", message, None)
}

/// A file that is larger than any that is kept.
pub(crate) fn file_too_large(ctx: &Ctx, most: u64) -> Response {
    let words = ctx.words();
    let size = words.file_size(most);
    let message = words.say_with("problem-file-too-large-text", &[("size", size.into())]);
    show(ctx, StatusCode::PAYLOAD_TOO_LARGE, "problem-file-too-large", message, None)
}

/// Not a form.
pub(crate) fn not_a_form(ctx: &Ctx) -> Response {
    (StatusCode::UNSUPPORTED_MEDIA_TYPE, ctx.words().say("problem-not-a-form")).into_response()
}

/// After a sign-in: the form that was kept, to be sent with one press.
pub(crate) fn send_again(ctx: &Ctx, posted: &Posted) -> Response {
    let message = ctx.words().say("problem-signed-in-again-text");
    show(ctx, StatusCode::OK, "problem-signed-in-again", message, Some(posted))
}
