//! Draft entries from the same frames: who did what to whom, in whose words; and what the survivor did.

use crate::block::Block;
use crate::cast::{People, role};
use crate::engine::{Marks, Work};
use crate::lexicon::{class, w};
use crate::mention::Mention;
use crate::morph::form;
use crate::report::{Behaviour, Effort, Span, Voice};
use crate::segment::Sentence;
use crate::suppress::sentence_hash;
use crate::token::{Kind, flag};

/// A verb with the words that belong to it.
#[derive(Clone, Copy, Debug)]
struct Predicate {
    verb: usize,
    end: usize,
    /// First token of the suggestion.
    first: usize,
    negated: bool,
    future: bool,
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

/// The predicates of the subject that ends before `from`: the first verb, then those joined by commas and "and".
fn predicates(block: &Block<'_>, s: &Sentence, m: &Mention, out: &mut Vec<Predicate>) {
    out.clear();
    let mut t = m.list_end.max(m.end);
    let object = !m.subject;
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
            if block.id(t) == w::WHO
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
        let verb = known_verb(block, k)
            && (block.form(k) & form::NOUN == 0 || k > start || block.form(k) & form::PAST != 0)
            && block.mentions.at(k).is_none();
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
                    let verb_next = known_verb(block, k)
                        && block.mentions.at(k).is_none()
                        && (block.form(k) & form::NOUN == 0 || block.form(k) & form::PAST != 0);
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

fn voice(block: &Block<'_>, t: usize) -> Voice {
    if block.has(t, flag::QUOTED) {
        return Voice::Quotation;
    }
    block.reported.iter().find(|r| r.first <= t && t < r.end).map_or(Voice::Author, |r| {
        if r.roles & role::S != 0 {
            Voice::Survivor
        } else if r.roles & role::C != 0 {
            Voice::Child
        } else if r.roles & role::P != 0 {
            Voice::Perpetrator
        } else {
            Voice::Other
        }
    })
}

fn category(bits: u64, child: bool, body: &Block<'_>, p: &Predicate) -> &'static str {
    let all = (p.verb..p.end).fold(0, |a, t| a | body.bits(t));
    if bits & class::SEXUAL != 0 {
        "sexual"
    } else if all & class::PET != 0 && bits & (class::HARM | class::DAMAGE) != 0 {
        "pets"
    } else if bits & class::STALK != 0 {
        "stalking"
    } else if bits & class::MONITOR != 0 {
        "monitoring"
    } else if bits & class::THREAT != 0 {
        "threats"
    } else if bits & class::PHYSICAL != 0 {
        "physical"
    } else if all & class::ECONOMIC != 0 {
        "economic"
    } else if bits & class::ISOLATE != 0 {
        "isolation"
    } else if all & class::SYSTEMS != 0 {
        "systems"
    } else if bits & class::DAMAGE != 0 && all & class::THING != 0 {
        "property"
    } else if child {
        "using_children"
    } else {
        "emotional"
    }
}

/// Suggests behaviours and efforts, and marks the sentences in which a named person acts.
pub(crate) fn suggest(work: &mut Work<'_>, block: &Block<'_>, offset: usize, marks: &mut [Marks]) {
    let mut found: Vec<Predicate> = Vec::new();
    let family = work.names.with_role(role::S | role::C);
    for (n, s) in block.sentences.iter().enumerate() {
        if s.is_number(&block.tokens) {
            continue;
        }
        work.report.visibility.sentences += 1;
        let mut seen: Vec<usize> = Vec::new();
        let (mut actor_p, mut actor_s, mut actor_c) = (false, false, false);
        let mut t = s.first;
        while t < s.end {
            let Some(m) = block.mentions.at(t).copied() else {
                t += 1;
                continue;
            };
            t = m.end.max(t + 1);
            if m.first < s.first || m.poss && !gerund_owner(block, &m) || block.has(m.first, flag::QUOTED) {
                continue;
            }
            let single = m.list_people.count_ones() == 1;
            let who = m.list_roles;
            if who & role::C != 0 && m.subject {
                actor_c = true;
            }
            if m.subject && who & role::S != 0 && who & role::P == 0 {
                actor_s = true;
            }
            if !single || who & (role::P | role::S | role::UNKNOWN) == 0 {
                continue;
            }
            let agent = m.first.checked_sub(1).filter(|b| block.id(*b) == w::BY);
            if let Some(by) = agent {
                if who & role::P != 0
                    && let Some(p) = passive_of(block, s, by, m.list_end)
                {
                    actor_p |= emit(work, block, s, offset, &m, &p, family, &mut seen, true);
                }
                continue;
            }
            predicates(block, s, &m, &mut found);
            for p in found.drain(..) {
                if seen.contains(&p.verb) {
                    continue;
                }
                if who & role::P != 0 || who & role::UNKNOWN != 0 || against_p(block, &p) {
                    let done = emit(work, block, s, offset, &m, &p, family, &mut seen, false);
                    actor_p |= done && who & role::P != 0;
                } else if who & role::S != 0 {
                    effort(work, block, s, offset, &m, &p, &mut seen);
                }
            }
        }
        if let Some(mark) = marks.get_mut(n) {
            mark.act = actor_p;
        }
        let v = &mut work.report.visibility;
        v.perpetrator_acts += usize::from(actor_p);
        v.survivor_acts += usize::from(actor_s);
        v.child_acts += usize::from(actor_c);
    }
}

/// "her hiding Des's pens": a possessive that is the doer of a verb in -ing.
fn gerund_owner(block: &Block<'_>, m: &Mention) -> bool {
    let t = if block.id(m.end) == w::S { m.end + 1 } else { m.end };
    block.form(t) & form::ING != 0 && block.bits(t + 1) & (class::DET | class::PREP) != 0
        || block.form(t) & form::ING != 0 && block.mentions.at(t + 1).is_some()
}

/// The passive before "by Mark": from its subject to the agent.
fn passive_of(block: &Block<'_>, s: &Sentence, by: usize, end: usize) -> Option<Predicate> {
    let verb = (s.first..by).rev().take(10).find(|t| {
        block.form(*t) & form::PP != 0 && block.bits(*t) & (class::BENIGN | class::BE | class::HAVE) == 0
            || block.id(*t) == 0 && block.kind(*t) == Kind::Word && block.slice(*t, t + 1).ends_with("ed")
    })?;
    let mut first = verb;
    while first > s.first && verb - first < 12 {
        let p = first - 1;
        if matches!(block.kind(p), Kind::Semi | Kind::Colon | Kind::Stop)
            || block.bits(p) & (class::CLAUSE) != 0
            || block.id(p) == w::AND
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

/// An act of the survivor that is force against the person who abuses belongs on the map too, with what it answered.
fn against_p(block: &Block<'_>, p: &Predicate) -> bool {
    block.bits(p.verb) & class::PHYSICAL != 0
        && (p.verb..p.end).any(|t| {
            block
                .mentions
                .at(t)
                .is_some_and(|m| m.first == t && m.roles & role::P != 0 && !m.poss && t <= p.verb + 2)
        })
}

#[expect(clippy::too_many_arguments, reason = "one frame with its surroundings; a struct would only rename them")]
fn emit(
    work: &mut Work<'_>,
    block: &Block<'_>,
    s: &Sentence,
    offset: usize,
    m: &Mention,
    p: &Predicate,
    family: People,
    seen: &mut Vec<usize>,
    passive: bool,
) -> bool {
    let Some(actor) = work.names.label(m.list_people) else { return false };
    let bits = block.bits(p.verb);
    let refusal = bits & class::CONTROL != 0
        || matches!(
            block.lexicon.word(block.id(p.verb)).text.as_ref(),
            "let" | "allow" | "leave" | "give" | "pay" | "return" | "hand"
        );
    if p.negated && !refusal || p.future && !p.negated {
        return false;
    }
    if block.has(p.verb, flag::HYPO) && !passive {
        return false;
    }
    let own = m.list_people;
    let mut targets: People = 0;
    let mut thing = false;
    let mut child = false;
    let mut own_thing = false;
    let mut benign = 0;
    let range = if passive { p.first..p.end } else { p.verb + 1..p.end };
    for t in range {
        let b = block.bits(t);
        thing |= b & class::THING != 0;
        benign |= b & class::BENIGNOBJ;
        if let Some(x) = block.mentions.at(t)
            && x.first == t
        {
            targets |= x.people & family & !own;
            own_thing |= x.poss && x.people & own != 0;
            child |= x.roles & role::C != 0;
        }
    }
    if m.roles & role::UNKNOWN != 0 {
        // both roles open: only plain force against the other adult counts
        let others = work.names.with_role(role::UNKNOWN) & !own;
        targets =
            (p.verb + 1..p.end).filter_map(|t| block.mentions.at(t)).fold(targets, |a, x| a | x.people & others);
        if bits & class::PHYSICAL == 0 || targets == 0 {
            return false;
        }
    }
    if m.roles & role::S != 0 {
        targets = (p.verb + 1..p.end)
            .filter_map(|t| block.mentions.at(t))
            .fold(0, |a, x| a | x.people & !own & !work.names.with_role(role::C));
    }
    let strong = bits & (class::HARM | class::CONTROL | class::DAMAGE | class::ACT) != 0;
    let speech = bits & class::SPEECH != 0;
    let quoted = (p.verb..p.end).any(|t| block.has(t, flag::QUOTED));
    let to_agency = (p.verb + 1..(p.verb + 4).min(p.end))
        .find_map(|t| block.mentions.at(t))
        .is_some_and(|x| x.roles & (role::PRO | role::AGENCY | role::SELF) != 0);
    if m.roles & role::S != 0 && voice(block, p.verb) == Voice::Perpetrator {
        return false;
    }
    let near_target = (p.verb + 1..(p.verb + 7).min(p.end))
        .any(|t| block.mentions.at(t).is_some_and(|x| x.people & family & !own != 0));
    let counts = if passive {
        targets != 0 || strong || thing
    } else if bits & class::BENIGN != 0
        || p.end < p.verb + 2
        || benign != 0 && bits & (class::HARM | class::CONTROL | class::DAMAGE) == 0
    {
        false
    } else if speech {
        !to_agency && (near_target && targets != 0 || quoted && (targets != 0 || thing))
    } else if strong {
        targets != 0 || thing || quoted || bits & (class::HARM | class::CONTROL) != 0 && !own_thing
    } else {
        targets != 0 || thing && !own_thing || quoted
    };
    if !counts {
        return false;
    }
    let first = if passive {
        p.first
    } else if p.first == m.first {
        m.first
    } else {
        p.first
    };
    seen.push(p.verb);
    let (Some(a), Some(z)) = (block.tokens.get(first), p.end.checked_sub(1).and_then(|e| block.tokens.get(e)))
    else {
        return false;
    };
    let names = work.names;
    let list: Vec<String> = (0..names.labels.len())
        .filter(|n| targets & (1 << n) != 0)
        .filter_map(|n| names.labels.get(n).cloned())
        .collect();
    let when = when(block, s);
    work.report.behaviours.push(Behaviour {
        actor: actor.to_owned(),
        act: block.slice(if passive { p.first } else { p.verb }, p.end).to_owned(),
        targets: list,
        category: category(bits, child, block, p),
        span: Span { byte_start: offset + a.start as usize, byte_end: offset + z.end as usize, ..Span::default() },
        voice: voice(block, p.verb),
        child_present: (s.first..s.end).any(|t| block.mentions.at(t).is_some_and(|x| x.roles & role::C != 0)),
        when,
        sentence: sentence_hash(block.slice(s.first, s.end)),
    });
    true
}

fn when(block: &Block<'_>, s: &Sentence) -> Vec<String> {
    let mut out = Vec::new();
    let mut t = s.first;
    while t < s.end {
        let starts = block.bits(t) & class::TIME != 0
            || block.kind(t) == Kind::Number && block.bits(t + 1) & class::TIME != 0;
        if starts {
            let first = t;
            while t < s.end && (block.bits(t) & class::TIME != 0 || block.kind(t) == Kind::Number) {
                t += 1;
            }
            out.push(block.slice(first, t).to_owned());
        }
        t += 1;
    }
    out
}

fn effort(
    work: &mut Work<'_>,
    block: &Block<'_>,
    s: &Sentence,
    offset: usize,
    m: &Mention,
    p: &Predicate,
    seen: &mut Vec<usize>,
) {
    let bits = block.bits(p.verb);
    if bits & class::EFFORT == 0 || p.negated || p.future || block.has(p.verb, flag::HYPO) {
        return;
    }
    let Some(actor) = work.names.label(m.list_people) else { return };
    let children = work.names.with_role(role::C);
    let targets = (p.verb + 1..p.end).filter_map(|t| block.mentions.at(t)).fold(0, |a, x| a | x.people & children);
    let (Some(a), Some(z)) = (block.tokens.get(p.first), p.end.checked_sub(1).and_then(|e| block.tokens.get(e)))
    else {
        return;
    };
    seen.push(p.verb);
    let names = work.names;
    work.report.visibility.efforts += 1;
    work.report.efforts.push(Effort {
        actor: actor.to_owned(),
        act: block.slice(p.verb, p.end).to_owned(),
        targets: (0..names.labels.len())
            .filter(|n| targets & (1 << n) != 0)
            .filter_map(|n| names.labels.get(n).cloned())
            .collect(),
        span: Span { byte_start: offset + a.start as usize, byte_end: offset + z.end as usize, ..Span::default() },
        voice: voice(block, p.verb),
        sentence: sentence_hash(block.slice(s.first, s.end)),
    });
}
