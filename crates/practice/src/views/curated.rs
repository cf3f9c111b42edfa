//! A chronology that a worker has put together, with its lines of analysis, beside the automatic one.
//!
//! A line whose entry is withheld is gone with its analysis: there is no number and no gap where it stood.

use super::lines::{Envelope, Reader};
use super::overview::says;
use crate::ids::EntryId;
use crate::kinds::{Body, Kind};
use crate::pack::Pack;
use crate::project::Projection;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// One chronology that a worker has put together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CuratedView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// Id, time, sources.
    pub envelope: Envelope,
    /// What it is called.
    pub title: String,
    /// For what purpose.
    pub purpose: String,
    /// Its lines, in its own order.
    pub lines: Vec<CuratedLine>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CuratedLine {
    /// The entry, with its time and its sources.
    pub envelope: Envelope,
    /// Its kind.
    pub kind: Kind,
    /// What it says, in a line, with names.
    pub says: String,
    /// Whether it is withdrawn.
    pub withdrawn: bool,
    /// What it means, as the worker sees it.
    pub analysis: Option<String>,
}

/// All of them, as recorded.
#[must_use]
pub fn all(projection: &Projection, pack: &Pack, as_of: Date) -> Vec<CuratedView> {
    projection.of_kind(Kind::Chronology).filter_map(|seen| curated(projection, pack, as_of, seen.id)).collect()
}

/// One of them. Nothing where the id names none, or one that is withdrawn.
#[must_use]
pub fn curated(projection: &Projection, _pack: &Pack, as_of: Date, id: EntryId) -> Option<CuratedView> {
    let reader = Reader::new(projection, as_of);
    let seen = projection.get(id).filter(|seen| !seen.withdrawn)?;
    let Body::Chronology(chronology) = &seen.content.body else { return None };
    let lines = chronology.lines.iter().filter_map(|line| {
        let entry = projection.get(line.entry)?;
        Some(CuratedLine {
            envelope: reader.envelope(entry),
            kind: entry.content.body.kind(),
            says: says(&reader, &entry.content.body),
            withdrawn: entry.withdrawn,
            analysis: line.analysis.as_ref().map(ToString::to_string),
        })
    });
    Some(CuratedView {
        as_of,
        envelope: reader.envelope(seen),
        title: chronology.title.to_string(),
        purpose: chronology.purpose.to_string(),
        lines: lines.collect(),
    })
}
