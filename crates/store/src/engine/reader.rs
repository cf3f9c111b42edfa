//! Reading: rows as they are, opened by those who know what they are.

use uuid::Uuid;

use super::{Conn, Misshapen, Row, Shaped, statements as sql, values};
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
    people::PersonRow,
    writes::{PreparedDraft, PreparedSession},
};

/// One reading connection.
pub(crate) struct Reader<'a>(pub(crate) &'a Conn);

/// A stream with its head and the chain's value there.
pub(crate) type StreamHead = (StreamId, u64, Hash);

/// A row of the table `event`, or the stream and place of one that is misshapen.
pub(crate) type EventResult = Result<EventRow, (Option<StreamId>, Option<u64>)>;

/// Case, person, and what the one who asked has to do with the case.
pub(crate) type Found = (Uuid, Uuid, String);

/// Case, file, place, class and key of a piece of a file.
pub(crate) type PieceHead = (Uuid, Uuid, i64, KeyClass, Uuid);

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
    pub(crate) fn head(&self, stream: StreamId) -> Result<u64, Fault> {
        let seq = self.0.one(sql::HEAD, &values![stream.id, stream.kind.code()], |row| row.number(0))?;
        Ok(seq.unwrap_or(0))
    }

    /// The head, and the rows there are, those up to the head at least.
    pub(crate) fn events(&self, stream: StreamId, after_seq: u64) -> Result<(u64, Vec<EventRow>), Fault> {
        let after = i64::try_from(after_seq).unwrap_or(i64::MAX);
        let values = values![stream.id, stream.kind.code(), after];
        let read = || {
            let head = self.head(stream)?;
            Ok((head, self.0.all(sql::EVENTS, &values, |row| Ok(event(row)))?))
        };
        // The head first: what is recorded between the two is there as a whole, and nothing is ever taken away.
        let (head, rows) = if self.0.is_shared() { read()? } else { self.at_one_moment(read)? };
        let damaged = |(_, seq): (_, Option<u64>)| Fault::Damaged {
            stream,
            seq: seq.unwrap_or(0),
            why: "it does not have the form of an entry".to_owned(),
        };
        Ok((head, rows.into_iter().collect::<Result<Vec<_>, _>>().map_err(damaged)?))
    }

    /// At most so many entries after a place, as they are.
    pub(crate) fn events_some(&self, stream: StreamId, after: u64, most: usize) -> Result<Vec<EventRow>, Fault> {
        let (after, most) = (i64::try_from(after).unwrap_or(i64::MAX), i64::try_from(most).unwrap_or(i64::MAX));
        let rows = self
            .0
            .all(sql::EVENTS_SOME, &values![stream.id, stream.kind.code(), after, most], |row| Ok(event(row)))?;
        let damaged = |(_, seq): (_, Option<u64>)| Fault::Damaged {
            stream,
            seq: seq.unwrap_or(0),
            why: "it does not have the form of an entry".to_owned(),
        };
        rows.into_iter().collect::<Result<Vec<_>, _>>().map_err(damaged)
    }

    /// Every piece of every file, without what is in it.
    pub(crate) fn pieces_all(&self) -> Result<Vec<PieceHead>, Fault> {
        self.0
            .all(sql::PIECES_ALL, &[], |row| Ok((row.id(0)?, row.id(1)?, row.get(2)?, class(row, 3)?, row.id(4)?)))
    }

    /// Every key that something is sealed with, of this stream or of all.
    pub(crate) fn keys_in_use(&self, only: Option<StreamId>) -> Result<std::collections::HashSet<Uuid>, Fault> {
        if let Some(StreamId { id, kind }) = only {
            let mut used = self.0.all(sql::KEYS_OF_STREAM, &values![id, kind.code()], |row| row.id(0))?;
            if kind == StreamKind::Case {
                used.extend(self.0.all(sql::KEYS_OF_CASE_DRAFTS, &values![id, RECORDED], |row| row.id(0))?);
                used.extend(self.0.all(sql::KEYS_OF_CASE_FILES, &values![id], |row| row.id(0))?);
                used.extend(self.0.all(sql::KEYS_OF_CASE_PIECES, &values![id], |row| row.id(0))?);
            }
            return Ok(used.into_iter().collect());
        }
        let mut used = self.0.all(sql::KEYS_OF_EVENTS, &[], |row| row.id(0))?;
        used.extend(self.0.all(sql::KEYS_OF_DRAFTS, &values![RECORDED], |row| row.id(0))?);
        used.extend(self.0.all(sql::KEYS_OF_FILES, &[], |row| row.id(0))?);
        used.extend(self.0.all(sql::KEYS_OF_PIECES, &[], |row| row.id(0))?);
        Ok(used.into_iter().collect())
    }

    pub(crate) fn streams(&self, kind: StreamKind) -> Result<Vec<(StreamId, u64)>, Fault> {
        self.0
            .all(sql::STREAMS, &values![kind.code()], |row| Ok((StreamId { kind, id: row.id(0)? }, row.number(1)?)))
    }

    /// Every stream with head and chain, misshapen rows as such.
    pub(crate) fn streams_all(&self) -> Result<Vec<Shaped<StreamHead>>, Fault> {
        self.0.all(sql::STREAMS_ALL, &[], |row| {
            let read = || -> Shaped<Option<_>> {
                let kind = StreamKind::from_code(row.get(1)?);
                let (id, seq, chain) = (row.id(0)?, row.number(2)?, row.get(3)?);
                Ok(kind.map(|kind| (StreamId { kind, id }, seq, chain)))
            };
            Ok(read().ok().flatten().ok_or(Misshapen))
        })
    }

    /// Every entry in order, one after the other, so that a large journal need not fit in memory.
    pub(crate) fn each_event(&self, mut each: impl FnMut(EventResult)) -> Result<(), Fault> {
        self.0.each(sql::EVENTS_ALL, &[], |row| {
            each(event(row));
            Ok(())
        })
    }

    pub(crate) fn servers(&self) -> Result<Vec<Shaped<(Server, u64)>>, Fault> {
        self.0.all(sql::SERVERS, &[], |row| {
            let read = || -> Shaped<_> {
                let server = Server {
                    id: row.id(0)?,
                    public_key: row.get(1)?,
                    started_micros: row.get(2)?,
                    certificate: row.get(3)?,
                };
                Ok((server, row.number(4)?))
            };
            Ok(read())
        })
    }

    /// The end of one server's chain.
    pub(crate) fn tip(&self, server: Uuid) -> Result<Option<Tip>, Fault> {
        self.0
            .one(sql::HEADS_LAST, &values![server], |row| Ok(Tip { server, n: row.number(0)?, hash: row.get(1)? }))
    }

    /// Runs `read` on one unchanging state of the database, whatever is written meanwhile.
    pub(crate) fn at_one_moment<T>(&self, read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
        self.0.at_one_moment(read)
    }

    /// The ends of all chains of records.
    pub(crate) fn tips(&self) -> Result<Vec<Tip>, Fault> {
        let servers = self.servers()?.into_iter().flatten();
        servers.filter_map(|(server, _)| self.tip(server.id).transpose()).collect()
    }

    /// The first record of each process.
    pub(crate) fn heads_first(&self) -> Result<Vec<HeadsRow>, Fault> {
        Ok(self.0.all(sql::HEADS_FIRST, &[], |row| Ok(heads(row)))?.into_iter().flatten().collect())
    }

    /// Every signed record in order.
    pub(crate) fn each_heads(&self, mut each: impl FnMut(Shaped<HeadsRow>)) -> Result<(), Fault> {
        self.0.each(sql::HEADS_ALL, &[], |row| {
            each(heads(row));
            Ok(())
        })
    }

    pub(crate) fn access_rows(&self, filter: &AccessFilter) -> Result<Vec<AccessRow>, Fault> {
        let since = filter.since_micros.unwrap_or(i64::MIN);
        let read = |row: &Row<'_>| access(row).map(|linked| linked.row);
        let mut rows = match (filter.stream, filter.who) {
            (Some(stream), _) => {
                self.0.all(sql::ACCESS_STREAM, &values![since, stream.id, stream.kind.code()], read)?
            }
            (None, Some(who)) => self.0.all(sql::ACCESS_WHO, &values![since, who], read)?,
            (None, None) => self.0.all(sql::ACCESS_SINCE, &values![since], read)?,
        };
        rows.retain(|row| filter.who.is_none_or(|who| who == row.access.who));
        Ok(rows)
    }

    pub(crate) fn each_access(&self, mut each: impl FnMut(Shaped<LinkedAccess>)) -> Result<(), Fault> {
        self.0.each(sql::ACCESS_ALL, &[], |row| {
            each(access(row));
            Ok(())
        })
    }

    pub(crate) fn draft(&self, owner: Uuid, key: DraftKey) -> Result<Option<PreparedDraft>, Fault> {
        self.0.one(sql::DRAFT_GET, &values![owner, key.0, RECORDED], draft)
    }

    /// One person's drafts, or everybody's.
    pub(crate) fn drafts(&self, owner: Option<Uuid>) -> Result<Vec<PreparedDraft>, Fault> {
        match owner {
            Some(owner) => self.0.all(sql::DRAFTS_OF, &values![owner, RECORDED], draft),
            None => self.0.all(sql::DRAFTS_ALL, &values![RECORDED], draft),
        }
    }

    pub(crate) fn drafts_about(&self, case: Uuid) -> Result<Vec<PreparedDraft>, Fault> {
        self.0.all(sql::DRAFTS_ABOUT, &values![case, RECORDED], draft)
    }

    pub(crate) fn file(&self, case: Uuid, address: &[u8; 32]) -> Result<Option<FileRow>, Fault> {
        self.0.one(sql::FILE_GET, &values![case, address], file)
    }

    pub(crate) fn files_all(&self) -> Result<Vec<FileRow>, Fault> {
        self.0.all(sql::FILES_ALL, &[], file)
    }

    pub(crate) fn piece(&self, case: Uuid, blob: Uuid, n: i64) -> Result<Option<PieceRow>, Fault> {
        self.0.one(sql::PIECE_GET, &values![case, blob, n], |row| {
            Ok(PieceRow {
                case: row.id(0)?,
                blob: row.id(1)?,
                class: class(row, 2)?,
                n: row.get(3)?,
                at_micros: row.get(4)?,
                key_id: row.id(5)?,
                ciphertext: row.get(6)?,
            })
        })
    }

    /// Pieces of files that have not come whole.
    pub(crate) fn pieces_loose(&self) -> Result<Vec<(Uuid, Uuid, i64)>, Fault> {
        self.0.all(sql::PIECES_LOOSE, &[], |row| Ok((row.id(0)?, row.id(1)?, row.get(2)?)))
    }

    pub(crate) fn session(&self, token_hash: &[u8; 32]) -> Result<Option<PreparedSession>, Fault> {
        self.0.one(sql::SESSION_GET, &values![token_hash], |row| {
            Ok(PreparedSession {
                token_hash: row.get(0)?,
                account: row.id(1)?,
                expires_micros: row.get(2)?,
                ciphertext: row.get(3)?,
            })
        })
    }

    pub(crate) fn cards(&self, kind: &str) -> Result<Vec<CardRow>, Fault> {
        self.0.all(sql::CARDS, &values![kind], card)
    }

    /// So many cards of a kind, by id, after this one.
    pub(crate) fn cards_some(&self, kind: &str, after: Uuid, most: usize) -> Result<Vec<CardRow>, Fault> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.0.all(sql::CARDS_SOME, &values![kind, after, most], card)
    }

    pub(crate) fn cards_all(&self) -> Result<Vec<CardRow>, Fault> {
        self.0.all(sql::CARDS_ALL, &[], card)
    }

    pub(crate) fn card(&self, kind: &str, id: Uuid) -> Result<Option<CardRow>, Fault> {
        self.0.one(sql::CARD_GET, &values![id, kind], card)
    }

    /// Somebody's people, of one case or of all.
    pub(crate) fn people_in(&self, case: Uuid) -> Result<Vec<PersonRow>, Fault> {
        self.0.all(sql::PEOPLE_FOR, &values![case], person)
    }

    pub(crate) fn people_any(&self) -> Result<bool, Fault> {
        Ok(self.0.one(sql::PEOPLE_ANY, &[], |_| Ok(()))?.is_some())
    }

    pub(crate) fn people_all(&self) -> Result<Vec<PersonRow>, Fault> {
        self.0.all(sql::PEOPLE_ALL, &[], person)
    }

    pub(crate) fn people_of(&self, account: Uuid) -> Result<Vec<PersonRow>, Fault> {
        self.0.all(sql::PEOPLE_OF, &values![account], |row| Ok(PersonRow { relation: row.get(3)?, ..person(row)? }))
    }

    /// The rows of these, in their order.
    pub(crate) fn people_each(&self, who: &[(Uuid, Uuid)]) -> Result<Vec<Option<PersonRow>>, Fault> {
        let asked: Vec<_> = who.iter().map(|(case, person)| Vec::from(values![*case, *person])).collect();
        self.0.one_each(sql::PERSON_GET, &asked, person)
    }

    /// Case, person and relation of those with a token, in the cases of an account.
    pub(crate) fn people_found(&self, account: Uuid, token: i64, most: i64) -> Result<Vec<Found>, Fault> {
        self.0.all(sql::FOUND, &values![token, account, most], |row| Ok((row.id(0)?, row.id(1)?, row.get(2)?)))
    }

    /// The same in all cases; nobody's relation.
    pub(crate) fn people_found_anywhere(&self, token: i64, most: i64) -> Result<Vec<Found>, Fault> {
        self.0.all(sql::FOUND_ANYWHERE, &values![token, most], |row| Ok((row.id(0)?, row.id(1)?, String::new())))
    }

    pub(crate) fn person_tokens_all(&self) -> Result<Vec<(Uuid, Uuid, i64)>, Fault> {
        self.0.all(sql::TOKENS_ALL, &[], |row| Ok((row.id(0)?, row.id(1)?, row.get(2)?)))
    }

    /// How many cases an account is allocated to, counted no further than `most`.
    pub(crate) fn allocations_some(&self, account: Uuid, most: i64) -> Result<u64, Fault> {
        let rows = self.0.all(sql::ALLOCATIONS_SOME, &values![account, most], |_| Ok(()))?;
        Ok(u64::try_from(rows.len()).unwrap_or(u64::MAX))
    }

    pub(crate) fn allocations_of(&self, account: Uuid) -> Result<Vec<Allocation>, Fault> {
        self.0.all(sql::ALLOCATIONS_OF, &values![account], allocation)
    }

    pub(crate) fn allocations_for(&self, case: Uuid) -> Result<Vec<Allocation>, Fault> {
        self.0.all(sql::ALLOCATIONS_FOR, &values![case], allocation)
    }
}

