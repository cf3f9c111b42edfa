//! Attached files: sealed piece by piece as they come, so that no file is ever whole in memory.
//!
//! A file is known by its content and its case; the address under which it lies can be found only with the agency's key,
//! so that nobody with the disk can ask whether a certain file is in a certain case. A piece is bound to its case, its
//! file and its place in it. A file that no entry was recorded for is cleaned up.

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    errors::{Fault, ReadError, WriteError},
    ids::{KeyClass, StreamId},
    keys::StreamKey,
    options::random,
    seal::{self, Bound},
    store::{Inner, Store},
    writes::Write,
};

/// Bytes of a piece.
const PIECE: usize = 256 * 1024;
/// Pieces of an upload that was never finished are cleaned up after so long.
const UNFINISHED_MICROS: i64 = 24 * 3_600 * 1_000_000;

/// A file that has come whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredFile {
    /// BLAKE3 of its bytes.
    pub hash: [u8; 32],
    /// How many bytes.
    pub size: u64,
}

/// Where the pieces of a file are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileHead {
    /// What it is.
    pub file: StoredFile,
    /// How many pieces.
    pub pieces: u32,
    /// Whether an entry was recorded for it.
    pub recorded: bool,
    case: Uuid,
    class: KeyClass,
    blob: Uuid,
}

/// A row of the table `file`.
pub(crate) struct FileRow {
    pub(crate) case: Uuid,
    pub(crate) address: [u8; 32],
    pub(crate) blob: Uuid,
    pub(crate) class: KeyClass,
    pub(crate) pieces: i64,
    /// Until when it is kept without an entry; the largest number once there is one.
    pub(crate) keep_until: i64,
    pub(crate) key_id: Uuid,
    pub(crate) ciphertext: Vec<u8>,
}

/// A row of the table `piece`.
pub(crate) struct PieceRow {
    pub(crate) case: Uuid,
    pub(crate) blob: Uuid,
    pub(crate) class: KeyClass,
    pub(crate) n: i64,
    pub(crate) at_micros: i64,
    pub(crate) key_id: Uuid,
    pub(crate) ciphertext: Vec<u8>,
}

/// A file that is coming in.
pub struct Incoming {
    store: Store,
    case: Uuid,
    class: KeyClass,
    blob: Uuid,
    pieces: i64,
    size: u64,
    hasher: blake3::Hasher,
    waiting: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Incoming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Incoming").field("blob", &self.blob).field("size", &self.size).finish_non_exhaustive()
    }
}

impl Incoming {
    /// Takes the next bytes over. Whole pieces go to the disk at once.
    ///
    /// # Errors
    /// [`WriteError::DiskFull`], [`WriteError::Failed`].
    pub async fn write(&mut self, mut bytes: &[u8]) -> Result<(), WriteError> {
        self.hasher.update(bytes);
        self.size = self.size.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        while !bytes.is_empty() {
            let room = PIECE.saturating_sub(self.waiting.len()).min(bytes.len());
            let (now, later) = bytes.split_at_checked(room).unwrap_or((bytes, &[]));
            self.waiting.extend_from_slice(now);
            bytes = later;
            if self.waiting.len() >= PIECE {
                self.put().await?;
            }
        }
        Ok(())
    }

    /// How many bytes have come.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// All bytes have come. The file is kept until then, and for as long as the case once an entry is recorded for it.
    ///
    /// # Errors
    /// As [`Incoming::write`].
    pub async fn finish(mut self, keep_until_micros: i64) -> Result<StoredFile, WriteError> {
        if !self.waiting.is_empty() {
            self.put().await?;
        }
        let file = StoredFile { hash: *self.hasher.finalize().as_bytes(), size: self.size };
        let (inner, case, class, blob, pieces) =
            (self.store.inner.clone(), self.case, self.class, self.blob, self.pieces);
        let mut tries = 0_u8;
        loop {
            let shared = inner.clone();
            let row = tokio::task::spawn_blocking(move || {
                head_row(&shared, case, class, blob, pieces, keep_until_micros, &file)
            })
            .await
            .unwrap_or_else(|why| Err(Fault::Failed(why.to_string())))
            .map_err(Fault::into_write)?;
            match self.store.submit(vec![row.key_id], Write::File(row)).await {
                Ok(_) => return Ok(file),
                Err(Fault::KeyRace) if tries < 3 => tries = tries.saturating_add(1),
                Err(fault) => return Err(fault.into_write()),
            }
        }
    }

    /// The file is not wanted after all.
    ///
    /// # Errors
    /// As [`Incoming::write`].
    pub async fn abandon(self) -> Result<(), WriteError> {
        let gone = Write::PiecesGone(self.case, self.blob);
        self.store.submit(Vec::new(), gone).await.map(|_| ()).map_err(Fault::into_write)
    }

