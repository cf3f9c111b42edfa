//! Reading: rows as they are, opened by those who know what they are.

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use uuid::Uuid;

use super::{fault, statements as sql};
use crate::{
    access::{Access, AccessFilter, AccessRow, LinkedAccess, Outcome},
    chain::{Hash, Header},
    drafts::RECORDED,
    errors::Fault,
    files::{FileRow, PieceRow},
    heads::{Server, Tip},
    ids::{DraftKey, KeyClass, StreamId, StreamKind},
    index::{Allocation, CardRow},
    journal::EventRow,
    writes::{PreparedDraft, PreparedSession},
};

/// One reading connection.
pub(crate) struct Reader<'a>(pub(crate) &'a Connection);

/// A row that does not have the form it was written in.
pub(crate) struct Misshapen;

/// A row that may be misshapen: damage is to be reported, not to stop the checking.
pub(crate) type Shaped<T> = Result<T, Misshapen>;

/// A stream with its head and the chain's value there.
pub(crate) type StreamHead = (StreamId, u64, Hash);

/// A row of the table `event`, or the stream and place of one that is misshapen.
pub(crate) type EventResult = Result<EventRow, (Option<StreamId>, Option<u64>)>;

/// A row of the table `heads`.
pub(crate) struct HeadsRow {
    pub(crate) server: Uuid,
    pub(crate) n: u64,
    pub(crate) at_micros: i64,
    pub(crate) body: Vec<u8>,
    pub(crate) signature: [u8; 64],
    pub(crate) hash: Hash,
}

