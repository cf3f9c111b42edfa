//! Backup, restore, verify: everything comes back, of any moment, and only into an empty place.

use std::fs;

use backup::{BackupError, Identities, Recipients, Retention, Shipper};
use store::{Access, AccessFilter, DraftKey, DraftPut, FillError, KeyClass, Outcome, StreamKind};
use uuid::Uuid;

use crate::support::{BEGIN, DAY, MINUTE, World, case, record, texts};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_backed_up_comes_back_whole_and_of_each_moment() {
    let world = World::new().await;
    let store = &world.store;
    let (ama, key) = (Uuid::from_u128(9), DraftKey(Uuid::from_u128(50)));
    for n in 1..=5 {
        record(store, case(n), &format!("case {n}")).await;
    }
    store.append_user(ama).await;
    let draft = DraftPut { owner: ama, key, case: None, version: 1, content: b"half a note".to_vec() };
    store.draft_put(draft.clone()).await.unwrap();
    let mut incoming = store.file_begin(case(1).id, KeyClass::Ordinary);
    incoming.write(&vec![7; 600_000]).await.unwrap();
    let letter = incoming.finish(i64::MAX - 1).await.unwrap();
    let first = world.ship(0).await;
    assert!(first.whole && first.entries == 11, "{first:?}");
    assert_eq!(world.ship(1).await.segment, None, "nothing is new, nothing is written");

    record(store, case(2), "more").await;
    record(store, case(6), "a new case").await;
    store.draft_delete(ama, key).await.unwrap();
    let (view, purpose) = ("case/map".into(), "direct_work".into());
    let access = Access { who: ama, stream: Some(case(1)), view, purpose, outcome: Outcome::Shown };
    store.log_access(access).await.unwrap();
    let second = world.ship(2).await;
    assert!(!second.whole && second.entries == 4 && second.bytes < first.bytes / 10, "{second:?}");

    let restored = world.restore("newest", None).await.unwrap();
    assert_eq!((restored.segment, restored.at_micros), (2, BEGIN + 2 * MINUTE));
    let again = world.open("newest").await;
    for n in 1..=6 {
        assert_eq!(texts(&again, case(n)).await, texts(store, case(n)).await);
    }
    assert_eq!(again.streams(StreamKind::User).await.unwrap(), store.streams(StreamKind::User).await.unwrap());
    assert_eq!(again.draft_get(ama, key).await.unwrap(), None, "a draft that was deleted stays deleted");
    let kept = again.file_find(case(1).id, letter.hash).await.unwrap();
    assert_eq!(kept.unwrap().file, letter);
    assert_eq!(
        again.access_log(AccessFilter::default()).await.unwrap(),
        store.access_log(AccessFilter::default()).await.unwrap()
    );
    let report = again.verify(Some(&store.export_heads().await.unwrap())).await.unwrap();
    assert!(report.is_clean(), "{:?}", report.findings);
    record(&again, case(2), "work goes on").await;
    assert!(again.verify(None).await.unwrap().is_clean());

    world.restore("older", Some(BEGIN + MINUTE)).await.unwrap();
    let older = world.open("older").await;
    assert_eq!(older.head(&case(6)).await.unwrap(), 0);
    assert_eq!(older.draft_get(ama, key).await.unwrap().unwrap().content, draft.content);
    assert!(older.verify(None).await.unwrap().is_clean());
    let report = older.verify(Some(&store.export_heads().await.unwrap())).await.unwrap();
    assert!(
        report.findings.iter().any(|one| one.stream == Some(case(2))),
        "control: a witness tells that it is older"
    );
}

/// The one way into the store that the tests of this crate need beside cases.
trait AppendUser {
    async fn append_user(&self, id: Uuid);
}

