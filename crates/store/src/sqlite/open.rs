//! Opening and making the folder of a store: `holdfast.db` and `keys.db`.

use std::{fs, path::Path};

use uuid::Uuid;

use super::{open_error, open_fault, schema};
use crate::{
    drafts::{RECORDED, REMEMBERED},
    engine::{Conn, Engine, group, statements as sql, values},
    errors::{Fault, OpenError},
    keys::{Keys, file::private_file, unlock},
    options::{OpenOptions, random},
    sqlite,
};

/// Opens the store in `options.dir`, or makes it.
pub(crate) fn open(options: &OpenOptions) -> Result<(Engine, Conn, Keys), OpenError> {
    sqlite::check_version(rusqlite::version_number())?;
    let dir = &options.dir;
    let (data, keystore) = (dir.join("holdfast.db"), dir.join("keys.db"));
    let (conn, keys) = if options.create {
        create(options, &data, &keystore)?
    } else {
        if !data.exists() {
            return Err(OpenError::NotAStore { dir: dir.clone() });
        }
        let conn = Conn::Sqlite(sqlite::for_writing(&data).map_err(|error| open_error(dir, &error))?);
        let instance = described(dir, &data, &conn)?;
        conn.script(schema::ADDED).map_err(|fault| open_fault(dir, &fault))?;
        let before = options.clock.now_micros().saturating_sub(REMEMBERED);
        conn.run(sql::DRAFTS_SWEPT, &values![RECORDED, before]).map_err(|fault| open_fault(dir, &fault))?;
        let keys = unlock::open(options, &keystore, instance)?;
        finish_shredding(&conn, &keys).map_err(|fault| open_fault(dir, &fault))?;
        (conn, keys)
    };
    Ok((Engine::sqlite(data), conn, keys))
}

/// Clears away what a kill left of cases whose keys were gone already.
pub(crate) fn finish_shredding(conn: &Conn, keys: &Keys) -> Result<(), Fault> {
    for stream in keys.shredded()? {
        group::clear(conn, stream.id)?;
    }
    Ok(())
}

fn create(options: &OpenOptions, data: &Path, keystore: &Path) -> Result<(Conn, Keys), OpenError> {
    let dir = &options.dir;
    if data.exists() {
        return Err(OpenError::AlreadyExists { dir: dir.clone() });
    }
    if keystore.exists() {
        let why = "is there without holdfast.db. If making the store was interrupted before anything was recorded, \
                   delete it and start again; otherwise restore holdfast.db from a backup.";
        return Err(OpenError::Keystore { path: keystore.to_owned(), why: why.to_owned() });
    }
    let mut folder = fs::DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder.create(dir).map_err(|why| sqlite::io_error(dir, &why))?;
    let instance = Uuid::from_bytes(random(&*options.random));
    let keys = unlock::create(options, keystore, instance)?;
    private_file(data).map_err(|why| sqlite::io_error(dir, &why))?;
    let conn = Conn::Sqlite(sqlite::for_writing(data).map_err(|error| open_error(dir, &error))?);
    fill(&conn, instance).map_err(|fault| open_fault(dir, &fault))?;
    Ok((conn, keys))
}

fn fill(conn: &Conn, instance: Uuid) -> Result<(), Fault> {
    let tx = conn.write()?;
    conn.script(schema::TABLES)?;
    conn.script(schema::ADDED)?;
    conn.run(sql::META_PUT, &values!["instance", instance])?;
    conn.run(sql::META_PUT, &values!["format", schema::FORMAT.to_le_bytes().to_vec()])?;
    tx.commit()
}

/// Which store a database is.
fn described(dir: &Path, data: &Path, conn: &Conn) -> Result<Uuid, OpenError> {
    if conn.is_read_only() {
        return Err(OpenError::ReadOnly {
            dir: dir.to_owned(),
            why: "the database opens for reading only".to_owned(),
        });
    }
    let unfinished = || OpenError::Keystore {
        path: data.to_owned(),
        why: "is not a whole Holdfast database. If making the store was interrupted before anything was recorded, \
              delete it and keys.db and start again; otherwise restore it from a backup."
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
