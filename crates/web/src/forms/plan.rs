//! The form of a plan: whose it is, what it is for, whether a copy may be kept, and what the person said to it. What stands in
//! it has forms of its own.

use super::field::{Choice, Control, Field, Row, Section};
use super::raw::Raw;
use super::reading::{Reading, Tools};
use super::show::Show;
use super::writing::Writing;
use practice::ids::EntryId;
use practice::kinds::people::Role;
use practice::kinds::plan::{Copy, MayBeKept, PLANS, Part, Plan, Response};
use practice::kinds::{Kind, PEOPLE, RELATIONSHIPS};
use practice::source::Quote;
use practice::when::ApproxDate;

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Plan> {
    let person = reading.entry_required("person", PEOPLE, "form-error-plan-person");
    let part: Option<Part> = reading.choice("part");
    if part.is_none() && !reading.raw.has("part") {
        reading.fault("part", "form-error-plan-part");
    }
    let relationship = reading.entry("relationship", RELATIONSHIPS);
    let review = reading.day("review");
    let place = reading.text("copy-where");
    let may_be_kept: Option<MayBeKept> = reading.choice("copy-may");
    if place.is_some() && may_be_kept.is_none() && !reading.raw.has("copy-may") {
        reading.fault("copy-may", "form-error-plan-copy");
    }
    let copy = may_be_kept.map(|may_be_kept| Copy { may_be_kept, place });
    let response = responses(reading);
    Some(Plan { person: person?, part: part?, relationship, copy, review, response })
}

/// What the person said to it, in rows: also of a goal.
pub(super) fn responses(reading: &mut Reading<'_>) -> Vec<Response> {
    let mut all = Vec::new();
    for row in 0..reading.raw.rows("response") {
        let name = |part: &str| format!("response-{row}-{part}");
        let language = reading.text(&name("language"));
        let words = reading.text(&name("words")).map(|words| Quote { words, language });
        let refused = reading.yes_or_no(&name("refused")).unwrap_or(false);
        match reading.date(&name("on")) {
            Some(on) => all.push(Response { on, words, refused }),
            None if !reading.raw.has(&name("on")) && (words.is_some() || refused) => {
                reading.fault(name("on"), "form-error-response-on");
            }
            None => {}
        }
    }
    all
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, plan: &Plan) {
    writing.entry("person", Some(plan.person));
    writing.choice("part", &plan.part);
    writing.entry("relationship", plan.relationship);
    writing.date("review", plan.review.map(ApproxDate::Day));
    if let Some(copy) = &plan.copy {
        writing.choice("copy-may", &copy.may_be_kept);
        writing.text("copy-where", copy.place.as_ref());
    }
    write_responses(writing, &plan.response);
}

/// Writes what the person said.
pub(super) fn write_responses(writing: &mut Writing<'_>, all: &[Response]) {
    for (row, response) in all.iter().enumerate() {
        let name = |part: &str| format!("response-{row}-{part}");
        writing.date(&name("on"), Some(response.on));
        if let Some(quote) = &response.words {
            writing.text(&name("words"), Some(&quote.words));
            writing.text(&name("language"), quote.language.as_ref());
        }
        if response.refused {
            writing.yes_or_no(&name("refused"), Some(true));
        }
    }
}

/// Fills in what the part of the person suggests.
pub(crate) fn prefill(raw: &mut Raw, tools: Tools<'_>) {
    let scene = tools.scene;
    let person: Option<EntryId> = raw.one("person").parse().ok();
    let is = |role: Role| person.is_some_and(|id| scene.cast.is(id, role));
    match (is(Role::Perpetrator), is(Role::Survivor)) {
        (true, false) => raw.set_if_blank("part", "change"),
        (false, true) => raw.set_if_blank("part", "support"),
        // Both, or neither: somebody has to say.
        _ => {}
    }
}

/// Shows whose plan it is, what for, and where a copy may be.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut copies = show.codes(&MayBeKept::ALL);
    copies.push(show.blank("copy-may"));
    Section::plain(vec![
        show.person("person", &[Role::Perpetrator, Role::Survivor, Role::Undetermined]),
        show.chosen("part", Control::Radios, show.codes(&Part::ALL)),
        show.date("review"),
        show.chosen("copy-may", Control::Radios, copies),
        show.line("copy-where"),
    ])
}

/// Shows what the person said to it, and what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let relationship = show.item("relationship", Kind::Relationship);
    vec![response_section(show), Section::detail(show.say("more-detail"), vec![relationship])]
}

/// What the person said, in rows.
pub(super) fn response_section(show: &Show<'_>) -> Section {
    let title = show.say("form-response-title");
    let mut section = Section::folded(title, show.say("form-response-hint"), Vec::new());
    section.list = "response".to_owned();
    section.rows = (0..show.rows("response"))
        .map(|row| Row { title: String::new(), fields: response_row(show, row) })
        .collect();
    section.open = show.asks_for("response") || section.has_fault() || show.raw.rows("response") > 0;
    section
}

fn response_row(show: &Show<'_>, row: usize) -> Vec<Field> {
    let name = |part: &str| format!("response-{row}-{part}");
    vec![
        show.date(&name("on")),
        show.area(&name("words"), 2),
        show.yes_or_no(&name("refused")),
        show.line(&name("language")),
    ]
}

/// The plans of a part, to choose from.
pub(super) fn plan_field(show: &Show<'_>, part: Part) -> Field {
    let plans = show.tools.scene.of_kind(Kind::Plan).filter(|item| item.part == Some(part));
    let choices =
        plans.map(|item| Choice { value: item.id.to_string(), words: item.says.clone(), ..Choice::default() });
    show.chosen("plan", Control::Select, std::iter::once(show.blank("plan")).chain(choices).collect())
}

/// The only plan of a part, where there is only one.
pub(super) fn only_plan(raw: &mut Raw, tools: Tools<'_>, part: Part) {
    let mut plans = tools.scene.of_kind(Kind::Plan).filter(|item| item.part == Some(part));
    if let (Some(plan), None) = (plans.next(), plans.next()) {
        raw.set_if_blank("plan", plan.id.to_string());
    }
}

/// The plan that was chosen.
pub(super) fn plan_of(reading: &mut Reading<'_>) -> Option<EntryId> {
    reading.entry_required("plan", PLANS, "form-error-plan")
}
