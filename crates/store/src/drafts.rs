//! Drafts: unfinished notes and half-filled forms. Encrypted, mutable, beside the journal.

use uuid::Uuid;

use crate::{
    errors::{DraftError, Fault, ReadError},
    ids::{DraftKey, KeyClass, StreamId},
    keys::StreamKey,
    seal::{self, Bound},
    store::{Inner, Store},
    writes::{PreparedDraft, Write},
};

/// A draft to be saved.
#[derive(Clone)]
pub struct DraftPut {
    /// Whose it is.
    pub owner: Uuid,
    /// Which form or note.
    pub key: DraftKey,
    /// The case it is about, once there is one; decides whose key protects it.
    pub case: Option<Uuid>,
    /// The page's own count of its saves; must rise.
    pub version: u64,
    /// What was typed, unvalidated.
    pub content: Vec<u8>,
}

impl std::fmt::Debug for DraftPut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DraftPut").field("key", &self.key).field("version", &self.version).finish_non_exhaustive()
    }
}

/// The acknowledgement of a saved draft: it is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// When, microseconds since the Unix epoch.
    pub at_micros: i64,
    /// Which version.
    pub version: u64,
}

/// A saved draft.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// Whose it is.
    pub owner: Uuid,
    /// Which form or note.
    pub key: DraftKey,
    /// The case it is about.
    pub case: Option<Uuid>,
    /// The page's own count of its saves.
    pub version: u64,
    /// When it was saved, microseconds since the Unix epoch.
    pub at_micros: i64,
    /// What was typed.
    pub content: Vec<u8>,
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Draft").field("key", &self.key).field("version", &self.version).finish_non_exhaustive()
    }
}

/// The version of a draft that was recorded. Nothing is above it, so that nothing can be saved over it.
pub(crate) const RECORDED: i64 = i64::MAX;

/// How long the key of a recorded draft is remembered: longer than any save is on its way. Microseconds.
pub(crate) const REMEMBERED: i64 = 30 * 24 * 60 * 60 * 1_000_000;

impl Store {
    /// Saves a draft, unless a newer one is there.
    ///
    /// # Errors
    /// [`DraftError::Stale`] with the stored version if `put.version` is not above it; [`DraftError::Recorded`] if what
    /// it drafts is recorded.
    pub async fn draft_put(&self, put: DraftPut) -> Result<Saved, DraftError> {
        let put = std::sync::Arc::new(put);
        let mut tries = 0_u8;
        loop {
            let at_micros = self.inner.clock.now_micros();
            let (inner, wanted) = (self.inner.clone(), put.clone());
            let prepared = tokio::task::spawn_blocking(move || prepare(&inner, &wanted, at_micros))
                .await
                .unwrap_or_else(|why| Err(Fault::Failed(why.to_string())))
                .map_err(Fault::into_draft)?;
            match self.submit(vec![prepared.key_id], Write::DraftPut(prepared)).await {
                Ok(_) => return Ok(Saved { at_micros, version: put.version }),
                Err(Fault::KeyRace) if tries < 3 => tries = tries.saturating_add(1),
                Err(fault) => return Err(fault.into_draft()),
            }
        }
    }

    /// The draft of `owner` under `key`, if there is one.
    ///
    /// # Errors
    /// [`ReadError::Undecryptable`] if its key is gone, [`ReadError::Failed`].
    pub async fn draft_get(&self, owner: Uuid, key: DraftKey) -> Result<Option<Draft>, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| {
            Ok(engine.draft(owner, key)?.map(|row| still_there(&inner, row)).transpose()?.flatten())
        })
        .await
        .map_err(Fault::into_read)
    }

    /// All drafts of `owner`, the latest saved first.
    ///
    /// # Errors
    /// As [`Store::draft_get`].
    pub async fn draft_list(&self, owner: Uuid) -> Result<Vec<Draft>, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| {
            engine.drafts(Some(owner))?.into_iter().filter_map(|row| still_there(&inner, row).transpose()).collect()
        })
        .await
        .map_err(Fault::into_read)
    }

    /// Everybody's drafts about a case.
    ///
    /// # Errors
    /// As [`Store::draft_get`].
    pub async fn drafts_about(&self, case: Uuid) -> Result<Vec<Draft>, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| {
            let rows = engine.drafts_about(case)?;
            rows.into_iter().filter_map(|row| still_there(&inner, row).transpose()).collect()
        })
        .await
        .map_err(Fault::into_read)
    }

    /// Says that a draft was recorded, where that was not done by an append: it is gone, and is not saved again.
    ///
    /// # Errors
    /// [`DraftError::DiskFull`], [`DraftError::Failed`].
    pub async fn draft_done(&self, owner: Uuid, key: DraftKey) -> Result<(), DraftError> {
        let write = Write::DraftDone(owner, key, self.inner.clock.now_micros());
        self.submit(Vec::new(), write).await.map(|_| ()).map_err(Fault::into_draft)
    }

    /// Throws a draft away; fine if there is none.
    ///
    /// # Errors
    /// [`DraftError::DiskFull`], [`DraftError::Failed`].
    pub async fn draft_delete(&self, owner: Uuid, key: DraftKey) -> Result<(), DraftError> {
        self.submit(Vec::new(), Write::DraftDelete(owner, key)).await.map(|_| ()).map_err(Fault::into_draft)
    }
}

