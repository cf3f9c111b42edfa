//! Deciding each write of a group in memory: what is refused, and which statements the others need.

use uuid::Uuid;

use super::{
    group::{Group, clear, stored},
    reader::Reader,
    statements as sql, values,
};
use crate::{
    access::{self, AccessRow, PreparedAccess},
    chain::{self, START},
    drafts::RECORDED,
    errors::Fault,
    files::FileRow,
    ids::{DraftKey, StreamId},
    writes::{Done, PreparedAppend, PreparedChange, PreparedDraft, Resealed, ResealedRow, Write},
};

impl<'a> Group<'a> {
    pub(super) fn apply(&mut self, write: &'a Write) -> Result<Done, Fault> {
        match write {
            Write::Append(append) => self.append(append),
            Write::DraftPut(draft) => self.draft(draft),
            Write::DraftDelete(owner, key) => {
                self.drafts.insert((*owner, *key), None);
                self.count(sql::DRAFT_GONE, values![*owner, key.0])
            }
            Write::DraftDone(owner, key, at_micros) => {
                self.draft_done(*owner, *key, *at_micros);
                Ok(Done::Nothing)
            }
            Write::Access(access) => self.access(access),
            Write::SessionPut(session) => self.count(
                sql::SESSION_PUT,
                values![&session.token_hash, session.account, session.expires_micros, &session.ciphertext],
            ),
            Write::SessionNext(next, None) => self.count(
                sql::SESSION_NEW,
                values![&next.token_hash, next.account, next.expires_micros, &next.ciphertext],
            ),
            Write::SessionNext(next, Some(before)) => self.count(
                sql::SESSION_NEXT,
                values![next.account, next.expires_micros, &next.ciphertext, &next.token_hash, before],
            ),
            Write::SessionDelete(token_hash) => self.count(sql::SESSION_GONE, values![token_hash]),
            Write::SessionDeleteFor(account) => self.count(sql::SESSIONS_GONE, values![*account]),
            Write::SessionSweep(now) => self.count(sql::SESSIONS_SWEPT, values![*now]),
            Write::Index(changes) => {
                self.index(changes)?;
                Ok(Done::Nothing)
            }
            Write::IndexDrop => {
                self.run(sql::CARDS_ALL_GONE, Vec::new());
                self.run(sql::PEOPLE_ALL_GONE, Vec::new());
                self.run(sql::TOKENS_ALL_GONE, Vec::new());
                self.count(sql::ALLOCATIONS_ALL_GONE, Vec::new())
            }
            Write::Piece(row) => {
                self.not_gone(StreamId::case(row.case))?;
                self.count(
                    sql::PIECE_PUT,
                    values![
                        row.case,
                        row.blob,
                        row.n,
                        row.class.code(),
                        row.at_micros,
                        row.key_id,
                        &row.ciphertext
                    ],
                )
            }
            Write::PiecesGone(case, blob) => self.count(sql::PIECES_GONE, values![*case, *blob]),
            Write::File(row) => self.file(row),
            Write::FileGone(case, address) => {
                self.run(sql::FILE_PIECES_GONE, values![*case, address, i64::MAX]);
                self.count(sql::FILE_GONE, values![*case, address, i64::MAX])
            }
            Write::FilesSweep { now, unfinished_before } => {
                self.run(sql::FILES_PIECES_SWEPT, values![*now]);
                self.plan(sql::FILES_SWEPT, values![*now], false, true);
                self.count(sql::PIECES_SWEPT, values![*unfinished_before])
            }
            Write::Shred(stream, at_micros, expected) => self.shred(*stream, *at_micros, *expected),
            Write::Renew(stream) => self.renew(*stream),
            Write::Reseal(stream, rows) => self.reseal(*stream, rows),
            Write::OldKeysGone(only) => self.old_keys_gone(*only),
            Write::SizeLimit(_) => Ok(Done::Nothing),
        }
    }

