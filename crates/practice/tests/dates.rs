//! Dates as exactly as they are known: what is accepted, what is refused, and how they sort.

use practice::when::{ApproxDate, DateError, Happened, Period, Season, Until};
use proptest::prelude::*;
use std::cmp::Ordering;

fn date(text: &str) -> ApproxDate {
    text.parse().unwrap()
}

#[test]
fn every_form_comes_back_as_it_was_written() {
    for text in ["2026", "2026-21", "2026-24", "2026-03", "2026-03-02", "2026-03-02T14:30", "0988", "2024-02-29"] {
        assert_eq!(date(text).to_string(), text);
        assert_eq!(serde_json::to_string(&date(text)).unwrap(), format!("\"{text}\""));
    }
    assert_eq!(date(" 2026-03 "), ApproxDate::Month(2026, 3));
    assert_eq!(date("2026-22"), ApproxDate::Season(2026, Season::Summer));
}

#[test]
fn days_that_are_not_in_the_calendar_are_refused_by_name() {
    for text in ["2026-02-31", "2026-02-29", "2026-04-31", "2026-13", "2026-00", "2026-13-01", "2026-03-02T24:00"] {
        let error = text.parse::<ApproxDate>().unwrap_err();
        assert_eq!(error, DateError::NoSuchDay(text.to_owned()));
        assert!(error.to_string().contains(text) && error.to_string().contains("calendar"), "{error}");
    }
    for text in [
        "",
        "31 February",
        "2026-3-2",
        "26-03-02",
        "2026/03/02",
        "2026-03-02T14:30:00Z",
        "2026-03-02 14:30",
        "２０２６",
    ] {
        let error = text.parse::<ApproxDate>().unwrap_err();
        assert_eq!(error, DateError::Form(text.to_owned()), "{text}");
    }
}

#[test]
fn a_long_wrong_text_is_not_repeated_whole() {
    let error = "x".repeat(10_000).parse::<ApproxDate>().unwrap_err().to_string();
    assert!(error.len() < 400, "{}", error.len());
}

#[test]
fn what_is_known_less_exactly_sorts_first_and_winter_ends_in_february() {
    let sorted = [
        "2025-24",
        "2026",
        "2026-01",
        "2026-01-01",
        "2026-01-01T08:00",
        "2026-21",
        "2026-03",
        "2026-03-01",
        "2027",
    ];
    for pair in sorted.windows(2) {
        assert_eq!(date(pair[0]).cmp(&date(pair[1])), Ordering::Less, "{pair:?}");
    }
    assert_eq!(date("2027-24").last_day().to_string(), "2028-02-29");
    assert_eq!(date("2026-23").last_day().to_string(), "2026-11-30");
}

#[test]
fn what_has_no_date_comes_last() {
    let on = |text: &str| Happened::On(date(text));
    let over =
        |from: Option<&str>, until| Happened::Over { from: from.map(date), until, recurrence: Default::default() };
    let sorted = [
        over(None, Until::Date(date("2019"))),
        over(Some("2020"), Until::Ongoing),
        on("2020-05-01"),
        over(Some("2021-05"), Until::NotKnown),
        Happened::NotKnown,
    ];
    for pair in sorted.windows(2) {
        assert_eq!(pair[0].order(&pair[1]), Ordering::Less, "{pair:?}");
    }
    assert_eq!(over(None, Until::Ongoing).order(&Happened::NotKnown), Ordering::Equal);
}

#[test]
fn a_period_includes_its_ends_as_far_as_they_can_mean() {
    let period = Period { from: Some(date("2024-09")), until: Until::Date(date("2025")) };
    for (day, inside) in [("2024-08-31", false), ("2024-09-01", true), ("2025-12-31", true), ("2026-01-01", false)]
    {
        assert_eq!(period.includes(day.parse().unwrap()), inside, "{day}");
    }
    let open = Period { from: None, until: Until::NotKnown };
    assert!(open.includes("1990-01-01".parse().unwrap()));
}

proptest! {
    #[test]
    fn whatever_is_read_is_written_the_same_and_nothing_panics(text in "[0-9T:-]{0,18}|\\PC{0,12}") {
        if let Ok(read) = text.parse::<ApproxDate>() {
            prop_assert_eq!(read.to_string(), text.trim());
            prop_assert!(read.start().date() <= read.last_day());
        }
    }

    #[test]
    fn dates_have_one_order(
        a in any_date(), b in any_date(), c in any_date()
    ) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        if a <= b && b <= c {
            prop_assert!(a <= c);
        }
        prop_assert_eq!(a == b, a.cmp(&b) == Ordering::Equal);
    }
}

fn any_date() -> impl Strategy<Value = ApproxDate> {
    (2020_i16..2023, 0_i8..5, 1_i8..13, 1_i8..29, 0_i8..3).prop_map(|(year, form, month, day, hour)| {
        let text = match form {
            0 => format!("{year:04}"),
            1 => format!("{year:04}-{}", 21 + month % 4),
            2 => format!("{year:04}-{month:02}"),
            3 => format!("{year:04}-{month:02}-{day:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}T{hour:02}:00"),
        };
        text.parse().unwrap()
    })
}
