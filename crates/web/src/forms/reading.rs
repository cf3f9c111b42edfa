//! Reads typed fields into values of the practice and collects every fault on the way, not only the first.

use super::fault::{Fault, What};
use super::raw::Raw;
use super::scene::Scene;
use jiff::civil::Date;
use practice::ids::EntryId;
use practice::kinds::strengths::Consequence;
use practice::kinds::{BEHAVIOURS, Kind};
use practice::pack::Pack;
use practice::source::{Basis, Link, Who};
use practice::text::{Code, Text};
use practice::when::{ApproxDate, Happened, Period};
use serde::de::DeserializeOwned;
use words::Words;

/// The choice "somebody else, in words" of a field that names a person.
pub(crate) const SOMEBODY_ELSE: &str = "other";

/// What a form is read with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tools<'a> {
    /// The words of the interface; they understand typed dates.
    pub(crate) words: &'a Words,
    /// The codes on offer.
    pub(crate) pack: &'a Pack,
    /// Who and what can be named.
    pub(crate) scene: &'a Scene,
}

/// A form being read.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    /// The fields.
    pub(crate) raw: &'a Raw,
    /// What it is read with.
    pub(crate) tools: Tools<'a>,
    /// What is to be mended.
    pub(crate) faults: Vec<Fault>,
}

impl<'a> Reading<'a> {
    /// Begins to read a form.
    pub(crate) fn new(raw: &'a Raw, tools: Tools<'a>) -> Self {
        Self { raw, tools, faults: Vec::new() }
    }

    fn today(&self) -> Date {
        self.tools.scene.today
    }

    /// Notes a fault.
    pub(crate) fn fault(&mut self, field: impl Into<String>, key: &'static str) {
        self.faults.push(Fault::key(field, key));
    }

    fn typed<T>(&mut self, field: &str, read: Result<T, words::TypedError>) -> Option<T> {
        read.map_err(|error| self.faults.push(Fault { field: field.to_owned(), what: What::Typed(error) })).ok()
    }

    /// Some words, where there are any.
    pub(crate) fn text(&mut self, field: &str) -> Option<Text> {
        let raw = self.raw;
        let typed = raw.one(field);
        if typed.is_empty() {
            return None;
        }
        match Text::parse(typed) {
            Ok(text) => Some(text),
            Err(error) => {
                self.faults.push(Fault { field: field.to_owned(), what: What::Text(error) });
                None
            }
        }
    }

    /// Words that must be there.
    pub(crate) fn text_required(&mut self, field: &str, missing: &'static str) -> Option<Text> {
        if !self.raw.has(field) {
            self.fault(field, missing);
        }
        self.text(field)
    }

    /// One text a line.
    pub(crate) fn lines(&mut self, field: &str) -> Vec<Text> {
        let raw = self.raw;
        let mut texts = Vec::new();
        for line in raw.one(field).lines().map(str::trim).filter(|line| !line.is_empty()) {
            match Text::parse(line) {
                Ok(text) => texts.push(text),
                Err(error) => self.faults.push(Fault { field: field.to_owned(), what: What::Text(error) }),
            }
        }
        texts
    }

    fn entry_of(&mut self, field: &str, typed: &str, kinds: &[Kind]) -> Option<EntryId> {
        match typed.parse::<EntryId>() {
            Ok(id) if self.tools.scene.is(id, kinds) => Some(id),
            // An id of another case, of another kind, or none at all: all the same to the person.
            _ => {
                self.fault(field, "form-error-not-in-file");
                None
            }
        }
    }

    /// An entry, where one was chosen.
    pub(crate) fn entry(&mut self, field: &str, kinds: &[Kind]) -> Option<EntryId> {
        let raw = self.raw;
        let typed = raw.one(field);
        if typed.is_empty() { None } else { self.entry_of(field, typed, kinds) }
    }

    /// An entry that must be chosen.
    pub(crate) fn entry_required(&mut self, field: &str, kinds: &[Kind], missing: &'static str) -> Option<EntryId> {
        if !self.raw.has(field) {
            self.fault(field, missing);
        }
        self.entry(field, kinds)
    }

