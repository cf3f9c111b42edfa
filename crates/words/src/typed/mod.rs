//! Dates as people type them: "17 November 2026, 10:15", "2 March", "spring 2026", "since autumn 2025", "2014 to now".
//!
//! What [`Words::when`] prints can be typed back: a form shows an entry's time in words and reads the same words again.

mod date;
mod tokens;

use crate::Words;
use crate::unmarked;
use jiff::civil::Date;
use practice::when::{ApproxDate, Happened, Period, Recurrence, Until};

pub(crate) use tokens::Vocabulary;

/// Why typed words were not understood as a date. [`Words::typed_error`] says it to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedError {
    /// None of the forms.
    NotUnderstood(String),
    /// The month has no such day.
    NoSuchDay {
        /// The day.
        day: i16,
        /// The month, 1 to 12.
        month: i8,
        /// The year.
        year: i16,
    },
    /// There are twelve months.
    NoSuchMonth(i16),
    /// The clock has no such time.
    NoSuchTime(String),
    /// It was another day of the week.
    AnotherWeekday(Date),
    /// A year in which nobody alive was born.
    YearFarOff(i16),
    /// The end lies before the beginning.
    EndsBeforeItBegins,
    /// It has not happened yet.
    Future(ApproxDate),
    /// "About" and a day: a month or a season is as exact as that.
    AboutADay(ApproxDate),
}

impl TypedError {
    /// Quotes what was typed as it was typed.
    fn quoting(self, typed: &str) -> Self {
        match self {
            Self::NotUnderstood(_) => Self::NotUnderstood(unmarked(typed).trim().chars().take(60).collect()),
            other => other,
        }
    }
}

impl Words {
    /// When something happened, from typed words. Nothing typed means not known.
    ///
    /// # Errors
    /// When the words are no date, or a date that cannot be.
    pub fn typed_when(&self, typed: &str, as_of: Date) -> Result<Happened, TypedError> {
        self.when_typed(typed, as_of).map_err(|error| error.quoting(typed))
    }

    fn when_typed(&self, typed: &str, as_of: Date) -> Result<Happened, TypedError> {
        let vocabulary = &self.inner().vocabulary;
        let text = plain(typed);
        if text.is_empty() || vocabulary.not_known.contains(&text) {
            return Ok(Happened::NotKnown);
        }
        let (recurrence, rest) = vocabulary.recurrence(&text);
        let (from, until) = match rest {
            None => (None, Until::NotKnown),
            Some(rest) => match self.span_typed(&rest, as_of)? {
                Span::One(date) if recurrence == Recurrence::NotKnown => {
                    return not_after(date, as_of).map(Happened::On);
                }
                Span::One(date) => (Some(date), Until::Date(date)),
                Span::Period(period) => (period.from, period.until),
            },
        };
        for date in [from, if let Until::Date(until) = until { Some(until) } else { None }].into_iter().flatten() {
            not_after(date, as_of)?;
        }
        Ok(Happened::Over { from, until, recurrence })
    }

    /// From when until when, from typed words. Nothing typed means nothing is known.
    ///
    /// # Errors
    /// When the words are no period.
    pub fn typed_period(&self, typed: &str, as_of: Date) -> Result<Option<Period>, TypedError> {
        let text = plain(typed);
        if text.is_empty() || self.inner().vocabulary.not_known.contains(&text) {
            return Ok(None);
        }
        match self.span_typed(&text, as_of).map_err(|error| error.quoting(typed))? {
            Span::One(date) => Ok(Some(Period { from: Some(date), until: Until::Date(date) })),
            Span::Period(period) => Ok(Some(period)),
        }
    }

    /// One date, from typed words: a date of birth, when something was told, when something will be looked at again.
    /// Nothing typed means not known. It may lie ahead: a child who is expected.
    ///
    /// # Errors
    /// When the words are no date.
    pub fn typed_date(&self, typed: &str, as_of: Date) -> Result<Option<ApproxDate>, TypedError> {
        let text = plain(typed);
        if text.is_empty() || self.inner().vocabulary.not_known.contains(&text) {
            return Ok(None);
        }
        date::one(&self.inner().vocabulary, &text, as_of).map(Some).map_err(|error| error.quoting(typed))
    }

