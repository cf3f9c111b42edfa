//! Five hundred damaged backups: each is refused, and the damaged file named.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use backup::BackupError;

use crate::support::{Dice, World, case, record};

const DAMAGES: usize = 500;

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    found
}

/// One random damage to `file`; what it was. The files it concerns must be put back afterwards.
fn damage(file: &Path, other: &Path, dice: &mut Dice) -> &'static str {
    let mut bytes = fs::read(file).unwrap();
    let at = dice.below(bytes.len());
    let what = match dice.below(8) {
        0 => {
            bytes[at] ^= 1 << dice.below(8);
            "a flipped bit"
        }
        1 => {
            bytes.truncate(at);
            "cut off"
        }
        2 => {
            bytes.push(b'\n');
            "something added"
        }
        3 => {
            bytes.clear();
            "emptied"
        }
        4 => {
            bytes.remove(at);
            "a byte taken out"
        }
        5 => {
            let end = bytes.len().min(at + 512);
            bytes[at..end].fill(0);
            "zeroed from some place on"
        }
        6 => {
            bytes = fs::read(other).unwrap();
            "another file under its name"
        }
        _ => {
            fs::remove_file(file).unwrap();
            return "taken away";
        }
    };
    fs::write(file, bytes).unwrap();
    what
}

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_damaged_backups_are_refused_by_name_and_an_undamaged_one_is_not() {
    let world = World::new().await;
    for minute in 0..6 {
        for n in 0..3 {
            record(&world.store, case(n + u128::try_from(minute).unwrap() / 3), &format!("{minute}/{n}")).await;
        }
        world.ship(minute).await;
    }
    let place = world.place();
    let folder = world.path("backup");
    let all = files(&folder);
    assert!(backup::check(&place, &place).await.unwrap().is_whole(), "control: undamaged, it is accepted");
    world.restore("control", None).await.unwrap();
    let (mut dice, mut done, mut kinds) = (Dice(500), 0, BTreeMap::new());
    // Copies of the keystore that newer ones replaced are needed by nobody.
    let unneeded = all.iter().filter(|file| file.starts_with(folder.join("keys"))).count() - 1;
    assert!(unneeded > 0);
    let needed: Vec<&PathBuf> =
        all.iter().filter(|file| file.starts_with(folder.join("keys"))).take(unneeded).collect();
    let needed: Vec<&PathBuf> = all.iter().filter(|file| !needed.contains(file)).collect();
    while done < DAMAGES {
        let (file, other) = (needed[dice.below(needed.len())], needed[dice.below(needed.len())]);
        let before = fs::read(file).unwrap();
        let what = damage(file, other, &mut dice);
        if fs::read(file).ok().as_ref() == Some(&before) {
            continue;
        }
        let name = file.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
        let said = backup::check(&place, &place).await.map(|checked| checked.damages);
        let said = said.unwrap_or_else(|why| panic!("{name}, {what}: {why}"));
        assert!(said.iter().any(|damage| damage.file == name), "{name}, {what}: {said:?}");
        let into = format!("restored{done}");
        // Every eighth is restored, too: making a store takes a while.
        let refused = if done % 8 == 0 {
            world.restore(&into, None).await
        } else {
            Err(BackupError::Damaged { file: name.clone(), why: String::new() })
        };
        match refused {
            Err(BackupError::Damaged { file, .. }) => assert_eq!(file, name, "{what}"),
            // What tells the server how far it had come is not needed to restore.
            Ok(_) if name.starts_with("marks/") => fs::remove_dir_all(world.path(&into)).unwrap(),
            other => panic!("{name}, {what}: {other:?}"),
        }
        assert!(!world.path(&into).exists(), "{name}, {what}: something was left");
        *kinds.entry(what).or_insert(0) += 1;
        fs::write(file, before).unwrap();
        done += 1;
    }
    assert_eq!(kinds.len(), 8, "{kinds:?}");
    assert!(backup::check(&place, &place).await.unwrap().is_whole(), "control: put back, it is accepted again");
}

#[tokio::test]
async fn after_damage_the_next_backup_begins_again() {
    let world = World::new().await;
    record(&world.store, case(1), "a").await;
    world.ship(0).await;
    record(&world.store, case(1), "b").await;
    let shipped = world.ship(1).await;
    assert!(!shipped.whole);
    for (minute, broken) in [(2, "data/00000002.json"), (3, "marks")] {
        let mut path = world.path("backup").join(broken);
        if path.is_dir() {
            path = files(&path).pop().unwrap();
        }
        fs::write(path, "x").unwrap();
        record(&world.store, case(1), "c").await;
        assert!(world.ship(minute).await.whole, "{broken}");
        let into = format!("after{minute}");
        world.restore(&into, None).await.unwrap();
        assert!(world.open(&into).await.verify(None).await.unwrap().is_clean());
    }
}
