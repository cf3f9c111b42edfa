//! The form of a worker-safety note: what somebody about to visit must know, and what to do. It never leaves the team.

use super::field::Section;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::people::Role;
use practice::kinds::work::WorkerSafety;
use practice::kinds::{BEHAVIOURS, Kind, PEOPLE};
use practice::when::ApproxDate;

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<WorkerSafety> {
    if !reading.raw.has("about") {
        reading.fault("about", "refusal-missing-worker_safety-about");
    }
    let about = reading.entries("about", PEOPLE);
    let know = reading.text_required("know", "form-error-know");
    let act = reading.text("todo");
    let until = reading.day("until");
    let behaviours = reading.links("behaviours", BEHAVIOURS);
    Some(WorkerSafety { about, know: know?, act, behaviours, until })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, safety: &WorkerSafety) {
    writing.entries("about", &safety.about);
    writing.text("know", Some(&safety.know));
    writing.text("todo", safety.act.as_ref());
    writing.date("until", safety.until.map(ApproxDate::Day));
    writing.links("behaviours", &safety.behaviours);
}

/// Shows about whom, what to know, what to do, and until when.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![
        show.persons("about", &[Role::Perpetrator]),
        show.area("know", 3),
        show.area("todo", 2),
        show.date("until"),
    ])
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let title = show.say("form-worker_safety-behaviours-title");
    vec![show.link_section(title, show.say("form-behaviours-hint"), "behaviours", Kind::Behaviour)]
}
