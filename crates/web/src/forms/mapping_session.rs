//! The form of a mapping session: who attends, what is talked about, what may be shown, which questions became whose action,
//! who sees it differently, and what came of it.

use super::dissent;
use super::field::{Choice, Control, Field, Row, Section};
use super::pack::sector_choices_of;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::people::Role;
use practice::kinds::session::{Attendee, MappingSession, Turned};
use practice::kinds::{ANY, Kind};
use practice::text::Code;

/// What can be shown in a session.
const MATERIAL: [Kind; 6] =
    [Kind::Behaviour, Kind::Effort, Kind::Impact, Kind::Intersection, Kind::SystemResponse, Kind::Contact];

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<MappingSession> {
    let purpose = reading.text_required("purpose", "form-error-session-purpose");
    let attendees = attendees(reading);
    if attendees.is_empty() && !reading.faults.iter().any(|fault| fault.field.starts_with("attendees-")) {
        reading.fault("attendees-0-who", "refusal-missing-mapping_session-attendees");
    }
    let agenda = reading.lines("agenda");
    let material = reading.entries("material", ANY);
    let consent = reading.text("consent");
    let questions = questions(reading);
    let dissent = dissent::read(reading);
    let outcome = reading.text("outcome");
    Some(MappingSession { purpose: purpose?, attendees, agenda, material, consent, questions, dissent, outcome })
}

fn attendees(reading: &mut Reading<'_>) -> Vec<Attendee> {
    let mut all = Vec::new();
    for row in 0..reading.raw.rows("attendees") {
        let name = |part: &str| format!("attendees-{row}-{part}");
        let who = reading.who(&name("who"));
        let agency = reading.text(&name("agency"));
        let sector: Option<Code> = reading.codes(&name("sector")).into_iter().next();
        let said = [name("who"), name("who-other")].iter().any(|field| reading.raw.has(field));
        match who {
            Some(who) => all.push(Attendee { who, agency, sector }),
            None if !said && (agency.is_some() || sector.is_some()) => {
                reading.fault(name("who"), "form-error-attendee");
            }
            None => {}
        }
    }
    all
}

fn questions(reading: &mut Reading<'_>) -> Vec<Turned> {
    let mut all: Vec<Turned> = Vec::new();
    for row in 0..reading.raw.rows("questions") {
        let name = |part: &str| format!("questions-{row}-{part}");
        let action = reading.entry(&name("action"), &[Kind::AgencyAction]);
        match reading.entry(&name("unknown"), &[Kind::Unknown]) {
            Some(unknown) if all.iter().any(|known| known.unknown == unknown) => {
                reading.fault(name("unknown"), "form-error-twice");
            }
            Some(unknown) => all.push(Turned { unknown, action }),
            None if action.is_some() => reading.fault(name("unknown"), "form-error-link-to"),
            None => {}
        }
    }
    all
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, session: &MappingSession) {
    writing.text("purpose", Some(&session.purpose));
    for (row, attendee) in session.attendees.iter().enumerate() {
        writing.who(&format!("attendees-{row}-who"), &attendee.who);
        writing.text(&format!("attendees-{row}-agency"), attendee.agency.as_ref());
        if let Some(sector) = &attendee.sector {
            writing.raw.set(format!("attendees-{row}-sector"), sector.as_str());
        }
    }
    writing.lines("agenda", &session.agenda);
    writing.entries("material", &session.material);
    writing.text("consent", session.consent.as_ref());
    for (row, turned) in session.questions.iter().enumerate() {
        writing.entry(&format!("questions-{row}-unknown"), Some(turned.unknown));
        writing.entry(&format!("questions-{row}-action"), turned.action);
    }
    dissent::write(writing, &session.dissent);
    writing.text("outcome", session.outcome.as_ref());
}

/// Shows what it is for and what is talked about.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![show.line("purpose"), show.list("agenda", 4)])
}

/// Shows the rest, in the order in which it is filled in: before, during and after.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let mut attendees = Section::plain(Vec::new());
    attendees.title = show.say("form-mapping_session-attendees-title");
    attendees.hint = show.say("form-mapping_session-attendees-hint");
    attendees.list = "attendees".to_owned();
    attendees.rows = (0..show.rows("attendees"))
        .map(|row| Row { title: String::new(), fields: attendee_row(show, row) })
        .collect();
    let choices: Vec<Choice> = MATERIAL
        .into_iter()
        .flat_map(|kind| {
            let group = show.tools.words.name(kind);
            show.items(kind).into_iter().map(move |choice| Choice { group: group.clone(), ..choice })
        })
        .collect();
    let material = Section {
        title: show.say("form-mapping_session-material-title"),
        hint: show.say("form-mapping_session-material-hint"),
        ..Section::plain(vec![show.area("consent", 2), show.chosen("material", Control::Checks, choices)])
    };
    let mut questions = Section::folded(
        show.say("form-mapping_session-questions-title"),
        show.say("form-mapping_session-questions-hint"),
        Vec::new(),
    );
    questions.list = "questions".to_owned();
    questions.rows = (0..show.rows("questions"))
        .map(|row| Row { title: String::new(), fields: question_row(show, row) })
        .collect();
    questions.open = show.asks_for("questions") || questions.has_fault() || show.raw.rows("questions") > 0;
    let outcome = Section {
        title: show.say("form-mapping_session-outcome-title"),
        ..Section::plain(vec![show.area("outcome", 3)])
    };
    vec![attendees, material, questions, dissent::section(show), outcome]
}

fn attendee_row(show: &Show<'_>, row: usize) -> Vec<Field> {
    let name = |part: &str| format!("attendees-{row}-{part}");
    let mut fields: Vec<Field> = show.who(&name("who"), &[Role::Professional, Role::Kin]).into();
    fields.push(show.line(&name("agency")));
    let mut sectors = vec![show.blank(&name("sector"))];
    sectors.extend(sector_choices_of(show, &name("sector")));
    fields.push(show.chosen(&name("sector"), Control::Select, sectors));
    fields
}

fn question_row(show: &Show<'_>, row: usize) -> Vec<Field> {
    let name = |part: &str| format!("questions-{row}-{part}");
    let mut actions = vec![show.blank(&name("action"))];
    actions.extend(show.items(Kind::AgencyAction));
    vec![show.item(&name("unknown"), Kind::Unknown), show.chosen(&name("action"), Control::Select, actions)]
}
