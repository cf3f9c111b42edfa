//! Everything in the file, kind by kind: so that nothing that was recorded is without a place where it is found again.

use super::lines::Line;
use super::say::Say;
use practice::kinds::Kind;
use practice::project::Projection;
use practice::views::lines::Reader;
use practice::views::overview::says;
use practice::when::Happened;

/// The entries of one kind, the last recorded first.
#[derive(Clone, Debug)]
pub(crate) struct OfKind {
    /// The kind's code: the place on the page.
    pub(crate) code: &'static str,
    /// The kind.
    pub(crate) title: String,
    /// Its entries.
    pub(crate) lines: Vec<Line>,
}

/// Every kind of which there is an entry, in the order of the practice.
pub(crate) fn of_kinds(say: &Say<'_>, projection: &Projection, reader: &Reader<'_>) -> Vec<OfKind> {
    let of = |kind: Kind| {
        let mut lines: Vec<Line> = projection
            .all()
            .filter(|seen| seen.content.body.kind() == kind)
            .map(|seen| {
                let envelope = reader.envelope(seen);
                let line = Line::new(say, &envelope, says(reader, &seen.content.body));
                let when = match &envelope.happened {
                    Happened::NotKnown => String::new(),
                    happened => say.words.when(happened),
                };
                let known = if seen.withdrawn { say.t("page-link-withdrawn") } else { when };
                Line { gone: seen.withdrawn, known, ..line }
            })
            .collect();
        lines.reverse();
        OfKind { code: kind.code(), title: say.words.name(kind), lines }
    };
    Kind::ALL.into_iter().map(of).filter(|group| !group.lines.is_empty()).collect()
}

/// What was taken out for good, as far as this reader could have seen it, the last first.
pub(crate) fn removed(say: &Say<'_>, projection: &Projection) -> Vec<Line> {
    let line = |removed: &practice::project::SeenRemoved| {
        let kind = say.words.name(removed.kind);
        let text = say.with("keeping-removed-line", &[("kind", kind.into())]);
        let known = say.moment(removed.at);
        Line { gone: true, ..Line::link(super::frame::entry_href(say.case, removed.id), text, known) }
    };
    let mut lines: Vec<Line> = projection.all_removed().map(line).collect();
    lines.reverse();
    lines
}
