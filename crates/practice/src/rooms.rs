//! No session puts somebody and the person who harms them in one room.

use crate::case::CaseFile;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::pattern::Force;
use crate::kinds::people::Role;
use crate::kinds::session::MappingSession;
use crate::source::Who;

/// Whether two of those who attend are, or may be, somebody who harms and somebody who is harmed: by the parts that were
/// decided, now or earlier, by a part that is not decided yet, or by a behaviour on the map.
///
/// A part of another family counts as well: it is better to hold two meetings too many than one too few.
pub(crate) fn both_adults(case: &CaseFile, session: &MappingSession) -> bool {
    let people: Vec<EntryId> = session
        .attendees
        .iter()
        .filter_map(|attendee| match attendee.who {
            Who::Person(id) => Some(id),
            Who::Other(_) => None,
        })
        .collect();
    let current = || case.entries().map(|(_, entry)| entry).filter(|entry| !entry.withdrawn);
    let has = |person: EntryId, parts: &[Role]| {
        current().any(|entry| match &entry.content.body {
            Body::RoleDecision(decision) => decision.person == person && parts.contains(&decision.role),
            _ => false,
        })
    };
    let harms = |one: EntryId, other: EntryId| {
        current().any(|entry| match &entry.content.body {
            Body::Behaviour(b) => b.force == Force::Control && b.actor == one && b.targets.contains(&other),
            _ => false,
        })
    };
    people.iter().any(|one| {
        let others = people.iter().filter(|other| *other != one);
        let may_harm = has(*one, &[Role::Perpetrator, Role::Undetermined]);
        others.into_iter().any(|other| {
            let may_be_harmed = has(*other, &[Role::Survivor, Role::Undetermined]);
            (may_harm && may_be_harmed) || harms(*one, *other)
        })
    })
}
