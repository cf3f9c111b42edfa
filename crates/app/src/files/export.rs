//! Export: a whole case file, history and all, for whoever holds the key.

use crate::problem::Problem;
use crate::state::App;
use crate::subject::{OPERATOR, Operator};
use practice::format::CaseDocument;
use practice::ids::CaseId;
use store::{Outcome, StreamId};

impl App {
    /// The case as a file. Two exports of the same case are the same bytes.
    ///
    /// # Errors
    /// When there is no such case, or it cannot be read or logged.
    pub async fn export(&self, operator: &Operator, case: CaseId) -> Result<String, Problem> {
        let loaded = self.load(case).await?;
        let stream = Some(StreamId::case(case.0));
        self.log(OPERATOR, stream, "export", operator.code(), Outcome::Shown).await?;
        CaseDocument::of(&loaded.case).to_json().map_err(|error| Problem::internal(format!("case {case}: {error}")))
    }
}
