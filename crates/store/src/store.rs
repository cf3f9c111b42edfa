//! The open store: what every call shares, and the only two ways to the engine.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    thread::JoinHandle,
};

use rusqlite::{Connection, TransactionBehavior, params};
use tokio::sync::{Semaphore, mpsc, oneshot};
use uuid::Uuid;

use crate::{
    drafts::{RECORDED, REMEMBERED},
    errors::{Fault, OpenError},
    heads::Identity,
    health::{Health, Pulse},
    keys::{Keys, file::private_file, unlock},
    options::{Clock, OpenOptions, Random, random},
    sqlite::{self, group, open_error, reader::Reader, schema, statements as sql, writer::Writer},
    writes::{Done, Job, Write},
};

/// How many readings run at once; more wait.
const READERS: usize = 4;

/// An open store. Clones share it; the last one dropped closes it.
#[derive(Clone)]
pub struct Store {
    pub(crate) inner: Arc<Inner>,
    jobs: mpsc::Sender<Job>,
    thread: Arc<Mutex<Option<JoinHandle<()>>>>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("instance", &self.inner.keys.instance).finish_non_exhaustive()
    }
}

/// What every call shares.
pub(crate) struct Inner {
    pub(crate) keys: Arc<Keys>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pulse: Pulse,
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
    permits: Semaphore,
}

impl Store {
    /// Opens the store in `options.dir`, or makes it.
    ///
    /// # Errors
    /// [`OpenError`]; each variant says how to mend it.
    pub async fn open(options: OpenOptions) -> Result<Self, OpenError> {
        let dir = options.dir.clone();
        tokio::task::spawn_blocking(move || open(&options))
            .await
            .unwrap_or_else(|why| Err(OpenError::Failed { dir, why: why.to_string() }))
    }

    /// Whether saving works right now.
    #[must_use]
    pub fn health(&self) -> Health {
        self.inner.pulse.get()
    }

    /// Which store this is: the same after every opening, another after every `create`.
    #[must_use]
    pub fn instance(&self) -> Uuid {
        self.inner.keys.instance
    }

    /// Caps the database file at so many pages (4 KiB each), or lifts the cap. Beyond it, saving
    /// fails as on a full disk: for machines whose disk must not run full, and for tests of that.
    ///
    /// # Errors
    /// [`crate::WriteError::Failed`].
    pub async fn limit_size(&self, pages: Option<u32>) -> Result<(), crate::WriteError> {
        self.submit(Vec::new(), Write::SizeLimit(pages)).await.map(|_| ()).map_err(Fault::into_write)
    }

    /// Waits until everything accepted is written and the files are closed. Other clones must be
    /// gone; with one still about, this returns at once and the last one dropped closes the store.
    pub async fn close(self) {
        let Self { inner, jobs, thread } = self;
        drop(jobs);
        if Arc::strong_count(&thread) > 1 {
            return;
        }
        let handle = thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        let _joined = tokio::task::spawn_blocking(move || {
            drop(inner);
            handle.map(JoinHandle::join)
        })
        .await;
    }

    /// Hands a write to the writer and waits for its commit.
    pub(crate) async fn submit(&self, keys: Vec<Uuid>, write: Write) -> Result<Done, Fault> {
        let (reply, outcome) = oneshot::channel();
        let closed = || Fault::Failed("the writer has stopped; start Holdfast again".to_owned());
        self.jobs.send(Job { write, keys, reply }).await.map_err(|_| closed())?;
        outcome.await.unwrap_or_else(|_| Err(closed()))
    }

    /// Reads on a thread where waiting for the disk holds nobody up.
    pub(crate) async fn reading<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Reader<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let inner = self.inner.clone();
        let _permit = inner.permits.acquire().await.map_err(|why| Fault::Failed(why.to_string()))?;
        let shared = self.inner.clone();
        tokio::task::spawn_blocking(move || {
            let idle = shared.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let conn = match idle {
                Some(conn) => conn,
                None => sqlite::for_reading(&shared.path).map_err(|error| sqlite::fault(&error))?,
            };
            let outcome = read(&Reader(&conn));
            if outcome.is_ok() {
                shared.idle.lock().unwrap_or_else(PoisonError::into_inner).push(conn);
            }
            outcome
        })
        .await
        .unwrap_or_else(|why| Err(Fault::Failed(why.to_string())))
    }
}

