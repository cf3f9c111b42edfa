//! Findings written out as they come: with source lines and carets, or as elements of a JSON or SARIF list.

use super::joined::{join, shift};
use super::{Part, is_text, sarif};
use crate::cli::CheckFormat;
use crate::commands::out;
use crate::exit::Failure;
use language::{Finding, Level, Report, Span};
use serde_json::{Value, json};

/// Where a place is: line and column in characters, both from one.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub(super) line: usize,
    pub(super) column: usize,
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
    report: Option<Report>,
    /// Elements of the list that have been written: files of JSON, results of SARIF.
    written: usize,
    /// What could not be read or was not checked, for SARIF.
    unread: Vec<Unread>,
}

/// A text, or a part of one, that nothing is known about: never silent, because it is no all-clear.
struct Unread {
    name: String,
    why: String,
    /// Nothing of the file could be read.
    refused: bool,
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
            report: None,
            written: 0,
            unread: Vec::new(),
        }
    }

    /// Opens the list.
    pub(super) fn start(&self) -> Result<(), Failure> {
        match self.format {
            CheckFormat::Text => Ok(()),
            CheckFormat::Json => out("["),
            CheckFormat::Sarif => out(&sarif::parts()?.0),
        }
    }

    /// A file that could not be read.
    pub(super) fn refused(&mut self, name: &str, why: &str) -> Result<(), Failure> {
        self.close()?;
        if matches!(self.format, CheckFormat::Json) {
            self.element(&json!({ "file": name, "error": why }), "")?;
        }
        self.unread.push(Unread { name: name.to_owned(), why: why.to_owned(), refused: true });
        Ok(())
    }

    /// Whether something was read and not checked.
    pub(super) fn skipped(&self) -> bool {
        self.unread.iter().any(|unread| !unread.refused)
    }

    /// Writes an element of the list at once: what was found is never gathered over many files.
    fn element(&mut self, value: &Value, indent: &str) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value).map_err(Failure::failed)?;
        let text = text.replace('\n', &format!("\n{indent}  "));
        let comma = if self.written == 0 { "" } else { "," };
        self.written += 1;
        out(&format!("{comma}\n{indent}  {text}"))
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
        if super::is_unread(&report) {
            let why = report.notes.join(" ");
            if !self.unread.iter().any(|known| known.name == self.name && known.why == why) {
                self.unread.push(Unread { name: self.name.clone(), why, refused: false });
            }
        }
        if is_text(self.format) {
            out(&plain(&self.name, part, &report, &places))?;
        }
        if matches!(self.format, CheckFormat::Sarif) {
            for (f, at) in report.findings.iter().zip(&places) {
                self.element(&sarif::result(&self.name, f, *at), sarif::INDENT)?;
            }
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
            CheckFormat::Json => self.element(&json!({ "file": self.name, "report": report }), "")?,
            _ => {}
        }
        Ok(())
    }

    /// Writes what was gathered; whether anything was found.
    pub(super) fn end(mut self) -> Result<bool, Failure> {
        self.close()?;
        // an empty list is closed where it was opened
        let end = |indent: &str| if self.written == 0 { String::new() } else { format!("\n{indent}") };
        match self.format {
            CheckFormat::Text => {}
            CheckFormat::Json => out(&format!("{}]\n", end("")))?,
            CheckFormat::Sarif => {
                let said = self.unread.iter().map(|u| sarif::notification(&u.name, &u.why, u.refused)).collect();
                let last = sarif::parts()?.1.replace(sarif::SAID, &sarif::said(said)?);
                out(&format!("{}{last}\n", end(sarif::INDENT)))?;
            }
        }
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

pub(super) fn level(level: Level) -> &'static str {
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
