//! The tables that build.rs makes from rules/*.toml and lexicon/*.toml.

/// One rule as written in the data files, or in an agency's pack.
pub(crate) struct StaticRule<'a> {
    pub(crate) id: &'a str,
    pub(crate) name: &'a str,
    pub(crate) family: &'a str,
    pub(crate) level: &'a str,
    pub(crate) fix: &'a str,
    pub(crate) what: &'a str,
    pub(crate) why: &'a str,
    pub(crate) ask: &'a str,
    pub(crate) rewrite: &'a str,
    pub(crate) gaps: &'a str,
    pub(crate) engine: &'a str,
    pub(crate) who: &'a str,
    pub(crate) traps: &'a [&'a str],
    pub(crate) options: &'a [&'a str],
    pub(crate) patterns: &'a [&'a str],
    /// Patterns that are not yet precise: tried only where the nursery is on.
    pub(crate) nursery: &'a [&'a str],
    pub(crate) unless: &'a [&'a str],
    pub(crate) unless_near: &'a [&'a str],
    pub(crate) bad: &'a [&'a str],
    pub(crate) good: &'a [&'a str],
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
