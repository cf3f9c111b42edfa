//! Import: all of a file or nothing. What is known is skipped; a file that is older than the case is refused.

use crate::cases::cache::Loaded;
use crate::problem::Problem;
use crate::state::App;
use crate::subject::{OPERATOR, Operator};
use practice::case::CaseFile;
use practice::event::{Allocation, CaseEvent, Imported};
use practice::format::CaseDocument;
use practice::ids::{AccountId, CaseId, EntryId};
use practice::permission::Relation;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use store::{IndexChange, Outcome as Shown, StreamId};

/// What came of a case in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedCase {
    /// The case.
    pub case: CaseId,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a case in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was not there before.
    Created,
    /// All of it was there before.
    Unchanged,
    /// So many entries are new or have new revisions.
    Revised(usize),
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Created => f.write_str("created"),
            Self::Unchanged => f.write_str("unchanged"),
            Self::Revised(1) => f.write_str("revised 1 entry"),
            Self::Revised(entries) => write!(f, "revised {entries} entries"),
        }
    }
}

/// One fault of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// Where: `entries.12.change.recorded.body.behaviour.targets.0`, counted from 0.
    pub path: String,
    /// What, and how to mend it. Names the entry, counted from 1.
    pub message: String,
}

/// Why nothing of a file was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// Everything that is wrong with it. Empty when the fault was not the file's.
    pub problems: Vec<FileProblem>,
    cause: Option<Problem>,
}

impl ImportError {
    /// What went wrong, where the fault was not the file's.
    #[must_use]
    pub fn cause(&self) -> Option<&Problem> {
        self.cause.as_ref()
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.cause, self.problems.as_slice()) {
            (Some(cause), _) => cause.fmt(f),
            (None, [one]) => write!(f, "one fault, at {}", one.path),
            (None, many) => write!(f, "{} faults", many.len()),
        }
    }
}

impl std::error::Error for ImportError {}

impl From<Problem> for ImportError {
    fn from(problem: Problem) -> Self {
        Self { problems: Vec::new(), cause: Some(problem) }
    }
}

impl From<Vec<FileProblem>> for ImportError {
    fn from(problems: Vec<FileProblem>) -> Self {
        Self { problems, cause: None }
    }
}

impl App {
    /// Imports a case file: all of it or nothing. A new case is allocated to `to`. With `dry_run` it only says what would
    /// come of it.
    ///
    /// # Errors
    /// With every fault of the file; or that the store did not take it.
    pub async fn import(
        &self,
        operator: &Operator,
        bytes: &[u8],
        to: AccountId,
        dry_run: bool,
    ) -> Result<Vec<ImportedCase>, ImportError> {
        let (app, file) = (self.clone(), bytes.to_vec());
        let document = tokio::task::spawn_blocking(move || app.read_document(&file))
            .await
            .map_err(|error| Problem::internal(format!("reading the file ended ({error})")))??;
        let case = document.case.case;
        if self.store().is_shredded(case.0).await.map_err(Problem::from)? {
            return Err(vec![FileProblem {
                path: "case.case".to_owned(),
                message: format!(
                    "the case {case} was deleted here for good, and a case that was deleted does not come back. To look \
                     at an invented family again, run: holdfast demo"
                ),
            }]
            .into());
        }
        loop {
            let before = match self.store().head(&StreamId::case(case.0)).await.map_err(Problem::from)? {
                0 => None,
                _ => Some(self.load(case).await?),
            };
            let plan = plan(before.as_ref(), &document)?;
            if dry_run || plan.outcome == Outcome::Unchanged {
                return Ok(vec![ImportedCase { case, outcome: plan.outcome }]);
            }
            let imported = Imported {
                file_hash: blake3::hash(bytes).to_hex().to_string(),
                revisions: u32::try_from(plan.events.len()).unwrap_or(u32::MAX),
                by: OPERATOR,
                at: self.now(),
            };
            let (mut events, mut index) = (plan.events, Vec::new());
            events.push(CaseEvent::Imported(imported));
            if before.is_none() {
                events.insert(0, CaseEvent::Opened(document.case.clone()));
                events.push(CaseEvent::Allocated(Allocation {
                    account: to,
                    relation: Relation::Allocated,
                    since: self.now(),
                    by: OPERATOR,
                }));
                let relation = Relation::Allocated.code().to_owned();
                index.push(IndexChange::Allocate { case: case.0, account: to.0, relation });
            }
            let stream = Some(StreamId::case(case.0));
            self.log(OPERATOR, stream, "import", operator.code(), Shown::Shown).await?;
            if self.append_case(case, before, events, Vec::new(), index).await? {
                return Ok(vec![ImportedCase { case, outcome: plan.outcome }]);
            }
        }
    }
}

