//! Tests of decisions, as data of the pack: one TOML file for each, its questions in our own plain words, texts inline by
//! language. Every test opens with the same three questions, which stand in a file of their own.
//!
//! A practice lead changes a question with no Rust. What is wrong with a file is said with its line and its question.

use crate::kinds::{Decision, Kind};
use crate::spoken::{Spoken, SpokenError};
use crate::text::Code;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use toml::Spanned;

/// A test: what is asked before a decision of one sort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Test {
    /// Its code: `removal`.
    pub code: Code,
    /// Its version; grows with every change of a question.
    pub version: u32,
    /// What it is called.
    pub title: Spoken,
    /// When it is used.
    pub about: Spoken,
    /// How the proposal is asked for.
    pub proposal: Spoken,
    /// How the person it names is asked for: against whom, with whom. None: it names nobody.
    pub person: Option<Spoken>,
    /// How the date of return is asked for. None: nobody is moved.
    pub returns: Option<Spoken>,
    /// The questions, the three opening ones first.
    pub questions: Vec<Question>,
    /// Not offered any more.
    pub hidden: bool,
}

/// One question of a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its code.
    pub code: Code,
    /// The question.
    pub ask: Spoken,
    /// What helps to answer it.
    pub hint: Spoken,
    /// The kinds of entry in which evidence for it is usually found. Empty: any.
    pub evidence: Vec<Kind>,
    /// What is no answer to it.
    pub caution: Option<Caution>,
    /// One of the three with which every test opens.
    pub opening: bool,
}

/// An answer that is no ground, and where it leads back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Caution {
    /// Words by which such an answer is noticed, small letters, by language.
    pub phrases: Vec<(String, Vec<String>)>,
    /// What is said then.
    pub says: Spoken,
    /// The questions to go back to.
    pub back_to: Vec<Code>,
}

impl Caution {
    /// Whether an answer has one of the phrases, in whatever language it is written.
    #[must_use]
    pub fn fits(&self, answer: &str) -> bool {
        let answer = answer.to_lowercase();
        self.phrases.iter().flat_map(|(_, phrases)| phrases).any(|phrase| answer.contains(phrase.as_str()))
    }
}

impl Test {
    /// A question.
    #[must_use]
    pub fn question(&self, code: &Code) -> Option<&Question> {
        self.questions.iter().find(|question| question.code == *code)
    }

    /// The place of a question as people count, from 1, without the three opening ones; none for those.
    #[must_use]
    pub fn place(&self, code: &Code) -> Option<usize> {
        let own = self.questions.iter().filter(|question| !question.opening);
        own.enumerate().find(|(_, question)| question.code == *code).map(|(n, _)| n + 1)
    }
}

/// The questions of a test that have no answer in words yet. The software never says what the answer should be.
#[must_use]
pub fn undone(test: &Test, decision: &Decision) -> Vec<Code> {
    let answered = |code: &Code| decision.answer(code).is_some_and(|answer| answer.answer.is_some());
    test.questions.iter().map(|question| &question.code).filter(|code| !answered(code)).cloned().collect()
}

/// What is wrong with a file of tests.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}{}: {what}", Line(*.line), In(.question))]
pub struct TestError {
    /// The file.
    pub file: String,
    /// The line, where it is known.
    pub line: Option<usize>,
    /// The question, where it is about one.
    pub question: Option<String>,
    /// What, and how to mend it.
    pub what: String,
}

struct Line(Option<usize>);

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.map_or(Ok(()), |line| write!(f, ", line {line}"))
    }
}

struct In<'a>(&'a Option<String>);

