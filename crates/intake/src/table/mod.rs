//! A table as it stands in a file: a row of headings, rows of cells, and where each came from.

pub(crate) mod comma;
pub(crate) mod excel;

use crate::Limits;
use crate::fault::Fault;
use jiff::civil::DateTime;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A date, or a date with a time of day.
    Date(DateTime, bool),
    /// A formula whose result is not in the file.
    NoResult,
    /// A formula that went wrong: `#REF!`.
    Wrong(String),
}

impl Cell {
    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// What it says, for showing and for reading as words.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Empty | Self::NoResult => String::new(),
            Self::Text(text) => clean(text),
            Self::Number(number) => plain_number(*number),
            Self::Date(at, true) => format!("{} {:02}:{:02}", at.date(), at.hour(), at.minute()),
            Self::Date(at, false) => at.date().to_string(),
            Self::Wrong(code) => code.clone(),
        }
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its number as the spreadsheet shows it, from 1.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// A text that stands in one cell merged over several columns: a heading between the rows.
    pub heading: bool,
}

impl Row {
    /// The cell of a column.
    #[must_use]
    pub fn cell(&self, column: usize) -> &Cell {
        const EMPTY: &Cell = &Cell::Empty;
        self.cells.get(column).unwrap_or(EMPTY)
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The name of the sheet; empty for CSV.
    pub sheet: String,
    /// All sheets that can be read.
    pub sheets: Vec<String>,
    /// The row of the headings, from 1.
    pub heading_row: u32,
    /// The headings.
    pub headings: Vec<String>,
    /// The rows beneath them that are not empty.
    pub rows: Vec<Row>,
    /// Merged cells: rows and columns from 0, both ends included.
    pub(crate) merged: Vec<((u32, usize), (u32, usize))>,
    /// Whether the workbook counts its days from 1904.
    pub(crate) from_1904: bool,
    /// What a person should know about how it was read: keys of sentences with arguments.
    pub remarks: Vec<Fault>,
}

impl Table {
    /// How many columns it has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.headings.len()
    }

    /// The cell of a column, and for a cell that is merged downwards the one it is merged with.
    #[must_use]
    pub fn down(&self, row: &Row, column: usize) -> Cell {
        let own = row.cell(column);
        if !own.is_empty() {
            return own.clone();
        }
        let at = row.number.saturating_sub(1);
        let merged =
            self.merged.iter().find(|(from, to)| from.1 == column && to.1 == column && from.0 < at && at <= to.0);
        let first =
            merged.and_then(|(from, _)| self.rows.iter().find(|row| row.number == from.0.saturating_add(1)));
        first.map(|row| row.cell(column).clone()).unwrap_or_default()
    }
}

/// Reads a table: `.xlsx` by its content, everything else as separated values.
///
/// # Errors
/// With what is wrong with the file as a whole, or with its rows.
pub fn read_table(bytes: &[u8], sheet: Option<&str>, limits: &Limits) -> Result<Table, Vec<Fault>> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.bytes {
        return Err(vec![Fault::file("import-fault-too-large").with("most", limits.bytes / 1_000_000)]);
    }
    if bytes.is_empty() {
        return Err(vec![Fault::file("import-fault-empty")]);
    }
    if bytes.starts_with(b"PK") {
        return excel::read(bytes, sheet, limits);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(vec![Fault::file("import-fault-old-excel")]);
    }
    if bytes.starts_with(b"%PDF")
        || bytes.iter().take(4096).filter(|byte| **byte == 0).count() > 64 && !is_utf16(bytes)
    {
        return Err(vec![Fault::file("import-fault-not-a-table")]);
    }
    comma::read(bytes, limits)
}

fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF])
}

/// The letters of a column: A, B, … Z, AA.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut out = Vec::new();
    let mut n = column;
    loop {
        out.push(char::from(b'A' + u8::try_from(n % 26).unwrap_or(0)));
        if n < 26 {
            break;
        }
        n = n / 26 - 1;
    }
    out.iter().rev().collect()
}

/// Puts a table together: the first row with at least two cells is that of the headings.
fn assemble(mut rows: Vec<Row>, limits: &Limits) -> Result<Table, Vec<Fault>> {
    rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    // A title above the table stands alone in its row; a table of one column has no other kind.
    let at = rows.iter().position(|row| filled(row) > 1 && !row.heading).unwrap_or(0);
    if rows.is_empty() {
        return Err(vec![Fault::file("import-fault-empty")]);
    }
    let rest = rows.split_off(at.saturating_add(1));
    let Some(head) = rows.pop() else { return Err(vec![Fault::file("import-fault-empty")]) };
    let headings: Vec<String> = head.cells.iter().map(|cell| cell.text().trim().to_owned()).collect();
    let width = headings.len().max(rest.iter().map(|row| row.cells.len()).max().unwrap_or(0));
    if width > limits.columns {
        return Err(vec![Fault::file("import-fault-too-many-columns").with("most", limits.columns)]);
    }
    if rest.len() > limits.rows {
        return Err(vec![
            Fault::file("import-fault-too-many-rows").with("most", limits.rows).with("found", rest.len()),
        ]);
    }
    if rest.is_empty() {
        return Err(vec![Fault::file("import-fault-only-headings")]);
    }
    let mut table = Table { heading_row: head.number, headings, rows: rest, ..Table::default() };
    let faults: Vec<Fault> = table
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().enumerate().map(move |(column, cell)| (row, column, cell)))
        .filter(|(_, _, cell)| matches!(cell, Cell::Text(text) if text.chars().count() > limits.cell))
        .map(|(row, column, _)| {
            Fault::at(crate::Place::cell(row.number, column), "import-fault-long-cell").with("most", limits.cell)
        })
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    table.headings.resize(width, String::new());
    Ok(table)
}

/// Without control characters that no keyboard makes; spreadsheets keep line breaks in several ways.
fn clean(text: &str) -> String {
    let text = text.replace("_x000D_", "").replace("\r\n", "\n");
    text.chars()
        .map(|c| match c {
            '\r' | '\u{b}' => '\n',
            '\u{a0}' => ' ',
            c if c.is_control() && c != '\n' && c != '\t' => ' ',
            c => c,
        })
        .collect()
}

/// 12 and not 12.0.
fn plain_number(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let said: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(said, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
