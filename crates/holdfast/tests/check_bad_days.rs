//! `check` on bad days: what cannot be read is said and never looks like an all-clear; long texts take no more than their
//! share of time and memory.

use crate::place::{Place, err, out};
use serde_json::Value;
use std::io::Write as _;
use std::process::Stdio;

const PEOPLE: &str = r#"[{"name":"Anna Ward","aliases":["Anna"],"role":"survivor"},
 {"name":"Mark Hale","aliases":["Mark"],"role":"perpetrator"},{"name":"Tom","role":"child"}]"#;
const POLISH: &str = "Matka dziecka zgłosiła, że ojciec nie jest w domu i nie wie, czy wróci do niej.";

fn bytes(place: &Place, name: &str, bytes: &[u8]) -> String {
    let path = place.path(name);
    std::fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

#[test]
fn a_file_that_is_no_text_is_refused_and_not_called_clean() {
    let place = Place::empty();
    for (name, content) in [
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice()),
        ("empty.docx", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
        ("letter.txt", b"{\\rtf1\\ansi Anna failed to protect Tom.}"),
        ("torn.docx", b"PK\x03\x04 no archive"),
    ] {
        let done = place.run(&["check", &bytes(&place, name, content)]);
        assert_eq!(done.status.code(), Some(3), "{name}: {}", err(&done));
        assert!(!out(&done).contains("nothing found") && err(&done).contains(name), "{name}: {}", out(&done));
    }
}

#[test]
fn letters_of_old_programs_are_read_as_the_pages_read_them() {
    let place = Place::empty();
    let people = place.write("people.json", PEOPLE);
    let run =
        |name: &str, content: &[u8]| place.run(&["check", &bytes(&place, name, content), "--people", &people]);
    let windows = run("old.txt", b"Mark hit Anna. Anna\x92s sister knows. Anna failed to protect Tom.");
    assert!(out(&windows).contains("Anna’s sister"), "{}", out(&windows));
    assert!(err(&windows).contains("old.txt is not UTF-8"), "{}", err(&windows));
    let wide: Vec<u8> =
        "\u{feff}Mark hit Anna. Anna failed to protect Tom.\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(out(&run("wide.txt", &wide)).contains(":1:21: error RSP101"));
    // Sound letters beside a damaged one: the text is no older for it.
    let damaged = run("damaged.txt", b"Anna\xe2\x80\x99s caf\xc3\xa9. Anna failed to protect \xff Tom.");
    assert!(err(&damaged).contains("shown as"), "{}", err(&damaged));
    assert!(out(&damaged).contains("Anna’s café"), "{}", out(&damaged));
    // Said once, however many parts a file has.
    let line = b"Anna\x92s bus was late.\n\n".repeat(150_000);
    assert_eq!(err(&run("long.txt", &line)).matches("not UTF-8").count(), 1);
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let place = Place::empty();
    let people = place.write("people.json", PEOPLE);
    let good = place.write("good.txt", "Mark hit Anna. Anna failed to protect Tom.\n");
    let torn = bytes(&place, "torn.docx", b"PK\x03\x04 no archive");
    let run = |format: &str, files: &[&str]| {
        let mut args = vec!["check", "--people", &people, "--format", format];
        args.extend(files);
        place.run(&args)
    };
    let text = run("text", &[&torn, &good]);
    assert_eq!(text.status.code(), Some(3), "{}", err(&text));
    assert!(out(&text).contains("good.txt:1:21: error RSP101") && err(&text).contains("torn.docx"));
    let gone = run("text", &["nowhere.txt", &torn, &good]);
    assert_eq!(gone.status.code(), Some(4), "{}", err(&gone));
    let json: Value = serde_json::from_str(&out(&run("json", &[&torn, &good]))).unwrap();
    assert!(json[0]["error"].as_str().unwrap().contains("damaged"), "{json:#}");
    assert_eq!(json[1]["report"]["findings"][0]["rule"], "RSP101");
    let sarif: Value = serde_json::from_str(&out(&run("sarif", &[&torn, &good]))).unwrap();
    let said = &sarif["runs"][0]["invocations"][0];
    assert_eq!(said["executionSuccessful"], false);
    assert!(said["toolExecutionNotifications"][0]["message"]["text"].as_str().unwrap().contains("damaged"));
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), 1);
    assert_eq!(crate::check::sarif_faults("log", &sarif), Vec::<String>::new());
    // The control: where all was read, nothing is said and it went well.
    let fine: Value = serde_json::from_str(&out(&run("sarif", &[&good]))).unwrap();
    assert_eq!(fine["runs"][0]["invocations"], serde_json::json!([{ "executionSuccessful": true }]));
}

