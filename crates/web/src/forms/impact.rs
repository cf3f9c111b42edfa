//! The form of an impact: on a child, on parenting or on daily life; from which behaviour, by which way; or "none seen
//! yet", which is worth something only with who looked, when and where, and how the child copes.

use super::field::{Choice, Control, Field, Row, Section};
use super::pack::impact_choices;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::ids::EntryId;
use practice::kinds::impact::{Impact, ImpactLink, ImpactOn, NoneSeen, Pathway};
use practice::kinds::people::Role;
use practice::kinds::{BEHAVIOURS, Kind, PEOPLE};
use practice::text::Text;

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Impact> {
    let on = on(reading);
    let none_seen = none_seen(reading);
    let none_asked = reading.raw.has("none_seen");
    let what = match reading.text("what") {
        // "None seen yet" may say nothing more than that.
        None if none_asked => Text::parse(&reading.tools.words.say("form-none-seen-what")).ok(),
        None => {
            if !reading.faults.iter().any(|fault| fault.field == "what") {
                reading.fault("what", "form-error-what-seen");
            }
            None
        }
        Some(what) => Some(what),
    };
    let domains = reading.codes("domains");
    let from = from(reading);
    if none_asked && none_seen.is_none() {
        return None;
    }
    Some(Impact { on: on?, what: what?, domains, from, none_seen })
}

fn on(reading: &mut Reading<'_>) -> Option<ImpactOn> {
    let raw = reading.raw;
    let chosen = raw.one("on");
    match chosen.split_once(':') {
        _ if chosen == "family_functioning" => Some(ImpactOn::FamilyFunctioning),
        Some((on, id)) => {
            let id = id.parse::<EntryId>().ok().filter(|id| reading.tools.scene.is(*id, PEOPLE));
            match (on, id) {
                ("child", Some(id)) => Some(ImpactOn::Child(id)),
                ("parenting", Some(id)) => Some(ImpactOn::Parenting(id)),
                _ => {
                    reading.fault("on", "form-error-not-in-file");
                    None
                }
            }
        }
        None if chosen.is_empty() => {
            reading.fault("on", "form-error-on");
            None
        }
        None => {
            reading.fault("on", "form-error-not-offered");
            None
        }
    }
}

fn from(reading: &mut Reading<'_>) -> Vec<ImpactLink> {
    let mut links: Vec<ImpactLink> = Vec::new();
    for row in 0..reading.raw.rows("from") {
        let name = |part: &str| format!("from-{row}-{part}");
        let behaviour = reading.entry(&name("to"), BEHAVIOURS);
        let pathway: Option<Pathway> = reading.choice(&name("pathway"));
        let basis = reading.basis(&format!("from-{row}"));
        match behaviour {
            Some(behaviour) => {
                let pathway = pathway.unwrap_or(Pathway::Direct);
                if links.iter().any(|link| link.behaviour == behaviour && link.pathway == pathway) {
                    reading.fault(name("to"), "form-error-twice");
                } else {
                    links.push(ImpactLink { behaviour, pathway, basis });
                }
            }
            None if basis.is_some() => reading.fault(name("to"), "form-error-link-to"),
            None => {}
        }
    }
    links
}

fn none_seen(reading: &mut Reading<'_>) -> Option<NoneSeen> {
    let on = reading.date("none_seen-on");
    let place = reading.text("none_seen-place");
    let coping = reading.text("none_seen-coping");
    let by = reading.who("none_seen-by");
    if !reading.raw.has("none_seen") {
        // Details without the tick: the tick was forgotten.
        return by.map(|by| NoneSeen { by, on, place, coping });
    }
    if by.is_none() && !reading.faults.iter().any(|fault| fault.field.starts_with("none_seen-by")) {
        reading.fault("none_seen-by", "form-error-who-looked");
    }
    Some(NoneSeen { by: by?, on, place, coping })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, impact: &Impact) {
    writing.raw.set("on", on_value(impact.on));
    writing.text("what", Some(&impact.what));
    writing.codes("domains", &impact.domains);
    for (row, link) in impact.from.iter().enumerate() {
        let prefix = format!("from-{row}");
        writing.entry(&format!("{prefix}-to"), Some(link.behaviour));
        writing.raw.set(format!("{prefix}-pathway"), link.pathway.code());
        writing.basis(&prefix, link.basis.as_ref());
    }
    if let Some(none_seen) = &impact.none_seen {
        writing.raw.set("none_seen", "yes");
        writing.who("none_seen-by", &none_seen.by);
        writing.date("none_seen-on", none_seen.on);
        writing.text("none_seen-place", none_seen.place.as_ref());
        writing.text("none_seen-coping", none_seen.coping.as_ref());
    }
}

