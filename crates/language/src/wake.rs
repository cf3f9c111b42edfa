//! Which patterns a sentence can hold at all: a row of set bits for each word, joined over the sentence.

use std::sync::Arc;

use crate::cast::role;
use crate::lexicon::{Lexicon, WordId, class};
use crate::rules::Program;
use crate::token::Token;
use crate::words::{Set, Words, sieve};

/// What a program needs before it is tried.
#[derive(Debug, Default)]
pub(crate) struct Need {
    /// The sets in the order in which a match meets them; no set is written as `NONE`.
    order: [u32; 4],
    /// Set of the words with which a match can start, and whether a mention can start it too; none if anything can.
    first: Option<(u32, bool)>,
    /// The rarest set, and how many tokens before one of its words a match can start.
    anchor: u32,
    reach: usize,
}

/// What a sentence must hold beside a word of the anchor for a program to be tried.
#[derive(Debug)]
struct Check {
    program: u32,
    /// Sets that must each have a word in the sentence, the rarest first, by their bits in the cells; bit 0 is always set.
    all: [u32; 4],
    /// Roles that must be mentioned in the sentence; zero asks for nobody.
    masks: [u16; 4],
    /// The next one has another anchor.
    last: bool,
}

/// Where the anchors and the cells of a word lie.
#[derive(Debug, Clone, Copy)]
struct Row {
    anchors: (u32, u32),
    cells: (u32, u32),
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
///
/// Every program has an anchor, the rarest set of words that it needs. A sentence notes at each anchor where words of it stand, and
/// joins the cells of its words: bits of the other sets that somebody needs. The programs of the anchors are then checked.
#[derive(Debug, Default)]
pub(crate) struct Wake {
    sets: Vec<Arc<Set>>,
    /// For each word where its anchors and cells lie.
    rows: Vec<Row>,
    anchors: Vec<u32>,
    /// Place in the row and bits.
    cells: Vec<(u32, u64)>,
    /// How many places a row has.
    width: usize,
    needs: Vec<Need>,
    /// For each set, where the checks of the programs begin whose anchor it is.
    anchored: Vec<u32>,
    checks: Vec<Check>,
}

/// Lists for each word while they grow: each item knows the one before it of the same word.
struct ByWord<T> {
    ends: Vec<u32>,
    items: Vec<(u32, T)>,
}

impl<T: Copy> ByWord<T> {
    fn new(words: usize) -> Self {
        Self { ends: vec![NONE; words], items: Vec::new() }
    }

    /// The newest item of a word.
    fn last(&mut self, word: WordId) -> Option<&mut T> {
        let end = self.ends.get(word as usize)?;
        self.items.get_mut(*end as usize).map(|(_, item)| item)
    }

    fn push(&mut self, word: WordId, item: T) {
        if let Some(end) = self.ends.get_mut(word as usize) {
            self.items.push((*end, item));
            *end = narrow(self.items.len() - 1);
        }
    }

