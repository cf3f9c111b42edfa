//! What whoever runs the binary with the key may ask: everything, and all of it is logged.

use crate::cases::cards::{CARD, StoredCard};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::{OPERATOR, Operator};
use practice::clearance::Clearance;
use practice::ids::{AccountId, CaseId};
use practice::project::Projection;
use std::sync::Arc;
use store::{Outcome, StreamId, StreamKind};

/// A case, as in the operator's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperatorCase {
    /// The case.
    pub case: CaseId,
    /// What the children are called.
    pub children: Vec<String>,
    /// How many entries it has.
    pub entries: usize,
    /// Its head in the journal.
    pub head: u64,
}

impl App {
    /// All cases, by id.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub async fn operator_cases(&self, operator: &Operator) -> Result<Vec<OperatorCase>, Problem> {
        let mut cases = Vec::new();
        for card in self.store().index_cards(CARD).await? {
            let StoredCard { children, entries, .. } = StoredCard::read(&card.card)?;
            cases.push(OperatorCase { case: CaseId(card.id), children, entries, head: card.head });
        }
        self.log(OPERATOR, None, "operator_cases", operator.code(), Outcome::Shown).await?;
        Ok(cases)
    }

    /// The case of an id, or of the beginning of one.
    ///
    /// # Errors
    /// When none fits, or more than one; then it says which.
    pub async fn find_case(&self, _operator: &Operator, prefix: &str) -> Result<CaseId, Problem> {
        let prefix = prefix.trim().to_lowercase();
        let streams = self.store().streams(StreamKind::Case).await?;
        let fitting: Vec<CaseId> =
            streams.iter().map(|(s, _)| CaseId(s.id)).filter(|id| id.to_string().starts_with(&prefix)).collect();
        match fitting.as_slice() {
            [one] => Ok(*one),
            [] => Err(Problem::refused(format!(
                "There is no case whose id begins with “{prefix}”. See them all with: holdfast cases"
            ))),
            many => {
                let ids: Vec<String> = many.iter().take(10).map(ToString::to_string).collect();
                let more = if many.len() > ids.len() { " …" } else { "" };
                Err(Problem::refused(format!(
                    "More than one case begins with “{prefix}”: {}{more}. Give more of the id",
                    ids.join(", ")
                )))
            }
        }
    }

    /// The whole of a case.
    ///
    /// # Errors
    /// When there is no such case, or it cannot be read or logged.
    pub async fn operator_projection(&self, operator: &Operator, case: CaseId) -> Result<Arc<Projection>, Problem> {
        let loaded = self.load(case).await?;
        let projection = self.project(&loaded, &Clearance::whole()).await?;
        let stream = Some(StreamId::case(case.0));
        self.log(OPERATOR, stream, "operator_view", operator.code(), Outcome::Shown).await?;
        Ok(projection)
    }

    /// To whom imported cases are allocated: the account of this sign-in name, or the only one there is.
    ///
    /// # Errors
    /// When there is no such account, or none was named and there is not exactly one.
    pub async fn account_for_import(&self, sign_in: Option<&str>) -> Result<AccountId, Problem> {
        if let Some(sign_in) = sign_in {
            let found = self.account_named(sign_in).await?;
            return found.map(|(id, _)| id).ok_or_else(|| {
                Problem::refused(format!("There is no account “{sign_in}”. See them all with: holdfast user list"))
            });
        }
        let accounts = self.account_list(&Operator::from_key_holder("import")).await?;
        match accounts.as_slice() {
            [only] => Ok(only.id),
            [] => Err(Problem::refused("There is no account yet. Make one with: holdfast user add")),
            _ => Err(Problem::refused(
                "There is more than one account. Say whose cases these are: --allocate-to NAME",
            )),
        }
    }
}
