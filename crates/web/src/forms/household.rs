//! The form of a household: what to call it and who lives there, or did. Never an address.

use super::field::{Row, Section};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::PEOPLE;
use practice::kinds::people::{Household, Member, Role};

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Household> {
    let name = reading.text_required("name", "form-error-household-name");
    let mut members: Vec<Member> = Vec::new();
    // Ticked at once, or a row each with a time of their own.
    for person in reading.entries("people", PEOPLE) {
        members.push(Member { person, period: None });
    }
    for row in 0..reading.raw.rows("members") {
        let person = reading.entry(&format!("members-{row}-person"), PEOPLE);
        let period = reading.period(&format!("members-{row}-period"));
        match person {
            Some(person) => {
                members.retain(|member| !(member.person == person && member.period.is_none()));
                members.push(Member { person, period });
            }
            None if period.is_some() => reading.fault(format!("members-{row}-person"), "form-error-person"),
            None => {}
        }
    }
    if members.is_empty() {
        reading.fault("people", "refusal-missing-household-members");
    }
    Some(Household { name: name?, members })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, household: &Household) {
    writing.text("name", Some(&household.name));
    let (always, while_then): (Vec<&Member>, Vec<&Member>) =
        household.members.iter().partition(|member| member.period.is_none());
    for member in always {
        writing.raw.push("people", member.person.to_string());
    }
    for (row, member) in while_then.into_iter().enumerate() {
        writing.entry(&format!("members-{row}-person"), Some(member.person));
        writing.period(&format!("members-{row}-period"), member.period.as_ref());
    }
}

/// Shows it.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![show.line("name"), show.persons("people", &[Role::Child])])
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let words = show.tools.words;
    let mut rows = Section::folded(words.say("form-members-title"), words.say("form-members-hint"), Vec::new());
    rows.list = "members".to_owned();
    rows.rows = (0..show.rows("members"))
        .map(|row| Row {
            title: String::new(),
            fields: vec![
                show.person(&format!("members-{row}-person"), &[]),
                show.date(&format!("members-{row}-period")),
            ],
        })
        .collect();
    rows.open = show.raw.one("more") == "members" || rows.has_fault() || show.raw.rows("members") > 0;
    vec![rows]
}
