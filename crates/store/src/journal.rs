//! Appending to the journal and reading it: the only way a record comes into being.

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    chain::{self, Header},
    engine::reader::Reader,
    errors::{AppendError, Fault, ReadError, is_code},
    expunge,
    ids::{DraftKey, KeyClass, StreamId, StreamKind},
    index::{IndexChange, prepare_changes},
    options::random,
    seal::{self, Bound},
    store::{Inner, Store},
    writes::{Done, PreparedAppend, SealedEvent, Write},
};

/// One form, one visit, one import of a case: recorded whole or not at all.
#[derive(Clone, Debug)]
pub struct Append {
    /// Where.
    pub stream: StreamId,
    /// The head the caller has seen; 0 for a new stream.
    pub expected: u64,
    /// What; at least one.
    pub events: Vec<NewEvent>,
    /// Drafts that are finished by this (owner, key); deleted in the same transaction.
    pub drafts_done: Vec<(Uuid, DraftKey)>,
    /// What the index shall say from now on; changed in the same transaction.
    pub index: Vec<IndexChange>,
}

/// An entry to be recorded.
#[derive(Clone)]
pub struct NewEvent {
    /// What kind of event; a code, stored in clear.
    pub tag: String,
    /// Version of the payload's form, per tag.
    pub version: u16,
    /// Which key protects it.
    pub class: KeyClass,
    /// The words; stored encrypted.
    pub payload: Vec<u8>,
}

impl std::fmt::Debug for NewEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewEvent").field("tag", &self.tag).field("version", &self.version).finish_non_exhaustive()
    }
}

/// An entry as it was recorded.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its place in the stream, from 1.
    pub seq: u64,
    /// What kind of event.
    pub tag: String,
    /// Version of the payload's form.
    pub version: u16,
    /// Which key protects it.
    pub class: KeyClass,
    /// When it was recorded, microseconds since the Unix epoch.
    pub at_micros: i64,
    /// The words.
    pub payload: Vec<u8>,
    /// Its text was taken out for good, and a later event says so; the payload is empty.
    pub expunged: bool,
}

impl std::fmt::Debug for StoredEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoredEvent").field("seq", &self.seq).field("tag", &self.tag).finish_non_exhaustive()
    }
}

/// The acknowledgement: it is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The stream's head now.
    pub head: u64,
    /// When it was recorded, microseconds since the Unix epoch.
    pub at_micros: i64,
}

/// Above this much text, sealing moves off the tasks that serve pages.
const INLINE: usize = 64 * 1024;

impl Store {
    /// Records `append` if the stream's head is still where the caller saw it. Returns after the
    /// commit has reached the disk, never before.
    ///
    /// # Errors
    /// [`AppendError::Stale`] if someone was first, [`AppendError::DiskFull`], and what else the
    /// variants say; nothing of the append is recorded then.
    pub async fn append(&self, append: Append) -> Result<Appended, AppendError> {
        self.append_and(append, Vec::new()).await
    }

    /// Appends, and empties these places of the stream in the same commit.
    pub(crate) async fn append_and(&self, append: Append, expunge: Vec<u64>) -> Result<Appended, AppendError> {
        let expected = append.expected;
        if append.events.is_empty() {
            return Err(AppendError::Empty);
        }
        check_codes(&append)?;
        let size = append.events.iter().map(|event| event.payload.len()).fold(0_usize, usize::saturating_add);
        let append = std::sync::Arc::new((append, expunge));
        let mut tries = 0_u8;
        loop {
            let known = self.inner.keys.knows(append.0.stream, append.0.events.iter().map(|event| event.class));
            let prepared = if known && size < INLINE {
                prepare(&self.inner, &append.0, &append.1)
            } else {
                let (inner, append) = (self.inner.clone(), append.clone());
                tokio::task::spawn_blocking(move || prepare(&inner, &append.0, &append.1))
                    .await
                    .unwrap_or_else(|why| Err(Fault::Failed(why.to_string())))
            }
            .map_err(|fault| fault.into_append(expected))?;
            let (keys, at_micros, write) = prepared;
            match self.submit(keys, write).await {
                Ok(Done::Head(head)) => return Ok(Appended { head, at_micros }),
                Ok(_) => return Err(AppendError::Failed { why: "the writer answered something else".to_owned() }),
                Err(Fault::KeyRace) if tries < 3 => tries = tries.saturating_add(1),
                Err(fault) => return Err(fault.into_append(expected)),
            }
        }
    }

