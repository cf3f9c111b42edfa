//! Invents case files from a list of numbers, so that a failing one shrinks to a small one: entries of every kind, with
//! every label, linked to one another, then changed in every way.

use practice::entry::{Author, Change, Content, Ground, Revision};
use practice::event::{CaseEvent, Opened};
use practice::ids::{AccountId, CaseId, EntryId};
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::text::Text;
use serde_json::{Value, json};
use uuid::Uuid;

/// Numbers that decide everything, in order; when they run out, it is always the first choice.
pub(crate) struct Choices<'a> {
    numbers: std::slice::Iter<'a, u16>,
}

impl<'a> Choices<'a> {
    pub(crate) fn new(numbers: &'a [u16]) -> Self {
        Self { numbers: numbers.iter() }
    }

    /// A number below `of`.
    pub(crate) fn below(&mut self, of: usize) -> usize {
        self.numbers.next().map_or(0, |n| usize::from(*n)) % of.max(1)
    }

    fn often(&mut self) -> bool {
        self.below(3) > 0
    }

    pub(crate) fn one<'b, T>(&mut self, of: &'b [T]) -> Option<&'b T> {
        if of.is_empty() { None } else { of.get(self.below(of.len())) }
    }

    pub(crate) fn label(&mut self) -> Label {
        if self.often() { Label::Professional } else { Label::ALL[self.below(Label::ALL.len())] }
    }
}

pub(crate) fn id(n: usize) -> EntryId {
    EntryId(Uuid::from_u128(0x0193_5d00_0000_7000_8000_0000_0000_0000 + n as u128))
}

pub(crate) fn author(n: usize) -> Author {
    Author { id: AccountId(Uuid::from_u128(n as u128)), name: Text::parse(&format!("Worker {n}")).unwrap() }
}

pub(crate) fn opened() -> CaseEvent {
    CaseEvent::Opened(Opened {
        case: CaseId(Uuid::from_u128(7)),
        author: author(1),
        opened_at: "2026-01-01T09:00:00Z".parse().unwrap(),
        reference: None,
        invented: true,
    })
}

/// What can be linked to.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) all: Vec<(EntryId, Kind)>,
}

impl Known {
    fn of(&self, kind: Kind) -> Vec<EntryId> {
        self.all.iter().filter(|(_, is)| *is == kind).map(|(id, _)| *id).collect()
    }
}

fn links(choices: &mut Choices<'_>, to: &[EntryId], people: &[EntryId]) -> Value {
    let mut out = Vec::new();
    for _ in 0..choices.below(3) {
        if let Some(to) = choices.one(to) {
            let basis = choices.often().then(|| choices.one(people)).flatten();
            out.push(match basis {
                Some(by) => json!({ "to": to, "basis": { "by": { "person": by } } }),
                None => json!({ "to": to }),
            });
        }
    }
    Value::Array(out)
}

fn some(choices: &mut Choices<'_>, of: &[EntryId]) -> Vec<EntryId> {
    (0..choices.below(3)).filter_map(|_| choices.one(of).copied()).collect()
}

