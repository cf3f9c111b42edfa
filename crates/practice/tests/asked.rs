//! What nobody has asked yet: the same of every caregiver and of both adults, and of the agencies first.

use crate::invent::{id, opened, revision};
use practice::case::CaseFile;
use practice::clearance::{Audience, Clearance};
use practice::entry::{Change, Content};
use practice::event::CaseEvent;
use practice::label::Label;
use practice::pack::Pack;
use practice::project::project;
use practice::views::gaps::{Ask, Gap, Question};
use serde_json::{Value, json};

/// Ids: 1 and 2 are the adults, 3 and 4 the children, 5 what is done.
fn family(more: Vec<Value>) -> Vec<Gap> {
    let (perpetrator, survivor, child, baby, act) = (id(1), id(2), id(3), id(4), id(5));
    let mut bodies = vec![
        json!({ "person": { "name": "Dan" } }),
        json!({ "person": { "name": "Nia" } }),
        json!({ "person": { "name": "Leo", "born": "2018-02" } }),
        json!({ "person": { "name": "Bea", "born": "2026-02" } }),
        json!({ "behaviour": { "actor": perpetrator, "act": "Takes the money", "title": "Money", "targets": [survivor] } }),
        json!({ "role_decision": { "person": perpetrator, "role": "perpetrator" } }),
        json!({ "role_decision": { "person": survivor, "role": "survivor" } }),
        json!({ "role_decision": { "person": child, "role": "child" } }),
        json!({ "role_decision": { "person": baby, "role": "child" } }),
        json!({ "relationship": { "kind": "parent", "from": perpetrator, "to": child } }),
        json!({ "relationship": { "kind": "parent", "from": survivor, "to": child } }),
    ];
    assert_eq!(act, id(5));
    bodies.extend(more);
    let mut events = vec![opened()];
    for (n, body) in bodies.into_iter().enumerate() {
        let label = if body.get("use_of_force").is_some() { Label::Staff } else { Label::Professional };
        let mut content = json!({ "label": label.code(), "body": body });
        if let Some(sources) = content["body"].as_object_mut().and_then(|body| body.remove("sources")) {
            content["sources"] = sources;
        }
        let content: Content = serde_json::from_value(content).unwrap();
        let change = Change::Recorded(Box::new(content));
        events.push(CaseEvent::Entry(Box::new(revision(id(n + 1), 1, n, change))));
    }
    let file = CaseFile::fold(events).unwrap();
    let pack = Pack::parse(include_str!("../../../packs/base/pack.toml")).unwrap();
    let clearance = Clearance { audience: Audience::Team, ..Clearance::whole() };
    let day = "2026-11-24".parse().unwrap();
    practice::views::gaps(&project(&file, &clearance), &pack, day).gaps
}

fn asks(gaps: &[Gap], wanted: impl Fn(&Question) -> bool) -> bool {
    gaps.iter().any(|gap| wanted(&gap.question))
}

#[test]
fn nobody_has_spoken_with_him_until_somebody_has() {
    let with = |agency: &str, outcome: &str| {
        json!({ "contact": {
            "with": [{ "person": id(1) }], "agency": agency, "means": "phone", "outcome": outcome,
        } })
    };
    let tried =
        family(vec![with("Police", "not_tried"), with("School", "no_answer"), with("Health", "did_not_come")]);
    let agencies = tried.iter().find_map(|gap| match &gap.question {
        Question::NobodySpokeWith { agencies, own, .. } => Some((agencies.clone(), *own)),
        _ => None,
    });
    assert_eq!(agencies, Some((vec!["Police".into(), "School".into(), "Health".into()], false)));
    // What was not even tried is nothing of which she would have had to be told.
    let warned =
        |gaps: &[Gap]| gaps.iter().filter(|g| matches!(g.question, Question::WarnedAndAsked { .. })).count();
    assert_eq!(warned(&tried), 2);
    let spoken = family(vec![with("School", "spoke")]);
    assert!(!asks(&spoken, |q| matches!(q, Question::NobodySpokeWith { .. })));
    assert_eq!(warned(&spoken), 1);
    // It is never the person who causes harm who is named as safe to ask.
    for gap in tried.iter().chain(&spoken) {
        let him = |ask: &Ask| matches!(ask, Ask::Alone(named) | Ask::Person(named) if named.id == Some(id(1)));
        assert!(!gap.ask.iter().any(him), "{:?}", gap.question);
    }
}

