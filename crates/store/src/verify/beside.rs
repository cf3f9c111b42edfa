//! Checking what lies beside the journal: drafts and cards must open.

use super::{Notes, What};
use crate::{drafts, errors::Fault, index, sqlite::reader::Reader, store::Inner};

pub(super) fn check(inner: &Inner, reader: &Reader<'_>, notes: &mut Notes) -> Result<(), Fault> {
    match reader.drafts(None) {
        Ok(rows) => {
            for row in rows {
                if let Err(fault) = drafts::open(inner, row) {
                    notes.add(None, None, What::Undecryptable, fault.why());
                }
            }
        }
        Err(fault) => {
            notes.add(None, None, What::Changed, format!("the drafts do not have their form: {}", fault.why()))
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
