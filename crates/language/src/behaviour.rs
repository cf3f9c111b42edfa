//! Draft entries from the same frames: who did what to whom, in whose words; and what the survivor did.

use crate::block::Block;
use crate::cast::{People, role};
use crate::engine::{Marks, Work};
use crate::frame::{Predicate, gerund_owner, passive_of, predicates};
use crate::lexicon::{class, w};
use crate::mention::Mention;
use crate::report::{Behaviour, Effort, Voice};
use crate::segment::Sentence;
use crate::sense::{breaks, decides, everyday, looms, no_person, particle};
use crate::suppress::sentence_hash;
use crate::token::flag;
use crate::when::when;

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

/// Suggests behaviours and efforts, and marks the sentences in which a named person acts.
pub(crate) fn suggest(work: &mut Work<'_>, block: &Block<'_>, offset: usize, marks: &mut [Marks]) {
    let mut found: Vec<Predicate> = Vec::new();
    let family = work.names.with_role(role::S | role::C);
    let mut acted = false;
    for (n, s) in block.sentences.iter().enumerate() {
        if s.is_number(&block.tokens) {
            continue;
        }
        work.report.visibility.sentences += 1;
        let before = (work.report.behaviours.len(), work.report.efforts.len());
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
            mark.harm = actor_p
                && seen.iter().any(|v| block.bits(*v) & (class::HARM | class::CONTROL | class::DAMAGE) != 0);
        }
        let seen = crate::noticed::Seen {
            behaviours: if actor_p { work.report.behaviours.len() - before.0 } else { 0 },
            efforts: work.report.efforts.len() - before.1,
            answered: actor_p || acted,
        };
        acted = actor_p;
        if seen.behaviours + seen.efforts > 0 {
            crate::noticed::notice(work.report, block, s, offset, seen);
        }
        let v = &mut work.report.visibility;
        v.perpetrator_acts += usize::from(actor_p);
        v.survivor_acts += usize::from(actor_s);
        v.child_acts += usize::from(actor_c);
    }
}

/// An act of the survivor that is force against the person who abuses belongs on the map too, with what it answered.
fn against_p(block: &Block<'_>, p: &Predicate) -> bool {
    !particle(block, p.verb)
        && block.bits(p.verb) & class::PHYSICAL != 0
        && (p.verb..p.end).any(|t| {
            block
                .mentions
                .at(t)
                // "slapped Mark", "slapped Mark's hand away"
                .is_some_and(|m| {
                    let part = block.bits(m.end + usize::from(block.id(m.end) == w::S)) & class::BODY != 0;
                    m.first == t && m.roles & role::P != 0 && (!m.poss || part) && t <= p.verb + 2
                })
        })
}

/// "has said that he will ring her uncle": what he says he will do to somebody, or with something of theirs.
fn threatens(block: &Block<'_>, p: &Predicate, own: People) -> bool {
    let word = |t: usize| block.lexicon.word(block.id(t)).text.as_ref();
    (p.verb + 1..(p.verb + 7).min(p.end)).any(|t| {
        let himself = block.mentions.at(t).is_some_and(|m| m.first == t && m.subject && m.people == own && !m.poss);
        let modal = (t + 1..t + 3).find(|k| matches!(word(*k), "will" | "would" | "going"));
        himself
            && modal.is_some_and(|m| {
                let first = if word(m) == "going" { m + 2 } else { m + 1 };
                (first..(first + 3).min(p.end)).any(|k| {
                    block.form(k) & crate::morph::form::BASE != 0
                        && block.bits(k) & (class::HARM | class::CONTROL | class::DAMAGE | class::ACT) != 0
                        && block.bits(k) & class::BENIGN == 0
                        || block.has(k, flag::QUOTED)
                })
            })
    })
}

