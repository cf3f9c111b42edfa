//! The places within the rows: everybody as near as can be to the middle of their parents and of their children, with the
//! least distance kept. Least squares with an order: pool adjacent violators.

use super::family::{Family, GAP, LEFT, Standing};
use super::generations::Generations;
use super::order::mean;
use std::collections::BTreeMap;

/// How often the rows are gone over, down and up.
const SWEEPS: usize = 24;

/// Places everybody.
#[must_use]
pub(super) fn place(family: &Family, generations: &Generations, rows: Vec<Vec<usize>>) -> Standing {
    let chain = chains(family, generations);
    let mut places = Places { family, generations, chain, x: vec![0.0; family.people.len()], rows };
    for n in 0..places.rows.len() {
        // Packed to begin with.
        places.settle(n, &[]);
    }
    for sweep in 0..SWEEPS {
        let down = sweep % 2 == 0;
        let count = places.rows.len();
        let order: Vec<usize> = if down { (0..count).collect() } else { (0..count).rev().collect() };
        for n in order {
            let wishes = places.wishes(n, down);
            places.settle(n, &wishes);
        }
    }
    places.finish()
}

struct Places<'a> {
    family: &'a Family,
    generations: &'a Generations,
    /// Partners have the same number.
    chain: Vec<usize>,
    x: Vec<f64>,
    rows: Vec<Vec<usize>>,
}

/// The same number for everybody who is joined as couples.
fn chains(family: &Family, generations: &Generations) -> Vec<usize> {
    let mut chain: Vec<usize> = (0..family.people.len()).collect();
    let of = |chain: &[usize], person: usize| {
        let mut at = person;
        while let Some(next) = chain.get(at).copied().filter(|next| *next != at) {
            at = next;
        }
        at
    };
    for (union, held) in family.unions.iter().zip(&generations.couple) {
        if let ([a, b], true) = (union.partners.as_slice(), held) {
            let (one, two) = (of(&chain, *a), of(&chain, *b));
            if let Some(slot) = chain.get_mut(one.max(two)) {
                *slot = one.min(two);
            }
        }
    }
    (0..chain.len()).map(|person| of(&chain, person)).collect()
}