impl Reader<'_> {
    fn all<T>(
        &self,
        text: &str,
        values: impl rusqlite::Params,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Fault> {
        self.0
            .prepare_cached(text)
            .and_then(|mut found| found.query_map(values, row)?.collect())
            .map_err(|error| fault(&error))
    }

    fn one<T>(
        &self,
        text: &str,
        values: impl rusqlite::Params,
        row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, Fault> {
        self.0
            .prepare_cached(text)
            .and_then(|mut found| found.query_row(values, row).optional())
            .map_err(|error| fault(&error))
    }

    pub(crate) fn head(&self, stream: StreamId) -> Result<u64, Fault> {
        let seq = self.one(sql::HEAD, params![stream.id.as_bytes(), stream.kind.code()], |row| number(row, 0))?;
        Ok(seq.unwrap_or(0))
    }

    /// Head and rows from one moment.
    pub(crate) fn events(&self, stream: StreamId, after_seq: u64) -> Result<(u64, Vec<EventRow>), Fault> {
        let after = i64::try_from(after_seq).unwrap_or(i64::MAX);
        let values = params![stream.id.as_bytes(), stream.kind.code(), after];
        let (head, rows) =
            self.at_one_moment(|| Ok((self.head(stream)?, self.all(sql::EVENTS, values, |row| Ok(event(row)))?)))?;
        let damaged = |(_, seq): (_, Option<u64>)| Fault::Damaged {
            stream,
            seq: seq.unwrap_or(0),
            why: "it does not have the form of an entry".to_owned(),
        };
        Ok((head, rows.into_iter().collect::<Result<Vec<_>, _>>().map_err(damaged)?))
    }

    pub(crate) fn streams(&self, kind: StreamKind) -> Result<Vec<(StreamId, u64)>, Fault> {
        self.all(sql::STREAMS, params![kind.code()], |row| {
            Ok((StreamId { kind, id: uuid(row, 0)? }, number(row, 1)?))
        })
    }

    /// Every stream with head and chain, misshapen rows as such.
    pub(crate) fn streams_all(&self) -> Result<Vec<Shaped<StreamHead>>, Fault> {
        self.all(sql::STREAMS_ALL, [], |row| {
            let read = || -> rusqlite::Result<Option<_>> {
                let kind = StreamKind::from_code(row.get(1)?);
                let (id, seq, chain) = (uuid(row, 0)?, number(row, 2)?, row.get(3)?);
                Ok(kind.map(|kind| (StreamId { kind, id }, seq, chain)))
            };
            Ok(read().ok().flatten().ok_or(Misshapen))
        })
    }

    /// Every entry in order, one after the other, so that a large journal need not fit in memory.
    pub(crate) fn each_event(&self, mut each: impl FnMut(EventResult)) -> Result<(), Fault> {
        let mut run = || -> rusqlite::Result<()> {
            let mut found = self.0.prepare_cached(sql::EVENTS_ALL)?;
            let mut rows = found.query([])?;
            while let Some(row) = rows.next()? {
                each(event(row));
            }
            Ok(())
        };
        run().map_err(|error| fault(&error))
    }

    pub(crate) fn servers(&self) -> Result<Vec<Shaped<(Server, u64)>>, Fault> {
        self.all(sql::SERVERS, [], |row| {
            let read = || -> rusqlite::Result<_> {
                let server = Server {
                    id: uuid(row, 0)?,
                    public_key: row.get(1)?,
                    started_micros: row.get(2)?,
                    certificate: row.get(3)?,
                };
                Ok((server, number(row, 4)?))
            };
            Ok(read().map_err(|_| Misshapen))
        })
    }

    /// The end of one server's chain.
    pub(crate) fn tip(&self, server: Uuid) -> Result<Option<Tip>, Fault> {
        self.one(sql::HEADS_LAST, params![server.as_bytes()], |row| {
            Ok(Tip { server, n: number(row, 0)?, hash: row.get(1)? })
        })
    }

    /// Runs `read` on one unchanging state of the database, whatever is written meanwhile.
    pub(crate) fn at_one_moment<T>(&self, read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
        let tx = self.0.unchecked_transaction().map_err(|error| fault(&error))?;
        let outcome = read()?;
        tx.commit().map_err(|error| fault(&error))?;
        Ok(outcome)
    }

    /// The ends of all chains of records.
    pub(crate) fn tips(&self) -> Result<Vec<Tip>, Fault> {
        let servers = self.servers()?.into_iter().flatten();
        servers.filter_map(|(server, _)| self.tip(server.id).transpose()).collect()
    }

    /// The first record of each process.
    pub(crate) fn heads_first(&self) -> Result<Vec<HeadsRow>, Fault> {
        Ok(self.all(sql::HEADS_FIRST, [], |row| Ok(heads(row)))?.into_iter().flatten().collect())
    }

    /// Every signed record in order.
    pub(crate) fn each_heads(&self, mut each: impl FnMut(Shaped<HeadsRow>)) -> Result<(), Fault> {
        let mut run = || -> rusqlite::Result<()> {
            let mut found = self.0.prepare_cached(sql::HEADS_ALL)?;
            let mut rows = found.query([])?;
            while let Some(row) = rows.next()? {
                each(heads(row).map_err(|_| Misshapen));
            }
            Ok(())
        };
        run().map_err(|error| fault(&error))
    }

    pub(crate) fn access_rows(&self, filter: &AccessFilter) -> Result<Vec<AccessRow>, Fault> {
        let since = filter.since_micros.unwrap_or(i64::MIN);
        let read = |row: &Row<'_>| access(row).map(|linked| linked.row);
        let mut rows = match (filter.stream, filter.who) {
            (Some(stream), _) => {
                self.all(sql::ACCESS_STREAM, params![since, stream.id.as_bytes(), stream.kind.code()], read)?
            }
            (None, Some(who)) => self.all(sql::ACCESS_WHO, params![since, who.as_bytes()], read)?,
            (None, None) => self.all(sql::ACCESS_SINCE, params![since], read)?,
        };
        rows.retain(|row| filter.who.is_none_or(|who| who == row.access.who));
        Ok(rows)
    }

    pub(crate) fn each_access(&self, mut each: impl FnMut(Shaped<LinkedAccess>)) -> Result<(), Fault> {
        let mut run = || -> rusqlite::Result<()> {
            let mut found = self.0.prepare_cached(sql::ACCESS_ALL)?;
            let mut rows = found.query([])?;
            while let Some(row) = rows.next()? {
                each(access(row).map_err(|_| Misshapen));
            }
            Ok(())
        };
        run().map_err(|error| fault(&error))
    }

    pub(crate) fn draft(&self, owner: Uuid, key: DraftKey) -> Result<Option<PreparedDraft>, Fault> {
        self.one(sql::DRAFT_GET, params![owner.as_bytes(), key.0.as_bytes(), RECORDED], draft)
    }

    /// One person's drafts, or everybody's.
    pub(crate) fn drafts(&self, owner: Option<Uuid>) -> Result<Vec<PreparedDraft>, Fault> {
        match owner {
            Some(owner) => self.all(sql::DRAFTS_OF, params![owner.as_bytes(), RECORDED], draft),
            None => self.all(sql::DRAFTS_ALL, params![RECORDED], draft),
        }
    }

    pub(crate) fn file(&self, case: Uuid, address: &[u8; 32]) -> Result<Option<FileRow>, Fault> {
        self.one(sql::FILE_GET, params![case.as_bytes(), address], file)
    }

    pub(crate) fn files_all(&self) -> Result<Vec<FileRow>, Fault> {
        self.all(sql::FILES_ALL, [], file)
    }

    pub(crate) fn piece(&self, case: Uuid, blob: Uuid, n: i64) -> Result<Option<PieceRow>, Fault> {
        self.one(sql::PIECE_GET, params![case.as_bytes(), blob.as_bytes(), n], |row| {
            Ok(PieceRow {
                case: uuid(row, 0)?,
                blob: uuid(row, 1)?,
                class: class(row, 2)?,
                n: row.get(3)?,
                at_micros: row.get(4)?,
                key_id: uuid(row, 5)?,
                ciphertext: row.get(6)?,
            })
        })
    }

    /// Pieces of files that have not come whole.
    pub(crate) fn pieces_loose(&self) -> Result<Vec<(Uuid, Uuid, i64)>, Fault> {
        self.all(sql::PIECES_LOOSE, [], |row| Ok((uuid(row, 0)?, uuid(row, 1)?, row.get(2)?)))
    }

    pub(crate) fn session(&self, token_hash: &[u8; 32]) -> Result<Option<PreparedSession>, Fault> {
        self.one(sql::SESSION_GET, params![token_hash], |row| {
            Ok(PreparedSession {
                token_hash: row.get(0)?,
                account: uuid(row, 1)?,
                expires_micros: row.get(2)?,
                ciphertext: row.get(3)?,
            })
        })
    }

    pub(crate) fn cards(&self, kind: &str) -> Result<Vec<CardRow>, Fault> {
        self.all(sql::CARDS, params![kind], card)
    }

    pub(crate) fn cards_all(&self) -> Result<Vec<CardRow>, Fault> {
        self.all(sql::CARDS_ALL, [], card)
    }

    pub(crate) fn card(&self, kind: &str, id: Uuid) -> Result<Option<CardRow>, Fault> {
        self.one(sql::CARD_GET, params![id.as_bytes(), kind], card)
    }

    pub(crate) fn allocations_of(&self, account: Uuid) -> Result<Vec<Allocation>, Fault> {
        self.all(sql::ALLOCATIONS_OF, params![account.as_bytes()], allocation)
    }

    pub(crate) fn allocations_for(&self, case: Uuid) -> Result<Vec<Allocation>, Fault> {
        self.all(sql::ALLOCATIONS_FOR, params![case.as_bytes()], allocation)
    }
}

fn uuid(row: &Row<'_>, column: usize) -> rusqlite::Result<Uuid> {
    row.get(column).map(Uuid::from_bytes)
}

fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let stored: i64 = row.get(column)?;
    u64::try_from(stored).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, stored))
}

