//! Sessions: 256 random bits in the browser, their hash here. 30 minutes idle, 12 hours in all.

mod farewell;
mod screen;
mod throttle;

pub use screen::{Screen, Unhide};

use crate::accounts::AccountCard;
use crate::accounts::folded;
use crate::problem::Problem;
use crate::secret::Secret;
use crate::state::App;
use crate::subject::{Purpose, Subject};
use jiff::Timestamp;
use practice::ids::AccountId;
use practice::permission::AccountRole;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

const IDLE_MICROS: i64 = 30 * 60 * 1_000_000;
const LONGEST_MICROS: i64 = 12 * 60 * 60 * 1_000_000;
/// Being active is noted at most this often: every note is a write that waits for the disk.
const TOUCH_MICROS: i64 = 60 * 1_000_000;

/// Somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Session {
    /// The account.
    pub account: AccountId,
    /// The person's name.
    pub name: String,
    /// What the account is for.
    pub roles: BTreeSet<AccountRole>,
    /// The token that every changing form carries.
    pub csrf: String,
    /// When it ends if nothing is done.
    pub expires: Timestamp,
    /// What cases are opened for, until said otherwise.
    pub purpose: Purpose,
    /// What may be on the screen.
    pub screen: Screen,
    /// The language of the pages, where the person has chosen one.
    pub language: Option<String>,
    /// Whether windows are titled with the name of the product and nothing else.
    pub plain_titles: bool,
    subject: Subject,
}

impl Session {
    /// Who it is, for asking permission.
    #[must_use]
    pub fn subject(&self) -> &Subject {
        &self.subject
    }
}

/// A session that has just begun.
#[derive(Clone)]
pub struct SignedIn {
    /// For the browser's cookie; kept nowhere else.
    pub token: String,
    /// The session.
    pub session: Session,
}

impl std::fmt::Debug for SignedIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedIn").field("account", &self.session.account).finish_non_exhaustive()
    }
}

/// Why somebody was not signed in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// Unknown name, wrong password or closed account: nobody is told which.
    #[error(
        "The sign-in name or the password is not right. Check both and try again, or ask the person who looks after Holdfast"
    )]
    Wrong,
    /// Too many wrong attempts with this name.
    #[error("Too many attempts with this sign-in name. Wait {seconds} seconds, then try again")]
    Wait {
        /// How long.
        seconds: u64,
    },
    /// It cannot be checked just now.
    #[error(transparent)]
    Problem(#[from] Problem),
}

/// So often a change of a session is tried when other servers change it, too.
const CHANGES: usize = 16;

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    created_micros: i64,
    seen_micros: i64,
    epoch: u64,
    csrf: String,
    purpose: Purpose,
    /// Sessions kept before there was such a thing show everything.
    #[serde(default)]
    screen: Screen,
}

impl Kept {
    fn expires_micros(&self) -> i64 {
        self.created_micros.saturating_add(LONGEST_MICROS).min(self.seen_micros.saturating_add(IDLE_MICROS))
    }
}

impl App {
    /// Signs somebody in. Unknown name, wrong password and closed account do the same work and get the same answer.
    ///
    /// # Errors
    /// [`SignInError`].
    pub async fn sign_in(&self, sign_in: &str, password: Secret) -> Result<SignedIn, SignInError> {
        let name = folded(sign_in);
        let wait = self.attempt(&name).await?;
        if wait > 0 {
            let seconds = u64::try_from(wait).unwrap_or(0).div_ceil(1_000_000);
            return Err(SignInError::Wait { seconds });
        }
        let found = self.account_named(&name).await?;
        let id = found.map_or(AccountId(Uuid::nil()), |(id, _)| id);
        let user = self.user(id).await?;
        let kept = user.as_ref().and_then(|user| user.password.as_ref());
        let fits = self.password_fits(password, kept).await?;
        match user {
            Some(user) if fits && !user.card.disabled => {
                self.attempts_forgotten(&name).await?;
                let now = self.now().as_microsecond();
                self.store().session_sweep(now).await.map_err(Problem::from)?;
                Ok(self.begin(id, &user.card).await?)
            }
            _ => Err(SignInError::Wrong),
        }
    }

    /// Begins a session without a password: for the demo only, which listens on loopback only.
    ///
    /// # Errors
    /// When there is no such account.
    pub async fn session_for_demo(&self, account: AccountId) -> Result<SignedIn, Problem> {
        let card = self.account_card(account).await?.ok_or_else(Problem::not_found)?;
        self.begin(account, &card).await
    }

