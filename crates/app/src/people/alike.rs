//! In which way a record fits what is looked for, and which fit best. The order is ours; what is shown is only why.

use super::asked::Asked;
use super::card::Known;
use super::facts::{Born, Word};
use super::nicknames::same_root;
use super::words::words;

/// One reason why somebody was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Everything that was typed stands in the name as it is.
    SameName,
    /// The same names, the other way round.
    OtherOrder,
    /// A word was found in another name that the person goes by.
    AlsoCalled {
        /// That name.
        name: String,
    },
    /// A name begins with what was typed.
    Begins {
        /// What was typed.
        typed: String,
        /// The word of the name.
        name: String,
    },
    /// One may stand for the other: Ola and Aleksandra, John and Jan.
    StandsFor {
        /// What was typed.
        typed: String,
        /// The word of the name.
        name: String,
    },
    /// They sound alike.
    SoundsLike {
        /// What was typed.
        typed: String,
        /// The word of the name.
        name: String,
    },
    /// They are spelt almost the same.
    AlmostSpelt {
        /// What was typed.
        typed: String,
        /// The word of the name.
        name: String,
    },
    /// The same date of birth.
    SameBirthday,
    /// The same year of birth.
    SameYear,
    /// The same date of birth with day and month changed about.
    DayAndMonth,
    /// A date of birth that differs in one place.
    AlmostBirthday,
    /// A year of birth next to it, or with one figure different.
    AlmostYear,
}

impl Why {
    /// Whether it tells how a name is written in one of the two records.
    pub(crate) fn has_names(&self) -> bool {
        match self {
            Self::AlsoCalled { .. }
            | Self::Begins { .. }
            | Self::StandsFor { .. }
            | Self::SoundsLike { .. }
            | Self::AlmostSpelt { .. } => true,
            Self::SameName
            | Self::OtherOrder
            | Self::SameBirthday
            | Self::SameYear
            | Self::DayAndMonth
            | Self::AlmostBirthday
            | Self::AlmostYear => false,
        }
    }

    /// The code, as in the words of the interface.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::SameName => "same-name",
            Self::OtherOrder => "other-order",
            Self::AlsoCalled { .. } => "also-called",
            Self::Begins { .. } => "begins",
            Self::StandsFor { .. } => "stands-for",
            Self::SoundsLike { .. } => "sounds-like",
            Self::AlmostSpelt { .. } => "almost-spelt",
            Self::SameBirthday => "same-birthday",
            Self::SameYear => "same-year",
            Self::DayAndMonth => "day-and-month",
            Self::AlmostBirthday => "almost-birthday",
            Self::AlmostYear => "almost-year",
        }
    }
}

/// How a word fits a word. In this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Almost,
    Sounds,
    Begins,
    StandsFor,
    Same,
}

/// How well, for sorting: 0 to 100, and in which way.
type Match = (i32, Fit);

fn fit(typed: &Word, name: &Word) -> Option<Match> {
    let (a, b) = (typed.spelt.as_str(), name.spelt.as_str());
    if a == b {
        return Some((100, Fit::Same));
    }
    let near = |floor: i32, fit| {
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 10")]
        let closeness = (strsim::jaro_winkler(a, b) * 10.0) as i32;
        Some((floor.saturating_add(closeness), fit))
    };
    if same_root(a, b) {
        return Some((90, Fit::StandsFor));
    }
    let letters = a.chars().count().min(b.chars().count());
    let longest = a.chars().count().max(b.chars().count());
    if b.starts_with(a) && (letters >= 2 || longest == 1) {
        return Some((86, Fit::Begins));
    }
    let sound = typed.codes.iter().any(|code| name.codes.contains(code));
    let edits = || strsim::osa_distance(a, b);
    let edits = (longest >= 4).then(edits).unwrap_or(usize::MAX);
    if edits == 1 {
        return near(76, if sound { Fit::Sounds } else { Fit::Almost });
    }
    if sound && letters >= 2 {
        return near(68, Fit::Sounds);
    }
    let typing = edits <= 2 && longest >= 6 || longest >= 5 && strsim::jaro_winkler(a, b) >= 0.88;
    if typing {
        return near(60, Fit::Almost);
    }
    (letters == 1 && longest > 1 && b.starts_with(a)).then_some((40, Fit::Begins))
}