    fn append(&mut self, append: &'a PreparedAppend) -> Result<Done, Fault> {
        let PreparedAppend { stream, expected, events, drafts_done, index, expunge } = append;
        self.not_gone(*stream)?;
        let (head, previous) = self.seen.get(stream).copied().unwrap_or((0, START));
        if head != *expected {
            return Err(Fault::Stale { found: head });
        }
        let mut chain = previous;
        let mut links = Vec::with_capacity(events.len());
        for event in events {
            chain = chain::link(&chain, &event.encoded, &event.commitment);
            links.push(chain);
        }
        let seq = expected.saturating_add(u64::try_from(events.len()).unwrap_or(u64::MAX));
        let (stored_seq, stored_expected) = (stored(seq)?, stored(*expected)?);
        if *expected == 0 {
            self.must(sql::HEAD_NEW, values![stream.id, stream.kind.code(), stored_seq, chain]);
        } else {
            let values = values![stored_seq, chain, stream.id, stream.kind.code(), stored_expected];
            self.must(sql::HEAD_MOVE, values);
        }
        for (event, link) in events.iter().zip(links) {
            let header = &event.header;
            let values = values![
                stream.id,
                stream.kind.code(),
                stored(header.seq)?,
                &header.tag,
                header.version,
                header.class.code(),
                header.at_micros,
                event.key_id,
                &event.ciphertext,
                &event.commitment,
                link
            ];
            self.must(sql::EVENT_PUT, values);
        }
        for (owner, key) in drafts_done {
            self.draft_done(*owner, *key, events.last().map_or(0, |event| event.header.at_micros));
        }
        self.index(index)?;
        for place in expunge {
            self.must(sql::EVENT_EMPTIED, values![stream.id, stream.kind.code(), stored(*place)?]);
        }
        if !expunge.is_empty() {
            // So that a backup copies the whole stream again.
            self.run(sql::RESEALED, values![stream.id, stream.kind.code(), 1_i64]);
        }
        self.seen.insert(*stream, (seq, chain));
        self.heads.insert(*stream, (seq, chain));
        Ok(Done::Head(seq))
    }

    /// What was recorded leaves its key behind without a word in it: a save that is still on its way cannot bring the
    /// draft back.
    fn draft_done(&mut self, owner: Uuid, key: DraftKey, at_micros: i64) {
        self.drafts.insert((owner, key), u64::try_from(RECORDED).ok());
        self.run(sql::DRAFT_DONE, values![owner, key.0, None::<Uuid>, RECORDED, at_micros, Vec::new()]);
    }

    fn draft(&mut self, draft: &'a PreparedDraft) -> Result<Done, Fault> {
        if let Some(case) = draft.case {
            self.not_gone(StreamId::case(case))?;
        }
        let place = (draft.owner, draft.key);
        if let Some(there) = self.drafts.get(&place).copied().flatten()
            && draft.version <= there
        {
            let recorded = i64::try_from(there) == Ok(RECORDED);
            return Err(if recorded { Fault::DraftRecorded } else { Fault::DraftStale { stored: there } });
        }
        let values = values![
            draft.owner,
            draft.key.0,
            draft.case,
            stored(draft.version)?,
            draft.at_micros,
            draft.key_id,
            &draft.ciphertext
        ];
        self.must(sql::DRAFT_PUT, values);
        self.drafts.insert(place, Some(draft.version));
        Ok(Done::Nothing)
    }

