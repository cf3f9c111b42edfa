//! Harm without a doer: passives and headline participles whose agent is named nowhere near (INV101, INV103).

use std::collections::BTreeMap;

use crate::block::Block;
use crate::cast::role;
use crate::clause::Owner;
use crate::engine::Candidate;
use crate::lexicon::{class, w};
use crate::matcher::Found;
use crate::morph::form;
use crate::segment::Sentence;
use crate::token::{Kind, flag};

/// Whether a by-phrase in the clause after `t` names who did it; "by the throat" and "by midnight" do not.
pub(crate) fn by_agent(block: &Block<'_>, t: usize, end: usize) -> Option<usize> {
    for i in t..end {
        if matches!(block.kind(i), Kind::Semi | Kind::Colon) {
            return None;
        }
        if block.id(i) != w::BY {
            continue;
        }
        let mut k = i + 1;
        let mut owned = false;
        while k < end && k < i + 5 {
            if let Some(m) = block.mentions.at(k) {
                if m.poss {
                    owned = true;
                    k = m.end + usize::from(block.id(m.end) == w::S);
                    continue;
                }
                return Some(m.list_end.max(m.end));
            }
            let bits = block.bits(k);
            if bits & (class::BODY | class::TIME) != 0 || block.kind(k) == Kind::Number {
                break;
            }
            if block.form(k) & form::ING != 0 && !owned {
                break;
            }
            if block.kind(k) == Kind::Word && bits & (class::DET | class::FILLER | class::ADVERB) == 0 {
                return Some(k + 1);
            }
            k += 1;
        }
    }
    None
}

/// Whether a person who abuses is named as a doer in this sentence before `t`, or anywhere in it as a subject.
pub(crate) fn doer_here(block: &Block<'_>, s: &Sentence) -> bool {
    (s.first..s.end).any(|t| {
        block.mentions.at(t).is_some_and(|m| {
            m.first == t
                && m.subject
                && m.roles & role::P != 0
                && m.roles & role::UNKNOWN == 0
                && m.list_roles & role::PAIR == 0
        })
    })
}

fn patient_ok(block: &Block<'_>, s: &Sentence, be: usize, damage: bool) -> Option<(usize, bool)> {
    let owner = block.owner(be, s);
    let clause_start = |b: &Block<'_>| {
        let mut t = be;
        while t > s.first {
            let p = t - 1;
            let k = b.kind(p);
            if matches!(k, Kind::Semi | Kind::Colon | Kind::Comma | Kind::Bullet | Kind::Dash)
                && !b.has(p, flag::SKIP)
                || b.bits(p) & (class::CLAUSE | class::CONJ) != 0
            {
                break;
            }
            t = p;
        }
        t
    };
    match owner {
        Owner::Who(m) => {
            let r = m.list_roles;
            if r & (role::S | role::C) != 0 && r & (role::P | role::PAIR) == 0 {
                Some((m.first, r & role::UNKNOWN != 0))
            } else if r & role::UNKNOWN != 0 {
                Some((m.first, true))
            } else {
                None
            }
        }
        Owner::Of(m) => {
            if m.roles & (role::P | role::PAIR) != 0 || m.roles & (role::S | role::C | role::UNKNOWN) == 0 {
                return None;
            }
            let thing = (m.end..be).any(|t| block.bits(t) & (class::THING | class::BODY | class::PET) != 0);
            thing.then_some((m.first, m.roles & role::UNKNOWN != 0))
        }
        Owner::Thing => {
            let start = clause_start(block);
            let wanted = if damage {
                class::THING | class::BODY | class::PET
            } else {
                class::BODY | class::PET | class::VICTIM
            };
            (start..be).any(|t| block.bits(t) & wanted != 0).then_some((start, false))
        }
        Owner::None => {
            // a dropped subject: nothing but fillers before the verb
            let mut t = be;
            while t > s.first
                && block.kind(t - 1) == Kind::Word
                && (block.has(t - 1, flag::SKIP) || block.bits(t - 1) & (class::FILLER | class::ADVERB) != 0)
            {
                t -= 1;
            }
            (t == s.first || block.kind(t - 1) != Kind::Word).then_some((be, true))
        }
    }
}

