//! The form of a living arrangement: with whom somebody lives, or where a child's days and nights are. Never an address.

use super::field::{Control, Section, first_chosen};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::people::Role;
use practice::kinds::places::{LivingArrangement, Sure};
use practice::kinds::{HOUSEHOLDS, Kind, PEOPLE};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<LivingArrangement> {
    if !reading.raw.has("who") {
        reading.fault("who", "refusal-missing-living_arrangement-who");
    }
    let who = reading.entries("who", PEOPLE);
    let with = reading.whos("with");
    let household = reading.entry("household", HOUSEHOLDS);
    let sure: Sure = reading.choice("sure").unwrap_or_default();
    let days = reading.text("days");
    let decided_by = reading.who("decided_by");
    let decided_how = reading.text("decided_how");
    let not_clear = reading.text("not_clear");
    let nowhere = ["with", "with-other", "household"].iter().all(|field| !reading.raw.has(field));
    if nowhere && sure != Sure::NobodyIsSure {
        reading.fault("with", "refusal-nowhere_to_live");
    }
    Some(LivingArrangement { who, with, household, days, decided_by, decided_how, sure, not_clear })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, arrangement: &LivingArrangement) {
    writing.entries("who", &arrangement.who);
    writing.whos("with", &arrangement.with);
    writing.entry("household", arrangement.household);
    writing.choice("sure", &arrangement.sure);
    writing.text("days", arrangement.days.as_ref());
    if let Some(who) = &arrangement.decided_by {
        writing.who("decided_by", who);
    }
    writing.text("decided_how", arrangement.decided_how.as_ref());
    writing.text("not_clear", arrangement.not_clear.as_ref());
}

/// Shows whose days and nights these are, and with whom.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let sure = first_chosen(show.codes(&Sure::ALL), show.has("sure"));
    Section::plain(vec![
        show.persons("who", &[Role::Child]),
        show.persons("with", &[Role::Survivor, Role::Perpetrator, Role::Kin]),
        show.list("with-other", 1),
        show.item("household", Kind::Household),
        show.chosen("sure", Control::Radios, sure),
        show.area("not_clear", 2),
    ])
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let mut fields = vec![show.area("days", 2)];
    fields.extend(show.who("decided_by", &[Role::Survivor, Role::Perpetrator, Role::Professional]));
    fields.push(show.area("decided_how", 2));
    vec![Section::detail(show.say("more-detail"), fields)]
}
