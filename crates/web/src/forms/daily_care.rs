//! The form of daily care: who does what for which child in one area of daily life. A new one asks the same questions about
//! each adult on one form; one that is changed is about one of them.

use super::fault::Fault;
use super::field::{Control, Field, Row, Section};
use super::pack::care_area_choices;
use super::raw::Raw;
use super::reading::{Reading, Tools};
use super::show::Show;
use super::writing::Writing;
use practice::ids::EntryId;
use practice::kinds::care::DailyCare;
use practice::kinds::people::Role;
use practice::kinds::{BEHAVIOURS, Kind, PEOPLE};
use words::CareQuestion;

/// The questions, in the order in which they are asked.
const QUESTIONS: [(&str, CareQuestion); 5] = [
    ("does", CareQuestion::Does),
    ("decides", CareQuestion::Decides),
    ("good", CareQuestion::Good),
    ("changes", CareQuestion::Changes),
    ("disrupted", CareQuestion::Disrupted),
];

/// What is asked once for all adults.
const SHARED: [&str; 2] = ["children", "area"];

/// The most adults that one form asks about.
const MOST: usize = 4;

/// Reads what is said of one adult.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<DailyCare> {
    let area = reading.code("area", "form-error-care-area");
    if !reading.raw.has("children") {
        reading.fault("children", "refusal-missing-daily_care-children");
    }
    let children = reading.entries("children", PEOPLE);
    let carer = reading.entry_required("carer", PEOPLE, "form-error-carer");
    let [does, decides, good, changes, disrupted] = QUESTIONS.map(|(field, _)| reading.text(field));
    let disrupted_by = reading.links("disrupted_by", BEHAVIOURS);
    let care =
        DailyCare { carer: carer?, children, area: area?, does, decides, changes, good, disrupted, disrupted_by };
    if !care.says_something() {
        reading.fault("does", "refusal-nothing_said");
    }
    Some(care)
}

/// What is said of each adult, as a form of its own: with the beginning of the names of its fields. Adults of whom nothing is
/// said are left out; at least one is read, so that an empty form is told what it lacks.
pub(crate) fn parts(raw: &Raw) -> Vec<(String, Raw)> {
    let mut parts: Vec<(String, Raw)> = (0..MOST)
        .map(prefix)
        .map(|prefix| (prefix.clone(), raw.part(&prefix, &is_of_all)))
        .filter(|(_, part)| QUESTIONS.iter().any(|(field, _)| part.has(field)) || part.has("disrupted_by-0-to"))
        .collect();
    if parts.is_empty() {
        parts.push((prefix(0), raw.part(&prefix(0), &is_of_all)));
    }
    parts
}

/// Whether a field is asked once for all adults.
fn is_of_all(field: &str) -> bool {
    SHARED.contains(&field)
        || matches!(field, "when" | "label")
        || field.starts_with("known-")
        || field.starts_with("disputed-")
}

/// Where a fault of one part stands on the form.
pub(crate) fn placed(prefix: &str, fault: Fault) -> Fault {
    if is_of_all(&fault.field) { fault } else { Fault { field: format!("{prefix}{}", fault.field), ..fault } }
}

fn prefix(adult: usize) -> String {
    if adult == 0 { String::new() } else { format!("adult{adult}-") }
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, care: &DailyCare) {
    writing.entry("carer", Some(care.carer));
    writing.entries("children", &care.children);
    writing.raw.set("area", care.area.as_str());
    writing.text("does", care.does.as_ref());
    writing.text("decides", care.decides.as_ref());
    writing.text("good", care.good.as_ref());
    writing.text("changes", care.changes.as_ref());
    writing.text("disrupted", care.disrupted.as_ref());
    writing.links("disrupted_by", &care.disrupted_by);
}

/// Fills in whom a new form asks about: each parent, the one who protects first.
pub(crate) fn prefill(raw: &mut Raw, tools: Tools<'_>) {
    let scene = tools.scene;
    let asked: Option<EntryId> = raw.one("carer").parse().ok();
    let parents = scene.cast.survivors().chain(scene.with(Role::Perpetrator)).chain(scene.with(Role::Undetermined));
    let mut adults: Vec<EntryId> = Vec::new();
    for adult in asked.into_iter().chain(parents.filter(|person| !person.elsewhere).map(|person| person.id)) {
        if !adults.contains(&adult) {
            adults.push(adult);
        }
    }
    for (n, adult) in adults.into_iter().take(MOST).enumerate() {
        raw.set(format!("{}carer", prefix(n)), adult.to_string());
    }
    if !raw.has("children") {
        for child in scene.with(Role::Child) {
            raw.push("children", child.id.to_string());
        }
    }
}

/// Shows what is asked once.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut areas = vec![show.blank("area")];
    areas.extend(care_area_choices(show));
    Section::plain(vec![show.chosen("area", Control::Select, areas), show.children("children")])
}

/// Shows the same questions about each adult.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    // One that is changed is about one adult.
    let adults = if show.has("base") { 1 } else { MOST };
    let shown = (0..adults).filter(|n| *n == 0 || show.has(&format!("{}carer", prefix(*n))) || said(show, *n));
    let mut sections = Vec::new();
    for adult in shown {
        let prefix = prefix(adult);
        let show = Show { prefix: &prefix, ..*show };
        let name = name_of(&show);
        let mut fields = vec![show.person("carer", &[Role::Survivor, Role::Perpetrator, Role::Kin])];
        fields.extend(QUESTIONS.map(|(field, question)| asked(&show, field, question, &name)));
        let mut section = Section::plain(vec![]);
        section.rows = vec![Row { title: name, fields }];
        if adult == 0 && show.has("base") {
            section.list = "disrupted_by".to_owned();
            section.rows.extend((0..show.rows("disrupted_by")).map(|row| Row {
                title: String::new(),
                fields: show.link_row("disrupted_by", row, Kind::Behaviour),
            }));
        } else if let Some(row) = section.rows.first_mut() {
            row.fields.push(show.item("disrupted_by-0-to", Kind::Behaviour));
        }
        section.beside = !show.raw.has("base");
        sections.push(section);
    }
    sections
}

fn said(show: &Show<'_>, adult: usize) -> bool {
    QUESTIONS.iter().any(|(field, _)| show.has(&format!("{}{field}", prefix(adult))))
}

fn name_of(show: &Show<'_>) -> String {
    let carer = show.one("carer").parse().ok().and_then(|id| show.tools.scene.name(id));
    carer.map_or_else(|| show.say("form-daily_care-somebody"), str::to_owned)
}

fn asked(show: &Show<'_>, field: &str, question: CareQuestion, name: &str) -> Field {
    let words = show.tools.words;
    let hint = words.care_question_more(question, "definition", name);
    show.asked(field, words.care_question(question, name), hint, 2)
}