impl AppendUser for store::Store {
    async fn append_user(&self, id: Uuid) {
        let events = vec![store::NewEvent {
            tag: "account.made".into(),
            version: 1,
            class: KeyClass::Ordinary,
            payload: b"ama".to_vec(),
        }];
        let stream = store::StreamId::user(id);
        let append = store::Append { stream, expected: 0, events, drafts_done: Vec::new(), index: Vec::new() };
        self.append(append).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_while_others_save_is_of_one_moment() {
    let world = World::new().await;
    let mut savers = tokio::task::JoinSet::new();
    for saver in 0..6_u128 {
        let store = world.store.clone();
        savers.spawn(async move {
            for n in 0..40 {
                record(&store, case(10 * saver + n % 3), &format!("{saver}/{n}")).await;
            }
        });
    }
    let mut shipper = world.shipper(Retention::default());
    let mut minute = 0;
    while !savers.is_empty() {
        shipper.ship(&world.store, BEGIN + minute * MINUTE).await.unwrap();
        minute += 1;
        while let Some(done) = savers.try_join_next() {
            done.unwrap();
        }
    }
    assert!(minute > 2, "control: backups were made meanwhile");
    shipper.ship(&world.store, BEGIN + minute * MINUTE).await.unwrap();
    for (name, until) in [("half", Some(BEGIN + minute / 2 * MINUTE)), ("all", None)] {
        world.restore(name, until).await.unwrap();
        let report = world.open(name).await.verify(None).await.unwrap();
        assert!(report.is_clean(), "{name}: {:?}", report.findings);
    }
    let all = world.open("all").await;
    for n in 0..60 {
        assert_eq!(texts(&all, case(n)).await, texts(&world.store, case(n)).await);
    }
}

#[tokio::test]
async fn everything_is_copied_again_each_week_and_old_weeks_go() {
    let world = World::new().await;
    let mut shipper = world.shipper(Retention { keys_days: 30, data_days: 10, whole_days: 7 });
    let mut wholes = Vec::new();
    for day in 0..40 {
        record(&world.store, case(1), &format!("day {day}")).await;
        let shipped = shipper.ship(&world.store, BEGIN + day * DAY).await.unwrap();
        if shipped.whole {
            wholes.push(day);
        }
    }
    assert_eq!(wholes, [0, 7, 14, 21, 28, 35]);
    let gone = world.restore("gone", Some(BEGIN + 15 * DAY)).await.unwrap_err();
    assert!(matches!(gone, BackupError::NothingSoOld { .. }), "{gone}");
    for day in [28, 33, 39] {
        let name = format!("day{day}");
        world.restore(&name, Some(BEGIN + day * DAY)).await.unwrap();
        let store = world.open(&name).await;
        assert_eq!(texts(&store, case(1)).await.len(), usize::try_from(2 * (day + 1)).unwrap());
        assert!(store.verify(None).await.unwrap().is_clean());
    }
    assert!(backup::check(&world.place(), &world.place()).await.unwrap().is_whole());
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_is_written_over() {
    let world = World::new().await;
    let nothing = world.restore("x", None).await.unwrap_err();
    assert!(matches!(nothing, BackupError::Nothing { .. }));
    record(&world.store, case(1), "a").await;
    world.ship(0).await;
    let there = world.restore("data", None).await.unwrap_err();
    assert!(matches!(there, BackupError::Fill(FillError::NotEmpty { .. })), "{there}");
    backup::new_identity(&world.path("other.key")).unwrap();
    let other = Identities::read(&world.path("other.key")).unwrap();
    let wrong = world.restore_with(&other, "y", None).await.unwrap_err();
    assert!(matches!(wrong, BackupError::WrongIdentity { .. }), "{wrong}");
    assert!(!world.path("y").exists(), "what was begun is taken away again");
    let early = world.restore("z", Some(BEGIN - MINUTE)).await.unwrap_err();
    assert!(matches!(early, BackupError::NothingSoOld { .. }));
    for said in ["", "age1qqq", "AGE-SECRET-KEY-1QQQ", "a photo of the key"] {
        assert!(Recipients::parse([said]).is_err(), "{said}");
    }
    assert!(backup::new_identity(&world.path("other.key")).is_err(), "a private key is never overwritten");
    fs::write(world.path("not.key"), "a photo of the key").unwrap();
    let messages = [
        nothing.to_string(),
        there.to_string(),
        wrong.to_string(),
        early.to_string(),
        Identities::read(&world.path("not.key")).unwrap_err().to_string(),
        Identities::read(&world.path("nowhere.key")).unwrap_err().to_string(),
    ];
    for message in &messages {
        assert!(message.ends_with('.') && !message.contains("AGE-SECRET"), "{message}");
    }
    // Another store does not write into this one's place.
    let second = World::new().await;
    let mut shipper = Shipper::new(
        world.place(),
        world.place(),
        Recipients::parse([second.public.as_str()]).unwrap(),
        Retention::default(),
    );
    let other = shipper.ship(&second.store, BEGIN).await.unwrap_err();
    assert!(matches!(other, BackupError::OtherStore { .. }), "{other}");
    let elsewhere = backup::Place::named("s3://bucket/holdfast", None, true).unwrap_err();
    assert!(elsewhere.to_string().contains("[backup.s3]"), "{elsewhere}");
}
