//! By what somebody is found in the index: facts made of two or more things about a person, never of one alone, so that
//! whoever sees the tokens of a stolen database cannot count names. `docs/decisions/0080-finding-people.md` says why each.

use super::sound::Code;
use super::{nicknames, sound, words};
use practice::when::ApproxDate;
use std::collections::BTreeSet;

/// More words than this of all somebody's names are not indexed.
const WORDS: usize = 8;
/// More facts than this of one person are not indexed: a name of many words says little with each pair of them.
const FACTS: usize = 96;

/// One word of a name, with what it is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// As it is compared.
    pub(crate) spelt: String,
    /// What it sounds like, and what the names sound like that it may stand for.
    pub(crate) codes: Vec<Code>,
}

impl Word {
    /// A folded word.
    pub(crate) fn of(spelt: String) -> Self {
        let mut codes: Vec<Code> = sound::codes(&spelt).collect();
        for code in nicknames::roots(&spelt).iter().filter_map(|root| sound::codes(root).next()) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        Self { spelt, codes }
    }

    fn first(&self) -> Code {
        self.codes.first().copied().unwrap_or_default()
    }
}

/// Words of names that say nothing about who somebody is.
const PARTICLES: [&str; 22] = [
    "al", "el", "ul", "bin", "ibn", "bint", "o", "ni", "nic", "ui", "de", "da", "di", "la", "le", "van", "von",
    "der", "mr", "mrs", "ms", "dr",
];

/// The words of a name by which a person is found: without particles, and "Abdul Rahman" as one word however it is cut.
pub(crate) fn name_words(name: &str) -> Vec<Word> {
    // "O’Brien" is found as "Brien", with or without it.
    let apart: String = name.split_whitespace().map(without_o).collect::<Vec<_>>().join(" ");
    let all = words::words(&apart);
    let told: Vec<&String> = all.iter().filter(|word| !PARTICLES.contains(&word.as_str())).collect();
    // Somebody may be called Al.
    let told = if told.is_empty() { all.iter().collect() } else { told };
    let mut out: Vec<Word> = Vec::new();
    let mut servant = false;
    for word in told {
        let is_servant =
            matches!(word.as_str(), "abd" | "abdul" | "abdel" | "abdal" | "abdur" | "abdus" | "abdu" | "عبد");
        if servant {
            out.pop();
            out.push(Word::of(format!("abdul{word}")));
            servant = false;
            continue;
        }
        servant = is_servant;
        out.push(Word::of(word.clone()));
    }
    out
}

fn without_o(word: &str) -> &str {
    let mut letters = word.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some('o' | 'O' | 'Ó' | 'ó'), Some('\'' | '’' | 'ʼ' | '`')) => letters.as_str(),
        _ => word,
    }
}

/// A date of birth, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Born {
    /// The year.
    pub(crate) year: Option<i16>,
    /// Month and day.
    pub(crate) day: Option<(i8, i8)>,
}

impl Born {
    /// Of a date that was recorded.
    pub(crate) fn of(date: Option<ApproxDate>) -> Self {
        let day = match date {
            Some(ApproxDate::Day(day)) => Some((day.month(), day.day())),
            Some(ApproxDate::Minute(minute)) => Some((minute.month(), minute.day())),
            _ => None,
        };
        Self { year: date.map(|date| date.year()), day }
    }
}

/// What is asked first, and how much it weighs when the best of many are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tells {
    /// Whole date of birth and how a name begins.
    Date,
    /// Two names and the year.
    PairYear,
    /// A name and the year.
    NameYear,
    /// Two names.
    Pair,
    /// How two names begin, and the year.
    InitialsYear,
    /// A name and how another begins.
    NameInitial,
    /// The first two sounds of two names.
    Beginnings,
}

impl Tells {
    fn tag(self) -> u8 {
        match self {
            Self::Date => b'd',
            Self::PairYear => b'q',
            Self::NameYear => b'y',
            Self::Pair => b'p',
            Self::InitialsYear => b'i',
            Self::NameInitial => b'n',
            Self::Beginnings => b'b',
        }
    }

    fn weight(self) -> u32 {
        match self {
            Self::Date => 12,
            Self::PairYear => 14,
            Self::NameYear => 8,
            Self::Pair => 9,
            Self::InitialsYear => 5,
            Self::NameInitial => 3,
            Self::Beginnings => 4,
        }
    }

    fn fact(self, parts: &[&[u8]]) -> Vec<u8> {
        let mut fact = vec![self.tag()];
        for part in parts {
            fact.push(b'|');
            fact.extend_from_slice(part);
        }
        fact
    }
}

/// How names are compared by sound, or, for the control of a test, by spelling alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// By sound.
    Sound,
    /// By the letters as they are: misses what is misspelt.
    #[cfg(test)]
    Letters,
}

