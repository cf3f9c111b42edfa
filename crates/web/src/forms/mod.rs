//! Forms: typed fields into entries and back, adding and changing entries, two versions side by side, and a whole visit
//! recorded once. Nothing that was typed is ever lost: it is on the page, in the draft, or in the record.

pub(crate) mod add;
pub(crate) mod attaching;
pub(crate) mod attempt;
pub(crate) mod back;
mod behaviour;
mod care_concern;
pub(crate) mod change;
mod chronology;
mod conflict;
mod contact;
mod contact_detail;
mod daily_care;
pub(crate) mod desk;
pub(crate) mod document;
pub(crate) mod draft;
mod effort;
mod envelope;
mod extra;
pub(crate) mod fault;
pub(crate) mod field;
mod household;
mod impact;
mod intersection;
mod interview;
pub(crate) mod kind;
mod living_arrangement;
pub(crate) mod menu;
mod merge;
mod note;
mod pack;
mod partnering_step;
mod person;
pub(crate) mod prefill;
pub(crate) mod raw;
pub(crate) mod reading;
pub(crate) mod refused;
mod relationship;
pub(crate) mod revise;
mod role_decision;
pub(crate) mod scene;
pub(crate) mod show;
mod system_response;
mod tool_result;
mod unknown;
mod use_of_force;
pub(crate) mod visit;
mod voice;
mod worker_safety;
mod writing;

#[cfg(test)]
mod tests;
