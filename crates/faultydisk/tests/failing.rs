//! Writes and syncs that fail, at each of the first calls: nothing is acknowledged that is not kept, health says so, and
//! work goes on when the disk does.

use faultydisk::Failure;
use store::{Health, Store};

use crate::support::{World, case, count, record};

/// Saves a few entries of a few cases; which were acknowledged, and whether any was refused.
async fn save(store: &Store, round: u64) -> (Vec<(u64, u64, String)>, bool) {
    let (mut kept, mut refused) = (Vec::new(), false);
    for n in 0..6 {
        let own = round * 10 + n % 3;
        let Ok(head) = store.head(&case(own)).await else {
            refused = true;
            continue;
        };
        let text = format!("{round}/{n} {}", "x".repeat(2_000));
        match record(store, case(own), head, &text).await {
            Ok(done) => kept.push((own, done.head, text)),
            Err(_) => refused = true,
        }
    }
    (kept, refused)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_failing_call_leads_to_a_false_acknowledgement() {
    let calls = u64::try_from(count("HOLDFAST_FAILING_CALLS", 12)).unwrap();
    let mut failed = 0;
    for failure in [Failure::NoSpace, Failure::Write, Failure::Sync] {
        let (world, mut store) = World::new().await;
        let mut acknowledged = Vec::new();
        for call in 0..calls {
            // Once, and until it is mended.
            let once = call % 4 == 3;
            faultydisk::fails(&world.path("data"), call, failure, once);
            let (kept, refused) = save(&store, call).await;
            acknowledged.extend(kept);
            if refused && !once {
                assert!(
                    matches!(store.health(), Health::Failing { .. }),
                    "{failure:?} at call {call}: health is green"
                );
            }
            let happened = faultydisk::works();
            failed += u64::from(happened);
            assert!(!refused || happened, "{failure:?} at call {call}: refused without a reason");
            let own = 100_000 + call;
            record(&store, case(own), 0, "space again").await.unwrap_or_else(|why| {
                panic!("{failure:?} at call {call}: work does not go on: {why}");
            });
            acknowledged.push((own, 2, "space again".to_owned()));
            assert_eq!(store.health(), Health::Ok, "{failure:?} at call {call}");
            if call % 16 == 15 || call + 1 == calls {
                store.close().await;
                store = world.open("data", false).await.unwrap();
                for (own, head, text) in &acknowledged {
                    let events = store.read(&case(*own), head - 2).await.unwrap();
                    let there = events.first().is_some_and(|event| event.payload == text.as_bytes());
                    assert!(there, "{failure:?} before call {call}: entry {head} of case {own} is not there");
                }
                let report = store.verify(None).await.unwrap();
                assert!(report.is_clean(), "{failure:?} before call {call}: {:?}", report.findings);
            }
        }
        store.close().await;
    }
    println!("{failed} of {} calls failed: no false acknowledgement", 3 * calls);
    assert!(failed > calls, "control: calls did fail ({failed})");
}
