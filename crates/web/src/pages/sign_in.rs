//! Signing in: back to the page one was on, with what was being written.

use super::drafts;
use crate::cookies::{self, Cookie};
use crate::extract::{Ctx, Posted};
use crate::fields::{FaultLine, Faults, Maker};
use crate::forms::field::Field;
use crate::page::{Page, html_with, see_other};
use crate::problem::{self, Fail};
use app::{Secret, SignInError, SignedIn};
use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

/// Why the page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// Somebody came to sign in.
    Asked,
    /// A form was sent and the session had ended.
    Kept,
    /// The page was too old: a new token is on this one.
    Stale,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    notice: String,
    faults: Vec<FaultLine>,
    name: Field,
    password: Field,
    then: String,
    held: String,
    /// In the demo there is nothing to type.
    demo: bool,
}

/// GET /
pub(crate) async fn start(ctx: Ctx) -> Result<Response, Fail> {
    if ctx.session.is_some() {
        return Ok(see_other("/work"));
    }
    Ok(see_other("/sign-in"))
}

/// GET /sign-in?then=
pub(crate) async fn page(ctx: Ctx) -> Result<Response, Fail> {
    let then = local(&ctx.query("then"));
    if ctx.session.is_some() {
        return Ok(see_other(&then));
    }
    if !ctx.state.app().has_accounts().await? {
        return super::first_run::not_yet(&ctx);
    }
    Ok(shown(&ctx, StatusCode::OK, Why::Asked, then, String::new()))
}

/// POST /sign-in
pub(crate) async fn send(ctx: Ctx, headers: HeaderMap, posted: Posted) -> Result<Response, Fail> {
    let (then, held) = (local(posted.one("then")), posted.one("held").to_owned());
    let begun = match ctx.state.config().demo {
        Some(account) => Ok(ctx.state.app().session_for_demo(account).await?),
        None => ctx.state.app().sign_in(posted.one("name"), password(&posted)).await,
    };
    match begun {
        Ok(begun) => begin(&ctx, &headers, begun, &then, &held).await,
        Err(SignInError::Problem(problem)) => Err(problem.into()),
        Err(error) => Ok(refused(&ctx, &error, posted.one("name"), then, held)),
    }
}

/// The password as typed: spaces at its ends belong to it.
pub(crate) fn password(posted: &Posted) -> Secret {
    posted.0.iter().find(|(name, _)| name == "password").map_or("", |(_, value)| value.as_str()).into()
}

/// The answer to somebody who has just signed in: their page, with their draft where a form was kept.
pub(crate) async fn begin(
    ctx: &Ctx,
    headers: &HeaderMap,
    begun: SignedIn,
    then: &str,
    held: &str,
) -> Result<Response, Fail> {
    let config = ctx.state.config();
    let cookie = Cookie::Session.set(config, &begun.token);
    let mut inside = Ctx::new(
        ctx.state.clone(),
        ctx.nonce.clone(),
        Some((begun.session, begun.token)),
        headers,
        then.parse().unwrap_or_else(|_| ctx.uri.clone()),
    );
    inside.json = false;
    let mut response = if held.is_empty() { see_other(then) } else { put_back(&inside, then, held).await };
    cookies::add(response.headers_mut(), cookie);
    cookies::add(response.headers_mut(), Cookie::Before.clear(config));
    cookies::add(response.headers_mut(), Cookie::Left.clear(config));
    Ok(response)
}

/// A form that was kept over a page that interrupted it: as a draft on its own page where it has a draft, else with a
/// button. `held` is what [`held`] made of it.
pub(crate) async fn put_back(ctx: &Ctx, then: &str, held: &str) -> Response {
    let fields: Vec<(String, String)> = form_urlencoded::parse(held.as_bytes()).into_owned().collect();
    let posted = Posted(fields.into());
    match drafts::keep(ctx, then, &posted).await {
        Some(to) => see_other(&to),
        None => {
            let mut there = ctx.clone();
            there.uri = then.parse().unwrap_or_else(|_| ctx.uri.clone());
            problem::send_again(&there, &posted)
        }
    }
}

/// The fields of a form, to be carried over a page that interrupts it.
pub(crate) fn held(posted: &Posted) -> String {
    let fields = posted.0.iter().filter(|(name, _)| name != crate::csrf::FIELD && !name.contains("password"));
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// The sign-in page over a form that was sent without a session. Nothing of it is lost.
pub(crate) fn kept(ctx: &Ctx, posted: &Posted) -> Response {
    shown(ctx, StatusCode::UNAUTHORIZED, Why::Kept, ctx.here(), held(posted))
}

/// The sign-in page.
pub(crate) fn shown(ctx: &Ctx, status: StatusCode, why: Why, then: String, held: String) -> Response {
    answer(ctx, status, why, &Faults::default(), "", then, held)
}

fn refused(ctx: &Ctx, error: &SignInError, name: &str, then: String, held: String) -> Response {
    let mut faults = Faults::default();
    let words = match error {
        SignInError::Wait { seconds } => {
            let seconds = i64::try_from(*seconds).unwrap_or(i64::MAX);
            ctx.words().say_with("sign-in-wait", &[("seconds", seconds.into())])
        }
        _ => ctx.words().say("sign-in-wrong"),
    };
    faults.add("name", words);
    answer(ctx, StatusCode::UNPROCESSABLE_ENTITY, Why::Asked, &faults, name, then, held)
}

fn answer(
    ctx: &Ctx,
    status: StatusCode,
    why: Why,
    faults: &Faults,
    name: &str,
    then: String,
    held: String,
) -> Response {
    let words = ctx.words();
    let make = Maker { words, form: "sign-in", faults };
    let name = make.line("name", name, "username");
    let password = Field { autocomplete: "current-password", ..make.line("password", "", "current-password") };
    let page = ctx.page(words.say("sign-in"));
    let page = SignInPage {
        page: if faults.is_empty() { page } else { page.with_errors() },
        notice: match why {
            Why::Asked => String::new(),
            Why::Kept => words.say("sign-in-kept"),
            Why::Stale => words.say("sign-in-stale"),
        },
        faults: faults.lines(&[&name, &password]),
        name,
        password,
        then,
        held,
        demo: ctx.state.config().demo.is_some(),
    };
    html_with(status, &page).unwrap_or_else(axum::response::IntoResponse::into_response)
}

/// The address of the sign-in page that comes back to a place.
pub(crate) fn address(then: &str) -> String {
    if matches!(then, "/" | "/work") {
        return "/sign-in".to_owned();
    }
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("then", then).finish();
    format!("/sign-in?{query}")
}

/// A place of ours to go to, whatever was asked for: never another site, never the way out.
pub(crate) fn local(then: &str) -> String {
    let plain = then.starts_with('/')
        && !then.starts_with("//")
        && then.chars().all(|c| c.is_ascii_graphic() && c != '\\')
        && then.parse::<axum::http::Uri>().is_ok_and(|uri| uri.authority().is_none());
    let away = ["/exit", "/sign-out", "/sign-in", "/session", "/drafts", "/first-run"];
    if plain && !away.iter().any(|path| then.starts_with(path)) { then.to_owned() } else { "/work".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn only_our_own_pages_are_come_back_to() {
        for bad in
            ["https://evil.example/", "//evil.example", "/\\evil.example", "evil", "", "/exit", "/a\nb", "/a b"]
        {
            assert_eq!(local(bad), "/work", "{bad}");
        }
        assert_eq!(local("/cases/1/map?x=1"), "/cases/1/map?x=1");
    }
}