struct Plan {
    events: Vec<CaseEvent>,
    outcome: Outcome,
}

/// What is to be appended: the revisions that are new, each following the one the case has now.
fn plan(before: Option<&Loaded>, document: &CaseDocument) -> Result<Plan, Vec<FileProblem>> {
    let all = || document.entries.iter().cloned().map(|revision| CaseEvent::Entry(Box::new(revision)));
    let Some(loaded) = before else {
        // After all entries: some of them name what was taken out.
        let removed = document.removed.iter().cloned().map(|removed| CaseEvent::Removed(Box::new(removed)));
        return Ok(Plan { events: all().chain(removed).collect(), outcome: Outcome::Created });
    };
    let known: &CaseFile = &loaded.case;
    let mut found = Vec::new();
    if known.opened != document.case {
        found.push(FileProblem {
            path: "case".to_owned(),
            message:
                "a case with this id is here already, opened by somebody else or at another time. Look whether the \
                      file was changed by hand"
                    .to_owned(),
        });
    }
    found.extend(older(known, document));
    let (mut events, mut entries) = (Vec::new(), BTreeSet::new());
    for removed in document.removed.iter().filter(|removed| known.entry(removed.id).is_some()) {
        found.push(FileProblem {
            path: "removed".to_owned(),
            message: format!(
                "entry {} was taken out of the case where the file was made, and is here. A file does not take anything \
                 out: a supervisor does that, on the page of the entry",
                removed.id
            ),
        });
    }
    for (n, revision) in document.entries.iter().enumerate() {
        if known.removed(revision.id).is_some() {
            found.push(FileProblem {
                path: format!("entries.{n}"),
                message: format!(
                    "entry {}: it was taken out of this case for good, because it was recorded in the wrong case. Take it \
                     out of the file, too",
                    n.saturating_add(1)
                ),
            });
            continue;
        }
        let entry = known.entry(revision.id);
        let place = usize::try_from(revision.revision).unwrap_or(usize::MAX).saturating_sub(1);
        match entry.and_then(|entry| entry.history.get(place)) {
            Some(same) if same.fingerprint() == revision.fingerprint() => {}
            Some(other) => found.push(FileProblem {
                path: format!("entries.{n}"),
                message: format!(
                    "entry {}: revision {} of it was recorded here differently, by {} at {}. Nothing is overwritten: \
                     record the change in the case itself",
                    n.saturating_add(1),
                    revision.revision,
                    other.author.name,
                    other.recorded_at
                ),
            }),
            None => {
                entries.insert(revision.id);
                events.push(CaseEvent::Entry(Box::new(revision.clone())));
            }
        }
    }
    if !found.is_empty() {
        return Err(found);
    }
    let outcome = if events.is_empty() { Outcome::Unchanged } else { Outcome::Revised(entries.len()) };
    Ok(Plan { events, outcome })
}

/// Entries that were changed here after the file was made. Importing it would look like going back.
fn older(known: &CaseFile, document: &CaseDocument) -> Vec<FileProblem> {
    let mut newest: BTreeMap<EntryId, (usize, u32)> = BTreeMap::new();
    for (n, revision) in document.entries.iter().enumerate() {
        newest.insert(revision.id, (n, revision.revision));
    }
    let mut found = Vec::new();
    for (id, (n, last)) in newest {
        let Some(entry) = known.entry(id) else { continue };
        if let Some(later) = entry.history.iter().find(|revision| revision.revision > last) {
            found.push(FileProblem {
                path: format!("entries.{n}.revision"),
                message: format!(
                    "entry {}: the file is older than the case. {} changed this entry at {}, after the file was made. \
                     Export the case again and work from that",
                    n.saturating_add(1),
                    later.author.name,
                    later.recorded_at
                ),
            });
        }
    }
    found
}
