//! What can go wrong, in words that say which file and how to go on.

use std::path::PathBuf;

/// Why a backup was not made, or not used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// Not a public key.
    #[error(
        "“{said}” is not a public key of age. It begins with age1; make a pair with holdfast backup --new-identity FILE."
    )]
    Recipient {
        /// What was given.
        said: String,
    },
    /// No public key.
    #[error(
        "There is no key to encrypt the backup to. Name one with --to, or as `to` under [backup] in the configuration."
    )]
    NoRecipient,
    /// The file with the private key.
    #[error("{path} {why}", path = .path.display())]
    Identity {
        /// The file.
        path: PathBuf,
        /// What is the matter, and how to mend it.
        why: String,
    },
    /// The place cannot be named, reached, read or written.
    #[error(
        "The place of the backup, {place}, cannot be used: {why}. Check that it is there and may be read and written."
    )]
    Place {
        /// The place.
        place: String,
        /// What the system said.
        why: String,
    },
    /// A file is missing, or not what was written.
    #[error(
        "{file} {why}. This backup is not used: take another copy of it, or restore up to an earlier moment with --until."
    )]
    Damaged {
        /// The file.
        file: String,
        /// What is the matter with it.
        why: String,
    },
    /// The place has the backup of another store.
    #[error("The backup in {place} is of another Holdfast store. Name an empty place for this one.")]
    OtherStore {
        /// The place.
        place: String,
    },
    /// Nothing there.
    #[error("There is no backup in {place}. Check the name.")]
    Nothing {
        /// The place.
        place: String,
    },
    /// Nothing so old.
    #[error("The oldest backup in {place} is younger than that moment. Leave out --until, or name a later one.")]
    NothingSoOld {
        /// The place.
        place: String,
    },
    /// The private key does not open it.
    #[error("{file} does not open with that key. Use the one whose public half the backup was made to.")]
    WrongIdentity {
        /// The file.
        file: String,
    },
    /// The keys of that time are not kept any more.
    #[error(
        "The keys of that time are not kept any more: copies of the keystore expire, so that what was deleted stays so. Restore a later moment."
    )]
    KeysExpired,
    /// Another process writes to the same place.
    #[error("Another process is writing to {place}. Let only one server back up to a place.")]
    Busy {
        /// The place.
        place: String,
    },
    /// Keys are being changed all the time.
    #[error("Keys were changed while the backup was made. Nothing of it was kept; try again.")]
    Rotating,
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] store::ReadError),
    /// The new store could not be filled.
    #[error(transparent)]
    Fill(store::FillError),
    /// Encrypting failed.
    #[error("The backup could not be encrypted: {why}. Nothing of it was kept; try again.")]
    Encrypting {
        /// What the library said.
        why: String,
    },
}