/// The facts of somebody with these words of names, for the index or for a search, the most telling first.
pub(crate) fn facts(words: &[Word], born: Born, by: By) -> Vec<(Vec<u8>, u32)> {
    let mut found: BTreeSet<(Tells, Vec<u8>)> = BTreeSet::new();
    let words: Vec<&Word> = words.iter().filter(|word| !word.codes.is_empty()).take(WORDS).collect();
    let keys = |word: &Word| -> Vec<Vec<u8>> {
        match by {
            By::Sound => word.codes.iter().map(|code| code.bytes().to_vec()).collect(),
            #[cfg(test)]
            By::Letters => vec![word.spelt.as_bytes().to_vec()],
        }
    };
    // The first so many sounds; the control goes by whole words.
    let beginning = |word: &Word, sounds: usize| -> Vec<u8> {
        match by {
            By::Sound => word.first().bytes().iter().copied().take(sounds).collect(),
            #[cfg(test)]
            By::Letters => word.spelt.as_bytes().to_vec(),
        }
    };
    let sorted = |mut pair: [Vec<u8>; 2]| {
        pair.sort_unstable();
        pair
    };
    let year = born.year.map(i16::to_le_bytes);
    for (n, one) in words.iter().enumerate() {
        let initial = beginning(one, 1);
        if let (Some(year), Some((month, day))) = (year, born.day) {
            // The same whichever of the two stands first.
            let (low, high) = (month.min(day).to_le_bytes(), month.max(day).to_le_bytes());
            found.insert((Tells::Date, Tells::Date.fact(&[&year, &low, &high, &initial])));
        }
        if let Some(year) = year {
            for key in keys(one) {
                found.insert((Tells::NameYear, Tells::NameYear.fact(&[&key, &year])));
            }
        }
        for (m, other) in words.iter().enumerate() {
            if n != m {
                for key in keys(one) {
                    let fact = Tells::NameInitial.fact(&[&key, &beginning(other, 1)]);
                    found.insert((Tells::NameInitial, fact));
                }
            }
        }
        for other in words.iter().skip(n.saturating_add(1)) {
            for key in keys(one) {
                for other_key in keys(other) {
                    let (low, high) = if key <= other_key { (&key, &other_key) } else { (&other_key, &key) };
                    found.insert((Tells::Pair, Tells::Pair.fact(&[low, high])));
                    if let Some(year) = year {
                        found.insert((Tells::PairYear, Tells::PairYear.fact(&[low, high, &year])));
                    }
                }
            }
            let [low, high] = sorted([beginning(one, 2), beginning(other, 2)]);
            found.insert((Tells::Beginnings, Tells::Beginnings.fact(&[&low, &high])));
            if let Some(year) = year {
                let [low, high] = sorted([beginning(one, 1), beginning(other, 1)]);
                found.insert((Tells::InitialsYear, Tells::InitialsYear.fact(&[&low, &high, &year])));
            }
        }
    }
    found.into_iter().take(FACTS).map(|(tells, fact)| (fact, tells.weight())).collect()
}

/// The facts that only somebody shares who is probably the same: the date with a beginning, and two names with the year; two
/// names where no date is known.
pub(crate) fn telling(words: &[Word], born: Born) -> Vec<(Vec<u8>, u32)> {
    let most = if born.year.is_some() { Tells::PairYear } else { Tells::Pair };
    let wanted = |fact: &[u8]| fact.first().is_some_and(|tag| *tag == Tells::Date.tag() || *tag == most.tag());
    facts(words, born, By::Sound).into_iter().filter(|(fact, _)| wanted(fact)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, year: Option<i16>) -> Vec<Vec<u8>> {
        let born = Born { year, day: year.map(|_| (5, 3)) };
        facts(&name_words(name), born, By::Sound).into_iter().map(|(fact, _)| fact).collect()
    }

    /// The rule that no test may loosen: nothing is made of one thing about somebody alone.
    #[test]
    fn no_fact_is_made_of_one_thing() {
        assert!(of("Kowalski", None).is_empty(), "one name alone is not a fact");
        assert!(facts(&[], Born { year: Some(1984), day: Some((5, 3)) }, By::Sound).is_empty(), "nor is a date");
        for fact in of("Ola Anna Kowalska", Some(2014)) {
            assert!(fact.iter().filter(|byte| **byte == b'|').count() >= 2, "{fact:?}");
        }
        // The control: two are.
        assert!(!of("Kowalski", Some(1984)).is_empty() && !of("Jan Kowalski", None).is_empty());
    }

    #[test]
    fn order_particles_and_cuts_do_not_matter() {
        assert_eq!(of("Jan Kowalski", Some(1984)), of("Kowalski, Jan", Some(1984)));
        assert_eq!(of("Omar Al-Masri", None), of("Omar el Masri", None));
        assert_eq!(of("Abdul Rahman Khan", None), of("Abdulrahman Khan", None));
        assert_eq!(of("Niamh O’Brien", None), of("Niamh Brien", None));
        assert_ne!(of("Jan Kowalski", Some(1984)), of("Jan Kowalski", Some(1985)), "the control");
    }

    #[test]
    fn the_telling_ones_are_few_and_a_long_name_has_bounds() {
        let words = name_words("Ola Nowak");
        let born = Born { year: Some(2014), day: Some((3, 5)) };
        assert!(telling(&words, born).len() <= 6);
        assert!(telling(&words, Born::default()).len() <= 4);
        let long = "one two three four five six seven eight nine ten eleven twelve thirteen";
        assert!(facts(&name_words(long), born, By::Sound).len() <= FACTS);
    }
}
