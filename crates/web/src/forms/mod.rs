//! Forms: typed fields into entries and back, adding and changing entries, two versions side by side, and a whole visit
//! recorded once. Nothing that was typed is ever lost: it is on the page, in the draft, or in the record.

pub(crate) mod add;
mod back;
mod behaviour;
pub(crate) mod change;
mod conflict;
mod desk;
pub(crate) mod document;
mod draft;
mod effort;
mod envelope;
mod extra;
mod fault;
pub(crate) mod field;
mod household;
mod impact;
mod intersection;
pub(crate) mod kind;
mod merge;
mod note;
mod pack;
mod person;
mod prefill;
mod raw;
mod reading;
mod refused;
mod relationship;
pub(crate) mod revise;
mod role_decision;
mod scene;
mod show;
mod unknown;
pub(crate) mod visit;
mod writing;

#[cfg(test)]
mod tests;
