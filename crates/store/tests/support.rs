//! A store in a throw-away folder, a clock that ticks when looked at, randomness, and a seeded dice.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use store::{
    Append, Clock, Databases, IndexChange, KeyClass, Location, NewEvent, OpenError, OpenOptions, Random, Store,
    StreamId, Unlock, write_new_key_file,
};
use tempfile::TempDir;
use uuid::Uuid;

use crate::raw::Raw;

/// Starts on 24 November 2026 and moves on by a millisecond whenever it is read.
pub(crate) struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now_micros(&self) -> i64 {
        self.0.fetch_add(1_000, Ordering::Relaxed)
    }
}

pub(crate) struct System;

impl Random for System {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the system has randomness");
    }
}

pub(crate) struct Place {
    pub(crate) root: TempDir,
}

impl Place {
    /// A folder with a key file and a new store in `data`.
    pub(crate) async fn new() -> (Self, Store) {
        let place = Self { root: tempfile::tempdir().expect("a temporary folder") };
        write_new_key_file(&place.key(), &place.data(), &System).expect("a key file");
        let store = Store::open(place.options(true)).await.expect("a new store");
        (place, store)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.root.path().join("data")
    }

    pub(crate) fn key(&self) -> PathBuf {
        self.root.path().join("instance.key")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.data().join("holdfast.db")
    }

    /// Another connection to its tables.
    pub(crate) fn raw(&self) -> Raw {
        match postgres() {
            Some(url) => Raw::postgres(&url, &schema(&self.data())),
            None => Raw::sqlite(&self.database()),
        }
    }

    /// Another connection to the tables of its keys.
    pub(crate) fn raw_keys(&self) -> Raw {
        match postgres() {
            Some(url) => Raw::postgres(&url, &format!("{}_keys", schema(&self.data()))),
            None => Raw::sqlite(&self.data().join("keys.db")),
        }
    }

    pub(crate) fn options(&self, create: bool) -> OpenOptions {
        options(&self.data(), Unlock::KeyFile(self.key()), create)
    }

    pub(crate) async fn open(&self) -> Result<Store, OpenError> {
        Store::open(self.options(false)).await
    }
}

pub(crate) fn options(dir: &Path, unlock: Unlock, create: bool) -> OpenOptions {
    let clock = Arc::new(Ticking(AtomicI64::new(1_795_510_000_000_000)));
    OpenOptions { place: location(dir), unlock, clock, random: Arc::new(System), create }
}

/// The database that the stories are told on, in the test programs `postgres` and `servers`; none in `main`, which uses folders.
pub(crate) fn postgres() -> Option<String> {
    if env!("CARGO_CRATE_NAME") == "main" {
        return None;
    }
    let url = std::env::var_os("HOLDFAST_TEST_POSTGRES").expect(
        "HOLDFAST_TEST_POSTGRES must be the address of a PostgreSQL database: ./run test sets it, or see tools/postgres",
    );
    Some(url.into_string().expect("an address is text"))
}

/// A schema for each folder, so that no test sees another's rows.
pub(crate) fn schema(dir: &Path) -> String {
    let hash = blake3::hash(dir.as_os_str().as_encoded_bytes()).to_hex();
    format!("t{}", hash.get(..20).expect("long enough"))
}

fn location(dir: &Path) -> Location {
    let Some(url) = postgres() else { return Location::Folder(dir.to_owned()) };
    let mark = if url.contains('?') { '&' } else { '?' };
    let data = format!("{url}{mark}schema={}", schema(dir)).parse().expect("an address");
    Location::Database(Box::new(Databases { data, keystore: None }))
}

pub(crate) fn event(text: &str) -> NewEvent {
    NewEvent { tag: "entry.recorded".into(), version: 1, class: KeyClass::Ordinary, payload: text.into() }
}

pub(crate) fn sealed(text: &str) -> NewEvent {
    NewEvent { class: KeyClass::Sealed, ..event(text) }
}

pub(crate) fn append(stream: StreamId, expected: u64, events: Vec<NewEvent>) -> Append {
    Append { stream, expected, events, drafts_done: Vec::new(), index: Vec::new() }
}

pub(crate) fn card(id: Uuid, head: u64, text: &str) -> IndexChange {
    IndexChange::Card { kind: "case".into(), id, head, card: text.into() }
}

pub(crate) fn uuid(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// The entries' texts.
pub(crate) async fn texts(store: &Store, stream: StreamId) -> Vec<String> {
    let events = store.read(&stream, 0).await.expect("readable");
    events.into_iter().map(|event| String::from_utf8(event.payload).expect("text")).collect()
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
        usize::try_from(self.throw() % u64::try_from(end).expect("fits")).expect("fits")
    }
}
