//! Workbooks (.xlsx): unpacked within a limit first, then read cell by cell, so that a sheet that claims a million
//! columns costs nothing.

use super::{Cell, Row, Table, assemble};
use crate::Limits;
use crate::fault::{Fault, Place};
use crate::unpack::{repack, unpack};
use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx};
use jiff::civil::{Date, DateTime, Time};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Rows are counted by what they hold; this is where a sheet may end all the same.
const LAST_ROW: u32 = 1_048_576;

/// The workbook, unpacked within a limit.
fn open(bytes: &[u8], limits: &Limits) -> Result<Xlsx<Cursor<Vec<u8>>>, Vec<Fault>> {
    let one = |fault: Fault| vec![fault];
    // Pictures, macros and the rest are never unpacked.
    let wanted = |name: &str| {
        name.starts_with("[Content")
            || name.starts_with("_rels/")
            || (name.starts_with("xl/")
                && !["xl/media/", "xl/embeddings/", "xl/drawings/", "xl/vbaProject", "xl/printerSettings/"]
                    .iter()
                    .any(|other| name.starts_with(other)))
    };
    let parts = unpack(bytes, limits.unpacked, wanted).map_err(one)?;
    if !parts.iter().any(|(name, _)| name == "xl/workbook.xml") {
        return Err(one(Fault::file("import-fault-not-a-workbook")));
    }
    let plain = repack(&parts).map_err(one)?;
    drop(parts);
    calamine::open_workbook_from_rs(Cursor::new(plain))
        .map_err(|_| one(Fault::file("import-fault-broken-workbook")))
}

/// The sheets that can be seen.
fn visible(book: &Xlsx<Cursor<Vec<u8>>>) -> Vec<String> {
    book.sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect()
}

/// A sheet: its name, and its cells by row, rows counted from 1.
pub(crate) type Sheet = (String, BTreeMap<u32, Vec<Cell>>);

/// Every sheet that can be seen, cell by cell.
pub(crate) fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, Vec<Fault>> {
    let mut book = open(bytes, limits)?;
    let mut out = Vec::new();
    for name in visible(&book) {
        let rows = cells(&mut book, &name, limits)?;
        out.push((name, rows));
    }
    Ok(out)
}

pub(super) fn read(bytes: &[u8], sheet: Option<&str>, limits: &Limits) -> Result<Table, Vec<Fault>> {
    let one = |fault: Fault| vec![fault];
    let broken = || one(Fault::file("import-fault-broken-workbook"));
    let mut book = open(bytes, limits)?;
    let sheets = visible(&book);
    let named = match sheet {
        Some(name) => match sheets.iter().find(|known| known.as_str() == name) {
            Some(found) => found.clone(),
            None => {
                return Err(one(Fault::file("import-fault-no-such-sheet")
                    .with("sheet", name)
                    .with("sheets", sheets.join(", "))));
            }
        },
        None => sheets.first().cloned().ok_or_else(|| one(Fault::file("import-fault-empty")))?,
    };
    let from_1904 = book.has_1904_epoch();
    let merged = book.merge_cells_by_sheet_name(&named).map_err(|_| broken())?;
    let merged: Vec<_> = merged
        .into_iter()
        .take(50_000)
        .map(|area| ((area.start.0, wide(area.start.1)), (area.end.0, wide(area.end.1))))
        .collect();
    let rows = cells(&mut book, &named, limits)?;
    let rows = rows
        .into_iter()
        .map(|(number, cells)| {
            let filled: Vec<usize> =
                cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(n, _)| n).collect();
            let heading = matches!(filled.as_slice(), [only] if merged.iter().any(|(from, to)| {
                from.0 == number.saturating_sub(1) && from.1 == *only && to.1 > from.1
            }));
            Row { number, cells, heading }
        })
        .collect();
    let mut table = assemble(rows, limits)?;
    if sheets.len() > 1 && sheet.is_none() {
        table
            .remarks
            .push(Fault::file("import-remark-sheets").with("sheet", &named).with("sheets", sheets.join(", ")));
    }
    Ok(Table { sheet: named, sheets, merged, from_1904, ..table })
}

/// The cells of a sheet, by row from 1.
fn cells(
    book: &mut Xlsx<Cursor<Vec<u8>>>,
    sheet: &str,
    limits: &Limits,
) -> Result<BTreeMap<u32, Vec<Cell>>, Vec<Fault>> {
    let broken = || vec![Fault::file("import-fault-broken-workbook")];
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| broken())?;
    let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    let mut faults = Vec::new();
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(|_| broken())? {
        let (row, column) = record.pos;
        let number = row.saturating_add(1);
        let cell = match (value(&record.value), record.formula.is_some()) {
            (Cell::Empty, true) => Cell::NoResult,
            (cell, _) => cell,
        };
        if cell.is_empty() {
            continue;
        }
        if number > LAST_ROW || wide(column) >= limits.columns.saturating_mul(4) {
            faults
                .push(Fault::at(Place::row(number), "import-fault-too-many-columns").with("most", limits.columns));
            break;
        }
        let cells = rows.entry(number).or_default();
        if cells.len() <= wide(column) {
            cells.resize(wide(column).saturating_add(1), Cell::Empty);
        }
        if let Some(place) = cells.get_mut(wide(column)) {
            *place = cell;
        }
        if rows.len() > limits.rows.saturating_add(100) {
            faults.push(
                Fault::file("import-fault-too-many-rows").with("most", limits.rows).with("found", rows.len()),
            );
            break;
        }
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

fn wide(column: u32) -> usize {
    usize::try_from(column).unwrap_or(usize::MAX)
}

fn value(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => {
            // Exact up to 2^53, and nothing in a chronology is larger.
            #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "a number for showing")]
            let number = *number as f64;
            Cell::Number(number)
        }
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Bool(yes) => Cell::Text(if *yes { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::DateTime(at) if at.is_datetime() => {
            let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
            civil(year, month, day, hour, minute).unwrap_or(Cell::Number(at.as_f64()))
        }
        DataRef::DateTime(at) => Cell::Number(at.as_f64()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => match text.parse::<DateTime>() {
            Ok(at) => Cell::Date(at, text.contains('T')),
            Err(_) => Cell::Text(text.clone()),
        },
        DataRef::Error(error) => Cell::Wrong(error.to_string()),
    }
}

fn civil(year: u16, month: u8, day: u8, hour: u8, minute: u8) -> Option<Cell> {
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
    Some(Cell::Date(date.to_datetime(time), time != Time::midnight()))
}
