//! What has not been asked: each question as a code with its arguments, and who could safely answer it.

use crate::ids::EntryId;
use crate::kinds::impact::Pathway;
use crate::pack::AgeBand;
use crate::text::Code;
use crate::views::lines::Named;
use crate::when::Happened;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The five components of practice, and people, without whom none can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// Who is who.
    People,
    /// 1: the pattern of coercive control.
    Pattern,
    /// 2: what is done to the children.
    TowardsChildren,
    /// 3: the full range of what the survivor does.
    Efforts,
    /// 4: the effect on each child.
    Impact,
    /// 5: substance use, mental health, culture, money.
    Intersections,
}

/// What has not been asked. Codes and arguments; `words` makes the question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Question {
    /// Nobody is named as a child of this case.
    NoChildren,
    /// Nobody has the part of perpetrator, and nobody is undetermined: whose behaviour is the worry?
    NobodyCausesHarm,
    /// Nobody has the part of survivor: who protects the children?
    NobodyProtects,
    /// An undetermined role is past its review date.
    ReviewPast {
        /// Whose.
        person: Named,
        /// When it was to be looked at again.
        #[schemars(with = "String")]
        review: Date,
        /// The questions that would decide it.
        open: Vec<String>,
    },
    /// Nothing is recorded of what this person does.
    NoBehaviour {
        /// Who causes harm.
        person: Named,
    },
    /// Nothing before, or beside, this family: what did the people there live with?
    OtherFamily {
        /// Who causes harm.
        person: Named,
        /// The former or other partner.
        partner: Named,
    },
    /// Whether there were relationships before this one is not recorded.
    EarlierRelationships {
        /// Who causes harm.
        person: Named,
    },
    /// No behaviour towards the children is recorded.
    NothingTowardsChildren {
        /// Who causes harm.
        person: Named,
    },
    /// How often, or since when, is not known.
    HowOften {
        /// The behaviour.
        behaviour: EntryId,
        /// Its title.
        title: String,
    },
    /// The kind of force is not decided: the same questions for both.
    ForceUndetermined {
        /// Who used it.
        person: Named,
        /// The behaviour.
        behaviour: EntryId,
        /// Its title.
        title: String,
    },
    /// What it did to this child is not known by any way.
    EffectOnChild {
        /// The child.
        child: Named,
        /// The behaviour.
        behaviour: EntryId,
        /// Its title.
        title: String,
        /// Its first category, for a question that fits.
        category: Option<Code>,
        /// The child's age band, where a date of birth is known: a question for a schoolchild is none for a baby.
        age: Option<AgeBand>,
    },
    /// Whether it reached anybody this way is not known.
    ByThisWay {
        /// The behaviour.
        behaviour: EntryId,
        /// Its title.
        title: String,
        /// The way.
        pathway: Pathway,
        /// Whose care, for the way through care.
        survivor: Option<Named>,
    },
    /// Nothing at all is known of how this child is.
    NothingOnChild {
        /// The child.
        child: Named,
    },
    /// What the survivor did in answer is not recorded.
    AnswerTo {
        /// The survivor.
        survivor: Named,
        /// The behaviour.
        behaviour: EntryId,
        /// Its title.
        title: String,
    },
    /// Nothing of what this survivor does is recorded.
    NoEfforts {
        /// The survivor.
        survivor: Named,
    },
    /// Only leaving, police and orders are recorded: an incomplete and unrealistic yardstick.
    OnlyYardstick {
        /// The survivor.
        survivor: Named,
    },
    /// What the survivor wants recorded as hers, and who may hear it, was not asked.
    WantsHeardBy {
        /// The survivor.
        survivor: Named,
    },
    /// What an effort made possible is not recorded.
    WhatItMadePossible {
        /// The effort.
        effort: EntryId,
        /// What was done.
        act: String,
        /// By whom.
        survivor: Named,
    },
    /// Nothing on substance use, health, culture, migration, money, disability.
    NoIntersections,
    /// Nothing protects from outside: kin, faith, community, culture.
    NothingProtects {
        /// Whom.
        survivor: Named,
    },
    /// Nobody has spoken with this person about what is done.
    NobodySpokeWith {
        /// Who causes harm.
        person: Named,
        /// The agencies that have tried, or have decided not to, as far as is recorded.
        agencies: Vec<String>,
        /// Whether our own agency has.
        own: bool,
        /// Who has spoken with this person about it, in a review of change: a programme. Never our own agency.
        only: Vec<Named>,
    },
    /// There was a contact with who causes harm; whether the survivor was told before, or asked afterwards, is not recorded.
    WarnedAndAsked {
        /// With whom.
        person: Named,
        /// The contact.
        contact: EntryId,
        /// When.
        happened: Happened,
        /// Whether it is recorded that the survivor was told before.
        before: bool,
        /// Whether it is recorded that the survivor was asked afterwards.
        after: bool,
    },
    /// Nothing on what this caregiver does for the children from day to day.
    NoDailyCare {
        /// The caregiver.
        carer: Named,
    },
    /// These areas of daily care were asked of others and not of this caregiver.
    CareAskedOfOne {
        /// The caregiver.
        carer: Named,
        /// Codes of the pack.
        areas: Vec<Code>,
    },
    /// A concern about care without the part of who causes harm in it, or without the help that is wanted.
    ConcernAlone {
        /// The concern.
        concern: EntryId,
        /// Whose care.
        carer: Named,
        /// What was seen.
        seen: String,
    },
    /// No word of this child.
    NoWordsOf {
        /// The child.
        child: Named,
    },
    /// This child has been spoken with by nobody alone.
    NotSeenAlone {
        /// The child.
        child: Named,
    },
    /// With whom this child lives is not recorded.
    WhereChildLives {
        /// The child.
        child: Named,
    },
    /// Nobody is sure where somebody lives, or people say different things.
    NobodySureWhere {
        /// The living arrangement.
        arrangement: EntryId,
        /// Whose.
        people: Vec<String>,
    },
    /// A behaviour stands in a record, and what any agency did about it is not recorded.
    WhatAgenciesDid {
        /// The behaviour.
        behaviour: EntryId,
        /// Its title.
        title: String,
        /// The record.
        record: String,
    },
    /// Whether an agency's response helped, and in whose view, was not asked.
    DidItHelp {
        /// The response.
        response: EntryId,
        /// What was done, with the agency.
        says: String,
    },
    /// Questions on use of force were answered about one adult and not about the other.
    ForceOneSided {
        /// About whom they were not.
        person: Named,
        /// About whom they were.
        other: Named,
        /// Codes of the pack.
        questions: Vec<Code>,
    },
    /// No step of partnering with this survivor is recorded.
    NoPartnering {
        /// The survivor.
        survivor: Named,
    },
    /// How it is known is not said.
    HowKnown {
        /// The entry.
        entry: EntryId,
        /// What it says.
        says: String,
    },
    /// An effect or an effort is linked to an entry that was withdrawn.
    LinkWithdrawn {
        /// The entry that still stands.
        entry: EntryId,
        /// What it says.
        says: String,
    },
    /// A question somebody has written down.
    Recorded {
        /// The entry.
        entry: EntryId,
        /// The question.
        question: String,
        /// What makes asking safe or unsafe.
        safely: Option<String>,
    },
}

/// Who could safely answer. Never the person who causes harm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// This person, alone.
    Alone(Named),
    /// This person.
    Person(Named),
    /// Nursery or school.
    School,
    /// Health visitor, midwife or GP.
    Health,
    /// Advocate of the other family.
    Advocate,
    /// The team itself, in supervision.
    Team,
}

/// One gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Gap {
    /// The component it belongs to.
    pub component: Component,
    /// What has not been asked.
    #[serde(flatten)]
    pub question: Question,
    /// Who could safely answer.
    pub ask: Vec<Ask>,
}

/// The gaps of a case, by component.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GapsView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The gaps, in the order of the components; the most specific first within each.
    pub gaps: Vec<Gap>,
}

impl GapsView {
    /// The gaps of a component.
    pub fn of(&self, component: Component) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(move |gap| gap.component == component)
    }
}
