//! Nothing withheld leaves a trace on paper: two case files that differ only in what the paper may not hold give the same
//! bytes, in Word and in print.

use crate::invent::{Choices, Known, case, content, id, revision};
use crate::support::{DAY, demo, pack, professional, unzip};
use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::entry::Change;
use practice::event::CaseEvent;
use practice::kinds::{Body, Kind};
use practice::label::{Label, Labels};
use practice::pack::Pack;
use practice::project::{Projection, project};
use print::{DocumentKind, Made, Paper};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::cell::Cell;
use words::Words;

/// Everything on paper, as bytes.
fn bytes(projection: &Projection, labels: &Labels, words: &Words, pack: &Pack) -> Vec<u8> {
    let mut out = Vec::new();
    for kind in DocumentKind::ALL {
        let made = Made { as_of: DAY.parse().unwrap(), labels, zone: &jiff::tz::TimeZone::UTC, of: None };
        let document = print::document(kind, projection, pack, words, made);
        out.extend(print::docx(&document, Paper::A4).unwrap());
        out.extend(print::page(&document).unwrap().into_bytes());
    }
    out
}

/// The same case with other entries in it that no paper with these labels may hold, or without those it has.
fn other(events: &[CaseEvent], hidden: &[Label], choices: &mut Choices<'_>) -> Vec<CaseEvent> {
    let mut out = events.to_vec();
    for n in 0..3 {
        let Some(label) = choices.one(hidden).copied() else { break };
        let file = CaseFile::fold(events.to_vec()).unwrap();
        let all = file.entries().map(|(id, entry)| (id, entry.kind())).collect();
        let kind = Kind::ALL[choices.below(Kind::ALL.len())];
        let change = Change::Recorded(Box::new(content(choices, &Known { all }, kind, label, "secret")));
        let at = 1 + choices.below(out.len());
        out.insert(at, CaseEvent::Entry(Box::new(revision(id(900 + n), 1, 400 + n, change))));
    }
    out
}

fn holds_for(make: impl Fn(&CaseFile, &Labels) -> Vec<u8>) -> Result<(), String> {
    let config = Config { cases: 60, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let strategy = (prop::collection::vec(any::<u16>(), 40..300), prop::collection::vec(any::<u16>(), 60), 0_u8..8);
    let result = runner.run(&strategy, |(numbers, more, asked)| {
        let labels: Labels = Label::ON_PAPER
            .into_iter()
            .enumerate()
            .filter(|(n, _)| asked & (1 << n) != 0)
            .map(|(_, l)| l)
            .collect();
        let hidden: Vec<Label> = Label::ALL.into_iter().filter(|label| !labels.has(*label)).collect();
        let one = case(&mut Choices::new(&numbers));
        let two = other(&one, &hidden, &mut Choices::new(&more));
        let [one, two] = [one, two].map(|events| make(&CaseFile::fold(events).unwrap(), &labels));
        if one == two { Ok(()) } else { Err(TestCaseError::fail("the bytes differ")) }
    });
    result.map_err(|error| error.to_string())
}

#[test]
fn what_is_withheld_leaves_no_trace_on_paper() {
    let (words, pack) = (crate::support::words(), pack());
    let shown = Cell::new(0);
    let held = holds_for(|file, labels| {
        let projection = project(file, &Clearance::whole().on_paper(labels));
        shown.set(shown.get() + projection.all().count());
        let made = bytes(&projection, labels, &words, &pack);
        assert!(!made.windows(6).any(|six| six == b"secret"), "words of a withheld entry");
        made
    });
    held.unwrap();
    assert!(shown.get() > 300, "{} entries", shown.get());
}

/// The control: paper made of the whole file. If the property does not catch it, it catches nothing.
#[test]
fn paper_that_leaks_is_caught() {
    let (words, pack) = (crate::support::words(), pack());
    let leaking = holds_for(|file, labels| bytes(&project(file, &Clearance::whole()), labels, &words, &pack));
    assert!(leaking.is_err());
}

#[test]
fn no_withheld_text_of_the_demo_stands_in_any_part_of_a_word_file() {
    let words = crate::support::words();
    let file = demo();
    let labels = professional();
    let projection = project(&file, &Clearance::whole().on_paper(&labels));
    // What only the withheld entries say.
    let text = |body: &Body| match body {
        Body::Effort(effort) => Some(effort.act.to_string()),
        Body::Note(note) => Some(note.text.to_string()),
        Body::Household(household) => Some(household.name.to_string()),
        Body::Behaviour(behaviour) => Some(behaviour.act.to_string()),
        Body::Impact(impact) => Some(impact.what.to_string()),
        Body::Unknown(unknown) => Some(unknown.question.to_string()),
        _ => None,
    };
    let withheld: Vec<String> = file
        .entries()
        .filter(|(id, _)| projection.get(*id).is_none())
        .filter_map(|(_, entry)| text(&entry.content.body))
        .map(|text| text.chars().take(40).collect())
        .collect();
    assert!(!withheld.is_empty());
    let parts = |projection: &Projection| -> String {
        DocumentKind::ALL
            .into_iter()
            .flat_map(|kind| {
                let made =
                    Made { as_of: DAY.parse().unwrap(), labels: &labels, zone: &jiff::tz::TimeZone::UTC, of: None };
                let document = print::document(kind, projection, &pack(), &words, made);
                unzip(&print::docx(&document, Paper::A4).unwrap())
            })
            .map(|(_, text)| text)
            .collect()
    };
    let paper = parts(&projection);
    for text in &withheld {
        assert!(!paper.contains(text.as_str()), "{text}");
    }
    // The control: of the whole file, some of it would stand there.
    let whole = parts(&project(&file, &Clearance::whole()));
    assert!(withheld.iter().any(|text| whole.contains(text.as_str())));
}
