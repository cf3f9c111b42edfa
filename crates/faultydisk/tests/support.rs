//! A store in a throw-away folder on the disk that can fail, and one test at a time.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use faultydisk::Tears;
use store::{
    Append, AppendError, Appended, Clock, DraftKey, DraftPut, KeyClass, NewEvent, OpenOptions, Random, Store,
    StreamId, Unlock, write_new_key_file,
};
use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};
use uuid::Uuid;

static ONE: Mutex<()> = Mutex::const_new(());

struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now_micros(&self) -> i64 {
        self.0.fetch_add(1_000, Ordering::Relaxed)
    }
}

struct System;

impl Random for System {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the system has randomness");
    }
}

/// A folder with a key, and the right to be the only test.
pub struct World {
    pub root: TempDir,
    _alone: MutexGuard<'static, ()>,
}

impl World {
    pub async fn new() -> (Self, Store) {
        let alone = ONE.lock().await;
        faultydisk::install();
        let root = tempfile::tempdir().unwrap();
        let world = Self { root, _alone: alone };
        write_new_key_file(&world.path("instance.key"), &world.path("data"), &System).unwrap();
        let store = world.open("data", true).await.unwrap();
        (world, store)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub async fn open(&self, name: &str, create: bool) -> Result<Store, store::OpenError> {
        let options = OpenOptions {
            place: store::Location::Folder(self.path(name)),
            unlock: Unlock::KeyFile(self.path("instance.key")),
            clock: Arc::new(Ticking(AtomicI64::new(1_795_510_000_000_000))),
            random: Arc::new(System),
            create,
        };
        Store::open(options).await
    }
}

pub fn case(n: u64) -> StreamId {
    StreamId::case(Uuid::from_u128(u128::from(n)))
}

/// Records `text` as the next entry of a case, with a sealed twin.
pub async fn record(store: &Store, case: StreamId, expected: u64, text: &str) -> Result<Appended, AppendError> {
    let event =
        |class| NewEvent { tag: "entry.recorded".into(), version: 1, class, payload: text.as_bytes().to_vec() };
    let events = vec![event(KeyClass::Ordinary), event(KeyClass::Sealed)];
    store.append(Append { stream: case, expected, events, drafts_done: Vec::new(), index: Vec::new() }).await
}

pub fn draft(case: StreamId, n: u64) -> DraftPut {
    let key = DraftKey(Uuid::from_u128(u128::from(n)));
    DraftPut { owner: Uuid::from_u128(9), key, case: Some(case.id), version: 1, content: b"half a note".to_vec() }
}

/// How many, unless the environment says otherwise: the long runs do.
pub fn count(variable: &str, usual: usize) -> usize {
    std::env::var_os(variable).and_then(|text| text.into_string().ok()?.parse().ok()).unwrap_or(usual)
}

pub fn sizes(dir: &Path) -> u64 {
    std::fs::read_dir(dir).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum()
}

/// SplitMix64: the same throws for the same seed, everywhere.
pub struct Dice(pub u64);

impl Dice {
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

impl Tears for Dice {
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.throw() % u64::try_from(end).unwrap()).unwrap()
    }
}
