//! Reading: projections, lists and searches. Everything is in the access log before it is returned.

use super::cards::{self, CaseCard, StoredCard};
use crate::permission::table::in_access_table;
use crate::permission::{Allowed, Read};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::Subject;
use practice::clearance::{Audience, Clearance};
use practice::ids::CaseId;
use practice::permission::Relation;
use practice::project::Projection;
use std::sync::Arc;
use store::{Outcome, StreamId};

impl App {
    /// What somebody may have of a case. `view` is the code of the page or paper it is for.
    ///
    /// # Errors
    /// When the store cannot be read, or the reading cannot be logged.
    pub async fn projection(
        &self,
        allowed: &Allowed<Read>,
        view: &'static str,
    ) -> Result<Arc<Projection>, Problem> {
        let (who, case) = (allowed.subject().account(), allowed.case());
        let loaded = self.load(case).await?;
        let projection = self.project(&loaded, allowed.clearance()).await?;
        let stream = Some(StreamId::case(case.0));
        self.log(who, stream, view, allowed.purpose().code(), Outcome::Shown).await?;
        Ok(projection)
    }

    /// What is meant for one adult of the case: that adult's own copy, the same whoever looks. See
    /// [`practice::meant_for`]. `view` is the code of the page or paper it is for.
    ///
    /// # Errors
    /// As [`App::projection`].
    pub async fn projection_for(
        &self,
        allowed: &Allowed<Read>,
        audience: Audience,
        view: &'static str,
    ) -> Result<Arc<Projection>, Problem> {
        let clearance = match audience {
            Audience::Actor(person) => Clearance::for_actor(person),
            // Whoever may not see what is confidential to her does not see it in her copy either.
            Audience::Survivor(person) => allowed.clearance().within(&Clearance::for_survivor(person)),
            Audience::Team | Audience::Outside => return self.projection(allowed, view).await,
        };
        let loaded = self.load(allowed.case()).await?;
        let projection = self.project(&loaded, &clearance).await?;
        let (who, stream) = (allowed.subject().account(), Some(StreamId::case(allowed.case().0)));
        self.log(who, stream, view, allowed.purpose().code(), Outcome::Shown).await?;
        Ok(projection)
    }

    /// The cases somebody works or supervises, the last recorded in first.
    ///
    /// # Errors
    /// As [`App::projection`].
    pub async fn case_list(&self, subject: &Subject) -> Result<Vec<CaseCard>, Problem> {
        let mut found = Vec::new();
        for row in self.store().allocations_of(subject.account.0).await? {
            let Some(relation) = Relation::from_code(&row.relation) else { continue };
            if !in_access_table(&subject.roles, Some(relation)) {
                continue;
            }
            let Some(card) = self.store().index_card(cards::CARD, row.case).await? else { continue };
            let card = StoredCard::read(&card.card)?;
            if let Some(face) = card.face(relation) {
                found.push(face.card(CaseId(row.case), relation));
            }
        }
        found.sort_by(|a, b| b.last_recorded_at.cmp(&a.last_recorded_at).then(a.case.cmp(&b.case)));
        self.log(subject.account, None, "case_list", "none", Outcome::Shown).await?;
        Ok(found)
    }
}
