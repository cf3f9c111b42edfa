//! The access log: who was shown or denied what. Committed before the answer; ids and codes only.

use uuid::Uuid;

use crate::{
    chain::Hash,
    errors::{Fault, ReadError, WriteError, is_code},
    ids::StreamId,
    seal::Bound,
    store::Store,
    writes::Write,
};

/// Whether something was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was shown.
    Shown,
    /// It was denied.
    Denied,
}

impl Outcome {
    pub(crate) fn code(self) -> i64 {
        match self {
            Self::Shown => 1,
            Self::Denied => 2,
        }
    }

    pub(crate) fn from_code(code: i64) -> Option<Self> {
        match code {
            1 => Some(Self::Shown),
            2 => Some(Self::Denied),
            _ => None,
        }
    }
}

/// One reading, or one attempt at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// The account.
    pub who: Uuid,
    /// What was read; none for lists and searches.
    pub stream: Option<StreamId>,
    /// Which view; a code, stored in clear.
    pub view: String,
    /// For what; a code, stored in clear.
    pub purpose: String,
    /// Whether it was shown.
    pub outcome: Outcome,
}

/// One row of the access log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessRow {
    /// The server process that answered.
    pub server: Uuid,
    /// Its place in that process's chain, from 1.
    pub n: u64,
    /// When, microseconds since the Unix epoch.
    pub at_micros: i64,
    /// What.
    pub access: Access,
}

/// Which rows of the access log are asked for; an empty filter asks for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessFilter {
    /// Only this account.
    pub who: Option<Uuid>,
    /// Only this stream.
    pub stream: Option<StreamId>,
    /// Only at or after this time, microseconds since the Unix epoch.
    pub since_micros: Option<i64>,
}

/// A row before the writer gives it its place.
pub(crate) struct PreparedAccess {
    pub(crate) at_micros: i64,
    pub(crate) access: Access,
}

/// A row as stored, with its link.
pub(crate) struct LinkedAccess {
    pub(crate) row: AccessRow,
    pub(crate) chain: Hash,
}

/// Links a row to the one before it.
pub(crate) fn link(previous: &Hash, row: &AccessRow) -> Hash {
    let stream = row.access.stream.map_or_else(Vec::new, |stream| {
        let mut bytes = vec![stream.kind.byte()];
        bytes.extend_from_slice(stream.id.as_bytes());
        bytes
    });
    let encoded = Bound::new("holdfast/access/1")
        .bytes(row.server.as_bytes())
        .bytes(&row.n.to_le_bytes())
        .number(row.at_micros)
        .bytes(row.access.who.as_bytes())
        .bytes(&stream)
        .text(&row.access.view)
        .text(&row.access.purpose)
        .number(row.access.outcome.code())
        .done();
    let mut hasher = blake3::Hasher::new();
    hasher.update(previous).update(&encoded);
    *hasher.finalize().as_bytes()
}

impl Store {
    /// Records a reading; returns after the commit, so that what follows is never shown unlogged.
    ///
    /// # Errors
    /// [`WriteError::NotACode`] if view or purpose are words, [`WriteError::DiskFull`],
    /// [`WriteError::Failed`]. Then do not show it.
    pub async fn log_access(&self, access: Access) -> Result<(), WriteError> {
        for (field, text) in [("view", &access.view), ("purpose", &access.purpose)] {
            if !is_code(text) {
                return Err(WriteError::NotACode { field });
            }
        }
        let at_micros = self.inner.clock.now_micros();
        let write = Write::Access(PreparedAccess { at_micros, access });
        self.submit(Vec::new(), write).await.map(|_| ()).map_err(Fault::into_write)
    }

    /// The access log, oldest first.
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub async fn access_log(&self, filter: AccessFilter) -> Result<Vec<AccessRow>, ReadError> {
        self.reading(move |engine| engine.access_rows(&filter)).await.map_err(Fault::into_read)
    }
}
