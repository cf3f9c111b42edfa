//! The form of a relationship: who is what to whom, from when until when.

use super::fault::Fault;
use super::field::{Control, Section};
use super::raw::Raw;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::PEOPLE;
use practice::kinds::people::{Relationship, RelationshipKind, Role};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Relationship> {
    let from = reading.entry_required("from", PEOPLE, "form-error-person");
    let kind: Option<RelationshipKind> = reading.choice_required("kind", "form-error-relationship-kind");
    let to = reading.entry_required("to", PEOPLE, "form-error-person");
    let period = reading.period("period");
    let remark = reading.text("remark");
    if from.is_some() && from == to {
        reading.fault("to", "refusal-same_person");
        return None;
    }
    Some(Relationship { kind: kind?, from: from?, to: to?, period, remark })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, relationship: &Relationship) {
    writing.choice("kind", &relationship.kind);
    writing.entry("from", Some(relationship.from));
    writing.entry("to", Some(relationship.to));
    writing.period("period", relationship.period.as_ref());
    writing.text("remark", relationship.remark.as_ref());
}

/// Shows it.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut kinds = vec![show.blank("kind")];
    kinds.extend(show.codes(&RelationshipKind::ALL));
    Section::plain(vec![
        show.person("from", &[Role::Perpetrator, Role::Survivor]),
        show.chosen("kind", Control::Select, kinds),
        show.person("to", &[Role::Child]),
        show.date("period"),
        show.area("remark", 2),
    ])
}

/// Shows the others to whom somebody is the same: brothers and sisters, twins. One that is changed is between two people.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    if show.raw.has("base") {
        return Vec::new();
    }
    let title = show.say("form-relationship-also-title");
    vec![Section::folding(title, String::new(), vec![show.persons("also", &[Role::Child])])]
}

/// The relationship, and the same to each of the others.
pub(crate) fn parts(raw: &Raw) -> Vec<(String, Raw)> {
    let mut parts = vec![(String::new(), raw.clone())];
    for other in raw.all("also").filter(|other| *other != raw.one("to")) {
        let mut part = raw.clone();
        part.set("to", other);
        parts.push((format!("also-{other}"), part));
    }
    parts
}

/// Where a fault of one part stands on the form.
pub(crate) fn placed(prefix: &str, fault: Fault) -> Fault {
    if !prefix.is_empty() && fault.field == "to" { Fault { field: "also".to_owned(), ..fault } } else { fault }
}
