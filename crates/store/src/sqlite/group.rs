//! One transaction: a group of waiting writes, and the signed record of what they changed.

use std::collections::{BTreeMap, HashSet};

use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};
use uuid::Uuid;

use super::{fault, reader::Reader, statements as sql};
use crate::{
    access::{self, AccessRow, PreparedAccess},
    chain::{self, Hash, START},
    drafts::RECORDED,
    errors::Fault,
    files::FileRow,
    heads::{Body, Identity, next_previous, record_hash},
    ids::{DraftKey, StreamId},
    keys::Keys,
    writes::{Done, Job, PreparedAppend, PreparedChange, PreparedDraft, Write},
};

/// How far this process's own chains have come; moves on only after a commit.
#[derive(Clone)]
pub(crate) struct Progress {
    registered: bool,
    n: u64,
    previous: Hash,
    access_n: u64,
    access_chain: Hash,
}

impl Progress {
    pub(crate) fn new(identity: &Identity) -> Self {
        Self { registered: false, n: 0, previous: identity.server.start(), access_n: 0, access_chain: START }
    }
}

/// What is the same for every group.
pub(crate) struct Bench<'a> {
    pub(crate) identity: &'a Identity,
    pub(crate) keys: &'a Keys,
    pub(crate) now_micros: i64,
}

struct Group<'a> {
    tx: &'a Transaction<'a>,
    keys: &'a Keys,
    /// Deleted for good; nothing about them is written. Asked under the write lock, under which streams are deleted.
    gone: HashSet<StreamId>,
    server: Uuid,
    progress: Progress,
    heads: BTreeMap<StreamId, (u64, Hash)>,
    accessed: bool,
}

/// Writes all jobs in one transaction. The inner results are each job's own: a stale one is refused
/// alone. The outer error means that nothing of the group was kept.
pub(crate) fn commit(
    conn: &mut Connection,
    jobs: &[Job],
    bench: &Bench<'_>,
    progress: &mut Progress,
) -> Result<Vec<Result<Done, Fault>>, Fault> {
    bench.keys.flush()?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(|error| fault(&error))?;
    let about_streams = jobs.iter().any(|job| job.write.is_about_streams());
    let mut group = Group {
        tx: &tx,
        keys: bench.keys,
        gone: if about_streams { bench.keys.shredded()? } else { HashSet::new() },
        server: bench.identity.server.id,
        progress: progress.clone(),
        heads: BTreeMap::new(),
        accessed: false,
    };
    let mut outcomes = Vec::with_capacity(jobs.len());
    for job in jobs {
        if bench.keys.lost_any(&job.keys) {
            outcomes.push(Err(Fault::KeyRace));
            continue;
        }
        match group.apply(&job.write) {
            Ok(done) => outcomes.push(Ok(done)),
            Err(
                refused @ (Fault::Stale { .. }
                | Fault::DraftStale { .. }
                | Fault::DraftRecorded
                | Fault::Shredded { .. }),
            ) => outcomes.push(Err(refused)),
            Err(fault) => return Err(fault),
        }
    }
    group.sign(bench)?;
    let moved = group.progress;
    tx.commit().map_err(|error| fault(&error))?;
    *progress = moved;
    Ok(outcomes)
}

