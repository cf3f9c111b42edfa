//! Runs patterns over a sentence, step by step and with a fixed limit of steps.

use crate::block::Block;
use crate::cast::role;
use crate::clause::fits;
use crate::lexicon::{class, w};
use crate::mention::{How, Mention};
use crate::need::First;
use crate::pattern::{Node, Pattern};
use crate::segment::Sentence;
use crate::token::{Kind, flag};
use crate::words::{Set, sieve};

/// Steps after which a pattern gives up at one place.
const LIMIT: u32 = 3000;

/// Where a pattern fits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// A role was taken on trust.
    pub(crate) soft: bool,
    /// People in the roles that the pattern names.
    pub(crate) survivor: Option<(usize, usize)>,
    pub(crate) perpetrator: Option<(usize, usize)>,
    pub(crate) child: Option<(usize, usize)>,
}

#[derive(Clone, Copy)]
struct Rest<'p> {
    nodes: &'p [Node],
    next: Option<&'p Rest<'p>>,
}

struct Run<'b, 'a> {
    block: &'b Block<'a>,
    sentence: Sentence,
    steps: u32,
    found: Found,
    open: Option<usize>,
    close: Option<usize>,
}

/// Tries a pattern at one place.
pub(crate) fn try_at(block: &Block<'_>, sentence: &Sentence, pattern: &Pattern, start: usize) -> Option<Found> {
    let found = Found { first: start, end: start, soft: false, survivor: None, perpetrator: None, child: None };
    let mut run = Run { block, sentence: *sentence, steps: 0, found, open: None, close: None };
    let end = run.seq(&pattern.nodes, None, start)?;
    let mut found = run.found;
    found.first = run.open.unwrap_or(start);
    found.end = run.close.unwrap_or(end);
    (found.end > found.first).then_some(found)
}

/// Whether a pattern can fit at one place, as far as the word there tells. Within brackets a match may begin with a filler.
pub(crate) fn may_start(block: &Block<'_>, pattern: &Pattern, start: usize) -> bool {
    pattern.first.as_ref().is_none_or(|first| {
        first.words.has(block.id(start))
            || block.has(start, flag::SKIP)
            || first.mention
                && (block.mentions.at.get(start).is_some_and(|m| *m != 0) || block.bits(start) & class::DET != 0)
    })
}

/// The latest place at which the words that a pattern needs still stand in order; the start of the sentence if they nowhere do.
pub(crate) fn latest(block: &Block<'_>, sentence: &Sentence, pattern: &Pattern) -> usize {
    let mut end = sentence.end;
    for (set, _) in pattern.required.iter().rev() {
        let Some(last) = (sentence.first..end).rev().find(|t| set.has(block.id(*t))) else { return sentence.first };
        end = last;
    }
    end
}

/// Whether a pattern fits anywhere in the sentence.
pub(crate) fn anywhere(block: &Block<'_>, sentence: &Sentence, pattern: &Pattern, strict: bool) -> bool {
    let tokens = block.tokens.get(sentence.first..sentence.end).unwrap_or(&[]);
    pattern.required.iter().all(|(set, _)| tokens.iter().any(|t| set.has(t.id)))
        && (sentence.first..sentence.end).any(|t| {
            pattern.first.as_ref().is_none_or(|first| {
                first.words.has(block.id(t))
                    || first.mention
                        && (block.mentions.at.get(t).is_some_and(|m| *m != 0) || block.bits(t) & class::DET != 0)
            }) && try_at(block, sentence, pattern, t).is_some_and(|f| !strict || !f.soft)
        })
}

