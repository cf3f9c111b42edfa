//! Instruments: the questions of the practice as data. Sections, questions by role, prompts, follow-ups, when a question is
//! asked, and where its answer goes. Pure: who may have what is decided before, and nothing here knows a page.
//!
//! The base instruments are ours (`packs/base/instruments/`); an agency can bring its own as an XLSForm. An answer never
//! becomes an entry by itself: it becomes a proposal that somebody confirms, changes or leaves.

mod check;
mod known;
mod propose;
mod route;
mod shown;
mod test;

pub use check::InstrumentFault;
pub use known::{KnownFrom, known};
pub use propose::{Proposal, Put, proposals};
pub use route::GoesTo;
pub use shown::{Asked, Given, asked};
pub use test::{Test, TestError};

use crate::kinds::people::Role;
use crate::label::Label;
use crate::pack::AgeBand;
use crate::text::Code;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Words in one language or several, by BCP 47 tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(pub BTreeMap<String, String>);

impl Texts {
    /// The words in a language; else in English; else in the first language there is. With the language they are in.
    #[must_use]
    pub fn of<'a>(&'a self, language: &'a str) -> (&'a str, &'a str) {
        let found = self.0.get_key_value(language).or_else(|| self.0.get_key_value("en"));
        found.or_else(|| self.0.iter().next()).map_or(("", language), |(tag, words)| (words.as_str(), tag.as_str()))
    }

    /// The words in a language, without saying which they are in.
    #[must_use]
    pub fn in_words(&self, language: &str) -> String {
        self.of(language).0.to_owned()
    }
}

/// For whom an instrument is. A part in the case, never a gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForWhom {
    /// The survivor, alone.
    Survivor,
    /// The person who causes harm, alone. What is shown as known is made only from what is usable with that person.
    Perpetrator,
    /// Each adult in turn, with the same questions.
    EachAdult,
    /// A child, by age.
    Child,
    /// The team, about somebody.
    Team,
}

impl ForWhom {
    /// The parts a person may have to be asked, or to be the one it is about.
    #[must_use]
    pub fn parts(self) -> &'static [Role] {
        match self {
            Self::Survivor => &[Role::Survivor],
            Self::Perpetrator => &[Role::Perpetrator],
            Self::EachAdult => &[Role::Survivor, Role::Perpetrator, Role::Undetermined],
            Self::Child => &[Role::Child],
            Self::Team => &[Role::Perpetrator, Role::Undetermined],
        }
    }

    /// The code, as in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Survivor => "survivor",
            Self::Perpetrator => "perpetrator",
            Self::EachAdult => "each_adult",
            Self::Child => "child",
            Self::Team => "team",
        }
    }
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// In the worker's words.
    Text,
    /// In the person's own words.
    Quote,
    /// One of what is offered.
    One,
    /// Any of what is offered.
    Many,
    /// Yes or no.
    YesNo,
    /// A date, as exactly as it is known.
    Date,
    /// A number.
    Number,
    /// Somebody of the case.
    Person,
    /// One area of daily care, with the same questions for every caregiver.
    CareRow,
    /// Nothing: words to say, or to keep in mind.
    Note,
}

/// Of whom a question is asked again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Each {
    /// Of each child of the case.
    Child,
}

/// One of what is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its code.
    pub code: Code,
    /// Its words.
    pub text: Texts,
}

/// What may be heard, and a reply that does not go along with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// What one may hear.
    pub hears: Texts,
    /// What one can say to it.
    pub says: Texts,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its code in the instrument. Never reused for another question.
    pub code: Code,
    /// The words in which it is asked.
    pub ask: Texts,
    /// A word or two that remind the worker of it, on the paper that is safe to carry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<Texts>,
    /// What helps to ask it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<Texts>,
    /// What to ask next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<Texts>,
    /// What one may hear, and what to say to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replies: Vec<Reply>,
    /// How it is answered.
    pub answer: Form,
    /// What is offered, for `one` and `many`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// Of whom it is asked again and again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Each>,
    /// The ages it is asked at, in a child's own view. Empty: all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub ages: BTreeSet<AgeBand>,
    /// When it is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Test>,
    /// Where the answer goes. None: it stays an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goes_to: Option<GoesTo>,
    /// How the case may know it already. What is known is shown, and need not be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_from: Option<KnownFrom>,
    /// It records how the asking was done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub how_asked: bool,
}

