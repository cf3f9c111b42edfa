//! Recording: drafts go in, revisions come out, all of a form or none. A stale head is loaded and decided again; it is a
//! conflict for the person only if that very entry has moved.

use super::cache::Loaded;
use super::carry::carry;
use super::derived::Derived;
use crate::people::card;
use crate::permission::{Allowed, Record};
use crate::problem::Problem;
use crate::state::App;
use jiff::Timestamp;
use practice::case::CaseFile;
use practice::entry::Content;
use practice::event::{CaseEvent, Imported};
use practice::ids::{CaseId, EntryId};
use practice::label::{Label, Labels};
use practice::project::Projection;
use practice::record::{At, Draft, Intent, Recorded, Refusal, record_all};
use std::sync::Arc;
use store::{Append, AppendError, DraftKey, IndexChange, KeyClass, NewEvent, StreamId};
use uuid::Uuid;

/// What was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The entries with their revisions, in the order of the drafts.
    pub revisions: Vec<(EntryId, u32)>,
    /// All of it had been recorded before: the same form came twice.
    pub already: bool,
}

/// Why nothing of a form was recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Something in it has to be changed first: which draft, and what.
    #[error("{}", first_refusal(.0))]
    Refused(Vec<(usize, Refusal)>),
    /// Somebody else changed the very entry that was being changed.
    #[error("{author} changed this entry after you opened it. Compare the two and choose, field by field")]
    Conflict {
        /// Which draft.
        at: usize,
        /// Which entry.
        entry: EntryId,
        /// Who changed it last.
        author: String,
        /// When.
        when: Timestamp,
        /// Its present revision: the base of the next attempt.
        current: u32,
    },
    /// The label is one that this person may not record under, and would not see again.
    #[error("you cannot record under this label, because you could not read it afterwards. Choose another")]
    Label {
        /// Which draft.
        at: usize,
        /// The label.
        label: Label,
    },
    /// The store did not take it.
    #[error(transparent)]
    Failed(#[from] Problem),
}

fn first_refusal(refused: &[(usize, Refusal)]) -> String {
    refused.first().map_or_else(String::new, |(_, refusal)| refusal.to_string())
}

/// What goes into the same commit as the entries of a form.
#[derive(Clone, Debug, Default)]
pub(crate) struct Along {
    /// The BLAKE3 hash of the file they came from, in hex.
    pub(crate) imported: Option<String>,
    /// Files for which these entries are recorded.
    pub(crate) keep: Vec<[u8; 32]>,
}

impl App {
    /// Records a form or a sitting: all of it or nothing. `done` is the draft that is finished by it.
    ///
    /// # Errors
    /// [`RecordError`]; nothing is recorded then.
    pub async fn record(
        &self,
        allowed: &Allowed<Record>,
        drafts: Vec<Draft>,
        done: Option<DraftKey>,
    ) -> Result<Done, RecordError> {
        self.record_along(allowed, drafts, done, &Along::default()).await
    }

    /// The same, with what goes into the same commit.
    pub(crate) async fn record_along(
        &self,
        allowed: &Allowed<Record>,
        drafts: Vec<Draft>,
        done: Option<DraftKey>,
        along: &Along,
    ) -> Result<Done, RecordError> {
        check_labels(&drafts, allowed.labels())?;
        let (id, reading) = (allowed.case(), allowed.reading());
        let owner = reading.subject().account().0;
        let _turn = self.turns().wait(id).await;
        loop {
            let loaded = self.load(id).await?;
            let seen = self.project(&loaded, reading.clearance()).await?;
            check_seen(&loaded.case, &seen, &drafts)?;
            let drafts = with_withheld(&loaded.case, &seen, &drafts);
            let at = At { author: reading.subject().author(), now: self.now() };
            let recorded = record_all(&loaded.case, &drafts, &at).map_err(|refused| sort(refused, &drafts))?;
            let (result, mut revisions) = outcome(&drafts, recorded);
            if revisions.is_empty() {
                if let Some(key) = done {
                    self.store().draft_done(owner, key).await.map_err(Problem::from)?;
                }
                return Ok(result);
            }
            if let Some(file_hash) = &along.imported {
                revisions.push(CaseEvent::Imported(Imported {
                    file_hash: file_hash.clone(),
                    revisions: u32::try_from(revisions.len()).unwrap_or(u32::MAX),
                    by: reading.subject().account(),
                    at: at.now,
                }));
            }
            let index = along.keep.iter().map(|hash| IndexChange::KeepFile { case: id.0, hash: *hash }).collect();
            let drafts_done = done.iter().map(|key| (owner, *key)).collect();
            let appended = self.append_case(id, Some(loaded), revisions, drafts_done, index).await?;
            if appended {
                return Ok(result);
            }
        }
    }

