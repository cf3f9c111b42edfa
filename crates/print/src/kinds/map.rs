//! The pattern map on paper: one part for each behaviour, with a table of its ways to each child, and what answers it.

use super::tell::Teller;
use crate::document::{Block, Column, Paragraph, Row, Table};
use practice::kinds::impact::Pathway;
use practice::views;
use practice::views::lines::{BehaviourLine, ImpactLine, IntersectionLine, Linked, OnWhat};
use practice::views::map::{Band, MapView, Path};

/// More children than this do not fit beside one another on the short side of the paper.
const NARROW: usize = 3;
/// More than this do not fit on the long side either: the next table takes up where this one ends.
const WIDE: usize = 5;

pub(super) fn blocks(teller: &mut Teller<'_>) -> (Vec<Block>, bool) {
    let map = views::map(teller.projection, teller.pack, teller.as_of);
    let wide = map.children.len() > NARROW;
    let mut blocks = vec![Block::Paragraph(Paragraph::plain(teller.t("doc-map-lead")))];
    if map.bands.is_empty() {
        blocks.push(Block::Paragraph(Paragraph::open(teller.t("doc-map-empty"))));
    }
    let mut former = false;
    for band in &map.bands {
        // What was done in another family stands under a heading of its own.
        if band.behaviour.former_family && !former {
            blocks.push(Block::Heading(1, teller.t("map-former-title")));
        }
        former = band.behaviour.former_family;
        self::band(teller, &map, band, &mut blocks, if former { 2 } else { 1 });
    }
    loose(teller, &map, &mut blocks);
    if !map.intersections.is_empty() {
        blocks.push(Block::Heading(1, teller.t("map-intersections")));
        blocks.push(intersections(teller, &map.intersections));
    }
    (blocks, wide)
}

fn band(teller: &mut Teller<'_>, map: &MapView, band: &Band, blocks: &mut Vec<Block>, depth: u8) {
    let line = &band.behaviour;
    let head = [("letter", (&band.letter).into()), ("title", (&line.title).into())];
    blocks.push(Block::Heading(depth, teller.with("doc-band", &head)));
    blocks.extend(behaviour(teller, line).into_iter().map(Block::Paragraph));
    if line.former_family && band.paths.iter().all(Path::is_unasked) && band.answers.is_empty() {
        return;
    }
    for children in chunks(map.children.len()) {
        blocks.push(Block::Table(ways(teller, map, band, children)));
    }
    let who = teller.survivors();
    let head = if who.is_empty() {
        teller.t("doc-answers-nobody")
    } else {
        teller.with("doc-answers", &[("name", who.into())])
    };
    blocks.push(Block::Heading(depth + 1, head));
    if band.answers.is_empty() {
        blocks.push(Block::Paragraph(teller.unasked()));
    } else {
        let several = map.survivors.len() > 1;
        blocks.push(Block::List(band.answers.iter().map(|effort| teller.effort(effort, several)).collect()));
    }
}

/// Which children stand in which table.
fn chunks(children: usize) -> Vec<std::ops::Range<usize>> {
    // Without a child there is still a table: what was done on the way to nobody yet.
    (0..children.max(1)).step_by(WIDE).map(|from| from..children.min(from + WIDE)).collect()
}

/// A behaviour in words: who does what, with sources; to whom, when, by what means; and who says it is not so.
pub(super) fn behaviour(teller: &mut Teller<'_>, line: &BehaviourLine) -> Vec<Paragraph> {
    let text = teller.says(&line.actor.name, &line.act);
    let mut out = vec![teller.stated(text, &line.envelope)];
    let when = teller.words.when(&line.envelope.happened);
    let mut more = vec![teller.with("doc-when", &[("when", when.into())])];
    if !line.targets.is_empty() {
        more.push(teller.with("page-to-whom", &[("names", teller.names(&line.targets).into())]));
    }
    if !line.through.is_empty() {
        more.push(teller.with("doc-through", &[("names", teller.names(&line.through).into())]));
    }
    out.extend(more.into_iter().map(Paragraph::quiet));
    out.extend(teller.disputes(&line.envelope));
    out
}

