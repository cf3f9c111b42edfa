//! Before a decision, a meeting or a paper: which of a survivor's efforts an audience would miss, with the wording that is safe
//! to say, and which answers would be left out. For whoever works the case, and for nobody else.

use super::lines::{Named, Reader};
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::label::Label;
use crate::project::Projection;
use crate::text::Code;
use jiff::civil::Date;
use serde::Serialize;

/// What an audience would miss. It is never part of anything that leaves, and has no schema for that reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missed {
    /// Efforts.
    pub efforts: Vec<MissedEffort>,
    /// Questions of a decision whose answer rests on what stays here.
    pub answers: Vec<MissedAnswer>,
}

/// An effort that the audience would not see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MissedEffort {
    /// The effort.
    pub id: EntryId,
    /// Who.
    pub actor: Named,
    /// What, in plain words: for the case worker only.
    pub act: String,
    /// The wording that is safe to say.
    pub safe_wording: Option<String>,
    /// Whom she wants to hear it.
    pub wants_heard_by: Option<String>,
    /// Why it is missed.
    pub why: Why,
}

/// Why an effort is missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Its label keeps it here.
    Label(Label),
    /// The behaviour that explains it is not seen there either.
    Unexplained,
}

/// An answer that the audience would not see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MissedAnswer {
    /// The question.
    pub question: Code,
    /// In the words in which it was asked.
    pub asked: String,
}

/// Compares what the team has with what an audience would have; with the answers of one decision, where it is about one.
#[must_use]
pub fn missed(team: &Projection, audience: &Projection, as_of: Date, decision: Option<EntryId>) -> Missed {
    let reader = Reader::new(team, as_of);
    let efforts = team.current().filter(|seen| audience.get(seen.id).is_none()).filter_map(|seen| {
        let Body::Effort(effort) = &seen.content.body else { return None };
        let here = reader.cast.get(effort.actor).is_some_and(|person| !person.elsewhere);
        here.then(|| MissedEffort {
            id: seen.id,
            actor: reader.person(effort.actor),
            act: effort.act.to_string(),
            safe_wording: effort.safe_wording.as_ref().map(ToString::to_string),
            wants_heard_by: effort.wants_heard_by.as_ref().map(ToString::to_string),
            why: match seen.content.label {
                Label::Professional => Why::Unexplained,
                label => Why::Label(label),
            },
        })
    });
    let answers =
        |projection: &Projection| match decision.and_then(|id| projection.get(id)).map(|s| &s.content.body) {
            Some(Body::Decision(decision)) => decision.answers.clone(),
            _ => Vec::new(),
        };
    let there = answers(audience);
    let missing = answers(team).into_iter().filter(|own| !there.iter().any(|other| other.question == own.question));
    Missed {
        efforts: efforts.collect(),
        answers: missing
            .map(|answer| MissedAnswer { question: answer.question, asked: answer.asked.to_string() })
            .collect(),
    }
}
