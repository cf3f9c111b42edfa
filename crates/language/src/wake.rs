//! Which patterns a sentence can hold at all: a row of set bits for each word, joined over the sentence.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::cast::role;
use crate::lexicon::WordHasher;
use crate::need::cost;
use crate::rules::Program;
use crate::token::Token;
use crate::words::Words;

/// What a program needs before it is tried.
#[derive(Debug, Default)]
pub(crate) struct Need {
    /// Sets that must each have a word in the sentence: the rarest after the anchor; no set is written as `NONE`.
    all: [u32; 5],
    /// The sets in the order in which a match meets them.
    order: [u32; 4],
    /// Set of the words with which a match can start, and whether a mention can start it too; none if anything can.
    first: Option<(u32, bool)>,
    /// The rarest set, and how many tokens before one of its words a match can start.
    anchor: u32,
    reach: usize,
    /// Roles that must be mentioned in the sentence; zero asks for nobody.
    masks: [u16; 4],
}

/// No set.
const NONE: u32 = u32::MAX;

/// The first of a list, and a filler for what is missing.
fn fixed<T: Copy, const N: usize>(items: impl Iterator<Item = T>, filler: T) -> [T; N] {
    let mut out = [filler; N];
    for (to, from) in out.iter_mut().zip(items) {
        *to = from;
    }
    out
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
    /// The sets that hold a small word of the language: taken as present in every sentence, as they nearly are.
    always: Vec<u64>,
}

