//! Findings written out: with source lines and carets at once, or gathered for JSON and SARIF.

use super::{Part, is_text};
use crate::cli::CheckFormat;
use crate::commands::out;
use crate::exit::Failure;
use language::{Finding, Level, Report, Span};
use serde_json::{Value, json};

/// Where a place is: line and column in characters, both from one.
#[derive(Clone, Copy, Debug)]
struct At {
    line: usize,
    column: usize,
}

/// Writes the findings of all files.
pub(super) struct Writer {
    format: CheckFormat,
    name: String,
    /// Where the next part starts: line, column, bytes, characters, UTF-16 units.
    start: At,
    bytes: usize,
    chars: usize,
    units: usize,
    any: bool,
    here: bool,
    files: Vec<Value>,
    report: Option<Report>,
    results: Vec<Value>,
}

impl Writer {
    pub(super) fn new(format: CheckFormat) -> Self {
        Self {
            format,
            name: String::new(),
            start: At { line: 1, column: 1 },
            bytes: 0,
            chars: 0,
            units: 0,
            any: false,
            here: false,
            files: Vec::new(),
            report: None,
            results: Vec::new(),
        }
    }

    /// A new file begins.
    pub(super) fn file(&mut self, name: &str) -> Result<(), Failure> {
        self.close()?;
        name.clone_into(&mut self.name);
        (self.start, self.bytes, self.chars, self.units) = (At { line: 1, column: 1 }, 0, 0, 0);
        self.here = false;
        self.report = Some(Report::default());
        Ok(())
    }

    /// A part of it has been checked.
    pub(super) fn part(&mut self, part: &Part, mut report: Report) -> Result<(), Failure> {
        let places = places(&part.text, &report.findings, self.start);
        self.any |= !report.findings.is_empty();
        self.here |= !report.findings.is_empty() || !report.notes.is_empty();
        if is_text(self.format) {
            out(&plain(&self.name, part, &report, &places))?;
        }
        if matches!(self.format, CheckFormat::Sarif) {
            let results = report.findings.iter().zip(&places).map(|(f, at)| result(&self.name, f, *at));
            self.results.extend(results);
        }
        if matches!(self.format, CheckFormat::Json) {
            shift(&mut report, self.bytes, self.chars, self.units);
            if let Some(all) = &mut self.report {
                join(all, report);
            }
        }
        for c in part.text.chars() {
            self.chars += 1;
            self.units += c.len_utf16();
            if c == '\n' {
                self.start = At { line: self.start.line + 1, column: 1 };
            } else {
                self.start.column += 1;
            }
        }
        self.bytes += part.text.len();
        Ok(())
    }

    fn close(&mut self) -> Result<(), Failure> {
        let Some(report) = self.report.take() else { return Ok(()) };
        match self.format {
            CheckFormat::Text if !self.here => {
                out(&format!("{}: nothing found. This cannot see what was never written down.\n", self.name))?;
            }
            CheckFormat::Json => self.files.push(json!({ "file": self.name, "report": report })),
            _ => {}
        }
        Ok(())
    }

    /// Writes what was gathered; whether anything was found.
    pub(super) fn end(mut self) -> Result<bool, Failure> {
        self.close()?;
        let all = match self.format {
            CheckFormat::Text => return Ok(self.any),
            CheckFormat::Json => Value::Array(self.files),
            CheckFormat::Sarif => sarif(self.results),
        };
        out(&format!("{}\n", serde_json::to_string_pretty(&all).map_err(Failure::failed)?))?;
        Ok(self.any)
    }
}

/// Start and end of each finding, in one pass over the text.
fn places(text: &str, findings: &[Finding], start: At) -> Vec<(At, At)> {
    let mut marks: Vec<usize> = findings.iter().flat_map(|f| [f.span.byte_start, f.span.byte_end]).collect();
    marks.sort_unstable();
    marks.dedup();
    let mut at = start;
    let mut byte = 0;
    let mut known = Vec::with_capacity(marks.len());
    for mark in &marks {
        for c in text.get(byte..*mark).unwrap_or("").chars() {
            at = if c == '\n' { At { line: at.line + 1, column: 1 } } else { At { column: at.column + 1, ..at } };
        }
        byte = *mark;
        known.push(at);
    }
    let find = |b: usize| marks.binary_search(&b).ok().and_then(|n| known.get(n)).copied().unwrap_or(start);
    findings.iter().map(|f| (find(f.span.byte_start), find(f.span.byte_end))).collect()
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    }
}

/// A window of the line round a place, so that a note typed as one long line stays readable; and the place in it.
fn window(text: &str, span: &Span) -> (String, usize) {
    let before: Vec<char> =
        text.get(..span.byte_start).unwrap_or("").chars().rev().take(40).take_while(|c| *c != '\n').collect();
    let after = text.get(span.byte_start..).unwrap_or("").chars().take(90).take_while(|c| *c != '\n' && *c != '\r');
    let visible = |c: char| if c == '\t' { ' ' } else { c };
    let indent = before.len();
    (before.into_iter().rev().chain(after).map(visible).collect(), indent)
}

