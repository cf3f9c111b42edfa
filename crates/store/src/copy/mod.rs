//! Copies of a store for a backup: what was added and changed since the last one, from one moment, while it is in use.
//!
//! A copy holds rows as they lie in the database, sealed; who has it reads ids, sizes and times. The keystore is copied
//! apart, and always whole: only so does an old copy of it forget keys that were destroyed since.

pub(crate) mod cells;
pub(crate) mod fill;
pub(crate) mod marks;
pub(crate) mod record;
pub(crate) mod table;

use tokio::sync::mpsc;

use crate::{
    engine::Conn,
    errors::{Fault, ReadError},
    ids::{StreamId, StreamKind},
    seal,
    store::Store,
};
use cells::each_row;
use marks::{CopyMarks, Named};
use record::{Record, write_cells};
use table::{ACCESS, Cell, DATA, EVENT, Growth, HEADS, KEYS, RESEALED, SERVER, SHREDDED, STREAM, Table};

/// What was copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// How far the copy has come now.
    pub marks: CopyMarks,
    /// How many rows were put in or taken out.
    pub rows: u64,
    /// How many of them are entries of the journal.
    pub entries: u64,
}

/// The keystore, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeysCopy {
    /// Its rows; the keys in it are wrapped.
    pub rows: Vec<u8>,
    /// How often agency or case keys were changed: copies of different epochs hold different keys.
    pub epoch: u64,
}

const MARKS: &[u8] = b"holdfast/copy-marks/1";

impl Store {
    /// Sends what was added and changed since `since` (everything, without it) in parts of about `part` bytes, from one
    /// moment. The last part has been sent when this returns.
    ///
    /// # Errors
    /// [`ReadError::Failed`], also if nobody takes the parts any more.
    pub async fn copy_since(
        &self,
        since: Option<CopyMarks>,
        part: usize,
        parts: mpsc::Sender<Vec<u8>>,
    ) -> Result<Copied, ReadError> {
        self.reading(move |engine| {
            let mut parts = Parts { part, parts, waiting: Vec::new(), rows: 0, entries: 0 };
            let marks = engine.at_one_moment(|| changes(engine.0, since.unwrap_or_default(), &mut parts))?;
            parts.flush()?;
            Ok(Copied { marks, rows: parts.rows, entries: parts.entries })
        })
        .await
        .map_err(Fault::into_read)
    }

    /// The keystore, whole. Take it after the data: then it holds the keys of all that was copied.
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub async fn copy_keys(&self) -> Result<KeysCopy, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |_| inner.keys.copy()).await.map_err(Fault::into_read)
    }

    /// How often agency or case keys were changed; see [`KeysCopy::epoch`].
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub async fn keys_epoch(&self) -> Result<u64, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |_| inner.keys.epoch()).await.map_err(Fault::into_read)
    }

    /// Marks as bytes that only this store can read.
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub fn seal_marks(&self, marks: &CopyMarks) -> Result<Vec<u8>, ReadError> {
        let inner = &self.inner;
        seal::seal(inner.keys.copies(), MARKS, &marks.encode(), &*inner.random)
            .ok_or_else(|| ReadError::Failed { why: "the marks of the backup are too long".to_owned() })
    }

    /// The marks again; `None` if they are another store's, were changed, or the agency's key is another since.
    #[must_use]
    pub fn open_marks(&self, sealed: &[u8]) -> Option<CopyMarks> {
        CopyMarks::decode(&seal::open(self.inner.keys.copies(), MARKS, sealed)?)
    }
}

/// Collects records into parts.
struct Parts {
    part: usize,
    parts: mpsc::Sender<Vec<u8>>,
    waiting: Vec<u8>,
    rows: u64,
    entries: u64,
}

impl Parts {
    fn add(&mut self, record: &Record) -> Result<(), Fault> {
        record.write(&mut self.waiting);
        self.rows = self.rows.saturating_add(1);
        if record.table == EVENT.code {
            self.entries = self.entries.saturating_add(1);
        }
        if self.waiting.len() >= self.part { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), Fault> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        self.parts
            .blocking_send(std::mem::take(&mut self.waiting))
            .map_err(|_| Fault::Failed("the backup was broken off".to_owned()))
    }
}

