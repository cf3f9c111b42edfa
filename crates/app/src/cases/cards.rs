//! What lists know of a case: one card in the index, with one face for each relation, made from that relation's
//! projection. Derived; the journal can always make it again.

use super::search::words;
use crate::problem::Problem;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use practice::cast::{Cast, PersonLine};
use practice::ids::CaseId;
use practice::kinds::people::Role;
use practice::kinds::{Body, Kind};
use practice::permission::Relation;
use practice::project::Projection;
use practice::when::ApproxDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::IndexChange;

/// The kind of index card that cases have.
pub(crate) const CARD: &str = "case";

/// A child, as in a list of cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildName {
    /// What the child is called.
    pub name: String,
    /// Date of birth, as exactly as is known.
    pub born: Option<ApproxDate>,
}

/// A case, as in a list: only what its reader's projection holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseCard {
    /// The case.
    pub case: CaseId,
    /// The children, oldest first.
    pub children: Vec<ChildName>,
    /// Whose behaviour is the worry.
    pub perpetrators: Vec<String>,
    /// Who protects the children.
    pub survivors: Vec<String>,
    /// When the case was opened.
    pub opened_at: Timestamp,
    /// The agency's own number.
    pub reference: Option<String>,
    /// An invented family.
    pub invented: bool,
    /// What the reader has to do with it.
    pub relation: Relation,
    /// When something the reader may see was recorded last.
    pub last_recorded_at: Timestamp,
}

/// What one relation sees of a case in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Face {
    children: Vec<ChildName>,
    perpetrators: Vec<String>,
    survivors: Vec<String>,
    opened_at: Timestamp,
    reference: Option<String>,
    invented: bool,
    last_recorded_at: Timestamp,
    /// Every word of every name, for searching.
    pub(crate) words: Vec<String>,
}

/// What the index keeps of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StoredCard {
    faces: BTreeMap<Relation, Face>,
    /// For whoever holds the key.
    pub(crate) children: Vec<String>,
    /// For whoever holds the key.
    pub(crate) entries: usize,
}

impl StoredCard {
    /// Makes the card of what each relation may have of a case file, and of the whole of it.
    pub(crate) fn of(seen: &[(Relation, Arc<Projection>)], whole: &Projection, entries: usize) -> Self {
        let mut made: Vec<(&Arc<Projection>, Face)> = Vec::new();
        let mut faces = BTreeMap::new();
        for (relation, projection) in seen {
            let known = made.iter().find(|(of, _)| Arc::ptr_eq(of, projection)).map(|(_, face)| face.clone());
            let face = known.unwrap_or_else(|| face(projection));
            made.push((projection, face.clone()));
            faces.insert(*relation, face);
        }
        Self { faces, children: children(whole).into_iter().map(|child| child.name).collect(), entries }
    }

    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Problem> {
        serde_json::from_slice(bytes).map_err(|error| {
            Problem::internal(format!("a case card cannot be read ({error}): run holdfast reindex"))
        })
    }

    /// The change of the index that keeps it.
    pub(crate) fn change(&self, case: CaseId, head: u64) -> Result<IndexChange, Problem> {
        let card = serde_json::to_vec(self).map_err(|error| Problem::internal(format!("case card: {error}")))?;
        Ok(IndexChange::Card { kind: CARD.to_owned(), id: case.0, head, card })
    }

    /// Whether it is of an invented family.
    pub(crate) fn is_invented(&self) -> bool {
        self.faces.values().all(|face| face.invented)
    }

    pub(crate) fn face(&self, relation: Relation) -> Option<&Face> {
        self.faces.get(&relation)
    }
}

impl Face {
    pub(crate) fn card(&self, case: CaseId, relation: Relation) -> CaseCard {
        CaseCard {
            case,
            children: self.children.clone(),
            perpetrators: self.perpetrators.clone(),
            survivors: self.survivors.clone(),
            opened_at: self.opened_at,
            reference: self.reference.clone(),
            invented: self.invented,
            relation,
            last_recorded_at: self.last_recorded_at,
        }
    }
}

/// The parts are those of the day of the last entry, not of today: the card must come out the same whenever it is made.
fn cast(projection: &Projection) -> (Cast, Timestamp) {
    let last = projection.all().flat_map(|seen| seen.history.iter().map(|revision| revision.recorded_at)).max();
    let last = last.map_or(projection.opened_at, |last| last.max(projection.opened_at));
    (Cast::of(projection, TimeZone::UTC.to_datetime(last).date()), last)
}

fn children(projection: &Projection) -> Vec<ChildName> {
    named(&cast(projection).0)
}

fn named(cast: &Cast) -> Vec<ChildName> {
    cast.with(Role::Child).map(|child| ChildName { name: child.name.clone(), born: child.born }).collect()
}

fn face(projection: &Projection) -> Face {
    let (cast, last_recorded_at) = cast(projection);
    let names = |people: Vec<&PersonLine>| people.into_iter().map(|person| person.name.clone()).collect();
    let mut all_words = BTreeSet::new();
    for seen in projection.of_kind(Kind::Person) {
        if let Body::Person(person) = &seen.content.body {
            let spelt = std::iter::once(&person.name).chain(&person.known_as).chain(&person.aliases);
            all_words.extend(spelt.flat_map(|name| words(name.as_str())));
        }
    }
    Face {
        children: named(&cast),
        perpetrators: names(cast.with(Role::Perpetrator).collect()),
        survivors: names(cast.survivors().collect()),
        opened_at: projection.opened_at,
        reference: projection.reference.as_ref().map(ToString::to_string),
        invented: projection.invented,
        last_recorded_at,
        words: all_words.into_iter().collect(),
    }
}
