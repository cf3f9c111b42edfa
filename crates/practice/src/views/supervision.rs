//! Supervision of one case, to be read in two minutes: what is done to the family, why somebody should think about the work
//! now, what went well, what was agreed. Dates and facts; nobody is ranked.

use super::decisions::{SignState, Signature, Warning, state_of, tests};
use super::lines::{Envelope, Named, Reader};
use super::overview::says;
use crate::ids::EntryId;
use crate::kinds::people::Role;
use crate::kinds::supervision::Supervision;
use crate::kinds::{Body, Kind};
use crate::pack::Pack;
use crate::project::{Projection, Seen};
use crate::source::Who;
use crate::text::Code;
use crate::when::Happened;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Supervision of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SupervisionView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// What is done, the latest first: a few lines to be reminded by.
    pub pattern: Vec<Recent>,
    /// Why somebody should think about the work now, in a fixed order.
    pub reasons: Vec<Reason>,
    /// What was done with the family lately, the last first: where to begin with what went well.
    pub done: Vec<Recent>,
    /// What was agreed and is open, by its day.
    pub agreed: Vec<AgreedLine>,
    /// Every record, the last first.
    pub records: Vec<RecordLine>,
}

/// A line to be reminded by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Recent {
    /// The entry.
    pub id: EntryId,
    /// Its kind.
    pub kind: Kind,
    /// What it says.
    pub says: String,
    /// When it happened.
    pub happened: Happened,
}

/// Why somebody should think about the work on this case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Reason {
    /// What a worker must know holds today.
    WorkerSafety {
        /// The note.
        entry: EntryId,
        /// What to know.
        know: String,
        /// What to do.
        act: Option<String>,
        /// Until when.
        #[schemars(with = "Option<String>")]
        until: Option<Date>,
    },
    /// Nobody has spoken with the person who causes harm.
    NobodyWorksWith {
        /// Who causes harm.
        person: Named,
        /// Agencies that have tried.
        tried: Vec<String>,
        /// Whether a survivor was asked beforehand what would follow.
        asked: bool,
    },
    /// It was acted on, and questions are still open.
    CompletionDue {
        /// The decision.
        entry: EntryId,
        /// What it is about.
        says: String,
        /// By when.
        #[schemars(with = "String")]
        by: Date,
        /// Whether that day has gone by.
        past: bool,
    },
    /// A decision waits for a second person.
    AwaitsSignOff {
        /// The decision.
        entry: EntryId,
        /// What it is about.
        says: String,
        /// Since when.
        #[schemars(with = "Option<String>")]
        since: Option<Date>,
        /// It was signed off and changed since.
        changed: bool,
    },
    /// A child is to be back by a day, or should have been.
    Return {
        /// The decision.
        entry: EntryId,
        /// What it is about.
        says: String,
        /// The day.
        #[schemars(with = "String")]
        by: Date,
        /// Whether that day has gone by.
        past: bool,
    },
    /// A part is undetermined past its day.
    RoleOpen {
        /// The decision on the part.
        entry: EntryId,
        /// Whose part.
        person: Named,
        /// When it was to be looked at again.
        #[schemars(with = "String")]
        review: Date,
        /// The questions that would decide it.
        open: Vec<String>,
    },
    /// A plan was to be looked at again.
    PlanReview {
        /// The plan.
        entry: EntryId,
        /// Whose plan.
        person: Named,
        /// When.
        #[schemars(with = "String")]
        review: Date,
    },
    /// Something that was agreed was to be done by now.
    AgreedDue {
        /// The record.
        entry: EntryId,
        /// What.
        what: String,
        /// By when.
        #[schemars(with = "String")]
        by: Date,
        /// Who.
        who: Option<String>,
    },
}

impl Reason {
    /// Its place in the fixed order in which reasons are listed. It is no order of urgency.
    #[must_use]
    pub fn place(&self) -> usize {
        match self {
            Self::WorkerSafety { .. } => 0,
            Self::NobodyWorksWith { .. } => 1,
            Self::CompletionDue { .. } => 2,
            Self::AwaitsSignOff { .. } => 3,
            Self::Return { .. } => 4,
            Self::RoleOpen { .. } => 5,
            Self::PlanReview { .. } => 6,
            Self::AgreedDue { .. } => 7,
        }
    }
}

