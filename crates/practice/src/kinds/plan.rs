//! Plans: one for each adult, never one for "the parents". His goals, the support she has asked for, what the children need,
//! and the agencies' own actions.

use super::contact::Check;
use super::{BEHAVIOURS, Kind, Linked, PEOPLE, RELATIONSHIPS, References, Visible, may_name};
use crate::ids::EntryId;
use crate::source::{Quote, Who};
use crate::text::{Code, Text};
use crate::when::ApproxDate;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Only plans.
pub const PLANS: &[Kind] = &[Kind::Plan];

/// The plan of one adult. What stands in it are entries of their own: goals, or support. An adult has one plan of each part
/// (and relationship); a plan for two adults cannot be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Whose plan it is.
    pub person: EntryId,
    /// What it is for.
    pub part: Part,
    /// In which relationship, where somebody causes harm in one and is harmed in another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relationship: Option<EntryId>,
    /// Whether a copy may be kept. None: nobody has thought of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<Copy>,
    /// When it will be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub review: Option<Date>,
    /// What the person said to it. A refusal stops nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub response: Vec<Response>,
}

/// What a plan is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What the person who causes harm must stop, start and repair.
    Change,
    /// What somebody has asked for. Never a condition.
    Support,
}

impl Part {
    /// Both, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Change, Self::Support];
}

/// Whether, and where, a person may keep a copy of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Copy {
    /// Whether a copy may be kept.
    pub may_be_kept: MayBeKept,
    /// Where, or in which form: "with her sister", "no name on it".
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
}

/// Whether a copy may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MayBeKept {
    /// It may.
    Yes,
    /// It must not: it would put somebody in danger.
    No,
    /// Nobody has asked.
    NotAsked,
}

impl MayBeKept {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotAsked];
}

/// What somebody said to a plan or to a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// When.
    pub on: ApproxDate,
    /// In their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Quote>,
    /// Whether they refused. It is recorded, and it stops nothing: the goal stands.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub refused: bool,
}

impl Plan {
    /// Takes out what the team thought of for itself: where a copy may be.
    pub(crate) fn leave_for_person(&mut self) {
        self.copy = None;
    }
}

impl Linked for Plan {
    fn references(&self, out: &mut References) {
        out.required("plan.person", self.person, PEOPLE);
        if let Some(relationship) = self.relationship {
            out.optional("plan.relationship", relationship, RELATIONSHIPS);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.relationship = self.relationship.filter(|id| visible(*id));
    }
}

/// What one person who causes harm must stop, start, or repair. Conduct that an observer can see; a service is a means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// The plan it stands in: a plan for change.
    pub plan: EntryId,
    /// Whether it is to stop, to start, or to repair something.
    pub aim: Aim,
    /// The behaviours it begins from. At least one, by the person of the plan.
    pub behaviours: Vec<EntryId>,
    /// What they did to which child.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub harms: Vec<Harm>,
    /// What is expected: a verb, and what an observer would see.
    pub expected: Text,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// How anybody can tell that it is so.
    pub measure: Text,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
    /// Who can tell. Never the survivor alone, and never a child alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verified_by: Vec<Who>,
    /// Services that may help: means, never the goal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Service>,
    /// Who looks at it again with the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<Who>,
    /// What follows for the person if it is not met. Never for the survivor or the children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequence: Option<Text>,
    /// What to know for speaking with the person: trauma, illness, use. Context for how, never a reason. Not for the person's
    /// copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engage: Option<Text>,
    /// What the person said to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub response: Vec<Response>,
    /// When it ended, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
}

/// What a goal is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// Something that must end.
    Stop,
    /// Something that must begin.
    Start,
    /// "How will he repair this harm to this child?" Stopping alone is not enough.
    Repair,
}

impl Aim {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Stop, Self::Start, Self::Repair];
}

/// What behaviours did to one child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Harm {
    /// The child.
    pub child: EntryId,
    /// What, in words that the person may hear.
    pub what: Text,
}

/// A service that may help to reach a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Which.
    pub service: Text,
    /// How it is to help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<Text>,
    /// Since when, or when it was tried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<ApproxDate>,
    /// What came of it. That somebody attended is not what came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_of_it: Option<Text>,
}

/// A goal that is no longer worked towards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ended {
    /// When.
    pub on: ApproxDate,
    /// Why.
    pub why: Text,
}

