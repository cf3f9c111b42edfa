//! The mistakes that are made with names when they are typed, heard, or copied, as the Febrl generator of record linkage
//! has them: for measuring how well somebody is found all the same.

use crate::dice::Dice;
use crate::names::Name;

/// One kind of mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mistake {
    /// A letter too many, too few, another one, or two the wrong way round.
    Typing,
    /// Written as it is heard.
    Hearing,
    /// What the person goes by, or another office's spelling.
    OtherName,
    /// The family name first.
    Swapped,
    /// Only the first letter of the given name.
    Initial,
}

impl Mistake {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Typing, Self::Hearing, Self::OtherName, Self::Swapped, Self::Initial];

    fn throw(dice: &mut Dice) -> Self {
        match dice.below(100) {
            0..=44 => Self::Typing,
            45..=64 => Self::Hearing,
            65..=79 => Self::OtherName,
            80..=91 => Self::Swapped,
            _ => Self::Initial,
        }
    }
}

/// A name with one mistake, or in three of ten cases two, and which.
pub fn mistaken(dice: &mut Dice, name: &Name) -> (String, Vec<Mistake>) {
    let first = Mistake::throw(dice);
    let mut mistakes = vec![first];
    if dice.percent(30) {
        let second = Mistake::throw(dice);
        if second != first {
            mistakes.push(second);
        }
    }
    mistakes.sort_unstable();
    (with(dice, name, &mistakes), mistakes)
}

/// A name with these mistakes.
pub fn with(dice: &mut Dice, name: &Name, mistakes: &[Mistake]) -> String {
    let (mut given, mut family) = (name.given.to_owned(), name.family.clone());
    if mistakes.contains(&Mistake::OtherName) {
        let mut others: Vec<String> = name.spelt.to_vec();
        others.extend(name.known_as.map(str::to_owned));
        match dice.pick(&others) {
            Some(other) => given.clone_from(other),
            None => given = heard(dice, &given),
        }
    }
    for mistake in mistakes {
        let one = match mistake {
            Mistake::Typing => typed,
            Mistake::Hearing => heard,
            _ => continue,
        };
        if dice.percent(60) {
            family = one(dice, &family);
        } else {
            given = one(dice, &given);
        }
    }
    if mistakes.contains(&Mistake::Initial) {
        given.truncate(given.chars().next().map_or(0, char::len_utf8));
    }
    if mistakes.contains(&Mistake::Swapped) { format!("{family} {given}") } else { format!("{given} {family}") }
}

/// Both names as they are heard: no word is left as it is written, where it can be written otherwise.
pub fn heard_twice(dice: &mut Dice, name: &Name) -> String {
    format!("{} {}", heard(dice, name.given), heard(dice, &name.family))
}

/// One slip of the fingers.
fn typed(dice: &mut Dice, word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let count = u64::try_from(letters.len()).unwrap_or(0);
    let at = |n: u64| usize::try_from(n).unwrap_or(0);
    // The first letter is rarely wrong.
    let place = if dice.percent(10) { 0 } else { at(dice.between(1, count.saturating_sub(1).max(1))) };
    let letter = char::from(b'a' + u8::try_from(dice.below(26)).unwrap_or(0));
    match dice.below(4) {
        0 => letters.insert(place.min(letters.len()), letter),
        1 if letters.len() > 2 && place < letters.len() => drop(letters.remove(place)),
        2 if place.saturating_add(1) < letters.len() => letters.swap(place, place.saturating_add(1)),
        _ => {
            if let Some(slot) = letters.get_mut(place) {
                *slot = letter;
            }
        }
    }
    letters.into_iter().collect()
}

/// What stands for what in the ear of somebody who does not know the language.
const HEARD: [(&str, &str); 40] = [
    ("sz", "sh"),
    ("cz", "ch"),
    ("rz", "z"),
    ("ski", "sky"),
    ("ska", "sca"),
    ("wicz", "vich"),
    ("ń", "n"),
    ("ł", "l"),
    ("ó", "u"),
    ("ph", "f"),
    ("w", "v"),
    ("v", "w"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("bh", "v"),
    ("th", "t"),
    ("ck", "k"),
    ("c", "k"),
    ("k", "c"),
    ("q", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ei", "ai"),
    ("ie", "y"),
    ("y", "i"),
    ("i", "ee"),
    ("u", "oo"),
    ("e", "a"),
    ("a", "e"),
    ("o", "u"),
    ("mm", "m"),
    ("ss", "s"),
    ("ll", "l"),
    ("tt", "t"),
    ("nn", "n"),
    ("z", "s"),
    ("s", "z"),
    ("j", "y"),
];

fn heard(dice: &mut Dice, word: &str) -> String {
    let lower = word.to_lowercase();
    let fitting: Vec<&(&str, &str)> = HEARD.iter().filter(|(from, _)| lower.contains(from)).collect();
    match dice.pick(&fitting) {
        Some((from, to)) => lower.replacen(from, to, 1),
        None => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_small_and_come_again_with_the_same_seed() {
        let all = |seed| {
            let mut dice = Dice::new(seed);
            let mut one = || {
                let name = Name::anybody(&mut dice);
                let (text, mistakes) = mistaken(&mut dice, &name);
                (name.full(), text, mistakes)
            };
            (0..5_000).map(|_| one()).collect::<Vec<_>>()
        };
        assert_eq!(all(1), all(1));
        let every = all(1);
        for kind in Mistake::ALL {
            assert!(every.iter().filter(|(.., mistakes)| mistakes.contains(&kind)).count() > 300, "{kind:?}");
        }
        let same = every.iter().filter(|(name, text, _)| name == text).count();
        assert!(same < 400, "nearly every one differs: {same}");
        assert!(every.iter().all(|(_, text, _)| !text.trim().is_empty()));
    }
}
