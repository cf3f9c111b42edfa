//! Which questions are asked, of whom, by what was answered so far. A question that is not asked counts as not answered.

use super::{Each, Instrument, Question, Section};
use crate::ids::EntryId;
use crate::kinds::Kind;
use crate::kinds::interview::{Interview, Said};
use crate::pack::AgeBand;
use crate::text::Code;
use std::collections::BTreeSet;

/// What was answered so far.
pub trait Given {
    /// The answers to a question, as codes: what was chosen, `yes` or `no`, else the words. Empty: not answered.
    fn values(&self, question: &Code, about: Option<EntryId>) -> Vec<String>;
}

impl Given for Interview {
    fn values(&self, question: &Code, about: Option<EntryId>) -> Vec<String> {
        let of = |about: Option<EntryId>| {
            self.answers.iter().find(|answer| answer.question == *question && answer.about == about)
        };
        of(about).or_else(|| of(None)).map(|answer| values(&answer.said)).unwrap_or_default()
    }
}

/// An answer as codes.
fn values(said: &Said) -> Vec<String> {
    match said {
        Said::Text(text) | Said::Number(text) => vec![text.to_string()],
        Said::Words(quote) => vec![quote.words.to_string()],
        Said::Chosen(chosen) => chosen.iter().map(|one| one.code.to_string()).collect(),
        Said::YesNo(yes) => vec![if *yes { "yes" } else { "no" }.to_owned()],
        Said::On(date) => vec![format!("{date:?}")],
        Said::Somebody(_) | Said::Care(_) => vec!["yes".to_owned()],
    }
}

/// A question that is asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its section.
    pub section: &'a Section,
    /// The question.
    pub question: &'a Question,
    /// The child of whom it is asked, where it is asked of each.
    pub about: Option<EntryId>,
}

/// The questions that are asked, in their order. `children` are those of the case, `age` that of a child who is asked, and
/// `known` says whether the case knows something of a kind, and of a category of it.
#[must_use]
pub fn asked<'a>(
    instrument: &'a Instrument,
    given: &dyn Given,
    children: &[EntryId],
    age: Option<AgeBand>,
    known: &dyn Fn(Kind, Option<&Code>) -> bool,
) -> Vec<Asked<'a>> {
    let fits = |ages: &BTreeSet<AgeBand>| ages.is_empty() || age.is_none_or(|age| ages.contains(&age));
    let mut out: Vec<Asked<'a>> = Vec::new();
    let mut hidden: BTreeSet<(&Code, Option<EntryId>)> = BTreeSet::new();
    for (section, question) in instrument.questions() {
        let all: Vec<Option<EntryId>> = match question.each {
            Some(Each::Child) => children.iter().copied().map(Some).collect(),
            None => vec![None],
        };
        for about in all {
            let seen = Seen { given, hidden: &hidden };
            let holds = |test: &super::Test| test.holds(&seen, about, known);
            let is_asked = fits(&section.ages)
                && fits(&question.ages)
                && section.show_if.as_ref().is_none_or(holds)
                && question.show_if.as_ref().is_none_or(holds);
            if is_asked {
                out.push(Asked { section, question, about });
            } else {
                hidden.insert((&question.code, about));
            }
        }
    }
    out
}

/// What was answered to questions that are asked.
struct Seen<'a> {
    given: &'a dyn Given,
    hidden: &'a BTreeSet<(&'a Code, Option<EntryId>)>,
}

impl Given for Seen<'_> {
    fn values(&self, question: &Code, about: Option<EntryId>) -> Vec<String> {
        if self.hidden.contains(&(question, about)) || self.hidden.contains(&(question, None)) {
            return Vec::new();
        }
        self.given.values(question, about)
    }
}