impl std::fmt::Display for In<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.as_ref().map_or(Ok(()), |question| write!(f, ", question “{question}”"))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTest {
    code: Code,
    version: u32,
    title: Spoken,
    about: Spoken,
    proposal: Spoken,
    #[serde(default)]
    person: Option<Spoken>,
    #[serde(default)]
    returns: Option<Spoken>,
    #[serde(default)]
    question: Vec<Spanned<RawQuestion>>,
    #[serde(default)]
    hidden: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOpening {
    question: Vec<Spanned<RawQuestion>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    code: Code,
    ask: Spoken,
    #[serde(default)]
    hint: Spoken,
    #[serde(default)]
    evidence: Vec<Kind>,
    #[serde(default)]
    caution: Option<RawCaution>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCaution {
    phrases: std::collections::BTreeMap<String, Vec<String>>,
    says: Spoken,
    back_to: Vec<Code>,
}

/// The most questions a test may have: more than anybody answers.
const MOST: usize = 40;

/// Reads the tests: the opening questions, and each test from a file of its own, named for what is wrong with it.
///
/// # Errors
/// With the first thing that is wrong: the file, the line, the question, and how to mend it.
pub fn parse(opening: (&str, &str), tests: &[(&str, &str)]) -> Result<Vec<Test>, TestError> {
    let raw: RawOpening = read(opening)?;
    let first = questions(opening, raw.question, true, &[])?;
    if first.len() != 3 {
        return Err(wrong(opening.0, None, None, "a test opens with three questions: there must be three of them"));
    }
    let mut all: Vec<Test> = Vec::with_capacity(tests.len());
    for file in tests {
        let raw: RawTest = read(*file)?;
        let texts =
            [Some(&raw.title), Some(&raw.about), Some(&raw.proposal), raw.person.as_ref(), raw.returns.as_ref()];
        for (field, text) in ["title", "about", "proposal", "person", "returns"].into_iter().zip(texts) {
            if let Some(Err(error)) = text.map(Spoken::check) {
                return Err(wrong(file.0, None, None, format!("{field}: {error}")));
            }
        }
        if all.iter().any(|known| known.code == raw.code) {
            return Err(wrong(file.0, None, None, format!("there is a test “{}” already", raw.code)));
        }
        let mut asked = first.clone();
        asked.extend(questions(*file, raw.question, false, &first)?);
        if asked.len() == first.len() {
            return Err(wrong(
                file.0,
                None,
                None,
                "a test asks more than the opening questions: add a [[question]]",
            ));
        }
        if asked.len() > MOST {
            return Err(wrong(file.0, None, None, format!("a test has at most {MOST} questions")));
        }
        all.push(Test {
            code: raw.code,
            version: raw.version,
            title: raw.title,
            about: raw.about,
            proposal: raw.proposal,
            person: raw.person,
            returns: raw.returns,
            questions: asked,
            hidden: raw.hidden,
        });
    }
    Ok(all)
}

fn read<T: serde::de::DeserializeOwned>((file, text): (&str, &str)) -> Result<T, TestError> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| line_of(text, span.start));
        wrong(file, line, None, error.message().to_owned())
    })
}

fn questions(
    (file, text): (&str, &str),
    raw: Vec<Spanned<RawQuestion>>,
    opening: bool,
    first: &[Question],
) -> Result<Vec<Question>, TestError> {
    let mut codes: BTreeSet<Code> = first.iter().map(|question| question.code.clone()).collect();
    let all: Vec<Code> = codes.iter().cloned().chain(raw.iter().map(|one| one.get_ref().code.clone())).collect();
    let mut out = Vec::with_capacity(raw.len());
    for one in raw {
        let line = Some(line_of(text, one.span().start));
        let question = one.into_inner();
        let code = question.code.clone();
        let at = |what: String| wrong(file, line, Some(code.to_string()), what);
        if !codes.insert(code.clone()) {
            return Err(at("this code stands twice: give one of the questions another".to_owned()));
        }
        let spoken =
            |field: &str, text: &Spoken| text.check().map_err(|error: SpokenError| at(format!("{field}: {error}")));
        spoken("ask", &question.ask)?;
        if !question.hint.is_empty() {
            spoken("hint", &question.hint)?;
        }
        let caution = match question.caution {
            None => None,
            Some(raw) => {
                spoken("caution.says", &raw.says)?;
                if let Some(strange) = raw.back_to.iter().find(|back| !all.contains(back) || **back == code) {
                    return Err(at(format!(
                        "caution.back_to: there is no other question “{strange}” in this test"
                    )));
                }
                let phrases: Vec<(String, Vec<String>)> = raw
                    .phrases
                    .into_iter()
                    .map(|(language, phrases)| {
                        (language, phrases.iter().map(|p| p.trim().to_lowercase()).collect())
                    })
                    .collect();
                if phrases.iter().flat_map(|(_, phrases)| phrases).any(String::is_empty) {
                    return Err(at("caution.phrases: a phrase is empty: write it, or take it out".to_owned()));
                }
                Some(Caution { phrases, says: raw.says, back_to: raw.back_to })
            }
        };
        out.push(Question {
            code: question.code,
            ask: question.ask,
            hint: question.hint,
            evidence: question.evidence,
            caution,
            opening,
        });
    }
    Ok(out)
}