/// Finds passives of harm without an agent in a sentence.
pub(crate) fn find(
    block: &Block<'_>,
    s: &Sentence,
    n: usize,
    engines: &BTreeMap<&'static str, usize>,
    out: &mut Vec<Candidate>,
) {
    if (s.first..s.end).any(|t| block.bits(t) & class::ACCIDENT != 0) {
        return;
    }
    let (Some(full), Some(headline)) = (engines.get("passive"), engines.get("headline")) else { return };
    let verbs = class::HARM | class::DAMAGE;
    for i in s.first..s.end {
        let bits = block.bits(i);
        if bits & verbs == 0 || block.form(i) & form::PP == 0 {
            continue;
        }
        if doer_here(block, s)
            || n.checked_sub(1).and_then(|p| block.sentences.get(p)).is_some_and(|p| doer_did(block, p, i))
        {
            continue;
        }
        if matches!(block.lexicon.word(block.id(i)).text.as_ref(), "terrified" | "frightened" | "scared") {
            continue;
        }
        let stop = clause_end(block, s, i);
        if by_agent(block, i + 1, s.end).is_some() || child_did(block, s, i) {
            continue;
        }
        // the auxiliary to the left
        let mut be = None;
        let mut t = i;
        let mut negative = false;
        while t > s.first {
            t -= 1;
            let b = block.bits(t);
            if b & (class::BE | class::GET) != 0
                || block.id(t) == w::S
                    && block.has(t, flag::TAIL)
                    && block.mentions.at(t.saturating_sub(1)).is_some_and(|m| !m.poss)
            {
                be = Some(t);
                break;
            }
            negative |= b & class::NOT != 0;
            // "was choked, slapped and spat at"
            let listed = b & verbs != 0 && block.form(t) & form::PP != 0
                || block.kind(t) == Kind::Comma
                || block.id(t) == w::AND;
            if b & (class::FILLER | class::ADVERB | class::NOT) == 0 && !listed && !block.has(t, flag::SKIP) {
                break;
            }
        }
        if negative {
            continue;
        }
        if let Some(mut be) = be {
            while be > s.first
                && block.bits(be - 1) & (class::BE | class::HAVE | class::MODAL | class::FILLER | class::ADVERB)
                    != 0
                && block.mentions.at(be - 1).is_none()
            {
                be -= 1;
            }
            if let Some((first, soft)) = patient_ok(block, s, be, bits & class::DAMAGE != 0) {
                let dear = bits & (class::SOFT | class::HARM) == class::SOFT;
                if soft && bits & class::HARM == 0 || dear && !owned_by_family(block, first, be) {
                    continue;
                }
                out.push(Candidate { rule: *full, sentence: n, found: found(first, stop, soft), nursery: false });
            }
            continue;
        }
        if let Some((first, soft)) = headline_patient(block, s, i, bits) {
            out.push(Candidate { rule: *headline, sentence: n, found: found(first, stop, soft), nursery: false });
        }
    }
}

/// "were broken when Ebba sat on them": a child's mishap with a thing.
fn child_did(block: &Block<'_>, s: &Sentence, i: usize) -> bool {
    block.bits(i) & class::DAMAGE != 0
        && (i + 1..(i + 4).min(s.end)).any(|t| {
            matches!(block.lexicon.word(block.id(t)).text.as_ref(), "when" | "as" | "because" | "after")
                && block.mentions.at(t + 1).is_some_and(|m| m.subject && m.list_roles == role::C)
        })
}

