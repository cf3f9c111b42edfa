//! Readers of old records, with real files made here.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what it did not expect"
)]

mod bench;
mod chaos;
mod papers;
mod rows;
mod sheets;
mod torn;
mod xlsform;
