//! Codes of the practice and their words: roles, labels, kinds, ways, mechanisms. A new variant does not compile until it
//! has a key, and a test does not pass until the key has words.

pub(crate) mod chronology;
pub(crate) mod interview;
mod known;
pub(crate) mod questions;
pub(crate) mod refusals;

use crate::Words;
use practice::entry::Ground;
use practice::kinds::Kind;
use practice::kinds::change::{EvidenceOf, Names};
use practice::kinds::impact::Pathway;
use practice::kinds::intersections::Mechanism;
use practice::kinds::pattern::{Force, Form, Usable};
use practice::kinds::people::{RelationshipKind, Role};
use practice::kinds::places::{KnownToHarm, Sure};
use practice::kinds::plan::{Aim, MayBeKept, Part as PlanPart};
use practice::kinds::systems::Effect;
use practice::label::Label;
use practice::pack::{AgeBand, Side};
use practice::permission::{AccountRole, Relation};
use practice::project::SeenChange;
use practice::views::chronology::Part;
use practice::views::gaps::Component;
use practice::views::lines::OnWhat;
use practice::when::Recurrence;

/// A code that has words.
pub trait Said {
    /// Its key in `codes.ftl`.
    fn key(&self) -> &'static str;
}

macro_rules! said {
    ($kind:ident { $($variant:ident => $key:literal),* $(,)? }) => {
        impl Said for $kind {
            fn key(&self) -> &'static str {
                match self { $(Self::$variant => $key),* }
            }
        }
        #[cfg(test)]
        impl All for $kind {
            fn keys() -> Vec<&'static str> { vec![$($key),*] }
        }
    };
}

#[cfg(test)]
pub(crate) trait All {
    fn keys() -> Vec<&'static str>;
}

said!(Role {
    Perpetrator => "role-perpetrator",
    Survivor => "role-survivor",
    Child => "role-child",
    Kin => "role-kin",
    Professional => "role-professional",
    Undetermined => "role-undetermined",
});
said!(RelationshipKind {
    Spouse => "relationship-spouse",
    Partner => "relationship-partner",
    FormerPartner => "relationship-former_partner",
    Parent => "relationship-parent",
    AdoptiveParent => "relationship-adoptive_parent",
    StepParent => "relationship-step_parent",
    FosterCarer => "relationship-foster_carer",
    Grandparent => "relationship-grandparent",
    Sibling => "relationship-sibling",
    Kin => "relationship-kin",
    Friend => "relationship-friend",
    Professional => "relationship-professional",
});
said!(Names {
    Names => "names-names",
    Partly => "names-partly",
    Denies => "names-denies",
    NotAsked => "names-not_asked",
});
said!(EvidenceOf {
    Conduct => "evidence-conduct",
    Repair => "evidence-repair",
    Continues => "evidence-continues",
    NewTactic => "evidence-new_tactic",
    Attendance => "evidence-attendance",
    Certificate => "evidence-certificate",
    Remorse => "evidence-remorse",
});
said!(Label {
    Professional => "label-professional",
    SurvivorConfidential => "label-survivor_confidential",
    Sealed => "label-sealed",
    Privileged => "label-privileged",
    ThirdParty => "label-third_party",
    ChildVoice => "label-child_voice",
    Staff => "label-staff",
});
said!(Kind {
    Person => "kind-person",
    Relationship => "kind-relationship",
    Household => "kind-household",
    LivingArrangement => "kind-living_arrangement",
    ContactDetail => "kind-contact_detail",
    RoleDecision => "kind-role_decision",
    Behaviour => "kind-behaviour",
    UseOfForce => "kind-use_of_force",
    Effort => "kind-effort",
    Impact => "kind-impact",
    Voice => "kind-voice",
    DailyCare => "kind-daily_care",
    CareConcern => "kind-care_concern",
    Intersection => "kind-intersection",
    Unknown => "kind-unknown",
    Note => "kind-note",
    Visit => "kind-visit",
    Document => "kind-document",
    Contact => "kind-contact",
    PartneringStep => "kind-partnering_step",
    SystemResponse => "kind-system_response",
    WorkerSafety => "kind-worker_safety",
    Plan => "kind-plan",
    Goal => "kind-goal",
    Support => "kind-support",
    ChildNeed => "kind-child_need",
    AgencyAction => "kind-agency_action",
    ChangeReview => "kind-change_review",
    Evidence => "kind-evidence",
    Chronology => "kind-chronology",
    Interview => "kind-interview",
    ToolResult => "kind-tool_result",
    Decision => "kind-decision",
    SignOff => "kind-sign_off",
    MappingSession => "kind-mapping_session",
    Supervision => "kind-supervision",
});
said!(Sure {
    Known => "sure-known",
    AccountsDiffer => "sure-accounts_differ",
    NobodyIsSure => "sure-nobody_is_sure",
});
said!(KnownToHarm {
    NotAsked => "known_to_harm-not_asked",
    No => "known_to_harm-no",
    Yes => "known_to_harm-yes",
});
said!(Effect {
    Helped => "effect-helped",
    Neutral => "effect-neutral",
    Reinforced => "effect-reinforced",
});
said!(Recurrence {
    Once => "recurrence-once",
    NowAndThen => "recurrence-now_and_then",
    MostMonths => "recurrence-most_months",
    MostWeeks => "recurrence-most_weeks",
    SeveralTimesAWeek => "recurrence-several_times_a_week",
    MostDays => "recurrence-most_days",
    AllTheTime => "recurrence-all_the_time",
    NotKnown => "recurrence-not_known",
});
said!(Pathway {
    Direct => "pathway-direct",
    ThroughCare => "pathway-through_care",
    ThroughDailyLife => "pathway-through_daily_life",
});
said!(OnWhat {
    Child => "on-child",
    Parenting => "on-parenting",
    FamilyFunctioning => "on-family_functioning",
});
said!(Mechanism {
    Caused => "mechanism-caused",
    Worsened => "mechanism-worsened",
    InterferedWithHelp => "mechanism-interfered_with_help",
    UsedAgainst => "mechanism-used_against",
    Fabricated => "mechanism-fabricated",
    Barrier => "mechanism-barrier",
    Protects => "mechanism-protects",
});
said!(Form {
    Act => "form-act",
    StandingRule => "form-standing_rule",
    Omission => "form-omission",
});
said!(Force {
    Control => "force-control",
    Resistance => "force-resistance",
    SelfDefence => "force-self_defence",
    Undetermined => "force-undetermined",
});
said!(Ground {
    RecordedInError => "ground-recorded_in_error",
    WrongPerson => "ground-wrong_person",
    Duplicate => "ground-duplicate",
});
said!(Side {
    Partner => "side-partner",
    Child => "side-child",
    Family => "side-family",
    Systems => "side-systems",
});
said!(AgeBand {
    Unborn => "age-band-unborn",
    Infant => "age-band-infant",
    Early => "age-band-early",
    Middle => "age-band-middle",
    Teen => "age-band-teen",
});
said!(Component {
    People => "component-people",
    Pattern => "component-pattern",
    TowardsChildren => "component-towards_children",
    Efforts => "component-efforts",
    Impact => "component-impact",
    Intersections => "component-intersections",
});
said!(Aim {
    Stop => "aim-stop",
    Start => "aim-start",
    Repair => "aim-repair",
});
said!(PlanPart {
    Change => "plan-part-change",
    Support => "plan-part-support",
});
said!(MayBeKept {
    Yes => "plan-copy-yes",
    No => "plan-copy-no",
    NotAsked => "plan-copy-not_asked",
});
said!(Part {
    Harm => "chron-part-harm",
    Effect => "chron-part-effect",
    Hold => "chron-part-hold",
    Agency => "chron-part-agency",
});
said!(AccountRole {
    Practitioner => "account-practitioner",
    Supervisor => "account-supervisor",
    Administrator => "account-administrator",
});
said!(Relation {
    Allocated => "relation-allocated",
    SupervisorOf => "relation-supervisor_of",
    Conflict => "relation-conflict",
});

