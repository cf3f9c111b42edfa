//! The form of an agency's contact, or its attempt: with whom, by which means, what came of it, and whether it was safe.

use super::field::{Control, Section};
use super::pack::{means_choices, outcome_choices, sector_choices};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::PEOPLE;
use practice::kinds::contact::{Check, Contact, Interpreter};
use practice::kinds::people::Role;

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Contact> {
    if !reading.raw.has("with") && !reading.raw.has("with-other") {
        reading.fault("with", "refusal-missing-contact-with");
    }
    let with = reading.whos("with");
    let means = reading.code("means", "form-error-means");
    let outcome = reading.code("outcome", "form-error-outcome");
    let what = reading.text("what");
    let agency = reading.text("agency");
    let sector = reading.codes("sector").into_iter().next();
    let purpose = reading.text("purpose");
    let could_overhear = reading.text("could_overhear");
    let seen_alone = reading.entries("seen_alone", PEOPLE);
    let interpreter = interpreter(reading);
    let warned_before = check(reading, "warned_before");
    let asked_after = check(reading, "asked_after");
    Some(Contact {
        with,
        agency,
        sector,
        means: means?,
        purpose,
        outcome: outcome?,
        what,
        could_overhear,
        seen_alone,
        interpreter,
        warned_before,
        asked_after,
    })
}

/// Whether something was done, and what the survivor said: also of an agency's action.
pub(super) fn check(reading: &mut Reading<'_>, field: &str) -> Option<Check> {
    let said = reading.text(&format!("{field}-said"));
    let done = reading.yes_or_no(field);
    if done.is_none() && said.is_some() {
        reading.fault(field, "form-error-yes-or-no");
    }
    done.map(|done| Check { done, said })
}

fn interpreter(reading: &mut Reading<'_>) -> Option<Interpreter> {
    let independent = reading.yes_or_no("interpreter-independent");
    let remark = reading.text("interpreter-remark");
    let who = reading.who("interpreter");
    let missing = who.is_none() && !reading.raw.has("interpreter");
    if missing && (independent.is_some() || remark.is_some()) {
        reading.fault("interpreter", "form-error-interpreter");
    }
    who.map(|who| Interpreter { who, independent, remark })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, contact: &Contact) {
    writing.whos("with", &contact.with);
    writing.raw.set("means", contact.means.as_str());
    writing.raw.set("outcome", contact.outcome.as_str());
    writing.text("what", contact.what.as_ref());
    writing.text("agency", contact.agency.as_ref());
    if let Some(sector) = &contact.sector {
        writing.raw.set("sector", sector.as_str());
    }
    writing.text("purpose", contact.purpose.as_ref());
    writing.text("could_overhear", contact.could_overhear.as_ref());
    writing.entries("seen_alone", &contact.seen_alone);
    if let Some(interpreter) = &contact.interpreter {
        writing.who("interpreter", &interpreter.who);
        writing.yes_or_no("interpreter-independent", interpreter.independent);
        writing.text("interpreter-remark", interpreter.remark.as_ref());
    }
    write_check(writing, "warned_before", contact.warned_before.as_ref());
    write_check(writing, "asked_after", contact.asked_after.as_ref());
}

/// Writes whether something was done.
pub(super) fn write_check(writing: &mut Writing<'_>, field: &str, check: Option<&Check>) {
    if let Some(check) = check {
        writing.yes_or_no(field, Some(check.done));
        writing.text(&format!("{field}-said"), check.said.as_ref());
    }
}

/// Shows with whom, how, and what came of it.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut means = vec![show.blank("means")];
    means.extend(means_choices(show));
    let mut outcomes = vec![show.blank("outcome")];
    outcomes.extend(outcome_choices(show));
    Section::plain(vec![
        show.persons("with", &[Role::Perpetrator, Role::Survivor, Role::Child, Role::Professional]),
        show.list("with-other", 1),
        show.chosen("means", Control::Select, means),
        show.chosen("outcome", Control::Select, outcomes),
        show.area("what", 3),
    ])
}

/// Shows what made it safe, and what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let safe = vec![
        show.yes_or_no("warned_before"),
        show.area("warned_before-said", 2),
        show.yes_or_no("asked_after"),
        show.area("asked_after-said", 2),
        show.line("could_overhear"),
        show.persons("seen_alone", &[Role::Survivor, Role::Child]),
    ];
    let mut safe = Section::folded(show.say("form-contact-safe-title"), show.say("form-contact-safe-hint"), safe);
    safe.open = true;
    let mut interpreter = show.who("interpreter", &[Role::Professional]).to_vec();
    interpreter.push(show.yes_or_no("interpreter-independent"));
    interpreter.push(show.area("interpreter-remark", 2));
    let interpreter = Section::folding(
        show.say("form-contact-interpreter-title"),
        show.say("form-contact-interpreter-hint"),
        interpreter,
    );
    let mut sectors = vec![show.blank("sector")];
    sectors.extend(sector_choices(show));
    let detail =
        vec![show.area("purpose", 2), show.line("agency"), show.chosen("sector", Control::Select, sectors)];
    vec![safe, interpreter, Section::detail(show.say("more-detail"), detail)]
}
