//! What is made for a decision and for a session: what an audience would miss, which only whoever works the case sees, and
//! what others see of a session on a shared screen.

use crate::permission::{Allowed, Read};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::Subject;
use practice::clearance::{Audience, Clearance};
use practice::ids::{CaseId, EntryId};
use practice::label::{Label, Labels};
use practice::permission::Relation;
use practice::project::Projection;
use practice::views::missed::{Missed, missed};
use practice::views::sessions::agreed_wordings;
use std::sync::Arc;
use store::{Outcome, StreamId};

impl App {
    /// Whether somebody works a case, and does not only supervise it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn works(&self, subject: &Subject, case: CaseId) -> Result<bool, Problem> {
        let facts = self.facts(case).await?;
        let mine = |(account, relation): &(practice::ids::AccountId, Relation)| {
            *account == subject.account && *relation == Relation::Allocated
        };
        Ok(facts.relations.iter().any(mine))
    }

    /// What a paper for others would miss of her efforts, and of the answers of a decision. For whoever works the case alone.
    ///
    /// # Errors
    /// [`Problem::not_found`] for anybody else, and on a screen that others look at.
    pub async fn missed(&self, allowed: &Allowed<Read>, decision: Option<EntryId>) -> Result<Missed, Problem> {
        let works = self.works(allowed.subject(), allowed.case()).await?;
        if !works || allowed.clearance().audience != Audience::Team {
            return Err(Problem::not_found());
        }
        let loaded = self.load(allowed.case()).await?;
        let team = self.project(&loaded, allowed.clearance()).await?;
        let paper = self.project(&loaded, &allowed.clearance().on_paper(&Labels::all())).await?;
        let (who, stream) = (allowed.subject().account(), Some(StreamId::case(allowed.case().0)));
        self.log(who, stream, "missed", allowed.purpose().code(), Outcome::Shown).await?;
        Ok(missed(&team, &paper, self.today(), decision))
    }

    /// What others see of a session: the case as for a screen that others look at, and the wordings that were agreed of efforts
    /// which are kept close and were chosen for it.
    ///
    /// # Errors
    /// As [`App::projection`].
    pub async fn session_for_others(
        &self,
        allowed: &Allowed<Read>,
        session: EntryId,
    ) -> Result<(Arc<Projection>, Vec<String>), Problem> {
        let loaded = self.load(allowed.case()).await?;
        let team = self.project(&loaded, allowed.clearance()).await?;
        let labels = allowed.clearance().labels.iter().filter(|label| *label == Label::Professional).collect();
        let others = self.project(&loaded, &Clearance { labels, audience: Audience::Outside }).await?;
        let (who, stream) = (allowed.subject().account(), Some(StreamId::case(allowed.case().0)));
        self.log(who, stream, "session", allowed.purpose().code(), Outcome::Shown).await?;
        let wordings = agreed_wordings(&team, &others, session);
        Ok((others, wordings))
    }
}
