//! Who stands in which row: constraints are propagated in the order of how much they say, and one that contradicts what
//! stands already is left out and reported, never forced.

use super::family::Family;

/// The rows, and which constraints hold.
#[derive(Clone, Debug, Default)]
pub struct Generations {
    /// The row of each person within the whole drawing.
    pub row: Vec<usize>,
    /// Which people belong together, by number. People without any relation have a part of their own.
    pub part: Vec<usize>,
    /// Parts of one person only.
    pub alone: Vec<bool>,
    /// For each union, whether its partners stand in one row.
    pub couple: Vec<bool>,
    /// For each union and child, whether the child stands one row below.
    pub below: Vec<Vec<bool>>,
    /// For each grandparent and grandchild, whether they stand two rows apart.
    pub grand: Vec<bool>,
}

/// Parts that grow together: each person with a row within its part.
struct Parts {
    part: Vec<usize>,
    row: Vec<i64>,
    members: Vec<Vec<usize>>,
}

impl Parts {
    fn row(&self, person: usize) -> i64 {
        self.row.get(person).copied().unwrap_or_default()
    }

    fn part(&self, person: usize) -> usize {
        self.part.get(person).copied().unwrap_or_default()
    }

    /// Says that `b` stands `by` rows below `a`. False where that contradicts what is known.
    fn tie(&mut self, a: usize, b: usize, by: i64) -> bool {
        let (one, two) = (self.part(a), self.part(b));
        let off = self.row(a) + by - self.row(b);
        if one == two {
            return off == 0;
        }
        // The smaller part moves.
        let size = |part: usize| self.members.get(part).map_or(0, Vec::len);
        let (stays, moves, off) = if size(one) >= size(two) { (one, two, off) } else { (two, one, -off) };
        let moved = self.members.get_mut(moves).map(std::mem::take).unwrap_or_default();
        for person in &moved {
            if let (Some(part), Some(row)) = (self.part.get_mut(*person), self.row.get_mut(*person)) {
                *part = stays;
                *row += off;
            }
        }
        if let Some(members) = self.members.get_mut(stays) {
            members.extend(moved);
        }
        true
    }
}

/// Finds the rows.
#[must_use]
pub fn generations(family: &Family) -> Generations {
    let count = family.people.len();
    let mut parts = Parts {
        part: (0..count).collect(),
        row: vec![0; count],
        members: (0..count).map(|person| vec![person]).collect(),
    };
    let mut couple = vec![true; family.unions.len()];
    let mut below: Vec<Vec<bool>> = family.unions.iter().map(|union| vec![true; union.children.len()]).collect();
    // Where a child hangs says most, then who is a couple, then every other way of being a parent.
    for first in [true, false] {
        for (n, union) in family.unions.iter().enumerate() {
            for (k, (child, primary)) in union.children.iter().enumerate() {
                if *primary != first {
                    continue;
                }
                let held = match (union.partners.as_slice(), union.children.first()) {
                    ([], Some((oldest, _))) => parts.tie(*oldest, *child, 0),
                    ([], None) => true,
                    (partners, _) => {
                        // Every parent is placed as far as that can be, whether or not another could be.
                        let mut held = true;
                        for parent in partners {
                            held &= parts.tie(*parent, *child, 1);
                        }
                        held
                    }
                };
                if let Some(slot) = below.get_mut(n).and_then(|children| children.get_mut(k)) {
                    *slot = held;
                }
            }
        }
        if first {
            for (n, union) in family.unions.iter().enumerate() {
                if let ([a, b], Some(slot)) = (union.partners.as_slice(), couple.get_mut(n)) {
                    *slot = parts.tie(*a, *b, 0);
                }
            }
        }
    }
    let grand = family.grandparents.iter().map(|(old, young)| parts.tie(*old, *young, 2)).collect();
    let (row, alone) = settle(family, &parts);
    Generations { row, part: parts.part, alone, couple, below, grand }
}

/// How many people without any relation stand in one row.
const ALONE: usize = 5;

/// Rows of the whole drawing: every part begins as high as its children of the case allow; people alone come last.
fn settle(family: &Family, parts: &Parts) -> (Vec<usize>, Vec<bool>) {
    let is_child = |person: &usize| family.people.get(*person).is_some_and(|someone| someone.child);
    let alone: Vec<bool> =
        (0..family.people.len()).map(|p| parts.members.get(parts.part(p)).is_some_and(|m| m.len() == 1)).collect();
    let mut shift: Vec<i64> = vec![0; parts.members.len()];
    let mut level: Option<i64> = None;
    for (part, members) in parts.members.iter().enumerate().filter(|(_, members)| members.len() > 1) {
        let top = members.iter().map(|person| parts.row(*person)).min().unwrap_or_default();
        let children = members.iter().find(|person| is_child(person)).map(|person| parts.row(*person) - top);
        let own = match (children, level) {
            (Some(child), Some(level)) => level - child,
            (Some(child), None) => {
                level = Some(child);
                0
            }
            (None, _) => 0,
        };
        if let Some(slot) = shift.get_mut(part) {
            *slot = own - top;
        }
    }
    let place = |person: usize| parts.row(person) + shift.get(parts.part(person)).copied().unwrap_or_default();
    let related = || (0..family.people.len()).filter(|p| !alone.get(*p).copied().unwrap_or_default());
    let top = related().map(place).min().unwrap_or_default();
    let bottom = related().map(|person| place(person) - top + 1).max().unwrap_or_default();
    let mut singles = 0_usize;
    let row = (0..family.people.len())
        .map(|person| {
            if alone.get(person).copied().unwrap_or_default() {
                singles += 1;
                usize::try_from(bottom).unwrap_or_default() + (singles - 1) / ALONE
            } else {
                usize::try_from(place(person) - top).unwrap_or_default()
            }
        })
        .collect();
    (row, alone)
}
