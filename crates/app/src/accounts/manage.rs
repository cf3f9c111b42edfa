//! Making and changing accounts.

use super::events::{
    AGENCY, Created, PasswordSet, RolesSet, SIGN_IN_RESERVED, SignInReserved, Step, User, UserEvent,
};
use super::{Account, AccountCard, CARD, NewAccount, Preferences, folded, password};
use crate::accounts::events::{new_event, payload};
use crate::permission::{Allowed, ManageAccounts};
use crate::problem::Problem;
use crate::secret::Secret;
use crate::state::App;
use crate::subject::{OPERATOR, Operator};
use practice::ids::AccountId;
use practice::permission::AccountRole;
use practice::text::Text;
use std::collections::BTreeSet;
use store::{Append, AppendError, IndexChange, StreamId};

mod sealed {
    pub trait Sealed {}
    impl Sealed for crate::Operator {}
    impl Sealed for crate::Allowed<crate::ManageAccounts> {}
}

/// Whoever may make and change accounts: the operator, or an administrator.
pub trait MayManageAccounts: sealed::Sealed + Sync {
    /// The account that stands in the journal as the one who did it.
    fn account(&self) -> AccountId;
}

impl MayManageAccounts for Operator {
    fn account(&self) -> AccountId {
        OPERATOR
    }
}

impl MayManageAccounts for Allowed<ManageAccounts> {
    fn account(&self) -> AccountId {
        self.subject().account()
    }
}

fn check_roles(roles: &BTreeSet<AccountRole>) -> Result<(), Problem> {
    if roles.is_empty() {
        return Err(Problem::refused("Say what the account is for: practitioner, supervisor or administrator"));
    }
    if roles.contains(&AccountRole::Administrator) && roles.len() > 1 {
        return Err(Problem::refused(
            "An administrator sees no case, so the account cannot also be for casework. Make two accounts",
        ));
    }
    Ok(())
}

fn check_sign_in(sign_in: &str) -> Result<String, Problem> {
    let sign_in = folded(sign_in);
    let length = sign_in.chars().count();
    if length == 0 || length > 200 || sign_in.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(Problem::refused("Choose a sign-in name without spaces, at most 200 characters long"));
    }
    Ok(sign_in)
}

impl App {
    /// Makes an account.
    ///
    /// # Errors
    /// When the name is taken, the password too short, or the roles exclude one another.
    pub async fn account_create(
        &self,
        by: &impl MayManageAccounts,
        account: NewAccount,
    ) -> Result<AccountId, Problem> {
        self.make_account(by.account(), account, false).await
    }

    /// Makes the very first account, for the page of the first run: refused as soon as there is one.
    ///
    /// # Errors
    /// As [`App::account_create`]; or that there is an account already.
    pub async fn first_account(&self, account: NewAccount) -> Result<AccountId, Problem> {
        self.make_account(OPERATOR, account, true).await
    }

    async fn make_account(&self, by: AccountId, new: NewAccount, only_first: bool) -> Result<AccountId, Problem> {
        check_roles(&new.roles)?;
        password::check(&new.password)?;
        let sign_in = check_sign_in(&new.sign_in)?;
        let name = Text::parse(&new.name).map_err(|error| Problem::refused(format!("The name {error}")))?;
        let password = self.hash_password(new.password).await?;
        let id = self.reserve_sign_in(&sign_in, only_first).await?;
        let at = self.now();
        let created = UserEvent::Created(Created { sign_in, name, roles: new.roles, by, at });
        let set = UserEvent::PasswordSet(PasswordSet { password, by, at });
        match self.append_user(id, None, vec![created, set]).await {
            Err(Failure::Stale) => Err(taken()),
            Err(Failure::Other(problem)) => Err(problem),
            Ok(()) => Ok(id),
        }
    }

