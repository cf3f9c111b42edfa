//! What the views of decisions, sessions and supervision say, and what they must never say.

use crate::invent::{author, id, opened};
use practice::case::CaseFile;
use practice::clearance::{Audience, Clearance};
use practice::entry::{Change, Revision};
use practice::event::CaseEvent;
use practice::ids::EntryId;
use practice::label::{Label, Labels};
use practice::pack::Pack;
use practice::project::{Projection, project};
use practice::text::Text;
use practice::views;
use practice::views::decisions::{DecisionView, SignState, Warning};
use practice::views::missed::{Why, missed};
use practice::views::sessions::{SessionAdvice, agreed_wordings};
use practice::views::supervision::Reason;
use serde_json::{Value, json};

/// The answers of a decision whose every opening question is answered.
const OPENING: [&str; 3] = ["together", "move_him", "separation"];

struct Bench {
    case: CaseFile,
    pack: Pack,
    minute: i64,
}

fn day(text: &str) -> jiff::civil::Date {
    text.parse().unwrap()
}

impl Bench {
    /// Dan harms Nia and Leo; Nia protects Leo.
    fn new() -> Self {
        let files = [
            ("removal.toml", include_str!("../../../packs/base/tests/removal.toml")),
            ("closure.toml", include_str!("../../../packs/base/tests/closure.toml")),
        ];
        let opening = ("opening.toml", include_str!("../../../packs/base/tests/opening.toml"));
        let pack = Pack::parse(include_str!("../../../packs/base/pack.toml")).unwrap();
        let mut bench = Self {
            case: CaseFile::fold(vec![opened()]).unwrap(),
            pack: pack.with_tests(opening, &files).unwrap(),
            minute: 0,
        };
        for (n, name) in [(1, "Dan"), (2, "Nia"), (3, "Leo")] {
            bench.records(n, "professional", json!({ "person": { "name": name } }), 1);
        }
        for (n, person, role) in [(4, 1, "perpetrator"), (5, 2, "survivor"), (6, 3, "child")] {
            bench.records(n, "professional", json!({ "role_decision": { "person": id(person), "role": role } }), 1);
        }
        let hits = json!({ "behaviour": { "actor": id(1), "act": "Hits Nia", "targets": [id(2)] } });
        bench.records(7, "professional", hits, 1);
        bench
    }

    fn apply(&mut self, n: usize, revision: u32, change: Change, who: usize) {
        self.minute += 1;
        let begin: jiff::Timestamp = "2026-03-01T09:00:00Z".parse().unwrap();
        let revision = Revision {
            id: id(n),
            revision,
            author: author(who),
            recorded_at: begin + jiff::SignedDuration::from_mins(self.minute),
            reason: (revision > 1).then(|| Text::parse("Because").unwrap()),
            change,
        };
        self.case.apply(CaseEvent::Entry(Box::new(revision))).unwrap();
    }

    fn records(&mut self, n: usize, label: &str, body: Value, who: usize) {
        let content = serde_json::from_value(json!({ "label": label, "body": body })).unwrap();
        self.apply(n, 1, Change::Recorded(Box::new(content)), who);
    }

    fn revises(&mut self, n: usize, revision: u32, body: Value, who: usize) {
        let content = serde_json::from_value(json!({ "label": "professional", "body": body })).unwrap();
        self.apply(n, revision, Change::Revised(Box::new(content)), who);
    }

    fn team(&self) -> Projection {
        project(&self.case, &Clearance::whole())
    }

    fn outside(&self) -> Projection {
        let labels: Labels = [Label::Professional].into_iter().collect();
        project(&self.case, &Clearance { labels, audience: Audience::Outside })
    }

    fn decision(&self, n: usize, on: &str) -> DecisionView {
        views::decisions::decision(&self.team(), &self.pack, day(on), id(n)).unwrap()
    }

    fn reasons(&self, on: &str) -> Vec<Reason> {
        views::supervision(&self.team(), &self.pack, day(on)).reasons
    }

    /// A removal with an answer to every question.
    fn removal(&self, more: Value) -> Value {
        let test = self.pack.tests.iter().find(|test| test.code.as_str() == "removal").unwrap();
        let answers: Vec<Value> = test
            .questions
            .iter()
            .map(|q| json!({ "question": q.code, "asked": "?", "answer": "Said", "for": [{ "to": id(7) }] }))
            .collect();
        let mut body = json!({
            "test": "removal", "version": 1, "children": [id(3)], "proposal": "To his aunt", "answers": answers,
        });
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        json!({ "decision": body })
    }
}

