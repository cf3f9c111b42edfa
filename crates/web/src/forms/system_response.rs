//! The form of a system response: what an agency did or left undone, what came of it, and in whose view.

use super::field::{Control, Field, Row, Section};
use super::pack::sector_choices;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::people::Role;
use practice::kinds::systems::{Effect, Judged, SystemResponse};
use practice::kinds::{BEHAVIOURS, EFFORTS, Kind, PEOPLE};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<SystemResponse> {
    let agency = reading.text_required("agency", "form-error-agency");
    let sector = reading.code("sector", "form-error-sector");
    let did = reading.text_required("did", "form-error-did");
    let towards = reading.entries("towards", PEOPLE);
    let effects = effects(reading);
    let behaviours = reading.links("behaviours", BEHAVIOURS);
    let efforts = reading.links("efforts", EFFORTS);
    let followed = reading.consequence("followed");
    let used_through = reading.links("used_through", BEHAVIOURS);
    Some(SystemResponse {
        agency: agency?,
        sector: sector?,
        did: did?,
        towards,
        behaviours,
        efforts,
        effects,
        followed,
        used_through,
    })
}

fn effects(reading: &mut Reading<'_>) -> Vec<Judged> {
    let mut all = Vec::new();
    for row in 0..reading.raw.rows("effects") {
        let name = |part: &str| format!("effects-{row}-{part}");
        let effect: Option<Effect> = reading.choice(&name("effect"));
        let why = reading.text(&name("why"));
        let by = reading.who(&name("by"));
        let said = [name("by"), name("by-other")].iter().any(|field| reading.raw.has(field));
        match (effect, by) {
            (Some(effect), Some(by)) => all.push(Judged { effect, by, why }),
            (Some(_), None) if !said => reading.fault(name("by"), "form-error-whose-view"),
            (None, by) if (by.is_some() || why.is_some()) && !reading.raw.has(&name("effect")) => {
                reading.fault(name("effect"), "form-error-effect");
            }
            _ => {}
        }
    }
    all
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, response: &SystemResponse) {
    writing.text("agency", Some(&response.agency));
    writing.raw.set("sector", response.sector.as_str());
    writing.text("did", Some(&response.did));
    writing.entries("towards", &response.towards);
    for (row, judged) in response.effects.iter().enumerate() {
        writing.choice(&format!("effects-{row}-effect"), &judged.effect);
        writing.who(&format!("effects-{row}-by"), &judged.by);
        writing.text(&format!("effects-{row}-why"), judged.why.as_ref());
    }
    writing.links("behaviours", &response.behaviours);
    writing.links("efforts", &response.efforts);
    writing.consequence("followed", response.followed.as_ref());
    writing.links("used_through", &response.used_through);
}

/// Shows which agency and what it did.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut sectors = vec![show.blank("sector")];
    sectors.extend(sector_choices(show));
    Section::plain(vec![
        show.line("agency"),
        show.chosen("sector", Control::Select, sectors),
        show.area("did", 3),
        show.persons("towards", &[Role::Survivor, Role::Child, Role::Perpetrator]),
    ])
}

/// Shows what came of it, and what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let words = show.tools.words;
    let mut effects = Section::folded(
        words.say("form-system_response-effects-title"),
        words.say("form-system_response-effects-hint"),
        Vec::new(),
    );
    effects.list = "effects".to_owned();
    effects.rows =
        (0..show.rows("effects")).map(|row| Row { title: String::new(), fields: effect_row(show, row) }).collect();
    effects.open = true;
    let followed = Section::folding(
        words.say("form-system_response-followed-title"),
        String::new(),
        vec![show.area("followed", 2), show.item("followed-behaviour", Kind::Behaviour)],
    );
    let links = [("behaviours", Kind::Behaviour), ("efforts", Kind::Effort), ("used_through", Kind::Behaviour)];
    let mut sections = vec![effects, followed];
    for (list, kind) in links {
        let title = words.say(&format!("form-system_response-{list}-title"));
        let hint = words.say(&format!("form-system_response-{list}-hint"));
        sections.push(show.link_section(title, hint, list, kind));
    }
    sections
}

fn effect_row(show: &Show<'_>, row: usize) -> Vec<Field> {
    let name = |part: &str| format!("effects-{row}-{part}");
    let mut fields = vec![show.chosen(&name("effect"), Control::Radios, show.codes(&Effect::ALL))];
    fields.extend(show.who(&name("by"), &[Role::Survivor, Role::Child, Role::Professional]));
    fields.push(show.area(&name("why"), 2));
    fields
}