#[test]
fn what_was_asked_of_one_parent_is_asked_of_the_other() {
    let none = family(Vec::new());
    let nothing_of = |gaps: &[Gap], who| {
        asks(gaps, |q| matches!(q, Question::NoDailyCare { carer } if carer.id == Some(id(who))))
    };
    assert!(nothing_of(&none, 1) && nothing_of(&none, 2), "both alike");
    let care = |who: usize, area: &str| json!({ "daily_care": { "carer": id(who), "children": [id(3)], "area": area, "does": "Everything" } });
    for (more, less) in [(1, 2), (2, 1)] {
        let gaps = family(vec![care(more, "night"), care(more, "meals"), care(less, "meals")]);
        let missing: Vec<(Option<_>, Vec<String>)> = gaps
            .iter()
            .filter_map(|gap| match &gap.question {
                Question::CareAskedOfOne { carer, areas } => {
                    Some((carer.id, areas.iter().map(ToString::to_string).collect()))
                }
                _ => None,
            })
            .collect();
        assert_eq!(missing, [(Some(id(less)), vec!["night".to_owned()])]);
    }
}

#[test]
fn force_is_asked_about_both_alike() {
    let force = |who: usize, towards: usize, questions: &[&str]| {
        let answers: Vec<Value> = questions.iter().map(|q| json!({ "question": q, "answer": "Yes" })).collect();
        json!({ "use_of_force": { "person": id(who), "towards": id(towards), "answers": answers } })
    };
    for (one, two) in [(1, 2), (2, 1)] {
        let gaps = family(vec![force(one, two, &["fear", "history"]), force(two, one, &["history"])]);
        let asked: Vec<_> = gaps
            .iter()
            .filter_map(|gap| match &gap.question {
                Question::ForceOneSided { person, questions, .. } => {
                    Some((person.id, questions.iter().map(ToString::to_string).collect::<Vec<_>>()))
                }
                _ => None,
            })
            .collect();
        assert_eq!(asked, [(Some(id(two)), vec!["fear".to_owned()])]);
    }
}

#[test]
fn a_child_is_heard_and_seen_alone_and_a_baby_is_not_asked() {
    let of = |gaps: &[Gap], child: usize| {
        [
            asks(gaps, |q| matches!(q, Question::NoWordsOf { child: c } if c.id == Some(id(child)))),
            asks(gaps, |q| matches!(q, Question::NotSeenAlone { child: c } if c.id == Some(id(child)))),
        ]
    };
    let none = family(Vec::new());
    assert_eq!(of(&none, 3), [true, true]);
    assert_eq!(of(&none, 4), [false, false]);
    let heard = json!({ "voice": { "whose": id(3), "words": { "words": "Stay" }, "alone": false } });
    assert_eq!(of(&family(vec![heard]), 3), [false, true]);
    let seen = json!({ "visit": { "kind": "school", "present": [{ "person": id(3) }], "seen_alone": [id(3)] } });
    assert_eq!(of(&family(vec![seen]), 3), [true, false]);
}

#[test]
fn the_agencies_are_asked_what_they_did_and_whether_it_helped() {
    let response = |effects: Value| {
        json!({ "system_response": {
            "agency": "Police", "sector": "police", "did": "went away", "behaviours": [{ "to": id(5) }],
            "effects": effects,
        } })
    };
    let helped = |gaps: &[Gap]| asks(gaps, |q| matches!(q, Question::DidItHelp { .. }));
    assert!(helped(&family(vec![response(json!([]))])));
    let said = json!([{ "effect": "reinforced", "by": { "person": id(2) } }]);
    assert!(!helped(&family(vec![response(said)])));
}

#[test]
fn where_nobody_is_sure_is_a_question_and_not_a_guess() {
    let none = family(Vec::new());
    assert!(asks(&none, |q| matches!(q, Question::WhereChildLives { .. })));
    let unsure = json!({ "living_arrangement": { "who": [id(3)], "sure": "nobody_is_sure" } });
    let gaps = family(vec![unsure]);
    assert!(asks(&gaps, |q| matches!(q, Question::NobodySureWhere { people, .. } if people == &["Leo"])));
    assert!(!asks(&gaps, |q| matches!(q, Question::WhereChildLives { child } if child.id == Some(id(3)))));
}

#[test]
fn a_concern_about_care_asks_for_the_part_he_has_in_it() {
    let concern = |more: Value| {
        let mut value = json!({ "carer": id(2), "seen": "No breakfast", "children": [{ "child": id(3) }] });
        value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "care_concern": value })
    };
    let alone = |gaps: &[Gap]| asks(gaps, |q| matches!(q, Question::ConcernAlone { .. }));
    assert!(alone(&family(vec![concern(json!({}))])));
    assert!(alone(&family(vec![concern(json!({ "behaviours": [{ "to": id(5) }] }))])), "and what help is wanted");
    let whole = json!({ "behaviours": [{ "to": id(5) }], "help_wanted": "Somebody for the mornings" });
    assert!(!alone(&family(vec![concern(whole)])));
}
