//! The form of an agency's action: which agency does what by when, whether the survivor was told before and asked after, and
//! what came of it.

use super::contact::{check, write_check};
use super::field::{Control, Section};
use super::pack::sector_choices;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::people::Role;
use practice::kinds::plan::{AgencyAction, Done};
use practice::kinds::{Kind, PEOPLE};
use practice::when::ApproxDate;

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<AgencyAction> {
    let agency = reading.text_required("agency", "form-error-agency");
    let sector = reading.codes("sector").into_iter().next();
    let action = reading.text_required("action", "form-error-agency_action");
    let towards = reading.entries("towards", PEOPLE);
    let by = reading.day("until");
    let owner = reading.who("owner");
    let session = reading.entry("session", &[Kind::MappingSession]);
    let done = done(reading);
    let hers_to_see = reading.yes_or_no("hers_to_see").unwrap_or(false);
    let told_before = check(reading, "told_before");
    let asked_after = check(reading, "asked_after");
    Some(AgencyAction {
        agency: agency?,
        sector,
        action: action?,
        towards,
        by,
        owner,
        session,
        done,
        hers_to_see,
        told_before,
        asked_after,
    })
}

fn done(reading: &mut Reading<'_>) -> Option<Done> {
    let on = reading.date("done-on");
    let what = reading.text("done-what");
    match (on, what) {
        (Some(on), Some(what)) => Some(Done { on, what }),
        (Some(_), None) if !reading.raw.has("done-what") => {
            reading.fault("done-what", "form-error-agency_action-done");
            None
        }
        (None, Some(_)) if !reading.raw.has("done-on") => {
            reading.fault("done-on", "form-error-agency_action-done");
            None
        }
        _ => None,
    }
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, action: &AgencyAction) {
    writing.text("agency", Some(&action.agency));
    writing.codes("sector", action.sector.as_slice());
    writing.text("action", Some(&action.action));
    writing.entries("towards", &action.towards);
    writing.date("until", action.by.map(ApproxDate::Day));
    if let Some(who) = &action.owner {
        writing.who("owner", who);
    }
    writing.entry("session", action.session);
    if let Some(done) = &action.done {
        writing.date("done-on", Some(done.on));
        writing.text("done-what", Some(&done.what));
    }
    if action.hers_to_see {
        writing.yes_or_no("hers_to_see", Some(true));
    }
    write_check(writing, "told_before", action.told_before.as_ref());
    write_check(writing, "asked_after", action.asked_after.as_ref());
}

/// Shows which agency does what.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut fields = vec![
        show.line("agency"),
        show.area("action", 2),
        show.persons("towards", &[Role::Perpetrator, Role::Survivor, Role::Child]),
        show.date("until"),
    ];
    fields.extend(show.who("owner", &[Role::Professional]));
    fields.push(show.hidden("session"));
    Section::plain(fields)
}

/// Shows what makes it safe, and what came of it.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let safe = vec![
        show.yes_or_no("told_before"),
        show.area("told_before-said", 2),
        show.yes_or_no("asked_after"),
        show.area("asked_after-said", 2),
        show.yes_or_no("hers_to_see"),
    ];
    let mut safe =
        Section::folded(show.say("form-agency_action-safe-title"), show.say("form-contact-safe-hint"), safe);
    safe.open = true;
    let done = Section::folding(
        show.say("form-agency_action-done-title"),
        show.say("form-agency_action-done-hint"),
        vec![show.date("done-on"), show.area("done-what", 2)],
    );
    let mut sectors = vec![show.blank("sector")];
    sectors.extend(sector_choices(show));
    vec![
        safe,
        done,
        Section::detail(show.say("more-detail"), vec![show.chosen("sector", Control::Select, sectors)]),
    ]
}
