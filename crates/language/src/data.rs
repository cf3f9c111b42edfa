//! The tables that build.rs makes from rules/*.toml and lexicon/*.toml.

/// One rule as written in the data files.
pub(crate) struct StaticRule {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) family: &'static str,
    pub(crate) level: &'static str,
    pub(crate) fix: &'static str,
    pub(crate) what: &'static str,
    pub(crate) why: &'static str,
    pub(crate) ask: &'static str,
    pub(crate) rewrite: &'static str,
    pub(crate) gaps: &'static str,
    pub(crate) engine: &'static str,
    pub(crate) who: &'static str,
    pub(crate) traps: &'static [&'static str],
    pub(crate) options: &'static [&'static str],
    pub(crate) patterns: &'static [&'static str],
    pub(crate) unless: &'static [&'static str],
    pub(crate) unless_near: &'static [&'static str],
    pub(crate) bad: &'static [&'static str],
    pub(crate) good: &'static [&'static str],
}

/// A named set of words.
pub(crate) struct StaticClass {
    pub(crate) name: &'static str,
    pub(crate) words: &'static str,
    pub(crate) verbs: &'static str,
    pub(crate) nouns: &'static str,
    pub(crate) include: &'static str,
}

/// Words that give a suggestion its code.
pub(crate) struct StaticCategory {
    pub(crate) code: &'static str,
    pub(crate) verbs: &'static str,
    pub(crate) with: &'static str,
    pub(crate) to_child: bool,
}

include!(concat!(env!("OUT_DIR"), "/data.rs"));
