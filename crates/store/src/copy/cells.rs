//! Rows as plain cells: read in any table, put into any table, of either engine.

use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex, PoisonError},
};

use super::table::{Cell, Kind};
use crate::{
    engine::{Conn, Row, Shaped, Statement, Value},
    errors::Fault,
};

/// What is done with each row.
pub(crate) type EachRow<'a> = &'a mut dyn FnMut(Vec<Cell>) -> Result<(), Fault>;

/// Engines keep statements prepared by their text, so each lives as long as the process. There are a few for each table.
fn kept(text: String) -> &'static str {
    static KEPT: LazyLock<Mutex<HashMap<String, &'static str>>> = LazyLock::new(Mutex::default);
    let mut all = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(there) = all.get(&text) {
        return there;
    }
    let there: &'static str = Box::leak(text.clone().into_boxed_str());
    all.insert(text, there);
    there
}

fn values(cells: &[Cell]) -> Vec<Value<'_>> {
    let value = |cell| match cell {
        &Cell::Null => Value::Nothing,
        &Cell::Number(number) => Value::Int(number),
        Cell::Bytes(bytes) => Value::Bytes(bytes),
        Cell::Text(text) => Value::Text(text),
    };
    cells.iter().map(value).collect()
}

fn cell(row: &Row<'_>, at: usize, kind: Kind) -> Shaped<Cell> {
    Ok(match kind {
        Kind::Number => Cell::Number(row.get(at)?),
        Kind::Text => Cell::Text(row.get(at)?),
        Kind::Bytes => Cell::Bytes(row.get(at)?),
        Kind::MaybeBytes => row.get::<Option<Vec<u8>>>(at)?.map_or(Cell::Null, Cell::Bytes),
    })
}

/// Each row that `text` finds, one after the other. Nothing else may be asked of the connection meanwhile.
pub(crate) fn each_row(
    conn: &Conn,
    text: String,
    of: &[Cell],
    columns: &[(&str, Kind)],
    each: EachRow<'_>,
) -> Result<(), Fault> {
    conn.each(kept(text), &values(of), |row| {
        let cells = columns.iter().enumerate().map(|(at, (_, kind))| cell(row, at, *kind));
        each(cells.collect::<Shaped<Vec<_>>>()?)
    })
}

/// Runs a statement that puts or deletes.
pub(crate) fn run(conn: &Conn, text: String, of: &[Cell]) -> Result<u64, Fault> {
    conn.run(kept(text), &values(of))
}

/// Runs many of them in order, together where the engine is across a network.
pub(crate) fn run_all(conn: &Conn, rows: &[(String, Vec<Cell>)]) -> Result<(), Fault> {
    let statements: Vec<_> =
        rows.iter().map(|(text, of)| Statement { text: kept(text.clone()), values: values(of) }).collect();
    conn.run_all(&statements).map(|_| ())
}
