//! The plans: one for each adult, what the children need, what agencies will do; with advice on the wording, and the same
//! expectation put to each parent. For the team; what one adult is shown is [`copy`](super::copy()).

pub mod advice;
pub mod standards;

use super::lines::{Envelope, Named, Reader};
use super::work::Titled;
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::pattern::Usable;
use crate::kinds::people::Role;
use crate::kinds::plan::{AgencyAction, Aim, ChildNeed, Copy, Goal, MayBeKept, Part, Plan, Response, Support};
use crate::label::Label;
use crate::pack::Pack;
use crate::project::{Projection, Seen, SeenChange};
use crate::source::Quote;
use crate::text::Code;
use crate::when::ApproxDate;
use advice::{Advice, Names};
use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use standards::Standard;
use std::collections::BTreeMap;

/// All plans of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The plans: for change first, then for support.
    pub plans: Vec<PlanOf>,
    /// Adults who cause harm, or protect, and have no plan yet.
    pub without: Vec<Without>,
    /// What children need.
    pub needs: Vec<NeedLine>,
    /// Children of whom nobody has said what they need.
    pub not_asked: Vec<PersonLine>,
    /// What agencies will do, or have done.
    pub actions: Vec<ActionLine>,
    /// The same expectation put to each parent.
    pub standards: Vec<Standard>,
    /// Something is asked of a survivor that is not asked of anybody who causes harm: the codes of the expectations.
    pub asks_more_of_her: Vec<Code>,
}

/// An adult without a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Without {
    /// Who.
    pub person: PersonLine,
    /// Which plan is not there.
    pub part: Part,
}

/// The plan of one adult.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanOf {
    /// Id, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// Whose.
    pub person: Named,
    /// What for.
    pub part: Part,
    /// With whom the relationship is, where the plan is about one.
    pub relationship: Option<Named>,
    /// Whether a copy may be kept, and where.
    pub copy: Option<CopyOf>,
    /// When it will be looked at again.
    #[schemars(with = "Option<String>")]
    pub review: Option<Date>,
    /// That day has come.
    pub review_due: bool,
    /// What the person said to it.
    pub response: Vec<ResponseOf>,
    /// What must stop, start and be repaired.
    pub goals: Vec<GoalLine>,
    /// What was asked for.
    pub supports: Vec<SupportLine>,
    /// What was changed, in the plan and in what stands in it, newest first.
    pub versions: Vec<Version>,
    /// On the plan as a whole.
    pub advice: Vec<Advice>,
}

/// Whether a copy may be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CopyOf {
    /// Whether.
    pub may_be_kept: MayBeKept,
    /// Where.
    pub place: Option<String>,
}

/// What somebody said to a plan or a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResponseOf {
    /// When.
    pub on: ApproxDate,
    /// In their words.
    pub words: Option<Quote>,
    /// A refusal. The goal stands.
    pub refused: bool,
}

/// One goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GoalLine {
    /// Id, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// To stop, to start, to repair.
    pub aim: Aim,
    /// The behaviours it begins from.
    pub baseline: Vec<Baseline>,
    /// What they did to which child.
    pub harms: Vec<HarmOf>,
    /// What is expected.
    pub expected: String,
    /// What for.
    pub purpose: Option<String>,
    /// How anybody can tell.
    pub measure: String,
    /// By when.
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
    /// That day has passed.
    pub past: bool,
    /// Who can tell.
    pub verified_by: Vec<Named>,
    /// Services: means.
    pub services: Vec<ServiceOf>,
    /// Who looks at it again.
    pub reviewer: Option<Named>,
    /// What follows for the person.
    pub consequence: Option<String>,
    /// How to speak with the person.
    pub engage: Option<String>,
    /// What the person said to it.
    pub response: Vec<ResponseOf>,
    /// When it ended, and why.
    pub ended: Option<(ApproxDate, String)>,
    /// Whether it stands on the person's copy: every behaviour it begins from may be used with the person, and it has not
    /// ended.
    pub reaches: bool,
    /// On the wording, and on who can tell.
    pub advice: Vec<Advice>,
}

/// A behaviour that a goal begins from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Baseline {
    /// The behaviour.
    pub behaviour: Titled,
    /// Whether it may be used with the person.
    pub state: BaselineState,
}