fn open(options: &OpenOptions) -> Result<Store, OpenError> {
    sqlite::check_version(rusqlite::version_number())?;
    let dir = &options.dir;
    let (data, keystore) = (dir.join("holdfast.db"), dir.join("keys.db"));
    let (conn, keys) = if options.create {
        create(options, &data, &keystore)?
    } else {
        if !data.exists() {
            return Err(OpenError::NotAStore { dir: dir.clone() });
        }
        let conn = sqlite::for_writing(&data).map_err(|error| open_error(dir, &error))?;
        let instance = described(dir, &data, &conn)?;
        conn.execute_batch(schema::ADDED).map_err(|error| open_error(dir, &error))?;
        let before = options.clock.now_micros().saturating_sub(REMEMBERED);
        conn.execute(sql::DRAFTS_SWEPT, params![RECORDED, before]).map_err(|error| open_error(dir, &error))?;
        let keys = unlock::open(options, &keystore, instance)?;
        finish_shredding(&conn, &keys).map_err(|fault| OpenError::Failed { dir: dir.clone(), why: fault.why() })?;
        (conn, keys)
    };
    let keys = Arc::new(keys);
    let identity = Identity::new(keys.instance, options.clock.now_micros(), keys.certify(), &*options.random);
    let pulse = Pulse::new();
    let writer = Writer {
        path: data.clone(),
        identity,
        keys: keys.clone(),
        clock: options.clock.clone(),
        pulse: pulse.clone(),
    };
    let (jobs, handle) = writer.start(conn).map_err(|why| sqlite::io_error(dir, &why))?;
    let inner = Inner {
        keys,
        clock: options.clock.clone(),
        random: options.random.clone(),
        pulse,
        path: data,
        idle: Mutex::default(),
        permits: Semaphore::new(READERS),
    };
    Ok(Store { inner: Arc::new(inner), jobs, thread: Arc::new(Mutex::new(Some(handle))) })
}

/// Clears away what a kill left of cases whose keys were gone already.
fn finish_shredding(conn: &Connection, keys: &Keys) -> Result<(), Fault> {
    for stream in keys.shredded()? {
        group::clear(conn, stream.id).map_err(|error| sqlite::fault(&error))?;
    }
    Ok(())
}

fn create(options: &OpenOptions, data: &Path, keystore: &Path) -> Result<(Connection, Keys), OpenError> {
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
    let mut conn = sqlite::for_writing(data).map_err(|error| open_error(dir, &error))?;
    fill(&mut conn, instance).map_err(|error| open_error(dir, &error))?;
    Ok((conn, keys))
}

fn fill(conn: &mut Connection, instance: Uuid) -> rusqlite::Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute_batch(schema::TABLES)?;
    tx.execute_batch(schema::ADDED)?;
    tx.execute(sql::META_PUT, params!["instance", instance.as_bytes()])?;
    tx.execute(sql::META_PUT, params!["format", schema::FORMAT.to_le_bytes()])?;
    tx.commit()
}

/// Which store a database is.
fn described(dir: &Path, data: &Path, conn: &Connection) -> Result<Uuid, OpenError> {
    if conn.is_readonly("main").map_err(|error| open_error(dir, &error))? {
        return Err(OpenError::ReadOnly {
            dir: dir.to_owned(),
            why: "the database opens for reading only".to_owned(),
        });
    }
    let unfinished = |_| OpenError::Keystore {
        path: data.to_owned(),
        why: "is not a whole Holdfast database. If making the store was interrupted before anything was recorded, \
              delete it and keys.db and start again; otherwise restore it from a backup."
            .to_owned(),
    };
    let meta = |name: &str| conn.query_row(sql::META_GET, params![name], |row| row.get::<_, Vec<u8>>(0));
    let format = meta("format").map_err(unfinished)?;
    let found = format.as_slice().try_into().map(i64::from_le_bytes).unwrap_or(i64::MAX);
    if found > schema::FORMAT {
        return Err(OpenError::NewerFormat { dir: dir.to_owned(), found, known: schema::FORMAT });
    }
    let instance = meta("instance").map_err(unfinished)?;
    Uuid::from_slice(&instance).map_err(|_| unfinished(rusqlite::Error::InvalidQuery))
}