impl Wake {
    pub(crate) fn new(programs: &[Program], words: usize, common: &Words, everywhere: &Words) -> Self {
        let mut ids: HashMap<&Words, u32, BuildHasherDefault<WordHasher>> = HashMap::default();
        for set in programs.iter().flat_map(|p| {
            p.pattern.required.iter().map(|(set, _)| set.words()).chain(p.pattern.first.as_ref().map(|f| &f.words))
        }) {
            let next = u32::try_from(ids.len()).unwrap_or(0);
            ids.entry(set).or_insert(next);
        }
        let width = ids.len().div_ceil(64);
        let mut rows = vec![0_u64; width * words];
        for (set, n) in &ids {
            for word in set.iter() {
                if let Some(cell) = rows.get_mut(word as usize * width + *n as usize / 64) {
                    *cell |= 1 << (n % 64);
                }
            }
        }
        let mut by_set = vec![Vec::new(); ids.len()];
        let mut needs = Vec::with_capacity(programs.len());
        for (n, p) in programs.iter().enumerate() {
            let mut sets: Vec<(usize, u32, usize)> = p
                .pattern
                .required
                .iter()
                .filter_map(|(s, far)| ids.get(s.words()).map(|id| (cost(s.words(), common), *id, *far)))
                .collect();
            sets.sort_unstable();
            sets.dedup();
            if let Some((_, rarest, _)) = sets.first()
                && let Some(list) = by_set.get_mut(*rarest as usize)
            {
                list.push(u32::try_from(n).unwrap_or(0));
            }
            needs.push(Need {
                all: fixed(sets.iter().skip(1).map(|(_, id, _)| *id), NONE),
                order: fixed(p.pattern.required.iter().filter_map(|(s, _)| ids.get(s.words()).copied()), NONE),
                anchor: sets.first().map_or(0, |s| s.1),
                reach: sets.first().map_or(0, |s| s.2) + 8,
                masks: fixed(
                    p.pattern.masks.iter().copied().chain(p.who.filter(|w| !w.dropped && !w.thing).map(|w| w.mask)),
                    0,
                ),
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
        let mut always = vec![0_u64; width];
        let mut small = vec![false; words];
        for word in everywhere.iter() {
            if let Some(s) = small.get_mut(word as usize) {
                *s = true;
            }
        }
        let mut sparse = Vec::with_capacity(words);
        let mut cells = Vec::new();
        for (row, small) in rows.chunks(width.max(1)).zip(small) {
            let start = u32::try_from(cells.len()).unwrap_or(0);
            for (n, ((bits, anchors), always)) in (0_u32..).zip(row.iter().zip(&anchors).zip(&mut always)) {
                let kept = if small { bits & anchors } else { *bits };
                *always |= bits & !kept;
                if kept != 0 {
                    cells.push((n, kept));
                }
            }
            sparse.push((start, u32::try_from(cells.len()).unwrap_or(0)));
        }
        Self { width, rows, sparse, cells, needs, by_set, anchors, always }
    }

    /// The programs that the words of a sentence can satisfy, in order; `person` says where somebody is mentioned.
    pub(crate) fn programs(&self, tokens: &[Token], roles: u16, person: impl Fn(usize) -> bool, scene: &mut Scene) {
        scene.woken.clear();
        scene.present.clone_from(&self.always);
        scene.masks.resize(self.by_set.len(), (0, 0));
        scene.turn = scene.turn.wrapping_add(1).max(1);
        scene.words.clear();
        scene.people = 0;
        scene.length = tokens.len();
        for (at, token) in tokens.iter().enumerate() {
            if token.id != 0 {
                scene.words.push((token.id as usize * self.width, at.min(LATE)));
            }
            scene.people |= u64::from(person(at)) << at.min(LATE);
            let (start, end) = self.sparse.get(token.id as usize).copied().unwrap_or_default();
            for (n, bits) in self.cells.get(start as usize..end as usize).unwrap_or(&[]) {
                if let Some(present) = scene.present.get_mut(*n as usize) {
                    *present |= bits;
                }
            }
        }
        let has = |set: u32| scene.present.get(set as usize / 64).is_some_and(|b| b & (1 << (set % 64)) != 0);
        for (n, (bits, anchors)) in scene.present.iter().zip(&self.anchors).enumerate() {
            let mut left = bits & anchors;
            while left != 0 {
                let set = n * 64 + left.trailing_zeros() as usize;
                left &= left - 1;
                for program in self.by_set.get(set).map_or(&[] as &[u32], Vec::as_slice) {
                    let fits = |need: &Need| {
                        need.all.iter().all(|s| *s == NONE || has(*s))
                            && need.masks.iter().all(|m| *m == 0 || roles & (m | role::UNKNOWN) != 0)
                            && need.first.is_none_or(|(set, mention)| mention || has(set))
                    };
                    if self.needs.get(*program as usize).is_some_and(fits) {
                        scene.woken.push(*program);
                    }
                }
            }
        }
        scene.woken.sort_unstable();
    }

    /// Where in the sentence words of a set stand, a bit for each token.
    fn mask(&self, scene: &mut Scene, set: u32) -> u64 {
        match scene.masks.get_mut(set as usize) {
            Some((turn, mask)) if *turn == scene.turn => *mask,
            Some(slot) => {
                let mut mask = 0;
                let (cell, bit) = (set as usize / 64, set % 64);
                for (row, at) in &scene.words {
                    mask |= (self.rows.get(row + cell).copied().unwrap_or(0) >> bit & 1) << at;
                }
                *slot = (scene.turn, mask);
                mask
            }
            None => u64::MAX,
        }
    }

    /// The next place, counted from the sentence's start, at or after `from` where a program can begin.
    pub(crate) fn next(&self, program: u32, from: usize, scene: &mut Scene) -> Option<usize> {
        let need = self.needs.get(program as usize)?;
        let anchor = self.mask(scene, need.anchor);
        let low = (anchor.trailing_zeros() as usize).saturating_sub(need.reach);
        let high =
            if anchor >> LATE == 0 { 63_usize.checked_sub(anchor.leading_zeros() as usize)? } else { usize::MAX };
        let starts = match need.first {
            Some((set, mention)) => self.mask(scene, set) | if mention { scene.people } else { 0 },
            None => u64::MAX,
        };
        let last = high.min(scene.length.saturating_sub(1));
        let mut at = from.max(low);
        while at <= last {
            if at < LATE {
                at += (starts >> at).trailing_zeros() as usize;
                if at > last {
                    return None;
                }
            } else if starts >> LATE == 0 {
                return None;
            }
            if self.ordered(need, at, scene) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Whether the words that a match needs stand behind `at` in the order in which it meets them.
    fn ordered(&self, need: &Need, at: usize, scene: &mut Scene) -> bool {
        let mut at = at;
        for set in need.order.into_iter().take_while(|set| *set != NONE) {
            if at >= LATE {
                return true;
            }
            let ahead = self.mask(scene, set) >> at;
            if ahead == 0 {
                return false;
            }
            at += ahead.trailing_zeros() as usize + 1;
        }
        true
    }
}

/// Tokens from here on share the last bit of a mask.
const LATE: usize = 63;

/// What is known of one sentence while its programs are tried; kept from sentence to sentence to save memory.
#[derive(Debug, Default)]
pub(crate) struct Scene {
    /// The sets that have a word here.
    present: Vec<u64>,
    /// For each set, in which turn its mask was made, and the mask.
    masks: Vec<(u32, u64)>,
    turn: u32,
    /// Where the rows of the known words of the sentence start, and their places in it.
    words: Vec<(usize, usize)>,
    length: usize,
    /// Where somebody is mentioned.
    people: u64,
    /// The programs to try, in order.
    pub(crate) woken: Vec<u32>,
}
