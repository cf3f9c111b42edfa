//! Whether a second person has read a decision, or a record of supervision, as it now stands.

use crate::kinds::Body;
use crate::project::{Seen, SeenChange};
use crate::views::lines::Reader;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// One sign-off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Signature {
    /// The entry.
    pub id: crate::ids::EntryId,
    /// Who.
    pub by: String,
    /// When.
    #[schemars(with = "Option<String>")]
    pub at: Option<Timestamp>,
    /// The revision that was read.
    pub revision: u32,
    /// Whether that is what stands now.
    pub holds: bool,
    /// Whether the person agrees.
    pub agrees: bool,
    /// In their words.
    pub words: Option<String>,
}

/// How it stands with the second person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignState {
    /// Nothing is decided yet.
    Proposal,
    /// Nobody else has read it.
    Awaiting,
    /// It was changed after somebody signed it off.
    ChangedSince,
    /// Somebody else has read it and agrees.
    Signed,
    /// Somebody else has read it and does not agree.
    NotAgreed,
}

/// The state of an entry, and every sign-off of it. A later one takes the place of an earlier one by the same person.
#[must_use]
pub fn state_of(reader: &Reader<'_>, of: &Seen, decided: bool) -> (SignState, Vec<Signature>) {
    let stands = content_revision(of);
    let signatures: Vec<Signature> = reader
        .projection
        .current()
        .filter_map(|seen| match &seen.content.body {
            Body::SignOff(sign) if sign.of == of.id => {
                let first = seen.history.first();
                // Who wrote a part of it after signing does not count as a second person any more.
                let wrote = |step: &crate::project::SeenRevision| {
                    step.content.is_some() && first.is_some_and(|first| first.author.id == step.author.id)
                };
                Some(Signature {
                    id: seen.id,
                    by: first.map(|step| step.author.name.to_string()).unwrap_or_default(),
                    at: first.map(|step| step.recorded_at),
                    revision: sign.revision,
                    holds: sign.revision >= stands && !of.history.iter().any(wrote),
                    agrees: sign.agrees,
                    words: sign.words.as_ref().map(ToString::to_string),
                })
            }
            _ => None,
        })
        .collect();
    let state = match signatures.iter().rev().find(|signature| signature.holds) {
        Some(signature) if signature.agrees => SignState::Signed,
        Some(_) => SignState::NotAgreed,
        None if !signatures.is_empty() => SignState::ChangedSince,
        None if !decided => SignState::Proposal,
        None => SignState::Awaiting,
    };
    (state, signatures)
}

/// The number of the revision that last changed what it says: a new label, or a withdrawal taken back, changes no word.
fn content_revision(seen: &Seen) -> u32 {
    let says = |what: SeenChange| matches!(what, SeenChange::Recorded | SeenChange::Revised);
    let later = seen.history.iter().rev().take_while(|step| !says(step.what)).count();
    seen.revision.saturating_sub(u32::try_from(later).unwrap_or(0)).max(1)
}
