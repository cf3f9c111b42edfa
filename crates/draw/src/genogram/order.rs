//! The order within each row: partners stand beside one another in chains, siblings in the order of birth, and everybody
//! near the parents and the children they are joined to.

use super::family::Family;
use super::generations::Generations;
use std::collections::{BTreeMap, BTreeSet};

/// People of one row who are joined as couples, and so stand together.
#[derive(Clone, Debug)]
struct Chain {
    row: usize,
    part: usize,
    members: Vec<usize>,
}

struct Order<'a> {
    family: &'a Family,
    generations: &'a Generations,
    chains: Vec<Chain>,
    /// The chain of each person.
    of: Vec<usize>,
    /// The unions whose children each person is, where the person hangs.
    parents: Vec<Vec<usize>>,
    /// The chains that must come before each chain.
    after: Vec<BTreeSet<usize>>,
    /// Present place of each person, for comparing.
    place: Vec<f64>,
}

/// How often the rows are gone over, down and up.
const SWEEPS: usize = 8;

/// The people of each row in order. Parts stand side by side.
#[must_use]
pub(super) fn rows(family: &Family, generations: &Generations) -> Vec<Vec<usize>> {
    let (chains, of) = chains(family, generations);
    let mut parents = vec![Vec::new(); family.people.len()];
    for (n, union) in family.unions.iter().enumerate() {
        for (k, (child, primary)) in union.children.iter().enumerate() {
            let held = generations.below.get(n).and_then(|c| c.get(k)).copied().unwrap_or_default();
            if let Some(own) = parents.get_mut(*child).filter(|_| *primary && held) {
                own.push(n);
            }
        }
    }
    let after = vec![BTreeSet::new(); chains.len()];
    let place = vec![0.0; family.people.len()];
    let mut order = Order { family, generations, chains, of, parents, after, place };
    order.birth_order();
    let count = generations.row.iter().max().map_or(0, |row| row + 1);
    let mut rows = order.walk(count);
    for sweep in 0..SWEEPS {
        order.note(&rows);
        let down = sweep % 2 == 0;
        let numbers: Vec<usize> = if down { (0..count).collect() } else { (0..count).rev().collect() };
        for n in numbers {
            if let Some(row) = rows.get_mut(n) {
                *row = order.sort(std::mem::take(row), down);
            }
            order.note(&rows);
        }
    }
    rows.iter()
        .map(|row| {
            row.iter().flat_map(|n| order.chains.get(*n).map(|c| c.members.clone()).unwrap_or_default()).collect()
        })
        .collect()
}

/// Joins couples of one row into chains. Somebody with two partners stands between them, the earlier one first; further
/// partners follow, and their line goes below.
fn chains(family: &Family, generations: &Generations) -> (Vec<Chain>, Vec<usize>) {
    let count = family.people.len();
    let mut partners: Vec<Vec<(i64, usize)>> = vec![Vec::new(); count];
    for (n, union) in family.unions.iter().enumerate() {
        if let ([a, b], Some(true)) = (union.partners.as_slice(), generations.couple.get(n)) {
            for (one, other) in [(*a, *b), (*b, *a)] {
                if let Some(own) = partners.get_mut(one).filter(|own| !own.iter().any(|(_, known)| *known == other))
                {
                    own.push((union.begins, other));
                }
            }
        }
    }
    for own in &mut partners {
        own.sort_unstable();
    }
    let of_person = |person: usize| partners.get(person).map(Vec::as_slice).unwrap_or_default();
    let mut seen = vec![false; count];
    let mut chain_of = vec![0; count];
    let mut chains: Vec<Chain> = Vec::new();
    for first in 0..count {
        if seen.get(first).copied().unwrap_or(true) {
            continue;
        }
        // Everybody joined to this one, and among them whoever has most partners.
        let mut joined = vec![first];
        let mut known: BTreeSet<usize> = joined.iter().copied().collect();
        let mut next = 0;
        while let Some(person) = joined.get(next).copied() {
            joined.extend(of_person(person).iter().map(|(_, other)| *other).filter(|other| known.insert(*other)));
            next += 1;
        }
        let hub =
            joined.iter().copied().max_by_key(|p| (of_person(*p).len(), std::cmp::Reverse(*p))).unwrap_or(first);
        let mut done: BTreeSet<usize> = BTreeSet::from([hub]);
        let mut arms: Vec<Vec<usize>> = Vec::new();
        for (_, partner) in of_person(hub) {
            let mut arm = Vec::new();
            let mut stack = vec![*partner];
            while let Some(person) = stack.pop() {
                if done.insert(person) {
                    arm.push(person);
                    stack.extend(of_person(person).iter().rev().map(|(_, other)| *other));
                }
            }
            arms.push(arm);
        }
        let mut arms = arms.into_iter().filter(|arm| !arm.is_empty());
        // One partner stands after; of two or more the first stands before.
        let before = if of_person(hub).len() > 1 { arms.next().unwrap_or_default() } else { Vec::new() };
        let mut members: Vec<usize> = before.into_iter().rev().collect();
        members.push(hub);
        members.extend(arms.flatten());
        for person in &members {
            if let (Some(seen), Some(of)) = (seen.get_mut(*person), chain_of.get_mut(*person)) {
                *seen = true;
                *of = chains.len();
            }
        }
        let at = |list: &[usize]| list.get(first).copied().unwrap_or_default();
        chains.push(Chain { row: at(&generations.row), part: at(&generations.part), members });
    }
    (chains, chain_of)
}

