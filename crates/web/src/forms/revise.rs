//! Changing an entry: the same form with what it says now, a reason, and, where somebody else changed it meanwhile, both
//! versions side by side.

use super::add::EntryForm;
use super::back;
use super::change::{self, Wall};
use super::chronology;
use super::conflict;
use super::desk::Desk;
use super::draft::{self, Found};
use super::fault::Fault;
use super::kind::{self, Kept};
use super::raw::Raw;
use super::reading::Reading;
use super::refused;
use crate::extract::{CaseRecord, Posted};
use crate::page::{html, html_with, see_other};
use crate::pages::frame::{Tab, entry_href};
use crate::problem::Fail;
use crate::wording::quiet;
use app::{DraftKey, Problem, RecordError};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::project::Seen;
use practice::record::{Draft, Intent};
use uuid::Uuid;

/// The entry of a path, as far as this person may see it.
pub(crate) fn seen<'a>(case: &'a CaseRecord, id: &str) -> Result<&'a Seen, Fail> {
    let found = id.parse().ok().and_then(|id: EntryId| case.projection.get(id));
    found.ok_or_else(|| Fail::from(Problem::not_found()))
}

/// The draft of a change of an entry: one for each person, entry and revision that is changed. Once it is recorded its key
/// is used up, so that a save that comes late cannot bring it back.
pub(crate) fn draft_key(entry: EntryId, base: u32) -> Uuid {
    Uuid::new_v5(&entry.0, format!("revise {base}").as_bytes())
}

/// The latest draft of a change of an entry, with the revision it changes. Somebody else may have changed the entry since.
async fn draft_of(case: &CaseRecord, seen: &Seen) -> Result<Option<(u32, Found)>, Fail> {
    for base in (1..=seen.revision).rev().take(20) {
        if let Some(found) = draft::load(case, draft_key(seen.id, base)).await? {
            return Ok(Some((base, found)));
        }
    }
    Ok(None)
}

/// The form with what the entry says now, or with the draft of a change.
pub(crate) async fn page(case: CaseRecord, Path((_, entry)): Path<(String, String)>) -> Result<Response, Fail> {
    let seen = seen(&case, &entry)?;
    let desk = Desk::new(&case);
    if let Some(wall) = Wall::before_revising(seen) {
        return change::wall(&desk, seen, wall);
    }
    let form = Form { seen, base: seen.revision, drafted: seen.revision, then: case.query("then") };
    match draft_of(&case, seen).await? {
        Some((base, found)) => {
            let raw = adding(&case, seen, found.raw.clone());
            html(&Form { base, drafted: base, ..form }.show(&desk, &raw, &[], Some(&found), 0))
        }
        None => {
            let mut raw = adding(&case, seen, kind::write(&seen.content, desk.words()));
            raw.set("base", seen.revision.to_string());
            html(&quiet::beneath(&case, form.show(&desk, &raw, &[], None, 0)).await)
        }
    }
}

/// An entry that a row of the automatic chronology wants added to this one, already chosen.
fn adding(case: &CaseRecord, seen: &Seen, mut raw: Raw) -> Raw {
    let add = case.query("add");
    if seen.content.body.kind() == Kind::Chronology && !add.is_empty() && !raw.all("add").any(|known| known == add)
    {
        raw.push("add", add);
    }
    raw
}