fn ways(teller: &mut Teller<'_>, map: &MapView, band: &Band, children: std::ops::Range<usize>) -> Table {
    let kids = map.children.get(children.clone()).unwrap_or_default();
    let mut columns = vec![Column { head: teller.t("doc-way"), share: 4 }];
    columns.extend(kids.iter().map(|child| Column { head: teller.aged(child), share: 5 }));
    let rows = band
        .paths
        .iter()
        .map(|path| {
            let mut cells = vec![way(teller, path, band)];
            for cell in path.cells.get(children.clone()).unwrap_or_default() {
                if cell.impacts.is_empty() {
                    cells.push(vec![teller.unasked()]);
                    continue;
                }
                let told = cell.impacts.iter().flat_map(|i| teller.impact(i, link(i, band, path.pathway)));
                cells.push(told.collect());
            }
            Row { cells }
        })
        .collect();
    Table { caption: teller.with("doc-ways", &[("title", (&band.behaviour.title).into())]), columns, rows }
}

/// A way, with what it did on the way to the children.
fn way(teller: &mut Teller<'_>, path: &Path, band: &Band) -> Vec<Paragraph> {
    let survivors = teller.survivors();
    let name = if path.pathway == Pathway::ThroughCare && !survivors.is_empty() {
        teller.with("pathway-through_care-of", &[("survivor", survivors.into())])
    } else {
        teller.words.name(path.pathway)
    };
    let mut out = vec![Paragraph::strong(name)];
    for impact in &path.carried {
        out.extend(teller.impact(impact, link(impact, band, path.pathway)));
    }
    out
}

/// The connection of an effect with a behaviour, by one way.
pub(super) fn link<'a>(impact: &'a ImpactLine, band: &Band, pathway: Pathway) -> Option<&'a Linked> {
    let to = band.behaviour.envelope.id;
    impact.from.iter().find(|link| link.to == to && link.pathway == Some(pathway))
}

fn loose(teller: &mut Teller<'_>, map: &MapView, blocks: &mut Vec<Block>) {
    if map.other_impacts.is_empty() && map.other_efforts.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, teller.t("doc-loose")));
    let mut items: Vec<_> = map.other_efforts.iter().map(|effort| teller.effort(effort, true)).collect();
    for impact in &map.other_impacts {
        items.push(self::impact(teller, impact));
    }
    blocks.push(Block::List(items));
}

/// An effect as an item of a list, with on whom it is.
pub(super) fn impact(teller: &mut Teller<'_>, line: &ImpactLine) -> crate::document::Item {
    let on = match (&line.on, line.on_what) {
        (Some(on), OnWhat::Parenting) => teller.with("doc-on-care", &[("name", (&on.name).into())]),
        (Some(on), _) => on.name.clone(),
        (None, what) => teller.words.name(what),
    };
    let mut paragraphs = teller.impact(line, None);
    if let Some(first) = paragraphs.first_mut()
        && let Some(crate::document::Run::Text(text)) = first.runs.first_mut()
    {
        *text = teller.says(&on, text);
    }
    crate::document::Item(paragraphs)
}

/// What the pattern meets, as a table.
pub(super) fn intersections(teller: &mut Teller<'_>, lines: &[IntersectionLine]) -> Block {
    let column = |key: &str, share: u32, teller: &Teller<'_>| Column { head: teller.t(key), share };
    let columns = vec![
        column("doc-int-how", 3, teller),
        column("doc-int-whose", 3, teller),
        column("doc-int-what", 7, teller),
    ];
    let rows = lines
        .iter()
        .map(|line| {
            let factor = teller.words.factor(&line.factor);
            let whose = teller.names(&line.whose);
            let whose = if whose.is_empty() { factor } else { teller.says(&whose, &factor) };
            let mut what = vec![teller.stated(line.what.clone(), &line.envelope)];
            what.extend(teller.disputes(&line.envelope));
            Row {
                cells: vec![
                    vec![Paragraph::strong(teller.words.name(line.mechanism))],
                    vec![Paragraph::plain(whose)],
                    what,
                ],
            }
        })
        .collect();
    Block::Table(Table { caption: teller.t("map-intersections"), columns, rows })
}
