//! A first mapping, guessed from the headings. A person looks at it before anything is read with it.

use crate::mapping::{Column, MAPS, Mapping};
use crate::table::{Table, letters};
use words::Words;

/// Guesses which column is what. The words of headings are in Fluent, by language.
#[must_use]
pub fn guess(table: &Table, words: &Words) -> Mapping {
    let mut mapping = Mapping::default();
    let mut taken = vec![false; table.width()];
    // Exact headings first, so that "Date" wins over "Date recorded".
    for exact in [true, false] {
        for column in MAPS {
            if mapping.columns.get(column).is_some() {
                continue;
            }
            let known: Vec<String> = words
                .say(&format!("import-guess-{}", column.code().replace('_', "-")))
                .split('|')
                .map(|word| word.trim().to_lowercase())
                .filter(|word| !word.is_empty())
                .collect();
            let fits = |heading: &str| {
                let heading = heading.trim().trim_end_matches([':', '?', '.']).to_lowercase();
                known.iter().any(|word| if exact { *word == heading } else { begins(&heading, word) })
            };
            let found = table
                .headings
                .iter()
                .enumerate()
                .find(|(n, heading)| taken.get(*n).is_some_and(|taken| !taken) && fits(heading));
            if let Some((n, _)) = found {
                mapping.columns.set(column, Some(name(table, n)));
                if let Some(place) = taken.get_mut(n) {
                    *place = true;
                }
            }
        }
    }
    if is_notes(&mapping) {
        mapping.rows.becomes = crate::Becomes::Note;
    }
    mapping
}

/// A table of dates, authors and texts is one of notes.
fn is_notes(mapping: &Mapping) -> bool {
    let has = |column| mapping.columns.get(column).is_some();
    has(Column::What) && (has(Column::Author) || has(Column::Title)) && !has(Column::Who) && !has(Column::Effect)
}

/// Whether a heading begins with a word of ours.
fn begins(heading: &str, word: &str) -> bool {
    heading.strip_prefix(word).is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
}

/// How a column is named in a mapping: by its heading where no other has the same, else by its letter.
#[must_use]
pub fn name(table: &Table, column: usize) -> String {
    let heading = table.headings.get(column).map(String::as_str).unwrap_or_default();
    let same = table.headings.iter().filter(|other| other.eq_ignore_ascii_case(heading)).count();
    if heading.is_empty() || same > 1 { letters(column) } else { heading.to_owned() }
}

/// The column that a mapping names.
pub(crate) fn find(table: &Table, named: &str) -> Option<usize> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let wanted = plain(named);
    table
        .headings
        .iter()
        .position(|heading| !heading.is_empty() && plain(heading) == wanted)
        .or_else(|| (0..table.width()).find(|column| letters(*column) == named.trim().to_uppercase()))
}
