//! The pseudo-locale: words with accents and in brackets, so that a test can find text that is not in Fluent.

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
