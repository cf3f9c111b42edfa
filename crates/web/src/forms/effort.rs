//! The form of an effort: what a survivor does, for whom, in answer to what, and what it made possible.

use super::field::{Control, Row, Section};
use super::pack::effort_choices;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::people::Role;
use practice::kinds::strengths::{Effort, MadePossible};
use practice::kinds::{BEHAVIOURS, Kind, PEOPLE};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Effort> {
    let actor = reading.entry_required("actor", PEOPLE, "form-error-effort-actor");
    let act = reading.text_required("act", "form-error-act");
    let for_whom = reading.entries("for_whom", PEOPLE);
    let answers = reading.links("answers", BEHAVIOURS);
    let categories = reading.codes("categories");
    let made_possible = made_possible(reading);
    let cost = reading.text("cost");
    let obstacle = reading.consequence("obstacle");
    let followed = reading.consequence("followed");
    let safe_wording = reading.text("safe_wording");
    let wants_heard_by = reading.text("wants_heard_by");
    Some(Effort {
        actor: actor?,
        act: act?,
        for_whom,
        answers,
        categories,
        made_possible,
        cost,
        obstacle,
        followed,
        safe_wording,
        wants_heard_by,
    })
}

fn made_possible(reading: &mut Reading<'_>) -> Vec<MadePossible> {
    let mut all = Vec::new();
    for row in 0..reading.raw.rows("made_possible") {
        let person = reading.entry(&format!("made_possible-{row}-person"), PEOPLE);
        let what = reading.text(&format!("made_possible-{row}-what"));
        match what {
            Some(what) => all.push(MadePossible { person, what }),
            None if person.is_some() => reading.fault(format!("made_possible-{row}-what"), "form-error-made-what"),
            None => {}
        }
    }
    all
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, effort: &Effort) {
    writing.entry("actor", Some(effort.actor));
    writing.text("act", Some(&effort.act));
    writing.entries("for_whom", &effort.for_whom);
    writing.links("answers", &effort.answers);
    writing.codes("categories", &effort.categories);
    for (row, made) in effort.made_possible.iter().enumerate() {
        writing.entry(&format!("made_possible-{row}-person"), made.person);
        writing.text(&format!("made_possible-{row}-what"), Some(&made.what));
    }
    writing.text("cost", effort.cost.as_ref());
    writing.consequence("obstacle", effort.obstacle.as_ref());
    writing.consequence("followed", effort.followed.as_ref());
    writing.text("safe_wording", effort.safe_wording.as_ref());
    writing.text("wants_heard_by", effort.wants_heard_by.as_ref());
}

/// Shows the three questions, and which behaviour it answers.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut fields = vec![
        show.person("actor", &[Role::Survivor]),
        show.area("act", 3),
        show.persons("for_whom", &[Role::Child, Role::Survivor]),
    ];
    fields.push(show.item("answers-0-to", Kind::Behaviour));
    Section::plain(fields)
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let words = show.tools.words;
    let mut made = Section::folded(words.say("made-possible"), words.say("form-made_possible-hint"), Vec::new());
    made.list = "made_possible".to_owned();
    made.rows = (0..show.rows("made_possible"))
        .map(|row| Row {
            title: String::new(),
            fields: vec![
                show.person(&format!("made_possible-{row}-person"), &[Role::Child, Role::Survivor]),
                show.area(&format!("made_possible-{row}-what"), 2),
            ],
        })
        .collect();
    made.open = true;
    let mut links = Section::folded(words.say("form-answers-title"), words.say("form-answers-hint"), Vec::new());
    links.list = "answers".to_owned();
    links.rows = (0..show.rows("answers").max(1))
        .map(|row| {
            let mut fields = show.link_row("answers", row, Kind::Behaviour);
            if row == 0 {
                fields.remove(0);
            }
            Row { title: String::new(), fields }
        })
        .collect();
    links.open = show.raw.one("more") == "answers"
        || links.has_fault()
        || show.raw.rows("answers") > 1
        || show.raw.has("answers-0-by");
    let mut detail = Section::folded(
        words.say("more-detail"),
        String::new(),
        vec![
            show.area("cost", 2),
            show.area("obstacle", 2),
            show.item("obstacle-behaviour", Kind::Behaviour),
            show.area("followed", 2),
            show.item("followed-behaviour", Kind::Behaviour),
            show.area("safe_wording", 2),
            show.line("wants_heard_by"),
            show.chosen("categories", Control::Checks, effort_choices(show)),
        ],
    );
    detail.open |=
        ["cost", "obstacle", "followed", "safe_wording", "wants_heard_by"].iter().any(|field| show.raw.has(field));
    vec![made, detail, links]
}
