//! Agencies of three sizes: who works in them, and who works which case.

use crate::dice::Dice;
use crate::names::{Culture, FamilyName, Given, Name};
use practice::ids::AccountId;
use uuid::Uuid;

/// How large an agency is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// One team.
    Team,
    /// A council: 400 workers and 2,600 open cases.
    Council,
    /// A state: 100,000 cases.
    State,
}

impl Profile {
    /// How many work cases.
    #[must_use]
    pub fn workers(self) -> u64 {
        match self {
            Self::Team => 8,
            Self::Council => 400,
            Self::State => 6_000,
        }
    }

    /// How many supervise them.
    #[must_use]
    pub fn supervisors(self) -> u64 {
        match self {
            Self::Team => 1,
            Self::Council => 40,
            Self::State => 600,
        }
    }

    /// How many cases are open.
    #[must_use]
    pub fn cases(self) -> u64 {
        match self {
            Self::Team => 60,
            Self::Council => 2_600,
            Self::State => 100_000,
        }
    }

    /// Everybody who works there, supervisors first.
    pub fn staff(self) -> impl Iterator<Item = Colleague> {
        let supervisors = (0..self.supervisors()).map(|n| Colleague::new(n, true));
        supervisors.chain((0..self.workers()).map(|n| Colleague::new(n, false)))
    }

    /// Who works a case, and who supervises that: spread evenly.
    pub(crate) fn works(self, dice: &mut Dice) -> (Colleague, Colleague) {
        let worker = dice.below(self.workers());
        let supervisor = worker % self.supervisors();
        (Colleague::new(worker, false), Colleague::new(supervisor, true))
    }
}

/// Somebody who works in an invented agency: the same person in an agency of any size, whatever the seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub id: AccountId,
    /// What the person types to sign in: `worker-0007`, `supervisor-003`.
    pub sign_in: String,
    /// The person's name.
    pub name: String,
    /// Supervises others and works no case.
    pub supervises: bool,
}

/// Where the ids of accounts begin.
const STAFF: u64 = 0x0068_6f6c_6466_6173;

impl Colleague {
    fn new(n: u64, supervises: bool) -> Self {
        let mut dice = Dice::of(STAFF, n.wrapping_mul(2).wrapping_add(u64::from(supervises)));
        let (culture, given) = (Culture::throw(&mut dice), Given::throw(&mut dice));
        let family = FamilyName::throw(&mut dice, culture);
        let name = Name::throw(&mut dice, given, family).full();
        let sign_in = if supervises {
            format!("supervisor-{:03}", n.saturating_add(1))
        } else {
            format!("worker-{:04}", n.saturating_add(1))
        };
        // A little before the first case: 1 September 2023.
        let id = uuid::Builder::from_unix_timestamp_millis(1_693_526_400_000, &dice.ten()).into_uuid();
        Self { id: AccountId(id), sign_in, name, supervises }
    }
}

/// The id of a thing of a seed, with a time in front as ids of version 7 have.
pub(crate) fn id_at(millis: u64, dice: &mut Dice) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(millis, &dice.ten()).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn nobody_is_there_twice_and_a_larger_agency_has_the_same_people_and_more() {
        let council: Vec<_> = Profile::Council.staff().collect();
        let ids: BTreeSet<_> = council.iter().map(|one| one.id).collect();
        let sign_ins: BTreeSet<_> = council.iter().map(|one| &one.sign_in).collect();
        assert_eq!((ids.len(), sign_ins.len()), (440, 440));
        assert!(Profile::Team.staff().all(|one| council.contains(&one)));
    }
}
