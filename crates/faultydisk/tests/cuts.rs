//! Power cuts: whatever was acknowledged is there, at whichever point the power goes.

use std::{collections::HashMap, fs};

use faultydisk::{Recording, Tears as _};
use store::StreamId;

use crate::support::{Dice, World, case, count, draft, record, sizes};

const CASES: u64 = 12;

/// What was acknowledged: by its mark, the case, the head and the text.
type Acknowledged = HashMap<u64, (StreamId, u64, String)>;

/// Saves from several tasks, until the log was folded into the database a few times.
async fn load(world: &World, store: &store::Store) -> (Recording, Acknowledged) {
    faultydisk::record(&world.path("data"));
    let mut tasks = tokio::task::JoinSet::new();
    for saver in 0..CASES {
        let store = store.clone();
        tasks.spawn(async move {
            let mut done = Vec::new();
            for n in 0..24_u64 {
                // Some cases are new ones: their keys must be on the disk before their entries are.
                let own = case(if n % 6 == 5 { 1_000 + saver * 100 + n } else { saver });
                let head = store.head(&own).await.unwrap();
                let text = format!("{saver}/{n} {}", "x".repeat(usize::try_from(n % 5).unwrap() * 900));
                store.draft_put(draft(own, saver * 100 + n)).await.unwrap();
                let head = record(&store, own, head, &text).await.unwrap().head;
                let mark = saver * 1_000 + n;
                faultydisk::mark(mark);
                done.push((mark, (own, head, text)));
            }
            done
        });
    }
    let acknowledged = tasks.join_all().await.into_iter().flatten().collect();
    (faultydisk::recorded(), acknowledged)
}

/// Opens what a disk could hold after the cut; what is amiss.
async fn after(
    world: &World,
    recording: &Recording,
    point: usize,
    dice: &mut Dice,
    known: &Acknowledged,
) -> Vec<String> {
    let dir = world.path("cut");
    let _not_there = fs::remove_dir_all(&dir);
    fs::create_dir(&dir).unwrap();
    recording.cut(point, dice, &dir).unwrap();
    let store = match world.open("cut", false).await {
        Ok(store) => store,
        Err(why) => return vec![why.to_string()],
    };
    let mut amiss = Vec::new();
    for mark in recording.marks(point) {
        let (stream, head, text) = &known[&mark];
        match store.read(stream, head - 1).await {
            Ok(events) if events.first().is_some_and(|event| event.payload == text.as_bytes()) => {}
            Ok(_) => amiss.push(format!("entry {head} of {stream} was acknowledged and is not there")),
            Err(why) => amiss.push(why.to_string()),
        }
    }
    match store.verify(None).await {
        Ok(report) => amiss.extend(report.findings.into_iter().map(|finding| finding.detail)),
        Err(why) => amiss.push(why.to_string()),
    }
    store.close().await;
    amiss
}

#[tokio::test(flavor = "multi_thread")]
async fn no_power_cut_loses_what_was_acknowledged_and_without_syncs_it_would() {
    let (world, store) = World::new().await;
    record(&store, case(0), 0, "before").await.unwrap();
    let (recording, known) = load(&world, &store).await;
    store.close().await;
    let (cuts, mut dice) = (count("HOLDFAST_CUTS", 24), Dice(2_026));
    assert!(recording.syncs() > 50 && known.len() == 288 && sizes(&world.path("data")) > 500_000, "control: load");
    for _ in 0..cuts {
        let point = dice.below(recording.len() + 1);
        let seed = dice.throw();
        let amiss = after(&world, &recording, point, &mut Dice(seed), &known).await;
        assert_eq!(amiss, Vec::<String>::new(), "power cut after {point} of {}, seed {seed}", recording.len());
    }
    // Control: a database that never syncs loses entries, and the same test notices.
    let never = recording.without_syncs();
    let (mut lost, tries) = (0, count("HOLDFAST_CUTS", 24) / 3);
    for _ in 0..tries {
        let point = dice.below(never.len() + 1);
        let seed = dice.throw();
        lost += usize::from(!after(&world, &never, point, &mut Dice(seed), &known).await.is_empty());
    }
    println!(
        "{cuts} power cuts among {} writes and {} syncs: nothing acknowledged lost. Without syncs: lost in {lost} of {tries}",
        recording.len(),
        recording.syncs()
    );
    assert!(lost * 4 > tries, "control: with synchronous = OFF only {lost} of {tries} lost something");
}
