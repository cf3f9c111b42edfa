//! The form of a care concern: what was seen, what it did to which child, what part the person who causes harm has in it, and
//! what help is wanted. About any caregiver.

use super::field::{Row, Section};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::care::{CareConcern, CareEffect};
use practice::kinds::people::Role;
use practice::kinds::{BEHAVIOURS, Kind, PEOPLE};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<CareConcern> {
    let carer = reading.entry_required("carer", PEOPLE, "form-error-carer");
    let seen = reading.text_required("seen", "form-error-what-seen");
    let children = children(reading);
    let part = reading.text("part");
    let behaviours = reading.links("behaviours", BEHAVIOURS);
    let help_wanted = reading.text("help_wanted");
    let help_offered = reading.text("help_offered");
    Some(CareConcern { carer: carer?, seen: seen?, children, part, behaviours, help_wanted, help_offered })
}

fn children(reading: &mut Reading<'_>) -> Vec<CareEffect> {
    let mut effects: Vec<CareEffect> = Vec::new();
    for row in 0..reading.raw.rows("children") {
        let name = |part: &str| format!("children-{row}-{part}");
        let effect = reading.text(&name("effect"));
        match reading.entry(&name("child"), PEOPLE) {
            Some(child) if effects.iter().any(|known| known.child == child) => {
                reading.fault(name("child"), "refusal-twice");
            }
            Some(child) => effects.push(CareEffect { child, effect }),
            None if effect.is_some() && !reading.raw.has(&name("child")) => {
                reading.fault(name("child"), "form-error-which-child");
            }
            None => {}
        }
    }
    if effects.is_empty() && !reading.faults.iter().any(|fault| fault.field.starts_with("children-")) {
        reading.fault("children-0-child", "refusal-missing-care_concern-children");
    }
    effects
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, concern: &CareConcern) {
    writing.entry("carer", Some(concern.carer));
    writing.text("seen", Some(&concern.seen));
    for (row, effect) in concern.children.iter().enumerate() {
        writing.entry(&format!("children-{row}-child"), Some(effect.child));
        writing.text(&format!("children-{row}-effect"), effect.effect.as_ref());
    }
    writing.text("part", concern.part.as_ref());
    writing.links("behaviours", &concern.behaviours);
    writing.text("help_wanted", concern.help_wanted.as_ref());
    writing.text("help_offered", concern.help_offered.as_ref());
}

/// Shows it: his part in it and the help wanted belong to it from the beginning.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut fields =
        vec![show.person("carer", &[Role::Survivor, Role::Perpetrator, Role::Kin]), show.area("seen", 3)];
    fields.extend(child_row(show, 0));
    fields.push(show.area("part", 2));
    fields.push(show.item("behaviours-0-to", Kind::Behaviour));
    fields.push(show.area("help_wanted", 2));
    Section::plain(fields)
}

fn child_row(show: &Show<'_>, row: usize) -> [super::field::Field; 2] {
    [show.person(&format!("children-{row}-child"), &[Role::Child]), show.area(&format!("children-{row}-effect"), 2)]
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let mut children = Section::folded(show.say("form-care_concern-children-title"), String::new(), Vec::new());
    children.list = "children".to_owned();
    children.rows = (1..show.rows("children").max(2))
        .map(|row| Row { title: String::new(), fields: child_row(show, row).to_vec() })
        .collect();
    children.open = show.asks_for("children") || children.has_fault() || show.raw.rows("children") > 1;
    let mut links =
        Section::folded(show.say("form-behaviours-more-title"), show.say("form-behaviours-hint"), Vec::new());
    links.list = "behaviours".to_owned();
    links.rows = show.rows_after_first("behaviours", Kind::Behaviour);
    links.open = show.opens("behaviours") || links.has_fault();
    let detail = Section::detail(show.say("more-detail"), vec![show.area("help_offered", 2)]);
    vec![children, detail, links]
}
