//! Text as a word processor takes it: no control characters, line breaks apart, and each stretch that is written from
//! right to left marked as such.

/// A stretch of text in one direction, or a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text.
    Text {
        /// The words.
        text: String,
        /// Whether it is written from right to left.
        rtl: bool,
    },
    /// A new line within the paragraph.
    Break,
}

/// Takes text apart. `base` is the direction of the document: what has none of its own follows what stands before it.
pub(crate) fn pieces(text: &str, base: bool) -> Vec<Piece> {
    let mut out = Vec::new();
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            out.push(Piece::Break);
        }
        stretches(line, base, &mut out);
    }
    out
}

fn stretches(line: &str, base: bool, out: &mut Vec<Piece>) {
    let mut now = base;
    let mut text = String::new();
    // What has no direction yet: it belongs to the stretch before it if the next has the same direction, else to the base.
    let mut between = String::new();
    for c in line.chars().filter(|c| is_xml(*c) && !is_mark(*c)) {
        match direction(c) {
            None => between.push(c),
            Some(rtl) => {
                if rtl == now || text.is_empty() && between.is_empty() {
                    now = rtl;
                    text.push_str(&between);
                } else {
                    if now == base {
                        text.push_str(&between);
                    }
                    push(out, std::mem::take(&mut text), now);
                    if now != base && !between.is_empty() {
                        if rtl == base { text.push_str(&between) } else { push(out, between.clone(), base) }
                    }
                    now = rtl;
                }
                between.clear();
                text.push(c);
            }
        }
    }
    if now == base {
        text.push_str(&between);
        push(out, text, now);
    } else {
        push(out, text, now);
        push(out, between, base);
    }
}

fn push(out: &mut Vec<Piece>, text: String, rtl: bool) {
    if !text.is_empty() {
        out.push(Piece::Text { text, rtl });
    }
}

/// The direction a letter has of itself.
fn direction(c: char) -> Option<bool> {
    let rtl = matches!(c,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}');
    if rtl { Some(true) } else { c.is_alphanumeric().then_some(false) }
}

/// Marks of direction: here the stretches say it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What XML 1.0 can hold, without control characters. A form feed in a note must not make a file that nobody can open.
pub(crate) fn is_xml(c: char) -> bool {
    c == '\n' || c == '\t' || !(c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'))
}

/// Text for an attribute or a property: one line, without marks of direction.
pub(crate) fn one_line(text: &str) -> String {
    text.chars().filter(|c| is_xml(*c) && !is_mark(*c)).map(|c| if c == '\n' { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::{Piece, one_line, pieces};

    fn said(text: &str, base: bool) -> Vec<(String, bool)> {
        pieces(text, base)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text { text, rtl } => (text, rtl),
                Piece::Break => ("|".to_owned(), base),
            })
            .collect()
    }

    #[test]
    fn one_direction_is_one_stretch() {
        assert_eq!(said("Told by Łucja, 3 May", false), [("Told by Łucja, 3 May".to_owned(), false)]);
        assert_eq!(said("", false), []);
    }

    #[test]
    fn a_name_in_another_direction_is_a_stretch_of_its_own() {
        let expected =
            [("Told by ".to_owned(), false), ("ليلى حداد".to_owned(), true), (", 3 May".to_owned(), false)];
        assert_eq!(said("Told by \u{2068}ليلى حداد\u{2069}, 3 May", false), expected);
        assert_eq!(said("ليلى", false), [("ليلى".to_owned(), true)]);
    }

    #[test]
    fn lines_stay_and_control_characters_go() {
        assert_eq!(
            said("one\u{8}\ntwo\u{FFFF}", false),
            [("one".to_owned(), false), ("|".to_owned(), false), ("two".to_owned(), false)]
        );
        assert_eq!(one_line("a\nb\u{1}\u{2069}"), "a b");
    }
}
