//! Mapping sessions: what is prepared, what may be shown, which questions became whose action, who sees it differently, and
//! what came of it. Advice says what is still open, and which action asks again for what the survivor already does.

use super::decisions::{DissentLine, dissent};
use super::lines::{Envelope, Named, Reader};
use super::overview::says;
use crate::ids::EntryId;
use crate::kinds::session::MappingSession;
use crate::kinds::{Body, Effort, Kind};
use crate::project::{Projection, Seen};
use crate::text::Code;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Every mapping session of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SessionsView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The sessions, the last first.
    pub sessions: Vec<SessionView>,
}

/// One session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SessionView {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// What it is for.
    pub purpose: String,
    /// Who attends.
    pub attendees: Vec<AttendeeLine>,
    /// What is talked about.
    pub agenda: Vec<String>,
    /// Who agreed that it may be shown, and how.
    pub consent: Option<String>,
    /// What may be shown.
    pub material: Vec<MaterialLine>,
    /// Questions, each with the action it was turned into.
    pub questions: Vec<TurnedLine>,
    /// The actions that came of it.
    pub actions: Vec<ActionLine>,
    /// Who sees it differently.
    pub dissent: Vec<DissentLine>,
    /// What came of it.
    pub outcome: Option<String>,
    /// What somebody should look at once more.
    pub advice: Vec<SessionAdvice>,
}

/// Somebody who attends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AttendeeLine {
    /// Who.
    pub who: Named,
    /// From which agency.
    pub agency: Option<String>,
    /// The sector of it.
    pub sector: Option<Code>,
}

/// Something that may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MaterialLine {
    /// The entry.
    pub id: EntryId,
    /// Its kind.
    pub kind: Kind,
    /// What it says.
    pub says: String,
    /// The wording that is safe to use before others, where she agreed to one.
    pub wording: Option<String>,
    /// Whether it is withdrawn.
    pub withdrawn: bool,
}

/// A question and its action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TurnedLine {
    /// The question.
    pub unknown: EntryId,
    /// In words.
    pub question: String,
    /// Whether somebody has answered it since.
    pub answered: bool,
    /// The action.
    pub action: Option<EntryId>,
    /// In words.
    pub action_says: Option<String>,
}

/// An agency's action that came of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActionLine {
    /// The entry.
    pub id: EntryId,
    /// The agency that owns it.
    pub agency: String,
    /// What it will do.
    pub action: String,
    /// Who owns it there.
    pub owner: Option<Named>,
    /// By when.
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
    /// Whether it was done.
    pub done: bool,
}

/// What somebody should look at once more. Never a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum SessionAdvice {
    /// Something of hers may be shown, and nobody has written down that she agreed.
    NoConsent,
    /// An effort that is kept close may be shown, and no safe wording was agreed.
    NoSafeWording {
        /// The effort.
        effort: EntryId,
        /// What it says.
        says: String,
    },
    /// A question that nobody has taken on.
    NoAction {
        /// The question.
        unknown: EntryId,
        /// In words.
        question: String,
    },
    /// An action without a day.
    NoDate {
        /// The action.
        action: EntryId,
        /// What it says.
        says: String,
    },
    /// An action that asks again for what she already does.
    AlreadyDoes {
        /// The action.
        action: EntryId,
        /// What it says.
        says: String,
        /// The effort.
        effort: EntryId,
        /// Who does it already.
        actor: Named,
        /// What.
        act: String,
    },
}

/// Makes the view.
#[must_use]
pub fn sessions(projection: &Projection, as_of: Date) -> SessionsView {
    let reader = Reader::new(projection, as_of);
    let all = projection.of_kind(Kind::MappingSession).filter_map(|seen| one(&reader, seen));
    let mut sessions: Vec<SessionView> = all.collect();
    sessions.reverse();
    SessionsView { as_of, sessions }
}

/// One session. Nothing where the id names none, or one that is withdrawn.
#[must_use]
pub fn session(projection: &Projection, as_of: Date, id: EntryId) -> Option<SessionView> {
    let seen = projection.get(id).filter(|seen| !seen.withdrawn)?;
    one(&Reader::new(projection, as_of), seen)
}

/// The wordings that a survivor agreed to, of efforts that may be shown in a session and that others do not see as they are: what a
/// shared screen says of what is kept close. Only the wording, and only while it stands.
#[must_use]
pub fn agreed_wordings(team: &Projection, others: &Projection, session: EntryId) -> Vec<String> {
    let Some(Body::MappingSession(session)) = team.get(session).map(|seen| &seen.content.body) else {
        return Vec::new();
    };
    let hidden = session.material.iter().filter(|id| others.get(**id).is_none());
    hidden.filter_map(|id| wording(team, *id)).collect()
}

/// The wording that was agreed of an effort, while both stand.
fn wording(projection: &Projection, id: EntryId) -> Option<String> {
    match projection.get(id).filter(|seen| !seen.withdrawn).map(|seen| &seen.content.body) {
        Some(Body::Effort(effort)) => effort.safe_wording.as_ref().map(ToString::to_string),
        _ => None,
    }
}