fn event(row: &Row<'_>) -> EventResult {
    let kind = row.get(1).ok().and_then(StreamKind::from_code);
    let stream = kind.zip(row.id(0).ok()).map(|(kind, id)| StreamId { kind, id });
    let seq = row.number(2).ok();
    let read = || -> Shaped<Option<EventRow>> {
        let (Some(stream), Some(seq), Some(class)) = (stream, seq, KeyClass::from_code(row.get(5)?)) else {
            return Ok(None);
        };
        let header = Header { stream, seq, tag: row.get(3)?, version: row.get(4)?, class, at_micros: row.get(6)? };
        // An emptied text is not the text: whoever reads looks whether a later event says that it was meant.
        let ciphertext: Option<Vec<u8>> = row.get(8)?;
        Ok(Some(EventRow {
            header,
            key_id: row.id(7)?,
            ciphertext: ciphertext.unwrap_or_default(),
            commitment: row.get(9)?,
            chain: row.get(10)?,
        }))
    };
    read().ok().flatten().ok_or((stream, seq))
}

fn heads(row: &Row<'_>) -> Shaped<HeadsRow> {
    Ok(HeadsRow {
        server: row.id(0)?,
        n: row.number(1)?,
        at_micros: row.get(2)?,
        body: row.get(3)?,
        signature: row.get(4)?,
        hash: row.get(5)?,
    })
}

