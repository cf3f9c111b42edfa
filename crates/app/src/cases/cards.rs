//! What lists know of a case: one card in the index, with one face for each relation, made from that relation's
//! projection. Derived; the journal can always make it again.

use crate::permission::policies::{Authority, CaseFacts};
use crate::problem::Problem;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use practice::case::CaseFile;
use practice::cast::{Cast, PersonLine};
use practice::clearance::{Audience, Clearance};
use practice::ids::{AccountId, CaseId};
use practice::kinds::people::Role;
use practice::permission::{AccountRole, Action, Relation};
use practice::project::{Projection, project};
use practice::when::ApproxDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::IndexChange;
use uuid::Uuid;

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
    /// Makes the card of a case file.
    pub(crate) fn of(case: &CaseFile, authority: &Authority) -> Self {
        let mut made: Vec<(Clearance, Face)> = Vec::new();
        let mut faces = BTreeMap::new();
        for relation in Relation::ALL {
            let Some(clearance) = clearance_of(authority, relation) else { continue };
            let known = made.iter().find(|(for_whom, _)| *for_whom == clearance).map(|(_, face)| face.clone());
            let face = known.unwrap_or_else(|| face(&project(case, &clearance)));
            made.push((clearance, face.clone()));
            faces.insert(relation, face);
        }
        let whole = face(&project(case, &Clearance::whole()));
        Self { faces, children: whole.children.into_iter().map(|child| child.name).collect(), entries: case.len() }
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

/// What a relation may see, asked of the policies with an account that has just that relation and the role for it.
pub(crate) fn clearance_of(authority: &Authority, relation: Relation) -> Option<Clearance> {
    let role = match relation {
        Relation::Allocated => AccountRole::Practitioner,
        Relation::SupervisorOf => AccountRole::Supervisor,
        Relation::Conflict => return None,
    };
    let somebody = AccountId(Uuid::max());
    let facts = CaseFacts { case: CaseId(Uuid::nil()), relations: vec![(somebody, relation)] };
    let labels = authority.labels(somebody, &BTreeSet::from([role]), Action::ReadCase, &facts);
    Some(Clearance { labels, audience: Audience::Team })
}

fn face(projection: &Projection) -> Face {
    let last = projection.all().flat_map(|seen| seen.history.iter().map(|revision| revision.recorded_at)).max();
    let last_recorded_at = last.map_or(projection.opened_at, |last| last.max(projection.opened_at));
    // The parts are those of the day of the last entry, not of today: the card must come out the same whenever it is made.
    let cast = Cast::of(projection, TimeZone::UTC.to_datetime(last_recorded_at).date());
    let names = |people: Vec<&PersonLine>| people.into_iter().map(|person| person.name.clone()).collect();
    Face {
        children: cast
            .with(Role::Child)
            .map(|child| ChildName { name: child.name.clone(), born: child.born })
            .collect(),
        perpetrators: names(cast.with(Role::Perpetrator).collect()),
        survivors: names(cast.survivors().collect()),
        opened_at: projection.opened_at,
        reference: projection.reference.as_ref().map(ToString::to_string),
        invented: projection.invented,
        last_recorded_at,
    }
}
