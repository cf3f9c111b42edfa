//! Hold, expunge, erase and what is left of it, as an operator types it.

use crate::place::{Place, err, out};

const WHY: &str = "it was about another family";

/// The id of a note of the family.
fn note(place: &Place, case: &str) -> String {
    let file: serde_json::Value = serde_json::from_str(&out(&place.run(&["export", case]))).unwrap();
    let entries = file["entries"].as_array().unwrap();
    let note = entries.iter().find(|entry| entry["change"]["recorded"]["body"]["note"].is_object()).unwrap();
    note["id"].as_str().unwrap().to_owned()
}

#[test]
fn held_taken_out_and_erased() {
    let (place, case) = Place::with_family();
    let note = note(&place, &case);
    let says = |args: &[&str], code: i32, what: &str| {
        let done = place.run(args);
        assert_eq!(done.status.code(), Some(code), "{args:?}: {}", err(&done));
        assert!(err(&done).contains(what), "{args:?}: {}", err(&done));
        out(&done)
    };
    let reference = {
        let file: serde_json::Value = serde_json::from_str(&out(&place.run(&["export", &case]))).unwrap();
        file["case"]["reference"].as_str().map_or_else(|| case.clone(), str::to_owned)
    };
    says(&["hold", &case, "--reason", "a claim before the court"], 0, "is held");
    let before = out(&place.run(&["export", &case]));
    let stop = "legal hold since";
    says(&["expunge", &case, &note, "--reason", WHY], 3, stop);
    says(&["erase", &case, "--confirm", &reference, "--reason", WHY], 3, stop);
    says(&["erase", &case, "--confirm", &reference], 3, stop);
    assert_eq!(out(&place.run(&["export", &case])), before);
    says(&["hold", &case, "--lift", "--reason", "decided"], 0, "is lifted");

    says(&["expunge", &case, "nonsense", "--reason", WHY], 2, "no id of an entry");
    says(&["expunge", &case, &note, "--reason", " "], 3, "Say why");
    says(&["expunge", &case, &note, "--reason", WHY], 0, "taken out of case");
    let after = out(&place.run(&["export", &case]));
    assert!(after.len() < before.len() && after.contains(WHY));
    says(&["verify"], 0, "One text was taken out by rule");
    says(&["expunge", &case, &note, "--reason", WHY], 3, "nothing here");

    says(&["erase", &case, "--confirm", "something else", "--reason", WHY], 3, "not the reference");
    says(&["erase", &case, "--confirm", &reference], 3, "Nobody has asked");
    says(&["erase", &case, "--confirm", &reference, "--reason", WHY], 0, "Nothing is erased yet");
    says(&["erase", &case, "--confirm", &reference], 3, "A second person");
    assert_eq!(out(&place.run(&["erasures"])), "", "nothing is erased");
    assert_eq!(out(&place.run(&["cases"])).lines().count(), 1);
}

/// The key that opens nothing here: each with its own words, and its own way out.
#[test]
fn a_lost_a_wrong_and_another_stores_key_are_told_apart() {
    let (place, _) = Place::with_family();
    let (other, _) = Place::with_family();
    let key = place.path("keys/holdfast.key");
    let text = crate::place::read(&key);
    let says = |what: &str| {
        let done = place.run(&["cases"]);
        assert_eq!(done.status.code(), Some(4), "{}", err(&done));
        assert!(err(&done).contains(what) && out(&done).is_empty(), "{}", err(&done));
        err(&done)
    };
    std::fs::write(&key, crate::place::read(other.path("keys/holdfast.key"))).unwrap();
    let foreign = says("another");
    std::fs::write(&key, text.replacen(|c: char| c.is_ascii_digit(), "x", 1)).unwrap();
    let broken = says("holdfast.key");
    std::fs::write(&key, text.get(..60).unwrap()).unwrap();
    says("cut short");
    std::fs::remove_file(&key).unwrap();
    let lost = says("holdfast.key");
    assert!(foreign != broken && broken != lost && lost != foreign);
    // The keystore beside the data, lost and of another store.
    std::fs::write(&key, &text).unwrap();
    assert_eq!(place.run(&["cases"]).status.code(), Some(0), "control: the right key opens it");
    let keystore = place.path("data/keys.db");
    let kept = std::fs::read(&keystore).unwrap();
    std::fs::copy(other.path("data/keys.db"), &keystore).unwrap();
    let swapped = says("keys.db");
    std::fs::remove_file(&keystore).unwrap();
    let gone = says("keys.db");
    assert_ne!(swapped, gone);
    std::fs::write(&keystore, kept).unwrap();
    assert_eq!(place.run(&["cases"]).status.code(), Some(0), "put back, everything is there");
}