impl Places<'_> {
    fn chain_of(&self, person: usize) -> usize {
        self.chain.get(person).copied().unwrap_or_default()
    }

    fn x(&self, person: usize) -> f64 {
        self.x.get(person).copied().unwrap_or_default()
    }

    fn row(&self, person: usize) -> usize {
        self.generations.row.get(person).copied().unwrap_or_default()
    }

    /// The middle of a union's children who hang there: halfway between the first and the last.
    fn children(&self, union: usize) -> Option<f64> {
        let found = self.family.unions.get(union)?;
        let held = self.generations.below.get(union)?;
        let mut ends: Option<(f64, f64)> = None;
        for ((child, primary), held) in found.children.iter().zip(held) {
            if *primary && *held {
                let x = self.x(*child);
                ends = Some(ends.map_or((x, x), |(low, high)| (low.min(x), high.max(x))));
            }
        }
        ends.map(|(low, high)| f64::midpoint(low, high))
    }

    /// How far everybody in a row would like to move. Partners move together.
    fn wishes(&self, row: usize, down: bool) -> Vec<Option<f64>> {
        let mut sums: Vec<(f64, u32)> = vec![(0.0, 0); self.family.people.len()];
        let mut add = |person: usize, by: f64| {
            if let Some((sum, count)) = sums.get_mut(person) {
                *sum += by;
                *count += 1;
            }
        };
        for (n, union) in self.family.unions.iter().enumerate() {
            let Some(children) = self.children(n) else { continue };
            // Siblings without recorded parents only draw near to one another.
            let middle = mean(union.partners.iter().map(|person| self.x(*person))).unwrap_or(children);
            if down {
                let held = self.generations.below.get(n).map(Vec::as_slice).unwrap_or_default();
                for ((child, primary), held) in union.children.iter().zip(held) {
                    if *primary && *held && self.row(*child) == row {
                        // To their parents, and half as strongly to one another.
                        add(*child, middle - children + (children - self.x(*child)) / 2.0);
                    }
                }
            } else {
                union.partners.iter().filter(|p| self.row(**p) == row).for_each(|p| add(*p, children - middle));
            }
        }
        // A chain of partners moves as one, so that couples stay beside one another.
        let mut chain: BTreeMap<usize, (f64, u32)> = BTreeMap::new();
        for (person, (sum, count)) in sums.iter().enumerate() {
            let own = chain.entry(self.chain_of(person)).or_default();
            *own = (own.0 + sum, own.1 + count);
        }
        let wish = |person: usize| {
            let (sum, count) = chain.get(&self.chain_of(person)).copied().unwrap_or_default();
            (count > 0).then(|| sum / f64::from(count))
        };
        (0..sums.len()).map(wish).collect()
    }

    /// Places one row as near to the wishes as the order and the least distances allow.
    fn settle(&mut self, row: usize, wishes: &[Option<f64>]) {
        let Some(people) = self.rows.get(row) else { return };
        let mut offset = 0.0;
        let mut offsets = Vec::with_capacity(people.len());
        for (n, person) in people.iter().enumerate() {
            if n > 0 {
                offset += LEFT;
            }
            offsets.push(offset);
            offset += self.family.right(*person) + GAP;
        }
        let targets: Vec<f64> = people
            .iter()
            .zip(&offsets)
            .map(|(person, offset)| {
                self.x(*person) + wishes.get(*person).copied().flatten().unwrap_or_default() - offset
            })
            .collect();
        let settled = isotonic(&targets);
        for ((person, offset), place) in people.iter().zip(&offsets).zip(settled) {
            if let Some(x) = self.x.get_mut(*person) {
                *x = place + offset;
            }
        }
    }

    fn finish(mut self) -> Standing {
        let least = self.x.iter().copied().fold(f64::INFINITY, f64::min);
        for x in &mut self.x {
            *x = (*x - least + LEFT).round();
        }
        // People without relations stand from the left edge on.
        for row in &self.rows {
            let alone = |p: &usize| self.generations.alone.get(*p).copied().unwrap_or_default();
            if row.iter().all(alone)
                && let Some(first) = row.first().map(|person| self.x.get(*person).copied().unwrap_or_default())
            {
                for person in row {
                    if let Some(x) = self.x.get_mut(*person) {
                        *x = *x - first + LEFT;
                    }
                }
            }
        }
        Standing {
            row: self.generations.row.clone(),
            x: self.x,
            rows: self.rows,
            couple: self.generations.couple.clone(),
            below: self.generations.below.clone(),
            grand: self.generations.grand.clone(),
        }
    }
}

/// The never-falling row of numbers nearest to these: pool adjacent violators.
fn isotonic(targets: &[f64]) -> Vec<f64> {
    let mut pools: Vec<(f64, u32)> = Vec::with_capacity(targets.len());
    for target in targets {
        let (mut value, mut count) = (*target, 1_u32);
        while let Some((before, many)) = pools.last().copied().filter(|(before, _)| *before > value) {
            value = (before * f64::from(many) + value * f64::from(count)) / f64::from(many + count);
            count += many;
            pools.pop();
        }
        pools.push((value, count));
    }
    pools.into_iter().flat_map(|(value, count)| std::iter::repeat_n(value, count as usize)).collect()
}

#[cfg(test)]
mod tests {
    use super::isotonic;

    #[test]
    fn violators_are_pooled_and_the_rest_stays() {
        assert_eq!(isotonic(&[1.0, 5.0, 3.0, 9.0]), [1.0, 4.0, 4.0, 9.0]);
        assert_eq!(isotonic(&[3.0, 2.0, 1.0]), [2.0, 2.0, 2.0]);
        assert!(isotonic(&[]).is_empty());
    }
}
