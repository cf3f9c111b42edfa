//! Stands before every handler: who is it, may they, does the form come from us. And behind it: what went wrong becomes a
//! page.

use crate::cookies::{self, Cookie};
use crate::csrf::{self, Origin};
use crate::extract::{Ctx, Posted};
use crate::headers::Nonce;
use crate::problem::{self, Trouble};
use crate::routes::{Need, Route, Who};
use crate::screen;
use crate::state::WebState;
use crate::upload::{self, Slot};
use app::{Allowed, Erase, Expunge, Hold, Problem, Read, Record, Session};
use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;
use practice::ids::CaseId;
use std::sync::Arc;

/// The most bytes of a form: the longest text there may be, written in any script, and some more.
const LARGEST: usize = 8 * 1024 * 1024;

/// A route with the server it belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Guarded {
    /// The server.
    pub(crate) state: WebState,
    /// The row.
    pub(crate) route: &'static Route,
}

/// The permission that the row asked for.
#[derive(Clone, Debug)]
pub(crate) enum Granted {
    /// To read.
    Read(Allowed<Read>),
    /// To record.
    Record(Allowed<Record>),
    /// To take something out for good.
    Expunge(Allowed<Expunge>),
    /// To forbid that anything is erased.
    Hold(Allowed<Hold>),
    /// To erase.
    Erase(Allowed<Erase>),
}

/// What stands in the access log.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View(pub(crate) &'static str);

/// Whose draft it is, when the session ended a moment ago.
#[derive(Clone, Debug)]
pub(crate) struct Whose(pub(crate) app::Subject);

/// Lets a request through to its handler, or answers it.
pub(crate) async fn guard(State(guarded): State<Guarded>, request: Request, next: Next) -> Response {
    let Guarded { state, route } = guarded;
    let nonce = nonce_of(&request);
    let (mut parts, body) = request.into_parts();
    let begun = match session(&state, route, &parts.method, &parts.headers).await {
        Ok(begun) => begun,
        Err(problem) => {
            let ctx = Ctx::new(state, nonce, None, &parts.headers, parts.uri);
            return problem::page(&ctx, &problem, None).await;
        }
    };
    let cookie =
        begun.as_ref().and_then(|begun| begun.new.then(|| Cookie::Session.set(state.config(), &begun.token))?);
    let ctx =
        Ctx::new(state, nonce, begun.map(|begun| (begun.session, begun.token)), &parts.headers, parts.uri.clone());
    let slot = if route.upload && upload::is_multipart(&parts.headers) {
        match upload::begin(&ctx, &parts.headers, body).await {
            Ok((posted, upload)) => Ok((posted, Slot::new(upload))),
            Err(answer) => Err(answer),
        }
    } else {
        read(&ctx, route, &parts.headers, body).await.map(|posted| (posted, Slot::default()))
    };
    let (posted, slot) = match slot {
        Ok(read) => read,
        Err(answer) => return *answer,
    };
    let mut response = match pass(&ctx, route, &mut parts, &posted).await {
        Ok(()) => {
            parts.extensions.insert(ctx.clone());
            parts.extensions.insert(View(route.view));
            parts.extensions.insert(posted.clone());
            parts.extensions.insert(slot.clone());
            next.run(Request::from_parts(parts, Body::empty())).await
        }
        Err(answer) => *answer,
    };
    if let Some(upload) = slot.take() {
        // Nobody wanted the file: what is still being sent is taken in, so that the answer can be read.
        upload.linger();
        response = upload::closing(response);
    }
    // A page that cannot be made, or an entry that cannot be saved: in words, and with what was typed.
    if let Some(Trouble(problem)) = response.extensions_mut().remove::<Trouble>() {
        response = problem::page(&ctx, problem, route.changes().then_some(&posted)).await;
    }
    if response.status().is_success() {
        match route.view {
            "map" => ctx.state.demo().note_map(),
            "chronology" => ctx.state.demo().note_chronology(),
            _ => {}
        }
    }
    cookies::add(response.headers_mut(), cookie);
    if ctx.session.is_none() && !matches!(route.view, "assets" | "health") {
        // Forms that are sent before anybody is signed in carry a token too.
        cookies::add(response.headers_mut(), Cookie::Before.set(ctx.state.config(), &ctx.csrf));
    }
    response
}

struct Begun {
    session: Session,
    token: String,
    new: bool,
}

