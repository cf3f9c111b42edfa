//! Writes values of the practice back into fields, for revising: what is written reads as the same value.

use super::raw::Raw;
use super::reading::SOMEBODY_ELSE;
use practice::ids::EntryId;
use practice::kinds::strengths::Consequence;
use practice::source::{Basis, Link, Who};
use practice::text::{Code, Text};
use practice::when::{ApproxDate, Happened, Period};
use words::{Words, unmarked};

/// Fields being written.
#[derive(Debug)]
pub(crate) struct Writing<'a> {
    /// The fields so far.
    pub(crate) raw: Raw,
    /// The words in which dates are shown.
    pub(crate) words: &'a Words,
}

impl<'a> Writing<'a> {
    /// Begins with nothing.
    pub(crate) fn new(words: &'a Words) -> Self {
        Self { raw: Raw::default(), words }
    }

    /// Some words, where there are any.
    pub(crate) fn text(&mut self, field: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.raw.set(field, text.as_str());
        }
    }

    /// One text a line.
    pub(crate) fn lines(&mut self, field: &str, texts: &[Text]) {
        self.raw.set(field, texts.iter().map(Text::as_str).collect::<Vec<_>>().join("\n"));
    }

    /// An entry.
    pub(crate) fn entry(&mut self, field: &str, id: Option<EntryId>) {
        if let Some(id) = id {
            self.raw.set(field, id.to_string());
        }
    }

    /// Several entries.
    pub(crate) fn entries(&mut self, field: &str, ids: &[EntryId]) {
        for id in ids {
            self.raw.push(field, id.to_string());
        }
    }

    /// Codes of the pack.
    pub(crate) fn codes(&mut self, field: &str, codes: &[Code]) {
        for code in codes {
            self.raw.push(field, code.as_str());
        }
    }

    /// A choice.
    pub(crate) fn choice<T: serde::Serialize>(&mut self, field: &str, value: &T) {
        self.raw.set(field, super::reading::to_code(value));
    }

    /// Yes or no, where it was said.
    pub(crate) fn yes_or_no(&mut self, field: &str, said: Option<bool>) {
        if let Some(said) = said {
            self.raw.set(field, if said { "yes" } else { "no" });
        }
    }

    /// What followed or stood in the way.
    pub(crate) fn consequence(&mut self, field: &str, consequence: Option<&Consequence>) {
        if let Some(consequence) = consequence {
            self.text(field, Some(&consequence.what));
            self.entry(&format!("{field}-behaviour"), consequence.behaviour);
        }
    }

    /// Somebody.
    pub(crate) fn who(&mut self, field: &str, who: &Who) {
        match who {
            Who::Person(id) => self.raw.set(field, id.to_string()),
            Who::Other(name) => {
                self.raw.set(field, SOMEBODY_ELSE);
                self.raw.set(format!("{field}-other"), name.as_str());
            }
        }
    }

    /// Several: people of the case, and names one on each line.
    pub(crate) fn whos(&mut self, field: &str, whos: &[Who]) {
        let mut others = Vec::new();
        for who in whos {
            match who {
                Who::Person(id) => self.raw.push(field, id.to_string()),
                Who::Other(name) => others.push(name.clone()),
            }
        }
        self.lines(&format!("{field}-other"), &others);
    }

    /// When something happened.
    pub(crate) fn when(&mut self, field: &str, happened: &Happened) {
        if *happened != Happened::NotKnown {
            self.raw.set(field, unmarked(&self.words.when(happened)));
        }
    }

    /// One date.
    pub(crate) fn date(&mut self, field: &str, date: Option<ApproxDate>) {
        if let Some(date) = date {
            self.raw.set(field, unmarked(&self.words.date(date)));
        }
    }

    /// From when until when.
    pub(crate) fn period(&mut self, field: &str, period: Option<&Period>) {
        if let Some(period) = period {
            self.raw.set(field, unmarked(&self.words.period(period)));
        }
    }

    /// How a connection is known.
    pub(crate) fn basis(&mut self, prefix: &str, basis: Option<&Basis>) {
        if let Some(basis) = basis {
            self.who(&format!("{prefix}-by"), &basis.by);
            self.text(&format!("{prefix}-words"), basis.words.as_ref());
        }
    }

    /// Links in rows.
    pub(crate) fn links(&mut self, list: &str, links: &[Link]) {
        for (row, link) in links.iter().enumerate() {
            let prefix = format!("{list}-{row}");
            self.entry(&format!("{prefix}-to"), Some(link.to));
            self.basis(&prefix, link.basis.as_ref());
        }
    }
}
