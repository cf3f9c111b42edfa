//! The views of the whole case: what each must show, and what it must never say.

use crate::chronology::{behaviour, family, on, over};
use crate::invent::id;
use practice::pack::Pack;
use practice::project::Projection;
use practice::views;
use serde_json::{Value, json};

fn pack() -> Pack {
    Pack::parse(include_str!("../../../packs/base/pack.toml")).unwrap()
}

fn day() -> jiff::civil::Date {
    "2026-11-24".parse().unwrap()
}

fn entry(happened: Value, body: Value) -> Value {
    json!({ "label": "professional", "happened": happened, "body": body })
}

fn contact(with: usize, agency: &str, outcome: &str) -> Value {
    entry(
        on("2026-03-05"),
        json!({ "contact": { "with": [{ "person": id(with) }], "agency": agency, "means": "phone", "outcome": outcome } }),
    )
}

fn response(agency: &str, effect: &str, towards: usize) -> Value {
    entry(
        on("2026-03-06"),
        json!({ "system_response": { "agency": agency, "sector": "police", "did": "Something", "towards": [id(towards)],
            "behaviours": [{ "to": id(10) }], "effects": [{ "effect": effect, "by": { "person": id(2) } }] } }),
    )
}

fn care(carer: usize, area: &str, more: Value) -> Value {
    let mut body = json!({ "carer": id(carer), "children": [id(3)], "area": area });
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    entry(json!("not_known"), json!({ "daily_care": body }))
}

fn with(more: &[(usize, Value)]) -> Projection {
    let mut all = vec![(10, behaviour("Money", over("2014", "ongoing", "most_weeks"), &[]))];
    all.extend(more.iter().cloned());
    family(&all)
}

#[test]
fn an_attempt_is_no_contact_and_every_agency_of_the_case_counts() {
    let projection = with(&[
        (11, contact(2, "Police", "spoke")),
        (12, contact(1, "Police", "no_answer")),
        (13, contact(2, "School", "spoke")),
        (14, response("Court", "helped", 2)),
    ]);
    let view = views::visibility(&projection, &pack(), day());
    let [craig, ewa] = view.parents.as_slice() else { panic!("two parents") };
    assert_eq!((craig.person.name.as_str(), ewa.person.name.as_str()), ("Craig", "Ewa"));
    assert!(craig.spoken.is_empty() && craig.tried.len() == 1 && craig.asked.is_empty());
    let agencies: Vec<&str> = craig.not_by.iter().flatten().map(String::as_str).collect();
    assert_eq!(agencies, ["Police", "School", "Court"]);
    assert_eq!(ewa.not_by, [Some("Court".to_owned())]);
    assert_eq!(ewa.asked.len(), 1);
}

