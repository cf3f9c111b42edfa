//! Plans: what reaches whom, what the page advises, and what is asked of each parent.

use crate::invent::{author, id, opened, revision};
use crate::withheld::PACK;
use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::entry::{Change, Content};
use practice::event::CaseEvent;
use practice::ids::EntryId;
use practice::kinds::plan::Part;
use practice::pack::{Pack, PlanRule};
use practice::project::project;
use practice::views::copy::CopyView;
use practice::views::plan::advice::Advice;
use practice::views::plan::{BaselineState, PlanView};
use practice::views::{self, EffortsWithHimView};
use serde_json::{Value, json};

fn as_of() -> jiff::civil::Date {
    "2026-11-24".parse().unwrap()
}

/// A case with what was recorded in it, in order; ids are the places from 1.
fn case(contents: &[Value]) -> CaseFile {
    let mut events = vec![opened()];
    for (n, content) in contents.iter().enumerate() {
        let content: Content = serde_json::from_value(content.clone()).unwrap();
        events.push(CaseEvent::Entry(Box::new(revision(id(n + 1), 1, n, Change::Recorded(Box::new(content))))));
    }
    CaseFile::fold(events).unwrap()
}

fn open(body: Value) -> Value {
    json!({ "label": "professional", "body": body })
}

const MAREK: usize = 1;
const SARA: usize = 2;
const LENA: usize = 3;
const HIS: usize = 9;
const HERS: usize = 10;

/// Marek, Sara, Lena with their parts; a behaviour that is known, one with an agreed wording; a plan for each adult.
fn family(agreed: Value) -> Vec<Value> {
    let person = |name: &str| open(json!({ "person": { "name": name } }));
    let role = |who: usize, role: &str| open(json!({ "role_decision": { "person": id(who), "role": role } }));
    let does = |act: &str, usable: Value| {
        let behaviour =
            json!({ "actor": id(MAREK), "act": act, "targets": [id(SARA)], "usable_with_actor": usable });
        json!({ "label": "professional", "body": { "behaviour": behaviour },
            "sources": [{ "how": { "told_directly": { "by": { "person": id(SARA) } } } }] })
    };
    vec![
        person("Marek"),
        person("Sara"),
        person("Lena"),
        role(MAREK, "perpetrator"),
        role(SARA, "survivor"),
        role(LENA, "child"),
        does("Broke the door on 2 March", json!({ "known": { "from": "charge sheet" } })),
        does("Reads her telephone at night", agreed),
        open(json!({ "plan": { "person": id(MAREK), "part": "change", "review": "2026-11-20" } })),
        json!({ "label": "survivor_confidential", "body": { "plan": { "person": id(SARA), "part": "support" } } }),
    ]
}

fn agreed() -> Value {
    json!({ "agreed": { "wording": "Telephones are private", "on": "2026-11-01" } })
}

fn goal(from: usize, more: Value) -> Value {
    let mut body = json!({
        "plan": id(HIS), "aim": "stop", "behaviours": [id(from)], "expected": "Opens nobody's messages",
        "measure": "No message is quoted back", "by": "2026-12-01", "verified_by": [{ "other": "the school office" }],
        "harms": [{ "child": id(LENA), "what": "stopped writing to friends" }],
    });
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    open(json!({ "goal": body }))
}

fn team(file: &CaseFile) -> PlanView {
    views::plan(&project(file, &Clearance::whole()), &Pack::parse(PACK).unwrap(), as_of())
}

fn his(file: &CaseFile) -> CopyView {
    let projection = project(file, &Clearance::for_actor(id(MAREK)));
    views::copy(&projection, &Pack::parse(PACK).unwrap(), as_of(), id(MAREK), Part::Change).unwrap()
}

fn hers(file: &CaseFile) -> CopyView {
    let projection = project(file, &Clearance::for_survivor(id(SARA)));
    views::copy(&projection, &Pack::parse(PACK).unwrap(), as_of(), id(SARA), Part::Support).unwrap()
}

/// What is advised of the only goal.
fn advised(more: Value) -> Vec<Advice> {
    let mut all = family(agreed());
    all.push(goal(8, more));
    team(&case(&all)).plans[0].goals[0].advice.clone()
}

fn rules(advice: &[Advice]) -> Vec<PlanRule> {
    advice.iter().filter_map(|a| if let Advice::Wording { rule, .. } = a { Some(*rule) } else { None }).collect()
}

