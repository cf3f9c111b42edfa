//! Text of a pack in several languages, inline: `{ en = "…", pl = "…" }`, with places where names are put in.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The same text by language. English is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Spoken(BTreeMap<String, String>);

/// The places where names are put in.
pub const PLACES: [&str; 4] = ["children", "harm", "survivor", "person"];

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpokenError {
    /// No English.
    #[error("the English text is missing: add en = \"…\"")]
    NoEnglish,
    /// Nothing in it.
    #[error("the text in “{0}” is empty")]
    Blank(String),
    /// A place that nobody fills.
    #[error("“{{{0}}}” is no name that can be put in: use {{children}}, {{harm}}, {{survivor}} or {{person}}")]
    NoSuchPlace(String),
}

/// The names that are put in, as lists in words: "Ola, Kuba and Maja".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The children.
    pub children: String,
    /// Who causes harm.
    pub harm: String,
    /// Who protects.
    pub survivor: String,
    /// The person that the form is about.
    pub person: String,
}

impl Names {
    fn of(&self, place: &str) -> Option<&str> {
        match place {
            "children" => Some(&self.children),
            "harm" => Some(&self.harm),
            "survivor" => Some(&self.survivor),
            "person" => Some(&self.person),
            _ => None,
        }
    }
}

impl Spoken {
    /// Whether nothing is said in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text in a language, else in English. `pl-PL` falls back to `pl`.
    #[must_use]
    pub fn text(&self, language: &str) -> &str {
        let short = language.split('-').next().unwrap_or(language);
        self.0.get(language).or_else(|| self.0.get(short)).or_else(|| self.0.get("en")).map_or("", String::as_str)
    }

    /// The text with names put in.
    #[must_use]
    pub fn with(&self, language: &str, names: &Names) -> String {
        let mut out = String::new();
        for (plain, place) in pieces(self.text(language)) {
            out.push_str(plain);
            out.push_str(place.and_then(|place| names.of(place)).unwrap_or_default());
        }
        out
    }

    /// Every language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(language, text)| (language.as_str(), text.as_str()))
    }

    /// What is wrong with it.
    ///
    /// # Errors
    /// When English is missing, a text is blank, or names a place that nobody fills.
    pub fn check(&self) -> Result<(), SpokenError> {
        if !self.0.contains_key("en") {
            return Err(SpokenError::NoEnglish);
        }
        for (language, text) in &self.0 {
            if text.trim().is_empty() {
                return Err(SpokenError::Blank(language.clone()));
            }
            if let Some(place) = pieces(text).filter_map(|(_, place)| place).find(|place| !PLACES.contains(place)) {
                return Err(SpokenError::NoSuchPlace(place.to_owned()));
            }
        }
        Ok(())
    }
}

/// A text cut at its places: what stands before each, and its name. The last piece has none.
fn pieces(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let Some((before, after)) = text.split_once('{') else { return Some((text, None)) };
        let Some((place, after)) = after.split_once('}') else { return Some((text, None)) };
        rest = Some(after);
        Some((before, Some(place)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(pairs: &[(&str, &str)]) -> Spoken {
        Spoken(pairs.iter().map(|(language, text)| ((*language).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn names_are_put_in_and_english_steps_in() {
        let ask = spoken(&[("en", "Can {harm} leave, so that {children} stay?"), ("pl", "Czy {harm} może wyjść?")]);
        let names = Names { harm: "Craig".into(), children: "Ola and Kuba".into(), ..Names::default() };
        assert_eq!(ask.with("cy", &names), "Can Craig leave, so that Ola and Kuba stay?");
        assert_eq!(ask.with("pl-PL", &names), "Czy Craig może wyjść?");
        assert_eq!(ask.check(), Ok(()));
        assert_eq!(spoken(&[("en", "An open { stays")]).with("en", &names), "An open { stays");
    }

    #[test]
    fn what_cannot_be_said_is_refused() {
        assert_eq!(spoken(&[("pl", "Co?")]).check(), Err(SpokenError::NoEnglish));
        assert_eq!(spoken(&[("en", " ")]).check(), Err(SpokenError::Blank("en".into())));
        assert_eq!(spoken(&[("en", "Where is {mother}?")]).check(), Err(SpokenError::NoSuchPlace("mother".into())));
    }
}