/// "told the school that she was drinking": what he tells an agency about the survivor or a child.
fn tells_of(block: &Block<'_>, p: &Predicate) -> bool {
    (p.verb + 1..(p.verb + 12).min(p.end)).any(|t| {
        let word = block.lexicon.word(block.id(t)).text.as_ref();
        (block.id(t) == w::THAT || matches!(word, "say" | "saying" | "claim" | "claiming"))
            && block.mentions.at(t + 1).is_some_and(|m| m.subject && m.roles & (role::S | role::C) != 0)
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
    let lemma = block.lexicon.word(block.lexicon.word(block.id(p.verb)).lemma).text.as_ref();
    let refusal = bits & class::CONTROL != 0
        || matches!(lemma, "let" | "allow" | "permit" | "leave" | "give" | "pay" | "return" | "hand");
    if p.negated && !refusal || p.future && !p.negated {
        return false;
    }
    if block.has(p.verb, flag::HYPO) && !passive {
        return false;
    }
    let own = m.list_people;
    let mut targets: People = 0;
    let mut thing = false;
    let mut own_thing = false;
    let mut aside: People = 0;
    let mut benign = 0;
    let range = if passive { p.first..p.end } else { p.verb + 1..p.end };
    let mut beyond = false;
    let mut body = false;
    for t in range {
        let b = block.bits(t);
        // what stands after "when" or "because" is not the object
        beyond |= !passive && t > p.verb && b & class::CLAUSE != 0;
        thing |= b & class::THING != 0 && !beyond;
        // her work, her scan: what is hers is not harmless to touch
        let hers =
            block.mentions.all.get(..block.mentions.all.partition_point(|x| x.first < t)).is_some_and(|l| {
                l.last().is_some_and(|x| x.poss && x.people & family & !own != 0 && t <= x.end + 1)
            });
        let someones = block.mentions.at(t.saturating_sub(1)).is_some_and(|x| x.poss && x.people & own == 0);
        body |= someones && b & class::BODY != 0;
        if !hers && t <= p.verb + 4 {
            benign |= b & class::BENIGNOBJ;
        }
        if let Some(x) = block.mentions.at(t)
            && x.first == t
            && !no_person(block, t)
        {
            // a thing of a child's may be meant for somebody else, and what stands after "because" is not acted on: left open
            let part = block.bits(x.end + usize::from(block.id(x.end) == w::S)) & class::BODY != 0;
            if beyond || x.poss && x.roles & role::C != 0 && !part {
                aside |= x.people & family & !own;
            } else {
                targets |= x.people & family & !own;
            }
            own_thing |= x.poss && x.people & own != 0;
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
    let touched = targets | aside;
    let strong = bits & (class::HARM | class::CONTROL | class::DAMAGE | class::ACT) != 0;
    let speech = bits & class::SPEECH != 0;
    let quoted = (p.verb..p.end).any(|t| block.has(t, flag::QUOTED));
    let to_agency = (p.verb + 1..(p.verb + 6).min(p.end))
        .find_map(|t| block.mentions.at(t))
        .is_some_and(|x| x.roles & (role::PRO | role::AGENCY | role::SELF) != 0);
    // what he says she did, and what somebody is said to allege
    let his_words = |t: usize| {
        let subject = (s.first..t).rev().find_map(|k| block.mentions.at(k).filter(|x| x.subject && x.first == k));
        block.bits(t) & class::SPEECH != 0 && subject.is_some_and(|x| x.roles & role::P != 0)
    };
    let alleged = || (s.first..p.verb).any(|t| block.bits(t) & class::DOUBT != 0 || his_words(t));
    if m.roles & role::S != 0 && (voice(block, p.verb) == Voice::Perpetrator || alleged()) {
        return false;
    }
    // "there is no evidence that he would harm him"
    if p.verb > 0
        && block.lexicon.word(block.id(p.verb - 1)).text.as_ref() == "would"
        && (s.first..m.first).any(|t| block.bits(t) & class::NOT != 0)
    {
        return false;
    }
    let word = |t: usize| block.lexicon.word(block.id(t)).text.as_ref();
    let have = bits & class::HAVE != 0;
    // "has had her letters sent to the club", "had her by the neck", "decides who may ring"
    let caused = have
        && (p.verb + 2..p.end).any(|t| {
            block.form(t) & crate::morph::form::PP != 0
                && block.bits(t) & (class::DAMAGE | class::HARM | class::CONTROL | class::SOFT) != 0
                && block.mentions.at(t).is_none()
        });
    let gripped = have
        && (p.verb + 1..p.end).any(|t| word(t) == "by" && (t + 1..t + 4).any(|k| block.bits(k) & class::BODY != 0));
    let near_target = (p.verb + 1..(p.verb + 7).min(p.end))
        .any(|t| block.mentions.at(t).is_some_and(|x| x.people & family & !own != 0));
    let claims = bits & class::DOUBT != 0 && !quoted || speech && block.id(p.verb + 1) == w::THAT && !quoted;
    let threat = speech && !to_agency && threatens(block, p, own);
    let calls = matches!(lemma, "ring" | "phone" | "call" | "email" | "write" | "text" | "message" | "contact");
    let told_of = (speech && to_agency || calls) && tells_of(block, p);
    let counts = if passive {
        // "threats were made by him"
        let violence = (p.first..p.verb).any(|t| block.bits(t) & class::VIOLENCE != 0);
        !particle(block, p.verb)
            && (touched != 0 || bits & (class::HARM | class::CONTROL) != 0 || thing || violence)
    } else if threat || told_of {
        true
    } else if claims
        || particle(block, p.verb)
        || everyday(block, p.verb)
        || bits & class::BENIGN != 0
        || p.end < p.verb + 2
        || benign != 0 && bits & (class::HARM | class::CONTROL | class::DAMAGE) == 0
    {
        false
    } else if caused
        || gripped
        || decides(block, p.verb)
        || looms(block, p.verb, p.end)
        || breaks(block, p.verb) && !own_thing
    {
        true
    } else if speech {
        !to_agency && (near_target && touched != 0 || quoted && (touched != 0 || thing))
    } else if strong {
        touched != 0 || thing || quoted || bits & class::HARM != 0 && !own_thing && !to_agency
    } else {
        touched != 0 || thing && !own_thing || quoted || body
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
    let Some(span) = block.place(first, p.end, offset) else { return false };
    let names = work.names;
    let (list, target_ids) = names.people(targets);
    let children = names.with_role(role::C);
    let when = when(block, s, p);
    work.report.behaviours.push(Behaviour {
        actor: actor.to_owned(),
        actor_id: names.id(m.list_people),
        act: block.slice(if passive { p.first } else { p.verb }, p.end).to_owned(),
        targets: list,
        target_ids,
        category: work.rules.categories.behaviour(block, p, targets & children != 0 && targets & !children == 0),
        span,
        voice: voice(block, p.verb),
        child_present: (s.first..s.end).any(|t| block.mentions.at(t).is_some_and(|x| x.roles & role::C != 0)),
        when,
        sentence: sentence_hash(block.slice(s.first, s.end)),
        sentence_span: block.place(s.first, s.end, offset).unwrap_or_default(),
    });
    true
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
    let Some(span) = block.place(p.first, p.end, offset) else { return };
    seen.push(p.verb);
    let names = work.names;
    let (list, target_ids) = names.people(targets);
    work.report.visibility.efforts += 1;
    work.report.efforts.push(Effort {
        actor: actor.to_owned(),
        actor_id: names.id(m.list_people),
        act: block.slice(p.verb, p.end).to_owned(),
        targets: list,
        target_ids,
        category: work.rules.categories.effort(block, p),
        when: when(block, s, p),
        span,
        voice: voice(block, p.verb),
        sentence: sentence_hash(block.slice(s.first, s.end)),
        sentence_span: block.place(s.first, s.end, offset).unwrap_or_default(),
    });
}
