//! The circumstances of an interview: with whom, whether alone, who could overhear. Its answers are given on pages of their
//! own; changing the circumstances keeps every answer as it is.

use super::field::Section;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::PEOPLE;
use practice::kinds::interview::{Interview, KeptByPerson};
use practice::kinds::people::Role;

/// Reads the circumstances, and keeps the answers of the interview as it stands.
pub(crate) fn read(reading: &mut Reading<'_>, stands: Option<&Interview>) -> Option<Interview> {
    let with = reading.entries("with", PEOPLE);
    let about = reading.entries("about", PEOPLE);
    if with.is_empty() && about.is_empty() {
        reading.fault("with", "refusal-missing-interview-with");
    }
    let alone = reading.yes_or_no("alone");
    let could_overhear = reading.text("could_overhear");
    let interpreter = reading.text("interpreter");
    let kept = kept(reading);
    let stands = stands?;
    Some(Interview { with, about, alone, could_overhear, interpreter, kept, ..stands.clone() })
}

/// Whether the person agreed to what is kept.
pub(crate) fn kept(reading: &mut Reading<'_>) -> Option<KeptByPerson> {
    let words = reading.text("kept_words");
    match reading.yes_or_no("kept") {
        Some(agreed) => Some(KeptByPerson { agreed, words }),
        None => {
            if words.is_some() {
                reading.fault("kept", "form-error-interview-kept");
            }
            None
        }
    }
}

/// Writes the circumstances back.
pub(crate) fn write(writing: &mut Writing<'_>, interview: &Interview) {
    writing.entries("with", &interview.with);
    writing.entries("about", &interview.about);
    writing.yes_or_no("alone", interview.alone);
    writing.text("could_overhear", interview.could_overhear.as_ref());
    writing.text("interpreter", interview.interpreter.as_ref());
    if let Some(kept) = &interview.kept {
        writing.yes_or_no("kept", Some(kept.agreed));
        writing.text("kept_words", kept.words.as_ref());
    }
}

/// Shows the circumstances of a recorded interview.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![
        show.persons("with", &[Role::Survivor, Role::Perpetrator, Role::Child]),
        show.persons("about", &[Role::Perpetrator]),
        show.yes_or_no("alone"),
        show.line("could_overhear"),
        show.line("interpreter"),
        show.yes_or_no("kept"),
        show.area("kept_words", 2),
    ])
}
