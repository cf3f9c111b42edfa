//! The closed set of kinds of entry, in groups as in the practice, and what each links to.

pub mod document;
pub mod impact;
pub mod intersections;
pub mod pattern;
pub mod people;
pub mod strengths;
pub mod work;

use crate::ids::EntryId;
use crate::source::{Link, Who};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use document::Document;
pub use impact::Impact;
pub use intersections::Intersection;
pub use pattern::Behaviour;
pub use people::{Household, Person, Relationship, RoleDecision};
pub use strengths::Effort;
pub use work::{Note, Unknown, Visit};

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// Somebody.
    Person(Person),
    /// How two people are related.
    Relationship(Relationship),
    /// Who lives together.
    Household(Household),
    /// Which part somebody has in the case, with reasons.
    RoleDecision(RoleDecision),
    /// What somebody does to control or harm.
    Behaviour(Behaviour),
    /// What a survivor does for safety, care and stability.
    Effort(Effort),
    /// What a behaviour did to a child, to parenting, or to the family's life.
    Impact(Impact),
    /// What a factor has to do with the pattern.
    Intersection(Intersection),
    /// A question nobody has answered yet.
    Unknown(Unknown),
    /// A note, immutable once recorded.
    Note(Note),
    /// One sitting from which many entries come.
    Visit(Visit),
    /// A paper, attached as a file.
    Document(Document),
}

/// The kind of an entry, without what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// See [`Body::Person`].
    Person,
    /// See [`Body::Relationship`].
    Relationship,
    /// See [`Body::Household`].
    Household,
    /// See [`Body::RoleDecision`].
    RoleDecision,
    /// See [`Body::Behaviour`].
    Behaviour,
    /// See [`Body::Effort`].
    Effort,
    /// See [`Body::Impact`].
    Impact,
    /// See [`Body::Intersection`].
    Intersection,
    /// See [`Body::Unknown`].
    Unknown,
    /// See [`Body::Note`].
    Note,
    /// See [`Body::Visit`].
    Visit,
    /// See [`Body::Document`].
    Document,
}

impl Kind {
    /// All kinds, in the order of the groups of the practice.
    pub const ALL: [Self; 12] = [
        Self::Person,
        Self::Relationship,
        Self::Household,
        Self::RoleDecision,
        Self::Behaviour,
        Self::Effort,
        Self::Impact,
        Self::Intersection,
        Self::Unknown,
        Self::Note,
        Self::Visit,
        Self::Document,
    ];

    /// The code, as in files and addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Relationship => "relationship",
            Self::Household => "household",
            Self::RoleDecision => "role_decision",
            Self::Behaviour => "behaviour",
            Self::Effort => "effort",
            Self::Impact => "impact",
            Self::Intersection => "intersection",
            Self::Unknown => "unknown",
            Self::Note => "note",
            Self::Visit => "visit",
            Self::Document => "document",
        }
    }

    /// The kind of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
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
/// Only relationships.
pub const RELATIONSHIPS: &[Kind] = &[Kind::Relationship];
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
    /// The kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Person(_) => Kind::Person,
            Self::Relationship(_) => Kind::Relationship,
            Self::Household(_) => Kind::Household,
            Self::RoleDecision(_) => Kind::RoleDecision,
            Self::Behaviour(_) => Kind::Behaviour,
            Self::Effort(_) => Kind::Effort,
            Self::Impact(_) => Kind::Impact,
            Self::Intersection(_) => Kind::Intersection,
            Self::Unknown(_) => Kind::Unknown,
            Self::Note(_) => Kind::Note,
            Self::Visit(_) => Kind::Visit,
            Self::Document(_) => Kind::Document,
        }
    }

    fn linked(&self) -> &dyn Linked {
        match self {
            Self::Person(body) => body,
            Self::Relationship(body) => body,
            Self::Household(body) => body,
            Self::RoleDecision(body) => body,
            Self::Behaviour(body) => body,
            Self::Effort(body) => body,
            Self::Impact(body) => body,
            Self::Intersection(body) => body,
            Self::Unknown(body) => body,
            Self::Note(body) => body,
            Self::Visit(body) => body,
            Self::Document(body) => body,
        }
    }

    fn linked_mut(&mut self) -> &mut dyn Linked {
        match self {
            Self::Person(body) => body,
            Self::Relationship(body) => body,
            Self::Household(body) => body,
            Self::RoleDecision(body) => body,
            Self::Behaviour(body) => body,
            Self::Effort(body) => body,
            Self::Impact(body) => body,
            Self::Intersection(body) => body,
            Self::Unknown(body) => body,
            Self::Note(body) => body,
            Self::Visit(body) => body,
            Self::Document(body) => body,
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
