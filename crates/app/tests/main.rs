//! The use cases, over a real store.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on must stop")]

mod accounts;
mod allocation;
mod demo_data;
mod denial;
mod drafts;
mod files;
mod index;
mod keeping;
mod lists;
mod matrix;
mod measures;
mod people;
mod recording;
mod sessions;
mod table;
mod withheld;
mod wording;
