//! How high everything stands: each row with its names of households, words of harm, symbols and words of protection, and
//! between two rows a band of lanes.

use super::column::{Column, HALF, LINE, count};
use super::family::Standing;
use super::homes::Outline;
use super::kin::{Heights, Kin};
use super::routes::{Lanes, Routes};

/// Around the whole drawing.
pub(crate) const MARGIN: f64 = 34.0;
/// Between lanes of harm and of protection.
const ARROWS: f64 = 12.0;
/// Between lanes of couples.
const COUPLES: f64 = 20.0;
/// Between lanes of children: twins part within one.
const CHILDREN: f64 = 18.0;
/// Above and below the lanes of one kind.
const SPACE: f64 = 10.0;
/// The names of two households over one another: two lines each.
const NAMES: f64 = LINE * 2.0 + 4.0;

/// The heights of one row.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    children: f64,
    harm: f64,
    top: f64,
    middle: f64,
    floor: f64,
    foot: f64,
    hold: f64,
    couples: f64,
}

/// All heights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grid {
    rows: Vec<Row>,
    pub(crate) high: f64,
}

impl Grid {
    pub(crate) fn new(
        columns: &[Column],
        standing: &Standing,
        outlines: &[Outline],
        kin: &Kin,
        routes: &Routes,
    ) -> Self {
        let lanes = |list: &[usize], n: usize, step: f64| {
            let lanes = count(list.get(n).copied().unwrap_or_default()) * step;
            if lanes > 0.0 { lanes + SPACE } else { 0.0 }
        };
        let mut grid = Self::default();
        let mut y = MARGIN;
        for (n, people) in standing.rows.iter().enumerate() {
            let own = || people.iter().filter_map(|person| columns.get(*person));
            let tallest = |high: &dyn Fn(&Column) -> f64| own().map(high).fold(0.0, f64::max);
            let mut row = Row { children: y + SPACE, ..Row::default() };
            y += lanes(&kin.child_lanes, n, CHILDREN);
            row.harm = y + SPACE;
            y += lanes(&routes.harm_lanes, n, ARROWS) + SPACE;
            row.top = y;
            let names = outlines.iter().filter(|outline| outline.first_row == n).map(|outline| outline.level + 1);
            y += count(names.max().unwrap_or_default()) * NAMES;
            y += tallest(&|column| column.above_high());
            row.middle = (y + HALF).round();
            y += tallest(&|column| column.body_high());
            row.floor = y;
            // A shield needs its room below a symbol, whatever the words.
            y = (y + tallest(&|column| column.below_high())).max(row.middle + HALF + 34.0);
            row.foot = y;
            y += SPACE * 1.5;
            row.hold = y + SPACE;
            y += lanes(&routes.hold_lanes, n + 1, ARROWS);
            row.couples = y + SPACE;
            y += lanes(&kin.couple_lanes, n, COUPLES) + SPACE;
            grid.rows.push(row);
        }
        // Protection of somebody in no row cannot be; the band above the first row has room of its own.
        grid.high = (y + MARGIN).round();
        grid
    }

    fn row(&self, n: usize) -> Row {
        self.rows.get(n).copied().unwrap_or_default()
    }

    pub(crate) fn top(&self, row: usize) -> f64 {
        self.row(row).top
    }

    pub(crate) fn foot(&self, row: usize) -> f64 {
        self.row(row).foot
    }

    pub(crate) fn floor(&self, row: usize) -> f64 {
        self.row(row).floor
    }

    pub(crate) fn middle(&self, row: usize) -> f64 {
        self.row(row).middle
    }

    pub(crate) fn home(&self, row: usize, level: usize) -> f64 {
        self.row(row).top + count(level) * NAMES + 2.0
    }
}

impl Heights for Grid {
    fn couple(&self, row: usize, lane: usize) -> f64 {
        self.row(row).couples + count(lane) * COUPLES
    }

    fn child(&self, row: usize, lane: usize) -> f64 {
        self.row(row).children + count(lane) * CHILDREN
    }

    fn middle(&self, row: usize) -> f64 {
        self.row(row).middle
    }
}

impl Lanes for Grid {
    fn harm(&self, band: usize, lane: usize) -> f64 {
        self.row(band).harm + count(lane) * ARROWS
    }

    fn hold(&self, band: usize, lane: usize) -> f64 {
        self.row(band.saturating_sub(1)).hold + count(lane) * ARROWS
    }

    fn middle(&self, row: usize) -> f64 {
        self.row(row).middle
    }
}
