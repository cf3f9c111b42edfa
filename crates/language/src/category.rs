//! Codes of packs/base for suggestions, from the words of the act: `categories.toml`.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::block::Block;
use crate::data::{BEHAVIOURS, EFFORTS, StaticCategory};
use crate::frame::Predicate;
use crate::lexicon::Lexicon;
use crate::words::{Set, Words};

/// One entry made ready.
#[derive(Debug, Clone)]
struct Category {
    code: &'static str,
    verbs: Option<Arc<Set>>,
    with: Option<Arc<Set>>,
    to_child: bool,
}

/// All entries, in order.
#[derive(Debug, Default, Clone)]
pub(crate) struct Categories {
    behaviours: Vec<Category>,
    efforts: Vec<Category>,
}

/// The codes that suggestions can carry, for a test against the pack: behaviours and efforts.
#[must_use]
pub fn category_codes() -> (Vec<&'static str>, Vec<&'static str>) {
    let codes = |list: &[StaticCategory]| {
        list.iter().map(|c| c.code).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    };
    (codes(BEHAVIOURS), codes(EFFORTS))
}

impl Categories {
    pub(crate) fn new(lexicon: &mut Lexicon) -> Self {
        let mut read = |list: &'static [StaticCategory]| {
            list.iter()
                .map(|c| {
                    let verbs: Words = c
                        .verbs
                        .split_whitespace()
                        .flat_map(|v| lexicon.intern_lemma(v).iter().map(|(id, _)| *id).collect::<Vec<_>>())
                        .collect();
                    let with: Words = c.with.split_whitespace().map(|v| lexicon.intern(v)).collect();
                    let mut set = |ids: Words| (!ids.is_empty()).then(|| lexicon.set(ids));
                    Category { code: c.code, verbs: set(verbs), with: set(with), to_child: c.to_child }
                })
                .collect()
        };
        Self { behaviours: read(BEHAVIOURS), efforts: read(EFFORTS) }
    }

    fn first(list: &[Category], block: &Block<'_>, p: &Predicate, child_only: bool) -> &'static str {
        let with = |set: &Arc<Set>| (p.first.min(p.verb)..p.end).any(|t| t != p.verb && set.has(block.id(t)));
        list.iter()
            .find(|c| {
                (!c.to_child || child_only)
                    && c.verbs.as_ref().is_none_or(|s| s.has(block.id(p.verb)))
                    && c.with.as_ref().is_none_or(with)
            })
            .map_or("", |c| c.code)
    }

    /// Code of a behaviour; empty if no entry fits.
    pub(crate) fn behaviour(&self, block: &Block<'_>, p: &Predicate, child_only: bool) -> &'static str {
        Self::first(&self.behaviours, block, p, child_only)
    }

    /// Code of an effort; empty if no entry fits.
    pub(crate) fn effort(&self, block: &Block<'_>, p: &Predicate) -> &'static str {
        Self::first(&self.efforts, block, p, false)
    }
}
