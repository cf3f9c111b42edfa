//! Checking what lies beside the journal: drafts, cards and attached files must open.

use super::{Notes, What};
use crate::{drafts, engine::reader::Reader, errors::Fault, files, ids::StreamId, index, people, store::Inner};

pub(super) fn check(inner: &Inner, reader: &Reader<'_>, notes: &mut Notes) -> Result<(), Fault> {
    match reader.drafts(None) {
        Ok(rows) => {
            for row in rows {
                if let Err(fault) = drafts::still_there(inner, row) {
                    notes.add(None, None, What::Undecryptable, fault.why());
                }
            }
        }
        Err(fault) => {
            notes.add(None, None, What::Changed, format!("the drafts do not have their form: {}", fault.why()))
        }
    }
    match reader.files_all() {
        Ok(rows) => {
            for row in rows {
                let whole = files::open_head(inner, &row)
                    .and_then(|head| files::check_whole(inner, &head, |case, blob, n| reader.piece(case, blob, n)));
                if let Err(fault) = whole
                    && !inner.keys.is_shredded(StreamId::case(row.case))?
                {
                    notes.add(
                        Some(StreamId::case(row.case)),
                        None,
                        What::Changed,
                        format!("an attached file: {}", fault.why()),
                    );
                }
            }
        }
        Err(fault) => {
            notes.add(None, None, What::Changed, format!("the files do not have their form: {}", fault.why()))
        }
    }
    match reader.pieces_loose() {
        Ok(rows) => {
            for (case, blob, n) in rows {
                let opened = reader.piece(case, blob, n).and_then(|row| match row {
                    Some(row) => files::open_piece(inner, &row).map(|_| ()),
                    None => Ok(()),
                });
                if let Err(fault) = opened
                    && !inner.keys.is_shredded(StreamId::case(case))?
                {
                    let detail = format!("a piece of an unfinished upload: {}", fault.why());
                    notes.add(Some(StreamId::case(case)), None, What::Undecryptable, detail);
                }
            }
        }
        Err(fault) => notes.add(
            None,
            None,
            What::Changed,
            format!("the pieces of files do not have their form: {}", fault.why()),
        ),
    }
    match reader.people_all() {
        Ok(rows) => {
            for row in rows {
                if let Err(fault) = people::open_card(inner, row) {
                    let detail = format!("{}; the index can be dropped and rebuilt", fault.why());
                    notes.add(None, None, What::Undecryptable, detail);
                }
            }
        }
        Err(fault) => {
            notes.add(None, None, What::Changed, format!("the people do not have their form: {}", fault.why()))
        }
    }
    match reader.cards_all() {
        Ok(rows) => {
            for row in rows {
                if let Err(fault) = index::open(inner, &row) {
                    let detail = format!("{}; the index can be dropped and rebuilt", fault.why());
                    notes.add(None, None, What::Undecryptable, detail);
                }
            }
        }
        Err(fault) => {
            notes.add(None, None, What::Changed, format!("the cards do not have their form: {}", fault.why()))
        }
    }
    Ok(())
}