/// The body of an entry of some kind that fits what is known. `word` is in every text of it.
fn body(choices: &mut Choices<'_>, known: &Known, kind: Kind, word: &str) -> Value {
    let people = known.of(Kind::Person);
    let behaviours = known.of(Kind::Behaviour);
    let person = |choices: &mut Choices<'_>| choices.one(&people).copied().unwrap_or(id(0));
    match kind {
        Kind::Relationship => {
            let kinds = ["parent", "former_partner", "partner", "grandparent"];
            json!({ "relationship": { "kind": kinds[choices.below(4)], "from": person(choices), "to": person(choices) } })
        }
        Kind::Household => {
            let mut members = vec![json!({ "person": person(choices) })];
            members.extend(some(choices, &people).iter().map(|who| json!({ "person": who })));
            json!({ "household": { "name": word, "members": members } })
        }
        Kind::RoleDecision => {
            let roles = ["child", "child", "perpetrator", "survivor", "kin", "professional"];
            json!({ "role_decision": { "person": person(choices), "role": roles[choices.below(6)] } })
        }
        Kind::Behaviour => {
            let through: Vec<Value> = some(choices, &people).iter().map(|who| json!({ "person": who })).collect();
            let forces = ["control", "control", "resistance", "self_defence"];
            let usable = match choices.below(4) {
                0 => json!("no"),
                1 => json!({ "known": { "from": word } }),
                2 => json!({ "known": { "from": word, "wording": format!("{word} as on record") } }),
                _ => json!({ "agreed": { "wording": format!("{word} as agreed"), "on": "2026-02" } }),
            };
            let mut value = json!({
                "actor": person(choices), "act": word, "targets": [person(choices)], "categories": ["monitoring"],
                "through": through,
                "answers_effort": links(choices, &known.of(Kind::Effort), &people),
                "usable_with_actor": usable,
                "force": forces[choices.below(4)],
            });
            if let Some(relationship) = choices.one(&known.of(Kind::Relationship)) {
                value["relationship"] = json!(relationship);
            }
            json!({ "behaviour": value })
        }
        Kind::Effort => {
            let mut value = json!({
                "actor": person(choices), "act": word, "for_whom": some(choices, &people),
                "answers": links(choices, &behaviours, &people),
            });
            if let Some(behaviour) = choices.one(&behaviours) {
                value["followed"] = json!({ "what": word, "behaviour": behaviour });
                value["made_possible"] = json!([{ "person": person(choices), "what": word }]);
            }
            json!({ "effort": value })
        }
        Kind::Impact => {
            let on = match choices.below(3) {
                0 => json!({ "child": person(choices) }),
                1 => json!({ "parenting": person(choices) }),
                _ => json!("family_functioning"),
            };
            let pathways = ["direct", "through_care", "through_daily_life"];
            let from: Vec<Value> = some(choices, &behaviours)
                .iter()
                .map(|behaviour| json!({ "behaviour": behaviour, "pathway": pathways[choices.below(3)] }))
                .collect();
            let mut value = json!({ "on": on, "what": word, "from": from });
            if choices.below(4) == 1 {
                value["none_seen"] = json!({ "by": { "person": person(choices) } });
            }
            json!({ "impact": value })
        }
        Kind::Intersection => json!({ "intersection": {
            "factor": "migration", "whose": [person(choices)], "mechanism": "used_against", "what": word,
            "behaviours": links(choices, &behaviours, &people),
        } }),
        Kind::Unknown => {
            let everything: Vec<EntryId> = known.all.iter().map(|(id, _)| *id).collect();
            let mut value = json!({
                "question": word, "could_answer": { "person": person(choices) }, "about": some(choices, &people),
                "answered_in": some(choices, &everything),
            });
            if let Some(behaviour) = choices.one(&behaviours).filter(|_| choices.often()) {
                value["behaviour"] = json!(behaviour);
            }
            json!({ "unknown": value })
        }
        Kind::Note => json!({ "note": { "title": word, "text": word, "about": some(choices, &people) } }),
        Kind::Visit => {
            let present: Vec<Value> = some(choices, &people).iter().map(|who| json!({ "person": who })).collect();
            json!({ "visit": { "kind": "home", "present": present, "seen_alone": some(choices, &people) } })
        }
        Kind::LivingArrangement => {
            let with: Vec<Value> = some(choices, &people).iter().map(|who| json!({ "person": who })).collect();
            let mut value = json!({
                "who": [person(choices)], "with": with, "days": word, "sure": "nobody_is_sure",
                "decided_by": { "person": person(choices) }, "decided_how": word,
            });
            if let Some(household) = choices.one(&known.of(Kind::Household)).filter(|_| choices.often()) {
                value["household"] = json!(household);
            }
            json!({ "living_arrangement": value })
        }
        Kind::ContactDetail => json!({ "contact_detail": {
            "whose": [person(choices)], "kind": "address", "detail": word, "safely": word, "known_to_harm": "no",
        } }),
        Kind::UseOfForce => json!({ "use_of_force": {
            "person": person(choices), "towards": person(choices),
            "answers": [{ "question": "fear", "answer": word }],
            "behaviours": links(choices, &behaviours, &people),
        } }),
        Kind::Voice => {
            let everything: Vec<EntryId> = known.all.iter().map(|(id, _)| *id).collect();
            let mut value = json!({
                "whose": person(choices), "words": { "words": word }, "about": some(choices, &everything),
                "alone": choices.often(),
            });
            if let Some(entry) = choices.one(&everything).filter(|_| choices.below(3) == 1) {
                let pressure = links(choices, &behaviours, &people);
                value["takes_back"] = json!({ "entry": entry, "context": word, "pressure": pressure });
            }
            json!({ "voice": value })
        }
        Kind::DailyCare => json!({ "daily_care": {
            "carer": person(choices), "children": [person(choices)], "area": "meals", "does": word, "disrupted": word,
            "disrupted_by": links(choices, &behaviours, &people),
        } }),
        Kind::CareConcern => json!({ "care_concern": {
            "carer": person(choices), "seen": word, "children": [{ "child": person(choices), "effect": word }],
            "part": word, "behaviours": links(choices, &behaviours, &people), "help_wanted": word,
        } }),
        Kind::Contact => {
            let outcomes = ["spoke", "no_answer"];
            let mut value = json!({
                "with": [{ "person": person(choices) }], "means": "phone", "outcome": outcomes[choices.below(2)],
                "seen_alone": some(choices, &people), "interpreter": { "who": { "person": person(choices) } },
            });
            if choices.often() {
                value["warned_before"] = json!({ "done": true, "said": word });
            }
            if choices.below(2) == 1 {
                value["agency"] = json!(word);
                value["sector"] = json!("police");
            }
            json!({ "contact": value })
        }
        Kind::PartneringStep => {
            let everything: Vec<EntryId> = known.all.iter().map(|(id, _)| *id).collect();
            json!({ "partnering_step": {
                "with": person(choices), "step": "affirm", "done": word, "about": some(choices, &everything),
            } })
        }
        Kind::SystemResponse => {
            let mut value = json!({
                "agency": word, "sector": "police", "did": word, "towards": some(choices, &people),
                "behaviours": links(choices, &behaviours, &people),
                "efforts": links(choices, &known.of(Kind::Effort), &people),
                "used_through": links(choices, &behaviours, &people),
                "effects": [{ "effect": "reinforced", "by": { "person": person(choices) }, "why": word }],
            });
            if let Some(behaviour) = choices.one(&behaviours) {
                value["followed"] = json!({ "what": word, "behaviour": behaviour });
            }
            json!({ "system_response": value })
        }
        Kind::WorkerSafety => json!({ "worker_safety": {
            "about": [person(choices)], "know": word, "behaviours": links(choices, &behaviours, &people),
        } }),
        Kind::Chronology => {
            let everything: Vec<EntryId> = known.all.iter().map(|(id, _)| *id).collect();
            let mut entries = vec![choices.one(&everything).copied().unwrap_or(id(0))];
            entries.extend(some(choices, &everything));
            let lines: Vec<Value> =
                entries.iter().map(|entry| json!({ "entry": entry, "analysis": word })).collect();
            json!({ "chronology": { "title": word, "purpose": word, "lines": lines } })
        }
        Kind::Plan => {
            let parts = ["change", "support"];
            let mut value = json!({
                "person": person(choices), "part": parts[choices.below(2)],
                "copy": { "may_be_kept": "yes", "where": word }, "review": "2026-12-01",
                "response": [{ "on": "2026-11", "words": { "words": word }, "refused": choices.often() }],
            });
            if let Some(relationship) = choices.one(&known.of(Kind::Relationship)) {
                value["relationship"] = json!(relationship);
            }
            json!({ "plan": value })
        }
        Kind::Goal => {
            let aims = ["stop", "start", "repair"];
            let plan = choices.one(&known.of(Kind::Plan)).copied().unwrap_or(id(0));
            let mut from = vec![choices.one(&behaviours).copied().unwrap_or(id(0))];
            from.extend(some(choices, &behaviours));
            json!({ "goal": {
                "plan": plan, "aim": aims[choices.below(3)], "behaviours": from,
                "harms": [{ "child": person(choices), "what": word }],
                "expected": word, "purpose": word, "measure": word, "by": "2026-12-24",
                "verified_by": [{ "person": person(choices) }, { "other": word }],
                "services": [{ "service": word, "how": word, "came_of_it": word }],
                "reviewer": { "person": person(choices) }, "consequence": word, "engage": word,
                "response": [{ "on": "2026", "refused": true }],
            } })
        }
        Kind::Support => {
            let plan = choices.one(&known.of(Kind::Plan)).copied().unwrap_or(id(0));
            json!({ "support": {
                "plan": plan, "wanted": word, "asked_by_her": choices.often(),
                "who_helps": { "person": person(choices) }, "safely": word, "if_she_stays": word,
            } })
        }
        Kind::ChildNeed => json!({ "child_need": {
            "child": person(choices), "need": word, "who": { "person": person(choices) },
        } }),
        Kind::AgencyAction => {
            let everything: Vec<EntryId> = known.all.iter().map(|(id, _)| *id).collect();
            let mut value = json!({
                "agency": word, "sector": "police", "action": word, "towards": some(choices, &people),
                "owner": { "person": person(choices) }, "hers_to_see": choices.often(),
                "told_before": { "done": true, "said": word }, "by": "2026-12-01",
            });
            if let Some(session) = choices.one(&everything).filter(|_| choices.below(3) == 1) {
                value["session"] = json!(session);
            }
            if choices.often() {
                value["done"] = json!({ "on": "2026-11-20", "what": word });
            }
            json!({ "agency_action": value })
        }
        Kind::ChangeReview => {
            let lines: Vec<Value> = behaviours
                .iter()
                .take(1 + choices.below(3))
                .map(|behaviour| {
                    json!({
                        "behaviour": behaviour, "names": "partly", "words": { "words": word },
                        "harms": [{ "person": person(choices), "words": word }],
                    })
                })
                .collect();
            let mut value = json!({
                "person": person(choices), "behaviours": lines, "held_by": [{ "person": person(choices) }],
                "says_next": { "words": word }, "remark": word,
            });
            if value["behaviours"] == json!([]) || choices.below(4) == 1 {
                value["says_victim"] = json!({ "words": word });
            }
            json!({ "change_review": value })
        }
        Kind::Evidence => {
            let of = ["conduct", "repair", "continues", "new_tactic", "attendance", "remorse"];
            json!({ "evidence": {
                "person": person(choices), "of": of[choices.below(6)], "seen": word, "agency": word,
                "behaviours": links(choices, &behaviours, &people), "towards": some(choices, &people),
            } })
        }
        Kind::Document => json!({ "document": {
            "title": word, "from": { "person": person(choices) }, "about": some(choices, &people),
            "file": { "original_name": word, "size": 3, "blake3": "0".repeat(64), "media_type": "application/pdf" },
        } }),
        Kind::Interview => {
            let everything: Vec<EntryId> = known.all.iter().map(|(id, _)| *id).collect();
            json!({ "interview": {
                "instrument": "relationship", "version": 1, "title": word, "with": [person(choices)],
                "answers": [
                    { "question": "began", "asked": word, "said": { "text": word }, "entries": some(choices, &everything) },
                    { "question": "day", "about": person(choices), "asked": word, "said": { "care": { "does": word } } },
                    { "question": "who", "asked": word, "said": { "somebody": { "person": person(choices) } } },
                ],
                "skipped": [{ "question": "fear", "about": person(choices), "why": word }],
                "finished": choices.often(),
            } })
        }
        Kind::ToolResult => json!({ "tool_result": {
            "tool": word, "result": word, "by": word, "about": [person(choices)],
        } }),
        Kind::Decision => {
            let everything: Vec<EntryId> = known.all.iter().map(|(id, _)| *id).collect();
            let answer = |choices: &mut Choices<'_>, question: &str| {
                json!({
                    "question": question, "asked": word, "answer": word, "missing": word,
                    "for": links(choices, &everything, &people), "against": links(choices, &everything, &people),
                })
            };
            let mut value = json!({
                "test": "removal", "version": 1, "children": [person(choices)], "proposal": word, "main_reasons": word,
                "answers": [answer(choices, "together"), answer(choices, "with_him")],
                "dissent": [
                    { "by": { "person": person(choices) }, "words": word },
                    { "by": { "other": word }, "words": word, "label": choices.label().code() },
                ],
            });
            if choices.often() {
                value["person"] = json!(person(choices));
                value["decided"] = json!({ "what": word, "as_proposed": true, "on": "2026-02-01" });
            }
            if choices.below(3) == 1 {
                value["emergency"] = json!({ "why": word, "complete_by": "2026-02-05" });
            }
            json!({ "decision": value })
        }
        Kind::SignOff => {
            let of: Vec<EntryId> = [known.of(Kind::Decision), known.of(Kind::Supervision)].concat();
            let of = choices.one(&of).copied().unwrap_or(id(0));
            json!({ "sign_off": { "of": of, "revision": 1, "agrees": choices.often(), "words": word } })
        }
        Kind::MappingSession => {
            let everything: Vec<EntryId> = known.all.iter().map(|(id, _)| *id).collect();
            let questions: Vec<Value> = choices
                .one(&known.of(Kind::Unknown))
                .into_iter()
                .map(|unknown| json!({ "unknown": unknown, "action": choices.one(&everything) }))
                .collect();
            json!({ "mapping_session": {
                "purpose": word, "attendees": [{ "who": { "person": person(choices) }, "agency": word }],
                "agenda": [word], "material": some(choices, &everything), "consent": word, "questions": questions,
                "dissent": [{ "by": { "person": person(choices) }, "words": word, "label": choices.label().code() }],
                "outcome": word,
            } })
        }
        Kind::Supervision => {
            let everything: Vec<EntryId> = known.all.iter().map(|(id, _)| *id).collect();
            json!({ "supervision": {
                "about": some(choices, &everything), "reason": "regular", "went_well": word,
                "prompts": [{ "question": "pivot", "answer": word }],
                "agreed": [{ "what": word, "by": "2026-05-01", "who": word }],
            } })
        }
        Kind::Person => json!({ "person": { "name": word, "born": "2019-04" } }),
    }
}

