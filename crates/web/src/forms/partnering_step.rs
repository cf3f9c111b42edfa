//! The form of a step of partnering: what the worker did with a survivor, and what the survivor said to it.

use super::field::{Choice, Control, Section};
use super::pack::step_choices;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::contact::PartneringStep;
use practice::kinds::people::Role;
use practice::kinds::{ANY, Kind, PEOPLE};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<PartneringStep> {
    let with = reading.entry_required("partner", PEOPLE, "form-error-partner");
    let step = reading.code("step", "form-error-step");
    let done = reading.text_required("done", "form-error-done");
    let answer = reading.text("answer");
    let about = reading.entries("about", ANY);
    Some(PartneringStep { with: with?, step: step?, done: done?, answer, about })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, step: &PartneringStep) {
    writing.entry("partner", Some(step.with));
    writing.raw.set("step", step.step.as_str());
    writing.text("done", Some(&step.done));
    writing.text("answer", step.answer.as_ref());
    writing.entries("about", &step.about);
}

/// Shows with whom, which step, and what was done.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![
        show.person("partner", &[Role::Survivor]),
        show.chosen("step", Control::Radios, step_choices(show)),
        show.area("done", 3),
        show.area("answer", 2),
    ])
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let kinds = [Kind::Effort, Kind::Behaviour, Kind::Impact, Kind::Unknown];
    let about: Vec<Choice> = kinds.into_iter().flat_map(|kind| show.items(kind)).collect();
    vec![Section::detail(show.say("more-detail"), vec![show.chosen("about", Control::Checks, about)])]
}
