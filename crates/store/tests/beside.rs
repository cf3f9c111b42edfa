//! What lies beside the journal: drafts, index, sessions, access log.

use store::{
    Access, AccessFilter, Append, AppendError, DraftError, DraftKey, DraftPut, IndexChange, Outcome, StreamId,
    WriteError,
};
use uuid::Uuid;

use crate::support::{Place, append, card, event, uuid};

fn draft(version: u64, case: Option<Uuid>, text: &str) -> DraftPut {
    DraftPut { owner: uuid(9), key: DraftKey(uuid(50)), case, version, content: text.into() }
}

#[tokio::test]
async fn drafts_are_kept_replaced_listed_and_thrown_away() {
    let (place, store) = Place::new().await;
    let (owner, key) = (uuid(9), DraftKey(uuid(50)));
    assert_eq!(store.draft_get(owner, key).await.unwrap(), None);
    store.draft_put(draft(1, None, "half a sent")).await.unwrap();
    store.draft_put(draft(2, Some(uuid(1)), "half a sentence")).await.unwrap();
    let other = DraftPut { key: DraftKey(uuid(51)), ..draft(7, None, "another") };
    store.draft_put(other).await.unwrap();
    store.close().await;
    let store = place.open().await.unwrap();
    let kept = store.draft_get(owner, key).await.unwrap().unwrap();
    assert_eq!(
        (kept.content.as_slice(), kept.version, kept.case),
        ("half a sentence".as_bytes(), 2, Some(uuid(1)))
    );
    assert_eq!(store.draft_list(owner).await.unwrap().len(), 2);
    assert!(store.draft_list(uuid(8)).await.unwrap().is_empty(), "another person's drafts are their own");
    store.draft_delete(owner, key).await.unwrap();
    assert_eq!(store.draft_get(owner, key).await.unwrap(), None);
    assert!(store.verify(None).await.unwrap().is_clean());
}

#[tokio::test]
async fn an_older_draft_does_not_overwrite_a_newer_one() {
    let (_place, store) = Place::new().await;
    store.draft_put(draft(5, None, "newer")).await.unwrap();
    for version in [5, 4, 0] {
        let refused = store.draft_put(draft(version, None, "older")).await.unwrap_err();
        assert_eq!(refused, DraftError::Stale { stored: 5 });
    }
    assert_eq!(store.draft_get(uuid(9), DraftKey(uuid(50))).await.unwrap().unwrap().content, b"newer");
}

#[tokio::test]
async fn a_draft_goes_with_the_append_that_finishes_it_and_only_then() {
    let (_place, store) = Place::new().await;
    let case = StreamId::case(uuid(1));
    let (owner, key) = (uuid(9), DraftKey(uuid(50)));
    store.append(append(case, 0, vec![event("first")])).await.unwrap();
    store.draft_put(draft(1, Some(case.id), "a note")).await.unwrap();
    let finish = |expected| Append {
        drafts_done: vec![(owner, key)],
        index: vec![card(case.id, expected + 1, "Ola")],
        ..append(case, expected, vec![event("a note")])
    };
    let refused = store.append(finish(0)).await.unwrap_err();
    assert!(matches!(refused, AppendError::Stale { .. }));
    assert!(store.draft_get(owner, key).await.unwrap().is_some(), "a refused append leaves the draft");
    assert_eq!(store.index_card("case", case.id).await.unwrap(), None, "and the index");
    store.append(finish(1)).await.unwrap();
    assert_eq!(store.draft_get(owner, key).await.unwrap(), None);
    assert_eq!(store.index_card("case", case.id).await.unwrap().unwrap().head, 2);
    let late = store.draft_put(draft(9, Some(case.id), "a note")).await.unwrap_err();
    assert_eq!(late, DraftError::Recorded, "a save that was on its way does not bring the draft back");
    assert_eq!(store.draft_get(owner, key).await.unwrap(), None);
    assert!(store.draft_list(owner).await.unwrap().is_empty());
    let other = DraftPut { owner: uuid(8), ..draft(1, None, "somebody else's") };
    store.draft_put(other).await.unwrap();
}

#[tokio::test]
async fn the_index_is_dropped_and_put_again() {
    let (_place, store) = Place::new().await;
    let (ola, jan, worker) = (uuid(1), uuid(2), uuid(9));
    let allocate =
        |case, relation: &str| IndexChange::Allocate { case, account: worker, relation: relation.into() };
    let all = vec![card(ola, 3, "Ola"), card(jan, 1, "Jan"), allocate(ola, "allocated"), allocate(jan, "duty")];
    store.index_put(all.clone()).await.unwrap();
    let before = (store.index_cards("case").await.unwrap(), store.allocations_of(worker).await.unwrap());
    assert_eq!(before.0.iter().map(|card| card.card.as_slice()).collect::<Vec<_>>(), [b"Ola", b"Jan"]);
    store.index_drop().await.unwrap();
    assert!(store.index_cards("case").await.unwrap().is_empty());
    assert!(store.allocations_of(worker).await.unwrap().is_empty());
    store.index_put(all).await.unwrap();
    assert_eq!((store.index_cards("case").await.unwrap(), store.allocations_of(worker).await.unwrap()), before);
    let changes = vec![
        IndexChange::CardGone { kind: "case".into(), id: jan },
        IndexChange::Unallocate { case: jan, account: worker },
        allocate(ola, "supervisor_of"),
    ];
    store.index_put(changes).await.unwrap();
    assert_eq!(store.index_cards("case").await.unwrap().len(), 1);
    let left = store.allocations_for(ola).await.unwrap();
    assert_eq!(left.iter().map(|one| one.relation.as_str()).collect::<Vec<_>>(), ["supervisor_of"]);
    assert!(store.allocations_for(jan).await.unwrap().is_empty());
    let wordy = vec![allocate(ola, "her mother's friend")];
    assert_eq!(store.index_put(wordy).await.unwrap_err(), WriteError::NotACode { field: "relation" });
}

