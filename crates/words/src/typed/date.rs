//! One typed date, or two that make a period, from their words.

use super::TypedError;
use super::tokens::{Token, Vocabulary};
use jiff::ToSpan as _;
use jiff::civil::{Date, Time};
use practice::when::{ApproxDate, DateError};

/// The earliest year that is taken as meant.
const FIRST_YEAR: i16 = 1900;
/// How many years ahead a date may lie.
const AHEAD: i16 = 30;

/// One date. `text` is in small letters with single spaces.
pub(super) fn one(vocabulary: &Vocabulary, text: &str, as_of: Date) -> Result<ApproxDate, TypedError> {
    match text.to_uppercase().parse::<ApproxDate>() {
        Ok(date) => return within_reach(date, as_of),
        Err(DateError::NoSuchDay(_)) if text.matches('-').count() == 2 => {
            let parts: Vec<i16> =
                text.split('t').next().unwrap_or(text).split('-').filter_map(|part| part.parse().ok()).collect();
            if let [year, month, day] = *parts.as_slice() {
                return day_of(day, month, year).and_then(|_| Err(TypedError::NoSuchTime(shown(text))));
            }
        }
        Err(_) => {}
    }
    let tokens = vocabulary.tokens(text).ok_or_else(|| TypedError::NotUnderstood(shown(text)))?;
    let date = read(&tokens, as_of).unwrap_or_else(|| Err(TypedError::NotUnderstood(shown(text))))?;
    within_reach(date, as_of)
}

/// The two ends of a period. What the first leaves out, the second says: "2 to 9 March 2026", "March to June 2026".
pub(super) fn two(
    vocabulary: &Vocabulary,
    first: &str,
    second: &str,
    as_of: Date,
) -> Result<(ApproxDate, ApproxDate), TypedError> {
    let tokens = |text: &str| vocabulary.tokens(text).unwrap_or_default();
    // "2010–13": the end in two figures.
    if let ([Token::Number { value: from, digits: 4 }], [Token::Number { value: until, digits: 2 }]) =
        (tokens(first).as_slice(), tokens(second).as_slice())
    {
        let until = from - from.rem_euclid(100) + until;
        return Ok((within_reach(ApproxDate::Year(*from), as_of)?, within_reach(ApproxDate::Year(until), as_of)?));
    }
    let until = one(vocabulary, second, as_of)?;
    let from = match (tokens(first).as_slice(), until) {
        ([Token::Number { value, digits: 1 | 2 }], ApproxDate::Day(until)) => {
            day_of(*value, i16::from(until.month()), until.year())?
        }
        ([Token::Number { value, digits: 1 | 2 }, Token::Month(month)], _) => {
            earlier_year(until, |year| day_of(*value, i16::from(*month), year))?
        }
        ([Token::Month(month)], _) => earlier_year(until, |year| Ok(ApproxDate::Month(year, *month)))?,
        ([Token::Season(season)], _) => earlier_year(until, |year| Ok(ApproxDate::Season(year, *season)))?,
        _ => one(vocabulary, first, as_of)?,
    };
    Ok((within_reach(from, as_of)?, until))
}

/// The year of the end, or the one before where the beginning would lie after the end: "October to March 2026".
fn earlier_year(
    until: ApproxDate,
    make: impl Fn(i16) -> Result<ApproxDate, TypedError>,
) -> Result<ApproxDate, TypedError> {
    let year = until.last_day().year();
    let date = make(year)?;
    if date.start().date() > until.last_day() { make(year - 1) } else { Ok(date) }
}

fn read(tokens: &[Token], as_of: Date) -> Option<Result<ApproxDate, TypedError>> {
    let mut weekday = None;
    let mut time = None;
    let mut about = false;
    let mut rest = Vec::new();
    for token in tokens {
        match token {
            Token::Weekday(n) if weekday.is_none() => weekday = Some(*n),
            Token::Time { hour, minute } if time.is_none() => time = Some((*hour, *minute)),
            Token::About => about = true,
            other => rest.push(other.clone()),
        }
    }
    let year_said = rest.iter().any(|t| matches!(t, Token::Number { digits: 4, .. } | Token::Slashes(_)));
    let date = match rest.as_slice() {
        [] => weekday.and_then(|n| latest_weekday(n, as_of)).map(|day| Ok(ApproxDate::Day(day))),
        parts => calendar(parts, as_of),
    }?;
    let date = match date {
        Ok(date) => date,
        Err(error) => return Some(Err(error)),
    };
    if let (Some(n), ApproxDate::Day(day)) = (weekday, date)
        && year_said
        && day.weekday().to_monday_one_offset() != n
    {
        return Some(Err(TypedError::AnotherWeekday(day)));
    }
    if about && matches!(date, ApproxDate::Day(_)) {
        return Some(Err(TypedError::AboutADay(date)));
    }
    Some(match (time, date) {
        (None, date) => Ok(date),
        (Some((hour, minute)), ApproxDate::Day(day)) => match Time::new(hour, minute, 0, 0) {
            Ok(time) => Ok(ApproxDate::Minute(day.to_datetime(time))),
            Err(_) => Err(TypedError::NoSuchTime(format!("{hour}:{minute:02}"))),
        },
        (Some(_), _) => return None,
    })
}

