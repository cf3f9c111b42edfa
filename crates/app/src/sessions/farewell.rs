//! What outlives a session by a moment: a half-written form that leaves the page with the exit is still taken as a draft.
//! And the token of a first run. Both in the store, so that any server can answer.

use crate::problem::Problem;
use crate::state::App;
use crate::subject::Subject;
use practice::ids::AccountId;
use uuid::Uuid;

/// How long a draft is still taken.
const GRACE_MICROS: i64 = 60 * 1_000_000;
/// How long the first account may be made after the token was printed; a new start prints a new one.
const FIRST_RUN_MICROS: i64 = 60 * 60 * 1_000_000;

fn key(purpose: &'static str, token: &str) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key(purpose);
    hasher.update(token.as_bytes());
    *hasher.finalize().as_bytes()
}

fn farewell(csrf: &str) -> [u8; 32] {
    key("holdfast forms after the exit 1", csrf)
}

fn first_run(token: &str) -> [u8; 32] {
    key("holdfast first run 1", token)
}

impl App {
    /// Notes that a session was ended by its owner: for one minute its forms may still be saved as drafts, and nothing
    /// else.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn farewell(&self, csrf: &str, subject: &Subject) -> Result<(), Problem> {
        let until = self.now().as_microsecond().saturating_add(GRACE_MICROS);
        Ok(self.store().session_put(farewell(csrf), subject.account.0, until, Vec::new()).await?)
    }

    /// Whose form it is, if its session ended less than a minute ago.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn just_left(&self, csrf: &str) -> Result<Option<Subject>, Problem> {
        let Some(row) = self.store().session_get(farewell(csrf)).await? else { return Ok(None) };
        let account = AccountId(row.account);
        let card = self.account_card(account).await?.filter(|card| !card.disabled);
        Ok(card.map(|card| Subject { account, name: card.name, roles: card.roles }))
    }

    /// A token with which the first account can be made in the browser, on any server, for an hour.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn first_run_token(&self) -> Result<String, Problem> {
        let token = self.new_token();
        let until = self.now().as_microsecond().saturating_add(FIRST_RUN_MICROS);
        self.store().session_put(first_run(&token), Uuid::nil(), until, Vec::new()).await?;
        Ok(token)
    }

    /// Whether it is one of those.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn is_first_run_token(&self, token: &str) -> Result<bool, Problem> {
        Ok(self.store().session_get(first_run(token)).await?.is_some())
    }
}