    /// Reserves a sign-in name in the agency stream, whose head makes it unique among all servers. A name that was
    /// reserved for an account that never came to be (the server was killed between) is given to this one.
    async fn reserve_sign_in(&self, sign_in: &str, only_first: bool) -> Result<AccountId, Problem> {
        loop {
            let mut head = 0;
            let mut reserved = None;
            let mut others = Vec::new();
            for event in self.store().read(&AGENCY, 0).await? {
                head = event.seq;
                if event.tag == SIGN_IN_RESERVED {
                    let entry: SignInReserved = payload(&event)?;
                    if entry.sign_in == sign_in {
                        reserved = Some(entry.account);
                    } else {
                        others.push(entry.account);
                    }
                }
            }
            let made = |id: AccountId| async move { self.store().head(&StreamId::user(id.0)).await };
            if only_first {
                for other in others.iter().copied() {
                    if made(other).await? > 0 {
                        return Err(Problem::refused("There is an account already. Sign in with it"));
                    }
                }
            }
            if let Some(id) = reserved {
                return if made(id).await? > 0 { Err(taken()) } else { Ok(id) };
            }
            // Two first accounts at the same moment get the same id, so that only one of them comes to be.
            let begun = if only_first { others.first().copied() } else { None };
            let id = begun.unwrap_or_else(|| AccountId(self.new_id()));
            let entry = SignInReserved { sign_in: sign_in.to_owned(), account: id };
            let append = Append {
                stream: AGENCY,
                expected: head,
                events: vec![new_event(SIGN_IN_RESERVED, serde_json::to_vec(&entry))?],
                drafts_done: Vec::new(),
                index: Vec::new(),
            };
            match self.store().append(append).await {
                Ok(_) => return Ok(id),
                Err(AppendError::Stale { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    async fn append_user(&self, id: AccountId, user: Option<User>, events: Vec<UserEvent>) -> Result<(), Failure> {
        let expected = user.as_ref().map_or(0, |user| user.head);
        let mut after = user;
        let mut stored = Vec::with_capacity(events.len());
        for event in events {
            stored.push(event.stored()?);
            match (&mut after, event) {
                (None, UserEvent::Created(created)) => {
                    let Created { sign_in, name, roles, .. } = created;
                    let card = AccountCard {
                        sign_in,
                        name,
                        roles,
                        disabled: false,
                        epoch: 0,
                        preferences: Preferences::default(),
                    };
                    after = Some(User { card, password: None, pin: None, head: 0 });
                }
                (Some(user), event) => user.apply(event),
                (None, _) => return Err(Failure::Other(Problem::not_found())),
            }
        }
        let head = expected.saturating_add(u64::try_from(stored.len()).unwrap_or(u64::MAX));
        let index = after.iter().map(|user| account_card(id, head, &user.card)).collect::<Result<_, _>>()?;
        let stream = StreamId::user(id.0);
        let append = Append { stream, expected, events: stored, drafts_done: Vec::new(), index };
        match self.store().append(append).await {
            Ok(_) => Ok(()),
            Err(AppendError::Stale { .. }) => Err(Failure::Stale),
            Err(error) => Err(Failure::Other(error.into())),
        }
    }

    /// All accounts, by sign-in name.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn account_list(&self, _by: &impl MayManageAccounts) -> Result<Vec<Account>, Problem> {
        let mut accounts: Vec<Account> = self
            .account_cards()
            .await?
            .into_iter()
            .map(|(id, card)| Account {
                id,
                sign_in: card.sign_in,
                name: card.name.to_string(),
                roles: card.roles,
                disabled: card.disabled,
            })
            .collect();
        accounts.sort_by(|a, b| a.sign_in.cmp(&b.sign_in));
        Ok(accounts)
    }

    /// Whether anybody can sign in at all.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn has_accounts(&self) -> Result<bool, Problem> {
        Ok(!self.store().streams(store::StreamKind::User).await?.is_empty())
    }

    /// Sets a password. All sessions of the account end.
    ///
    /// # Errors
    /// When there is no such account, or the password is too short.
    pub async fn password_set(
        &self,
        by: &impl MayManageAccounts,
        sign_in: &str,
        password: Secret,
    ) -> Result<(), Problem> {
        password::check(&password)?;
        let password = self.hash_password(password).await?;
        let event = UserEvent::PasswordSet(PasswordSet { password, by: by.account(), at: self.now() });
        self.change_account(sign_in, event).await
    }

    /// Closes an account. All its sessions end; what it recorded stays.
    ///
    /// # Errors
    /// When there is no such account.
    pub async fn account_disable(&self, by: &impl MayManageAccounts, sign_in: &str) -> Result<(), Problem> {
        let event = UserEvent::Disabled(Step { by: by.account(), at: self.now() });
        self.change_account(sign_in, event).await
    }

    /// Opens a closed account again.
    ///
    /// # Errors
    /// When there is no such account.
    pub async fn account_enable(&self, by: &impl MayManageAccounts, sign_in: &str) -> Result<(), Problem> {
        let event = UserEvent::Enabled(Step { by: by.account(), at: self.now() });
        self.change_account(sign_in, event).await
    }

    /// Says what an account is for from now on. All its sessions end.
    ///
    /// # Errors
    /// When there is no such account, or the roles exclude one another.
    pub async fn account_roles(
        &self,
        by: &impl MayManageAccounts,
        sign_in: &str,
        roles: BTreeSet<AccountRole>,
    ) -> Result<(), Problem> {
        check_roles(&roles)?;
        let event = UserEvent::RolesSet(RolesSet { roles, by: by.account(), at: self.now() });
        self.change_account(sign_in, event).await
    }

    async fn change_account(&self, sign_in: &str, event: UserEvent) -> Result<(), Problem> {
        let (id, _) = self.account_named(sign_in).await?.ok_or_else(|| {
            Problem::refused(format!("There is no account “{sign_in}”. See them all with: holdfast user list"))
        })?;
        self.change_own_account(id, event).await?;
        // The epoch on the card has ended them already, on every server; this only tidies up.
        self.store().session_delete_for(id.0).await?;
        Ok(())
    }

    /// Adds an event to an account's stream; its sessions go on.
    pub(crate) async fn change_own_account(&self, id: AccountId, event: UserEvent) -> Result<(), Problem> {
        loop {
            let user = self.user(id).await?.ok_or_else(Problem::not_found)?;
            match self.append_user(id, Some(user), vec![event.clone()]).await {
                Ok(()) => return Ok(()),
                Err(Failure::Stale) => {}
                Err(Failure::Other(problem)) => return Err(problem),
            }
        }
    }

    pub(crate) async fn user(&self, id: AccountId) -> Result<Option<User>, Problem> {
        User::fold(&self.store().read(&StreamId::user(id.0), 0).await?)
    }

    pub(crate) async fn account_named(&self, sign_in: &str) -> Result<Option<(AccountId, AccountCard)>, Problem> {
        let sign_in = folded(sign_in);
        Ok(self.account_cards().await?.into_iter().find(|(_, card)| card.sign_in == sign_in))
    }

    pub(crate) async fn account_card(&self, id: AccountId) -> Result<Option<AccountCard>, Problem> {
        match self.store().index_card(CARD, id.0).await? {
            Some(card) => read_card(&card.card).map(Some),
            None => Ok(None),
        }
    }

    /// How many open accounts have a role.
    pub(crate) async fn accounts_with(&self, role: AccountRole) -> Result<usize, Problem> {
        let cards = self.account_cards().await?;
        Ok(cards.iter().filter(|(_, card)| !card.disabled && card.roles.contains(&role)).count())
    }

    async fn account_cards(&self) -> Result<Vec<(AccountId, AccountCard)>, Problem> {
        let cards = self.store().index_cards(CARD).await?;
        cards.into_iter().map(|card| Ok((AccountId(card.id), read_card(&card.card)?))).collect()
    }
}

/// The change of the index that keeps an account findable.
pub(crate) fn account_card(id: AccountId, head: u64, card: &AccountCard) -> Result<IndexChange, Problem> {
    let card = serde_json::to_vec(card).map_err(|error| Problem::internal(format!("account card: {error}")))?;
    Ok(IndexChange::Card { kind: CARD.to_owned(), id: id.0, head, card })
}

fn read_card(bytes: &[u8]) -> Result<AccountCard, Problem> {
    serde_json::from_slice(bytes).map_err(|error| {
        Problem::internal(format!("an account card cannot be read ({error}): run holdfast reindex"))
    })
}

enum Failure {
    Stale,
    Other(Problem),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}

fn taken() -> Problem {
    Problem::refused("This sign-in name is taken. Choose another")
}
