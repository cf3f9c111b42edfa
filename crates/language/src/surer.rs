//! Fewer, surer findings: of two families on one span one (`family`), and no doubtful finding alone beside a named act.

use crate::context::Paragraphs;
use crate::engine::{Candidate, Marks};
use crate::family;
use crate::guard::Refusal;
use crate::rules::Rule;

/// How many candidates before one are compared with it: a sentence holds few.
const WINDOW: usize = 24;

/// Silences the candidates that give way and those that stand alone where the author names what the person who abuses did.
pub(crate) fn settle(
    rules: &[Rule],
    paragraphs: &Paragraphs,
    marks: &[Marks],
    candidates: &[Candidate],
    refusals: &mut [Option<Refusal>],
) {
    give_way(rules, candidates, refusals);
    alone(rules, paragraphs, marks, candidates, refusals);
}

fn give_way(rules: &[Rule], candidates: &[Candidate], refusals: &mut [Option<Refusal>]) {
    let mut yielded = Vec::new();
    for (n, a) in candidates.iter().enumerate() {
        for (m, b) in candidates.iter().enumerate().take(n).skip(n.saturating_sub(WINDOW)) {
            if a.sentence != b.sentence || a.rule == b.rule {
                continue;
            }
            let shared = a.found.end.min(b.found.end).saturating_sub(a.found.first.max(b.found.first));
            let shorter = (a.found.end - a.found.first).min(b.found.end - b.found.first);
            let live = |k: usize| refusals.get(k).is_some_and(Option::is_none);
            if shared == 0 || shared * 2 < shorter || !live(n) || !live(m) {
                continue;
            }
            let (Some(x), Some(y)) = (rules.get(a.rule), rules.get(b.rule)) else { continue };
            match family::first(x, y) {
                Some(true) => yielded.push(m),
                Some(false) => yielded.push(n),
                None => {}
            }
        }
    }
    for n in yielded {
        if let Some(r) = refusals.get_mut(n) {
            *r = Some(Refusal::Surer);
        }
    }
}

/// What is known of a paragraph's candidates: whether one span holds them all.
#[derive(Clone, Copy)]
struct Place {
    first: usize,
    end: usize,
}

fn alone(
    rules: &[Rule],
    paragraphs: &Paragraphs,
    marks: &[Marks],
    candidates: &[Candidate],
    refusals: &mut [Option<Refusal>],
) {
    let mut places: Vec<Option<Place>> = Vec::new();
    for (c, refusal) in candidates.iter().zip(refusals.iter()) {
        let Some(p) = paragraphs.paragraph(c.sentence).filter(|_| refusal.is_none()) else { continue };
        if places.len() <= p {
            places.resize(p + 1, None);
        }
        if let Some(place) = places.get_mut(p) {
            let before = place.unwrap_or(Place { first: 0, end: usize::MAX });
            *place = Some(Place { first: before.first.max(c.found.first), end: before.end.min(c.found.end) });
        }
    }
    let mut acts = vec![false; places.len()];
    for (n, mark) in marks.iter().enumerate() {
        if let Some(act) = paragraphs.paragraph(n).and_then(|p| acts.get_mut(p)) {
            *act |= mark.act;
        }
    }
    for (c, refusal) in candidates.iter().zip(refusals.iter_mut()) {
        let Some(p) = paragraphs.paragraph(c.sentence).filter(|_| refusal.is_none()) else { continue };
        let Some(rule) = rules.get(c.rule) else { continue };
        // what is said about somebody depends on what stands around it more than how the violence is put
        let about = rule.id != "DIS101"
            && matches!(
                rule.family,
                "discounting"
                    | "survivor_blame"
                    | "survivor_pathology"
                    | "compliance_as_change"
                    | "incident_not_pattern"
            );
        let doubtful = rule.options.weak || rule.options.event || about;
        let one = places.get(p).copied().flatten().is_some_and(|place| place.first < place.end);
        // what he has gone on doing, said with it or next, is what attendance has to be measured by
        let told = rule.family == "compliance_as_change"
            && (c.sentence..=c.sentence + 2)
                .any(|n| paragraphs.paragraph(n) == Some(p) && marks.get(n).is_some_and(|m| m.act));
        if told {
            *refusal = Some(Refusal::Act);
            continue;
        }
        // an excuse, a soft word and a provocation are put into the sentence of the act itself, an excuse also into the next
        let here = marks.get(c.sentence).is_some_and(|m| m.act);
        let after = c.sentence.checked_sub(1).and_then(|n| marks.get(n)).is_some_and(|m| m.act);
        let excuse = here && (rule.family == "minimising" || matches!(rule.id.as_str(), "RSP204" | "DBL102"))
            || (here || after) && matches!(rule.family, "cause_excuse" | "trauma_excuse");
        if doubtful && one && !excuse && acts.get(p).copied().unwrap_or(false) {
            *refusal = Some(Refusal::Alone);
        }
    }
}
