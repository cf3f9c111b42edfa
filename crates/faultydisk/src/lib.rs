//! For tests only: a disk beneath SQLite that remembers every write and sync, can refuse them, and can lose its power.
//!
//! [`install`] puts a layer between SQLite and the real files of this process. [`record`] begins to remember;
//! [`Recording::cut`] then lays out what a disk could hold if the power had gone at some point: what was synced is there,
//! of the rest each write is there, gone, or torn, whatever its order was.

mod log;
mod shim;

pub use log::{Op, Recording, Tears};
pub use shim::install;

use log::{STATE, State};
use std::path::Path;

/// How calls fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Writes: no space is left.
    NoSpace,
    /// Writes: the disk reports an error.
    Write,
    /// Syncs: the disk reports an error.
    Sync,
}

/// Begins to remember what happens to files below `dir`.
pub fn record(dir: &Path) {
    let mut state = STATE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    *state = State::recording(dir);
}

/// Marks a moment: something was acknowledged.
pub fn mark(number: u64) {
    let mut state = STATE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    state.remember(Op::Mark(number));
}

/// Ends remembering, and hands over what was remembered.
pub fn recorded() -> Recording {
    let mut state = STATE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    std::mem::take(&mut *state).into_recording()
}

/// From the call after `after` more on, writes or syncs below `dir` fail, once or until [`works`].
pub fn fails(dir: &Path, after: u64, failure: Failure, once: bool) {
    let mut state = STATE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    state.failing(dir, after, failure, once);
}

/// Everything works again; whether anything had failed.
pub fn works() -> bool {
    let mut state = STATE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    state.works()
}
