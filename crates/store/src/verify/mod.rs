//! Checking the whole store: what was changed, dropped, moved or rolled back, and where.

mod beside;
mod records;
mod streams;

use crate::{
    engine::reader::Reader,
    errors::{Fault, ReadError},
    ids::StreamId,
    store::{Inner, Store},
    witness::HeadsFile,
};

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
    /// How many cases were deleted for good: their entries are in their places, and nobody can read them.
    pub shredded: u64,
    /// How many texts were taken out by rule: what was recorded in the wrong case.
    pub expunged: u64,
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
    /// Checks everything against itself and, if there is one, against a witness's file. Whoever holds
    /// both key and disk can rewrite everything so that it fits; only a witness notices that.
    ///
    /// # Errors
    /// [`ReadError::Failed`] if the database cannot be read at all; damage is a finding, not an error.
    pub async fn verify(&self, witness: Option<&HeadsFile>) -> Result<VerifyReport, ReadError> {
        let (inner, witness) = (self.inner.clone(), witness.cloned());
        self.reading(move |engine| engine.at_one_moment(|| run(&inner, engine, witness.as_ref())))
            .await
            .map_err(Fault::into_read)
    }
}

/// The report while it is being written.
struct Notes {
    report: VerifyReport,
}

impl Notes {
    fn add(&mut self, stream: Option<StreamId>, seq: Option<u64>, what: What, detail: impl Into<String>) {
        self.report.findings.push(Finding { stream, seq, what, detail: detail.into() });
    }
}

fn run(inner: &Inner, reader: &Reader<'_>, witness: Option<&HeadsFile>) -> Result<VerifyReport, Fault> {
    let mut notes = Notes { report: VerifyReport::default() };
    let witness = witness.filter(|file| {
        let genuine = file.is_genuine(inner.keys.instance, inner.keys.certify());
        if !genuine {
            notes.add(
                None,
                None,
                What::SignatureWrong,
                "the witness's file is not from this store, or was changed",
            );
        }
        genuine
    });
    let claims = records::check(inner, reader, witness, &mut notes)?;
    streams::check(inner, reader, claims, &mut notes)?;
    beside::check(inner, reader, &mut notes)?;
    Ok(notes.report)
}
