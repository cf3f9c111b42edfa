//! What a copy of a store holds: its tables, what names a row of each, and what tells that a row was changed.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Bytes,
    MaybeBytes,
    Number,
    Text,
}

/// What one row has in one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Null,
    Number(i64),
    Bytes(Vec<u8>),
    Text(String),
}

/// How a table changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Growth {
    /// Rows come, change and go. These columns, beside the key, tell that one was changed.
    Rows(&'static [&'static str]),
    /// Rows are only added, under the next number; the last column of the key counts, the others name whose row it is.
    Added,
}

/// One table.
#[derive(Debug)]
pub(crate) struct Table {
    /// Stands for it in a copy; never reused for another.
    pub(crate) code: u8,
    pub(crate) name: &'static str,
    /// The columns of the key first.
    pub(crate) columns: &'static [(&'static str, Kind)],
    pub(crate) key: usize,
    pub(crate) growth: Growth,
}

use Kind::{Bytes, MaybeBytes, Number, Text};

/// Entries of the journal.
pub(crate) const EVENT: Table = Table {
    code: 1,
    name: "event",
    columns: &[
        ("stream_id", Bytes),
        ("stream_kind", Number),
        ("seq", Number),
        ("tag", Text),
        ("version", Number),
        ("class", Number),
        ("at_micros", Number),
        ("key_id", Bytes),
        ("ciphertext", MaybeBytes),
        ("commitment", Bytes),
        ("chain", Bytes),
    ],
    key: 3,
    growth: Growth::Added,
};

/// Signed records.
pub(crate) const HEADS: Table = Table {
    code: 2,
    name: "heads",
    columns: &[
        ("server", Bytes),
        ("n", Number),
        ("at_micros", Number),
        ("body", Bytes),
        ("signature", Bytes),
        ("hash", Bytes),
    ],
    key: 2,
    growth: Growth::Added,
};

/// The access log.
pub(crate) const ACCESS: Table = Table {
    code: 3,
    name: "access",
    columns: &[
        ("server", Bytes),
        ("n", Number),
        ("at_micros", Number),
        ("who", Bytes),
        ("stream_kind", Number),
        ("stream_id", Bytes),
        ("view", Text),
        ("purpose", Text),
        ("outcome", Number),
        ("chain", Bytes),
    ],
    key: 2,
    growth: Growth::Added,
};

/// Which streams had rows changed in place, and how often: by another key, or by an expunged text.
pub(crate) const RESEALED: Table = Table {
    code: 10,
    name: "resealed",
    columns: &[("stream_id", Bytes), ("stream_kind", Number), ("n", Number)],
    key: 2,
    growth: Growth::Rows(&["n"]),
};

/// Server processes.
pub(crate) const SERVER: Table = Table {
    code: 6,
    name: "server",
    columns: &[
        ("id", Bytes),
        ("public_key", Bytes),
        ("started_micros", Number),
        ("certificate", Bytes),
        ("linked", Number),
    ],
    key: 1,
    growth: Growth::Rows(&["linked"]),
};

/// Heads of the streams.
pub(crate) const STREAM: Table = Table {
    code: 5,
    name: "stream",
    columns: &[("id", Bytes), ("kind", Number), ("seq", Number), ("chain", Bytes)],
    key: 2,
    growth: Growth::Rows(&["seq", "chain"]),
};

/// Everything in the database that a copy holds. Not in it: sessions, which end with the server, and the index, which is
/// built again from the journal, so that no copy keeps the names of a case that was deleted since.
pub(crate) const DATA: &[Table] = &[
    Table {
        code: 4,
        name: "meta",
        columns: &[("name", Text), ("value", Bytes)],
        key: 1,
        growth: Growth::Rows(&["value"]),
    },
    STREAM,
    SERVER,
    Table {
        code: 7,
        name: "draft",
        columns: &[
            ("owner", Bytes),
            ("key", Bytes),
            ("case_id", MaybeBytes),
            ("version", Number),
            ("at_micros", Number),
            ("key_id", Bytes),
            ("ciphertext", Bytes),
        ],
        key: 2,
        growth: Growth::Rows(&["version", "at_micros", "key_id"]),
    },
    Table {
        code: 8,
        name: "file",
        columns: &[
            ("case_id", Bytes),
            ("address", Bytes),
            ("blob", Bytes),
            ("class", Number),
            ("pieces", Number),
            ("keep_until", Number),
            ("key_id", Bytes),
            ("ciphertext", Bytes),
        ],
        key: 2,
        growth: Growth::Rows(&["blob", "keep_until", "key_id"]),
    },
    Table {
        code: 9,
        name: "piece",
        columns: &[
            ("case_id", Bytes),
            ("blob", Bytes),
            ("n", Number),
            ("class", Number),
            ("at_micros", Number),
            ("key_id", Bytes),
            ("ciphertext", Bytes),
        ],
        key: 3,
        growth: Growth::Rows(&["key_id"]),
    },
    RESEALED,
    EVENT,
    HEADS,
    ACCESS,
];

/// The code of the table that says which streams were deleted for good.
pub(crate) const SHREDDED: u8 = 102;