/// What the field "on whom" sends.
pub(crate) fn on_value(on: ImpactOn) -> String {
    match on {
        ImpactOn::Child(id) => format!("child:{id}"),
        ImpactOn::Parenting(id) => format!("parenting:{id}"),
        ImpactOn::FamilyFunctioning => "family_functioning".to_owned(),
    }
}

/// On whom: each child, the care of each survivor, daily life.
pub(crate) fn on_field(show: &Show<'_>) -> Field {
    let words = show.tools.words;
    let scene = show.tools.scene;
    let mut choices: Vec<Choice> = scene
        .with(Role::Child)
        .map(|child| Choice {
            value: on_value(ImpactOn::Child(child.id)),
            words: child.name.clone(),
            ..Choice::default()
        })
        .collect();
    choices.extend(scene.cast.survivors().map(|survivor| Choice {
        value: on_value(ImpactOn::Parenting(survivor.id)),
        words: words.say_with("form-impact-on-parenting", &[("name", survivor.name.as_str().into())]),
        ..Choice::default()
    }));
    choices.push(Choice {
        value: on_value(ImpactOn::FamilyFunctioning),
        words: words.say("form-impact-on-daily-life"),
        ..Choice::default()
    });
    let chosen = show.raw.one(&format!("{}on", show.prefix));
    if let Some(name) = chosen.split_once(':').and_then(|(_, id)| scene.name(id.parse().ok()?))
        && !choices.iter().any(|choice| choice.value == chosen)
    {
        choices.push(Choice { value: chosen.to_owned(), words: name.to_owned(), ..Choice::default() });
    }
    show.chosen("on", Control::Radios, choices)
}

/// By which way.
pub(crate) fn pathway_field(show: &Show<'_>, name: &str) -> Field {
    let mut choices = show.codes(&Pathway::ALL);
    if !show.raw.has(&format!("{}{name}", show.prefix))
        && let Some(first) = choices.first_mut()
    {
        first.chosen = true;
    }
    show.chosen(name, Control::Select, choices)
}

/// Shows the three questions.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![
        on_field(show),
        show.area("what", 3),
        show.item("from-0-to", Kind::Behaviour),
        pathway_field(show, "from-0-pathway"),
    ])
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let words = show.tools.words;
    let mut none_fields = vec![show.chosen(
        "none_seen",
        Control::Checks,
        vec![Choice {
            value: "yes".to_owned(),
            words: words.say("form-impact-none_seen-tick"),
            ..Choice::default()
        }],
    )];
    none_fields.extend(show.who("none_seen-by", &[Role::Survivor, Role::Professional]));
    none_fields.push(show.date("none_seen-on"));
    none_fields.push(show.line("none_seen-place"));
    none_fields.push(show.area("none_seen-coping", 2));
    let none =
        Section::folded(words.say("form-impact-none-title"), words.say("form-impact-none-hint"), none_fields);
    let mut links = Section::folded(words.say("form-from-title"), words.say("form-from-hint"), Vec::new());
    links.list = "from".to_owned();
    links.rows = (0..show.rows("from").max(1)).map(|row| link_row(show, row)).collect();
    links.open = show.raw.one("more") == "from"
        || links.has_fault()
        || show.raw.rows("from") > 1
        || show.raw.has("from-0-by");
    let domains = Section::folded(
        words.say("more-detail"),
        String::new(),
        vec![show.chosen("domains", Control::Checks, impact_choices(show))],
    );
    vec![none, links, domains]
}

fn link_row(show: &Show<'_>, row: usize) -> Row {
    let mut fields = show.link_row("from", row, Kind::Behaviour);
    if row == 0 {
        fields.remove(0);
    } else {
        fields.insert(1, pathway_field(show, &format!("from-{row}-pathway")));
    }
    Row { title: String::new(), fields }
}