fn event(row: &Row<'_>) -> EventResult {
    let kind = row.get(1).ok().and_then(StreamKind::from_code);
    let stream = kind.zip(uuid(row, 0).ok()).map(|(kind, id)| StreamId { kind, id });
    let seq = number(row, 2).ok();
    let read = || -> rusqlite::Result<Option<EventRow>> {
        let (Some(stream), Some(seq), Some(class)) = (stream, seq, KeyClass::from_code(row.get(5)?)) else {
            return Ok(None);
        };
        let header = Header { stream, seq, tag: row.get(3)?, version: row.get(4)?, class, at_micros: row.get(6)? };
        // An emptied text is not the text: reading stops there, and says so.
        let ciphertext: Option<Vec<u8>> = row.get(8)?;
        Ok(Some(EventRow {
            header,
            key_id: uuid(row, 7)?,
            ciphertext: ciphertext.unwrap_or_default(),
            commitment: row.get(9)?,
            chain: row.get(10)?,
        }))
    };
    read().ok().flatten().ok_or((stream, seq))
}

fn heads(row: &Row<'_>) -> rusqlite::Result<HeadsRow> {
    Ok(HeadsRow {
        server: uuid(row, 0)?,
        n: number(row, 1)?,
        at_micros: row.get(2)?,
        body: row.get(3)?,
        signature: row.get(4)?,
        hash: row.get(5)?,
    })
}

