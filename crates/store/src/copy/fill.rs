//! Making a store again from its copies, in an empty place.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
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
    options::{Databases, Location, Random},
    postgres,
    sqlite::{self, fault, schema},
};

/// A store that is being made again. It can be opened once [`Filling::finish`] has returned; given up before, nothing of
/// it is left.
pub struct Filling {
    /// Where it is, for messages.
    dir: PathBuf,
    undo: Undo,
    data: Conn,
    keys: Conn,
    /// What tells that a store is whole goes in last.
    meta: Vec<(&'static Table, Vec<Cell>)>,
    finished: bool,
}

/// What is left of one that is given up, and has to go.
enum Undo {
    Folder { made: bool },
    Database,
}

impl std::fmt::Debug for Filling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Filling").field("dir", &self.dir).finish_non_exhaustive()
    }
}

const FILES: [&str; 6] =
    ["holdfast.db", "holdfast.db-wal", "holdfast.db-shm", "keys.db", "keys.db-journal", "keys.db-wal"];

impl Filling {
    /// Begins at a place where no store is: in an empty folder, or in a database.
    ///
    /// # Errors
    /// [`FillError::NotEmpty`], [`FillError::Failed`].
    pub fn begin_at(location: &Location, random: &Arc<dyn Random>) -> Result<Self, FillError> {
        match location {
            Location::Folder(dir) => Self::begin(dir),
            Location::Database(databases) => {
                let dir = location.label();
                let begun = apart(|| Self::begin_in(databases, random, dir.clone()));
                begun.unwrap_or_else(|| Err(FillError::Failed { dir, why: "the thread ended".to_owned() }))
            }
        }
    }

    fn begin_in(databases: &Databases, random: &Arc<dyn Random>, dir: PathBuf) -> Result<Self, FillError> {
        let failed = |why: String| FillError::Failed { dir: dir.clone(), why };
        let place = postgres::open::connect(databases, random).map_err(failed)?;
        let there = place.there().map_err(|why| failed(why.why()))?;
        if there != (false, false) {
            return Err(FillError::NotEmpty { dir });
        }
        place.make_schemas().map_err(|why| failed(why.why()))?;
        let (data, keys) = (place.data, place.keys);
        tables(&data, &keys).map_err(|why| failed(why.why()))?;
        Ok(Self { dir, undo: Undo::Database, data, keys, meta: Vec::new(), finished: false })
    }

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
            let keys = Conn::Sqlite(sqlite::keystore(&keys).map_err(|why| fault(&why))?);
            tables(&data, &keys)?;
            Ok((data, keys))
        };
        let (data, keys) = open().map_err(|why| failed(why.why()))?;
        let undo = Undo::Folder { made: !there };
        Ok(Self { dir: dir.to_owned(), undo, data, keys, meta: Vec::new(), finished: false })
    }

    /// Takes over one part of the data, whole or not at all; how many rows it had.
    ///
    /// # Errors
    /// [`FillError::Misshapen`], [`FillError::Failed`].
    pub fn data(&mut self, part: &[u8]) -> Result<u64, FillError> {
        let Self { data, meta, .. } = self;
        let taken = apart(|| {
            take_over(data, part, DATA, |table, row| {
                if table.name == "meta" {
                    meta.retain(|(_, before)| before.first() != row.first());
                    meta.push((table, row));
                    return None;
                }
                Some(row)
            })
        });
        taken.unwrap_or(Err(Trouble::ended())).map_err(|why| self.failed(why))
    }

    /// Takes over a copy of the keystore.
    ///
    /// # Errors
    /// [`FillError::Misshapen`], [`FillError::Failed`].
    pub fn keys(&mut self, copy: &[u8]) -> Result<u64, FillError> {
        let keys = &mut self.keys;
        let taken = apart(|| take_over(keys, copy, KEYS, |_, row| Some(row)));
        taken.unwrap_or(Err(Trouble::ended())).map_err(|why| self.failed(why))
    }

    /// Everything has come: it is on the disk, and can be opened.
    ///
    /// # Errors
    /// [`FillError::Failed`].
    pub fn finish(mut self) -> Result<(), FillError> {
        let Self { data, meta, .. } = &mut self;
        let done = apart(move || -> Result<(), Fault> {
            for (table, row) in std::mem::take(meta) {
                cells::run(data, table.put(), &row)?;
            }
            if !data.is_shared() {
                data.one("PRAGMA wal_checkpoint(TRUNCATE)", &[], |_| Ok(()))?;
            }
            Ok(())
        });
        done.ok_or_else(Trouble::ended)
            .and_then(|done| done.map_err(Trouble::Fault))
            .map_err(|why| self.failed(why))?;
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
        match self.undo {
            Undo::Folder { made } => {
                for file in FILES {
                    let _not_there = fs::remove_file(self.dir.join(file));
                }
                if made {
                    let _not_empty = fs::remove_dir(&self.dir);
                }
            }
            Undo::Database => {
                let Self { data, keys, .. } = self;
                let _gone = apart(move || {
                    for (conn, tables) in [(data, DATA), (keys, KEYS)] {
                        for name in tables.iter().map(|table| table.name).chain([
                            "session",
                            "card",
                            "allocation",
                            "person",
                            "person_token",
                        ]) {
                            let _not_there = conn.script(&format!("DROP TABLE IF EXISTS {name}"));
                        }
                    }
                });
            }
        }
    }
}

fn tables(data: &Conn, keys: &Conn) -> Result<(), Fault> {
    data.tables(schema::TABLES)?;
    data.tables(schema::ADDED)?;
    keys.tables(keystore::SCHEMA)?;
    keys.tables(shred::TABLE)
}

/// Runs on a thread of its own: restoring is a task, and a task may not wait for a database. None if the thread ended.
fn apart<T: Send>(doing: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| scope.spawn(doing).join().ok())
}

enum Trouble {
    Misshapen,
    Fault(Fault),
}

impl Trouble {
    fn ended() -> Self {
        Self::Fault(Fault::Failed("the thread that writes ended".to_owned()))
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Rows that go to the database together.
const TOGETHER: usize = 500;

fn take_over(
    conn: &mut Conn,
    part: &[u8],
    tables: &'static [Table],
    mut now: impl FnMut(&'static Table, Vec<Cell>) -> Option<Vec<Cell>>,
) -> Result<u64, Trouble> {
    let tx = conn.write()?;
    let mut rows = 0_u64;
    let mut waiting = Vec::new();
    for record in Records::new(part, tables) {
        let (table, record) = record.ok_or(Trouble::Misshapen)?;
        rows = rows.saturating_add(1);
        if record.put {
            if let Some(row) = now(table, record.cells) {
                waiting.push((table.put(), row));
            }
        } else {
            waiting.push((table.delete(), record.cells));
        }
        if waiting.len() >= TOGETHER {
            cells::run_all(conn, &std::mem::take(&mut waiting))?;
        }
    }
    cells::run_all(conn, &waiting)?;
    tx.commit()?;
    Ok(rows)
}
