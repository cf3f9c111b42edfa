//! Who is the subject at a place in a sentence, found by walking back; no parser.

use crate::block::Block;
use crate::cast::role;
use crate::lexicon::{class, w};
use crate::mention::Mention;
use crate::morph::form;
use crate::segment::Sentence;
use crate::token::{Kind, flag};

/// The subject of a clause.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Owner {
    /// Somebody who is mentioned.
    Who(Mention),
    /// Something owned by somebody: "her account".
    Of(Mention),
    /// A thing.
    Thing,
    /// No subject is written.
    None,
}

impl Block<'_> {
    /// Words that may stand between a subject and its predicate.
    fn light(&self, t: usize) -> bool {
        let Some(token) = self.tokens.get(t) else { return false };
        if token.has(flag::SKIP) || token.kind == Kind::Quote {
            return true;
        }
        token.is_word()
            && (token.bits
                & (class::FILLER
                    | class::BE
                    | class::HAVE
                    | class::MODAL
                    | class::NOT
                    | class::ADVERB
                    | class::GET)
                != 0
                || token.id == w::TO)
    }

    /// The subject at token `i`: of the clause that holds it, or carried over by "and".
    pub(crate) fn owner(&self, i: usize, sentence: &Sentence) -> Owner {
        if let Some(m) = self.mentions.at(i)
            && m.first == i
            && !m.poss
        {
            return Owner::Who(*m);
        }
        let mut t = i;
        let mut thing = false;
        let mut noun_since = false;
        // an "and" directly before the verb: what stands before it belongs to the verb before
        let mut joined = false;
        while t > sentence.first {
            t -= 1;
            let Some(token) = self.tokens.get(t) else { break };
            if token.has(flag::SKIP) && self.mentions.at(t).is_none() {
                continue;
            }
            if let Some(m) = self.mentions.at(t) {
                let m = *m;
                t = m.first;
                if m.poss {
                    if noun_since && !joined {
                        return Owner::Of(m);
                    }
                    noun_since = false;
                    continue;
                }
                if token_is_who(self, m.end, i) {
                    return Owner::Who(m);
                }
                // "when I visited and shows": the verb belongs to somebody before
                if m.subject && m.roles & role::SELF != 0 && i > m.end + 1 && self.singular(i) {
                    joined = false;
                    noun_since = false;
                    continue;
                }
                if m.subject {
                    // a list: "Lily and Tom were"
                    let whole = self.list_around(t).unwrap_or(m);
                    return Owner::Who(whole);
                }
                noun_since = false;
                continue;
            }
            match token.kind {
                Kind::Semi | Kind::Colon | Kind::Dash | Kind::Bullet => {
                    return if thing { Owner::Thing } else { Owner::None };
                }
                Kind::Word => {
                    let bits = token.bits;
                    if self.light(t) {
                        continue;
                    }
                    if matches!(self.lexicon.word(token.id).text.as_ref(), "it" | "there" | "this")
                        && t + 1 < i
                        && self.light(t + 1)
                        || token.id == w::IT && t + 1 == i
                    {
                        return Owner::Thing;
                    }
                    let says = token.id == w::THAT
                        && t > sentence.first
                        && self.bits(t - 1) & (class::SPEECH | class::DOUBT) != 0;
                    if bits & class::CLAUSE != 0 && (token.id != w::THAT || says) {
                        if thing || noun_since && bits & class::PREP == 0 {
                            return Owner::Thing;
                        }
                        continue;
                    }
                    if bits & (class::CONJ | class::PREP) != 0 {
                        joined |= bits & class::CONJ != 0 && !noun_since && !thing;
                        noun_since = false;
                        continue;
                    }
                    if bits & class::DET != 0 {
                        // a noun phrase that opens a clause is a thing as subject
                        let before = t.checked_sub(1).map_or(0, |b| self.bits(b));
                        let opens = t == sentence.first
                            || before & (class::CONJ | class::CLAUSE) != 0
                            || self.tokens.get(t - 1).is_some_and(|p| !p.is_word());
                        if opens && noun_since && !joined {
                            thing = true;
                            if t == sentence.first || before & class::CLAUSE != 0 {
                                return Owner::Thing;
                            }
                        }
                        continue;
                    }
                    let f = token.form;
                    noun_since = f & (form::PAST | form::S) == 0 || f & form::NOUN != 0;
                }
                Kind::Number => noun_since = true,
                _ => {}
            }
        }
        if thing || noun_since && !joined { Owner::Thing } else { Owner::None }
    }

    /// Whether the verb at `t` goes with he, she or it and not with I or we.
    fn singular(&self, t: usize) -> bool {
        let f = self.form(t);
        matches!(self.lexicon.word(self.id(t)).text.as_ref(), "is" | "has")
            || f & form::S != 0 && f & (form::PAST | form::NOUN) == 0
    }

    /// The list of mentions that holds the mention at `t`, if it starts earlier.
    fn list_around(&self, t: usize) -> Option<Mention> {
        let n = self.mentions.at.get(t).copied().unwrap_or(0) as usize;
        (1..4)
            .filter_map(|back| n.checked_sub(1 + back))
            .filter_map(|k| self.mentions.all.get(k))
            .find(|m| m.list_end > t && m.list_end > m.end)
            .copied()
    }
}

fn token_is_who(block: &Block<'_>, t: usize, before: usize) -> bool {
    t < before && block.tokens.get(t).is_some_and(|x| x.id == w::WHO)
        || t + 1 < before
            && block.tokens.get(t).is_some_and(|x| x.kind == Kind::Comma)
            && block.tokens.get(t + 1).is_some_and(|x| x.id == w::WHO)
}

/// Whether roles fit a wish: a known role, or an unknown one softly. Gives whether it fits and whether only softly.
pub(crate) fn fits(roles: u16, wanted: u16) -> Option<bool> {
    if roles & wanted & !role::UNKNOWN != 0 && !(roles & role::PAIR != 0 && wanted & role::PAIR == 0) {
        return Some(roles & role::UNKNOWN != 0 && roles & wanted & (role::S | role::P) == 0);
    }
    if roles & role::UNKNOWN != 0 && wanted & (role::S | role::P) != 0 {
        return Some(true);
    }
    None
}
