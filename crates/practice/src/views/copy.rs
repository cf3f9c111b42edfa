//! One adult's own copy of a plan: what is shown, printed and handed over. Made only of a projection for that adult
//! ([`Audience::Actor`](crate::clearance::Audience::Actor), [`Audience::Survivor`](crate::clearance::Audience::Survivor)); it has
//! no ids, no history and no word on how anything is known.

use super::lines::Reader;
use super::plan::advice::Names;
use super::plan::{Plans, services};
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::plan::{Aim, Goal, Part};
use crate::pack::Pack;
use crate::project::Projection;
use crate::source::Quote;
use crate::when::ApproxDate;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// A copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CopyView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// An invented family.
    pub invented: bool,
    /// Whose copy.
    pub person: String,
    /// Of which plan.
    pub part: Part,
    /// Whether there is a plan for this copy at all.
    pub has_plan: bool,
    /// When it will be looked at again.
    #[schemars(with = "Option<String>")]
    pub review: Option<Date>,
    /// What the person said to it.
    pub said: Vec<Said>,
    /// What must stop, start and be repaired; only on a copy of a plan for change.
    pub goals: Vec<CopyGoal>,
    /// What was asked for; only on a copy of a plan for support.
    pub supports: Vec<CopySupport>,
    /// What the children need; only on a copy of a plan for support.
    pub needs: Vec<CopyNeed>,
    /// What agencies will do that is for this person to see.
    pub actions: Vec<CopyAction>,
}

/// What the person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Said {
    /// When.
    pub on: ApproxDate,
    /// In their words.
    pub words: Option<Quote>,
    /// It was a refusal; the goal stands.
    pub refused: bool,
}

/// A goal on the copy of the person whose goal it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CopyGoal {
    /// To stop, to start, to repair.
    pub aim: Aim,
    /// What it begins from, as it may be said.
    pub begins_from: Vec<String>,
    /// What that did to which child.
    pub harms: Vec<(String, String)>,
    /// What is expected.
    pub expected: String,
    /// What for.
    pub purpose: Option<String>,
    /// How anybody can tell.
    pub measure: String,
    /// By when.
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
    /// Who can tell, as far as they are not of the family.
    pub verified_by: Vec<String>,
    /// Services that may help, and how.
    pub services: Vec<(String, Option<String>)>,
    /// Who looks at it again.
    pub reviewer: Option<String>,
    /// What follows if it is not met.
    pub consequence: Option<String>,
    /// What the person said to it.
    pub said: Vec<Said>,
}

/// Support on her copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CopySupport {
    /// What is wanted.
    pub wanted: String,
    /// Who helps: a person, an agency.
    pub helps: Vec<String>,
    /// How it is safe.
    pub safely: Option<String>,
    /// How it works if she stays.
    pub if_she_stays: Option<String>,
    /// How it works if she goes.
    pub if_she_goes: Option<String>,
    /// By when those who help will have done it.
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
}

/// What a child needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CopyNeed {
    /// The child.
    pub child: String,
    /// What; nothing more.
    pub need: Option<String>,
    /// Who sees to it.
    pub who: Option<String>,
    /// By when.
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
}

/// What an agency will do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CopyAction {
    /// Which agency.
    pub agency: String,
    /// What it will do.
    pub action: String,
    /// By when.
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
    /// When it was done, and what.
    pub done: Option<(ApproxDate, String)>,
}

/// Makes the copy. The projection must be one for this adult. Nothing where the id names nobody in it.
#[must_use]
pub fn copy(projection: &Projection, pack: &Pack, as_of: Date, person: EntryId, part: Part) -> Option<CopyView> {
    let reader = Reader::new(projection, as_of);
    let name = reader.cast.name(person)?.to_owned();
    let names = Names::default();
    let lines = Plans { reader: &reader, pack, names: &names };
    let mut view = CopyView {
        as_of,
        invented: projection.invented,
        person: name,
        part,
        has_plan: false,
        review: None,
        said: Vec::new(),
        goals: Vec::new(),
        supports: Vec::new(),
        needs: Vec::new(),
        actions: Vec::new(),
    };
    for seen in projection.current() {
        match &seen.content.body {
            Body::Plan(plan) if plan.person == person && plan.part == part => {
                view.has_plan = true;
                view.review = view.review.or(plan.review);
                view.said.extend(plan.response.iter().map(said));
            }
            Body::Goal(goal) if part == Part::Change => view.goals.push(self::goal(&reader, goal)),
            Body::Support(support) if part == Part::Support => view.supports.push(CopySupport {
                wanted: support.wanted.to_string(),
                helps: support
                    .who_helps
                    .iter()
                    .map(|who| reader.who(who).name)
                    .chain(support.agency.iter().map(ToString::to_string))
                    .collect(),
                safely: support.safely.as_ref().map(ToString::to_string),
                if_she_stays: support.if_she_stays.as_ref().map(ToString::to_string),
                if_she_goes: support.if_she_goes.as_ref().map(ToString::to_string),
                by: support.by,
            }),
            Body::ChildNeed(need) if part == Part::Support => {
                let line = lines.need(seen, need);
                let who = line.who.map(|named| named.name);
                view.needs.push(CopyNeed { child: line.child.name, need: line.need, who, by: line.by });
            }
            Body::AgencyAction(action) if part == Part::Support => {
                let line = lines.action(seen, action);
                view.actions.push(CopyAction {
                    agency: line.agency,
                    action: line.action,
                    by: line.by,
                    done: line.done,
                });
            }
            _ => {}
        }
    }
    view.goals.sort_by_key(|goal| (goal.aim, goal.by.unwrap_or(Date::MAX)));
    Some(view)
}

fn said(response: &crate::kinds::plan::Response) -> Said {
    Said { on: response.on, words: response.words.clone(), refused: response.refused }
}

fn goal(reader: &Reader<'_>, goal: &Goal) -> CopyGoal {
    let act = |id: &EntryId| match &reader.projection.get(*id)?.content.body {
        Body::Behaviour(behaviour) => Some(behaviour.act.to_string()),
        _ => None,
    };
    CopyGoal {
        aim: goal.aim,
        begins_from: goal.behaviours.iter().filter_map(act).collect(),
        harms: goal.harms.iter().map(|harm| (reader.person(harm.child).name, harm.what.to_string())).collect(),
        expected: goal.expected.to_string(),
        purpose: goal.purpose.as_ref().map(ToString::to_string),
        measure: goal.measure.to_string(),
        by: goal.by,
        verified_by: goal.verified_by.iter().map(|who| reader.who(who).name).collect(),
        services: services(goal).into_iter().map(|service| (service.service, service.how)).collect(),
        reviewer: goal.reviewer.as_ref().map(|who| reader.who(who).name),
        consequence: goal.consequence.as_ref().map(ToString::to_string),
        said: goal.response.iter().map(said).collect(),
    }
}
