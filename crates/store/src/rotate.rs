//! Rotating the keys of the streams: everything is sealed again under other keys, while work goes on.
//!
//! First each stream is given new keys, and whatever is written from then on is under them. Then everything is sealed
//! again; the chain covers commitments and not ciphertexts, so it stays as it is. When nothing is left under the old keys
//! they are destroyed. Interrupted anywhere, both keys are there and everything can be read; begun again, it goes on.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{
    drafts,
    errors::{Fault, OpenError, ReadError, RotateError},
    files,
    ids::{KeyClass, StreamId},
    journal::{self, open_row},
    options::Unlock,
    seal,
    store::{Inner, Store},
    writes::{Done, Resealed, ResealedRow, Write},
};

/// So many rows are sealed again in one commit.
const TOGETHER: usize = 128;
/// So many bytes of them.
const BYTES: usize = 4 * 1024 * 1024;
/// So often it is looked whether something was still written under an old key.
const LOOKS: u32 = 20;

/// What was sealed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// How many streams have other keys now.
    pub streams: u64,
    /// How many rows were sealed again.
    pub rows: u64,
}

impl Store {
    /// Gives every stream other keys and seals everything again under them, while work goes on. `told` hears how many of
    /// how many streams are done.
    ///
    /// # Errors
    /// [`RotateError`]; everything can still be read, and calling it again goes on where it was.
    pub async fn rotate_streams(&self, mut told: impl FnMut(u64, u64) + Send) -> Result<Rotated, RotateError> {
        let streams = self.with_keys(|inner| inner.keys.streams()).await?;
        let resumed = streams.iter().any(|(_, under_way)| *under_way);
        let all = u64::try_from(streams.len()).unwrap_or(u64::MAX);
        let mut rotated = Rotated { streams: 0, rows: 0 };
        for (stream, under_way) in &streams {
            // One that was broken off is finished, and not begun anew.
            if !(resumed && *under_way) {
                match self.submit(Vec::new(), Write::Renew(*stream)).await {
                    Ok(_) | Err(Fault::Shredded { .. }) => {}
                    Err(fault) => return Err(RotateError::Write(fault.into_write())),
                }
            }
        }
        for look in 0..LOOKS {
            for (n, (stream, _)) in streams.iter().enumerate() {
                let rows = self.entries_again(*stream).await?;
                rotated.rows = rotated.rows.saturating_add(rows);
                if look == 0 {
                    told(u64::try_from(n).unwrap_or(u64::MAX).saturating_add(1), all);
                }
            }
            let rows = self.rest_again(None).await?;
            rotated.rows = rotated.rows.saturating_add(rows);
            let left = match self.submit(Vec::new(), Write::OldKeysGone(None)).await {
                Ok(Done::Count(left)) => left,
                Ok(_) => 0,
                Err(fault) => return Err(RotateError::Write(fault.into_write())),
            };
            if left == 0 {
                rotated.streams = all;
                return Ok(rotated);
            }
        }
        Err(RotateError::NeverStill)
    }

    /// Other keys for one stream, under which everything in it is sealed again; what was there before can be opened with
    /// nothing that is here. Called again after it was broken off, it goes on.
    pub(crate) async fn renew_stream(&self, stream: StreamId) -> Result<(), RotateError> {
        for _ in 0..LOOKS {
            self.entries_again(stream).await?;
            self.rest_again(Some(stream)).await?;
            match self.submit(Vec::new(), Write::OldKeysGone(Some(stream))).await {
                Ok(Done::Count(0)) => return Ok(()),
                Ok(_) => {}
                Err(fault) => return Err(RotateError::Write(fault.into_write())),
            }
        }
        Err(RotateError::NeverStill)
    }

    /// Finishes what a change of keys of single streams has left undone; of how many streams.
    ///
    /// # Errors
    /// [`RotateError`]; calling it again goes on where it was.
    pub async fn finish_renewals(&self) -> Result<u64, RotateError> {
        let mut done = 0_u64;
        for (stream, under_way) in self.with_keys(|inner| inner.keys.streams()).await? {
            if under_way {
                self.renew_stream(stream).await?;
                done = done.saturating_add(1);
            }
        }
        Ok(done)
    }

