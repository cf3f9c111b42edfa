//! Dates of old records: real dates, serial numbers, numbers with slashes in either order, and words. Which order a file
//! writes is asked where nothing in the file decides it; a year is never guessed.

use crate::table::{Cell, Row, Table};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use practice::when::{ApproxDate, Happened};
use serde::{Deserialize, Serialize};
use words::{TypedError, Words};

/// Which number comes first in 03/04/2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// 3 April, as in most of the world.
    DayFirst,
    /// 4 March, as in the United States.
    MonthFirst,
}

/// What a column of dates says of its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    /// Rows that can only be day first.
    pub(crate) day_first: Vec<u32>,
    /// Rows that can only be month first.
    pub(crate) month_first: Vec<u32>,
    /// Rows that can be either, with what they say.
    pub(crate) either: Vec<(u32, String)>,
    /// Rows whose cells are real dates with a day up to 12.
    pub(crate) real_small: Vec<u32>,
}

/// Why a cell gives no date.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NoDate {
    /// The words are no date.
    Typed(TypedError),
    /// There is no year in it.
    NoYear,
    /// A formula without a result.
    NoResult,
    /// A formula that went wrong.
    Wrong(String),
    /// A number that is neither a year nor a day of a calendar.
    Number(String),
}

/// Looks through a column.
pub(crate) fn evidence(table: &Table, column: usize) -> Evidence {
    let mut found = Evidence::default();
    for row in &table.rows {
        look(row, column, &mut found);
    }
    found
}

