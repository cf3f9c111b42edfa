//! The use cases, over a real store.

mod accounts;
mod allocation;
mod denial;
mod drafts;
mod files;
mod index;
mod lists;
mod matrix;
mod recording;
mod sessions;
mod table;
mod withheld;