#[test]
fn what_was_done_in_self_defence_is_neither_control_nor_harm() {
    let mut push = behaviour("Push", on("2026-01-01"), &[]);
    push["body"]["behaviour"]["actor"] = json!(id(2));
    push["body"]["behaviour"]["targets"] = json!([id(1)]);
    push["body"]["behaviour"]["force"] = json!("self_defence");
    let projection = with(&[(11, push)]);
    let visibility = views::visibility(&projection, &pack(), day());
    assert!(visibility.parents[1].harms.is_empty() && !visibility.parents[0].harms.is_empty());
    // But it is on the page about force, with the same questions about both.
    let force = views::force(&projection, &pack(), day());
    let pair = &force.pairs[0];
    assert_eq!(pair.acts.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(pair.questions.len(), pack().force_question.len());
    assert!(pair.questions.iter().all(|row| row.answers.iter().all(Vec::is_empty)));
}

#[test]
fn two_agencies_that_pull_apart_are_seen_and_two_that_do_not_are_not() {
    let apart = |one: &str, other: &str| {
        let projection = with(&[(11, response("Police", one, 2)), (12, response("Court", other, 1))]);
        views::responses(&projection, &pack(), day()).together[0].apart
    };
    assert!(apart("helped", "reinforced") && !apart("helped", "neutral") && !apart("reinforced", "reinforced"));
    let alone = with(&[(11, response("Police", "helped", 2)), (12, response("Police", "reinforced", 2))]);
    assert!(views::responses(&alone, &pack(), day()).together.is_empty(), "one agency is not two");
}

#[test]
fn what_was_asked_of_one_caregiver_is_a_question_about_the_other() {
    let projection = with(&[
        (11, care(2, "night", json!({ "does": "Gets up", "good": "Sings" }))),
        (12, care(1, "night", json!({ "does": "Sleeps" }))),
        (13, care(1, "play", json!({ "good": "Is patient at football" }))),
    ]);
    let view = views::care(&projection, &pack(), day());
    let names: Vec<&str> = view.carers.iter().map(|carer| carer.name.as_str()).collect();
    assert_eq!(names, ["Ewa", "Craig"]);
    let night = view.areas.iter().find(|area| area.area.as_str() == "night").unwrap();
    assert_eq!(night.cells[0].not_asked, []);
    assert_eq!(night.cells[1].not_asked, [views::care::CareAsked::Good]);
    let play = view.areas.iter().find(|area| area.area.as_str() == "play").unwrap();
    assert_eq!(play.cells[1].lines[0].good.as_deref(), Some("Is patient at football"));
    assert!(play.cells[0].lines.is_empty());
    assert_eq!(view.areas.len() + view.unasked.len(), pack().care_area.len());
}

#[test]
fn a_child_is_heard_first_and_each_line_is_about_this_child() {
    let voice = |whose: usize, words: &str| {
        entry(
            on("2026-11-11"),
            json!({ "voice": { "whose": id(whose), "words": { "words": words }, "alone": true, "wants": "Drama" } }),
        )
    };
    let projection = with(&[
        (11, voice(3, "I keep the bag packed")),
        (12, voice(2, "Not hers")),
        (13, care(2, "night", json!({ "does": "Gets up" }))),
        (
            14,
            entry(
                over("2026-06", "ongoing", "not_known"),
                json!({ "living_arrangement": { "who": [id(3)], "with": [{ "person": id(2) }] } }),
            ),
        ),
    ]);
    let view = views::child(&projection, &pack(), day(), id(3)).unwrap();
    assert_eq!(view.voices.len(), 1);
    assert_eq!(view.voices[0].words.words.as_str(), "I keep the bag packed");
    assert_eq!((view.alone.len(), view.living.len(), view.care.areas.len()), (1, 1, 1));
}

#[test]
fn a_withheld_line_of_a_chronology_leaves_no_gap() {
    use practice::clearance::{Audience, Clearance};
    use practice::label::{Label, Labels};
    let mut secret = behaviour("Secret", on("2026-01-01"), &[]);
    secret["label"] = json!("survivor_confidential");
    let line = |n: usize, analysis: &str| json!({ "entry": id(n), "analysis": analysis });
    let chronology = entry(
        json!("not_known"),
        json!({ "chronology": { "title": "For court", "purpose": "The hearing",
            "lines": [line(10, "First"), line(11, "Between"), line(12, "Last")] } }),
    );
    let all = [
        (10, behaviour("Money", on("2025-01-01"), &[])),
        (11, secret),
        (12, behaviour("Phone", on("2026-03-01"), &[])),
        (13, chronology),
    ];
    let file = crate::chronology::file(&all);
    let labels: Labels = [Label::Professional].into_iter().collect();
    let projection = practice::project::project(&file, &Clearance { labels, audience: Audience::Team });
    let view = views::curated(&projection, &pack(), day(), id(13)).unwrap();
    let analysis: Vec<&str> = view.lines.iter().filter_map(|line| line.analysis.as_deref()).collect();
    assert_eq!(analysis, ["First", "Last"]);
    assert!(!serde_json::to_string(&view).unwrap().contains("Between"));
}
