//! Old records into entries: spreadsheets with a mapping of their columns, and notes from papers.
//!
//! Everything read here comes from outside and is bounded: bytes, unpacked bytes, rows, columns, the length of a cell. A
//! reader never guesses where guessing could change a record: it names the row and the column, and how to mend it. The
//! ids of entries are made from the content of their rows, so that the same file brought in again changes nothing.
//!
//! The crate knows neither store nor pages: it is handed bytes, a projection and the words, and gives back drafts.

mod dates;
mod fault;
mod guess;
mod id;
mod mapping;
mod paper;
mod people;
mod plan;
mod rows;
mod table;
mod unpack;
mod xlsform;

pub use dates::Order;
pub use fault::{Fault, Place};
pub use guess::{guess, name as column_name};
pub use mapping::{Becomes, Changed, Column, Columns, MAPS, Mapping, MappingError, RowRules, split_names};
pub use paper::{Letters, Paper, decoded, read_paper};
pub use people::{Meant, Names};
pub use plan::{EntryLine, LeftOut, Outcome, Plan, Question};
pub use rows::{Scene, plan_papers, plan_table};
pub use table::comma::to_csv;
pub use table::{Cell, Row, Table, letters, read_table};
pub use xlsform::{AtSheet, Brought, Wanted, read_xlsform};

/// What a file of old records may at most be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes as they come.
    pub bytes: u64,
    /// Bytes after unpacking.
    pub unpacked: u64,
    /// Rows of a table.
    pub rows: usize,
    /// Columns of a table.
    pub columns: usize,
    /// Characters of a cell.
    pub cell: usize,
}

impl Limits {
    /// What suits a chronology of a family, and far more.
    pub const USUAL: Self =
        Self { bytes: 20_000_000, unpacked: 100_000_000, rows: 5_000, columns: 60, cell: 32_767 };
}

impl Default for Limits {
    fn default() -> Self {
        Self::USUAL
    }
}
