//! A case that was deleted for good does not come back from a backup, and after some days no copy has its keys.

use std::fs;

use backup::{BackupError, Place, Retention};

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

/// Whether whoever has everything that lies in the place can read the case as it was before `erased`: with the copies of
/// the keystore of before, and with those only.
async fn is_readable(world: &World, erased: i64, name: &str) -> bool {
    let stolen = world.path(&format!("stolen-{name}"));
    copy(&world.path("backup"), &stolen);
    for file in fs::read_dir(stolen.join("keys")).unwrap().map(|file| file.unwrap().path()) {
        let text = file.file_stem().unwrap().to_str().unwrap().to_owned();
        if text.rsplit('-').next().unwrap().parse::<i64>().unwrap() >= erased {
            fs::remove_file(file).unwrap();
        }
    }
    let place = Place::named(stolen.to_str().unwrap(), None, false).unwrap();
    let to = store::Location::Folder(world.path(&format!("read-{name}")));
    let random: std::sync::Arc<dyn store::Random> = std::sync::Arc::new(crate::support::System);
    let restored = backup::restore(&place, &place, &world.identities, Some(erased - 1), &to, &random).await;
    let read = match restored {
        Err(_) => false,
        Ok(_) => !texts(&world.open(&format!("read-{name}")).await, case(1)).await.is_empty(),
    };
    fs::remove_dir_all(stolen).unwrap();
    read
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).map(|_| ()).unwrap()
        }
    }
}

/// The schedule of an agency, day by day: until the day that the certificate names a backup can be read and is said to be;
/// from that day on there is none.
#[tokio::test]
async fn the_day_on_the_certificate_is_the_day_from_which_no_backup_reads_it() {
    let world = World::new().await;
    let retention = Retention { keys_days: 30, data_days: 60, whole_days: 7 };
    let mut shipper = world.shipper(retention);
    record(&world.store, case(1), "to be erased").await;
    let (erased, horizon) = (BEGIN + 5 * DAY + DAY / 2, BEGIN + 35 * DAY + DAY / 2);
    let mut seen = Vec::new();
    for day in 0..42 {
        if day == 5 {
            // A new family, and with its keys a new copy of the keystore: the last one before the erasing.
            record(&world.store, case(3), "another").await;
        }
        if day == 6 {
            world.store.shred(case(1).id).await.unwrap();
        }
        let now = BEGIN + day * DAY;
        // On most days there is something new; on some nobody records anything.
        if day % 5 != 4 {
            record(&world.store, case(2), "what the day brought").await;
        }
        shipper.ship(&world.store, now).await.unwrap();
        let copies = backup::copies_before(&world.place(), erased).await.unwrap();
        if [6, 20, 34, 35, 36, 41].contains(&day) {
            let readable = is_readable(&world, erased, &day.to_string()).await;
            assert_eq!(readable, copies > 0, "day {day}: what is said is what is");
            seen.push((day, readable, now >= horizon));
        }
    }
    // Before the day it is said that it can be read, and after it nothing can: 35 lies before, and its copy is gone
    // already, since the last one before the erasing was made on the fifth day.
    assert_eq!(seen.iter().filter(|(.., after)| *after).count(), 2);
    assert!(seen.iter().all(|(_, readable, after)| !(*readable && *after)), "{seen:?}");
    assert_eq!(
        seen.iter().map(|(_, readable, _)| *readable).collect::<Vec<_>>()[..3],
        [true, true, true],
        "control"
    );
}

/// Taken out of one case: the newest backup has nothing of it, and `verify` says that this was meant.
#[tokio::test]
async fn what_was_taken_out_is_in_no_newer_backup() {
    let world = World::new().await;
    record(&world.store, case(1), "of another family").await;
    world.ship(0).await;
    let event = store::NewEvent {
        tag: store::EXPUNGED.into(),
        version: 1,
        class: store::KeyClass::Ordinary,
        payload: b"in the wrong case".to_vec(),
    };
    let append =
        store::Append { stream: case(1), expected: 2, events: vec![event], drafts_done: vec![], index: vec![] };
    world.store.expunge(append, vec![1]).await.unwrap();
    world.ship(1).await;
    world.restore("newest", None).await.unwrap();
    let newest = world.open("newest").await;
    let report = newest.verify(None).await.unwrap();
    assert_eq!((report.findings, report.expunged), (vec![], 1));
    assert_eq!(texts(&newest, case(1)).await, ["", "of another family, sealed", "in the wrong case"]);
    // Control: the one from before holds it, for as long as its copy of the keys is kept.
    world.restore("before", Some(BEGIN)).await.unwrap();
    assert_eq!(texts(&world.open("before").await, case(1)).await[0], "of another family");
    assert_eq!(backup::copies_before(&world.place(), BEGIN + 1).await.unwrap(), 1);
}
