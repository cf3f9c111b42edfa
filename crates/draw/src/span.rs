//! When: a bar on one time axis for each behaviour, filled for this family and outlined for a former one.

use crate::escape::escape;
use jiff::civil::Date;
use practice::when::Happened;
use std::fmt::Write as _;

/// The common axis of a map, from the first of January of the first year to the day the map was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    from: Date,
    to: Date,
}

/// One bar: a beginning and an end in percent of the axis, and whether it was in another family.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where it begins, 0 to 100.
    pub from: f64,
    /// Where it ends, 0 to 100.
    pub to: f64,
    /// Outlined: another family.
    pub former: bool,
}

/// The narrowest bar that can still be seen, in percent.
const NARROWEST: f64 = 1.6;

impl Axis {
    /// An axis over these years; at least one year long.
    #[must_use]
    pub fn new(first_year: i16, as_of: Date) -> Self {
        let year = first_year.min(as_of.year().saturating_sub(1));
        Self { from: Date::new(year, 1, 1).unwrap_or(Date::MIN), to: as_of }
    }

    /// The place of a day in percent, kept within the axis.
    #[must_use]
    pub fn place(&self, day: Date) -> f64 {
        let days = |from: Date, to: Date| f64::from(from.until(to).map_or(0, |span| span.get_days()));
        let whole = days(self.from, self.to).max(1.0);
        (days(self.from, day) * 100.0 / whole).clamp(0.0, 100.0)
    }

    /// The bar of something that happened. Nothing where no date is known.
    #[must_use]
    pub fn bar(&self, happened: &Happened, former: bool) -> Option<Bar> {
        let from = happened.begins().map(|date| date.start().date());
        let to = happened.ends(self.to).or(from)?;
        let from = self.place(from.unwrap_or(to));
        let to = self.place(to).max(from);
        // A single day is a tick, not a line nobody sees; at the right edge it grows to the left.
        let (from, to) = if to - from >= NARROWEST {
            (from, to)
        } else {
            let from = from.min(100.0 - NARROWEST);
            (from, from + NARROWEST)
        };
        Some(Bar { from, to, former })
    }

    /// Years to print on the axis: the first, up to two between, and none that would collide with "now".
    #[must_use]
    pub fn years(&self) -> Vec<(i16, f64)> {
        let (first, last) = (self.from.year(), self.to.year());
        let length = last - first;
        let step = match length {
            ..=3 => 1,
            4..=8 => 2,
            9..=12 => 4,
            13..=24 => 5,
            _ => (length / 4 + 4) / 5 * 5,
        };
        let mut years = vec![(first, 0.0)];
        let mut year = first - first.rem_euclid(step) + step;
        while year < last {
            let at = Date::new(year, 1, 1).map_or(0.0, |day| self.place(day));
            // Room for four digits on either side.
            if at > 18.0 && at < 80.0 && years.last().is_none_or(|(_, before)| at - before > 18.0) {
                years.push((year, at));
            }
            year += step;
        }
        years
    }
}

/// The line of one behaviour: a thin axis, a tick where the former family ends, and its bars.
/// With `label` it is a picture with words, without it decoration beside words that say the same.
#[must_use]
pub fn span(bars: &[Bar], tick: Option<f64>, label: Option<&str>) -> String {
    let role = match label {
        Some(words) => format!(r#"role="img" aria-label="{}""#, escape(words)),
        None => r#"aria-hidden="true" focusable="false""#.to_owned(),
    };
    let mut svg = format!(
        r#"<svg class="hf-span" width="100%" height="18" {role}><line x1="0" x2="100%" y1="9" y2="9" class="sx"/>"#
    );
    if let Some(at) = tick {
        let _ = write!(svg, r#"<line x1="{at:.2}%" x2="{at:.2}%" y1="1" y2="17" class="st"/>"#);
    }
    for bar in bars {
        let width = bar.to - bar.from;
        let (y, height, class) = if bar.former { (4, 10, "sf") } else { (3, 12, "sp") };
        let _ = write!(
            svg,
            r#"<rect x="{:.2}%" y="{y}" width="{width:.2}%" height="{height}" class="{class}"/>"#,
            bar.from
        );
    }
    svg.push_str("</svg>");
    svg
}

/// The head of the axis with its years and the word for the present day.
#[must_use]
pub fn axis(axis: &Axis, now: &str, label: &str) -> String {
    let mut svg =
        format!(r#"<svg class="hf-axis" width="100%" height="17" role="img" aria-label="{}">"#, escape(label));
    for (year, at) in axis.years() {
        let anchor = if at < 1.0 { "start" } else { "middle" };
        let _ = write!(svg, r#"<text x="{at:.2}%" y="13" class="gt" text-anchor="{anchor}">{year}</text>"#);
    }
    let _ = write!(svg, r#"<text x="100%" y="13" class="gt" text-anchor="end">{}</text></svg>"#, escape(now));
    svg
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use practice::when::{ApproxDate, Recurrence, Until};

    fn axis_2010() -> Axis {
        Axis::new(2010, date(2026, 11, 24))
    }

    #[test]
    fn what_goes_on_reaches_the_present_day() {
        let over = Happened::Over {
            from: Some(ApproxDate::Year(2018)),
            until: Until::Ongoing,
            recurrence: Recurrence::MostWeeks,
        };
        let bar = axis_2010().bar(&over, false).expect("it has dates");
        assert!(bar.from > 45.0 && bar.from < 50.0, "{bar:?}");
        assert!((bar.to - 100.0).abs() < 0.01, "{bar:?}");
    }

    #[test]
    fn one_day_can_be_seen_and_stays_on_the_axis() {
        let bar =
            axis_2010().bar(&Happened::On(ApproxDate::Day(date(2026, 11, 23))), false).expect("it has a date");
        assert!(bar.to <= 100.0 && bar.to - bar.from >= NARROWEST - 0.001, "{bar:?}");
    }

    #[test]
    fn without_a_date_there_is_no_bar() {
        assert_eq!(axis_2010().bar(&Happened::NotKnown, false), None);
        let open = Happened::Over { from: None, until: Until::NotKnown, recurrence: Recurrence::NotKnown };
        assert_eq!(axis_2010().bar(&open, false), None);
    }

    #[test]
    fn years_never_collide() {
        for first in 1990..2026 {
            let years = Axis::new(first, date(2026, 11, 24)).years();
            assert!(years.len() <= 5, "{first}: {years:?}");
            assert!(years.windows(2).all(|pair| pair[1].1 - pair[0].1 > 15.0), "{first}: {years:?}");
        }
    }

    #[test]
    fn words_are_escaped() {
        let svg = span(&[], Some(25.0), Some("\"><script>"));
        assert!(svg.contains("&quot;&gt;&lt;script&gt;") && !svg.contains("<script"));
    }
}
