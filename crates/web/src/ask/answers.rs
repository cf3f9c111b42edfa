//! Answers as fields of a page and as values of an interview, there and back.

use crate::forms::fault::Fault;
use crate::forms::raw::Raw;
use crate::forms::reading::{Reading, Tools};
use crate::forms::writing::Writing;
use practice::ids::EntryId;
use practice::instrument::{Each, Form, Instrument, Question};
use practice::kinds::interview::{Answer, CareSaid, Chosen, Interview, Said, Skipped};
use practice::source::Quote;
use practice::text::{Code, Text};
use words::Words;

/// The questions on daily care, as parts of the name of a field.
pub(crate) const CARE: [&str; 4] = ["does", "decides", "good", "changes"];

/// The part of the names of the fields of a question, of a child where it is asked of each.
pub(crate) fn key(question: &Code, about: Option<EntryId>) -> String {
    about.map_or_else(|| question.to_string(), |child| format!("{question}-c-{child}"))
}

/// The words in which a question is asked, with the name of the child.
pub(crate) fn asked_words(question: &Question, about: Option<EntryId>, tools: Tools<'_>) -> String {
    let words = question.ask.in_words(tools.words.locale());
    named(&words, about, tools)
}

/// Words of the pack with the name of the child.
pub(crate) fn named(words: &str, about: Option<EntryId>, tools: Tools<'_>) -> String {
    let name = about.and_then(|child| tools.scene.name(child));
    words.replace("{child}", name.unwrap_or(&tools.words.say("interview-the-child")))
}

/// The answer to a question, as it was typed. None: not answered.
fn said(question: &Question, key: &str, reading: &mut Reading<'_>) -> Option<Said> {
    let name = format!("q-{key}");
    match question.answer {
        Form::Note => None,
        Form::Text => reading.text(&name).map(Said::Text),
        Form::Number => reading.text(&name).map(Said::Number),
        Form::Quote => {
            let language = reading.text(&format!("l-{key}"));
            reading.text(&name).map(|words| Said::Words(Quote { words, language }))
        }
        Form::One | Form::Many => {
            let language = reading.tools.words.locale();
            let chosen: Vec<Chosen> = reading
                .codes(&name)
                .into_iter()
                .filter_map(|code| {
                    let choice = question.choices.iter().find(|choice| choice.code == code)?;
                    Some(Chosen { words: Text::parse(choice.text.of(language).0).ok()?, code })
                })
                .collect();
            (!chosen.is_empty()).then_some(Said::Chosen(chosen))
        }
        Form::YesNo => reading.yes_or_no(&name).map(Said::YesNo),
        Form::Date => reading.date(&name).map(Said::On),
        Form::Person => reading.who(&name).map(Said::Somebody),
        Form::CareRow => {
            let [does, decides, good, changes] = CARE.map(|part| reading.text(&format!("{name}-{part}")));
            let care = CareSaid { does, decides, good, changes };
            (!care.is_empty()).then_some(Said::Care(care))
        }
    }
}

/// All places at which an instrument asks, whether it asks there just now or not.
fn places<'a>(
    instrument: &'a Instrument,
    children: &'a [EntryId],
) -> impl Iterator<Item = (&'a Question, Option<EntryId>)> {
    instrument.questions().flat_map(|(_, question)| {
        let each: Vec<Option<EntryId>> = match question.each {
            Some(Each::Child) => children.iter().copied().map(Some).collect(),
            None => vec![None],
        };
        each.into_iter().map(move |about| (question, about))
    })
}

/// What was typed, as answers. What stands already keeps its words, its entries and its place; an answer to a question that the
/// instrument no longer asks stays as it is.
pub(crate) fn read(
    instrument: &Instrument,
    raw: &Raw,
    children: &[EntryId],
    stands: Option<&Interview>,
    tools: Tools<'_>,
) -> (Vec<Answer>, Vec<Skipped>, Vec<Fault>) {
    let mut reading = Reading::new(raw, tools);
    let (mut answers, mut skipped) = (Vec::new(), Vec::new());
    for (question, about) in places(instrument, children) {
        let key = key(&question.code, about);
        let known = stands
            .and_then(|stands| stands.answers.iter().find(|a| a.question == question.code && a.about == about));
        if let Some(said) = said(question, &key, &mut reading) {
            let same = known.filter(|known| known.said == said);
            let begun = Text::parse(raw.one(&format!("a-{key}"))).ok();
            let now = || Text::parse(&asked_words(question, about, tools)).ok();
            if let Some(asked) = known.map(|known| known.asked.clone()).or(begun).or_else(now) {
                answers.push(Answer {
                    question: question.code.clone(),
                    about,
                    asked,
                    said,
                    entries: known.map(|known| known.entries.clone()).unwrap_or_default(),
                    left: same.is_some_and(|same| same.left),
                });
            }
        } else if let Some(why) = reading.text(&format!("s-{key}")) {
            skipped.push(Skipped { question: question.code.clone(), about, why });
        }
    }
    if let Some(stands) = stands {
        let asks = |code: &Code, about: Option<EntryId>| {
            places(instrument, children).any(|(question, of)| question.code == *code && of == about)
        };
        answers.extend(stands.answers.iter().filter(|a| !asks(&a.question, a.about)).cloned());
        skipped.extend(stands.skipped.iter().filter(|s| !asks(&s.question, s.about)).cloned());
    }
    (answers, skipped, reading.faults)
}

/// Writes the answers of an interview into fields.
pub(crate) fn write(interview: &Interview, raw: &mut Raw, words: &Words) {
    let mut writing = Writing::new(words);
    for answer in &interview.answers {
        let key = key(&answer.question, answer.about);
        let name = format!("q-{key}");
        writing.raw.set(format!("a-{key}"), answer.asked.as_str());
        match &answer.said {
            Said::Text(text) | Said::Number(text) => writing.raw.set(name, text.as_str()),
            Said::Words(quote) => {
                writing.raw.set(name, quote.words.as_str());
                writing.text(&format!("l-{key}"), quote.language.as_ref());
            }
            Said::Chosen(chosen) => chosen.iter().for_each(|one| writing.raw.push(name.clone(), one.code.as_str())),
            Said::YesNo(yes) => writing.yes_or_no(&name, Some(*yes)),
            Said::On(date) => writing.date(&name, Some(*date)),
            Said::Somebody(who) => writing.who(&name, who),
            Said::Care(care) => {
                for (part, text) in CARE.iter().zip([&care.does, &care.decides, &care.good, &care.changes]) {
                    writing.text(&format!("{name}-{part}"), text.as_ref());
                }
            }
        }
    }
    for skipped in &interview.skipped {
        writing.raw.set(format!("s-{}", key(&skipped.question, skipped.about)), skipped.why.as_str());
    }
    for (name, values) in writing.raw.iter() {
        for value in values {
            raw.push(name, value.as_str());
        }
    }
}

/// Whether a field of the page belongs to an answer.
pub(crate) fn is_answer(name: &str) -> bool {
    ["q-", "l-", "s-", "a-"].iter().any(|begin| name.starts_with(begin))
}

/// The key of the question to which a field belongs.
pub(crate) fn key_of(name: &str) -> &str {
    let rest = name.get(2..).unwrap_or_default();
    CARE.iter()
        .find_map(|part| rest.strip_suffix(part)?.strip_suffix('-'))
        .or_else(|| rest.strip_suffix("-other"))
        .unwrap_or(rest)
}