    /// What is wrong with typed words, as a sentence for the person, with how to mend it.
    #[must_use]
    pub fn typed_error(&self, error: &TypedError) -> String {
        match error {
            TypedError::NotUnderstood(text) => {
                self.say_with("typed-error-not-understood", &[("text", text.as_str().into())])
            }
            TypedError::NoSuchDay { day, month: 2, year } if *day == 29 => self.say_with(
                "typed-error-no-leap-day",
                &[("month", self.month_name(2).into()), ("year", year.to_string().into())],
            ),
            TypedError::NoSuchDay { day, month, .. } => self.say_with(
                "typed-error-no-such-day",
                &[("day", (*day).into()), ("month", self.month_name(*month).into())],
            ),
            TypedError::NoSuchMonth(month) => {
                self.say_with("typed-error-no-such-month", &[("month", (*month).into())])
            }
            TypedError::NoSuchTime(text) => {
                self.say_with("typed-error-no-such-time", &[("text", text.as_str().into())])
            }
            TypedError::AnotherWeekday(day) => self.say_with(
                "typed-error-another-weekday",
                &[("date", self.date_with_weekday(ApproxDate::Day(*day)).into())],
            ),
            TypedError::YearFarOff(year) => {
                self.say_with("typed-error-year-far-off", &[("year", year.to_string().into())])
            }
            TypedError::EndsBeforeItBegins => self.say("typed-error-ends-before"),
            TypedError::Future(date) => {
                self.say_with("typed-error-future", &[("date", self.date_within(*date).into())])
            }
            TypedError::AboutADay(date) => {
                let month = ApproxDate::Month(date.year(), date.start().month());
                self.say_with("typed-error-about-a-day", &[("month", self.date_within(month).into())])
            }
        }
    }

    fn span_typed(&self, text: &str, as_of: Date) -> Result<Span, TypedError> {
        let vocabulary = &self.inner().vocabulary;
        if vocabulary.begin_not_known.contains(text) {
            return Ok(Span::Period(Period { from: None, until: Until::Ongoing }));
        }
        let (text, end_not_known) = match vocabulary.without_end_not_known(text) {
            Some(rest) => (rest, true),
            None => (text.to_owned(), false),
        };
        let (opening, body) = vocabulary.opening(&text);
        if opening == tokens::Opening::Until && vocabulary.split(&body).is_none() {
            let until = date::one(vocabulary, &body, as_of)?;
            return Ok(Span::Period(Period { from: None, until: Until::Date(until) }));
        }
        if let Some((first, second)) = vocabulary.split(&body) {
            return self.range_typed(&first, &second, as_of);
        }
        let date = date::one(vocabulary, &body, as_of)?;
        Ok(match (opening, end_not_known) {
            (tokens::Opening::Since, false) => Span::Period(Period { from: Some(date), until: Until::Ongoing }),
            (tokens::Opening::From, _) | (_, true) => {
                Span::Period(Period { from: Some(date), until: Until::NotKnown })
            }
            (tokens::Opening::None | tokens::Opening::Until, false) => Span::One(date),
        })
    }

    fn range_typed(&self, first: &str, second: &str, as_of: Date) -> Result<Span, TypedError> {
        let vocabulary = &self.inner().vocabulary;
        if vocabulary.now.contains(second) {
            let from = date::one(vocabulary, first, as_of)?;
            return Ok(Span::Period(Period { from: Some(from), until: Until::Ongoing }));
        }
        let (from, until) = date::two(vocabulary, first, second, as_of)?;
        if until.last_day() < from.start().date() {
            return Err(TypedError::EndsBeforeItBegins);
        }
        if from == until {
            return Ok(Span::One(from));
        }
        Ok(Span::Period(Period { from: Some(from), until: Until::Date(until) }))
    }
}

enum Span {
    One(ApproxDate),
    Period(Period),
}

fn not_after(date: ApproxDate, as_of: Date) -> Result<ApproxDate, TypedError> {
    if date.start().date() > as_of { Err(TypedError::Future(date)) } else { Ok(date) }
}

/// Small letters, single spaces, no marks.
fn plain(typed: &str) -> String {
    unmarked(typed).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
