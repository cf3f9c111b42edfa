//! Separated values: commas, semicolons, tabs or bars; UTF-8, UTF-16 or Windows-1252; with a byte order mark or without.

use super::{Cell, Row, Table, assemble};
use crate::Limits;
use crate::fault::{Fault, Place};

/// What may separate, the likeliest first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How much of a file decides which of them does.
const LOOKED_AT: usize = 64 * 1024;

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Table, Vec<Fault>> {
    let (text, remark) = decode(bytes);
    // Excel's own way of saying which separator it used. It is a row of the file, though none of the table.
    let (said, body, skipped) = match text.strip_prefix("sep=") {
        Some(rest) => {
            let (line, rest) = rest.split_once('\n').unwrap_or((rest, ""));
            (line.trim_end_matches('\r').bytes().next(), rest, 1_u32)
        }
        None => (None, text.as_str(), 0),
    };
    let separator = said.filter(|byte| SEPARATORS.contains(byte)).unwrap_or_else(|| separator(body));
    if body.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        let row = body.lines().position(|line| line.bytes().filter(|byte| *byte == b'"').count() % 2 == 1);
        let row = u32::try_from(row.unwrap_or(0)).unwrap_or(0).saturating_add(1 + skipped);
        return Err(vec![Fault::at(Place::row(row), "import-fault-open-quote")]);
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(body.as_bytes());
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut record = csv::StringRecord::new();
    let mut number = skipped;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => {
                faults.push(Fault::at(Place::row(number.saturating_add(1)), "import-fault-broken-row"));
                break;
            }
        }
        let begins = record.position().map_or(0, csv::Position::byte);
        number = number.saturating_add(1).saturating_add(blank_lines(body.as_bytes(), begins));
        let cells: Vec<Cell> = record
            .iter()
            .map(|text| if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) })
            .collect();
        rows.push(Row { number, cells, heading: false });
        if rows.len() > limits.rows.saturating_mul(2).saturating_add(100) {
            // Far over, empty rows or not: no need to read on.
            return Err(vec![
                Fault::file("import-fault-too-many-rows").with("most", limits.rows).with("found", rows.len()),
            ]);
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut table = assemble(rows, limits)?;
    let width = table.headings.iter().rposition(|heading| !heading.is_empty()).map_or(0, |last| last + 1);
    let wide: Vec<Fault> = table
        .rows
        .iter()
        .filter(|row| row.cells.iter().skip(width).any(|cell| !cell.is_empty()))
        .map(|row| {
            Fault::at(Place::row(row.number), "import-fault-more-cells")
                .with("found", row.cells.len())
                .with("wanted", width)
        })
        .collect();
    if !wide.is_empty() {
        return Err(wide);
    }
    table.headings.truncate(width);
    table.remarks.extend(remark);
    Ok(table)
}

/// How many empty lines stand before a record. Rows are counted as a spreadsheet counts them after opening the file: a line
/// break inside quotation marks does not begin a new one, and an empty line is a row.
fn blank_lines(body: &[u8], begins: u64) -> u32 {
    let at = usize::try_from(begins).unwrap_or(usize::MAX);
    let before = at.checked_sub(1).and_then(|before| body.get(before));
    let rest = body.get(at..).unwrap_or_default();
    // The second half of the line end before it.
    let rest = if before == Some(&b'\r') { rest.strip_prefix(b"\n").unwrap_or(rest) } else { rest };
    let lines = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count();
    u32::try_from(lines).unwrap_or(u32::MAX)
}

/// As text. What is not UTF-8 is read as Windows-1252, and said so.
fn decode(bytes: &[u8]) -> (String, Option<Fault>) {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return (encoding.decode_without_bom_handling(rest).0.into_owned(), None);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(_) => {
            let text = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
            (text, Some(Fault::file("import-remark-windows-1252")))
        }
    }
}

/// The separator that gives most rows the same number of cells, more than one.
fn separator(text: &str) -> u8 {
    let beginning: String = text.chars().take(LOOKED_AT).collect();
    let fits = |separator: u8| {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(beginning.as_bytes());
        let widths: Vec<usize> = reader.records().take(40).filter_map(Result::ok).map(|row| row.len()).collect();
        let first = widths.iter().copied().max_by_key(|width| widths.iter().filter(|w| *w == width).count());
        let first = first.filter(|width| *width > 1).unwrap_or(0);
        widths.iter().filter(|width| **width == first).count().saturating_mul(first.min(12))
    };
    SEPARATORS.into_iter().rev().max_by_key(|separator| fits(*separator)).unwrap_or(b',')
}

/// Rows as CSV that a spreadsheet opens without running anything: a cell that looks like a formula is kept as text.
pub fn to_csv<'a>(headings: &[&str], rows: impl Iterator<Item = &'a [String]>) -> String {
    // The mark tells Excel that it is UTF-8.
    let mut out = String::from("\u{feff}");
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        let cells: Vec<String> = cells
            .map(|cell| {
                let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                format!("\"{}{}\"", if risky { "'" } else { "" }, cell.replace('"', "\"\""))
            })
            .collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    };
    line(&mut headings.iter().copied());
    for row in rows {
        line(&mut row.iter().map(String::as_str));
    }
    out
}
