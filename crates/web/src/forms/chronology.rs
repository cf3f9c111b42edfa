//! The form of a chronology that a worker puts together: which entries, in which order, with a line of analysis where it helps.

use super::field::{Choice, Control, Row, Section};
use super::raw::Raw;
use super::reading::Reading;
use super::scene::Scene;
use super::show::Show;
use super::writing::Writing;
use practice::ids::EntryId;
use practice::kinds::work::{Chronology, ChronologyLine};
use practice::kinds::{ANY, Kind};

/// What a chronology tells of.
const TOLD: [Kind; 9] = [
    Kind::Behaviour,
    Kind::Impact,
    Kind::Effort,
    Kind::Voice,
    Kind::SystemResponse,
    Kind::Contact,
    Kind::CareConcern,
    Kind::Intersection,
    Kind::Visit,
];

/// Reads it. What is ticked and not in it yet follows at the end.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Chronology> {
    let title = reading.text_required("title", "form-error-chronology-title");
    let purpose = reading.text_required("purpose", "form-error-chronology-purpose");
    let mut lines: Vec<(u32, ChronologyLine)> = Vec::new();
    for row in 0..reading.raw.rows("lines") {
        let name = |part: &str| format!("lines-{row}-{part}");
        if reading.raw.has(&name("out")) {
            continue;
        }
        let analysis = reading.text(&name("analysis"));
        let place = reading.raw.one(&name("place")).parse().unwrap_or_else(|_| at(row));
        match reading.entry(&name("entry"), ANY) {
            Some(entry) => lines.push((place, ChronologyLine { entry, analysis })),
            None if analysis.is_some() => reading.fault(name("entry"), "form-error-link-to"),
            None => {}
        }
    }
    let scene = reading.tools.scene;
    let mut added = reading.entries("add", ANY);
    added.sort_by_key(|id| scene.begins(*id));
    for entry in added {
        if !lines.iter().any(|(_, line)| line.entry == entry) {
            lines.push((u32::MAX, ChronologyLine { entry, analysis: None }));
        }
    }
    lines.sort_by_key(|(place, _)| *place);
    if lines.is_empty() {
        reading.fault("add", "refusal-missing-chronology-lines");
    }
    let lines = lines.into_iter().map(|(_, line)| line).collect();
    Some(Chronology { title: title?, purpose: purpose?, lines })
}

/// The place that a row has by itself: tens, so that one can be put between two.
fn at(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX / 10).saturating_add(1).saturating_mul(10)
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, chronology: &Chronology) {
    writing.text("title", Some(&chronology.title));
    writing.text("purpose", Some(&chronology.purpose));
    for (row, line) in chronology.lines.iter().enumerate() {
        writing.entry(&format!("lines-{row}-entry"), Some(line.entry));
        writing.text(&format!("lines-{row}-analysis"), line.analysis.as_ref());
        writing.raw.set(format!("lines-{row}-place"), at(row).to_string());
    }
}

/// The form after "Put these in" was pressed: what is ticked has become lines, in the order of the places; what is new follows by its date.
pub(crate) fn arranged(raw: &Raw, scene: &Scene) -> Raw {
    let mut lines: Vec<(u32, String, String)> = Vec::new();
    for row in 0..raw.rows("lines") {
        let part = |part: &str| raw.one(&format!("lines-{row}-{part}")).to_owned();
        if part("entry").is_empty() && part("analysis").is_empty() || !part("out").is_empty() {
            continue;
        }
        lines.push((part("place").parse().unwrap_or_else(|_| at(row)), part("entry"), part("analysis")));
    }
    let mut added: Vec<&str> = raw.all("add").collect();
    added.sort_by_key(|entry| entry.parse().ok().map(|id| scene.begins(id)));
    for entry in added {
        if !lines.iter().any(|(_, known, _)| known == entry) {
            lines.push((u32::MAX, entry.to_owned(), String::new()));
        }
    }
    lines.sort_by_key(|(place, ..)| *place);
    let mut next = Raw::default();
    for (name, values) in raw.iter().filter(|(name, _)| *name != "add" && !name.starts_with("lines-")) {
        for value in values {
            next.push(name, value.as_str());
        }
    }
    for (row, (_, entry, analysis)) in lines.into_iter().enumerate() {
        next.set(format!("lines-{row}-entry"), entry);
        next.set(format!("lines-{row}-analysis"), analysis);
        next.set(format!("lines-{row}-place"), at(row).to_string());
    }
    next
}

/// Shows what to call it and what it is for.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![show.line("title"), show.line("purpose")])
}

/// Shows its lines, and what can be put into it.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let scene = show.tools.scene;
    let used = show.raw.rows("lines");
    let mut sections = Vec::new();
    if used > 0 {
        let rows = (0..used).map(|row| line_row(show, scene, row)).collect();
        let mut lines = Section::plain(Vec::new());
        lines.title = show.say("form-chronology-lines-title");
        lines.hint = show.say("form-chronology-lines-hint");
        lines.rows = rows;
        sections.push(lines);
    }
    let in_it = |id: &str| (0..used).any(|row| show.raw.one(&format!("lines-{row}-entry")) == id);
    let choices: Vec<Choice> = TOLD
        .into_iter()
        .flat_map(|kind| {
            let group = show.tools.words.name(kind);
            show.items(kind).into_iter().map(move |choice| Choice { group: group.clone(), ..choice })
        })
        .filter(|choice| !in_it(&choice.value))
        .collect();
    let mut add = Section::plain(vec![show.chosen("add", Control::Checks, choices)]);
    add.list = "lines".to_owned();
    add.button = show.say("form-chronology-put-in");
    sections.push(add);
    sections
}

fn line_row(show: &Show<'_>, scene: &Scene, row: usize) -> Row {
    let name = |part: &str| format!("lines-{row}-{part}");
    let entry: Option<EntryId> = show.raw.one(&name("entry")).parse().ok();
    let says = entry.and_then(|id| scene.item(id)).map(|item| item.says.clone()).unwrap_or_default();
    let out = Choice { value: "yes".to_owned(), words: show.say("form-chronology-out"), ..Choice::default() };
    Row {
        title: says,
        fields: vec![
            show.hidden(&name("entry")),
            show.line(&name("place")),
            show.area(&name("analysis"), 2),
            show.chosen(&name("out"), Control::Checks, vec![out]),
        ],
    }
}
