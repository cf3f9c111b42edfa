//! What he is shown is made only from what is usable with him and from his own words: a file from which everything else is
//! taken away gives the same bytes, in the projection and in every view.

use crate::invent::{Choices, case_with_many, id, revision};
use crate::withheld::{PACK, bytes, first_difference};
use practice::case::CaseFile;
use practice::clearance::{Audience, Clearance};
use practice::entry::{Change, Content};
use practice::event::CaseEvent;
use practice::ids::EntryId;
use practice::kinds::pattern::Usable;
use practice::kinds::plan::Part;
use practice::kinds::{Body, Kind};
use practice::pack::Pack;
use practice::project::project;
use practice::source::{How, Who};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use std::cell::Cell;

/// What his copy is made of.
const MANY: &[Kind] = &[Kind::Behaviour, Kind::Behaviour, Kind::Plan, Kind::Goal, Kind::ChangeReview];

/// The content as he may have told it, where there is anything of it that he may have.
fn only_his(content: &Content, him: EntryId) -> Option<Content> {
    let mut content = content.clone();
    let own = |who: &Who| *who == Who::Person(him);
    content.sources.retain(|source| matches!(&source.how, How::ToldDirectly { by } if own(by)));
    content.disputes.retain(|dispute| own(&dispute.by));
    content.occasion = None;
    match &mut content.body {
        Body::Person(_) => {}
        Body::Behaviour(behaviour) => {
            if behaviour.actor != him || behaviour.usable_with_actor == Usable::No {
                return None;
            }
            behaviour.through.clear();
            behaviour.relationship = None;
            behaviour.answers_effort.clear();
            if behaviour.usable_with_actor.wording().is_some() {
                // What she said stands behind the wording, and must not show through it.
                behaviour.act = practice::text::Text::parse("something else that she said").unwrap();
                behaviour.title = None;
                content.happened = practice::when::Happened::NotKnown;
            }
        }
        Body::Plan(plan) => {
            if plan.person != him || plan.part != Part::Change {
                return None;
            }
            (plan.copy, plan.relationship) = (None, None);
        }
        Body::Goal(goal) => {
            if goal.ended.is_some() {
                return None;
            }
            goal.verified_by.retain(|who| matches!(who, Who::Other(_)));
            goal.reviewer = goal.reviewer.take().filter(|who| matches!(who, Who::Other(_)));
            goal.engage = None;
            for service in &mut goal.services {
                service.came_of_it = None;
            }
        }
        Body::ChangeReview(review) => {
            if review.person != him {
                return None;
            }
            // Who spoke with him, and what the team noted beside his words.
            review.held_by.clear();
            review.remark = None;
        }
        _ => return None,
    }
    Some(content)
}

/// The same file without anything of hers, without what is not usable with him, without any source but his own, and without
/// its history.
fn without_hers(file: &CaseFile, opened: &CaseEvent, him: EntryId) -> CaseFile {
    let mut events = vec![opened.clone()];
    for (n, (id, entry)) in file.entries().enumerate() {
        if entry.withdrawn {
            continue;
        }
        let Some(content) = only_his(&entry.content, him) else { continue };
        events.push(CaseEvent::Entry(Box::new(revision(id, 1, n, Change::Recorded(Box::new(content))))));
    }
    CaseFile::fold(events).unwrap()
}

fn holds_for(make: impl Fn(&CaseFile, EntryId) -> String) -> Result<(), String> {
    let config = Config { cases: 1_000, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let strategy = (prop::collection::vec(any::<u16>(), 60..500), 0_usize..3);
    let result = runner.run(&strategy, |(numbers, him)| {
        let events = case_with_many(&mut Choices::new(&numbers), MANY);
        let one = CaseFile::fold(events.clone()).unwrap();
        let two = without_hers(&one, &events[0], id(him));
        let (one, two) = (make(&one, id(him)), make(&two, id(him)));
        if one == two { Ok(()) } else { Err(TestCaseError::fail(first_difference(&one, &two))) }
    });
    result.map_err(|error| match error {
        TestError::Fail(reason, input) => format!("{reason} with {input:?}"),
        TestError::Abort(reason) => format!("ended early: {reason}"),
    })
}

#[test]
fn what_is_hers_never_changes_what_he_is_shown() {
    let pack = Pack::parse(PACK).unwrap();
    let (behaviours, withheld) = (Cell::new(0), Cell::new(0));
    let made = holds_for(|file, him| {
        let projection = project(file, &Clearance::for_actor(him));
        let shown = projection.all().filter(|seen| matches!(seen.content.body, Body::Behaviour(_))).count();
        behaviours.set(behaviours.get() + shown);
        withheld.set(withheld.get() + file.len() - projection.all().count());
        let exchange = practice::views::exchange(&projection, &pack, crate::withheld::as_of(), him);
        bytes(&projection, &pack) + &serde_json::to_string(&exchange).unwrap()
    });
    made.unwrap_or_else(|why| panic!("{why}"));
    assert!(behaviours.get() > 200 && withheld.get() > 5_000, "{} shown, {} not", behaviours.get(), withheld.get());
}

/// The control: a projection for somebody outside the team is not one for him.
#[test]
fn a_projection_for_anybody_else_is_caught() {
    let pack = Pack::parse(PACK).unwrap();
    let leaking = holds_for(|file, him| {
        let clearance = Clearance { audience: Audience::Outside, ..Clearance::for_actor(him) };
        bytes(&project(file, &clearance), &pack)
    });
    assert!(leaking.is_err());
}

/// The control: her words instead of those she agreed to.
#[test]
fn the_act_in_place_of_the_agreed_wording_is_caught() {
    let leaking = holds_for(|file, him| {
        let shown = project(file, &Clearance::for_actor(him));
        let acts = shown.all().filter_map(|seen| match &file.entry(seen.id)?.content.body {
            Body::Behaviour(behaviour) => Some(behaviour.act.to_string()),
            _ => None,
        });
        acts.collect()
    });
    assert!(leaking.is_err());
}