    /// The entries of `stream` after `after_seq`, in order and without a gap.
    ///
    /// # Errors
    /// [`ReadError::Damaged`] if an entry is missing, changed or cannot be opened: a part of a
    /// record is never passed off as the whole. [`ReadError::Shredded`] if it was deleted for good.
    pub async fn read(&self, stream: &StreamId, after_seq: u64) -> Result<Vec<StoredEvent>, ReadError> {
        let (stream, inner) = (*stream, self.inner.clone());
        self.reading(move |engine| {
            let mut events = opened(&inner, engine, stream, after_seq);
            // Its keys may have been changed between reading the row and looking for the key.
            if matches!(events, Err(Fault::Damaged { .. })) {
                events = opened(&inner, engine, stream, after_seq);
            }
            // Asked afterwards: its keys may go while we read, and what was read before is not shown any more.
            if inner.keys.is_shredded(stream)? { Err(Fault::Shredded { stream }) } else { events }
        })
        .await
        .map_err(Fault::into_read)
    }

    /// How many entries `stream` has; 0 if there is no such stream.
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub async fn head(&self, stream: &StreamId) -> Result<u64, ReadError> {
        let stream = *stream;
        self.reading(move |engine| engine.head(stream)).await.map_err(Fault::into_read)
    }

    /// All streams of a kind with their heads, by id; without those that were deleted for good.
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub async fn streams(&self, kind: StreamKind) -> Result<Vec<(StreamId, u64)>, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| {
            let mut streams = engine.streams(kind)?;
            let gone = inner.keys.shredded()?;
            streams.retain(|(stream, _)| !gone.contains(stream));
            Ok(streams)
        })
        .await
        .map_err(Fault::into_read)
    }
}

/// The entries of a stream, all or none.
fn opened(inner: &Inner, reader: &Reader<'_>, stream: StreamId, after_seq: u64) -> Result<Vec<StoredEvent>, Fault> {
    let (head, rows) = reader.events(stream, after_seq)?;
    let missing = |seq: u64| Fault::Damaged { stream, seq, why: "it is missing".to_owned() };
    let mut events = Vec::with_capacity(rows.len());
    let mut next = after_seq;
    let (mut empty, mut named) = (Vec::new(), Vec::new());
    for row in rows {
        next = next.saturating_add(1);
        if row.header.seq != next {
            return Err(missing(next));
        }
        if row.ciphertext.is_empty() {
            empty.push(next);
        }
        events.push(open_event(inner, row, &mut named)?);
    }
    if let Some(seq) = empty.into_iter().find(|seq| !named.contains(seq)) {
        return Err(Fault::Damaged { stream, seq, why: expunge::SILENT.to_owned() });
    }
    // Put back behind our back, it is not shown again.
    if let Some(event) = events.iter().find(|event| !event.expunged && named.contains(&event.seq)) {
        return Err(Fault::Damaged { stream, seq: event.seq, why: expunge::BACK.to_owned() });
    }
    if next < head { Err(missing(next.saturating_add(1))) } else { Ok(events) }
}

fn check_codes(append: &Append) -> Result<(), AppendError> {
    if !append.events.iter().all(|event| is_code(&event.tag)) {
        return Err(AppendError::NotACode { field: "tag" });
    }
    crate::index::check_codes(&append.index).map_err(|field| AppendError::NotACode { field })
}

