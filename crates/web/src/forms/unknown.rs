//! The form of an open question: what nobody has asked yet, who could answer it safely, and the answer once it is there.

use super::field::{Control, Section};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::impact::Pathway;
use practice::kinds::people::Role;
use practice::kinds::work::Unknown;
use practice::kinds::{ANY, BEHAVIOURS, Kind, PEOPLE};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Unknown> {
    let question = reading.text_required("question", "form-error-question");
    let could_answer = reading.who("could_answer");
    let safely = reading.text("safely");
    let about = reading.entries("about", PEOPLE);
    let behaviour = reading.entry("behaviour", BEHAVIOURS);
    let pathway: Option<Pathway> = reading.choice("pathway");
    let answer = reading.text("answer");
    let answered_in = reading.entries("answered_in", ANY);
    Some(Unknown { question: question?, could_answer, safely, about, behaviour, pathway, answer, answered_in })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, unknown: &Unknown) {
    writing.text("question", Some(&unknown.question));
    if let Some(who) = &unknown.could_answer {
        writing.who("could_answer", who);
    }
    writing.text("safely", unknown.safely.as_ref());
    writing.entries("about", &unknown.about);
    writing.entry("behaviour", unknown.behaviour);
    if let Some(pathway) = unknown.pathway {
        writing.raw.set("pathway", pathway.code());
    }
    writing.text("answer", unknown.answer.as_ref());
    writing.entries("answered_in", &unknown.answered_in);
}

/// Shows the question, who could answer it safely, and whom it is about.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut fields = vec![show.area("question", 2)];
    fields.extend(show.who("could_answer", &[Role::Survivor, Role::Child, Role::Professional, Role::Kin]));
    fields.push(show.persons("about", &[Role::Child, Role::Survivor]));
    Section::plain(fields)
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let words = show.tools.words;
    let mut pathways = vec![show.blank("pathway")];
    pathways.extend(show.codes(&Pathway::ALL));
    let detail = Section::folded(
        words.say("more-detail"),
        String::new(),
        vec![
            show.area("safely", 2),
            show.item("behaviour", Kind::Behaviour),
            show.chosen("pathway", Control::Select, pathways),
        ],
    );
    let mut answers = show.items(Kind::Impact);
    answers.extend(show.items(Kind::Behaviour));
    answers.extend(show.items(Kind::Effort));
    let mut answer = Section::folded(
        words.say("form-unknown-answer-title"),
        words.say("form-unknown-answer-hint"),
        vec![show.area("answer", 2), show.chosen("answered_in", Control::Checks, answers)],
    );
    // A question that was asked already is opened to write down its answer.
    answer.open |= show.raw.has("base") || show.raw.has("answer") || show.raw.has("answered_in");
    vec![detail, answer]
}
