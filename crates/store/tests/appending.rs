//! Appending and reading: expected heads, many writers, replay.

use std::collections::BTreeSet;

use store::{AppendError, KeyClass, NewEvent, ReadError, StreamId, StreamKind};

use crate::support::{Place, append, event, sealed, texts, uuid};

#[tokio::test]
async fn what_was_appended_is_read_in_order_and_after_reopening() {
    let (place, store) = Place::new().await;
    let case = StreamId::case(uuid(1));
    assert_eq!(store.head(&case).await.unwrap(), 0, "no stream yet");
    assert!(store.read(&case, 0).await.unwrap().is_empty());
    let first =
        store.append(append(case, 0, vec![event("He took her keys."), sealed("12 Mill Lane")])).await.unwrap();
    assert_eq!(first.head, 2);
    let second = store.append(append(case, 2, vec![event("Ola woke at three.")])).await.unwrap();
    assert_eq!(second.head, 3);
    store.close().await;
    let store = place.open().await.unwrap();
    assert_eq!(texts(&store, case).await, ["He took her keys.", "12 Mill Lane", "Ola woke at three."]);
    let later = store.read(&case, 1).await.unwrap();
    assert_eq!(later.iter().map(|event| event.seq).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(later[0].class, KeyClass::Sealed);
    assert_eq!(later[1].at_micros, second.at_micros);
    assert_eq!(store.streams(StreamKind::Case).await.unwrap(), [(case, 3)]);
    assert!(store.streams(StreamKind::User).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_stale_head_is_refused_and_names_the_right_one() {
    let (_place, store) = Place::new().await;
    let case = StreamId::case(uuid(1));
    store.append(append(case, 0, vec![event("first")])).await.unwrap();
    for expected in [0, 2, 99] {
        let refused = store.append(append(case, expected, vec![event("late")])).await.unwrap_err();
        assert_eq!(refused, AppendError::Stale { expected, found: 1 });
    }
    assert_eq!(texts(&store, case).await, ["first"]);
    let other = StreamId::case(uuid(2));
    let refused = store.append(append(other, 5, vec![event("nowhere")])).await.unwrap_err();
    assert_eq!(refused, AppendError::Stale { expected: 5, found: 0 });
}

#[tokio::test]
async fn the_same_append_sent_twice_is_recorded_once() {
    let (_place, store) = Place::new().await;
    let case = StreamId::case(uuid(1));
    let form = append(case, 0, vec![event("sent twice")]);
    let (one, two) = tokio::join!(store.append(form.clone()), store.append(form));
    assert_eq!([&one, &two].iter().filter(|outcome| outcome.is_ok()).count(), 1, "{one:?} {two:?}");
    assert_eq!(texts(&store, case).await, ["sent twice"]);
}

#[tokio::test]
async fn streams_of_one_id_and_different_kinds_are_apart() {
    let (_place, store) = Place::new().await;
    let id = uuid(7);
    for kind in [StreamKind::Case, StreamKind::Agency, StreamKind::User, StreamKind::People] {
        store.append(append(StreamId { kind, id }, 0, vec![event(&format!("{kind:?}"))])).await.unwrap();
    }
    for kind in [StreamKind::Case, StreamKind::Agency, StreamKind::User, StreamKind::People] {
        assert_eq!(texts(&store, StreamId { kind, id }).await, [format!("{kind:?}")]);
    }
    assert!(store.verify(None).await.unwrap().is_clean());
}

#[tokio::test]
async fn an_empty_append_and_words_in_a_readable_field_are_refused() {
    let (_place, store) = Place::new().await;
    let case = StreamId::case(uuid(1));
    assert_eq!(store.append(append(case, 0, Vec::new())).await.unwrap_err(), AppendError::Empty);
    for tag in ["", "Ewa Nowak", "zażalenie"] {
        let wordy = NewEvent { tag: tag.into(), ..event("x") };
        let refused = store.append(append(case, 0, vec![wordy])).await.unwrap_err();
        assert_eq!(refused, AppendError::NotACode { field: "tag" });
    }
    assert_eq!(store.head(&case).await.unwrap(), 0);
}

#[tokio::test]
async fn an_empty_and_a_very_long_text_survive() {
    let (_place, store) = Place::new().await;
    let case = StreamId::case(uuid(1));
    let long = "ż".repeat(2_000_000);
    store.append(append(case, 0, vec![event(""), event(&long)])).await.unwrap();
    assert_eq!(texts(&store, case).await, [String::new(), long]);
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_two_writers_are_each_acknowledged_once() {
    const WRITERS: usize = 32;
    const EACH: usize = 20;
    let (place, store) = Place::new().await;
    let shared = StreamId::case(uuid(1));
    let mut tasks = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let store = store.clone();
        tasks.spawn(async move {
            let own = StreamId::case(uuid(100 + writer as u128));
            for n in 0..EACH {
                let text = format!("{writer}/{n}");
                let head = store.append(append(own, n as u64, vec![event(&text)])).await.unwrap().head;
                assert_eq!(head, n as u64 + 1);
                // On the shared case everybody fights for the head, reloads and tries again.
                let mut expected = store.head(&shared).await.unwrap();
                loop {
                    match store.append(append(shared, expected, vec![event(&text)])).await {
                        Ok(_) => break,
                        Err(AppendError::Stale { found, .. }) => expected = found,
                        Err(other) => panic!("{other}"),
                    }
                }
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
    let all = texts(&store, shared).await;
    assert_eq!(all.len(), WRITERS * EACH);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), WRITERS * EACH, "each exactly once");
    let report = store.verify(None).await.unwrap();
    assert!(report.is_clean(), "{:?}", report.findings);
    assert_eq!(report.events, 2 * (WRITERS * EACH) as u64);
    assert!(report.records < report.events, "waiting appends share commits");
    drop(place);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_on_one_folder_agree() {
    let (place, server) = Place::new().await;
    let command = place.open().await.unwrap();
    let case = StreamId::case(uuid(1));
    // Both make the keys of the same new stream at the same moment, over and over.
    for n in 0..20 {
        let fresh = StreamId::case(uuid(1_000 + n));
        let (a, b) = tokio::join!(
            server.append(append(fresh, 0, vec![event("a"), sealed("a")])),
            command.append(append(fresh, 0, vec![event("b"), sealed("b")]))
        );
        assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|ok| **ok).count(), 1, "{a:?} {b:?}");
    }
    server.append(append(case, 0, vec![event("by the server")])).await.unwrap();
    command.append(append(case, 1, vec![event("by a command")])).await.unwrap();
    let refused = server.append(append(case, 1, vec![event("late")])).await.unwrap_err();
    assert_eq!(refused, AppendError::Stale { expected: 1, found: 2 });
    assert_eq!(texts(&server, case).await, ["by the server", "by a command"]);
    let report = command.verify(None).await.unwrap();
    assert!(report.is_clean(), "{:?}", report.findings);
    assert_eq!(report.streams, 21);
}

#[tokio::test]
async fn a_record_with_a_hole_is_not_passed_off_as_whole() {
    let (place, store) = Place::new().await;
    let case = StreamId::case(uuid(1));
    store.append(append(case, 0, (0..4).map(|n| event(&n.to_string())).collect())).await.unwrap();
    let raw = place.raw();
    raw.execute("DELETE FROM event WHERE seq = 3", &[]).unwrap();
    let refused = store.read(&case, 0).await.unwrap_err();
    assert!(matches!(refused, ReadError::Damaged { seq: 3, .. }), "{refused:?}");
    raw.execute("DELETE FROM event WHERE seq = 4", &[]).unwrap();
    let refused = store.read(&case, 2).await.unwrap_err();
    assert!(matches!(refused, ReadError::Damaged { seq: 3, .. }), "{refused:?}");
    assert_eq!(store.read(&case, 4).await.unwrap(), []);
}
