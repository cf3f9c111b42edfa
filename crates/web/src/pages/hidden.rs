//! A hidden screen: somebody walked in. Nothing is on it but a field for the PIN, in every window, after a reload and
//! after Back; what was being written is a draft.

use crate::cookies::{self, Cookie};
use crate::extract::{Ctx, Posted, SignedIn};
use crate::fields::{FaultLine, Faults, Maker};
use crate::forms::field::Field;
use crate::page::{Page, html_with, see_other};
use crate::pages::sign_in;
use crate::problem::Fail;
use crate::routes::{Route, Verb};
use app::{Screen, Secret, Unhide};
use askama::Template;
use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

#[derive(Template)]
#[template(path = "hidden.html")]
struct HiddenPage {
    page: Page,
    faults: Vec<FaultLine>,
    secret: Field,
    /// Digits only, so that a phone offers its number pad.
    pin: bool,
    /// In the demo without a PIN there is nothing to type.
    demo: bool,
    held: String,
    held_for: String,
}

/// POST /hide. The button is on every page.
pub(crate) async fn hide(signed: SignedIn, posted: Posted) -> Result<Response, Fail> {
    let token = signed.token.clone().unwrap_or_default();
    signed.state.app().screen_hide(&token, &sign_in::local(posted.one("back"))).await?;
    let mut response = see_other("/hidden");
    response
        .headers_mut()
        .insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    Ok(response)
}

/// GET /hidden
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    if !matches!(signed.session.screen, Screen::Hidden { .. }) {
        return Ok(see_other("/work"));
    }
    shown(&signed.ctx, StatusCode::OK, &Faults::default(), "", "").await
}

/// POST /hidden: the PIN.
pub(crate) async fn send(signed: SignedIn, posted: Posted) -> Result<Response, Fail> {
    let app = signed.state.app();
    let token = signed.token.clone().unwrap_or_default();
    let (held, held_for) = (posted.one("held"), sign_in::local(posted.one("held_for")));
    let typed: Secret = posted.0.iter().find(|(name, _)| name == "secret").map_or("", |(_, typed)| typed).into();
    let demo = signed.state.config().demo.is_some() && !app.pin_is_set(signed.subject()).await?;
    let outcome = if demo {
        app.screen_show_for_demo(&token, signed.subject()).await?
    } else {
        app.screen_show(&token, typed).await?
    };
    match outcome {
        Unhide::Back { to } if held.is_empty() => Ok(see_other(&sign_in::local(&to))),
        Unhide::Back { .. } => Ok(sign_in::put_back(&signed.ctx, &held_for, held).await),
        Unhide::Wrong { left } => {
            let mut faults = Faults::default();
            faults.add("secret", signed.words().say_with("hidden-wrong", &[("left", left.into())]));
            shown(&signed.ctx, StatusCode::UNPROCESSABLE_ENTITY, &faults, held, &held_for).await
        }
        Unhide::Ended => {
            let mut response = see_other("/sign-in");
            cookies::add(response.headers_mut(), Cookie::Session.clear(signed.state.config()));
            Ok(response)
        }
    }
}

/// What every other page answers while the screen is hidden. A form that was sent is kept for afterwards.
pub(crate) async fn instead(ctx: &Ctx, route: &Route, posted: &Posted) -> Response {
    if ctx.json {
        let words = ctx.words().say("hidden-title");
        return (StatusCode::LOCKED, Json(json!({ "error": words }))).into_response();
    }
    if ctx.fragment {
        let mut response = StatusCode::LOCKED.into_response();
        response.headers_mut().insert(HeaderName::from_static("hx-redirect"), HeaderValue::from_static("/hidden"));
        return response;
    }
    if route.verb == Verb::Get {
        return see_other("/hidden");
    }
    let held = sign_in::held(posted);
    let answer = shown(ctx, StatusCode::LOCKED, &Faults::default(), &held, &ctx.here()).await;
    answer.unwrap_or_else(axum::response::IntoResponse::into_response)
}

async fn shown(ctx: &Ctx, code: StatusCode, faults: &Faults, held: &str, held_for: &str) -> Result<Response, Fail> {
    let words = ctx.words();
    let pin = match &ctx.session {
        Some(session) => ctx.state.app().pin_is_set(session.subject()).await?,
        None => false,
    };
    let make = Maker { words, form: if pin { "hidden-pin" } else { "hidden-password" }, faults };
    let secret = make.line("secret", "", "off");
    let mut page = ctx.page(words.say("hidden-title"));
    // Neither the title nor the head of the page says whose work this is.
    page.title = words.say("hidden-title");
    page.bare = true;
    page.name = String::new();
    let shown = HiddenPage {
        faults: faults.lines(&[&secret]),
        page: if faults.is_empty() { page } else { page.with_errors() },
        secret,
        pin,
        demo: ctx.state.config().demo.is_some() && !pin,
        held: held.to_owned(),
        held_for: held_for.to_owned(),
    };
    html_with(code, &shown)
}
