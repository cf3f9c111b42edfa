//! Bringing in rows of old records: drafts that were read from a file, recorded whole, with where they came from.

use crate::cases::write::{Along, Done, RecordError};
use crate::permission::{Allowed, Record};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::{OPERATOR, Operator, Subject};
use practice::ids::{AccountId, CaseId};
use practice::record::Draft;
use store::{DraftKey, Outcome, StreamId};

impl App {
    /// Records what was read from a file: all of it or nothing, and the hash of the file in the journal. `done` is the
    /// draft that is finished by it.
    ///
    /// # Errors
    /// As [`App::record`]; nothing is recorded then.
    pub async fn record_imported(
        &self,
        allowed: &Allowed<Record>,
        drafts: Vec<Draft>,
        file: &[u8],
        done: Option<DraftKey>,
    ) -> Result<Done, RecordError> {
        let along = Along { imported: Some(blake3::hash(file).to_hex().to_string()), ..Along::default() };
        self.record_along(allowed, drafts, done, &along).await
    }

    /// What the operator may record in a case, in the name of an account that works it. Logged as the operator's doing.
    ///
    /// # Errors
    /// When the account may not record in the case, or the store cannot be read.
    pub async fn operator_recording(
        &self,
        operator: &Operator,
        account: AccountId,
        case: CaseId,
    ) -> Result<Allowed<Record>, Problem> {
        let card = self.account_card(account).await?.ok_or_else(Problem::not_found)?;
        let subject = Subject { account, name: card.name.clone(), roles: card.roles.clone() };
        let allowed = self.allow_record(&subject, case).await.map_err(|_| {
            Problem::refused(
                "This account does not work this case. Name one that does with --by NAME, or let it: holdfast user allocate",
            )
        })?;
        self.log(OPERATOR, Some(StreamId::case(case.0)), "import_rows", operator.code(), Outcome::Shown).await?;
        Ok(allowed)
    }
}
