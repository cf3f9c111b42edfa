//! The form of a goal: what one person who causes harm must stop, start or repair, how anybody can tell, and who. A service is
//! a means.

use super::field::{Choice, Control, Field, Row, Section};
use super::plan::{only_plan, plan_field, plan_of, response_section, responses, write_responses};
use super::raw::Raw;
use super::reading::{Reading, Tools};
use super::show::Show;
use super::writing::Writing;
use practice::ids::EntryId;
use practice::kinds::people::Role;
use practice::kinds::plan::{Aim, Ended, Goal, Harm, Part, Service};
use practice::kinds::{BEHAVIOURS, Kind, PEOPLE};
use practice::when::ApproxDate;

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Goal> {
    let plan = plan_of(reading);
    let aim: Option<Aim> = reading.choice("aim");
    if aim.is_none() && !reading.raw.has("aim") {
        reading.fault("aim", "form-error-goal-aim");
    }
    if !reading.raw.has("behaviours") {
        reading.fault("behaviours", "refusal-missing-goal-behaviours");
    }
    let behaviours = reading.entries("behaviours", BEHAVIOURS);
    let harms = harms(reading);
    let expected = reading.text_required("expected", "form-error-goal-expected");
    let measure = reading.text_required("measure", "form-error-goal-measure");
    let by = reading.day("until");
    let verified_by = reading.whos("verified_by");
    let purpose = reading.text("purpose");
    let services = services(reading);
    let reviewer = reading.who("reviewer");
    let consequence = reading.text("consequence");
    let engage = reading.text("engage");
    let response = responses(reading);
    let ended = ended(reading);
    Some(Goal {
        plan: plan?,
        aim: aim?,
        behaviours,
        harms,
        expected: expected?,
        purpose,
        measure: measure?,
        by,
        verified_by,
        services,
        reviewer,
        consequence,
        engage,
        response,
        ended,
    })
}

fn harms(reading: &mut Reading<'_>) -> Vec<Harm> {
    let mut all: Vec<Harm> = Vec::new();
    for row in 0..reading.raw.rows("harms") {
        let name = |part: &str| format!("harms-{row}-{part}");
        let what = reading.text(&name("what"));
        let child = reading.entry(&name("child"), PEOPLE);
        match (child, what) {
            (Some(child), Some(_)) if all.iter().any(|known| known.child == child) => {
                reading.fault(name("child"), "refusal-twice");
            }
            (Some(child), Some(what)) => all.push(Harm { child, what }),
            (Some(_), None) if !reading.raw.has(&name("what")) => {
                reading.fault(name("what"), "form-error-goal-harm");
            }
            (None, Some(_)) if !reading.raw.has(&name("child")) => {
                reading.fault(name("child"), "form-error-which-child");
            }
            _ => {}
        }
    }
    all
}

fn services(reading: &mut Reading<'_>) -> Vec<Service> {
    let mut all = Vec::new();
    for row in 0..reading.raw.rows("services") {
        let name = |part: &str| format!("services-{row}-{part}");
        let how = reading.text(&name("how"));
        let since = reading.date(&name("since"));
        let came_of_it = reading.text(&name("came_of_it"));
        match reading.text(&name("service")) {
            Some(service) => all.push(Service { service, how, since, came_of_it }),
            None if !reading.raw.has(&name("service"))
                && (how.is_some() || since.is_some() || came_of_it.is_some()) =>
            {
                reading.fault(name("service"), "form-error-goal-service");
            }
            None => {}
        }
    }
    all
}

fn ended(reading: &mut Reading<'_>) -> Option<Ended> {
    let on = reading.date("ended-on");
    let why = reading.text("ended-why");
    match (on, why) {
        (Some(on), Some(why)) => Some(Ended { on, why }),
        (Some(_), None) if !reading.raw.has("ended-why") => {
            reading.fault("ended-why", "form-error-goal-ended");
            None
        }
        (None, Some(_)) if !reading.raw.has("ended-on") => {
            reading.fault("ended-on", "form-error-goal-ended");
            None
        }
        _ => None,
    }
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, goal: &Goal) {
    writing.entry("plan", Some(goal.plan));
    writing.choice("aim", &goal.aim);
    writing.entries("behaviours", &goal.behaviours);
    for (row, harm) in goal.harms.iter().enumerate() {
        writing.entry(&format!("harms-{row}-child"), Some(harm.child));
        writing.text(&format!("harms-{row}-what"), Some(&harm.what));
    }
    writing.text("expected", Some(&goal.expected));
    writing.text("measure", Some(&goal.measure));
    writing.date("until", goal.by.map(ApproxDate::Day));
    writing.whos("verified_by", &goal.verified_by);
    writing.text("purpose", goal.purpose.as_ref());
    for (row, service) in goal.services.iter().enumerate() {
        writing.text(&format!("services-{row}-service"), Some(&service.service));
        writing.text(&format!("services-{row}-how"), service.how.as_ref());
        writing.date(&format!("services-{row}-since"), service.since);
        writing.text(&format!("services-{row}-came_of_it"), service.came_of_it.as_ref());
    }
    if let Some(who) = &goal.reviewer {
        writing.who("reviewer", who);
    }
    writing.text("consequence", goal.consequence.as_ref());
    writing.text("engage", goal.engage.as_ref());
    write_responses(writing, &goal.response);
    if let Some(ended) = &goal.ended {
        writing.date("ended-on", Some(ended.on));
        writing.text("ended-why", Some(&ended.why));
    }
}

