//! A store, a place for its backups, a pair of keys, a clock that is set by hand, and a seeded dice.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use backup::{Identities, Place, Recipients, Restored, Retention, Shipped, Shipper};
use store::{Append, Clock, KeyClass, NewEvent, OpenOptions, Random, Store, StreamId, Unlock, write_new_key_file};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) const MINUTE: i64 = 60_000_000;
pub(crate) const DAY: i64 = 24 * 60 * MINUTE;
/// 24 November 2026.
pub(crate) const BEGIN: i64 = 1_795_510_000_000_000;

struct Standing;

impl Clock for Standing {
    fn now_micros(&self) -> i64 {
        BEGIN
    }
}

pub(crate) struct System;

impl Random for System {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the system has randomness");
    }
}

pub(crate) struct World {
    pub(crate) root: TempDir,
    pub(crate) store: Store,
    pub(crate) identities: Identities,
    pub(crate) public: String,
}

impl World {
    pub(crate) async fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        write_new_key_file(&root.path().join("instance.key"), &root.path().join("data"), &System).unwrap();
        let public = backup::new_identity(&root.path().join("backup.key")).unwrap();
        let identities = Identities::read(&root.path().join("backup.key")).unwrap();
        let store = Store::open(options(root.path(), "data", true)).await.unwrap();
        Self { root, store, identities, public }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub(crate) fn place(&self) -> Place {
        Place::named(self.path("backup").to_str().unwrap(), None, true).unwrap()
    }

    pub(crate) fn shipper(&self, retention: Retention) -> Shipper {
        let to = Recipients::parse([self.public.as_str()]).unwrap();
        Shipper::new(self.place(), self.place(), to, retention)
    }

    /// A backup by a process of its own, so many minutes after the beginning.
    pub(crate) async fn ship(&self, minute: i64) -> Shipped {
        self.shipper(Retention::default()).ship(&self.store, BEGIN + minute * MINUTE).await.unwrap()
    }

    pub(crate) async fn restore(&self, name: &str, until: Option<i64>) -> Result<Restored, backup::BackupError> {
        self.restore_with(&self.identities, name, until).await
    }

    pub(crate) async fn restore_with(
        &self,
        identities: &Identities,
        name: &str,
        until: Option<i64>,
    ) -> Result<Restored, backup::BackupError> {
        let to = store::Location::Folder(self.path(name));
        let random: std::sync::Arc<dyn store::Random> = std::sync::Arc::new(System);
        backup::restore(&self.place(), &self.place(), identities, until, &to, &random).await
    }

    pub(crate) async fn open(&self, name: &str) -> Store {
        Store::open(options(self.root.path(), name, false)).await.unwrap()
    }
}

pub(crate) fn options(root: &Path, name: &str, create: bool) -> OpenOptions {
    OpenOptions {
        place: store::Location::Folder(root.join(name)),
        unlock: Unlock::KeyFile(root.join("instance.key")),
        clock: Arc::new(Standing),
        random: Arc::new(System),
        create,
    }
}

pub(crate) fn case(n: u128) -> StreamId {
    StreamId::case(Uuid::from_u128(n))
}

pub(crate) async fn record(store: &Store, stream: StreamId, text: &str) {
    let expected = store.head(&stream).await.unwrap();
    let event = |text: &str, class| NewEvent {
        tag: "entry.recorded".into(),
        version: 1,
        class,
        payload: text.as_bytes().to_vec(),
    };
    let events = vec![event(text, KeyClass::Ordinary), event(&format!("{text}, sealed"), KeyClass::Sealed)];
    store.append(Append { stream, expected, events, drafts_done: Vec::new(), index: Vec::new() }).await.unwrap();
}

pub(crate) async fn texts(store: &Store, stream: StreamId) -> Vec<String> {
    let events = store.read(&stream, 0).await.unwrap();
    events.into_iter().map(|event| String::from_utf8(event.payload).unwrap()).collect()
}

/// SplitMix64: the same throws for the same seed, everywhere.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.throw() % u64::try_from(end).unwrap()).unwrap()
    }
}
