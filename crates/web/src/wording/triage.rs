//! Going through old notes: one sentence at a time, in its note, with the draft entry that it could become. Each is
//! decided by somebody who read it; there is no "all", no pace and no count that hurries. One comes back to where one was.

use super::panel::{Maker, Offer};
use super::take::{self, Origin};
use crate::extract::{CaseRecord, Posted};
use crate::forms::desk::Desk;
use crate::forms::kind::{self, Kept};
use crate::forms::raw::Raw;
use crate::page::{Page, html, see_other};
use crate::pages::frame::{CaseFrame, Tab, base, entry_href};
use crate::problem::Fail;
use app::{AsideWhy, CheckedText, RecordError, Suggested};
use askama::Template;
use axum::response::Response;
use practice::ids::EntryId;
use practice::kinds::{Body, Kind};
use practice::project::Seen;
use practice::record::{Draft, Intent};
use std::sync::Arc;

use super::marked::Piece;

#[derive(Debug, Template)]
#[template(path = "wording/triage.html")]
struct TriagePage {
    page: Page,
    frame: CaseFrame,
    action: String,
    again: String,
    any: bool,
    step: Option<Step>,
}

/// One sentence, and what it could become.
#[derive(Clone, Debug)]
struct Step {
    note: EntryId,
    entry: EntryId,
    href: String,
    title: String,
    about: String,
    text: Vec<Piece>,
    offer: Offer,
    facts: Vec<(String, String)>,
    ready: bool,
    old: bool,
    adjust: String,
}

/// The one note that is gone through, where it is one: `?note=`.
fn only(case: &CaseRecord) -> Option<EntryId> {
    case.query("note").parse().ok()
}

/// The notes that are gone through, the oldest first: those from old records, or the one that was asked for.
fn notes(case: &CaseRecord, only: Option<EntryId>) -> Vec<&Seen> {
    let wanted = |seen: &&Seen| match only {
        Some(note) => seen.id == note,
        None => take::is_from_record(seen),
    };
    let mut notes: Vec<&Seen> = case.projection.of_kind(Kind::Note).filter(wanted).collect();
    notes.sort_by(|a, b| a.content.happened.order(&b.content.happened).then(a.id.cmp(&b.id)));
    notes
}

/// What is still open in a note, with its keys.
async fn open(case: &CaseRecord, note: EntryId) -> Result<(Arc<CheckedText>, Vec<String>), Fail> {
    let app = case.state.app();
    let checked = app.wording_of_note(&case.projection, note).await?.unwrap_or_default();
    let aside = app.wording_aside(&case.record.reading(), note).await?;
    let located = checked.located(&case.projection);
    let keys = located
        .suggestions()
        .filter(|s| s.there.is_none() && !aside.iter().any(|aside| aside.key == s.key))
        .map(|s| s.key)
        .collect();
    Ok((checked, keys))
}

/// The suggestion at a place, or the next one that is open after it.
async fn next(
    case: &CaseRecord,
    only: Option<EntryId>,
    from: Option<(EntryId, String)>,
    past: bool,
) -> Result<Option<(EntryId, String)>, Fail> {
    let notes = notes(case, only);
    let start = from.as_ref().and_then(|(note, _)| notes.iter().position(|seen| seen.id == *note)).unwrap_or(0);
    for (n, seen) in notes.iter().enumerate().skip(start) {
        let (checked, open) = open(case, seen.id).await?;
        let here = from.as_ref().filter(|(note, _)| n == start && *note == seen.id).map(|(_, key)| key);
        let found = match here {
            Some(key) if !past && open.contains(key) => Some(key.clone()),
            Some(key) => {
                // In the order of the text, after the one that was looked at, which may not be open any more.
                let order: Vec<String> = checked.suggestions().map(|s| s.key).collect();
                let at = order.iter().position(|known| known == key).map_or(0, |at| at + 1);
                order.into_iter().skip(at).find(|key| open.contains(key))
            }
            None => open.into_iter().next(),
        };
        if let Some(key) = found {
            return Ok(Some((seen.id, key)));
        }
    }
    Ok(None)
}