    /// Puts the lists one after the other and says where each lies.
    fn laid_out(self, out: &mut Vec<T>) -> Vec<(u32, u32)> {
        out.reserve(self.items.len());
        let place = |end: u32| {
            let start = narrow(out.len());
            let mut at = end;
            while let Some((before, item)) = self.items.get(at as usize) {
                out.push(*item);
                at = *before;
            }
            (start, narrow(out.len()))
        };
        self.ends.into_iter().map(place).collect()
    }
}

/// A part of a list.
fn part<T>(list: &[T], (start, end): (u32, u32)) -> &[T] {
    list.get(start as usize..end as usize).unwrap_or(&[])
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(NONE)
}

impl Wake {
    /// A set that holds a word of `everywhere` counts as always there, as it nearly is.
    pub(crate) fn new(programs: &[Program], lexicon: &Lexicon, everywhere: &Words) -> Self {
        let mut wake = Self::default();
        let mut ids = vec![NONE; lexicon.set_count];
        for set in programs.iter().flat_map(|p| {
            let first = p.pattern.first.as_ref().map(|f| &f.words);
            p.pattern.required.iter().map(|(set, _)| set).chain(first)
        }) {
            if let Some(id) = ids.get_mut(set.number).filter(|id| **id == NONE) {
                *id = narrow(wake.sets.len());
                wake.sets.push(Arc::clone(set));
            }
        }
        let id = |set: &Set| ids.get(set.number).copied().filter(|id| *id != NONE);
        // for each anchor the programs, with what else they need
        let mut by_set: Vec<Vec<(usize, Vec<u32>)>> = vec![Vec::new(); wake.sets.len()];
        for (n, p) in programs.iter().enumerate() {
            let known = |(set, far): &(Arc<Set>, usize)| id(set).map(|id| (set.cost, id, *far));
            let mut needed: Vec<(usize, u32, usize)> = p.pattern.required.iter().filter_map(known).collect();
            needed.sort_unstable();
            needed.dedup();
            let (_, anchor, far) = needed.first().copied().unwrap_or_default();
            let first = p.pattern.first.as_ref().and_then(|f| Some((id(&f.words)?, f.mention)));
            let start = first.filter(|(_, mention)| !mention).map(|(set, _)| set);
            if let Some(list) = by_set.get_mut(anchor as usize) {
                list.push((n, needed.iter().skip(1).take(3).map(|(_, id, _)| *id).chain(start).collect()));
            }
            let order = fixed(p.pattern.required.iter().filter_map(|(set, _)| id(set)), NONE);
            wake.needs.push(Need { order, first, anchor, reach: far + 8 });
        }
        let small = |set: &u32| wake.sets.get(*set as usize).is_some_and(|s| everywhere.iter().any(|w| s.has(w)));
        let mut bits = vec![NONE; wake.sets.len()];
        let mut checked: Vec<u32> = Vec::new();
        for set in by_set.iter().flatten().flat_map(|(_, others)| others) {
            if let Some(bit) = bits.get_mut(*set as usize).filter(|bit| **bit == NONE)
                && !small(set)
            {
                *bit = 0;
                checked.push(*set);
            }
        }
        // sets that share words beside each other, so that a word needs few cells; bit 0 is no set's
        checked.sort_by_key(|set| wake.sets.get(*set as usize).map(|set| set.words()));
        checked.insert(0, NONE);
        for (n, set) in (0_u32..).zip(&checked) {
            if let Some(bit) = bits.get_mut(*set as usize) {
                *bit = n;
            }
        }
        for list in by_set {
            wake.anchored.push(if list.is_empty() { NONE } else { narrow(wake.checks.len()) });
            for (n, others) in list {
                let Some(p) = programs.get(n) else { continue };
                let who = p.who.filter(|w| !w.dropped && !w.thing).map(|w| w.mask);
                let all =
                    others.iter().filter_map(|set| bits.get(*set as usize).copied()).filter(|bit| *bit != NONE);
                wake.checks.push(Check {
                    program: narrow(n),
                    all: fixed(all, 0),
                    masks: fixed(p.pattern.masks.iter().copied().chain(who), 0),
                    last: false,
                });
            }
            if let Some(check) = wake.checks.last_mut() {
                check.last = true;
            }
        }
        wake.fill(&checked, lexicon.len());
        wake
    }

    /// Makes the rows of all words; `checked` are the sets of the cells.
    fn fill(&mut self, checked: &[u32], words: usize) {
        let words_of = |set: u32| self.sets.get(set as usize).into_iter().flat_map(|set| set.words().iter());
        let mut anchors = ByWord::new(words);
        for (set, _) in (0_u32..).zip(&self.anchored).filter(|(_, checks)| **checks != NONE) {
            words_of(set).for_each(|word| anchors.push(word, set));
        }
        let mut cells = ByWord::new(words);
        for (bit, set) in (0_u32..).zip(checked) {
            for word in words_of(*set) {
                match cells.last(word) {
                    Some((cell, bits)) if *cell == bit / 64 => *bits |= 1 << (bit % 64),
                    _ => cells.push(word, (bit / 64, 1 << (bit % 64))),
                }
            }
        }
        self.width = checked.len().div_ceil(64);
        let (anchors, cells) = (anchors.laid_out(&mut self.anchors), cells.laid_out(&mut self.cells));
        self.rows = anchors.into_iter().zip(cells).map(|(anchors, cells)| Row { anchors, cells }).collect();
    }

    /// The programs that the words of a sentence can satisfy, in order; `mentions` says for each token who is mentioned there.
    pub(crate) fn programs(&self, tokens: &[Token], mentions: &[u32], roles: u16, scene: &mut Scene) {
        scene.clear(self.sets.len(), self.width);
        scene.length = tokens.len();
        let (turn, masks) = (scene.turn, scene.masks.as_mut_slice());
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.id != 0) {
            let Some(row) = self.rows.get(token.id as usize) else { continue };
            let at = at.min(LATE);
            scene.words.push(Known { id: token.id, at, sieve: sieve(token.id), row: *row });
            for set in part(&self.anchors, row.anchors) {
                if let Some((made, mask)) = masks.get_mut(*set as usize) {
                    if *made != turn {
                        (*made, *mask) = (turn, 0);
                        scene.anchors.push(*set);
                    }
                    *mask |= 1 << at;
                }
            }
        }
        let present = scene.present.as_mut_slice();
        for word in &scene.words {
            for (n, bits) in part(&self.cells, word.row.cells) {
                if let Some(cell) = present.get_mut(*n as usize) {
                    *cell |= bits;
                }
            }
        }
        let has = |bit: u32| present.get(bit as usize / 64).is_some_and(|cell| cell & (1 << (bit % 64)) != 0);
        // each anchor once, however many of its words stand here
        for set in &scene.anchors {
            let mut next = self.anchored.get(*set as usize).copied().unwrap_or(NONE);
            while let Some(check) = self.checks.get(next as usize) {
                if check.all.iter().all(|bit| has(*bit))
                    && check.masks.iter().all(|m| *m == 0 || roles & (m | role::UNKNOWN) != 0)
                {
                    scene.woken.push(check.program);
                }
                next = if check.last { NONE } else { next + 1 };
            }
        }
        if scene.woken.is_empty() {
            return;
        }
        // a program has one anchor, so that none is here twice
        scene.woken.sort_unstable();
        for (at, (token, mention)) in tokens.iter().zip(mentions).enumerate() {
            scene.people |= u64::from(*mention != 0 || token.bits & class::DET != 0) << at.min(LATE);
        }
    }