/// Something that was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AgreedLine {
    /// The record.
    pub record: EntryId,
    /// What.
    pub what: String,
    /// By when.
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
    /// Who does it.
    pub who: Option<String>,
    /// When it was done.
    #[schemars(with = "Option<String>")]
    pub done: Option<Date>,
}

/// One record of supervision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecordLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The present revision: what a sign-off is about.
    pub revision: u32,
    /// Why it was held.
    pub reason: Code,
    /// Whose work.
    pub worker: Option<String>,
    /// What went well.
    pub went_well: Option<String>,
    /// What was thought about.
    pub prompts: Vec<(Code, String)>,
    /// What was agreed.
    pub agreed: Vec<AgreedLine>,
    /// Which entries it was about.
    pub about: Vec<(EntryId, String)>,
    /// Whether the other person has read it.
    pub signed: SignState,
    /// Every sign-off.
    pub signatures: Vec<Signature>,
}

/// How many lines are shown to be reminded by.
const FEW: usize = 4;

/// Makes the view.
#[must_use]
pub fn supervision(projection: &Projection, pack: &Pack, as_of: Date) -> SupervisionView {
    let reader = Reader::new(projection, as_of);
    let records: Vec<RecordLine> = {
        let mut all: Vec<RecordLine> =
            projection.of_kind(Kind::Supervision).filter_map(|seen| record(&reader, seen)).collect();
        all.reverse();
        all
    };
    let mut agreed: Vec<AgreedLine> =
        records.iter().flat_map(|record| &record.agreed).filter(|agreed| agreed.done.is_none()).cloned().collect();
    agreed.sort_by_key(|agreed| agreed.by.unwrap_or(Date::MAX));
    let work = [Kind::PartneringStep, Kind::Voice, Kind::Contact, Kind::Visit, Kind::Effort];
    let here = |seen: &&Seen| match &seen.content.body {
        Body::Behaviour(b) => reader.cast.is(b.actor, Role::Perpetrator),
        _ => false,
    };
    SupervisionView {
        as_of,
        pattern: recent(&reader, projection.current().filter(here)),
        reasons: reasons(&reader, pack, &records),
        done: recent(
            &reader,
            projection.current().filter(|seen| match &seen.content.body {
                // What somebody else did is not this team's work.
                Body::Contact(contact) => contact.agency.is_none() && pack.reached(&contact.outcome),
                body => work.contains(&body.kind()) && body.kind() != Kind::Effort,
            }),
        ),
        agreed,
        records,
    }
}

fn recent<'a>(reader: &Reader<'_>, all: impl Iterator<Item = &'a Seen>) -> Vec<Recent> {
    let mut all: Vec<Recent> = all
        .map(|seen| Recent {
            id: seen.id,
            kind: seen.content.body.kind(),
            says: says(reader, &seen.content.body),
            happened: seen.content.happened,
        })
        .collect();
    // Of what is equally late, the last recorded first.
    all.reverse();
    all.sort_by_key(|line| std::cmp::Reverse(line.happened.begins().map(|at| at.start())));
    all.truncate(FEW);
    all
}

/// The reasons of a case, in a fixed order: it is not an order of urgency, and no case stands before another because of it.
#[must_use]
pub fn reasons(reader: &Reader<'_>, pack: &Pack, records: &[RecordLine]) -> Vec<Reason> {
    let mut found = Vec::new();
    for seen in reader.projection.of_kind(Kind::WorkerSafety) {
        if let Body::WorkerSafety(safety) = &seen.content.body
            && safety.holds(reader.as_of)
        {
            found.push(Reason::WorkerSafety {
                entry: seen.id,
                know: safety.know.to_string(),
                act: safety.act.as_ref().map(ToString::to_string),
                until: safety.until,
            });
        }
    }
    nobody_works_with(reader, pack, &mut found);
    decisions(reader, pack, &mut found);
    for seen in reader.projection.of_kind(Kind::RoleDecision) {
        if let Body::RoleDecision(decision) = &seen.content.body
            && decision.role == Role::Undetermined
            && let Some(review) = decision.review.filter(|review| *review <= reader.as_of)
        {
            found.push(Reason::RoleOpen {
                entry: seen.id,
                person: reader.person(decision.person),
                review,
                open: decision.open_questions.iter().map(ToString::to_string).collect(),
            });
        }
    }
    for seen in reader.projection.of_kind(Kind::Plan) {
        if let Body::Plan(plan) = &seen.content.body
            && let Some(review) = plan.review.filter(|review| *review <= reader.as_of)
        {
            found.push(Reason::PlanReview { entry: seen.id, person: reader.person(plan.person), review });
        }
    }
    for record in records {
        for agreed in record.agreed.iter().filter(|agreed| agreed.done.is_none()) {
            if let Some(by) = agreed.by.filter(|by| *by <= reader.as_of) {
                found.push(Reason::AgreedDue {
                    entry: record.envelope.id,
                    what: agreed.what.clone(),
                    by,
                    who: agreed.who.clone(),
                });
            }
        }
    }
    found
}

