//! Lines of harm and of protection: from the side of whoever does it, along a lane, to each person by itself. Harm comes
//! down onto a symbol with an arrow, protection comes up to it with a shield.

use super::column::HALF;
use super::family::{Family, Standing};
use super::lanes::gap;
use super::pen::{Pen, Stroke};
use std::collections::{BTreeMap, BTreeSet};

/// One line to be drawn: from one person to another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arrow {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) way: Way,
}

/// What kind of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Way {
    Harm,
    HarmOpen,
    HarmNotAsked,
    Hold,
    HoldNotAsked,
}

impl Way {
    fn stroke(self) -> Stroke {
        match self {
            Self::Harm => Stroke::Harm,
            Self::HarmOpen => Stroke::HarmOpen,
            Self::HarmNotAsked | Self::HoldNotAsked => Stroke::Open,
            Self::Hold => Stroke::Hold,
        }
    }

    fn is_harm(self) -> bool {
        matches!(self, Self::Harm | Self::HarmOpen | Self::HarmNotAsked)
    }

    /// How far left of the symbol's middle the line leaves, and how far above it.
    fn leaves(self) -> (f64, f64) {
        match self {
            Self::Harm => (44.0, -12.0),
            Self::HarmOpen => (40.0, -6.0),
            Self::HarmNotAsked => (36.0, 0.0),
            Self::Hold => (40.0, 12.0),
            Self::HoldNotAsked => (34.0, 18.0),
        }
    }
}

/// The lines of one person of one kind, which share lanes.
#[derive(Clone, Debug)]
struct Bundle {
    from: usize,
    way: Way,
    /// For each target: who, and the place under or above the symbol with the size of the end.
    to: Vec<(usize, (f64, f64))>,
    /// The lanes it needs: in which band, and which lane there.
    lanes: BTreeMap<usize, usize>,
}

/// All lines, with their lanes. A band lies above each row, and one below the last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Routes {
    bundles: Vec<Bundle>,
    /// How many lanes of harm each band needs.
    pub(crate) harm_lanes: Vec<usize>,
    /// How many lanes of protection each band needs.
    pub(crate) hold_lanes: Vec<usize>,
}

/// Where the lanes are.
pub(crate) trait Lanes {
    /// A lane of harm in a band.
    fn harm(&self, band: usize, lane: usize) -> f64;
    /// A lane of protection in a band.
    fn hold(&self, band: usize, lane: usize) -> f64;
    /// The middle of the symbols of a row.
    fn middle(&self, row: usize) -> f64;
}

/// Beside the middle of a symbol: the only line of harm or of protection that comes to it.
const ONLY: f64 = 12.0;
/// The first of several, and how far the next stands from it. They are smaller, so that none covers another.
const FIRST: f64 = 8.0;
const NEXT: f64 = 11.0;
/// How much smaller.
const SMALLER: f64 = 0.55;

impl Routes {
    /// Bundles the lines and finds their lanes.
    pub(crate) fn new(arrows: &[Arrow], standing: &Standing) -> Self {
        let row = |person: usize| standing.row.get(person).copied().unwrap_or_default();
        let mut routes = Self::default();
        let mut met: BTreeMap<(usize, bool), u32> = BTreeMap::new();
        let several = |to: usize, harm: bool| {
            arrows.iter().filter(|arrow| arrow.to == to && arrow.way.is_harm() == harm).nth(1).is_some()
        };
        for arrow in arrows {
            let met = met.entry((arrow.to, arrow.way.is_harm())).or_default();
            let slot = if several(arrow.to, arrow.way.is_harm()) {
                (FIRST + NEXT * f64::from((*met).min(2)), SMALLER)
            } else {
                (ONLY, 1.0)
            };
            *met += 1;
            let same = |bundle: &&mut Bundle| bundle.from == arrow.from && bundle.way == arrow.way;
            match routes.bundles.iter_mut().find(same) {
                Some(bundle) => bundle.to.push((arrow.to, slot)),
                None => routes.bundles.push(Bundle {
                    from: arrow.from,
                    way: arrow.way,
                    to: vec![(arrow.to, slot)],
                    lanes: BTreeMap::new(),
                }),
            }
        }
        let bands = standing.rows.len() + 1;
        routes.harm_lanes = vec![0; bands];
        routes.hold_lanes = vec![0; bands];
        for bundle in &mut routes.bundles {
            let own = row(bundle.from);
            let wanted: BTreeSet<usize> = bundle
                .to
                .iter()
                .map(|(to, _)| if bundle.way.is_harm() { row(*to) } else { row(*to) + 1 })
                .collect();
            let mut needed = BTreeSet::new();
            for band in wanted {
                if band <= own { needed.extend(band..=own) } else { needed.extend(own + 1..=band) }
            }
            let counts = if bundle.way.is_harm() { &mut routes.harm_lanes } else { &mut routes.hold_lanes };
            for band in needed {
                if let Some(count) = counts.get_mut(band) {
                    bundle.lanes.insert(band, *count);
                    *count += 1;
                }
            }
        }
        routes
    }

