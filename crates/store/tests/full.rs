//! A full disk: nothing is acknowledged that is not kept, health says so, and work goes on afterwards.

use store::{Access, AppendError, DraftError, DraftKey, DraftPut, Health, Outcome, Store, StreamId, WriteError};

use crate::support::{Place, append, event, texts, uuid};

#[expect(clippy::unwrap_used, reason = "a database that cannot be asked must stop the test")]
fn pages(place: &Place) -> u32 {
    let raw = rusqlite::Connection::open(place.database()).unwrap();
    raw.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap()
}

/// Saves until the disk is full; the texts that were acknowledged.
async fn fill(store: &Store, case: StreamId) -> Vec<String> {
    let mut kept = Vec::new();
    loop {
        let text = format!("{} {}", kept.len(), "x".repeat(3_000));
        match store.append(append(case, kept.len() as u64, vec![event(&text)])).await {
            Ok(_) => kept.push(text),
            Err(refused) => {
                assert_eq!(refused, AppendError::DiskFull);
                return kept;
            }
        }
        assert!(kept.len() < 1_000, "control: the cap must be reached");
    }
}

#[tokio::test]
async fn a_full_disk_turns_health_red_and_space_turns_it_green() {
    let (place, store) = Place::new().await;
    let case = StreamId::case(uuid(1));
    store.limit_size(Some(pages(&place) + 40)).await.unwrap();
    assert_eq!(store.health(), Health::Ok);
    let mut kept = fill(&store, case).await;
    assert!(!kept.is_empty());
    assert!(matches!(store.health(), Health::Failing { .. }));

    let long = "y".repeat(100_000);
    let draft =
        DraftPut { owner: uuid(9), key: DraftKey(uuid(5)), case: None, version: 1, content: long.clone().into() };
    assert_eq!(store.draft_put(draft.clone()).await.unwrap_err(), DraftError::DiskFull);
    let session = store.session_put([1; 32], uuid(9), i64::MAX, long.into()).await;
    assert_eq!(session.unwrap_err(), WriteError::DiskFull);
    let mut refused = false;
    for _ in 0..500 {
        let (view, purpose) = ("case/map".repeat(8), "direct_work".repeat(6));
        let access = Access { who: uuid(9), stream: Some(case), view, purpose, outcome: Outcome::Shown };
        refused = refused || store.log_access(access).await == Err(WriteError::DiskFull);
    }
    assert!(refused, "what cannot be logged must not be shown");
    assert_eq!(texts(&store, case).await, kept, "exactly what was acknowledged, and it can be read");
    assert_eq!(store.draft_get(uuid(9), DraftKey(uuid(5))).await.unwrap(), None);

    store.limit_size(None).await.unwrap();
    store.append(append(case, kept.len() as u64, vec![event("space again")])).await.unwrap();
    kept.push("space again".into());
    assert_eq!(store.health(), Health::Ok);
    store.draft_put(draft).await.unwrap();
    store.close().await;
    let store = place.open().await.unwrap();
    assert_eq!(texts(&store, case).await, kept);
    let report = store.verify(None).await.unwrap();
    assert!(report.is_clean(), "{:?}", report.findings);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_savers_on_a_full_disk_are_told_the_truth() {
    let (place, store) = Place::new().await;
    store.limit_size(Some(pages(&place) + 60)).await.unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    for saver in 0..16_u128 {
        let store = store.clone();
        tasks.spawn(async move { (saver, fill(&store, StreamId::case(uuid(saver))).await) });
    }
    let outcomes = tasks.join_all().await;
    assert!(outcomes.iter().any(|(_, kept)| !kept.is_empty()));
    for (saver, kept) in outcomes {
        assert_eq!(texts(&store, StreamId::case(uuid(saver))).await, kept);
    }
    assert!(store.verify(None).await.unwrap().is_clean());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_does_not_fit_does_not_take_the_others_with_it() {
    let (place, store) = Place::new().await;
    store.limit_size(Some(pages(&place) + 60)).await.unwrap();
    let huge = store.append(append(StreamId::case(uuid(1)), 0, vec![event(&"z".repeat(400_000))]));
    let small = store.append(append(StreamId::case(uuid(2)), 0, vec![event("small")]));
    let (huge, small) = tokio::join!(huge, small);
    assert_eq!(huge.unwrap_err(), AppendError::DiskFull);
    assert_eq!(small.unwrap().head, 1);
    assert!(store.verify(None).await.unwrap().is_clean());
}

#[tokio::test]
async fn an_upload_onto_a_full_disk_keeps_nothing() {
    let (_place, store) = Place::new().await;
    let case = uuid(1);
    store.limit_size(Some(200)).await.unwrap();
    let mut incoming = store.file_begin(case, store::KeyClass::Ordinary);
    let full = incoming.write(&vec![7; 5_000_000]).await;
    assert_eq!(full, Err(WriteError::DiskFull));
    drop(incoming);
    store.limit_size(None).await.unwrap();
    let mut incoming = store.file_begin(case, store::KeyClass::Ordinary);
    incoming.write(b"small enough").await.unwrap();
    let kept = incoming.finish(i64::MAX - 1).await.unwrap();
    assert!(store.file_find(case, kept.hash).await.unwrap().is_some());
}