fn one(reader: &Reader<'_>, seen: &Seen) -> Option<SessionView> {
    let Body::MappingSession(session) = &seen.content.body else { return None };
    let says_of = |id: EntryId| reader.projection.get(id).map(|seen| says(reader, &seen.content.body));
    let material = session.material.iter().filter_map(|id| {
        let seen = reader.projection.get(*id)?;
        let kind = seen.content.body.kind();
        Some(MaterialLine {
            id: *id,
            kind,
            says: says(reader, &seen.content.body),
            wording: wording(reader.projection, *id),
            withdrawn: seen.withdrawn,
        })
    });
    let questions = session.questions.iter().filter_map(|turned| {
        let Some(Body::Unknown(unknown)) = reader.projection.get(turned.unknown).map(|seen| &seen.content.body)
        else {
            return None;
        };
        Some(TurnedLine {
            unknown: turned.unknown,
            question: unknown.question.to_string(),
            answered: !unknown.is_open(),
            action: turned.action,
            action_says: turned.action.and_then(says_of),
        })
    });
    let (material, questions): (Vec<_>, Vec<_>) = (material.collect(), questions.collect());
    let actions = actions(reader, seen.id);
    let advice = advice(reader, session, &questions, &actions);
    Some(SessionView {
        envelope: reader.envelope(seen),
        purpose: session.purpose.to_string(),
        attendees: session
            .attendees
            .iter()
            .map(|attendee| AttendeeLine {
                who: reader.who(&attendee.who),
                agency: attendee.agency.as_ref().map(ToString::to_string),
                sector: attendee.sector.clone(),
            })
            .collect(),
        agenda: session.agenda.iter().map(ToString::to_string).collect(),
        consent: session.consent.as_ref().map(ToString::to_string),
        material,
        questions,
        actions,
        dissent: dissent(reader, &session.dissent),
        outcome: session.outcome.as_ref().map(ToString::to_string),
        advice,
    })
}

fn actions(reader: &Reader<'_>, session: EntryId) -> Vec<ActionLine> {
    let of = reader.projection.current().filter_map(|seen| match &seen.content.body {
        Body::AgencyAction(action) if action.session == Some(session) => Some(ActionLine {
            id: seen.id,
            agency: action.agency.to_string(),
            action: action.action.to_string(),
            owner: action.owner.as_ref().map(|who| reader.who(who)),
            by: action.by,
            done: action.done.is_some(),
        }),
        _ => None,
    });
    of.collect()
}

fn advice(
    reader: &Reader<'_>,
    session: &MappingSession,
    questions: &[TurnedLine],
    actions: &[ActionLine],
) -> Vec<SessionAdvice> {
    let mut found = Vec::new();
    let efforts: Vec<(EntryId, &Effort, bool)> = reader
        .projection
        .current()
        .filter_map(|seen| match &seen.content.body {
            Body::Effort(effort) => {
                Some((seen.id, effort, seen.content.label == crate::label::Label::Professional))
            }
            _ => None,
        })
        .collect();
    let shown: Vec<_> = efforts.iter().filter(|(id, ..)| session.material.contains(id)).collect();
    if !shown.is_empty() && session.consent.is_none() {
        found.push(SessionAdvice::NoConsent);
    }
    for (id, effort, open) in shown {
        if !open && effort.safe_wording.is_none() {
            found.push(SessionAdvice::NoSafeWording { effort: *id, says: effort.act.to_string() });
        }
    }
    for turned in questions.iter().filter(|turned| turned.action.is_none() && !turned.answered) {
        let question = turned.question.clone();
        found.push(SessionAdvice::NoAction { unknown: turned.unknown, question });
    }
    for action in actions {
        if action.by.is_none() && !action.done {
            found.push(SessionAdvice::NoDate { action: action.id, says: action.action.clone() });
        }
        let already = efforts.iter().find(|(_, effort, _)| much_alike(&action.action, effort.act.as_str()));
        if let Some((effort, does, _)) = already {
            found.push(SessionAdvice::AlreadyDoes {
                action: action.id,
                says: action.action.clone(),
                effort: *effort,
                actor: reader.person(does.actor),
                act: does.act.to_string(),
            });
        }
    }
    found
}

/// Whether two texts share three words of five letters or more, or two where one of them has hardly more. It is simple, so
/// that the advice can say why: these words stand in both.
fn much_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let mut words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() >= 5)
            .map(str::to_lowercase)
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let (one, other) = (words(one), words(other));
    let both = one.iter().filter(|word| other.contains(word)).count();
    both >= 3 || (both == 2 && one.len().min(other.len()) <= 4)
}

#[cfg(test)]
mod tests {
    use super::much_alike;

    #[test]
    fn an_action_that_asks_for_what_she_does_already_is_noticed() {
        assert!(much_alike(
            "Give the school office a password for whoever fetches the children",
            "Asked the school in writing to ring her first, and gave the office a password for whoever fetches the children."
        ));
        assert!(!much_alike("Speak with Craig about the step", "Lies down beside Kuba every night."));
        assert!(!much_alike("", ""));
    }
}
