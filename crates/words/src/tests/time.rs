//! Dates as they are printed and as they are typed.

use super::{TODAY, words};
use crate::TypedError;
use jiff::civil::date;
use practice::when::{ApproxDate, Happened, Period, Recurrence, Season, Until};

fn typed(text: &str) -> Result<Happened, TypedError> {
    words().typed_when(text, TODAY)
}

fn on(date: ApproxDate) -> Result<Happened, TypedError> {
    Ok(Happened::On(date))
}

fn over(from: Option<ApproxDate>, until: Until, recurrence: Recurrence) -> Result<Happened, TypedError> {
    Ok(Happened::Over { from, until, recurrence })
}

#[test]
fn dates_are_typed_as_people_write_them() {
    use ApproxDate::{Day, Minute, Month, Season as In, Year};
    use Recurrence::{MostWeeks, NotKnown};
    let cases = [
        ("", Ok(Happened::NotKnown)),
        ("not known", Ok(Happened::NotKnown)),
        ("17 November 2026, 10:15", on(Minute(date(2026, 11, 17).at(10, 15, 0, 0)))),
        ("17 Nov 2026 at 3.30 pm", on(Minute(date(2026, 11, 17).at(15, 30, 0, 0)))),
        ("When she was 5", Err(TypedError::NotUnderstood("When she was 5".into()))),
        ("17 Nov 2026 at 3:30 pm", on(Minute(date(2026, 11, 17).at(15, 30, 0, 0)))),
        ("Tuesday 17th of November 2026", on(Day(date(2026, 11, 17)))),
        ("November 17, 2026", on(Day(date(2026, 11, 17)))),
        ("17/11/2026", on(Day(date(2026, 11, 17)))),
        ("17.11.26", on(Day(date(2026, 11, 17)))),
        ("2026-11-17", on(Day(date(2026, 11, 17)))),
        ("2 March", on(Day(date(2026, 3, 2)))),
        ("24 December", on(Day(date(2025, 12, 24)))),
        ("saturday", on(Day(date(2026, 11, 14)))),
        ("yesterday", on(Day(date(2026, 11, 18)))),
        ("spring 2026", on(In(2026, Season::Spring))),
        ("Winter 2025/26", on(In(2025, Season::Winter))),
        ("about March 2026", on(Month(2026, 3))),
        ("March 2026", on(Month(2026, 3))),
        ("3/2026", on(Month(2026, 3))),
        ("2014", on(Year(2014))),
        ("since autumn 2025", over(Some(In(2025, Season::Autumn)), Until::Ongoing, NotKnown)),
        ("2014 to now", over(Some(Year(2014)), Until::Ongoing, NotKnown)),
        ("2014-now", over(Some(Year(2014)), Until::Ongoing, NotKnown)),
        ("2010–13", over(Some(Year(2010)), Until::Date(Year(2013)), NotKnown)),
        ("2010-2013", over(Some(Year(2010)), Until::Date(Year(2013)), NotKnown)),
        ("March to June 2026", over(Some(Month(2026, 3)), Until::Date(Month(2026, 6)), NotKnown)),
        ("from October to March 2026", over(Some(Month(2025, 10)), Until::Date(Month(2026, 3)), NotKnown)),
        (
            "between 2 and 9 March 2026",
            over(Some(Day(date(2026, 3, 2))), Until::Date(Day(date(2026, 3, 9))), NotKnown),
        ),
        ("2 to 2 March 2026", on(Day(date(2026, 3, 2)))),
        ("until June 2026", over(None, Until::Date(Month(2026, 6)), NotKnown)),
        ("Most weeks, 2014 to now", over(Some(Year(2014)), Until::Ongoing, MostWeeks)),
        ("most weeks", over(None, Until::NotKnown, MostWeeks)),
        ("from 2014", over(Some(Year(2014)), Until::NotKnown, NotKnown)),
        ("\u{2068}March 2026\u{2069}", on(Month(2026, 3))),
    ];
    for (text, expected) in cases {
        assert_eq!(typed(text), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_is_said_with_how_to_mend_it() {
    let words = words();
    let said = |text: &str| words.typed_error(&words.typed_when(text, TODAY).expect_err(text));
    assert_eq!(said("31 February 2026"), "There is no 31 February. Check the day and the month.");
    assert_eq!(said("31/02/2026"), "There is no 31 February. Check the day and the month.");
    assert_eq!(said("2026-02-31"), "There is no 31 February. Check the day and the month.");
    assert_eq!(said("31 February"), "There is no 31 February. Check the day and the month.");
    assert_eq!(said("29 February 2025"), "There was no 29 February in 2025. Check the day and the year.");
    assert_eq!(said("11/17/2026"), "There is no month 17. Write the day first, then the month: 17/11/2026.");
    assert_eq!(said("17 November 2026, 25:10"), "There is no time 25:10. Write it like 10:15 or 3:30 pm.");
    assert_eq!(
        said("Tuesday 2 March 2026"),
        "That day was Monday 2 March 2026. Check the day of the week, or leave it out."
    );
    assert_eq!(said("1026"), "The year 1026 is too far away. Check the year.");
    assert_eq!(said("2016 to 2014"), "It ends before it begins. Check the two dates.");
    assert_eq!(said("2 December 2026"), "2 December 2026 has not come yet. Check the date.");
    assert_eq!(said("about 2 March 2026"), "Where the day is not certain, write the month: “March 2026”.");
    assert!(said("The day After").starts_with("“The day After” is not a date"));
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn a_child_may_be_expected() {
    assert_eq!(words().typed_date("March 2027", TODAY), Ok(Some(ApproxDate::Month(2027, 3))));
}

#[test]
fn times_read_as_people_say_them() {
    use ApproxDate::{Day, Minute, Month, Season as In, Year};
    let words = words();
    let cases = [
        (Happened::NotKnown, "Date not known"),
        (Happened::On(Year(2014)), "2014"),
        (Happened::On(In(2026, Season::Spring)), "Spring 2026"),
        (Happened::On(In(2026, Season::Winter)), "Winter 2026/27"),
        (Happened::On(Month(2026, 3)), "March 2026"),
        (Happened::On(Day(date(2026, 3, 2))), "Monday 2 March 2026"),
        (Happened::On(Minute(date(2026, 3, 2).at(22, 40, 0, 0))), "Monday 2 March 2026, 22:40"),
        (
            Happened::Over { from: Some(Year(2014)), until: Until::Ongoing, recurrence: Recurrence::MostWeeks },
            "Most weeks, 2014 to now",
        ),
        (
            Happened::Over {
                from: Some(Month(2026, 3)),
                until: Until::Date(Month(2026, 6)),
                recurrence: Recurrence::NotKnown,
            },
            "March to June 2026",
        ),
        (
            Happened::Over {
                from: Some(In(2025, Season::Autumn)),
                until: Until::NotKnown,
                recurrence: Recurrence::NotKnown,
            },
            "From autumn 2025, end not known",
        ),
    ];
    for (happened, expected) in cases {
        assert_eq!(words.when(&happened), expected);
    }
}

#[test]
fn what_is_printed_can_be_typed_back() {
    typed_back(&words());
}

#[test]
fn what_is_printed_in_polish_can_be_typed_back() {
    typed_back(&polish());
}

fn polish() -> crate::Words {
    crate::Words::new("pl").expect("Polish is there")
}

/// Every kind of date, every span and every band of how often, printed and read again.
fn typed_back(words: &crate::Words) {
    use ApproxDate::{Day, Minute, Month, Season as In, Year};
    let dates = [
        Year(2014),
        In(2025, Season::Winter),
        In(2026, Season::Autumn),
        Month(2026, 3),
        Month(2026, 5),
        Day(date(2026, 3, 2)),
        Minute(date(2026, 3, 2).at(0, 5, 0, 0)),
    ];
    let mut all = vec![Happened::NotKnown];
    all.extend(dates.map(Happened::On));
    for recurrence in crate::said::RECURRENCES {
        for from in dates.map(Some).into_iter().chain([None]) {
            for until in dates.map(Until::Date).into_iter().chain([Until::Ongoing, Until::NotKnown]) {
                all.push(Happened::Over { from, until, recurrence });
            }
        }
    }
    let mut tried = 0;
    for happened in all {
        if let Happened::Over { from, until, recurrence } = happened {
            // What says nothing, or the same date twice, prints as less than it is.
            let nothing = from.is_none() && until == Until::NotKnown;
            let same = from.is_some_and(|from| until == Until::Date(from)) && recurrence == Recurrence::NotKnown;
            let backwards =
                matches!((from, until), (Some(from), Until::Date(until)) if until.last_day() < from.start().date());
            if nothing && recurrence == Recurrence::NotKnown || same || backwards {
                continue;
            }
        }
        let printed = words.when(&happened);
        assert_eq!(words.typed_when(&printed, TODAY), Ok(happened), "{printed}");
        tried += 1;
    }
    assert!(tried > 300);
}

#[test]
fn polish_dates_are_typed_as_people_write_them() {
    use ApproxDate::{Day, Minute, Month, Season as In, Year};
    use Recurrence::{MostWeeks, NotKnown};
    let words = polish();
    let cases = [
        ("nie wiadomo", Ok(Happened::NotKnown)),
        ("17 listopada 2026, 10:15", on(Minute(date(2026, 11, 17).at(10, 15, 0, 0)))),
        ("17 lis. 2026 r. o godz. 15:30", on(Minute(date(2026, 11, 17).at(15, 30, 0, 0)))),
        ("we wtorek, dnia 17 listopada 2026 roku", on(Day(date(2026, 11, 17)))),
        ("17 XI 2026", on(Day(date(2026, 11, 17)))),
        ("17.11.2026", on(Day(date(2026, 11, 17)))),
        ("w sobotę", on(Day(date(2026, 11, 14)))),
        ("wczoraj", on(Day(date(2026, 11, 18)))),
        ("wiosną 2026", on(In(2026, Season::Spring))),
        ("zima 2025/26", on(In(2025, Season::Winter))),
        ("około marca 2026", on(Month(2026, 3))),
        ("w maju 2026", on(Month(2026, 5))),
        ("2014 – do dziś", over(Some(Year(2014)), Until::Ongoing, NotKnown)),
        ("od jesieni 2025 do teraz", over(Some(In(2025, Season::Autumn)), Until::Ongoing, NotKnown)),
        ("nadal od 2014", over(Some(Year(2014)), Until::Ongoing, NotKnown)),
        ("od 2014", over(Some(Year(2014)), Until::NotKnown, NotKnown)),
        ("do czerwca 2026", over(None, Until::Date(Month(2026, 6)), NotKnown)),
        ("od marca do czerwca 2026", over(Some(Month(2026, 3)), Until::Date(Month(2026, 6)), NotKnown)),
        (
            "między 2 a 9 marca 2026",
            over(Some(Day(date(2026, 3, 2))), Until::Date(Day(date(2026, 3, 9))), NotKnown),
        ),
        ("Prawie co tydzień, 2014 – do dziś", over(Some(Year(2014)), Until::Ongoing, MostWeeks)),
        // The record may be English where the pages are Polish.
        ("17th of November 2026 at 3:30 pm", on(Minute(date(2026, 11, 17).at(15, 30, 0, 0)))),
        ("2014 to now", over(Some(Year(2014)), Until::Ongoing, NotKnown)),
        ("po 2014", Err(TypedError::NotUnderstood("po 2014".into()))),
    ];
    for (text, expected) in cases {
        assert_eq!(words.typed_when(text, TODAY), expected, "{text}");
    }
    let said = |text: &str| words.typed_error(&words.typed_when(text, TODAY).expect_err(text));
    assert_eq!(said("31 lutego 2026"), "Miesiąc luty nie ma dnia 31. Sprawdź dzień i miesiąc.");
    assert_eq!(
        said("wtorek, 2 marca 2026"),
        "Tego dnia wypada poniedziałek, 2 marca 2026. Sprawdź dzień tygodnia albo go pomiń."
    );
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn ages_in_polish_follow_the_number() {
    let words = polish();
    let age = |year| words.age(Some(ApproxDate::Day(date(year, 2, 3))), false, TODAY);
    assert_eq!(age(2015).as_deref(), Some("11 lat"));
    assert_eq!(age(2004).as_deref(), Some("22 lata"));
    assert_eq!(words.age(Some(ApproxDate::Day(date(2026, 10, 25))), false, TODAY).as_deref(), Some("3 tygodnie"));
}

#[test]
fn ages_and_expected_births() {
    let words = words();
    let age = |born, unborn| words.age(born, unborn, TODAY);
    assert_eq!(age(Some(ApproxDate::Day(date(2015, 2, 3))), false).as_deref(), Some("11"));
    assert_eq!(age(Some(ApproxDate::Day(date(2026, 1, 10))), false).as_deref(), Some("10 months"));
    assert_eq!(age(Some(ApproxDate::Day(date(2026, 10, 25))), false).as_deref(), Some("3 weeks"));
    assert_eq!(age(Some(ApproxDate::Day(date(2026, 11, 17))), false).as_deref(), Some("newborn"));
    assert_eq!(age(Some(ApproxDate::Year(2015)), false).as_deref(), Some("about 11"));
    assert_eq!(age(Some(ApproxDate::Month(2027, 3)), true).as_deref(), Some("expected in March 2027"));
    assert_eq!(age(None, false), None);
}

#[test]
fn a_period_reads_both_ways() {
    let words = words();
    let period = Period { from: Some(ApproxDate::Year(2010)), until: Until::Date(ApproxDate::Year(2013)) };
    assert_eq!(words.period(&period), "2010 to 2013");
    assert_eq!(words.typed_period("2010 to 2013", TODAY), Ok(Some(period)));
}

/// Made once for all the texts that are tried.
static WORDS: std::sync::LazyLock<crate::Words> = std::sync::LazyLock::new(words);

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Whatever is typed: an answer or an error with a sentence, never a panic; and what was understood reads back.
    #[test]
    fn anything_may_be_typed(pieces in proptest::collection::vec(
        proptest::sample::select(vec![
            "31", "29", "0", "99", "2026", "1899", "9999", "february", "march", "spring", "winter", "monday", "to", "-",
            "–", "now", "since", "from", "until", "between", "and", "about", "today", "10:15", "25:61", "3", "pm", "am",
            "12pm", "2026/27", "1/2/3/4", "0/0", "13/13/2026", "2026-02-30", "2026-03-02T25:00", "most weeks,", "once",
            ",", "?", "ł", "١٧", "\u{2068}", "", "'", "20266", "-5",
        ]), 0..7)
    ) {
        let words = &*WORDS;
        let text = pieces.join(" ");
        match words.typed_when(&text, TODAY) {
            Ok(happened) => {
                let printed = words.when(&happened);
                let again = words.typed_when(&printed, TODAY).map(|again| words.when(&again));
                proptest::prop_assert_eq!(again, Ok(printed));
            }
            Err(error) => {
                let said = words.typed_error(&error);
                proptest::prop_assert!(said.ends_with(['.', '”']) && !said.contains('⟪'), "{}", said);
            }
        }
        let _ = words.typed_date(&text, TODAY);
        let _ = words.typed_period(&text, TODAY);
    }
}
