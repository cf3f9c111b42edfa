//! A text with its marks, to read: what browsers without highlights and pages without script show.

use app::{CheckedText, Sorted};
use practice::text::LONGEST;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The words.
    pub(crate) text: String,
    /// `finding`, `kept`, `offer` or `blank`; empty for the rest.
    pub(crate) class: &'static str,
    /// What it is known by in the list; empty for the rest.
    pub(crate) key: String,
}

impl Piece {
    fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), class: "", key: String::new() }
    }

    /// Whether it is marked.
    pub(crate) fn is_marked(&self) -> bool {
        !self.class.is_empty()
    }
}

/// A text with some places marked: words of a finding, or blanks.
pub(crate) fn pieces(text: &str, places: &[(usize, usize)]) -> Vec<Piece> {
    let marks = places.iter().map(|(start, end)| (*start, *end, "blank", String::new())).collect();
    cut(text, marks)
}

/// A rewrite to read: the blanks are drawn, so their brackets are not needed.
pub(crate) fn with_blanks(rewrite: &str) -> Vec<Piece> {
    let mut all = pieces(rewrite, &app::blanks(rewrite));
    for piece in all.iter_mut().filter(|piece| piece.is_marked()) {
        piece.text = piece.text.trim_matches(['[', ']']).to_owned();
    }
    all
}

/// The whole text with everything that was found. Where places overlap, the first one wins: the list has them all. Nothing
/// for a text that is longer than any note: its places are read in the list.
pub(crate) fn marked(text: &str, checked: &CheckedText, sorted: &Sorted<'_>) -> Vec<Piece> {
    let mut marks: Vec<(usize, usize, &'static str, String)> = sorted
        .open
        .iter()
        .map(|(key, finding)| (finding.place.start, finding.place.end, "finding", key.clone()))
        .chain(sorted.kept.iter().map(|(kept, f)| (f.place.start, f.place.end, "kept", kept.key.clone())))
        .chain(
            sorted
                .suggestions
                .iter()
                .map(|s| (s.suggestion.place.start, s.suggestion.place.end, "offer", s.key.clone())),
        )
        .collect();
    if checked.checked.findings.is_empty() && marks.is_empty() {
        return Vec::new();
    }
    if text.chars().nth(LONGEST).is_some() {
        return Vec::new();
    }
    // Findings before offers at the same place: an offer is mostly a whole sentence.
    marks.sort_by_key(|(start, end, class, _)| (*start, *class != "finding", *end));
    cut(text, marks)
}

fn cut(text: &str, marks: Vec<(usize, usize, &'static str, String)>) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = 0;
    for (start, end, class, key) in marks {
        let (Some(before), Some(words)) = (text.get(at..start), text.get(start..end)) else { continue };
        if words.is_empty() {
            continue;
        }
        if !before.is_empty() {
            out.push(Piece::plain(before));
        }
        out.push(Piece { text: words.to_owned(), class, key });
        at = end;
    }
    if let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        out.push(Piece::plain(rest));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_lost_between_its_marks() {
        let text = "Żółć [who] saw [it] 🙂.";
        let cut = pieces(text, &app::blanks(text));
        assert_eq!(cut.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        assert_eq!(cut.iter().filter(|piece| piece.is_marked()).count(), 2);
        let odd = pieces(text, &[(1, 2), (5, 3), (0, 400), (7, 12), (8, 9)]);
        assert_eq!(odd.iter().map(|piece| piece.text.as_str()).collect::<String>(), text, "places that do not fit");
    }
}
