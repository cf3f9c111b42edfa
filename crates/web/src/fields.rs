//! Fields for the forms of this part of the crate, and the list of what is wrong at the top of a page.

use crate::forms::field::{Choice, ChoiceGroup, Control, Field};
use words::Words;

/// One line of the error summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FaultLine {
    /// The field it leads to: `#name`. Empty for the form as a whole.
    pub(crate) href: String,
    /// What is wrong, and how to mend it.
    pub(crate) words: String,
}

/// What is wrong with a form: field and words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults(Vec<(String, String)>);

impl Faults {
    /// Notes a fault at a field; an empty name means the form as a whole.
    pub(crate) fn add(&mut self, field: impl Into<String>, words: impl Into<String>) {
        self.0.push((field.into(), words.into()));
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn of(&self, field: &str) -> String {
        self.0.iter().find(|(name, _)| name == field).map(|(_, words)| words.clone()).unwrap_or_default()
    }

    /// The lines of the summary. Each leads to its field, a field of choices to its first choice.
    pub(crate) fn lines(&self, fields: &[&Field]) -> Vec<FaultLine> {
        let target = |name: &str| fields.iter().find(|field| field.name == name).map(|field| field.target());
        self.0
            .iter()
            .map(|(name, words)| FaultLine {
                href: if name.is_empty() {
                    String::new()
                } else {
                    format!("#{}", target(name).unwrap_or_else(|| name.clone()))
                },
                words: words.clone(),
            })
            .collect()
    }
}

/// Makes the fields of one form, with the words of `field-<form>-<name>`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Maker<'a> {
    /// The words.
    pub(crate) words: &'a Words,
    /// The form, as in the keys of Fluent.
    pub(crate) form: &'static str,
    /// What is wrong.
    pub(crate) faults: &'a Faults,
}

impl Maker<'_> {
    fn field(&self, name: &str, key: &str, control: Control) -> Field {
        let key = format!("field-{}-{}", self.form, key.replace('_', "-"));
        let hint = if self.words.has_attribute(&key, "hint") {
            self.words.say_attribute(&key, "hint")
        } else {
            String::new()
        };
        Field {
            name: name.to_owned(),
            label: self.words.say(&key),
            hint,
            error: self.faults.of(name),
            control,
            nature: crate::forms::field::Nature::Words,
            value: String::new(),
            groups: Vec::new(),
            rows: 0,
            first: false,
            quiet: Vec::new(),
            autocomplete: "off",
        }
    }

    /// One line of text.
    pub(crate) fn line(&self, name: &str, value: &str, autocomplete: &'static str) -> Field {
        Field { value: value.to_owned(), autocomplete, ..self.field(name, name, Control::Line) }
    }

    /// One line of text in a row of a list: `child-2-name` with the words of `child-name`.
    pub(crate) fn row_line(&self, list: &str, row: usize, part: &str, value: &str) -> Field {
        let name = format!("{list}-{row}-{part}");
        Field { value: value.to_owned(), ..self.field(&name, &format!("{list}-{part}"), Control::Line) }
    }

    /// Several lines of text.
    pub(crate) fn area(&self, name: &str, value: &str, rows: u8) -> Field {
        Field { value: value.to_owned(), rows, ..self.field(name, name, Control::Area) }
    }

    /// One of a few: value, words.
    pub(crate) fn radios(&self, name: &str, chosen: &str, choices: Vec<(&str, String)>) -> Field {
        self.chosen(name, name, Control::Radios, chosen, choices)
    }

    /// Boxes to tick: value, words.
    pub(crate) fn checks(&self, name: &str, choices: Vec<(&str, String)>) -> Field {
        self.chosen(name, name, Control::Checks, "", choices)
    }

    /// One of many.
    pub(crate) fn select(&self, name: &str, chosen: &str, choices: Vec<(&str, String)>) -> Field {
        self.chosen(name, name, Control::Select, chosen, choices)
    }

    fn chosen(&self, name: &str, key: &str, control: Control, chosen: &str, choices: Vec<(&str, String)>) -> Field {
        let choices = choices
            .into_iter()
            .map(|(value, words)| Choice {
                value: value.to_owned(),
                words,
                chosen: value == chosen,
                ..Choice::default()
            })
            .collect();
        let groups = vec![ChoiceGroup { title: String::new(), choices, open: true }];
        Field { groups, ..self.field(name, key, control) }
    }
}
