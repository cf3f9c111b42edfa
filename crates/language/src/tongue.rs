//! Tells English from other languages by its small words; a note in another language is not checked, and says so.

use crate::lexicon::{Lexicon, class};

/// Small words that English shares with Polish and others: "i", "do", "to" say nothing about the language.
const SHARED: [&str; 13] = ["i", "a", "do", "to", "on", "by", "no", "me", "we", "is", "in", "so", "was"];

/// What of a text is read.
pub(crate) enum Read {
    /// All of it.
    All,
    /// The English paragraphs: the others are blanks here, so that every place stays where it was.
    Parts(String),
    /// None of it.
    Nothing,
}

/// Tells whether a text is long enough to tell and is not English, and which paragraphs of it are all the same.
pub(crate) fn read(text: &str, lexicon: &Lexicon) -> Read {
    if !foreign(text, lexicon) {
        return Read::All;
    }
    let mut kept = String::with_capacity(text.len());
    let mut any = false;
    for line in text.split_inclusive('\n') {
        let words = line.split_whitespace().count();
        if words >= 5 && !foreign(line, lexicon) && english(line, lexicon) * 6 >= words {
            any = true;
            kept.push_str(line);
        } else {
            kept.extend(line.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
        }
    }
    if any { Read::Parts(kept) } else { Read::Nothing }
}

/// How many small words of English there are.
fn english(line: &str, lexicon: &Lexicon) -> usize {
    let word = |w: &&str| lexicon.bits(lexicon.look_up(w)) & class::ENGLISH != 0;
    let shared = |w: &&str| SHARED.iter().any(|s| w.eq_ignore_ascii_case(s));
    line.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| !w.is_empty())
        .filter(word)
        .filter(|w| !shared(w))
        .count()
}

fn foreign(text: &str, lexicon: &Lexicon) -> bool {
    let mut words = 0_usize;
    let mut english = 0_usize;
    let mut foreign = 0_usize;
    for word in
        text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|w| !w.is_empty()).take(400)
    {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        words += 1;
        let bits = lexicon.bits(lexicon.look_up(word));
        // a capital may be a name: Szczęsny, Zoë
        let name = word.chars().next().is_some_and(char::is_uppercase);
        let shared = SHARED.iter().any(|s| word.eq_ignore_ascii_case(s));
        english += usize::from(bits & class::ENGLISH != 0 && !shared);
        foreign += usize::from(bits & class::FOREIGN != 0 || !word.is_ascii() && !name);
    }
    words >= 8 && (english * 12 < words && foreign * 8 > words || foreign * 4 > words && foreign > english)
}