/// GET /cases/{case}/triage
pub(crate) async fn page(case: CaseRecord) -> Result<Response, Fail> {
    let only = only(&case);
    let app = case.state.app();
    let allowed = case.record.reading();
    let from = match (only, case.query("from").as_str()) {
        (_, "start") => None,
        (Some(_), _) => only.map(|note| (note, case.query("at"))).filter(|(_, key)| !key.is_empty()),
        (None, _) => app.triage_place(&allowed).await?,
    };
    let place = next(&case, only, from, false).await?;
    let desk = Desk::new(&case);
    let step = match &place {
        Some((note, key)) => {
            if only.is_none() {
                app.triage_remember(&allowed, *note, key).await?;
            }
            step(&case, &desk, *note, key).await?
        }
        None => None,
    };
    let one = only.map(|note| format!("?note={note}")).unwrap_or_default();
    let join = if one.is_empty() { '?' } else { '&' };
    html(&TriagePage {
        page: case.page(case.words().say("triage-title")),
        frame: desk.frame(Tab::Notes),
        action: format!("{}/triage{one}", base(case.case)),
        again: format!("{}/triage{one}{join}from=start", base(case.case)),
        any: !notes(&case, only).is_empty(),
        step,
    })
}

async fn step(case: &CaseRecord, desk: &Desk<'_>, note: EntryId, key: &str) -> Result<Option<Step>, Fail> {
    let Some(seen) = case.projection.get(note) else { return Ok(None) };
    let Body::Note(body) = &seen.content.body else { return Ok(None) };
    let checked = case.state.app().wording_of_note(&case.projection, note).await?.unwrap_or_default();
    let Some(suggested) = checked.suggestion(key) else { return Ok(None) };
    let words = case.words();
    let raw = fields(case, desk, &suggested, seen);
    let kind = take::kind(&suggested);
    let say = desk.say();
    let place = suggested.suggestion.place;
    let mut text = super::marked::pieces(body.text.as_str(), &[(place.start, place.end)]);
    for piece in text.iter_mut().filter(|piece| piece.is_marked()) {
        piece.class = "offer";
    }
    let when = words.when(&seen.content.happened);
    let known: Vec<String> = seen
        .content
        .sources
        .iter()
        .filter_map(|source| match &source.how {
            practice::source::How::InRecord { record, .. } => Some(record.to_string()),
            _ => None,
        })
        .collect();
    let about = std::iter::once(when).chain(known).collect::<Vec<_>>().join(". ");
    Ok(Some(Step {
        note,
        entry: EntryId(case.state.app().new_id()),
        href: entry_href(case.case, note),
        title: body.title.to_string(),
        about,
        text,
        offer: Maker { words, case: Some(case.case), acts: true }.offer(&suggested),
        facts: facts(desk, kind, &raw, &say),
        ready: kind::read(kind, &raw, desk.tools(), &Kept::default()).is_ok(),
        old: take::is_old(seen, case.subject().account()),
        adjust: adjust(case, note, key, kind),
    }))
}

fn adjust(case: &CaseRecord, note: EntryId, key: &str, kind: Kind) -> String {
    let then = only(case).map_or_else(|| "triage".to_owned(), |note| format!("triage:{note}"));
    format!("{}/new/{}?from={note}&take={key}&then={then}", base(case.case), kind.code())
}

fn fields(case: &CaseRecord, desk: &Desk<'_>, suggested: &Suggested<'_>, note: &Seen) -> Raw {
    take::fields(suggested, Origin::Note(note, case.subject().account()), desk.tools())
}