/// Whether a behaviour may be used with the person who does it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BaselineState {
    /// Known to the person, or on public record, in the words kept for that.
    Known {
        /// The words. Absent in files made before the form asked for them: the whole of it may reach the person.
        #[serde(skip_serializing_if = "Option::is_none")]
        wording: Option<String>,
    },
    /// In the wording that was agreed.
    Agreed {
        /// The wording.
        wording: String,
    },
    /// Not usable: the goal stays with the team.
    NotUsable,
    /// Withdrawn: the goal stays with the team.
    Withdrawn,
    /// Under another label than everybody who works the case may see: the goal stays with the team.
    NotForEverybody,
}

/// What behaviours did to a child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HarmOf {
    /// The child.
    pub child: Named,
    /// What.
    pub what: String,
}

/// A service as a means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ServiceOf {
    /// Which.
    pub service: String,
    /// How it is to help.
    pub how: Option<String>,
    /// Since when.
    pub since: Option<ApproxDate>,
    /// What came of it.
    pub came_of_it: Option<String>,
}

/// Support that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SupportLine {
    /// Id, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// What is wanted.
    pub wanted: String,
    /// Whether the person asked for it.
    pub asked_by_her: bool,
    /// Who helps.
    pub who_helps: Option<Named>,
    /// Which agency helps.
    pub agency: Option<String>,
    /// How it is safe.
    pub safely: Option<String>,
    /// How it works if she stays.
    pub if_she_stays: Option<String>,
    /// How it works if she goes.
    pub if_she_goes: Option<String>,
    /// By when those who help will have done it.
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
    /// On the wording.
    pub advice: Vec<Advice>,
}

/// What a child needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NeedLine {
    /// Id, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The child.
    pub child: Named,
    /// What; nothing more, once the adults are addressed rightly.
    pub need: Option<String>,
    /// Who sees to it.
    pub who: Option<Named>,
    /// By when.
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
}

/// What an agency will do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActionLine {
    /// Id, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// Which agency.
    pub agency: String,
    /// Its sector.
    pub sector: Option<Code>,
    /// What it will do.
    pub action: String,
    /// Towards whom.
    pub towards: Vec<Named>,
    /// By when.
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
    /// That day has passed and nothing is said to be done.
    pub past: bool,
    /// Who sees to it.
    pub owner: Option<Named>,
    /// The meeting it was agreed in.
    pub session: Option<EntryId>,
    /// When it was done, and what.
    pub done: Option<(ApproxDate, String)>,
    /// Whether it may stand on the survivor's copy.
    pub hers_to_see: bool,
    /// Whether the survivor was told before.
    pub told_before: Option<bool>,
    /// Whether the survivor was asked afterwards.
    pub asked_after: Option<bool>,
}

/// One change of a plan or of what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Version {
    /// The entry.
    pub id: EntryId,
    /// What it says now.
    pub says: String,
    /// What was done.
    pub what: SeenChange,
    /// When.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: Option<String>,
}

/// Makes the view.
#[must_use]
pub fn plan(projection: &Projection, pack: &Pack, as_of: Date) -> PlanView {
    let reader = Reader::new(projection, as_of);
    let names = Names::of(&reader.cast);
    let reading = Plans { reader: &reader, pack, names: &names };
    // What stands in a plan, by the plan: a case of many goals is read once.
    let mut inside: BTreeMap<EntryId, Vec<&Seen>> = BTreeMap::new();
    let (mut of, mut needs, mut actions) = (Vec::new(), Vec::new(), Vec::new());
    for seen in projection.current() {
        match &seen.content.body {
            Body::Plan(plan) => of.push((seen, plan)),
            Body::Goal(goal) => inside.entry(goal.plan).or_default().push(seen),
            Body::Support(support) => inside.entry(support.plan).or_default().push(seen),
            Body::ChildNeed(need) => needs.push(reading.need(seen, need)),
            Body::AgencyAction(action) => actions.push(reading.action(seen, action)),
            _ => {}
        }
    }
    let mut plans: Vec<PlanOf> = of
        .iter()
        .map(|(seen, plan)| reading.plan(seen, plan, inside.get(&seen.id).map_or(&[], Vec::as_slice)))
        .collect();
    plans.sort_by_key(|plan| plan.part);
    actions.sort_by(|a: &ActionLine, b| {
        (a.done.is_some(), a.by.unwrap_or(Date::MAX)).cmp(&(b.done.is_some(), b.by.unwrap_or(Date::MAX)))
    });
    let has =
        |person: EntryId, part: Part| plans.iter().any(|plan| plan.person.id == Some(person) && plan.part == part);
    let causing = reader.cast.with(Role::Perpetrator).map(|person| (person, Part::Change));
    let protecting = reader.cast.survivors().map(|person| (person, Part::Support));
    let without = causing
        .chain(protecting)
        .filter(|(person, part)| !has(person.id, *part))
        .map(|(person, part)| Without { person: person.clone(), part })
        .collect();
    let needed = |child: &PersonLine| needs.iter().any(|need: &NeedLine| need.child.id == Some(child.id));
    let not_asked = reader.children().into_iter().filter(|child| !needed(child)).collect();
    let (standards, asks_more_of_her) = standards::standards(&reader, pack, &plans, &actions);
    PlanView { as_of, plans, without, needs, not_asked, actions, standards, asks_more_of_her }
}

