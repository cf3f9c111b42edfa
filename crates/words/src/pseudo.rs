//! The pseudo-locales: words with accents and in brackets, so that a test can find text that is not in Fluent; and words
//! turned round, so that a test can find a page that only works from left to right.

use std::borrow::Cow;

/// Opens what comes from Fluent.
pub(crate) const OPEN: char = '⟦';
/// Closes what comes from Fluent.
pub(crate) const CLOSE: char = '⟧';

/// The same words with accents: readable, and not what anybody would have typed into a template.
pub(crate) fn accents(text: &str) -> Cow<'_, str> {
    text.chars()
        .map(|c| match c {
            'a' => 'á',
            'c' => 'ç',
            'e' => 'é',
            'g' => 'ğ',
            'i' => 'í',
            'n' => 'ñ',
            'o' => 'ö',
            's' => 'š',
            'u' => 'ü',
            'y' => 'ý',
            'A' => 'Å',
            'E' => 'É',
            'I' => 'Î',
            'O' => 'Ö',
            'S' => 'Š',
            'U' => 'Û',
            other => other,
        })
        .collect::<String>()
        .into()
}

/// Turns what stands after it round, until [`PDF`].
const RLO: char = '\u{202E}';
/// Ends [`RLO`].
const PDF: char = '\u{202C}';

/// The same words, each written from right to left: nobody's language, and laid out as Arabic or Hebrew is.
pub(crate) fn turned(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len().saturating_mul(2));
    let mut inside = false;
    for c in text.chars() {
        if c.is_alphabetic() != inside {
            out.push(if inside { PDF } else { RLO });
            inside = !inside;
        }
        out.push(c);
    }
    if inside {
        out.push(PDF);
    }
    out.into()
}

/// What stands outside the brackets of the pseudo-locale in a text, where it has letters: words that did not come from
/// Fluent. Names and words of the case file are among them, so a test uses names it can recognise.
#[must_use]
pub fn outside_fluent(text: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut found = Vec::new();
    let mut run = String::new();
    let mut end = |run: &mut String| {
        let words = std::mem::take(run);
        if words.chars().any(char::is_alphabetic) {
            found.push(words.trim().to_owned());
        }
    };
    for c in text.chars() {
        match c {
            OPEN => {
                end(&mut run);
                depth += 1;
            }
            CLOSE => depth = depth.saturating_sub(1),
            '\n' => end(&mut run),
            other if depth == 0 => run.push(other),
            _ => {}
        }
    }
    end(&mut run);
    found
}
