//! `holdfast check`: wording findings as text, JSON, SARIF, or line by line for a batch. Nothing leaves the machine.

use super::out;
use crate::cli::{Check, CheckFormat};
use crate::exit::{Exit, Failure};
use language::{Cast, Config, Finding, Level, Person, Report, analyse};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;

/// Checks files, or standard input.
pub(crate) fn run(args: &Check) -> Result<Exit, Failure> {
    if args.jsonl {
        return lines(args);
    }
    let cast = match &args.people {
        Some(path) => people(path)?,
        None => Cast::default(),
    };
    let mut found = Vec::new();
    if args.files.is_empty() {
        found.push(one("standard input", &stdin()?, &cast));
    }
    for path in &args.files {
        let name = path.display().to_string();
        let bytes = if name == "-" {
            stdin()?
        } else {
            std::fs::read(path).map_err(|e| Failure::failed(format!("{name} cannot be read: {e}")))?
        };
        if bytes.starts_with(b"PK\x03\x04") {
            return Err(Failure::refused(format!(
                "{name} is a Word or zip file. Save it as plain text (.txt) and check that"
            )));
        }
        found.push(one(&name, &bytes, &cast));
    }
    let any = found.iter().any(|(_, _, report)| !report.findings.is_empty());
    let text = match args.format {
        CheckFormat::Text => found.iter().map(|(name, text, report)| plain(name, text, report)).collect(),
        CheckFormat::Json => {
            let all: Vec<Value> =
                found.iter().map(|(name, _, report)| json!({ "file": name, "report": report })).collect();
            format!("{}\n", serde_json::to_string_pretty(&all).map_err(Failure::failed)?)
        }
        CheckFormat::Sarif => {
            format!("{}\n", serde_json::to_string_pretty(&sarif(&found)).map_err(Failure::failed)?)
        }
    };
    out(&text)?;
    Ok(if any { Exit::Findings } else { Exit::Fine })
}

fn stdin() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(Failure::failed)?;
    Ok(bytes)
}

fn people(path: &Path) -> Result<Cast, Failure> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|e| Failure::failed(format!("{name} cannot be read: {e}")))?;
    let value: Value =
        serde_json::from_str(&text).map_err(|e| Failure::usage(format!("{name} is not JSON: {e}")))?;
    let list = value.get("people").cloned().unwrap_or(value);
    let people: Vec<Person> = serde_json::from_value(list).map_err(|e| {
        Failure::usage(format!("{name}: {e}. Write [{{\"name\": \"…\", \"aliases\": [], \"role\": \"survivor\"}}]"))
    })?;
    Ok(Cast { people })
}

/// Text that is not UTF-8 is read with the broken letters replaced, and the reader is told.
fn one(name: &str, bytes: &[u8], cast: &Cast) -> (String, String, Report) {
    let text = String::from_utf8_lossy(bytes);
    if text.contains('\u{fffd}') {
        eprintln!("holdfast: {name} has letters that are not UTF-8; they are shown as \u{fffd}");
    }
    let report = analyse(&text, cast, &Config::default());
    (name.to_owned(), text.into_owned(), report)
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    }
}

/// Line and column (in characters) of a byte, both from one, with the line's own text.
fn place(text: &str, byte: usize) -> (usize, usize, &str) {
    let before = text.get(..byte).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |n| n + 1);
    let line = text.get(start..).unwrap_or("").lines().next().unwrap_or("");
    (before.matches('\n').count() + 1, before.get(start..).unwrap_or("").chars().count() + 1, line)
}

fn plain(name: &str, text: &str, report: &Report) -> String {
    let mut all = String::new();
    for note in &report.notes {
        all.push_str(&format!("{name}: {note}\n"));
    }
    for f in &report.findings {
        let (line, column, words) = place(text, f.span.byte_start);
        // a window of the line, so that a note typed as one long line stays readable
        let from = column.saturating_sub(40);
        let shown: String = words.chars().skip(from.saturating_sub(1)).take(110).collect();
        let carets = "^".repeat(f.quote.chars().count().clamp(1, 70));
        let indent = " ".repeat(column - from.max(1));
        all.push_str(&format!(
            "{name}:{line}:{column}: {} {} {}\n    {shown}\n    {indent}{carets}\n    {} {}\n    Ask: {}\n    Try: {}\n\n",
            level(f.level),
            f.rule,
            f.name,
            f.what,
            f.why,
            f.ask,
            f.rewrite
        ));
    }
    for d in &report.document {
        all.push_str(&format!("{name}: {} {} {}\n\n", d.rule, d.message, d.ask));
    }
    for b in &report.behaviours {
        all.push_str(&format!("{name}: for the map: {} — {}\n", b.actor, b.act));
    }
    if report.findings.is_empty() && report.notes.is_empty() {
        all.push_str(&format!("{name}: nothing found. This cannot see what was never written down.\n"));
    }
    all
}

