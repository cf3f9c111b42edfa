//! The guards: why wording that fits a rule is not a finding after all.

use crate::block::Block;
use crate::cast::role;
use crate::clause::Owner;
use crate::engine::{Candidate, Marks, Profile, Work};
use crate::lexicon::class;
use crate::matcher::{anywhere, try_at};
use crate::mention::How;
use crate::rules::Rule;
use crate::segment::Sentence;
use crate::token::{Kind, flag};

/// Why a candidate is not a finding.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Refusal {
    Off,
    Allowed,
    Context,
    Court,
    Rejected,
    Topic,
    Quoted,
    Reported,
    Hypothetical,
    Negated,
    Act,
    Unless(usize),
    Near(usize),
    Role,
    Surer,
    Alone,
}

impl Work<'_> {
    /// Whether a candidate lies in a name that the pack leaves alone.
    fn allowed(&self, block: &Block<'_>, c: &Candidate) -> bool {
        let Some(sentence) = block.sentences.get(c.sentence) else { return false };
        (sentence.first..c.found.end).any(|t| {
            self.rules
                .allow
                .iter()
                .filter_map(|p| try_at(block, sentence, p, t))
                .any(|f| f.first < c.found.end && f.end > c.found.first)
        })
    }

    /// The guard that silences a candidate, if one does.
    pub(crate) fn refusal(
        &self,
        block: &Block<'_>,
        rule: &Rule,
        c: &Candidate,
        marks: &[Marks],
    ) -> Option<Refusal> {
        let o = rule.options;
        if rule.off || self.config.off.contains(&rule.id) {
            return Some(Refusal::Off);
        }
        if !self.rules.allow.is_empty() && self.allowed(block, c) {
            return Some(Refusal::Allowed);
        }
        if !self.context && !o.any_context && !self.paragraphs.spoken(c.sentence) {
            return Some(Refusal::Context);
        }
        if (o.weak || o.event) && self.context && !self.note && !self.paragraphs.concerned(c.sentence) {
            return Some(Refusal::Context);
        }
        if o.court_off && self.config.profile == Profile::Court {
            return Some(Refusal::Court);
        }
        let mark = marks.get(c.sentence).copied().unwrap_or_default();
        if mark.rejected && rule.engine != "scare" {
            return Some(Refusal::Rejected);
        }
        if mark.clean {
            return Some(Refusal::Topic);
        }
        let (first, end) = (c.found.first, c.found.end);
        if !o.quote {
            let quoted = (first..end).filter(|t| block.has(*t, flag::QUOTED)).count();
            if quoted * 2 >= end - first {
                return Some(Refusal::Quoted);
            }
        }
        if !o.reported && block.has(first, flag::REPORTED) && block.has(end - 1, flag::REPORTED) {
            return Some(Refusal::Reported);
        }
        if !o.hypothetical && block.has(first, flag::HYPO) {
            return Some(Refusal::Hypothetical);
        }
        if !o.negated && negated(block, first) {
            return Some(Refusal::Negated);
        }
        let sentence = block.sentences.get(c.sentence)?;
        if of_the_other(block, rule, first) || child_excused(block, rule, first, sentence) {
            return Some(Refusal::Role);
        }
        let next = c.sentence.checked_add(1).and_then(|n| marks.get(n)).copied().unwrap_or_default();
        if (o.no_acts_same || o.no_acts_near) && mark.act
            || o.no_acts_near && next.act
            || o.no_acts_next && next.harm
        {
            return Some(Refusal::Act);
        }
        if let Some(n) = rule.unless.iter().position(|p| anywhere(block, sentence, p, self.known)) {
            return Some(Refusal::Unless(n));
        }
        if !rule.unless_near.is_empty() {
            for n in [c.sentence.checked_sub(1), Some(c.sentence), Some(c.sentence + 1)].into_iter().flatten() {
                if let Some(s) = block.sentences.get(n)
                    && let Some(n) = rule.unless_near.iter().position(|p| anywhere(block, s, p, self.known))
                {
                    return Some(Refusal::Near(n));
                }
            }
        }
        None
    }
}

/// "Her depression", "his account": his or her at the start of the words, known to be the other one than the family is about.
fn of_the_other(block: &Block<'_>, rule: &Rule, first: usize) -> bool {
    let Some(m) = block.mentions.at(first).filter(|m| m.first == first && m.poss && m.how == How::Pronoun) else {
        return false;
    };
    let known = m.roles & (role::S | role::P | role::C);
    match rule.family {
        "cause_excuse" | "trauma_excuse" | "compliance_as_change" => known == role::S,
        "survivor_pathology" | "survivor_blame" | "discounting" | "failure_to_protect" => known == role::P,
        _ => false,
    }
}

/// "Tom has been receiving anger management": a child's outbursts excuse nobody's violence.
fn child_excused(block: &Block<'_>, rule: &Rule, first: usize, sentence: &Sentence) -> bool {
    let adult = role::S | role::P | role::PAIR | role::THEY | role::UNKNOWN | role::SELF;
    matches!(rule.family, "cause_excuse" | "trauma_excuse")
        && matches!(block.owner(first, sentence), Owner::Who(m) if m.list_roles & role::C != 0 && m.list_roles & adult == 0)
}

/// Whether a negation stands close before, in the same clause.
pub(crate) fn negated(block: &Block<'_>, first: usize) -> bool {
    let mut t = first;
    for _ in 0..4 {
        let Some(before) = t.checked_sub(1) else { return false };
        t = before;
        match block.kind(t) {
            Kind::Word => {}
            Kind::Quote => continue,
            _ => return false,
        }
        let bits = block.bits(t);
        if bits & class::NOT != 0 {
            return true;
        }
        if bits & (class::CLAUSE | class::CONJ) != 0 {
            return false;
        }
    }
    false
}
