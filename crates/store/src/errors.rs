//! What can go wrong, in words that say how to mend it. Never a key and never a payload in here.

use std::path::PathBuf;

use crate::ids::StreamId;

/// Why a store could not be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The key file is not there.
    #[error("There is no key file at {path}. Attach the disk or folder that holds it, or name it with --key-file; without the key the records cannot be read by anyone.", path = .path.display())]
    KeyMissing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The passphrase is not the right one.
    #[error(
        "That passphrase does not open this store. Check the keyboard layout and Caps Lock, and type it again."
    )]
    PassphraseWrong,
    /// The file is not a whole Holdfast key.
    #[error("{path} is not a whole Holdfast key file: {why}. Use the copy you put away when the store was made.", path = .path.display())]
    KeyWrong {
        /// The file.
        path: PathBuf,
        /// What is the matter with it.
        why: String,
    },
    /// A good key, but of another store.
    #[error("{path} is the key of another Holdfast store. Name the key file that was written for {dir}.", path = .path.display(), dir = .dir.display())]
    KeyOfAnotherInstance {
        /// The key file.
        path: PathBuf,
        /// The data folder.
        dir: PathBuf,
    },
    /// It was the key of this store, until another took its place.
    #[error("{path} was the key of this store until it was replaced. Use the key file that was written then.", path = .path.display())]
    KeyReplaced {
        /// The key file.
        path: PathBuf,
    },
    /// A key file was given for a store with a passphrase, or the other way round.
    #[error("This store is opened with a {need}. Open it with that instead.")]
    OtherUnlock {
        /// `passphrase` or `key file`.
        need: &'static str,
    },
    /// The key lies inside the data folder, where every backup of the data would carry it along.
    #[error("The key file {path} lies inside the data folder, so whoever takes the data takes the key. Move it out of there and name its new place with --key-file.", path = .path.display())]
    KeyBesideData {
        /// The key file.
        path: PathBuf,
    },
    /// No store in the folder.
    #[error("There is no Holdfast store in {dir}. Check --data, or make a new one with holdfast init.", dir = .dir.display())]
    NotAStore {
        /// The folder.
        dir: PathBuf,
    },
    /// There is a store already.
    #[error("There is a Holdfast store in {dir} already. Open that one, or name an empty folder.", dir = .dir.display())]
    AlreadyExists {
        /// The folder.
        dir: PathBuf,
    },
    /// One of the two files of the store is missing, or they belong to different stores.
    #[error("{path} {why}", path = .path.display())]
    Keystore {
        /// The file.
        path: PathBuf,
        /// What is the matter and how to mend it; a whole clause.
        why: String,
    },
    /// The SQLite in use has a known fault.
    #[error(
        "SQLite {found} can lose the newest entries when it empties its log; {need} or newer is needed. Use a Holdfast built with its own SQLite."
    )]
    SqliteTooOld {
        /// Version in use.
        found: String,
        /// Oldest good version.
        need: String,
    },
    /// The folder or its files cannot be written.
    #[error("{dir} cannot be written: {why}. Give the user that runs Holdfast the right to write there.", dir = .dir.display())]
    ReadOnly {
        /// The folder.
        dir: PathBuf,
        /// What the system said.
        why: String,
    },
    /// Another process holds the store for longer than Holdfast waits.
    #[error("Another process has kept {dir} locked. Wait for it to finish (a backup, an import), then try again.", dir = .dir.display())]
    Locked {
        /// The folder.
        dir: PathBuf,
    },
    /// The database does not answer.
    #[error("The database {dir} cannot be reached: {why}. Check that it runs and that its address is right, then try again.", dir = .dir.display())]
    Unreachable {
        /// Its address.
        dir: PathBuf,
        /// What the system said.
        why: String,
    },
    /// The database is set up to forget what it acknowledged.
    #[error("The database {dir} can lose what it has acknowledged: fsync, full_page_writes or synchronous_commit is off. Turn all three on, then start again.", dir = .dir.display())]
    NotDurable {
        /// Its address.
        dir: PathBuf,
    },
    /// The disk is full.
    #[error("The disk with {dir} is full. Free some space, then try again; nothing recorded is lost.", dir = .dir.display())]
    DiskFull {
        /// The folder.
        dir: PathBuf,
    },
    /// The store was written by a newer Holdfast.
    #[error("The store in {dir} has format {found}, and this Holdfast reads up to {known}. Use the newer Holdfast that wrote it.", dir = .dir.display())]
    NewerFormat {
        /// The folder.
        dir: PathBuf,
        /// Its format.
        found: i64,
        /// What this version reads.
        known: i64,
    },
    /// Anything else the system said.
    #[error("{dir} could not be opened: {why}. Check the disk, then try again.", dir = .dir.display())]
    Failed {
        /// The folder.
        dir: PathBuf,
        /// What the system said.
        why: String,
    },
}

