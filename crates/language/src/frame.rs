//! Clause frames: a subject, its verbs, and the words that belong to each; no parser.

use crate::block::Block;
use crate::cast::role;
use crate::lexicon::{class, w};
use crate::mention::Mention;
use crate::morph::form;
use crate::segment::Sentence;
use crate::token::{Kind, flag};

/// A verb with the words that belong to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Predicate {
    pub(crate) verb: usize,
    pub(crate) end: usize,
    /// First token of the suggestion.
    pub(crate) first: usize,
    pub(crate) negated: bool,
    pub(crate) future: bool,
}

fn known_verb(block: &Block<'_>, t: usize) -> bool {
    let f = block.form(t);
    if f & (form::PAST | form::S | form::ING | form::PP | form::BASE) != 0 {
        return true;
    }
    block.id(t) == 0 && block.kind(t) == Kind::Word && !block.has(t, flag::CAP) && {
        let word = block.slice(t, t + 1);
        word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
    }
}

fn ing(block: &Block<'_>, t: usize) -> bool {
    block.form(t) & form::ING != 0
        || block.id(t) == 0
            && block.kind(t) == Kind::Word
            && block.slice(t, t + 1).ends_with("ing")
            && block.slice(t, t + 1).len() > 5
}

/// Whether a word after "and" is the next verb of the same subject: "and drives behind her", not "and calls".
fn goes_with(block: &Block<'_>, k: usize) -> bool {
    let f = block.form(k);
    let object =
        block.bits(k + 1) & (class::PREP | class::DET) != 0 && block.id(k + 1) != w::OF && block.id(k + 1) != w::TO
            || block.mentions.at(k + 1).is_some_and(|m| m.first == k + 1 && !m.subject);
    f & form::NOUN == 0 || f & form::PAST != 0 || f & form::S != 0 && object
}

/// The predicates of the subject that ends before `from`: the first verb, then those joined by commas and "and".
pub(crate) fn predicates(block: &Block<'_>, s: &Sentence, m: &Mention, out: &mut Vec<Predicate>) {
    out.clear();
    let mut t = m.list_end.max(m.end);
    // "not to be discussed with Mark, who left": the one who did it all the same
    let who = block.id(t) == w::WHO || block.kind(t) == Kind::Comma && block.id(t + 1) == w::WHO;
    let object = !m.subject && !who;
    let mut first = if object { t } else { m.first };
    let mut searching = true;
    let mut negated = false;
    let mut future = false;
    let mut steps = 0;
    while t < s.end {
        if searching {
            let bits = block.bits(t);
            if block.kind(t) == Kind::Comma && steps == 0 && (block.id(t + 1) == w::WHO || ing(block, t + 1)) {
                t += 1;
                continue;
            }
            if bits & class::NOT != 0 {
                negated = true;
                t += 1;
                continue;
            }
            // "e-mailed"
            let mail = block.tokens.get(t).is_some_and(|x| x.end - x.start == 1)
                && block.slice(t, t + 1) == "e"
                && block.slice(t + 1, t + 2).starts_with("mail");
            if mail
                || block.id(t) == w::WHO
                || block.has(t, flag::SKIP)
                || bits & (class::HAVE | class::FILLER | class::ADVERB) != 0
                    && !(bits & class::HAVE != 0 && own_have(block, t))
            {
                t += 1;
                continue;
            }
            if bits & class::MODAL != 0 || block.id(t) == w::TO {
                future |= block.lexicon.word(block.id(t)).text.as_ref() != "would"
                    && block.lexicon.word(block.id(t)).text.as_ref() != "did"
                    && bits & class::MODAL != 0
                    && !matches!(block.lexicon.word(block.id(t)).text.as_ref(), "does" | "do" | "could");
                future |= block.id(t) == w::TO;
                t += 1;
                continue;
            }
            if bits & class::BE != 0 {
                // was hitting; is to stay
                let next = (t + 1..s.end).find(|k| {
                    !block.has(*k, flag::SKIP)
                        && block.bits(*k) & (class::ADVERB | class::FILLER | class::NOT | class::BE) == 0
                });
                match next {
                    Some(k) if ing(block, k) => {
                        negated |= (t..k).any(|x| block.bits(x) & class::NOT != 0);
                        t = k;
                    }
                    _ => return,
                }
            }
            if !known_verb(block, t) || object && !ing(block, t) {
                return;
            }
            // "has gone on disabling", "keeps ringing"
            let goes_on = matches!(
                block.lexicon.word(block.id(t)).text.as_ref(),
                "gone" | "went" | "goes" | "keeps" | "kept" | "continues" | "continued" | "started" | "began"
            );
            let sets_out = matches!(
                block.lexicon.word(block.id(t)).text.as_ref(),
                "started" | "began" | "continued" | "continues" | "tried" | "tries" | "chose" | "chooses" | "likes"
            );
            // "started to follow her"
            if sets_out && block.id(t + 1) == w::TO && block.form(t + 2) & form::BASE != 0 {
                t += 2;
            }
            if goes_on && let Some(k) = (t + 1..(t + 3).min(s.end)).find(|k| ing(block, *k)) {
                t = k;
            }
            let end = predicate_end(block, s, t);
            out.push(Predicate { verb: t, end, first, negated, future });
            searching = false;
            t = end;
            continue;
        }
        // joined predicates
        let mut k = t;
        let mut joined = false;
        while k < s.end
            && (block.kind(k) == Kind::Comma
                || block.id(k) == w::AND
                || block.bits(k) & (class::FILLER | class::ADVERB) != 0
                || block.id(k) == w::BUT)
        {
            joined |= block.kind(k) == Kind::Comma || block.id(k) == w::AND;
            k += 1;
        }
        if !joined || steps > 5 {
            return;
        }
        steps += 1;
        let mut neg = false;
        let mut fut = false;
        let start = k;
        while k < s.end
            && (block.bits(k) & (class::HAVE | class::MODAL | class::NOT | class::FILLER | class::ADVERB) != 0
                || block.has(k, flag::SKIP))
            && !own_have(block, k)
        {
            neg |= block.bits(k) & class::NOT != 0;
            fut |= matches!(block.lexicon.word(block.id(k)).text.as_ref(), "will" | "should" | "must");
            k += 1;
        }
        let verb = known_verb(block, k) && (k > start || goes_with(block, k)) && block.mentions.at(k).is_none();
        if !verb {
            return;
        }
        let end = predicate_end(block, s, k);
        first = start;
        out.push(Predicate { verb: k, end, first, negated: neg, future: fut });
        t = end;
    }
}

