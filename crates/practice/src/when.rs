//! When something happened: a day, a month, a season, a year, a period with a recurrence band, or not known.
//!
//! Survivors and children rarely remember a date; they remember "the spring Maja was born". Recurrence is a band and not
//! a count, so that nobody has to invent a number and quiet months do not read as less.

use jiff::civil::{Date, DateTime};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A season of a year as people say it in the northern half of the world: spring is March to May, and the winter of 2026
/// begins in December 2026. Written as in EDTF (ISO 8601-2): 21 to 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// A date as exactly as it is known. Written `2026`, `2026-21` (spring), `2026-03`, `2026-03-02` or `2026-03-02T14:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ApproxDate {
    /// Some time in this year.
    Year(i16),
    /// Some time in this season.
    Season(i16, Season),
    /// Some time in this month (1 to 12).
    Month(i16, i8),
    /// On this day.
    Day(Date),
    /// At this minute, local time of the family.
    Minute(DateTime),
}

/// Why a date was not accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not in any of the forms.
    #[error(
        "“{0}” is not a date: write 2026, 2026-03, 2026-03-02 or 2026-03-02T14:30; 2026-21 is spring, 22 summer, 23 autumn, 24 winter"
    )]
    Form(String),
    /// In the right form, but there is no such day.
    #[error("“{0}” does not exist in the calendar: check the day and the month")]
    NoSuchDay(String),
}

impl ApproxDate {
    /// The first minute it can mean. Used for sorting and drawing only.
    #[must_use]
    pub fn start(&self) -> DateTime {
        match *self {
            Self::Year(year) => first_of(year, 1),
            Self::Season(year, season) => first_of(year, season.first_month()),
            Self::Month(year, month) => first_of(year, month),
            Self::Day(day) => day.at(0, 0, 0, 0),
            Self::Minute(minute) => minute,
        }
    }

    /// The last day it can mean.
    #[must_use]
    pub fn last_day(&self) -> Date {
        match *self {
            Self::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
            Self::Season(year, Season::Winter) => first_of(year.saturating_add(1), 2).date().last_of_month(),
            Self::Season(year, season) => first_of(year, season.first_month() + 2).date().last_of_month(),
            Self::Month(year, month) => first_of(year, month).date().last_of_month(),
            Self::Day(day) => day,
            Self::Minute(minute) => minute.date(),
        }
    }

    /// The year it is in, or begins in.
    #[must_use]
    pub fn year(&self) -> i16 {
        self.start().year()
    }

    /// How exact it is, exact last, so that "2026" sorts before "March 2026" before "1 March 2026".
    fn exactness(&self) -> u8 {
        match self {
            Self::Year(_) => 0,
            Self::Season(..) => 1,
            Self::Month(..) => 2,
            Self::Day(_) => 3,
            Self::Minute(_) => 4,
        }
    }
}

fn first_of(year: i16, month: i8) -> DateTime {
    Date::new(year, month, 1).unwrap_or(Date::MIN).at(0, 0, 0, 0)
}

impl Season {
    fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl PartialOrd for ApproxDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ApproxDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.start().cmp(&other.start()).then(self.exactness().cmp(&other.exactness()))
    }
}

impl fmt::Display for ApproxDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Season(year, season) => {
                let code = match season {
                    Season::Spring => 21,
                    Season::Summer => 22,
                    Season::Autumn => 23,
                    Season::Winter => 24,
                };
                write!(f, "{year:04}-{code}")
            }
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{day}"),
            Self::Minute(at) => write!(f, "{}T{:02}:{:02}", at.date(), at.hour(), at.minute()),
        }
    }
}

impl FromStr for ApproxDate {
    type Err = DateError;

    fn from_str(raw: &str) -> Result<Self, DateError> {
        let text = raw.trim();
        let form = || DateError::Form(text.chars().take(60).collect());
        let missing = || DateError::NoSuchDay(text.chars().take(60).collect());
        let (day_part, time_part) = match text.split_once('T') {
            Some((day, time)) => (day, Some(time)),
            None => (text, None),
        };
        let parts: Vec<&str> = day_part.split('-').collect();
        let number = |part: &str, digits: usize| -> Result<i16, DateError> {
            if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) {
                part.parse().map_err(|_| form())
            } else {
                Err(form())
            }
        };
        match (parts.as_slice(), time_part) {
            ([year], None) => Ok(Self::Year(number(year, 4)?)),
            ([year, month], None) => {
                let (year, month) = (number(year, 4)?, number(month, 2)?);
                match month {
                    1..=12 => Ok(Self::Month(year, i8::try_from(month).map_err(|_| form())?)),
                    21 => Ok(Self::Season(year, Season::Spring)),
                    22 => Ok(Self::Season(year, Season::Summer)),
                    23 => Ok(Self::Season(year, Season::Autumn)),
                    24 => Ok(Self::Season(year, Season::Winter)),
                    _ => Err(missing()),
                }
            }
            ([year, month, day], time) => {
                let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
                let narrow = |n: i16| i8::try_from(n).map_err(|_| form());
                let date = Date::new(year, narrow(month)?, narrow(day)?).map_err(|_| missing())?;
                let Some(time) = time else {
                    return Ok(Self::Day(date));
                };
                let (hour, minute) = time.split_once(':').ok_or_else(form)?;
                let (hour, minute) = (narrow(number(hour, 2)?)?, narrow(number(minute, 2)?)?);
                let time = jiff::civil::Time::new(hour, minute, 0, 0).map_err(|_| missing())?;
                Ok(Self::Minute(date.to_datetime(time)))
            }
            _ => Err(form()),
        }
    }
}

