//! Without a cast, a paragraph must itself speak of domestic abuse before its wording is judged.

use crate::block::Block;
use crate::lexicon::class;
use crate::token::flag;

/// For each sentence, whether its paragraph speaks of abuse.
pub(crate) fn mark(block: &Block<'_>, out: &mut Vec<bool>) {
    let mut start = 0;
    let mut about = false;
    for (n, s) in block.sentences.iter().enumerate() {
        if n > start && block.has(s.first, flag::BLANK) {
            out.resize(n, about);
            start = n;
            about = false;
        }
        about |= (s.first..s.end).any(|t| block.bits(t) & class::CONTEXT != 0 && !block.has(t, flag::QUOTED));
    }
    out.resize(block.sentences.len(), about);
}