    /// Where in the sentence words of a set stand, a bit for each token.
    fn mask(&self, scene: &mut Scene, set: u32) -> u64 {
        let (Some(slot), Some(set)) = (scene.masks.get_mut(set as usize), self.sets.get(set as usize)) else {
            return u64::MAX;
        };
        if slot.0 != scene.turn {
            let mut mask = 0;
            for part in scene.words.chunks(64) {
                // first where one can stand, without a branch, which nobody could foretell; then which of them do
                let mut left = 0;
                for word in part.iter().rev() {
                    left = left << 1 | u64::from(set.sieve() & word.sieve != 0);
                }
                while left != 0 {
                    if let Some(word) = part.get(left.trailing_zeros() as usize) {
                        mask |= u64::from(set.has(word.id)) << word.at;
                    }
                    left &= left - 1;
                }
            }
            *slot = (scene.turn, mask);
        }
        slot.1
    }

    /// Where in the sentence a program can begin, a bit for each token.
    pub(crate) fn places(&self, program: u32, scene: &mut Scene) -> u64 {
        let Some(need) = self.needs.get(program as usize) else { return 0 };
        let anchor = self.mask(scene, need.anchor);
        if anchor == 0 {
            return 0;
        }
        let low = (anchor.trailing_zeros() as usize).saturating_sub(need.reach);
        let mut places = match need.first {
            Some((set, mention)) => self.mask(scene, set) | if mention { scene.people } else { 0 },
            None if scene.length > LATE => u64::MAX,
            None => (1 << scene.length) - 1,
        };
        places &= u64::MAX << low;
        if anchor >> LATE == 0 {
            places &= u64::MAX >> anchor.leading_zeros();
        }
        if places == 0 {
            return 0;
        }
        if scene.length >= LATE {
            for at in 0..LATE {
                if places >> at & 1 != 0 && !self.ordered(need, at, scene) {
                    places &= !(1 << at);
                }
            }
            return places;
        }
        // from the last set back: the latest place at which the words still stand in the order in which a match meets them
        let mut before = u64::MAX;
        for set in need.order.into_iter().rev().filter(|set| *set != NONE) {
            let here = self.mask(scene, set) & before;
            if here == 0 {
                return 0;
            }
            before = (1 << (63 - here.leading_zeros())) - 1;
        }
        places & (before << 1 | 1)
    }

    /// Whether the words that a match needs stand behind `at` in the order in which it meets them, in a long sentence.
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
pub(crate) const LATE: usize = 63;

/// A known word of the sentence: its place, its bit and its row.
#[derive(Debug)]
struct Known {
    id: WordId,
    at: usize,
    sieve: u64,
    row: Row,
}

/// What is known of one sentence while its programs are tried; kept from sentence to sentence to save memory.
#[derive(Debug, Default)]
pub(crate) struct Scene {
    /// The sets of the cells that have a word here.
    present: Vec<u64>,
    /// For each set, in which turn its mask was made, and the mask.
    masks: Vec<(u32, u64)>,
    turn: u32,
    words: Vec<Known>,
    /// The anchors that have a word here.
    anchors: Vec<u32>,
    length: usize,
    /// Where somebody is mentioned.
    people: u64,
    /// The programs to try, in order.
    pub(crate) woken: Vec<u32>,
}

impl Scene {
    fn clear(&mut self, sets: usize, width: usize) {
        self.present.clear();
        self.present.push(1);
        self.present.resize(width, 0);
        self.masks.resize(sets, (0, 0));
        self.turn = self.turn.wrapping_add(1).max(1);
        self.words.clear();
        self.anchors.clear();
        self.people = 0;
        self.woken.clear();
    }
}