/// Questions that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub title: Texts,
    /// What to say or to keep in mind before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Texts>,
    /// When it is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Test>,
    /// The ages it is asked at. Empty: all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub ages: BTreeSet<AgeBand>,
    /// Its questions.
    #[serde(default, rename = "question")]
    pub questions: Vec<Question>,
}

/// A set of questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its code. An interview keeps it, with the version.
    pub code: Code,
    /// Its version; grows with every change.
    pub version: u32,
    /// Its name.
    pub title: Texts,
    /// What it is for.
    #[serde(default)]
    pub about: Texts,
    /// The name on the paper that is safe to carry: nothing that tells what it is.
    pub paper: Texts,
    /// For whom.
    pub for_whom: ForWhom,
    /// Whether the person is spoken with alone.
    #[serde(default)]
    pub alone: bool,
    /// The label of the interview, where it is not for everybody who works the case.
    pub label: Label,
    /// What to keep in mind before anything is asked.
    #[serde(default, rename = "safety")]
    pub safety: Vec<Texts>,
    /// Whether the person is asked what of it may be kept.
    #[serde(default)]
    pub asks_what_is_kept: bool,
    /// Whose it is, and under which licence, where it is not ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Not offered any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// Its sections.
    #[serde(default, rename = "section")]
    pub sections: Vec<Section>,
}

/// An instrument that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum InstrumentError {
    /// Not TOML, or a field that is missing, misspelt or of the wrong kind. The message names line and column.
    #[error("{file}: {source}")]
    Form {
        /// The file.
        file: String,
        /// What is wrong, with line and column.
        source: Box<toml::de::Error>,
    },
    /// Something in it does not fit together.
    #[error("{file}, line {line}: {fault}")]
    Fault {
        /// The file.
        file: String,
        /// The line of the question.
        line: usize,
        /// What.
        fault: InstrumentFault,
    },
}

impl Instrument {
    /// Reads an instrument and looks whether it fits together. `file` is what it is called in an error.
    ///
    /// # Errors
    /// The first that is wrong: file, line, question, and how to mend it.
    pub fn parse(file: &str, toml: &str) -> Result<Self, InstrumentError> {
        let instrument: Self = toml::from_str(toml)
            .map_err(|source| InstrumentError::Form { file: file.to_owned(), source: Box::new(source) })?;
        match instrument.faults().into_iter().next() {
            Some(fault) => {
                let line = fault.question().map_or(1, |code| line_of(toml, code));
                Err(InstrumentError::Fault { file: file.to_owned(), line, fault })
            }
            None => Ok(instrument),
        }
    }

    /// All questions, with their sections.
    pub fn questions(&self) -> impl Iterator<Item = (&Section, &Question)> {
        self.sections.iter().flat_map(|section| section.questions.iter().map(move |question| (section, question)))
    }

    /// The question of a code.
    #[must_use]
    pub fn question(&self, code: &Code) -> Option<&Question> {
        self.questions().map(|(_, question)| question).find(|question| question.code == *code)
    }
}

/// The line on which a question says its code, from 1.
fn line_of(toml: &str, code: &Code) -> usize {
    let wanted = format!("code = \"{code}\"");
    toml.lines().position(|line| line.trim() == wanted).map_or(1, |at| at + 1)
}

/// Every instrument there is: those of the base pack, and those that an agency has brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Instruments(Vec<Instrument>);

impl Instruments {
    /// These ones. A later one of the same code takes the place of an earlier.
    #[must_use]
    pub fn of(all: impl IntoIterator<Item = Instrument>) -> Self {
        let mut instruments = Self::default();
        for instrument in all {
            instruments.add(instrument);
        }
        instruments
    }

    /// One more, or a newer one of the same code.
    pub fn add(&mut self, instrument: Instrument) {
        match self.0.iter_mut().find(|known| known.code == instrument.code) {
            Some(known) => *known = instrument,
            None => self.0.push(instrument),
        }
    }

    /// The instrument of a code.
    #[must_use]
    pub fn get(&self, code: &Code) -> Option<&Instrument> {
        self.0.iter().find(|instrument| instrument.code == *code)
    }

    /// Those on offer.
    pub fn offered(&self) -> impl Iterator<Item = &Instrument> {
        self.0.iter().filter(|instrument| !instrument.hidden)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Instrument> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests;
