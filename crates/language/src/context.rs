//! What a paragraph is about: wording that may be harmless is judged only where something speaks of abuse.

use crate::block::Block;
use crate::cast::role;
use crate::engine::Marks;
use crate::lexicon::class;
use crate::mention::How;
use crate::token::flag;

/// What is known about each sentence's paragraph.
#[derive(Debug, Default)]
pub(crate) struct Paragraphs {
    /// For each sentence, its paragraph.
    of: Vec<usize>,
    /// For each paragraph, whether words of it speak of abuse.
    spoken: Vec<bool>,
    /// For each paragraph, whether words, acts or names in it point to abuse.
    signed: Vec<bool>,
    /// The same, or several findings that alone may be harmless.
    about: Vec<bool>,
    /// For each paragraph, whether it speaks of abuse, tells of harm or names somebody of the case.
    first: Vec<bool>,
    /// At least half of the paragraphs point to abuse.
    mostly: bool,
}

impl Paragraphs {
    /// Reads a block.
    pub(crate) fn new(block: &Block<'_>, marks: &[Marks]) -> Self {
        let mut all = Self::default();
        let domestic = block.lexicon.id("domestic");
        for (n, s) in block.sentences.iter().enumerate() {
            if n == 0 || block.has(s.first, flag::BLANK) {
                all.spoken.push(false);
                all.signed.push(false);
                all.about.push(false);
                all.first.push(false);
            }
            let paragraph = all.spoken.len() - 1;
            all.of.push(paragraph);
            let (mut bits, mut couple) = (0, false);
            for t in s.first..s.end {
                if !block.has(t, flag::QUOTED) {
                    bits |= block.bits(t);
                    couple |= block.bits(t) & class::PAIR != 0 && block.id(t + 1) != crate::lexicon::w::OF;
                }
            }
            // "the abuse of referees": the pitch and the queue are about something else
            let spoken = bits & class::ACCIDENT == 0
                && (bits & class::CONTEXT != 0
                    || couple && bits & class::VIOLENCE != 0
                    || a_domestic(block, s, domestic));
            let named = || {
                let from = block.mentions.all.partition_point(|m| m.first < s.first);
                let here = block.mentions.all.get(from..).unwrap_or(&[]).iter().take_while(|m| m.first < s.end);
                here.into_iter().any(|m| {
                    m.proper && m.roles & (role::S | role::P | role::C | role::UNKNOWN) != 0
                        || m.how != How::Pronoun
                            && block.bits(m.first) & (class::PARTNER | class::PERP | class::VICTIM) != 0
                })
            };
            let harm = marks.get(n).is_some_and(|m| m.harm);
            if let Some(p) = all.spoken.last_mut() {
                *p |= spoken;
            }
            let plain = spoken || harm || named();
            let signed = plain || bits & class::SIGN != 0;
            if let Some(p) = all.first.last_mut() {
                *p |= plain;
            }
            for list in [&mut all.signed, &mut all.about] {
                if let Some(p) = list.last_mut() {
                    *p |= signed;
                }
            }
        }
        let plain = all.first.iter().filter(|s| **s).count();
        all.mostly = 2 * plain >= all.first.len();
        all
    }

    /// The number of the sentence's paragraph.
    pub(crate) fn paragraph(&self, sentence: usize) -> Option<usize> {
        self.of.get(sentence).copied()
    }

    /// Whether the words of the sentence's paragraph speak of abuse.
    pub(crate) fn spoken(&self, sentence: usize) -> bool {
        self.of.get(sentence).and_then(|p| self.spoken.get(*p)).copied().unwrap_or(false)
    }

    /// Whether anything in the sentence's paragraph points to abuse.
    pub(crate) fn about(&self, sentence: usize) -> bool {
        self.of.get(sentence).and_then(|p| self.about.get(*p)).copied().unwrap_or(false)
    }

    /// Whether words, acts or names in the sentence's paragraph point to abuse.
    pub(crate) fn signed(&self, sentence: usize) -> bool {
        self.of.get(sentence).and_then(|p| self.signed.get(*p)).copied().unwrap_or(false)
    }

    /// Whether the sentence's paragraph, or at least half of all, speaks of abuse, tells of harm or names somebody.
    pub(crate) fn concerned(&self, sentence: usize) -> bool {
        self.mostly || self.of.get(sentence).and_then(|p| self.first.get(*p)).copied().unwrap_or(false)
    }

    /// Two findings of different rules that may each be harmless are hardly both so.
    pub(crate) fn count(&mut self, found: impl Iterator<Item = (usize, usize)>) {
        let mut last = None;
        for (sentence, rule) in found {
            let Some(paragraph) = self.of.get(sentence).copied() else { continue };
            if last.is_some_and(|(p, r)| p == paragraph && r != rule)
                && let Some(p) = self.about.get_mut(paragraph)
            {
                *p = true;
            }
            last = Some((paragraph, rule));
        }
    }

    /// A clear finding says what the paragraph is about.
    pub(crate) fn mark(&mut self, sentence: usize) {
        let Some(paragraph) = self.of.get(sentence) else { return };
        for list in [&mut self.about, &mut self.signed] {
            if let Some(p) = list.get_mut(*paragraph) {
                *p = true;
            }
        }
    }

    /// A short note in a case with both roles is about that case if it speaks of the family at all.
    pub(crate) fn settle_note(&mut self, block: &Block<'_>, note: bool) {
        let family = role::S | role::P | role::C | role::PAIR | role::UNKNOWN;
        let spoken_of = || block.mentions.all.iter().any(|m| m.roles & family != 0);
        if note || self.about.len() == 1 && spoken_of() {
            self.about.fill(true);
            self.signed.fill(true);
        }
    }

    /// In a text that is mostly about abuse, every paragraph is.
    pub(crate) fn settle(&mut self) {
        let about = self.about.iter().filter(|a| **a).count();
        if about >= 3 && about * 2 >= self.about.len() {
            self.about.fill(true);
            self.signed.fill(true);
        }
    }
}

/// "A domestic occurred": the noun, and not a flight or a cleaner.
fn a_domestic(block: &Block<'_>, s: &crate::segment::Sentence, domestic: u32) -> bool {
    let word = |t: usize| block.lexicon.word(block.id(t)).text.as_ref();
    (s.first + 1..s.end).any(|t| {
        block.id(t) == domestic
            && matches!(word(t - 1), "a" | "the" | "this" | "another" | "verbal" | "last")
            && (t + 1 >= s.end
                || block.kind(t + 1) != crate::token::Kind::Word
                || matches!(
                    word(t + 1),
                    "occurred" | "happened" | "took" | "at" | "between" | "incident" | "incidents" | "dispute"
                ))
    })
}
