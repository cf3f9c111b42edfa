//! Documents: what stands in them, what never does, and that Word can open them.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on must stop"
)]

mod copies;
mod docx;
#[path = "../../practice/tests/invent.rs"]
mod invent;
mod support;
mod withheld;
