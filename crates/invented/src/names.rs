//! Names of invented people, of several cultures, with the short names by which people go and the spellings in which offices
//! write them. Common ones come more often.

mod lists;

use crate::dice::Dice;
use lists::Lists;
use std::sync::OnceLock;

/// Where a name comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Culture {
    /// English, Scottish and Welsh.
    English,
    /// Polish: many family names have a form for women and one for men.
    Polish,
    /// Arabic, as written in Latin letters.
    Arabic,
    /// Indian, Pakistani and Bangladeshi.
    SouthAsian,
    /// Irish.
    Irish,
}

impl Culture {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::English, Self::Polish, Self::Arabic, Self::SouthAsian, Self::Irish];

    /// One of them, as often as in a town of many people from elsewhere.
    pub fn throw(dice: &mut Dice) -> Self {
        match dice.below(100) {
            0..=43 => Self::English,
            44..=60 => Self::Polish,
            61..=72 => Self::Arabic,
            73..=87 => Self::SouthAsian,
            _ => Self::Irish,
        }
    }

    /// What the language of the home is called, where it is not English alone.
    #[must_use]
    pub fn language(self, dice: &mut Dice) -> Option<&'static str> {
        match self {
            Self::English | Self::Irish => None,
            Self::Polish => Some("Polish"),
            Self::Arabic => dice.pick_common(&["Arabic", "Kurdish", "Somali"]).copied(),
            Self::SouthAsian => dice.pick_common(&["Urdu", "Punjabi", "Bengali", "Gujarati", "Tamil"]).copied(),
        }
    }
}

/// Which of a culture's given names. Says nothing about the part somebody has in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Given {
    /// Names that girls and women have.
    Woman,
    /// Names that boys and men have.
    Man,
}

impl Given {
    /// Either.
    pub fn throw(dice: &mut Dice) -> Self {
        if dice.percent(50) { Self::Woman } else { Self::Man }
    }

    /// The other.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Woman => Self::Man,
            Self::Man => Self::Woman,
        }
    }
}

/// A family's name: in both forms, where a language has two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FamilyName {
    culture: Culture,
    written: &'static str,
}

impl FamilyName {
    /// A family name of a culture.
    pub fn throw(dice: &mut Dice, culture: Culture) -> Self {
        Self { culture, written: dice.pick_common(&culture.lists().family).map_or("Ashby", String::as_str) }
    }

    /// As this person has it.
    #[must_use]
    pub fn of(self, given: Given) -> String {
        if self.culture == Culture::Polish && given == Given::Woman {
            for (his, hers) in [("ski", "ska"), ("cki", "cka"), ("dzki", "dzka")] {
                if let Some(stem) = self.written.strip_suffix(his) {
                    return format!("{stem}{hers}");
                }
            }
        }
        self.written.to_owned()
    }
}

/// The name of one invented person.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// Where it comes from.
    pub culture: Culture,
    /// The given name: "Katarzyna".
    pub given: &'static str,
    /// The family name, in this person's form: "Nowicka".
    pub family: String,
    /// What the person goes by: "Kasia".
    pub known_as: Option<&'static str>,
    /// Other spellings of the given name that offices use: "Mohamed" for "Muhammad".
    pub spelt: &'static [String],
}

impl Name {
    /// A name of a culture in a family.
    pub fn throw(dice: &mut Dice, given: Given, family: FamilyName) -> Self {
        let lists = family.culture.lists();
        let list = match given {
            Given::Woman => &lists.women,
            Given::Man => &lists.men,
        };
        let (name, short, spelt) = match dice.pick_common(list) {
            Some(one) => (one.name.as_str(), one.short.as_deref(), one.spelt.as_slice()),
            None => ("Robin", None, [].as_slice()),
        };
        let known_as = short.filter(|_| dice.percent(50));
        Self { culture: family.culture, given: name, family: family.of(given), known_as, spelt }
    }

    /// A name of somebody, of any culture and any family.
    pub fn anybody(dice: &mut Dice) -> Self {
        let culture = Culture::throw(dice);
        let given = Given::throw(dice);
        let family = FamilyName::throw(dice, culture);
        Self::throw(dice, given, family)
    }

    /// In full: "Katarzyna Nowicka".
    #[must_use]
    pub fn full(&self) -> String {
        format!("{} {}", self.given, self.family)
    }

    /// What to call the person.
    #[must_use]
    pub fn short(&self) -> &'static str {
        self.known_as.unwrap_or(self.given)
    }

    /// The name as another office spells it, where there is another spelling.
    #[must_use]
    pub fn other_spelling(&self, dice: &mut Dice) -> Option<String> {
        dice.pick(self.spelt).map(|given| format!("{given} {}", self.family))
    }
}

impl Culture {
    fn lists(self) -> &'static Lists {
        static LISTS: OnceLock<[Lists; 5]> = OnceLock::new();
        let [english, polish, arabic, south_asian, irish] = LISTS.get_or_init(|| {
            [
                Lists::read(include_str!("names/english.txt")),
                Lists::read(include_str!("names/polish.txt")),
                Lists::read(include_str!("names/arabic.txt")),
                Lists::read(include_str!("names/south_asian.txt")),
                Lists::read(include_str!("names/irish.txt")),
            ]
        });
        match self {
            Self::English => english,
            Self::Polish => polish,
            Self::Arabic => arabic,
            Self::SouthAsian => south_asian,
            Self::Irish => irish,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_same_seed_gives_the_same_names_and_there_are_many() {
        let names = |seed| {
            let mut dice = Dice::new(seed);
            (0..20_000).map(|_| Name::anybody(&mut dice).full()).collect::<Vec<_>>()
        };
        assert_eq!(names(1), names(1));
        assert_ne!(names(1), names(2), "the control");
        let different = names(1).into_iter().collect::<BTreeSet<_>>().len();
        assert!(different > 9_000, "{different}");
    }

    #[test]
    fn polish_family_names_have_two_forms_and_others_one() {
        let polish = FamilyName { culture: Culture::Polish, written: "Nowicki" };
        assert_eq!((polish.of(Given::Woman).as_str(), polish.of(Given::Man).as_str()), ("Nowicka", "Nowicki"));
        let english = FamilyName { culture: Culture::English, written: "Zelenski" };
        assert_eq!(english.of(Given::Woman), "Zelenski");
    }

    #[test]
    fn no_name_is_there_twice_and_every_culture_has_all_lists() {
        for culture in Culture::ALL {
            let lists = culture.lists();
            let names = |list: &'static [lists::GivenName]| list.iter().map(|one| &one.name).collect::<Vec<_>>();
            for list in [names(&lists.women), names(&lists.men), lists.family.iter().collect()] {
                assert!(list.len() >= 40, "{culture:?}: {}", list.len());
                let mut once = BTreeSet::new();
                for name in list {
                    assert!(once.insert(name), "{culture:?}: {name} is there twice");
                    assert!(!name.contains(['(', ')', '=', ':', '_']), "{culture:?}: {name}");
                }
            }
            let given = || lists.women.iter().chain(&lists.men);
            assert!(given().filter(|one| one.short.is_some()).count() >= 10, "{culture:?}");
            assert!(given().filter(|one| !one.spelt.is_empty()).count() >= 10, "{culture:?}");
        }
    }
}
