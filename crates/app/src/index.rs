//! The index is derived: it can be dropped and built again from the journal, and comes out the same.

use crate::accounts::manage::account_card;
use crate::cases::derived::Derived;
use crate::problem::{Problem, ProblemKind};
use crate::state::App;
use crate::subject::Operator;
use practice::ids::{AccountId, CaseId};
use store::{IndexChange, StreamKind};

/// Cases put back with one write.
const AT_ONCE: usize = 100;

impl App {
    /// Drops the index and builds it again. Gives the number of cases. Until it is done, cases look as if they were not
    /// there: better not beside a busy server.
    ///
    /// # Errors
    /// When a stream cannot be read or the index cannot be written.
    pub async fn rebuild_index(&self, _operator: &Operator) -> Result<usize, Problem> {
        let users = self.store().streams(StreamKind::User).await?;
        let cases = self.store().streams(StreamKind::Case).await?;
        self.store().index_drop().await?;
        let (mut changes, mut rebuilt) = (Vec::new(), 0_usize);
        for (stream, _) in users {
            let id = AccountId(stream.id);
            if let Some(user) = self.user(id).await? {
                changes.push(account_card(id, user.head, &user.card)?);
            }
        }
        for (stream, _) in &cases {
            let id = CaseId(stream.id);
            let loaded = match self.load(id).await {
                // Deleted for good since we began.
                Err(gone) if gone.kind() == ProblemKind::NotFound => continue,
                loaded => loaded?,
            };
            rebuilt = rebuilt.saturating_add(1);
            changes.extend(loaded.case.allocations().map(|has| IndexChange::Allocate {
                case: id.0,
                account: has.account.0,
                relation: has.relation.code().to_owned(),
            }));
            let app = self.clone();
            let (case, head) = (loaded.case.clone(), loaded.head);
            let derived = tokio::task::spawn_blocking(move || Derived::of(&case, &app))
                .await
                .map_err(|error| Problem::internal(format!("case {id}: what is made from it ended ({error})")))?;
            changes.extend(derived.changes(id, head)?);
            if changes.len() >= AT_ONCE {
                self.store().index_put(std::mem::take(&mut changes)).await?;
            }
        }
        if !changes.is_empty() {
            self.store().index_put(changes).await?;
        }
        Ok(rebuilt)
    }
}
