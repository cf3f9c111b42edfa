//! How well people are found whose names are mistaken: a small measurement with a fixed seed. The large one is the example
//! `bench_people`.

use super::alike::ranked;
use super::asked::Asked;
use super::card::Known;
use super::facts::{By, facts};
use invented::dice::Dice;
use invented::mistakes::{heard_twice, mistaken};
use invented::names::Name;
use std::collections::HashMap;

const PEOPLE: usize = 6_000;
const ASKED: usize = 400;

struct Town {
    people: Vec<(Name, i16, Known)>,
    found_by: HashMap<Vec<u8>, Vec<usize>>,
    by: By,
}

impl Town {
    fn new(by: By) -> Self {
        let mut dice = Dice::new(7);
        let mut people = Vec::new();
        let mut found_by: HashMap<Vec<u8>, Vec<usize>> = HashMap::new();
        for n in 0..PEOPLE {
            let name = Name::anybody(&mut dice);
            let year = i16::try_from(dice.between(1940, 2025)).unwrap();
            let known = Known::invented(&name.full(), &[], &year.to_string());
            for fact in known.facts(by) {
                found_by.entry(fact).or_default().push(n);
            }
            people.push((name, year, known));
        }
        Self { people, found_by, by }
    }

    /// Of a hundred people, so many are among the first ten.
    fn recall(&self, with_year: bool, mut mistake: impl FnMut(&mut Dice, &Name) -> String) -> usize {
        let mut dice = Dice::new(11);
        let mut found = 0;
        for _ in 0..ASKED {
            let who = usize::try_from(dice.below(PEOPLE as u64)).unwrap();
            let (name, year, _) = &self.people[who];
            let typed = mistake(&mut dice, name);
            let asked = Asked::parse(&if with_year { format!("{typed} {year}") } else { typed });
            let mut near: Vec<usize> = facts(&asked.words, asked.born, self.by)
                .iter()
                .flat_map(|(fact, _)| self.found_by.get(fact).into_iter().flatten().copied())
                .collect();
            near.sort_unstable();
            near.dedup();
            let best = ranked(&asked, near.into_iter().map(|n| (n, self.people[n].2.clone())));
            found += usize::from(best.iter().take(10).any(|(n, ..)| *n == who));
        }
        found * 100 / ASKED
    }
}

#[test]
fn mistaken_names_are_found_with_the_year_and_by_letters_alone_they_are_not() {
    let town = Town::new(By::Sound);
    let any = |dice: &mut Dice, name: &Name| mistaken(dice, name).0;
    let with_year = town.recall(true, any);
    assert!(with_year >= 95, "{with_year} of 100 with the year");
    let alone = town.recall(false, any);
    assert!(alone >= 75, "{alone} of 100 by name alone");
    // Both names as ears mistake them, by name alone: the control knows letters only and must miss most.
    let heard = |dice: &mut Dice, name: &Name| heard_twice(dice, name);
    let (sound, letters) = (town.recall(false, heard), Town::new(By::Letters).recall(false, heard));
    assert!(sound >= 85 && letters <= 30, "{sound} of 100 by sound, {letters} by letters");
}