/// What the lines of plans are read with.
pub(super) struct Plans<'a> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) pack: &'a Pack,
    pub(super) names: &'a Names,
}

pub(super) fn responses(all: &[Response]) -> Vec<ResponseOf> {
    let said = |response: &Response| ResponseOf {
        on: response.on,
        words: response.words.clone(),
        refused: response.refused,
    };
    all.iter().map(said).collect()
}

fn said(text: Option<&crate::text::Text>) -> Option<String> {
    text.map(ToString::to_string)
}

impl Plans<'_> {
    fn plan(&self, seen: &Seen, plan: &Plan, inside: &[&Seen]) -> PlanOf {
        let reader = self.reader;
        let (mut goals, mut supports) = (Vec::new(), Vec::new());
        for within in inside {
            match &within.content.body {
                Body::Goal(goal) => goals.push(self.goal(within, goal, plan.person)),
                Body::Support(support) => supports.push(self.support(within, support)),
                _ => {}
            }
        }
        // A plan that not everybody who works the case may see is nobody's copy.
        if seen.content.label != Label::Professional {
            goals.iter_mut().for_each(|goal| goal.reaches = false);
        }
        goals.sort_by_key(|goal| (goal.ended.is_some(), goal.aim, goal.by.unwrap_or(Date::MAX)));
        let mut versions: Vec<Version> = Vec::new();
        for entry in std::iter::once(seen).chain(inside.iter().copied()) {
            let says = super::overview::says(reader, &entry.content.body);
            versions.extend(entry.history.iter().map(|step| Version {
                id: entry.id,
                says: says.clone(),
                what: step.what,
                at: step.recorded_at,
                by: step.author.name.to_string(),
                reason: step.reason.as_ref().map(ToString::to_string),
            }));
        }
        versions.sort_by_key(|version| std::cmp::Reverse(version.at));
        let advice = advice::of_plan(plan.part, reader.cast.get(plan.person), &goals, &supports);
        PlanOf {
            envelope: reader.envelope(seen),
            person: reader.person(plan.person),
            part: plan.part,
            relationship: self.partner(plan),
            copy: plan.copy.as_ref().map(copy_of),
            review: plan.review,
            review_due: plan.review.is_some_and(|day| day <= reader.as_of),
            response: responses(&plan.response),
            goals,
            supports,
            versions,
            advice,
        }
    }

    /// The other person of the relationship a plan is about.
    fn partner(&self, plan: &Plan) -> Option<Named> {
        let seen = self.reader.projection.get(plan.relationship?)?;
        let Body::Relationship(relationship) = &seen.content.body else { return None };
        let other = if relationship.from == plan.person { relationship.to } else { relationship.from };
        Some(self.reader.person(other))
    }

    fn goal(&self, seen: &Seen, goal: &Goal, person: EntryId) -> GoalLine {
        let reader = self.reader;
        let baseline: Vec<Baseline> = goal.behaviours.iter().filter_map(|id| self.baseline(*id)).collect();
        let usable =
            |base: &Baseline| matches!(base.state, BaselineState::Known { .. } | BaselineState::Agreed { .. });
        let open = seen.content.label == Label::Professional;
        let mut line = GoalLine {
            envelope: reader.envelope(seen),
            aim: goal.aim,
            reaches: goal.ended.is_none() && open && baseline.iter().all(usable),
            baseline,
            harms: goal
                .harms
                .iter()
                .map(|harm| HarmOf { child: reader.person(harm.child), what: harm.what.to_string() })
                .collect(),
            expected: goal.expected.to_string(),
            purpose: said(goal.purpose.as_ref()),
            measure: goal.measure.to_string(),
            by: goal.by,
            past: goal.ended.is_none() && goal.by.is_some_and(|day| day < reader.as_of),
            verified_by: goal.verified_by.iter().map(|who| reader.who(who)).collect(),
            services: services(goal),
            reviewer: goal.reviewer.as_ref().map(|who| reader.who(who)),
            consequence: said(goal.consequence.as_ref()),
            engage: said(goal.engage.as_ref()),
            response: responses(&goal.response),
            ended: goal.ended.as_ref().map(|ended| (ended.on, ended.why.to_string())),
            advice: Vec::new(),
        };
        if line.ended.is_none() {
            line.advice = advice::of_goal(&line, person, reader, self.pack, self.names);
        }
        line
    }

    fn baseline(&self, id: EntryId) -> Option<Baseline> {
        let seen = self.reader.projection.get(id)?;
        let Body::Behaviour(behaviour) = &seen.content.body else { return None };
        let state = match &behaviour.usable_with_actor {
            _ if seen.withdrawn => BaselineState::Withdrawn,
            Usable::No => BaselineState::NotUsable,
            _ if seen.content.label != Label::Professional => BaselineState::NotForEverybody,
            Usable::Known { wording, .. } => BaselineState::Known { wording: said(wording.as_ref()) },
            Usable::Agreed { wording, .. } => BaselineState::Agreed { wording: wording.to_string() },
        };
        Some(Baseline { behaviour: self.reader.titled(id)?, state })
    }

    fn support(&self, seen: &Seen, support: &Support) -> SupportLine {
        let reader = self.reader;
        let mut line = SupportLine {
            envelope: reader.envelope(seen),
            wanted: support.wanted.to_string(),
            asked_by_her: support.asked_by_her,
            who_helps: support.who_helps.as_ref().map(|who| reader.who(who)),
            agency: said(support.agency.as_ref()),
            safely: said(support.safely.as_ref()),
            if_she_stays: said(support.if_she_stays.as_ref()),
            if_she_goes: said(support.if_she_goes.as_ref()),
            by: support.by,
            advice: Vec::new(),
        };
        line.advice = advice::of_support(&line, self.pack, self.names);
        line
    }

    pub(super) fn need(&self, seen: &Seen, need: &ChildNeed) -> NeedLine {
        NeedLine {
            envelope: self.reader.envelope(seen),
            child: self.reader.person(need.child),
            need: said(need.need.as_ref()),
            who: need.who.as_ref().map(|who| self.reader.who(who)),
            by: need.by,
        }
    }

    pub(super) fn action(&self, seen: &Seen, action: &AgencyAction) -> ActionLine {
        let reader = self.reader;
        ActionLine {
            envelope: reader.envelope(seen),
            agency: action.agency.to_string(),
            sector: action.sector.clone(),
            action: action.action.to_string(),
            towards: action.towards.iter().map(|id| reader.person(*id)).collect(),
            by: action.by,
            past: action.done.is_none() && action.by.is_some_and(|day| day < reader.as_of),
            owner: action.owner.as_ref().map(|who| reader.who(who)),
            session: action.session,
            done: action.done.as_ref().map(|done| (done.on, done.what.to_string())),
            hers_to_see: action.hers_to_see,
            told_before: action.told_before.as_ref().map(|check| check.done),
            asked_after: action.asked_after.as_ref().map(|check| check.done),
        }
    }
}

fn copy_of(copy: &Copy) -> CopyOf {
    CopyOf { may_be_kept: copy.may_be_kept, place: said(copy.place.as_ref()) }
}

pub(super) fn services(goal: &Goal) -> Vec<ServiceOf> {
    goal.services
        .iter()
        .map(|service| ServiceOf {
            service: service.service.to_string(),
            how: said(service.how.as_ref()),
            since: service.since,
            came_of_it: said(service.came_of_it.as_ref()),
        })
        .collect()
}
