//! The sitting itself: said once, taken over by every line.

use crate::forms::envelope::{how_field, label_field, source};
use crate::forms::fault::Fault;
use crate::forms::field::{Choice, Control, Field, Section};
use crate::forms::kind::{self, Kept};
use crate::forms::pack::visit_choices;
use crate::forms::raw::Raw;
use crate::forms::reading::{Reading, Tools};
use crate::forms::show::Show;
use crate::forms::writing::Writing;
use practice::entry::Content;
use practice::ids::{EntryId, OccasionId};
use practice::kinds::people::Role;
use practice::kinds::work::Visit;
use practice::kinds::{Body, PEOPLE};

/// The fields of a sitting that were typed or chosen.
const FIELDS: [&str; 9] = [
    "when",
    "visit_kind",
    "present",
    "present-other",
    "could_overhear",
    "interpreter",
    "seen_alone",
    "label",
    "remark",
];

/// A sitting in fields: what the draft begins with.
pub(crate) fn begin(tools: Tools<'_>) -> Raw {
    let mut raw = Raw::default();
    raw.set("when", words::unmarked(&tools.words.day(tools.scene.today)));
    if let Some(first) = tools.pack.visit.iter().find(|kind| !kind.hidden) {
        raw.set("visit_kind", first.code.as_str());
    }
    raw
}

/// Only the fields of the sitting.
pub(crate) fn only(page: &Raw) -> Raw {
    let mut raw = Raw::default();
    for (name, values) in page.iter() {
        if FIELDS.contains(&name) || name.starts_with("known-") {
            for value in values {
                raw.push(name, value.as_str());
            }
        }
    }
    raw
}

/// Reads the sitting as the entry of the visit.
///
/// # Errors
/// With everything that is to be mended.
pub(crate) fn read(sitting: &Raw, visit: EntryId, tools: Tools<'_>) -> Result<Content, Vec<Fault>> {
    let mut reading = Reading::new(sitting, tools);
    if !sitting.has("when") {
        reading.fault("when", "visit-error-when");
    }
    let happened = reading.when("when");
    let visit_ = body(&mut reading);
    let label = reading.choice("label");
    // How one knows belongs to the lines; here it only has to be readable.
    let known = source(&mut reading, "known-0");
    let Some(body) = visit_.map(Body::Visit).filter(|_| reading.faults.is_empty()) else {
        return Err(reading.faults);
    };
    let envelope = crate::forms::envelope::Envelope {
        happened,
        sources: known.into_iter().collect(),
        disputes: Vec::new(),
        label,
    };
    Ok(kind::content(body, envelope, &Kept { occasion: Some(OccasionId(visit.0)), ..Kept::default() }, tools))
}

/// What a sitting says of itself.
pub(crate) fn body(reading: &mut Reading<'_>) -> Option<Visit> {
    let code = reading.code("visit_kind", "visit-error-kind");
    let present = reading.whos("present");
    let could_overhear = reading.text("could_overhear");
    let interpreter = reading.text("interpreter");
    let seen_alone = reading.entries("seen_alone", PEOPLE);
    let remark = reading.text("remark");
    Some(Visit { kind: code?, present, could_overhear, interpreter, seen_alone, remark })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, visit: &Visit) {
    writing.raw.set("visit_kind", visit.kind.as_str());
    writing.whos("present", &visit.present);
    writing.text("could_overhear", visit.could_overhear.as_ref());
    writing.text("interpreter", visit.interpreter.as_ref());
    writing.entries("seen_alone", &visit.seen_alone);
    writing.text("remark", visit.remark.as_ref());
}

/// Shows a recorded sitting, to be said anew.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![
        kind_field(show),
        show.persons("present", &[Role::Survivor, Role::Child]),
        show.list("present-other", 2),
        show.line("could_overhear"),
        show.line("interpreter"),
        show.persons("seen_alone", &[Role::Survivor, Role::Child]),
        show.area("remark", 2),
    ])
}

fn kind_field(show: &Show<'_>) -> Field {
    let mut kinds = visit_choices(show);
    if kinds.is_empty() {
        kinds.push(show.blank("visit_kind"));
    }
    show.chosen("visit_kind", Control::Select, kinds)
}

/// The fields of the sitting on the page.
pub(crate) fn fields(show: &Show<'_>) -> Vec<Field> {
    vec![
        show.date("when"),
        kind_field(show),
        Field { control: Control::Checks, ..show.persons("present", &[Role::Survivor, Role::Child]) },
        show.line("could_overhear"),
        how_field(show, "known-0-how", show.blank("known-0-how")),
        label_field(show, "label"),
    ]
}

/// What is asked of a sitting less often.
pub(crate) fn more(show: &Show<'_>) -> Vec<Field> {
    vec![
        show.line("present-other"),
        show.line("known-0-by"),
        show.line("interpreter"),
        show.persons("seen_alone", &[Role::Survivor, Role::Child]),
        show.line("remark"),
    ]
}

/// The sitting in one line: "17 November 2026, home visit, Ewa and Maja, told directly by Ewa".
pub(crate) fn in_one_line(show: &Show<'_>) -> String {
    let parts: Vec<String> = fields(show)
        .into_iter()
        .chain(more(show).into_iter().filter(|field| field.name == "present-other"))
        .filter(|field| !matches!(field.name.as_str(), "could_overhear" | "label" | "interpreter"))
        .map(|field| {
            let says = field.says();
            let names: Vec<&str> = says.lines().collect();
            if field.name == "present" && !names.is_empty() { show.tools.words.list(&names) } else { says }
        })
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}

/// Whether everything is filled in that a line takes over, so that a phone can fold the sitting away.
pub(crate) fn is_filled(raw: &Raw) -> bool {
    raw.has("when") && (raw.has("present") || raw.has("present-other")) && raw.has("known-0-how")
}

/// A choice that takes over what the sitting says.
pub(crate) fn as_the_visit(show: &Show<'_>) -> Choice {
    Choice { words: show.say("visit-as-visit"), ..Choice::default() }
}