/// Records the change, merges it with somebody else's, or asks which of two versions shall stand.
pub(crate) async fn send(
    case: CaseRecord,
    Path((_, entry)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Fail> {
    let seen = seen(&case, &entry)?;
    let desk = Desk::new(&case);
    let raw = Raw::from_pairs(posted.pairs());
    if let Some(wall) = Wall::before_revising(seen) {
        return change::wall(&desk, seen, wall);
    }
    let base = raw.one("base").parse().unwrap_or(seen.revision);
    let version: u64 = raw.one("draft_version").parse().unwrap_or(0);
    let drafted = if raw.has("resolve") { raw.one("old_base").parse().unwrap_or(base) } else { base };
    let form = Form { seen, base, drafted, then: raw.one("then").to_owned() };
    if raw.has("more") || raw.has("check") {
        let raw = match seen.content.body.kind() {
            Kind::Chronology => chronology::arranged(&raw, &desk.scene),
            _ => raw,
        };
        return html(&quiet::beneath(&case, form.show(&desk, &raw, &[], None, version)).await);
    }
    if raw.has("later") {
        draft::save(&case, form.draft_key(), version + 1, &format!("{}/revise", form.here(&desk)), &raw).await?;
        return Ok(see_other(&back::without(case.case, &form.then, Some(seen.id))));
    }
    if raw.has("resolve") {
        return match conflict::resolved(&desk, seen, &raw) {
            Ok(raw) => record(&case, &desk, &form.now(), raw, version).await,
            Err(page) => html_with(StatusCode::CONFLICT, page.as_ref()),
        };
    }
    record(&case, &desk, &form, raw, version).await
}

async fn record(
    case: &CaseRecord,
    desk: &Desk<'_>,
    form: &Form<'_>,
    raw: Raw,
    version: u64,
) -> Result<Response, Fail> {
    let seen = form.seen;
    let mut faults = Vec::new();
    let mut reading = Reading::new(&raw, desk.tools());
    let reason = reading.text_required("reason", "form-error-reason");
    faults.append(&mut reading.faults);
    let kept = Kept::of(&seen.content);
    let content = match kind::read(seen.content.body.kind(), &raw, desk.tools(), &kept) {
        Ok(content) if faults.is_empty() => content,
        read => {
            faults.extend(read.err().unwrap_or_default());
            let page = form.show(desk, &raw, &faults, None, version);
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let intent = Intent::Revise { base: form.base, content: Box::new(content), reason };
    let drafts = vec![Draft { id: seen.id, intent }];
    match case.state.app().record(&case.record, drafts, Some(DraftKey(form.draft_key()))).await {
        Ok(_) => Ok(see_other(&back::to(case.case, &form.then, seen.id, seen.id, "revised"))),
        // What only one of the two changed is merged without asking, and recorded on top of what is saved.
        Err(RecordError::Conflict { .. }) if form.base != seen.revision => {
            match conflict::compare(desk, seen, &raw, form.base) {
                Ok(merged) if says_nothing_new(desk, seen, &merged) => {
                    Ok(see_other(&back::to(case.case, &form.then, seen.id, seen.id, "revised")))
                }
                Ok(merged) => Box::pin(record(case, desk, &form.now(), merged, version)).await,
                Err(page) => html_with(StatusCode::CONFLICT, page.as_ref()),
            }
        }
        Err(error) => {
            let faults = refused::faults(error, desk.words(), &case.state.config().zone)?;
            let page = form.show(desk, &raw, &faults, None, version);
            html_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// The same form came a second time, and the first was merged and recorded already.
fn says_nothing_new(desk: &Desk<'_>, seen: &Seen, merged: &Raw) -> bool {
    let kept = Kept::of(&seen.content);
    kind::read(seen.content.body.kind(), merged, desk.tools(), &kept).is_ok_and(|content| content == seen.content)
}

/// The form of a change.
#[derive(Clone, Debug)]
struct Form<'a> {
    seen: &'a Seen,
    base: u32,
    /// The revision its draft belongs to: the base it was shown with.
    drafted: u32,
    then: String,
}

impl Form<'_> {
    fn draft_key(&self) -> Uuid {
        draft_key(self.seen.id, self.drafted)
    }

    /// The same form on top of what is saved now.
    fn now(&self) -> Self {
        Self { base: self.seen.revision, ..self.clone() }
    }

    fn here(&self, desk: &Desk<'_>) -> String {
        entry_href(desk.read.case, self.seen.id)
    }

    fn show(&self, desk: &Desk<'_>, raw: &Raw, faults: &[Fault], found: Option<&Found>, version: u64) -> EntryForm {
        let words = desk.words();
        let kind = self.seen.content.body.kind();
        let show = desk.show(kind::form_name(kind), raw, faults);
        let sections = kind::sections(kind, &show);
        let last = vec![show.area("reason", 2)];
        let address = format!("{}/revise", self.here(desk));
        let page = desk.read.page(words.say("form-change-title"));
        EntryForm {
            page: if faults.is_empty() { page } else { page.with_errors() },
            frame: desk.frame(Tab::Other),
            heading: words.say("form-change-title"),
            lede: words.say("form-change-lede"),
            advice: if kind == Kind::Visit { vec![words.say("form-change-visit")] } else { Vec::new() },
            hidden: vec![
                ("base", self.base.to_string()),
                ("then", self.then.clone()),
                ("draft", self.draft_key().to_string()),
                ("draft_version", found.map_or(version, |found| found.version).to_string()),
            ],
            faults: desk.summary(faults, sections.iter().flat_map(super::field::Section::fields).chain(&last)),
            draft: desk.draft(self.draft_key(), &address, found, version),
            action: address,
            sections,
            last,
            primary: words.say("form-change-save"),
            back: back::without(desk.read.case, &self.then, Some(self.seen.id)),
        }
    }
}
