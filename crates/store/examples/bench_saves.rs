//! Durable saves from 32 clients, against bare SQLite writing the same rows in the same groups.
//!
//! `cargo run --release -p store --example bench_saves`. Both sides sync to the disk at every
//! commit. The bare side gets the rows ready-made and the groups as Holdfast's writer formed them,
//! so the ratio is what encrypting, chaining, signing, queueing and answering cost. With
//! `HOLDFAST_BENCH_POSTGRES`, the address of a database, it saves there; `bench/pgbench` has the bare side.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run may stop")]
#![expect(clippy::indexing_slicing, reason = "rows this program wrote itself")]

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use rusqlite::{Connection, params};
use store::{
    Append, Clock, Databases, IndexChange, KeyClass, Location, NewEvent, OpenOptions, Random, Store, StreamId,
    Unlock, write_new_key_file,
};
use uuid::Uuid;

const CLIENTS: u128 = 32;
const SAVES: u64 = 200;
const ROUNDS: usize = 5;
const PAYLOAD: usize = 700;
const CARD: usize = 120;

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

#[tokio::main]
async fn main() {
    if let Some(url) = std::env::var_os("HOLDFAST_BENCH_POSTGRES") {
        return on_postgres(&url.into_string().unwrap()).await;
    }
    let (mut ours, mut bares, mut waits, mut grouped) = (Vec::new(), Vec::new(), Vec::new(), 0.0);
    for round in 1..=ROUNDS {
        let root = tempfile::tempdir().unwrap();
        settle();
        let (took, mut latencies) = holdfast(root.path()).await;
        let groups = rows(&root.path().join("data/holdfast.db"));
        settle();
        let bare = bare(&root.path().join("bare.db"), &groups);
        let saves = f64::from(u32::try_from(groups.iter().map(|group| group.saves.len()).sum::<usize>()).unwrap());
        let (rate, bare_rate) = (saves / took.as_secs_f64(), saves / bare.as_secs_f64());
        grouped = saves / f64::from(u32::try_from(groups.len()).unwrap());
        println!("round {round}: holdfast {rate:.0}/s, bare {bare_rate:.0}/s, {grouped:.1} saves a commit");
        ours.push(rate);
        bares.push(bare_rate);
        waits.append(&mut latencies);
    }
    waits.sort_unstable();
    let ratios = ours.iter().zip(&bares).map(|(ours, bare)| ours / bare).collect();
    println!(
        "median: holdfast {:.0} saves/s, bare SQLite {:.0} saves/s, ratio {:.2} (target 0.60), {grouped:.1} saves a commit",
        median(ours),
        median(bares),
        median(ratios)
    );
    let at = |percent: usize| waits[(waits.len() - 1) * percent / 100].as_micros();
    println!("waiting for a save: median {} µs, p95 {} µs, p99 {} µs", at(50), at(95), at(99));
}

