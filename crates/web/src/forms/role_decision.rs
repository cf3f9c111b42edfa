//! The form of a role decision: which part somebody has, why, and, while it is not decided, what would decide it and when
//! it will be looked at again.

use super::field::{Control, Section};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::people::{Role, RoleDecision};
use practice::kinds::{Kind, PEOPLE, RELATIONSHIPS};
use practice::when::ApproxDate;

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<RoleDecision> {
    let person = reading.entry_required("person", PEOPLE, "form-error-person");
    let role: Option<Role> = reading.choice_required("role", "form-error-role");
    let relationship = reading.entry("relationship", RELATIONSHIPS);
    let period = reading.period("period");
    let reason = reading.text("reason_why");
    let review = reading.day("review");
    let open_questions = reading.lines("open_questions");
    if role == Some(Role::Undetermined) {
        if !reading.raw.has("review") {
            reading.fault("review", "form-error-review");
        }
        if open_questions.is_empty() {
            reading.fault("open_questions", "form-error-open_questions");
        }
    }
    Some(RoleDecision { person: person?, role: role?, relationship, period, reason, review, open_questions })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, decision: &RoleDecision) {
    writing.entry("person", Some(decision.person));
    writing.choice("role", &decision.role);
    writing.entry("relationship", decision.relationship);
    writing.period("period", decision.period.as_ref());
    writing.text("reason_why", decision.reason.as_ref());
    writing.date("review", decision.review.map(ApproxDate::Day));
    writing.lines("open_questions", &decision.open_questions);
}

/// Shows it.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![
        show.person("person", &[]),
        show.chosen("role", Control::Radios, show.codes(&Role::ALL)),
        show.area("reason_why", 4),
        show.list("open_questions", 3),
        show.date("review"),
    ])
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    vec![Section::folded(
        show.say("more-detail"),
        String::new(),
        vec![show.item("relationship", Kind::Relationship), show.date("period")],
    )]
}
