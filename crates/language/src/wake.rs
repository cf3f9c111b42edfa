//! Which patterns a sentence can hold at all: a row of set bits for each word, joined over the sentence.

use std::collections::{BTreeMap, BTreeSet};

use crate::cast::role;
use crate::lexicon::WordId;
use crate::need::cost;
use crate::rules::Program;

/// What a program needs before it is tried.
#[derive(Debug, Default)]
pub(crate) struct Need {
    /// Sets that must each have a word in the sentence.
    pub(crate) all: Vec<u32>,
    /// Set of the words with which a match can start, and whether a mention can start it too; none if anything can.
    pub(crate) first: Option<(u32, bool)>,
    /// The rarest set, and how many tokens before one of its words a match can start.
    pub(crate) anchor: u32,
    pub(crate) reach: usize,
    /// Roles that must be mentioned in the sentence.
    masks: Vec<u16>,
}

/// Index of words and programs.
#[derive(Debug, Default)]
pub(crate) struct Wake {
    width: usize,
    rows: Vec<u64>,
    /// For each word, where its cells that are not empty lie in `cells`.
    sparse: Vec<(u32, u32)>,
    /// Place in the row and bits.
    cells: Vec<(u32, u64)>,
    pub(crate) needs: Vec<Need>,
    /// For each set, the programs whose rarest need it is.
    by_set: Vec<Vec<u32>>,
    /// The sets that are some program's rarest need.
    anchors: Vec<u64>,
}

impl Wake {
    pub(crate) fn new(programs: &[Program], words: usize, common: &BTreeSet<WordId>) -> Self {
        let mut ids: BTreeMap<&BTreeSet<WordId>, u32> = BTreeMap::new();
        for set in programs.iter().flat_map(|p| {
            p.pattern.required.iter().map(|(set, _)| set).chain(p.pattern.first.as_ref().map(|f| &f.words))
        }) {
            let next = u32::try_from(ids.len()).unwrap_or(0);
            ids.entry(set).or_insert(next);
        }
        let width = ids.len().div_ceil(64);
        let mut rows = vec![0_u64; width * words];
        for (set, n) in &ids {
            for word in *set {
                if let Some(cell) = rows.get_mut(*word as usize * width + *n as usize / 64) {
                    *cell |= 1 << (n % 64);
                }
            }
        }
        let mut sparse = Vec::with_capacity(words);
        let mut cells = Vec::new();
        for row in rows.chunks(width.max(1)) {
            let start = u32::try_from(cells.len()).unwrap_or(0);
            cells.extend((0_u32..).zip(row).filter(|(_, b)| **b != 0).map(|(n, b)| (n, *b)));
            sparse.push((start, u32::try_from(cells.len()).unwrap_or(0)));
        }
        let mut by_set = vec![Vec::new(); ids.len()];
        let mut needs = Vec::with_capacity(programs.len());
        for (n, p) in programs.iter().enumerate() {
            let mut sets: Vec<(usize, u32, usize)> = p
                .pattern
                .required
                .iter()
                .filter_map(|(s, far)| ids.get(s).map(|id| (cost(s, common), *id, *far)))
                .collect();
            sets.sort_unstable();
            sets.dedup();
            if let Some((_, rarest, _)) = sets.first()
                && let Some(list) = by_set.get_mut(*rarest as usize)
            {
                list.push(u32::try_from(n).unwrap_or(0));
            }
            needs.push(Need {
                all: sets.iter().skip(1).map(|(_, id, _)| *id).collect(),
                anchor: sets.first().map_or(0, |s| s.1),
                reach: sets.first().map_or(0, |s| s.2) + 8,
                masks: p
                    .pattern
                    .masks
                    .iter()
                    .copied()
                    .chain(p.who.filter(|w| !w.dropped && !w.thing).map(|w| w.mask))
                    .collect(),
                first: p.pattern.first.as_ref().and_then(|f| Some((ids.get(&f.words).copied()?, f.mention))),
            });
        }
        let mut anchors = vec![0_u64; width];
        for (set, list) in by_set.iter().enumerate() {
            if !list.is_empty()
                && let Some(cell) = anchors.get_mut(set / 64)
            {
                *cell |= 1 << (set % 64);
            }
        }
        Self { width, rows, sparse, cells, needs, by_set, anchors }
    }

    /// Whether a word is in a set.
    pub(crate) fn has(&self, word: WordId, set: u32) -> bool {
        word != 0
            && self
                .rows
                .get(word as usize * self.width + set as usize / 64)
                .is_some_and(|b| b & (1 << (set % 64)) != 0)
    }

    /// The programs that the words of a sentence can satisfy, in order.
    pub(crate) fn programs(
        &self,
        words: impl Iterator<Item = WordId>,
        roles: u16,
        present: &mut Vec<u64>,
        out: &mut Vec<u32>,
    ) {
        out.clear();
        present.clear();
        present.resize(self.width, 0);
        for word in words {
            if word == 0 {
                continue;
            }
            let (start, end) = self.sparse.get(word as usize).copied().unwrap_or_default();
            for (n, bits) in self.cells.get(start as usize..end as usize).unwrap_or(&[]) {
                if let Some(p) = present.get_mut(*n as usize) {
                    *p |= bits;
                }
            }
        }
        let has = |set: u32| present.get(set as usize / 64).is_some_and(|b| b & (1 << (set % 64)) != 0);
        for (n, (bits, anchors)) in present.iter().zip(&self.anchors).enumerate() {
            let mut left = bits & anchors;
            while left != 0 {
                let set = n * 64 + left.trailing_zeros() as usize;
                left &= left - 1;
                for program in self.by_set.get(set).map_or(&[] as &[u32], Vec::as_slice) {
                    let fits = |need: &Need| {
                        need.masks.iter().all(|m| roles & (m | role::UNKNOWN) != 0)
                            && need.all.iter().all(|s| has(*s))
                    };
                    if self.needs.get(*program as usize).is_some_and(fits) {
                        out.push(*program);
                    }
                }
            }
        }
        out.sort_unstable();
    }
}
