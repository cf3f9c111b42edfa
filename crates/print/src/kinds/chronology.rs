//! The court table: when, what was done, its effect on each child, what was done in answer, and how each is known. What goes
//! on stays visible in months without a single event. The strip of the working page is no part of it.

use super::tell::Teller;
use crate::document::{Block, Column, Paragraph, Row, Run, Table};
use practice::views;
use practice::views::chronology::{AgencyLine, Beside, Harm, Hold, Quiet, Row as Told, What};
use practice::views::lines::{EffortLine, Envelope, ImpactLine, OnWhat};

pub(super) fn blocks(teller: &mut Teller<'_>) -> Vec<Block> {
    let view = views::chronology(teller.projection, teller.pack, teller.as_of);
    let mut blocks = vec![Block::Paragraph(Paragraph::plain(teller.t("doc-chronology-lead")))];
    if view.is_empty() {
        blocks.push(Block::Paragraph(Paragraph::open(teller.t("doc-chronology-empty"))));
        return blocks;
    }
    let [harm, effect, hold] = teller.words.chronology_heads(&view);
    let heads =
        [(teller.t("chron-head-when"), 3), (harm, 6), (effect, 6), (hold, 5), (teller.t("chron-head-known"), 4)];
    let columns = heads.into_iter().map(|(head, share)| Column { head, share }).collect();
    let mut rows = Vec::new();
    for group in &view.groups {
        rows.extend(
            group.quiet_before.as_ref().map(|quiet| self::quiet(teller, &teller.words.quiet_span(quiet), quiet)),
        );
        for told in &group.rows {
            rows.push(row(teller, told));
        }
    }
    rows.extend(view.since.as_ref().map(|quiet| self::quiet(teller, &teller.t("chron-since"), quiet)));
    blocks.push(Block::Table(Table { caption: teller.t("chron-caption"), columns, rows }));
    blocks
}

/// Months without a single event, and what went on in them: across the table.
fn quiet(teller: &Teller<'_>, span: &str, quiet: &Quiet) -> Row {
    let said = Paragraph::plain(teller.words.quiet(quiet));
    Row { cells: vec![vec![Paragraph::strong(span)], vec![said]] }
}

fn row(teller: &mut Teller<'_>, told: &Told) -> Row {
    let when = vec![Paragraph::strong(teller.words.when(&told.happened))];
    match &told.what {
        What::Harm(harm) => self::harm(teller, when, harm),
        What::Hold(hold) => self::hold(teller, when, hold),
        What::Effect(effect) => {
            let mut cell = self::effect(teller, effect);
            cell.push(Paragraph::quiet(teller.t("chron-no-link")));
            let known = self::known(teller, &[&effect.envelope]);
            Row { cells: vec![when, Vec::new(), cell, Vec::new(), known] }
        }
        What::Agency(line) => agency(teller, when, line),
    }
}

fn harm(teller: &mut Teller<'_>, when: Vec<Paragraph>, harm: &Harm) -> Row {
    let line = &harm.behaviour;
    let mut done: Vec<Paragraph> =
        harm.after.iter().map(|after| Paragraph::quiet(teller.words.in_answer(after))).collect();
    let act = teller.says(&line.actor.name, &line.act);
    done.push(teller.stated(act, &line.envelope));
    if line.former_family {
        let names = teller.names(&line.targets);
        done.push(Paragraph::quiet(teller.with("chron-another-family", &[("names", names.into())])));
    }
    if !line.through.is_empty() {
        let names = teller.names(&line.through);
        done.push(Paragraph::quiet(teller.with("chron-through", &[("names", names.into())])));
    }
    done.extend(teller.disputes(&line.envelope));
    let mut effects = Vec::new();
    for effect in &harm.effects {
        effects.extend(self::effect(teller, effect));
    }
    if !harm.not_asked.is_empty() {
        let names = teller.names(&harm.not_asked);
        effects.push(Paragraph::open(teller.with("chron-not-asked-of", &[("names", names.into())])));
    }
    let mut answers = Vec::new();
    for effort in &harm.efforts {
        answers.extend(self::effort(teller, effort));
    }
    answers.extend(harm.elsewhere.iter().map(|beside| Paragraph::quiet(teller.words.see_row(beside))));
    if answers.is_empty() {
        answers.push(teller.unasked());
    }
    answers.extend(self::then(teller, &harm.then));
    let envelopes: Vec<&Envelope> = std::iter::once(&line.envelope)
        .chain(harm.effects.iter().map(|effect| &effect.envelope))
        .chain(harm.efforts.iter().map(|effort| &effort.envelope))
        .collect();
    let known = self::known(teller, &envelopes);
    Row { cells: vec![when, done, effects, answers, known] }
}

