//! Killed at any moment: whatever was acknowledged is there, once.
//!
//! The test runs itself again as a child that saves from several tasks and prints each
//! acknowledgement to a pipe; the parent kills it after a random number of them.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    env,
    fs::{self, File},
    io::{BufRead as _, BufReader, Write as _},
    path::PathBuf,
    process::{Command, Stdio},
};

use store::{Append, AppendError, DraftKey, DraftPut, Store, StreamId, Unlock};

use crate::support::{Dice, Place, append, card, event, options, sealed, uuid};

/// How often, unless `HOLDFAST_KILLS` says otherwise.
const KILLS: u32 = 100;
const SAVERS: u128 = 6;
const SHARED: u128 = 99;
const PLACE: &str = "HOLDFAST_TEST_CRASH_PLACE";
/// Which child it is: a number of a process comes again, and two children must not save as one.
const ROUND: &str = "HOLDFAST_TEST_CRASH_ROUND";

/// Only something in the child.
#[test]
fn saver() {
    let Some(root) = env::var_os(PLACE).map(PathBuf::from) else { return };
    let round: u32 = env::var_os(ROUND).unwrap().to_str().unwrap().parse().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(3).enable_all().build().unwrap();
    runtime.block_on(async {
        let key = Unlock::KeyFile(root.join("instance.key"));
        let store = Store::open(options(&root.join("data"), key, false)).await.unwrap();
        let mut tasks = tokio::task::JoinSet::new();
        for saver in 1..=SAVERS {
            tasks.spawn(save_for_ever(store.clone(), round, saver));
        }
        tasks.join_next().await;
    });
}

async fn save_for_ever(store: Store, round: u32, saver: u128) {
    let own = StreamId::case(uuid(saver));
    let shared = StreamId::case(uuid(SHARED));
    let mut head = store.head(&own).await.unwrap();
    let mut at = store.head(&shared).await.unwrap();
    for n in 1_u64.. {
        let text = format!("{round}/{saver}/{n}");
        // A draft has a key of its own, which is spent once its note is recorded.
        let key = DraftKey(uuid((u128::from(round) << 64) | (saver << 32) | u128::from(n)));
        let draft = DraftPut { owner: uuid(1), key, case: Some(own.id), version: 1, content: text.clone().into() };
        store.draft_put(draft).await.unwrap();
        let entry = Append {
            drafts_done: vec![(uuid(1), key)],
            index: vec![card(own.id, head + 2, &text)],
            ..append(own, head, vec![event(&text), sealed(&format!("{text}/sealed"))])
        };
        head = store.append(entry).await.unwrap().head;
        acknowledge(saver, head - 1, &text);
        acknowledge(saver, head, &format!("{text}/sealed"));
        if n % 3 == 0 {
            // A new case: its keys must be on the disk before its first entry is.
            let fresh = uuid((u128::from(round) << 64) | (saver << 32) | u128::from(n));
            store
                .append(append(StreamId::case(fresh), 0, vec![event(&text), sealed("12 Mill Lane")]))
                .await
                .unwrap();
            acknowledge(fresh.as_u128(), 1, &text);
        }
        match store.append(append(shared, at, vec![event(&text)])).await {
            Ok(done) => {
                at = done.head;
                acknowledge(SHARED, at, &text);
            }
            Err(AppendError::Stale { found, .. }) => at = found,
            Err(other) => panic!("{other}"),
        }
    }
}

/// One write to the pipe, so that a line is whole or not there.
fn acknowledge(stream: u128, seq: u64, text: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("\nACK {stream} {seq} {text}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

#[tokio::test]
async fn a_hundred_kills_lose_nothing_that_was_acknowledged() {
    let (place, store) = Place::new().await;
    store.close().await;
    let mut dice = Dice(9);
    let mut acknowledged: HashMap<(u128, u64), String> = HashMap::new();
    let kills = env::var_os("HOLDFAST_KILLS").and_then(|text| text.to_str()?.parse().ok()).unwrap_or(KILLS);
    let said = place.root.path().join("child.txt");
    for kill in 0..kills {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["crash::saver", "--exact", "--nocapture", "--test-threads=1"])
            .env(PLACE, place.root.path())
            .env(ROUND, (kill + 1).to_string())
            .stdout(Stdio::piped())
            .stderr(File::create(&said).unwrap())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (mut left, mut killed) = (dice.below(40), false);
        while let Some(Ok(line)) = lines.next() {
            let mut words = line.split(' ');
            if words.next() != Some("ACK") {
                continue;
            }
            let (Some(stream), Some(seq), Some(text)) = (words.next(), words.next(), words.next()) else {
                continue;
            };
            let place = (stream.parse().unwrap(), seq.parse().unwrap());
            let twice = acknowledged.insert(place, text.to_owned());
            assert_eq!(twice, None, "one place acknowledged to two savers");
            if left == 0 && !killed {
                child.kill().unwrap();
                killed = true;
            }
            left = left.saturating_sub(1);
        }
        assert!(killed, "the child ended by itself in round {kill}: {}", fs::read_to_string(&said).unwrap());
        child.wait().unwrap();
        if kill % 20 == 19 || kill + 1 == kills {
            check(&place, &acknowledged).await.unwrap();
        }
    }
    assert!(acknowledged.len() > 1_000, "control: there was load ({} entries)", acknowledged.len());
    acknowledged.insert((1, 1_000_000), "acknowledged and never kept".to_owned());
    assert!(check(&place, &acknowledged).await.is_err(), "control: a lost entry would be noticed");
}

/// Everything acknowledged is there once, in its place, and the store is whole.
async fn check(place: &Place, acknowledged: &HashMap<(u128, u64), String>) -> Result<(), String> {
    let store = place.open().await.unwrap();
    let streams: BTreeSet<u128> = acknowledged.keys().map(|(stream, _)| *stream).collect();
    let mut texts = BTreeMap::new();
    for stream in streams {
        for event in store.read(&StreamId::case(uuid(stream)), 0).await.unwrap() {
            let text = String::from_utf8(event.payload).unwrap();
            if texts.insert((stream, text.clone()), event.seq).is_some() {
                return Err(format!("{text} is there twice"));
            }
        }
    }
    for ((stream, seq), text) in acknowledged {
        if texts.get(&(*stream, text.clone())) != Some(seq) {
            return Err(format!("{text} was acknowledged and is not there"));
        }
    }
    let report = store.verify(None).await.unwrap();
    if !report.is_clean() {
        return Err(format!("{:?}", report.findings));
    }
    for draft in store.draft_list(uuid(1)).await.unwrap() {
        let text = String::from_utf8(draft.content).unwrap();
        if texts.contains_key(&(draft.case.unwrap().as_u128(), text.clone())) {
            return Err(format!("{text} is recorded and still a draft"));
        }
    }
    store.close().await;
    Ok(())
}
