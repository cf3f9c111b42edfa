//! The documents there are. Each is a way of putting views of one projection on paper; a new one is a row in
//! [`DocumentKind::ALL`] and a file here.

mod assessment;
mod change;
mod chronology;
mod decisions;
mod map;
mod people;
mod tell;

use crate::document::{Document, PAGE, PAGES};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use practice::ids::EntryId;
use practice::label::Labels;
use practice::pack::Pack;
use practice::project::Projection;
use std::str::FromStr;
use tell::Teller;
use words::Words;

/// A document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// What was done and when, with its effects, answers and sources: the table that courts ask for.
    Chronology,
    /// Each behaviour, how it reaches each child, what answers it.
    Map,
    /// The five components in the practice's order.
    Assessment,
    /// What is said of each behaviour over time, what is seen, and by whom. No status and no total.
    Change,
    /// Decisions with their questions, what speaks for and against each answer, and what is missing.
    Decisions,
}

/// There is no such document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no document “{0}”: choose one of chronology, map, assessment, change, decisions")]
pub struct UnknownDocument(String);

impl DocumentKind {
    /// All documents, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Chronology, Self::Map, Self::Assessment, Self::Change, Self::Decisions];

    /// The code, as in an address and on the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Chronology => "chronology",
            Self::Map => "map",
            Self::Assessment => "assessment",
            Self::Change => "change",
            Self::Decisions => "decisions",
        }
    }

    /// What stands in the access log when somebody prints it.
    #[must_use]
    pub fn printed(self) -> &'static str {
        match self {
            Self::Chronology => "print_chronology",
            Self::Map => "print_map",
            Self::Assessment => "print_assessment",
            Self::Change => "print_change",
            Self::Decisions => "print_decisions",
        }
    }

    /// What stands in the access log when somebody takes it as a Word file.
    #[must_use]
    pub fn taken(self) -> &'static str {
        match self {
            Self::Chronology => "document_chronology",
            Self::Map => "document_map",
            Self::Assessment => "document_assessment",
            Self::Change => "document_change",
            Self::Decisions => "document_decisions",
        }
    }
}

impl FromStr for DocumentKind {
    type Err = UnknownDocument;

    fn from_str(code: &str) -> Result<Self, UnknownDocument> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| UnknownDocument(code.chars().take(40).collect()))
    }
}

/// For which day a document is made, and what it may hold.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// The day.
    pub as_of: Date,
    /// The labels that were asked for. The document says so, whatever is recorded under them.
    pub labels: &'a Labels,
    /// In which time zone moments are told.
    pub zone: &'a TimeZone,
    /// One decision alone; all of them without it.
    pub of: Option<EntryId>,
}

/// Makes a document of a projection, which must be one for an audience outside the team: what must not leave is then not
/// there.
#[must_use]
pub fn document(
    kind: DocumentKind,
    projection: &Projection,
    pack: &Pack,
    words: &Words,
    made: Made<'_>,
) -> Document {
    let as_of = made.as_of;
    let mut teller = Teller::new(projection, pack, words, as_of);
    let (blocks, wide) = match kind {
        DocumentKind::Chronology => (chronology::blocks(&mut teller), true),
        DocumentKind::Map => map::blocks(&mut teller),
        DocumentKind::Assessment => (assessment::blocks(&mut teller), false),
        DocumentKind::Change => (change::blocks(&teller), true),
        DocumentKind::Decisions => (decisions::blocks(&mut teller, made), false),
    };
    let page = [("page", PAGE.to_string().into()), ("pages", PAGES.to_string().into())];
    Document {
        title: teller.title(kind),
        lang: words.locale(),
        right_to_left: words.direction() == "rtl",
        as_of,
        notice: teller.notice(),
        running: teller.running(kind),
        facts: teller.facts(made.labels),
        blocks,
        sources_head: words.say("doc-sources"),
        sources_lead: words.say("doc-sources-lead"),
        wide,
        page_of: words.say_with("doc-page-of", &page),
        sources: teller.sources.into_lines(),
    }
}