impl Order<'_> {
    fn chain_of(&self, person: usize) -> usize {
        self.of.get(person).copied().unwrap_or_default()
    }

    fn place(&self, person: usize) -> f64 {
        self.place.get(person).copied().unwrap_or_default()
    }

    fn parents(&self, person: usize) -> &[usize] {
        self.parents.get(person).map(Vec::as_slice).unwrap_or_default()
    }

    fn members(&self, chain: usize) -> &[usize] {
        self.chains.get(chain).map(|chain| chain.members.as_slice()).unwrap_or_default()
    }

    /// The children of a union who hang there, in the order of birth.
    fn children(&self, union: usize) -> Vec<usize> {
        let held = |k: usize| self.generations.below.get(union).and_then(|c| c.get(k)).copied().unwrap_or_default();
        self.family.unions.get(union).map_or_else(Vec::new, |found| {
            found
                .children
                .iter()
                .enumerate()
                .filter(|(k, (_, first))| *first && held(*k))
                .map(|(_, (c, _))| *c)
                .collect()
        })
    }

    /// Older siblings' chains come first, wherever that does not contradict another family's order of birth.
    fn birth_order(&mut self) {
        for union in 0..self.family.unions.len() {
            let children = self.children(union);
            for pair in children.windows(2) {
                let &[older, younger] = pair else { continue };
                let (one, two) = (self.chain_of(older), self.chain_of(younger));
                if one != two
                    && !self.comes_after(one, two)
                    && let Some(after) = self.after.get_mut(two)
                {
                    after.insert(one);
                }
            }
        }
    }

    /// Whether `chain` must come after `other` already.
    fn comes_after(&self, chain: usize, other: usize) -> bool {
        let mut stack = vec![chain];
        let mut seen = BTreeSet::new();
        while let Some(next) = stack.pop() {
            if next == other {
                return true;
            }
            if seen.insert(next) {
                stack.extend(self.after.get(next).into_iter().flatten());
            }
        }
        false
    }

    /// A first order: from the top, each couple followed by its children, so that families begin untangled.
    fn walk(&self, count: usize) -> Vec<Vec<usize>> {
        let mut rows: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut starts: Vec<usize> = (0..self.chains.len()).collect();
        let of = |n: &usize| self.chains.get(*n).map_or((0, 0), |chain| (chain.part, chain.row));
        starts.sort_by_key(of);
        let mut done = vec![false; self.chains.len()];
        let mut unions_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (n, union) in self.family.unions.iter().enumerate() {
            for partner in &union.partners {
                unions_of.entry(*partner).or_default().push(n);
            }
        }
        for start in starts {
            let mut stack = vec![start];
            while let Some(chain) = stack.pop() {
                match done.get_mut(chain) {
                    Some(done) if !*done => *done = true,
                    _ => continue,
                }
                let Some(found) = self.chains.get(chain) else { continue };
                if let Some(row) = rows.get_mut(found.row) {
                    row.push(chain);
                }
                let unions = found.members.iter().flat_map(|person| unions_of.get(person).into_iter().flatten());
                let children: Vec<usize> =
                    unions.flat_map(|union| self.children(*union)).map(|child| self.chain_of(child)).collect();
                stack.extend(children.into_iter().rev());
            }
        }
        rows
    }

    /// Notes where everybody stands: parts beside one another, each row spread over the same width.
    fn note(&mut self, rows: &[Vec<usize>]) {
        for row in rows {
            let people: Vec<usize> = row.iter().flat_map(|chain| self.members(*chain).to_vec()).collect();
            let width = people.len().max(1);
            for (n, person) in people.into_iter().enumerate() {
                if let Some(place) = self.place.get_mut(person) {
                    *place = (whole(n) + 0.5) / whole(width);
                }
            }
        }
    }

    /// The middle of a union's partners.
    fn middle(&self, union: usize) -> Option<f64> {
        let partners = &self.family.unions.get(union)?.partners;
        mean(partners.iter().map(|person| self.place(*person)))
    }

    /// Where a chain would like to stand, by the parents of its members or by their children.
    fn wish(&self, chain: usize, down: bool) -> f64 {
        let members = self.members(chain);
        let wish = if down {
            mean(members.iter().flat_map(|p| self.parents(*p)).filter_map(|union| self.middle(*union)))
        } else {
            let own = |union: &usize| {
                self.family.unions.get(*union).is_some_and(|u| u.partners.iter().any(|p| members.contains(p)))
            };
            let unions: Vec<usize> = (0..self.family.unions.len()).filter(own).collect();
            mean(unions.iter().flat_map(|union| self.children(*union)).map(|child| self.place(child)))
        };
        wish.unwrap_or_else(|| mean(members.iter().map(|person| self.place(*person))).unwrap_or_default())
    }

    /// One row in order: whoever must come first comes first, siblings stay together, and else the wish decides.
    fn sort(&mut self, row: Vec<usize>, down: bool) -> Vec<usize> {
        if down {
            row.iter().for_each(|chain| self.turn(*chain));
        }
        let part = |chain: usize| self.chains.get(chain).map_or(0, |found| found.part);
        let mut waiting: Vec<(usize, f64, usize)> =
            row.iter().map(|chain| (part(*chain), self.wish(*chain, down), *chain)).collect();
        waiting.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut placed: Vec<usize> = Vec::with_capacity(row.len());
        let mut open: BTreeSet<usize> = row.into_iter().collect();
        let mut family: BTreeSet<usize> = BTreeSet::new();
        while !waiting.is_empty() {
            let free = |chain: usize| self.after.get(chain).is_none_or(|after| after.is_disjoint(&open));
            let joined = |chain: usize| {
                self.members(chain).iter().any(|p| self.parents(*p).iter().any(|union| family.contains(union)))
            };
            let pick = waiting
                .iter()
                .position(|(_, _, chain)| free(*chain) && joined(*chain))
                .or_else(|| waiting.iter().position(|(_, _, chain)| free(*chain)))
                .unwrap_or(0);
            let (_, _, chain) = waiting.remove(pick);
            open.remove(&chain);
            family = self.members(chain).iter().flat_map(|p| self.parents(*p)).copied().collect();
            placed.push(chain);
        }
        placed
    }

    /// Turns a couple so that each stands on the side of their own parents; with parents of one only, so that the other
    /// stands outside the siblings.
    fn turn(&mut self, chain: usize) {
        let &[a, b] = self.members(chain) else { return };
        let parents = |person: usize| mean(self.parents(person).iter().filter_map(|union| self.middle(*union)));
        let oldest = |person: usize| {
            self.parents(person).iter().any(|union| {
                let children = self.children(*union);
                children.len() > 1 && children.first() == Some(&person)
            })
        };
        let turned = match (parents(a), parents(b)) {
            (Some(one), Some(two)) => one > two,
            (Some(_), None) => oldest(a),
            (None, Some(_)) => !oldest(b),
            (None, None) => false,
        };
        if turned && let Some(found) = self.chains.get_mut(chain) {
            found.members.reverse();
        }
    }
}

fn whole(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The mean; nothing for nothing.
pub(super) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}
