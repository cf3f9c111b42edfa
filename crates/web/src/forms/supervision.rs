//! The form of a record of supervision: what went well first, then what was thought about, then what was agreed. It never
//! leaves the team.

use super::field::{Choice, Control, Field, Row, Section};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::supervision::{Agreed, Reflection, Supervision};
use practice::kinds::{ANY, Kind};
use practice::text::Code;
use practice::when::ApproxDate;

/// What a talk is most often about.
const ABOUT: [Kind; 6] = [
    Kind::Decision,
    Kind::RoleDecision,
    Kind::MappingSession,
    Kind::WorkerSafety,
    Kind::SystemResponse,
    Kind::Contact,
];

/// The questions of the pack, and those that were answered and are asked no more.
fn questions(show_or_read: (&super::raw::Raw, super::reading::Tools<'_>)) -> Vec<Code> {
    let (raw, tools) = show_or_read;
    let answered = |code: &Code| raw.has(&format!("answer_{code}"));
    let mut codes: Vec<Code> = tools
        .pack
        .reflection
        .iter()
        .filter(|question| !question.hidden || answered(&question.code))
        .map(|question| question.code.clone())
        .collect();
    let typed = raw.iter().filter_map(|(name, _)| Code::parse(name.strip_prefix("answer_")?).ok());
    for code in typed.collect::<Vec<_>>() {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Supervision> {
    let reason = reading.code("supervision_reason", "form-error-supervision-reason");
    let worker = reading.text("worker");
    let went_well = reading.text("went_well");
    let mut prompts = Vec::new();
    for question in questions((reading.raw, reading.tools)) {
        if let Some(answer) = reading.text(&format!("answer_{question}")) {
            prompts.push(Reflection { question, answer });
        }
    }
    let agreed = agreed(reading);
    let about = reading.entries("about", ANY);
    let read = Supervision { about, worker, reason: reason?, went_well, prompts, agreed };
    if !read.says_something() && reading.faults.is_empty() {
        reading.fault("went_well", "refusal-missing-supervision-went_well");
    }
    Some(read)
}

fn agreed(reading: &mut Reading<'_>) -> Vec<Agreed> {
    let mut all = Vec::new();
    for row in 0..reading.raw.rows("agreed") {
        let name = |part: &str| format!("agreed-{row}-{part}");
        let what = reading.text(&name("what"));
        let by = reading.day(&name("day"));
        let who = reading.text(&name("who"));
        let done = reading.day(&name("done"));
        match what {
            Some(what) => all.push(Agreed { what, by, who, done }),
            None if by.is_some() || who.is_some() || done.is_some() => {
                reading.fault(name("what"), "form-error-agreed-what");
            }
            None => {}
        }
    }
    all
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, supervision: &Supervision) {
    writing.raw.set("supervision_reason", supervision.reason.as_str());
    writing.text("worker", supervision.worker.as_ref());
    writing.text("went_well", supervision.went_well.as_ref());
    for prompt in &supervision.prompts {
        writing.text(&format!("answer_{}", prompt.question), Some(&prompt.answer));
    }
    for (row, agreed) in supervision.agreed.iter().enumerate() {
        writing.text(&format!("agreed-{row}-what"), Some(&agreed.what));
        writing.date(&format!("agreed-{row}-day"), agreed.by.map(ApproxDate::Day));
        writing.text(&format!("agreed-{row}-who"), agreed.who.as_ref());
        writing.date(&format!("agreed-{row}-done"), agreed.done.map(ApproxDate::Day));
    }
    writing.entries("about", &supervision.about);
}

/// Shows why it is held, and what went well.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let mut reasons = vec![show.blank("supervision_reason")];
    reasons.extend(super::pack::supervision_choices(show));
    Section::plain(vec![
        show.chosen("supervision_reason", Control::Select, reasons),
        show.line("worker"),
        show.area("went_well", 3),
    ])
}

/// Shows the questions to think about, what was agreed, and what it is about.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let words = show.tools.words;
    let ask = |code: Code| show.asked(&format!("answer_{code}"), words.reflection(&code), String::new(), 2);
    let prompts = questions((show.raw, show.tools)).into_iter().map(ask).collect();
    let prompts = Section {
        title: show.say("form-supervision-prompts-title"),
        hint: show.say("form-supervision-prompts-hint"),
        ..Section::plain(prompts)
    };
    let mut agreed = Section::plain(Vec::new());
    agreed.title = show.say("form-supervision-agreed-title");
    agreed.list = "agreed".to_owned();
    agreed.rows =
        (0..show.rows("agreed")).map(|row| Row { title: String::new(), fields: agreed_row(show, row) }).collect();
    let choices: Vec<Choice> = ABOUT
        .into_iter()
        .flat_map(|kind| {
            let group = words.name(kind);
            show.items(kind).into_iter().map(move |choice| Choice { group: group.clone(), ..choice })
        })
        .collect();
    let about = Section::detail(
        show.say("form-supervision-about-title"),
        vec![show.chosen("about", Control::Checks, choices)],
    );
    vec![prompts, agreed, about]
}

fn agreed_row(show: &Show<'_>, row: usize) -> Vec<Field> {
    let name = |part: &str| format!("agreed-{row}-{part}");
    vec![show.line(&name("what")), show.line(&name("who")), show.date(&name("day")), show.date(&name("done"))]
}
