//! Everything in the index that is made from a case file: its card and its measures, from the same projections. Written in the
//! transaction of the append they follow from, and again when the index is built anew.

use super::cards::StoredCard;
use super::measured::StoredMeasures;
use crate::permission::policies::{Authority, CaseFacts};
use crate::problem::Problem;
use crate::state::App;
use practice::case::CaseFile;
use practice::clearance::{Audience, Clearance};
use practice::ids::{AccountId, CaseId};
use practice::permission::{AccountRole, Action, Relation};
use practice::project::{Projection, project};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::IndexChange;
use uuid::Uuid;

/// What the index keeps of one case.
#[derive(Clone, Debug)]
pub(crate) struct Derived {
    card: StoredCard,
    pub(crate) measures: StoredMeasures,
}

impl Derived {
    /// Makes it of a case file.
    pub(crate) fn of(case: &CaseFile, app: &App) -> Self {
        let mut made: Vec<(Clearance, Arc<Projection>)> = Vec::new();
        let mut seen = Vec::new();
        for relation in Relation::ALL {
            let Some(clearance) = clearance_of(app.authority(), relation) else { continue };
            let known = made.iter().find(|(of, _)| *of == clearance).map(|(_, projection)| projection.clone());
            let projection = known.unwrap_or_else(|| Arc::new(project(case, &clearance)));
            made.push((clearance, projection.clone()));
            seen.push((relation, projection));
        }
        let whole = project(case, &Clearance::whole());
        Self {
            card: StoredCard::of(&seen, &whole, case.len()),
            measures: StoredMeasures::of(&seen, &whole, app.pack()),
        }
    }

    /// The changes of the index that keep it.
    pub(crate) fn changes(&self, case: CaseId, head: u64) -> Result<[IndexChange; 2], Problem> {
        Ok([self.card.change(case, head)?, self.measures.change(case, head)?])
    }
}

/// What a relation may see, asked of the policies with an account that has just that relation and the role for it.
fn clearance_of(authority: &Authority, relation: Relation) -> Option<Clearance> {
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
