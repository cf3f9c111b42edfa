//! A case that was deleted for good: nobody reads it again, nothing is recorded in it again, and `verify` tells what was
//! deleted from what was lost.

use std::{
    collections::BTreeMap,
    env,
    io::{BufRead as _, BufReader, Write as _},
    path::PathBuf,
    process::{Command, Stdio},
};

use store::{
    Append, AppendError, Card, DraftError, DraftKey, DraftPut, Finding, IndexChange, KeyClass, ReadError, Store,
    StreamId, StreamKind, Unlock, What,
};
use uuid::Uuid;

use crate::support::{Dice, Place, append, card, event, options, sealed, texts, uuid};

const LETTER: &[u8] = b"the letter of the court";
const OWNER: Uuid = Uuid::from_u128(9);
const GONE: StreamId = StreamId { kind: StreamKind::Case, id: Uuid::from_u128(1) };
const KEPT: StreamId = StreamId { kind: StreamKind::Case, id: Uuid::from_u128(2) };

/// A case with entries of both classes, a card, an allocation and a draft.
async fn record(store: &Store, case: StreamId) {
    let allocation = IndexChange::Allocate { case: case.id, account: OWNER, relation: "allocated".into() };
    let entries = vec![event("what he did"), sealed("where she lives"), event("what it did to Lena")];
    let entry = Append { index: vec![card(case.id, 3, "Lena and Tomek"), allocation], ..append(case, 0, entries) };
    store.append(entry).await.unwrap();
    store.draft_put(draft(case, 1)).await.unwrap();
    let mut file = store.file_begin(case.id, KeyClass::Ordinary);
    file.write(LETTER).await.unwrap();
    file.finish(i64::MAX).await.unwrap();
}

fn draft(case: StreamId, version: u64) -> DraftPut {
    let key = DraftKey(case.id);
    DraftPut { owner: OWNER, key, case: Some(case.id), version, content: b"half a sentence".to_vec() }
}

async fn two_cases() -> (Place, Store) {
    let (place, store) = Place::new().await;
    record(&store, GONE).await;
    record(&store, KEPT).await;
    (place, store)
}

async fn findings(store: &Store) -> Vec<Finding> {
    store.verify(None).await.unwrap().findings
}

/// How many rows lists and forms have about a case.
fn rows_about(place: &Place, case: StreamId) -> i64 {
    let raw = place.raw();
    let count = |text: &str| raw.count(text, &[(&case.id).into()]);
    count("SELECT count(*) FROM card WHERE id = $1")
        + count("SELECT count(*) FROM allocation WHERE case_id = $1")
        + count("SELECT count(*) FROM draft WHERE case_id = $1")
        + count("SELECT count(*) FROM person WHERE case_id = $1")
        + count("SELECT count(*) FROM person_token WHERE case_id = $1")
        + count("SELECT count(*) FROM file WHERE case_id = $1")
        + count("SELECT count(*) FROM piece WHERE case_id = $1")
}

fn keys_of(place: &Place, case: StreamId) -> i64 {
    place.raw_keys().count("SELECT count(*) FROM key WHERE stream_id = $1", &[(&case.id).into()])
}

async fn is_gone(store: &Store, case: StreamId) {
    assert_eq!(store.read(&case, 0).await, Err(ReadError::Shredded { stream: case }));
    assert!(store.is_shredded(case.id).await.unwrap());
    assert!(store.allocations_for(case.id).await.unwrap().is_empty());
    assert!(store.allocations_of(OWNER).await.unwrap().iter().all(|row| row.case != case.id));
    assert!(store.file_find(case.id, *blake3::hash(LETTER).as_bytes()).await.unwrap().is_none());
    assert!(store.draft_get(OWNER, DraftKey(case.id)).await.unwrap().is_none());
    assert!(store.draft_list(OWNER).await.unwrap().iter().all(|draft| draft.case != Some(case.id)));
    assert!(store.streams(StreamKind::Case).await.unwrap().iter().all(|(stream, _)| *stream != case));
}

