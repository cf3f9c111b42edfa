//! Cases: loading and folding, reading, opening, recording, allocating, and what lists know of them.

pub(crate) mod acting;
pub(crate) mod allocate;
pub(crate) mod cache;
pub(crate) mod cards;
pub(crate) mod carry;
mod decide;
mod demo_data;
pub(crate) mod derived;
pub(crate) mod erase;
mod expunge;
pub(crate) mod hold;
pub(crate) mod load;
pub(crate) mod measured;
pub(crate) mod open;
mod paper;
pub(crate) mod read;
pub(crate) mod turns;
pub(crate) mod write;