fn sign(of: EntryId, revision: u32, agrees: bool) -> Value {
    json!({ "sign_off": { "of": of, "revision": revision, "agrees": agrees, "words": "Read" } })
}

#[test]
fn every_question_is_there_and_what_is_open_is_said() {
    let mut bench = Bench::new();
    let answers: Vec<Value> =
        OPENING.iter().map(|code| json!({ "question": code, "asked": "?", "answer": "Said" })).collect();
    let body = json!({ "decision": {
        "test": "removal", "version": 1, "children": [id(3)], "proposal": "To his aunt", "answers": answers,
    } });
    bench.records(10, "professional", body, 1);
    let view = bench.decision(10, "2026-03-02");
    assert_eq!(view.questions.len(), 10);
    let opening: Vec<bool> = view.questions.iter().map(|line| line.opening).collect();
    assert_eq!(opening[..4], [true, true, true, false]);
    assert!(view.warnings.iter().any(|w| matches!(w, Warning::NotAnswered { questions } if questions.len() == 7)));
    assert!(view.warnings.iter().any(|w| matches!(w, Warning::NoEvidence { questions } if questions.len() == 3)));
    assert_eq!(view.signed, SignState::Proposal);
    let json = serde_json::to_string(&view).unwrap();
    for word in ["recommend", "score", "risk_level", "verdict"] {
        assert!(!json.contains(word), "{word}");
    }
}

#[test]
fn not_enough_leads_back_to_three_and_five() {
    let mut bench = Bench::new();
    let mut body = bench.removal(json!({}));
    body["decision"]["answers"][6]["answer"] = json!("She has not done enough to keep him away");
    bench.records(10, "professional", body, 1);
    let warnings = bench.decision(10, "2026-03-02").warnings;
    let Some(Warning::NoGround { question, back_to }) = warnings.first() else { panic!("{warnings:?}") };
    assert_eq!(question.as_str(), "her_conditions");
    assert_eq!(back_to.iter().map(|code| code.as_str()).collect::<Vec<_>>(), ["partnered", "with_him"]);
    // The control: what she did is no such answer.
    let body = bench.removal(json!({}));
    bench.revises(10, 2, body, 1);
    assert!(bench.decision(10, "2026-03-02").warnings.is_empty());
}

#[test]
fn reasons_about_her_conduct_are_pointed_out_and_reasons_about_his_are_not() {
    let of = |reasons: &str| {
        let mut bench = Bench::new();
        let body = bench.removal(json!({ "main_reasons": reasons }));
        bench.records(10, "professional", body, 1);
        bench.decision(10, "2026-03-02").warnings
    };
    let warnings = of("Nia let Dan into the flat. She did not ring anybody. Dan came on Saturday.");
    let Some(Warning::ReasonsAboutSurvivor { survivor, sentences, harm }) = warnings.first() else {
        panic!("{warnings:?}")
    };
    assert_eq!((survivor.name.as_str(), harm[0].name.as_str()), ("Nia", "Dan"));
    assert_eq!(sentences.len(), 2, "a sentence that names nobody goes with the one before it");
    assert!(
        of("Dan’s hands were round her neck. Dan drives fast with Leo. Nia sleeps beside the door.").is_empty()
    );
    assert!(of("Leo does not sleep.").is_empty(), "nobody of the two is named");
    assert!(of("Daniela rang.").is_empty(), "a name is a word of its own");
}

#[test]
fn a_second_person_signs_and_a_change_waits_again() {
    let mut bench = Bench::new();
    let decided = json!({ "decided": { "what": "No", "as_proposed": false, "on": "2026-03-02" } });
    let body = bench.removal(decided.clone());
    bench.records(10, "professional", body.clone(), 1);
    assert_eq!(bench.decision(10, "2026-03-03").signed, SignState::Awaiting);
    assert!(matches!(bench.reasons("2026-03-03")[..], [.., Reason::AwaitsSignOff { changed: false, .. }]));
    bench.records(11, "professional", sign(id(10), 1, true), 2);
    assert_eq!(bench.decision(10, "2026-03-03").signed, SignState::Signed);
    // A new label changes no word.
    bench.apply(10, 2, Change::Relabelled(Label::ChildVoice), 1);
    assert_eq!(bench.decision(10, "2026-03-03").signed, SignState::Signed);
    bench.revises(10, 3, body, 1);
    assert_eq!(bench.decision(10, "2026-03-03").signed, SignState::ChangedSince);
    assert!(bench.reasons("2026-03-03").iter().any(|r| matches!(r, Reason::AwaitsSignOff { changed: true, .. })));
    bench.records(12, "professional", sign(id(10), 3, false), 2);
    assert_eq!(bench.decision(10, "2026-03-03").signed, SignState::NotAgreed);
    // Whoever wrote a part of it afterwards is no second person any more.
    let body = bench.removal(decided);
    bench.revises(10, 4, body, 2);
    bench.records(13, "professional", sign(id(10), 4, true), 2);
    assert_eq!(bench.decision(10, "2026-03-03").signed, SignState::ChangedSince);
}

