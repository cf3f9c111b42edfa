//! What is written well, said kindly and kept apart from findings.

use crate::block::Block;
use crate::cast::role;
use crate::lexicon::class;
use crate::report::{Noticed, Report};
use crate::segment::Sentence;
use crate::suppress::sentence_hash;

/// What the suggestions of a sentence say about how it is written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    pub(crate) behaviours: usize,
    pub(crate) efforts: usize,
    /// The perpetrator acts in this sentence or in the one before.
    pub(crate) answered: bool,
}

/// Adds what is good about a sentence.
pub(crate) fn notice(report: &mut Report, block: &Block<'_>, s: &Sentence, offset: usize, seen: Seen) {
    let mut add = |code: &'static str, message: &str| {
        let Some(span) = block.place(s.first, s.end, offset) else { return };
        let quote = block.slice(s.first, s.end);
        report.noticed.push(Noticed {
            code,
            message: message.to_owned(),
            quote: quote.to_owned(),
            span,
            sentence: sentence_hash(quote),
        });
    };
    if seen.behaviours > 0 {
        let effect = (s.first..s.end).any(|t| {
            block.mentions.at(t).is_some_and(|m| {
                m.first == t && m.subject && m.list_roles & role::C != 0 && m.list_roles & role::P == 0
            })
        });
        if effect {
            add("child_effect", "The act is named with the one who did it, and so is what it did to a child.");
        } else {
            add("named_doer", "The act is named, and so is the person who did it.");
        }
    }
    let because = (s.first..s.end).any(|t| block.bits(t) & class::CLAUSE != 0)
        && (s.first..s.end).any(|t| block.mentions.at(t).is_some_and(|m| m.roles & role::P != 0));
    if seen.efforts > 0 && (seen.answered || because) {
        add("effort_answers", "What the survivor did is recorded together with what it answers.");
    }
}