/// How dates of birth fit, for sorting, and why.
fn dates(asked: Born, known: Born) -> (i32, Option<Why>) {
    let (Some(asked_year), Some(year)) = (asked.year, known.year) else { return (0, None) };
    let near_year = asked_year.abs_diff(year) <= 1 || one_figure(asked_year, year);
    match (asked.day, known.day) {
        (Some((asked_month, asked_day)), Some((month, day))) => {
            let (same_month, same_day) = (asked_month == month, asked_day == day);
            let about = asked_month == day && asked_day == month;
            if asked_year == year && same_month && same_day {
                (90, Some(Why::SameBirthday))
            } else if asked_year == year && about {
                (75, Some(Why::DayAndMonth))
            } else if asked_year == year && (same_month || same_day) || near_year && same_month && same_day {
                (55, Some(Why::AlmostBirthday))
            } else if asked_year == year {
                (20, Some(Why::SameYear))
            } else {
                (-60, None)
            }
        }
        _ if asked_year == year => (60, Some(Why::SameYear)),
        _ if near_year => (10, Some(Why::AlmostYear)),
        _ => (-60, None),
    }
}

/// Whether two years differ in one figure, or two neighbours stand the other way round.
fn one_figure(a: i16, b: i16) -> bool {
    let (a, b) = (a.to_string(), b.to_string());
    a.len() == b.len() && strsim::osa_distance(&a, &b) == 1
}

/// Somebody who fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Likeness {
    /// For sorting only; never shown, never kept.
    pub(crate) order: i32,
    /// Why.
    pub(crate) whys: Vec<Why>,
    /// How many words of what was asked have a word that fits.
    fitting: usize,
    /// How well the worst of them fits.
    worst: i32,
    /// Whether the first word fits the first word of the name.
    first_fits: bool,
    dates: i32,
}

/// Whether and why a record fits. `None` where too little does.
pub(crate) fn likeness(asked: &Asked, known: &Known) -> Option<Likeness> {
    let (dates, born) = dates(asked.born, known.born);
    let mut pairs: Vec<(Match, usize, usize)> = Vec::new();
    for (n, typed) in asked.words.iter().enumerate() {
        for (m, (name, _)) in known.words.iter().enumerate() {
            if let Some(found) = fit(typed, name) {
                pairs.push((found, n, m));
            }
        }
    }
    // The best pairs first; of equal ones those of the main name, in the order in which they are typed.
    pairs.sort_by(|a, b| b.0.0.cmp(&a.0.0).then(a.2.cmp(&b.2)).then(a.1.cmp(&b.1)));
    let mut chosen: Vec<(Match, usize, usize)> = Vec::new();
    for pair in pairs {
        if chosen.iter().all(|taken| taken.1 != pair.1 && taken.2 != pair.2) {
            chosen.push(pair);
        }
    }
    let fitting = chosen.len();
    let (asked_for, left) = (asked.words.len(), asked.words.len().saturating_sub(fitting));
    // Everything that was typed has to be there; one word may be wrong altogether where others and the year are right.
    let enough = if left == 0 { asked_for > 0 || dates >= 60 } else { left == 1 && fitting >= 1 && dates > 10 };
    // One name, and another year: somebody else.
    if !enough || (fitting < 2 && dates < 0) {
        return None;
    }
    let unsaid = known.main.saturating_sub(chosen.iter().filter(|pair| pair.2 < known.main).count());
    let sum: i32 = chosen.iter().map(|((order, _), ..)| *order).sum();
    let minus = |count: usize, each: i32| i32::try_from(count).unwrap_or(i32::MAX).saturating_mul(each);
    let order = sum.saturating_add(dates).saturating_sub(minus(left, 50)).saturating_sub(minus(unsaid, 6));
    let worst = chosen.iter().map(|((order, _), ..)| *order).min().unwrap_or(0);
    let first_fits = chosen.iter().any(|((order, _), n, m)| *n == 0 && *m == 0 && *order >= 76);
    chosen.sort_by_key(|pair| pair.1);
    let mut whys = name_whys(asked, known, &chosen);
    whys.extend(born);
    Some(Likeness { order, whys, fitting, worst, first_fits, dates })
}