impl Group<'_> {
    fn run(&self, text: &str, values: impl rusqlite::Params) -> Result<u64, Fault> {
        let changed = self
            .tx
            .prepare_cached(text)
            .and_then(|mut statement| statement.execute(values))
            .map_err(|error| fault(&error))?;
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }

    fn apply(&mut self, write: &Write) -> Result<Done, Fault> {
        match write {
            Write::Append(append) => self.append(append),
            Write::DraftPut(draft) => self.draft(draft),
            Write::DraftDelete(owner, key) => {
                self.count(sql::DRAFT_GONE, params![owner.as_bytes(), key.0.as_bytes()])
            }
            Write::DraftDone(owner, key, at_micros) => self.draft_done(*owner, *key, *at_micros),
            Write::Access(access) => self.access(access),
            Write::SessionPut(session) => self.count(
                sql::SESSION_PUT,
                params![session.token_hash, session.account.as_bytes(), session.expires_micros, session.ciphertext],
            ),
            Write::SessionDelete(token_hash) => self.count(sql::SESSION_GONE, params![token_hash]),
            Write::SessionDeleteFor(account) => self.count(sql::SESSIONS_GONE, params![account.as_bytes()]),
            Write::SessionSweep(now) => self.count(sql::SESSIONS_SWEPT, params![now]),
            Write::Index(changes) => {
                self.index(changes)?;
                Ok(Done::Nothing)
            }
            Write::IndexDrop => {
                self.run(sql::CARDS_ALL_GONE, [])?;
                self.count(sql::ALLOCATIONS_ALL_GONE, [])
            }
            Write::Piece(row) => {
                self.not_gone(StreamId::case(row.case))?;
                self.count(
                    sql::PIECE_PUT,
                    params![
                        row.case.as_bytes(),
                        row.blob.as_bytes(),
                        row.n,
                        row.class.code(),
                        row.at_micros,
                        row.key_id.as_bytes(),
                        row.ciphertext
                    ],
                )
            }
            Write::PiecesGone(case, blob) => {
                self.count(sql::PIECES_GONE, params![case.as_bytes(), blob.as_bytes()])
            }
            Write::File(row) => self.file(row),
            Write::FileGone(case, address) => {
                self.run(sql::FILE_PIECES_GONE, params![case.as_bytes(), address, i64::MAX])?;
                self.count(sql::FILE_GONE, params![case.as_bytes(), address, i64::MAX])
            }
            Write::FilesSweep { now, unfinished_before } => {
                self.run(sql::FILES_PIECES_SWEPT, params![now])?;
                let files = self.run(sql::FILES_SWEPT, params![now])?;
                let pieces = self.run(sql::PIECES_SWEPT, params![unfinished_before])?;
                Ok(Done::Count(files.saturating_add(pieces)))
            }
            Write::Shred(stream, at_micros) => self.shred(*stream, *at_micros),
            Write::SizeLimit(_) => Ok(Done::Nothing),
        }
    }

    fn count(&self, text: &str, values: impl rusqlite::Params) -> Result<Done, Fault> {
        self.run(text, values).map(Done::Count)
    }

    fn append(&mut self, append: &PreparedAppend) -> Result<Done, Fault> {
        let PreparedAppend { stream, expected, events, drafts_done, index } = append;
        self.not_gone(*stream)?;
        let found: Option<(i64, Hash)> = self
            .tx
            .prepare_cached(sql::HEAD)
            .and_then(|mut found| {
                let values = params![stream.id.as_bytes(), stream.kind.code()];
                found.query_row(values, |row| Ok((row.get(0)?, row.get(1)?))).optional()
            })
            .map_err(|error| fault(&error))?;
        let (head, previous) = found.unwrap_or((0, START));
        if u64::try_from(head).ok() != Some(*expected) {
            return Err(Fault::Stale { found: u64::try_from(head).unwrap_or(0) });
        }
        let mut chain = previous;
        let mut links = Vec::with_capacity(events.len());
        for event in events {
            chain = chain::link(&chain, &event.encoded, &event.commitment);
            links.push(chain);
        }
        let seq = expected.saturating_add(u64::try_from(events.len()).unwrap_or(u64::MAX));
        let moved = if *expected == 0 {
            self.run(sql::HEAD_NEW, params![stream.id.as_bytes(), stream.kind.code(), stored(seq)?, chain])?
        } else {
            let values = params![stored(seq)?, chain, stream.id.as_bytes(), stream.kind.code(), stored(*expected)?];
            self.run(sql::HEAD_MOVE, values)?
        };
        if moved != 1 {
            // Nothing but another writer between our look and our move; the engine forbids it on SQLite.
            return Err(Fault::Stale { found: u64::try_from(head).unwrap_or(0) });
        }
        for (event, link) in events.iter().zip(&links) {
            let header = &event.header;
            self.run(
                sql::EVENT_PUT,
                params![
                    stream.id.as_bytes(),
                    stream.kind.code(),
                    stored(header.seq)?,
                    header.tag,
                    header.version,
                    header.class.code(),
                    header.at_micros,
                    event.key_id.as_bytes(),
                    event.ciphertext,
                    event.commitment,
                    link
                ],
            )?;
        }
        for (owner, key) in drafts_done {
            self.draft_done(*owner, *key, events.last().map_or(0, |event| event.header.at_micros))?;
        }
        self.index(index)?;
        self.heads.insert(*stream, (seq, chain));
        Ok(Done::Head(seq))
    }

    /// What was recorded leaves its key behind without a word in it: a save that is still on its way cannot bring the
    /// draft back.
    fn draft_done(&self, owner: Uuid, key: DraftKey, at_micros: i64) -> Result<Done, Fault> {
        let nothing: &[u8] = &[];
        let none: Option<&[u8]> = None;
        let values = params![owner.as_bytes(), key.0.as_bytes(), none, RECORDED, at_micros, nothing];
        self.count(sql::DRAFT_DONE, values)
    }

    fn draft(&self, draft: &PreparedDraft) -> Result<Done, Fault> {
        if let Some(case) = draft.case {
            self.not_gone(StreamId::case(case))?;
        }
        let there: Option<i64> = self
            .tx
            .prepare_cached(sql::DRAFT_VERSION)
            .and_then(|mut found| {
                found
                    .query_row(params![draft.owner.as_bytes(), draft.key.0.as_bytes()], |row| row.get(0))
                    .optional()
            })
            .map_err(|error| fault(&error))?;
        if let Some(there) = there.and_then(|there| u64::try_from(there).ok())
            && draft.version <= there
        {
            let recorded = i64::try_from(there) == Ok(RECORDED);
            return Err(if recorded { Fault::DraftRecorded } else { Fault::DraftStale { stored: there } });
        }
        self.count(
            sql::DRAFT_PUT,
            params![
                draft.owner.as_bytes(),
                draft.key.0.as_bytes(),
                draft.case.as_ref().map(Uuid::as_bytes),
                stored(draft.version)?,
                draft.at_micros,
                draft.key_id.as_bytes(),
                draft.ciphertext
            ],
        )
    }

    /// The same file a second time is the first one, kept for as long as the longer of the two.
    fn file(&self, row: &FileRow) -> Result<Done, Fault> {
        self.not_gone(StreamId::case(row.case))?;
        let put = self.run(
            sql::FILE_PUT,
            params![
                row.case.as_bytes(),
                row.address,
                row.blob.as_bytes(),
                row.class.code(),
                row.pieces,
                row.keep_until,
                row.key_id.as_bytes(),
                row.ciphertext
            ],
        )?;
        if put == 0 {
            self.run(sql::PIECES_GONE, params![row.case.as_bytes(), row.blob.as_bytes()])?;
            let later = params![row.keep_until, row.case.as_bytes(), row.address, row.keep_until];
            self.run(sql::FILE_LATER, later)?;
        }
        Ok(Done::Nothing)
    }

    /// Another process may have deleted the stream while this one still had its key in memory.
    fn not_gone(&self, stream: StreamId) -> Result<(), Fault> {
        if self.gone.contains(&stream) {
            self.keys.forget(stream);
            return Err(Fault::Shredded { stream });
        }
        Ok(())
    }

    /// The keys first: from there on the case is deleted, and what is left of it here can be cleared away at any time.
    fn shred(&mut self, stream: StreamId, at_micros: i64) -> Result<Done, Fault> {
        self.keys.shred(stream, at_micros)?;
        self.gone.insert(stream);
        clear(self.tx, stream.id).map_err(|error| fault(&error))?;
        Ok(Done::Nothing)
    }

    fn access(&mut self, access: &PreparedAccess) -> Result<Done, Fault> {
        let n = self.progress.access_n.saturating_add(1);
        let row = AccessRow { server: self.server, n, at_micros: access.at_micros, access: access.access.clone() };
        let chain = access::link(&self.progress.access_chain, &row);
        let (kind, id) = match &row.access.stream {
            Some(stream) => (stream.kind.code(), stream.id.as_bytes().as_slice()),
            None => (0, [].as_slice()),
        };
        self.run(
            sql::ACCESS_PUT,
            params![
                row.server.as_bytes(),
                stored(n)?,
                row.at_micros,
                row.access.who.as_bytes(),
                kind,
                id,
                row.access.view,
                row.access.purpose,
                row.access.outcome.code(),
                chain
            ],
        )?;
        self.progress.access_n = n;
        self.progress.access_chain = chain;
        self.accessed = true;
        Ok(Done::Nothing)
    }

    fn index(&self, changes: &[PreparedChange]) -> Result<(), Fault> {
        for change in changes {
            let (PreparedChange::Card { id: about, .. }
            | PreparedChange::CardGone { id: about, .. }
            | PreparedChange::Allocate { case: about, .. }
            | PreparedChange::Unallocate { case: about, .. }
            | PreparedChange::KeepFile { case: about, .. }) = change;
            if self.gone.contains(&StreamId::case(*about)) {
                continue;
            }
            match change {
                PreparedChange::Card { kind, id, head, ciphertext } => {
                    self.run(sql::CARD_PUT, params![id.as_bytes(), kind, stored(*head)?, ciphertext])?
                }
                PreparedChange::CardGone { kind, id } => self.run(sql::CARD_GONE, params![id.as_bytes(), kind])?,
                PreparedChange::Allocate { case, account, relation } => {
                    self.run(sql::ALLOCATE, params![case.as_bytes(), account.as_bytes(), relation])?
                }
                PreparedChange::KeepFile { case, addresses } => {
                    let mut kept = 0_u64;
                    for address in addresses {
                        let values = params![i64::MAX, case.as_bytes(), address, i64::MAX];
                        kept = kept.saturating_add(self.run(sql::FILE_LATER, values)?);
                    }
                    kept
                }
                PreparedChange::Unallocate { case, account } => {
                    self.run(sql::UNALLOCATE, params![case.as_bytes(), account.as_bytes()])?
                }
            };
        }
        Ok(())
    }

    /// The record of what this commit changed; the first of a process names the chains it found.
    fn sign(&mut self, bench: &Bench<'_>) -> Result<(), Fault> {
        if self.heads.is_empty() && !self.accessed {
            return Ok(());
        }
        let mut body = Body {
            access_n: self.progress.access_n,
            access_chain: self.progress.access_chain,
            heads: self.heads.iter().map(|(stream, (seq, chain))| (*stream, *seq, *chain)).collect(),
            found: Vec::new(),
        };
        let server = &bench.identity.server;
        if !self.progress.registered {
            let reader = Reader(self.tx);
            for (other, linked) in reader.servers()?.into_iter().flatten() {
                if let Some(tip) = reader.tip(other.id)?
                    && tip.n > linked
                {
                    self.run(sql::SERVER_LINKED, params![stored(tip.n)?, other.id.as_bytes()])?;
                    body.found.push(tip);
                }
            }
            let values =
                params![server.id.as_bytes(), server.public_key, server.started_micros, server.certificate];
            self.run(sql::SERVER_PUT, values)?;
            self.progress.registered = true;
        }
        let n = self.progress.n.saturating_add(1);
        let encoded = body.encode();
        let hash = record_hash(&self.progress.previous, server.id, n, bench.now_micros, &encoded);
        let signature = bench.identity.sign(&hash);
        let next = next_previous(&hash, &signature);
        let values = params![server.id.as_bytes(), stored(n)?, bench.now_micros, encoded, signature, next];
        self.run(sql::HEADS_PUT, values)?;
        self.progress.n = n;
        self.progress.previous = next;
        Ok(())
    }
}

/// Clears away what lists and forms keep of a case that was deleted for good.
pub(crate) fn clear(conn: &Connection, case: Uuid) -> rusqlite::Result<()> {
    for text in [
        sql::CARDS_OF_GONE,
        sql::ALLOCATIONS_FOR_GONE,
        sql::DRAFTS_FOR_GONE,
        sql::PIECES_FOR_GONE,
        sql::FILES_FOR_GONE,
    ] {
        conn.prepare_cached(text)?.execute(params![case.as_bytes()])?;
    }
    Ok(())
}

fn stored(number: u64) -> Result<i64, Fault> {
    i64::try_from(number).map_err(|_| Fault::Failed("a number is too large to be stored".to_owned()))
}
