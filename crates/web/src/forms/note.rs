//! The form of a note: in the worker's own words, a draft until it is finalised, never changed after. A correction is an
//! addendum.

use super::field::Section;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::people::Role;
use practice::kinds::work::Note;
use practice::kinds::{Kind, PEOPLE};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Note> {
    let title = reading.text_required("title", "form-error-note-title");
    let text = reading.text_required("text", "form-error-note-text");
    let about = reading.entries("about", PEOPLE);
    let addendum_to = reading.entry("addendum_to", &[Kind::Note]);
    Some(Note { title: title?, text: text?, about, addendum_to })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, note: &Note) {
    writing.text("title", Some(&note.title));
    writing.text("text", Some(&note.text));
    writing.entries("about", &note.about);
    writing.entry("addendum_to", note.addendum_to);
}

/// Shows it.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut fields = vec![show.line("title"), show.area("text", 14), show.persons("about", &[Role::Child])];
    if show.raw.has("addendum_to") {
        fields.push(show.item("addendum_to", Kind::Note));
    }
    Section::plain(fields)
}
