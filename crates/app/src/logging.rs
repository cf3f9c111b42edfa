//! One line in the access log, before anything is shown.

use crate::problem::Problem;
use crate::state::App;
use practice::ids::AccountId;
use store::{Access, Outcome, StreamId};

impl App {
    /// Writes a line and returns when it is on the disk. If it cannot be written, nothing may be shown.
    pub(crate) async fn log(
        &self,
        who: AccountId,
        stream: Option<StreamId>,
        view: &str,
        purpose: &str,
        outcome: Outcome,
    ) -> Result<(), Problem> {
        let access = Access { who: who.0, stream, view: view.to_owned(), purpose: purpose.to_owned(), outcome };
        Ok(self.store().log_access(access).await?)
    }
}