impl Goal {
    /// Takes out what the person whose goal it is must not have: everybody of this file who can tell or who looks at it again
    /// (an agency in words stays), how to engage the person, what a service reported, why it ended.
    pub(crate) fn leave_for_person(&mut self) {
        self.engage = None;
        let in_words = |who: &Who| matches!(who, Who::Other(_));
        self.verified_by.retain(in_words);
        self.reviewer = self.reviewer.take().filter(in_words);
        for service in &mut self.services {
            service.came_of_it = None;
        }
        self.ended = None;
    }
}

impl Linked for Goal {
    fn references(&self, out: &mut References) {
        out.required("goal.plan", self.plan, PLANS);
        for (n, behaviour) in self.behaviours.iter().enumerate() {
            out.required(format!("goal.behaviours.{n}"), *behaviour, BEHAVIOURS);
        }
        for (n, harm) in self.harms.iter().enumerate() {
            out.optional(format!("goal.harms.{n}.child"), harm.child, PEOPLE);
        }
        for (n, who) in self.verified_by.iter().enumerate() {
            out.who(format!("goal.verified_by.{n}"), who);
        }
        if let Some(who) = &self.reviewer {
            out.who("goal.reviewer", who);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.harms.retain(|harm| visible(harm.child));
        self.verified_by.retain(|who| may_name(who, visible));
        self.reviewer = self.reviewer.take().filter(|who| may_name(who, visible));
    }
}

/// Support that somebody has asked for. No signature, no condition, no policing of anybody; it must work if she stays and
/// if she goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// The plan it stands in: a plan for support.
    pub plan: EntryId,
    /// What is wanted, in the words of the person who wants it.
    pub wanted: Text,
    /// Whether the person asked for it. What others think of is for them to offer, not to plan.
    #[serde(default)]
    pub asked_by_her: bool,
    /// Who helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who_helps: Option<Who>,
    /// Which agency helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Text>,
    /// How it is safe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safely: Option<Text>,
    /// How it works if she stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_she_stays: Option<Text>,
    /// How it works if she goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_she_goes: Option<Text>,
    /// By when those who help will have done it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
}

impl Linked for Support {
    fn references(&self, out: &mut References) {
        out.required("support.plan", self.plan, PLANS);
        if let Some(who) = &self.who_helps {
            out.who("support.who_helps", who);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.who_helps = self.who_helps.take().filter(|who| may_name(who, visible));
    }
}

/// What one child needs for itself, or that it needs nothing once the parents are addressed rightly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildNeed {
    /// The child.
    pub child: EntryId,
    /// What. None: no service, once he stops and she has what she asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<Text>,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Who>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
}

impl Linked for ChildNeed {
    fn references(&self, out: &mut References) {
        out.required("child_need.child", self.child, PEOPLE);
        if let Some(who) = &self.who {
            out.who("child_need.who", who);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.who = self.who.take().filter(|who| may_name(who, visible));
    }
}

/// What an agency will do, or has done. Courts and probation are agencies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgencyAction {
    /// Which agency: "Northbridge police".
    pub agency: Text,
    /// Its sector, a code of the pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Code>,
    /// What it will do.
    pub action: Text,
    /// Towards whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub towards: Vec<EntryId>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub by: Option<Date>,
    /// Who owns it: a person of the agency, never somebody of the family.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Who>,
    /// The meeting it was agreed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<EntryId>,
    /// What was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Done>,
    /// Whether it may stand on the survivor's copy of her plan.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hers_to_see: bool,
    /// Whether the survivor was told before. None: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_before: Option<Check>,
    /// Whether the survivor was asked afterwards what followed. None: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_after: Option<Check>,
}

/// What came of an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Done {
    /// When.
    pub on: ApproxDate,
    /// What was done, or why it failed.
    pub what: Text,
}

impl AgencyAction {
    /// Takes out what is the team's own business: whether she was told, and what she said afterwards.
    pub(crate) fn leave_team(&mut self) {
        self.told_before = None;
        self.asked_after = None;
    }
}

impl Linked for AgencyAction {
    fn references(&self, out: &mut References) {
        for (n, person) in self.towards.iter().enumerate() {
            out.optional(format!("agency_action.towards.{n}"), *person, PEOPLE);
        }
        if let Some(who) = &self.owner {
            out.who("agency_action.owner", who);
        }
        if let Some(session) = self.session {
            out.optional("agency_action.session", session, &[Kind::MappingSession]);
        }
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.towards.retain(|id| visible(*id));
        self.owner = self.owner.take().filter(|who| may_name(who, visible));
        self.session = self.session.filter(|id| visible(*id));
    }
}