fn plain(name: &str, part: &Part, report: &Report, places: &[(At, At)]) -> String {
    let mut all = String::new();
    for note in &report.notes {
        all.push_str(&format!("{name}: {note}\n"));
    }
    for (f, (at, _)) in report.findings.iter().zip(places) {
        let (shown, indent) = window(&part.text, &f.span);
        let first_line = f.quote.lines().next().unwrap_or("");
        let carets = "^".repeat(first_line.chars().count().clamp(1, 90));
        all.push_str(&format!(
            "{name}:{}:{}: {} {} {}\n    {shown}\n    {}{carets}\n    {} {}\n",
            at.line,
            at.column,
            level(f.level),
            f.rule,
            f.name,
            " ".repeat(indent),
            f.what,
            f.why
        ));
        if !f.who.is_empty() {
            all.push_str(&format!("    {}\n", f.who));
        }
        for (head, line) in [("Ask", &f.ask), ("Try", &f.rewrite)] {
            if !line.is_empty() {
                all.push_str(&format!("    {head}: {line}\n"));
            }
        }
        all.push('\n');
    }
    for d in &report.document {
        all.push_str(&format!("{name}: {} {} {}\n\n", d.rule, d.message, d.ask));
    }
    for b in &report.behaviours {
        all.push_str(&format!("{name}: for the map: {}: {}\n", b.actor, b.act));
    }
    for e in &report.efforts {
        all.push_str(&format!("{name}: an effort: {}: {}\n", e.actor, e.act));
    }
    for line in &report.trace {
        all.push_str(&format!("{name}: {line}\n"));
    }
    all
}

fn result(name: &str, f: &Finding, (at, end): (At, At)) -> Value {
    json!({
        "ruleId": f.rule,
        "level": level(f.level),
        "message": { "text": format!("{} {} {}", f.what, f.why, f.ask).trim() },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(name) },
            "region": { "startLine": at.line, "startColumn": at.column, "endLine": end.line, "endColumn": end.column,
                "snippet": { "text": f.quote } },
        } }],
        "partialFingerprints": { "sentence/v1": f.sentence },
    })
}

/// A file name as a relative or absolute URI.
fn uri(name: &str) -> String {
    let mut out = String::new();
    for b in name.replace('\\', "/").bytes() {
        if b.is_ascii_alphanumeric() || matches!(b, b'/' | b'.' | b'-' | b'_' | b'~') {
            out.push(char::from(b));
        } else {
            out.push_str(&format!("%{b:02X}"));
        }
    }
    out
}

fn sarif(results: Vec<Value>) -> Value {
    let rules: Vec<Value> = language::pages()
        .iter()
        .map(|p| {
            json!({
                "id": p.id,
                "name": p.name,
                "shortDescription": { "text": p.name },
                "fullDescription": { "text": p.what },
                "help": { "text": format!("{} {}", p.why, p.ask) },
                "defaultConfiguration": { "level": level(p.level) },
            })
        })
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

/// Moves all places of a part to where the part lies in the text.
fn shift(report: &mut Report, bytes: usize, chars: usize, units: usize) {
    let spans = report
        .findings
        .iter_mut()
        .flat_map(|f| [&mut f.span, &mut f.sentence_span])
        .chain(report.behaviours.iter_mut().flat_map(|b| [&mut b.span, &mut b.sentence_span]))
        .chain(report.efforts.iter_mut().flat_map(|e| [&mut e.span, &mut e.sentence_span]))
        .chain(report.questions.iter_mut().flat_map(|q| [&mut q.span, &mut q.sentence_span]))
        .chain(report.noticed.iter_mut().map(|n| &mut n.span))
        .chain(report.document.iter_mut().flat_map(|d| d.places.iter_mut()));
    for s in spans {
        (s.byte_start, s.byte_end) = (s.byte_start + bytes, s.byte_end + bytes);
        (s.start, s.end) = (s.start + chars, s.end + chars);
        (s.utf16_start, s.utf16_end) = (s.utf16_start + units, s.utf16_end + units);
    }
}

/// Adds the report of a part to that of its text.
fn join(all: &mut Report, part: Report) {
    all.findings.extend(part.findings);
    all.behaviours.extend(part.behaviours);
    all.efforts.extend(part.efforts);
    all.questions.extend(part.questions);
    all.noticed.extend(part.noticed);
    all.document.extend(part.document);
    all.trace.extend(part.trace);
    for note in part.notes {
        if !all.notes.contains(&note) {
            all.notes.push(note);
        }
    }
    let (a, b) = (&mut all.visibility, part.visibility);
    a.sentences += b.sentences;
    a.perpetrator_acts += b.perpetrator_acts;
    a.survivor_acts += b.survivor_acts;
    a.child_acts += b.child_acts;
    a.doer_missing += b.doer_missing;
    a.efforts += b.efforts;
}