#[tokio::test]
async fn nobody_reads_it_again_and_everything_else_is_as_it_was() {
    let (place, store) = two_cases().await;
    assert_eq!((rows_about(&place, GONE), keys_of(&place, GONE)), (5, 2), "control: there is something to delete");
    store.shred(GONE.id).await.unwrap();
    is_gone(&store, GONE).await;
    assert_eq!((rows_about(&place, GONE), keys_of(&place, GONE)), (0, 0));
    assert_eq!(store.index_card("case", GONE.id).await.unwrap(), None);
    assert_eq!(rows_about(&place, KEPT), 5);
    assert_eq!(texts(&store, KEPT).await.len(), 3);
    let report = store.verify(None).await.unwrap();
    assert_eq!(
        (report.findings, report.shredded, report.events),
        (vec![], 1, 6),
        "its entries are in their places"
    );
    store.shred(GONE.id).await.unwrap();
    // And after a start, with nothing in memory.
    store.close().await;
    let store = place.open().await.unwrap();
    is_gone(&store, GONE).await;
    assert!(findings(&store).await.is_empty());
    assert_eq!(store.draft_list(OWNER).await.unwrap().len(), 1);
}

/// The keys in memory of a process that was open all the time open nothing and seal nothing.
#[tokio::test]
async fn another_process_with_the_keys_in_memory_neither_reads_nor_writes_it() {
    let (place, store) = two_cases().await;
    let other = place.open().await.unwrap();
    assert_eq!(texts(&other, GONE).await.len(), 3);
    other.append(append(GONE, 3, vec![event("a fourth")])).await.unwrap();
    store.shred(GONE.id).await.unwrap();
    let refused = AppendError::Shredded { stream: GONE };
    for _ in 0..2 {
        assert_eq!(other.append(append(GONE, 4, vec![event("late")])).await, Err(refused.clone()));
        let mut file = other.file_begin(GONE.id, KeyClass::Ordinary);
        file.write(b"another letter").await.unwrap();
        assert!(file.finish(i64::MAX).await.is_err());
        // A key of a class that this process has not had yet is not made anew.
        assert_eq!(other.append(append(GONE, 4, vec![sealed("late")])).await, Err(refused.clone()));
        assert_eq!(other.draft_put(draft(GONE, 7)).await, Err(DraftError::Shredded));
    }
    // An index that is just being rebuilt there does not bring the names back.
    other.index_put(vec![card(GONE.id, 4, "Lena and Tomek"), card(KEPT.id, 3, "Ada")]).await.unwrap();
    is_gone(&other, GONE).await;
    assert_eq!(store.head(&GONE).await.unwrap(), 4);
    assert_eq!((rows_about(&place, GONE), keys_of(&place, GONE)), (0, 0));
    let ada = Card { id: KEPT.id, head: 3, card: b"Ada".to_vec() };
    assert_eq!(store.index_card("case", KEPT.id).await.unwrap(), Some(ada), "control: others are written");
    other.append(append(KEPT, 3, vec![event("goes on")])).await.expect("control: others are recorded in");
    assert!(findings(&store).await.is_empty());
}

#[tokio::test]
async fn a_key_that_was_not_in_the_keystore_yet_does_not_get_there_afterwards() {
    let (place, store) = Place::new().await;
    store.append(append(GONE, 0, vec![event("only ordinary")])).await.unwrap();
    let other = place.open().await.unwrap();
    // From the other process, so that the refusal is that of the keystore and not of this one's memory.
    other.shred(GONE.id).await.unwrap();
    let refused = store.append(append(GONE, 1, vec![event("late"), sealed("late")])).await;
    assert_eq!(refused, Err(AppendError::Shredded { stream: GONE }));
    assert_eq!(keys_of(&place, GONE), 0);
    store.append(append(KEPT, 0, vec![event("fine")])).await.expect("the writer goes on");
}

