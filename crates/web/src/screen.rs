//! What may be on the screen: asked before every handler, so that no page can forget it.
//!
//! A hidden screen shows nothing but the field for the PIN, in every window of the session. A screen that others look at
//! shows one case, made as for people outside the team, and nothing can be recorded there.

use crate::extract::{Ctx, Posted};
use crate::guard::case_in;
use crate::pages::{hidden, share};
use crate::routes::{Need, Route, Who};
use app::{Allowed, Read, Screen};
use axum::response::Response;

/// What a hidden screen still answers: coming back, leaving, and taking in what was being written.
const WHILE_HIDDEN: &[&str] = &["hidden", "hide", "exit", "sign_out", "session", "draft", "assets", "health"];
/// What a screen that others look at answers beside the pages of its case.
const WHILE_SHARED: &[&str] =
    &["hidden", "hide", "share", "exit", "sign_out", "session", "draft", "assets", "health"];

/// The answer instead of the page, where the page may not be on this screen.
pub(crate) async fn instead(ctx: &Ctx, route: &Route, posted: &Posted) -> Option<Response> {
    match &ctx.session.as_ref()?.screen {
        Screen::Hidden { .. } if !WHILE_HIDDEN.contains(&route.view) => {
            Some(hidden::instead(ctx, route, posted).await)
        }
        Screen::Shared { case } => {
            let there = route.who == Who::Case(Need::Read) && case_in(ctx.uri.path()) == Some(*case);
            let may = there || WHILE_SHARED.contains(&route.view);
            (!may).then(|| share::instead(ctx, *case, route, posted))
        }
        _ => None,
    }
}

/// The permission to read, cut down to what others may see where others look on.
pub(crate) fn cut_down(ctx: &Ctx, allowed: Allowed<Read>) -> Allowed<Read> {
    match ctx.session.as_ref().map(|session| &session.screen) {
        None | Some(Screen::Open) => allowed,
        // A hidden screen shows no case; should a page ever get here, it gets the least.
        Some(_) => allowed.looked_on(),
    }
}
