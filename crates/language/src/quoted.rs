//! Scare quotes: one or two quoted words of fear or harm that nobody is said to have said (DIS102).

use std::collections::BTreeMap;

use crate::block::Block;
use crate::cast::role;
use crate::engine::Candidate;
use crate::lexicon::class;
use crate::matcher::Found;
use crate::token::Kind;

/// Finds scare quotes in a block.
pub(crate) fn find(block: &Block<'_>, engines: &BTreeMap<&'static str, usize>, out: &mut Vec<Candidate>) {
    let Some(rule) = engines.get("scare") else { return };
    for (first, end) in &block.quotes {
        let (first, end) = (*first, *end);
        let words = (first..end).filter(|t| block.kind(*t) == Kind::Word).count();
        if words == 0 || words > 3 || end - first > 4 {
            continue;
        }
        let fear = (first..end).any(|t| block.bits(t) & (class::MIND | class::HARM | class::VIOLENCE) != 0);
        if !fear {
            continue;
        }
        let Some((n, s)) = block.sentences.iter().enumerate().find(|(_, s)| s.first <= first && first < s.end)
        else {
            continue;
        };
        // a real quotation has somebody who speaks close by
        let before = (first.saturating_sub(6).max(s.first)..first).any(|t| {
            block.kind(t) == Kind::Colon
                || block.bits(t) & class::SPEECH != 0
                    && block.bits(t) & class::DOUBT == 0
                    && (!says_of_itself(block, t, first) || his_words(block, t, s))
                || matches!(
                    block.lexicon.word(block.id(t)).text.as_ref(),
                    "called"
                        | "calls"
                        | "named"
                        | "titled"
                        | "word"
                        | "words"
                        | "known"
                        | "term"
                        | "means"
                        | "as"
                        | "recorded"
                        | "logged"
                        | "wrote"
                )
        });
        let after = (end..(end + 5).min(s.end)).any(|t| {
            block.bits(t) & class::SPEECH != 0
                || matches!(block.lexicon.word(block.id(t)).text.as_ref(), "means" | "here")
        });
        if before || after {
            continue;
        }
        let who = block.owner(first, s);
        let roles = match who {
            crate::clause::Owner::Who(m) => m.list_roles,
            crate::clause::Owner::Of(m) => m.roles,
            _ => 0,
        };
        if roles & role::P != 0 && roles & role::S == 0 || roles & (role::AGENCY | role::PRO | role::SELF) != 0 {
            continue;
        }
        let soft = roles & role::S == 0;
        let family = (s.first..s.end)
            .any(|t| block.mentions.at(t).is_some_and(|m| m.roles & (role::S | role::C | role::UNKNOWN) != 0));
        if !family {
            continue;
        }
        let found = Found { first: first - 1, end: end + 1, soft, survivor: None, perpetrator: None, child: None };
        out.push(Candidate { rule: *rule, sentence: n, found, nursery: false });
    }
}

/// "he told them that she was 'aggressive'": the words of the person who abuses.
fn his_words(block: &Block<'_>, verb: usize, s: &crate::segment::Sentence) -> bool {
    matches!(block.owner(verb, s), crate::clause::Owner::Who(m) if m.list_roles & role::P != 0 && m.list_roles & role::S == 0)
}

/// "says that she is 'frightened'": the writer reports and puts single words in marks all the same.
fn says_of_itself(block: &Block<'_>, verb: usize, quote: usize) -> bool {
    quote - verb > 2
        && (verb..quote).any(|t| block.bits(t) & class::BE != 0)
        && (verb..quote).any(|t| block.mentions.at(t).is_some())
}