fn name_whys(asked: &Asked, known: &Known, chosen: &[(Match, usize, usize)]) -> Vec<Why> {
    let mut whys = Vec::new();
    let same = chosen.iter().all(|((_, fit), _, m)| *fit == Fit::Same && *m < known.main);
    if same && chosen.len() > 1 {
        let swapped = chosen.windows(2).any(|pair| matches!(pair, [one, next] if one.2 > next.2));
        whys.push(if swapped { Why::OtherOrder } else { Why::SameName });
        return whys;
    }
    for ((_, fit), n, m) in chosen {
        let (Some(typed), Some((name, called))) = (asked.words.get(*n), known.words.get(*m)) else { continue };
        let (typed, name) = (as_written(&asked.text, &typed.spelt), as_written(called, &name.spelt));
        match fit {
            Fit::Same => {}
            Fit::Begins => whys.push(Why::Begins { typed, name }),
            Fit::StandsFor => whys.push(Why::StandsFor { typed, name }),
            Fit::Sounds => whys.push(Why::SoundsLike { typed, name }),
            Fit::Almost => whys.push(Why::AlmostSpelt { typed, name }),
        }
        if *m >= known.main {
            let why = Why::AlsoCalled { name: called.clone() };
            if !whys.contains(&why) {
                whys.push(why);
            }
        }
    }
    if whys.is_empty() && !chosen.is_empty() {
        whys.push(Why::SameName);
    }
    whys
}

/// A folded word as it stands in a text; as it is, where the text has it otherwise.
fn as_written(text: &str, spelt: &str) -> String {
    let written =
        text.split([' ', ',', ';', '-', '(', ')']).find(|part| words(part).iter().any(|word| word == spelt));
    written.unwrap_or(spelt).to_owned()
}

/// Whether two records are probably of one human being, and why: the names agree and the dates do; or the names are the
/// very same and one of the dates is not known. Brothers and sisters born on one day have a family name in common, but not
/// the first.
pub(crate) fn probably_same(one: &Known, other: &Known) -> Option<Likeness> {
    let asked = Asked {
        text: one.name.clone(),
        words: one.words.iter().take(one.main).map(|(word, _)| word.clone()).collect(),
        born: one.born,
    };
    let found = likeness(&asked, other)?;
    let all = asked.words.len().min(other.main);
    let known = asked.born.year.is_some() && other.born.year.is_some();
    let probable = if known {
        (found.dates >= 55 && found.fitting >= 2 && found.fitting >= all && found.worst >= 60)
            || (found.dates >= 75 && found.first_fits)
    } else {
        found.fitting >= 2 && found.fitting >= all && found.worst >= 90
    };
    probable.then_some(found)
}

