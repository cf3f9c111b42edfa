//! The binary as a person uses it: every command, its exit codes, and what it says when something is wrong.

#![expect(clippy::unwrap_used, reason = "a test whose world cannot be made fails, and says where")]

mod backing_up;
#[expect(clippy::indexing_slicing, reason = "a test that cannot go on must stop")]
mod canary;
mod check;
mod check_bad_days;
mod codes;
mod files;
mod generate;
mod help;
#[expect(clippy::indexing_slicing, reason = "a test that cannot go on must stop")]
mod keeping;
mod place;
mod serving;
mod views;