/// The session of the cookie; in the demo, one that begins by itself.
async fn session(
    state: &WebState,
    route: &Route,
    method: &Method,
    headers: &HeaderMap,
) -> Result<Option<Begun>, Problem> {
    if matches!(route.view, "assets" | "health") {
        return Ok(None);
    }
    let config = state.config();
    if let Some(token) = Cookie::Session.read(headers, config)
        && let Some(session) = state.app().session(&token).await?
    {
        return Ok(Some(Begun { session, token, new: false }));
    }
    let Some(account) = config.demo else {
        return Ok(None);
    };
    // Only for somebody who looks at a page of the demo, and not after they have left it. A program brings its session along.
    let looks = method == Method::GET
        && (route.who != Who::Visitor || route.path == "/")
        && !route.path.starts_with("/api/");
    if !looks || Cookie::Left.read(headers, config).is_some() {
        return Ok(None);
    }
    let begun = state.app().session_for_demo(account).await?;
    Ok(Some(Begun { session: begun.session, token: begun.token, new: true }))
}

async fn read(ctx: &Ctx, route: &Route, headers: &HeaderMap, body: Body) -> Result<Posted, Answer> {
    if !route.changes() {
        return Ok(Posted::default());
    }
    let bytes: Bytes = axum::body::to_bytes(body, LARGEST).await.map_err(|_| problem::too_large(ctx))?;
    let kind =
        headers.get(axum::http::header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !bytes.is_empty() && !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(Box::new(problem::not_a_form(ctx)));
    }
    Ok(Posted(Arc::new(form_urlencoded::parse(&bytes).into_owned().collect())))
}

type Answer = Box<Response>;

/// Whether the handler may run. Puts the permission into the request.
async fn pass(
    ctx: &Ctx,
    route: &Route,
    parts: &mut axum::http::request::Parts,
    posted: &Posted,
) -> Result<(), Answer> {
    let sent = posted.one(csrf::FIELD);
    let origin = csrf::origin(&parts.headers);
    if route.changes() && origin == Origin::Foreign {
        return Err(Box::new(problem::foreign(ctx).await));
    }
    if route.who != Who::Visitor && ctx.session.is_none() {
        if route.who == Who::JustLeft
            && let Ok(Some(subject)) = ctx.state.app().just_left(sent).await
        {
            parts.extensions.insert(Whose(subject));
            return Ok(());
        }
        return Err(Box::new(problem::signed_out(ctx, route, posted).await));
    }
    if route.changes() {
        // Before anybody is signed in, the cookie must have come with the request: its value alone proves nothing.
        let known = ctx.session.is_some() || Cookie::Before.read(&parts.headers, ctx.state.config()).is_some();
        if !known || !csrf::token_fits(sent, &ctx.csrf) {
            return Err(Box::new(problem::stale(ctx, route, posted, origin).await));
        }
    }
    if let Some(answer) = screen::instead(ctx, route, posted).await {
        return Err(Box::new(answer));
    }
    if let Who::Case(need) = route.who {
        let granted = allowed(ctx, need).await;
        match granted {
            Ok(granted) => {
                parts.extensions.insert(granted);
            }
            Err(problem) => return Err(Box::new(problem::page(ctx, &problem, None).await)),
        }
    }
    Ok(())
}

async fn allowed(ctx: &Ctx, need: Need) -> Result<Granted, Problem> {
    let session = ctx.session.as_ref().ok_or_else(Problem::not_found)?;
    let case = case_in(ctx.uri.path()).ok_or_else(Problem::not_found)?;
    let app = ctx.state.app();
    match need {
        Need::Read => {
            let allowed = app.allow_read(session.subject(), case, session.purpose).await?;
            Ok(Granted::Read(screen::cut_down(ctx, allowed)))
        }
        Need::Record => Ok(Granted::Record(app.allow_record(session.subject(), case).await?)),
        Need::Expunge => Ok(Granted::Expunge(app.allow_expunge(session.subject(), case).await?)),
        Need::Hold => Ok(Granted::Hold(app.allow_hold(session.subject(), case).await?)),
        Need::Erase => Ok(Granted::Erase(app.allow_erase(session.subject(), case).await?)),
    }
}

/// The case that a path is about: `/cases/{case}/…`, also of the JSON interface.
pub(crate) fn case_in(path: &str) -> Option<CaseId> {
    path.strip_prefix("/api/v1").unwrap_or(path).strip_prefix("/cases/")?.split('/').next()?.parse().ok()
}

/// For paths that lead nowhere.
#[derive(Clone, Debug)]
pub(crate) struct Nowhere {
    /// The server.
    pub(crate) state: WebState,
}

/// The same page as for a case that is not there.
pub(crate) async fn nowhere(Extension(nowhere): Extension<Nowhere>, request: Request) -> Response {
    let state = nowhere.state;
    let token = Cookie::Session.read(request.headers(), state.config());
    let session = match token {
        Some(token) => state.app().session(&token).await.ok().flatten().map(|session| (session, token)),
        None => None,
    };
    let ctx = Ctx::new(state, nonce_of(&request), session, request.headers(), request.uri().clone());
    problem::page(&ctx, &Problem::not_found(), None).await
}

fn nonce_of(request: &Request) -> Nonce {
    request.extensions().get::<Nonce>().cloned().unwrap_or_else(|| Nonce("".into()))
}
