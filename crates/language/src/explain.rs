//! Turns a candidate into a finding: words, question, rewrite with known names and open blanks.

use crate::block::Block;
use crate::cast::role;
use crate::engine::{Candidate, Work};
use crate::report::{Finding, Level, Question, Span};
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
        (_, _) if c.nursery => Level::Info,
        (false, level) => level,
        (true, Level::Error) => Level::Warning,
        (true, _) => Level::Info,
    };
    let said = |place: Option<(usize, usize)>| place.map(|(f, e)| block.slice(f, e));
    let person = |wanted: u16, blank: &str| {
        let people = work.names.with_role(wanted);
        work.names.label(people).map_or_else(|| format!("[{blank}]"), str::to_owned)
    };
    // the one whom these words are about, where several have the part
    let meant = |place: Option<(usize, usize)>, wanted: u16| {
        let m = place.and_then(|(first, _)| block.mentions.at(first))?;
        (m.list_roles & wanted != 0 && m.list_roles & role::UNKNOWN == 0 && m.list_people.count_ones() == 1)
            .then(|| work.names.label(m.list_people).map(str::to_owned))?
    };
    let perpetrator = meant(c.found.perpetrator, role::P).unwrap_or_else(|| person(role::P, "who did it"));
    let survivor = meant(c.found.survivor, role::S).unwrap_or_else(|| person(role::S, "survivor"));
    // nobody wrote that it was this person: a blank with a name in it
    let doer = if perpetrator.starts_with('[') { perpetrator.clone() } else { format!("[{perpetrator}]") };
    let did = crate::active::said(block, c.found.first, c.found.end)
        .unwrap_or_else(|| format!("[did this to] [whom]: «{quote}»"));
    let child = said(c.found.child).map_or_else(|| person(role::C, "child"), str::to_owned);
    let fill = |template: &str| {
        let mut out = String::with_capacity(template.len() + 16);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(match name {
                "perpetrator" => &perpetrator,
                "survivor" => &survivor,
                "child" => &child,
                "quote" => quote,
                "doer" => &doer,
                "did" => &did,
                other => other,
            });
            rest = tail;
        }
        out.push_str(rest);
        out
    };
    let mut who = Vec::new();
    if let Some(s) = said(c.found.survivor) {
        who.push(format!("«{s}» is read as the survivor."));
    }
    if let Some(p) = said(c.found.perpetrator) {
        who.push(format!("«{p}» is read as the person who abuses."));
    }
    if matches!(rule.family, "agentless_passive" | "nominalised_violence" | "label_no_behaviour") {
        let near = crate::passive::doer_here(block, sentence);
        if !near {
            who.push("Nobody is named here as the one who did it.".to_owned());
        }
    }
    if c.found.soft {
        who.push(
            "The role of a person here is not known, so this is put more softly; if the role is another, it does not apply."
                .to_owned(),
        );
    }
    let who = who.join(" ");
    let mut exceptions = String::new();
    if !rule.traps.is_empty() {
        exceptions = format!("None of these was found: {}.", rule.traps);
    }
    let mut explanation = format!("Read as {}.", rule.name);
    for token in (c.found.first..c.found.end).filter(|t| block.has(*t, flag::REPAIRED)) {
        let read = block.lexicon.word(block.id(token)).text.as_ref();
        explanation.push_str(&format!(" «{}» was read as «{read}».", block.slice(token, token + 1)));
    }
    for part in [&who, &exceptions] {
        if !part.is_empty() {
            explanation.push(' ');
            explanation.push_str(part);
        }
    }
    let sentence_span = block.place(sentence.first, sentence.end, offset).unwrap_or_default();
    if matches!(rule.family, "agentless_passive" | "nominalised_violence") {
        let people = (sentence.first..sentence.end)
            .filter_map(|t| block.mentions.at(t))
            .filter(|m| m.roles & (role::S | role::C) != 0 && m.list_roles & role::PAIR == 0)
            .fold(0, |a, m| a | m.people);
        let (people, person_ids) = work.names.people(people);
        work.report.questions.push(Question {
            act: quote.to_owned(),
            ask: "Who did this? What exactly did that person do, and to whom?".to_owned(),
            people,
            person_ids,
            span: block.place(c.found.first, c.found.end, offset).unwrap_or_default(),
            sentence: hash.clone(),
            sentence_span,
        });
    }
    work.report.findings.push(Finding {
        family: rule.family,
        rule: rule.id.clone(),
        name: rule.name.clone(),
        level,
        span: Span { byte_start: offset + a.start as usize, byte_end: offset + b.end as usize, ..Span::default() },
        quote: quote.to_owned(),
        what: fill(&rule.what),
        why: fill(&rule.why),
        who,
        exceptions,
        fix: rule.fix,
        ask: fill(&rule.ask),
        rewrite: fill(&rule.rewrite),
        explanation,
        soft: c.found.soft,
        sentence: hash,
        sentence_span,
    });
}
