//! Case files in and out, views, keys and accounts.

use crate::place::{FAMILY, PASSWORD, Place, err, out, read};
use serde_json::Value;

#[test]
fn export_import_export_gives_equal_bytes_and_importing_again_changes_nothing() {
    let (first, id) = Place::with_family();
    let exported = out(&first.run(&["export", &id]));
    let second = Place::ready();
    let file = second.write("family.json", &exported);
    let done = second.run(&["import", &file]);
    assert_eq!(out(&done), format!("case {id} created\n"), "{}", err(&done));
    assert_eq!(out(&second.run(&["export", &id])), exported);
    let again = second.run(&["import", &file]);
    assert_eq!((again.status.code(), out(&again)), (Some(0), format!("case {id} unchanged\n")));
    assert_eq!(out(&second.run(&["export", &id])), exported);
    let clean = second.run(&["verify"]);
    assert_eq!(clean.status.code(), Some(0), "{}{}", out(&clean), err(&clean));
}

#[test]
fn a_dry_run_changes_nothing() {
    let place = Place::ready();
    let done = place.run(&["import", FAMILY, "--dry-run"]);
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    assert!(err(&done).contains("nothing was changed"));
    assert_eq!(out(&place.run(&["cases"])), "");
}

#[test]
fn cases_lists_the_children_and_never_the_survivor() {
    let (place, id) = Place::with_family();
    let listed = out(&place.run(&["cases"]));
    assert!(listed.starts_with(&id) && listed.contains("Ola") && listed.contains("Maja"), "{listed}");
    assert!(!listed.contains("Ewa") && !listed.contains("Malinowska"), "{listed}");
}

#[test]
fn the_map_says_the_same_as_json_and_as_text() {
    let (place, id) = Place::with_family();
    let prefix = id.get(..id.len() - 4).unwrap();
    let json: Value = serde_json::from_str(&out(&place.run(&["view", prefix, "map", "--format", "json"]))).unwrap();
    let text = out(&place.run(&["view", prefix, "map"])).split_whitespace().collect::<Vec<_>>().join(" ");
    let says = |what: &str| {
        let plain = what.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&plain), "the text does not say: {plain}");
    };
    let bands = json["bands"].as_array().unwrap();
    assert!(bands.len() >= 8);
    let mut impacts = 0;
    for band in bands {
        says(band["behaviour"]["act"].as_str().unwrap());
        for target in band["behaviour"]["targets"].as_array().unwrap() {
            says(target["name"].as_str().unwrap());
        }
        for effort in band["answers"].as_array().unwrap() {
            says(effort["act"].as_str().unwrap());
        }
        for path in band["paths"].as_array().unwrap() {
            let cells =
                path["cells"].as_array().unwrap().iter().flat_map(|cell| cell["impacts"].as_array().unwrap());
            for impact in path["carried"].as_array().unwrap().iter().chain(cells) {
                says(impact["what"].as_str().unwrap());
                impacts += 1;
            }
        }
    }
    assert!(impacts >= 12, "{impacts}");
    for known in bands.iter().flat_map(|band| band["behaviour"]["known"].as_array().unwrap()) {
        if let Some(record) = known["how"]["in_record"]["record"].as_str() {
            says(record);
        }
    }
}

#[test]
fn the_map_can_be_a_picture_and_the_gaps_cannot() {
    let (place, id) = Place::with_family();
    let svg = out(&place.run(&["view", &id, "map", "--format", "svg"]));
    assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
    assert!(svg.contains("Maja") && svg.contains("Not yet asked") && !svg.contains("style="), "{svg}");
    let svg = out(&place.run(&["view", &id, "genogram", "--format", "svg"]));
    assert!(svg.starts_with("<svg") && svg.contains(">Ola<"), "{svg:.300}");
    let text = out(&place.run(&["view", &id, "genogram"]));
    assert!(text.contains("Lines of harm run from Craig to"), "{text}");
    let json: Value =
        serde_json::from_str(&out(&place.run(&["view", &id, "genogram", "--format", "json"]))).unwrap();
    assert!(json["unions"].as_array().is_some_and(|unions| unions.len() > 1), "{json}");
    let refused = place.run(&["view", &id, "gaps", "--format", "svg"]);
    assert_eq!(refused.status.code(), Some(2), "{}", err(&refused));
}

