//! The rows of a copy as bytes: put this row in, take that row out.

use super::table::{Cell, Kind, Table};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// Which table, by its code.
    pub(crate) table: u8,
    /// Put in (all columns), or taken out (the key).
    pub(crate) put: bool,
    pub(crate) cells: Vec<Cell>,
}

const PUT: u8 = 1;
const GONE: u8 = 2;

pub(crate) fn write_cells(out: &mut Vec<u8>, cells: &[Cell]) {
    let sized = |out: &mut Vec<u8>, tag: u8, bytes: &[u8]| {
        out.push(tag);
        out.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes());
        out.extend_from_slice(bytes);
    };
    for cell in cells {
        match cell {
            Cell::Null => out.push(0),
            Cell::Number(number) => {
                out.push(1);
                out.extend_from_slice(&number.to_le_bytes());
            }
            Cell::Bytes(bytes) => sized(out, 2, bytes),
            Cell::Text(text) => sized(out, 3, text.as_bytes()),
        }
    }
}

impl Record {
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&[if self.put { PUT } else { GONE }, self.table]);
        write_cells(out, &self.cells);
    }
}

/// Reads records one after the other. `None` in between means that the bytes are not what was written.
pub(crate) struct Records<'a> {
    rest: &'a [u8],
    tables: &'static [Table],
}

impl<'a> Records<'a> {
    pub(crate) fn new(bytes: &'a [u8], tables: &'static [Table]) -> Self {
        Self { rest: bytes, tables }
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (first, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(first)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn sized(&mut self) -> Option<&'a [u8]> {
        let size = u32::from_le_bytes(*self.take(4)?.first_chunk()?);
        self.take(usize::try_from(size).ok()?)
    }

    fn cell(&mut self, kind: Kind) -> Option<Cell> {
        Some(match (self.byte()?, kind) {
            (0, Kind::MaybeBytes) => Cell::Null,
            (1, Kind::Number) => Cell::Number(i64::from_le_bytes(*self.take(8)?.first_chunk()?)),
            (2, Kind::Bytes | Kind::MaybeBytes) => Cell::Bytes(self.sized()?.to_vec()),
            (3, Kind::Text) => Cell::Text(std::str::from_utf8(self.sized()?).ok()?.to_owned()),
            _ => return None,
        })
    }

    fn record(&mut self) -> Option<(&'static Table, Record)> {
        let put = match self.byte()? {
            PUT => true,
            GONE => false,
            _ => return None,
        };
        let code = self.byte()?;
        let tables = self.tables;
        let table = tables.iter().find(|table| table.code == code)?;
        let columns = if put { table.columns } else { table.key_columns() };
        let cells = columns.iter().map(|(_, kind)| self.cell(*kind)).collect::<Option<Vec<_>>>()?;
        Some((table, Record { table: code, put, cells }))
    }
}

impl Iterator for Records<'_> {
    type Item = Option<(&'static Table, Record)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let record = self.record();
        if record.is_none() {
            self.rest = &[];
        }
        Some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::copy::table::DATA;

    #[test]
    fn what_is_written_is_read_and_nothing_else_is() {
        let draft = Record {
            table: 7,
            put: true,
            cells: vec![
                Cell::Bytes(vec![1; 16]),
                Cell::Bytes(vec![2; 16]),
                Cell::Null,
                Cell::Number(i64::MAX),
                Cell::Number(-1),
                Cell::Bytes(Vec::new()),
                Cell::Bytes(vec![3; 300]),
            ],
        };
        let meta = Record { table: 4, put: false, cells: vec![Cell::Text("zażółć".into())] };
        let mut bytes = Vec::new();
        draft.write(&mut bytes);
        meta.write(&mut bytes);
        let read = |bytes: &[u8]| {
            Records::new(bytes, DATA).map(|one| one.map(|(_, record)| record)).collect::<Option<Vec<_>>>()
        };
        assert_eq!(read(&bytes), Some(vec![draft, meta]));
        for end in 1..bytes.len() {
            let whole = read(&bytes[..end]);
            assert!(whole.is_none_or(|records| records.len() == 1), "cut at {end}");
        }
        for wrong in [&[9][..], &[1, 99], &[2, 4, 3, 2, 0, 0, 0, 0xff, 0xff], &[2, 4, 1, 0, 0, 0, 0, 0, 0, 0, 0]] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }
}
