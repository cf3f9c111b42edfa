//! Several servers on one PostgreSQL: backends that are terminated, a cluster that crashes, a case that is deleted.
//!
//! A program of its own, one test after the other: what it does to the database would be felt by all other tests. Needs
//! `HOLDFAST_TEST_POSTGRES` and `HOLDFAST_TEST_CLUSTER`; see `tools/postgres`. The long run is the same with more rounds:
//! `HOLDFAST_KILLS`; see `bench/README.md`.
#![cfg(test)]
#![expect(dead_code, reason = "what the stories share is more than these few need")]

mod raw;
mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    process::Command,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use store::{
    Append, AppendError, Databases, DraftError, DraftKey, DraftPut, IndexChange, Location, OpenError, OpenOptions,
    Store, StreamId,
};
use tokio::sync::watch;

use crate::support::{Dice, Place, append, card, event, postgres, schema, sealed, texts, uuid};

/// One after the other.
static ALONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// The case that everybody records in.
const SHARED: u128 = 999;
const SAVERS: u128 = 4;

fn rounds(short: u64) -> u64 {
    let said = std::env::var_os("HOLDFAST_KILLS").map(|said| said.into_string().unwrap().parse().unwrap());
    said.unwrap_or(short)
}

/// What was acknowledged: stream and place, and the words there.
#[derive(Default)]
struct Told {
    entries: Mutex<BTreeMap<(u128, u64), String>>,
    saves: watch::Sender<u64>,
    enough: AtomicBool,
}

impl Told {
    fn note(&self, stream: u128, seq: u64, text: &str) {
        let twice = self.entries.lock().unwrap().insert((stream, seq), text.to_owned());
        assert_eq!(twice, None, "one place was acknowledged to two savers");
        self.saves.send_modify(|saves| *saves += 1);
    }

    /// Waits until so many more saves were acknowledged.
    async fn after(&self, more: u64) {
        let mut saves = self.saves.subscribe();
        let goal = *saves.borrow() + more;
        saves.wait_for(|saves| *saves >= goal).await.unwrap();
    }
}

/// Saves until it is enough: notes with their drafts in a case of its own, and entries in the shared one.
async fn save(store: Store, server: u128, saver: u128, told: Arc<Told>) {
    let own = StreamId::case(uuid((server << 8) | saver));
    let shared = StreamId::case(uuid(SHARED));
    let (mut head, mut at) = (0, 0);
    let mut n = 0_u128;
    while !told.enough.load(Ordering::SeqCst) {
        n += 1;
        let text = format!("{server}/{saver}/{n}");
        let key = DraftKey(uuid((server << 96) | (saver << 64) | n));
        let draft = DraftPut { owner: uuid(7), key, case: Some(own.id), version: 1, content: text.clone().into() };
        match store.draft_put(draft).await {
            // Of what was not acknowledged nobody says that it is there, nor that it is not.
            Ok(_) | Err(DraftError::Failed { .. }) => {}
            Err(other) => panic!("{other}"),
        }
        let note = Append {
            drafts_done: vec![(uuid(7), key)],
            index: vec![card(own.id, head + 2, &text)],
            ..append(own, head, vec![event(&text), sealed(&format!("{text}/sealed"))])
        };
        match store.append(note).await {
            Ok(done) => {
                head = done.head;
                told.note(own.id.as_u128(), head - 1, &text);
                told.note(own.id.as_u128(), head, &format!("{text}/sealed"));
            }
            // Only this saver records here: then an earlier one, of which nothing could be told, was kept.
            Err(AppendError::Stale { found, .. }) => head = found,
            Err(AppendError::Failed { .. }) => {}
            Err(other) => panic!("{other}"),
        }
        match store.append(append(shared, at, vec![event(&text)])).await {
            Ok(done) => {
                at = done.head;
                told.note(SHARED, at, &text);
            }
            Err(AppendError::Stale { found, .. }) => at = found,
            Err(AppendError::Failed { .. }) => {}
            Err(other) => panic!("{other}"),
        }
    }
}

/// Everything acknowledged is there in its place, nothing is there twice, and the store is whole.
async fn check(store: &Store, told: &BTreeMap<(u128, u64), String>) -> Result<(), String> {
    let streams: BTreeSet<u128> = told.keys().map(|(stream, _)| *stream).collect();
    for stream in streams {
        let there = texts(store, StreamId::case(uuid(stream))).await;
        if there.iter().collect::<BTreeSet<_>>().len() != there.len() {
            return Err(format!("something is twice in {stream}"));
        }
        for ((_, seq), text) in told.range((stream, 0)..=(stream, u64::MAX)) {
            if there.get(usize::try_from(*seq).unwrap() - 1) != Some(text) {
                return Err(format!("{text} was acknowledged as {seq} of {stream} and is not there"));
            }
        }
    }
    let report = store.verify(None).await.unwrap();
    if report.is_clean() { Ok(()) } else { Err(format!("{:?}", report.findings)) }
}