#[test]
fn a_text_in_another_language_is_no_all_clear_for_a_script_either() {
    let place = Place::empty();
    let polish = place.write("pl.txt", POLISH);
    let done = place.run(&["check", &polish]);
    assert_eq!(done.status.code(), Some(3), "{}", out(&done));
    assert!(out(&done).contains("Only English is read") && !out(&done).contains("nothing found"));
    let sarif: Value = serde_json::from_str(&out(&place.run(&["check", &polish, "--format", "sarif"]))).unwrap();
    let run = &sarif["runs"][0];
    assert_eq!(run["results"], serde_json::json!([]));
    let said = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].as_str().unwrap();
    assert!(said.contains("Only English is read"), "{said}");
    assert_eq!(crate::check::sarif_faults("log", &sarif), Vec::<String>::new());
    let clean = place.write("clean.txt", "The bus was late and the school rang.\n");
    assert_eq!(place.run(&["check", &clean]).status.code(), Some(0), "the control");
    for format in ["json", "sarif"] {
        let none = place.run(&["check", &clean, "--format", format]);
        assert!(serde_json::from_str::<Value>(&out(&none)).is_ok(), "{format}: {}", out(&none));
    }
}

#[test]
fn a_word_that_is_no_role_is_told() {
    let place = Place::empty();
    let note = place.write("n.txt", "Anna failed to protect Tom.\n");
    let people = place.write("p.json", r#"[{"name":"Tom","role":"child"},{"name":"Anna","role":"mother"}]"#);
    let done = place.run(&["check", &note, "--people", &people]);
    assert_eq!(done.status.code(), Some(2), "{}", out(&done));
    assert!(err(&done).contains("«mother» of person 2") && err(&done).contains("survivor"), "{}", err(&done));
    let line = r#"{"id":1,"text":"Anna failed to protect Tom.","people":[{"name":"Anna","role":"mother"}]}"#;
    let answer: Value = serde_json::from_str(&out(&place.run_with(&["check", "--jsonl"], line))).unwrap();
    assert!(answer["notes"][0].as_str().unwrap().contains("mother"), "{answer}");
}

#[test]
fn the_page_of_a_rule_and_sarif_have_no_places_for_names() {
    let place = Place::empty();
    let none = |text: &str| assert!(!text.contains("{perpetrator}") && !text.contains("{survivor}"), "{text}");
    for line in out(&place.run(&["rules"])).lines() {
        none(&out(&place.run(&["rules", line.split_whitespace().next().unwrap()])));
    }
    none(&out(&place.run_with(&["check", "--format", "sarif"], "The bus was late.")));
}

/// Peak memory in kB and processor time in ticks, once so many bytes in one line have been taken in. The last part may still
/// be at work: what is measured is at most one part short.
#[cfg(target_os = "linux")]
fn taken(place: &Place, format: &str, said: &str, bytes: usize) -> (u64, u64) {
    let people = place.write("people.json", PEOPLE);
    let mut child = place
        .command(&["check", "-", "--people", &people, "--format", format])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let line = said.repeat(60_000 / said.len());
    let mut input = child.stdin.take().unwrap();
    let mut left = bytes;
    while left > 0 {
        let now = left.min(line.len());
        input.write_all(line.get(..now).unwrap().as_bytes()).unwrap();
        left -= now;
    }
    let proc = |name: &str| std::fs::read_to_string(format!("/proc/{}/{name}", child.id())).unwrap();
    let (status, stat) = (proc("status"), proc("stat"));
    let memory = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    // after the name in brackets: state, then eleven numbers, then time in the program and in the kernel
    let times: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks = |n: usize| times.get(n).unwrap().parse::<u64>().unwrap();
    let spent = ticks(11) + ticks(12);
    child.kill().unwrap();
    child.wait().unwrap();
    (memory.split_whitespace().next().unwrap().parse().unwrap(), spent)
}

#[test]
#[cfg(target_os = "linux")]
fn twenty_megabytes_in_one_line_take_the_memory_of_five_and_four_times_their_work() {
    let place = Place::empty();
    let found = "Anna failed to protect Tom. Mark hit Anna on Monday. ";
    let plain = format!("{found}{}", "The bus was late, and the school rang at noon. ".repeat(40));
    let (five, five_ticks) = taken(&place, "text", &plain, 5_000_000);
    let (twenty, twenty_ticks) = taken(&place, "text", &plain, 20_000_000);
    assert!(twenty < five * 3 / 2, "{twenty} kB for twenty megabytes, {five} kB for five");
    // Four or five parts against one: less than twice as much as that, where work that grows with the square takes thrice.
    assert!(twenty_ticks < five_ticks.max(10) * 9, "{twenty_ticks} ticks, {five_ticks} for five megabytes");
    // The control: JSON holds the report of a file in memory, and the measure sees it.
    let (gathered, _) = taken(&place, "json", found, 9_000_000);
    assert!(gathered > five * 3 / 2, "{gathered} kB gathered, {five} kB in passing");
}
