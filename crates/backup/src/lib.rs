//! Backups of a store: taken while it is in use, encrypted to a key that the server does not have, and tried.
//!
//! A backup is a place (a folder, or a bucket of an S3-compatible store) with numbered segments: the first has everything,
//! each later one what was added and changed since. `docs/decisions/0060-backups.md` says why it has this shape.

mod check;
mod errors;
mod keys;
mod line;
mod manifest;
mod place;
mod prune;
mod restore;
mod s3;
mod ship;

pub use check::{Checked, Damage, check};
pub use errors::BackupError;
pub use keys::{Identities, Recipients, new_identity};
pub use place::Place;
pub use prune::copies_before;
pub use restore::{Restored, restore};
pub use s3::S3;
pub use ship::{Retention, Shipped, Shipper};