impl Said for Usable {
    fn key(&self) -> &'static str {
        match self {
            Self::No => "usable-no",
            Self::Known { .. } => "usable-known",
            Self::Agreed { .. } => "usable-agreed",
        }
    }
}

impl Said for SeenChange {
    fn key(&self) -> &'static str {
        match self {
            Self::Recorded => "change-recorded",
            Self::Revised => "change-revised",
            Self::Relabelled => "change-relabelled",
            Self::Withdrawn(_) => "change-withdrawn",
            Self::Reinstated => "change-reinstated",
        }
    }
}

/// Every band of recurrence, in the order in which they are offered.
pub(crate) const RECURRENCES: [Recurrence; 8] = [
    Recurrence::Once,
    Recurrence::NowAndThen,
    Recurrence::MostMonths,
    Recurrence::MostWeeks,
    Recurrence::SeveralTimesAWeek,
    Recurrence::MostDays,
    Recurrence::AllTheTime,
    Recurrence::NotKnown,
];

impl Words {
    /// The name of a code: "Protects", "Case professionals", "Most weeks".
    #[must_use]
    pub fn name(&self, code: impl Said) -> String {
        self.say(code.key())
    }

    /// What a code means, in a sentence: who may see a label, what a way is.
    #[must_use]
    pub fn explain(&self, code: impl Said) -> String {
        self.say_attribute(code.key(), "explanation")
    }

    /// How two people are related: "Ewa is a parent of Ola".
    #[must_use]
    pub fn related(&self, kind: RelationshipKind, from: &str, to: &str) -> String {
        self.say_attribute_with(kind.key(), "sentence", &[("from", from.into()), ("to", to.into())])
    }

    /// Whether a behaviour may be used with the person who does it: "Not for use with Craig".
    #[must_use]
    pub fn usable(&self, usable: &Usable, actor: &str) -> String {
        let actor = ("actor", actor.into());
        match usable {
            Usable::No => self.say_with("usable-line-no", &[actor]),
            Usable::Known { from, wording: Some(wording) } => self.say_with(
                "usable-line-known-as",
                &[actor, ("from", from.as_str().into()), ("wording", wording.as_str().into())],
            ),
            Usable::Known { from, wording: None } => {
                self.say_with("usable-line-known", &[actor, ("from", from.as_str().into())])
            }
            Usable::Agreed { wording, on } => self.say_with(
                "usable-line-agreed",
                &[actor, ("wording", wording.as_str().into()), ("date", self.date_within(*on).into())],
            ),
        }
    }

    /// What was done to an entry: "Withdrawn: recorded in error".
    #[must_use]
    pub fn changed(&self, what: SeenChange) -> String {
        match what {
            SeenChange::Withdrawn(ground) => {
                self.say_with("change-withdrawn-because", &[("ground", self.name(ground).into())])
            }
            other => self.name(other),
        }
    }
}
