//! Outlines of households: around those who live there and nobody else. Where somebody else stands between, a household
//! has two outlines with one name.

use super::column::fold;
use super::family::{Standing, WORDS};
use super::pen::{Pen, Rect, Stroke, Tone};

/// One household to be outlined.
#[derive(Clone, Debug)]
pub(crate) struct Around {
    pub(crate) name: String,
    pub(crate) members: Vec<usize>,
    pub(crate) sure: bool,
}

/// An outline before its height is known.
#[derive(Clone, Debug)]
pub(crate) struct Outline {
    pub(crate) members: Vec<usize>,
    pub(crate) first_row: usize,
    pub(crate) last_row: usize,
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) name: Vec<(Tone, String)>,
    /// Where its name stands among others above the same people, and how far it is drawn in.
    pub(crate) level: usize,
    sure: bool,
    x: f64,
}

/// How far an outline stands off the columns, and how much nearer each further one.
const OFF: f64 = 9.0;
const NEARER: f64 = 4.0;

/// Finds the outlines. `edges` are the left and right edges of each person's column, `wide` the width of the words.
pub(crate) fn outlines(
    around: &[Around],
    standing: &Standing,
    edges: &dyn Fn(usize) -> (f64, f64),
    wide: &dyn Fn(usize) -> f64,
) -> Vec<Outline> {
    let mut found: Vec<Outline> = Vec::new();
    for home in around {
        let mut own: Vec<Outline> = Vec::new();
        for (row, people) in standing.rows.iter().enumerate() {
            let mut run: Vec<usize> = Vec::new();
            // Somebody who is nobody ends the last run.
            for person in people.iter().copied().map(Some).chain([None]) {
                match person.filter(|person| home.members.contains(person)) {
                    Some(person) => run.push(person),
                    None if run.is_empty() => {}
                    None => own.push(of_run(home, std::mem::take(&mut run), row, standing, edges, wide)),
                }
            }
        }
        found.extend(joined(own, standing, edges));
    }
    level(&mut found);
    found
}

fn of_run(
    home: &Around,
    run: Vec<usize>,
    row: usize,
    standing: &Standing,
    edges: &dyn Fn(usize) -> (f64, f64),
    wide: &dyn Fn(usize) -> f64,
) -> Outline {
    let first = run.first().copied().unwrap_or_default();
    let last = run.last().copied().unwrap_or_default();
    Outline {
        from: edges(first).0,
        to: edges(last).1,
        name: fold(&home.name, Tone::Quiet, wide(first), 2),
        x: standing.x.get(first).copied().unwrap_or_default(),
        members: run,
        first_row: row,
        last_row: row,
        level: 0,
        sure: home.sure,
    }
}

/// One outline over two rows where they stand over one another and nobody else would stand in it.
fn joined(own: Vec<Outline>, standing: &Standing, edges: &dyn Fn(usize) -> (f64, f64)) -> Vec<Outline> {
    let mut out: Vec<Outline> = Vec::new();
    let alone = |row: usize, all: &[Outline]| all.iter().filter(|o| o.first_row == row).count() == 1;
    let rows: Vec<Outline> = own.clone();
    for piece in own {
        let fits = out.last().is_some_and(|above| {
            let (from, to) = (above.from.min(piece.from), above.to.max(piece.to));
            let members = |person: &usize| above.members.contains(person) || piece.members.contains(person);
            above.last_row + 1 == piece.first_row
                && above.from < piece.to
                && piece.from < above.to
                && alone(piece.first_row, &rows)
                && alone(above.last_row, &rows)
                && (above.first_row..=piece.last_row)
                    .flat_map(|row| standing.rows.get(row).into_iter().flatten())
                    .filter(|person| !members(person))
                    .all(|person| edges(*person).1 + OFF < from || edges(*person).0 - OFF > to)
        });
        match out.last_mut() {
            Some(above) if fits => {
                above.from = above.from.min(piece.from);
                above.to = above.to.max(piece.to);
                above.last_row = piece.last_row;
                above.members.extend(piece.members);
            }
            _ => out.push(piece),
        }
    }
    out
}

/// Outlines that meet in a row get levels: their names stand over one another, and each is drawn a little further in.
fn level(outlines: &mut [Outline]) {
    for n in 0..outlines.len() {
        let Some(own) = outlines.get(n).cloned() else { continue };
        let taken: Vec<usize> = outlines
            .iter()
            .take(n)
            .filter(|other| {
                other.first_row <= own.last_row
                    && own.first_row <= other.last_row
                    && other.from < own.to + OFF
                    && own.from < other.to + OFF
            })
            .map(|other| other.level)
            .collect();
        if let Some(slot) = outlines.get_mut(n) {
            slot.level = (0..).find(|level| !taken.contains(level)).unwrap_or_default();
        }
    }
}

impl Outline {
    /// The same, further in.
    pub(crate) fn moved(&self, by: f64) -> Self {
        Self { from: self.from + by, to: self.to + by, x: self.x + by, ..self.clone() }
    }

    /// Its box, between the top of its first row and the foot of its last.
    pub(crate) fn rect(&self, top: f64, foot: f64) -> Rect {
        let off = (OFF - NEARER * super::column::count(self.level)).max(1.0);
        Rect {
            x: self.from - off,
            y: top - off,
            wide: self.to - self.from + off * 2.0,
            high: foot - top + off * 2.0,
        }
    }

    /// Draws it with its name, whose lines begin at `y`.
    pub(crate) fn draw(&self, pen: &mut Pen, rect: Rect, y: f64) {
        pen.outline(rect, if self.sure { Stroke::Home } else { Stroke::HomeUnsure });
        for (n, (tone, line)) in self.name.iter().enumerate() {
            pen.say(self.x + WORDS, y + super::column::LINE * super::column::count(n), line, *tone);
        }
    }
}
