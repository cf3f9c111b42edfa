//! Starting a case: indexed by the children; whose behaviour is the worry; who reported what.

mod reading;
mod view;
mod writing;

use super::drafts;
use crate::extract::{Posted, SignedIn};
use crate::fields::Faults;
use crate::page::see_other;
use crate::problem::{Fail, status};
use app::{CaseCard, DraftKey, NewCase, Problem, ProblemKind, RecordError};
use axum::http::StatusCode;
use axum::response::Response;
use reading::Referral;
use uuid::Uuid;
use view::Shown;

/// GET /cases/new?draft=
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    signed.state.app().allow_open(signed.subject()).await?;
    let mut shown = Shown::blank(&signed);
    if let Some(restored) = drafts::load(&signed, &signed.query("draft")).await? {
        shown = Shown { posted: Posted(restored.content.fields.into()), version: restored.version, ..shown };
        shown.draft = signed.query("draft");
    }
    view::show(&signed, StatusCode::OK, shown)
}

/// POST /cases/new
pub(crate) async fn send(signed: SignedIn, posted: Posted) -> Result<Response, Fail> {
    let app = signed.state.app();
    let allowed = app.allow_open(signed.subject()).await?;
    let draft = posted.one("draft").to_owned();
    // The page may have saved while it was written: the form that comes back goes on from there.
    let version = drafts::load(&signed, &draft).await?.map_or(0, |draft| draft.version);
    let shown = Shown { posted: posted.clone(), draft, version, ..Shown::blank(&signed) };
    if !posted.one("more").is_empty() {
        return view::show(&signed, StatusCode::OK, shown);
    }
    let referral = match Referral::read(&posted, signed.words(), app.today()) {
        Ok(referral) => referral,
        Err(faults) => return view::show(&signed, StatusCode::UNPROCESSABLE_ENTITY, Shown { faults, ..shown }),
    };
    if posted.one("another_family").is_empty() {
        let alike = alike(&signed, &referral).await?;
        if !alike.is_empty() {
            return view::show(&signed, StatusCode::CONFLICT, Shown { alike, ..shown });
        }
    }
    let draft_done = Uuid::parse_str(posted.one("draft")).ok().map(DraftKey);
    let new = NewCase {
        case: referral.case,
        reference: referral.reference.clone(),
        drafts: writing::entries(&referral, app.pack(), signed.words()),
        draft_done,
    };
    match app.open_case(&allowed, new).await {
        Ok(case) => Ok(see_other(&format!("/cases/{case}?done=case-opened"))),
        Err(error) => refused(&signed, shown, error),
    }
}

/// The cases this person may see in which a child has the name of one of these, or somebody is probably one of these.
async fn alike(signed: &SignedIn, referral: &Referral) -> Result<Vec<CaseCard>, Problem> {
    let mut found: Vec<CaseCard> = Vec::new();
    let mut keep = |card: CaseCard| {
        // The very case that this form opened a moment ago is no other family.
        if card.case != referral.case && !found.iter().any(|known| known.case == card.case) {
            found.push(card);
        }
    };
    let app = signed.state.app();
    for child in &referral.children {
        for card in app.search(signed.subject(), child.short()).await? {
            if card.children.iter().any(|known| same_name(&known.name, child.short())) {
                keep(card);
            }
        }
    }
    for somebody in referral.children.iter().chain(&referral.worry).chain(&referral.carer) {
        for like in app.somebody_like(signed.subject(), somebody.name.as_str(), somebody.born).await? {
            keep(like.case);
        }
    }
    Ok(found)
}

fn same_name(a: &str, b: &str) -> bool {
    let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_lowercase();
    first(a) == first(b)
}

/// The form again, with everything that was typed and what is wrong.
fn refused(signed: &SignedIn, shown: Shown, error: RecordError) -> Result<Response, Fail> {
    let words = signed.words();
    let mut faults = Faults::default();
    let code = match &error {
        RecordError::Failed(problem) => match problem.kind() {
            ProblemKind::NotFound => return Err(problem.clone().into()),
            ProblemKind::Full => {
                faults.add("", words.say("problem-full-text"));
                status(problem.kind())
            }
            kind => {
                faults.add("", problem.to_string());
                status(kind)
            }
        },
        RecordError::Refused(refusals) => {
            for (_, refusal) in refusals {
                faults.add("", words.refusal(refusal, &signed.state.config().zone).sentence);
            }
            StatusCode::UNPROCESSABLE_ENTITY
        }
        other => {
            faults.add("", other.to_string());
            StatusCode::CONFLICT
        }
    };
    view::show(signed, code, Shown { faults, ..shown })
}
