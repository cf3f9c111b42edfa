//! Whether saving works right now.

use std::sync::{Arc, Mutex, PoisonError};

/// Whether saving works: red from a failed write until the next good one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Health {
    /// The last write was kept.
    Ok,
    /// The last write was not kept.
    Failing {
        /// What the system said.
        why: String,
    },
}

/// Shared between the writer, which knows, and everybody who asks.
#[derive(Clone)]
pub(crate) struct Pulse(Arc<Mutex<Health>>);

impl Pulse {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(Health::Ok)))
    }

    pub(crate) fn set(&self, health: Health) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = health;
    }

    pub(crate) fn get(&self) -> Health {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
