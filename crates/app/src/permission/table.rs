//! The access table: the quick answer to "which cases are this account's at all", for lists and searches.
//!
//! The policies decide; this table only filters before them, and a test holds the two equal for every combination.

use practice::permission::{AccountRole, Relation};
use std::collections::BTreeSet;

/// Whether an account with these roles and this relation to a case has it in its lists.
#[must_use]
pub fn in_access_table(roles: &BTreeSet<AccountRole>, relation: Option<Relation>) -> bool {
    if roles.contains(&AccountRole::Administrator) {
        return false;
    }
    match relation {
        Some(Relation::Allocated) => roles.contains(&AccountRole::Practitioner),
        Some(Relation::SupervisorOf) => roles.contains(&AccountRole::Supervisor),
        Some(Relation::Conflict) | None => false,
    }
}
