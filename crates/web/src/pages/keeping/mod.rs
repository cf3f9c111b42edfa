//! What becomes of a case and of what stands in it: taking out what was recorded in the wrong case, legal hold, erasing.

pub(crate) mod erase;
pub(crate) mod erased;
pub(crate) mod hold;
pub(crate) mod remove;

use super::frame::{CaseFrame, Tab};
use super::read::say;
use crate::extract::CaseRead;
use crate::fields::{Faults, Maker};
use jiff::Timestamp;

/// The frame of these pages.
fn frame(read: &CaseRead) -> CaseFrame {
    CaseFrame::new(&say(read), &read.projection, Tab::Other)
}

fn make<'a>(read: &'a CaseRead, faults: &'a Faults) -> Maker<'a> {
    Maker { words: read.words(), form: "keeping", faults }
}

/// A moment in the agency's time.
fn moment(read: &CaseRead, at: Timestamp) -> String {
    read.words().moment(at, &read.state.config().zone)
}

/// The day until which backups of the keys that are made today are kept.
fn backups_until(read: &CaseRead) -> String {
    let zone = &read.state.config().zone;
    read.words().day(zone.to_datetime(read.state.app().keys_expire_at()).date())
}

/// Says so while the case is held; else empty.
fn held(read: &CaseRead) -> String {
    let Some(hold) = &read.projection.hold else { return String::new() };
    let day = read.words().day(read.state.config().zone.to_datetime(hold.at).date());
    read.words().say_with("keeping-held-stop", &[("day", day.as_str().into())])
}