/// Why a key file could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyFileError {
    /// Something is there already.
    #[error("{path} exists already and is not overwritten, for it may be the only key of a store. Name another file.", path = .path.display())]
    AlreadyExists {
        /// The file.
        path: PathBuf,
    },
    /// The place is inside the data folder.
    #[error("{path} lies inside the data folder, so whoever takes the data would take the key. Name a file elsewhere.", path = .path.display())]
    BesideData {
        /// The file.
        path: PathBuf,
    },
    /// The system refused.
    #[error("The key file {path} could not be written: {why}. Check that the folder is there and may be written.", path = .path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: String,
    },
}

/// Why an append was refused. Nothing of it is in the journal, except after [`AppendError::Failed`],
/// where the head tells.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AppendError {
    /// Someone else recorded first. Reload and look again.
    #[error("Something else was recorded meanwhile (expected {expected}, found {found}). Reload and try again.")]
    Stale {
        /// The head the caller had seen.
        expected: u64,
        /// The head there is.
        found: u64,
    },
    /// No space.
    #[error("The disk is full; nothing was recorded. Free some space, then save again.")]
    DiskFull,
    /// A readable field holds something else than a code.
    #[error(
        "{field} is stored in clear and must be a short code of letters, digits and . _ - : / {{ }}. Put words into the payload."
    )]
    NotACode {
        /// Which field.
        field: &'static str,
    },
    /// The stream was deleted for good.
    #[error("{stream} was deleted for good. Nothing can be recorded in it again.")]
    Shredded {
        /// The stream.
        stream: StreamId,
    },
    /// Nothing to append.
    #[error("There is nothing to record. Give at least one entry.")]
    Empty,
    /// The system failed.
    #[error("It could not be recorded: {why}. Check the disk, then save again.")]
    Failed {
        /// What the system said.
        why: String,
    },
}

/// Why something could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// What is on the disk is not what was recorded.
    #[error(
        "Entry {seq} of {stream} is damaged or missing ({why}). Run holdfast verify, and restore from a backup."
    )]
    Damaged {
        /// The stream.
        stream: StreamId,
        /// The entry.
        seq: u64,
        /// What is the matter.
        why: String,
    },
    /// The stream was deleted for good.
    #[error("{stream} was deleted for good. Nobody can read it again.")]
    Shredded {
        /// The stream.
        stream: StreamId,
    },
    /// A draft, session or card does not open.
    #[error(
        "{what} cannot be opened with this store's keys. Run holdfast verify, and restore keys.db from a backup."
    )]
    Undecryptable {
        /// What it is.
        what: String,
    },
    /// The system failed.
    #[error("It could not be read: {why}. Check the disk, then try again.")]
    Failed {
        /// What the system said.
        why: String,
    },
}

/// Why a draft could not be saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DraftError {
    /// A newer version is there, from another window perhaps.
    #[error("A newer draft (version {stored}) is saved already. Load that one first.")]
    Stale {
        /// The version that is stored.
        stored: u64,
    },
    /// Its case was deleted for good.
    #[error("The case of this draft was deleted for good. Nothing can be saved for it again.")]
    Shredded,
    /// What it drafts is recorded: this save was late.
    #[error("This is recorded already; it needs no draft. Open what was recorded to change it.")]
    Recorded,
    /// No space.
    #[error("The disk is full; the draft is not saved. Keep this page open, free some space, then save again.")]
    DiskFull,
    /// The system failed.
    #[error("The draft could not be saved: {why}. Keep this page open and try again.")]
    Failed {
        /// What the system said.
        why: String,
    },
}

/// Why a session, an access row or the index could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// No space.
    #[error("The disk is full; nothing was written. Free some space, then try again.")]
    DiskFull,
    /// A readable field holds something else than a code.
    #[error("{field} is stored in clear and must be a short code of letters, digits and . _ - : / {{ }}.")]
    NotACode {
        /// Which field.
        field: &'static str,
    },
    /// The system failed.
    #[error("It could not be written: {why}. Check the disk, then try again.")]
    Failed {
        /// What the system said.
        why: String,
    },
}

