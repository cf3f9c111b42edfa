//! What a file would become: entries, rows that are there already, rows that changed, rows left out, questions and faults.

use crate::fault::Fault;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::record::Draft;

/// What becomes of a part of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new entry.
    New,
    /// It is there already.
    There,
    /// The row changed since it was brought in: the entry is revised.
    Revised,
    /// The row changed since it was brought in: the entry stays.
    Stays,
    /// The row changed, and so did the entry here: the entry stays.
    ChangedHere,
}

/// One entry that a row stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryLine {
    /// The row, from 1; 0 for a paper.
    pub row: u32,
    /// The entry.
    pub id: EntryId,
    /// The kind.
    pub kind: Kind,
    /// What it says.
    pub says: String,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// A row from which nothing comes, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where and why.
    pub fault: Fault,
    /// The beginning of what it says.
    pub says: String,
}

/// Something that a person has to decide before the file can be brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Which number comes first in these dates.
    Order {
        /// A few of them, with their rows.
        examples: Vec<(u32, String)>,
    },
    /// Some dates can only be the one, and some only the other.
    BothOrders {
        /// A row that is day first.
        day_first: u32,
        /// A row that is month first.
        month_first: u32,
    },
    /// Who is meant by a name.
    Person {
        /// The name, as the file writes it.
        name: String,
        /// The first row that has it.
        row: u32,
    },
    /// What a word of the kind column means.
    Kind {
        /// The word.
        word: String,
        /// The first row that has it.
        row: u32,
    },
}

/// What a file would become.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Every entry that a row stands for.
    pub entries: Vec<EntryLine>,
    /// What would be recorded.
    pub drafts: Vec<Draft>,
    /// Rows from which nothing comes.
    pub left_out: Vec<LeftOut>,
    /// What has to be decided.
    pub questions: Vec<Question>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What a person should know.
    pub remarks: Vec<Fault>,
}

impl Plan {
    /// Whether it can be brought in: nothing wrong, and nothing to be decided.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.faults.is_empty() && self.questions.is_empty()
    }

    /// How many entries have an outcome.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> usize {
        self.entries.iter().filter(|line| line.outcome == outcome).count()
    }
}
