//! Nothing withheld leaves a trace: two case files that differ only in what a clearance withholds give the same bytes,
//! in the projection and in every view.

use crate::invent::{Choices, Known, case, content, id, revision};
use practice::case::CaseFile;
use practice::clearance::{Audience, Clearance};
use practice::entry::{Change, Ground};
use practice::event::CaseEvent;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::kinds::plan::Part;
use practice::label::{Label, Labels};
use practice::pack::Pack;
use practice::project::{Projection, project};
use practice::views;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use std::cell::Cell;
use std::collections::BTreeSet;

pub(crate) const PACK: &str = include_str!("../../../packs/base/pack.toml");

pub(crate) fn as_of() -> jiff::civil::Date {
    "2026-11-24".parse().unwrap()
}

/// The base pack with one of its tests: a view must not tell by the questions of a test either.
pub(crate) fn pack() -> Pack {
    let opening = ("opening.toml", include_str!("../../../packs/base/tests/opening.toml"));
    let removal = ("removal.toml", include_str!("../../../packs/base/tests/removal.toml"));
    Pack::parse(PACK).unwrap().with_tests(opening, &[removal]).unwrap()
}

/// Everything that can be made of a projection, as bytes.
pub(crate) fn bytes(projection: &Projection, pack: &Pack) -> String {
    let mut out = serde_json::to_string(projection).unwrap();
    out.push_str(&serde_json::to_string(&views::map(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::gaps(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::overview(projection, pack, as_of())).unwrap());
    let chronology = views::chronology(projection, pack, as_of());
    out.push_str(&serde_json::to_string(&chronology).unwrap());
    // The strip cannot be serialised, the choices and parts have no need to be.
    let parts: Vec<String> = chronology.parts().into_iter().map(|part| part.key).collect();
    out.push_str(&format!("{:?}{:?}{parts:?}", views::strip(&chronology), chronology.choices()));
    for person in &chronology.choices().people {
        let filter = views::chronology::Filter { person: person.id, ..Default::default() };
        out.push_str(&serde_json::to_string(&chronology.filtered(&filter)).unwrap());
    }
    out.push_str(&serde_json::to_string(&views::genogram(projection, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::ecomap(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::visibility(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::responses(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::change(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::care(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::force(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::interviews(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::plan(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::efforts_with_him(projection, pack, as_of())).unwrap());
    for seen in projection.of_kind(Kind::Person) {
        for part in Part::ALL {
            let copy = views::copy(projection, pack, as_of(), seen.id, part);
            out.push_str(&serde_json::to_string(&copy).unwrap());
        }
    }
    out.push_str(&serde_json::to_string(&views::intersections(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::curated::all(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::tests(projection, pack, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::sessions(projection, as_of())).unwrap());
    out.push_str(&serde_json::to_string(&views::supervision(projection, pack, as_of())).unwrap());
    for seen in projection.of_kind(Kind::Person) {
        let child = views::child(projection, pack, as_of(), seen.id);
        out.push_str(&serde_json::to_string(&child).unwrap());
    }
    out
}

/// One of the two case files that differ only in what is withheld, from the other.
fn other(events: &[CaseEvent], clearance: &Clearance, choices: &mut Choices<'_>) -> Vec<CaseEvent> {
    let file = CaseFile::fold(events.to_vec()).unwrap();
    let seen = project(&file, clearance);
    let withheld: BTreeSet<EntryId> =
        file.entries().map(|(id, _)| id).filter(|id| seen.get(*id).is_none()).collect();
    let is_withheld = |event: &CaseEvent| matches!(event, CaseEvent::Entry(r) if withheld.contains(&r.id));
    let mut out = events.to_vec();
    match choices.below(4) {
        // Without any of it.
        0 => out.retain(|event| !is_withheld(event)),
        // Without the history of some of it, and with more of it.
        1 => {
            for entry in withheld {
                let Some(known) = file.entry(entry) else { continue };
                let label = known.content.label;
                if clearance.labels.has(label) || known.withdrawn {
                    continue;
                }
                let all = file.entries().map(|(id, entry)| (id, entry.kind())).collect();
                let change = match choices.below(2) {
                    0 => Change::Withdrawn(Ground::Duplicate),
                    _ => Change::Revised(Box::new(content(choices, &Known { all }, known.kind(), label, "secret"))),
                };
                let number = known.revision() + 1;
                out.push(CaseEvent::Entry(Box::new(revision(entry, number, 500, change))));
            }
        }
        // With some of it taken out for good: the fact of it must not show either.
        2 => {
            for entry in withheld {
                if file.entry(entry).is_some() && choices.below(2) == 0 {
                    out.push(CaseEvent::Removed(Box::new(crate::folding::removed(&file, entry))));
                }
            }
        }
        // With new ones among the others.
        _ => {
            let hidden: Vec<Label> = Label::ALL.into_iter().filter(|label| !clearance.labels.has(*label)).collect();
            for n in 0..=choices.below(4) {
                let Some(label) = choices.one(&hidden).copied() else { break };
                let kind = Kind::ALL[choices.below(Kind::ALL.len())];
                let all = file.entries().map(|(id, entry)| (id, entry.kind())).collect();
                let change = Change::Recorded(Box::new(content(choices, &Known { all }, kind, label, "secret")));
                let at = 1 + choices.below(out.len());
                out.insert(at, CaseEvent::Entry(Box::new(revision(id(900 + n), 1, 400 + n, change))));
            }
        }
    }
    out
}

/// Runs the property for some way of making bytes of a case file for a clearance.
fn holds_for(make: impl Fn(&CaseFile, &Clearance) -> String) -> Result<(), String> {
    let config = Config { cases: 1_000, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let strategy = (
        prop::collection::vec(any::<u16>(), 40..400),
        prop::collection::vec(any::<u16>(), 30),
        0_u8..=0x7f,
        any::<bool>(),
    );
    let result = runner.run(&strategy, |(numbers, more, labels, team)| {
        let labels: Labels =
            Label::ALL.into_iter().enumerate().filter(|(n, _)| labels & (1 << n) != 0).map(|(_, l)| l).collect();
        let audience = if team { Audience::Team } else { Audience::Outside };
        let clearance = Clearance { labels, audience };
        let one = case(&mut Choices::new(&numbers));
        let two = other(&one, &clearance, &mut Choices::new(&more));
        let [one, two] = [one, two].map(|events| CaseFile::fold(events).unwrap());
        let (one, two) = (make(&one, &clearance), make(&two, &clearance));
        if one == two { Ok(()) } else { Err(TestCaseError::fail(first_difference(&one, &two))) }
    });
    result.map_err(|error| match error {
        TestError::Fail(reason, input) => format!("{reason} with {input:?}"),
        TestError::Abort(reason) => format!("ended early: {reason}"),
    })
}

pub(crate) fn first_difference(one: &str, two: &str) -> String {
    let at = one.chars().zip(two.chars()).take_while(|(a, b)| a == b).count();
    let near = |text: &str| text.chars().skip(at.saturating_sub(120)).take(240).collect::<String>();
    format!("\n{}\n{}\n", near(one), near(two))
}

#[test]
fn what_is_withheld_leaves_no_trace() {
    let pack = pack();
    let (telling, shown) = (Cell::new(0), Cell::new(0));
    let made = holds_for(|file, clearance| {
        let projection = project(file, clearance);
        let visible = projection.all().count();
        // How many of the files had both something to show and something to withhold: the invention is the same each time.
        telling.set(telling.get() + usize::from(visible > 2 && visible < file.len()));
        shown.set(shown.get() + visible);
        let bytes = bytes(&projection, &pack);
        assert!(!bytes.contains("secret"), "words of a withheld entry");
        bytes
    });
    made.unwrap_or_else(|why| panic!("{why}"));
    assert!(telling.get() > 600 && shown.get() > 6_000, "{} files, {} entries", telling.get(), shown.get());
}

/// The controls: projectors that leak a little. If the property does not catch them, it catches nothing.
#[test]
fn a_count_that_leaks_is_caught() {
    let why = holds_for(|file, clearance| {
        let projection = project(file, clearance);
        format!("{} of {} entries", projection.all().count(), file.len())
    });
    assert!(why.is_err_and(|why| why.contains("entries")));
}

#[test]
fn a_link_that_leaks_is_caught() {
    let leaking = holds_for(|file, clearance| {
        let projection = project(file, clearance);
        // The contents as they are in the file: with every link, to whatever.
        projection
            .all()
            .filter_map(|seen| file.entry(seen.id))
            .flat_map(|entry| entry.content.references())
            .filter(|link| file.entry(link.to).is_some())
            .map(|link| link.to.to_string())
            .collect()
    });
    assert!(leaking.is_err());
}

#[test]
fn an_order_that_leaks_is_caught() {
    let leaking = holds_for(|file, clearance| {
        let projection = project(file, clearance);
        let places = file.entries().enumerate().filter(|(_, (id, _))| projection.get(*id).is_some());
        places.map(|(n, _)| format!("{n} ")).collect()
    });
    assert!(leaking.is_err());
}
