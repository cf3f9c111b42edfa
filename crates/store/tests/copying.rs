//! A whole store copied from PostgreSQL into a folder and back: everything is there, and verified.

use std::sync::Arc;

use store::{
    Access, DraftKey, DraftPut, FillError, Filling, HeadsFile, KeyClass, Location, OpenOptions, Outcome, Random,
    Store, StreamId,
};
use tokio::sync::mpsc;

use crate::support::{Place, System, append, event, sealed, texts, uuid};

/// Copies as `holdfast copy` does.
async fn copy(source: &Store, to: &Location) -> Result<u64, FillError> {
    let random: Arc<dyn Random> = Arc::new(System);
    let mut filling = Filling::begin_at(to, &random)?;
    let (parts, mut taken) = mpsc::channel::<Vec<u8>>(2);
    let writing = tokio::task::spawn_blocking(move || {
        while let Some(part) = taken.blocking_recv() {
            filling.data(&part).unwrap();
        }
        filling
    });
    let copied = source.copy_since(None, 10_000, parts).await.unwrap();
    let mut filling = writing.await.unwrap();
    filling.keys(&source.copy_keys().await.unwrap().rows).unwrap();
    filling.finish()?;
    Ok(copied.rows)
}

async fn whole(store: &Store, heads: &HeadsFile) {
    let report = store.verify(Some(heads)).await.unwrap();
    assert!(report.is_clean(), "{:?}", report.findings);
    assert_eq!((report.streams, report.shredded), (4, 1));
    assert_eq!(texts(store, StreamId::case(uuid(1))).await.len(), 21);
    let draft = store.draft_get(uuid(9), DraftKey(uuid(50))).await.unwrap().unwrap();
    assert_eq!(draft.content, b"half a sentence");
    let file = store.file_find(uuid(1), *blake3::hash(&letter()).as_bytes()).await.unwrap().unwrap();
    let mut read = Vec::new();
    for n in 0..file.pieces {
        read.extend_from_slice(&store.file_piece(&file, n).await.unwrap());
    }
    assert_eq!(read, letter());
    assert!(!store.access_log(store::AccessFilter::default()).await.unwrap().is_empty());
    assert!(store.is_shredded(uuid(3)).await.unwrap());
    assert_eq!(store.session_get([1; 32]).await.unwrap(), None, "everybody signs in again");
}

fn letter() -> Vec<u8> {
    (0..700_000_u32).map(|n| u8::try_from(n % 251).unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_database_into_a_folder_and_back() {
    let (place, store) = Place::new().await;
    for case in 1..=3 {
        store
            .append(append(StreamId::case(uuid(case)), 0, vec![event("first"), sealed("12 Mill Lane")]))
            .await
            .unwrap();
    }
    for n in 2..21 {
        store.append(append(StreamId::case(uuid(1)), n, vec![event(&format!("entry {n}"))])).await.unwrap();
    }
    store.append(append(StreamId::user(uuid(9)), 0, vec![event("an account")])).await.unwrap();
    let (key, case) = (DraftKey(uuid(50)), Some(uuid(1)));
    store
        .draft_put(DraftPut { owner: uuid(9), key, case, version: 3, content: b"half a sentence".to_vec() })
        .await
        .unwrap();
    let mut file = store.file_begin(uuid(1), KeyClass::Sealed);
    file.write(&letter()).await.unwrap();
    file.finish(i64::MAX).await.unwrap();
    let (view, purpose) = ("case/map".into(), "direct_work".into());
    let access = Access { who: uuid(9), stream: None, view, purpose, outcome: Outcome::Shown };
    store.log_access(access).await.unwrap();
    store.session_put([1; 32], uuid(9), i64::MAX, b"signed in".to_vec()).await.unwrap();
    store.shred(uuid(3)).await.unwrap();
    let heads = store.export_heads().await.unwrap();

    let folder = Location::Folder(place.root.path().join("folder"));
    let rows = copy(&store, &folder).await.unwrap();
    assert!(rows > 40, "control: there was something to copy ({rows})");
    let again = copy(&store, &folder).await.unwrap_err();
    assert!(matches!(again, FillError::NotEmpty { .. }), "{again}");
    let options = |to: &Location| OpenOptions { place: to.clone(), ..place.options(false) };
    let there = Store::open(options(&folder)).await.unwrap();
    whole(&there, &heads).await;
    there.append(append(StreamId::case(uuid(1)), 21, vec![event("goes on")])).await.unwrap();
    let heads = there.export_heads().await.unwrap();

    // Back into the database: not over what is there, and into another schema.
    let over = copy(&there, &place.options(false).place).await.unwrap_err();
    assert!(matches!(over, FillError::NotEmpty { .. }), "{over}");
    assert_eq!(texts(&store, StreamId::case(uuid(1))).await.len(), 21, "untouched");
    let other = crate::support::options(&place.root.path().join("elsewhere"), place.options(false).unlock, false);
    copy(&there, &other.place).await.unwrap();
    let back = Store::open(other).await.unwrap();
    let report = back.verify(Some(&heads)).await.unwrap();
    assert!(report.is_clean(), "{:?}", report.findings);
    assert_eq!(texts(&back, StreamId::case(uuid(1))).await.len(), 22);
    let unknown = store.verify(Some(&heads)).await.unwrap();
    assert!(!unknown.is_clean(), "control: the first store does not know of the last entry");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_broken_off_leaves_nothing() {
    let (place, store) = Place::new().await;
    store.append(append(StreamId::case(uuid(1)), 0, vec![event("first")])).await.unwrap();
    let to = crate::support::options(&place.root.path().join("elsewhere"), place.options(false).unlock, false);
    let random: Arc<dyn Random> = Arc::new(System);
    let mut filling = Filling::begin_at(&to.place, &random).unwrap();
    assert!(filling.data(b"not rows of a store").is_err());
    drop(filling);
    assert!(!store::exists(&to.place, random).await.unwrap());
    copy(&store, &to.place).await.expect("the place can be used again");
    Store::open(to).await.unwrap();
}
