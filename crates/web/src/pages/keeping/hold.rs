//! Legal hold: set and lifted, with a reason.

use super::{frame, make, moment};
use crate::extract::{CaseOver, Posted};
use crate::fields::{FaultLine, Faults};
use crate::forms::field::Field;
use crate::page::{Page, html, html_with, see_other};
use crate::pages::frame::{CaseFrame, base};
use crate::problem::Fail;
use app::Hold;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "keeping/hold.html")]
struct HoldPage {
    page: Page,
    frame: CaseFrame,
    faults: Vec<FaultLine>,
    /// Since when, by whom and why; empty where it is not held.
    held: String,
    reason: Field,
}

/// GET /cases/{case}/hold
pub(crate) async fn page(case: CaseOver<Hold>) -> Result<Response, Fail> {
    html(&shown(&case, "", &Faults::default()))
}

/// POST /cases/{case}/hold
pub(crate) async fn send(case: CaseOver<Hold>, posted: Posted) -> Result<Response, Fail> {
    let reason = posted.one("hold_reason");
    if reason.is_empty() {
        let mut faults = Faults::default();
        faults.add("hold_reason", case.words().say("keeping-reason-missing"));
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, &shown(&case, "", &faults));
    }
    let app = case.state.app();
    let done = match posted.one("do") {
        "lift" => {
            app.lift_hold(&case.over, reason).await?;
            "keeping-hold-lifted"
        }
        "hold" => {
            app.hold(&case.over, reason).await?;
            "keeping-hold-done"
        }
        _ => return Ok(see_other(&format!("{}/hold", base(case.case)))),
    };
    Ok(see_other(&format!("{}/hold?done={done}", base(case.case))))
}

fn shown(case: &CaseOver<Hold>, reason: &str, faults: &Faults) -> HoldPage {
    let words = case.words();
    let held = case.projection.hold.as_ref().map(|hold| {
        let when = moment(case, hold.at);
        let (who, why) = (hold.author.name.as_str(), hold.reason.as_str());
        let args = [("when", when.as_str().into()), ("who", who.into()), ("reason", why.into())];
        words.say_with("keeping-hold-is", &args)
    });
    let reason = make(case, faults).area("hold_reason", reason, 3);
    let page = case.page(words.say("keeping-title"));
    HoldPage {
        page: if faults.is_empty() { page } else { page.with_errors() },
        frame: frame(case),
        faults: faults.lines(&[&reason]),
        held: held.unwrap_or_default(),
        reason,
    }
}
