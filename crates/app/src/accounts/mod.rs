//! Accounts: who may sign in, and what for. One user stream each; the agency stream keeps sign-in names unique.

pub(crate) mod events;
pub(crate) mod manage;
pub(crate) mod password;

use crate::secret::Secret;
use practice::ids::AccountId;
use practice::permission::AccountRole;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// An account to be made.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The person's name, as it will stand beside what they record.
    pub name: String,
    /// What the person types to sign in.
    pub sign_in: String,
    /// What the account is for. Administrator excludes the others.
    pub roles: BTreeSet<AccountRole>,
    /// The first password, 15 characters or more.
    pub password: Secret,
}

/// An account, as in lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// What the person types to sign in.
    pub sign_in: String,
    /// The person's name.
    pub name: String,
    /// What the account is for.
    pub roles: BTreeSet<AccountRole>,
    /// Whether it is closed.
    pub disabled: bool,
}

/// The kind of index card that accounts have.
pub(crate) const CARD: &str = "account";

/// What the index keeps of an account: no password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AccountCard {
    pub(crate) sign_in: String,
    pub(crate) name: practice::text::Text,
    pub(crate) roles: BTreeSet<AccountRole>,
    pub(crate) disabled: bool,
    /// Grows with everything that must end sessions: password, closing, roles.
    pub(crate) epoch: u64,
    /// How the person wants the pages.
    #[serde(default)]
    pub(crate) preferences: Preferences,
}

/// How somebody wants the pages. Kept with the account and not on the device, which should not show what it is used for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    /// The language, as a code; none for the one of the place.
    #[serde(default)]
    pub language: Option<String>,
    /// Whether windows are titled with the name of the product and nothing else.
    #[serde(default)]
    pub plain_titles: bool,
}

impl crate::App {
    /// Sets how somebody wants the pages.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn preferences_set(
        &self,
        subject: &crate::Subject,
        preferences: Preferences,
    ) -> Result<(), crate::Problem> {
        let set = events::PreferencesSet { preferences, at: self.now() };
        self.change_own_account(subject.account, events::UserEvent::PreferencesSet(set)).await
    }
}

/// Sign-in names are compared without capitals and in one form of their letters.
pub(crate) fn folded(sign_in: &str) -> String {
    sign_in.trim().nfkc().flat_map(char::to_lowercase).collect()
}
