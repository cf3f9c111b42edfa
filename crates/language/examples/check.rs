//! Reads `{"id","text","people"}` lines on standard input and writes findings and behaviours, one line each.
#![expect(clippy::print_stdout, reason = "the result goes to standard output")]

use std::io::{BufRead as _, Read as _};

use language::{Cast, Config, Person, analyse};

fn main() {
    let faults = language::Rules::faults();
    if !faults.is_empty() {
        for fault in faults {
            eprintln!("{fault}");
        }
        std::process::exit(4);
    }
    let text_mode = std::env::args().any(|a| a == "--text");
    if text_mode {
        let mut text = String::new();
        let _ = std::io::stdin().read_to_string(&mut text);
        let report = analyse(&text, &Cast::default(), &Config::default());
        for f in &report.findings {
            println!("{} {} «{}»", f.rule, f.family, f.quote);
        }
        println!("{} findings, {} words", report.findings.len(), text.split_whitespace().count());
        return;
    }
    let explain = std::env::args().any(|a| a == "--explain");
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        if line.trim().is_empty() {
            continue;
        }
        println!("{}", answer(&line, explain));
    }
}

fn answer(line: &str, explain: bool) -> serde_json::Value {
    let value: serde_json::Value = match serde_json::from_str(line) {
        Ok(v) => v,
        Err(e) => return serde_json::json!({ "error": e.to_string() }),
    };
    let id = value.get("id").cloned().unwrap_or_default();
    let text = value.get("text").and_then(|t| t.as_str()).unwrap_or("");
    let people: Vec<Person> =
        value.get("people").cloned().and_then(|p| serde_json::from_value(p).ok()).unwrap_or_default();
    let report = analyse(text, &Cast { people }, &Config { explain, ..Config::default() });
    for line in &report.trace {
        eprintln!("{line}");
    }
    serde_json::json!({ "id": id, "findings": report.findings, "behaviours": report.behaviours })
}
