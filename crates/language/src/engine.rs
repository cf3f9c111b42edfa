//! The check itself: blocks, candidates, guards, merge and order. A pure function.

use serde::{Deserialize, Serialize};

use crate::block::Block;
use crate::cast::{Cast, Names, role};
use crate::clause::{Owner, fits};
use crate::context::Paragraphs;
use crate::explain;
use crate::guard::Refusal;
use crate::lexicon::{class, w};
use crate::matcher::{Found, latest, may_start, try_at};
use crate::report::Report;
use crate::rules::{Act, Program, Rules, Who};
use crate::segment::Sentence;
use crate::tongue::Read;
use crate::wake::{LATE, Scene};

/// For whom the text is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// Notes, assessments, plans.
    #[default]
    General,
    /// Pleadings and schedules, where "alleges" may be required.
    Court,
}

/// How to check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// For whom the text is written.
    pub profile: Profile,
    /// Rules that are off, by id.
    pub off: Vec<String>,
    /// Sentences whose findings are kept with a reason: rule id and sentence hash.
    pub kept: Vec<(String, String)>,
    /// Give the frames as well.
    pub explain: bool,
    /// Also try the patterns that are not yet precise; what they find is a note.
    pub nursery: bool,
    /// Comments in the text may keep a finding, as in Markdown.
    pub markers: bool,
}

/// A possible finding before the guards have spoken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) rule: usize,
    pub(crate) sentence: usize,
    pub(crate) found: Found,
    /// Comes from a pattern of the nursery.
    pub(crate) nursery: bool,
}

/// Marks on a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Marks {
    pub(crate) rejected: bool,
    pub(crate) clean: bool,
    /// A named person does something concrete in it.
    pub(crate) act: bool,
    /// That act is one of harm or control.
    pub(crate) harm: bool,
}

/// Blocks end at a line break or a sentence after this many bytes.
const BLOCK: usize = 48 * 1024;

/// A text of at most this many bytes, in a case with both roles, is a note about that case.
const NOTE: usize = 1200;

/// Cuts the text where a block may end.
fn blocks(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        let mut end = (start + BLOCK).min(bytes.len());
        if end < bytes.len() {
            let window = bytes.get(end..(end + BLOCK).min(bytes.len())).unwrap_or(&[]);
            let cut = window
                .iter()
                .position(|b| *b == b'\n')
                .map(|p| p + 1)
                .filter(|p| *p < BLOCK / 2)
                .or_else(|| window.windows(2).position(|w| matches!(w, [b'.' | b'!' | b'?', b' '])).map(|p| p + 1))
                .or_else(|| window.iter().position(|b| *b == b' '))
                .unwrap_or(window.len());
            end += cut;
            while end < bytes.len() && !text.is_char_boundary(end) {
                end += 1;
            }
        }
        out.push((start, end));
        start = end;
    }
    out
}

/// Checks a text. The same bytes in give the same bytes out, on any machine and any number of threads.
#[must_use]
pub fn analyse(text: &str, cast: &Cast, config: &Config) -> Report {
    analyse_with(Rules::standard(), text, cast, config)
}

/// Checks a text with given rules (our own with an agency's additions).
#[must_use]
pub fn analyse_with(rules: &Rules, text: &str, cast: &Cast, config: &Config) -> Report {
    let mut report = Report::default();
    let whole = text;
    let parts = match crate::tongue::read(text, &rules.lexicon) {
        Read::All => None,
        Read::Parts(parts) => {
            report.notes.push(
                "Some paragraphs do not seem to be in English. Only English is read; they were not checked."
                    .to_owned(),
            );
            Some(parts)
        }
        Read::Nothing => {
            report.notes.push(
                "This text does not seem to be in English. Only English is read; nothing was checked.".to_owned(),
            );
            return report;
        }
    };
    let text = parts.as_deref().unwrap_or(text);
    let names = Names::new(cast, |word| {
        rules.lexicon.bits(rules.lexicon.id(word)) & (class::COMMONNAME | class::MODALNAME) != 0
    });
    let mut gender = names.gender.clone();
    let mut work = Work {
        rules,
        names: &names,
        config,
        report: &mut report,
        paragraphs: Paragraphs::default(),
        alone: text.len() <= BLOCK,
        note: text.len() <= NOTE,
        known: names.with_role(role::S) != 0 && names.with_role(role::P) != 0,
        context: names.with_role(role::S | role::P | role::UNKNOWN) != 0,
    };
    for (start, end) in blocks(text) {
        let part = text.get(start..end).unwrap_or("");
        let block = Block::new(part, &rules.lexicon, &names, &mut gender);
        work.block(&block, start);
    }
    if config.markers {
        crate::marker::keep(text, &mut report);
    }
    crate::document::judge(&mut report, &names);
    crate::places::fill(whole, &mut report);
    report
}