/// The day, month, season or year.
fn calendar(parts: &[Token], as_of: Date) -> Option<Result<ApproxDate, TypedError>> {
    let latest = |make: &dyn Fn(i16) -> Result<ApproxDate, TypedError>| {
        // Without a year: the latest one that is not ahead.
        make(as_of.year()).and_then(
            |date| {
                if date.start().date() > as_of { make(as_of.year() - 1) } else { Ok(date) }
            },
        )
    };
    Some(match *parts {
        [Token::Today] => Ok(ApproxDate::Day(as_of)),
        [Token::Yesterday] => Ok(ApproxDate::Day(as_of.checked_sub(1.day()).ok()?)),
        [Token::Number { value, digits: 4 }] => Ok(ApproxDate::Year(value)),
        [Token::Season(season), Token::Number { value, digits: 4 }] => Ok(ApproxDate::Season(value, season)),
        [Token::Season(season)] => latest(&|year| Ok(ApproxDate::Season(year, season))),
        [Token::Month(month), Token::Number { value, digits: 4 }] => Ok(ApproxDate::Month(value, month)),
        [Token::Month(month)] => latest(&|year| Ok(ApproxDate::Month(year, month))),
        [
            Token::Number { value: day, digits: 1 | 2 },
            Token::Month(month),
            Token::Number { value: year, digits },
        ]
        | [
            Token::Month(month),
            Token::Number { value: day, digits: 1 | 2 },
            Token::Number { value: year, digits },
        ] => day_of(day, i16::from(month), whole_year(year, digits, as_of)),
        [Token::Number { value: day, digits: 1 | 2 }, Token::Month(month)]
        | [Token::Month(month), Token::Number { value: day, digits: 1 | 2 }] => {
            latest(&|year| day_of(day, i16::from(month), year))
        }
        [Token::Slashes(ref numbers)] => match *numbers.as_slice() {
            [day, month, year] => day_of(day, month, whole_year(year, if year > 99 { 4 } else { 2 }, as_of)),
            // 3/2026 is a month; 17/11 is a day.
            [month, year] if year > 99 => month_of(month).map(|month| ApproxDate::Month(year, month)),
            [day, month] => latest(&|year| day_of(day, month, year)),
            _ => return None,
        },
        _ => return None,
    })
}

fn month_of(month: i16) -> Result<i8, TypedError> {
    i8::try_from(month).ok().filter(|m| (1..=12).contains(m)).ok_or(TypedError::NoSuchMonth(month))
}

fn day_of(day: i16, month: i16, year: i16) -> Result<ApproxDate, TypedError> {
    let month = month_of(month)?;
    let no_such = || TypedError::NoSuchDay { day, month, year };
    let narrow = i8::try_from(day).map_err(|_| no_such())?;
    Date::new(year, month, narrow).map(ApproxDate::Day).map_err(|_| no_such())
}

/// 26 is 2026, 87 is 1987: the latest year that is not far ahead.
fn whole_year(year: i16, digits: usize, as_of: Date) -> i16 {
    if digits != 2 {
        return year;
    }
    let century = as_of.year() - as_of.year().rem_euclid(100);
    let guess = century + year;
    if guess > as_of.year() + 1 { guess - 100 } else { guess }
}

fn latest_weekday(n: i8, as_of: Date) -> Option<Date> {
    let today = as_of.weekday().to_monday_one_offset();
    as_of.checked_sub(i64::from((today - n).rem_euclid(7)).days()).ok()
}

fn within_reach(date: ApproxDate, as_of: Date) -> Result<ApproxDate, TypedError> {
    let year = date.year();
    if (FIRST_YEAR..=as_of.year().saturating_add(AHEAD)).contains(&year) {
        Ok(date)
    } else {
        Err(TypedError::YearFarOff(year))
    }
}

/// What was typed, not at any length.
fn shown(text: &str) -> String {
    text.chars().take(60).collect()
}
