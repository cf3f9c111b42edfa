//! The report of a text put together from those of its parts.

use language::Report;

/// Moves all places of a part to where the part lies in the text.
pub(super) fn shift(report: &mut Report, bytes: usize, chars: usize, units: usize) {
    for s in report.spans_mut() {
        (s.byte_start, s.byte_end) = (s.byte_start + bytes, s.byte_end + bytes);
        (s.start, s.end) = (s.start + chars, s.end + chars);
        (s.utf16_start, s.utf16_end) = (s.utf16_start + units, s.utf16_end + units);
    }
}

/// Adds the report of a part to that of its text.
pub(super) fn join(all: &mut Report, part: Report) {
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
