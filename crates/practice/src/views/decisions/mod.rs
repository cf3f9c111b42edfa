//! The tests of decisions: each question with its answer, what speaks for and against it, what is missing, who sees it
//! differently, and whether somebody else has read it. Warnings are codes; there is no verdict and no recommendation.

mod conduct;
mod signed;

use super::lines::{Envelope, Named, Reader};
use super::overview::says;
use crate::ids::EntryId;
use crate::kinds::decision::{Answer, Decision, Dissent};
use crate::kinds::{Body, Kind};
use crate::label::Label;
use crate::pack::Pack;
use crate::project::{Projection, Seen};
use crate::source::Link;
use crate::test_pack::{Test, undone};
use crate::text::Code;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

pub use signed::{SignState, Signature, state_of};

/// Every decision of a case, with its test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TestsView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The decisions, the last first.
    pub decisions: Vec<DecisionView>,
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecisionView {
    /// Id, sources, label.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The present revision: what a sign-off is about.
    pub revision: u32,
    /// Who wrote it, each once.
    pub authors: Vec<String>,
    /// Which test.
    pub test: Code,
    /// The version that was answered.
    pub version: u32,
    /// For which children.
    pub children: Vec<Named>,
    /// What is proposed.
    pub proposal: String,
    /// Whom it names.
    pub person: Option<Named>,
    /// The main reasons.
    pub main_reasons: Option<String>,
    /// Every question, in the order of the test.
    pub questions: Vec<QuestionLine>,
    /// Who sees it differently.
    pub dissent: Vec<DissentLine>,
    /// Why it could not wait, and by when every question is answered.
    pub emergency: Option<EmergencyLine>,
    /// What was decided.
    pub decided: Option<DecidedLine>,
    /// By when the child is to be back.
    #[schemars(with = "Option<String>")]
    pub return_by: Option<Date>,
    /// Whether a second person has read it.
    pub signed: SignState,
    /// Every sign-off, in the order in which they were given.
    pub signatures: Vec<Signature>,
    /// What somebody should look at once more. Never a block.
    pub warnings: Vec<Warning>,
}

/// One question of a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuestionLine {
    /// Its code.
    pub question: Code,
    /// One of the three with which every test opens.
    pub opening: bool,
    /// Its place among the others, from 1. None: an opening one, or one of an earlier version.
    pub place: Option<usize>,
    /// The words in which it was asked. None: nobody has answered it, and it is asked in the words of the pack.
    pub asked: Option<String>,
    /// The answer. None: not answered yet.
    pub answer: Option<String>,
    /// What speaks for it.
    #[serde(rename = "for")]
    pub in_favour: Vec<Evidence>,
    /// What speaks against it.
    pub against: Vec<Evidence>,
    /// What is not known.
    pub missing: Option<String>,
}

/// An entry that speaks for an answer or against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Evidence {
    /// The entry.
    pub id: EntryId,
    /// Its kind.
    pub kind: Kind,
    /// What it says, in a line.
    pub says: String,
    /// Whether it is withdrawn.
    pub withdrawn: bool,
    /// Who makes the connection.
    pub by: Option<Named>,
    /// In which words.
    pub words: Option<String>,
}

/// Somebody sees it differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DissentLine {
    /// Who.
    pub by: Named,
    /// In their words.
    pub words: String,
    /// Who may see it, where that is fewer.
    pub label: Option<Label>,
}

/// It was done first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EmergencyLine {
    /// Why it could not wait.
    pub why: String,
    /// By when every question is answered.
    #[schemars(with = "String")]
    pub complete_by: Date,
    /// Whether every question is answered.
    pub complete: bool,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecidedLine {
    /// What.
    pub what: String,
    /// Whether it is what was proposed.
    pub as_proposed: bool,
    /// When.
    #[schemars(with = "String")]
    pub on: Date,
}

