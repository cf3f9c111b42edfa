//! The form of use of force: both adults used force, and the same questions are asked about each of them, side by side. It
//! decides nothing, and it never leaves the team.

use super::fault::Fault;
use super::field::{Field, Row, Section};
use super::raw::Raw;
use super::reading::{Reading, Tools};
use super::show::Show;
use super::writing::Writing;
use practice::kinds::pattern::{ForceAnswer, UseOfForce};
use practice::kinds::people::Role;
use practice::kinds::{BEHAVIOURS, Kind, PEOPLE};
use practice::text::Code;

/// The beginning of the names of the fields about the second adult.
const OTHER: &str = "other-";

/// Reads what is said of one adult.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<UseOfForce> {
    let person = reading.entry_required("person", PEOPLE, "form-error-person");
    let towards = reading.entry_required("towards", PEOPLE, "form-error-person");
    if person.is_some() && person == towards {
        reading.fault("towards", "refusal-same_person");
    }
    let mut answers = Vec::new();
    for code in questions(reading.tools, reading.raw) {
        if let Some(answer) = reading.text(&field(&code)) {
            answers.push(ForceAnswer { question: code, answer });
        }
    }
    let behaviours = reading.links("behaviours", BEHAVIOURS);
    if answers.is_empty() && !reading.faults.iter().any(|fault| fault.field.starts_with("answer_")) {
        let first = questions(reading.tools, reading.raw).first().map(field).unwrap_or_default();
        reading.fault(first, "refusal-missing-use_of_force-answers");
    }
    Some(UseOfForce { person: person?, towards: towards?, answers, behaviours })
}

/// What is said of each of the two, as a form of its own: with the beginning of the names of its fields. The second is the first
/// the other way round.
pub(crate) fn parts(raw: &Raw) -> Vec<(String, Raw)> {
    let said = |part: &Raw| part.iter().any(|(name, _)| name.starts_with("answer_") && part.has(name));
    let mut other = raw.part(OTHER, &is_of_both);
    other.set("person", raw.one("towards"));
    other.set("towards", raw.one("person"));
    match (said(raw), said(&other)) {
        (true, true) => vec![(String::new(), raw.clone()), (OTHER.to_owned(), other)],
        (false, true) => vec![(OTHER.to_owned(), other)],
        _ => vec![(String::new(), raw.clone())],
    }
}

/// Whether a field is asked once for both adults.
fn is_of_both(field: &str) -> bool {
    matches!(field, "when" | "label") || field.starts_with("known-") || field.starts_with("disputed-")
}

/// Where a fault of one part stands on the form.
pub(crate) fn placed(prefix: &str, fault: Fault) -> Fault {
    let both = is_of_both(&fault.field) || matches!(fault.field.as_str(), "person" | "towards");
    if both { fault } else { Fault { field: format!("{prefix}{}", fault.field), ..fault } }
}

/// The questions that are asked, and those of another pack that are answered already.
fn questions(tools: Tools<'_>, raw: &Raw) -> Vec<Code> {
    let mut codes: Vec<Code> =
        tools.pack.force_question.iter().filter(|q| !q.hidden).map(|question| question.code.clone()).collect();
    for (name, _) in raw.iter() {
        let known = name.strip_prefix("answer_").and_then(|code| Code::parse(code).ok());
        if let Some(code) = known.filter(|code| !codes.contains(code)) {
            codes.push(code);
        }
    }
    codes
}

fn field(code: &Code) -> String {
    format!("answer_{code}")
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, force: &UseOfForce) {
    writing.entry("person", Some(force.person));
    writing.entry("towards", Some(force.towards));
    for answer in &force.answers {
        writing.text(&field(&answer.question), Some(&answer.answer));
    }
    writing.links("behaviours", &force.behaviours);
}

/// Fills in who the two adults most likely are.
pub(crate) fn prefill(raw: &mut Raw, tools: Tools<'_>) {
    let scene = tools.scene;
    let asked = raw.one("person").to_owned();
    let [survivor, actor] = [scene.likely_survivor(), scene.likely_actor()].map(|id| id.map(|id| id.to_string()));
    let turned = actor.as_deref() == Some(asked.as_str());
    let (person, towards) = if turned { (actor, survivor) } else { (survivor, actor) };
    raw.set_if_blank("person", person.unwrap_or_default());
    raw.set_if_blank("towards", towards.unwrap_or_default());
}

/// Shows who the two adults are.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let adults = [Role::Survivor, Role::Perpetrator, Role::Undetermined];
    Section::plain(vec![show.person("person", &adults), show.person("towards", &adults)])
}

/// Shows the same questions about each of the two.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let name = |field: &str| {
        let id = show.raw.one(field).parse().ok();
        id.and_then(|id| show.tools.scene.name(id))
            .map_or_else(|| show.say("form-use_of_force-somebody"), str::to_owned)
    };
    let (first, second) = (name("person"), name("towards"));
    let mut sections = vec![block(show, &first, &second)];
    // One that is changed is about one adult.
    if !show.raw.has("base") {
        sections.push(block(&Show { prefix: OTHER, ..*show }, &second, &first));
    }
    sections
}

fn block(show: &Show<'_>, name: &str, other: &str) -> Section {
    let words = show.tools.words;
    let of_this = show.raw.part(show.prefix, &|_| false);
    let mut fields: Vec<Field> = questions(show.tools, &of_this)
        .iter()
        .map(|code| {
            let ask = words.force_question_more(code, "ask", name, other);
            let label = if ask.is_empty() { words.force_question(code) } else { ask };
            let hint = words.force_question_more(code, "definition", name, other);
            show.asked(&field(code), label, hint, 3)
        })
        .collect();
    fields.push(show.item("behaviours-0-to", Kind::Behaviour));
    let mut section = Section::plain(Vec::new());
    section.rows = vec![Row { title: words.say_with("form-use_of_force-about", &[("name", name.into())]), fields }];
    section.beside = !show.raw.has("base");
    if show.raw.has("base") {
        section.list = "behaviours".to_owned();
        section.rows.extend(show.rows_after_first("behaviours", Kind::Behaviour));
    }
    section
}
