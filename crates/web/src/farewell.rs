//! Sessions that ended a moment ago: a half-written form that leaves the page with the exit is still taken as a draft.
//!
//! Kept in memory, for one minute, with nothing but the token of the form and whose session it was. It lets a draft be
//! saved and nothing else.

use app::Subject;
use jiff::{SignedDuration, Timestamp};
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use subtle::ConstantTimeEq as _;

/// How long a draft is still taken.
const GRACE: SignedDuration = SignedDuration::from_secs(60);
/// How many are remembered at most, so that nobody can fill the memory.
const MOST: usize = 1024;

/// The sessions that ended less than a minute ago.
#[derive(Debug, Default)]
pub(crate) struct Farewells(Mutex<VecDeque<Farewell>>);

#[derive(Debug)]
struct Farewell {
    csrf: String,
    subject: Subject,
    at: Timestamp,
}

impl Farewells {
    /// Notes that a session was ended by its owner.
    pub(crate) fn note(&self, csrf: &str, subject: &Subject, now: Timestamp) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|farewell| now.duration_since(farewell.at) < GRACE);
        if all.len() >= MOST {
            all.pop_front();
        }
        all.push_back(Farewell { csrf: csrf.to_owned(), subject: subject.clone(), at: now });
    }

    /// Whose form it is, if its session ended less than a minute ago.
    pub(crate) fn whose(&self, csrf: &str, now: Timestamp) -> Option<Subject> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter()
            .find(|farewell| {
                now.duration_since(farewell.at) < GRACE
                    && bool::from(farewell.csrf.as_bytes().ct_eq(csrf.as_bytes()))
            })
            .map(|farewell| farewell.subject.clone())
    }
}
