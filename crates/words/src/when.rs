//! When something happened, how long it lasted, how often, and how old somebody is.

use crate::Words;
use jiff::Unit;
use jiff::civil::Date;
use practice::when::{ApproxDate, Happened, Period, Recurrence, Until};

impl Words {
    /// When something happened: "Most weeks, 2014 to now", "Spring 2026", "Monday 2 March 2026".
    #[must_use]
    pub fn when(&self, happened: &Happened) -> String {
        match *happened {
            Happened::NotKnown => self.say("when-not-known"),
            Happened::On(date) => self.date_with_weekday(date),
            Happened::Over { from, until, recurrence } => {
                let period = self.span(from, until);
                match (recurrence, period) {
                    (Recurrence::NotKnown, Some(period)) => self.upper_first(period),
                    (Recurrence::NotKnown, None) => self.say("when-not-known"),
                    (often, None) => self.name(often),
                    (often, Some(period)) => {
                        self.say_with("when-over", &[("often", self.name(often).into()), ("period", period.into())])
                    }
                }
            }
        }
    }

    /// From when until when, standing alone: "2014 to now".
    #[must_use]
    pub fn period(&self, period: &Period) -> String {
        match self.span(period.from, period.until) {
            Some(said) => self.upper_first(said),
            None => self.say("when-not-known"),
        }
    }

    fn span(&self, from: Option<ApproxDate>, until: Until) -> Option<String> {
        // A period that lies within one spring is said as that spring.
        if let (Some(from), Until::Date(until)) = (from, until)
            && from == until
        {
            return Some(self.date_within(from));
        }
        let from_said = from.map(|from| {
            let short = match until {
                Until::Date(until) => self.date_without_year(from, until),
                Until::Ongoing | Until::NotKnown => None,
            };
            short.unwrap_or_else(|| self.date_within(from))
        });
        match (from_said, until) {
            (Some(from), Until::Ongoing) => Some(self.say_with("span-from-now", &[("from", from.into())])),
            (Some(from), Until::NotKnown) => Some(self.say_with("span-from", &[("from", from.into())])),
            (Some(from), Until::Date(until)) => {
                let until = self.date_within(until);
                Some(self.say_with("span-from-until", &[("from", from.into()), ("until", until.into())]))
            }
            (None, Until::Ongoing) => Some(self.say("span-now")),
            (None, Until::NotKnown) => None,
            (None, Until::Date(until)) => {
                Some(self.say_with("span-until", &[("until", self.date_within(until).into())]))
            }
        }
    }

    /// How old somebody is on a day: "11", "10 months", "3 weeks", "about 11", "expected in March 2027".
    ///
    /// Nothing where the date of birth is not known.
    #[must_use]
    pub fn age(&self, born: Option<ApproxDate>, unborn: bool, as_of: Date) -> Option<String> {
        let Some(born) = born else {
            return unborn.then(|| self.say("age-unborn"));
        };
        let start = born.start().date();
        if unborn || start > as_of {
            let key = match born {
                ApproxDate::Day(_) | ApproxDate::Minute(_) => "age-expected-on",
                _ => "age-expected-in",
            };
            return Some(self.say_with(key, &[("date", self.date_within(born).into())]));
        }
        let lived = start.until((Unit::Year, as_of)).ok()?;
        let years = i64::from(lived.get_years());
        let about = matches!(born, ApproxDate::Year(_) | ApproxDate::Season(..));
        if about && years == 0 {
            return Some(self.say("age-under-one"));
        }
        if years >= 2 || about {
            let key = if about { "age-about-years" } else { "age-years" };
            return Some(self.say_with(key, &[("years", years.into())]));
        }
        let months = years * 12 + i64::from(lived.get_months());
        if months >= 2 || matches!(born, ApproxDate::Month(..)) {
            return Some(self.say_with("age-months", &[("months", months.max(1).into())]));
        }
        let days = start.until((Unit::Day, as_of)).ok()?.get_days();
        Some(if days < 7 {
            self.say("age-newborn")
        } else {
            self.say_with("age-weeks", &[("weeks", (days / 7).into())])
        })
    }

    /// How old somebody is, for a place where a word has no room: "11", "≈ 39", "10 m", "3 w".
    ///
    /// Nothing where the date of birth is not known, or lies ahead.
    #[must_use]
    pub fn age_short(&self, born: Option<ApproxDate>, as_of: Date) -> Option<String> {
        let born = born?;
        let start = born.start().date();
        if start > as_of {
            return None;
        }
        let lived = start.until((Unit::Month, as_of)).ok()?;
        let months = i64::from(lived.get_months());
        let about = matches!(born, ApproxDate::Year(_) | ApproxDate::Season(..));
        Some(match months {
            _ if about && months < 12 => self.say("age-short-under-one"),
            _ if about => self.say_with("age-short-about", &[("years", (months / 12).into())]),
            24.. => self.say_with("age-short-years", &[("years", (months / 12).into())]),
            2.. => self.say_with("age-short-months", &[("months", months.into())]),
            _ => {
                let days = i64::from(start.until((Unit::Day, as_of)).ok()?.get_days());
                self.say_with("age-short-weeks", &[("weeks", (days / 7).into())])
            }
        })
    }
}
