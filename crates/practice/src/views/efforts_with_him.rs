//! Reasonable efforts: what was done with those who cause harm, by which agency, courts and probation included, what failed, and
//! what the survivor was told before and asked after. A referral alone is none.

use super::lines::{Named, Reader};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::people::Role;
use crate::pack::Pack;
use crate::project::Projection;
use crate::text::Code;
use crate::when::{ApproxDate, Happened};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What was done with those who cause harm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EffortsWithHimView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// Those who cause harm, and with each what was done.
    pub people: Vec<WithPerson>,
    /// Who protects: whom to ask what would follow.
    pub survivors: Vec<PersonLine>,
}

/// What was done with one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WithPerson {
    /// Who.
    pub person: Named,
    /// What was done, oldest first.
    pub log: Vec<Step>,
    /// Sectors of the pack of which nobody has done anything with this person: nobody has asked.
    pub not_yet: Vec<Code>,
}

/// One thing that was done, or tried, or is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Step {
    /// The entry.
    pub id: EntryId,
    /// When.
    pub happened: Happened,
    /// By which agency; none: the team that works the case.
    pub agency: Option<String>,
    /// Its sector.
    pub sector: Option<Code>,
    /// Of which sort.
    pub sort: Sort,
    /// What.
    pub what: Option<String>,
    /// Whether the survivor was told before.
    pub told_before: Option<bool>,
    /// Whether the survivor was asked afterwards.
    pub asked_after: Option<bool>,
}

/// Of which sort a step is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The person was spoken with.
    Spoken {
        /// By which means.
        means: Code,
    },
    /// It was tried, and failed.
    Failed {
        /// By which means.
        means: Code,
        /// What came of it.
        outcome: Code,
    },
    /// An agency did something.
    Did,
    /// An agency has done what was planned.
    Done,
    /// An agency is to do something.
    Planned {
        /// By when.
        #[schemars(with = "Option<String>")]
        by: Option<Date>,
    },
    /// The plan was put to the person.
    Answered {
        /// The person refused; the plan stands.
        refused: bool,
    },
    /// A service, as a means to a goal.
    Service {
        /// What came of it.
        came_of_it: Option<String>,
    },
}

/// The sectors that can do something with him: an agency's log without them is not a whole one.
const SECTORS: [&str; 5] = ["childrens_services", "police", "court", "probation", "programme"];

/// Makes the view.
#[must_use]
pub fn efforts_with_him(projection: &Projection, pack: &Pack, as_of: Date) -> EffortsWithHimView {
    let reader = Reader::new(projection, as_of);
    let people = reader
        .cast
        .with(Role::Perpetrator)
        .map(|person| {
            let log = log(&reader, pack, person.id);
            let sectors: Vec<Option<Code>> = log.iter().map(|step| step.sector.clone()).collect();
            let missing = |code: &str| !sectors.iter().flatten().any(|known| known.as_str() == code);
            let not_yet = SECTORS
                .into_iter()
                .filter(|code| missing(code))
                .filter_map(|code| Code::parse(code).ok())
                .collect();
            WithPerson { person: reader.person(person.id), log, not_yet }
        })
        .collect();
    EffortsWithHimView { as_of, people, survivors: reader.cast.survivors().cloned().collect() }
}

fn log(reader: &Reader<'_>, pack: &Pack, person: EntryId) -> Vec<Step> {
    let with = |people: &[Named]| people.iter().any(|named| named.id == Some(person));
    let mut log = Vec::new();
    for seen in reader.projection.current() {
        let step = |happened: Happened, sort: Sort, what: Option<String>| Step {
            id: seen.id,
            happened,
            agency: None,
            sector: None,
            sort,
            what,
            told_before: None,
            asked_after: None,
        };
        let happened = seen.content.happened;
        match &seen.content.body {
            Body::Contact(contact) => {
                let line = reader.contact(seen, contact, pack);
                if !with(&line.with) {
                    continue;
                }
                let sort = if line.reached {
                    Sort::Spoken { means: line.means }
                } else {
                    Sort::Failed { means: line.means, outcome: line.outcome }
                };
                log.push(Step {
                    agency: line.agency,
                    sector: contact.sector.clone(),
                    told_before: line.warned_before,
                    asked_after: line.asked_after,
                    ..step(happened, sort, line.what)
                });
            }
            Body::SystemResponse(response) if response.towards.contains(&person) => log.push(Step {
                agency: Some(response.agency.to_string()),
                sector: Some(response.sector.clone()),
                ..step(happened, Sort::Did, Some(response.did.to_string()))
            }),
            Body::AgencyAction(action) if action.towards.contains(&person) => {
                let (on, sort, what) = match &action.done {
                    Some(done) => (Happened::On(done.on), Sort::Done, format!("{} {}", action.action, done.what)),
                    None => (Happened::NotKnown, Sort::Planned { by: action.by }, action.action.to_string()),
                };
                log.push(Step {
                    agency: Some(action.agency.to_string()),
                    sector: action.sector.clone(),
                    told_before: action.told_before.as_ref().map(|check| check.done),
                    asked_after: action.asked_after.as_ref().map(|check| check.done),
                    ..step(on, sort, Some(what))
                });
            }
            Body::Plan(plan) if plan.person == person => {
                log.extend(plan.response.iter().map(|response| answered(&step, response)));
            }
            Body::Goal(goal) if is_of(reader, goal.plan, person) => {
                log.extend(goal.response.iter().map(|response| answered(&step, response)));
                for service in &goal.services {
                    let on = service.since.map_or(Happened::NotKnown, Happened::On);
                    let came_of_it = service.came_of_it.as_ref().map(ToString::to_string);
                    log.push(step(on, Sort::Service { came_of_it }, Some(service.service.to_string())));
                }
            }
            _ => {}
        }
    }
    log.sort_by(|a, b| a.happened.order(&b.happened));
    log
}

fn answered(
    step: &dyn Fn(Happened, Sort, Option<String>) -> Step,
    response: &crate::kinds::plan::Response,
) -> Step {
    let on: ApproxDate = response.on;
    let words = response.words.as_ref().map(|quote| quote.words.to_string());
    step(Happened::On(on), Sort::Answered { refused: response.refused }, words)
}

fn is_of(reader: &Reader<'_>, plan: EntryId, person: EntryId) -> bool {
    matches!(reader.projection.get(plan).map(|seen| &seen.content.body), Some(Body::Plan(plan)) if plan.person == person)
}
