//! The form of what is seen of his conduct: what he does now, what he repairs, what goes on, what he attended, and who says so.

use super::field::{Control, Section};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::change::{Evidence, EvidenceOf};
use practice::kinds::people::Role;
use practice::kinds::{BEHAVIOURS, Kind, PEOPLE};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Evidence> {
    let person = reading.entry_required("person", PEOPLE, "form-error-person");
    let of = reading.choice_required("of", "form-error-evidence-of");
    let seen = reading.text_required("seen", "form-error-evidence-seen");
    let behaviours = reading.links("behaviours", BEHAVIOURS);
    let towards = reading.entries("towards", PEOPLE);
    let agency = reading.text("agency");
    Some(Evidence { person: person?, of: of?, seen: seen?, behaviours, towards, agency })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, evidence: &Evidence) {
    writing.entry("person", Some(evidence.person));
    writing.choice("of", &evidence.of);
    writing.text("seen", Some(&evidence.seen));
    writing.links("behaviours", &evidence.behaviours);
    writing.entries("towards", &evidence.towards);
    writing.text("agency", evidence.agency.as_ref());
}

/// Shows whose conduct, what it is evidence of, what was seen, and which behaviour it is about.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![
        show.person("person", &[Role::Perpetrator, Role::Undetermined]),
        show.chosen("of", Control::Radios, show.codes(&EvidenceOf::ALL)),
        show.area("seen", 3),
        show.item("behaviours-0-to", Kind::Behaviour),
        show.persons("towards", &[Role::Child, Role::Survivor]),
    ])
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let detail = Section::detail(show.say("more-detail"), vec![show.line("agency")]);
    let mut links =
        Section::folded(show.say("form-behaviours-more-title"), show.say("form-behaviours-hint"), Vec::new());
    links.list = "behaviours".to_owned();
    links.rows = show.rows_after_first("behaviours", Kind::Behaviour);
    links.open = show.opens("behaviours") || links.has_fault();
    vec![detail, links]
}