    async fn put(&mut self) -> Result<(), WriteError> {
        let plain = std::mem::replace(&mut self.waiting, Zeroizing::new(Vec::with_capacity(PIECE)));
        let plain = std::sync::Arc::new(plain);
        let mut tries = 0_u8;
        loop {
            let (inner, plain) = (self.store.inner.clone(), plain.clone());
            let (case, class, blob, n) = (self.case, self.class, self.blob, self.pieces);
            let row = tokio::task::spawn_blocking(move || piece_row(&inner, case, class, blob, n, &plain))
                .await
                .unwrap_or_else(|why| Err(Fault::Failed(why.to_string())))
                .map_err(Fault::into_write)?;
            match self.store.submit(vec![row.key_id], Write::Piece(row)).await {
                Ok(_) => break,
                Err(Fault::KeyRace) if tries < 3 => tries = tries.saturating_add(1),
                Err(fault) => return Err(fault.into_write()),
            }
        }
        self.pieces = self.pieces.saturating_add(1);
        Ok(())
    }
}

impl Store {
    /// Begins to take a file in.
    #[must_use]
    pub fn file_begin(&self, case: Uuid, class: KeyClass) -> Incoming {
        Incoming {
            case,
            class,
            blob: Uuid::from_bytes(random(&*self.inner.random)),
            pieces: 0,
            size: 0,
            hasher: blake3::Hasher::new(),
            waiting: Zeroizing::new(Vec::with_capacity(PIECE)),
            store: self.clone(),
        }
    }

    /// The file of a case with this content, if it has come whole.
    ///
    /// # Errors
    /// [`ReadError::Undecryptable`] if its head was changed or its key is gone, [`ReadError::Failed`].
    pub async fn file_find(&self, case: Uuid, hash: [u8; 32]) -> Result<Option<FileHead>, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| {
            for class in [KeyClass::Ordinary, KeyClass::Sealed] {
                if let Some(row) = engine.file(case, &address(&inner, case, class, &hash))? {
                    let head = open_head(&inner, &row);
                    // Asked afterwards: the keys may go while we read.
                    return if inner.keys.is_shredded(StreamId::case(case))? { Ok(None) } else { head.map(Some) };
                }
            }
            Ok(None)
        })
        .await
        .map_err(Fault::into_read)
    }

    /// One piece of a file, from 0.
    ///
    /// # Errors
    /// [`ReadError::Undecryptable`] if it was changed, moved or is gone, [`ReadError::Failed`].
    pub async fn file_piece(&self, head: &FileHead, n: u32) -> Result<Zeroizing<Vec<u8>>, ReadError> {
        let (inner, case, blob, class) = (self.inner.clone(), head.case, head.blob, head.class);
        self.reading(move |engine| {
            let row = engine.piece(case, blob, i64::from(n))?.filter(|row| row.class == class);
            let piece = row.ok_or_else(|| lost(blob)).and_then(|row| open_piece(&inner, &row));
            let stream = StreamId::case(case);
            if inner.keys.is_shredded(stream)? { Err(Fault::Shredded { stream }) } else { piece }
        })
        .await
        .map_err(Fault::into_read)
    }

    /// Throws a file away that no entry was recorded for. Fine if there is none.
    ///
    /// # Errors
    /// [`WriteError::Failed`].
    pub async fn file_discard(&self, case: Uuid, hash: [u8; 32]) -> Result<(), WriteError> {
        for class in [KeyClass::Ordinary, KeyClass::Sealed] {
            let gone = Write::FileGone(case, address(&self.inner, case, class, &hash));
            self.submit(Vec::new(), gone).await.map_err(Fault::into_write)?;
        }
        Ok(())
    }

    /// Cleans up files that no entry was recorded for in time, and what is left of uploads that broke off. How many
    /// files and pieces went.
    ///
    /// # Errors
    /// [`WriteError::Failed`].
    pub async fn files_sweep(&self) -> Result<u64, WriteError> {
        let now = self.inner.clock.now_micros();
        let sweep = Write::FilesSweep { now, unfinished_before: now.saturating_sub(UNFINISHED_MICROS) };
        match self.submit(Vec::new(), sweep).await.map_err(Fault::into_write)? {
            crate::writes::Done::Count(rows) => Ok(rows),
            _ => Ok(0),
        }
    }
}

/// Where a file of a case lies.
pub(crate) fn address(inner: &Inner, case: Uuid, class: KeyClass, hash: &[u8; 32]) -> [u8; 32] {
    let bound = Bound::new("holdfast/address/1").bytes(case.as_bytes()).number(class.code()).bytes(hash).done();
    *blake3::keyed_hash(inner.keys.files().bytes(), &bound).as_bytes()
}

fn piece_bound(row: &PieceRow, key_id: Uuid) -> Vec<u8> {
    Bound::new("holdfast/piece/1")
        .bytes(row.case.as_bytes())
        .bytes(row.blob.as_bytes())
        .number(row.class.code())
        .number(row.n)
        .number(row.at_micros)
        .bytes(key_id.as_bytes())
        .done()
}