#[test]
fn the_gaps_ask_questions_and_never_ask_the_person_who_causes_harm() {
    let (place, id) = Place::with_family();
    let text = out(&place.run(&["view", &id, "gaps"]));
    assert!(text.matches('?').count() >= 5, "{text}");
    let json: Value = serde_json::from_str(&out(&place.run(&["view", &id, "gaps", "--format", "json"]))).unwrap();
    for gap in json["gaps"].as_array().unwrap() {
        for ask in gap["ask"].as_array().unwrap() {
            assert!(!ask.to_string().contains("Craig"), "{gap}");
        }
    }
}

#[test]
fn three_bad_entries_of_five_thousand_are_all_named_and_nothing_is_imported() {
    let mut file: Value = serde_json::from_str(&read(FAMILY)).unwrap();
    let entries = file["entries"].as_array().unwrap().clone();
    let note = entries.iter().find(|e| !e["change"]["recorded"]["body"]["note"].is_null()).unwrap().clone();
    let list = file["entries"].as_array_mut().unwrap();
    while list.len() < 5_000 {
        let mut more = note.clone();
        more["id"] = Value::from(format!("01900000-0000-7000-8000-{:012x}", list.len()));
        list.push(more);
    }
    list[1_200]["change"]["recorded"]["label"] = Value::from("secret");
    list[2_300]["change"]["recorded"]["happened"] = serde_json::json!({ "on": "2026-02-31" });
    list[4_999]["change"]["recorded"]["body"]["note"]["title"] = Value::from("   ");
    let place = Place::ready();
    let bad = place.write("bad.json", &file.to_string());
    let done = place.run(&["import", &bad]);
    assert_eq!(done.status.code(), Some(3));
    for place_in_file in ["1200", "2300", "4999"] {
        assert!(err(&done).contains(place_in_file), "{place_in_file} is not named: {}", err(&done));
    }
    assert_eq!(out(&place.run(&["cases"])), "");
}

#[test]
fn an_older_export_over_a_later_edit_is_refused() {
    let (place, id) = Place::with_family();
    let old = out(&place.run(&["export", &id]));
    let mut newer: Value = serde_json::from_str(&old).unwrap();
    let entries = newer["entries"].as_array_mut().unwrap();
    let mut revision =
        entries.iter().find(|e| !e["change"]["recorded"]["body"]["behaviour"].is_null()).unwrap().clone();
    let target = revision["id"].clone();
    let last = entries.iter().filter(|e| e["id"] == target).map(|e| e["revision"].as_u64().unwrap()).max().unwrap();
    let content = revision["change"]["recorded"].clone();
    revision["change"] = serde_json::json!({ "revised": content });
    revision["revision"] = Value::from(last + 1);
    revision["reason"] = Value::from("Said more exactly");
    entries.push(revision);
    let later = place.write("later.json", &newer.to_string());
    let done = place.run(&["import", &later]);
    assert_eq!(out(&done), format!("case {id} revised 1 entry\n"), "{}", err(&done));
    let stands = out(&place.run(&["export", &id]));
    let older = place.write("older.json", &old);
    let refused = place.run(&["import", &older]);
    assert_eq!(refused.status.code(), Some(3), "{}", err(&refused));
    assert!(err(&refused).to_lowercase().contains("older"), "{}", err(&refused));
    assert_eq!(out(&place.run(&["export", &id])), stands);
}

