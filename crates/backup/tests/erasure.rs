//! A case that was deleted for good does not come back from a backup, and after some days no copy has its keys.

use std::fs;

use backup::{BackupError, Retention};

use crate::support::{BEGIN, DAY, World, case, record, texts};

#[tokio::test]
async fn keys_of_a_deleted_case_expire_and_an_older_moment_does_not_bring_it_back() {
    let world = World::new().await;
    let mut shipper = world.shipper(Retention { keys_days: 3, data_days: 30, whole_days: 30 });
    record(&world.store, case(1), "to be deleted").await;
    record(&world.store, case(2), "stays").await;
    shipper.ship(&world.store, BEGIN).await.unwrap();
    world.store.shred(case(1).id).await.unwrap();
    shipper.ship(&world.store, BEGIN + DAY).await.unwrap();

    // The data of before, with the newest copy of the keystore.
    let restored = world.restore("older", Some(BEGIN)).await.unwrap();
    assert!(restored.newer_keys.is_none(), "the newest copy was used");
    let older = world.open("older").await;
    assert!(older.is_shredded(case(1).id).await.unwrap());
    assert_eq!(texts(&older, case(2)).await, texts(&world.store, case(2)).await);
    assert!(older.verify(None).await.unwrap().is_clean());

    let copies = || fs::read_dir(world.path("backup/keys")).unwrap().count();
    assert_eq!(copies(), 2, "control: until then the old copy is there");
    record(&world.store, case(2), "three days later").await;
    shipper.ship(&world.store, BEGIN + 3 * DAY + 1).await.unwrap();
    assert_eq!(copies(), 1, "the copy with the keys is gone");
    let keys = shipped_keys(&world).await;
    assert_eq!(store::shredded_in(&keys), [case(1)]);
}

/// The rows of the only copy of the keystore.
async fn shipped_keys(world: &World) -> Vec<u8> {
    let restored = world.restore("last", None).await;
    assert!(!matches!(restored, Err(BackupError::KeysExpired)));
    restored.unwrap();
    world.open("last").await.copy_keys().await.unwrap().rows
}
