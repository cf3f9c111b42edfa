//! Invented cases are what a page or an import would take, and the same for the same seed.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

use invented::{Case, Profile, Recipe};
use practice::entry::Change;
use practice::kinds::{Body, Kind};
use practice::pack::Pack;
use practice::text::Text;
use std::collections::{BTreeMap, BTreeSet};

fn pack() -> Pack {
    Pack::parse(include_str!("../../../packs/base/pack.toml")).unwrap()
}

fn recipe(seed: u64) -> Recipe {
    Recipe { seed, profile: Profile::Council, pack: Text::parse("base 1").unwrap() }
}

fn bytes(case: &Case) -> String {
    case.document.to_json().unwrap()
}

fn bodies(case: &Case) -> impl Iterator<Item = &Body> {
    case.document.entries.iter().filter_map(|revision| Some(&revision.content()?.body))
}

#[test]
fn the_same_seed_gives_the_same_bytes_whatever_was_made_before() {
    let all: Vec<_> = (0..50).map(|n| bytes(&recipe(7).case(n).unwrap())).collect();
    assert_eq!(bytes(&recipe(7).case(31).unwrap()), all[31]);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 50, "fifty families");
    assert_ne!(bytes(&recipe(8).case(31).unwrap()), all[31], "the control: another seed");
    // Kept from when it was written: on another machine, and with another version, it must say whether it is still so.
    let hash = |text: &str| {
        text.bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    assert_eq!(
        format!("{:x}", hash(&all[0])),
        "6ed3c3f5b733d456",
        "change this when a phrase or a name changes, and say so"
    );
}

#[test]
fn every_case_is_one_that_an_import_would_take() {
    for n in 0..300 {
        let case = recipe(1).case(n).unwrap();
        assert_eq!(case.document.problems(), [], "case {n}");
        assert!(case.document.case.invented);
        assert!(bodies(&case).any(|body| body.kind() == Kind::Behaviour), "case {n}");
    }
    // The control: a case that names nothing is noticed.
    let mut case = recipe(1).case(0).unwrap();
    case.document.entries.retain(|revision| !matches!(revision.content().map(|c| &c.body), Some(Body::Person(_))));
    assert!(!case.document.problems().is_empty());
}

#[test]
fn families_are_of_many_kinds() {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let (mut withdrawn, mut revised, mut linked) = (0, 0, 0);
    for n in 0..400 {
        let case = recipe(2).case(n).unwrap();
        for body in bodies(&case) {
            *kinds.entry(body.kind()).or_default() += 1;
            linked += usize::from(matches!(body, Body::Effort(effort) if !effort.answers.is_empty()));
        }
        let steps = |step: fn(&Change) -> bool| case.document.entries.iter().filter(|r| step(&r.change)).count();
        withdrawn += steps(|change| matches!(change, Change::Withdrawn(_)));
        revised += steps(|change| matches!(change, Change::Revised(_)));
    }
    assert!(withdrawn > 0 && revised > 0 && linked > 500, "{withdrawn} {revised} {linked}");
    for kind in [
        Kind::RoleDecision,
        Kind::ContactDetail,
        Kind::Effort,
        Kind::Impact,
        Kind::Voice,
        Kind::DailyCare,
        Kind::Plan,
        Kind::Goal,
        Kind::Support,
        Kind::ChangeReview,
        Kind::Evidence,
        Kind::Decision,
        Kind::SignOff,
        Kind::Supervision,
        Kind::MappingSession,
        Kind::WorkerSafety,
        Kind::Intersection,
        Kind::SystemResponse,
        Kind::AgencyAction,
    ] {
        assert!(kinds.contains_key(&kind), "{kind:?} never happens: {kinds:?}");
    }
}

#[test]
fn every_code_is_one_of_the_base_pack() {
    let pack = pack();
    let plain: BTreeMap<Kind, BTreeSet<&str>> = [
        (Kind::Visit, pack.visit.iter().map(|one| one.code.as_str()).collect()),
        (Kind::DailyCare, pack.care_area.iter().map(|one| one.code.as_str()).collect()),
        (Kind::Intersection, pack.factor.iter().map(|one| one.code.as_str()).collect()),
        (Kind::SystemResponse, pack.sector.iter().map(|one| one.code.as_str()).collect()),
        (Kind::ContactDetail, pack.contact_detail.iter().map(|one| one.code.as_str()).collect()),
    ]
    .into();
    let mut looked_at = 0;
    for n in 0..400 {
        let case = recipe(3).case(n).unwrap();
        for body in bodies(&case) {
            let fits = match body {
                Body::Behaviour(one) => one.categories.iter().all(|code| pack.behaviour(code).is_some()),
                Body::Effort(one) => one.categories.iter().all(|code| pack.effort(code).is_some()),
                Body::Impact(one) => one.domains.iter().all(|code| pack.impact.iter().any(|d| d.code == *code)),
                Body::Visit(one) => plain[&Kind::Visit].contains(one.kind.as_str()),
                Body::DailyCare(one) => plain[&Kind::DailyCare].contains(one.area.as_str()),
                Body::Intersection(one) => plain[&Kind::Intersection].contains(one.factor.as_str()),
                Body::SystemResponse(one) => plain[&Kind::SystemResponse].contains(one.sector.as_str()),
                Body::ContactDetail(one) => plain[&Kind::ContactDetail].contains(one.kind.as_str()),
                Body::Contact(one) => pack.outcome.iter().any(|known| known.code == one.outcome),
                _ => continue,
            };
            looked_at += 1;
            assert!(fits, "{body:?}");
        }
    }
    assert!(looked_at > 5_000, "{looked_at}");
}

#[test]
fn no_phrase_is_left_unsaid() {
    for n in 0..200 {
        let text = bytes(&recipe(4).case(n).unwrap());
        // A bracket or a bar of the grammar, or somebody whose name was not known.
        for left in ["|", "@", "somebody's", "{a", "Not known\""] {
            assert!(
                !text.contains(left),
                "case {n} has {left}: {}",
                text.lines().find(|l| l.contains(left)).unwrap()
            );
        }
    }
}

#[test]
fn a_very_long_case_has_as_many_entries_as_were_asked_for_and_sixty_people() {
    let case = recipe(1).very_long(5_000).unwrap();
    let entries = case.document.entries.iter().filter(|revision| revision.revision == 1).count();
    assert!((4_900..=5_200).contains(&entries), "{entries}");
    let people = bodies(&case).filter(|body| body.kind() == Kind::Person).count();
    assert!((53..=62).contains(&people), "{people}");
    assert_eq!(case.document.problems(), []);
}
