//! What the writer is asked to do: everything already sealed, so that an engine only moves bytes.

use tokio::sync::oneshot;
use uuid::Uuid;

use crate::{
    access::PreparedAccess,
    chain::{Hash, Header},
    errors::Fault,
    files::{FileRow, PieceRow},
    ids::{DraftKey, StreamId},
};

/// A write, waiting for its commit.
pub(crate) struct Job {
    pub(crate) write: Write,
    /// Keys it was sealed with; they must be in the keystore before it commits.
    pub(crate) keys: Vec<Uuid>,
    pub(crate) reply: oneshot::Sender<Result<Done, Fault>>,
}

/// What is to be written.
pub(crate) enum Write {
    Append(PreparedAppend),
    DraftPut(PreparedDraft),
    DraftDelete(Uuid, DraftKey),
    /// It was recorded, at this time.
    DraftDone(Uuid, DraftKey, i64),
    Access(PreparedAccess),
    SessionPut(PreparedSession),
    /// In place of the one sealed like this, or of none; tells by its count whether it was.
    SessionNext(PreparedSession, Option<Vec<u8>>),
    SessionDelete([u8; 32]),
    SessionDeleteFor(Uuid),
    SessionSweep(i64),
    Index(Vec<PreparedChange>),
    IndexDrop,
    Piece(PieceRow),
    PiecesGone(Uuid, Uuid),
    File(FileRow),
    FileGone(Uuid, [u8; 32]),
    FilesSweep {
        now: i64,
        unfinished_before: i64,
    },
    /// Delete this stream for good, at this time; if its head is still there, where one is named.
    Shred(StreamId, i64, Option<u64>),
    /// Give this stream other keys.
    Renew(StreamId),
    /// Rows of this stream, sealed again.
    Reseal(StreamId, Vec<Resealed>),
    /// Destroy the keys that nothing is sealed with any more: of this stream, or of all.
    OldKeysGone(Option<StreamId>),
    /// Not in a transaction: the cap on the database's size, in pages.
    SizeLimit(Option<u32>),
}

impl Write {
    /// Whether it must be asked first which streams were deleted for good.
    pub(crate) fn is_about_streams(&self) -> bool {
        matches!(
            self,
            Self::Append(_)
                | Self::DraftPut(_)
                | Self::Index(_)
                | Self::Piece(_)
                | Self::File(_)
                | Self::Shred(..)
                | Self::Renew(_)
                | Self::Reseal(..)
                | Self::OldKeysGone(_)
        )
    }
}

/// A row that is sealed under another key.
pub(crate) struct Resealed {
    pub(crate) row: ResealedRow,
    /// The key it was read under: if it is another by now, the row was changed since and is left alone.
    pub(crate) old: Uuid,
    pub(crate) key_id: Uuid,
    pub(crate) ciphertext: Vec<u8>,
}

/// Which row.
pub(crate) enum ResealedRow {
    Event(u64),
    /// Owner, key and version.
    Draft(Uuid, DraftKey, u64),
    File(Uuid, [u8; 32]),
    Piece(Uuid, Uuid, i64),
}

/// What was done.
pub(crate) enum Done {
    /// The head of the stream now.
    Head(u64),
    /// How many rows went.
    Count(u64),
    Nothing,
}

pub(crate) struct PreparedAppend {
    pub(crate) stream: StreamId,
    pub(crate) expected: u64,
    pub(crate) events: Vec<SealedEvent>,
    pub(crate) drafts_done: Vec<(Uuid, DraftKey)>,
    pub(crate) index: Vec<PreparedChange>,
    /// Places that are emptied.
    pub(crate) expunge: Vec<u64>,
}

pub(crate) struct SealedEvent {
    pub(crate) header: Header,
    pub(crate) encoded: Vec<u8>,
    pub(crate) key_id: Uuid,
    pub(crate) ciphertext: Vec<u8>,
    pub(crate) commitment: Hash,
}

pub(crate) struct PreparedDraft {
    pub(crate) owner: Uuid,
    pub(crate) key: DraftKey,
    pub(crate) case: Option<Uuid>,
    pub(crate) version: u64,
    pub(crate) at_micros: i64,
    pub(crate) key_id: Uuid,
    pub(crate) ciphertext: Vec<u8>,
}

pub(crate) struct PreparedSession {
    pub(crate) token_hash: [u8; 32],
    pub(crate) account: Uuid,
    pub(crate) expires_micros: i64,
    pub(crate) ciphertext: Vec<u8>,
}

pub(crate) enum PreparedChange {
    Card {
        kind: String,
        id: Uuid,
        head: u64,
        ciphertext: Vec<u8>,
    },
    CardGone {
        kind: String,
        id: Uuid,
    },
    Allocate {
        case: Uuid,
        account: Uuid,
        relation: String,
    },
    Unallocate {
        case: Uuid,
        account: Uuid,
    },
    Person {
        case: Uuid,
        person: Uuid,
        ciphertext: Vec<u8>,
        tokens: Vec<i64>,
    },
    PersonGone {
        case: Uuid,
        person: Uuid,
    },
    PeopleGone {
        case: Uuid,
    },
    /// Addresses of one file, of which one is there.
    FileExpunged {
        case: Uuid,
        addresses: [[u8; 32]; 2],
    },
    /// Addresses of one file, of which one is there.
    KeepFile {
        case: Uuid,
        addresses: [[u8; 32]; 2],
    },
}