/// A content of some kind that fits what is known.
pub(crate) fn content(choices: &mut Choices<'_>, known: &Known, kind: Kind, label: Label, word: &str) -> Content {
    let people = known.of(Kind::Person);
    let body: Body = serde_json::from_value(body(choices, known, kind, word)).unwrap();
    let mut sources = Vec::new();
    for _ in 0..choices.below(3) {
        let how = match choices.below(4) {
            0 => json!("seen_by_recorder"),
            1 => json!({ "told_directly": { "by": { "person": choices.one(&people).copied().unwrap_or(id(0)) } } }),
            2 => json!({ "in_record": { "record": word } }),
            _ => match choices.one(&known.of(Kind::Note)) {
                Some(note) if choices.often() => json!({ "taken_from_note": { "note": note } }),
                Some(note) => json!({ "from_note": { "note": note } }),
                None => json!("seen_by_recorder"),
            },
        };
        let mut source = json!({ "how": how });
        if choices.below(3) == 1 {
            source["label"] = json!(choices.label().code());
        }
        sources.push(source);
    }
    let mut envelope = json!({ "label": label.code(), "body": body, "sources": sources });
    if let Some(visit) = choices.one(&known.of(Kind::Visit)).filter(|_| choices.often()) {
        envelope["occasion"] = json!(visit);
    }
    if choices.often() {
        envelope["happened"] = json!({ "on": format!("20{:02}", 10 + choices.below(16)) });
    }
    if let Some(by) = choices.one(&people).filter(|_| choices.below(4) == 1) {
        envelope["disputes"] = json!([{ "by": { "person": by }, "words": word }]);
    }
    serde_json::from_value(envelope).unwrap()
}