fn changes(engine: &Conn, since: CopyMarks, parts: &mut Parts) -> Result<CopyMarks, Fault> {
    let mut marks = CopyMarks::default();
    // Which streams had entries changed in place, before their new entries are asked for.
    let resealed = changed(engine, &RESEALED, &since, &mut CopyMarks::default())?;
    let resealed: Vec<Vec<u8>> = resealed.iter().map(|key| bytes(key)).collect();
    for table in DATA {
        match table.growth {
            Growth::Rows(_) => {
                for key in changed(engine, table, &since, &mut marks)? {
                    each_row(engine, table.select_one(), &key, table.columns, &mut |cells| {
                        parts.add(&Record { table: table.code, put: true, cells })
                    })?;
                }
                gone(table, &since, &marks, parts)?;
            }
            Growth::Added => {
                for (owner, end) in ends(engine, table)? {
                    let named = (table.code, bytes(&owner));
                    let again = table.code == EVENT.code && resealed.contains(&named.1);
                    let after = if again { 0 } else { since.ends.get(&named).copied().unwrap_or(0) };
                    if end > after {
                        let mut values = owner.clone();
                        values.push(Cell::Number(i64::try_from(after).unwrap_or(i64::MAX)));
                        each_row(engine, table.select_after(), &values, table.columns, &mut |cells| {
                            parts.add(&Record { table: table.code, put: true, cells })
                        })?;
                    }
                    marks.ends.insert(named, end);
                }
            }
        }
    }
    Ok(marks)
}

/// The keys of rows that are new or changed; all rows go into `marks`.
fn changed(
    engine: &Conn,
    table: &Table,
    since: &CopyMarks,
    marks: &mut CopyMarks,
) -> Result<Vec<Vec<Cell>>, Fault> {
    let columns = table.print_columns();
    let mut found = Vec::new();
    each_row(engine, table.select_all(&columns), &[], &columns, &mut |mut cells| {
        let print = bytes(cells.get(table.key..).unwrap_or_default());
        let print = u64::from_le_bytes(blake3::hash(&print).as_bytes().first_chunk().copied().unwrap_or_default());
        cells.truncate(table.key);
        let named: Named = (table.code, bytes(&cells));
        if since.rows.get(&named) != Some(&print) {
            found.push(cells);
        }
        marks.rows.insert(named, print);
        Ok(())
    })?;
    Ok(found)
}

/// Rows that were there and are not any more.
fn gone(table: &Table, since: &CopyMarks, marks: &CopyMarks, parts: &mut Parts) -> Result<(), Fault> {
    let of_it = since.rows.range((table.code, Vec::new())..).take_while(|((code, _), _)| *code == table.code);
    for (named, _) in of_it {
        if !marks.rows.contains_key(named) {
            // The marks hold the key's cells as a record does.
            let mut record = vec![2, table.code];
            record.extend_from_slice(&named.1);
            if let Some(Some((_, record))) = record::Records::new(&record, DATA).next() {
                parts.add(&record)?;
            }
        }
    }
    Ok(())
}

/// Whose rows a growing table has, and how far each has come.
fn ends(engine: &Conn, table: &Table) -> Result<Vec<(Vec<Cell>, u64)>, Fault> {
    let mut found = Vec::new();
    let number = |cell: Option<Cell>| match cell {
        Some(Cell::Number(number)) => u64::try_from(number).unwrap_or(0),
        _ => 0,
    };
    if table.code == EVENT.code {
        let columns = STREAM.columns.split_at_checked(3).map_or(STREAM.columns, |(first, _)| first);
        each_row(engine, STREAM.select_all(columns), &[], columns, &mut |mut cells| {
            let end = number(cells.pop());
            found.push((cells, end));
            Ok(())
        })?;
        return Ok(found);
    }
    debug_assert!([HEADS.code, ACCESS.code].contains(&table.code));
    let mut servers = Vec::new();
    each_row(engine, SERVER.select_all(SERVER.key_columns()), &[], SERVER.key_columns(), &mut |cells| {
        servers.push(cells);
        Ok(())
    })?;
    let counter = table.key_columns().split_at_checked(1).map_or(&[][..], |(_, counter)| counter);
    for owner in servers {
        let mut end = 0;
        each_row(engine, table.select_end(), &owner, counter, &mut |mut cells| {
            end = number(cells.pop());
            Ok(())
        })?;
        found.push((owner, end));
    }
    Ok(found)
}

fn bytes(cells: &[Cell]) -> Vec<u8> {
    let mut out = Vec::new();
    write_cells(&mut out, cells);
    out
}

/// Every row of the keystore.
pub(crate) fn keystore_rows(keystore: &Conn) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::new();
    for table in KEYS {
        each_row(keystore, table.select_all(table.columns), &[], table.columns, &mut |cells| {
            Record { table: table.code, put: true, cells }.write(&mut out);
            Ok(())
        })?;
    }
    Ok(out)
}

/// Which streams were deleted for good, as a copy of the keystore says it. Whether it says the truth, its keys tell.
#[must_use]
pub fn shredded_in(keys_copy: &[u8]) -> Vec<StreamId> {
    let stream = |record: Record| match record.cells.as_slice() {
        [Cell::Bytes(id), Cell::Number(kind), ..] if record.table == SHREDDED => {
            let id = uuid::Uuid::from_slice(id).ok()?;
            Some(StreamId { kind: StreamKind::from_code(*kind)?, id })
        }
        _ => None,
    };
    record::Records::new(keys_copy, KEYS).flatten().filter_map(|(_, record)| stream(record)).collect()
}