#[tokio::test]
async fn a_lost_key_is_not_a_deleted_case_and_nobody_without_the_key_can_make_it_look_like_one() {
    let (place, store) = two_cases().await;
    store.shred(GONE.id).await.unwrap();
    store.close().await;
    let keystore = || place.raw_keys();
    keystore().execute("DELETE FROM key WHERE stream_id = $1", &[(&KEPT.id).into()]).unwrap();
    let store = place.open().await.unwrap();
    let lost = findings(&store).await;
    assert_eq!(lost.iter().filter(|one| one.stream == Some(KEPT) && one.what == What::Undecryptable).count(), 3);
    store.close().await;
    // The record of the other case, copied; and one of one's own making.
    let copied = "INSERT INTO shredded SELECT $1, stream_kind, at_micros, mac FROM shredded WHERE stream_id <> $1";
    let made = "UPDATE shredded SET mac = zeroblob(32) WHERE stream_id = $1";
    for forged in [copied, made] {
        keystore().execute(forged, &[(&KEPT.id).into()]).unwrap();
        let store = place.open().await.unwrap();
        let found = findings(&store).await;
        assert!(found.iter().any(|one| one.what == What::SignatureWrong), "{found:?}");
        assert_eq!(
            found.iter().filter(|one| one.stream == Some(KEPT) && one.seq.is_some()).count(),
            3,
            "{found:?}"
        );
        assert!(!store.is_shredded(KEPT.id).await.unwrap());
        assert_eq!(rows_about(&place, KEPT), 5, "nothing is cleared away on such a word");
        store.close().await;
    }
}

#[tokio::test]
async fn what_is_done_to_its_places_is_still_found() {
    let changes = [
        ("UPDATE event SET tag = 'other' WHERE stream_id = $1 AND seq = 2", What::Changed),
        ("UPDATE event SET at_micros = at_micros + 1 WHERE stream_id = $1 AND seq = 1", What::Changed),
        ("DELETE FROM event WHERE stream_id = $1 AND seq = 2", What::Missing),
        ("DELETE FROM event WHERE stream_id = $1 AND seq = 3", What::Missing),
        (
            "UPDATE event SET seq = CASE seq WHEN 1 THEN 12 ELSE 11 END WHERE stream_id = $1 AND seq < 3",
            What::Missing,
        ),
        ("DELETE FROM event WHERE stream_id = $1", What::Missing),
        ("UPDATE event SET commitment = zeroblob(32) WHERE stream_id = $1 AND seq = 2", What::Changed),
    ];
    for (change, what) in changes {
        let (place, store) = two_cases().await;
        store.shred(GONE.id).await.unwrap();
        assert!(findings(&store).await.is_empty());
        store.close().await;
        place.raw().execute(change, &[(&GONE.id).into()]).unwrap();
        let found = findings(&place.open().await.unwrap()).await;
        assert!(found.iter().any(|one| one.stream == Some(GONE) && one.what == what), "{change}: {found:?}");
    }
}

#[tokio::test]
async fn entries_that_changed_places_are_still_found() {
    let (place, store) = two_cases().await;
    store.shred(GONE.id).await.unwrap();
    store.close().await;
    let raw = place.raw();
    for (from, to) in [(1_i64, 77_i64), (3, 1), (77, 3)] {
        let values = [to.into(), (&GONE.id).into(), from.into()];
        raw.execute("UPDATE event SET seq = $1 WHERE stream_id = $2 AND seq = $3", &values).unwrap();
    }
    drop(raw);
    let found = findings(&place.open().await.unwrap()).await;
    assert!(found.iter().any(|one| one.stream == Some(GONE) && one.what == What::Changed), "{found:?}");
}

#[tokio::test]
async fn keys_that_are_put_back_are_found_and_open_nothing() {
    let (place, store) = two_cases().await;
    place.raw_keys().script("CREATE TABLE before AS SELECT * FROM key");
    store.shred(GONE.id).await.unwrap();
    store.close().await;
    let raw = place.raw_keys();
    let put_back = "INSERT INTO key SELECT * FROM before WHERE stream_id = $1";
    assert_eq!(raw.execute(put_back, &[(&GONE.id).into()]).unwrap(), 2);
    drop(raw);
    let store = place.open().await.unwrap();
    let found = findings(&store).await;
    assert!(found.iter().any(|one| one.stream == Some(GONE) && one.what == What::Added), "{found:?}");
    is_gone(&store, GONE).await;
}

/// Nothing is deleted from the cards while this is on.
const STOP: [&str; 2] = [
    "CREATE TRIGGER stop BEFORE DELETE ON card BEGIN SELECT RAISE(ABORT, 'stop'); END",
    "CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stop'; END $$;
     CREATE TRIGGER stop BEFORE DELETE ON card FOR EACH ROW EXECUTE FUNCTION stop()",
];
const GO: [&str; 2] = ["DROP TRIGGER stop", "DROP FUNCTION stop CASCADE"];

