//! The form of a relationship: who is what to whom, from when until when.

use super::field::{Control, Section};
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
