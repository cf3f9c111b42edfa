//! Erasing a case for good: one person asks on this page, a second one decides.

use super::{backups_until, frame, held, make, moment};
use crate::extract::{CaseOver, Posted};
use crate::fields::{FaultLine, Faults};
use crate::forms::field::Field;
use crate::page::{Page, html, html_with, see_other};
use crate::pages::frame::{CaseFrame, base};
use crate::problem::Fail;
use app::Erase;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "keeping/erase.html")]
struct ErasePage {
    page: Page,
    frame: CaseFrame,
    faults: Vec<FaultLine>,
    /// Why it cannot be done now; empty where it can.
    held: String,
    backups: String,
    reference: String,
    /// Who asked, when and why; empty where nobody did.
    asked: String,
    /// Whether it was this person.
    own: bool,
    typed: Field,
    reason: Field,
    dropping: Field,
}

/// GET /cases/{case}/erase
pub(crate) async fn page(case: CaseOver<Erase>) -> Result<Response, Fail> {
    html(&shown(&case, &Posted::default(), &Faults::default()))
}

/// POST /cases/{case}/erase
pub(crate) async fn send(case: CaseOver<Erase>, posted: Posted) -> Result<Response, Fail> {
    let (app, words) = (case.state.app(), case.words());
    let what = posted.one("do");
    let typed = posted.one("reference");
    let mut faults = Faults::default();
    if matches!(what, "ask" | "erase") && typed != reference(&case) {
        faults.add("reference", words.say("keeping-erase-wrong"));
    }
    if what == "ask" && posted.one("erase_reason").is_empty() {
        faults.add("erase_reason", words.say("keeping-reason-missing"));
    }
    if what == "drop" && posted.one("drop_reason").is_empty() {
        faults.add("drop_reason", words.say("keeping-reason-missing"));
    }
    if !faults.is_empty() {
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, &shown(&case, &posted, &faults));
    }
    let here = format!("{}/erase", base(case.case));
    match what {
        "ask" => {
            app.ask_erasure(&case.over, typed, posted.one("erase_reason")).await?;
            Ok(see_other(&format!("{here}?done=keeping-erase-asked")))
        }
        "drop" => {
            app.drop_erasure(&case.over, posted.one("drop_reason")).await?;
            Ok(see_other(&format!("{here}?done=keeping-erase-dropped")))
        }
        "erase" => {
            app.erase(&case.over, typed).await?;
            Ok(see_other(&format!("/erased?case={}&done=keeping-erased-done", case.case)))
        }
        _ => Ok(see_other(&here)),
    }
}

fn reference(case: &CaseOver<Erase>) -> String {
    case.projection.reference.as_ref().map_or_else(|| case.case.to_string(), ToString::to_string)
}

fn shown(case: &CaseOver<Erase>, posted: &Posted, faults: &Faults) -> ErasePage {
    let words = case.words();
    let asked = case.projection.erasure_asked.as_ref();
    let own = asked.is_some_and(|asked| asked.author.id == case.subject().account());
    let said = asked.map(|asked| {
        let when = moment(case, asked.at);
        let (who, why) = (asked.author.name.as_str(), asked.reason.as_str());
        let args = [("who", who.into()), ("when", when.as_str().into()), ("reason", why.into())];
        words.say_with("keeping-erase-asked-by", &args)
    });
    let make = make(case, faults);
    let typed = make.line("reference", posted.one("reference"), "off");
    let reason = make.area("erase_reason", posted.one("erase_reason"), 3);
    let dropping = make.area("drop_reason", posted.one("drop_reason"), 2);
    let page = case.page(words.say("keeping-erase-title"));
    ErasePage {
        page: if faults.is_empty() { page } else { page.with_errors() },
        frame: frame(case),
        faults: faults.lines(&[&typed, &reason, &dropping]),
        held: held(case),
        backups: words.say_with("keeping-erase-backups", &[("day", backups_until(case).as_str().into())]),
        reference: reference(case),
        asked: said.unwrap_or_default(),
        own,
        typed,
        reason,
        dropping,
    }
}
