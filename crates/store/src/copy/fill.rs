//! Making a store again from its copies, in an empty place.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    cells,
    record::Records,
    table::{Cell, DATA, KEYS, Table},
};
use crate::{
    engine::Conn,
    errors::{Fault, FillError},
    keys::{file::private_file, keystore, shred},
    sqlite::{self, fault, schema},
};

/// A store that is being made again. It can be opened once [`Filling::finish`] has returned; given up before, nothing of
/// it is left.
pub struct Filling {
    dir: PathBuf,
    made_dir: bool,
    data: Conn,
    keys: Conn,
    /// What tells that a store is whole goes in last.
    meta: Vec<(&'static Table, Vec<Cell>)>,
    finished: bool,
}

impl std::fmt::Debug for Filling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Filling").field("dir", &self.dir).finish_non_exhaustive()
    }
}

const FILES: [&str; 6] =
    ["holdfast.db", "holdfast.db-wal", "holdfast.db-shm", "keys.db", "keys.db-journal", "keys.db-wal"];

impl Filling {
    /// Begins in `dir`, which must be empty or not there.
    ///
    /// # Errors
    /// [`FillError::NotEmpty`], [`FillError::Failed`].
    pub fn begin(dir: &Path) -> Result<Self, FillError> {
        let failed = |why: String| FillError::Failed { dir: dir.to_owned(), why };
        let there = match fs::read_dir(dir) {
            Ok(mut entries) => {
                if entries.next().is_some() {
                    return Err(FillError::NotEmpty { dir: dir.to_owned() });
                }
                true
            }
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => false,
            Err(why) => return Err(failed(why.to_string())),
        };
        let mut folder = fs::DirBuilder::new();
        folder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        folder.create(dir).map_err(|why| failed(why.to_string()))?;
        let (data, keys) = (dir.join("holdfast.db"), dir.join("keys.db"));
        for file in [&data, &keys] {
            private_file(file).map_err(|why| failed(why.to_string()))?;
        }
        let open = || -> Result<(Conn, Conn), Fault> {
            let data = Conn::Sqlite(sqlite::for_writing(&data).map_err(|why| fault(&why))?);
            data.tables(schema::TABLES)?;
            data.tables(schema::ADDED)?;
            let keys = Conn::Sqlite(sqlite::keystore(&keys).map_err(|why| fault(&why))?);
            keys.tables(keystore::SCHEMA)?;
            keys.tables(shred::TABLE)?;
            Ok((data, keys))
        };
        let (data, keys) = open().map_err(|why| failed(why.why()))?;
        Ok(Self { dir: dir.to_owned(), made_dir: !there, data, keys, meta: Vec::new(), finished: false })
    }

    /// Takes over one part of the data, whole or not at all; how many rows it had.
    ///
    /// # Errors
    /// [`FillError::Misshapen`], [`FillError::Failed`].
    pub fn data(&mut self, part: &[u8]) -> Result<u64, FillError> {
        let meta = &mut self.meta;
        take_over(&self.data, part, DATA, |table, row| {
            if table.name == "meta" {
                meta.retain(|(_, before)| before.first() != row.first());
                meta.push((table, row));
                return None;
            }
            Some(row)
        })
        .map_err(|why| self.failed(why))
    }

    /// Takes over a copy of the keystore.
    ///
    /// # Errors
    /// [`FillError::Misshapen`], [`FillError::Failed`].
    pub fn keys(&mut self, copy: &[u8]) -> Result<u64, FillError> {
        take_over(&self.keys, copy, KEYS, |_, row| Some(row)).map_err(|why| self.failed(why))
    }

    /// Everything has come: it is on the disk, and can be opened.
    ///
    /// # Errors
    /// [`FillError::Failed`].
    pub fn finish(mut self) -> Result<(), FillError> {
        for (table, row) in std::mem::take(&mut self.meta) {
            cells::run(&self.data, table.put(), &row).map_err(|why| self.failed(why.into()))?;
        }
        self.data.one("PRAGMA wal_checkpoint(TRUNCATE)", &[], |_| Ok(())).map_err(|why| self.failed(why.into()))?;
        self.finished = true;
        Ok(())
    }

    fn failed(&self, why: Trouble) -> FillError {
        match why {
            Trouble::Misshapen => FillError::Misshapen,
            Trouble::Fault(fault) => FillError::Failed { dir: self.dir.clone(), why: fault.why() },
        }
    }
}

impl Drop for Filling {
    fn drop(&mut self) {
        if self.finished {
            return;
        }
        for file in FILES {
            let _not_there = fs::remove_file(self.dir.join(file));
        }
        if self.made_dir {
            let _not_empty = fs::remove_dir(&self.dir);
        }
    }
}

enum Trouble {
    Misshapen,
    Fault(Fault),
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

fn take_over(
    conn: &Conn,
    part: &[u8],
    tables: &'static [Table],
    mut now: impl FnMut(&'static Table, Vec<Cell>) -> Option<Vec<Cell>>,
) -> Result<u64, Trouble> {
    let tx = conn.write()?;
    let mut rows = 0_u64;
    for record in Records::new(part, tables) {
        let (table, record) = record.ok_or(Trouble::Misshapen)?;
        rows = rows.saturating_add(1);
        if record.put {
            if let Some(row) = now(table, record.cells) {
                cells::run(conn, table.put(), &row)?;
            }
        } else {
            cells::run(conn, table.delete(), &record.cells)?;
        }
    }
    tx.commit()?;
    Ok(rows)
}
