//! One connection to a database of either engine.

use rusqlite::OptionalExtension as _;

use super::{Row, Shaped, Value};
use crate::{errors::Fault, postgres::Pg, sqlite};

/// One connection.
pub(crate) enum Conn {
    Sqlite(rusqlite::Connection),
    Postgres(Pg),
}

/// A statement that waits for its turn in a group.
pub(crate) struct Statement<'a> {
    pub(crate) text: &'static str,
    pub(crate) values: Vec<Value<'a>>,
}

impl Conn {
    /// Runs a statement; how many rows it changed.
    pub(crate) fn run(&self, text: &'static str, values: &[Value<'_>]) -> Result<u64, Fault> {
        match self {
            Self::Sqlite(conn) => conn
                .prepare_cached(text)
                .and_then(|mut statement| statement.execute(rusqlite::params_from_iter(values)))
                .map(|changed| u64::try_from(changed).unwrap_or(u64::MAX))
                .map_err(|error| sqlite::fault(&error)),
            Self::Postgres(conn) => conn.run(text, values),
        }
    }

    /// Runs statements in order; how many rows each changed. Stops at the first that fails.
    pub(crate) fn run_all(&self, statements: &[Statement<'_>]) -> Result<Vec<u64>, Fault> {
        match self {
            Self::Sqlite(_) => {
                statements.iter().map(|statement| self.run(statement.text, &statement.values)).collect()
            }
            Self::Postgres(conn) => conn.run_all(statements),
        }
    }

    /// Every row, one after the other, so that a large table need not fit in memory. Ask nothing else of this
    /// connection meanwhile.
    pub(crate) fn each(
        &self,
        text: &'static str,
        values: &[Value<'_>],
        mut each: impl FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        match self {
            Self::Sqlite(conn) => {
                let fault = |error| sqlite::fault(&error);
                let mut found = conn.prepare_cached(text).map_err(fault)?;
                let mut rows = found.query(rusqlite::params_from_iter(values)).map_err(fault)?;
                while let Some(row) = rows.next().map_err(fault)? {
                    each(&Row::Sqlite(row))?;
                }
                Ok(())
            }
            Self::Postgres(conn) => conn.each(text, values, each),
        }
    }

    /// Every row at once.
    pub(crate) fn all<T>(
        &self,
        text: &'static str,
        values: &[Value<'_>],
        mut row: impl FnMut(&Row<'_>) -> Shaped<T>,
    ) -> Result<Vec<T>, Fault> {
        if let Self::Postgres(conn) = self {
            return conn.all(text, values, row);
        }
        let mut rows = Vec::new();
        self.each(text, values, |found| {
            rows.push(row(found)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row, if there is one.
    pub(crate) fn one<T>(
        &self,
        text: &'static str,
        values: &[Value<'_>],
        row: impl FnOnce(&Row<'_>) -> Shaped<T>,
    ) -> Result<Option<T>, Fault> {
        match self {
            Self::Sqlite(conn) => {
                let found = conn
                    .prepare_cached(text)
                    .and_then(|mut found| {
                        found
                            .query_row(rusqlite::params_from_iter(values), |found| Ok(row(&Row::Sqlite(found))))
                            .optional()
                    })
                    .map_err(|error| sqlite::fault(&error))?;
                Ok(found.transpose()?)
            }
            Self::Postgres(conn) => {
                let mut row = Some(row);
                let found = conn.all(text, values, |found| row.take().map(|row| row(found)).transpose())?;
                Ok(found.into_iter().next().flatten())
            }
        }
    }

    /// The first row for each set of values.
    pub(crate) fn one_each<T>(
        &self,
        text: &'static str,
        values: &[Vec<Value<'_>>],
        mut row: impl FnMut(&Row<'_>) -> Shaped<T>,
    ) -> Result<Vec<Option<T>>, Fault> {
        match self {
            Self::Sqlite(_) => values.iter().map(|values| self.one(text, values, &mut row)).collect(),
            Self::Postgres(conn) => conn.one_each(text, values, row),
        }
    }

    /// Statements without values, as they are: tables and settings.
    pub(crate) fn script(&self, text: &str) -> Result<(), Fault> {
        match self {
            Self::Sqlite(conn) => conn.execute_batch(text).map_err(|error| sqlite::fault(&error)),
            Self::Postgres(conn) => conn.script(text),
        }
    }

    /// Makes tables. They are written once, with SQLite's names of types; PostgreSQL has others.
    pub(crate) fn tables(&self, text: &str) -> Result<(), Fault> {
        match self {
            Self::Sqlite(_) => self.script(text),
            Self::Postgres(_) => self.script(&for_postgres(text)),
        }
    }

    /// Waits until nobody else has sealed rows that are not committed, and lets nobody write any until this transaction
    /// ends. On SQLite whoever writes is alone anyway.
    pub(crate) fn hold_sealed(&self) -> Result<(), Fault> {
        if self.is_shared() {
            self.script("LOCK TABLE event, draft, file, piece IN SHARE ROW EXCLUSIVE MODE")?;
        }
        Ok(())
    }

    /// Begins to write; nobody else writes meanwhile (SQLite) or to the same rows.
    pub(crate) fn write(&self) -> Result<Tx<'_>, Fault> {
        match self {
            Self::Sqlite(_) => self.script("BEGIN IMMEDIATE")?,
            Self::Postgres(conn) => conn.begin()?,
        }
        Ok(Tx { conn: self, open: true })
    }

    /// Runs `read` on one unchanging state of the database, whatever is written meanwhile.
    pub(crate) fn at_one_moment<T>(&self, read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
        match self {
            Self::Sqlite(_) => self.script("BEGIN")?,
            Self::Postgres(conn) => conn.begin_reading()?,
        }
        let tx = Tx { conn: self, open: true };
        let outcome = read()?;
        tx.commit()?;
        Ok(outcome)
    }

    /// After keys were deleted: writes their table anew where the engine would leave them lying in it.
    pub(crate) fn wipe_keys(&self) {
        match self {
            // SQLite overwrites what is deleted.
            Self::Sqlite(_) => {}
            Self::Postgres(conn) => drop(conn.script("VACUUM FULL key")),
        }
    }

    /// Whether nothing can be written through it.
    pub(crate) fn is_read_only(&self) -> bool {
        match self {
            Self::Sqlite(conn) => conn.is_readonly("main").unwrap_or(false),
            // Found out by writing.
            Self::Postgres(_) => false,
        }
    }

    /// Whether it can be used for another transaction.
    pub(crate) fn is_idle(&self) -> bool {
        match self {
            Self::Sqlite(conn) => conn.is_autocommit(),
            Self::Postgres(conn) => conn.is_idle(),
        }
    }

    /// Whether others may write between our statements: other servers, of which nothing here knows.
    pub(crate) fn is_shared(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

/// A transaction; undone when dropped before it is committed.
pub(crate) struct Tx<'a> {
    conn: &'a Conn,
    open: bool,
}

impl Tx<'_> {
    /// Keeps what was done; on the disk when this returns.
    pub(crate) fn commit(mut self) -> Result<(), Fault> {
        match self.conn {
            Conn::Sqlite(_) => self.conn.script("COMMIT")?,
            Conn::Postgres(conn) => conn.commit()?,
        }
        self.open = false;
        Ok(())
    }
}

impl Drop for Tx<'_> {
    fn drop(&mut self) {
        if self.open && !self.conn.is_idle() {
            match self.conn {
                // Where this fails, the engine has undone it already, or does when the connection is dropped.
                Conn::Sqlite(_) => drop(self.conn.script("ROLLBACK")),
                Conn::Postgres(conn) => conn.roll_back(),
            }
        }
    }
}

/// The same tables for PostgreSQL: words are sorted by their bytes, as SQLite does.
fn for_postgres(text: &str) -> String {
    text.replace(" BLOB", " bytea")
        .replace(" INTEGER", " bigint")
        .replace(" TEXT", " text COLLATE \"C\"")
        .replace(") STRICT;", ");")
        .replace(") STRICT, WITHOUT ROWID;", ");")
}

#[cfg(test)]
mod tests {
    use super::for_postgres;

    #[test]
    fn types_are_translated_and_names_are_not() {
        let text = "CREATE TABLE piece (blob BLOB NOT NULL, n INTEGER NOT NULL, tag TEXT) STRICT;";
        let said = "CREATE TABLE piece (blob bytea NOT NULL, n bigint NOT NULL, tag text COLLATE \"C\");";
        assert_eq!(for_postgres(text), said);
    }
}
