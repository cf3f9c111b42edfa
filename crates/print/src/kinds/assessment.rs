//! The assessment: the pattern and its reach; what each child lives with; what the protective parent does; what the pattern
//! meets; what agencies did; what has not been asked; who is who.

use super::map::{behaviour, impact, intersections};
use super::people;
use super::tell::Teller;
use crate::document::{Block, Column, Item, Paragraph, Row, Table};
use practice::cast::PersonLine;
use practice::kinds::people::Role;
use practice::views;
use practice::views::child::{ChildRow, ChildView};
use practice::views::gaps::{Component, GapsView};
use practice::views::lines::EffortLine;
use practice::views::map::{Band, MapView};

pub(super) fn blocks(teller: &mut Teller<'_>) -> Vec<Block> {
    let map = views::map(teller.projection, teller.pack, teller.as_of);
    let gaps = views::gaps(teller.projection, teller.pack, teller.as_of);
    let mut blocks = vec![Block::Paragraph(Paragraph::plain(teller.t("doc-assessment-lead")))];
    pattern(teller, &map, &mut blocks);
    children(teller, &map, &mut blocks);
    efforts(teller, &mut blocks);
    blocks.push(Block::Heading(1, teller.t("doc-part-intersections")));
    if map.intersections.is_empty() {
        blocks.push(Block::Paragraph(teller.unasked()));
    } else {
        blocks.push(intersections(teller, &map.intersections));
    }
    responses(teller, &mut blocks);
    unasked(teller, &gaps, &mut blocks);
    blocks.push(Block::Heading(1, teller.t("doc-who")));
    blocks.extend(people::blocks(teller));
    blocks
}

/// A heading with somebody's name in it, or without where nobody has the part.
fn named(teller: &Teller<'_>, key: &str, name: &str) -> String {
    if name.is_empty() { teller.t(&format!("{key}-nobody")) } else { teller.with(key, &[("name", name.into())]) }
}

fn pattern(teller: &mut Teller<'_>, map: &MapView, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(1, named(teller, "doc-part-pattern", &teller.perpetrators())));
    if map.bands.is_empty() {
        blocks.push(Block::Paragraph(teller.unasked()));
    }
    for band in &map.bands {
        let head = [("letter", (&band.letter).into()), ("title", (&band.behaviour.title).into())];
        blocks.push(Block::Heading(2, teller.with("doc-band", &head)));
        if band.behaviour.former_family {
            blocks.push(Block::Paragraph(Paragraph::quiet(teller.t("map-former-title"))));
        }
        blocks.extend(behaviour(teller, &band.behaviour).into_iter().map(Block::Paragraph));
        if !band.behaviour.former_family {
            blocks.extend(reach(teller, map, band).map(Block::Paragraph));
        }
    }
}

/// Which children it is known to reach, and about which nobody has asked.
fn reach(teller: &Teller<'_>, map: &MapView, band: &Band) -> Option<Paragraph> {
    if map.children.is_empty() {
        return None;
    }
    let (reached, rest): (Vec<&PersonLine>, Vec<&PersonLine>) =
        map.children.iter().partition(|child| band.reaches(child.id));
    let looked = |child: &&PersonLine| {
        band.paths
            .iter()
            .flat_map(|path| &path.cells)
            .any(|cell| cell.child == child.id && !cell.impacts.is_empty())
    };
    let (none_seen, open): (Vec<_>, Vec<_>) = rest.into_iter().partition(looked);
    let mut said = Vec::new();
    for (key, children) in [("doc-reaches", reached), ("doc-reach-none-seen", none_seen), ("doc-reach-open", open)]
    {
        if !children.is_empty() {
            said.push(teller.with(key, &[("children", teller.lines(children).into())]));
        }
    }
    Some(Paragraph::plain(said.join(" ")))
}

fn children(teller: &mut Teller<'_>, map: &MapView, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(1, teller.t("doc-part-children")));
    if map.children.is_empty() {
        blocks.push(Block::Paragraph(teller.unasked()));
    }
    for child in &map.children {
        blocks.push(Block::Heading(2, teller.aged(child)));
        let view = views::child(teller.projection, teller.pack, teller.as_of, child.id);
        if let Some(view) = view {
            self::child(teller, &view, blocks);
        }
    }
}

