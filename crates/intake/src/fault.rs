//! What is wrong with a file: where, what, and how to mend it. Codes and arguments; the sentence is in Fluent.

use crate::table::letters;
use words::Words;

/// Where in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The row as the spreadsheet counts it, from 1; none for the file as a whole.
    pub row: Option<u32>,
    /// The column, from 0.
    pub column: Option<usize>,
}

impl Place {
    /// A whole row.
    #[must_use]
    pub fn row(row: u32) -> Self {
        Self { row: Some(row), column: None }
    }

    /// One cell.
    #[must_use]
    pub fn cell(row: u32, column: usize) -> Self {
        Self { row: Some(row), column: Some(column) }
    }

    /// The place in words: "Row 12, column C".
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match (self.row, self.column) {
            (Some(row), Some(column)) => words.say_with(
                "import-place-cell",
                &[("row", row.to_string().into()), ("column", letters(column).into())],
            ),
            (Some(row), None) => words.say_with("import-place-row", &[("row", row.to_string().into())]),
            (None, _) => words.say("import-place-file"),
        }
    }
}

/// One fault of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// The key of the sentence.
    pub key: &'static str,
    /// What stands in it.
    pub args: Vec<(&'static str, String)>,
}

impl Fault {
    /// A fault of the file as a whole.
    #[must_use]
    pub fn file(key: &'static str) -> Self {
        Self { place: Place::default(), key, args: Vec::new() }
    }

    /// A fault at a place.
    #[must_use]
    pub fn at(place: Place, key: &'static str) -> Self {
        Self { place, key, args: Vec::new() }
    }

    /// The same with an argument of its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// What is wrong and how to mend it, without the place.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let args: Vec<_> = self.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        words.say_with(self.key, &args)
    }
}

/// The beginning of what a cell says, for naming it in a sentence.
pub(crate) fn short(text: &str) -> String {
    const LONG: usize = 40;
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= LONG {
        return flat;
    }
    let cut: String = flat.chars().take(LONG).collect();
    format!("{cut}…")
}
