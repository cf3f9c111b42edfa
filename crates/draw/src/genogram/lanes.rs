//! Lanes between the rows, and ways through them: two lines that would lie on one another get lanes of their own.

use super::family::{Family, GAP, LEFT, Standing};

/// Between two things on one lane.
const CLEAR: f64 = 10.0;

/// The lane of each interval: the lowest on which it meets no other. Intervals that begin first get the first lanes.
#[must_use]
pub fn lanes(intervals: &[(f64, f64)]) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..intervals.len()).collect();
    let of = |n: usize| intervals.get(n).copied().unwrap_or_default();
    order.sort_by(|a, b| of(*a).0.total_cmp(&of(*b).0).then(of(*a).1.total_cmp(&of(*b).1)));
    let mut ends: Vec<f64> = Vec::new();
    let mut lane_of = vec![0; intervals.len()];
    for n in order {
        let (from, to) = of(n);
        let lane = ends.iter().position(|end| *end + CLEAR <= from).unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = to,
            None => ends.push(to),
        }
        if let Some(slot) = lane_of.get_mut(n) {
            *slot = lane;
        }
    }
    (lane_of, ends.len())
}

/// The place between two columns of a row, or outside them, that is nearest to `x`.
#[must_use]
pub fn gap(family: &Family, standing: &Standing, row: usize, x: f64) -> f64 {
    let people = standing.rows.get(row).map(Vec::as_slice).unwrap_or_default();
    let at = |person: usize| standing.x.get(person).copied().unwrap_or_default();
    let mut gaps: Vec<f64> = people.iter().map(|person| at(*person) - LEFT - GAP / 2.0).collect();
    if let Some(last) = people.last() {
        gaps.push(at(*last) + family.right(*last) + GAP / 2.0);
    }
    gaps.into_iter().min_by(|a, b| (a - x).abs().total_cmp(&(b - x).abs())).unwrap_or(x)
}

#[cfg(test)]
mod tests {
    use super::lanes;

    #[test]
    fn what_would_overlap_gets_lanes_of_its_own() {
        let (lane, count) = lanes(&[(0.0, 100.0), (50.0, 150.0), (120.0, 200.0), (300.0, 310.0)]);
        assert_eq!((lane, count), (vec![0, 1, 0, 0], 2));
        assert_eq!(lanes(&[]).1, 0);
    }
}