fn hold(teller: &mut Teller<'_>, when: Vec<Paragraph>, hold: &Hold) -> Row {
    let mut answers = self::effort(teller, &hold.effort);
    if !hold.answers.is_empty() {
        answers.push(Paragraph::quiet(teller.t("chron-in-answer-to")));
        answers.extend(hold.answers.iter().map(|beside| {
            let said = teller.says(&beside.actor.name, &beside.what);
            Paragraph::quiet(said)
        }));
    }
    answers.extend(self::then(teller, &hold.then));
    let known = self::known(teller, &[&hold.effort.envelope]);
    Row { cells: vec![when, Vec::new(), Vec::new(), answers, known] }
}

fn then(teller: &Teller<'_>, then: &[Beside]) -> Vec<Paragraph> {
    then.iter().map(|beside| Paragraph::quiet(teller.words.what_followed(beside))).collect()
}

/// An effect, with on whom it is before it.
fn effect(teller: &mut Teller<'_>, effect: &ImpactLine) -> Vec<Paragraph> {
    let name = effect.on.as_ref().map(|on| on.name.as_str()).unwrap_or_default();
    let on = match effect.on_what {
        OnWhat::Child => name.to_owned(),
        OnWhat::Parenting => teller.with("chron-effect-care", &[("name", name.into())]),
        OnWhat::FamilyFunctioning => teller.t("chron-effect-home"),
    };
    let mut out = vec![teller.stated(teller.says(&on, &effect.what), &effect.envelope)];
    out.extend(effect.none_seen.as_ref().map(|looked| Paragraph::quiet(teller.words.none_seen(looked))));
    out.extend(teller.disputes(&effect.envelope));
    out
}

fn effort(teller: &mut Teller<'_>, effort: &EffortLine) -> Vec<Paragraph> {
    let mut out = vec![teller.stated(teller.says(&effort.actor.name, &effort.act), &effort.envelope)];
    out.extend(effort.made_possible.iter().map(|made| {
        let what = teller.words.made_possible(made);
        Paragraph::quiet(teller.with("doc-made-possible", &[("what", what.into())]))
    }));
    if let Some((followed, None)) = &effort.followed {
        out.push(Paragraph::quiet(teller.with("doc-followed", &[("what", followed.into())])));
    }
    out.extend(teller.disputes(&effort.envelope));
    out
}

/// What an agency did, or what was said to it: from the second column to the last.
fn agency(teller: &mut Teller<'_>, when: Vec<Paragraph>, line: &AgencyLine) -> Row {
    let head = Paragraph::strong(teller.words.did_head(line)).and(teller.sources.cite(&line.envelope.known));
    let mut cell = vec![head];
    cell.extend(teller.words.did(line).into_iter().map(Paragraph::plain));
    Row { cells: vec![when, cell] }
}

/// The sources of a row, each with its number.
fn known(teller: &mut Teller<'_>, envelopes: &[&Envelope]) -> Vec<Paragraph> {
    let mut numbers = Vec::new();
    let mut out = Vec::new();
    for known in envelopes.iter().flat_map(|envelope| &envelope.known) {
        let number = teller.sources.number(known);
        if !numbers.contains(&number) {
            numbers.push(number);
            let text = Run::Text(format!(" {}", teller.words.known(known)));
            out.push(Paragraph::default().and([Run::Cite(number), text]));
        }
    }
    if out.is_empty() {
        out.push(Paragraph::quiet(teller.t("doc-no-source")));
    }
    out
}
