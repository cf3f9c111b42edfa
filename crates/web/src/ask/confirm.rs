//! What answers become, one at a time: the form of the entry, filled in from the answer, to confirm, to change first, or to leave.

use super::answers::key;
use super::{instrument, proposed};
use crate::extract::{CaseRecord, Posted};
use crate::fields::FaultLine;
use crate::forms::desk::Desk;
use crate::forms::fault::Fault;
use crate::forms::field::Section;
use crate::forms::kind::{self, Kept};
use crate::forms::raw::Raw;
use crate::forms::refused;
use crate::page::{Page, html_with, see_other};
use crate::pages::frame::{CaseFrame, Tab, base, entry_href};
use crate::problem::Fail;
use app::{Problem, RecordError};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use practice::ids::{EntryId, OccasionId};
use practice::instrument::{Proposal, proposals};
use practice::kinds::Body;
use practice::kinds::interview::Interview;
use practice::project::Seen;
use practice::record::{Draft, Intent};
use practice::source::Who;
use practice::text::Text;

/// The page.
#[derive(Debug, Template)]
#[template(path = "ask/confirm.html")]
struct ConfirmPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    action: String,
    asked: String,
    said: Vec<String>,
    becomes: String,
    sections: Vec<Section>,
    faults: Vec<FaultLine>,
    at: String,
    rest: String,
    interview: String,
    back: String,
}

/// The interview of a path. An entry that is none, or is withdrawn, has nothing to confirm: its own page says what it is.
fn interview_of<'a>(case: &'a CaseRecord, id: &str) -> Result<Result<(&'a Seen, &'a Interview), String>, Fail> {
    let found = id.parse().ok().and_then(|id: EntryId| case.projection.get(id));
    let seen = found.ok_or_else(|| Fail::from(Problem::not_found()))?;
    match &seen.content.body {
        Body::Interview(interview) if !seen.withdrawn => Ok(Ok((seen, interview))),
        _ => Ok(Err(entry_href(case.case, seen.id))),
    }
}

/// The key of a proposal: of the answer that made it.
fn key_of(interview: &Interview, proposal: &Proposal) -> String {
    let first = proposal.answers.first().and_then(|at| interview.answers.get(*at));
    first.map(|answer| key(&answer.question, answer.about)).unwrap_or_default()
}

/// What an interview could still become. An instrument that is gone proposes nothing; its answers stay.
async fn open(case: &CaseRecord, desk: &Desk<'_>, interview: &Interview) -> Result<Vec<Proposal>, Fail> {
    match instrument(case, interview.instrument.as_str()).await {
        Ok(instrument) => Ok(proposals(&instrument, interview, &desk.scene.cast)),
        Err(_) => Ok(Vec::new()),
    }
}

/// GET /cases/{case}/interviews/{entry}/confirm
pub(crate) async fn page(case: CaseRecord, Path((_, entry)): Path<(String, String)>) -> Result<Response, Fail> {
    let (seen, interview) = match interview_of(&case, &entry)? {
        Ok(found) => found,
        Err(elsewhere) => return Ok(see_other(&elsewhere)),
    };
    let desk = Desk::new(&case);
    let open = open(&case, &desk, interview).await?;
    let at = case.query("at");
    let chosen = open.iter().find(|proposal| key_of(interview, proposal) == at).or(open.first());
    let Some(proposal) = chosen else {
        return Ok(see_other(&entry_href(case.case, seen.id)));
    };
    let raw = proposed::fields(interview, proposal, &day(seen, &desk), desk.words());
    show(&desk, seen, interview, proposal, &open, &raw, &[])
}

/// The day of the interview, as it is typed.
fn day(seen: &Seen, desk: &Desk<'_>) -> String {
    let day = seen.content.happened.begins().map(|at| at.start().date());
    day.map(|day| words::unmarked(&desk.words().day(day))).unwrap_or_default()
}

