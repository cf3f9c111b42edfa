//! Places in characters and UTF-16 units, filled in with one pass over the text.

use crate::report::{Report, Span};

/// Fills in character and UTF-16 places in one pass.
pub(crate) fn fill(text: &str, report: &mut Report) {
    let mut spans: Vec<&mut Span> = report.spans_mut().collect();
    let mut marks: Vec<usize> = spans.iter().flat_map(|s| [s.byte_start, s.byte_end]).collect();
    marks.sort_unstable();
    marks.dedup();
    let mut at = Vec::with_capacity(marks.len());
    let (mut byte, mut chars, mut units) = (0, 0, 0);
    for mark in &marks {
        let part = text.get(byte..*mark).unwrap_or("");
        if part.is_ascii() {
            chars += part.len();
            units += part.len();
        } else {
            for c in part.chars() {
                chars += 1;
                units += c.len_utf16();
            }
        }
        byte = *mark;
        at.push((chars, units));
    }
    let find = |b: usize| marks.binary_search(&b).ok().and_then(|n| at.get(n)).copied().unwrap_or_default();
    for span in &mut spans {
        (span.start, span.utf16_start) = find(span.byte_start);
        (span.end, span.utf16_end) = find(span.byte_end);
    }
}
