//! Taking in what `holdfast generate` makes: invented accounts and cases, through the ordinary append. Never beside real ones.

use crate::accounts::events::{AGENCY, Created, SIGN_IN_RESERVED, SignInReserved, UserEvent, new_event, payload};
use crate::accounts::manage::account_card;
use crate::accounts::{AccountCard, Preferences};
use crate::cases::cards::{CARD, StoredCard};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::{OPERATOR, Operator};
use practice::event::{Allocation, CaseEvent, Imported};
use practice::format::CaseDocument;
use practice::ids::AccountId;
use practice::permission::{AccountRole, Relation};
use practice::text::Text;
use std::collections::{BTreeMap, BTreeSet};
use store::{Append, AppendError, IndexChange, Outcome, StreamId};

/// An invented account. It has no password: nobody signs in with it before one is set.
#[derive(Clone, Debug)]
pub struct InventedAccount {
    /// Its id, the same in every store.
    pub id: AccountId,
    /// What the person types to sign in.
    pub sign_in: String,
    /// The person's name.
    pub name: Text,
    /// What the account is for.
    pub role: AccountRole,
}

impl App {
    /// Refuses a store in which there is a family that is not invented: one could not be told from the other. Logged as the
    /// operator's doing.
    ///
    /// # Errors
    /// That there is such a family; or that the store cannot be read.
    pub async fn only_invented(&self, operator: &Operator) -> Result<(), Problem> {
        for card in self.store().index_cards(CARD).await? {
            if !StoredCard::read(&card.card)?.is_invented() {
                return Err(Problem::refused(
                    "There are cases here that are not invented. Invented ones do not go beside them: name another \
                     folder with --data, or another database",
                ));
            }
        }
        self.log(OPERATOR, None, "generate", operator.code(), Outcome::Shown).await
    }

    /// Makes those of the accounts that are not there yet. Gives how many it made.
    ///
    /// # Errors
    /// When a sign-in name belongs to somebody else; or that the store did not take it.
    pub async fn invented_accounts(
        &self,
        _operator: &Operator,
        accounts: Vec<InventedAccount>,
    ) -> Result<usize, Problem> {
        self.reserve_all(&accounts).await?;
        let mut made = 0;
        for account in accounts {
            let stream = StreamId::user(account.id.0);
            if self.store().head(&stream).await? > 0 {
                continue;
            }
            let InventedAccount { id, sign_in, name, role } = account;
            let (roles, at) = (BTreeSet::from([role]), self.now());
            let card = AccountCard {
                sign_in: sign_in.clone(),
                name: name.clone(),
                roles: roles.clone(),
                disabled: false,
                epoch: 0,
                preferences: Preferences::default(),
            };
            let events = vec![UserEvent::Created(Created { sign_in, name, roles, by: OPERATOR, at }).stored()?];
            let index = vec![account_card(id, 1, &card)?];
            let append = Append { stream, expected: 0, events, drafts_done: Vec::new(), index };
            match self.store().append(append).await {
                Ok(_) => made += 1,
                // Another process is at it, with the same.
                Err(AppendError::Stale { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(made)
    }

    /// Reserves the sign-in names, all at once.
    async fn reserve_all(&self, accounts: &[InventedAccount]) -> Result<(), Problem> {
        loop {
            let mut head = 0;
            let mut taken: BTreeMap<String, AccountId> = BTreeMap::new();
            for event in self.store().read(&AGENCY, 0).await? {
                head = event.seq;
                if event.tag == SIGN_IN_RESERVED {
                    let entry: SignInReserved = payload(&event)?;
                    taken.insert(entry.sign_in, entry.account);
                }
            }
            let mut events = Vec::new();
            for account in accounts {
                match taken.get(&account.sign_in) {
                    Some(id) if *id == account.id => {}
                    Some(_) => {
                        return Err(Problem::refused(format!(
                            "The sign-in name “{}” belongs to somebody else here. Name another folder with --data, or \
                             another database",
                            account.sign_in
                        )));
                    }
                    None => {
                        let entry = SignInReserved { sign_in: account.sign_in.clone(), account: account.id };
                        events.push(new_event(SIGN_IN_RESERVED, serde_json::to_vec(&entry))?);
                    }
                }
            }
            if events.is_empty() {
                return Ok(());
            }
            let append =
                Append { stream: AGENCY, expected: head, events, drafts_done: Vec::new(), index: Vec::new() };
            match self.store().append(append).await {
                Ok(_) => return Ok(()),
                Err(AppendError::Stale { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Takes in one invented case: all of it or nothing, after the checks of an import. False when it was there already.
    ///
    /// # Errors
    /// When it is not a case that an import would take; or that the store did not take it.
    pub async fn invented_case(
        &self,
        _operator: &Operator,
        document: CaseDocument,
        relations: &[(AccountId, Relation)],
    ) -> Result<bool, Problem> {
        let case = document.case.case;
        if self.store().head(&StreamId::case(case.0)).await? > 0 {
            return Ok(false);
        }
        let checked = tokio::task::spawn_blocking(move || {
            let wrong = (!document.case.invented)
                .then(|| "it does not say that it is invented".to_owned())
                .or_else(|| document.problems().first().map(|one| format!("{}: {}", one.path, one.message)));
            let hash = document.to_json().map(|text| blake3::hash(text.as_bytes()).to_hex().to_string());
            (document, wrong, hash)
        });
        let broken = |why: String| Problem::internal(format!("case {case} was not invented as a case is: {why}"));
        let (document, wrong, hash) = checked.await.map_err(|error| broken(error.to_string()))?;
        if let Some(wrong) = wrong {
            return Err(broken(wrong));
        }
        let imported = Imported {
            file_hash: hash.map_err(|error| broken(error.to_string()))?,
            revisions: u32::try_from(document.entries.len()).unwrap_or(u32::MAX),
            by: OPERATOR,
            at: self.now(),
        };
        let since = document.case.opened_at;
        let mut events = vec![CaseEvent::Opened(document.case)];
        let mut index = Vec::new();
        for (account, relation) in relations {
            let allocation = Allocation { account: *account, relation: *relation, since, by: OPERATOR };
            events.push(CaseEvent::Allocated(allocation));
            let relation = relation.code().to_owned();
            index.push(IndexChange::Allocate { case: case.0, account: account.0, relation });
        }
        events.extend(document.entries.into_iter().map(|revision| CaseEvent::Entry(Box::new(revision))));
        events.push(CaseEvent::Imported(imported));
        // False: another process was first, with the same.
        self.append_case(case, None, events, Vec::new(), index).await
    }
}