/// The draft entry as it would be recorded, in rows.
fn facts(desk: &Desk<'_>, kind: Kind, raw: &Raw, say: &crate::pages::say::Say<'_>) -> Vec<(String, String)> {
    let show = desk.show(kind::form_name(kind), raw, &[]);
    let whom = if kind == Kind::Effort { "for_whom" } else { "targets" };
    let names: Vec<String> = raw
        .all(whom)
        .filter_map(|id| id.parse().ok())
        .filter_map(|id| desk.scene.name(id).map(str::to_owned))
        .collect();
    let not_said = say.t("form-blank");
    let or = |said: String| if said.is_empty() { not_said.clone() } else { said };
    let sections = kind::sections(kind, &show);
    let says = |name: &str| {
        let field = sections.iter().flat_map(|section| section.fields()).find(|field| field.name == name);
        field.map(|field| (field.label.clone(), or(field.says())))
    };
    let mut rows: Vec<(String, String)> = ["actor", "act"].into_iter().filter_map(says).collect();
    rows.extend(says(whom).map(|(label, _)| (label, or(say.list(&names)))));
    rows.extend(["categories", "when", "known-0-how", "known-0-words", "label"].into_iter().filter_map(says));
    rows
}

/// POST /cases/{case}/triage
pub(crate) async fn send(case: CaseRecord, posted: Posted) -> Result<Response, Fail> {
    let only = only(&case);
    let app = case.state.app();
    let (note, key): (Option<EntryId>, &str) = (posted.one("note").parse().ok(), posted.one("key"));
    let one = only.map(|note| format!("?note={note}")).unwrap_or_default();
    let here = format!("{}/triage{one}", base(case.case));
    let Some(note) = note else { return Ok(see_other(&here)) };
    let mut done = "";
    match posted.one("do") {
        "accept" => match accept(&case, note, key, posted.one("entry")).await? {
            None => done = "recorded",
            Some(adjust) => return Ok(see_other(&adjust)),
        },
        "not" => app.wording_set_aside(&case.record, note, key, Some(AsideWhy::Not)).await?,
        "there" => app.wording_set_aside(&case.record, note, key, Some(AsideWhy::There)).await?,
        _ => {}
    }
    // The next one is looked for in the case as it was a moment ago: what was just decided is passed over.
    let next = next(&case, only, Some((note, key.to_owned())), true).await?;
    if only.is_none() {
        let (note, key) = next.clone().unwrap_or((note, key.to_owned()));
        app.triage_remember(&case.record.reading(), note, &key).await?;
    }
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some(note) = only {
        query.append_pair("note", &note.to_string());
        query.append_pair("at", next.as_ref().map_or(key, |(_, key)| key));
    }
    if !done.is_empty() {
        query.append_pair("done", done);
    }
    Ok(see_other(&format!("{}/triage?{}", base(case.case), query.finish())))
}

/// Records one suggestion as it stands. The address of its form where something is missing.
async fn accept(case: &CaseRecord, note: EntryId, key: &str, entry: &str) -> Result<Option<String>, Fail> {
    let desk = Desk::new(case);
    let app = case.state.app();
    let checked = app.wording_of_note(&case.projection, note).await?.unwrap_or_default();
    let (Some(suggested), Some(seen)) = (checked.suggestion(key), case.projection.get(note)) else {
        return Ok(None);
    };
    let kind = take::kind(&suggested);
    let raw = fields(case, &desk, &suggested, seen);
    let form = adjust(case, note, key, kind);
    let Ok(content) = kind::read(kind, &raw, desk.tools(), &Kept::default()) else { return Ok(Some(form)) };
    let id = entry.parse().unwrap_or_else(|_| EntryId(app.new_id()));
    let draft = Draft { id, intent: Intent::Record(Box::new(content)) };
    match app.record(&case.record, vec![draft], None).await {
        Ok(_) => Ok(None),
        Err(RecordError::Failed(problem)) => Err(problem.into()),
        // Something a person has to decide: the form says what.
        Err(_) => Ok(Some(form)),
    }
}