fn sarif(found: &[(String, String, Report)]) -> Value {
    let rules: Vec<Value> = language::pages()
        .iter()
        .map(|p| {
            json!({
                "id": p.id,
                "name": p.name,
                "shortDescription": { "text": p.name },
                "fullDescription": { "text": p.what },
                "help": { "text": format!("{} {}", p.why, p.ask) },
            })
        })
        .collect();
    let result = |name: &str, text: &str, f: &Finding| {
        let (line, column, _) = place(text, f.span.byte_start);
        let (end_line, end_column, _) = place(text, f.span.byte_end);
        json!({
            "ruleId": f.rule,
            "level": level(f.level),
            "message": { "text": format!("{} {} {}", f.what, f.why, f.ask) },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": name.replace('\\', "/").replace(' ', "%20") },
                "region": { "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column },
            } }],
        })
    };
    let results: Vec<Value> = found
        .iter()
        .flat_map(|(name, text, report)| report.findings.iter().map(move |f| result(name, text, f)))
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "holdfast", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// One JSON object a line in, one a line out, in order and in constant memory.
fn lines(args: &Check) -> Result<Exit, Failure> {
    let mut bad = false;
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    let mut each = |input: &mut dyn BufRead| -> Result<bool, Failure> {
        let mut line = Vec::new();
        loop {
            line.clear();
            if input.read_until(b'\n', &mut line).map_err(Failure::failed)? == 0 {
                return Ok(true);
            }
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let (answer, fine) = answer(&line);
            bad |= !fine;
            match writeln!(output, "{answer}") {
                Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => return Ok(false),
                other => other.map_err(Failure::failed)?,
            }
        }
    };
    if args.files.is_empty() {
        each(&mut std::io::stdin().lock())?;
    }
    for path in &args.files {
        let file = std::fs::File::open(path)
            .map_err(|e| Failure::failed(format!("{} cannot be read: {e}", path.display())))?;
        if !each(&mut BufReader::new(file))? {
            break;
        }
    }
    match output.flush() {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => return Err(Failure::failed(e)),
        _ => {}
    }
    Ok(if bad { Exit::Findings } else { Exit::Fine })
}

fn answer(line: &[u8]) -> (Value, bool) {
    let refuse = |id: Option<&Value>, error: String| match id {
        Some(id) => (json!({ "id": id, "error": error }), false),
        None => (json!({ "error": error }), false),
    };
    let value: Value = match serde_json::from_slice(line) {
        Ok(value) => value,
        Err(e) => return refuse(None, format!("not a line of JSON: {e}")),
    };
    let id = value.get("id");
    let Some(text) = value.get("text").and_then(Value::as_str) else {
        return refuse(id, "«text» is missing or is not text".to_owned());
    };
    let people = match value.get("people").cloned().map_or(Ok(Vec::new()), serde_json::from_value::<Vec<Person>>) {
        Ok(people) => people,
        Err(e) => return refuse(id, format!("«people»: {e}")),
    };
    let report = analyse(text, &Cast { people }, &Config::default());
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|f| {
            json!({ "family": f.family, "rule": f.rule, "start": f.span.start, "end": f.span.end, "quote": f.quote,
                "what": f.what, "why": f.why, "ask": f.ask, "rewrite": f.rewrite })
        })
        .collect();
    let behaviours: Vec<Value> = report
        .behaviours
        .iter()
        .map(|b| {
            json!({ "actor": b.actor, "act": b.act, "targets": b.targets, "category": b.category,
                "start": b.span.start, "end": b.span.end })
        })
        .collect();
    let mut answer = json!({ "id": id, "findings": findings, "behaviours": behaviours });
    if !report.notes.is_empty()
        && let Some(object) = answer.as_object_mut()
    {
        object.insert("notes".to_owned(), json!(report.notes));
    }
    (answer, true)
}
