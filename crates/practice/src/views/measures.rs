//! Measures: what quality assurance and outcome reports count. Of one case, facts with their dates; of many, in how many cases
//! each of them is there. Never "overdue", no figure that adds facts up, no count of sources, nobody ranked (`domain.md` 8).
//!
//! Which day it is makes no difference: the same file gives the same measures whenever it is asked.

mod facts;
mod tally;

pub use tally::{Count, Counting, Line, Tally};

use crate::pack::Pack;
use crate::project::Projection;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! measures {
    ($($(#[$doc:meta])* $measure:ident => $code:literal, $group:ident;)*) => {
        /// Something that is there or not.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Measure {
            $($(#[$doc])* $measure,)*
        }

        impl Measure {
            /// All of them, in the order in which they are shown.
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$measure),*];

            /// The code, as in addresses.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$measure => $code,)*
                }
            }

            /// What it is about.
            #[must_use]
            pub fn group(self) -> Group {
                match self {
                    $(Self::$measure => Group::$group,)*
                }
            }
        }
    };
}

measures! {
    /// Somebody is named as the one who causes harm.
    HarmNamed => "harm_named", Pattern;
    /// Behaviours of that person are recorded.
    Behaviours => "behaviours", Pattern;
    /// At least one of them over a time, and not only as one event.
    OverTime => "over_time", Pattern;
    /// At least one towards somebody of another family.
    OtherFamily => "other_family", Pattern;
    /// What other things have to do with it: money, health, migration, kin.
    Intersections => "intersections", Pattern;
    /// A behaviour is linked with what it did to a child.
    BehaviourToChild => "behaviour_to_child", Children;
    /// Of each child: what it did, or that somebody looked and saw nothing yet.
    EachChildsEffects => "each_childs_effects", Children;
    /// Of each child: own words.
    EachChildsWords => "each_childs_words", Children;
    /// Of each child: what it needs, or that it needs nothing more.
    EachChildsNeeds => "each_childs_needs", Children;
    /// What the survivor does.
    Efforts => "efforts", Survivor;
    /// More of it than leaving, police and court orders.
    EffortsBeyond => "efforts_beyond", Survivor;
    /// The survivor was spoken with alone.
    SurvivorAlone => "survivor_alone", Survivor;
    /// The survivor's own words.
    SurvivorWords => "survivor_words", Survivor;
    /// A step of partnering.
    Partnering => "partnering", Survivor;
    /// Support that the survivor has asked for.
    SupportAsked => "support_asked", Survivor;
    /// Somebody tried to reach the person who causes harm.
    HarmContact => "harm_contact", Harm;
    /// Somebody spoke with that person.
    HarmSpoken => "harm_spoken", Harm;
    /// The survivor was told before, or asked afterwards.
    SurvivorTold => "survivor_told", Harm;
    /// A plan for that person.
    HarmPlan => "harm_plan", Harm;
    /// Goals in it: each begins from behaviours.
    HarmGoals => "harm_goals", Harm;
    /// An agency has done, or will do, something towards that person.
    HarmIntervention => "harm_intervention", Harm;
    /// What that person says of the behaviours, or what is seen of them; not what was attended.
    ChangeLookedAt => "change_looked_at", Harm;
    /// Daily care: asked of each parent, the person who causes harm too.
    EachParentsCare => "each_parents_care", Harm;
    /// What agencies did, and what came of it.
    Responses => "responses", Work;
    /// Agencies met at the map.
    Sessions => "sessions", Work;
    /// Each decision that was taken was read by a second person.
    DecisionsRead => "decisions_read", Work;
    /// The case was talked about in supervision.
    Supervision => "supervision", Work;
    /// What somebody about to visit must know was thought of.
    WorkerSafety => "worker_safety", Work;
}

impl Measure {
    /// The measure of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.code() == code)
    }
}

/// What a measure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// The pattern.
    Pattern,
    /// The children.
    Children,
    /// The survivor.
    Survivor,
    /// The person who causes harm.
    Harm,
    /// The work.
    Work,
}

impl Group {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Pattern, Self::Children, Self::Survivor, Self::Harm, Self::Work];
}

/// Whether it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It is recorded.
    There,
    /// For some of the people it is about, and not for others.
    ForSome,
    /// It is not recorded yet.
    NotYet,
    /// There is nobody, or nothing, it could be about.
    DoesNotApply,
}

/// One measure of one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Which.
    pub measure: Measure,
    /// Whether it is there.
    pub state: State,
    /// The day on which it was recorded first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub first: Option<Date>,
    /// The day on which it was recorded last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub last: Option<Date>,
}

/// The measures of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasuresView {
    /// The day on which the case was opened.
    #[schemars(with = "String")]
    pub opened: Date,
    /// The day on which something was recorded last.
    #[schemars(with = "String")]
    pub last_recorded: Date,
    /// Every measure, in the order of [`Measure::ALL`].
    pub facts: Vec<Fact>,
}

/// Makes it of a projection.
#[must_use]
pub fn measures(projection: &Projection, pack: &Pack) -> MeasuresView {
    let steps = projection.all().flat_map(|seen| seen.history.iter().map(|step| step.recorded_at));
    let last = steps.max().map_or(projection.opened_at, |last| last.max(projection.opened_at));
    let last_recorded = TimeZone::UTC.to_datetime(last).date();
    MeasuresView {
        opened: TimeZone::UTC.to_datetime(projection.opened_at).date(),
        last_recorded,
        facts: facts::facts(projection, pack, last_recorded),
    }
}
