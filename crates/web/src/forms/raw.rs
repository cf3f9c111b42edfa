//! What a form sends, as it was typed: names and values, nothing understood yet, nothing lost.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most rows of one list that a form reads: far more than anybody fills in.
const MOST_ROWS: usize = 60;

/// The fields of a form. Rows of a list are named `known-0-how`, `known-1-how`; the part before the first `-` is the
/// unit that belongs together when two people changed the same entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Raw(BTreeMap<String, Vec<String>>);

impl Raw {
    /// The fields as the browser sends them.
    pub(crate) fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut raw = Self::default();
        for (name, value) in pairs {
            raw.0.entry(name).or_default().push(value);
        }
        raw
    }

    /// The first value of a field, without the space around it; empty where there is none.
    pub(crate) fn one(&self, name: &str) -> &str {
        self.0.get(name).and_then(|values| values.first()).map_or("", |value| value.trim())
    }

    /// All values of a field that are not blank.
    pub(crate) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.0.get(name).into_iter().flatten().map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether something was typed or chosen.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// Sets a field to one value; a blank value takes it out.
    pub(crate) fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let (name, value) = (name.into(), value.into());
        if value.trim().is_empty() {
            self.0.remove(&name);
        } else {
            self.0.insert(name, vec![value]);
        }
    }

    /// Sets a field that is not there yet.
    pub(crate) fn set_if_blank(&mut self, name: &str, value: impl Into<String>) {
        if !self.has(name) {
            self.set(name, value);
        }
    }

    /// Adds one more value to a field.
    pub(crate) fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.entry(name.into()).or_default().push(value.into());
    }

    /// Takes a field out.
    pub(crate) fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// Every field with its values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(name, values)| (name.as_str(), values.as_slice()))
    }

    /// How many rows of a list have anything in them, up to the last that has.
    pub(crate) fn rows(&self, list: &str) -> usize {
        self.0
            .iter()
            .filter(|(_, values)| values.iter().any(|value| !value.trim().is_empty()))
            .filter_map(|(name, _)| row_of(name, list))
            .map(|row| row + 1)
            .max()
            .unwrap_or(0)
    }

    /// One of several parts of a form that ask the same: the fields that begin with `prefix`, without it, and those that are
    /// asked once for all. Without a prefix it is the whole form.
    pub(crate) fn part(&self, prefix: &str, of_all: &dyn Fn(&str) -> bool) -> Self {
        if prefix.is_empty() {
            return self.clone();
        }
        let mut part = Self::default();
        for (name, values) in &self.0 {
            let own = name.strip_prefix(prefix);
            if let Some(name) = own.or_else(|| of_all(name).then_some(name.as_str())) {
                part.0.insert(name.to_owned(), values.clone());
            }
        }
        part
    }

    /// The fields of one unit: the field itself, its parts and its rows.
    pub(crate) fn unit(&self, unit: &str) -> BTreeMap<&str, &[String]> {
        self.iter().filter(|(name, values)| unit_of(name) == unit && filled(values)).collect()
    }

    /// Only the fields of the form itself, without what carries it: token, draft, base and answers to a conflict.
    pub(crate) fn content_only(&self) -> Self {
        let carries = |name: &str| CARRIES.contains(&unit_of(name));
        Self(
            self.0
                .iter()
                .filter(|(name, values)| !carries(name) && filled(values))
                .map(|(name, values)| (name.clone(), values.clone()))
                .collect(),
        )
    }
}

/// Fields that carry a form and say nothing of the entry.
const CARRIES: &[&str] = &[
    "csrf",
    "entry",
    "base",
    "old_base",
    "draft",
    "draft_version",
    "draft_token",
    "draft_csrf",
    "then",
    "reason",
    "pick",
    "both",
    "more",
    "resolve",
    "quick",
    "finalise",
    "again",
    "wording",
    "check",
    "suggested",
];

fn filled(values: &[String]) -> bool {
    values.iter().any(|value| !value.trim().is_empty())
}

/// The unit a field belongs to: what stands before the first `-`.
pub(crate) fn unit_of(name: &str) -> &str {
    name.split('-').next().unwrap_or(name)
}

/// The row of a list that a field belongs to.
fn row_of(name: &str, list: &str) -> Option<usize> {
    let row: usize = name.strip_prefix(list)?.strip_prefix('-')?.split('-').next()?.parse().ok()?;
    (row < MOST_ROWS).then_some(row)
}

impl<const N: usize> From<[(&str, &str); N]> for Raw {
    fn from(pairs: [(&str, &str); N]) -> Self {
        Self::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_count_to_the_last_that_is_filled() {
        let raw = Raw::from([
            ("known-0-how", "seen"),
            ("known-2-words", "x"),
            ("known-3-how", " "),
            ("knowns-9-how", "x"),
        ]);
        assert_eq!(raw.rows("known"), 3);
        assert_eq!(raw.rows("disputed"), 0);
        assert_eq!(Raw::from([("known-99999-how", "x")]).rows("known"), 0);
    }

    #[test]
    fn what_carries_a_form_is_not_part_of_the_entry() {
        let raw = Raw::from([("act", "reads her phone"), ("csrf", "t"), ("pick-act", "both"), ("title", "")]);
        assert_eq!(raw.content_only(), Raw::from([("act", "reads her phone")]));
    }
}