/// The cards that fit, the best first.
pub(crate) fn ranked<T>(asked: &Asked, known: impl IntoIterator<Item = (T, Known)>) -> Vec<(T, Known, Likeness)> {
    let mut fitting: Vec<(T, Known, Likeness)> = known
        .into_iter()
        .filter_map(|(what, known)| likeness(asked, &known).map(|likeness| (what, known, likeness)))
        .collect();
    fitting.sort_by(|a, b| b.2.order.cmp(&a.2.order).then_with(|| a.1.name.cmp(&b.1.name)));
    fitting
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str, born: &str) -> Known {
        Known::invented(name, &[], born)
    }

    fn why(asked: &str, name: &str, born: &str) -> Vec<&'static str> {
        let found = likeness(&Asked::parse(asked), &known(name, born));
        found.map_or_else(Vec::new, |found| found.whys.iter().map(Why::code).collect())
    }

    #[test]
    fn every_way_in_which_a_name_is_found_is_said() {
        for (asked, name, born, said) in [
            ("Jan Kowalski", "Jan Kowalski", "1984", vec!["same-name"]),
            ("Kowalski Jan", "Jan Kowalski", "1984", vec!["other-order"]),
            ("kow", "Jan Kowalski", "1984", vec!["begins"]),
            ("Ola Nowak", "Aleksandra Nowak", "2014", vec!["stands-for"]),
            ("Vishnievski", "Marek Wiśniewski", "1984", vec!["sounds-like"]),
            ("Kowaslki Jan", "Jan Kowalski", "1984", vec!["almost-spelt"]),
            ("Jan Komalski", "Jan Kowalski", "1984", vec!["almost-spelt"]),
            ("Jan Kowalski 1984", "Jan Kowalski", "1984-05-03", vec!["same-name", "same-year"]),
            ("Jan Kowalski 5.3.1984", "Jan Kowalski", "1984-05-03", vec!["same-name", "day-and-month"]),
            ("Jan Kowalski 3.5.1984", "Jan Kowalski", "1984-05-03", vec!["same-name", "same-birthday"]),
            ("Jan Kowalski 3.6.1984", "Jan Kowalski", "1984-05-03", vec!["same-name", "almost-birthday"]),
            ("Jan Kowalski 1948", "Jan Kowalski", "1984", vec!["same-name", "almost-year"]),
            ("Jan Ziółko 1984", "Jan Kowalski", "1984", vec!["same-name", "same-year"]),
            ("1984", "Jan Kowalski", "1984", vec!["same-year"]),
        ] {
            assert_eq!(why(asked, name, born), said, "{asked} and {name}");
        }
        let called =
            likeness(&Asked::parse("wolf"), &Known::invented("Marek Wiśniewski", &["the Wolf"], "1984")).unwrap();
        assert_eq!(called.whys, [Why::AlsoCalled { name: "the Wolf".to_owned() }]);
        // The controls: not the same.
        for (asked, name, born) in [
            ("Jan Kowalski", "Ewa Nowak", "1984"),
            ("Jan Nowak", "Jan Kowalski", "1984"),
            ("asz", "Łukasz Nowak", "1984"),
            ("Jan Nowak 1990", "Jan Kowalski", "1984"),
            ("", "Jan Kowalski", "1984"),
        ] {
            assert!(why(asked, name, born).is_empty(), "{asked} and {name}");
        }
    }

    #[test]
    fn the_nearest_comes_first() {
        let all = ["Jana Kowal", "Jan Kowalski", "Janina Kowalska", "Jan Kovalsky"];
        let ranked = ranked(&Asked::parse("jan kowalski"), all.map(|name| (name, known(name, "1984"))));
        let names: Vec<_> = ranked.iter().map(|(name, ..)| *name).collect();
        assert_eq!(names.first().copied(), Some("Jan Kowalski"));
        assert!(names.contains(&"Jan Kovalsky"));
    }

    #[test]
    fn probably_the_same_human_being_or_not() {
        for (one, other) in [
            (("Marek Wiśniewski", "1984-05-03"), ("Wisniewski Mark", "1984-05-03")),
            (("Muhammad Khan", "1984-05-03"), ("Mohamed Khan", "1984")),
            (("Ewa Nowak", "1990-02-01"), ("Ewa Kowalska", "1990-02-01")),
            (("Ewa Nowak", "1990-02-01"), ("Ewa Nowak", "1990-01-02")),
            (("Ewa Nowak", ""), ("Ewa Nowak", "1990-01-02")),
        ] {
            assert!(
                probably_same(&known(one.0, one.1), &known(other.0, other.1)).is_some(),
                "{one:?} and {other:?}"
            );
        }
        for (one, other) in [
            (("Ola Nowak", "2014-05-03"), ("Kuba Nowak", "2014-05-03")),
            (("Marek Wiśniewski", "1984-05-03"), ("Marek Wiśniewski", "1996-01-13")),
            (("Ewa Nowak", ""), ("Eva Novak", "")),
            (("Ewa", "1990"), ("Ewa", "1990")),
        ] {
            assert!(
                probably_same(&known(one.0, one.1), &known(other.0, other.1)).is_none(),
                "{one:?} and {other:?}"
            );
        }
    }
}