/// Stopped between keys and records: the case is deleted, and asking again or starting again clears up.
#[tokio::test]
async fn stopped_in_the_middle_it_is_deleted_and_can_be_finished() {
    let (place, store) = two_cases().await;
    let raw = place.raw();
    let (stop, go) = if raw.is_sqlite() { (STOP[0], GO[0]) } else { (STOP[1], GO[1]) };
    for again in [true, false] {
        let case = if again { GONE } else { KEPT };
        raw.script(stop);
        store.shred(case.id).await.unwrap_err();
        assert_eq!((rows_about(&place, case), keys_of(&place, case)), (5, 0), "control: it stopped in the middle");
        is_gone(&store, case).await;
        assert!(findings(&store).await.is_empty());
        raw.script(go);
        if again {
            store.shred(case.id).await.unwrap();
            assert_eq!(rows_about(&place, case), 0, "asked again");
            assert_eq!(rows_about(&place, KEPT), 5);
        }
    }
    store.close().await;
    assert_eq!(rows_about(&place, KEPT), 5, "control: halfway");
    let store = place.open().await.unwrap();
    assert_eq!(rows_about(&place, KEPT), 0, "started again");
    is_gone(&store, KEPT).await;
}

const CRASH: &str = "HOLDFAST_TEST_SHRED_PLACE";
const KILLS: u32 = 25;

/// Only something in the child: makes cases and deletes every second one, until it is killed.
#[test]
fn shredder() {
    let Some(root) = env::var_os(CRASH).map(PathBuf::from) else { return };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let key = Unlock::KeyFile(root.join("instance.key"));
        let store = Store::open(options(&root.join("data"), key, false)).await.unwrap();
        for n in 1_u128.. {
            let case = StreamId::case(uuid((u128::from(std::process::id()) << 64) | n));
            record(&store, case).await;
            say("MADE", case);
            if n % 2 == 0 {
                say("GOING", case);
                store.shred(case.id).await.unwrap();
                say("GONE", case);
            }
        }
    });
}

fn say(what: &str, case: StreamId) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("\n{what} {}\n", case.id).as_bytes()).unwrap();
    out.flush().unwrap();
}

#[tokio::test]
async fn killed_at_any_moment_a_case_is_whole_or_deleted() {
    let (place, store) = Place::new().await;
    store.close().await;
    let mut dice = Dice(3);
    let mut said: BTreeMap<Uuid, String> = BTreeMap::new();
    for _ in 0..KILLS {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["shredding::shredder", "--exact", "--nocapture", "--test-threads=1"])
            .env(CRASH, place.root.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (mut left, mut killed) = (dice.below(24), false);
        while let Some(Ok(line)) = lines.next() {
            let Some((what @ ("MADE" | "GOING" | "GONE"), case)) = line.split_once(' ') else { continue };
            said.insert(case.parse().unwrap(), what.to_owned());
            if left == 0 && !killed {
                child.kill().unwrap();
                killed = true;
            }
            left = left.saturating_sub(1);
        }
        assert!(killed, "the child ended by itself");
        child.wait().unwrap();
    }
    let store = place.open().await.unwrap();
    assert!(findings(&store).await.is_empty());
    let (mut whole, mut deleted) = (0, 0);
    for (case, last) in said {
        let case = StreamId::case(case);
        if store.is_shredded(case.id).await.unwrap() {
            assert_ne!(last, "MADE", "{case}");
            is_gone(&store, case).await;
            assert_eq!((rows_about(&place, case), keys_of(&place, case)), (0, 0), "{case}");
            deleted += 1;
        } else {
            assert_ne!(last, "GONE", "{case}");
            assert_eq!(texts(&store, case).await.len(), 3);
            // "MADE" may not have been said although it was: then the draft or the letter may be missing.
            assert!((2..=5).contains(&rows_about(&place, case)), "{case}");
            whole += 1;
        }
    }
    assert!(whole > 20 && deleted > 20, "control: {whole} whole, {deleted} deleted");
}