fn nobody_works_with(reader: &Reader<'_>, pack: &Pack, found: &mut Vec<Reason>) {
    for person in reader.cast.with(Role::Perpetrator) {
        let contacts: Vec<_> = reader
            .projection
            .current()
            .filter_map(|seen| match &seen.content.body {
                Body::Contact(contact) if contact.with.contains(&Who::Person(person.id)) => Some(contact),
                _ => None,
            })
            .collect();
        if contacts.iter().any(|contact| pack.reached(&contact.outcome)) {
            continue;
        }
        let mut tried: Vec<String> = Vec::new();
        for contact in contacts.iter().filter(|contact| !pack.is_untried(&contact.outcome)) {
            if let Some(agency) = &contact.agency
                && !tried.iter().any(|known| known == agency.as_str())
            {
                tried.push(agency.to_string());
            }
        }
        let asked = contacts.iter().any(|contact| contact.warned_before.as_ref().is_some_and(|check| check.done));
        found.push(Reason::NobodyWorksWith { person: reader.person(person.id), tried, asked });
    }
}

fn decisions(reader: &Reader<'_>, pack: &Pack, found: &mut Vec<Reason>) {
    let all = tests(reader.projection, pack, reader.as_of).decisions;
    for decision in &all {
        let (entry, says) = (decision.envelope.id, decision.proposal.clone());
        for warning in &decision.warnings {
            if let Warning::CompletionDue { by, past, .. } = warning {
                found.push(Reason::CompletionDue { entry, says: says.clone(), by: *by, past: *past });
            }
        }
        let changed = decision.signed == SignState::ChangedSince;
        if decision.signed == SignState::Awaiting || changed {
            let since = decision.decided.as_ref().map(|decided| decided.on);
            found.push(Reason::AwaitsSignOff { entry, says: says.clone(), since, changed });
        }
        let moved = decision.decided.as_ref().is_some_and(|decided| decided.as_proposed);
        if let Some(by) = decision.return_by.filter(|_| moved) {
            found.push(Reason::Return { entry, says, by, past: by < reader.as_of });
        }
    }
}

fn record(reader: &Reader<'_>, seen: &Seen) -> Option<RecordLine> {
    let Body::Supervision(supervision) = &seen.content.body else { return None };
    let (signed, signatures) = state_of(reader, seen, true);
    let says_of = |id: &EntryId| {
        let seen = reader.projection.get(*id)?;
        Some((*id, says(reader, &seen.content.body)))
    };
    Some(RecordLine {
        envelope: reader.envelope(seen),
        revision: seen.revision,
        reason: supervision.reason.clone(),
        worker: supervision.worker.as_ref().map(ToString::to_string),
        went_well: supervision.went_well.as_ref().map(ToString::to_string),
        prompts: supervision
            .prompts
            .iter()
            .map(|prompt| (prompt.question.clone(), prompt.answer.to_string()))
            .collect(),
        agreed: agreed(seen.id, supervision),
        about: supervision.about.iter().filter_map(says_of).collect(),
        signed,
        signatures,
    })
}

fn agreed(record: EntryId, supervision: &Supervision) -> Vec<AgreedLine> {
    supervision
        .agreed
        .iter()
        .map(|agreed| AgreedLine {
            record,
            what: agreed.what.to_string(),
            by: agreed.by,
            who: agreed.who.as_ref().map(ToString::to_string),
            done: agreed.done,
        })
        .collect()
}