    /// Appends events to a case, with its card in the same transaction. False when the head had moved.
    pub(crate) async fn append_case(
        &self,
        id: CaseId,
        before: Option<Loaded>,
        events: Vec<CaseEvent>,
        drafts_done: Vec<(Uuid, DraftKey)>,
        index: Vec<IndexChange>,
    ) -> Result<bool, Problem> {
        self.append_case_taking(id, before, events, drafts_done, index, Vec::new()).await
    }

    /// The same, and what lies at these places of its stream is taken out for good.
    pub(crate) async fn append_case_taking(
        &self,
        id: CaseId,
        before: Option<Loaded>,
        events: Vec<CaseEvent>,
        drafts_done: Vec<(Uuid, DraftKey)>,
        mut index: Vec<IndexChange>,
        places: Vec<u64>,
    ) -> Result<bool, Problem> {
        let expected = before.as_ref().map_or(0, |loaded| loaded.head);
        let broken = |error: &dyn std::fmt::Display| Problem::internal(format!("case {id}: {error}"));
        let app = self.clone();
        // Folding and making the card of a long file takes a while: away from the tasks that serve pages.
        let work = move || -> Result<(CaseFile, Vec<NewEvent>, Derived, Vec<IndexChange>), String> {
            let mut stored = Vec::with_capacity(events.len());
            let mut case = before.map(|loaded| Arc::unwrap_or_clone(loaded.case));
            let touched: Vec<EntryId> = events.iter().filter_map(card::touched).collect();
            for event in events {
                let class = class_of(&event, case.as_ref());
                stored.push(NewEvent {
                    tag: event.tag().to_owned(),
                    version: event.version(),
                    class,
                    payload: event.encode().map_err(|error| error.to_string())?,
                });
                match (&mut case, event) {
                    (None, CaseEvent::Opened(opened)) => case = Some(CaseFile::open(opened)),
                    (None, _) => return Err("a case must begin with its opening".to_owned()),
                    (Some(case), event) => case.apply(event).map_err(|error| error.to_string())?,
                }
            }
            let case = case.ok_or_else(|| "nothing to record".to_owned())?;
            let derived = Derived::of(&case, &app);
            let people = card::changes(&case, touched, app.authority()).map_err(|error| error.to_string())?;
            Ok((case, stored, derived, people))
        };
        let (case, stored, derived, people) =
            tokio::task::spawn_blocking(work).await.map_err(|error| broken(&error))?.map_err(|why| broken(&why))?;
        let head = expected.saturating_add(u64::try_from(stored.len()).unwrap_or(u64::MAX));
        index.extend(derived.changes(id, head)?);
        index.extend(people);
        let append = Append { stream: StreamId::case(id.0), expected, events: stored, drafts_done, index };
        let appended = match places.as_slice() {
            [] => self.store().append(append).await,
            _ => self.store().expunge(append, places).await,
        };
        match appended {
            Ok(_) => {
                self.keep_loaded(id, Loaded { case: Arc::new(case), head });
                Ok(true)
            }
            Err(AppendError::Stale { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

/// Which key protects an event. Reasons of a sealed entry are as telling as the entry, and so is a sealed source.
fn class_of(event: &CaseEvent, case: Option<&CaseFile>) -> KeyClass {
    let sealed = match event {
        CaseEvent::Entry(revision) => {
            let before = case.and_then(|case| case.entry(revision.id));
            let source =
                |content: &Content| content.sources.iter().any(|source| source.label.is_some_and(Label::is_sealed));
            event.is_sealed()
                || before.is_some_and(|entry| entry.content.label.is_sealed())
                || revision.content().is_some_and(source)
        }
        _ => false,
    };
    if sealed { KeyClass::Sealed } else { KeyClass::Ordinary }
}

/// Nobody records under a label they may not read.
pub(crate) fn check_labels(drafts: &[Draft], allowed: &Labels) -> Result<(), RecordError> {
    for (at, draft) in drafts.iter().enumerate() {
        let labels: Vec<Label> = match &draft.intent {
            Intent::Record(content) | Intent::Revise { content, .. } => std::iter::once(content.label)
                .chain(content.sources.iter().filter_map(|source| source.label))
                .collect(),
            Intent::Relabel { label, .. } => vec![*label],
            Intent::Withdraw { .. } | Intent::Reinstate { .. } => Vec::new(),
        };
        if let Some(label) = labels.into_iter().find(|label| !allowed.has(*label)) {
            return Err(RecordError::Label { at, label });
        }
    }
    Ok(())
}

/// What somebody may not see does not exist for them: it cannot be changed and cannot be linked to, in the same words as
/// an id that names nothing.
fn check_seen(case: &CaseFile, seen: &Projection, drafts: &[Draft]) -> Result<(), RecordError> {
    let hidden = |id: EntryId| case.entry(id).is_some() && seen.get(id).is_none();
    let mut refused = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        match &draft.intent {
            Intent::Record(_) => {}
            _ if hidden(draft.id) => refused.push((at, Refusal::Unknown { id: draft.id })),
            _ => {}
        }
        if let Intent::Record(content) | Intent::Revise { content, .. } = &draft.intent {
            let links = content.references().into_iter().filter(|link| hidden(link.to));
            refused.extend(links.map(|link| (at, Refusal::NoSuchEntry { path: link.path, id: link.to })));
        }
    }
    if refused.is_empty() { Ok(()) } else { Err(RecordError::Refused(refused)) }
}

/// Adds to each revision what its form could not show.
fn with_withheld(case: &CaseFile, seen: &Projection, drafts: &[Draft]) -> Vec<Draft> {
    let mut drafts = drafts.to_vec();
    for draft in &mut drafts {
        let Intent::Revise { content, .. } = &mut draft.intent else { continue };
        if let (Some(entry), Some(shown)) = (case.entry(draft.id), seen.get(draft.id)) {
            **content = carry(&entry.content, &shown.content, content);
        }
    }
    drafts
}

/// What to tell of refusals: that somebody else was first comes before everything else.
pub(crate) fn sort(refused: Vec<(usize, Refusal)>, drafts: &[Draft]) -> RecordError {
    for (at, refusal) in &refused {
        if let (Refusal::Conflict { author, at: when, current }, Some(draft)) = (refusal, drafts.get(*at)) {
            return RecordError::Conflict {
                at: *at,
                entry: draft.id,
                author: author.to_string(),
                when: *when,
                current: *current,
            };
        }
    }
    RecordError::Refused(refused)
}

/// What was decided, apart: the answer, and the events that are still to be appended.
pub(crate) fn outcome(drafts: &[Draft], recorded: Vec<Recorded>) -> (Done, Vec<CaseEvent>) {
    let mut events = Vec::new();
    let mut revisions = Vec::with_capacity(recorded.len());
    for (draft, recorded) in drafts.iter().zip(recorded) {
        match recorded {
            Recorded::New(revision) => {
                revisions.push((draft.id, revision.revision));
                events.push(CaseEvent::Entry(revision));
            }
            Recorded::Already { revision } => revisions.push((draft.id, revision)),
        }
    }
    (Done { revisions, already: events.is_empty() }, events)
}
