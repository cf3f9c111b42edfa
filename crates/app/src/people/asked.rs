//! What somebody types to find a person: names, or parts of them, in any order, and a year or a date of birth.

use super::facts::{Born, Word, name_words};
use jiff::civil::Date;

/// More words than this are not looked at.
const WORDS: usize = 6;

/// A search, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// What was typed.
    pub(crate) text: String,
    /// The words of names.
    pub(crate) words: Vec<Word>,
    /// As far as it was typed.
    pub(crate) born: Born,
}

impl Asked {
    /// Takes apart what was typed. What looks like neither a name nor a date is passed over.
    pub(crate) fn parse(text: &str) -> Self {
        let (mut names, mut born) = (Vec::new(), Born::default());
        for part in text.split([' ', ',', ';', '\t', '\n', '(', ')', '*', '+']).filter(|part| !part.is_empty()) {
            if !part.chars().any(|c| c.is_ascii_digit()) {
                names.push(part);
            } else if let Some(date) = date(part) {
                born = date;
            }
        }
        let mut words = name_words(&names.join(" "));
        words.truncate(WORDS);
        Self { text: text.to_owned(), words, born }
    }

    /// Whether there is nothing to look for.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.born == Born::default()
    }
}

/// `1984`, `3.5.1984`, `03/05/1984`, `1984-05-03`, `5.1984`.
fn date(part: &str) -> Option<Born> {
    let numbers: Vec<i16> = part
        .split(['.', '/', '-', ':'])
        .filter(|n| !n.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let is_year = |n: i16| (1880..=2100).contains(&n);
    let day = |year: i16, a: i16, b: i16| {
        let (month, day) = if (1..=12).contains(&a) { (a, b) } else { (b, a) };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year, month, day).ok().map(|_| Born { year: Some(year), day: Some((month, day)) })
    };
    match *numbers.as_slice() {
        [year] | [1..=12, year] | [year, 1..=12] if is_year(year) => Some(Born { year: Some(year), day: None }),
        [first, second, year] if is_year(year) => day(year, second, first),
        [year, first, second] if is_year(year) => day(year, first, second),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_dates_are_told_apart() {
        let born = |text: &str| {
            let asked = Asked::parse(text);
            (asked.words.len(), asked.born.year, asked.born.day)
        };
        assert_eq!(born("Kowalski, Jan 1984"), (2, Some(1984), None));
        assert_eq!(born("ola 3.5.2014"), (1, Some(2014), Some((5, 3))));
        assert_eq!(born("2014-05-03 ola"), (1, Some(2014), Some((5, 3))));
        assert_eq!(born("03/15/2014"), (0, Some(2014), Some((3, 15))), "where only one reading is a date");
        assert_eq!(born("5.2014"), (0, Some(2014), None));
        assert_eq!(born("flat 12b 99 31.2.2014"), (1, None, None), "what is no date is passed over");
        assert!(Asked::parse(" , ").is_empty() && !Asked::parse("1984").is_empty());
        assert_eq!(born("a b c d e f g h i").0, 6);
    }
}