    /// All entries that were chosen, each once.
    pub(crate) fn entries(&mut self, field: &str, kinds: &[Kind]) -> Vec<EntryId> {
        let raw = self.raw;
        let mut ids: Vec<EntryId> = Vec::new();
        for typed in raw.all(field) {
            if let Some(id) = self.entry_of(field, typed, kinds)
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }

    /// Somebody: a person of the case, or a name in `FIELD-other`.
    pub(crate) fn who(&mut self, field: &str) -> Option<Who> {
        let other_field = format!("{field}-other");
        let other = self.text(&other_field);
        let raw = self.raw;
        match (raw.one(field), other) {
            ("" | SOMEBODY_ELSE, Some(name)) => Some(Who::Other(name)),
            ("", None) => None,
            (SOMEBODY_ELSE, None) => {
                self.fault(other_field, "form-error-who-other");
                None
            }
            (typed, None) => self.entry_of(field, typed, &[Kind::Person]).map(Who::Person),
            (_, Some(_)) => {
                self.fault(other_field, "form-error-one-of-two");
                None
            }
        }
    }

    /// Several: people of the case, and in `FIELD-other` names, one on each line.
    pub(crate) fn whos(&mut self, field: &str) -> Vec<Who> {
        let people = self.entries(field, &[Kind::Person]);
        let others = self.lines(&format!("{field}-other"));
        people.into_iter().map(Who::Person).chain(others.into_iter().map(Who::Other)).collect()
    }

    /// When something happened.
    pub(crate) fn when(&mut self, field: &str) -> Happened {
        let read = self.tools.words.typed_when(self.raw.one(field), self.today());
        self.typed(field, read).unwrap_or_default()
    }

    /// One date, where one was typed.
    pub(crate) fn date(&mut self, field: &str) -> Option<ApproxDate> {
        let read = self.tools.words.typed_date(self.raw.one(field), self.today());
        self.typed(field, read).flatten()
    }

    /// A date that is one day.
    pub(crate) fn day(&mut self, field: &str) -> Option<Date> {
        match self.date(field)? {
            ApproxDate::Day(day) => Some(day),
            ApproxDate::Minute(minute) => Some(minute.date()),
            ApproxDate::Year(_) | ApproxDate::Season(..) | ApproxDate::Month(..) => {
                self.fault(field, "form-error-needs-day");
                None
            }
        }
    }

    /// From when until when, where something was typed.
    pub(crate) fn period(&mut self, field: &str) -> Option<Period> {
        let read = self.tools.words.typed_period(self.raw.one(field), self.today());
        self.typed(field, read).flatten()
    }

    /// A choice from a closed set, where one was made.
    pub(crate) fn choice<T: DeserializeOwned>(&mut self, field: &str) -> Option<T> {
        let raw = self.raw;
        let code = raw.one(field);
        if code.is_empty() {
            return None;
        }
        match from_code(code) {
            Some(value) => Some(value),
            None => {
                self.fault(field, "form-error-not-offered");
                None
            }
        }
    }

    /// Yes, no, or not said.
    pub(crate) fn yes_or_no(&mut self, field: &str) -> Option<bool> {
        let raw = self.raw;
        match raw.one(field) {
            "" => None,
            "yes" => Some(true),
            "no" => Some(false),
            _ => {
                self.fault(field, "form-error-not-offered");
                None
            }
        }
    }

    /// What followed or stood in the way, and the behaviour it was: `FIELD` and `FIELD-behaviour`.
    pub(crate) fn consequence(&mut self, field: &str) -> Option<Consequence> {
        let what = self.text(field);
        let behaviour = self.entry(&format!("{field}-behaviour"), BEHAVIOURS);
        if what.is_none() && behaviour.is_some() {
            self.fault(field, "form-error-consequence");
        }
        what.map(|what| Consequence { what, behaviour })
    }

    /// A choice that must be made.
    pub(crate) fn choice_required<T: DeserializeOwned>(&mut self, field: &str, missing: &'static str) -> Option<T> {
        if !self.raw.has(field) {
            self.fault(field, missing);
        }
        self.choice(field)
    }

    /// A code of the pack.
    pub(crate) fn code(&mut self, field: &str, missing: &'static str) -> Option<Code> {
        if !self.raw.has(field) {
            self.fault(field, missing);
        }
        self.codes(field).into_iter().next()
    }

    /// Codes of the pack, each once. Codes that are no longer offered stay: an entry keeps what it was recorded with.
    pub(crate) fn codes(&mut self, field: &str) -> Vec<Code> {
        let raw = self.raw;
        let mut codes = Vec::new();
        for typed in raw.all(field) {
            match Code::parse(typed) {
                Ok(code) if !codes.contains(&code) => codes.push(code),
                Ok(_) => {}
                Err(error) => self.faults.push(Fault { field: field.to_owned(), what: What::Text(error) }),
            }
        }
        codes
    }

    /// How a connection is known: `PREFIX-by` and `PREFIX-words`.
    pub(crate) fn basis(&mut self, prefix: &str) -> Option<Basis> {
        let words = self.text(&format!("{prefix}-words"));
        match self.who(&format!("{prefix}-by")) {
            Some(by) => Some(Basis { by, words }),
            None => {
                if words.is_some() && !self.raw.has(&format!("{prefix}-by")) {
                    self.fault(format!("{prefix}-by"), "form-error-basis-by");
                }
                None
            }
        }
    }

    /// Links in rows: `LIST-0-to`, `LIST-0-by`, `LIST-0-words`.
    pub(crate) fn links(&mut self, list: &str, kinds: &[Kind]) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        for row in 0..self.raw.rows(list) {
            let prefix = format!("{list}-{row}");
            let basis = self.basis(&prefix);
            match self.entry(&format!("{prefix}-to"), kinds) {
                Some(to) if links.iter().any(|link| link.to == to) => {
                    self.fault(format!("{prefix}-to"), "form-error-twice");
                }
                Some(to) => links.push(Link { to, basis }),
                None if basis.is_some() => self.fault(format!("{prefix}-to"), "form-error-link-to"),
                None => {}
            }
        }
        links
    }
}

/// The value of a code, for the closed sets of the practice.
pub(crate) fn from_code<T: DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}

/// The code of a value of a closed set.
pub(crate) fn to_code<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}
