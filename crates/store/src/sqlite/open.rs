//! Opening and making the folder of a store: `holdfast.db` and `keys.db`.

use std::{fs, path::Path};

use uuid::Uuid;

use super::{open_error, open_fault};
use crate::{
    engine::{Conn, Engine, meta},
    errors::OpenError,
    keys::{Keys, file::private_file, unlock},
    options::{OpenOptions, random},
    sqlite,
};

/// Opens the store in `dir`, or makes it.
pub(crate) fn open(options: &OpenOptions, dir: &Path) -> Result<(Engine, Conn, Keys), OpenError> {
    sqlite::check_version(rusqlite::version_number())?;
    let (data, keystore) = (dir.join("holdfast.db"), dir.join("keys.db"));
    let (conn, keys) = if options.create {
        create(options, dir, &data, &keystore)?
    } else {
        if !data.exists() {
            return Err(OpenError::NotAStore { dir: dir.to_owned() });
        }
        let conn = Conn::Sqlite(sqlite::for_writing(&data).map_err(|error| open_error(dir, &error))?);
        if conn.is_read_only() {
            return Err(OpenError::ReadOnly {
                dir: dir.to_owned(),
                why: "the database opens for reading only".to_owned(),
            });
        }
        let instance = meta::described(dir, &data, &conn)?;
        if !keystore.exists() {
            let why = "is missing. The records cannot be read without it: restore it from its own backup.";
            return Err(OpenError::Keystore { path: keystore, why: why.to_owned() });
        }
        let keys = Conn::Sqlite(super::keystore(&keystore).map_err(|error| open_error(dir, &error))?);
        let keys = unlock::open(options, keys, &keystore, instance)?;
        meta::tidy(&conn, &keys, options.clock.now_micros()).map_err(|fault| open_fault(dir, &fault))?;
        (conn, keys)
    };
    Ok((Engine::sqlite(data), conn, keys))
}

fn create(options: &OpenOptions, dir: &Path, data: &Path, keystore: &Path) -> Result<(Conn, Keys), OpenError> {
    if data.exists() {
        return Err(OpenError::AlreadyExists { dir: dir.to_owned() });
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
    let keys = unlock::create(options, instance, || {
        private_file(keystore).map_err(|why| sqlite::io_error(dir, &why))?;
        super::keystore(keystore).map(Conn::Sqlite).map_err(|error| open_error(dir, &error))
    })?;
    private_file(data).map_err(|why| sqlite::io_error(dir, &why))?;
    let conn = Conn::Sqlite(sqlite::for_writing(data).map_err(|error| open_error(dir, &error))?);
    meta::fill(&conn, instance).map_err(|fault| open_fault(dir, &fault))?;
    Ok((conn, keys))
}
