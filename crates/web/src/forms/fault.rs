//! What is wrong with a field: which, and what to say about it. Codes here; the words are in Fluent.

use practice::text::TextError;
use words::{TypedError, Words};

/// One thing to mend in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The field's name; empty for the form as a whole.
    pub(crate) field: String,
    /// What is wrong.
    pub(crate) what: What,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A key of the Fluent files.
    Key(&'static str),
    /// A typed date that is none.
    Typed(TypedError),
    /// A text that cannot be kept.
    Text(TextError),
    /// A refusal of the record, already in words.
    Said(String),
}

impl Fault {
    /// A fault with a key.
    pub(crate) fn key(field: impl Into<String>, key: &'static str) -> Self {
        Self { field: field.into(), what: What::Key(key) }
    }

    /// A fault in words.
    pub(crate) fn said(field: impl Into<String>, words: impl Into<String>) -> Self {
        Self { field: field.into(), what: What::Said(words.into()) }
    }

    /// What to say to the person.
    pub(crate) fn say(&self, words: &Words) -> String {
        match &self.what {
            What::Key(key) => words.say(key),
            What::Typed(error) => words.typed_error(error),
            What::Text(error) => words.text_error(error),
            What::Said(said) => said.clone(),
        }
    }
}
