//! Folded case files, kept while they are current: by case and head, the longest unused go first.

use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::ids::CaseId;
use practice::project::{Projection, project};
use std::collections::HashMap;
use std::sync::Arc;

/// Entries kept over all cases: some 100 MB of ordinary files.
const MOST_ENTRIES: usize = 50_000;
/// Projections kept of one case: one for each clearance in use.
const MOST_PROJECTIONS: usize = 4;

/// A folded case file, and the head it was folded up to.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    pub(crate) case: Arc<CaseFile>,
    pub(crate) head: u64,
}

#[derive(Debug)]
struct Slot {
    loaded: Loaded,
    projections: Vec<(Clearance, Arc<Projection>)>,
    used: u64,
}

/// The cache. Behind a lock; nothing in it waits.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    slots: HashMap<CaseId, Slot>,
    clock: u64,
}

impl Cache {
    /// The latest that was folded of a case.
    pub(crate) fn get(&mut self, case: CaseId) -> Option<Loaded> {
        self.clock = self.clock.wrapping_add(1);
        let slot = self.slots.get_mut(&case)?;
        slot.used = self.clock;
        Some(slot.loaded.clone())
    }

    /// Keeps a folded file, unless a later one is there.
    pub(crate) fn put(&mut self, id: CaseId, loaded: Loaded) {
        self.clock = self.clock.wrapping_add(1);
        if self.slots.get(&id).is_some_and(|slot| slot.loaded.head >= loaded.head) {
            return;
        }
        self.slots.insert(id, Slot { loaded, projections: Vec::new(), used: self.clock });
        while self.slots.len() > 1 && self.entries() > MOST_ENTRIES {
            let oldest = self.slots.iter().filter(|(key, _)| **key != id).min_by_key(|(_, slot)| slot.used);
            let Some(oldest) = oldest.map(|(key, _)| *key) else { break };
            self.slots.remove(&oldest);
        }
    }

    /// Forgets a case that was deleted for good.
    pub(crate) fn remove(&mut self, case: CaseId) {
        self.slots.remove(&case);
    }

    fn entries(&self) -> usize {
        self.slots.values().map(|slot| slot.loaded.case.len()).sum()
    }

    /// A projection that was made of just this state.
    pub(crate) fn projection(&self, id: CaseId, head: u64, clearance: &Clearance) -> Option<Arc<Projection>> {
        let slot = self.slots.get(&id).filter(|slot| slot.loaded.head == head)?;
        slot.projections.iter().find(|(for_whom, _)| for_whom == clearance).map(|(_, made)| made.clone())
    }

    /// Keeps a projection with the state it was made of.
    pub(crate) fn put_projection(&mut self, id: CaseId, head: u64, clearance: Clearance, made: Arc<Projection>) {
        let Some(slot) = self.slots.get_mut(&id).filter(|slot| slot.loaded.head == head) else {
            return;
        };
        if slot.projections.len() >= MOST_PROJECTIONS {
            slot.projections.remove(0);
        }
        slot.projections.push((clearance, made));
    }
}

/// Makes a projection; on its own so that it can run away from the tasks that serve pages.
pub(crate) fn make(case: &CaseFile, clearance: &Clearance) -> Arc<Projection> {
    Arc::new(project(case, clearance))
}
