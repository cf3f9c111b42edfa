//! How much a case holds: most are short, a few are long, and one in a hundred is very much longer.

use crate::dice::Dice;

/// How many of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Volume {
    pub(crate) behaviours: u64,
    pub(crate) efforts: u64,
    pub(crate) impacts: u64,
    pub(crate) notes: u64,
    /// Voices, contacts, plans, responses of agencies and the rest.
    pub(crate) others: u64,
    /// People beyond the family itself.
    pub(crate) further_people: u64,
    /// Days since the case was opened.
    pub(crate) days: u64,
}

impl Volume {
    /// Of one case among many.
    pub(crate) fn throw(dice: &mut Dice) -> Self {
        let mut of =
            |b: (u64, u64), e: (u64, u64), i: (u64, u64), n: (u64, u64), o: (u64, u64), p, d: (u64, u64)| Self {
                behaviours: dice.between(b.0, b.1),
                efforts: dice.between(e.0, e.1),
                impacts: dice.between(i.0, i.1),
                notes: dice.between(n.0, n.1),
                others: dice.between(o.0, o.1),
                further_people: dice.between(0, p),
                days: dice.between(d.0, d.1),
            };
        let size = of((0, 99), (0, 0), (0, 0), (0, 0), (0, 0), 0, (0, 0)).behaviours;
        match size {
            0..=59 => of((1, 6), (0, 3), (0, 4), (1, 8), (2, 9), 1, (2, 120)),
            60..=89 => of((6, 20), (3, 10), (3, 12), (8, 40), (8, 24), 3, (40, 420)),
            90..=98 => of((20, 60), (10, 30), (10, 30), (40, 150), (20, 60), 5, (200, 800)),
            _ => of((90, 110), (45, 55), (45, 55), (280, 320), (60, 90), 8, (500, 1_200)),
        }
    }

    /// Of a case of about so many entries and sixty people.
    pub(crate) fn very_long(entries: u64) -> Self {
        let part = |of_hundred: u64| entries.saturating_mul(of_hundred) / 100;
        let further_people = 50.min(entries / 40);
        Self {
            behaviours: part(18).max(1),
            efforts: part(9),
            impacts: part(9),
            notes: part(54),
            others: part(10).saturating_sub(further_people.saturating_mul(2)),
            further_people,
            days: 1_150,
        }
    }

    /// All of them together.
    pub(crate) fn entries(&self) -> u64 {
        [self.behaviours, self.efforts, self.impacts, self.notes, self.others]
            .into_iter()
            .fold(0, u64::saturating_add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_cases_are_short_and_a_few_are_long() {
        let mut dice = Dice::new(3);
        let mut all: Vec<_> = (0..10_000).map(|_| Volume::throw(&mut dice).entries()).collect();
        all.sort_unstable();
        let at = |of_thousand: usize| all[all.len() * of_thousand / 1_000];
        assert!(at(500) < 40, "half of them: {}", at(500));
        assert!(at(900) > 60 && at(995) > 500, "{} {}", at(900), at(995));
    }
}