    async fn with_keys<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Inner) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, RotateError> {
        let inner = self.inner.clone();
        self.reading(move |_| read(&inner)).await.map_err(|fault| RotateError::Read(fault.into_read()))
    }

    /// Seals the entries of a stream again; how many.
    async fn entries_again(&self, stream: StreamId) -> Result<u64, RotateError> {
        let (mut after, mut rows) = (0_u64, 0_u64);
        loop {
            let inner = self.inner.clone();
            let found = self.reading(move |engine| {
                if inner.keys.is_shredded(stream)? {
                    return Ok(None);
                }
                let mut batch = Batch::default();
                let mut last = after;
                for row in engine.events_some(stream, after, TOGETHER)? {
                    last = row.header.seq;
                    let key = inner.keys.for_writing(stream, row.header.class)?;
                    // An expunged text stays empty.
                    if row.key_id == key.id || row.ciphertext.is_empty() {
                        continue;
                    }
                    let encoded = row.header.encode();
                    let seq = row.header.seq;
                    let damaged = |why: String| Fault::Damaged { stream, seq, why };
                    let plain = open_row(&inner, &row, &encoded).map_err(damaged)?;
                    let bound = journal::bound(&encoded, key.id);
                    let sealed = seal::seal(&key.secret, &bound, &plain, &*inner.random)
                        .ok_or_else(|| damaged("it is too long".to_owned()))?;
                    batch.add(stream, ResealedRow::Event(seq), row.key_id, key.id, sealed);
                }
                Ok((last > after).then_some((last, batch)))
            });
            let found = match found.await {
                Err(Fault::Shredded { .. }) => return Ok(rows),
                other => other.map_err(|fault| RotateError::Read(fault.into_read()))?,
            };
            let Some((last, batch)) = found else { return Ok(rows) };
            after = last;
            rows = rows.saturating_add(self.write_again(batch).await?);
        }
    }

    /// Seals drafts and files (of one stream, or of all) again; how many rows.
    async fn rest_again(&self, only: Option<StreamId>) -> Result<u64, RotateError> {
        let mut rows = 0_u64;
        let inner = self.inner.clone();
        let drafts = self.again(move |engine| {
            let mut batch = Batch::default();
            for row in engine.drafts(None)? {
                let stream = drafts::stream_of(row.owner, row.case);
                if only.is_some_and(|only| only != stream) {
                    continue;
                }
                if let Some((key_id, sealed)) =
                    current(&inner, stream, KeyClass::Sealed, row.key_id, |key| drafts::reseal(&inner, &row, key))?
                {
                    let place = ResealedRow::Draft(row.owner, row.key, row.version);
                    batch.add(stream, place, row.key_id, key_id, sealed);
                }
            }
            Ok(batch)
        });
        rows = rows.saturating_add(self.write_again(drafts.await?).await?);
        let inner = self.inner.clone();
        let heads = self.again(move |engine| {
            let mut batch = Batch::default();
            for row in engine.files_all()? {
                let stream = StreamId::case(row.case);
                if only.is_some_and(|only| only != stream) {
                    continue;
                }
                if let Some((key_id, sealed)) =
                    current(&inner, stream, row.class, row.key_id, |key| files::reseal_head(&inner, &row, key))?
                {
                    batch.add(stream, ResealedRow::File(row.case, row.address), row.key_id, key_id, sealed);
                }
            }
            Ok(batch)
        });
        rows = rows.saturating_add(self.write_again(heads.await?).await?);
        let inner = self.inner.clone();
        let pieces = self.again(move |engine| {
            let mut left = Vec::new();
            for (case, blob, n, class, key_id) in engine.pieces_all()? {
                let stream = StreamId::case(case);
                if only.is_some_and(|only| only != stream) {
                    continue;
                }
                if current(&inner, stream, class, key_id, |_| Ok(Vec::new()))?.is_some() {
                    left.push((case, blob, n));
                }
            }
            Ok(left)
        });
        for (case, blob, n) in pieces.await? {
            let inner = self.inner.clone();
            let piece = self.again(move |engine| {
                let mut batch = Batch::default();
                let stream = StreamId::case(case);
                if let Some(row) = engine.piece(case, blob, n)?
                    && let Some((key_id, sealed)) = current(&inner, stream, row.class, row.key_id, |key| {
                        files::reseal_piece(&inner, &row, key)
                    })?
                {
                    batch.add(stream, ResealedRow::Piece(case, blob, n), row.key_id, key_id, sealed);
                }
                Ok(batch)
            });
            rows = rows.saturating_add(self.write_again(piece.await?).await?);
        }
        Ok(rows)
    }

    async fn again<T: Send + 'static>(
        &self,
        read: impl FnOnce(&crate::engine::reader::Reader<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, RotateError> {
        self.reading(read).await.map_err(|fault| RotateError::Read(fault.into_read()))
    }

    async fn write_again(&self, batch: Batch) -> Result<u64, RotateError> {
        let mut rows = 0_u64;
        for (stream, mut all) in batch.0 {
            while !all.is_empty() {
                let (mut some, mut bytes) = (Vec::new(), 0_usize);
                while let Some(one) = all.pop() {
                    bytes = bytes.saturating_add(one.ciphertext.len());
                    some.push(one);
                    if some.len() >= TOGETHER || bytes >= BYTES {
                        break;
                    }
                }
                rows = rows.saturating_add(u64::try_from(some.len()).unwrap_or(u64::MAX));
                let keys = some.iter().map(|one| one.key_id).collect();
                match self.submit(keys, Write::Reseal(stream, some)).await {
                    // Lost to another process's rotation, or deleted meanwhile: the next look sees to it.
                    Ok(_) | Err(Fault::Shredded { .. } | Fault::KeyRace) => {}
                    Err(fault) => return Err(RotateError::Write(fault.into_write())),
                }
            }
        }
        Ok(rows)
    }
}

