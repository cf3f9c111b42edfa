//! The closed set of kinds of entry, in groups as in the practice, and what each links to.

pub mod care;
pub mod change;
pub mod contact;
pub mod decision;
pub mod document;
pub mod impact;
pub mod intersections;
pub mod interview;
pub mod pattern;
pub mod people;
pub mod places;
pub mod plan;
pub mod session;
pub mod strengths;
pub mod supervision;
pub mod systems;
pub mod voice;
pub mod work;

use crate::ids::EntryId;
use crate::label::Labels;
use crate::source::{Link, Who};
use crate::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use care::{CareConcern, DailyCare};
pub use change::{ChangeReview, Evidence};
pub use contact::{Contact, PartneringStep};
pub use decision::{Decision, SignOff};
pub use document::Document;
pub use impact::Impact;
pub use intersections::Intersection;
pub use interview::{Interview, ToolResult};
pub use pattern::{Behaviour, UseOfForce};
pub use people::{Household, Person, Relationship, RoleDecision};
pub use places::{ContactDetail, LivingArrangement};
pub use plan::{AgencyAction, ChildNeed, Goal, Plan, Support};
pub use session::MappingSession;
pub use strengths::Effort;
pub use supervision::Supervision;
pub use systems::SystemResponse;
pub use voice::Voice;
pub use work::{Chronology, Note, Unknown, Visit, WorkerSafety};

/// Makes the closed set from one list: `Body`, `Kind`, and what each says of its links.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident => $code:literal),* $(,)?) => {
        /// What an entry says.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Body {
            $($(#[$doc])* $kind($kind),)*
        }

        /// The kind of an entry, without what it says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// All kinds, in the order of the groups of the practice.
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$kind),*];

            /// The code, as in files and addresses.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$kind => $code,)*
                }
            }
        }

        impl Body {
            /// The kind.
            #[must_use]
            pub fn kind(&self) -> Kind {
                match self {
                    $(Self::$kind(_) => Kind::$kind,)*
                }
            }

            fn linked(&self) -> &dyn Linked {
                match self {
                    $(Self::$kind(body) => body,)*
                }
            }

            fn linked_mut(&mut self) -> &mut dyn Linked {
                match self {
                    $(Self::$kind(body) => body,)*
                }
            }
        }
    };
}

kinds! {
    /// Somebody.
    Person => "person",
    /// How two people are related.
    Relationship => "relationship",
    /// Who lives together.
    Household => "household",
    /// With whom somebody lives, or where a child's days and nights are.
    LivingArrangement => "living_arrangement",
    /// Where somebody is, or how to reach them, and how that is safe.
    ContactDetail => "contact_detail",
    /// Which part somebody has in the case, with reasons.
    RoleDecision => "role_decision",
    /// What somebody does to control or harm.
    Behaviour => "behaviour",
    /// Both adults used force: the same questions about each of them.
    UseOfForce => "use_of_force",
    /// What a survivor does for safety, care and stability.
    Effort => "effort",
    /// What a behaviour did to a child, to parenting, or to the family's life.
    Impact => "impact",
    /// Somebody's own words, what they want, and what would make it worse.
    Voice => "voice",
    /// Who does what for a child, in one area of daily life.
    DailyCare => "daily_care",
    /// A worry about somebody's care of a child, with what explains it.
    CareConcern => "care_concern",
    /// What a factor has to do with the pattern.
    Intersection => "intersection",
    /// A question nobody has answered yet.
    Unknown => "unknown",
    /// A note, immutable once recorded.
    Note => "note",
    /// One sitting from which many entries come.
    Visit => "visit",
    /// An agency's contact with somebody, or its attempt.
    Contact => "contact",
    /// One step of partnering with a survivor.
    PartneringStep => "partnering_step",
    /// What an agency did, and what came of it.
    SystemResponse => "system_response",
    /// What somebody about to visit must know.
    WorkerSafety => "worker_safety",
    /// The plan of one adult.
    Plan => "plan",
    /// What somebody who causes harm must stop, start or repair.
    Goal => "goal",
    /// Support that somebody has asked for.
    Support => "support",
    /// What a child needs, or that it needs nothing more.
    ChildNeed => "child_need",
    /// What an agency will do, or has done.
    AgencyAction => "agency_action",
    /// What he says of his behaviour, in one conversation.
    ChangeReview => "change_review",
    /// Something seen of his conduct, or what he attended.
    Evidence => "evidence",
    /// A chronology that a worker has put together.
    Chronology => "chronology",
    /// A paper, attached as a file.
    Document => "document",
    /// Answers to the questions of an instrument.
    Interview => "interview",
    /// What a risk tool came to, in another hand than ours.
    ToolResult => "tool_result",
    /// A decision that is proposed or taken, with the questions of its test.
    Decision => "decision",
    /// A second person has read a decision or a supervision record.
    SignOff => "sign_off",
    /// A meeting of agencies at the map.
    MappingSession => "mapping_session",
    /// A talk about the work.
    Supervision => "supervision",
}

