//! The form of a change review: what he says of each behaviour, in his words, and the harm that he states himself. What may not
//! be raised with him is not offered.

use super::field::{Control, Field, Row, Section};
use super::raw::Raw;
use super::reading::{Reading, Tools};
use super::show::Show;
use super::writing::Writing;
use practice::ids::EntryId;
use practice::kinds::change::{ChangeReview, Names, Reviewed, StatedHarm};
use practice::kinds::people::Role;
use practice::kinds::{BEHAVIOURS, Kind, PEOPLE};
use practice::source::Quote;

/// Behaviours that are offered at once: more than one conversation can hold. Another can be added.
const OFFERED: usize = 24;

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<ChangeReview> {
    let person = reading.entry_required("person", PEOPLE, "form-error-person");
    let mut behaviours = Vec::new();
    for row in 0..reading.raw.rows("reviewed") {
        behaviours.extend(line(reading, row));
    }
    let held_by = reading.whos("held_by");
    let says_victim = quote(reading, "says_victim");
    let says_next = quote(reading, "says_next");
    let remark = reading.text("remark");
    if behaviours.is_empty() && says_victim.is_none() && reading.faults.is_empty() {
        reading.fault("reviewed-0-names", "refusal-missing-change_review-behaviours");
    }
    Some(ChangeReview { person: person?, behaviours, held_by, says_victim, says_next, remark })
}

fn line(reading: &mut Reading<'_>, row: usize) -> Option<Reviewed> {
    let name = |part: &str| format!("reviewed-{row}-{part}");
    let words = quote(reading, &name("words"));
    let harms = harms(reading, row);
    let names: Option<Names> = reading.choice(&name("names"));
    let behaviour = reading.entry(&name("behaviour"), BEHAVIOURS);
    // A row that only names the behaviour was shown and not filled in.
    if names.is_none() && words.is_none() && harms.is_empty() {
        return None;
    }
    if behaviour.is_none() {
        reading.fault(name("behaviour"), "form-error-reviewed-behaviour");
    }
    if names.is_none() {
        reading.fault(name("names"), "form-error-reviewed-names");
    }
    Some(Reviewed { behaviour: behaviour?, names: names?, words, harms })
}

fn harms(reading: &mut Reading<'_>, row: usize) -> Vec<StatedHarm> {
    let start = format!("reviewed-{row}-harm_");
    let fields: Vec<(String, EntryId)> = reading
        .raw
        .iter()
        .filter_map(|(field, _)| Some((field.to_owned(), field.strip_prefix(&start)?.parse().ok()?)))
        .filter(|(_, person)| reading.tools.scene.is(*person, PEOPLE))
        .collect();
    let mut harms: Vec<StatedHarm> = fields
        .into_iter()
        .filter_map(|(field, person)| Some(StatedHarm { person, words: reading.text(&field)? }))
        .collect();
    let place = |id: EntryId| reading.tools.scene.cast.people.iter().position(|person| person.id == id);
    harms.sort_by_key(|harm| place(harm.person));
    harms
}

fn quote(reading: &mut Reading<'_>, field: &str) -> Option<Quote> {
    let language = reading.text(&format!("{field}_language"));
    reading.text(field).map(|words| Quote { words, language })
}

fn write_quote(writing: &mut Writing<'_>, field: &str, quote: Option<&Quote>) {
    writing.text(field, quote.map(|quote| &quote.words));
    writing.text(&format!("{field}_language"), quote.and_then(|quote| quote.language.as_ref()));
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, review: &ChangeReview) {
    writing.entry("person", Some(review.person));
    for (row, line) in review.behaviours.iter().enumerate() {
        let name = |part: &str| format!("reviewed-{row}-{part}");
        writing.entry(&name("behaviour"), Some(line.behaviour));
        writing.choice(&name("names"), &line.names);
        write_quote(writing, &name("words"), line.words.as_ref());
        for harm in &line.harms {
            writing.text(&harm_field(row, harm.person), Some(&harm.words));
        }
    }
    writing.whos("held_by", &review.held_by);
    write_quote(writing, "says_victim", review.says_victim.as_ref());
    write_quote(writing, "says_next", review.says_next.as_ref());
    writing.text("remark", review.remark.as_ref());
}

/// The name of a field, with the person's id without its dashes: a dash ends a part of a name.
fn harm_field(row: usize, person: EntryId) -> String {
    format!("reviewed-{row}-harm_{}", person.0.simple())
}

/// Fills in whom it is about, and each behaviour that may be raised with that person.
pub(crate) fn prefill(raw: &mut Raw, tools: Tools<'_>) {
    if let Some(actor) = tools.scene.likely_actor() {
        raw.set_if_blank("person", actor.to_string());
    }
    raw.set_if_blank("when", words::unmarked(&tools.words.day(tools.scene.today)));
    raw.set_if_blank("known-0-how", "seen");
    let Ok(person) = raw.one("person").parse::<EntryId>() else { return };
    for (row, behaviour) in tools.scene.to_review(person).iter().take(OFFERED).enumerate() {
        raw.set_if_blank(&format!("reviewed-{row}-behaviour"), behaviour.to_string());
    }
}

/// Shows whom it is about, and who spoke with that person.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![
        show.person("person", &[Role::Perpetrator, Role::Undetermined]),
        show.persons("held_by", &[Role::Professional]),
        show.list("held_by-other", 1),
    ])
}

/// Shows each behaviour, then what else he said.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let mut section = Section::plain(Vec::new());
    section.list = "reviewed".to_owned();
    section.rows = (0..show.rows("reviewed").max(1)).map(|row| block(show, row)).collect();
    let said = Section::detail(
        show.say("form-change_review-more-title"),
        vec![show.area("says_victim", 2), show.area("says_next", 2), show.area("remark", 2)],
    );
    vec![section, said]
}

fn block(show: &Show<'_>, row: usize) -> Row {
    let name = |part: &str| format!("reviewed-{row}-{part}");
    let behaviour = show.one(&name("behaviour")).parse().ok();
    let title =
        behaviour.and_then(|id| show.tools.scene.item(id)).map(|item| item.says.clone()).unwrap_or_default();
    let mut fields: Vec<Field> = Vec::new();
    fields.push(if title.is_empty() {
        show.item(&name("behaviour"), Kind::Behaviour)
    } else {
        show.hidden(&name("behaviour"))
    });
    fields.push(show.chosen(&name("names"), Control::Radios, show.codes(&Names::ALL)));
    fields.push(show.area(&name("words"), 2));
    let words = show.tools.words;
    for person in show.tools.scene.with(Role::Child).chain(show.tools.scene.cast.survivors()) {
        let label = words.say_with("form-change_review-harm", &[("name", person.name.as_str().into())]);
        fields.push(show.asked(&harm_field(row, person.id), label, String::new(), 1));
    }
    Row { title, fields }
}