/// Something that the survivor or a child owns, or papers, money and phone, which control begins with.
fn owned_by_family(block: &Block<'_>, first: usize, be: usize) -> bool {
    (first..be).any(|t| {
        block.mentions.at(t).is_some_and(|m| m.poss && m.roles & (role::S | role::C) != 0 && m.roles & role::P == 0)
            || matches!(
                block.lexicon.word(block.id(t)).text.as_ref(),
                "passport"
                    | "passports"
                    | "wages"
                    | "purse"
                    | "phone"
                    | "money"
                    | "keys"
                    | "savings"
                    | "benefits"
                    | "fingers"
            )
    })
}

fn found(first: usize, end: usize, soft: bool) -> Found {
    Found { first, end, soft, survivor: None, perpetrator: None, child: None }
}

/// End of the words that belong to the participle, at most seven on.
fn clause_end(block: &Block<'_>, s: &Sentence, i: usize) -> usize {
    let mut t = i + 1;
    while t < s.end && t < i + 7 {
        if !matches!(block.kind(t), Kind::Word | Kind::Number | Kind::Slash)
            || block.bits(t) & (class::CONJ | class::CLAUSE) != 0
        {
            break;
        }
        t += 1;
    }
    t
}

/// The sentence before names the doer of harm.
fn doer_did(block: &Block<'_>, s: &Sentence, _at: usize) -> bool {
    let harm = class::HARM | class::DAMAGE | class::CONTROL;
    doer_here(block, s)
        && (s.first..s.end).any(|t| {
            block.bits(t) & harm != 0 && block.form(t) & (form::PAST | form::S | form::ING | form::BASE) != 0
        })
}

/// "Mother assaulted at bus stop": who, directly before a participle that has no object.
fn headline_patient(block: &Block<'_>, s: &Sentence, i: usize, bits: u64) -> Option<(usize, bool)> {
    if block.bits(i.wrapping_sub(1)) & (class::HAVE | class::MODAL | class::CLAUSE) != 0 {
        return None;
    }
    let next_ok = i + 1 >= s.end
        || !matches!(block.kind(i + 1), Kind::Word | Kind::Number)
        || block.bits(i + 1)
            & (class::PREP | class::CONJ | class::CLAUSE | class::TIME | class::ADVERB | class::FILLER)
            != 0
            && block.mentions.at(i + 1).is_none();
    let mut b = i.checked_sub(1)?;
    while b > s.first && block.has(b, flag::SKIP) {
        b -= 1;
    }
    if b < s.first {
        return None;
    }
    let m = (s.first..=b).rev().find_map(|t| block.mentions.at(t).filter(|m| m.end == b + 1 && !m.poss));
    let opens = |t: usize| {
        t == s.first
            || matches!(
                block.kind(t - 1),
                Kind::Stop
                    | Kind::Colon
                    | Kind::Semi
                    | Kind::Comma
                    | Kind::Bullet
                    | Kind::Dash
                    | Kind::Number
                    | Kind::Close
            )
            || block.id(t - 1) == w::AND
    };
    if let Some(m) = m {
        let person = m.roles & (role::S | role::C) != 0 && m.list_roles & (role::P | role::PAIR) == 0
            || m.roles == role::UNKNOWN && m.how == crate::mention::How::Word;
        return (person
            && next_ok
            && bits & class::HARM != 0
            && opens(m.first)
            && m.how != crate::mention::How::Pronoun)
            .then_some((m.first, m.roles & role::UNKNOWN != 0));
    }
    // "Passport taken."
    let mut t = b;
    let mut owned = false;
    loop {
        if let Some(m) = block.mentions.at(t) {
            if m.roles & role::P != 0 {
                return None;
            }
            owned |= m.poss;
            t = m.first;
        }
        if opens(t) {
            break;
        }
        if b - t > 3
            || t == s.first
            || block.form(t) & (form::PAST | form::S) != 0 && block.bits(t) & class::THING == 0
        {
            return None;
        }
        t -= 1;
    }
    let thing = (t..=b).any(|k| block.bits(k) & (class::THING | class::PET | class::BODY) != 0);
    (next_ok
        && thing
        && bits & class::DAMAGE != 0
        && (owned || block.id(s.first.max(t)) != 0 || block.kind(t) == Kind::Word))
        .then_some((t, false))
}