/// What was written before must not be paid for by who is measured next.
fn settle() {
    std::process::Command::new("sync").status().unwrap();
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

async fn on_postgres(url: &str) {
    let mark = if url.contains('?') { '&' } else { '?' };
    let mut rates = Vec::new();
    for round in 1..=ROUNDS {
        let root = tempfile::tempdir().unwrap();
        let data = format!("{url}{mark}schema=saves{round}").parse().unwrap();
        let place = Location::Database(Box::new(Databases { data, keystore: None }));
        let (took, _) = holdfast_in(root.path(), place).await;
        rates.push(
            f64::from(u32::try_from(CLIENTS).unwrap()) * f64::from(u32::try_from(SAVES).unwrap())
                / took.as_secs_f64(),
        );
    }
    println!("Holdfast on PostgreSQL: median {:.0} saves/s of {ROUNDS} rounds", median(rates));
}

async fn holdfast(root: &Path) -> (Duration, Vec<Duration>) {
    holdfast_in(root, Location::Folder(root.join("data"))).await
}

async fn holdfast_in(root: &Path, place: Location) -> (Duration, Vec<Duration>) {
    let (dir, key) = (root.join("data"), root.join("key"));
    write_new_key_file(&key, &dir, &System).unwrap();
    let clock = Arc::new(Ticking(AtomicI64::new(0)));
    let unlock = Unlock::KeyFile(key);
    let store =
        Store::open(OpenOptions { place, unlock, clock, random: Arc::new(System), create: true }).await.unwrap();
    // The cases exist already: their keys are made, as in a working day.
    for client in 0..CLIENTS {
        save(&store, client, 0).await;
    }
    let started = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for client in 0..CLIENTS {
        let store = store.clone();
        tasks.spawn(async move {
            let mut waits = Vec::new();
            for n in 1..=SAVES {
                let asked = Instant::now();
                save(&store, client, n).await;
                waits.push(asked.elapsed());
            }
            waits
        });
    }
    let waits = tasks.join_all().await.concat();
    let took = started.elapsed();
    let checked = Instant::now();
    let report = store.verify(None).await.unwrap();
    assert!(report.is_clean());
    println!("verify: {} entries, {} records in {:.0?}", report.events, report.records, checked.elapsed());
    store.close().await;
    (took, waits)
}

async fn save(store: &Store, client: u128, head: u64) {
    let stream = StreamId::case(Uuid::from_u128(client));
    let payload = vec![b'n'; PAYLOAD];
    let event = NewEvent { tag: "entry.recorded".into(), version: 1, class: KeyClass::Ordinary, payload };
    let card = IndexChange::Card { kind: "case".into(), id: stream.id, head: head + 1, card: vec![b'c'; CARD] };
    let append = Append { stream, expected: head, events: vec![event], drafts_done: Vec::new(), index: vec![card] };
    store.append(append).await.unwrap();
}

struct Event {
    kind: i64,
    tag: String,
    version: i64,
    class: i64,
    at: i64,
    key: Vec<u8>,
    ciphertext: Vec<u8>,
    commitment: Vec<u8>,
    chain: Vec<u8>,
}

struct Group {
    server: Vec<u8>,
    n: i64,
    at: i64,
    body: Vec<u8>,
    signature: Vec<u8>,
    hash: Vec<u8>,
    saves: Vec<(Vec<u8>, i64, Event)>,
}

/// What Holdfast wrote after the cases were made, commit by commit: each signed record is one.
fn rows(path: &Path) -> Vec<Group> {
    let conn = Connection::open(path).unwrap();
    let mut events = conn
        .prepare("SELECT stream_kind, tag, version, class, at_micros, key_id, ciphertext, commitment, chain FROM event WHERE stream_id = ?1 AND seq = ?2")
        .unwrap();
    let mut heads =
        conn.prepare("SELECT server, n, at_micros, body, signature, hash FROM heads ORDER BY n").unwrap();
    let read = heads.query_map([], |row| {
        let (server, n, at) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (body, signature, hash): (Vec<u8>, _, _) = (row.get(3)?, row.get(4)?, row.get(5)?);
        let mut saves = Vec::new();
        // No ends found (8 bytes), access 40, then the count and 57 bytes for each stream.
        for head in body[56..].chunks_exact(57) {
            let (id, seq) = (head[1..17].to_vec(), i64::from_le_bytes(head[17..25].try_into().unwrap()));
            let event = events.query_row(params![id, seq], |row| {
                Ok(Event {
                    kind: row.get(0)?,
                    tag: row.get(1)?,
                    version: row.get(2)?,
                    class: row.get(3)?,
                    at: row.get(4)?,
                    key: row.get(5)?,
                    ciphertext: row.get(6)?,
                    commitment: row.get(7)?,
                    chain: row.get(8)?,
                })
            })?;
            saves.push((id, seq, event));
        }
        Ok(Group { server, n, at, body, signature, hash, saves })
    });
    read.unwrap().map(Result::unwrap).filter(|group| group.saves.iter().all(|(_, seq, _)| *seq > 1)).collect()
}

fn bare(path: &Path, groups: &[Group]) -> Duration {
    let mut conn = Connection::open(path).unwrap();
    conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;")
        .unwrap();
    conn.execute_batch(TABLES).unwrap();
    for client in 0..CLIENTS {
        let id = Uuid::from_u128(client);
        conn.execute("INSERT INTO stream VALUES (?1, 1, 1, zeroblob(32))", [id.as_bytes()]).unwrap();
    }
    let started = Instant::now();
    for group in groups {
        let tx = conn.transaction().unwrap();
        for (id, seq, event) in &group.saves {
            let run = |text: &str, values: &[&dyn rusqlite::ToSql]| {
                tx.prepare_cached(text).unwrap().execute(values).unwrap()
            };
            let moved = run(
                "UPDATE stream SET seq = ?1, chain = ?2 WHERE id = ?3 AND kind = ?4 AND seq = ?5",
                params![seq, event.chain, id, event.kind, seq - 1],
            );
            assert_eq!(moved, 1);
            run(
                "INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                params![
                    id,
                    event.kind,
                    seq,
                    event.tag,
                    event.version,
                    event.class,
                    event.at,
                    event.key,
                    event.ciphertext,
                    event.commitment,
                    event.chain
                ],
            );
            run(
                "INSERT INTO card VALUES (?1, 'case', ?2, ?3) ON CONFLICT (id, kind) DO UPDATE SET head = excluded.head, ciphertext = excluded.ciphertext",
                params![id, seq, vec![0_u8; CARD + 40]],
            );
        }
        tx.prepare_cached("INSERT INTO heads VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .unwrap()
            .execute(params![group.server, group.n, group.at, group.body, group.signature, group.hash])
            .unwrap();
        tx.commit().unwrap();
    }
    started.elapsed()
}

const TABLES: &str = "
CREATE TABLE event (stream_id BLOB NOT NULL, stream_kind INTEGER NOT NULL, seq INTEGER NOT NULL, tag TEXT NOT NULL,
  version INTEGER NOT NULL, class INTEGER NOT NULL, at_micros INTEGER NOT NULL, key_id BLOB NOT NULL, ciphertext BLOB,
  commitment BLOB NOT NULL, chain BLOB NOT NULL, PRIMARY KEY (stream_id, stream_kind, seq)) STRICT;
CREATE TABLE stream (id BLOB NOT NULL, kind INTEGER NOT NULL, seq INTEGER NOT NULL, chain BLOB NOT NULL,
  PRIMARY KEY (id, kind)) STRICT;
CREATE TABLE heads (server BLOB NOT NULL, n INTEGER NOT NULL, at_micros INTEGER NOT NULL, body BLOB NOT NULL,
  signature BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (server, n)) STRICT;
CREATE TABLE card (id BLOB NOT NULL, kind TEXT NOT NULL, head INTEGER NOT NULL, ciphertext BLOB NOT NULL,
  PRIMARY KEY (id, kind)) STRICT;
CREATE INDEX card_by_kind ON card (kind, id);
";
