//! Sorted lists of word numbers, and sets of them that answer quickly.

use crate::lexicon::WordId;

/// A sorted list of word numbers without doubles.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Words(Vec<WordId>);

impl Words {
    /// Adds words, in any order.
    pub(crate) fn extend(&mut self, ids: impl IntoIterator<Item = WordId>) {
        self.0.extend(ids);
        self.0.sort_unstable();
        self.0.dedup();
    }

    /// The words, from the lowest number up.
    pub(crate) fn iter(&self) -> std::iter::Copied<std::slice::Iter<'_, WordId>> {
        self.0.iter().copied()
    }

    /// A bit for each remainder of the word numbers.
    pub(crate) fn sieve(&self) -> u64 {
        self.iter().fold(0, |s, id| s | sieve(id))
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<WordId> for Words {
    fn from_iter<I: IntoIterator<Item = WordId>>(ids: I) -> Self {
        let mut all = Self::default();
        all.extend(ids);
        all
    }
}

/// Sets of at most this many words are compared with all of them at once.
const FEW: usize = 8;

/// A set of words, never of the unknown word.
#[derive(Debug)]
pub(crate) struct Set {
    /// A bit for each remainder of the word numbers: most words that are not in the set are turned away by it.
    sieve: u64,
    /// The words of a small set.
    few: [WordId; FEW],
    /// For large sets, a bit for each number from the first word's on, in whole cells.
    bits: Box<[u64]>,
    base: u32,
    /// How often one of the words is met, in no unit: a word that is not counted is met now and then.
    pub(crate) cost: usize,
    /// The same words have the same number.
    pub(crate) number: usize,
    words: Words,
}

/// The bit of a word number.
pub(crate) fn sieve(id: WordId) -> u64 {
    1 << (id.wrapping_mul(0x9E37_79B1) >> 26)
}

impl Set {
    /// A set of words, which together are met so often.
    pub(crate) fn new(mut words: Words, often: usize, number: usize) -> Self {
        words.0.shrink_to_fit();
        let known = || words.iter().filter(|id| *id != 0);
        let mut few = [WordId::MAX; FEW];
        let mut bits = Vec::new();
        let base = known().next().unwrap_or(0) / 64;
        if words.len() > FEW {
            let top = words.iter().next_back().unwrap_or(0) / 64;
            bits.resize((top - base) as usize + 1, 0_u64);
            for id in known() {
                if let Some(b) = bits.get_mut((id / 64 - base) as usize) {
                    *b |= 1 << (id % 64);
                }
            }
        } else {
            for (slot, id) in few.iter_mut().zip(known()) {
                *slot = id;
            }
        }
        let cost = words.len() + 4 * often;
        Self { sieve: words.sieve(), few, bits: bits.into_boxed_slice(), base, cost, number, words }
    }

    /// The words of the set.
    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// The bits of its words: a word without one of them is not in the set.
    pub(crate) fn sieve(&self) -> u64 {
        self.sieve
    }

    /// Whether the word is in the set.
    pub(crate) fn has(&self, id: WordId) -> bool {
        if self.sieve & sieve(id) == 0 {
            return false;
        }
        if self.bits.is_empty() {
            // all of them: to stop at the right one costs more than to go on
            return self.few.iter().fold(false, |found, word| found | (*word == id));
        }
        (id / 64)
            .checked_sub(self.base)
            .is_some_and(|cell| self.bits.get(cell as usize).is_some_and(|b| b & (1 << (id % 64)) != 0))
    }
}

#[cfg(test)]
mod tests {
    use super::{Set, Words};

    #[test]
    fn sets_of_every_size_hold_their_words_and_no_others() {
        for size in [1_u32, 8, 9, 40, 300] {
            let words: Words = (0..size).map(|n| 5 + n * 7).collect();
            let set = Set::new(words.clone(), 0, 0);
            for id in 0..4000 {
                assert_eq!(set.has(id), id != 0 && words.iter().any(|w| w == id), "{id} of {size}");
            }
        }
        assert!(!Set::new(Words::default(), 0, 0).has(1), "the control: an empty set holds nothing");
    }
}
