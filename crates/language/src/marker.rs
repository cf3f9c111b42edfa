//! Comments in Markdown that keep a finding: `<!-- holdfast: allow RSP101 the court's own words -->`.
//!
//! A comment speaks for the paragraph in which it stands; where it stands alone, for the next one. It needs a reason, and
//! one that keeps nothing is told, so that none is left behind.

use crate::report::Report;

/// How a comment begins; the second word is that of the first drafts.
const OPENINGS: [&str; 2] = ["holdfast: allow ", "informed: allow "];

/// A comment, with the bytes for which it speaks.
struct Marker<'t> {
    rule: &'t str,
    reason: &'t str,
    /// The comment itself.
    own: (usize, usize),
    scope: (usize, usize),
}

/// The paragraph round a place.
fn paragraph(text: &str, at: usize) -> (usize, usize) {
    let blank = |part: &str| part.find("\n\n").into_iter().chain(part.find("\r\n\r\n")).min();
    let before = text.get(..at).unwrap_or("");
    let start =
        before.rfind("\n\n").map(|n| n + 2).into_iter().chain(before.rfind("\r\n\r\n").map(|n| n + 4)).max();
    let end = text.get(at..).and_then(blank).map_or(text.len(), |n| at + n);
    (start.unwrap_or(0), end)
}

fn markers(text: &str) -> Vec<Marker<'_>> {
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(open) = text.get(from..).and_then(|rest| rest.find("<!--")).map(|n| from + n) {
        let inside = text.get(open + 4..).unwrap_or("");
        let Some(length) = inside.find("-->") else { break };
        let end = open + 4 + length + 3;
        from = end;
        let words = inside.get(..length).unwrap_or("").trim();
        let Some(rest) = OPENINGS.iter().find_map(|o| words.strip_prefix(o)) else { continue };
        let (rule, reason) = rest.trim().split_once(char::is_whitespace).unwrap_or((rest.trim(), ""));
        let (start, stop) = paragraph(text, open);
        let alone = text.get(start..open).unwrap_or("").trim().is_empty()
            && text.get(end..stop).is_none_or(|after| after.trim().is_empty());
        let next = text.get(stop..).and_then(|t| t.find(|c: char| !c.is_whitespace())).map(|n| stop + n);
        let scope = match next.filter(|_| alone) {
            Some(next) => (open, paragraph(text, next).1),
            None => (start, stop),
        };
        all.push(Marker { rule, reason: reason.trim(), own: (open, end), scope });
    }
    all
}

/// Takes out what the comments of a text keep, and says which of them keep nothing.
pub(crate) fn keep(text: &str, report: &mut Report) {
    for marker in markers(text) {
        let within = |f: &crate::report::Finding, (start, end): (usize, usize)| {
            f.span.byte_start >= start && f.span.byte_end <= end
        };
        report.findings.retain(|f| !within(f, marker.own));
        if marker.reason.is_empty() {
            report.notes.push(format!(
                "A comment allows {} without a reason, so it does nothing: write why after the rule.",
                marker.rule
            ));
            continue;
        }
        let before = report.findings.len();
        report.findings.retain(|f| f.rule != marker.rule || !within(f, marker.scope));
        if report.findings.len() == before {
            report.notes.push(format!("A comment allows {} where it finds nothing: take it out.", marker.rule));
        }
    }
}
