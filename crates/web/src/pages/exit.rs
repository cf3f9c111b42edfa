//! Leaving: the session is over, nothing is kept, and Back shows only the sign-in.

use crate::cookies::{self, Cookie};
use crate::extract::{Ctx, SignedIn};
use crate::page::{Page, html, see_other};
use crate::problem::Fail;
use askama::Template;
use axum::Json;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

#[derive(Template)]
#[template(path = "exit.html")]
struct DonePage {
    page: Page,
}

/// POST /sign-out
pub(crate) async fn sign_out(ctx: Ctx) -> Result<Response, Fail> {
    Ok(leave(&ctx, "/sign-in").await)
}

/// GET /exit. A link and not a form, so that it may lead to another site; it changes nothing but the session.
pub(crate) async fn exit(ctx: Ctx) -> Result<Response, Fail> {
    let to = ctx.state.config().exit_to.clone();
    Ok(leave(&ctx, to.as_deref().unwrap_or("/exit/done")).await)
}

/// GET /exit/done: says nothing but that one can sign in.
pub(crate) async fn done(ctx: Ctx) -> Result<Response, Fail> {
    let mut page = ctx.page(ctx.words().say("sign-in"));
    page.title = ctx.words().say("sign-in");
    html(&DonePage { page })
}

/// POST /session: stay signed in. The guard has just noted that somebody is there.
pub(crate) async fn stay(signed: SignedIn) -> Result<Response, Fail> {
    let seconds = signed.session.expires.duration_since(signed.state.app().now()).as_secs().max(0);
    Ok(Json(json!({ "seconds": seconds })).into_response())
}

async fn leave(ctx: &Ctx, to: &str) -> Response {
    let (app, config) = (ctx.state.app(), ctx.state.config());
    if let (Some(session), Some(token)) = (&ctx.session, &ctx.token) {
        if let Err(problem) = app.farewell(&session.csrf, session.subject()).await {
            tracing::error!(what = problem.for_log(), "a form that is being left will not be saved");
        }
        if let Err(problem) = app.sign_out(token).await {
            // The cookie goes all the same, and the session runs out by itself: leaving never waits for anything.
            tracing::error!(what = problem.for_log(), "a session could not be ended");
        }
    }
    let mut response = see_other(to);
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    cookies::add(headers, Cookie::Session.clear(config));
    if config.demo.is_some() {
        cookies::add(headers, Cookie::Left.set(config, "1"));
    }
    response
}
