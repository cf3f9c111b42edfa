//! Dates and times of day, as exactly as they are known, through ICU4X.

use crate::Words;
use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::fieldsets::{E, M, MD, T, YM, YMD};
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_locale_core::Locale;
use icu_time::Time as IcuTime;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use practice::when::{ApproxDate, Season};

type Formatter<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;

/// Formatters of dates.
pub(crate) struct Dates {
    day: Formatter<YMD>,
    weekday: Formatter<E>,
    month: Formatter<YM>,
    day_of_month: Formatter<MD>,
    month_name: Formatter<M>,
    time: NoCalendarFormatter<T>,
}

/// The data of the language are not there.
pub(crate) struct NoData;

impl Dates {
    pub(crate) fn new(formats: &Locale) -> Result<Self, NoData> {
        macro_rules! formatter {
            ($kind:ident, $fields:expr) => {
                $kind::try_new(formats.clone().into(), $fields).map_err(|_| NoData)?
            };
        }
        Ok(Self {
            day: formatter!(Formatter, YMD::long()),
            weekday: formatter!(Formatter, E::long()),
            month: formatter!(Formatter, YM::long()),
            day_of_month: formatter!(Formatter, MD::long()),
            month_name: formatter!(Formatter, M::long()),
            time: formatter!(NoCalendarFormatter, T::hm()),
        })
    }

    fn day(&self, day: Date) -> String {
        with(day, |date| self.day.format(&date).to_string())
    }

    fn month(&self, year: i16, month: i8) -> String {
        match Date::new(year, month, 1) {
            Ok(day) => with(day, |date| self.month.format(&date).to_string()),
            Err(_) => year.to_string(),
        }
    }
}

/// The date for ICU4X. Every date jiff knows is one ICU4X knows; the figures stand in for it if that ever changed.
fn with(day: Date, format: impl Fn(IcuDate<Gregorian>) -> String) -> String {
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    match IcuDate::try_new_gregorian(i32::from(day.year()), part(day.month()), part(day.day())) {
        Ok(date) => format(date),
        Err(_) => day.to_string(),
    }
}

impl Words {
    /// A day: "17 November 2026".
    #[must_use]
    pub fn day(&self, day: Date) -> String {
        self.finish(self.inner().dates.day(day))
    }

    /// A time of day: "10:15".
    #[must_use]
    pub fn clock(&self, time: Time) -> String {
        let part = |part: i8| u8::try_from(part).unwrap_or(0);
        let said = match IcuTime::try_new(part(time.hour()), part(time.minute()), 0, 0) {
            Ok(time) => self.inner().dates.time.format(&time).to_string(),
            Err(_) => time.to_string(),
        };
        self.finish(said)
    }

    /// When something was recorded, on the clock of the agency: "17 November 2026, 14:02".
    #[must_use]
    pub fn moment(&self, at: Timestamp, zone: &TimeZone) -> String {
        let here = zone.to_datetime(at);
        self.say_with(
            "date-at",
            &[("date", self.day(here.date()).into()), ("time", self.clock(here.time()).into())],
        )
    }

    /// The time of day when something was saved: "14:02".
    #[must_use]
    pub fn moment_clock(&self, at: Timestamp, zone: &TimeZone) -> String {
        self.clock(zone.to_datetime(at).time())
    }

    /// A date as exactly as it is known, standing alone: "Spring 2026", "March 2026", "2 March 2026".
    #[must_use]
    pub fn date(&self, date: ApproxDate) -> String {
        self.upper_first(self.date_within(date))
    }

    /// A date as exactly as it is known, within a sentence: "spring 2026".
    #[must_use]
    pub fn date_within(&self, date: ApproxDate) -> String {
        match date {
            ApproxDate::Year(year) => self.finish(year.to_string()),
            ApproxDate::Season(year, season) => {
                let key = match season {
                    Season::Spring => "season-spring",
                    Season::Summer => "season-summer",
                    Season::Autumn => "season-autumn",
                    Season::Winter => "season-winter",
                };
                let next = format!("{:02}", year.saturating_add(1).rem_euclid(100));
                self.say_with(key, &[("year", year.to_string().into()), ("next", next.into())])
            }
            ApproxDate::Month(year, month) => self.finish(self.inner().dates.month(year, month)),
            ApproxDate::Day(day) => self.day(day),
            ApproxDate::Minute(at) => self.say_with(
                "date-at",
                &[("date", self.day(at.date()).into()), ("time", self.clock(at.time()).into())],
            ),
        }
    }

    /// A date with the day of the week where the day is known: "Monday 2 March 2026".
    #[must_use]
    pub fn date_with_weekday(&self, date: ApproxDate) -> String {
        let weekday = |day: Date| {
            let name = with(day, |date| self.inner().dates.weekday.format(&date).to_string());
            self.say_with("date-weekday", &[("weekday", name.into()), ("date", self.day(day).into())])
        };
        match date {
            ApproxDate::Day(day) => weekday(day),
            ApproxDate::Minute(at) => {
                let time = self.clock(at.time());
                self.say_with("date-at", &[("date", weekday(at.date()).into()), ("time", time.into())])
            }
            other => self.date(other),
        }
    }

    /// The beginning of a period whose end names the year already: "March" in "March to June 2026".
    pub(crate) fn date_without_year(&self, date: ApproxDate, until: ApproxDate) -> Option<String> {
        if date.year() != until.year() {
            return None;
        }
        let dates = &self.inner().dates;
        let said = match (date, until) {
            (ApproxDate::Month(year, month), ApproxDate::Month(..)) => {
                with(Date::new(year, month, 1).ok()?, |date| dates.month_name.format(&date).to_string())
            }
            (ApproxDate::Day(day), ApproxDate::Day(_)) => {
                with(day, |date| dates.day_of_month.format(&date).to_string())
            }
            _ => return None,
        };
        Some(self.finish(said))
    }

    /// The name of a month, 1 to 12.
    pub(crate) fn month_name(&self, month: i8) -> String {
        match Date::new(2026, month, 1) {
            Ok(day) => self.finish(with(day, |date| self.inner().dates.month_name.format(&date).to_string())),
            Err(_) => self.finish(month.to_string()),
        }
    }

    /// Without a capital at the beginning, for within a sentence.
    pub(crate) fn lower_first(&self, said: String) -> String {
        let mut chars = said.chars();
        match chars.next() {
            Some(first) if first.is_uppercase() => first.to_lowercase().chain(chars).collect(),
            _ => said,
        }
    }

    /// With a capital at the beginning, where the script has capitals.
    pub(crate) fn upper_first(&self, said: String) -> String {
        let mut chars = said.chars();
        match chars.next() {
            Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
            _ => said,
        }
    }
}
