//! The views of the whole case: what each must show, and what it must never say.

use crate::chronology::{behaviour, family, on, over};
use crate::invent::id;
use practice::kinds::change::Names;
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

/// A review of the behaviour 10, on a day.
fn review(day: &str, names: &str, words: &str, harm: Option<&str>) -> Value {
    let harms = harm.map(|harm| json!([{ "person": id(3), "words": harm }])).unwrap_or(json!([]));
    entry(
        on(day),
        json!({ "change_review": { "person": id(1), "behaviours": [
            { "behaviour": id(10), "names": names, "words": { "words": words }, "harms": harms },
        ] } }),
    )
}

fn evidence(day: &str, of: &str, seen: &str, by: &str, behaviours: &[usize]) -> Value {
    let links: Vec<Value> = behaviours.iter().map(|n| json!({ "to": id(*n) })).collect();
    let mut value = entry(
        over(day, "ongoing", "most_weeks"),
        json!({ "evidence": { "person": id(1), "of": of, "seen": seen, "behaviours": links } }),
    );
    value["sources"] = json!([{ "how": { "told_directly": { "by": { "other": by } } } }]);
    value
}

/// The same twenty sessions attended. What differs is what he names, the harm he states, what is seen, and what he repairs.
#[test]
fn genuine_change_and_surface_compliance_differ_in_everything_but_attendance() {
    let attended = evidence("2026-01", "attendance", "came to twenty sessions", "The programme", &[]);
    let genuine = with(&[
        (20, review("2026-02-01", "denies", "We argued", None)),
        (
            21,
            review(
                "2026-08-01",
                "names",
                "I kept her wages so she had to ask me",
                Some("Ola had no shoes for school"),
            ),
        ),
        (22, evidence("2026-05", "conduct", "pays the agreed sum on the first", "The bank", &[10])),
        (23, evidence("2026-06", "repair", "paid the arrears of the school", "The school", &[10])),
        (24, attended.clone()),
    ]);
    let surface = with(&[
        (20, review("2026-02-01", "denies", "We argued", None)),
        (21, review("2026-08-01", "denies", "I have done my course", None)),
        (22, evidence("2026-05", "continues", "keeps the bank card", "Ewa", &[10])),
        (23, evidence("2026-06", "remorse", "wrote a letter", "The programme", &[])),
        (24, attended),
    ]);
    let [genuine, surface] = [genuine, surface].map(|file| views::change(&file, &pack(), day()));
    let [one, other] = [&genuine, &surface].map(|view| &view.people[0]);
    assert_eq!(one.apart.first(), other.apart.first(), "the same attendance, word for word");
    let [line, surface_line] = [one, other].map(|person| &person.behaviours[0]);
    let last = |line: &views::change::BehaviourChange| line.said.last().cloned().unwrap();
    assert_eq!((last(line).names, last(surface_line).names), (Names::Names, Names::Denies));
    assert!(line.harm_not_stated.iter().all(|child| child.id != Some(id(3))), "he stated the harm to this child");
    assert!(surface_line.harm_not_stated.iter().any(|child| child.id == Some(id(3))));
    assert_eq!((line.seen.len(), surface_line.seen.len()), (2, 0));
    assert_eq!((line.goes_on.len(), surface_line.goes_on.len()), (0, 1));
    assert_eq!(line.rests_on, None, "the bank and the school");
    assert_eq!(surface_line.rests_on, None, "harm that goes on needs no second voice");
    // No field says whether he changed.
    let json = serde_json::to_string(&(genuine.clone(), surface.clone())).unwrap();
    for word in ["changed", "score", "status", "total", "percent"] {
        assert!(!json.contains(&format!("\"{word}")), "{word}");
    }
}

#[test]
fn conduct_known_from_one_voice_says_whose_it_is_and_his_own_does_not_count() {
    let him = |n: usize| {
        let mut value = evidence("2026-06", "conduct", "does not shout", "x", &[10]);
        value["sources"] = json!([{ "how": { "told_directly": { "by": { "person": id(1) } } } }]);
        (n, value)
    };
    let of = |more: &[(usize, Value)]| {
        views::change(&with(more), &pack(), day()).people[0].behaviours[0].rests_on.clone()
    };
    assert_eq!(of(&[him(20)]), Some(Vec::new()));
    let school = |n: usize| (n, evidence("2026-06", "conduct", "waits outside", "The school", &[10]));
    assert_eq!(of(&[him(20), school(21)]), Some(vec!["The school".to_owned()]));
    // The same voice twice, once by way of a record: one voice.
    let mut record = evidence("2026-07", "conduct", "waits outside", "x", &[10]);
    record["sources"] =
        json!([{ "how": { "in_record": { "record": "Report", "whose": { "other": "The school" } } } }]);
    assert_eq!(of(&[school(20), (21, record)]), Some(vec!["The school".to_owned()]));
    assert_eq!(of(&[school(20), (21, evidence("2026-07", "conduct", "asks first", "Ewa", &[10]))]), None);
}

#[test]
fn what_came_onto_the_map_after_the_last_review_is_named_and_systems_used_as_tools_with_it() {
    let mut report = behaviour("Reported her to the housing office", on("2026-09-01"), &[]);
    report["body"]["behaviour"]["categories"] = json!(["false_reports"]);
    let view =
        views::change(&with(&[(20, review("2026-08-01", "denies", "No", None)), (30, report)]), &pack(), day());
    let since = &view.people[0].since_last;
    assert_eq!(since.iter().map(|new| new.behaviour.id).collect::<Vec<_>>(), [id(30)]);
    assert!(since[0].systems);
}
