//! Notes and visits put into words, newest first.

use super::frame::{anchor, entry_href};
use super::lines::{Line, new_href};
use super::overview_view::look;
use super::say::Say;
use practice::ids::OccasionId;
use practice::kinds::{Body, Kind};
use practice::project::Seen;
use practice::views::lines::Reader;
use practice::views::overview::says;

/// One note.
#[derive(Clone, Debug)]
pub(crate) struct NoteWords {
    pub(crate) line: Line,
    pub(crate) text: String,
    pub(crate) addendum: String,
    pub(crate) suggestions: String,
}

/// One sitting with what came from it.
#[derive(Clone, Debug)]
pub(crate) struct VisitWords {
    pub(crate) line: Line,
    pub(crate) entries: Vec<VisitEntry>,
}

/// One entry that came from a sitting.
#[derive(Clone, Debug)]
pub(crate) struct VisitEntry {
    pub(crate) class: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) href: String,
    pub(crate) text: String,
}

/// "17 November 2026. Recorded by Amira Nasser, 17 November 2026, 14:09."
fn remark(say: &Say<'_>, seen: &Seen) -> String {
    let mut parts = vec![say.words.when(&seen.content.happened)];
    if let Some(first) = seen.history.first() {
        let args = [("name", first.author.name.as_str().into()), ("when", say.moment(first.recorded_at).into())];
        parts.push(say.with("page-recorded-by", &args));
    }
    parts.join(". ")
}

fn newest_first(mut all: Vec<&Seen>) -> Vec<&Seen> {
    all.sort_by(|a, b| {
        let at = |seen: &Seen| seen.history.first().map(|first| first.recorded_at);
        b.content.happened.order(&a.content.happened).then_with(|| at(b).cmp(&at(a)))
    });
    all
}

/// The notes.
pub(crate) fn notes(say: &Say<'_>, reader: &Reader<'_>) -> Vec<NoteWords> {
    newest_first(reader.projection.of_kind(Kind::Note).collect())
        .into_iter()
        .filter_map(|seen| match &seen.content.body {
            Body::Note(note) => Some(NoteWords {
                line: Line {
                    href: entry_href(say.case, seen.id),
                    anchor: anchor(seen.id),
                    text: note.title.to_string(),
                    known: remark(say, seen),
                    chip: say.chip(seen.content.label),
                    gone: false,
                },
                text: note.text.to_string(),
                suggestions: format!("/cases/{}/triage?note={}", say.case, seen.id),
                addendum: new_href(
                    say.case,
                    "note",
                    &[("addendum_to", seen.id.to_string()), ("then", "notes".to_owned())],
                ),
            }),
            _ => None,
        })
        .collect()
}

/// The visits, each with what was recorded in it.
pub(crate) fn visits(say: &Say<'_>, reader: &Reader<'_>) -> Vec<VisitWords> {
    newest_first(reader.projection.of_kind(Kind::Visit).collect())
        .into_iter()
        .filter_map(|seen| match &seen.content.body {
            Body::Visit(visit) => {
                let present: Vec<String> = visit.present.iter().map(|who| reader.who(who).name).collect();
                let args =
                    [("kind", say.words.visit_kind(&visit.kind).into()), ("names", say.list(&present).into())];
                let key = if present.is_empty() { "page-visit-line-nobody" } else { "page-visit-line" };
                Some(VisitWords {
                    line: Line {
                        href: entry_href(say.case, seen.id),
                        anchor: anchor(seen.id),
                        text: say.with(key, &args),
                        known: remark(say, seen),
                        chip: say.chip(seen.content.label),
                        gone: false,
                    },
                    entries: reader
                        .projection
                        .current()
                        .filter(|other| {
                            other.id != seen.id && other.content.occasion == Some(OccasionId(seen.id.0))
                        })
                        .map(|other| {
                            let (icon, class) = look(other.content.body.kind());
                            VisitEntry {
                                class,
                                icon,
                                href: entry_href(say.case, other.id),
                                text: says(reader, &other.content.body),
                            }
                        })
                        .collect(),
                })
            }
            _ => None,
        })
        .collect()
}

/// The documents, newest first: what each is, and when.
pub(crate) fn documents(say: &Say<'_>, reader: &Reader<'_>) -> Vec<Line> {
    newest_first(reader.projection.of_kind(Kind::Document).filter(|seen| !seen.withdrawn).collect())
        .into_iter()
        .filter_map(|seen| match &seen.content.body {
            Body::Document(document) => {
                let kind = say.words.media_type(document.file.media_type.as_str());
                let known = [remark(say, seen), kind, say.words.file_size(document.file.size)].join(". ");
                Some(Line::link(entry_href(say.case, seen.id), document.title.to_string(), &known))
            }
            _ => None,
        })
        .collect()
}
