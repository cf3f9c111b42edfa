//! Tells English from other languages by its small words; a note in another language is not checked, and says so.

use crate::lexicon::{Lexicon, class};

/// Small words that English shares with Polish and others: "i", "do", "to" say nothing about the language.
const SHARED: [&str; 13] = ["i", "a", "do", "to", "on", "by", "no", "me", "we", "is", "in", "so", "was"];

/// A note to the reader if the text is long enough to tell and is not English.
pub(crate) fn not_english(text: &str, lexicon: &Lexicon) -> Option<String> {
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
    if words >= 8 && (english * 12 < words && foreign * 8 > words || foreign * 4 > words && foreign > english) {
        return Some(
            "This text does not seem to be in English. Only English is read; nothing was checked.".to_owned(),
        );
    }
    None
}
