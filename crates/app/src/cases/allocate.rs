//! Saying who works a case, who supervises it, and who must never see it.

use crate::permission::{Allocate, Allowed};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::{OPERATOR, Operator};
use practice::event::{Allocation, CaseEvent};
use practice::ids::{AccountId, CaseId};
use practice::permission::Relation;
use store::IndexChange;

impl App {
    /// Gives an account a relation to a case. It takes the place of the one it had, except that a conflict of interest
    /// stays: only the operator lifts it.
    ///
    /// # Errors
    /// When there is no such account, or it is in conflict.
    pub async fn allocate(
        &self,
        allowed: &Allowed<Allocate>,
        account: AccountId,
        relation: Relation,
    ) -> Result<(), Problem> {
        self.may_be_changed(allowed.case(), account).await?;
        self.relate(allowed.case(), account, Some(relation), allowed.subject().account()).await
    }

    /// Takes an account off a case.
    ///
    /// # Errors
    /// When there is no such account, or it is in conflict.
    pub async fn unallocate(&self, allowed: &Allowed<Allocate>, account: AccountId) -> Result<(), Problem> {
        self.may_be_changed(allowed.case(), account).await?;
        self.relate(allowed.case(), account, None, allowed.subject().account()).await
    }

    /// Gives an account a relation to a case, by whoever holds the key.
    ///
    /// # Errors
    /// When there is no such case or account.
    pub async fn allocate_by_operator(
        &self,
        _operator: &Operator,
        case: CaseId,
        sign_in: &str,
        relation: Relation,
    ) -> Result<(), Problem> {
        let (account, _) = self.account_named(sign_in).await?.ok_or_else(|| {
            Problem::refused(format!("There is no account “{sign_in}”. See them all with: holdfast user list"))
        })?;
        self.relate(case, account, Some(relation), OPERATOR).await
    }

    async fn may_be_changed(&self, case: CaseId, account: AccountId) -> Result<(), Problem> {
        let facts = self.facts(case).await?;
        if facts.relations.contains(&(account, Relation::Conflict)) {
            return Err(Problem::refused(
                "This person has a conflict of interest in the case. Only the person who holds the key can lift it",
            ));
        }
        if self.account_card(account).await?.is_none() {
            return Err(Problem::refused("There is no such account. Choose one from the list"));
        }
        Ok(())
    }

    async fn relate(
        &self,
        case: CaseId,
        account: AccountId,
        relation: Option<Relation>,
        by: AccountId,
    ) -> Result<(), Problem> {
        loop {
            let loaded = self.load(case).await?;
            let now = loaded.case.allocations().find(|has| has.account == account).map(|has| has.relation);
            if now == relation {
                return Ok(());
            }
            let (event, change) = match relation {
                Some(relation) => (
                    CaseEvent::Allocated(Allocation { account, relation, since: self.now(), by }),
                    IndexChange::Allocate {
                        case: case.0,
                        account: account.0,
                        relation: relation.code().to_owned(),
                    },
                ),
                None => {
                    (CaseEvent::Unallocated(account), IndexChange::Unallocate { case: case.0, account: account.0 })
                }
            };
            if self.append_case(case, Some(loaded), vec![event], Vec::new(), vec![change]).await? {
                return Ok(());
            }
        }
    }
}
