//! The engines under the store: one set of statements, one reader, one writer; only connections and tables differ.
//!
//! Everything outside `sqlite` and `postgres` speaks [`Conn`]: a statement of [`statements`], its [`values!`], and rows
//! read by column. Nothing else knows which engine it is.

use std::{
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use crate::{errors::Fault, sqlite};

mod conn;
mod decide;
pub(crate) mod group;
pub(crate) mod reader;
pub(crate) mod statements;
mod value;
pub(crate) mod writer;

pub(crate) use conn::{Conn, Statement};
pub(crate) use value::{Misshapen, Row, Shaped, Value, values};

/// How many readings run at once; more wait.
pub(crate) const READERS: usize = 4;

/// Where the data is.
pub(crate) enum Engine {
    Sqlite { path: PathBuf, idle: Mutex<Vec<Conn>> },
}

impl Engine {
    pub(crate) fn sqlite(path: PathBuf) -> Self {
        Self::Sqlite { path, idle: Mutex::default() }
    }

    /// A connection for the writer.
    pub(crate) fn writer(&self) -> Result<Conn, Fault> {
        match self {
            Self::Sqlite { path, .. } => {
                sqlite::for_writing(path).map(Conn::Sqlite).map_err(|error| sqlite::fault(&error))
            }
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
        }
    }

    /// Keeps a reading connection for the next one.
    pub(crate) fn give_back(&self, conn: Conn) {
        match self {
            Self::Sqlite { idle, .. } => idle.lock().unwrap_or_else(PoisonError::into_inner).push(conn),
        }
    }

    /// Caps the size of the database, in pages.
    pub(crate) fn limit(&self, conn: &Conn, pages: Option<u32>) -> Result<(), Fault> {
        match (self, conn) {
            (Self::Sqlite { .. }, Conn::Sqlite(conn)) => {
                sqlite::limit(conn, pages).map_err(|error| sqlite::fault(&error))
            }
        }
    }

    /// After something was deleted for good: what can be done so that it is not left lying about.
    pub(crate) fn wipe(&self, conn: &Conn) {
        match (self, conn) {
            (Self::Sqlite { .. }, Conn::Sqlite(conn)) => sqlite::fold_log(conn),
        }
    }
}