impl Kind {
    /// The kind of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether an entry of this kind never leaves the team, whatever anybody wishes: it is labelled `staff` for good, and
    /// no audience outside ever has it.
    #[must_use]
    pub fn stays_with_team(self) -> bool {
        matches!(self, Self::UseOfForce | Self::WorkerSafety | Self::Supervision)
    }
}

/// One place in an entry that names another entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where in the entry, as in the file format: `behaviour.targets.0`.
    pub path: String,
    /// The entry it names.
    pub to: EntryId,
    /// Whether the entry means nothing without it. An entry whose required link is withheld is withheld.
    pub required: bool,
    /// The kinds it may name.
    pub kinds: &'static [Kind],
}

/// Collects the references of one entry.
#[derive(Debug, Default)]
pub struct References(Vec<Reference>);

/// Only people.
pub const PEOPLE: &[Kind] = &[Kind::Person];
/// Only behaviours.
pub const BEHAVIOURS: &[Kind] = &[Kind::Behaviour];
/// Only efforts.
pub const EFFORTS: &[Kind] = &[Kind::Effort];
/// Only relationships.
pub const RELATIONSHIPS: &[Kind] = &[Kind::Relationship];
/// Only households.
pub const HOUSEHOLDS: &[Kind] = &[Kind::Household];
/// Any kind.
pub const ANY: &[Kind] = &Kind::ALL;

impl References {
    /// A link without which the entry means nothing.
    pub fn required(&mut self, path: impl Into<String>, to: EntryId, kinds: &'static [Kind]) {
        self.0.push(Reference { path: path.into(), to, required: true, kinds });
    }

    /// A link that may drop.
    pub fn optional(&mut self, path: impl Into<String>, to: EntryId, kinds: &'static [Kind]) {
        self.0.push(Reference { path: path.into(), to, required: false, kinds });
    }

    /// Somebody named, who may or may not have an entry.
    pub fn who(&mut self, path: impl Into<String>, who: &Who) {
        if let Who::Person(person) = who {
            self.optional(path, *person, PEOPLE);
        }
    }

    /// Somebody named, who may or may not have an entry, and without whom the entry means nothing.
    pub fn who_required(&mut self, path: impl Into<String>, who: &Who) {
        if let Who::Person(person) = who {
            self.required(path, *person, PEOPLE);
        }
    }

    /// A list of people without whom the entry means nothing.
    pub fn people(&mut self, path: &str, people: &[EntryId]) {
        for (n, person) in people.iter().enumerate() {
            self.required(format!("{path}.{n}"), *person, PEOPLE);
        }
    }

    /// A list of links with their bases.
    pub fn links(&mut self, path: &str, links: &[Link], kinds: &'static [Kind]) {
        for (n, link) in links.iter().enumerate() {
            self.optional(format!("{path}.{n}.to"), link.to, kinds);
            if let Some(basis) = &link.basis {
                self.who(format!("{path}.{n}.basis.by"), &basis.by);
            }
        }
    }

    /// What was collected.
    #[must_use]
    pub fn into_vec(self) -> Vec<Reference> {
        self.0
    }
}

/// Which ids may still be named: the argument with which optional links are dropped from a copy of an entry.
pub type Visible<'a> = &'a dyn Fn(EntryId) -> bool;

/// Keeps the links whose target, and whose basis, may be named.
pub(crate) fn keep_links(links: &mut Vec<Link>, visible: Visible<'_>) {
    links.retain(|link| visible(link.to));
    for link in links {
        if link.basis.as_ref().is_some_and(|basis| !may_name(&basis.by, visible)) {
            link.basis = None;
        }
    }
}

/// Keeps the links as [`keep_links`] does, and the words that go with them only where nothing dropped: words that only
/// make sense with a withheld behaviour would tell of it.
pub(crate) fn keep_together(words: &mut Option<Text>, links: &mut Vec<Link>, visible: Visible<'_>) {
    if links.iter().any(|link| !visible(link.to)) {
        *words = None;
    }
    keep_links(links, visible);
}

/// Whether somebody may be named.
pub(crate) fn may_name(who: &Who, visible: Visible<'_>) -> bool {
    match who {
        Who::Person(id) => visible(*id),
        Who::Other(_) => true,
    }
}

/// What every kind can say of its links.
pub trait Linked {
    /// Lists every entry this one names.
    fn references(&self, out: &mut References);
    /// Drops optional links to what may not be named.
    fn keep(&mut self, visible: Visible<'_>);
}

impl Body {
    /// Takes out the parts that a reader may not have by labels of their own.
    pub(crate) fn limit(&mut self, labels: &Labels) {
        match self {
            Self::Decision(decision) => decision.limit(labels),
            Self::MappingSession(session) => session.limit(labels),
            _ => {}
        }
    }

    /// Takes out what is the team's own business, for an audience outside.
    pub(crate) fn leave_team(&mut self) {
        match self {
            Self::Contact(contact) => contact.leave_team(),
            Self::AgencyAction(action) => action.leave_team(),
            _ => {}
        }
    }
}

impl Linked for Body {
    fn references(&self, out: &mut References) {
        self.linked().references(out);
    }

    fn keep(&mut self, visible: Visible<'_>) {
        self.linked_mut().keep(visible);
    }
}
