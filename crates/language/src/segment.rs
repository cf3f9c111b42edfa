//! Sentences, list items and headings.

use crate::lexicon::class;
use crate::token::{Kind, Token, flag};

/// No sentence is longer than this, so that work stays linear in bad input.
const LONGEST: usize = 240;

/// A run of tokens that is read as one sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    pub(crate) first: usize,
    /// One past the last token.
    pub(crate) end: usize,
}

impl Sentence {
    /// Numbers and marks only, such as "14." before a paragraph.
    pub(crate) fn is_number(&self, tokens: &[Token]) -> bool {
        tokens.get(self.first..self.end).is_none_or(|t| t.iter().all(|t| !t.is_word()))
    }
}

fn ends(tokens: &[Token], i: usize, first: usize) -> bool {
    let Some(stop) = tokens.get(i) else { return false };
    let Some(next) = tokens.get(i + 1) else { return true };
    if next.kind == Kind::Stop || matches!(next.kind, Kind::Close | Kind::Quote) && !next.has(flag::SPACE) {
        return false;
    }
    if !next.has(flag::SPACE) {
        return false;
    }
    let Some(before) = i.checked_sub(1).and_then(|b| tokens.get(b)) else { return true };
    let width = before.end.saturating_sub(before.start);
    if before.kind == Kind::Number {
        return i == first + 1 || next.kind != Kind::Number && !stop.has(flag::SPACE);
    }
    if before.is_word() && !stop.has(flag::SPACE) {
        let bits = before.bits;
        if bits & class::TITLE != 0 {
            return false;
        }
        if bits & class::ABBR != 0 || width == 1 {
            return next.is_word() && next.has(flag::CAP) && bits & class::TITLE == 0 && width > 1;
        }
    }
    true
}

/// Cuts tokens into sentences.
pub(crate) fn segment(tokens: &[Token], out: &mut Vec<Sentence>) {
    out.clear();
    let mut first = 0;
    let mut depth = 0_usize;
    let mut cut = |first: &mut usize, end: usize| {
        if end > *first {
            out.push(Sentence { first: *first, end });
        }
        *first = end;
    };
    for (i, t) in tokens.iter().enumerate() {
        if i > first {
            let list = t.kind == Kind::Bullet || t.has(flag::CAP) || t.kind == Kind::Number;
            if t.has(flag::BLANK) || t.has(flag::LINE) && list || i - first >= LONGEST {
                depth = 0;
                cut(&mut first, i);
            }
        }
        match t.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Stop if depth == 0 && ends(tokens, i, first) => cut(&mut first, i + 1),
            _ => {}
        }
        // a stop inside closing marks: 'She left.' Then
        if matches!(t.kind, Kind::Quote | Kind::Close)
            && depth == 0
            && i > first
            && tokens.get(i - 1).is_some_and(|p| p.kind == Kind::Stop)
            && tokens.get(i + 1).is_some_and(|n| n.has(flag::SPACE) && n.has(flag::CAP))
        {
            cut(&mut first, i + 1);
        }
    }
    cut(&mut first, tokens.len());
}