#[test]
fn an_empty_file_and_one_that_is_not_json_are_refused_with_reasons() {
    let place = Place::ready();
    for (name, text) in
        [("empty.json", ""), ("words.json", "Dear all,"), ("other.json", "{\"format\":\"other/1\"}")]
    {
        let file = place.write(name, text);
        let done = place.run(&["import", &file]);
        assert_eq!(done.status.code(), Some(3), "{name}: {}", err(&done));
        assert!(err(&done).contains(name), "{}", err(&done));
    }
    let missing = place.run(&["import", "/nowhere/case.json"]);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn a_missing_and_a_wrong_key_each_say_so() {
    let (place, _) = Place::with_family();
    let other = Place::ready();
    let key = place.path("keys/holdfast.key");
    let kept = std::fs::read(&key).unwrap();
    std::fs::remove_file(&key).unwrap();
    let missing = place.run(&["cases"]);
    assert_eq!(missing.status.code(), Some(4));
    assert!(err(&missing).contains("holdfast.key"), "{}", err(&missing));
    std::fs::write(&key, std::fs::read(other.path("keys/holdfast.key")).unwrap()).unwrap();
    let wrong = place.run(&["cases"]);
    assert_eq!(wrong.status.code(), Some(4));
    assert_ne!(err(&missing), err(&wrong));
    std::fs::write(&key, kept).unwrap();
    assert_eq!(place.run(&["cases"]).status.code(), Some(0));
}

#[test]
fn an_export_is_never_written_over_a_file() {
    let (place, id) = Place::with_family();
    let file = place.write("there.json", "something else");
    let done = place.run(&["export", &id, "-o", &file]);
    assert_eq!(done.status.code(), Some(4));
    assert_eq!(read(&file), "something else");
}

#[test]
fn accounts_are_made_listed_and_closed() {
    let place = Place::ready();
    let short = place.run_with(&["user", "add", "tom", "--name", "Tom Adeyemi", "--role", "supervisor"], "short");
    assert_eq!(short.status.code(), Some(3), "{}", err(&short));
    let both =
        place.run_with(&["user", "add", "x", "--name", "X", "--role", "administrator,practitioner"], PASSWORD);
    assert_eq!(both.status.code(), Some(3), "an administrator can be nothing else");
    let done = place.run_with(&["user", "add", "tom", "--name", "Tom Adeyemi", "--role", "supervisor"], PASSWORD);
    assert_eq!(done.status.code(), Some(0), "{}", err(&done));
    let twice = place.run_with(&["user", "add", "tom", "--name", "Tom", "--role", "supervisor"], PASSWORD);
    assert_eq!(twice.status.code(), Some(3));
    assert_eq!(place.run(&["user", "disable", "tom"]).status.code(), Some(0));
    let listed = out(&place.run(&["user", "list"]));
    assert!(listed.lines().any(|line| line.contains("tom") && line.ends_with("closed")), "{listed}");
}

#[test]
fn dropping_the_index_and_building_it_again_gives_the_same_list() {
    let (place, _) = Place::with_family();
    let before = out(&place.run(&["cases"]));
    assert_eq!(place.run(&["reindex"]).status.code(), Some(0));
    assert_eq!(out(&place.run(&["cases"])), before);
}

#[test]
fn a_document_is_written_as_word_and_as_print_and_only_with_what_may_leave() {
    let (place, id) = Place::with_family();
    for document in ["chronology", "map", "assessment"] {
        let html = out(&place.run(&["export", &id, "--format", "html", "--document", document]));
        assert!(html.starts_with("<!DOCTYPE html>") && html.contains("Not for release"), "{document}");
        // The name of a drawing's language is no address that anything is fetched from.
        let html = html.replace("http://www.w3.org/2000/svg", "");
        assert!(!html.contains("http://") && !html.contains("https://"), "{document} fetches something");
        let target = place.write("x", "").replace("/x", &format!("/{document}.docx"));
        let done = place.run(&["export", &id, "--format", "docx", "--document", document, "-o", &target]);
        assert_eq!(done.status.code(), Some(0), "{}", err(&done));
        let bytes = std::fs::read(&target).unwrap();
        assert!(bytes.starts_with(b"PK"));
        let again = place.run(&["export", &id, "--format", "docx", "--document", document]);
        assert_eq!(again.stdout, bytes, "{document}: the same bytes again");
    }
    for (wrong, says) in [
        (&["export", &id, "--format", "docx"][..], "--document"),
        (&["export", &id, "--format", "html", "--document", "plan"][..], "chronology, map, assessment"),
        (&["export", &id, "--format", "html", "--document", "map", "--with", "sealed"][..], "child_voice"),
    ] {
        let done = place.run(wrong);
        assert_eq!(done.status.code(), Some(2), "{}", err(&done));
        assert!(err(&done).contains(says), "{}", err(&done));
    }
}