/// "has the car seats in his lock-up": have as a verb of its own.
fn own_have(block: &Block<'_>, t: usize) -> bool {
    block.bits(t) & class::HAVE != 0
        && (block.bits(t + 1) & class::DET != 0
            || block.id(t + 1) != 0 && block.mentions.at(t + 1).is_some_and(|m| block.id(m.end) == w::BY)
            || block.mentions.at(t + 1).is_some_and(|m| m.poss || m.roles & role::C != 0))
}

/// Where the words of a verb end: before a comma or "and" that starts another verb, a new subject, or the clause's end.
fn predicate_end(block: &Block<'_>, s: &Sentence, verb: usize) -> usize {
    let mut t = verb + 1;
    while t < s.end {
        match block.kind(t) {
            Kind::Semi | Kind::Colon | Kind::Bullet => break,
            Kind::Stop if t + 1 >= s.end => break,
            Kind::Comma if !block.has(t, flag::QUOTED) => {
                let mut k = t + 1;
                while block.bits(k) & (class::CONJ | class::ADVERB | class::FILLER | class::HAVE | class::MODAL)
                    != 0
                    && k < s.end
                {
                    k += 1;
                }
                if known_verb(block, k) && block.mentions.at(k).is_none()
                    || block.mentions.at(k).is_some_and(|m| m.subject)
                    || block.bits(k) & class::CLAUSE != 0
                    || block.id(k) == w::WHO
                {
                    break;
                }
                if t > verb + 9 {
                    break;
                }
            }
            Kind::Word => {
                let bits = block.bits(t);
                if (block.id(t) == w::AND || block.id(t) == w::BUT) && !block.has(t, flag::QUOTED) {
                    let mut k = t + 1;
                    while block.bits(k) & (class::ADVERB | class::FILLER | class::HAVE | class::MODAL | class::NOT)
                        != 0
                        && k < s.end
                    {
                        k += 1;
                    }
                    let verb_next = known_verb(block, k) && block.mentions.at(k).is_none() && goes_with(block, k);
                    let subject_next = block.mentions.at(k).is_some_and(|m| {
                        m.subject
                            && (known_verb(block, m.end)
                                || block.bits(m.end) & (class::BE | class::HAVE | class::MODAL) != 0)
                    });
                    if verb_next || subject_next {
                        break;
                    }
                }
                if t > verb + 2
                    && bits & class::CLAUSE != 0
                    && !block.has(t, flag::QUOTED)
                    && block.mentions.at(t + 1).is_some_and(|m| m.roles & role::P == 0)
                    && t > verb + 6
                {
                    break;
                }
            }
            _ => {}
        }
        t += 1;
        if t > verb + 24 {
            break;
        }
    }
    t
}

/// "her hiding Des's pens": a possessive that is the doer of a verb in -ing.
pub(crate) fn gerund_owner(block: &Block<'_>, m: &Mention) -> bool {
    let t = if block.id(m.end) == w::S { m.end + 1 } else { m.end };
    block.form(t) & form::ING != 0 && block.bits(t + 1) & (class::DET | class::PREP) != 0
        || block.form(t) & form::ING != 0 && block.mentions.at(t + 1).is_some()
}

/// The passive before "by Mark": from its subject to the agent.
pub(crate) fn passive_of(block: &Block<'_>, s: &Sentence, by: usize, end: usize) -> Option<Predicate> {
    let verb = (s.first..by).rev().take(10).find(|t| {
        block.form(*t) & form::PP != 0 && block.bits(*t) & (class::BENIGN | class::BE | class::HAVE) == 0
            || block.id(*t) == 0 && block.kind(*t) == Kind::Word && block.slice(*t, t + 1).ends_with("ed")
    })?;
    let mut first = verb;
    while first > s.first && verb - first < 12 {
        let p = first - 1;
        if matches!(block.kind(p), Kind::Semi | Kind::Colon | Kind::Stop)
            || block.bits(p) & (class::CLAUSE) != 0
            // "was bitten, spat at and made to sleep outside by her": one passive
            || block.id(p) == w::AND && block.form(p + 1) & form::PP == 0
        {
            break;
        }
        first = p;
    }
    Some(Predicate {
        verb,
        end,
        first,
        negated: (first..verb).any(|t| block.bits(t) & class::NOT != 0),
        future: (first..verb)
            .any(|t| matches!(block.lexicon.word(block.id(t)).text.as_ref(), "will" | "may" | "should" | "could")),
    })
}
