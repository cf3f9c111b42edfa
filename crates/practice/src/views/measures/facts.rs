//! The facts of one case: one walk over its entries.

use super::{Fact, Measure, State};
use crate::cast::Cast;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::impact::ImpactOn;
use crate::kinds::people::Role;
use crate::kinds::plan::Part;
use crate::pack::Pack;
use crate::project::{Projection, Seen};
use crate::source::Who;
use crate::when::Happened;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

/// The days of the first and the last entry that counts.
#[derive(Clone, Copy, Debug, Default)]
struct Days {
    first: Option<Date>,
    last: Option<Date>,
}

impl Days {
    fn on(&mut self, day: Date) {
        self.first = Some(self.first.map_or(day, |first| first.min(day)));
        self.last = Some(self.last.map_or(day, |last| last.max(day)));
    }
}

/// Who is who, and what was found so far.
struct Walk<'a> {
    pack: &'a Pack,
    harm: BTreeSet<EntryId>,
    survivors: BTreeSet<EntryId>,
    elsewhere: BTreeSet<EntryId>,
    children: BTreeSet<EntryId>,
    plans_of_harm: BTreeSet<EntryId>,
    found: BTreeMap<Measure, Days>,
    /// Of measures that ask it of each person: of whom it is there.
    of: BTreeMap<Measure, BTreeSet<EntryId>>,
    decided: BTreeSet<EntryId>,
}

pub(super) fn facts(projection: &Projection, pack: &Pack, as_of: Date) -> Vec<Fact> {
    let cast = Cast::of(projection, as_of);
    let with = |role| cast.with(role).map(|person| person.id).collect::<BTreeSet<_>>();
    let survivors: BTreeSet<_> = cast.survivors().map(|person| person.id).collect();
    let mut walk = Walk {
        pack,
        harm: with(Role::Perpetrator),
        elsewhere: with(Role::Survivor).difference(&survivors).copied().collect(),
        survivors,
        children: with(Role::Child),
        plans_of_harm: BTreeSet::new(),
        found: BTreeMap::new(),
        of: BTreeMap::new(),
        decided: BTreeSet::new(),
    };
    for seen in projection.current() {
        walk.plan(seen);
    }
    for seen in projection.current() {
        walk.entry(seen);
    }
    Measure::ALL.into_iter().map(|measure| walk.fact(measure)).collect()
}

/// The day on which it was recorded first, as far as this reader sees.
fn day(seen: &Seen) -> Option<Date> {
    seen.history.first().map(|step| TimeZone::UTC.to_datetime(step.recorded_at).date())
}

