//! `verify` over a million entries.
//!
//! `cargo run --release -p store --example bench_verify [ENTRIES]`. Makes a store of 2,600 cases in a temporary folder (about
//! 1 GB for a million entries of 500 bytes), with as many signed records as saves of eight entries make, and measures
//! checking all of it, in the process that wrote it and once it was opened again.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run may stop")]

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Instant,
};

use store::{Append, Clock, KeyClass, NewEvent, OpenOptions, Random, Store, StreamId, Unlock, write_new_key_file};
use uuid::Uuid;

const CASES: u64 = 2_600;
const TOGETHER: u64 = 8;

struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now_micros(&self) -> i64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
}

struct System;

impl Random for System {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }
}

async fn fill(store: &Store, wanted: u64) {
    let rounds = wanted.div_ceil(CASES * TOGETHER);
    for round in 0..rounds {
        let mut tasks = tokio::task::JoinSet::new();
        for case in 0..CASES {
            let store = store.clone();
            tasks.spawn(async move {
                let stream = StreamId::case(Uuid::from_u128(u128::from(case) << 64));
                let events = (0..TOGETHER).map(|n| NewEvent {
                    tag: "entry.recorded".into(),
                    version: 1,
                    class: if n == 7 { KeyClass::Sealed } else { KeyClass::Ordinary },
                    payload: vec![b'x'; 500],
                });
                let append = Append {
                    stream,
                    expected: round * TOGETHER,
                    events: events.collect(),
                    drafts_done: Vec::new(),
                    index: Vec::new(),
                };
                store.append(append).await.unwrap();
            });
        }
        while let Some(done) = tasks.join_next().await {
            done.unwrap();
        }
    }
}

#[tokio::main]
async fn main() {
    let wanted = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(1_000_000);
    let root = tempfile::tempdir().unwrap();
    let (dir, key) = (root.path().join("data"), root.path().join("key"));
    write_new_key_file(&key, &dir, &System).unwrap();
    let options = |create| OpenOptions {
        place: store::Location::Folder(dir.clone()),
        unlock: Unlock::KeyFile(key.clone()),
        clock: Arc::new(Ticking(AtomicI64::new(1_795_510_000_000_000))),
        random: Arc::new(System),
        create,
    };
    let store = Store::open(options(true)).await.unwrap();
    let begun = Instant::now();
    fill(&store, wanted).await;
    println!("filled in {:.1} s", begun.elapsed().as_secs_f64());
    store.close().await;
    let store = Store::open(options(false)).await.unwrap();
    for round in 1..=3 {
        let begun = Instant::now();
        let report = store.verify(None).await.unwrap();
        let took = begun.elapsed().as_secs_f64();
        assert!(report.is_clean(), "{:?}", report.findings);
        println!(
            "round {round}: {} entries, {} signed records verified in {took:.1} s",
            report.events, report.records
        );
    }
}
