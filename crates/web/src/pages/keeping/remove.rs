//! Taking an entry out for good that was recorded in the wrong case, and the page in its place.

use super::{backups_until, frame, held, make, moment};
use crate::extract::{CaseOver, CaseRead, Posted};
use crate::fields::{FaultLine, Faults};
use crate::forms::field::Field;
use crate::page::{Page, html, html_with, see_other};
use crate::pages::frame::{CaseFrame, entry_href};
use crate::pages::lines::Line;
use crate::pages::read::id;
use crate::problem::Fail;
use app::{Expunge, Problem, ProblemKind};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::project::SeenRemoved;
use practice::views::lines::Reader;
use practice::views::overview::says;

#[derive(Template)]
#[template(path = "keeping/remove.html")]
struct RemovePage {
    page: Page,
    frame: CaseFrame,
    faults: Vec<FaultLine>,
    /// Why it cannot be done now; empty where it can.
    held: String,
    kind: String,
    says: String,
    href: String,
    has_file: bool,
    naming: Vec<Line>,
    backups: String,
    reason: Field,
    sure: Field,
}

#[derive(Template)]
#[template(path = "keeping/gone.html")]
struct GonePage {
    page: Page,
    frame: CaseFrame,
    text: String,
    why: String,
}

/// GET /cases/{case}/entries/{entry}/remove
pub(crate) async fn page(
    case: CaseOver<Expunge>,
    Path((_, entry)): Path<(String, String)>,
) -> Result<Response, Fail> {
    html(&shown(&case, id(&entry)?, "", &Faults::default()).await?)
}

/// POST /cases/{case}/entries/{entry}/remove
pub(crate) async fn send(
    case: CaseOver<Expunge>,
    Path((_, entry)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Fail> {
    let entry = id(&entry)?;
    let (reason, words) = (posted.one("reason"), case.words());
    let mut faults = Faults::default();
    if reason.is_empty() {
        faults.add("reason", words.say("keeping-reason-missing"));
    }
    if posted.one("sure") != "yes" {
        faults.add("sure", words.say("keeping-sure-missing"));
    }
    if !faults.is_empty() {
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, &shown(&case, entry, reason, &faults).await?);
    }
    case.state.app().expunge(&case.over, entry, reason).await?;
    Ok(see_other(&format!("{}?done=keeping-removed", entry_href(case.case, entry))))
}

async fn shown(
    case: &CaseOver<Expunge>,
    entry: EntryId,
    reason: &str,
    faults: &Faults,
) -> Result<RemovePage, Fail> {
    let (words, held) = (case.words(), held(case));
    let naming = match case.state.app().expungeable(&case.over, entry).await {
        Ok(naming) => naming,
        // The page says why.
        Err(problem) if problem.kind() == ProblemKind::Refused && !held.is_empty() => Vec::new(),
        Err(problem) => return Err(problem.into()),
    };
    let seen = case.projection.get(entry).ok_or_else(Problem::not_found)?;
    let reader = Reader::new(&case.projection, case.today);
    let kind = seen.content.body.kind();
    let line = |id: EntryId| {
        let other = case.projection.get(id)?;
        let text = says(&reader, &other.content.body);
        Some(Line::link(entry_href(case.case, id), text, words.name(other.content.body.kind())))
    };
    let make = make(case, faults);
    let reason = make.area("reason", reason, 3);
    let sure = make.checks("sure", vec![("yes", words.say("keeping-sure-yes"))]);
    let page = case.page(words.say("keeping-remove-title"));
    Ok(RemovePage {
        page: if faults.is_empty() { page } else { page.with_errors() },
        frame: frame(case),
        faults: faults.lines(&[&reason, &sure]),
        held,
        kind: words.name(kind),
        says: says(&reader, &seen.content.body),
        href: entry_href(case.case, entry),
        has_file: kind == Kind::Document,
        naming: naming.into_iter().filter_map(line).collect(),
        backups: words.say_with("keeping-remove-backups", &[("day", backups_until(case).as_str().into())]),
        reason,
        sure,
    })
}

/// In place of an entry that was taken out, for those who could have seen it.
pub(crate) fn gone(read: &CaseRead, removed: &SeenRemoved) -> Result<Response, Fail> {
    let words = read.words();
    let (kind, when) = (words.name(removed.kind), moment(read, removed.at));
    let text = words.say_with(
        "keeping-removed-text",
        &[
            ("kind", kind.as_str().into()),
            ("who", removed.author.name.as_str().into()),
            ("when", when.as_str().into()),
        ],
    );
    let why = words.say_with("keeping-removed-why", &[("reason", removed.reason.as_str().into())]);
    html(&GonePage { page: read.page(words.say("keeping-removed-title")), frame: frame(read), text, why })
}
