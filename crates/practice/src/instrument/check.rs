//! Whether an instrument fits together: every code once, every condition about an earlier question and an answer it offers, no
//! circle, everything that a paper needs.

use super::{Form, GoesTo, Instrument, Question, Test};
use crate::kinds::Kind;
use crate::text::Code;
use std::collections::{BTreeMap, BTreeSet};

/// What does not fit together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InstrumentFault {
    /// A code stands twice.
    #[error("the code “{0}” stands twice: give one of them another code")]
    Twice(Code),
    /// A condition about a question that is not there.
    #[error("question “{question}” is asked depending on “{on}”, and there is no such question: check its code")]
    NoSuchQuestion {
        /// The question that depends.
        question: Code,
        /// On what.
        on: Code,
    },
    /// A condition about an answer that is not offered.
    #[error(
        "question “{question}” waits for the answer “{answer}” to “{on}”, which does not offer it: check the code of the answer"
    )]
    NoSuchAnswer {
        /// The question that depends.
        question: Code,
        /// On what.
        on: Code,
        /// The answer.
        answer: String,
    },
    /// Questions that wait for one another.
    #[error("these questions wait for one another, so that none of them is ever asked: {}: take one of the conditions out", path(.0))]
    Circle(Vec<Code>),
    /// A condition about a question that comes later.
    #[error("question “{question}” depends on “{on}”, which is asked after it: move one of them")]
    AskedLater {
        /// The question that depends.
        question: Code,
        /// On what.
        on: Code,
    },
    /// Nothing to choose from.
    #[error("question “{0}” has nothing to choose from: add choices, or another kind of answer")]
    NothingToChoose(Code),
    /// An answer that can go nowhere.
    #[error(
        "the answer to “{question}” goes together with that to “{with}”, which becomes no entry of the same kind"
    )]
    GoesNowhere {
        /// The question.
        question: Code,
        /// With which answer.
        with: Code,
    },
    /// Daily care without its area.
    #[error("question “{0}” is about daily care and names no area: add goes_to = \"daily_care care area=…\"")]
    NoArea(Code),
    /// No words that are safe to carry.
    #[error("question “{0}” has no cue for the paper that is safe to carry: add cue = {{ en = \"…\" }}")]
    NoCue(Code),
    /// Words in no language.
    #[error("question “{0}” has no words: add ask = {{ en = \"…\" }}")]
    NoWords(Code),
}

/// The questions of a circle, one after the other.
fn path(codes: &[Code]) -> String {
    codes.iter().map(Code::as_str).collect::<Vec<_>>().join(" → ")
}

impl InstrumentFault {
    /// The question it is about.
    #[must_use]
    pub fn question(&self) -> Option<&Code> {
        match self {
            Self::Twice(code)
            | Self::NothingToChoose(code)
            | Self::NoArea(code)
            | Self::NoCue(code)
            | Self::NoWords(code) => Some(code),
            Self::NoSuchQuestion { question, .. }
            | Self::NoSuchAnswer { question, .. }
            | Self::AskedLater { question, .. }
            | Self::GoesNowhere { question, .. } => Some(question),
            Self::Circle(codes) => codes.first(),
        }
    }
}

impl Instrument {
    /// Everything that does not fit together. Empty when it can be used.
    #[must_use]
    pub fn faults(&self) -> Vec<InstrumentFault> {
        let mut found = Vec::new();
        let mut places: BTreeMap<&Code, (usize, &Question)> = BTreeMap::new();
        for (at, (_, question)) in self.questions().enumerate() {
            if places.insert(&question.code, (at, question)).is_some() {
                found.push(InstrumentFault::Twice(question.code.clone()));
            }
        }
        let waits = self.waits();
        found.extend(circle(&waits).map(InstrumentFault::Circle));
        for (section, question) in self.questions() {
            let tests = section.show_if.iter().chain(&question.show_if);
            for (on, answer) in tests.flat_map(Test::asks) {
                found.extend(waits_for(question, on, answer, &places));
            }
            found.extend(alone(question));
            if let Some(GoesTo { into: Some(with), kind, .. }) = &question.goes_to {
                let same = |other: &Question| {
                    other.goes_to.as_ref().is_some_and(|to| to.kind == *kind && to.into.is_none())
                };
                if !self.question(with).is_some_and(same) {
                    found
                        .push(InstrumentFault::GoesNowhere { question: question.code.clone(), with: with.clone() });
                }
            }
        }
        found
    }

    /// Which question waits for which.
    fn waits(&self) -> BTreeMap<&Code, BTreeSet<&Code>> {
        self.questions()
            .map(|(section, question)| {
                let tests = section.show_if.iter().chain(&question.show_if);
                (&question.code, tests.flat_map(Test::asks).map(|(on, _)| on).collect())
            })
            .collect()
    }
}

fn waits_for(
    question: &Question,
    on: &Code,
    answer: Option<&str>,
    places: &BTreeMap<&Code, (usize, &Question)>,
) -> Option<InstrumentFault> {
    let code = || question.code.clone();
    let Some((at, asked)) = places.get(on) else {
        return Some(InstrumentFault::NoSuchQuestion { question: code(), on: on.clone() });
    };
    if places.get(&question.code).is_some_and(|(own, _)| at >= own) {
        return Some(InstrumentFault::AskedLater { question: code(), on: on.clone() });
    }
    let offers = |answer: &str| match asked.answer {
        Form::One | Form::Many => asked.choices.iter().any(|choice| choice.code.as_str() == answer),
        Form::YesNo => matches!(answer, "yes" | "no"),
        _ => true,
    };
    answer.filter(|answer| !offers(answer)).map(|answer| InstrumentFault::NoSuchAnswer {
        question: code(),
        on: on.clone(),
        answer: answer.to_owned(),
    })
}

/// What is wrong with a question by itself.
fn alone(question: &Question) -> Option<InstrumentFault> {
    let code = || question.code.clone();
    let area = |to: &GoesTo| to.kind == Kind::DailyCare && !to.fixed("area").is_empty();
    match question.answer {
        _ if question.ask.0.values().all(|words| words.trim().is_empty()) => Some(InstrumentFault::NoWords(code())),
        Form::One | Form::Many if question.choices.is_empty() => Some(InstrumentFault::NothingToChoose(code())),
        Form::CareRow if !question.goes_to.as_ref().is_some_and(area) => Some(InstrumentFault::NoArea(code())),
        Form::Note => None,
        _ if question.cue.is_none() => Some(InstrumentFault::NoCue(code())),
        _ => None,
    }
}

/// The first circle there is, with the question it comes back to at its end.
fn circle(waits: &BTreeMap<&Code, BTreeSet<&Code>>) -> Option<Vec<Code>> {
    let mut done: BTreeSet<&Code> = BTreeSet::new();
    for start in waits.keys() {
        // (question, what it waits for and has not been followed yet)
        let mut way: Vec<(&Code, Vec<&Code>)> = Vec::new();
        let mut next = Some(*start);
        while let Some(code) = next.take() {
            if let Some(from) = way.iter().position(|(known, _)| *known == code) {
                let circle = way.iter().skip(from).map(|(code, _)| (*code).clone());
                return Some(circle.chain([code.clone()]).collect());
            }
            if !done.contains(code) {
                way.push((code, waits.get(code).into_iter().flatten().copied().collect()));
            }
            while let Some((code, rest)) = way.last_mut() {
                if let Some(follow) = rest.pop() {
                    next = Some(follow);
                    break;
                }
                done.insert(code);
                way.pop();
            }
        }
    }
    None
}