impl Walk<'_> {
    fn fact(&self, measure: Measure) -> Fact {
        let days = self.found.get(&measure).copied().unwrap_or_default();
        let state = match self.asked_of(measure) {
            Some(people) if people.is_empty() => State::DoesNotApply,
            Some(people) => {
                let there = self.of.get(&measure).map_or(0, |of| of.intersection(&people).count());
                match there {
                    0 => State::NotYet,
                    some if some < people.len() => State::ForSome,
                    _ => State::There,
                }
            }
            None if days.first.is_some() => State::There,
            None => State::NotYet,
        };
        let days = if matches!(state, State::There | State::ForSome) { days } else { Days::default() };
        Fact { measure, state, first: days.first, last: days.last }
    }

    /// Of whom, or of what, it is asked one by one.
    fn asked_of(&self, measure: Measure) -> Option<BTreeSet<EntryId>> {
        match measure {
            Measure::EachChildsEffects | Measure::EachChildsWords | Measure::EachChildsNeeds => {
                Some(self.children.clone())
            }
            Measure::EachParentsCare => Some(self.harm.union(&self.survivors).copied().collect()),
            Measure::DecisionsRead => Some(self.decided.clone()),
            _ => None,
        }
    }

    fn there(&mut self, measure: Measure, seen: &Seen) {
        if let Some(day) = day(seen) {
            self.found.entry(measure).or_default().on(day);
        }
    }

    fn there_of(&mut self, measure: Measure, person: EntryId, seen: &Seen) {
        self.there(measure, seen);
        self.of.entry(measure).or_default().insert(person);
    }

    fn plan(&mut self, seen: &Seen) {
        if let Body::Plan(plan) = &seen.content.body
            && plan.part == Part::Change
            && self.harm.contains(&plan.person)
        {
            self.plans_of_harm.insert(seen.id);
        }
    }

    fn names_harm(&self, who: &Who) -> bool {
        matches!(who, Who::Person(person) if self.harm.contains(person))
    }

    fn entry(&mut self, seen: &Seen) {
        match &seen.content.body {
            Body::RoleDecision(decision)
                if decision.role == Role::Perpetrator && self.harm.contains(&decision.person) =>
            {
                self.there(Measure::HarmNamed, seen);
            }
            Body::Behaviour(behaviour) if self.harm.contains(&behaviour.actor) => {
                self.there(Measure::Behaviours, seen);
                if matches!(seen.content.happened, Happened::Over { .. }) {
                    self.there(Measure::OverTime, seen);
                }
                if behaviour.targets.iter().any(|target| self.elsewhere.contains(target)) {
                    self.there(Measure::OtherFamily, seen);
                }
            }
            Body::Intersection(_) => self.there(Measure::Intersections, seen),
            Body::Impact(impact) => {
                if let ImpactOn::Child(child) = impact.on {
                    if !impact.from.is_empty() {
                        self.there(Measure::BehaviourToChild, seen);
                    }
                    self.there_of(Measure::EachChildsEffects, child, seen);
                }
            }
            Body::Voice(voice) if self.children.contains(&voice.whose) => {
                self.there_of(Measure::EachChildsWords, voice.whose, seen);
            }
            Body::Voice(voice) if self.survivors.contains(&voice.whose) => {
                self.there(Measure::SurvivorWords, seen);
                if voice.alone == Some(true) {
                    self.there(Measure::SurvivorAlone, seen);
                }
            }
            Body::ChildNeed(need) => self.there_of(Measure::EachChildsNeeds, need.child, seen),
            Body::Effort(effort) if self.survivors.contains(&effort.actor) => {
                self.there(Measure::Efforts, seen);
                let yardstick = |code| self.pack.effort(code).is_some_and(|known| known.yardstick);
                if effort.categories.is_empty() || !effort.categories.iter().all(yardstick) {
                    self.there(Measure::EffortsBeyond, seen);
                }
            }
            Body::Visit(visit) => self.alone(&visit.seen_alone, seen),
            Body::Interview(interview) if interview.alone == Some(true) => self.alone(&interview.with, seen),
            Body::PartneringStep(step) if self.survivors.contains(&step.with) => {
                self.there(Measure::Partnering, seen);
            }
            Body::Support(support) if support.asked_by_her => self.there(Measure::SupportAsked, seen),
            Body::Contact(contact) => {
                self.alone(&contact.seen_alone, seen);
                if contact.with.iter().any(|who| self.names_harm(who)) && !self.pack.is_untried(&contact.outcome) {
                    self.there(Measure::HarmContact, seen);
                    if self.pack.reached(&contact.outcome) {
                        self.there(Measure::HarmSpoken, seen);
                    }
                    let checks = [&contact.warned_before, &contact.asked_after];
                    if checks.into_iter().flatten().any(|check| check.done) {
                        self.there(Measure::SurvivorTold, seen);
                    }
                }
            }
            Body::Plan(_) if self.plans_of_harm.contains(&seen.id) => self.there(Measure::HarmPlan, seen),
            Body::Goal(goal) if self.plans_of_harm.contains(&goal.plan) => self.there(Measure::HarmGoals, seen),
            Body::AgencyAction(action) if action.towards.iter().any(|one| self.harm.contains(one)) => {
                self.there(Measure::HarmIntervention, seen);
            }
            Body::SystemResponse(response) => {
                self.there(Measure::Responses, seen);
                if response.towards.iter().any(|one| self.harm.contains(one)) {
                    self.there(Measure::HarmIntervention, seen);
                }
            }
            Body::ChangeReview(review) if self.harm.contains(&review.person) => {
                self.there(Measure::ChangeLookedAt, seen);
            }
            Body::Evidence(evidence) if self.harm.contains(&evidence.person) && !evidence.of.is_apart() => {
                self.there(Measure::ChangeLookedAt, seen);
            }
            Body::DailyCare(care) => self.there_of(Measure::EachParentsCare, care.carer, seen),
            Body::MappingSession(_) => self.there(Measure::Sessions, seen),
            Body::Decision(decision) if decision.decided.is_some() => {
                self.decided.insert(seen.id);
            }
            Body::SignOff(sign) => self.there_of(Measure::DecisionsRead, sign.of, seen),
            Body::Supervision(_) => self.there(Measure::Supervision, seen),
            Body::WorkerSafety(_) => self.there(Measure::WorkerSafety, seen),
            _ => {}
        }
    }

    fn alone(&mut self, seen_alone: &[EntryId], seen: &Seen) {
        if seen_alone.iter().any(|person| self.survivors.contains(person)) {
            self.there(Measure::SurvivorAlone, seen);
        }
    }
}
