//! People: finding them however a name is spelt, seeing that two records may be of one human being, and saying so.
//!
//! `words` and `sound` take a name apart, `nicknames` knows what stands for what, `facts` says by what somebody is found in
//! the index, `alike` compares two records and says in which way they are alike. `docs/decisions/0080-finding-people.md`.

pub(crate) mod alike;
pub(crate) mod asked;
pub(crate) mod card;
pub(crate) mod doubles;
pub(crate) mod facts;
pub(crate) mod find;
pub(crate) mod nicknames;
#[cfg(test)]
mod quality;
pub(crate) mod registry;
pub(crate) mod sound;
pub(crate) mod words;