/// Why a store could not be made again from its copies.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FillError {
    /// There is something in the folder.
    #[error("{dir} is not empty. Name an empty folder, or one that is not there yet: nothing is restored over what is there.", dir = .dir.display())]
    NotEmpty {
        /// The folder.
        dir: PathBuf,
    },
    /// The copy is not what was written.
    #[error("it does not hold rows of a Holdfast store.")]
    Misshapen,
    /// The system failed.
    #[error("{dir} could not be filled: {why}. Check the disk, then try again.", dir = .dir.display())]
    Failed {
        /// The folder.
        dir: PathBuf,
        /// What the system said.
        why: String,
    },
}

/// Why keys were not rotated. Everything can still be read; again, it goes on where it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RotateError {
    /// Something could not be read.
    #[error(transparent)]
    Read(ReadError),
    /// Something could not be written.
    #[error(transparent)]
    Write(WriteError),
    /// Other processes went on writing under old keys.
    #[error("Another process keeps writing under old keys. Stop it, or start it again, and run this once more.")]
    NeverStill,
}

/// What an engine reports upward; each call turns it into its own error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The head is elsewhere.
    Stale { found: u64 },
    /// The stored draft is newer.
    DraftStale { stored: u64 },
    /// What was drafted is recorded.
    DraftRecorded,
    /// The stream was deleted for good.
    Shredded { stream: StreamId },
    /// Another process made this stream's key first; seal again with that one.
    KeyRace,
    /// Another server wrote between our look and our move; look again.
    Overtaken,
    /// The connection broke off; nothing of it was kept.
    Lost(String),
    /// The connection broke off at the commit: whether it was kept must be looked up.
    Unsure(String),
    /// No space left.
    Full,
    /// Locked by another process.
    Busy,
    /// Cannot be written.
    ReadOnly(String),
    /// Stored data does not have the expected form.
    Damaged { stream: StreamId, seq: u64, why: String },
    /// A key or a sealed value does not open.
    Undecryptable { what: String },
    /// Anything else.
    Failed(String),
}

impl Fault {
    pub(crate) fn why(&self) -> String {
        match self {
            Self::Stale { found } => format!("the head is at {found}"),
            Self::DraftStale { stored } => format!("draft version {stored} is stored"),
            Self::DraftRecorded => "the draft is recorded".to_owned(),
            Self::Shredded { stream } => format!("{stream} was deleted for good"),
            Self::KeyRace => "another process made the key of this stream at the same moment".to_owned(),
            Self::Overtaken => "another server kept writing the same rows at the same moment".to_owned(),
            Self::Lost(why) => format!("the database cannot be reached ({why})"),
            Self::Unsure(why) => {
                format!("the database broke off ({why}); whether it was kept shows when it can be reached again")
            }
            Self::Full => "the disk is full".to_owned(),
            Self::Busy => "another process has kept the database locked".to_owned(),
            Self::ReadOnly(why) => format!("the database cannot be written ({why})"),
            Self::Damaged { stream, seq, why } => format!("entry {seq} of {stream}: {why}"),
            Self::Undecryptable { what } => format!("{what} cannot be opened"),
            Self::Failed(why) => why.clone(),
        }
    }

    pub(crate) fn into_read(self) -> ReadError {
        match self {
            Self::Damaged { stream, seq, why } => ReadError::Damaged { stream, seq, why },
            Self::Undecryptable { what } => ReadError::Undecryptable { what },
            Self::Shredded { stream } => ReadError::Shredded { stream },
            other => ReadError::Failed { why: other.why() },
        }
    }

    pub(crate) fn into_write(self) -> WriteError {
        match self {
            Self::Full => WriteError::DiskFull,
            other => WriteError::Failed { why: other.why() },
        }
    }

    pub(crate) fn into_draft(self) -> DraftError {
        match self {
            Self::DraftStale { stored } => DraftError::Stale { stored },
            Self::DraftRecorded => DraftError::Recorded,
            Self::Shredded { .. } => DraftError::Shredded,
            Self::Full => DraftError::DiskFull,
            other => DraftError::Failed { why: other.why() },
        }
    }

    pub(crate) fn into_append(self, expected: u64) -> AppendError {
        match self {
            Self::Stale { found } => AppendError::Stale { expected, found },
            Self::Shredded { stream } => AppendError::Shredded { stream },
            Self::Full => AppendError::DiskFull,
            other => AppendError::Failed { why: other.why() },
        }
    }
}

/// Whether a readable field is a code rather than words somebody wrote: names contain spaces or
/// letters outside ASCII, codes do not.
pub(crate) fn is_code(text: &str) -> bool {
    (1..=80).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-:/{}".contains(&b))
}