#[test]
fn an_emergency_stands_there_until_it_is_answered() {
    let mut bench = Bench::new();
    let emergency = json!({ "why": "He had the key", "complete_by": "2026-03-05" });
    let body = json!({ "decision": {
        "test": "removal", "version": 1, "children": [id(3)], "proposal": "To his aunt", "emergency": emergency,
        "decided": { "what": "To his aunt", "as_proposed": true, "on": "2026-03-02" },
    } });
    bench.records(10, "professional", body, 1);
    let due = |bench: &Bench, on: &str| {
        bench.reasons(on).into_iter().find_map(|reason| match reason {
            Reason::CompletionDue { past, .. } => Some(past),
            _ => None,
        })
    };
    assert_eq!((due(&bench, "2026-03-04"), due(&bench, "2026-03-06")), (Some(false), Some(true)));
    assert!(bench.decision(10, "2026-03-04").warnings.contains(&Warning::NoReturnDate));
    let body = bench.removal(json!({
        "emergency": emergency, "return_by": "2026-04-01",
        "decided": { "what": "To his aunt", "as_proposed": true, "on": "2026-03-02" },
    }));
    bench.revises(10, 2, body, 1);
    assert_eq!(due(&bench, "2026-03-06"), None);
    assert!(bench.decision(10, "2026-03-06").emergency.unwrap().complete);
    assert!(bench.decision(10, "2026-04-02").warnings.contains(&Warning::ReturnDue { by: day("2026-04-01") }));
}

#[test]
fn the_case_worker_sees_what_a_court_would_miss_with_the_safe_wording() {
    let mut bench = Bench::new();
    let hidden = json!({ "effort": {
        "actor": id(2), "act": "Keeps money in a tin", "answers": [{ "to": id(7) }],
        "safe_wording": "Nia has had advice about money", "wants_heard_by": "the judge",
    } });
    bench.records(10, "survivor_confidential", hidden, 1);
    let open = json!({ "effort": { "actor": id(2), "act": "Walks Leo to school", "answers": [{ "to": id(7) }] } });
    bench.records(11, "professional", open, 1);
    let alone = json!({ "effort": { "actor": id(2), "act": "Sings to Leo" } });
    bench.records(12, "professional", alone, 1);
    let mut body = bench.removal(json!({}));
    body["decision"]["answers"][6]["for"] = json!([{ "to": id(10) }, { "to": id(11) }]);
    bench.records(13, "professional", body, 1);
    let found = missed(&bench.team(), &bench.outside(), day("2026-03-02"), Some(id(13)));
    let efforts: Vec<(&str, Why)> = found.efforts.iter().map(|e| (e.act.as_str(), e.why)).collect();
    let wanted =
        [("Keeps money in a tin", Why::Label(Label::SurvivorConfidential)), ("Sings to Leo", Why::Unexplained)];
    assert_eq!(efforts, wanted);
    assert_eq!(found.efforts[0].safe_wording.as_deref(), Some("Nia has had advice about money"));
    assert_eq!(found.answers.iter().map(|a| a.question.as_str()).collect::<Vec<_>>(), ["her_conditions"]);
    let outside = serde_json::to_string(&views::tests(&bench.outside(), &bench.pack, day("2026-03-02"))).unwrap();
    assert!(!outside.contains("tin") && outside.contains("very_serious"));
}

