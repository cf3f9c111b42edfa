//! What he is handed is made only of what is usable with him: a file from which everything else is taken away gives the same
//! bytes, in Word and in print and as JSON.

use crate::invent::{Choices, case_with_many, id, revision};
use crate::support::{DAY, demo, pack, unzip};
use practice::case::CaseFile;
use practice::clearance::{Audience, Clearance};
use practice::entry::{Change, Content};
use practice::event::CaseEvent;
use practice::ids::EntryId;
use practice::kinds::pattern::Usable;
use practice::kinds::plan::Part;
use practice::kinds::{Body, Kind};
use practice::project::{Projection, project};
use practice::source::{How, Who};
use practice::views;
use print::Paper;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::cell::Cell;
use words::Words;

/// His copy in every form.
fn bytes(projection: &Projection, him: EntryId, words: &Words) -> Vec<u8> {
    let day = DAY.parse().unwrap();
    let Some(view) = views::copy(projection, &pack(), day, him, Part::Change) else { return Vec::new() };
    let document = print::told(&words.tell_copy(&view), words, day, Vec::new());
    let mut out = serde_json::to_vec(&view).unwrap();
    out.extend(print::docx(&document, Paper::A4).unwrap());
    out.extend(print::page(&document).unwrap().into_bytes());
    out.extend(print::article(&document).unwrap().into_bytes());
    out
}

/// What is his of a content; nothing where it is hers, somebody else's, or not usable with him.
fn only_his(content: &Content, him: EntryId) -> Option<Content> {
    let mut content = content.clone();
    content.sources.retain(|source| matches!(&source.how, How::ToldDirectly { by } if *by == Who::Person(him)));
    content.disputes.retain(|dispute| dispute.by == Who::Person(him));
    match &content.body {
        Body::Person(_) => {}
        Body::Behaviour(b) if b.actor == him && b.usable_with_actor != Usable::No => {}
        Body::Plan(plan) if plan.person == him && plan.part == Part::Change => {}
        Body::Goal(goal) if goal.ended.is_none() => {}
        _ => return None,
    }
    Some(content)
}

fn without_hers(file: &CaseFile, opened: &CaseEvent, him: EntryId) -> CaseFile {
    let mut events = vec![opened.clone()];
    for (n, (id, entry)) in file.entries().enumerate() {
        if let Some(content) = only_his(&entry.content, him).filter(|_| !entry.withdrawn) {
            events.push(CaseEvent::Entry(Box::new(revision(id, 1, n, Change::Recorded(Box::new(content))))));
        }
    }
    CaseFile::fold(events).unwrap()
}

fn holds_for(make: impl Fn(&CaseFile, EntryId) -> Vec<u8>) -> Result<(), String> {
    let config = Config { cases: 150, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let strategy = (prop::collection::vec(any::<u16>(), 100..500), 0_usize..2);
    let many = [Kind::Behaviour, Kind::Plan, Kind::Goal];
    let result = runner.run(&strategy, |(numbers, him)| {
        let events = case_with_many(&mut Choices::new(&numbers), &many);
        let one = CaseFile::fold(events.clone()).unwrap();
        let two = without_hers(&one, &events[0], id(him));
        let (one, two) = (make(&one, id(him)), make(&two, id(him)));
        if one == two { Ok(()) } else { Err(TestCaseError::fail("the bytes differ")) }
    });
    result.map_err(|error| error.to_string())
}

#[test]
fn nothing_of_hers_changes_a_byte_of_what_he_is_handed() {
    let words = crate::support::words();
    let goals = Cell::new(0);
    let held = holds_for(|file, him| {
        let projection = project(file, &Clearance::for_actor(him));
        goals.set(goals.get() + projection.of_kind(Kind::Goal).count());
        bytes(&projection, him, &words)
    });
    held.unwrap();
    assert!(goals.get() > 20, "{} goals were on a copy", goals.get());
}

/// The control: a copy made of what an audience outside may have. If the property does not catch it, it catches nothing.
#[test]
fn a_copy_made_of_more_than_is_his_is_caught() {
    let words = crate::support::words();
    let leaking = holds_for(|file, him| {
        let clearance = Clearance { audience: Audience::Outside, ..Clearance::for_actor(him) };
        bytes(&project(file, &clearance), him, &words)
    });
    assert!(leaking.is_err());
}

#[test]
fn the_copies_of_the_demo_say_what_is_theirs_and_nothing_else() {
    let (file, words) = (demo(), crate::support::words());
    let person = |name: &str| {
        let named = |body: &Body| matches!(body, Body::Person(p) if p.short() == name);
        file.entries().find(|(_, entry)| named(&entry.content.body)).map(|(id, _)| id).unwrap()
    };
    let (craig, ewa) = (person("Craig"), person("Ewa"));
    let text = |clearance: &Clearance, person: EntryId, part: Part| -> String {
        let projection = project(&file, clearance);
        let view = views::copy(&projection, &pack(), DAY.parse().unwrap(), person, part).unwrap();
        let document = print::told(&words.tell_copy(&view), &words, view.as_of, Vec::new());
        unzip(&print::docx(&document, Paper::A4).unwrap()).into_iter().map(|(_, text)| text).collect()
    };
    let his = text(&Clearance::for_actor(craig), craig, Part::Change);
    assert!(his.contains("Keeps his hands off") && his.contains("laughed at"), "the agreed wording");
    for never in
        ["Forbids Polish", "lunch account", "certificate", "beat him", "waiting list", "Kasia", "housing office"]
    {
        assert!(!his.contains(never), "{never}");
    }
    let hers = text(&Clearance::for_survivor(ewa), ewa, Part::Support);
    assert!(hers.contains("housing office") && hers.contains("sleep") && hers.contains("Kasia"));
    for never in ["hands off", "Probation", "judge", "the day before he is spoken to"] {
        assert!(!hers.contains(never), "{never}");
    }
}