fn wrong(file: &str, line: Option<usize>, question: Option<String>, what: impl Into<String>) -> TestError {
    TestError { file: file.to_owned(), line, question, what: what.into() }
}

/// The line of a place in a text, as people count.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPENING: (&str, &str) = (
        "opening.toml",
        "[[question]]\ncode = \"together\"\nask = { en = \"What keeps {children} safe?\" }\n[[question]]\ncode = \"move\"\nask = { en = \"Can {harm} move?\" }\n[[question]]\ncode = \"separation\"\nask = { en = \"What will it do?\" }\n",
    );
    const HEAD: &str = "code = \"closure\"\nversion = 1\ntitle = { en = \"Closing\" }\nabout = { en = \"Before it ends.\" }\nproposal = { en = \"What?\" }\n";

    fn parsed(rest: &str) -> Result<Vec<Test>, TestError> {
        parse(OPENING, &[("closure.toml", &format!("{HEAD}{rest}"))])
    }

    fn said(rest: &str) -> String {
        parsed(rest).unwrap_err().to_string()
    }

    #[test]
    fn every_test_opens_with_the_three() {
        let tests = parsed("[[question]]\ncode = \"map\"\nask = { en = \"Was it mapped again?\" }\n").unwrap();
        let codes: Vec<&str> = tests[0].questions.iter().map(|question| question.code.as_str()).collect();
        assert_eq!(codes, ["together", "move", "separation", "map"]);
        assert_eq!(tests[0].place(&Code::parse("map").unwrap()), Some(1));
        assert_eq!(tests[0].place(&Code::parse("move").unwrap()), None);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_file_line_and_question() {
        let one = "[[question]]\ncode = \"map\"\nask = { en = \"Was it?\" }\n";
        assert_eq!(
            said(&format!("{one}{one}")),
            "closure.toml, line 9, question “map”: this code stands twice: give one of the questions another"
        );
        assert!(
            said("[[question]]\ncode = \"move\"\nask = { en = \"x\" }\n").contains("stands twice"),
            "an opening one"
        );
        let no_english = said("[[question]]\ncode = \"map\"\nask = { pl = \"Co?\" }\n");
        assert_eq!(
            no_english,
            "closure.toml, line 6, question “map”: ask: the English text is missing: add en = \"…\""
        );
        assert!(said("[[question]]\ncode = \"map\"\nask = { en = \"Is {mother}?\" }\n").contains("{mother}"));
        assert!(said("[[question]]\ncode = \"map\"\naks = { en = \"x\" }\n").starts_with("closure.toml, line 8"));
        assert!(said("").contains("add a [[question]]"));
        let back = "[question.caution]\nphrases = { en = [\"not enough\"] }\nsays = { en = \"Go back.\" }\nback_to = [\"nowhere\"]\n";
        assert!(said(&format!("{one}{back}")).contains("no other question “nowhere”"));
        let two = parse(("opening.toml", "[[question]]\ncode = \"a\"\nask = { en = \"x\" }\n"), &[]).unwrap_err();
        assert!(two.to_string().contains("there must be three"), "{two}");
    }

    #[test]
    fn an_answer_that_is_no_ground_is_noticed() {
        let caution = "[question.caution]\nphrases = { en = [\"Not enough\"], pl = [\"za mało\"] }\nsays = { en = \"Go back.\" }\nback_to = [\"move\"]\n";
        let tests =
            parsed(&format!("[[question]]\ncode = \"did\"\nask = {{ en = \"What?\" }}\n{caution}")).unwrap();
        let caution = tests[0].questions[3].caution.clone().unwrap();
        assert!(caution.fits("She has NOT ENOUGH insight") && caution.fits("To za mało"));
        assert!(!caution.fits("She moved the beds and rang the school"));
    }
}
