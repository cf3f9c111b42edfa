//! When something was done, in the words of the text: dates, "last Tuesday", "since the separation", "each payday".

use crate::block::Block;
use crate::frame::Predicate;
use crate::lexicon::class;
use crate::segment::Sentence;
use crate::token::{Kind, flag};

/// Words that belong to a time and change what it means.
const LEADS: [&str; 18] = [
    "since",
    "until",
    "till",
    "before",
    "after",
    "during",
    "following",
    "from",
    "last",
    "this",
    "every",
    "each",
    "next",
    "early",
    "late",
    "mid",
    "past",
    "several",
];

/// Events that a family dates its time by.
const EVENTS: [&str; 26] = [
    "separation",
    "divorce",
    "birth",
    "pregnancy",
    "wedding",
    "move",
    "hearing",
    "arrest",
    "christening",
    "funeral",
    "handover",
    "handovers",
    "redundancy",
    "lockdown",
    "honeymoon",
    "holiday",
    "holidays",
    "trial",
    "order",
    "bail",
    "payday",
    "ramadan",
    "eid",
    "diwali",
    "hogmanay",
    "breakup",
];

/// The times that belong to one act: those among its own words, else one that opens the sentence, else the only one there is.
pub(crate) fn when(block: &Block<'_>, s: &Sentence, p: &Predicate) -> Vec<String> {
    let all = times(block, s);
    let within = |from: usize, to: usize| {
        all.iter().filter(|t| t.0 >= from && t.0 < to).map(|t| block.slice(t.0, t.1).to_owned()).collect::<Vec<_>>()
    };
    let own = within(p.first, p.end);
    if !own.is_empty() {
        return own;
    }
    let opening = (s.first..p.first).find(|t| block.mentions.at(*t).is_some()).unwrap_or(p.first);
    let before = within(s.first, opening);
    if !before.is_empty() {
        return before;
    }
    if all.len() == 1 { within(s.first, s.end) } else { Vec::new() }
}

/// All times of a sentence, from their first token to behind their last.
fn times(block: &Block<'_>, s: &Sentence) -> Vec<(usize, usize)> {
    let word = |t: usize| block.lexicon.word(block.id(t)).text.as_ref();
    let time = |t: usize| t < s.end && block.bits(t) & class::TIME != 0;
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut t = s.first;
    while t < s.end {
        let dated = block.kind(t) == Kind::Number && block.slice(t, t + 1).matches(['/', '.', '-']).count() > 1;
        let counted = block.kind(t) == Kind::Number && (time(t + 1) || word(t + 1) == "of" && time(t + 2));
        let event = EVENTS.contains(&word(t)) && owned_time(block, s, t);
        if !(time(t) || dated || counted || event) || block.has(t, flag::QUOTED) {
            t += 1;
            continue;
        }
        let mut first = t;
        let mut end = t + 1;
        while end < s.end && (time(end) || block.kind(end) == Kind::Number || word(end) == "of" && time(end + 1)) {
            end += 1;
        }
        // "since the separation", "the last Tuesday", "every payday"
        while first > s.first {
            let b = first - 1;
            let lead = LEADS.contains(&word(b));
            let small = block.bits(b) & (class::DET | class::POSS) != 0;
            let before = b > s.first && LEADS.contains(&word(b - 1));
            if lead {
                first = b;
            } else if small && before {
                first = b - 1;
            } else {
                break;
            }
        }
        if out.last().is_none_or(|last| last.1 <= first) {
            out.push((first, end));
        }
        t = end;
    }
    out
}

/// "since the separation", "after her birth", "every payday": an event with a word that makes a time of it.
fn owned_time(block: &Block<'_>, s: &Sentence, t: usize) -> bool {
    let word = |t: usize| block.lexicon.word(block.id(t)).text.as_ref();
    (s.first..t).rev().take(3).any(|b| LEADS.contains(&word(b)) || matches!(word(b), "on" | "at"))
        && (s.first..t).rev().take_while(|b| block.kind(*b) == Kind::Word).count() > 0
}
