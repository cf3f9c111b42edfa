//! From the journal to a folded case file, by way of the cache.

use super::cache::{Loaded, make};
use crate::problem::Problem;
use crate::state::App;
use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::event::CaseEvent;
use practice::ids::CaseId;
use practice::project::Projection;
use std::sync::{Arc, PoisonError};
use store::{ReadError, StoredEvent, StreamId};

/// Above this many events, folding and projecting move off the tasks that serve pages.
const INLINE: usize = 200;

impl App {
    /// The case file as it is now. Reads only what was recorded since it was folded last.
    pub(crate) async fn load(&self, id: CaseId) -> Result<Loaded, Problem> {
        let known = self.cache().lock().unwrap_or_else(PoisonError::into_inner).get(id);
        let after = known.as_ref().map_or(0, |loaded| loaded.head);
        let events = match self.store().read(&StreamId::case(id.0), after).await {
            Err(error @ ReadError::Shredded { .. }) => {
                // Deleted for good, perhaps by another server: what is in memory goes, too.
                self.cache().lock().unwrap_or_else(PoisonError::into_inner).remove(id);
                return Err(error.into());
            }
            events => events?,
        };
        match known {
            Some(loaded) if events.is_empty() => return Ok(loaded),
            None if events.is_empty() => return Err(Problem::not_found()),
            _ => {}
        }
        let loaded = if events.len() > INLINE {
            tokio::task::spawn_blocking(move || fold(known, events))
                .await
                .map_err(|error| Problem::internal(format!("case {id}: folding ended ({error})")))?
        } else {
            fold(known, events)
        };
        let loaded = loaded.map_err(|why| Problem::internal(format!("case {id}: {why}")))?;
        self.keep_loaded(id, loaded.clone());
        Ok(loaded)
    }

    pub(crate) fn keep_loaded(&self, id: CaseId, loaded: Loaded) {
        self.cache().lock().unwrap_or_else(PoisonError::into_inner).put(id, loaded);
    }

    /// The projection of a loaded file for a clearance.
    pub(crate) async fn project(&self, loaded: &Loaded, clearance: &Clearance) -> Result<Arc<Projection>, Problem> {
        let (id, head) = (loaded.case.id(), loaded.head);
        let kept = self.cache().lock().unwrap_or_else(PoisonError::into_inner).projection(id, head, clearance);
        if let Some(kept) = kept {
            return Ok(kept);
        }
        let made = if loaded.case.len() > INLINE {
            let (case, clearance) = (loaded.case.clone(), clearance.clone());
            tokio::task::spawn_blocking(move || make(&case, &clearance))
                .await
                .map_err(|error| Problem::internal(format!("case {id}: projecting ended ({error})")))?
        } else {
            make(&loaded.case, clearance)
        };
        let mut cache = self.cache().lock().unwrap_or_else(PoisonError::into_inner);
        cache.put_projection(id, head, clearance.clone(), made.clone());
        Ok(made)
    }
}

fn fold(known: Option<Loaded>, events: Vec<StoredEvent>) -> Result<Loaded, String> {
    let mut head = known.as_ref().map_or(0, |loaded| loaded.head);
    let mut decoded = Vec::with_capacity(events.len());
    for event in events {
        head = event.seq;
        if event.expunged {
            // What it said is gone; the event that took it out follows.
            continue;
        }
        decoded.push(CaseEvent::decode(&event.tag, event.version, &event.payload).map_err(|e| e.to_string())?);
    }
    let case = match known {
        None => CaseFile::fold(decoded).map_err(|e| e.to_string())?,
        Some(loaded) => {
            let mut case = Arc::unwrap_or_clone(loaded.case);
            for event in decoded {
                case.apply(event).map_err(|e| e.to_string())?;
            }
            case
        }
    };
    Ok(Loaded { case: Arc::new(case), head })
}
