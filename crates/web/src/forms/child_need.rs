//! The form of what a child needs for itself, or that it needs nothing more once the parents are addressed rightly.

use super::field::{Choice, Control, Section};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::PEOPLE;
use practice::kinds::people::Role;
use practice::kinds::plan::ChildNeed;
use practice::when::ApproxDate;

/// Reads it. That a child needs nothing is said, never left empty.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<ChildNeed> {
    let child = reading.entry_required("child", PEOPLE, "form-error-child");
    let need = reading.text("need");
    match (reading.raw.has("nothing"), reading.raw.has("need")) {
        (false, false) => reading.fault("need", "form-error-child_need"),
        (true, true) => reading.fault("nothing", "form-error-child_need-both"),
        _ => {}
    }
    let who = reading.who("who");
    let by = reading.day("until");
    Some(ChildNeed { child: child?, need, who, by })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, need: &ChildNeed) {
    writing.entry("child", Some(need.child));
    match &need.need {
        Some(what) => writing.text("need", Some(what)),
        None => writing.raw.set("nothing", "yes"),
    }
    if let Some(who) = &need.who {
        writing.who("who", who);
    }
    writing.date("until", need.by.map(ApproxDate::Day));
}

/// Shows which child, and what.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let nothing =
        Choice { value: "yes".to_owned(), words: show.say("form-child_need-nothing-yes"), ..Choice::default() };
    let mut fields = vec![
        show.person("child", &[Role::Child]),
        show.area("need", 2),
        show.chosen("nothing", Control::Checks, vec![nothing]),
    ];
    fields.extend(show.who("who", &[Role::Professional, Role::Survivor, Role::Kin]));
    fields.push(show.date("until"));
    Section::plain(fields)
}