/// The same store by way of another address.
async fn open_at(place: &Place, url: &str) -> Result<Store, OpenError> {
    let data = format!("{url}&schema={}", schema(&place.data())).parse().expect("an address");
    let place_there = Location::Database(Box::new(Databases { data, keystore: None }));
    Store::open(OpenOptions { place: place_there, ..place.options(false) }).await
}

/// Two servers under load while `harm` is done again and again.
async fn under_harm(rounds: u64, mut harm: impl FnMut(&Place)) -> u64 {
    let _alone = ALONE.lock().await;
    let (place, first) = Place::new().await;
    let second = place.open().await.unwrap();
    let told = Arc::new(Told::default());
    let mut tasks = tokio::task::JoinSet::new();
    for (server, store) in [(1, &first), (2, &second)] {
        for saver in 0..SAVERS {
            tasks.spawn(save(store.clone(), server, saver, told.clone()));
        }
    }
    let mut dice = Dice(rounds);
    for _ in 0..rounds {
        told.after(1 + dice.throw() % 30).await;
        tokio::task::block_in_place(|| harm(&place));
    }
    told.after(50).await;
    told.enough.store(true, Ordering::SeqCst);
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
    let mut entries = told.entries.lock().unwrap().clone();
    check(&first, &entries).await.unwrap();
    check(&second, &entries).await.unwrap();
    let many = entries.len() as u64;
    entries.insert((SHARED, 1_000_000), "acknowledged and never kept".into());
    assert!(check(&first, &entries).await.is_err(), "control: a lost entry would be noticed");
    many
}

#[tokio::test(flavor = "multi_thread")]
async fn terminated_backends_lose_nothing_that_was_acknowledged() {
    let mut terminated = 0;
    let entries = under_harm(rounds(40), |place| {
        let raw = place.raw();
        let kill = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
                    WHERE usename = current_user AND application_name = 'holdfast' AND pid <> pg_backend_pid()";
        terminated += raw.count(kill, &[]);
    })
    .await;
    assert!(terminated > 40, "control: backends were there to be terminated ({terminated})");
    eprintln!("{terminated} backends terminated, {entries} entries acknowledged, 0 lost");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_that_crashes_loses_nothing_that_was_acknowledged() {
    let cluster = std::env::var_os("HOLDFAST_TEST_CLUSTER").map(PathBuf::from);
    let cluster = cluster.expect("HOLDFAST_TEST_CLUSTER must be the folder of the cluster: ./run test sets it");
    let tool = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tools/postgres");
    let mut crashes = 0;
    let entries = under_harm(rounds(5), |_| {
        let status = Command::new(&tool).arg("crash").arg(&cluster).status().unwrap();
        assert!(status.success());
        crashes += 1;
    })
    .await;
    eprintln!("{crashes} crashes of the cluster, {entries} entries acknowledged, 0 lost");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_deleted_by_one_server_is_written_by_none() {
    let _alone = ALONE.lock().await;
    let (place, first) = Place::new().await;
    let second = place.open().await.unwrap();
    for n in 0..20_u128 {
        let case = StreamId::case(uuid(n + 1));
        first.append(append(case, 0, vec![event("one")])).await.unwrap();
        second.append(append(case, 1, vec![event("two")])).await.unwrap();
        let names = IndexChange::Card { kind: "case".into(), id: case.id, head: 3, card: b"Lena".to_vec() };
        let late = Append { index: vec![names], ..append(case, 2, vec![event("three")]) };
        let (gone, wrote) = tokio::join!(first.shred(case.id), second.append(late));
        gone.unwrap();
        assert!(matches!(wrote, Ok(_) | Err(AppendError::Shredded { .. })), "{wrote:?}");
        assert_eq!(second.index_card("case", case.id).await.unwrap(), None, "no name is left behind");
        assert!(second.read(&case, 0).await.is_err());
    }
    let report = first.verify(None).await.unwrap();
    assert!(report.is_clean(), "{:?}", report.findings);
    assert_eq!(report.shredded, 20);
}

#[tokio::test]
async fn a_database_that_forgets_is_refused() {
    let _alone = ALONE.lock().await;
    let (place, store) = Place::new().await;
    store.close().await;
    let url = postgres().unwrap();
    let careless = format!("{url}&options=-c%20synchronous_commit%3Doff");
    let refused = open_at(&place, &careless).await.unwrap_err();
    assert!(matches!(refused, OpenError::NotDurable { .. }), "{refused}");
    open_at(&place, &url).await.expect("control: otherwise it opens");
}

#[tokio::test]
async fn a_database_that_is_not_there_is_named_without_a_password() {
    let _alone = ALONE.lock().await;
    let (place, store) = Place::new().await;
    store.close().await;
    let refused = open_at(&place, "postgres://hf:geheim@/holdfast?host=/nowhere").await.unwrap_err();
    assert!(matches!(refused, OpenError::Unreachable { .. }), "{refused}");
    assert!(refused.to_string().contains("/nowhere") && !refused.to_string().contains("geheim"), "{refused}");
}
