//! The open store: what every call shares, and the only two ways to the engine.

use std::{
    sync::{Arc, Mutex, PoisonError},
    thread::JoinHandle,
};

use tokio::sync::{Semaphore, mpsc, oneshot};
use uuid::Uuid;

use crate::{
    engine::{Engine, reader::Reader, writer::Writer},
    errors::{Fault, OpenError},
    heads::Identity,
    health::{Health, Pulse},
    keys::Keys,
    options::{Clock, Location, OpenOptions, Random},
    postgres, sqlite,
    writes::{Done, Job, Write},
};

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
    pub(crate) place: Location,
    pulse: Pulse,
    engine: Arc<Engine>,
    permits: Semaphore,
}

impl Store {
    /// Opens the store in `options.place`, or makes it.
    ///
    /// # Errors
    /// [`OpenError`]; each variant says how to mend it.
    pub async fn open(options: OpenOptions) -> Result<Self, OpenError> {
        let dir = options.place.label();
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

    /// Where it is, for messages.
    #[must_use]
    pub fn place(&self) -> std::path::PathBuf {
        self.inner.place.label()
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
            let conn = shared.engine.reader()?;
            let outcome = read(&Reader(&conn));
            if outcome.is_ok() {
                shared.engine.give_back(conn);
            }
            outcome
        })
        .await
        .unwrap_or_else(|why| Err(Fault::Failed(why.to_string())))
    }
}

fn open(options: &OpenOptions) -> Result<Store, OpenError> {
    let (engine, conn, keys) = match &options.place {
        Location::Folder(dir) => sqlite::open::open(options, dir)?,
        Location::Database(database) => postgres::open::open(options, database)?,
    };
    let (engine, keys) = (Arc::new(engine), Arc::new(keys));
    let identity = Identity::new(keys.instance, options.clock.now_micros(), keys.certify(), &*options.random);
    let pulse = Pulse::new();
    let writer = Writer {
        engine: engine.clone(),
        identity,
        keys: keys.clone(),
        clock: options.clock.clone(),
        pulse: pulse.clone(),
    };
    let (jobs, handle) = writer.start(conn).map_err(|why| sqlite::io_error(&options.place.label(), &why))?;
    let inner = Inner {
        keys,
        clock: options.clock.clone(),
        random: options.random.clone(),
        place: options.place.clone(),
        pulse,
        permits: Semaphore::new(engine.readers()),
        engine,
    };
    Ok(Store { inner: Arc::new(inner), jobs, thread: Arc::new(Mutex::new(Some(handle))) })
}