/// What the work on one text shares.
pub(crate) struct Work<'w> {
    pub(crate) rules: &'w Rules,
    pub(crate) names: &'w Names,
    pub(crate) config: &'w Config,
    pub(crate) report: &'w mut Report,
    /// The case is about domestic abuse.
    pub(crate) context: bool,
    /// The text is one block.
    pub(crate) alone: bool,
    /// The text is short enough to be a note about the case.
    pub(crate) note: bool,
    /// Both roles are given, so that an exception must not rest on a guess.
    pub(crate) known: bool,
    /// What each paragraph is about.
    pub(crate) paragraphs: Paragraphs,
}

impl Work<'_> {
    fn block(&mut self, block: &Block<'_>, offset: usize) {
        let mut marks = vec![Marks::default(); block.sentences.len()];
        let mut candidates = Vec::new();
        crate::behaviour::suggest(self, block, offset, &mut marks);
        self.paragraphs = Paragraphs::new(block, &marks);
        if self.known && self.alone {
            self.paragraphs.settle_note(block, self.note);
        }
        let engines = self.rules.engines();
        let (mut scene, mut mention) = (Scene::default(), 0);
        for (n, sentence) in block.sentences.iter().enumerate() {
            while block.mentions.all.get(mention).is_some_and(|m| m.first < sentence.first) {
                mention += 1;
            }
            let here =
                block.mentions.all.get(mention..).unwrap_or(&[]).iter().take_while(|m| m.first < sentence.end);
            let roles = here.fold(0, |r, m| r | m.roles | m.list_roles);
            let tokens = block.tokens.get(sentence.first..sentence.end).unwrap_or(&[]);
            let mentions = block.mentions.at.get(sentence.first..sentence.end).unwrap_or(&[]);
            self.rules.wake.programs(tokens, mentions, roles, &mut scene);
            let woken = std::mem::take(&mut scene.woken);
            for p in &woken {
                self.wake(block, n, sentence, *p, &mut scene, &mut marks, &mut candidates);
            }
            scene.woken = woken;
            crate::passive::find(block, sentence, n, &engines, &mut candidates);
        }
        crate::quoted::find(block, &engines, &mut candidates);
        candidates.sort_by_key(|c| (c.found.first, c.found.end, c.rule));
        if self.config.explain {
            crate::trace::sentences(self, block);
        }
        for c in self.merge(block, candidates, &marks) {
            explain::push(self, block, offset, &c);
        }
    }

    /// Tries one program everywhere in a sentence.
    #[expect(
        clippy::too_many_arguments,
        reason = "one sentence with its surroundings; a struct would only rename them"
    )]
    fn wake(
        &self,
        block: &Block<'_>,
        n: usize,
        sentence: &Sentence,
        p: u32,
        scene: &mut Scene,
        marks: &mut [Marks],
        out: &mut Vec<Candidate>,
    ) {
        let Some(program) = self.rules.programs.get(p as usize) else { return };
        if program.nursery && !self.config.nursery {
            return;
        }
        let mut from = 0;
        let mut left = self.rules.wake.places(p, scene);
        while left != 0 {
            let place = left.trailing_zeros() as usize;
            left &= left - 1;
            // the late places of a long sentence share a bit
            let last =
                if place < LATE { sentence.first + place } else { latest(block, sentence, &program.pattern) };
            for at in place..(last + 1).saturating_sub(sentence.first) {
                if at >= from
                    && (place < LATE || may_start(block, &program.pattern, sentence.first + at))
                    && let Some(found) = try_at(block, sentence, &program.pattern, sentence.first + at)
                {
                    from = found.end.saturating_sub(sentence.first);
                    self.act(block, n, sentence, program, found, marks, out);
                }
            }
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one match with its surroundings; a struct would only rename them"
    )]
    fn act(
        &self,
        block: &Block<'_>,
        n: usize,
        sentence: &Sentence,
        program: &Program,
        found: Found,
        marks: &mut [Marks],
        out: &mut Vec<Candidate>,
    ) {
        match program.act {
            Act::Find(rule) => {
                if let Some(found) = self.whose(block, sentence, program.who, found) {
                    out.push(Candidate { rule, sentence: n, found, nursery: program.nursery });
                }
            }
            Act::Reject => {
                if let Some(m) = marks.get_mut(n) {
                    m.rejected = true;
                }
            }
            Act::RejectLast => {
                for back in [n.checked_sub(1), n.checked_sub(2)].into_iter().flatten() {
                    if let Some(m) = marks.get_mut(back) {
                        m.rejected = true;
                    }
                    if block.sentences.get(back).is_none_or(|s| !s.is_number(&block.tokens)) {
                        break;
                    }
                }
            }
            Act::Clean => {
                if let Some(m) = marks.get_mut(n) {
                    m.clean = true;
                }
            }
        }
    }

    /// Checks the subject; a role on trust makes the finding soft.
    fn whose(&self, block: &Block<'_>, sentence: &Sentence, who: Option<Who>, mut found: Found) -> Option<Found> {
        let Some(who) = who else { return Some(found) };
        // words that begin with the ending of "Anna's" speak of what is hers
        let owner = found
            .first
            .checked_sub(1)
            .filter(|_| block.id(found.first) == w::S)
            .and_then(|before| block.mentions.at(before))
            .filter(|m| m.poss)
            .map_or_else(|| block.owner(found.first, sentence), |m| Owner::Of(*m));
        match owner {
            Owner::Who(m) => {
                found.soft |= fits(m.list_roles, who.mask)?;
                let place = Some((m.first, m.end));
                if m.list_roles & role::P != 0 && m.list_roles & role::S == 0 {
                    found.perpetrator = found.perpetrator.or(place);
                } else if m.list_roles & role::S != 0 {
                    found.survivor = found.survivor.or(place);
                }
                Some(found)
            }
            Owner::Of(m) if who.owned => {
                found.soft |= fits(m.roles, who.mask)?;
                Some(found)
            }
            Owner::None if who.dropped && self.carried(block, sentence, who.mask) => {
                found.soft = true;
                Some(found)
            }
            Owner::Thing if who.thing => Some(found),
            _ => None,
        }
    }

    /// Without a written subject the sentence before decides: it must not be about somebody else.
    fn carried(&self, block: &Block<'_>, sentence: &Sentence, mask: u16) -> bool {
        let before = block.mentions.all.partition_point(|m| m.first < sentence.first);
        let near = block.mentions.all.get(before.saturating_sub(6)..before).unwrap_or(&[]);
        let last = near
            .iter()
            .rev()
            .find(|m| m.subject && m.list_roles & (role::S | role::P | role::C | role::UNKNOWN | role::PAIR) != 0);
        last.is_none_or(|m| fits(m.list_roles, mask).is_some())
    }

    /// The guards, then one finding for overlapping ones of a family.
    fn merge(&mut self, block: &Block<'_>, candidates: Vec<Candidate>, marks: &[Marks]) -> Vec<Candidate> {
        let mut kept: Vec<Candidate> = Vec::new();
        let mut refusals = Vec::with_capacity(candidates.len());
        for c in &candidates {
            let rule = self.rules.rules.get(c.rule);
            let refusal = rule.and_then(|rule| self.refusal(block, rule, c, marks));
            if refusal.is_none() && rule.is_some_and(|r| !r.options.weak && !r.options.event) {
                self.paragraphs.mark(c.sentence);
            }
            refusals.push(refusal);
        }
        let mut end = 0;
        let mut apart = Vec::new();
        for (c, refusal) in candidates.iter().zip(&refusals) {
            if refusal.is_none() && c.found.first >= end {
                apart.push((c.sentence, c.rule));
                end = c.found.end;
            }
        }
        self.paragraphs.count(apart.into_iter());
        self.paragraphs.settle();
        for (c, refusal) in candidates.iter().zip(&mut refusals) {
            let Some(rule) = self.rules.rules.get(c.rule) else { continue };
            let weak = rule.options.weak && !self.paragraphs.about(c.sentence)
                || rule.options.event && !self.paragraphs.signed(c.sentence);
            *refusal = refusal.or(weak.then_some(Refusal::Context));
        }
        crate::surer::settle(&self.rules.rules, &self.paragraphs, marks, &candidates, &mut refusals);
        for (c, refusal) in candidates.into_iter().zip(refusals) {
            let Some(rule) = self.rules.rules.get(c.rule) else { continue };
            if self.config.explain {
                let line = crate::trace::candidate(block, rule, &c, refusal.as_ref());
                self.report.trace.push(line);
            }
            if refusal.is_some() {
                continue;
            }
            let twin = kept.iter_mut().rev().take(12).find(|k| {
                k.found.end > c.found.first
                    && c.found.end > k.found.first
                    && self.rules.rules.get(k.rule).is_some_and(|r| r.family == rule.family)
            });
            match twin {
                Some(k) => {
                    if c.found.end - c.found.first > k.found.end - k.found.first {
                        *k = c;
                    }
                }
                None => kept.push(c),
            }
        }
        kept
    }
}
