//! The same expectation put to each parent: what plans, agencies' actions and what agencies did ask of each, side by side. What
//! is asked of one and not of the other is a question, never a number.

use super::advice::is_about;
use super::{ActionLine, PlanOf};
use crate::ids::EntryId;
use crate::kinds::people::Role;
use crate::pack::Pack;
use crate::text::Code;
use crate::views::lines::{Named, Reader};
use schemars::JsonSchema;
use serde::Serialize;

/// One expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Standard {
    /// A code of the pack.
    pub expectation: Code,
    /// What is asked of each parent, in the order of the parents.
    pub of: Vec<AskedOf>,
}

/// What is asked of one parent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AskedOf {
    /// Who.
    pub person: Named,
    /// With which part.
    pub role: Role,
    /// What. Empty: nothing, and would it be asked of this one too?
    pub asked: Vec<Asked>,
}

/// Something asked of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Asked {
    /// The entry.
    pub id: EntryId,
    /// By which agency; none: in a plan.
    pub agency: Option<String>,
    /// What.
    pub what: String,
}

/// The comparison, and the expectations that only survivors meet.
pub(super) fn standards(
    reader: &Reader<'_>,
    pack: &Pack,
    plans: &[PlanOf],
    actions: &[ActionLine],
) -> (Vec<Standard>, Vec<Code>) {
    let causing = reader.cast.with(Role::Perpetrator).map(|person| (person, Role::Perpetrator));
    let protecting = reader.cast.survivors().map(|person| (person, Role::Survivor));
    let parents: Vec<(EntryId, Role)> = causing.chain(protecting).map(|(person, role)| (person.id, role)).collect();
    let asked: Vec<(EntryId, Asked)> = asked(reader, plans, actions);
    let small: Vec<String> = asked.iter().map(|(_, asked)| asked.what.to_lowercase()).collect();
    let (mut all, mut more) = (Vec::new(), Vec::new());
    for expectation in pack.expectation.iter().filter(|expectation| !expectation.hidden) {
        let about: Vec<&(EntryId, Asked)> = asked
            .iter()
            .zip(&small)
            .filter(|(_, small)| is_about(small, &expectation.phrases))
            .map(|(asked, _)| asked)
            .collect();
        let of: Vec<AskedOf> = parents
            .iter()
            .map(|(person, role)| AskedOf {
                person: reader.person(*person),
                role: *role,
                asked: about.iter().filter(|(of, _)| of == person).map(|(_, asked)| asked.clone()).collect(),
            })
            .collect();
        if of.iter().all(|of| of.asked.is_empty()) {
            continue;
        }
        let any = |role: Role| of.iter().any(|of| of.role == role && !of.asked.is_empty());
        if any(Role::Survivor) && !any(Role::Perpetrator) {
            more.push(expectation.code.clone());
        }
        all.push(Standard { expectation: expectation.code.clone(), of });
    }
    (all, more)
}

/// Everything that is asked of anybody: goals, actions towards somebody, what agencies did towards somebody. Support is not
/// asked of a survivor: it was asked for.
fn asked(reader: &Reader<'_>, plans: &[PlanOf], actions: &[ActionLine]) -> Vec<(EntryId, Asked)> {
    let mut all = Vec::new();
    for plan in plans {
        let Some(person) = plan.person.id else { continue };
        for goal in plan.goals.iter().filter(|goal| goal.ended.is_none()) {
            all.push((person, Asked { id: goal.envelope.id, agency: None, what: goal.expected.clone() }));
        }
    }
    let mut towards = |people: &[Named], id: EntryId, agency: &str, what: &str| {
        for person in people.iter().filter_map(|named| named.id) {
            all.push((person, Asked { id, agency: Some(agency.to_owned()), what: what.to_owned() }));
        }
    };
    for action in actions {
        towards(&action.towards, action.envelope.id, &action.agency, &action.action);
    }
    for response in reader.responses() {
        towards(&response.towards, response.envelope.id, &response.agency, &response.did);
    }
    all
}
