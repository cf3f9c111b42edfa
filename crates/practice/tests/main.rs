//! The practice's own tests: stories, frozen samples, properties.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must stop"
)]

mod asked;
mod chronology;
mod dates;
mod decisions;
mod folding;
mod invent;
mod meant_for;
mod measures;
mod plans;
mod samples;
mod stories;
mod views;
mod withheld;
