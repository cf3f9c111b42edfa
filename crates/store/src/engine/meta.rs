//! What a database says about itself, and what opening it sets in order; the same for both engines.

use std::path::Path;

use uuid::Uuid;

use super::{Conn, group, statements as sql, values};
use crate::{
    drafts::{RECORDED, REMEMBERED},
    errors::{Fault, OpenError},
    keys::Keys,
    sqlite::schema,
};

/// Makes the tables of a new store.
pub(crate) fn fill(conn: &Conn, instance: Uuid) -> Result<(), Fault> {
    let tx = conn.write()?;
    conn.tables(schema::TABLES)?;
    conn.tables(schema::ADDED)?;
    conn.run(sql::META_PUT, &values!["instance", instance])?;
    conn.run(sql::META_PUT, &values!["format", schema::FORMAT.to_le_bytes().to_vec()])?;
    tx.commit()
}

/// Which store a database is.
pub(crate) fn described(dir: &Path, data: &Path, conn: &Conn) -> Result<Uuid, OpenError> {
    let unfinished = || OpenError::Keystore {
        path: data.to_owned(),
        why: "is not a whole Holdfast database. If making the store was interrupted before anything was recorded, \
              delete it and its keys (keys.db) and start again; otherwise restore it from a backup."
            .to_owned(),
    };
    let meta = |name: &str| {
        let found = conn.one(sql::META_GET, &values![name], |row| row.get::<Vec<u8>>(0));
        found.ok().flatten().ok_or_else(unfinished)
    };
    let format = meta("format")?;
    let found = format.as_slice().try_into().map(i64::from_le_bytes).unwrap_or(i64::MAX);
    if found > schema::FORMAT {
        return Err(OpenError::NewerFormat { dir: dir.to_owned(), found, known: schema::FORMAT });
    }
    Uuid::from_slice(&meta("instance")?).map_err(|_| unfinished())
}

/// What each opening does: tables that came later, drafts remembered long enough, deletions that were interrupted.
pub(crate) fn tidy(conn: &Conn, keys: &Keys, now_micros: i64) -> Result<(), Fault> {
    conn.tables(schema::ADDED)?;
    conn.run(sql::DRAFTS_SWEPT, &values![RECORDED, now_micros.saturating_sub(REMEMBERED)])?;
    for stream in keys.shredded()? {
        group::clear(conn, stream.id)?;
    }
    Ok(())
}
