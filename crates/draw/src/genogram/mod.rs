//! The genogram drawn: people in generations, couples with their children, households, and the lines of harm and of
//! protection, each from one person to one other. Never a mutual line between two adults.
//!
//! The layout knows nothing of dates, names or sources: see `family`. Two views that are equal are drawn equal.

mod column;
pub mod family;
pub mod generations;
mod grid;
mod homes;
mod kin;
pub mod lanes;
mod order;
pub(crate) mod pen;
mod place;
mod routes;
pub mod said;

use column::{Column, Lines, column, fold};
use family::{Couple, Family, Someone, Standing, stand};
use grid::Grid;
use homes::{Around, outlines};
use kin::Kin;
use pen::{Pen, Tone};
pub use pen::{Rect, Segment};
use practice::ids::EntryId;
use practice::kinds::people::{RelationshipKind, Role};
use practice::views::genogram::{GenogramView, Why};
use routes::{Arrow, Routes, Way};
use std::collections::BTreeMap;
use words::Words;

/// A drawing with the words that go with it.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The picture. It stands alone, and it can stand in a page.
    pub svg: String,
    /// What it shows, in a few sentences: who harms whom, who protects whom, what nobody has asked.
    pub summary: String,
    /// What is recorded and could not be drawn because it contradicts something else that is recorded.
    pub left_out: Vec<String>,
    /// Where everything stands.
    pub scene: Scene,
}

/// Where everything in a drawing stands: for tests, and for whoever wants to point at somebody.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// How wide it is.
    pub wide: f64,
    /// How high it is.
    pub high: f64,
    /// Everybody: the person entry, the row, and the box of the symbol.
    pub people: Vec<(EntryId, usize, Rect)>,
    /// Every line of words.
    pub words: Vec<Rect>,
    /// Every part of a line.
    pub segments: Vec<Segment>,
    /// Every outline of a household and whom it holds.
    pub homes: Vec<(Rect, Vec<EntryId>)>,
    /// Every couple that is drawn.
    pub couples: Vec<[EntryId; 2]>,
    /// The children under every union that is drawn, in order.
    pub children: Vec<Vec<EntryId>>,
}

/// Draws a genogram.
#[must_use]
pub fn genogram(view: &GenogramView, words: &Words) -> Drawing {
    Sketch::new(view, words).finish()
}

/// Who is drawn, and what of the view they are.
struct Sketch<'a> {
    view: &'a GenogramView,
    words: &'a Words,
    ids: Vec<EntryId>,
    at: BTreeMap<EntryId, usize>,
    columns: Vec<Column>,
    family: Family,
    arrows: Vec<Arrow>,
}

impl<'a> Sketch<'a> {
    fn new(view: &'a GenogramView, words: &'a Words) -> Self {
        let drawn = || view.people.iter().filter(|figure| figure.drawn);
        let ids: Vec<EntryId> = drawn().map(|figure| figure.person.id).collect();
        let at: BTreeMap<EntryId, usize> = ids.iter().enumerate().map(|(n, id)| (*id, n)).collect();
        let busy = |id: EntryId| {
            view.harm.iter().any(|line| line.to.id == Some(id))
                || view.protection.iter().any(|line| line.to.id == Some(id))
                || view.homes.iter().any(|home| home.members.iter().any(|m| m.now && m.person.id == Some(id)))
        };
        let columns = drawn().map(|figure| column(view, figure, words, busy(figure.person.id))).collect();
        let mut sketch = Self { view, words, ids, at, columns, family: Family::default(), arrows: Vec::new() };
        sketch.arrows();
        sketch.family();
        sketch
    }

    fn number(&self, id: EntryId) -> Option<usize> {
        self.at.get(&id).copied()
    }

