//! Text that is there: never blank, never endless, never with control characters. Checked once, where it comes in.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use std::borrow::Cow;
use std::fmt;

/// The most characters one field may hold: some 60 pages. Longer papers are attached, not pasted.
pub const LONGEST: usize = 200_000;

/// Why a text was not accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but space.
    #[error("is empty: write something, or leave the field out")]
    Blank,
    /// More than [`LONGEST`] characters.
    #[error("is {0} characters long; the most is {LONGEST}: shorten it, or split it over several entries")]
    TooLong(usize),
    /// A control character that no keyboard makes.
    #[error("has a control character at position {0}: remove it, or paste the text again as plain text")]
    Control(usize),
    /// Not one of the characters a code may have.
    #[error("“{0}” is not a code: use small letters, digits and underscores, at most 64")]
    NotACode(String),
}

/// Words that somebody wrote, trimmed. Never blank; line breaks are `\n`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// Accepts what was written, without the space around it.
    ///
    /// # Errors
    /// When nothing is left, when it is longer than [`LONGEST`] characters, or holds a control character.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let text = raw.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim();
        if text.is_empty() {
            return Err(TextError::Blank);
        }
        let length = text.chars().count();
        if length > LONGEST {
            return Err(TextError::TooLong(length));
        }
        if let Some(at) = text.chars().position(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(TextError::Control(at));
        }
        Ok(Self(text.to_owned()))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&Cow::<'de, str>::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": r"\S",
            "description": "Words that somebody wrote. Never blank."
        })
    }
}

/// A code of a pack (`money`, `quiet_games`). A code never replaces the act in plain words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Code(String);

impl Code {
    /// Accepts small letters, digits and underscores.
    ///
    /// # Errors
    /// When there is anything else in it, or nothing.
    pub fn parse(raw: &str) -> Result<Self, TextError> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if raw.is_empty() || raw.len() > 64 || !raw.chars().all(fits) {
            return Err(TextError::NotACode(raw.chars().take(80).collect()));
        }
        Ok(Self(raw.to_owned()))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&Cow::<'de, str>::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl JsonSchema for Code {
    fn schema_name() -> Cow<'static, str> {
        "Code".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[a-z0-9_]{1,64}$", "description": "A code of a pack." })
    }
}
