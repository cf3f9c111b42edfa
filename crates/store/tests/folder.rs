//! A store in a folder: where the key may lie, who may read the files, folders that are not a store.

use std::{fs, path::Path};

use store::{KeyFileError, OpenError, Store, StreamId, Unlock, write_new_key_file};

use crate::support::{Place, System, append, event, options, uuid};

async fn refusal(dir: &Path, unlock: Unlock) -> OpenError {
    Store::open(options(dir, unlock, false)).await.expect_err("must be refused")
}

#[tokio::test]
async fn a_key_is_never_overwritten_nor_kept_with_the_data() {
    let (place, store) = Place::new().await;
    store.close().await;
    let before = fs::read(place.key()).unwrap();
    let again = write_new_key_file(&place.key(), &place.data(), &System).unwrap_err();
    assert!(matches!(again, KeyFileError::AlreadyExists { .. }));
    assert_eq!(fs::read(place.key()).unwrap(), before);
    for inside in [place.data().join("a.key"), place.data().join("../data/b.key")] {
        let beside = write_new_key_file(&inside, &place.data(), &System).unwrap_err();
        assert!(matches!(beside, KeyFileError::BesideData { .. }), "{beside}");
        assert!(!inside.exists());
    }
    let moved = place.data().join("moved.key");
    fs::rename(place.key(), &moved).unwrap();
    let refused = refusal(&place.data(), Unlock::KeyFile(moved.clone())).await;
    assert!(matches!(refused, OpenError::KeyBesideData { .. }), "{refused}");
    fs::rename(&moved, place.key()).unwrap();
    place.open().await.expect("control: outside it opens");
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_may_read_key_and_data() {
    use std::os::unix::fs::PermissionsExt as _;
    let (place, store) = Place::new().await;
    store.append(append(StreamId::case(uuid(1)), 0, vec![event("x")])).await.unwrap();
    let mut files = vec![place.key()];
    files.extend(fs::read_dir(place.data()).unwrap().map(|entry| entry.unwrap().path()));
    assert!(files.len() >= 4, "key, database, its log, keystore: {files:?}");
    for file in files {
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0, "{}", file.display());
    }
    assert_eq!(fs::metadata(place.data()).unwrap().permissions().mode() & 0o077, 0);
}

#[tokio::test]
async fn folders_that_are_not_a_whole_store_are_told_apart() {
    let (place, store) = Place::new().await;
    store.close().await;
    let empty = place.root.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let none = refusal(&empty, Unlock::KeyFile(place.key())).await;
    assert!(matches!(none, OpenError::NotAStore { .. }));
    let twice = Store::open(place.options(true)).await.unwrap_err();
    assert!(matches!(twice, OpenError::AlreadyExists { .. }));

    let keys = place.data().join("keys.db");
    let away = place.root.path().join("keys.away");
    fs::rename(&keys, &away).unwrap();
    let lost = place.open().await.unwrap_err();
    assert!(matches!(&lost, OpenError::Keystore { why, .. } if why.contains("missing")), "{lost}");
    let (other, store) = Place::new().await;
    store.close().await;
    fs::copy(other.data().join("keys.db"), &keys).unwrap();
    let mixed = place.open().await.unwrap_err();
    assert!(matches!(&mixed, OpenError::Keystore { why, .. } if why.contains("another store")), "{mixed}");
    fs::remove_file(&keys).unwrap();
    fs::rename(&away, &keys).unwrap();
    place.open().await.expect("control: with its own keystore it opens").close().await;

    fs::remove_file(place.database()).unwrap();
    let half = Store::open(place.options(true)).await.unwrap_err();
    assert!(matches!(&half, OpenError::Keystore { why, .. } if why.contains("interrupted")), "{half}");
    assert!(keys.exists(), "wraps of a lost database are not overwritten");
    fs::write(place.database(), "not a database at all, but long enough to be looked at").unwrap();
    assert!(place.open().await.is_err());
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_named() {
    // The kernel's own folders refuse files even to the superuser, whom permissions do not bind.
    let dir = Path::new("/proc/holdfast-test");
    let root = tempfile::tempdir().unwrap();
    let key = root.path().join("key");
    write_new_key_file(&key, dir, &System).unwrap();
    let refused = Store::open(options(dir, Unlock::KeyFile(key), true)).await.unwrap_err();
    assert!(refused.to_string().contains("/proc/holdfast-test"), "{refused}");
    assert!(matches!(refused, OpenError::ReadOnly { .. } | OpenError::Failed { .. }), "{refused}");
}