/// Everything in the keystore that a copy of it holds.
pub(crate) const KEYS: &[Table] = &[
    Table {
        code: 100,
        name: "meta",
        columns: &[("name", Text), ("value", Bytes)],
        key: 1,
        growth: Growth::Rows(&["value"]),
    },
    Table {
        code: 101,
        name: "key",
        columns: &[
            ("stream_id", Bytes),
            ("stream_kind", Number),
            ("class", Number),
            ("version", Number),
            ("id", Bytes),
            ("wrapped_by", Bytes),
            ("wrapped", Bytes),
        ],
        key: 4,
        growth: Growth::Rows(&["id", "wrapped_by"]),
    },
    Table {
        code: SHREDDED,
        name: "shredded",
        columns: &[("stream_id", Bytes), ("stream_kind", Number), ("at_micros", Number), ("mac", Bytes)],
        key: 2,
        growth: Growth::Rows(&["mac"]),
    },
];

impl Table {
    /// The columns of the key.
    pub(crate) fn key_columns(&self) -> &'static [(&'static str, Kind)] {
        self.columns.split_at_checked(self.key).map_or(self.columns, |(key, _)| key)
    }

    /// The columns that name whose row it is, in a table that only grows.
    pub(crate) fn owner_columns(&self) -> &'static [(&'static str, Kind)] {
        self.key_columns().split_last().map_or(&[], |(_, owner)| owner)
    }

    fn kind(&self, name: &str) -> Kind {
        self.columns.iter().find(|(column, _)| *column == name).map_or(Bytes, |(_, kind)| *kind)
    }

    /// What tells rows apart and whether they changed: the key, then the rest of it.
    pub(crate) fn print_columns(&self) -> Vec<(&'static str, Kind)> {
        let mut columns = self.key_columns().to_vec();
        if let Growth::Rows(prints) = self.growth {
            columns.extend(prints.iter().map(|name| (*name, self.kind(name))));
        }
        columns
    }

    /// `SELECT` of some columns of every row, in the order of the keys.
    pub(crate) fn select_all(&self, columns: &[(&'static str, Kind)]) -> String {
        format!("SELECT {} FROM {} ORDER BY {}", names(columns), self.name, names(self.key_columns()))
    }

    /// `SELECT` of one row by its key.
    pub(crate) fn select_one(&self) -> String {
        format!("SELECT {} FROM {} WHERE {}", names(self.columns), self.name, equal(self.key_columns(), 1))
    }

    /// `SELECT` of what one owner added after some number.
    pub(crate) fn select_after(&self) -> String {
        let owner = self.owner_columns();
        let counter = self.key_columns().last().map_or("", |(name, _)| name);
        format!(
            "SELECT {} FROM {} WHERE {} AND {counter} > ${} ORDER BY {counter}",
            names(self.columns),
            self.name,
            equal(owner, 1),
            owner.len().saturating_add(1)
        )
    }

    /// `SELECT` of the highest number of one owner.
    pub(crate) fn select_end(&self) -> String {
        let counter = self.key_columns().last().map_or("", |(name, _)| name);
        format!(
            "SELECT {counter} FROM {} WHERE {} ORDER BY {counter} DESC LIMIT 1",
            self.name,
            equal(self.owner_columns(), 1)
        )
    }

    /// Puts a row in, in place of the one with its key.
    pub(crate) fn put(&self) -> String {
        let marks: Vec<String> = (1..=self.columns.len()).map(|n| format!("${n}")).collect();
        let rest: Vec<String> =
            self.columns.iter().skip(self.key).map(|(name, _)| format!("{name} = excluded.{name}")).collect();
        format!(
            "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT ({}) DO UPDATE SET {}",
            self.name,
            names(self.columns),
            marks.join(", "),
            names(self.key_columns()),
            rest.join(", ")
        )
    }

    /// Takes a row out.
    pub(crate) fn delete(&self) -> String {
        format!("DELETE FROM {} WHERE {}", self.name, equal(self.key_columns(), 1))
    }
}

fn names(columns: &[(&str, Kind)]) -> String {
    columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn equal(columns: &[(&str, Kind)], first: usize) -> String {
    let each = columns.iter().zip(first..).map(|((name, _), n)| format!("{name} = ${n}"));
    each.collect::<Vec<_>>().join(" AND ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sqlite::schema;
    use std::collections::BTreeSet;

    #[test]
    fn every_table_and_column_is_copied_or_left_out_on_purpose() {
        let conn = rusqlite::Connection::open_in_memory().unwrap();
        conn.execute_batch(schema::TABLES).unwrap();
        conn.execute_batch(schema::ADDED).unwrap();
        let mut tables = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
        let there: BTreeSet<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let mut copied: BTreeSet<String> = DATA.iter().map(|table| table.name.to_owned()).collect();
        for table in DATA {
            let text = format!("SELECT name FROM pragma_table_info('{}')", table.name);
            let mut columns = conn.prepare(&text).unwrap();
            let columns: BTreeSet<String> =
                columns.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
            let ours: BTreeSet<String> = table.columns.iter().map(|(name, _)| (*name).to_owned()).collect();
            assert_eq!(columns, ours, "{}", table.name);
        }
        copied.extend(["session", "card", "allocation", "person", "person_token"].map(str::to_owned));
        assert_eq!(there, copied, "a new table must be copied, or be left out here with a reason");
        let codes: BTreeSet<u8> = DATA.iter().chain(KEYS).map(|table| table.code).collect();
        assert_eq!(codes.len(), DATA.len() + KEYS.len());
    }
}
