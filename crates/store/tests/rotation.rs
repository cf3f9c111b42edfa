//! Other keys, while work goes on and processes are killed: nothing unreadable, nothing left under the old ones.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    io::{BufRead as _, BufReader, Write as _},
    path::PathBuf,
    process::{Command, Stdio},
    sync::Arc,
    sync::atomic::{AtomicBool, Ordering},
};

use store::{
    DraftKey, DraftPut, KeyClass, KeyFileError, OpenError, Store, StreamId, StreamKind, Unlock, WriteError,
    write_new_key_file,
};

use crate::raw::Val;
use crate::support::{Dice, Place, System, append, card, event, options, sealed, texts, uuid};

/// How often, unless `HOLDFAST_ROTATION_KILLS` says otherwise.
const KILLS: u32 = 8;
const CHILD: &str = "HOLDFAST_TEST_ROTATION_PLACE";
const CASES: u128 = 5;

/// The ids of all stream keys in the keystore, and of all keys that rows say they are under.
fn keys(place: &Place) -> (BTreeSet<Vec<u8>>, BTreeSet<Vec<u8>>) {
    let ids = |raw: &crate::raw::Raw, text: &str| -> BTreeSet<Vec<u8>> {
        let rows = raw.query(text, &[]).1;
        rows.into_iter()
            .filter_map(|row| match row.into_iter().next() {
                Some(Val::Bytes(id)) if id.len() == 16 => Some(id),
                _ => None,
            })
            .collect()
    };
    let there = ids(&place.raw_keys(), "SELECT id FROM key WHERE stream_kind > 0");
    let raw = place.raw();
    let mut used = BTreeSet::new();
    for table in ["event", "draft", "file", "piece"] {
        used.extend(ids(&raw, &format!("SELECT key_id FROM {table}")));
    }
    (there, used)
}

/// Entries, a draft and a file in each of a few cases.
async fn filled() -> (Place, Store) {
    let (place, store) = Place::new().await;
    for n in 1..=CASES {
        let case = StreamId::case(uuid(n));
        store.append(append(case, 0, vec![event("one"), sealed("12 Mill Lane"), event("two")])).await.unwrap();
        store.draft_put(draft(n)).await.unwrap();
        let mut incoming = store.file_begin(case.id, KeyClass::Ordinary);
        incoming.write(&vec![7; 300_000]).await.unwrap();
        incoming.finish(i64::MAX - 1).await.unwrap();
    }
    (place, store)
}

fn draft(n: u128) -> DraftPut {
    let key = DraftKey(uuid(1_000 + n));
    DraftPut { owner: uuid(9), key, case: Some(uuid(n)), version: 1, content: b"half a note".to_vec() }
}

