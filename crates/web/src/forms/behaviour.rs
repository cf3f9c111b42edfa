//! The form of a behaviour: three questions first, everything else folded under "More detail".

use super::field::{Control, Row, Section, first_chosen};
use super::pack::behaviour_choices;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::ids::EntryId;
use practice::kinds::pattern::{Behaviour, Force, Form, Usable};
use practice::kinds::people::Role;
use practice::kinds::{Kind, PEOPLE, RELATIONSHIPS};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Behaviour> {
    let actor = reading.entry_required("actor", PEOPLE, "form-error-actor");
    let act = reading.text_required("act", "form-error-act");
    if !reading.raw.has("targets") {
        reading.fault("targets", "form-error-targets");
    }
    let targets = reading.entries("targets", PEOPLE);
    let title = reading.text("title");
    let categories = reading.codes("categories");
    let setting = reading.text("setting");
    let through = reading.whos("through");
    let relationship = reading.entry("relationship", RELATIONSHIPS);
    let form = reading.choice("form").unwrap_or_default();
    let force = reading.choice("force").unwrap_or_default();
    let usable = usable(reading);
    let answers_effort = reading.links("answers_effort", &[Kind::Effort]);
    Some(Behaviour {
        actor: actor?,
        act: act?,
        title,
        targets,
        categories,
        setting,
        through,
        relationship,
        form,
        force,
        usable_with_actor: usable?,
        answers_effort,
    })
}

fn usable(reading: &mut Reading<'_>) -> Option<Usable> {
    let raw = reading.raw;
    match raw.one("usable") {
        "" | "no" => Some(Usable::No),
        "known" => {
            let from = reading.text_required("usable-from", "form-error-usable-from");
            let wording = reading.text_required("usable-wording", "form-error-usable-wording");
            Some(Usable::Known { from: from?, wording: Some(wording?) })
        }
        "agreed" => {
            let wording = reading.text_required("usable-wording", "form-error-usable-wording");
            if !raw.has("usable-on") {
                reading.fault("usable-on", "form-error-usable-on");
            }
            let on = reading.date("usable-on");
            Some(Usable::Agreed { wording: wording?, on: on? })
        }
        _ => {
            reading.fault("usable", "form-error-not-offered");
            None
        }
    }
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, behaviour: &Behaviour) {
    writing.entry("actor", Some(behaviour.actor));
    writing.text("act", Some(&behaviour.act));
    writing.entries("targets", &behaviour.targets);
    writing.text("title", behaviour.title.as_ref());
    writing.codes("categories", &behaviour.categories);
    writing.text("setting", behaviour.setting.as_ref());
    writing.whos("through", &behaviour.through);
    writing.entry("relationship", behaviour.relationship);
    writing.choice("form", &behaviour.form);
    writing.choice("force", &behaviour.force);
    match &behaviour.usable_with_actor {
        Usable::No => writing.raw.set("usable", "no"),
        Usable::Known { from, wording } => {
            writing.raw.set("usable", "known");
            writing.text("usable-from", Some(from));
            writing.text("usable-wording", wording.as_ref());
        }
        Usable::Agreed { wording, on } => {
            writing.raw.set("usable", "agreed");
            writing.text("usable-wording", Some(wording));
            writing.date("usable-on", Some(*on));
        }
    }
    writing.links("answers_effort", &behaviour.answers_effort);
}

/// Shows it: the three questions first.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![
        show.person("actor", &[Role::Perpetrator, Role::Undetermined]),
        show.area("act", 3),
        show.persons("targets", &[Role::Survivor, Role::Child]),
    ])
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let words = show.tools.words;
    let forms = show.codes(&[Form::Act, Form::StandingRule, Form::Omission]);
    let forces = show.codes(&[Force::Control, Force::Resistance, Force::SelfDefence, Force::Undetermined]);
    let mut fields = vec![
        show.line("title"),
        show.line("setting"),
        show.persons("through", &[Role::Kin, Role::Child]),
        show.list("through-other", 2),
        show.item("relationship", Kind::Relationship),
        show.chosen("form", Control::Radios, first_chosen(forms, show.raw.has("form"))),
        show.chosen("force", Control::Radios, first_chosen(forces, show.raw.has("force"))),
    ];
    fields.push(show.chosen("categories", Control::Checks, behaviour_choices(show)));
    let mut detail = Section::folded(words.say("more-detail"), words.say("form-behaviour-more"), fields);
    // Sent here to decide what the force was for: the question stands open.
    detail.open |= show.raw.one("force") == "undetermined";
    let mut answer =
        Section::folded(words.say("form-answers_effort-title"), words.say("form-answers_effort-hint"), Vec::new());
    answer.list = "answers_effort".to_owned();
    answer.rows = (0..show.rows("answers_effort"))
        .map(|row| Row { title: String::new(), fields: show.link_row("answers_effort", row, Kind::Effort) })
        .collect();
    answer.open =
        show.raw.one("more") == "answers_effort" || answer.has_fault() || show.raw.rows("answers_effort") > 0;
    vec![detail, usable_section(show), answer]
}

fn usable_section(show: &Show<'_>) -> Section {
    let words = show.tools.words;
    let actor = show.raw.one("actor").parse::<EntryId>().ok().or_else(|| show.tools.scene.likely_actor());
    let name = actor.and_then(|id| show.tools.scene.name(id)).unwrap_or_default();
    let choices = ["no", "known", "agreed"]
        .into_iter()
        .map(|code| super::field::Choice {
            value: code.to_owned(),
            words: words.say(&format!("usable-{code}")),
            hint: words.say_attribute(&format!("usable-{code}"), "explanation"),
            ..super::field::Choice::default()
        })
        .collect();
    let mut field = show.chosen("usable", Control::Radios, first_chosen(choices, show.raw.has("usable")));
    let title = if name.is_empty() {
        field.label.clone()
    } else {
        words.say_with("form-behaviour-usable-with", &[("name", name.into())])
    };
    field.label.clone_from(&title);
    let fields = vec![field, show.line("usable-from"), show.area("usable-wording", 2), show.date("usable-on")];
    let mut section = Section::folded(title, words.say("form-behaviour-usable-why"), fields);
    section.open |= !matches!(show.raw.one("usable"), "" | "no");
    section
}
