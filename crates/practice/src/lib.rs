//! The practice: entries, the case file they fold into, what each reader may have of it, and the views made from that.
//!
//! Everything known about a family is an [`Entry`](entry::Revision) in its [`CaseFile`](case::CaseFile). Everybody sees a
//! [`Projection`](project::Projection) of it. Everything on a screen or on paper is a view of a projection.
//!
//! This crate is pure. It never learns the time, reads no file, knows no database, no page and no language of the
//! interface: views are codes and arguments, and the crate `words` puts them into sentences.

pub mod case;
pub mod cast;
pub mod clearance;
pub mod entry;
pub mod event;
pub mod format;
pub mod ids;
pub mod instrument;
pub mod kinds;
pub mod label;
pub mod meant_for;
pub mod pack;
pub mod permission;
pub mod project;
pub mod record;
mod rooms;
pub mod source;
pub mod spoken;
pub mod suggest;
pub mod test_pack;
pub mod text;
pub mod views;
pub mod when;
