//! The form of an intersection: a factor, whose it is, how it and the pattern meet, and which behaviours it meets.

use super::field::{Control, Row, Section};
use super::pack::factor_choices;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::intersections::{Intersection, Mechanism};
use practice::kinds::people::Role;
use practice::kinds::{BEHAVIOURS, Kind, PEOPLE};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Intersection> {
    let factor = reading.code("factor", "form-error-factor");
    if !reading.raw.has("whose") {
        reading.fault("whose", "form-error-whose");
    }
    let whose = reading.entries("whose", PEOPLE);
    let mechanism: Option<Mechanism> = reading.choice_required("mechanism", "form-error-mechanism");
    let what = reading.text_required("what", "form-error-act");
    let behaviours = reading.links("behaviours", BEHAVIOURS);
    Some(Intersection { factor: factor?, whose, mechanism: mechanism?, what: what?, behaviours })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, intersection: &Intersection) {
    writing.raw.set("factor", intersection.factor.as_str());
    writing.entries("whose", &intersection.whose);
    writing.choice("mechanism", &intersection.mechanism);
    writing.text("what", Some(&intersection.what));
    writing.links("behaviours", &intersection.behaviours);
}

/// Shows what must be said.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut factors = vec![show.blank("factor")];
    factors.extend(factor_choices(show));
    Section::plain(vec![
        show.chosen("factor", Control::Select, factors),
        show.persons("whose", &[Role::Survivor, Role::Perpetrator, Role::Child]),
        show.chosen("mechanism", Control::Radios, show.codes(&Mechanism::ALL)),
        show.area("what", 3),
    ])
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let words = show.tools.words;
    let mut links =
        Section::folded(words.say("form-behaviours-title"), words.say("form-behaviours-hint"), Vec::new());
    links.list = "behaviours".to_owned();
    links.rows = (0..show.rows("behaviours"))
        .map(|row| Row { title: String::new(), fields: show.link_row("behaviours", row, Kind::Behaviour) })
        .collect();
    links.open = show.raw.one("more") == "behaviours" || links.has_fault() || show.raw.rows("behaviours") > 0;
    vec![links]
}
