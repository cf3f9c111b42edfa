//! Ties he, she, they and "her partner" to people: nearest that fits, this sentence before the last, else nobody.

use crate::cast::{Names, People, role};
use crate::lexicon::{Lexicon, class, w};
use crate::mention::{How, Mention, Mentions};
use crate::morph::form;
use crate::segment::Sentence;
use crate::token::{Kind, Token};

/// State that lasts from block to block: what the text has shown about who is he and who is she.
pub(crate) struct Pronouns<'a> {
    pub(crate) tokens: &'a [Token],
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) names: &'a Names,
    pub(crate) gender: &'a mut Vec<i32>,
}

fn only(people: People) -> Option<usize> {
    (people.count_ones() == 1).then(|| people.trailing_zeros() as usize)
}

impl Pronouns<'_> {
    fn bits(&self, t: usize) -> u64 {
        self.tokens.get(t).map_or(0, |t| t.bits)
    }

    fn sign(&self, m: &Mention) -> i32 {
        let b = self.bits(m.first);
        if b & class::SHE != 0 {
            -1
        } else if b & class::HE != 0 {
            1
        } else {
            0
        }
    }

    /// Learns from sentences in which only one person can be meant.
    pub(crate) fn learn(&mut self, sentences: &[Sentence], mentions: &Mentions) {
        let mut last: Vec<(usize, bool)> = Vec::new();
        let mut k = 0;
        for s in sentences {
            if s.is_number(self.tokens) {
                continue;
            }
            let mut here: Vec<(usize, bool)> = Vec::new();
            let mut signs: Vec<(usize, i32)> = Vec::new();
            while let Some(m) = mentions.all.get(k) {
                if m.first >= s.end {
                    break;
                }
                k += 1;
                if m.how == How::Pronoun {
                    let sign = self.sign(m);
                    if sign == 0 {
                        continue;
                    }
                    let pool = if here.is_empty() { &last } else { &here };
                    let mut persons: Vec<usize> = pool.iter().map(|(p, _)| *p).collect();
                    persons.dedup();
                    persons.sort_unstable();
                    persons.dedup();
                    if let [one] = persons.as_slice()
                        && let Some(weight) = self.weight(m, *one, sign, &here)
                    {
                        signs.push((*one, sign * weight));
                    }
                } else if let Some(p) = only(m.people)
                    && m.roles & (role::S | role::P | role::C | role::UNKNOWN | role::PRO | role::OTHER) != 0
                    && m.roles & role::PAIR == 0
                {
                    here.push((p, m.subject));
                }
            }
            // "Anna keeps a note of when he came to her": both pronouns, one name, so nothing is learnt
            for (p, sign) in &signs {
                if !signs.iter().any(|(q, other)| q == p && other.signum() != sign.signum())
                    && let Some(g) = self.gender.get_mut(*p)
                {
                    *g += sign;
                }
            }
            if !here.is_empty() {
                last = here;
            }
        }
    }

    /// How much a pronoun tells of the only person it can name: "she" much; "her work" after "Kyle sat outside" little, and
    /// nothing where the name speaks against it, for it may be somebody who is not named; "weighs her" nothing, as it is
    /// hardly the one who weighs.
    fn weight(&self, m: &Mention, person: usize, sign: i32, here: &[(usize, bool)]) -> Option<i32> {
        let doer = here.iter().any(|(p, subject)| *p == person && *subject);
        let word = self.lexicon.word(self.tokens.get(m.first).map_or(0, |t| t.id)).text.as_ref();
        match word {
            "she" | "he" => Some(3),
            _ if !doer => Some(3),
            _ if self.names.gender.get(person).is_some_and(|g| g * sign < 0) => None,
            _ if word == "him" || word == "her" && !self.owns(m.first) => None,
            _ => Some(1),
        }
    }

    fn fits(&self, person: usize, sign: i32) -> Option<i32> {
        let g = self.gender.get(person).copied().unwrap_or(0);
        if g * sign < 0 && g.abs() > 1 { None } else { Some(if g * sign > 0 { 25 } else { 0 }) }
    }

    /// Whether "her" at this token owns the next word.
    fn owns(&self, t: usize) -> bool {
        let Some(token) = self.tokens.get(t) else { return false };
        if token.id == w::HIS {
            return true;
        }
        if token.id != w::HER {
            return matches!(self.lexicon.word(token.id).text.as_ref(), "their" | "our" | "my" | "your" | "its");
        }
        let Some(next) = self.tokens.get(t + 1) else { return false };
        if !matches!(next.kind, Kind::Word | Kind::Number) {
            return false;
        }
        let b = next.bits;
        let f = next.form;
        let noun = f & form::NOUN != 0;
        b & (class::PREP
            | class::CONJ
            | class::CLAUSE
            | class::DET
            | class::BE
            | class::MODAL
            | class::HAVE
            | class::NOT)
            == 0
            && next.id != w::TO
            && (noun || f & form::PAST == 0 && !self.lets(t))
            && !matches!(
                self.lexicon.word(next.id).text.as_ref(),
                "again" | "when" | "while" | "twice" | "alone" | "back" | "out" | "and"
            )
    }

    /// "let her phone", "made her sleep": a verb that takes somebody and a bare verb.
    fn lets(&self, t: usize) -> bool {
        let Some(before) = t.checked_sub(1).and_then(|b| self.tokens.get(b)) else { return false };
        matches!(
            self.lexicon.word(before.id).text.as_ref(),
            "let"
                | "lets"
                | "letting"
                | "make"
                | "makes"
                | "made"
                | "making"
                | "help"
                | "helps"
                | "helped"
                | "see"
                | "saw"
                | "hear"
                | "heard"
                | "watch"
                | "watched"
                | "have"
        )
    }

    /// Decides every pronoun, then the words that need an owner ("her partner", "his mother").
    pub(crate) fn resolve(&self, sentences: &[Sentence], mentions: &mut Mentions) {
        let mut start_of_last = 0;
        let mut start_of_second = 0;
        let mut k = 0;
        for s in sentences {
            let first_here = k;
            while k < mentions.all.len() {
                let Some(m) = mentions.all.get(k).copied() else { break };
                if m.first >= s.end {
                    break;
                }
                if m.how == How::Pronoun && m.roles & role::SELF == 0 {
                    let (people, roles, poss) =
                        self.pronoun(&m, k, first_here, start_of_last, start_of_second, mentions);
                    let subject = matches!(
                        self.lexicon.word(self.tokens.get(m.first).map_or(0, |t| t.id)).text.as_ref(),
                        "she" | "he" | "they"
                    );
                    if let Some(slot) = mentions.all.get_mut(k) {
                        slot.people = people;
                        slot.roles = roles;
                        slot.poss = poss;
                        slot.subject = subject;
                        slot.list_people = people;
                        slot.list_roles = roles;
                    }
                } else if m.how == How::Word {
                    self.owned(k, mentions);
                }
                k += 1;
            }
            if !s.is_number(self.tokens) && k > first_here {
                start_of_second = start_of_last;
                start_of_last = first_here;
            }
        }
    }

    fn pronoun(
        &self,
        m: &Mention,
        k: usize,
        here: usize,
        last: usize,
        second: usize,
        mentions: &Mentions,
    ) -> (People, u16, bool) {
        let poss = self.owns(m.first);
        let sign = self.sign(m);
        if sign == 0 {
            // they: children, the pair, or open
            let back = mentions.all.get(last..k).unwrap_or(&[]).iter().rev();
            for b in back {
                if b.how != How::Pronoun
                    && (b.list_roles & role::PAIR != 0
                        || b.list_roles == role::C && b.list_people.count_ones() != 1)
                {
                    return (
                        b.list_people,
                        b.list_roles | if b.list_roles == role::C { 0 } else { role::THEY },
                        poss,
                    );
                }
            }
            return (0, role::THEY, poss);
        }
        let object = matches!(self.tokens.get(m.first).map(|t| t.id), Some(w::HIM))
            || self.tokens.get(m.first).is_some_and(|t| t.id == w::HER) && !poss;
        let mut best: Option<(i32, usize)> = None;
        let clause_subject =
            mentions.all.get(here..k).unwrap_or(&[]).iter().rev().find(|x| x.subject).and_then(|x| only(x.people));
        for (n, c) in mentions.all.get(second..k).unwrap_or(&[]).iter().enumerate() {
            let n = second + n;
            let Some(p) = only(c.people) else { continue };
            if c.roles & role::PAIR != 0 {
                continue;
            }
            if n >= here
                && mentions
                    .all
                    .get(here..k)
                    .unwrap_or(&[])
                    .iter()
                    .any(|x| x.how == How::Pronoun && only(x.people) == Some(p) && self.sign(x) == -sign)
            {
                continue;
            }
            let Some(mut score) = self.fits(p, sign) else { continue };
            if n >= here {
                let distance = i32::try_from(m.first.saturating_sub(c.first)).unwrap_or(i32::MAX);
                let agent = c.first > 0 && self.tokens.get(c.first - 1).is_some_and(|t| t.id == w::BY);
                score += if c.subject || agent {
                    30
                } else if c.poss {
                    20
                } else {
                    15
                } - (distance / 3).min(14);
                if c.how == How::Pronoun && self.sign(c) == sign {
                    score += 12;
                }
            } else if n >= last {
                score += if c.subject { 13 } else { 6 };
            } else {
                score += 2;
            }
            if self.names.roles.get(p).is_some_and(|r| r & role::C != 0) {
                score -= 7;
            }
            if self.names.roles.get(p).is_some_and(|r| r & (role::PRO | role::OTHER) != 0) {
                score -= 10;
            }
            if object && clause_subject == Some(p) {
                score -= 45;
            }
            if best.is_none_or(|(b, _)| score >= b) {
                best = Some((score, p));
            }
        }
        if let Some((score, p)) = best
            && score > -5
        {
            return (1 << p, self.names.roles.get(p).copied().unwrap_or(role::UNKNOWN), poss);
        }
        let adults = self.names.with_role(role::S | role::P | role::UNKNOWN);
        let fit: Vec<usize> = (0..self.names.roles.len())
            .filter(|p| {
                adults & (1 << p) != 0
                    && self.gender.get(*p).copied().unwrap_or(0) * sign > 0
                    && !(object && clause_subject == Some(*p))
            })
            .collect();
        if let [one] = fit.as_slice() {
            return (1 << one, self.names.roles.get(*one).copied().unwrap_or(role::UNKNOWN), poss);
        }
        if object && let Some(subject) = clause_subject {
            // the other adult
            let other = self.names.with_role(role::S | role::P) & !(1 << subject);
            if let Some(p) = only(other)
                && self.fits(p, sign).is_some()
            {
                return (other, self.names.roles.get(p).copied().unwrap_or(role::UNKNOWN), poss);
            }
        }
        (0, role::UNKNOWN, poss)
    }

    /// "her partner" is the other adult; "his mother" is a parent if he is a child and a relative if he is not.
    fn owned(&self, k: usize, mentions: &mut Mentions) {
        let Some(m) = mentions.all.get(k).copied() else { return };
        let bits = self.bits(m.first);
        let wanted = class::PARTNER | class::MOTHER | class::FATHER | class::AGENCY;
        let lawyer = matches!(
            self.lexicon.word(self.tokens.get(m.first).map_or(0, |t| t.id)).text.as_ref(),
            "lawyer" | "solicitor" | "barrister" | "counsel"
        );
        if bits & wanted == 0 || bits & class::AGENCY != 0 && !lawyer {
            return;
        }
        let Some(owner) = k.checked_sub(1).and_then(|o| mentions.all.get(o)).copied() else { return };
        let between = m.first.saturating_sub(owner.end);
        if !owner.poss || between > 2 {
            return;
        }
        let adult = owner.roles & (role::S | role::P) != 0 && owner.roles & role::PAIR == 0;
        let (people, roles) = if lawyer {
            (0, if owner.roles & role::P != 0 { role::OTHER } else { role::AGENCY })
        } else if bits & class::PARTNER != 0 {
            if owner.roles == role::S {
                (self.names.with_role(role::P), role::P)
            } else if owner.roles == role::P {
                (self.names.with_role(role::S), role::S)
            } else if owner.roles & role::OTHER != 0 {
                (0, role::OTHER)
            } else {
                (0, role::P | role::UNKNOWN)
            }
        } else if adult {
            (0, role::OTHER)
        } else {
            return;
        };
        if let Some(slot) = mentions.all.get_mut(k) {
            slot.people = people;
            slot.roles = roles;
            slot.list_people = people;
            slot.list_roles = roles;
        }
    }
}