impl Serialize for ApproxDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ApproxDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for ApproxDate {
    fn schema_name() -> Cow<'static, str> {
        "ApproxDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": r"^\d{4}(-(0[1-9]|1[0-2]|2[1-4]))?$|^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?$",
            "description": "A date as exactly as it is known: 2026, 2026-21 (spring; 22 summer, 23 autumn, 24 winter), 2026-03, 2026-03-02 or 2026-03-02T14:30."
        })
    }
}

/// How often, in bands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Recurrence {
    /// One time that is known of.
    Once,
    /// More than once, without a rhythm that anybody could name.
    NowAndThen,
    /// In most months.
    MostMonths,
    /// In most weeks.
    MostWeeks,
    /// Several times in a usual week.
    SeveralTimesAWeek,
    /// On most days or nights.
    MostDays,
    /// A rule that stands whether or not he is in the room.
    AllTheTime,
    /// Nobody has asked how often.
    #[default]
    NotKnown,
}

/// When a period ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Until {
    /// It goes on.
    Ongoing,
    /// Nobody knows, or nobody has asked.
    NotKnown,
    /// It ended then.
    Date(ApproxDate),
}

impl Serialize for Until {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Ongoing => serializer.serialize_str("ongoing"),
            Self::NotKnown => serializer.serialize_str("not_known"),
            Self::Date(date) => date.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Until {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        match text.as_ref() {
            "ongoing" => Ok(Self::Ongoing),
            "not_known" => Ok(Self::NotKnown),
            date => date.parse().map(Self::Date).map_err(D::Error::custom),
        }
    }
}

impl JsonSchema for Until {
    fn schema_name() -> Cow<'static, str> {
        "Until".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let date = generator.subschema_for::<ApproxDate>();
        json_schema!({ "anyOf": [ { "enum": ["ongoing", "not_known"] }, date ] })
    }
}

/// From when until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// When it began, as exactly as is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<ApproxDate>,
    /// When it ended.
    pub until: Until,
}

impl Period {
    /// Whether the period can include this day. Unknown ends are read as open.
    #[must_use]
    pub fn includes(&self, day: Date) -> bool {
        let begun = self.from.is_none_or(|from| from.start().date() <= day);
        let open = match self.until {
            Until::Ongoing | Until::NotKnown => true,
            Until::Date(date) => date.last_day() >= day,
        };
        begun && open
    }
}

/// When something happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Happened {
    /// Nobody knows, or nobody has asked.
    #[default]
    NotKnown,
    /// Once, then.
    On(ApproxDate),
    /// Again and again, or all the time, over a while.
    Over {
        /// When it began, as exactly as is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<ApproxDate>,
        /// When it ended.
        until: Until,
        /// How often.
        #[serde(default)]
        recurrence: Recurrence,
    },
}

impl Happened {
    /// The date it begins with, where one is known.
    #[must_use]
    pub fn begins(&self) -> Option<ApproxDate> {
        match *self {
            Self::NotKnown => None,
            Self::On(date) => Some(date),
            Self::Over { from, until, .. } => from.or(match until {
                Until::Date(date) => Some(date),
                Until::Ongoing | Until::NotKnown => None,
            }),
        }
    }

    /// The last day it can mean; `as_of` where it goes on.
    #[must_use]
    pub fn ends(&self, as_of: Date) -> Option<Date> {
        match *self {
            Self::NotKnown => None,
            Self::On(date) => Some(date.last_day()),
            Self::Over { from, until, .. } => match until {
                Until::Ongoing => Some(as_of),
                Until::Date(date) => Some(date.last_day()),
                Until::NotKnown => from.map(|from| from.last_day()),
            },
        }
    }

    /// Sorts by beginning; what has no date comes last.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        match (self.begins(), other.begins()) {
            (Some(a), Some(b)) => a.cmp(&b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    }
}