fn prepare(inner: &Inner, append: &Append, expunge: &[u64]) -> Result<(Vec<Uuid>, i64, Write), Fault> {
    let at_micros = inner.clock.now_micros();
    let mut events = Vec::with_capacity(append.events.len());
    let mut keys = Vec::new();
    let mut seq = append.expected;
    for event in &append.events {
        seq = seq.saturating_add(1);
        let key = inner.keys.for_writing(append.stream, event.class)?;
        let header = Header {
            stream: append.stream,
            seq,
            tag: event.tag.clone(),
            version: event.version,
            class: event.class,
            at_micros,
        };
        let encoded = header.encode();
        let salt: [u8; 32] = random(&*inner.random);
        let payload = expunge::with_places(&event.tag, expunge, &event.payload);
        let commitment = chain::commitment(&salt, &encoded, &payload);
        let plain = chain::salted(&salt, &payload);
        let ciphertext = seal::seal(&key.secret, &bound(&encoded, key.id), &plain, &*inner.random)
            .ok_or_else(|| Fault::Failed("the entry is too long to be encrypted".to_owned()))?;
        if !keys.contains(&key.id) {
            keys.push(key.id);
        }
        events.push(SealedEvent { header, encoded, key_id: key.id, ciphertext, commitment });
    }
    let index = prepare_changes(inner, &append.index)?;
    let drafts_done = append.drafts_done.clone();
    let write = PreparedAppend {
        stream: append.stream,
        expected: append.expected,
        events,
        drafts_done,
        index,
        expunge: expunge.to_vec(),
    };
    Ok((keys, at_micros, Write::Append(write)))
}

/// What an entry's ciphertext is bound to.
pub(crate) fn bound(encoded_header: &[u8], key_id: Uuid) -> Vec<u8> {
    Bound::new("holdfast/entry/1").bytes(encoded_header).bytes(key_id.as_bytes()).done()
}

/// A row of the table `event`, read but not opened.
pub(crate) struct EventRow {
    pub(crate) header: Header,
    pub(crate) key_id: Uuid,
    pub(crate) ciphertext: Vec<u8>,
    pub(crate) commitment: chain::Hash,
    pub(crate) chain: chain::Hash,
}

/// Salt and payload of a row, if they are what was recorded.
pub(crate) fn open_row(inner: &Inner, row: &EventRow, encoded: &[u8]) -> Result<Zeroizing<Vec<u8>>, String> {
    let key = inner.keys.by_id(row.key_id, row.header.stream, row.header.class).map_err(|fault| fault.why())?;
    let plain = seal::open(&key.secret, &bound(encoded, row.key_id), &row.ciphertext)
        .ok_or_else(|| "it does not open with its key".to_owned())?;
    let (salt, payload) = chain::unsalted(&plain).ok_or_else(|| "it is too short".to_owned())?;
    if chain::commitment(salt, encoded, payload) != row.commitment {
        return Err("its commitment does not fit".to_owned());
    }
    Ok(plain)
}

fn open_event(inner: &Inner, row: EventRow, named: &mut Vec<u64>) -> Result<StoredEvent, Fault> {
    if row.ciphertext.is_empty() {
        let Header { seq, tag, version, class, at_micros, .. } = row.header;
        return Ok(StoredEvent { seq, tag, version, class, at_micros, payload: Vec::new(), expunged: true });
    }
    let encoded = row.header.encode();
    let (stream, seq) = (row.header.stream, row.header.seq);
    let plain = open_row(inner, &row, &encoded).map_err(|why| Fault::Damaged { stream, seq, why })?;
    let payload = chain::unsalted(&plain).map(|(_, payload)| payload).unwrap_or_default();
    let Header { tag, version, class, at_micros, .. } = row.header;
    let (places, payload) = expunge::places(&tag, payload).ok_or_else(|| Fault::Damaged {
        stream,
        seq,
        why: "what it took out cannot be read".to_owned(),
    })?;
    named.extend(places);
    Ok(StoredEvent { seq, tag, version, class, at_micros, payload: payload.to_vec(), expunged: false })
}
