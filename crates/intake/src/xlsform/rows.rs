//! A sheet of an XLSForm: a row of headings, rows under them, cells by the name of their column and by language.

use crate::table::Cell;
use practice::instrument::Texts;
use practice::text::Code;
use std::collections::BTreeMap;

/// One sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    headings: Vec<String>,
    rows: BTreeMap<u32, Vec<Cell>>,
}

/// One row: its number as the spreadsheet counts it, and its cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    pub(super) number: u32,
    cells: &'a [Cell],
}

impl Sheet {
    pub(super) fn of(name: String, mut rows: BTreeMap<u32, Vec<Cell>>) -> Self {
        let first = rows.keys().next().copied();
        let headings = first.and_then(|first| rows.remove(&first)).unwrap_or_default();
        let heading = |cell: &Cell| cell.text().trim().to_lowercase().replace(": :", "::");
        Self { name, headings: headings.iter().map(heading).collect(), rows }
    }

    /// The rows that are not empty.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows
            .iter()
            .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
            .map(|(number, cells)| Row { number: *number, cells })
    }

    /// The place of a column, from 0.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.headings.iter().position(|heading| heading == name)
    }

    /// The headings, with their places.
    pub(super) fn headings(&self) -> impl Iterator<Item = (usize, &str)> {
        self.headings.iter().map(String::as_str).enumerate()
    }

    /// What a cell says; empty where there is none.
    pub(super) fn cell(&self, row: &Row<'_>, name: &str) -> String {
        let cell = self.column(name).and_then(|column| row.cells.get(column));
        cell.map(|cell| cell.text().trim().to_owned()).unwrap_or_default()
    }
}

/// The words of a column in each language: `label`, `label::English (en)`, `label::pl`.
pub(super) fn texts(sheet: &Sheet, row: &Row<'_>, name: &str, default: &str) -> Texts {
    let mut texts = BTreeMap::new();
    for (column, heading) in sheet.headings() {
        let language = match heading.strip_prefix(name) {
            Some("") => default.to_owned(),
            Some(rest) => match rest.strip_prefix("::").and_then(tag) {
                Some(tag) => tag,
                None => continue,
            },
            None => continue,
        };
        let words = row.cells.get(column).map(|cell| cell.text().trim().to_owned()).unwrap_or_default();
        if !words.is_empty() {
            texts.insert(language, words);
        }
    }
    Texts(texts)
}

/// The tag of a language: of "English (en)" it is `en`; of "English" it is `en` too, as far as we know the name.
pub(super) fn tag(language: &str) -> Option<String> {
    let language = language.trim().to_lowercase();
    if let Some((_, rest)) = language.rsplit_once('(') {
        return rest.strip_suffix(')').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty());
    }
    let known = [("english", "en"), ("polski", "pl"), ("polish", "pl"), ("cymraeg", "cy"), ("español", "es")];
    let name = known.iter().find(|(name, _)| *name == language).map(|(_, tag)| (*tag).to_owned());
    name.or_else(|| (2..=8).contains(&language.len()).then_some(language))
}

/// A name of another tool as a code of ours.
pub(super) fn code(name: &str) -> Option<Code> {
    let plain: String = name
        .trim()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' })
        .take(64)
        .collect();
    Code::parse(&plain).ok()
}
