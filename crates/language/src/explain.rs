//! Turns a candidate into a finding: words, question, rewrite with known names and open blanks.

use crate::block::Block;
use crate::cast::role;
use crate::engine::{Candidate, Work};
use crate::report::{Finding, Level, Span};
use crate::suppress::sentence_hash;
use crate::token::flag;

/// Adds the finding of a candidate to the report.
pub(crate) fn push(work: &mut Work<'_>, block: &Block<'_>, offset: usize, c: &Candidate) {
    let Some(rule) = work.rules.rules.get(c.rule) else { return };
    let Some(sentence) = block.sentences.get(c.sentence) else { return };
    let (Some(a), Some(b)) =
        (block.tokens.get(c.found.first), c.found.end.checked_sub(1).and_then(|e| block.tokens.get(e)))
    else {
        return;
    };
    let hash = sentence_hash(block.slice(sentence.first, sentence.end));
    if work.config.kept.iter().any(|(id, h)| *id == rule.id && *h == hash) {
        return;
    }
    let quote = block.slice(c.found.first, c.found.end);
    let level = match (c.found.soft, rule.level) {
        (false, level) => level,
        (true, Level::Error) => Level::Warning,
        (true, _) => Level::Info,
    };
    let said = |place: Option<(usize, usize)>| place.map(|(f, e)| block.slice(f, e));
    let person = |wanted: u16, blank: &str| {
        let people = work.names.with_role(wanted);
        work.names.label(people).map_or_else(|| format!("[{blank}]"), str::to_owned)
    };
    let perpetrator = person(role::P, "who did it");
    let survivor = person(role::S, "survivor");
    let child = said(c.found.child).map_or_else(|| person(role::C, "child"), str::to_owned);
    let fill = |template: &str| {
        template
            .replace("{perpetrator}", &perpetrator)
            .replace("{survivor}", &survivor)
            .replace("{child}", &child)
            .replace("{quote}", quote)
    };
    let mut explanation = format!("Read as {}.", rule.name);
    if let Some(s) = said(c.found.survivor) {
        explanation.push_str(&format!(" «{s}» is read as the survivor."));
    }
    if let Some(p) = said(c.found.perpetrator) {
        explanation.push_str(&format!(" «{p}» is read as the person who abuses."));
    }
    if c.found.soft {
        explanation.push_str(" The role of a person here is not known, so this is put more softly; if the role is another, it does not apply.");
    }
    if (c.found.first..c.found.end).any(|t| block.has(t, flag::REPAIRED)) {
        explanation.push_str(" A word was read with its typing error put right.");
    }
    if !rule.traps.is_empty() {
        explanation.push_str(&format!(" None of these was found: {}.", rule.traps));
    }
    work.report.findings.push(Finding {
        family: rule.family,
        rule: rule.id.clone(),
        name: rule.name.clone(),
        level,
        span: Span { byte_start: offset + a.start as usize, byte_end: offset + b.end as usize, ..Span::default() },
        quote: quote.to_owned(),
        why: format!("{} {}", rule.what, rule.why),
        ask: fill(&rule.ask),
        rewrite: fill(&rule.rewrite),
        explanation,
        soft: c.found.soft,
        sentence: hash,
    });
}