/// Fills in the plan, where there is only one, or where the behaviour it begins from says whose.
pub(crate) fn prefill(raw: &mut Raw, tools: Tools<'_>) {
    let actor = raw.one("behaviours").parse().ok().and_then(|id: EntryId| tools.scene.item(id)?.of);
    let theirs = tools
        .scene
        .of_kind(Kind::Plan)
        .find(|item| item.part == Some(Part::Change) && item.of.is_some() && item.of == actor);
    if let Some(plan) = theirs {
        raw.set_if_blank("plan", plan.id.to_string());
    }
    only_plan(raw, tools, Part::Change);
}

/// Shows what is expected, and how anybody can tell.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut fields = vec![
        plan_field(show, Part::Change),
        show.chosen("aim", Control::Radios, show.codes(&Aim::ALL)),
        show.chosen("behaviours", Control::Checks, behaviours(show)),
    ];
    fields.extend(harm_row(show, 0));
    fields.push(show.area("expected", 3));
    fields.push(show.area("measure", 2));
    fields.push(show.date("until"));
    fields.push(show.persons("verified_by", &[Role::Professional, Role::Kin]));
    fields.push(show.list("verified_by-other", 2));
    Section::plain(fields)
}

/// What the person of the plan does: what may be used with them first.
fn behaviours(show: &Show<'_>) -> Vec<Choice> {
    let scene = show.tools.scene;
    let person = show.one("plan").parse().ok().and_then(|id: EntryId| scene.item(id)?.of);
    let mut items: Vec<_> =
        scene.of_kind(Kind::Behaviour).filter(|item| person.is_none_or(|person| item.of == Some(person))).collect();
    items.sort_by_key(|item| !item.usable);
    items
        .into_iter()
        .map(|item| Choice {
            value: item.id.to_string(),
            words: item.says.clone(),
            group: show.say(if item.usable { "form-goal-usable" } else { "form-goal-not-usable" }),
            ..Choice::default()
        })
        .collect()
}

fn harm_row(show: &Show<'_>, row: usize) -> [Field; 2] {
    [show.person(&format!("harms-{row}-child"), &[Role::Child]), show.area(&format!("harms-{row}-what"), 2)]
}

fn service_row(show: &Show<'_>, row: usize) -> Vec<Field> {
    let name = |part: &str| format!("services-{row}-{part}");
    vec![
        show.line(&name("service")),
        show.area(&name("how"), 2),
        show.date(&name("since")),
        show.area(&name("came_of_it"), 2),
    ]
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let mut harms = Section::folded(show.say("form-goal-harms-title"), String::new(), Vec::new());
    harms.list = "harms".to_owned();
    harms.rows = (1..show.rows("harms").max(2))
        .map(|row| Row { title: String::new(), fields: harm_row(show, row).to_vec() })
        .collect();
    harms.open = show.asks_for("harms") || harms.has_fault() || show.raw.rows("harms") > 1;
    let mut follows = vec![show.area("purpose", 2), show.area("consequence", 2)];
    follows.extend(show.who("reviewer", &[Role::Professional]));
    let follows = Section::folding(show.say("form-goal-follows-title"), String::new(), follows);
    let mut services =
        Section::folded(show.say("form-goal-services-title"), show.say("form-goal-services-hint"), Vec::new());
    services.list = "services".to_owned();
    services.rows = (0..show.rows("services"))
        .map(|row| Row { title: String::new(), fields: service_row(show, row) })
        .collect();
    services.open = show.asks_for("services") || services.has_fault() || show.raw.rows("services") > 0;
    let engage = Section::folding(
        show.say("form-goal-engage-title"),
        show.say("form-goal-engage-hint"),
        vec![show.area("engage", 2)],
    );
    let ended = Section::folding(
        show.say("form-goal-ended-title"),
        show.say("form-goal-ended-hint"),
        vec![show.date("ended-on"), show.area("ended-why", 2)],
    );
    vec![harms, follows, services, response_section(show), engage, ended]
}
