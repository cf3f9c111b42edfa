//! Couples, children and siblings as lines: bars between partners, bars over siblings, each on a lane of its own where two
//! would meet, and a pattern for every way of being a child.

use super::column::HALF;
use super::family::{Family, Standing};
use super::lanes::lanes;
use super::pen::{Pen, Stroke};
use practice::views::genogram::unions::ParentKind;
use practice::views::genogram::{Ending, Union};
use std::collections::BTreeMap;

/// The bar between two partners, below their row.
#[derive(Clone, Debug)]
struct CoupleBar {
    union: usize,
    row: usize,
    from: f64,
    to: f64,
    lane: usize,
}

/// Where a child's line goes down, in which way the child is one, and whether it is a twin of the one before.
type Drop = (f64, ParentKind, bool);

/// The bar over children, above their row.
#[derive(Clone, Debug)]
struct ChildBar {
    union: usize,
    row: usize,
    /// Where it comes from; nothing for siblings without recorded parents.
    from: Option<f64>,
    /// Where each child's line goes down, how, and whether the child is a twin of the one before.
    children: Vec<Drop>,
    lane: usize,
}

/// All lines of kinship.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kin {
    couples: Vec<CoupleBar>,
    children: Vec<ChildBar>,
    /// For each union with one parent, where its line goes down and in which row the parent stands.
    singles: BTreeMap<usize, (f64, usize)>,
    /// How many lanes the couples of each row need.
    pub(crate) couple_lanes: Vec<usize>,
    /// How many lanes the children of each row need.
    pub(crate) child_lanes: Vec<usize>,
}

/// Where the lines of one row are.
pub(crate) trait Heights {
    /// The lane of couples below a row.
    fn couple(&self, row: usize, lane: usize) -> f64;
    /// The lane of children above a row.
    fn child(&self, row: usize, lane: usize) -> f64;
    /// The middle of the symbols of a row.
    fn middle(&self, row: usize) -> f64;
}

/// How far below the bar twins part.
const TWINS: f64 = 8.0;

impl Kin {
    /// Finds the bars and their lanes.
    pub(crate) fn new(family: &Family, unions: &[Union], standing: &Standing) -> Self {
        let x = |person: usize| standing.x.get(person).copied().unwrap_or_default();
        let row = |person: usize| standing.row.get(person).copied().unwrap_or_default();
        let offsets = offsets(family, standing);
        let off = |union: usize, person: usize| offsets.get(&(union, person)).copied().unwrap_or_default();
        let mut kin = Self::default();
        let mut middles: BTreeMap<usize, f64> = BTreeMap::new();
        for (n, union) in family.unions.iter().enumerate() {
            match union.partners.as_slice() {
                [a, b] if standing.couple.get(n).copied().unwrap_or_default() => {
                    let (one, two) = (x(*a) + off(n, *a), x(*b) + off(n, *b));
                    let (from, to) = (one.min(two), one.max(two));
                    middles.insert(n, f64::midpoint(from, to).round());
                    kin.couples.push(CoupleBar { union: n, row: row(*a), from, to, lane: 0 });
                }
                [a] => {
                    middles.insert(n, x(*a) + off(n, *a));
                    kin.singles.insert(n, (x(*a) + off(n, *a), row(*a)));
                }
                _ => {}
            }
        }
        for (n, union) in family.unions.iter().enumerate() {
            let ways = unions.get(n).map(|union| union.children.as_slice()).unwrap_or_default();
            let held = standing.below.get(n).map(Vec::as_slice).unwrap_or_default();
            // A union that is not drawn has no children drawn either: they are named among what is left out.
            if !union.partners.is_empty() && !middles.contains_key(&n) {
                continue;
            }
            let mut bars: BTreeMap<(bool, usize), Vec<Drop>> = BTreeMap::new();
            for (((child, primary), way), _) in union.children.iter().zip(ways).zip(held).filter(|(_, held)| **held)
            {
                let together = union.partners.is_empty() || *primary;
                let at = if *primary { x(*child) } else { x(*child) - 12.0 };
                bars.entry((together, row(*child))).or_default().push((at, way.kind, way.twin));
            }
            for ((together, row), children) in bars {
                let bar = kin.couples.iter().find(|bar| bar.union == n).map(|bar| (bar.from, bar.to));
                let from = middles.get(&n).map(|middle| {
                    let middle = bar.map_or(*middle, |bar| leaves(bar, &children));
                    if together { middle } else { middle + 5.0 }
                });
                kin.children.push(ChildBar { union: n, row, from, children, lane: 0 });
            }
        }
        kin.assign(standing.rows.len());
        kin
    }

    fn assign(&mut self, rows: usize) {
        for row in 0..rows {
            let mut own: Vec<&mut CoupleBar> = self.couples.iter_mut().filter(|bar| bar.row == row).collect();
            let (lane, count) = lanes(&own.iter().map(|bar| (bar.from, bar.to)).collect::<Vec<_>>());
            own.iter_mut().zip(lane).for_each(|(bar, lane)| bar.lane = lane);
            self.couple_lanes.push(count);
            let mut own: Vec<&mut ChildBar> = self.children.iter_mut().filter(|bar| bar.row == row).collect();
            let (lane, count) = lanes(&own.iter().map(|bar| bar.reach()).collect::<Vec<_>>());
            own.iter_mut().zip(lane).for_each(|(bar, lane)| bar.lane = lane);
            self.child_lanes.push(count);
        }
    }

