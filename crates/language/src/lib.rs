//! Finds wording that hides the person who abuses, blames the survivor or cuts a pattern into incidents; explains each
//! finding, and offers draft entries about who did what to whom.
//!
//! [`analyse`] is a pure function: text and people in, [`Report`] out; no clock, no network, no randomness. The steps:
//! tokens and sentences (`token`, `segment`), the people and their pronouns (`mention`, `pronoun`), scopes such as
//! quotation and indirect speech (`block`), who is the subject (`clause`), rules written as data (`rules/*.toml`, read by
//! `pattern`, run by `matcher`), a few rules in code (`passive`, `quoted`), suggestions (`behaviour`), and findings about
//! the whole text (`document`). Roles come from the cast, never from gender: see `docs/wording.md`.

mod active;
mod behaviour;
mod block;
mod cast;
mod category;
mod clause;
mod context;
mod data;
mod document;
mod engine;
mod explain;
mod family;
mod frame;
mod guard;
mod lexicon;
mod marker;
mod matcher;
mod mention;
mod morph;
mod need;
mod noticed;
mod pack;
mod passive;
mod pattern;
mod places;
mod pronoun;
mod quoted;
mod report;
mod rules;
mod segment;
mod sense;
mod suppress;
mod surer;
mod token;
mod tongue;
mod trace;
mod wake;
mod when;
mod words;

pub use cast::{Cast, Person, Role};
pub use category::category_codes;
pub use engine::{Config, Profile, analyse, analyse_with};
pub use pack::{Pack, PackFault, PackRule, Term};
pub use pattern::PatternError;
pub use report::{
    Behaviour, DocumentFinding, Effort, Finding, Level, Noticed, Question, Report, Span, Visibility, Voice,
};
pub use rules::{FAMILIES, RulePage, Rules, pages};
pub use suppress::sentence_hash;
