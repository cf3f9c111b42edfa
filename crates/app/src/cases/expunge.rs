//! Taking an entry out for good that was recorded in the wrong case: what it said goes, here and from drafts and files; the
//! fact of it stays, for those who could have seen it.

use super::acting::{Acting, reason};
use super::hold::not_held;
use crate::permission::{Allowed, Expunge};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::Operator;
use practice::case::CaseFile;
use practice::entry::{Content, Revision};
use practice::event::{CaseEvent, Removed};
use practice::ids::{CaseId, EntryId};
use practice::kinds::Body;
use practice::text::Text;
use std::collections::BTreeSet;
use store::{DraftKey, IndexChange, StreamId};
use uuid::Uuid;

impl App {
    /// Asks whether this entry may be taken out: before the page that asks is shown, and again before anything goes. Which
    /// entries name it, of those that this person may see.
    ///
    /// # Errors
    /// [`Problem::not_found`] where this person may not see it or may not take out what has its label; or that the case is
    /// held.
    pub async fn expungeable(&self, allowed: &Allowed<Expunge>, entry: EntryId) -> Result<Vec<EntryId>, Problem> {
        let loaded = self.load(allowed.of_case()).await?;
        let seen = self.project(&loaded, allowed.to_read().clearance()).await?;
        let this = seen.get(entry).ok_or_else(Problem::not_found)?;
        if !allowed.labels().has(this.content.label) {
            return Err(Problem::not_found());
        }
        not_held(&loaded.case)?;
        let names = |content: &Content| content.references().iter().any(|link| link.to == entry);
        Ok(seen.all().filter(|other| other.id != entry && names(&other.content)).map(|other| other.id).collect())
    }

    /// Takes an entry out for good.
    ///
    /// # Errors
    /// As [`App::expungeable`]; when no reason is given; or that the store does not take it. Nothing is taken out then.
    pub async fn expunge(&self, allowed: &Allowed<Expunge>, entry: EntryId, why: &str) -> Result<(), Problem> {
        self.expungeable(allowed, entry).await?;
        self.expunge_as(&Acting::allowed(allowed), allowed.of_case(), entry, &reason(why)?).await
    }

    /// Takes an entry out for good, by whoever holds the key.
    ///
    /// # Errors
    /// As [`App::expunge`].
    pub async fn expunge_by_operator(
        &self,
        operator: &Operator,
        case: CaseId,
        entry: EntryId,
        why: &str,
    ) -> Result<(), Problem> {
        self.expunge_as(&Acting::operator(operator)?, case, entry, &reason(why)?).await
    }

    async fn expunge_as(&self, acting: &Acting, case: CaseId, entry: EntryId, why: &Text) -> Result<(), Problem> {
        self.log_acting(acting, StreamId::case(case.0), "expunge").await?;
        loop {
            let loaded = self.load(case).await?;
            let Some(known) = loaded.case.entry(entry) else { return Err(Problem::not_found()) };
            not_held(&loaded.case)?;
            let fact = Removed {
                id: entry,
                kind: known.kind(),
                labels: loaded.case.labels_needed(entry),
                author: acting.author.clone(),
                at: self.now(),
                reason: why.clone(),
            };
            let Some(places) = self.places(case, entry, loaded.head).await? else { continue };
            let gone = files_only_of(&loaded.case, entry);
            let files = gone.into_iter().map(|hash| IndexChange::FileExpunged { case: case.0, hash });
            // Nobody is found any more by a name that was taken out.
            let person = IndexChange::PersonGone { case: case.0, person: entry.0 };
            let index = files.chain([person]).collect();
            let drafts = self.drafts_naming(case, entry).await?;
            let events = vec![CaseEvent::Removed(Box::new(fact))];
            if self.append_case_taking(case, Some(loaded), events, drafts, index, places).await? {
                return Ok(());
            }
        }
    }

    /// Finishes what a server that died has left undone of taking texts out: their old keys go. Everything can be read
    /// meanwhile but what was taken out.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub async fn finish_taking_out(&self) -> Result<u64, Problem> {
        let left = self.store().finish_renewals().await;
        left.map_err(|error| Problem::unavailable(error.to_string()))
    }

    /// Where the revisions of an entry lie in the journal; none if something was recorded since.
    async fn places(&self, case: CaseId, entry: EntryId, head: u64) -> Result<Option<Vec<u64>>, Problem> {
        let events = self.store().read(&StreamId::case(case.0), 0).await?;
        if events.last().map(|event| event.seq) != Some(head) {
            return Ok(None);
        }
        let mut places = Vec::new();
        for event in events.iter().filter(|event| !event.expunged) {
            let decoded = CaseEvent::decode(&event.tag, event.version, &event.payload)
                .map_err(|error| Problem::internal(format!("case {case}: {error}")))?;
            if matches!(decoded, CaseEvent::Entry(revision) if revision.id == entry) {
                places.push(event.seq);
            }
        }
        Ok(Some(places))
    }

    /// Drafts of everybody that name the entry, in their address or in a field: what was taken over from it may stand in
    /// them. They go as if they were recorded, so that a page that is still open does not bring them back.
    async fn drafts_naming(&self, case: CaseId, entry: EntryId) -> Result<Vec<(Uuid, DraftKey)>, Problem> {
        let id = entry.to_string();
        let mut found: BTreeSet<(Uuid, Uuid)> = BTreeSet::new();
        for draft in self.store().drafts_about(case.0).await? {
            let aside = draft.owner == case.0 && draft.key == crate::wording::aside_key(entry);
            if aside || String::from_utf8_lossy(&draft.content).contains(&id) {
                found.insert((draft.owner, draft.key.0));
            }
        }
        Ok(found.into_iter().map(|(owner, key)| (owner, DraftKey(key))).collect())
    }
}

/// The files that are attached to this entry, in any revision, and to no other.
fn files_only_of(case: &CaseFile, entry: EntryId) -> Vec<[u8; 32]> {
    let files = |id: EntryId| -> BTreeSet<[u8; 32]> {
        let history = case.entry(id).map(|entry| entry.history.as_slice()).unwrap_or_default();
        history.iter().filter_map(Revision::content).filter_map(file_of).collect()
    };
    let elsewhere: BTreeSet<[u8; 32]> =
        case.entries().filter(|(id, _)| *id != entry).flat_map(|(id, _)| files(id)).collect();
    files(entry).difference(&elsewhere).copied().collect()
}

fn file_of(content: &Content) -> Option<[u8; 32]> {
    match &content.body {
        Body::Document(document) => Some(document.file.blake3.0),
        _ => None,
    }
}
