//! The form of a contact detail: where somebody is or how to reach them, and how that is safe. Sealed unless somebody decides
//! otherwise.

use super::field::{Control, Section, first_chosen};
use super::pack::detail_choices;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::PEOPLE;
use practice::kinds::people::Role;
use practice::kinds::places::{ContactDetail, KnownToHarm};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<ContactDetail> {
    if !reading.raw.has("whose") {
        reading.fault("whose", "refusal-missing-contact_detail-whose");
    }
    let whose = reading.entries("whose", PEOPLE);
    let kind = reading.code("detail_kind", "form-error-detail_kind");
    let detail = reading.text_required("detail", "form-error-detail");
    let safely = reading.text("safely");
    let never = reading.text("never");
    let known_to_harm = reading.choice("known_to_harm").unwrap_or_default();
    Some(ContactDetail { whose, kind: kind?, detail: detail?, safely, never, known_to_harm })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, detail: &ContactDetail) {
    writing.entries("whose", &detail.whose);
    writing.raw.set("detail_kind", detail.kind.as_str());
    writing.text("detail", Some(&detail.detail));
    writing.text("safely", detail.safely.as_ref());
    writing.text("never", detail.never.as_ref());
    writing.choice("known_to_harm", &detail.known_to_harm);
}

/// Shows it: what is safe belongs to it from the beginning.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut kinds = vec![show.blank("detail_kind")];
    kinds.extend(detail_choices(show));
    let mut known = show.codes(&KnownToHarm::ALL);
    if !show.has("known_to_harm") {
        known.rotate_right(1);
        known = first_chosen(known, false);
        known.rotate_left(1);
    }
    Section::plain(vec![
        show.persons("whose", &[Role::Survivor, Role::Child]),
        show.chosen("detail_kind", Control::Select, kinds),
        show.area("detail", 2),
        show.area("safely", 2),
        show.area("never", 2),
        show.chosen("known_to_harm", Control::Radios, known),
    ])
}
