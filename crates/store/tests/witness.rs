//! The witness outside: what `verify` can only know from somebody else.

use store::{HeadsFile, StreamId, What};

use crate::support::{Place, append, event, uuid};

const TABLES: [&str; 5] = ["event", "stream", "heads", "server", "access"];

#[tokio::test]
async fn a_rollback_of_everything_is_seen_with_a_witness_and_only_then() {
    let (place, store) = Place::new().await;
    let (one, two) = (StreamId::case(uuid(1)), StreamId::case(uuid(2)));
    store.append(append(one, 0, vec![event("a"), event("b")])).await.unwrap();
    store.close().await;
    for table in TABLES {
        place.raw().script(&format!("CREATE TABLE older_{table} AS SELECT * FROM {table}"));
    }

    let store = place.open().await.unwrap();
    store.append(append(one, 2, vec![event("c")])).await.unwrap();
    store.append(append(two, 0, vec![event("d")])).await.unwrap();
    let file = store.export_heads().await.unwrap();
    let json = serde_json::to_string(&file).unwrap();
    let file: HeadsFile = serde_json::from_str(&json).unwrap();
    store.append(append(one, 3, vec![event("e")])).await.unwrap();
    let report = store.verify(Some(&file)).await.unwrap();
    assert!(report.is_clean(), "control: newer than the witness is fine: {:?}", report.findings);
    store.close().await;

    for table in TABLES {
        place.raw().script(&format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM older_{table}"));
    }
    let store = place.open().await.unwrap();
    assert!(store.verify(None).await.unwrap().is_clean(), "an older state is whole in itself");
    let report = store.verify(Some(&file)).await.unwrap();
    let rolled =
        |stream| report.findings.iter().any(|one| one.stream == Some(stream) && one.what == What::RolledBack);
    assert!(rolled(one), "{:?}", report.findings);
    assert!(report.findings.iter().any(|finding| finding.stream == Some(two)), "the vanished case is named");
    // Writing over the rolled-back state does not hide it.
    store.append(append(one, 2, vec![event("another c")])).await.unwrap();
    let report = store.verify(Some(&file)).await.unwrap();
    assert!(report.findings.iter().any(|finding| finding.stream == Some(one) && finding.seq == Some(3)));
}

#[tokio::test]
async fn a_changed_or_foreign_witness_file_is_not_believed() {
    let (_place, store) = Place::new().await;
    store.append(append(StreamId::case(uuid(1)), 0, vec![event("a")])).await.unwrap();
    let file = store.export_heads().await.unwrap();
    assert!(store.verify(Some(&file)).await.unwrap().is_clean(), "control");
    let (_other_place, other) = Place::new().await;
    let foreign = other.export_heads().await.unwrap();
    let mut lowered = file.clone();
    lowered.streams[0].seq = 0;
    let mut emptied = file.clone();
    emptied.streams.clear();
    let mut later = file;
    later.at_micros += 1;
    for wrong in [foreign, lowered, emptied, later] {
        let report = store.verify(Some(&wrong)).await.unwrap();
        assert!(report.findings.iter().any(|finding| finding.what == What::SignatureWrong));
    }
}

#[tokio::test]
async fn a_whole_process_taken_out_is_missed_by_the_next() {
    let (place, store) = Place::new().await;
    let case = StreamId::case(uuid(1));
    store.append(append(case, 0, vec![event("a")])).await.unwrap();
    store.close().await;
    // A second process reads the case and leaves nothing but its access log.
    let store = place.open().await.unwrap();
    let (view, purpose) = ("case/map".into(), "curiosity".into());
    let access = store::Access { who: uuid(9), stream: Some(case), view, purpose, outcome: store::Outcome::Shown };
    store.log_access(access).await.unwrap();
    let server = store.access_log(store::AccessFilter::default()).await.unwrap()[0].server;
    store.close().await;
    let store = place.open().await.unwrap();
    store.append(append(case, 1, vec![event("b")])).await.unwrap();
    assert!(store.verify(None).await.unwrap().is_clean(), "control");
    let raw = place.raw();
    for (table, column) in [("access", "server"), ("heads", "server"), ("server", "id")] {
        raw.execute(&format!("DELETE FROM {table} WHERE {column} = $1"), &[(&server).into()]).unwrap();
    }
    assert!(store.access_log(store::AccessFilter::default()).await.unwrap().is_empty());
    let report = store.verify(None).await.unwrap();
    assert!(report.findings.iter().any(|finding| finding.what == What::Missing), "{:?}", report.findings);
}
