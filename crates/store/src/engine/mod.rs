//! The engines under the store: one set of statements, one reader, one writer; only connections and tables differ.
//!
//! Everything outside `sqlite` and `postgres` speaks [`Conn`]: a statement of [`statements`], its [`values!`], and rows
//! read by column. Nothing else knows which engine it is.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    errors::Fault,
    postgres::{self, Patience, Pg, Server},
    sqlite,
};

mod conn;
mod decide;
pub(crate) mod group;
pub(crate) mod meta;
pub(crate) mod reader;
pub(crate) mod statements;
mod value;
pub(crate) mod writer;

pub(crate) use conn::{Conn, Statement};
pub(crate) use value::{Misshapen, Row, Shaped, Value, values};

/// Where the data is.
pub(crate) enum Engine {
    Sqlite { path: PathBuf, idle: Mutex<Vec<Conn>> },
    Postgres(Arc<Server>),
}

impl Engine {
    pub(crate) fn sqlite(path: PathBuf) -> Self {
        Self::Sqlite { path, idle: Mutex::default() }
    }

    /// How many readings run at once; more wait.
    pub(crate) fn readers(&self) -> usize {
        match self {
            Self::Sqlite { .. } => sqlite::READERS,
            Self::Postgres(_) => postgres::READERS,
        }
    }

    /// Every key that something (of this stream, or of all) is sealed with, as it is committed.
    pub(crate) fn keys_in_use(
        &self,
        only: Option<crate::ids::StreamId>,
    ) -> Result<std::collections::HashSet<uuid::Uuid>, Fault> {
        let conn = self.reader()?;
        let used = reader::Reader(&conn).keys_in_use(only);
        if used.is_ok() {
            self.give_back(conn);
        }
        used
    }

    /// A connection for the writer.
    pub(crate) fn writer(&self) -> Result<Conn, Fault> {
        match self {
            Self::Sqlite { path, .. } => {
                sqlite::for_writing(path).map(Conn::Sqlite).map_err(|error| sqlite::fault(&error))
            }
            Self::Postgres(server) => postgres::open::for_writing(server),
        }
    }

    /// A connection that only reads.
    pub(crate) fn reader(&self) -> Result<Conn, Fault> {
        match self {
            Self::Sqlite { path, idle } => {
                if let Some(conn) = idle.lock().unwrap_or_else(PoisonError::into_inner).pop() {
                    return Ok(conn);
                }
                sqlite::for_reading(path).map(Conn::Sqlite).map_err(|error| sqlite::fault(&error))
            }
            Self::Postgres(server) => Ok(Conn::Postgres(Pg::data(server.clone()))),
        }
    }

    /// Keeps a reading connection for the next one.
    pub(crate) fn give_back(&self, conn: Conn) {
        match self {
            Self::Sqlite { idle, .. } => idle.lock().unwrap_or_else(PoisonError::into_inner).push(conn),
            // Its pool does that.
            Self::Postgres(_) => drop(conn),
        }
    }

    /// Caps the size of the database, in pages. PostgreSQL has no such cap: its own disk is.
    pub(crate) fn limit(&self, conn: &Conn, pages: Option<u32>) -> Result<(), Fault> {
        match conn {
            Conn::Sqlite(conn) => sqlite::limit(conn, pages).map_err(|error| sqlite::fault(&error)),
            Conn::Postgres(_) => Ok(()),
        }
    }

    /// After something was deleted for good: what can be done so that it is not left lying about.
    pub(crate) fn wipe(&self, conn: &Conn) {
        match conn {
            Conn::Sqlite(conn) => sqlite::fold_log(conn),
            Conn::Postgres(_) => postgres::open::vacuum(conn),
        }
    }

    /// What to try again, and how often; nothing on SQLite, which waits by itself and does not go away.
    pub(crate) fn patience(&self) -> Option<Patience<'_>> {
        match self {
            Self::Sqlite { .. } => None,
            Self::Postgres(server) => Some(Patience::new(&*server.random)),
        }
    }

    /// Waits before trying again.
    pub(crate) fn pause(&self, pause: std::time::Duration) {
        if let Self::Postgres(server) = self {
            server.pause(pause);
        }
    }
}