#[test]
fn a_shared_screen_has_the_agreed_wording_while_it_stands() {
    let mut bench = Bench::new();
    let effort = |safe: Option<&str>| {
        let mut body = json!({ "actor": id(2), "act": "Keeps money in a tin", "answers": [{ "to": id(7) }] });
        if let Some(safe) = safe {
            body["safe_wording"] = json!(safe);
        }
        json!({ "effort": body })
    };
    bench.records(10, "survivor_confidential", effort(Some("Nia has had advice")), 1);
    bench.records(11, "professional", json!({ "unknown": { "question": "Where does Dan sleep?" } }), 1);
    let session = json!({ "mapping_session": {
        "purpose": "One map", "attendees": [{ "who": { "other": "Sergeant" }, "agency": "Police" }],
        "material": [id(7), id(10)], "questions": [{ "unknown": id(11) }],
    } });
    bench.records(12, "professional", session, 1);
    let wordings = |bench: &Bench| agreed_wordings(&bench.team(), &bench.outside(), id(12));
    assert_eq!(wordings(&bench), ["Nia has had advice"]);
    let others = serde_json::to_string(&views::sessions(&bench.outside(), day("2026-03-02"))).unwrap();
    assert!(!others.contains("tin") && others.contains("Hits Nia"));
    let view = views::sessions::session(&bench.team(), day("2026-03-02"), id(12)).unwrap();
    assert!(view.advice.contains(&SessionAdvice::NoConsent));
    assert!(view.advice.iter().any(|advice| matches!(advice, SessionAdvice::NoAction { .. })));
    let content =
        serde_json::from_value(json!({ "label": "survivor_confidential", "body": effort(None) })).unwrap();
    bench.apply(10, 2, Change::Revised(Box::new(content)), 1);
    assert!(wordings(&bench).is_empty(), "she has taken the wording back");
}

#[test]
fn an_action_that_asks_for_what_she_does_already_is_pointed_out() {
    let mut bench = Bench::new();
    let act = "Gave the school office a password for whoever fetches Leo";
    bench.records(10, "professional", json!({ "effort": { "actor": id(2), "act": act } }), 1);
    let session = json!({ "mapping_session": {
        "purpose": "One map", "attendees": [{ "who": { "other": "Head" }, "agency": "The school" }],
    } });
    bench.records(11, "professional", session, 1);
    let action = |what: &str| json!({ "agency_action": { "agency": "The school", "action": what, "session": id(11), "by": "2026-04-01" } });
    bench.records(
        12,
        "professional",
        action("Asks Nia for a password at the office when Leo is fetched, and a password again"),
        1,
    );
    bench.records(13, "professional", action("Speaks with Dan about the gate"), 1);
    let view = views::sessions::session(&bench.team(), day("2026-03-02"), id(11)).unwrap();
    let already: Vec<EntryId> = view
        .advice
        .iter()
        .filter_map(|advice| match advice {
            SessionAdvice::AlreadyDoes { action, .. } => Some(*action),
            _ => None,
        })
        .collect();
    assert_eq!((already, view.actions.len()), (vec![id(12)], 2));
}

#[test]
fn supervision_names_reasons_by_day_and_ranks_nobody() {
    let mut bench = Bench::new();
    let talk = json!({ "supervision": {
        "reason": "regular", "went_well": "Asked her alone",
        "agreed": [{ "what": "Ring the school", "by": "2026-03-10" }, { "what": "Book", "done": "2026-03-01" }],
    } });
    bench.records(10, "staff", talk, 2);
    let open = json!({ "role_decision": {
        "person": id(1), "role": "undetermined", "review": "2026-03-08", "open_questions": ["Who is afraid?"],
    } });
    bench.records(11, "professional", open, 1);
    let codes = |on: &str| -> Vec<String> {
        let reasons = serde_json::to_value(bench.reasons(on)).unwrap();
        reasons.as_array().unwrap().iter().map(|r| r["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes("2026-03-05"), Vec::<String>::new(), "nobody has the part of causing harm any more");
    assert_eq!(codes("2026-03-11"), ["role_open", "agreed_due"]);
    let view = views::supervision(&bench.team(), &bench.pack, day("2026-03-11"));
    assert_eq!(view.agreed.len(), 1, "what was done is not open");
    assert_eq!(view.records[0].signed, SignState::Awaiting);
    let outside = views::supervision(&bench.outside(), &bench.pack, day("2026-03-11"));
    assert!(outside.records.is_empty());
}

#[test]
fn nobody_has_worked_with_him_until_somebody_has_spoken_with_him() {
    let mut bench = Bench::new();
    let contact = |outcome: &str| {
        json!({ "contact": {
            "with": [{ "person": id(1) }], "agency": "Police", "means": "phone", "outcome": outcome,
            "warned_before": { "done": true },
        } })
    };
    assert!(
        matches!(&bench.reasons("2026-03-05")[..], [Reason::NobodyWorksWith { tried, asked: false, .. }] if tried.is_empty())
    );
    bench.records(10, "professional", contact("no_answer"), 1);
    assert!(
        matches!(&bench.reasons("2026-03-05")[..], [Reason::NobodyWorksWith { tried, asked: true, .. }] if tried == &["Police"])
    );
    bench.records(11, "professional", contact("spoke"), 1);
    assert!(bench.reasons("2026-03-05").is_empty());
}
