//! A text recorded in the wrong case: it goes for good, its place stays, and `verify` tells it from a text that somebody made
//! away with.

use store::{
    Append, AppendError, EXPUNGED, IndexChange, KeyClass, NewEvent, ReadError, Store, StreamId, VerifyReport, What,
};
use uuid::Uuid;

use crate::raw::Val;
use crate::support::{Place, append, event, sealed, texts, uuid};

const LETTER: &[u8] = b"the letter of another family";
const CASE: StreamId = StreamId { kind: store::StreamKind::Case, id: Uuid::from_u128(1) };

async fn four() -> (Place, Store) {
    let (place, store) = Place::new().await;
    let entries = vec![event("one"), event("of another family"), sealed("their address"), event("four")];
    store.append(append(CASE, 0, entries)).await.unwrap();
    let mut file = store.file_begin(CASE.id, KeyClass::Ordinary);
    file.write(LETTER).await.unwrap();
    file.finish(i64::MAX).await.unwrap();
    (place, store)
}

fn said(expected: u64) -> Append {
    let said = NewEvent { tag: EXPUNGED.into(), ..event("recorded in the wrong case") };
    let file = IndexChange::FileExpunged { case: CASE.id, hash: *blake3::hash(LETTER).as_bytes() };
    Append { index: vec![file], ..append(CASE, expected, vec![said]) }
}

async fn report(store: &Store) -> VerifyReport {
    store.verify(None).await.unwrap()
}

fn keys(place: &Place) -> Vec<Vec<Val>> {
    place.raw_keys().query("SELECT id FROM key WHERE stream_kind = 1 ORDER BY id", &[]).1
}

fn set(place: &Place, text: &str, seq: i64, value: Val) {
    place
        .raw()
        .execute(&format!("UPDATE event SET ciphertext = $1 WHERE seq = $2 AND {text}"), &[value, seq.into()])
        .unwrap();
}

#[tokio::test]
async fn the_text_goes_and_its_place_and_the_fact_stay() {
    let (place, store) = four().await;
    let other = place.open().await.unwrap();
    assert_eq!(texts(&other, CASE).await.len(), 4);
    let before = keys(&place);
    let copied = place.raw().query("SELECT ciphertext FROM event WHERE seq = 2", &[]).1;
    store.expunge(said(4), vec![2, 3]).await.unwrap();
    for store in [&store, &other] {
        let events = store.read(&CASE, 0).await.unwrap();
        let seen: Vec<_> = events.iter().map(|event| (event.expunged, event.payload.as_slice())).collect();
        let fact = b"recorded in the wrong case".as_slice();
        assert_eq!(seen, [(false, &b"one"[..]), (true, b""), (true, b""), (false, b"four"), (false, fact)]);
        assert!(store.file_find(CASE.id, *blake3::hash(LETTER).as_bytes()).await.unwrap().is_none());
        let found = report(store).await;
        assert_eq!((found.findings, found.expunged, found.events), (vec![], 2, 5));
    }
    assert_eq!(place.raw().count("SELECT count(*) FROM piece", &[]), 0);
    // The keys that an older copy of the data would need are gone.
    let after = keys(&place);
    assert!(before.len() == after.len() && before.iter().all(|key| !after.contains(key)), "every key is another");
    // Other servers go on.
    other.append(append(CASE, 5, vec![event("six"), sealed("seven")])).await.unwrap();
    assert_eq!(texts(&store, CASE).await.len(), 7);
    // Reading from somewhere in the middle.
    assert_eq!(store.read(&CASE, 2).await.unwrap().iter().filter(|event| event.expunged).count(), 1);
    // Put back from a copy, it is a finding, and does not open.
    let text = copied.into_iter().next().unwrap().into_iter().next().unwrap();
    set(&place, "stream_kind = 1", 2, text);
    assert!(store.read(&CASE, 0).await.is_err());
    assert!(!report(&store).await.is_clean());
}

/// The control of `verify`: gone without an event that says so.
#[tokio::test]
async fn a_text_that_is_made_away_with_is_found() {
    let (place, store) = four().await;
    store.expunge(said(4), vec![3]).await.unwrap();
    for seq in [2, 4, 5] {
        let text = place.raw().query("SELECT ciphertext FROM event WHERE seq = $1", &[i64::from(seq).into()]).1;
        set(&place, "stream_kind = 1", seq.into(), Val::Null);
        let found = report(&store).await.findings;
        // Without the event that says so, the text that was taken out is one that is missing.
        let missing: Vec<_> = found.iter().map(|finding| (finding.seq, finding.what)).collect();
        let mut wanted = vec![(Some(u64::try_from(seq).unwrap()), What::Missing)];
        if seq == 5 {
            wanted.insert(0, (Some(3), What::Missing));
        }
        assert_eq!(missing, wanted, "{found:?}");
        assert!(found.iter().all(|finding| finding.detail.contains("nothing recorded says that it was taken out")));
        assert!(matches!(store.read(&CASE, 0).await, Err(ReadError::Damaged { .. })), "a part is not the whole");
        set(&place, "stream_kind = 1", seq.into(), text.into_iter().next().unwrap().into_iter().next().unwrap());
        assert!(report(&store).await.is_clean(), "control: put back, all is well");
    }
}

#[tokio::test]
async fn what_is_not_there_cannot_be_taken_out_and_the_fact_never_can() {
    let (_place, store) = four().await;
    for (append, places) in [
        (said(4), vec![]),
        (said(4), vec![5]),
        (said(4), vec![0]),
        (said(3), vec![1]),
        (append(CASE, 4, vec![event("says nothing of it")]), vec![1]),
    ] {
        assert!(store.expunge(append, places.clone()).await.is_err(), "{places:?}");
    }
    assert_eq!(store.expunge(said(3), vec![1]).await, Err(AppendError::Stale { expected: 3, found: 4 }));
    assert_eq!(texts(&store, CASE).await.len(), 4);
    store.expunge(said(4), vec![2]).await.unwrap();
    assert!(store.expunge(said(5), vec![5]).await.is_err(), "the fact stays");
    assert_eq!(store.finish_renewals().await.unwrap(), 0);
    assert_eq!(report(&store).await.expunged, 1);
}

/// The store of a process that died between taking out and changing the keys.
#[tokio::test]
async fn what_is_left_of_the_change_of_keys_is_done_later() {
    let (place, store) = four().await;
    let before = keys(&place).len();
    let other = StreamId::case(uuid(2));
    store.append(append(other, 0, vec![event("of the other case")])).await.unwrap();
    store.expunge(said(4), vec![2]).await.unwrap();
    assert_eq!(keys(&place).len(), before + 1);
    assert_eq!(store.finish_renewals().await.unwrap(), 0, "nothing is left");
    assert_eq!(texts(&store, other).await, ["of the other case"]);
    store.close().await;
    let store = place.open().await.unwrap();
    assert_eq!(report(&store).await.expunged, 1);
}

#[tokio::test]
async fn a_case_in_which_something_was_recorded_meanwhile_is_not_deleted() {
    let (_place, store) = four().await;
    assert!(!store.shred_at(CASE.id, 3).await.unwrap());
    assert_eq!(texts(&store, CASE).await.len(), 4);
    assert!(store.shred_at(CASE.id, 4).await.unwrap());
    assert!(store.is_shredded(CASE.id).await.unwrap());
}
