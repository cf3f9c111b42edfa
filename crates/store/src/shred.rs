//! Deleting a case for good: its keys go, so that nobody can read it again, here or in what was copied.

use uuid::Uuid;

use crate::{
    errors::{Fault, ReadError, WriteError},
    ids::StreamId,
    store::Store,
    writes::Write,
};

impl Store {
    /// Deletes a case for good, by shredding its keys. Its cards, allocations, drafts and attached files go; what was
    /// recorded stays on the disk as it is, and no key opens it. The places of its entries stay, so that `verify` still
    /// proves that nothing else was dropped. Nothing can be recorded in it again.
    ///
    /// Interrupted at any moment, the case is either whole, or its keys are gone and opening the store (or calling this
    /// again) finishes the rest.
    ///
    /// # Errors
    /// [`WriteError::DiskFull`], [`WriteError::Failed`]: ask [`Store::is_shredded`] which of the two it is.
    pub async fn shred(&self, case: Uuid) -> Result<(), WriteError> {
        let write = Write::Shred(StreamId::case(case), self.inner.clock.now_micros(), None);
        self.submit(Vec::new(), write).await.map(|_| ()).map_err(Fault::into_write)
    }

    /// Deletes a case for good if its head is still `expected`; false if something was recorded since, and then nothing
    /// is deleted.
    ///
    /// # Errors
    /// As [`Store::shred`].
    pub async fn shred_at(&self, case: Uuid, expected: u64) -> Result<bool, WriteError> {
        let write = Write::Shred(StreamId::case(case), self.inner.clock.now_micros(), Some(expected));
        match self.submit(Vec::new(), write).await {
            Ok(_) => Ok(true),
            Err(Fault::Stale { .. }) => Ok(false),
            Err(fault) => Err(fault.into_write()),
        }
    }

    /// Whether a case was deleted for good.
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub async fn is_shredded(&self, case: Uuid) -> Result<bool, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |_| inner.keys.is_shredded(StreamId::case(case))).await.map_err(Fault::into_read)
    }
}
