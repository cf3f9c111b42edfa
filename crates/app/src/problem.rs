//! What went wrong, twice: in words for the person, and with ids only for the log.

use std::fmt;
use store::{AppendError, DraftError, ReadError, WriteError};

/// What sort of problem it is: decides the status of a page and the exit code of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// There is no such thing, or it is not this person's to see. Nobody can tell which.
    NotFound,
    /// It cannot be done as asked; the message says what to change.
    Refused,
    /// Somebody else was first.
    Conflict,
    /// The disk is full.
    Full,
    /// It cannot be done just now.
    Unavailable,
    /// Something is broken that the person cannot mend.
    Internal,
}

/// A problem. `Display` is the message for the person: what, where, how to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    kind: ProblemKind,
    person: String,
    log: String,
}

impl Problem {
    /// The one answer for what does not exist and for what is not this person's to see.
    #[must_use]
    pub fn not_found() -> Self {
        Self {
            kind: ProblemKind::NotFound,
            person: "There is nothing here. Check the address, or start from your list of cases".to_owned(),
            log: "not found".to_owned(),
        }
    }

    pub(crate) fn refused(person: impl Into<String>) -> Self {
        Self { kind: ProblemKind::Refused, person: person.into(), log: "refused".to_owned() }
    }

    pub(crate) fn conflict(person: impl Into<String>) -> Self {
        Self { kind: ProblemKind::Conflict, person: person.into(), log: "conflict".to_owned() }
    }

    pub(crate) fn unavailable(log: impl Into<String>) -> Self {
        Self {
            kind: ProblemKind::Unavailable,
            person: "This cannot be done just now. Nothing was changed. Try again in a minute".to_owned(),
            log: log.into(),
        }
    }

    /// `log` must hold ids and codes only.
    pub(crate) fn internal(log: impl Into<String>) -> Self {
        Self {
            kind: ProblemKind::Internal,
            person:
                "Something in the records cannot be read. Nothing was changed. Tell the person who looks after \
                     Holdfast to run: holdfast verify"
                    .to_owned(),
            log: log.into(),
        }
    }

    /// What sort of problem it is.
    #[must_use]
    pub fn kind(&self) -> ProblemKind {
        self.kind
    }

    /// The message for the log: ids and codes, never a name and never a text.
    #[must_use]
    pub fn for_log(&self) -> &str {
        &self.log
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.person)
    }
}

impl std::error::Error for Problem {}

fn full() -> Problem {
    Problem {
        kind: ProblemKind::Full,
        person:
            "The disk of the server is full: this is not saved. Keep the page open, ask for space to be freed, \
                 then save again"
                .to_owned(),
        log: "disk full".to_owned(),
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        match error {
            // To everybody a case that was deleted for good is as if it had never been there.
            ReadError::Shredded { .. } => Self::not_found(),
            ReadError::Damaged { .. } | ReadError::Undecryptable { .. } => Self::internal(error.to_string()),
            _ => Self::unavailable(error.to_string()),
        }
    }
}

impl From<AppendError> for Problem {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::DiskFull => full(),
            AppendError::Shredded { .. } => Self::not_found(),
            AppendError::Stale { .. } => {
                Self::conflict("Somebody else recorded here at the same moment. Nothing was lost: save again")
            }
            _ => Self::unavailable(error.to_string()),
        }
    }
}

impl From<WriteError> for Problem {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::DiskFull => full(),
            _ => Self::unavailable(error.to_string()),
        }
    }
}

impl From<DraftError> for Problem {
    fn from(error: DraftError) -> Self {
        match error {
            DraftError::DiskFull => full(),
            DraftError::Shredded => Self::not_found(),
            DraftError::Recorded => Self::conflict("This is recorded already. Open what was recorded to change it"),
            DraftError::Stale { .. } => Self::conflict(
                "A newer draft of this is saved already, perhaps from another window. Load that one, or go on here \
                 and save again",
            ),
            _ => Self::unavailable(error.to_string()),
        }
    }
}