    /// The same file a second time is the first one, kept for as long as the longer of the two.
    fn file(&mut self, row: &'a FileRow) -> Result<Done, Fault> {
        self.not_gone(StreamId::case(row.case))?;
        self.run(
            sql::FILE_PUT,
            values![
                row.case,
                &row.address,
                row.blob,
                row.class.code(),
                row.pieces,
                row.keep_until,
                row.key_id,
                &row.ciphertext
            ],
        );
        self.run(sql::PIECES_TWICE, values![row.case, row.blob]);
        self.run(sql::FILE_LATER, values![row.keep_until, row.case, &row.address, row.keep_until]);
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
    fn shred(&mut self, stream: StreamId, at_micros: i64, expected: Option<u64>) -> Result<Done, Fault> {
        self.flush()?;
        // Whoever appends to it waits here until the keys are gone, and then sees that they are.
        self.conn.run(sql::HEAD_HELD, &values![stream.id, stream.kind.code()])?;
        let head = Reader(self.conn).head(stream)?;
        if expected.is_some_and(|expected| expected != head) {
            return Err(Fault::Stale { found: head });
        }
        self.keys.shred(stream, at_micros)?;
        self.gone.insert(stream);
        clear(self.conn, stream.id)?;
        self.drafts.clear();
        Ok(Done::Nothing)
    }

    fn renew(&mut self, stream: StreamId) -> Result<Done, Fault> {
        self.not_gone(stream)?;
        self.flush()?;
        self.conn.run(sql::HEAD_HELD, &values![stream.id, stream.kind.code()])?;
        self.keys.renew(stream)?;
        Ok(Done::Nothing)
    }

    fn reseal(&mut self, stream: StreamId, rows: &'a [Resealed]) -> Result<Done, Fault> {
        self.not_gone(stream)?;
        let kind = stream.kind.code();
        for Resealed { row, old, key_id, ciphertext } in rows {
            match row {
                ResealedRow::Event(seq) => {
                    let values = values![*key_id, ciphertext, stream.id, kind, stored(*seq)?, *old];
                    self.plan(sql::EVENT_AGAIN, values, false, true);
                }
                ResealedRow::Draft(owner, key, version) => {
                    let values = values![*key_id, ciphertext, *owner, key.0, stored(*version)?, *old];
                    self.plan(sql::DRAFT_AGAIN, values, false, true);
                }
                ResealedRow::File(case, address) => {
                    self.plan(sql::FILE_AGAIN, values![*key_id, ciphertext, *case, address, *old], false, true);
                }
                ResealedRow::Piece(case, blob, n) => {
                    self.plan(sql::PIECE_AGAIN, values![*key_id, ciphertext, *case, *blob, *n, *old], false, true);
                }
            }
        }
        // So that a backup copies the whole stream again.
        self.run(sql::RESEALED, values![stream.id, kind, 1_i64]);
        Ok(Done::Count(0))
    }

    /// Whatever is being written by other servers is finished first, and nobody writes until this is committed.
    fn old_keys_gone(&mut self, only: Option<StreamId>) -> Result<Done, Fault> {
        self.flush()?;
        self.conn.hold_sealed()?;
        let left = self.keys.drop_old(&self.engine.keys_in_use(only)?, only)?;
        if let Some(count) = self.counts.get_mut(self.job) {
            *count = left;
        }
        Ok(Done::Count(left))
    }

    fn access(&mut self, access: &'a PreparedAccess) -> Result<Done, Fault> {
        let n = self.progress.access_n.saturating_add(1);
        let row = AccessRow { server: self.server, n, at_micros: access.at_micros, access: access.access.clone() };
        let chain = access::link(&self.progress.access_chain, &row);
        let (kind, id) = match &access.access.stream {
            Some(stream) => (stream.kind.code(), stream.id.as_bytes().as_slice()),
            None => (0, [].as_slice()),
        };
        let values = values![
            self.server,
            stored(n)?,
            access.at_micros,
            access.access.who,
            kind,
            id,
            &access.access.view,
            &access.access.purpose,
            access.access.outcome.code(),
            chain
        ];
        self.must(sql::ACCESS_PUT, values);
        self.progress.access_n = n;
        self.progress.access_chain = chain;
        self.accessed = true;
        Ok(Done::Nothing)
    }

    fn index(&mut self, changes: &'a [PreparedChange]) -> Result<(), Fault> {
        for change in changes {
            let (PreparedChange::Card { id: about, .. }
            | PreparedChange::CardGone { id: about, .. }
            | PreparedChange::Allocate { case: about, .. }
            | PreparedChange::Unallocate { case: about, .. }
            | PreparedChange::Person { case: about, .. }
            | PreparedChange::PersonGone { case: about, .. }
            | PreparedChange::PeopleGone { case: about }
            | PreparedChange::FileExpunged { case: about, .. }
            | PreparedChange::KeepFile { case: about, .. }) = change;
            if self.gone.contains(&StreamId::case(*about)) {
                continue;
            }
            match change {
                PreparedChange::Card { kind, id, head, ciphertext } => {
                    self.run(sql::CARD_PUT, values![*id, kind, stored(*head)?, ciphertext]);
                }
                PreparedChange::CardGone { kind, id } => self.run(sql::CARD_GONE, values![*id, kind]),
                PreparedChange::Allocate { case, account, relation } => {
                    self.run(sql::ALLOCATE, values![*case, *account, relation]);
                }
                PreparedChange::Person { case, person, ciphertext, tokens } => {
                    self.run(sql::PERSON_PUT, values![*case, *person, ciphertext]);
                    self.run(sql::TOKENS_GONE, values![*case, *person]);
                    for token in tokens {
                        self.run(sql::TOKEN_PUT, values![*case, *person, *token]);
                    }
                }
                PreparedChange::PersonGone { case, person } => {
                    self.run(sql::PERSON_GONE, values![*case, *person]);
                    self.run(sql::TOKENS_GONE, values![*case, *person]);
                }
                PreparedChange::PeopleGone { case } => {
                    self.run(sql::PEOPLE_FOR_GONE, values![*case]);
                    self.run(sql::TOKENS_FOR_GONE, values![*case]);
                }
                PreparedChange::KeepFile { case, addresses } => {
                    for address in addresses {
                        self.run(sql::FILE_LATER, values![i64::MAX, *case, address, i64::MAX]);
                    }
                }
                PreparedChange::FileExpunged { case, addresses } => {
                    for address in addresses {
                        self.run(sql::PIECES_EXPUNGED, values![*case, address]);
                        self.run(sql::FILE_EXPUNGED, values![*case, address]);
                    }
                }
                PreparedChange::Unallocate { case, account } => {
                    self.run(sql::UNALLOCATE, values![*case, *account]);
                }
            }
        }
        Ok(())
    }
}
