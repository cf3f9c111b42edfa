//! The density strip of the chronology: when things were done, in one picture, for the team that works the case.
//!
//! INVARIANT: a working view only. It is no part of any other view and cannot be serialised, so that it cannot get into a
//! document, an export or the API by accident: read by a stranger, thin months look like change.

use super::chronology::{ChronologyView, What};
use super::lines::Named;
use crate::ids::EntryId;
use crate::when::Happened;
use jiff::civil::Date;

/// The strip of a chronology, filtered or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// The first year on it.
    pub first_year: i16,
    /// The day it was made for.
    pub as_of: Date,
    /// One row for each person: those who cause harm first, then those who protect, with the same weight.
    pub rows: Vec<StripRow>,
}

/// What one person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripRow {
    /// Who.
    pub who: Named,
    /// For safety, care and stability; else it is what was done to control or harm.
    pub protects: bool,
    /// What, in order.
    pub marks: Vec<Mark>,
}

/// One thing done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The entry.
    pub id: EntryId,
    /// What, in a few words.
    pub title: String,
    /// When. What goes on is one unbroken bar.
    pub happened: Happened,
}

/// The strip of what a chronology shows. Nothing where nothing has a date.
#[must_use]
pub fn strip(view: &ChronologyView) -> Option<Strip> {
    let mut rows: Vec<StripRow> = Vec::new();
    let mut put = |who: &Named, protects: bool, mark: Mark| {
        if mark.happened.begins().is_none() {
            return;
        }
        let same = |row: &&mut StripRow| row.who == *who && row.protects == protects;
        match rows.iter_mut().find(same) {
            Some(row) if row.marks.iter().any(|known| known.id == mark.id) => {}
            Some(row) => row.marks.push(mark),
            None => rows.push(StripRow { who: who.clone(), protects, marks: vec![mark] }),
        }
    };
    for row in view.rows() {
        let efforts = match &row.what {
            What::Harm(harm) => {
                let line = &harm.behaviour;
                let mark = Mark { id: row.id, title: line.title.clone(), happened: row.happened };
                put(&line.actor, false, mark);
                harm.efforts.as_slice()
            }
            What::Hold(hold) => std::slice::from_ref(&hold.effort),
            What::Effect(_) | What::Agency(_) => &[],
        };
        for effort in efforts {
            let envelope = &effort.envelope;
            put(
                &effort.actor,
                true,
                Mark { id: envelope.id, title: effort.act.clone(), happened: envelope.happened },
            );
        }
    }
    rows.sort_by_key(|row| row.protects);
    for row in &mut rows {
        row.marks.sort_by(|a, b| a.happened.order(&b.happened));
    }
    let dates = rows.iter().flat_map(|row| &row.marks).filter_map(|mark| mark.happened.begins());
    let first_year = dates.map(|date| date.year()).min()?;
    Some(Strip { first_year, as_of: view.as_of, rows })
}