/// A revision at the next minute.
pub(crate) fn revision(id: EntryId, number: u32, minute: usize, change: Change) -> Revision {
    let begin: jiff::Timestamp = "2026-01-01T10:00:00Z".parse().unwrap();
    let reason = (number > 1).then(|| Text::parse("Because").unwrap());
    Revision {
        id,
        revision: number,
        author: author(1 + minute % 2),
        recorded_at: begin + jiff::SignedDuration::from_mins(minute as i64),
        reason,
        change,
    }
}

/// The events of an invented case.
pub(crate) fn case(choices: &mut Choices<'_>) -> Vec<CaseEvent> {
    case_with_many(choices, &[])
}

/// The events of an invented case in which two entries in three are of some kinds.
pub(crate) fn case_with_many(choices: &mut Choices<'_>, kinds: &[Kind]) -> Vec<CaseEvent> {
    let mut events = vec![opened()];
    let mut known = Known::default();
    let mut state: Vec<(EntryId, Kind, u32, bool)> = Vec::new();
    let count = 4 + choices.below(24);
    for n in 0..count {
        // People first, or nothing could be about anybody.
        let kind = match n {
            0..3 => Kind::Person,
            _ if !kinds.is_empty() && choices.often() => kinds[choices.below(kinds.len())],
            _ => Kind::ALL[choices.below(Kind::ALL.len())],
        };
        let label = if n < 2 { Label::Professional } else { choices.label() };
        let content = content(choices, &known, kind, label, &format!("word{n}"));
        events.push(CaseEvent::Entry(Box::new(revision(id(n), 1, n, Change::Recorded(Box::new(content))))));
        known.all.push((id(n), kind));
        state.push((id(n), kind, 1, false));
    }
    for step in 0..choices.below(12) {
        let at = choices.below(state.len());
        let (entry, kind, number, withdrawn) = state[at];
        let change = match choices.below(3) {
            _ if withdrawn => Change::Reinstated,
            0 => Change::Relabelled(choices.label()),
            1 => Change::Withdrawn(Ground::RecordedInError),
            _ => {
                let label = choices.label();
                // Links only to what stood there before it, as when it was recorded.
                let before = Known { all: known.all.iter().take(at).copied().collect() };
                Change::Revised(Box::new(content(choices, &before, kind, label, &format!("again{step}"))))
            }
        };
        state[at] = (entry, kind, number + 1, matches!(change, Change::Withdrawn(_)));
        events.push(CaseEvent::Entry(Box::new(revision(entry, number + 1, count + step, change))));
    }
    events
}
