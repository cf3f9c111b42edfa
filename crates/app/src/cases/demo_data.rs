//! Deleting demo data for good. Only invented cases: erasing a real one takes checks that do not exist here.

use crate::permission::{Allowed, Record};
use crate::problem::Problem;
use crate::state::App;
use practice::permission::Relation;
use std::sync::PoisonError;
use store::{Outcome, StreamId};

impl App {
    /// Asks whether this person may delete this case as demo data: before the page that asks is shown, and again before
    /// anything is deleted.
    ///
    /// # Errors
    /// When the family is not invented, or the case is not one that this person works.
    pub async fn demo_data(&self, allowed: &Allowed<Record>) -> Result<(), Problem> {
        let loaded = self.load(allowed.case()).await?;
        if !loaded.case.opened.invented {
            return Err(Problem::refused(
                "This is not demo data. Only the case of an invented family can be deleted here; nothing was deleted. \
                 This version of Holdfast does not delete the case of a real family",
            ));
        }
        let facts = self.facts(allowed.case()).await?;
        if !facts.relations.contains(&(allowed.subject().account(), Relation::Allocated)) {
            return Err(Problem::refused(
                "You do not work this case yourself. Ask somebody who does to delete it; nothing was deleted",
            ));
        }
        Ok(())
    }

    /// Deletes the case of an invented family for good. For everybody it is from then on as if it were not there.
    ///
    /// # Errors
    /// As [`App::demo_data`]; or that the deleting cannot be logged or the store does not take it. Nothing is deleted then.
    pub async fn demo_data_delete(&self, allowed: &Allowed<Record>) -> Result<(), Problem> {
        self.demo_data(allowed).await?;
        let (who, case) = (allowed.subject().account(), allowed.case());
        let purpose = allowed.reading().purpose().code();
        self.log(who, Some(StreamId::case(case.0)), "demo_data_delete", purpose, Outcome::Shown).await?;
        let done = self.store().shred(case.0).await;
        // Once the keys are gone it is deleted; what could not be cleared away is, at the next start.
        if let Err(error) = done
            && !self.store().is_shredded(case.0).await?
        {
            return Err(error.into());
        }
        self.cache().lock().unwrap_or_else(PoisonError::into_inner).remove(case);
        Ok(())
    }
}
