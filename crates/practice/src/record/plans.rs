//! What a plan and what stands in it must fit: one plan for an adult, goals about what that adult does.

use super::Refusal;
use crate::case::{CaseFile, Entry};
use crate::ids::EntryId;
use crate::kinds::plan::{Part, Plan};
use crate::kinds::{Body, Kind};

/// Everything that does not fit.
pub(super) fn of_plan(case: &CaseFile, id: EntryId, body: &Body) -> Vec<Refusal> {
    match body {
        Body::Plan(plan) => of_person(case, id, plan).into_iter().collect(),
        Body::Goal(goal) => {
            let Some(plan) = plan(case, goal.plan) else { return Vec::new() };
            let mut found = Vec::new();
            if plan.part != Part::Change {
                found.push(Refusal::WrongPart { path: "goal.plan", kind: Kind::Goal });
            }
            for (n, behaviour) in goal.behaviours.iter().enumerate() {
                let actor = case.entry(*behaviour).and_then(|entry| match &entry.content.body {
                    Body::Behaviour(behaviour) => Some(behaviour.actor),
                    _ => None,
                });
                if actor.is_some_and(|actor| actor != plan.person) {
                    found.push(Refusal::NotByPerson { path: format!("goal.behaviours.{n}") });
                }
            }
            found
        }
        Body::Support(support) => plan(case, support.plan)
            .filter(|plan| plan.part != Part::Support)
            .map(|_| Refusal::WrongPart { path: "support.plan", kind: Kind::Support })
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

fn plan(case: &CaseFile, id: EntryId) -> Option<&Plan> {
    plan_of(case.entry(id)?)
}

fn plan_of(entry: &Entry) -> Option<&Plan> {
    match &entry.content.body {
        Body::Plan(plan) => Some(plan),
        _ => None,
    }
}

fn of_person(case: &CaseFile, id: EntryId, plan: &Plan) -> Option<Refusal> {
    // Goals hang on it: given to somebody else, they would be somebody else's.
    let was = case.entry(id).and_then(plan_of);
    if was.is_some_and(|was| (was.person, was.part) != (plan.person, plan.part)) {
        return Some(Refusal::PlanKeepsPerson);
    }
    let same = |other: &Plan| {
        (other.person, other.part, other.relationship) == (plan.person, plan.part, plan.relationship)
    };
    let first =
        case.entries().find(|(other, entry)| *other != id && !entry.withdrawn && plan_of(entry).is_some_and(same));
    first.map(|(first, _)| Refusal::PlanAlready { first })
}
