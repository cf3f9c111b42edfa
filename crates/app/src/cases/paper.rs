//! What somebody may put on paper: the projection for a reader outside the team, with no more than was asked for.

use crate::permission::{Allowed, Read};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::{OPERATOR, Operator};
use practice::clearance::Clearance;
use practice::ids::CaseId;
use practice::label::Labels;
use practice::project::Projection;
use std::sync::Arc;
use store::{Outcome, StreamId};

impl App {
    /// What a document may hold that somebody prints or takes along. `view` is its code in the access log: the document
    /// is written down there before it is made.
    ///
    /// # Errors
    /// When the store cannot be read, or the taking cannot be logged.
    pub async fn paper(
        &self,
        allowed: &Allowed<Read>,
        asked: &Labels,
        view: &'static str,
    ) -> Result<Arc<Projection>, Problem> {
        let (who, case) = (allowed.subject().account(), allowed.case());
        let loaded = self.load(case).await?;
        let projection = self.project(&loaded, &allowed.clearance().on_paper(asked)).await?;
        let stream = Some(StreamId::case(case.0));
        self.log(who, stream, view, allowed.purpose().code(), Outcome::Shown).await?;
        Ok(projection)
    }

    /// The same for whoever holds the key.
    ///
    /// # Errors
    /// When there is no such case, or it cannot be read or logged.
    pub async fn operator_paper(
        &self,
        operator: &Operator,
        case: CaseId,
        asked: &Labels,
        view: &'static str,
    ) -> Result<Arc<Projection>, Problem> {
        let loaded = self.load(case).await?;
        let projection = self.project(&loaded, &Clearance::whole().on_paper(asked)).await?;
        self.log(OPERATOR, Some(StreamId::case(case.0)), view, operator.code(), Outcome::Shown).await?;
        Ok(projection)
    }
}
