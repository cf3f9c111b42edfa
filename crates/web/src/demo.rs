//! How far somebody is with the first steps of the demo. In memory: the demo's data are gone with the program, too.

use jiff::Timestamp;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// The first steps.
#[derive(Debug, Default)]
pub(crate) struct Demo {
    begun: OnceLock<Timestamp>,
    map_read: AtomicBool,
    chronology_read: AtomicBool,
    hidden: AtomicBool,
}

impl Demo {
    /// When the steps were first looked at: what was recorded before, was in the imported file.
    pub(crate) fn since(&self, now: Timestamp) -> Timestamp {
        *self.begun.get_or_init(|| now)
    }

    /// The map was opened.
    pub(crate) fn note_map(&self) {
        self.map_read.store(true, Ordering::Relaxed);
    }

    /// Whether the map was opened.
    pub(crate) fn map_read(&self) -> bool {
        self.map_read.load(Ordering::Relaxed)
    }

    /// The chronology was opened.
    pub(crate) fn note_chronology(&self) {
        self.chronology_read.store(true, Ordering::Relaxed);
    }

    /// Whether the chronology was opened.
    pub(crate) fn chronology_read(&self) -> bool {
        self.chronology_read.load(Ordering::Relaxed)
    }

    /// Puts the steps away, or takes them out again.
    pub(crate) fn hide(&self, hidden: bool) {
        self.hidden.store(hidden, Ordering::Relaxed);
    }

    /// Whether they are put away.
    pub(crate) fn hidden(&self) -> bool {
        self.hidden.load(Ordering::Relaxed)
    }
}