fn look(row: &Row, column: usize, found: &mut Evidence) {
    match row.cell(column) {
        Cell::Date(at, _) if at.day() <= 12 => found.real_small.push(row.number),
        cell @ Cell::Text(_) => {
            let text = cell.text();
            for (first, second) in pieces(&text).into_iter().filter_map(|piece| match piece {
                Piece::Numbers(first, second, _) => Some((first, second)),
                Piece::Words(_) => None,
            }) {
                match (first > 12, second > 12) {
                    (true, false) => found.day_first.push(row.number),
                    (false, true) => found.month_first.push(row.number),
                    (false, false) if first != second => found.either.push((row.number, text.trim().to_owned())),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// Reads a cell. An empty one is not known.
pub(crate) fn read(
    cell: &Cell,
    order: Order,
    from_1904: bool,
    words: &Words,
    today: Date,
) -> Result<Happened, NoDate> {
    match cell {
        Cell::Empty => Ok(Happened::NotKnown),
        Cell::Date(at, true) => on(ApproxDate::Minute(*at), today),
        Cell::Date(at, false) => on(ApproxDate::Day(at.date()), today),
        Cell::Number(number) => {
            let shown = || NoDate::Number(cell.text());
            if number.fract() == 0.0 && (1900.0..=2100.0).contains(number) {
                let year = cell.text().parse().map_err(|_| shown())?;
                return on(ApproxDate::Year(year), today);
            }
            on(ApproxDate::Day(serial(*number, from_1904).ok_or_else(shown)?), today)
        }
        Cell::NoResult => Err(NoDate::NoResult),
        Cell::Wrong(code) => Err(NoDate::Wrong(code.clone())),
        Cell::Text(_) => typed(&cell.text(), order, words, today),
    }
}

fn on(date: ApproxDate, today: Date) -> Result<Happened, NoDate> {
    if date.start().date() > today { Err(NoDate::Typed(TypedError::Future(date))) } else { Ok(Happened::On(date)) }
}

/// A day as Excel counts it, from the last of 1899, or from 1904 in workbooks from old Macs.
fn serial(number: f64, from_1904: bool) -> Option<Date> {
    if !(1.0..=73_050.0).contains(&number) {
        return None;
    }
    // The parse is of digits that were just written, so that no cast can cut anything off.
    let days: i64 = format!("{:.0}", number.floor()).parse().ok()?;
    let start = if from_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
    start.checked_add(days.days()).ok()
}

fn typed(text: &str, order: Order, words: &Words, today: Date) -> Result<Happened, NoDate> {
    let mut rewritten = String::new();
    let mut has_year = false;
    for piece in pieces(text) {
        match piece {
            Piece::Words(part) => {
                has_year |= four_digits(&part);
                rewritten.push_str(&part);
            }
            Piece::Numbers(first, second, year) => {
                has_year = true;
                let (day, month) = match order {
                    Order::DayFirst => (first, second),
                    Order::MonthFirst => (second, first),
                };
                // As it is typed: the reader of typed dates says what is wrong with it in its own words.
                rewritten.push_str(&format!("{day}/{month}/{year}"));
            }
        }
    }
    let happened = words.typed_when(&rewritten, today).map_err(NoDate::Typed)?;
    let dated = match happened {
        Happened::NotKnown => false,
        Happened::On(_) => true,
        Happened::Over { from, until, .. } => from.is_some() || matches!(until, practice::when::Until::Date(_)),
    };
    if dated && !has_year { Err(NoDate::NoYear) } else { Ok(happened) }
}

fn four_digits(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4)
}

/// A part of a typed date.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// Anything else, as it stands.
    Words(String),
    /// Two numbers and a year, in the order in which they stand.
    Numbers(u16, u16, String),
}

/// Cuts out what looks like 03/04/2024, 3.4.24 or 03-04-2024; ISO dates stay as they are.
fn pieces(text: &str) -> Vec<Piece> {
    // Times of day that spreadsheets add to every date.
    let text = text.replace("00:00:00", "");
    let mut out = Vec::new();
    let mut words = String::new();
    let mut run = String::new();
    for c in text.chars().chain(std::iter::once(' ')) {
        if c.is_ascii_digit() || matches!(c, '/' | '.' | '-') {
            run.push(c);
            continue;
        }
        match numbers(&run) {
            Some(piece) => {
                out.push(Piece::Words(std::mem::take(&mut words)));
                out.push(piece);
            }
            None => words.push_str(&run),
        }
        run.clear();
        words.push(c);
    }
    out.push(Piece::Words(words.trim_end().to_owned()));
    out
}

fn numbers(run: &str) -> Option<Piece> {
    let run = run.trim_end_matches(['.', '-', '/']);
    let separator = ['/', '.', '-'].into_iter().find(|separator| run.matches(*separator).count() == 2)?;
    let parts: Vec<&str> = run.split(separator).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let short = |part: &&str| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
    if !short(first) || !short(second) || !matches!(year.len(), 2 | 4) || !year.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    Some(Piece::Numbers(first.parse().ok()?, second.parse().ok()?, (*year).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = date(2026, 11, 24);

    fn read_text(text: &str, order: Order) -> Result<String, NoDate> {
        let words = Words::new("en").unwrap();
        let happened = read(&Cell::Text(text.to_owned()), order, false, &words, TODAY)?;
        Ok(match happened {
            Happened::On(date) => date.to_string(),
            other => format!("{other:?}"),
        })
    }

    #[test]
    fn both_orders_and_every_separator() {
        for text in ["03/04/2024", "3.4.2024", "03-04-24", "03/04/2024 00:00:00"] {
            assert_eq!(read_text(text, Order::DayFirst).unwrap(), "2024-04-03", "{text}");
            assert_eq!(read_text(text, Order::MonthFirst).unwrap(), "2024-03-04", "{text}");
        }
        assert_eq!(read_text("2024-04-03", Order::MonthFirst).unwrap(), "2024-04-03");
        assert_eq!(read_text("spring 2024", Order::MonthFirst).unwrap(), "2024-21");
        assert_eq!(read_text("March 2024", Order::DayFirst).unwrap(), "2024-03");
    }

    #[test]
    fn a_year_is_never_guessed_and_a_month_never_turned_round() {
        assert_eq!(read_text("3 March", Order::DayFirst), Err(NoDate::NoYear));
        assert!(read_text("last Monday", Order::DayFirst).is_err());
        assert_eq!(read_text("yesterday", Order::DayFirst), Err(NoDate::NoYear));
        assert!(matches!(
            read_text("12/31/2024", Order::DayFirst),
            Err(NoDate::Typed(TypedError::NoSuchMonth(31)))
        ));
        assert!(matches!(read_text("03/04/2031", Order::DayFirst), Err(NoDate::Typed(TypedError::Future(_)))));
    }

    #[test]
    fn serial_numbers_are_days_and_four_figures_are_years() {
        let words = Words::new("en").unwrap();
        let read = |number, from_1904| read(&Cell::Number(number), Order::DayFirst, from_1904, &words, TODAY);
        assert_eq!(read(45_385.0, false).unwrap(), Happened::On(ApproxDate::Day(date(2024, 4, 3))));
        assert_eq!(read(45_385.75, false).unwrap(), Happened::On(ApproxDate::Day(date(2024, 4, 3))));
        assert_eq!(read(43_923.0, true).unwrap(), Happened::On(ApproxDate::Day(date(2024, 4, 3))));
        assert_eq!(read(2024.0, false).unwrap(), Happened::On(ApproxDate::Year(2024)));
        for odd in [-3.0, 0.2, 1e9, f64::NAN, f64::INFINITY] {
            assert!(read(odd, false).is_err(), "{odd}");
        }
    }
}