/// POST /cases/{case}/interviews/{entry}/confirm
pub(crate) async fn send(
    case: CaseRecord,
    Path((_, entry)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Fail> {
    let (seen, interview) = match interview_of(&case, &entry)? {
        Ok(found) => found,
        Err(elsewhere) => return Ok(see_other(&elsewhere)),
    };
    let desk = Desk::new(&case);
    let raw = Raw::from_pairs(posted.pairs());
    let open = open(&case, &desk, interview).await?;
    let here = format!("{}/interviews/{}/confirm", base(case.case), seen.id);
    // What was confirmed or left before, from another window or by a form sent twice, is not asked again.
    let Some(proposal) = open.iter().find(|proposal| key_of(interview, proposal) == raw.one("at")) else {
        return Ok(see_other(&here));
    };
    let mut said = interview.clone();
    let mut drafts = Vec::new();
    let leaves = raw.one("do") == "leave";
    if raw.has("more") {
        return show(&desk, seen, interview, proposal, &open, &raw, &[]);
    }
    let id = proposed::entry_of(seen.id, interview, proposal);
    if !leaves {
        let kept = Kept { occasion: Some(OccasionId(seen.id.0)), ..Kept::default() };
        match kind::read(proposal.kind, &raw, desk.tools(), &kept) {
            Ok(content) => drafts.push(Draft { id, intent: Intent::Record(Box::new(content)) }),
            Err(faults) => return show(&desk, seen, interview, proposal, &open, &raw, &faults),
        }
    }
    for at in &proposal.answers {
        if let Some(answer) = said.answers.get_mut(*at) {
            if leaves {
                answer.left = true;
            } else {
                answer.entries.push(id);
            }
        }
    }
    let content = Box::new(practice::entry::Content { body: Body::Interview(said), ..seen.content.clone() });
    let reason = if leaves { "interview-reason-left" } else { "interview-reason-confirmed" };
    let reason = Text::parse(&words::unmarked(&desk.words().say(reason))).ok();
    drafts.push(Draft { id: seen.id, intent: Intent::Revise { base: seen.revision, content, reason } });
    match case.state.app().record(&case.record, drafts, None).await {
        Ok(_) => Ok(see_other(&format!("{here}?done=recorded"))),
        // Somebody else was at the same interview: looked at anew, with what was typed.
        Err(RecordError::Conflict { .. }) => Ok(see_other(&format!("{here}?at={}", raw.one("at")))),
        Err(error) => {
            let faults = refused::faults(error, desk.words(), &case.state.config().zone)?;
            show(&desk, seen, interview, proposal, &open, &raw, &faults)
        }
    }
}

fn show(
    desk: &Desk<'_>,
    seen: &Seen,
    interview: &Interview,
    proposal: &Proposal,
    open: &[Proposal],
    raw: &Raw,
    faults: &[Fault],
) -> Result<Response, Fail> {
    let words = desk.words();
    let show = desk.show(kind::form_name(proposal.kind), raw, faults);
    let sections = kind::sections(proposal.kind, &show);
    let name = |who: &Who| match who {
        Who::Person(id) => desk.scene.name(*id).unwrap_or_default().to_owned(),
        Who::Other(text) => text.to_string(),
    };
    let answers: Vec<_> = proposal.answers.iter().filter_map(|at| interview.answers.get(*at)).collect();
    let title = words.say("interview-confirm-title");
    let rest = open.len().saturating_sub(1);
    let page = desk.read.page(title.clone());
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    html_with(
        status,
        &ConfirmPage {
            page: if faults.is_empty() { page } else { page.with_errors() },
            frame: desk.frame(Tab::Interviews),
            title,
            action: format!("{}/interviews/{}/confirm", base(desk.read.case), seen.id),
            asked: answers.first().map(|answer| answer.asked.to_string()).unwrap_or_default(),
            said: answers.iter().flat_map(|answer| words.said_lines(&answer.said, &name)).collect(),
            becomes: words.say_with("interview-becomes", &[("kind", words.a_kind(proposal.kind).into())]),
            faults: desk.summary_of(faults, &sections),
            sections,
            at: key_of(interview, proposal),
            rest: if rest == 0 { String::new() } else { words.say("interview-more-after") },
            interview: desk.scene.item(seen.id).map(|item| item.says.clone()).unwrap_or_default(),
            back: entry_href(desk.read.case, seen.id),
        },
    )
}
