//! The form of support: what somebody has asked for, in their words, how it is safe, and how it works if they stay and if they
//! go. It asks for nothing in return.

use super::field::Section;
use super::plan::{only_plan, plan_field, plan_of};
use super::raw::Raw;
use super::reading::{Reading, Tools};
use super::show::Show;
use super::writing::Writing;
use practice::kinds::people::Role;
use practice::kinds::plan::{Part, Support};
use practice::when::ApproxDate;

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Support> {
    let plan = plan_of(reading);
    let wanted = reading.text_required("wanted", "form-error-support-wanted");
    let asked_by_her = reading.yes_or_no("asked").unwrap_or(false);
    let who_helps = reading.who("who_helps");
    let agency = reading.text("agency");
    let safely = reading.text("safely");
    let if_she_stays = reading.text("stays");
    let if_she_goes = reading.text("goes");
    let by = reading.day("until");
    Some(Support {
        plan: plan?,
        wanted: wanted?,
        asked_by_her,
        who_helps,
        agency,
        safely,
        if_she_stays,
        if_she_goes,
        by,
    })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, support: &Support) {
    writing.entry("plan", Some(support.plan));
    writing.text("wanted", Some(&support.wanted));
    writing.yes_or_no("asked", Some(support.asked_by_her));
    if let Some(who) = &support.who_helps {
        writing.who("who_helps", who);
    }
    writing.text("agency", support.agency.as_ref());
    writing.text("safely", support.safely.as_ref());
    writing.text("stays", support.if_she_stays.as_ref());
    writing.text("goes", support.if_she_goes.as_ref());
    writing.date("until", support.by.map(ApproxDate::Day));
}

/// Fills in the plan, where there is only one.
pub(crate) fn prefill(raw: &mut Raw, tools: Tools<'_>) {
    only_plan(raw, tools, Part::Support);
}

/// Shows what is wanted and who helps.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut fields =
        vec![plan_field(show, Part::Support), show.area("wanted", 3), show.yes_or_no("asked"), show.line("agency")];
    fields.extend(show.who("who_helps", &[Role::Professional, Role::Kin]));
    fields.extend([show.area("safely", 2), show.area("stays", 2), show.area("goes", 2), show.date("until")]);
    Section::plain(fields)
}