/// Rows that were sealed again, by stream.
#[derive(Default)]
struct Batch(HashMap<StreamId, Vec<Resealed>>);

impl Batch {
    fn add(&mut self, stream: StreamId, row: ResealedRow, old: Uuid, key_id: Uuid, ciphertext: Vec<u8>) {
        self.0.entry(stream).or_default().push(Resealed { row, old, key_id, ciphertext });
    }
}

/// What `seal` makes with the current key of the stream, unless the row is under it or its stream was deleted for good.
fn current(
    inner: &Inner,
    stream: StreamId,
    class: KeyClass,
    under: Uuid,
    seal: impl FnOnce(&crate::keys::StreamKey) -> Result<Vec<u8>, Fault>,
) -> Result<Option<(Uuid, Vec<u8>)>, Fault> {
    let key = match inner.keys.for_writing(stream, class) {
        Err(Fault::Shredded { .. }) => return Ok(None),
        other => other?,
    };
    if key.id == under {
        return Ok(None);
    }
    Ok(Some((key.id, seal(&key)?)))
}

impl Store {
    /// Another instance key: what `unlock` names opens the store from now on, and nothing else does. Processes that are
    /// running go on.
    ///
    /// # Errors
    /// [`OpenError`], as when a store is made.
    pub async fn rotate_instance(&self, unlock: Unlock) -> Result<(), OpenError> {
        let (inner, dir) = (self.inner.clone(), self.inner.place.label());
        tokio::task::spawn_blocking(move || inner.keys.renew_instance(&unlock, &inner.place))
            .await
            .unwrap_or_else(|why| Err(OpenError::Failed { dir, why: why.to_string() }))
    }

    /// Another agency key. Every other process must be started again, and so must this one: close the store and open it,
    /// then drop the index and build it again. Sessions end.
    ///
    /// # Errors
    /// [`ReadError::Failed`]; then nothing was changed.
    pub async fn rotate_agency(&self) -> Result<(), ReadError> {
        let inner = self.inner.clone();
        self.reading(move |_| inner.keys.renew_agency()).await.map_err(Fault::into_read)
    }
}
