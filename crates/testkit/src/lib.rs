//! The world of the tests: a store in a folder of its own, a clock that stands still, randomness from a seed, and an
//! invented family. For tests only.
#![expect(clippy::expect_used, reason = "a world that cannot be made must stop the test that asked for it")]

mod family;
mod fixed;
mod phrases;
mod world;

pub use family::{Family, content, text};
pub use fixed::{FixedClock, SeededRandom};
pub use phrases::PhraseChecker;
pub use world::{PASSWORD, World};
