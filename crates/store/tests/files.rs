//! Attached files: whole again, bound to their place, found by `verify` when touched, gone when nobody recorded them.

use crate::support::{Place, event};
use store::{Append, IndexChange, KeyClass, Store, StreamId};
use uuid::Uuid;

const DAY: i64 = 24 * 3_600 * 1_000_000;
const CASE: Uuid = Uuid::from_u128(77);

fn bytes(n: usize, seed: u8) -> Vec<u8> {
    (0..n).map(|i| u8::try_from(i % 251).unwrap().wrapping_add(seed)).collect()
}

async fn put(store: &Store, case: Uuid, class: KeyClass, bytes: &[u8], keep_until: i64) -> [u8; 32] {
    let mut incoming = store.file_begin(case, class);
    for part in bytes.chunks(70_001) {
        incoming.write(part).await.unwrap();
    }
    let file = incoming.finish(keep_until).await.unwrap();
    assert_eq!(file.hash, *blake3::hash(bytes).as_bytes());
    file.hash
}

async fn get(store: &Store, case: Uuid, hash: [u8; 32]) -> Option<Vec<u8>> {
    let head = store.file_find(case, hash).await.unwrap()?;
    let mut out = Vec::new();
    for n in 0..head.pieces {
        out.extend_from_slice(&store.file_piece(&head, n).await.unwrap());
    }
    assert_eq!(u64::try_from(out.len()).unwrap(), head.file.size);
    Some(out)
}

async fn keep(store: &Store, hash: [u8; 32]) {
    let stream = StreamId::case(CASE);
    let expected = store.head(&stream).await.unwrap();
    let index = vec![IndexChange::KeepFile { case: CASE, hash }];
    let append = Append { stream, expected, events: vec![event("a document")], drafts_done: Vec::new(), index };
    store.append(append).await.unwrap();
}

fn sql(place: &Place, text: &str) -> u64 {
    place.raw().execute(text, &[]).unwrap()
}

#[tokio::test]
async fn files_of_every_length_come_back_as_they_came() {
    let (place, store) = Place::new().await;
    let far = i64::MAX - 1;
    for n in [0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 3_000_000] {
        let said = bytes(n, 3);
        for class in [KeyClass::Ordinary, KeyClass::Sealed] {
            let hash = put(&store, CASE, class, &said, far).await;
            assert_eq!(get(&store, CASE, hash).await.as_deref(), Some(said.as_slice()), "{n}");
        }
        let other = Uuid::from_u128(78);
        assert_eq!(get(&store, other, *blake3::hash(&said).as_bytes()).await, None, "files belong to their case");
    }
    assert!(store.verify(None).await.unwrap().is_clean());
    // The same file a second time takes no more room.
    let pieces = |place: &Place| place.raw().count("SELECT count(*) FROM piece", &[]);
    let before = pieces(&place);
    put(&store, CASE, KeyClass::Ordinary, &bytes(3_000_000, 3), far).await;
    assert_eq!(pieces(&place), before);
}

#[tokio::test]
async fn every_change_on_the_disk_is_found() {
    for (what, change) in [
        ("a changed piece", "UPDATE piece SET ciphertext = zeroblob(length(ciphertext)) WHERE n = 1"),
        ("a piece that is gone", "DELETE FROM piece WHERE n = 2"),
        (
            "a piece in another place",
            "UPDATE piece SET ciphertext = (SELECT p.ciphertext FROM piece p WHERE p.n = 5) WHERE n = 1",
        ),
        (
            "pieces of another file",
            "UPDATE piece SET blob = (SELECT blob FROM file ORDER BY pieces LIMIT 1) WHERE n = 3",
        ),
        ("a shorter file", "UPDATE file SET pieces = pieces - 1"),
        ("a changed head", "UPDATE file SET ciphertext = zeroblob(length(ciphertext))"),
        ("another case", "UPDATE file SET case_id = zeroblob(16)"),
        ("another address", "UPDATE file SET address = zeroblob(32) WHERE pieces > 4"),
    ] {
        let (place, store) = Place::new().await;
        put(&store, CASE, KeyClass::Ordinary, &bytes(2_500_000, 1), i64::MAX - 1).await;
        put(&store, CASE, KeyClass::Ordinary, &bytes(100, 2), i64::MAX - 1).await;
        assert!(store.verify(None).await.unwrap().is_clean(), "the control");
        assert!(sql(&place, change) > 0, "{what}");
        assert!(!store.verify(None).await.unwrap().is_clean(), "{what} was missed");
    }
}

#[tokio::test]
async fn what_nobody_recorded_goes_and_what_was_recorded_stays() {
    let (_place, store) = Place::new().await;
    let old = 1_795_510_000_000_000;
    let recorded = put(&store, CASE, KeyClass::Ordinary, &bytes(600_000, 1), old).await;
    keep(&store, recorded).await;
    let forgotten = put(&store, CASE, KeyClass::Sealed, &bytes(600_000, 2), old).await;
    let waiting = put(&store, CASE, KeyClass::Sealed, &bytes(600_000, 4), old + 100 * DAY).await;
    assert!(store.files_sweep().await.unwrap() > 0);
    assert_eq!(get(&store, CASE, forgotten).await, None);
    assert!(get(&store, CASE, recorded).await.is_some() && get(&store, CASE, waiting).await.is_some());
    store.file_discard(CASE, recorded).await.unwrap();
    assert!(get(&store, CASE, recorded).await.is_some(), "what is recorded cannot be thrown away");
    store.file_discard(CASE, waiting).await.unwrap();
    assert_eq!(get(&store, CASE, waiting).await, None);
    assert!(store.verify(None).await.unwrap().is_clean());
}

#[tokio::test]
async fn an_upload_that_breaks_off_leaves_nothing_that_counts() {
    let (place, store) = Place::new().await;
    let mut broken = store.file_begin(CASE, KeyClass::Ordinary);
    broken.write(&bytes(900_000, 1)).await.unwrap();
    drop(broken);
    assert!(store.verify(None).await.unwrap().is_clean(), "an upload in the middle is no damage");
    let mut given_up = store.file_begin(CASE, KeyClass::Ordinary);
    given_up.write(&bytes(900_000, 1)).await.unwrap();
    given_up.abandon().await.unwrap();
    let count = |place: &Place| place.raw().count("SELECT count(*) FROM piece", &[]);
    assert_eq!(count(&place), 3, "three whole pieces of the one that broke off");
    sql(&place, "UPDATE piece SET at_micros = 1");
    store.files_sweep().await.unwrap();
    assert_eq!(count(&place), 0);
}
