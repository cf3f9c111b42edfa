//! Backup, destroy, restore, verify, as a person types it; and a server that backs up by itself.

use crate::place::{Place, err, out};
use crate::serving::{get, start};

/// Where the backup lies, the public key, and the file with the private one.
fn keys(place: &Place) -> (String, String, String) {
    let text = |name: &str| place.path(name).to_str().unwrap().to_owned();
    let (backup, identity) = (text("backup"), text("backup.key"));
    let made = place.run(&["backup", "--new-identity", &identity]);
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    (backup, out(&made).trim().to_owned(), identity)
}

#[test]
fn what_was_destroyed_is_restored_and_verified() {
    let (place, id) = Place::with_family();
    let (backup, to, identity) = keys(&place);
    let done = place.run(&["backup", &backup, "--to", &to]);
    assert!(out(&done).starts_with("segment 1\teverything"), "{}{}", out(&done), err(&done));
    let before = out(&place.run(&["export", &id]));
    let cases = out(&place.run(&["cases"]));
    let heads = place.path("heads.json").to_str().unwrap().to_owned();
    assert_eq!(place.run(&["verify", "--export-heads", &heads]).status.code(), Some(0));
    let more = place.run(&["backup", &backup, "--to", &to]);
    assert!(out(&more).starts_with("segment 2\twhat is new"), "{}{}", out(&more), err(&more));
    assert_eq!(place.run(&["backup", &backup, "--check"]).status.code(), Some(0));

    let drill = place.run(&["restore", &backup, "--identity", &identity, "--drill"]);
    assert_eq!(drill.status.code(), Some(0), "{}", err(&drill));
    assert!(
        out(&drill).contains("verified\twhole") && err(&drill).contains("The drill is done"),
        "{}",
        out(&drill)
    );
    let refused = place.run(&["restore", &backup, "--identity", &identity]);
    assert_eq!(refused.status.code(), Some(4));
    assert!(err(&refused).contains("is not empty"), "{}", err(&refused));

    std::fs::remove_dir_all(place.path("data")).unwrap();
    assert_ne!(place.run(&["cases"]).status.code(), Some(0), "control: it is gone");
    let restored = place.run(&["restore", &backup, "--identity", &identity, "--witness", &heads]);
    assert_eq!(restored.status.code(), Some(0), "{}{}", out(&restored), err(&restored));
    assert_eq!(out(&place.run(&["export", &id])), before);
    assert_eq!(out(&place.run(&["cases"])), cases);
    assert_eq!(place.run(&["verify", "--witness", &heads]).status.code(), Some(0));

    let file = place.path("backup/data/00000001.json");
    std::fs::write(&file, std::fs::read_to_string(&file).unwrap().replace("\"rows\":", "\"rows\":1")).unwrap();
    let damaged = place.run(&["backup", &backup, "--check"]);
    assert_eq!(damaged.status.code(), Some(1));
    assert!(out(&damaged).contains("data/00000001.json"), "{}", out(&damaged));
    std::fs::remove_dir_all(place.path("data")).unwrap();
    let damaged = place.run(&["restore", &backup, "--identity", &identity]);
    assert_eq!(damaged.status.code(), Some(4));
    assert!(err(&damaged).contains("data/00000001.json") && !place.path("data").exists(), "{}", err(&damaged));
}

#[test]
fn a_server_backs_up_by_itself_says_so_and_once_more_when_it_ends() {
    let (place, id) = Place::with_family();
    let (backup, to, identity) = keys(&place);
    let (mut child, address) =
        start(&place, &["serve", "--listen", "127.0.0.1:0", "--backup", &backup, "--backup-to", &to]);
    let health = get(&address, "/health", &address);
    assert!(health.starts_with("HTTP/1.1 200") && health.contains("\nbackup "), "{health}");
    let stop = std::process::Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(stop.success() && child.wait().unwrap().success());
    let before = out(&place.run(&["export", &id]));
    std::fs::remove_dir_all(place.path("data")).unwrap();
    let restored = place.run(&["restore", &backup, "--identity", &identity]);
    assert_eq!(restored.status.code(), Some(0), "{}", err(&restored));
    assert_eq!(out(&place.run(&["export", &id])), before);
}

#[test]
fn without_a_key_or_a_place_it_says_what_is_missing() {
    let place = Place::ready();
    for (args, says) in [
        (&["backup"][..], "[backup]"),
        (&["backup", "/tmp/x"][..], "--to"),
        (&["backup", "/tmp/x", "--to", "age1zzz"][..], "age1zzz"),
        (&["restore", "/tmp/x", "--identity", "/nowhere/backup.key"][..], "/nowhere/backup.key"),
        (
            &["backup", "s3://bucket", "--to", "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"][..],
            "backup.s3",
        ),
    ] {
        let done = place.run(args);
        assert!(matches!(done.status.code(), Some(2 | 4)), "{args:?}");
        assert!(err(&done).contains(says), "{args:?}: {}", err(&done));
    }
}