    /// Draws all of them.
    pub(crate) fn draw(&self, pen: &mut Pen, family: &Family, standing: &Standing, lanes: &dyn Lanes) {
        for (n, bundle) in self.bundles.iter().enumerate() {
            bundle.draw(pen, family, standing, lanes, n);
        }
    }
}

impl Bundle {
    fn draw(&self, pen: &mut Pen, family: &Family, standing: &Standing, lanes: &dyn Lanes, nth: usize) {
        let x = |person: usize| standing.x.get(person).copied().unwrap_or_default();
        let row = |person: usize| standing.row.get(person).copied().unwrap_or_default();
        let (own, stroke, harm) = (row(self.from), self.way.stroke(), self.way.is_harm());
        let y = |band: usize| {
            let lane = self.lanes.get(&band).copied().unwrap_or_default();
            if harm { lanes.harm(band, lane) } else { lanes.hold(band, lane) }
        };
        let band_of = |to: usize| if harm { row(to) } else { row(to) + 1 };
        let (left, above) = self.way.leaves();
        let (side, start) = (x(self.from) - left, lanes.middle(own) + above);
        // The bands above, from the nearest on, and the bands below.
        let ups: Vec<usize> = self.lanes.keys().copied().filter(|band| *band <= own).rev().collect();
        let downs: Vec<usize> = self.lanes.keys().copied().filter(|band| *band > own).collect();
        for way in [ups, downs] {
            let Some(first) = way.first() else { continue };
            pen.line(&[(x(self.from), start), (side, start), (side, y(*first))], stroke);
            let mut enters = side;
            for (k, band) in way.iter().enumerate() {
                let here: Vec<f64> = self
                    .to
                    .iter()
                    .filter(|(to, _)| band_of(*to) == *band)
                    .map(|(to, slot)| x(*to) + slot.0)
                    .collect();
                let next = way.get(k + 1).map(|next| {
                    let passed = (*band).min(*next);
                    let beyond =
                        self.to.iter().filter(|(to, _)| way.iter().skip(k + 1).any(|b| *b == band_of(*to)));
                    let towards = super::order::mean(beyond.map(|(to, _)| x(*to))).unwrap_or(enters);
                    // Lines of different people do not share a way through a row.
                    let aside = super::column::count(nth % 4) * 4.0 - 6.0;
                    (*next, gap(family, standing, passed, towards) + aside)
                });
                let ends = here.iter().copied().chain(next.map(|(_, x)| x)).chain([enters]);
                let (low, high) =
                    ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
                pen.line(&[(low, y(*band)), (high, y(*band))], stroke);
                if let Some((next, x)) = next {
                    pen.line(&[(x, y(*band)), (x, y(next))], stroke);
                    enters = x;
                }
            }
        }
        for (to, (slot, size)) in &self.to {
            let (at, band, middle) = (x(*to) + slot, band_of(*to), lanes.middle(row(*to)));
            // The further from the middle, the lower the edge of a round symbol: all end at the same height.
            if harm {
                let tip = middle - HALF - 1.0;
                pen.line(&[(at, y(band)), (at, tip - 8.0 * size)], stroke);
                pen.arrow_down(at, tip, *size, stroke);
            } else {
                let top = middle + HALF + 6.0;
                pen.line(&[(at, y(band)), (at, top + 20.0 * size)], stroke);
                pen.shield(at, top, *size, self.way == Way::Hold);
            }
        }
    }
}