/// What somebody should look at once more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Warning {
    /// The main reasons are more about what a survivor did than about what the person who causes harm does.
    ReasonsAboutSurvivor {
        /// Whose conduct.
        survivor: Named,
        /// The sentences that are about it.
        sentences: Vec<String>,
        /// Who causes harm, and is not who the reasons are about.
        harm: Vec<Named>,
    },
    /// The answer is one that is no ground, and leads back to other questions.
    NoGround {
        /// The question.
        question: Code,
        /// The questions to go back to.
        back_to: Vec<Code>,
    },
    /// It was acted on, and not every question is answered.
    CompletionDue {
        /// By when.
        #[schemars(with = "String")]
        by: Date,
        /// Whether that day has gone by.
        past: bool,
        /// The questions.
        questions: Vec<Code>,
    },
    /// Questions without an answer.
    NotAnswered {
        /// The questions.
        questions: Vec<Code>,
    },
    /// Answers without an entry that speaks for or against them, and without a word on what is missing.
    NoEvidence {
        /// The questions.
        questions: Vec<Code>,
    },
    /// Evidence that was withdrawn since.
    EvidenceWithdrawn {
        /// The question.
        question: Code,
        /// The entry.
        entry: EntryId,
        /// What it says.
        says: String,
    },
    /// A child is moved, and there is no day of return.
    NoReturnDate,
    /// The day of return has gone by.
    ReturnDue {
        /// The day.
        #[schemars(with = "String")]
        by: Date,
    },
    /// It was answered in an earlier version of the test.
    EarlierVersion {
        /// That version.
        answered: u32,
        /// The version that is asked now.
        now: u32,
    },
}

/// Makes the view.
#[must_use]
pub fn tests(projection: &Projection, pack: &Pack, as_of: Date) -> TestsView {
    let reader = Reader::new(projection, as_of);
    let decisions = projection.of_kind(Kind::Decision).filter_map(|seen| one(&reader, pack, seen));
    let mut decisions: Vec<DecisionView> = decisions.collect();
    decisions.reverse();
    TestsView { as_of, decisions }
}

/// One decision. Nothing where the id names none, or one that is withdrawn.
#[must_use]
pub fn decision(projection: &Projection, pack: &Pack, as_of: Date, id: EntryId) -> Option<DecisionView> {
    let seen = projection.get(id).filter(|seen| !seen.withdrawn)?;
    one(&Reader::new(projection, as_of), pack, seen)
}

fn one(reader: &Reader<'_>, pack: &Pack, seen: &Seen) -> Option<DecisionView> {
    let Body::Decision(decision) = &seen.content.body else { return None };
    let test = pack.test(&decision.test);
    let questions = questions(reader, test, decision);
    let mut authors: Vec<String> = Vec::new();
    for step in &seen.history {
        if !authors.iter().any(|known| *known == step.author.name.to_string()) {
            authors.push(step.author.name.to_string());
        }
    }
    let (signed, signatures) = state_of(reader, seen, decision.decided.is_some());
    let open = test.map(|test| undone(test, decision)).unwrap_or_default();
    Some(DecisionView {
        envelope: reader.envelope(seen),
        revision: seen.revision,
        authors,
        test: decision.test.clone(),
        version: decision.version,
        children: decision.children.iter().map(|id| reader.person(*id)).collect(),
        proposal: decision.proposal.to_string(),
        person: decision.person.map(|id| reader.person(id)),
        main_reasons: decision.main_reasons.as_ref().map(ToString::to_string),
        dissent: dissent(reader, &decision.dissent),
        emergency: decision.emergency.as_ref().map(|emergency| EmergencyLine {
            why: emergency.why.to_string(),
            complete_by: emergency.complete_by,
            complete: open.is_empty(),
        }),
        decided: decision.decided.as_ref().map(|decided| DecidedLine {
            what: decided.what.to_string(),
            as_proposed: decided.as_proposed,
            on: decided.on,
        }),
        return_by: decision.return_by,
        signed,
        signatures,
        warnings: warnings(reader, test, decision, &questions, open),
        questions,
    })
}

/// Who sees it differently, with names.
#[must_use]
pub fn dissent(reader: &Reader<'_>, dissent: &[Dissent]) -> Vec<DissentLine> {
    let line =
        |one: &Dissent| DissentLine { by: reader.who(&one.by), words: one.words.to_string(), label: one.label };
    dissent.iter().map(line).collect()
}

