//! `check` and `rules` as a person or a script uses them.

use crate::place::{Place, err, out};
use serde_json::Value;
use std::io::Write as _;

const PEOPLE: &str = r#"[{"name":"Anna Ward","aliases":["Anna"],"role":"survivor"},
 {"name":"Mark Hale","aliases":["Mark"],"role":"perpetrator"},{"name":"Tom","role":"child"}]"#;
const NOTE: &str = "Visit on Monday.\n\nToday Anna failed to protect Tom. Mark hid Anna’s keys.\n";

fn docx(xml: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(xml.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

fn prepared() -> (Place, String, String) {
    let place = Place::empty();
    let people = place.write("people.json", PEOPLE);
    let note = place.write("my note.txt", NOTE);
    (place, people, note)
}

#[test]
fn text_shows_the_line_with_carets_the_question_and_a_next_sentence() {
    let (place, people, note) = prepared();
    let done = place.run(&["check", &note, "--people", &people]);
    let text = out(&done);
    assert_eq!(done.status.code(), Some(1), "{}", err(&done));
    assert!(text.contains(&format!("{note}:3:12: error RSP101")), "line and column: {text}");
    let lines: Vec<&str> = text.lines().collect();
    let shown = lines.iter().position(|l| l.contains("Today Anna failed")).unwrap();
    let caret = lines[shown + 1].find('^').unwrap();
    assert_eq!(lines[shown].get(caret..caret + 6), Some("failed"), "{text}");
    assert!(text.contains("Ask: How did Mark Hale harm") && text.contains("Try: Mark Hale"), "{text}");
    assert!(text.contains("for the map: Mark Hale: hid Anna’s keys"), "{text}");
    let clean = place.write("clean.md", "# Visit\n\nAnna walked Tom to school.\n");
    let done = place.run(&["check", &clean, "--people", &people]);
    assert_eq!((done.status.code(), out(&done).contains("nothing found")), (Some(0), true), "{}", out(&done));
}

#[test]
fn json_and_sarif_say_the_same_and_sarif_has_its_form() {
    let (place, people, note) = prepared();
    let json: Value =
        serde_json::from_str(&out(&place.run(&["check", &note, "--people", &people, "--format", "json"]))).unwrap();
    let finding = &json[0]["report"]["findings"][0];
    assert_eq!((&finding["rule"], &finding["start"]), (&"RSP101".into(), &29.into()), "{json:#}");
    let sarif: Value =
        serde_json::from_str(&out(&place.run(&["check", &note, "--people", &people, "--format", "sarif"])))
            .unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let result = &run["results"][0];
    assert!(rules.iter().any(|r| r["id"] == result["ruleId"]), "every result names a rule of the tool");
    assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
    let place_of = &result["locations"][0]["physicalLocation"];
    assert!(place_of["artifactLocation"]["uri"].as_str().unwrap().ends_with("my%20note.txt"));
    let region = &place_of["region"];
    assert_eq!((&region["startLine"], &region["startColumn"]), (&3.into(), &12.into()));
    assert!(region["endColumn"].as_u64() > region["startColumn"].as_u64());
    assert!(!result["message"]["text"].as_str().unwrap().is_empty());
    assert_eq!(sarif_faults("log", &sarif), Vec::<String>::new());
    let mut wrong = sarif.clone();
    wrong["runs"][0]["results"][0]["region"] = Value::Null;
    wrong["runs"][0]["tool"]["driver"].as_object_mut().unwrap().remove("name");
    assert_eq!(sarif_faults("log", &wrong).len(), 2, "the control: {:?}", sarif_faults("log", &wrong));
}

/// An object: its name here, what it must have, what it may have.
type Object = (&'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

/// What an object of the SARIF 2.1.0 schema must have, and what of the rest we write: the schema allows no other names.
/// Each name says what it holds: an object or a list of objects of this table, or a kind of value.
const SARIF: &[Object] = &[
    ("log", &["version", "runs"], &[("$schema", "string"), ("version", "string"), ("runs", "run")]),
    (
        "run",
        &["tool"],
        &[("tool", "tool"), ("results", "result"), ("columnKind", "string"), ("invocations", "invocation")],
    ),
    (
        "invocation",
        &["executionSuccessful"],
        &[("executionSuccessful", "bool"), ("toolExecutionNotifications", "notification")],
    ),
    ("notification", &["message"], &[("level", "level"), ("message", "text"), ("locations", "location")]),
    ("tool", &["driver"], &[("driver", "driver")]),
    ("driver", &["name"], &[("name", "string"), ("version", "string"), ("rules", "rule")]),
    (
        "rule",
        &["id"],
        &[
            ("id", "string"),
            ("name", "string"),
            ("shortDescription", "text"),
            ("fullDescription", "text"),
            ("help", "text"),
            ("defaultConfiguration", "configuration"),
        ],
    ),
    ("text", &["text"], &[("text", "string")]),
    ("configuration", &[], &[("level", "level")]),
    (
        "result",
        &["message"],
        &[
            ("ruleId", "string"),
            ("level", "level"),
            ("message", "text"),
            ("locations", "location"),
            ("partialFingerprints", "strings"),
        ],
    ),
    ("location", &[], &[("physicalLocation", "physical")]),
    ("physical", &[], &[("artifactLocation", "artifact"), ("region", "region")]),
    ("artifact", &[], &[("uri", "string")]),
    (
        "region",
        &[],
        &[
            ("startLine", "place"),
            ("startColumn", "place"),
            ("endLine", "place"),
            ("endColumn", "place"),
            ("snippet", "text"),
        ],
    ),
];

/// Where a value does not have the form of the schema.
pub(crate) fn sarif_faults(kind: &str, value: &Value) -> Vec<String> {
    let simple = match kind {
        "string" => Some(value.is_string()),
        "bool" => Some(value.is_boolean()),
        "level" => Some(matches!(value.as_str(), Some("none" | "note" | "warning" | "error"))),
        "place" => Some(value.as_u64().is_some_and(|n| n > 0)),
        "strings" => Some(value.as_object().is_some_and(|o| o.values().all(Value::is_string))),
        _ => None,
    };
    if let Some(right) = simple {
        return if right { Vec::new() } else { vec![format!("{value} is no {kind}")] };
    }
    if let Some(list) = value.as_array() {
        return list.iter().flat_map(|item| sarif_faults(kind, item)).collect();
    }
    let (_, needed, known) = SARIF.iter().find(|(name, ..)| *name == kind).unwrap();
    let Some(object) = value.as_object() else { return vec![format!("{value} is no {kind}")] };
    let missing = needed.iter().filter(|n| !object.contains_key(**n)).map(|n| format!("a {kind} without {n}"));
    let inside = object.iter().flat_map(|(name, value)| match known.iter().find(|(n, _)| n == name) {
        Some((_, kind)) => sarif_faults(kind, value),
        None => vec![format!("a {kind} with {name}")],
    });
    missing.chain(inside).collect()
}

#[test]
fn lines_give_the_same_bytes_on_one_and_two_threads_and_bad_lines_are_answered() {
    let place = Place::empty();
    let mut lines = String::new();
    for n in 0..200 {
        lines.push_str(&format!(
            "{{\"id\":{n},\"text\":\"Anna failed to protect Tom.\",\"people\":{}}}\n",
            PEOPLE.replace('\n', "")
        ));
    }
    let one = place.run_with(&["check", "--jsonl", "--threads", "1"], &lines);
    let two = place.run_with(&["check", "--jsonl", "--threads", "2"], &lines);
    assert_eq!(one.status.code(), Some(0), "{}", err(&one));
    assert_eq!(one.stdout, two.stdout);
    let ids: Vec<u64> =
        out(&one).lines().map(|l| serde_json::from_str::<Value>(l).unwrap()["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..200).collect::<Vec<_>>(), "in order");
    let bad = place.run_with(
        &["check", "--jsonl"],
        "{\"id\":7}\nno json\n\n{\"id\":8,\"text\":\"\",\"people\":[{}]}\n{\"id\":9,\"text\":\"ok\"}\n",
    );
    let answers: Vec<Value> = out(&bad).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(bad.status.code(), Some(1));
    assert_eq!(answers.len(), 4);
    assert!(answers[0]["error"].as_str().unwrap().contains("text") && answers[0]["id"] == 7);
    assert!(answers[1]["error"].as_str().unwrap().contains("JSON"));
    assert!(answers[2]["error"].as_str().unwrap().contains("name"), "{}", answers[2]);
    assert!(answers[3]["findings"].as_array().unwrap().is_empty());
}

#[test]
fn word_files_are_read_and_bombs_and_others_refused() {
    let (place, people, _) = prepared();
    let path = place.folder.path().join("report.docx");
    std::fs::write(
        &path,
        docx("<w:p><w:r><w:t>Anna failed to protect </w:t></w:r><w:r><w:t>Tom.</w:t></w:r></w:p>"),
    )
    .unwrap();
    let done = place.run(&["check", &path.display().to_string(), "--people", &people]);
    assert!(out(&done).contains("RSP101"), "{}{}", out(&done), err(&done));
    std::fs::write(&path, docx(&" ".repeat(65 << 20))).unwrap();
    let bomb = place.run(&["check", &path.display().to_string()]);
    assert_eq!(bomb.status.code(), Some(3));
    assert!(err(&bomb).contains("64 MB"), "{}", err(&bomb));
    let pdf = place.write("a.pdf", "%PDF-1.4 …");
    let done = place.run(&["check", &pdf]);
    assert_eq!((done.status.code(), err(&done).contains("Save it as")), (Some(3), true), "{}", err(&done));
}

#[test]
fn bad_days_end_in_an_answer() {
    let (place, people, _) = prepared();
    let run = |name: &str, bytes: &[u8]| {
        let path = place.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        place.run(&["check", &path.display().to_string(), "--people", &people])
    };
    assert!(out(&run("empty.txt", b"")).contains("nothing found"));
    let broken = run("broken.txt", b"Anna failed to protect Tom \xff\xfe twice.");
    assert!(out(&broken).contains("RSP101") && err(&broken).contains("not UTF-8"), "{}", err(&broken));
    let rtl = run("rtl.txt", "שלום 😀 Anna failed to protect Tom. \u{202e}x".as_bytes());
    assert!(out(&rtl).contains(":1:13: error RSP101"), "{}", out(&rtl));
    let polish =
        run("pl.txt", "Matka dziecka zgłosiła, że ojciec nie jest w domu i nie wie, czy wróci do niej.".as_bytes());
    assert!(out(&polish).contains("Only English is read"), "{}", out(&polish));
    let long = "The bus was late. ".repeat(400_000) + "Anna failed to protect Tom.";
    let done = run("long.txt", long.as_bytes());
    let column = long.len() - "failed to protect Tom.".len() + 1;
    assert!(out(&done).contains(&format!(":1:{column}: error RSP101")), "{}", out(&done));
    let missing = place.run(&["check", "nowhere.txt"]);
    assert_eq!((missing.status.code(), err(&missing).contains("cannot be read")), (Some(4), true));
    let people = place.write("wrong.json", "[{\"name\": 3}]");
    let wrong = place.run(&["check", "--people", &people]);
    assert_eq!((wrong.status.code(), err(&wrong).contains("role")), (Some(2), true), "{}", err(&wrong));
}

#[test]
fn a_pack_adds_and_silences_and_a_wrong_one_says_file_line_and_how_to_mend_it() {
    let (place, people, note) = prepared();
    let pack = place.write(
        "pack.toml",
        "allow = [\"Reducing Parental Conflict\"]\n[levels]\nRSP101 = \"off\"\n\n[[term]]\nterm = \"visit on Monday\"\nfamily = \"minimising\"\nmessage = \"Say what happened.\"\n",
    );
    let done = place.run(&["check", &note, "--people", &people, "--pack", &pack]);
    assert!(out(&done).contains("TERM001") && !out(&done).contains("RSP101"), "{}{}", out(&done), err(&done));
    let wrong = place.write(
        "wrong.toml",
        "[[rule]]\nid = \"TEAM1\"\nname = \"x\"\nfamily = \"minimising\"\nwhat = \"x\"\npatterns = [\n  \"( open\",\n]\nbad = [\"a\",\"b\",\"c\",\"d\"]\ngood = [\"a\",\"b\",\"c\"]\n",
    );
    let done = place.run(&["check", &note, "--pack", &wrong]);
    assert_eq!(done.status.code(), Some(2));
    assert!(err(&done).contains("wrong.toml:7:") && err(&done).contains("closing bracket"), "{}", err(&done));
    assert!(err(&done).contains("at least four"), "{}", err(&done));
    let typo = place.write("typo.toml", "alow = []\n");
    assert!(err(&place.run(&["check", &note, "--pack", &typo])).contains("alow"), "an unknown key is named");
}

#[test]
fn explain_shows_the_frames_and_the_court_profile_allows_alleges() {
    let place = Place::empty();
    let people = place.write("people.json", PEOPLE);
    let note =
        place.write("n.txt", "Anna alleges that Mark took the money. Mark says that Anna failed to protect Tom.\n");
    let done = place.run(&["check", &note, "--people", &people, "--explain"]);
    assert!(out(&done).contains("«Anna» survivor (Anna Ward)"), "{}", out(&done));
    assert!(out(&done).contains("words that somebody in the family is said to have said"), "{}", out(&done));
    assert!(out(&done).contains("DIS101"));
    let court = place.run(&["check", &note, "--people", &people, "--profile", "court"]);
    assert!(!out(&court).contains("DIS101"), "{}", out(&court));
}

#[test]
fn every_rule_has_a_page() {
    let place = Place::empty();
    let list = out(&place.run(&["rules"]));
    assert!(list.lines().count() >= 35);
    for line in list.lines() {
        let id = line.split_whitespace().next().unwrap();
        let page = out(&place.run(&["rules", id]));
        for head in ["What it marks:", "Why it matters:", "Ask:", "How to pivot:", "Marked:", "Not marked:"] {
            assert!(page.contains(head), "{id} misses {head}");
        }
    }
    let done = place.run(&["rules", "NOPE1"]);
    assert_eq!((done.status.code(), err(&done).contains("holdfast rules")), (Some(2), true));
}