fn child(teller: &mut Teller<'_>, view: &ChildView, blocks: &mut Vec<Block>) {
    let name = view.child.name.as_str();
    if view.rows.is_empty() {
        blocks.push(Block::Paragraph(teller.unasked()));
    } else {
        let heads = [
            (teller.t("doc-child-done"), 4),
            (teller.with("doc-child-effect", &[("child", name.into())]), 6),
            (teller.with("doc-child-answer", &[("child", name.into())]), 6),
        ];
        let columns = heads.into_iter().map(|(head, share)| Column { head, share }).collect();
        let rows = view.rows.iter().map(|row| self::row(teller, row)).collect();
        let caption = teller.with("doc-child-table", &[("child", name.into())]);
        blocks.push(Block::Table(Table { caption, columns, rows }));
    }
    let mut loose: Vec<Item> = view.other_impacts.iter().map(|line| impact(teller, line)).collect();
    loose.extend(view.other_efforts.iter().map(|effort| teller.effort(effort, true)));
    if !loose.is_empty() {
        blocks.push(Block::Heading(3, teller.t("doc-loose")));
        blocks.push(Block::List(loose));
    }
}

fn row(teller: &mut Teller<'_>, row: &ChildRow) -> Row {
    let head = [("letter", (&row.letter).into()), ("title", (&row.behaviour.title).into())];
    let mut done = vec![Paragraph::strong(teller.with("doc-band", &head))];
    if row.to_child {
        done.push(Paragraph::quiet(teller.t("doc-to-child")));
    }
    let mut effects = Vec::new();
    for line in &row.impacts {
        let link = line.from.iter().find(|link| link.to == row.behaviour.envelope.id);
        effects.extend(teller.impact(line, link));
    }
    if effects.is_empty() {
        effects.push(teller.unasked());
    }
    for line in &row.carried {
        effects.extend(impact(teller, line).0);
    }
    let answers = if row.answers.is_empty() {
        vec![teller.unasked()]
    } else {
        row.answers.iter().map(|effort| answer(teller, effort)).collect()
    };
    Row { cells: vec![done, effects, answers] }
}

/// An effort in a cell: who did what; all of it stands in the part about efforts.
fn answer(teller: &mut Teller<'_>, effort: &EffortLine) -> Paragraph {
    let text = teller.says(&effort.actor.name, &effort.act);
    teller.stated(text, &effort.envelope)
}

fn efforts(teller: &mut Teller<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(1, named(teller, "doc-part-efforts", &teller.survivors())));
    let all = views::lines::Reader::new(teller.projection, teller.as_of).efforts();
    if all.is_empty() {
        blocks.push(Block::Paragraph(teller.unasked()));
        return;
    }
    let several = teller.cast.with(Role::Survivor).count() != 1
        || all.iter().any(|effort| !effort.actor.id.is_some_and(|id| teller.cast.is(id, Role::Survivor)));
    blocks.push(Block::List(all.iter().map(|effort| teller.effort(effort, several)).collect()));
}

/// What agencies did, oldest first, and whether it helped, in whose view.
fn responses(teller: &mut Teller<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(1, teller.t("doc-part-responses")));
    let view = views::responses(teller.projection, teller.pack, teller.as_of);
    if view.timeline.is_empty() {
        blocks.push(Block::Paragraph(teller.unasked()));
        return;
    }
    let items = view.timeline.iter().map(|line| {
        let text = teller.says(&line.agency, &line.did);
        let mut out = vec![teller.stated(text, &line.envelope)];
        let when = teller.words.when(&line.envelope.happened);
        let mut more = vec![teller.with("doc-when", &[("when", when.into())])];
        more.extend(teller.words.judged(&line.effects));
        if let Some((what, _)) = &line.followed {
            more.push(teller.with("page-what-followed", &[("what", what.into())]));
        }
        out.extend(more.into_iter().map(Paragraph::quiet));
        out.extend(teller.disputes(&line.envelope));
        Item(out)
    });
    let items = items.collect();
    blocks.push(Block::List(items));
}

fn unasked(teller: &mut Teller<'_>, gaps: &GapsView, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(1, teller.t("doc-part-gaps")));
    if gaps.gaps.is_empty() {
        blocks.push(Block::Paragraph(Paragraph::plain(teller.t("doc-no-gap"))));
        return;
    }
    blocks.push(Block::Paragraph(Paragraph::plain(teller.t("doc-gaps-lead"))));
    let parts = [
        Component::People,
        Component::Pattern,
        Component::TowardsChildren,
        Component::Efforts,
        Component::Impact,
        Component::Intersections,
    ];
    for component in parts {
        let items: Vec<Item> = gaps.of(component).map(|gap| teller.gap(gap)).collect();
        if !items.is_empty() {
            blocks.push(Block::Heading(2, teller.words.name(component)));
            blocks.push(Block::List(items));
        }
    }
}