fn access(row: &Row<'_>) -> Shaped<LinkedAccess> {
    let kind: i64 = row.get(4)?;
    let id: Vec<u8> = row.get(5)?;
    let stream = match (kind, id.as_slice()) {
        (0, []) => None,
        (kind, id) => {
            let kind = StreamKind::from_code(kind).ok_or(Misshapen)?;
            let id = Uuid::from_slice(id).map_err(|_| Misshapen)?;
            Some(StreamId { kind, id })
        }
    };
    let outcome = row.get(8)?;
    let outcome = Outcome::from_code(outcome).ok_or(Misshapen)?;
    let access = Access { who: row.id(3)?, stream, view: row.get(6)?, purpose: row.get(7)?, outcome };
    let row_read = AccessRow { server: row.id(0)?, n: row.number(1)?, at_micros: row.get(2)?, access };
    Ok(LinkedAccess { row: row_read, chain: row.get(9)? })
}

fn class(row: &Row<'_>, at: usize) -> Shaped<KeyClass> {
    let code: i64 = row.get(at)?;
    KeyClass::from_code(code).ok_or(Misshapen)
}

fn file(row: &Row<'_>) -> Shaped<FileRow> {
    Ok(FileRow {
        case: row.id(0)?,
        address: row.get(1)?,
        blob: row.id(2)?,
        class: class(row, 3)?,
        pieces: row.get(4)?,
        keep_until: row.get(5)?,
        key_id: row.id(6)?,
        ciphertext: row.get(7)?,
    })
}

fn draft(row: &Row<'_>) -> Shaped<PreparedDraft> {
    Ok(PreparedDraft {
        owner: row.id(0)?,
        key: DraftKey(row.id(1)?),
        case: row.maybe_id(2)?,
        version: row.number(3)?,
        at_micros: row.get(4)?,
        key_id: row.id(5)?,
        ciphertext: row.get(6)?,
    })
}

fn card(row: &Row<'_>) -> Shaped<CardRow> {
    Ok(CardRow { kind: row.get(0)?, id: row.id(1)?, head: row.number(2)?, ciphertext: row.get(3)? })
}

fn person(row: &Row<'_>) -> Shaped<PersonRow> {
    Ok(PersonRow { case: row.id(0)?, person: row.id(1)?, ciphertext: row.get(2)?, relation: String::new() })
}

fn allocation(row: &Row<'_>) -> Shaped<Allocation> {
    Ok(Allocation { case: row.id(0)?, account: row.id(1)?, relation: row.get(2)? })
}
