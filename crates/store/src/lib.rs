//! Holdfast's journal: streams of encrypted, chained entries, their keys, and what is derived from them.
//!
//! The crate knows bytes, streams and keys. It never reads what an entry says: practice is
//! somebody else's matter, so that a mistake here cannot bend the record and a mistake there
//! cannot lose it. `docs/decisions/0002-journal-and-keys.md` says why it has this shape and what
//! it does not protect from.

mod access;
mod chain;
mod copy;
mod drafts;
mod engine;
mod errors;
mod expunge;
mod files;
mod heads;
mod health;
mod ids;
mod index;
mod journal;
mod keys;
mod options;
mod people;
mod postgres;
mod rotate;
mod seal;
mod sessions;
mod shred;
mod sqlite;
mod store;
mod verify;
mod witness;
mod writes;

pub use access::{Access, AccessFilter, AccessRow, Outcome};
pub use copy::{Copied, KeysCopy, fill::Filling, marks::CopyMarks, shredded_in};
pub use drafts::{Draft, DraftPut, Saved};
pub use errors::{AppendError, DraftError, FillError, KeyFileError, OpenError, ReadError, RotateError, WriteError};
pub use expunge::EXPUNGED;
pub use files::{FileHead, Incoming, StoredFile};
pub use health::Health;
pub use ids::{DraftKey, KeyClass, StreamId, StreamKind};
pub use index::{Allocation, Card, IndexChange};
pub use journal::{Append, Appended, NewEvent, StoredEvent};
pub use keys::file::write_new_key_file;
pub use options::{Clock, Databases, Location, OpenOptions, Passphrase, Random, Unlock};
pub use people::{Fact, PersonCard, PersonQuery};
pub use postgres::{Database, DatabaseError};
pub use rotate::Rotated;
pub use sessions::Session;
pub use store::{Store, exists};
pub use verify::{Finding, VerifyReport, What};
pub use witness::HeadsFile;
