//! What a writer does with a finding or a suggestion: keep it with a reason, look at it again, set it aside, put its
//! wording into the text. The buttons are part of the note's form, so that all of it works without script; the script
//! sends the same names and values with a saved draft.

use crate::forms::raw::Raw;
use app::{CheckedText, KeepReason, Kept, Marks};

/// The field of findings that are kept.
pub(crate) const KEPT: &str = "wording-kept";
/// The field of suggestions that are set aside.
pub(crate) const ASIDE: &str = "wording-aside";

/// The field of the people and parts that the writing began with.
pub(crate) const CAST: &str = "wording-cast";

/// What a button did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Acted {
    /// No button of the panel was pressed.
    Nothing,
    /// Something was decided; the key of the sentence that says so.
    Said(&'static str),
    /// A finding was to be kept and no reason chosen: the key of the finding.
    NeedsReason(String),
}

/// What was decided about the text so far.
pub(crate) fn marks(raw: &Raw) -> Marks {
    Marks {
        kept: raw.all(KEPT).filter_map(Kept::read).collect(),
        aside: raw.all(ASIDE).map(str::to_owned).collect(),
    }
}

/// Puts what was decided back into the fields.
pub(crate) fn write_marks(raw: &mut Raw, marks: &Marks) {
    raw.remove(KEPT);
    raw.remove(ASIDE);
    for kept in &marks.kept {
        raw.push(KEPT, kept.written());
    }
    for key in &marks.aside {
        raw.push(ASIDE, key.as_str());
    }
}

/// Does what a pressed button says, and takes the button and its fields out.
pub(crate) fn act(raw: &mut Raw, field: &str, checked: &CheckedText) -> Acted {
    let mut marks = marks(raw);
    let pressed = |name: &str| raw.one(name).to_owned();
    let (keep, drop, again, aside, insert) =
        (pressed("keep"), pressed("notrelevant"), pressed("unkeep"), pressed("aside"), pressed("insert"));
    let acted = if !keep.is_empty() {
        let reason = KeepReason::from_code(raw.one(&format!("reason-{keep}")));
        let words = raw.one(&format!("reason-{keep}-words")).to_owned();
        match reason {
            Some(KeepReason::Other) if words.is_empty() => Acted::NeedsReason(keep),
            Some(reason) => {
                marks.keep(Kept { key: keep, reason, words });
                Acted::Said("wording-did-keep")
            }
            None => Acted::NeedsReason(keep),
        }
    } else if !drop.is_empty() {
        marks.keep(Kept { key: drop, reason: KeepReason::NotRelevant, words: String::new() });
        Acted::Said("wording-did-keep")
    } else if !again.is_empty() {
        marks.kept.retain(|kept| kept.key != again);
        Acted::Said("wording-did-unkeep")
    } else if !aside.is_empty() {
        if !marks.aside.contains(&aside) {
            marks.aside.push(aside);
        }
        Acted::Said("wording-did-aside")
    } else if !insert.is_empty() && put_in(raw, field, checked, &insert) {
        Acted::Said("wording-did-insert")
    } else {
        Acted::Nothing
    };
    write_marks(raw, &marks);
    forget(raw);
    acted
}

/// The wording goes behind the sentence and replaces nothing: what the sentence said may be needed for the blanks.
fn put_in(raw: &mut Raw, field: &str, checked: &CheckedText, key: &str) -> bool {
    let text = typed(raw, field);
    let found = checked.keys().iter().position(|known| known == key);
    let Some(finding) = found.and_then(|at| checked.checked.findings.get(at)) else { return false };
    let at = finding.within.end.min(text.len());
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    raw.set(field, format!("{before} {}{after}", finding.rewrite));
    true
}

/// The buttons and choices of the panel are no part of what is saved.
pub(crate) fn forget(raw: &mut Raw) {
    for name in ["keep", "notrelevant", "unkeep", "aside", "insert", "take", "ask", "check", "wording"] {
        raw.remove(name);
    }
    let reasons: Vec<String> =
        raw.iter().map(|(name, _)| name).filter(|name| name.starts_with("reason-")).map(str::to_owned).collect();
    for name in reasons {
        raw.remove(&name);
    }
}

/// A text as it stands in the browser's field: not trimmed, with line feeds only, so that places fit.
pub(crate) fn typed(raw: &Raw, field: &str) -> String {
    let value = raw.iter().find(|(name, _)| *name == field).and_then(|(_, values)| values.first());
    value.map(|value| value.replace("\r\n", "\n").replace('\r', "\n")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_kept_with_a_reason_and_not_without() {
        let none = CheckedText::default();
        let mut raw = Raw::from([("keep", "RSP101.a.0"), ("text", "x")]);
        assert_eq!(act(&mut raw, "text", &none), Acted::NeedsReason("RSP101.a.0".to_owned()));
        let mut raw = Raw::from([("keep", "RSP101.a.0"), ("reason-RSP101.a.0", "court"), ("reason", "stays")]);
        assert_eq!(act(&mut raw, "text", &none), Acted::Said("wording-did-keep"));
        assert_eq!(raw, Raw::from([(KEPT, "RSP101.a.0|court|"), ("reason", "stays")]));
        raw.set("unkeep", "RSP101.a.0");
        assert_eq!(act(&mut raw, "text", &none), Acted::Said("wording-did-unkeep"));
        assert_eq!(raw, Raw::from([("reason", "stays")]));
    }

    #[test]
    fn another_reason_needs_words() {
        let mut raw = Raw::from([("keep", "A.b.0"), ("reason-A.b.0", "other"), ("reason-A.b.0-words", " ")]);
        assert!(matches!(act(&mut raw, "text", &CheckedText::default()), Acted::NeedsReason(_)));
    }
}