#[tokio::test]
async fn sessions_end() {
    let (_place, store) = Place::new().await;
    let (far, past) = (i64::MAX, 1);
    let (hers, his) = (uuid(1), uuid(2));
    for (n, account, expires) in [(1, hers, far), (2, hers, far), (3, his, far), (4, his, past)] {
        store.session_put([n; 32], account, expires, vec![n]).await.unwrap();
    }
    assert_eq!(store.session_get([1; 32]).await.unwrap().unwrap().content, [1]);
    assert_eq!(store.session_get([4; 32]).await.unwrap(), None, "run out");
    assert_eq!(store.session_get([5; 32]).await.unwrap(), None, "never was");
    store.session_put([1; 32], hers, far, vec![11]).await.unwrap();
    assert_eq!(store.session_get([1; 32]).await.unwrap().unwrap().content, [11]);
    store.session_delete([1; 32]).await.unwrap();
    assert_eq!(store.session_get([1; 32]).await.unwrap(), None);
    assert_eq!(store.session_delete_for(hers).await.unwrap(), 1);
    assert_eq!(store.session_get([2; 32]).await.unwrap(), None);
    assert_eq!(store.session_sweep(past).await.unwrap(), 1);
    assert_eq!(store.session_get([3; 32]).await.unwrap().unwrap().account, his, "others stay");
}

#[tokio::test]
async fn a_session_that_was_changed_or_ended_meanwhile_is_not_written_over() {
    let (place, store) = Place::new().await;
    let other = place.open().await.unwrap();
    let (hash, hers, far) = ([1; 32], uuid(1), i64::MAX);
    assert!(store.session_next(hash, None, hers, far, b"one".to_vec()).await.unwrap());
    assert!(!other.session_next(hash, None, hers, far, b"two".to_vec()).await.unwrap(), "there is one");
    let seen = store.session_get(hash).await.unwrap().unwrap();
    assert!(other.session_next(hash, Some(&seen), hers, far, b"two".to_vec()).await.unwrap());
    assert!(!store.session_next(hash, Some(&seen), hers, far, b"three".to_vec()).await.unwrap(), "changed");
    let seen = store.session_get(hash).await.unwrap().unwrap();
    assert_eq!(seen.content, b"two");
    other.session_delete(hash).await.unwrap();
    assert!(!store.session_next(hash, Some(&seen), hers, far, b"three".to_vec()).await.unwrap(), "ended");
    assert_eq!(store.session_get(hash).await.unwrap(), None, "and it does not come back");
}

#[tokio::test]
async fn a_session_moved_to_another_account_does_not_open() {
    let (place, store) = Place::new().await;
    store.session_put([1; 32], uuid(1), i64::MAX, b"admin".to_vec()).await.unwrap();
    let raw = place.raw();
    raw.execute("UPDATE session SET account = $1", &[(&uuid(2)).into()]).unwrap();
    assert!(store.session_get([1; 32]).await.is_err());
}

#[tokio::test]
async fn a_reading_is_on_the_disk_before_it_is_shown() {
    let (place, store) = Place::new().await;
    let case = StreamId::case(uuid(1));
    let reading = |who: u128, stream, outcome| Access {
        who: uuid(who),
        stream,
        view: "case/map".into(),
        purpose: "direct_work".into(),
        outcome,
    };
    let raw = place.raw();
    let count = || raw.count("SELECT count(*) FROM access", &[]);
    for (n, access) in [
        reading(1, Some(case), Outcome::Shown),
        reading(2, Some(case), Outcome::Denied),
        reading(1, None, Outcome::Shown),
    ]
    .into_iter()
    .enumerate()
    {
        store.log_access(access).await.unwrap();
        assert_eq!(count(), n as i64 + 1, "seen from another connection when the call returns");
    }
    let all = store.access_log(AccessFilter::default()).await.unwrap();
    assert_eq!(all.iter().map(|row| row.n).collect::<Vec<_>>(), [1, 2, 3]);
    let of_case = AccessFilter { stream: Some(case), ..AccessFilter::default() };
    assert_eq!(store.access_log(of_case).await.unwrap().len(), 2);
    let of_one = AccessFilter { who: Some(uuid(2)), ..AccessFilter::default() };
    assert_eq!(store.access_log(of_one).await.unwrap()[0].access.outcome, Outcome::Denied);
    let since = AccessFilter { since_micros: Some(all[1].at_micros), ..AccessFilter::default() };
    assert_eq!(store.access_log(since).await.unwrap().len(), 2);
    let wordy = Access { purpose: "to see whether Ewa is well".into(), ..reading(1, None, Outcome::Shown) };
    assert_eq!(store.log_access(wordy).await.unwrap_err(), WriteError::NotACode { field: "purpose" });
    let report = store.verify(None).await.unwrap();
    assert!(report.is_clean(), "{:?}", report.findings);
    assert_eq!(report.accesses, 3);
}