impl<'b> Run<'b, '_> {
    fn seq(&mut self, nodes: &[Node], rest: Option<&Rest<'_>>, at: usize) -> Option<usize> {
        self.steps += 1;
        if self.steps > LIMIT {
            return None;
        }
        let Some((node, tail)) = nodes.split_first() else {
            return match rest {
                Some(rest) => self.seq(rest.nodes, rest.next, at),
                None => Some(at),
            };
        };
        match node {
            Node::Open => {
                let old = self.open.replace(self.past_skips(at));
                let end = self.seq(tail, rest, at);
                if end.is_none() {
                    self.open = old;
                }
                end
            }
            Node::Close => {
                let old = self.close.replace(at);
                let end = self.seq(tail, rest, at);
                if end.is_none() {
                    self.close = old;
                }
                end
            }
            Node::Start => {
                let opening = at <= self.sentence.first
                    || (self.sentence.first..at).all(|t| self.block.tokens.get(t).is_none_or(|x| !x.is_word()))
                    || matches!(self.block.kind(at - 1), Kind::Semi | Kind::Colon | Kind::Dash | Kind::Bullet);
                if opening { self.seq(tail, rest, at) } else { None }
            }
            Node::End => {
                let closing = at >= self.sentence.end
                    || matches!(
                        self.block.kind(at),
                        Kind::Stop | Kind::Semi | Kind::Comma | Kind::Close | Kind::Colon | Kind::Dash
                    )
                    || self.block.bits(at) & (class::CONJ | class::CLAUSE) != 0;
                if closing { self.seq(tail, rest, at) } else { None }
            }
            Node::Not(set) => {
                let t = self.past_skips(at);
                if self.block.tokens.get(t).is_some_and(|x| t < self.sentence.end && set.has(x.id))
                    || set.has(self.block.id(at)) && at < self.sentence.end
                {
                    None
                } else {
                    self.seq(tail, rest, at)
                }
            }
            Node::Any(any) => {
                if any.first.as_ref().is_none_or(|first| self.opens(first, at)) {
                    let bit = self.bit(at);
                    for option in &any.of {
                        if option.sieve & bit == 0
                            || any.of.len() > 1 && option.first.as_ref().is_some_and(|first| !self.opens(first, at))
                        {
                            continue;
                        }
                        // what fails undoes what it noted
                        let after = Rest { nodes: tail, next: rest };
                        if let Some(end) = self.seq(&option.nodes, Some(&after), at) {
                            return Some(end);
                        }
                    }
                }
                if any.optional { self.seq(tail, rest, at) } else { None }
            }
            Node::Gap { max, wide: false } if tail.is_empty() && rest.is_none() => Some(self.trail(at, *max)),
            Node::Gap { max, wide } => {
                let mut t = at;
                let mut left = *max;
                let next = match tail.first() {
                    Some(Node::Set(set)) => Some(set),
                    Some(Node::Any(any)) if !any.optional => {
                        any.first.as_ref().filter(|first| !first.mention).map(|first| &first.words)
                    }
                    _ => None,
                };
                loop {
                    if next.is_none_or(|set| self.starts(set, t))
                        && let Some(end) = self.seq(tail, rest, t)
                    {
                        return Some(end);
                    }
                    if left == 0 || t >= self.sentence.end {
                        return None;
                    }
                    let token = self.block.tokens.get(t)?;
                    let passes = match token.kind {
                        Kind::Word => *wide || self.block.bits(t) & class::NOT == 0,
                        Kind::Number | Kind::Slash | Kind::Other => true,
                        Kind::Quote => true,
                        Kind::Comma | Kind::Dash | Kind::Open | Kind::Close | Kind::Colon => {
                            *wide || token.has(flag::SKIP)
                        }
                        Kind::Stop => token.end.saturating_sub(token.start) == 1 && t + 1 < self.sentence.end,
                        Kind::Semi | Kind::Bullet => false,
                    };
                    if !passes {
                        return None;
                    }
                    if !token.has(flag::SKIP) {
                        left -= 1;
                    }
                    t += 1;
                }
            }
            // the commonest element on a path of its own: nothing to note and nothing to undo
            Node::Set(set) => {
                for t in at..at + 8 {
                    let token = self.block.tokens.get(t).filter(|_| t < self.sentence.end)?;
                    if set.has(token.id)
                        && let Some(end) = self.seq(tail, rest, t + 1)
                    {
                        return Some(end);
                    }
                    if self.steps <= 1 || !token.has(flag::SKIP) {
                        return None;
                    }
                }
                None
            }
            _ => {
                for t in at..at + 8 {
                    if let Some((next, state)) = self.one(node, t) {
                        let old = state.map(|state| std::mem::replace(&mut self.found, state));
                        if let Some(end) = self.seq(tail, rest, next) {
                            return Some(end);
                        }
                        if let Some(old) = old {
                            self.found = old;
                        }
                    }
                    // pass over a filler, but never at the very start
                    if t >= self.sentence.end || self.steps <= 1 || !self.block.has(t, flag::SKIP) {
                        return None;
                    }
                }
                None
            }
        }
    }

    /// Whether a match can start here, as far as the words tell.
    fn opens(&self, first: &First, at: usize) -> bool {
        first.mention || self.starts(&first.words, at)
    }

    /// The bit of the word here, or all bits if words behind it count as well.
    fn bit(&self, at: usize) -> u64 {
        let token = self.block.tokens.get(at).filter(|t| at < self.sentence.end && !t.has(flag::SKIP));
        token.map_or(u64::MAX, |t| sieve(t.id))
    }

    /// Whether a word of the set stands here or behind fillers.
    fn starts(&self, set: &Set, at: usize) -> bool {
        let mut t = at;
        while t < self.sentence.end {
            let Some(token) = self.block.tokens.get(t) else { return false };
            if set.has(token.id) {
                return true;
            }
            if !token.has(flag::SKIP) {
                return false;
            }
            t += 1;
        }
        false
    }

    /// The words that still belong to what was found: up to a mark or a joining word.
    fn trail(&self, at: usize, max: u8) -> usize {
        let mut t = at;
        let mut left = max;
        while t < self.sentence.end && left > 0 {
            if !matches!(self.block.kind(t), Kind::Word | Kind::Number | Kind::Slash)
                || self.block.bits(t) & (class::CONJ | class::CLAUSE) != 0
            {
                break;
            }
            left -= 1;
            t += 1;
        }
        t
    }

    fn past_skips(&self, at: usize) -> usize {
        let mut t = at;
        while t < self.sentence.end && self.block.has(t, flag::SKIP) && self.block.kind(t) == Kind::Quote {
            t += 1;
        }
        t
    }

    /// Matches one element; gives the next place and, for a mention, the new state.
    fn one(&self, node: &Node, t: usize) -> Option<(usize, Option<Found>)> {
        if t >= self.sentence.end {
            return None;
        }
        let token = self.block.tokens.get(t)?;
        match node {
            Node::Number => (token.kind == Kind::Number).then_some((t + 1, None)),
            Node::Comma => (token.kind == Kind::Comma).then_some((t + 1, None)),
            Node::Colon => (token.kind == Kind::Colon || token.kind == Kind::Dash).then_some((t + 1, None)),
            Node::Semi => (token.kind == Kind::Semi).then_some((t + 1, None)),
            Node::Slash => (token.kind == Kind::Slash).then_some((t + 1, None)),
            Node::Mention { mask, poss } => self.mention(t, *mask, *poss),
            _ => None,
        }
    }

    fn mention(&self, t: usize, mask: u16, poss: bool) -> Option<(usize, Option<Found>)> {
        let mut m = self.block.mentions.at(t).filter(|m| m.first == t);
        let mut start = t;
        if m.is_none() && self.block.bits(t) & class::DET != 0 {
            // "the mother", "both children", "the older child"
            for k in t + 1..t + 3 {
                m = self.block.mentions.at(k).filter(|m| m.first == k);
                if m.is_some() {
                    start = k;
                    break;
                }
                if self.block.form(k) != 0
                    || self.block.bits(k) & (class::PREP | class::CONJ | class::BE | class::HAVE | class::MODAL)
                        != 0
                {
                    break;
                }
            }
        }
        let m = m?;
        let _ = start;
        if poss {
            if !m.poss {
                return None;
            }
            let soft = fits(m.roles, mask)?;
            let end = if self.block.id(m.end) == w::S { m.end + 1 } else { m.end };
            return Some((end, Some(self.note(m, m.end, m.roles, soft))));
        }
        if m.poss {
            // "his partner": the owner and the person together
            let n = self.block.mentions.at(m.end).filter(|n| n.first == m.end && !n.poss)?;
            let soft = fits(n.roles, mask)?;
            return Some((n.end, Some(self.note(n, n.end, n.roles, soft))));
        }
        if m.list_end > m.end
            && !(mask == role::C && m.list_roles & (role::S | role::P) != 0)
            && let Some(soft) = fits(m.list_roles, mask)
        {
            return Some((m.list_end, Some(self.note(m, m.list_end, m.list_roles, soft))));
        }
        if m.list_end > m.end && m.list_roles & role::PAIR != 0
            || mask == role::C && m.how == How::Pronoun && m.roles & role::THEY == 0
        {
            return None;
        }
        let soft = fits(m.roles, mask)?;
        Some((m.end, Some(self.note(m, m.end, m.roles, soft))))
    }

    fn note(&self, m: &Mention, end: usize, roles: u16, soft: bool) -> Found {
        let mut found = self.found;
        found.soft |= soft;
        let place = Some((m.first, end));
        if roles & role::S != 0 && roles & role::P == 0 {
            found.survivor = found.survivor.or(place);
        } else if roles & role::P != 0 && roles & role::S == 0 {
            found.perpetrator = found.perpetrator.or(place);
        } else if roles & role::C != 0 {
            found.child = found.child.or(place);
        }
        found
    }
}
