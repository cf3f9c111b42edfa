//! Handlers of the pages of a case that are read. The guard has decided who may; these fill a template and answer it.

use super::case_pages::Source;
use super::say::Say;
use crate::extract::CaseRead;
use crate::page::{self, Page};
use crate::problem::Fail;
use app::Problem;
use axum::extract::Path;
use axum::response::Response;
use practice::ids::EntryId;

/// The words, for this case and this day.
pub(crate) fn say(read: &CaseRead) -> Say<'_> {
    Say { words: read.words(), zone: &read.state.config().zone, case: read.case, as_of: read.today }
}

/// Fills a page of the case and answers it.
fn answer<T: askama::Template>(
    read: &CaseRead,
    fill: impl FnOnce(Source<'_>, &dyn Fn(String) -> Page) -> Option<T>,
) -> Result<Response, Fail> {
    let say = say(read);
    let source = Source { say: &say, projection: &read.projection, pack: read.state.app().pack() };
    let filled = fill(source, &|title| read.page(title)).ok_or_else(|| Fail::from(Problem::not_found()))?;
    page::html(&filled)
}

pub(super) fn id(text: &str) -> Result<EntryId, Fail> {
    text.parse().map_err(|_| Fail::from(Problem::not_found()))
}

/// The overview.
pub(crate) async fn overview(read: CaseRead) -> Result<Response, Fail> {
    let keeps = read.state.app().may_keep(read.subject(), read.case).await?;
    answer(&read, |source, page| Some(source.overview(page, keeps)))
}

/// The pattern map.
pub(crate) async fn map(read: CaseRead) -> Result<Response, Fail> {
    answer(&read, |source, page| Some(source.map(page)))
}

/// One child.
pub(crate) async fn child(read: CaseRead, Path((_, person)): Path<(String, String)>) -> Result<Response, Fail> {
    let person = id(&person)?;
    answer(&read, |source, page| source.child(page, person))
}

/// Everything that protects.
pub(crate) async fn efforts(read: CaseRead) -> Result<Response, Fail> {
    answer(&read, |source, page| Some(source.efforts(page)))
}

/// People and how they are related.
pub(crate) async fn people(read: CaseRead) -> Result<Response, Fail> {
    let app = read.state.app();
    let allowed = app.allow_read(read.subject(), read.case, read.session.purpose).await?;
    let perhaps_twice = app.perhaps_twice(&allowed).await?;
    answer(&read, |source, page| Some(source.people(page, perhaps_twice)))
}

/// Who is around the family.
pub(crate) async fn ecomap(read: CaseRead) -> Result<Response, Fail> {
    answer(&read, |source, page| Some(source.ecomap(page)))
}

/// Notes and visits.
pub(crate) async fn notes(read: CaseRead) -> Result<Response, Fail> {
    answer(&read, |source, page| Some(source.notes(page)))
}

/// What has not been asked.
pub(crate) async fn gaps(read: CaseRead) -> Result<Response, Fail> {
    answer(&read, |source, page| Some(source.gaps(page)))
}

/// Everything in the file, kind by kind.
pub(crate) async fn entries(read: CaseRead) -> Result<Response, Fail> {
    answer(&read, |source, page| Some(source.entries(page)))
}

/// What each step of the history of an entry changed.
pub(crate) async fn history(read: CaseRead, Path((_, entry)): Path<(String, String)>) -> Result<Response, Fail> {
    let entry = id(&entry)?;
    answer(&read, |source, page| source.history(page, entry))
}

/// Everything about one entry.
pub(crate) async fn entry(read: CaseRead, Path((_, entry)): Path<(String, String)>) -> Result<Response, Fail> {
    let entry = id(&entry)?;
    if let Some(removed) = read.projection.removed(entry) {
        return super::keeping::remove::gone(&read, removed);
    }
    let label = read.projection.get(entry).map(|seen| seen.content.label);
    let removable = match label {
        Some(label) => read.state.app().may_expunge(read.subject(), read.case, label).await?,
        None => false,
    };
    answer(&read, |source, page| source.entry(|title| with_told(page(title), &read), entry, removable))
}

/// What a person should know about a file that was just attached.
fn with_told(mut page: Page, read: &CaseRead) -> Page {
    let known = |code: &str| TOLD.contains(&code).then(|| read.words().say(&format!("attached-told-{code}")));
    let told: Vec<String> = read.query("told").split(',').filter_map(known).collect();
    for sentence in told {
        page.done = format!("{} {sentence}", page.done).trim().to_owned();
    }
    page
}

/// What can be told of a file: keys of Fluent and nothing else.
const TOLD: [&str; 5] = ["name-differs", "active", "unknown", "archive", "may-tell-where"];