fn access(row: &Row<'_>) -> rusqlite::Result<LinkedAccess> {
    let kind: i64 = row.get(4)?;
    let id: Vec<u8> = row.get(5)?;
    let stream = match (kind, id.as_slice()) {
        (0, []) => None,
        (kind, id) => {
            let kind = StreamKind::from_code(kind).ok_or(rusqlite::Error::IntegralValueOutOfRange(4, kind))?;
            let id = Uuid::from_slice(id).map_err(|_| rusqlite::Error::InvalidQuery)?;
            Some(StreamId { kind, id })
        }
    };
    let outcome = row.get(8)?;
    let outcome = Outcome::from_code(outcome).ok_or(rusqlite::Error::IntegralValueOutOfRange(8, outcome))?;
    let access = Access { who: uuid(row, 3)?, stream, view: row.get(6)?, purpose: row.get(7)?, outcome };
    let row_read = AccessRow { server: uuid(row, 0)?, n: number(row, 1)?, at_micros: row.get(2)?, access };
    Ok(LinkedAccess { row: row_read, chain: row.get(9)? })
}

fn class(row: &Row<'_>, at: usize) -> rusqlite::Result<KeyClass> {
    let code: i64 = row.get(at)?;
    KeyClass::from_code(code).ok_or(rusqlite::Error::IntegralValueOutOfRange(at, code))
}

fn file(row: &Row<'_>) -> rusqlite::Result<FileRow> {
    Ok(FileRow {
        case: uuid(row, 0)?,
        address: row.get(1)?,
        blob: uuid(row, 2)?,
        class: class(row, 3)?,
        pieces: row.get(4)?,
        keep_until: row.get(5)?,
        key_id: uuid(row, 6)?,
        ciphertext: row.get(7)?,
    })
}

fn draft(row: &Row<'_>) -> rusqlite::Result<PreparedDraft> {
    let case: Option<[u8; 16]> = row.get(2)?;
    Ok(PreparedDraft {
        owner: uuid(row, 0)?,
        key: DraftKey(uuid(row, 1)?),
        case: case.map(Uuid::from_bytes),
        version: number(row, 3)?,
        at_micros: row.get(4)?,
        key_id: uuid(row, 5)?,
        ciphertext: row.get(6)?,
    })
}

fn card(row: &Row<'_>) -> rusqlite::Result<CardRow> {
    Ok(CardRow { kind: row.get(0)?, id: uuid(row, 1)?, head: number(row, 2)?, ciphertext: row.get(3)? })
}

fn allocation(row: &Row<'_>) -> rusqlite::Result<Allocation> {
    Ok(Allocation { case: uuid(row, 0)?, account: uuid(row, 1)?, relation: row.get(2)? })
}