async fn whole(store: &Store) {
    let report = store.verify(None).await.unwrap();
    assert!(report.is_clean(), "{:?}", report.findings);
    for n in 1..=CASES {
        assert_eq!(texts(store, StreamId::case(uuid(n))).await[..3], ["one", "12 Mill Lane", "two"]);
        let kept = store.draft_get(uuid(9), draft(n).key).await.unwrap().unwrap();
        assert_eq!(kept.content, draft(n).content);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_under_other_keys_while_others_write_and_read() {
    let (place, store) = filled().await;
    let before = keys(&place).0;
    let heads = store.export_heads().await.unwrap();
    // Another process of the same store, which learns of the rotation only by looking.
    let beside = place.open().await.unwrap();
    let stop = Arc::new(AtomicBool::new(false));
    let mut savers = tokio::task::JoinSet::new();
    for (n, store) in [store.clone(), beside.clone(), beside.clone()].into_iter().enumerate() {
        let stop = stop.clone();
        savers.spawn(async move {
            let case = StreamId::case(uuid(100 + u128::try_from(n).unwrap()));
            let mut head = 0_u64;
            while !stop.load(Ordering::Relaxed) {
                let text = format!("{n}/{head}");
                head = store.append(append(case, head, vec![event(&text), sealed(&text)])).await.unwrap().head;
                assert_eq!(u64::try_from(texts(&store, case).await.len()).unwrap(), head);
                let key = DraftKey(uuid((u128::try_from(n).unwrap() << 64) + u128::from(head)));
                let draft = DraftPut { owner: uuid(8), key, case: Some(case.id), version: 1, content: text.into() };
                store.draft_put(draft).await.unwrap();
            }
            head
        });
    }
    let (mut told, mut first) = (0, None);
    for _ in 0..2 {
        let rotated = store.rotate_streams(|done, _| told = done).await.unwrap();
        first = first.or(Some(rotated));
    }
    stop.store(true, Ordering::Relaxed);
    let saved = savers.join_all().await;
    assert!(saved.iter().all(|head| *head > 4), "control: they wrote meanwhile ({saved:?})");
    let first = first.unwrap();
    assert!(told > 5 && first.streams >= 5 && first.rows >= 30, "{first:?}, {told}");
    let (there, used) = keys(&place);
    assert!(before.is_disjoint(&there), "no old key is left");
    assert!(used.is_subset(&there), "nothing is under a key that is gone");
    whole(&store).await;
    whole(&beside).await;
    let report = beside.verify(Some(&heads)).await.unwrap();
    assert!(report.is_clean(), "the chain is as it was: {:?}", report.findings);
    drop((store, beside));
    whole(&place.open().await.unwrap()).await;
}

/// Only something in the child: rotates, and writes, for ever.
#[test]
fn rotator() {
    let Some(root) = env::var_os(CHILD).map(PathBuf::from) else { return };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(3).enable_all().build().unwrap();
    runtime.block_on(async {
        let key = Unlock::KeyFile(root.join("instance.key"));
        let store = Store::open(options(&root.join("data"), key, false)).await.unwrap();
        let other = store.clone();
        tokio::spawn(async move {
            let case = StreamId::case(uuid(77));
            let mut head = other.head(&case).await.unwrap();
            loop {
                let text = format!("entry {head}");
                head = other.append(append(case, head, vec![event(&text)])).await.unwrap().head;
                let mut out = std::io::stdout().lock();
                out.write_all(format!("\nACK {head}\n").as_bytes()).unwrap();
                out.flush().unwrap();
            }
        });
        loop {
            store.rotate_streams(|_, _| {}).await.unwrap();
        }
    });
}

#[tokio::test]
async fn killed_at_any_moment_it_goes_on_and_nothing_is_lost() {
    let (place, store) = filled().await;
    store.close().await;
    let kills =
        env::var_os("HOLDFAST_ROTATION_KILLS").and_then(|text| text.to_str()?.parse().ok()).unwrap_or(KILLS);
    let before = keys(&place).0;
    let (mut dice, mut acknowledged, mut midway) = (Dice(77), 0_u64, 0);
    for kill in 0..kills {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["rotation::rotator", "--exact", "--nocapture", "--test-threads=1"])
            .env(CHILD, place.root.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut left = 1 + dice.below(40);
        for line in BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok) {
            let Some(head) = line.strip_prefix("ACK ").and_then(|head| head.parse().ok()) else { continue };
            acknowledged = head;
            if left == 0 {
                break;
            }
            left -= 1;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let (there, used) = keys(&place);
        assert!(used.is_subset(&there), "kill {kill}: something is under a key that is gone");
        midway += u32::from(there.len() > used.len() || used.len() > 12);
        let store = place.open().await.unwrap();
        whole(&store).await;
        assert!(texts(&store, StreamId::case(uuid(77))).await.len() as u64 >= acknowledged, "kill {kill}");
        store.close().await;
    }
    assert!(midway > 0, "control: some kills came in the middle of a rotation");
    let store = place.open().await.unwrap();
    // Finishes what was broken off, and once more from the beginning.
    store.rotate_streams(|_, _| {}).await.unwrap();
    store.rotate_streams(|_, _| {}).await.unwrap();
    let (there, used) = keys(&place);
    assert!(before.is_disjoint(&there) && used.is_subset(&there));
    let mut versions: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
    for row in place.raw_keys().query("SELECT stream_id FROM key WHERE stream_kind > 0 AND class = 1", &[]).1 {
        if let Some(Val::Bytes(id)) = row.into_iter().next() {
            *versions.entry(id).or_default() += 1;
        }
    }
    assert!(versions.values().all(|versions| *versions == 1), "one key each");
    whole(&store).await;
}

#[tokio::test]
async fn another_instance_key_opens_it_and_the_old_one_is_told_that_it_is_old() {
    let (place, store) = filled().await;
    let beside = place.open().await.unwrap();
    let new = place.root.path().join("new.key");
    write_new_key_file(&new, &place.data(), &System).unwrap();
    let to = options(&place.data(), Unlock::KeyFile(new.clone()), false);
    store.rotate_instance(to.unlock.clone()).await.unwrap();
    beside.append(append(StreamId::case(uuid(50)), 0, vec![event("goes on")])).await.unwrap();
    drop((store, beside));
    let old = place.open().await.unwrap_err();
    assert!(matches!(old, OpenError::KeyReplaced { .. }), "{old}");
    let store = Store::open(to).await.unwrap();
    whole(&store).await;
    assert_eq!(texts(&store, StreamId::case(uuid(50))).await, ["goes on"]);
    let missing = Unlock::KeyFile(place.root.path().join("nowhere.key"));
    assert!(matches!(store.rotate_instance(missing).await, Err(OpenError::KeyMissing { .. })));
    let again = write_new_key_file(&new, &place.data(), &System).unwrap_err();
    assert!(matches!(again, KeyFileError::AlreadyExists { .. }));
}

#[tokio::test]
async fn another_agency_key_wraps_everything_and_other_processes_stop_writing() {
    let (place, store) = filled().await;
    let gone = uuid(3);
    store.append(append(StreamId { kind: StreamKind::User, id: gone }, 0, vec![event("a user")])).await.unwrap();
    store.index_put(vec![card(uuid(1), 3, "Ola")]).await.unwrap();
    store.session_put([1; 32], uuid(9), i64::MAX, b"session".to_vec()).await.unwrap();
    store.append(append(StreamId::case(uuid(40)), 0, vec![event("to be deleted")])).await.unwrap();
    store.shred(uuid(40)).await.unwrap();
    let wraps = |place: &Place| place.raw_keys().query("SELECT id, wrapped_by, wrapped FROM key", &[]).1;
    let (before, beside) = (wraps(&place), place.open().await.unwrap());
    store.rotate_agency().await.unwrap();
    for row in wraps(&place) {
        assert!(!before.iter().any(|old| old[2] == row[2]), "every key is wrapped again");
    }
    let refused = beside.append(append(StreamId::case(uuid(41)), 0, vec![event("x")])).await.unwrap_err();
    assert!(refused.to_string().contains("start Holdfast again"), "{refused}");
    let refused = beside.shred(uuid(1)).await.unwrap_err();
    assert!(matches!(refused, WriteError::Failed { .. }));
    drop((store, beside));
    let store = place.open().await.unwrap();
    store.index_drop().await.unwrap();
    store.session_delete_for(uuid(9)).await.unwrap();
    whole(&store).await;
    assert!(store.is_shredded(uuid(40)).await.unwrap());
    let hash = *blake3::hash(&vec![7; 300_000]).as_bytes();
    assert!(store.file_find(uuid(1), hash).await.unwrap().is_some(), "files are found where they were");
    store.append(append(StreamId::case(uuid(41)), 0, vec![event("x"), sealed("y")])).await.unwrap();
    assert_eq!(store.read(&StreamId::case(uuid(41)), 0).await.unwrap().len(), 2);
}