    /// Draws everything.
    pub(crate) fn draw(&self, pen: &mut Pen, unions: &[Union], heights: &dyn Heights) {
        let mut starts: BTreeMap<usize, f64> = BTreeMap::new();
        for bar in &self.couples {
            let Some(union) = unions.get(bar.union) else { continue };
            let (y, middle) = (heights.couple(bar.row, bar.lane), heights.middle(bar.row));
            starts.insert(bar.union, y);
            let stroke = match (union.ending, union.married, union.entries.is_empty()) {
                (_, _, true) => Stroke::Dotted,
                (Ending::Going | Ending::Separated, false, _) => Stroke::Dashed,
                _ => Stroke::Kin,
            };
            pen.line(&[(bar.from, middle), (bar.from, y), (bar.to, y), (bar.to, middle)], stroke);
            let slashes = match union.ending {
                Ending::Separated => 1,
                Ending::Ended => 2,
                Ending::Going | Ending::Died | Ending::NotRecorded => 0,
            };
            for n in 0..slashes {
                let x = bar.from + (bar.to - bar.from) * 0.3 + f64::from(n) * 9.0;
                pen.line(&[(x + 5.0, y - 8.0), (x - 5.0, y + 8.0)], Stroke::Kin);
            }
        }
        for (union, (_, row)) in &self.singles {
            starts.insert(*union, heights.middle(*row));
        }
        for bar in &self.children {
            bar.draw(pen, starts.get(&bar.union).copied(), heights);
        }
    }
}

impl ChildBar {
    /// The places where a single line leaves the bar: one for each child, or one for twins together.
    fn drops(&self) -> Vec<(f64, Vec<(f64, ParentKind)>)> {
        let mut groups: Vec<Vec<(f64, ParentKind)>> = Vec::new();
        for (x, kind, twin) in &self.children {
            match groups.last_mut() {
                Some(group) if *twin => group.push((*x, *kind)),
                _ => groups.push(vec![(*x, *kind)]),
            }
        }
        groups
            .into_iter()
            .map(|group| {
                let low = group.iter().map(|(x, _)| *x).fold(f64::INFINITY, f64::min);
                let high = group.iter().map(|(x, _)| *x).fold(f64::NEG_INFINITY, f64::max);
                (f64::midpoint(low, high).round(), group)
            })
            .collect()
    }

    fn reach(&self) -> (f64, f64) {
        let all = self.children.iter().map(|(x, _, _)| *x).chain(self.from);
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
    }

    fn draw(&self, pen: &mut Pen, start: Option<f64>, heights: &dyn Heights) {
        let y = heights.child(self.row, self.lane);
        let top = heights.middle(self.row) - HALF;
        let siblings = self.children.iter().all(|(_, kind, _)| *kind == ParentKind::Sibling);
        let plain = if siblings { Stroke::Dotted } else { Stroke::Kin };
        let drops = self.drops();
        let at = || drops.iter().map(|(x, _)| *x).chain(self.from);
        let (low, high) = at().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
        let all: Vec<Stroke> = self.children.iter().map(|(_, kind, _)| pattern(*kind)).collect();
        // Where all children came in one way, the whole line has the pattern of it.
        let stroke = match all.split_first() {
            Some((first, rest)) if rest.iter().all(|other| other == first) => *first,
            _ => plain,
        };
        if let (Some(x), Some(start)) = (self.from, start) {
            pen.line(&[(x, start), (x, y)], stroke);
        }
        if high > low {
            pen.line(&[(low, y), (high, y)], stroke);
        }
        for (x, group) in &drops {
            if let [(child, kind)] = group.as_slice() {
                pen.line(&[(*child, y), (*child, top)], pattern(*kind));
                continue;
            }
            let fork = y + TWINS;
            let ends = group
                .iter()
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (x, _)| (low.min(*x), high.max(*x)));
            pen.line(&[(*x, y), (*x, fork)], stroke);
            pen.line(&[(ends.0, fork), (ends.1, fork)], stroke);
            for (child, kind) in group {
                pen.line(&[(*child, fork), (*child, top)], pattern(*kind));
            }
        }
    }
}

/// Where the line to the children leaves the bar of a couple: above their middle, as far as the bar reaches.
fn leaves((from, to): (f64, f64), children: &[Drop]) -> f64 {
    let (low, high) = children
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (x, _, _)| (low.min(*x), high.max(*x)));
    let inset = ((to - from) / 4.0).min(24.0);
    f64::midpoint(low, high).round().clamp(from + inset, (to - inset).max(from + inset))
}

fn pattern(kind: ParentKind) -> Stroke {
    match kind {
        ParentKind::Birth => Stroke::Kin,
        ParentKind::Adopted => Stroke::Dashed,
        ParentKind::Foster | ParentKind::Sibling => Stroke::Dotted,
        ParentKind::Step => Stroke::DashDot,
    }
}

/// Where under each partner's symbol the line of each union begins: those to the left begin on the left, and none on
/// another.
fn offsets(family: &Family, standing: &Standing) -> BTreeMap<(usize, usize), f64> {
    let x = |person: usize| standing.x.get(person).copied().unwrap_or_default();
    let mut of: BTreeMap<usize, Vec<(f64, usize)>> = BTreeMap::new();
    for (n, union) in family.unions.iter().enumerate() {
        for (person, other) in match union.partners.as_slice() {
            [a, b] => vec![(*a, *b), (*b, *a)],
            [a] => vec![(*a, *a)],
            _ => Vec::new(),
        } {
            of.entry(person).or_default().push((x(other), n));
        }
    }
    let mut out = BTreeMap::new();
    for (person, mut unions) in of {
        unions.sort_by(|a, b| a.0.total_cmp(&b.0));
        let last = super::column::count(unions.len().saturating_sub(1)).max(1.0);
        let alone = unions.len() == 1;
        for (n, (_, union)) in unions.into_iter().enumerate() {
            let off = if alone { 0.0 } else { (-20.0 + 20.0 * super::column::count(n) / last).round() };
            out.insert((union, person), off);
        }
    }
    out
}
