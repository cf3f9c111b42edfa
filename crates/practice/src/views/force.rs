//! Both adults used force: the same questions for both, side by side. It decides nothing, and it is for the team only: the
//! answers are entries that no audience outside ever has.

use super::lines::{BehaviourLine, Envelope, Named, Reader};
use super::work::Titled;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::pattern::Force;
use crate::pack::Pack;
use crate::project::Projection;
use crate::text::Code;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Use of force by more than one adult.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ForceView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// Each two adults about whom it is asked.
    pub pairs: Vec<ForcePair>,
}

/// Two adults.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ForcePair {
    /// The two, in the order of the list of people. Which stands first means nothing.
    pub people: [Named; 2],
    /// What each did to the other.
    pub acts: [Vec<BehaviourLine>; 2],
    /// Every question of the pack, asked about both.
    pub questions: Vec<ForceRow>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ForceRow {
    /// A code of the pack.
    pub question: Code,
    /// What is known of each. Empty: not yet asked.
    pub answers: [Vec<ForceAnswerLine>; 2],
}

/// What is known of one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ForceAnswerLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// In plain words.
    pub answer: String,
    /// The acts it is about.
    pub behaviours: Vec<Titled>,
}

/// Makes the view.
#[must_use]
pub fn force(projection: &Projection, pack: &Pack, as_of: Date) -> ForceView {
    let reader = Reader::new(projection, as_of);
    let behaviours = reader.behaviours();
    let place = |id: EntryId| reader.cast.people.iter().position(|person| person.id == id);
    let mut pairs: Vec<(EntryId, EntryId)> = Vec::new();
    let mut add = |one: EntryId, other: EntryId| {
        let pair = if place(one) <= place(other) { (one, other) } else { (other, one) };
        if one != other && !pairs.contains(&pair) {
            pairs.push(pair);
        }
    };
    for seen in projection.current() {
        if let Body::UseOfForce(force) = &seen.content.body {
            add(force.person, force.towards);
        }
    }
    // Force that is not said to be control, against somebody who is recorded to use force as well.
    for line in behaviours.iter().filter(|line| line.force != Force::Control) {
        for target in &line.targets {
            let back = behaviours.iter().any(|other| {
                other.actor.id == target.id && other.targets.iter().any(|person| person.id == line.actor.id)
            });
            if let (Some(one), Some(other), true) = (line.actor.id, target.id, back) {
                add(one, other);
            }
        }
    }
    ForceView { as_of, pairs: pairs.into_iter().map(|pair| self::pair(&reader, pack, &behaviours, pair)).collect() }
}

fn pair(
    reader: &Reader<'_>,
    pack: &Pack,
    behaviours: &[BehaviourLine],
    (one, other): (EntryId, EntryId),
) -> ForcePair {
    let acts = |actor: EntryId, target: EntryId| -> Vec<BehaviourLine> {
        let between = |line: &&BehaviourLine| {
            line.actor.id == Some(actor) && line.targets.iter().any(|person| person.id == Some(target))
        };
        behaviours.iter().filter(between).cloned().collect()
    };
    let mut codes: Vec<Code> =
        pack.force_question.iter().filter(|question| !question.hidden).map(|q| q.code.clone()).collect();
    for seen in reader.projection.current() {
        if let Body::UseOfForce(force) = &seen.content.body {
            let between = [force.person, force.towards];
            for answer in &force.answers {
                if between.contains(&one) && between.contains(&other) && !codes.contains(&answer.question) {
                    codes.push(answer.question.clone());
                }
            }
        }
    }
    let questions = codes
        .into_iter()
        .map(|question| ForceRow {
            answers: [answers(reader, &question, one, other), answers(reader, &question, other, one)],
            question,
        })
        .collect();
    ForcePair {
        people: [reader.person(one), reader.person(other)],
        acts: [acts(one, other), acts(other, one)],
        questions,
    }
}

fn answers(reader: &Reader<'_>, question: &Code, person: EntryId, towards: EntryId) -> Vec<ForceAnswerLine> {
    reader
        .projection
        .current()
        .filter_map(|seen| match &seen.content.body {
            Body::UseOfForce(force) if force.person == person && force.towards == towards => Some((seen, force)),
            _ => None,
        })
        .flat_map(|(seen, force)| {
            let of = force.answers.iter().filter(|answer| answer.question == *question);
            of.map(move |answer| ForceAnswerLine {
                envelope: reader.envelope(seen),
                answer: answer.answer.to_string(),
                behaviours: reader.titles(&force.behaviours),
            })
        })
        .collect()
}