fn head_bound(row: &FileRow, key_id: Uuid) -> Vec<u8> {
    Bound::new("holdfast/file/1")
        .bytes(row.case.as_bytes())
        .bytes(&row.address)
        .bytes(row.blob.as_bytes())
        .number(row.class.code())
        .number(row.pieces)
        .bytes(key_id.as_bytes())
        .done()
}

fn piece_row(
    inner: &Inner,
    case: Uuid,
    class: KeyClass,
    blob: Uuid,
    n: i64,
    plain: &[u8],
) -> Result<PieceRow, Fault> {
    let key = inner.keys.for_writing(StreamId::case(case), class)?;
    let at_micros = inner.clock.now_micros();
    let mut row = PieceRow { case, blob, class, n, at_micros, key_id: key.id, ciphertext: Vec::new() };
    row.ciphertext = seal::seal(&key.secret, &piece_bound(&row, row.key_id), plain, &*inner.random)
        .ok_or_else(|| Fault::Failed("a piece of the file is too long to be encrypted".to_owned()))?;
    Ok(row)
}

fn head_row(
    inner: &Inner,
    case: Uuid,
    class: KeyClass,
    blob: Uuid,
    pieces: i64,
    keep_until: i64,
    file: &StoredFile,
) -> Result<FileRow, Fault> {
    let key = inner.keys.for_writing(StreamId::case(case), class)?;
    let address = address(inner, case, class, &file.hash);
    let mut row =
        FileRow { case, address, blob, class, pieces, keep_until, key_id: key.id, ciphertext: Vec::new() };
    let mut plain = Zeroizing::new(Vec::with_capacity(40));
    plain.extend_from_slice(&file.hash);
    plain.extend_from_slice(&file.size.to_le_bytes());
    row.ciphertext = seal::seal(&key.secret, &head_bound(&row, row.key_id), &plain, &*inner.random)
        .ok_or_else(|| Fault::Failed("the head of the file cannot be encrypted".to_owned()))?;
    Ok(row)
}

fn lost(blob: Uuid) -> Fault {
    Fault::Undecryptable { what: format!("The file {blob}") }
}

/// The head of a file under another key.
pub(crate) fn reseal_head(inner: &Inner, row: &FileRow, key: &StreamKey) -> Result<Vec<u8>, Fault> {
    let what = || lost(row.blob);
    let old = inner.keys.by_id(row.key_id, StreamId::case(row.case), row.class)?;
    let plain = seal::open(&old.secret, &head_bound(row, row.key_id), &row.ciphertext).ok_or_else(what)?;
    seal::seal(&key.secret, &head_bound(row, key.id), &plain, &*inner.random).ok_or_else(what)
}

/// A piece of a file under another key.
pub(crate) fn reseal_piece(inner: &Inner, row: &PieceRow, key: &StreamKey) -> Result<Vec<u8>, Fault> {
    let plain = open_piece(inner, row)?;
    seal::seal(&key.secret, &piece_bound(row, key.id), &plain, &*inner.random).ok_or_else(|| lost(row.blob))
}

/// The head of a file, if it is what was stored.
pub(crate) fn open_head(inner: &Inner, row: &FileRow) -> Result<FileHead, Fault> {
    let what = || lost(row.blob);
    let key = inner.keys.by_id(row.key_id, StreamId::case(row.case), row.class)?;
    let plain = seal::open(&key.secret, &head_bound(row, row.key_id), &row.ciphertext).ok_or_else(what)?;
    let (hash, rest) = plain.split_first_chunk::<32>().ok_or_else(what)?;
    let size = u64::from_le_bytes(rest.try_into().map_err(|_| what())?);
    let pieces = u32::try_from(row.pieces).map_err(|_| what())?;
    Ok(FileHead {
        file: StoredFile { hash: *hash, size },
        pieces,
        recorded: row.keep_until == i64::MAX,
        case: row.case,
        class: row.class,
        blob: row.blob,
    })
}

/// A piece of a file, if it is what was stored.
pub(crate) fn open_piece(inner: &Inner, row: &PieceRow) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let key = inner.keys.by_id(row.key_id, StreamId::case(row.case), row.class)?;
    seal::open(&key.secret, &piece_bound(row, row.key_id), &row.ciphertext).ok_or_else(|| lost(row.blob))
}

/// Whether the pieces of a file are what was stored, all of them and nothing else.
pub(crate) fn check_whole(
    inner: &Inner,
    head: &FileHead,
    mut piece: impl FnMut(Uuid, Uuid, i64) -> Result<Option<PieceRow>, Fault>,
) -> Result<(), Fault> {
    let mut hasher = blake3::Hasher::new();
    for n in 0..head.pieces {
        let row = piece(head.case, head.blob, i64::from(n))?.ok_or_else(|| lost(head.blob))?;
        hasher.update(&open_piece(inner, &row)?);
    }
    if hasher.finalize() == blake3::Hash::from_bytes(head.file.hash) { Ok(()) } else { Err(lost(head.blob)) }
}
