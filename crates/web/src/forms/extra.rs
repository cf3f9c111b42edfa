//! What the form of a new person asks besides: which part the person has, so that a child is a child on every page at once.

use super::fault::Fault;
use super::field::{Choice, Control, Section};
use super::kind::{self, Kept};
use super::raw::Raw;
use super::reading::{Tools, from_code};
use super::show::Show;
use practice::entry::Content;
use practice::ids::EntryId;
use practice::kinds::Body;
use practice::kinds::people::{Role, RoleDecision};
use practice::record::{Draft, Intent};
use uuid::Uuid;

/// The parts that can be given at once. "Not decided" needs questions and a date, and has its own form.
const AT_ONCE: [Role; 5] = [Role::Child, Role::Survivor, Role::Perpetrator, Role::Kin, Role::Professional];

/// The part of a new person, as an entry of its own in the same step.
pub(crate) fn role_of_new_person(
    person: EntryId,
    raw: &Raw,
    tools: Tools<'_>,
) -> Result<Option<Draft>, Vec<Fault>> {
    let code = raw.one("role");
    if code.is_empty() {
        return Ok(None);
    }
    let Some(role) = from_code::<Role>(code).filter(|role| AT_ONCE.contains(role)) else {
        return Err(vec![Fault::key("role", "form-error-not-offered")]);
    };
    let decision = RoleDecision {
        person,
        role,
        relationship: None,
        period: None,
        reason: None,
        review: None,
        open_questions: Vec::new(),
    };
    let mut reading = super::reading::Reading::new(raw, tools);
    let reason = reading.text("reason_why");
    if !reading.faults.is_empty() {
        return Err(reading.faults);
    }
    let body = Body::RoleDecision(RoleDecision { reason, ..decision });
    let envelope = super::envelope::read(&mut super::reading::Reading::new(raw, tools));
    let content: Content = kind::content(body, envelope, &Kept::default(), tools);
    // The same form sent twice names the same decision.
    let id = EntryId(Uuid::new_v5(&person.0, b"role"));
    Ok(Some(Draft { id, intent: Intent::Record(Box::new(content)) }))
}

/// The question itself.
pub(crate) fn role_section(show: &Show<'_>) -> Section {
    let mut choices = show.codes(&AT_ONCE);
    choices.push(Choice { words: show.say("form-person-role-later"), ..Choice::default() });
    Section::plain(vec![show.chosen("role", Control::Radios, choices), show.area("reason_why", 2)])
}