fn questions(reader: &Reader<'_>, test: Option<&Test>, decision: &Decision) -> Vec<QuestionLine> {
    let mut all: Vec<QuestionLine> = Vec::new();
    for question in test.into_iter().flat_map(|test| &test.questions) {
        let place = test.and_then(|test| test.place(&question.code));
        all.push(line(reader, question.code.clone(), question.opening, place, decision.answer(&question.code)));
    }
    // What was asked in an earlier version, or by another pack, stays.
    for answer in &decision.answers {
        if !all.iter().any(|known| known.question == answer.question) {
            all.push(line(reader, answer.question.clone(), false, None, Some(answer)));
        }
    }
    all
}

fn line(
    reader: &Reader<'_>,
    question: Code,
    opening: bool,
    place: Option<usize>,
    answer: Option<&Answer>,
) -> QuestionLine {
    let evidence = |links: &[Link]| links.iter().filter_map(|link| self::evidence(reader, link)).collect();
    QuestionLine {
        question,
        opening,
        place,
        asked: answer.map(|answer| answer.asked.to_string()),
        answer: answer.and_then(|answer| answer.answer.as_ref()).map(ToString::to_string),
        in_favour: answer.map(|answer| evidence(&answer.in_favour)).unwrap_or_default(),
        against: answer.map(|answer| evidence(&answer.against)).unwrap_or_default(),
        missing: answer.and_then(|answer| answer.missing.as_ref()).map(ToString::to_string),
    }
}

fn evidence(reader: &Reader<'_>, link: &Link) -> Option<Evidence> {
    let seen = reader.projection.get(link.to)?;
    Some(Evidence {
        id: link.to,
        kind: seen.content.body.kind(),
        says: says(reader, &seen.content.body),
        withdrawn: seen.withdrawn,
        by: link.basis.as_ref().map(|basis| reader.who(&basis.by)),
        words: link.basis.as_ref().and_then(|basis| basis.words.as_ref()).map(ToString::to_string),
    })
}

fn warnings(
    reader: &Reader<'_>,
    test: Option<&Test>,
    decision: &Decision,
    questions: &[QuestionLine],
    open: Vec<Code>,
) -> Vec<Warning> {
    let mut found = Vec::new();
    if let Some(reasons) = &decision.main_reasons {
        found.extend(conduct::about_survivor(reader, reasons.as_str()));
    }
    for question in test.into_iter().flat_map(|test| &test.questions) {
        let answer = decision.answer(&question.code).and_then(|answer| answer.answer.as_ref());
        if let (Some(caution), Some(answer)) = (&question.caution, answer)
            && caution.fits(answer.as_str())
        {
            found.push(Warning::NoGround { question: question.code.clone(), back_to: caution.back_to.clone() });
        }
    }
    match &decision.emergency {
        Some(emergency) if !open.is_empty() => found.push(Warning::CompletionDue {
            by: emergency.complete_by,
            past: emergency.complete_by < reader.as_of,
            questions: open,
        }),
        None if !open.is_empty() => found.push(Warning::NotAnswered { questions: open }),
        _ => {}
    }
    let bare = |line: &&QuestionLine| {
        line.answer.is_some() && line.in_favour.is_empty() && line.against.is_empty() && line.missing.is_none()
    };
    let bare: Vec<Code> = questions.iter().filter(bare).map(|line| line.question.clone()).collect();
    if !bare.is_empty() {
        found.push(Warning::NoEvidence { questions: bare });
    }
    for line in questions {
        for gone in line.in_favour.iter().chain(&line.against).filter(|evidence| evidence.withdrawn) {
            found.push(Warning::EvidenceWithdrawn {
                question: line.question.clone(),
                entry: gone.id,
                says: gone.says.clone(),
            });
        }
    }
    let moved = decision.decided.as_ref().is_some_and(|decided| decided.as_proposed);
    if test.is_some_and(|test| test.returns.is_some()) && moved {
        match decision.return_by {
            None => found.push(Warning::NoReturnDate),
            Some(by) if by < reader.as_of => found.push(Warning::ReturnDue { by }),
            Some(_) => {}
        }
    }
    if let Some(test) = test.filter(|test| test.version != decision.version) {
        found.push(Warning::EarlierVersion { answered: decision.version, now: test.version });
    }
    found
}
