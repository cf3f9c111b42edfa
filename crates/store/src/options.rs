//! What a store is opened with: where it is, what unlocks it, its clock and its randomness.

use std::{fmt, path::PathBuf, sync::Arc};

use zeroize::Zeroizing;

use crate::postgres::Database;

/// The time, handed down from the binary.
pub trait Clock: Send + Sync {
    /// Microseconds since the Unix epoch, UTC.
    fn now_micros(&self) -> i64;
}

/// Randomness fit for keys, handed down from the binary.
pub trait Random: Send + Sync {
    /// Fills `bytes`. Must not fail: an operating system without randomness cannot run Holdfast.
    fn fill(&self, bytes: &mut [u8]);
}

pub(crate) fn random<const N: usize>(source: &dyn Random) -> [u8; N] {
    let mut bytes = [0_u8; N];
    source.fill(&mut bytes);
    bytes
}

/// A passphrase; wiped from memory when dropped, never printed.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes the words over.
    #[must_use]
    pub fn new(words: String) -> Self {
        Self(Zeroizing::new(words))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(hidden)")
    }
}

/// What opens the store.
#[derive(Clone, Debug)]
pub enum Unlock {
    /// A key file written by [`crate::write_new_key_file`]; never inside the data folder.
    KeyFile(PathBuf),
    /// A passphrase, stretched with Argon2id.
    Passphrase(Passphrase),
}

/// Where a store is.
#[derive(Clone, Debug)]
pub enum Location {
    /// A folder on this machine; holds `holdfast.db` and `keys.db`.
    Folder(PathBuf),
    /// A PostgreSQL database, which several servers may use at once. The wrapped keys lie in a schema of their own,
    /// or in a database of their own.
    Database(Box<Databases>),
}

/// The databases of a store on PostgreSQL.
#[derive(Clone, Debug)]
pub struct Databases {
    /// Where the records are.
    pub data: Database,
    /// Where the wrapped keys are, if elsewhere: so that they are backed up apart, and what was shredded stays so.
    pub keystore: Option<Database>,
}

impl Location {
    /// Where it is, for messages; without a password.
    #[must_use]
    pub fn label(&self) -> PathBuf {
        match self {
            Self::Folder(dir) => dir.clone(),
            Self::Database(databases) => PathBuf::from(databases.data.label()),
        }
    }
}

/// How to open a store.
#[derive(Clone)]
pub struct OpenOptions {
    /// Where it is.
    pub place: Location,
    /// What opens it.
    pub unlock: Unlock,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// True: make a new store, and refuse if there is one. False: open the one that is there.
    pub create: bool,
}

impl fmt::Debug for OpenOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenOptions")
            .field("place", &self.place)
            .field("create", &self.create)
            .finish_non_exhaustive()
    }
}