    async fn begin(&self, account: AccountId, card: &AccountCard) -> Result<SignedIn, Problem> {
        let token = self.new_token();
        let now = self.now().as_microsecond();
        let kept = Kept {
            created_micros: now,
            seen_micros: now,
            epoch: card.epoch,
            csrf: self.new_token(),
            purpose: Purpose::default(),
            screen: Screen::Open,
        };
        self.keep(&token, account, &kept).await?;
        Ok(SignedIn { token, session: session(account, card, &kept) })
    }

    async fn keep(&self, token: &str, account: AccountId, kept: &Kept) -> Result<(), Problem> {
        let content = serde_json::to_vec(kept).map_err(|error| Problem::internal(format!("session: {error}")))?;
        Ok(self.store().session_put(hash(token), account.0, kept.expires_micros(), content).await?)
    }

    /// Changes a session, once more from what is there where it was changed meanwhile: here one at a time, and other
    /// servers may be at it. None if it has ended, or `change` wants nothing of it; it never brings back an ended one.
    async fn change_kept<T>(
        &self,
        token: &str,
        change: impl Fn(Kept) -> Option<(Kept, T)>,
    ) -> Result<Option<(AccountId, AccountCard, Kept, T)>, Problem> {
        let _one_at_a_time = self.sessions_gate().lock().await;
        for _ in 0..CHANGES {
            let Some((account, card, kept, row)) = self.kept_row(token).await? else { return Ok(None) };
            let Some((next, told)) = change(kept) else { return Ok(None) };
            let content =
                serde_json::to_vec(&next).map_err(|error| Problem::internal(format!("session: {error}")))?;
            let until = next.expires_micros();
            if self.store().session_next(hash(token), Some(&row), account.0, until, content).await? {
                return Ok(Some((account, card, next, told)));
            }
        }
        Err(Problem::internal("a session is changed again and again by other servers"))
    }

    /// The session of a token, if it has not ended. It ends after 30 minutes without a request, after 12 hours in all, by
    /// signing out, and when the password or the roles change or the account is closed.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn session(&self, token: &str) -> Result<Option<Session>, Problem> {
        let Some((account, card, mut kept)) = self.kept(token).await? else {
            return Ok(None);
        };
        let now = self.now().as_microsecond();
        if now.saturating_sub(kept.seen_micros) > TOUCH_MICROS {
            match self.change_kept(token, |fresh| Some((Kept { seen_micros: now, ..fresh }, ()))).await? {
                Some((_, _, fresh, ())) => kept = fresh,
                None => return Ok(None),
            }
        }
        Ok(Some(session(account, &card, &kept)))
    }

    /// Says what cases are opened for from now on in this session.
    ///
    /// # Errors
    /// When the session has ended, or the store cannot be written.
    pub async fn session_purpose(&self, token: &str, purpose: Purpose) -> Result<(), Problem> {
        let changed = self.change_kept(token, |kept| Some((Kept { purpose, ..kept }, ()))).await?;
        changed.map(|_| ()).ok_or_else(Problem::not_found)
    }

    /// Ends a session. Fine if it has ended already.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn sign_out(&self, token: &str) -> Result<(), Problem> {
        let _one_at_a_time = self.sessions_gate().lock().await;
        Ok(self.store().session_delete(hash(token)).await?)
    }

    async fn kept(&self, token: &str) -> Result<Option<(AccountId, AccountCard, Kept)>, Problem> {
        Ok(self.kept_row(token).await?.map(|(account, card, kept, _)| (account, card, kept)))
    }

    async fn kept_row(
        &self,
        token: &str,
    ) -> Result<Option<(AccountId, AccountCard, Kept, store::Session)>, Problem> {
        let Some(row) = self.store().session_get(hash(token)).await? else {
            return Ok(None);
        };
        let Ok(kept) = serde_json::from_slice::<Kept>(&row.content) else {
            return Ok(None);
        };
        let account = AccountId(row.account);
        let Some(card) = self.account_card(account).await? else {
            return Ok(None);
        };
        let now = self.now().as_microsecond();
        let alive = !card.disabled && card.epoch == kept.epoch && now < kept.expires_micros();
        Ok(alive.then_some((account, card, kept, row)))
    }
}

fn hash(token: &str) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("holdfast session token 1");
    hasher.update(token.as_bytes());
    *hasher.finalize().as_bytes()
}

fn session(account: AccountId, card: &AccountCard, kept: &Kept) -> Session {
    let subject = Subject { account, name: card.name.clone(), roles: card.roles.clone() };
    Session {
        account,
        name: card.name.to_string(),
        roles: card.roles.clone(),
        csrf: kept.csrf.clone(),
        expires: Timestamp::from_microsecond(kept.expires_micros()).unwrap_or(Timestamp::UNIX_EPOCH),
        purpose: kept.purpose,
        screen: kept.screen.clone(),
        language: card.preferences.language.clone(),
        plain_titles: card.preferences.plain_titles,
        subject,
    }
}
