//! The SQLite engine: connections as the store needs them, and what SQLite's errors mean.

pub(crate) mod open;
pub(crate) mod schema;

use std::{io, path::Path, time::Duration};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::errors::{Fault, OpenError};

/// Version in which the WAL-reset fault is mended, as SQLite numbers it.
const OLDEST: i32 = 3_051_003;
/// How many readings run at once; more wait.
pub(crate) const READERS: usize = 4;
/// How long to wait for another process (a command beside the server) before giving up.
const PATIENCE: Duration = Duration::from_secs(10);

/// Refuses a SQLite that can lose the newest entries.
pub(crate) fn check_version(found: i32) -> Result<(), OpenError> {
    if found >= OLDEST {
        return Ok(());
    }
    let text = |v: i32| format!("{}.{}.{}", v / 1_000_000, v / 1_000 % 1_000, v % 1_000);
    Err(OpenError::SqliteTooOld { found: text(found), need: text(OLDEST) })
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(64);
    // Sorting in memory, overwriting what is deleted: nothing spills into files nobody watches.
    conn.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;")?;
    Ok(conn)
}

/// The connection that writes.
pub(crate) fn for_writing(path: &Path) -> rusqlite::Result<Connection> {
    let conn = connect(path)?;
    conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")?;
    Ok(conn)
}

/// A connection that only reads.
pub(crate) fn for_reading(path: &Path) -> rusqlite::Result<Connection> {
    let conn = connect(path)?;
    conn.execute_batch("PRAGMA query_only = ON;")?;
    Ok(conn)
}

/// The keystore: seldom written and copied on its own, so one file without a log beside it.
pub(crate) fn keystore(path: &Path) -> rusqlite::Result<Connection> {
    let conn = connect(path)?;
    conn.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;")?;
    Ok(conn)
}

/// Folds the log into the database, so that no card of a deleted case is left in it. Where somebody is just reading, the
/// next folding does it.
pub(crate) fn fold_log(conn: &Connection) {
    let _waits_for_nobody = conn.busy_timeout(Duration::ZERO);
    let _busy = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    let _patient_again = conn.busy_timeout(PATIENCE);
}

/// Caps the size of the database, in pages.
pub(crate) fn limit(conn: &Connection, pages: Option<u32>) -> rusqlite::Result<()> {
    let pages = pages.map_or(i64::from(u32::MAX) - 1, i64::from);
    conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
}

/// What a failure of SQLite means.
pub(crate) fn fault(error: &rusqlite::Error) -> Fault {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Fault::Full,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Fault::Busy,
        Some(ErrorCode::ReadOnly) => Fault::ReadOnly(error.to_string()),
        _ => Fault::Failed(error.to_string()),
    }
}

/// The same while opening.
pub(crate) fn open_error(dir: &Path, error: &rusqlite::Error) -> OpenError {
    let dir = dir.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => OpenError::DiskFull { dir },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => OpenError::Locked { dir },
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            OpenError::ReadOnly { dir, why: error.to_string() }
        }
        _ => OpenError::Failed { dir, why: error.to_string() },
    }
}

/// The same, of what was asked of an open connection.
pub(crate) fn open_fault(dir: &Path, fault: &Fault) -> OpenError {
    let dir = dir.to_owned();
    match fault {
        Fault::Full => OpenError::DiskFull { dir },
        Fault::Busy => OpenError::Locked { dir },
        Fault::ReadOnly(why) => OpenError::ReadOnly { dir, why: why.clone() },
        Fault::Lost(why) | Fault::Unsure(why) => OpenError::Unreachable { dir, why: why.clone() },
        other => OpenError::Failed { dir, why: other.why() },
    }
}

/// The same for files and folders.
pub(crate) fn io_error(dir: &Path, error: &io::Error) -> OpenError {
    let dir = dir.to_owned();
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => OpenError::DiskFull { dir },
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            OpenError::ReadOnly { dir, why: error.to_string() }
        }
        _ => OpenError::Failed { dir, why: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sqlite_with_the_wal_reset_fault_is_refused() {
        let refused = check_version(3_051_002).unwrap_err();
        assert!(refused.to_string().contains("3.51.2") && refused.to_string().contains("3.51.3"));
        assert!(check_version(3_051_003).is_ok());
        assert!(check_version(rusqlite::version_number()).is_ok(), "the bundled one must be good");
    }
}