/// A draft may hold an address before anyone has labelled it: the sealed key of the case, or of the
/// person who types.
pub(crate) fn stream_of(owner: Uuid, case: Option<Uuid>) -> StreamId {
    case.map_or_else(|| StreamId::user(owner), StreamId::case)
}

fn bound(owner: Uuid, key: DraftKey, case: Option<Uuid>, version: i64, at_micros: i64, key_id: Uuid) -> Vec<u8> {
    Bound::new("holdfast/draft/1")
        .bytes(owner.as_bytes())
        .bytes(key.0.as_bytes())
        .bytes(case.as_ref().map_or(&[], |case| case.as_bytes().as_slice()))
        .number(version)
        .number(at_micros)
        .bytes(key_id.as_bytes())
        .done()
}

fn prepare(inner: &Inner, put: &DraftPut, at_micros: i64) -> Result<PreparedDraft, Fault> {
    let key = inner.keys.for_writing(stream_of(put.owner, put.case), KeyClass::Sealed)?;
    let version =
        i64::try_from(put.version).map_err(|_| Fault::Failed("the draft's version is too large".to_owned()))?;
    let bound = bound(put.owner, put.key, put.case, version, at_micros, key.id);
    let ciphertext = seal::seal(&key.secret, &bound, &put.content, &*inner.random)
        .ok_or_else(|| Fault::Failed("the draft is too long to be encrypted".to_owned()))?;
    Ok(PreparedDraft {
        owner: put.owner,
        key: put.key,
        case: put.case,
        version: put.version,
        at_micros,
        key_id: key.id,
        ciphertext,
    })
}

/// A draft under another key.
pub(crate) fn reseal(inner: &Inner, row: &PreparedDraft, key: &StreamKey) -> Result<Vec<u8>, Fault> {
    let what = || Fault::Undecryptable { what: format!("The draft {}", row.key.0) };
    let old = inner.keys.by_id(row.key_id, stream_of(row.owner, row.case), KeyClass::Sealed)?;
    let version = i64::try_from(row.version).map_err(|_| what())?;
    let under = |key_id| bound(row.owner, row.key, row.case, version, row.at_micros, key_id);
    let content = seal::open(&old.secret, &under(row.key_id), &row.ciphertext).ok_or_else(what)?;
    seal::seal(&key.secret, &under(key.id), &content, &*inner.random).ok_or_else(what)
}

/// A draft, unless its case was deleted for good. Asked after opening it: the key may go meanwhile.
pub(crate) fn still_there(inner: &Inner, row: PreparedDraft) -> Result<Option<Draft>, Fault> {
    let case = row.case;
    let opened = open(inner, row);
    match case {
        Some(case) if inner.keys.is_shredded(StreamId::case(case))? => Ok(None),
        _ => opened.map(Some),
    }
}

/// A row of the table `draft` has the shape of what was written.
fn open(inner: &Inner, row: PreparedDraft) -> Result<Draft, Fault> {
    let what = || Fault::Undecryptable { what: format!("The draft {}", row.key.0) };
    let key = inner
        .keys
        .by_id(row.key_id, stream_of(row.owner, row.case), KeyClass::Sealed)
        .map_err(|fault| if matches!(fault, Fault::Undecryptable { .. }) { what() } else { fault })?;
    let version = i64::try_from(row.version).map_err(|_| what())?;
    let bound = bound(row.owner, row.key, row.case, version, row.at_micros, row.key_id);
    let content = seal::open(&key.secret, &bound, &row.ciphertext).ok_or_else(what)?;
    Ok(Draft {
        owner: row.owner,
        key: row.key,
        case: row.case,
        version: row.version,
        at_micros: row.at_micros,
        content: content.to_vec(),
    })
}