    /// The lines of harm and of protection, and the words at each.
    fn arrows(&mut self) {
        let end = |id: Option<EntryId>| id.and_then(|id| self.number(id));
        let actors = |harm: bool| {
            let mut names: Vec<Option<EntryId>> = if harm {
                self.view.harm.iter().map(|line| line.from.id).collect()
            } else {
                self.view.protection.iter().map(|line| line.from.id).collect()
            };
            names.sort_unstable();
            names.dedup();
            names.len()
        };
        let (many_harm, many_hold) = (actors(true) > 1, actors(false) > 1);
        let mut arrows: Vec<(Arrow, String, Lines)> = Vec::new();
        for line in &self.view.harm {
            let (Some(from), Some(to)) = (end(line.from.id), end(line.to.id)) else { continue };
            let way = match (line.why.is_empty(), line.decided) {
                (true, _) => Way::HarmNotAsked,
                (false, true) => Way::Harm,
                (false, false) => Way::HarmOpen,
            };
            let when = line.period.map(|period| (Tone::Quiet, self.words.period(&period)));
            let who = if many_harm { line.from.name.clone() } else { String::new() };
            arrows.push((Arrow { from, to, way }, who, self.label(&line.why, Tone::Harm, when)));
        }
        for line in &self.view.protection {
            let (Some(from), Some(to)) = (end(line.from.id), end(line.to.id)) else { continue };
            let way = if line.why.is_empty() { Way::HoldNotAsked } else { Way::Hold };
            let who = if many_hold { line.from.name.clone() } else { String::new() };
            arrows.push((Arrow { from, to, way }, who, self.label(&line.why, Tone::Hold, None)));
        }
        for (arrow, who, lines) in arrows {
            if let Some(column) = self.columns.get_mut(arrow.to) {
                let harm = matches!(arrow.way, Way::Harm | Way::HarmOpen | Way::HarmNotAsked);
                let tone = if harm { Tone::Harm } else { Tone::Hold };
                let named = if who.is_empty() { Vec::new() } else { fold(&who, tone, column.wide, 1) };
                let place = if harm { &mut column.above } else { &mut column.below };
                let folded = lines.into_iter().flat_map(|(tone, line)| {
                    fold(&line, tone, column.wide, if tone == Tone::Quiet { 2 } else { 4 })
                });
                place.extend(named);
                place.extend(folded);
            }
            self.arrows.push(arrow);
        }
    }

    /// What stands at a line: what is done, in a few words; where nothing is known, that nobody has asked.
    fn label(&self, why: &[Why], tone: Tone, when: Option<(Tone, String)>) -> Lines {
        const MOST: usize = 3;
        if why.is_empty() {
            return vec![(Tone::Quiet, self.words.say("not-yet-asked"))];
        }
        // An effort has no title of its own: the first one, as it begins.
        let most = if tone == Tone::Hold { 1 } else { MOST };
        let mut lines: Lines = why.iter().take(most).map(|why| (tone, why.title.clone())).collect();
        if why.len() > most {
            lines.push((Tone::Quiet, self.words.say("genogram-and-more")));
        }
        lines.extend(when);
        lines
    }

    fn family(&mut self) {
        let people = self
            .ids
            .iter()
            .zip(&self.columns)
            .map(|(id, column)| Someone {
                words: column.wide,
                child: self.view.get(*id).is_some_and(|figure| figure.person.roles.contains(&Role::Child)),
            })
            .collect();
        let unions = self
            .view
            .unions
            .iter()
            .enumerate()
            .map(|(n, union)| Couple {
                partners: union.partners.iter().filter_map(|id| self.number(*id)).collect(),
                children: union
                    .children
                    .iter()
                    .filter_map(|child| self.number(child.child).map(|at| (at, child.primary)))
                    .collect(),
                begins: self.begins(n),
            })
            .collect();
        let grandparents = self
            .view
            .bonds
            .iter()
            .filter(|bond| bond.kind == RelationshipKind::Grandparent)
            .filter_map(|bond| self.number(bond.from).zip(self.number(bond.to)))
            .collect();
        self.family = Family { people, unions, grandparents };
    }

    /// When a union began, or its first child was born; what nobody knows comes last.
    fn begins(&self, union: usize) -> i64 {
        let Some(union) = self.view.unions.get(union) else { return i64::MAX };
        let born = || {
            let first = union.children.first()?;
            self.view.get(first.child)?.person.born
        };
        let date = union.period.and_then(|period| period.from).or_else(born);
        date.map_or(i64::MAX, |date| {
            let day = date.start().date();
            i64::from(day.year()) * 400 + i64::from(day.day_of_year())
        })
    }

    fn around(&self) -> Vec<Around> {
        let mut around = Vec::new();
        for home in &self.view.homes {
            for sure in [true, false] {
                let members: Vec<usize> = home
                    .members
                    .iter()
                    .filter(|member| member.now && member.sure == sure)
                    .filter_map(|member| member.person.id.and_then(|id| self.number(id)))
                    .collect();
                if members.is_empty() {
                    continue;
                }
                let name = if sure {
                    home.name.clone()
                } else {
                    self.words.say_with("genogram-home-unsure", &[("home", home.name.as_str().into())])
                };
                around.push(Around { name, members, sure });
            }
        }
        around
    }

