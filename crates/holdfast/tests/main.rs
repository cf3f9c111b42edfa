//! The binary as a person uses it: every command, its exit codes, and what it says when something is wrong.

mod files;
mod help;
mod place;
mod serving;
