//! The form of a document: what the attached paper is and from whom it came. The file itself never changes.

use super::field::Section;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::PEOPLE;
use practice::kinds::document::{AttachedFile, Document};
use practice::kinds::people::Role;

/// Reads it. `file` is the file it is about; without one, there is no document.
pub(crate) fn read(reading: &mut Reading<'_>, file: Option<&AttachedFile>) -> Option<Document> {
    let title = reading.text_required("title", "form-error-document-title");
    let what = reading.text("what");
    let from = reading.who("from");
    let about = reading.entries("about", PEOPLE);
    Some(Document { title: title?, what, from, about, file: file?.clone() })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, document: &Document) {
    writing.text("title", Some(&document.title));
    writing.text("what", document.what.as_ref());
    if let Some(from) = &document.from {
        writing.who("from", from);
    }
    writing.entries("about", &document.about);
}

/// Shows it.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut fields = vec![show.line("title"), show.line("what")];
    fields.extend(show.who("from", &[Role::Professional, Role::Kin, Role::Survivor]));
    fields.push(show.persons("about", &[Role::Child]));
    Section::plain(fields)
}