    fn finish(self) -> Drawing {
        let standing = stand(&self.family);
        let x = |person: usize| standing.x.get(person).copied().unwrap_or_default();
        let edges = |person: usize| self.columns.get(person).map_or((0.0, 0.0), |column| column.span(x(person)));
        let wide_of = |person: usize| self.columns.get(person).map_or(0.0, |column| column.wide);
        let outlines = outlines(&self.around(), &standing, &edges, &wide_of);
        let kin = Kin::new(&self.family, &self.view.unions, &standing);
        let routes = Routes::new(&self.arrows, &standing);
        let right = (0..self.columns.len()).map(|person| edges(person).1).fold(240.0, f64::max);
        let grid = Grid::new(&self.columns, &standing, &outlines, &kin, &routes);
        let wide = right + grid::MARGIN * 2.0;
        let mut pen = Pen::new(wide, self.words.direction() == "rtl");
        let shifted = shifted(&standing);
        let mut homes = Vec::new();
        for outline in &outlines {
            let outline = outline.moved(grid::MARGIN);
            let rect = outline.rect(grid.top(outline.first_row), grid.foot(outline.last_row));
            outline.draw(&mut pen, rect, grid.home(outline.first_row, outline.level));
            homes.push((rect, outline.members.iter().filter_map(|n| self.ids.get(*n).copied()).collect()));
        }
        let kin = Kin::new(&self.family, &self.view.unions, &shifted);
        kin.draw(&mut pen, &self.view.unions, &grid);
        routes.draw(&mut pen, &self.family, &shifted, &grid);
        let mut people = Vec::new();
        for (n, (id, column)) in self.ids.iter().zip(&self.columns).enumerate() {
            let (x, row) =
                (shifted.x.get(n).copied().unwrap_or_default(), standing.row.get(n).copied().unwrap_or_default());
            column.draw(&mut pen, x, grid.middle(row), grid.floor(row));
            let half = column::HALF;
            let (left, top) = (x - half, grid.middle(row) - half);
            people.push((*id, row, Rect { x: left, y: top, wide: half * 2.0, high: half * 2.0 }));
        }
        let scene = Scene {
            wide,
            high: grid.high,
            people,
            words: std::mem::take(&mut pen.words),
            segments: std::mem::take(&mut pen.segments),
            homes,
            couples: self.couples(&standing),
            children: self.children(&standing),
        };
        let title = self.words.say("genogram-title");
        let description = words::unmarked(&said::description(self.view, self.words));
        Drawing {
            svg: pen.finish(grid.high, "genogram", &title, &description),
            summary: said::summary(self.view, self.words),
            left_out: self.left_out(&standing),
            scene,
        }
    }

    fn couples(&self, standing: &Standing) -> Vec<[EntryId; 2]> {
        let drawn = self.view.unions.iter().zip(&standing.couple).filter(|(_, held)| **held);
        drawn
            .filter_map(|(union, _)| match union.partners.as_slice() {
                [a, b] => Some([*a, *b]),
                _ => None,
            })
            .collect()
    }

    fn children(&self, standing: &Standing) -> Vec<Vec<EntryId>> {
        self.view
            .unions
            .iter()
            .zip(&standing.below)
            .map(|(union, held)| {
                let held = union.children.iter().zip(held).filter(|(child, held)| **held && child.primary);
                held.map(|(child, _)| child.child).collect()
            })
            .collect()
    }

    fn left_out(&self, standing: &Standing) -> Vec<String> {
        let mut out = Vec::new();
        for (n, union) in self.view.unions.iter().enumerate() {
            let couple = standing.couple.get(n).copied().unwrap_or(true);
            let names: Vec<&str> = union.partners.iter().map(|id| self.view.name(*id)).collect();
            let parents = if names.is_empty() { String::new() } else { self.words.list(&names) };
            if !couple && !union.entries.is_empty() {
                out.push(self.words.say_with("genogram-left-couple", &[("names", parents.as_str().into())]));
            }
            let held = standing.below.get(n).map(Vec::as_slice).unwrap_or_default();
            for (child, held) in union.children.iter().zip(held) {
                if *held && (couple || union.partners.is_empty()) {
                    continue;
                }
                let name = self.view.name(child.child);
                out.push(if names.is_empty() {
                    self.words.say_with("genogram-left-sibling", &[("name", name.into())])
                } else {
                    let args = [("parents", parents.as_str().into()), ("name", name.into())];
                    self.words.say_with("genogram-left-child", &args)
                });
            }
        }
        out
    }
}

/// The same places, a margin further in.
fn shifted(standing: &Standing) -> Standing {
    let mut shifted = standing.clone();
    shifted.x.iter_mut().for_each(|x| *x += grid::MARGIN);
    shifted
}