#[test]
fn his_copy_says_what_she_agreed_to_and_not_what_she_said() {
    let mut all = family(agreed());
    all.push(goal(
        8,
        json!({
            "verified_by": [{ "person": id(SARA) }, { "other": "the school office" }],
            "reviewer": { "person": id(SARA) }, "engage": "was beaten as a child",
            "services": [{ "service": "A programme", "came_of_it": "says little" }],
        }),
    ));
    let copy = his(&case(&all));
    assert_eq!(copy.goals.len(), 1);
    assert_eq!(copy.goals[0].begins_from, ["Telephones are private"]);
    assert_eq!(copy.goals[0].verified_by, ["the school office"]);
    let text = serde_json::to_string(&copy).unwrap();
    for secret in ["at night", "Sara", "beaten", "says little", "review_due"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert!(text.contains("Lena"), "the harm to each child is said to him");
}

#[test]
fn a_wording_that_she_takes_back_leaves_his_copy_at_once_and_the_team_sees_why() {
    let mut all = family(json!("no"));
    all.push(goal(8, json!({})));
    all.push(goal(7, json!({ "expected": "Leaves doors whole" })));
    let file = case(&all);
    let copy = his(&file);
    assert_eq!(copy.goals.iter().map(|goal| goal.expected.as_str()).collect::<Vec<_>>(), ["Leaves doors whole"]);
    let plan = &team(&file).plans[0];
    let held = plan.goals.iter().find(|goal| !goal.reaches).unwrap();
    assert_eq!(held.baseline[0].state, BaselineState::NotUsable);
}

#[test]
fn a_goal_whose_behaviour_was_withdrawn_stays_with_the_team() {
    let mut all = family(agreed());
    all.push(goal(8, json!({})));
    let mut file = case(&all);
    let gone = Change::Withdrawn(practice::entry::Ground::WrongPerson);
    file.apply(CaseEvent::Entry(Box::new(revision(id(8), 2, 50, gone)))).unwrap();
    assert!(his(&file).goals.is_empty());
    let plan = &team(&file).plans[0];
    assert_eq!(plan.goals[0].baseline[0].state, BaselineState::Withdrawn);
    assert!(!plan.goals[0].reaches);
}

#[test]
fn a_goal_that_ended_is_gone_from_his_copy_and_stays_in_the_file() {
    let mut all = family(agreed());
    all.push(goal(8, json!({ "ended": { "on": "2026-11-01", "why": "Another goal took its place" } })));
    let file = case(&all);
    assert!(his(&file).goals.is_empty());
    assert!(team(&file).plans[0].goals[0].advice.is_empty(), "nobody mends what has ended");
}

#[test]
fn a_refusal_stops_nothing() {
    let mut all = family(agreed());
    all.push(goal(
        8,
        json!({ "response": [{ "on": "2026-11-20", "words": { "words": "I sign nothing" }, "refused": true }] }),
    ));
    let file = case(&all);
    assert!(team(&file).plans[0].goals[0].reaches);
    assert!(his(&file).goals[0].said[0].refused);
}

#[test]
fn her_copy_has_what_she_asked_for_and_what_is_hers_to_see_and_nothing_of_him() {
    let mut all = family(agreed());
    all.push(goal(8, json!({})));
    all.push(json!({ "label": "survivor_confidential", "body": { "support": {
        "plan": id(HERS), "wanted": "A key to my own door", "asked_by_her": true, "who_helps": { "other": "her sister" } } } }));
    all.push(open(json!({ "child_need": { "child": id(LENA) } })));
    all.push(open(
        json!({ "agency_action": { "agency": "Police", "action": "Puts the terms in writing", "hers_to_see": true,
        "told_before": { "done": true, "said": "not on Friday" } } }),
    ));
    all.push(open(json!({ "agency_action": { "agency": "Police", "action": "Looks for witnesses" } })));
    let copy = hers(&case(&all));
    assert_eq!((copy.supports.len(), copy.needs.len(), copy.actions.len(), copy.goals.len()), (1, 1, 1, 0));
    let text = serde_json::to_string(&copy).unwrap();
    for secret in ["Marek", "messages", "witnesses", "Friday"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn somebody_who_causes_harm_here_and_is_harmed_there_has_two_copies() {
    let mut all = family(agreed());
    all.push(open(json!({ "role_decision": { "person": id(MAREK), "role": "survivor" } })));
    all.push(
        json!({ "label": "survivor_confidential", "body": { "plan": { "person": id(MAREK), "part": "support" } } }),
    );
    all.push(json!({ "label": "survivor_confidential", "body": { "support": {
        "plan": id(12), "wanted": "Somebody to speak with about his father", "asked_by_her": true } } }));
    let file = case(&all);
    assert!(!serde_json::to_string(&his(&file)).unwrap().contains("his father"), "one is not the other");
    let projection = project(&file, &Clearance::for_survivor(id(MAREK)));
    let pack = Pack::parse(PACK).unwrap();
    let own = views::copy(&projection, &pack, as_of(), id(MAREK), Part::Support).unwrap();
    assert_eq!(own.supports.len(), 1);
}

#[test]
fn a_service_is_no_goal_and_words_nobody_can_see_are_none() {
    assert_eq!(
        rules(&advised(json!({ "expected": "Attends an anger management course" }))),
        [PlanRule::ServiceOnly, PlanRule::Vague]
    );
    assert_eq!(rules(&advised(json!({ "expected": "Improves communication" }))), [PlanRule::Vague]);
    assert_eq!(rules(&advised(json!({}))), [], "conduct that can be seen");
    assert_eq!(rules(&advised(json!({ "expected": "Is not at the attendance office" }))), [], "whole words only");
}

#[test]
fn she_is_not_asked_to_control_him_and_nothing_falls_on_her_or_the_children() {
    let advice = advised(
        json!({ "measure": "Sara reports every call", "consequence": "Lena will live with foster carers" }),
    );
    assert_eq!(rules(&advice), [PlanRule::ControlOnHer, PlanRule::FallsOnHer]);
    assert_eq!(rules(&advised(json!({ "consequence": "The court is told" }))), []);
}

#[test]
fn it_never_rests_on_her_alone_or_on_a_child_alone() {
    let who = |who: Value| advised(json!({ "verified_by": who }));
    assert!(who(json!([])).contains(&Advice::NobodyCanTell));
    assert!(who(json!([{ "person": id(SARA) }])).contains(&Advice::OnlySheCanTell));
    assert!(who(json!([{ "person": id(SARA) }, { "person": id(MAREK) }])).contains(&Advice::OnlySheCanTell));
    assert!(who(json!([{ "person": id(LENA) }])).contains(&Advice::OnlyAChildCanTell));
    assert!(who(json!([{ "person": id(MAREK) }])).contains(&Advice::OnlyHeCanTell));
    assert!(who(json!([{ "person": id(SARA) }, { "other": "the school" }])).is_empty());
}

#[test]
fn support_carries_no_condition() {
    let mut all = family(agreed());
    all.push(json!({ "label": "survivor_confidential", "body": { "support": {
        "plan": id(HERS), "wanted": "Sara agrees to attend a group" } } }));
    let view = team(&case(&all));
    let advice = &view.plans[1].supports[0].advice;
    assert!(rules(advice).contains(&PlanRule::Condition) && advice.contains(&Advice::NotAskedByHer));
}

#[test]
fn what_is_asked_of_her_is_asked_of_him_too() {
    let mut all = family(agreed());
    all.push(open(json!({ "system_response": { "agency": "Children's services", "sector": "childrens_services",
        "did": "had Sara sign an agreement", "towards": [id(SARA)] } })));
    let more = team(&case(&all)).asks_more_of_her;
    assert_eq!(more.iter().map(|code| code.as_str()).collect::<Vec<_>>(), ["agreements"]);
    all.push(goal(8, json!({ "expected": "Signs an agreement to stay away from the flat" })));
    assert!(team(&case(&all)).asks_more_of_her.is_empty());
}

#[test]
fn a_review_that_is_due_is_a_day_and_an_adult_without_a_plan_is_named() {
    let all = family(agreed());
    let view = team(&case(&all));
    assert!(view.plans[0].review_due && !view.plans[1].review_due);
    assert!(view.without.is_empty());
    let view = team(&case(&all[..8]));
    assert_eq!(view.without.iter().map(|w| w.part).collect::<Vec<_>>(), [Part::Change, Part::Support]);
    assert_eq!(view.not_asked[0].name, "Lena");
}

#[test]
fn what_was_done_with_him_names_failures_courts_and_what_she_was_told() {
    let mut all = family(agreed());
    all.push(open(
        json!({ "contact": { "with": [{ "person": id(MAREK) }], "means": "letter", "outcome": "no_answer",
        "agency": "Police", "sector": "police", "warned_before": { "done": true } } }),
    ));
    all.push(open(json!({ "agency_action": { "agency": "Probation", "sector": "probation", "action": "Looks for conditions",
        "towards": [id(MAREK)], "done": { "on": "2026-11-13", "what": "None can be given" }, "asked_after": { "done": false } } })));
    all.push(goal(8, json!({ "response": [{ "on": "2026-11-20", "refused": true }] })));
    let pack = Pack::parse(PACK).unwrap();
    let view: EffortsWithHimView =
        views::efforts_with_him(&project(&case(&all), &Clearance::whole()), &pack, as_of());
    let text = serde_json::to_string(&view).unwrap();
    for said in ["failed", "\"told_before\":true", "\"asked_after\":false", "None can be given", "\"refused\":true"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    let open: Vec<&str> = view.people[0].not_yet.iter().map(|code| code.as_str()).collect();
    assert_eq!(open, ["childrens_services", "court", "programme"]);
    assert_eq!(author(1).name.as_str(), "Worker 1");
}

/// The ids of the family are those of the constants.
#[test]
fn the_family_is_numbered_as_the_tests_say() {
    let file = case(&family(agreed()));
    let kind = |n: usize| file.entry(id(n)).map(|entry| entry.kind().code());
    let all: [(usize, &str); 5] =
        [(MAREK, "person"), (SARA, "person"), (LENA, "person"), (HIS, "plan"), (HERS, "plan")];
    for (n, code) in all {
        let found: Option<&str> = kind(n);
        assert_eq!(found, Some(code));
    }
    let _: EntryId = id(1);
}
