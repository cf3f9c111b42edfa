//! Who acts: somebody signed in, or the operator who holds the key.

use practice::entry::Author;
use practice::ids::AccountId;
use practice::permission::AccountRole;
use practice::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Somebody signed in. Comes only from a [`Session`](crate::Session).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub(crate) account: AccountId,
    pub(crate) name: Text,
    pub(crate) roles: BTreeSet<AccountRole>,
}

impl Subject {
    /// The account.
    #[must_use]
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// The name that stands beside what this person records.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// What the account is for.
    #[must_use]
    pub fn roles(&self) -> &BTreeSet<AccountRole> {
        &self.roles
    }

    pub(crate) fn author(&self) -> Author {
        Author { id: self.account, name: self.name.clone() }
    }
}

/// Whoever runs the binary with the key. Sees everything, and is logged as such.
#[derive(Clone, Debug)]
pub struct Operator {
    code: String,
}

/// The account under which an operator stands in the journal and the access log: no account at all.
pub(crate) const OPERATOR: AccountId = AccountId(Uuid::nil());

impl Operator {
    /// The only way to become one: by running the binary with the key. `name` is that of the system's user.
    #[must_use]
    pub fn from_key_holder(name: &str) -> Self {
        // The access log keeps codes only, so that no words can slip into what is stored in clear.
        let name: String =
            name.chars().filter(|c| c.is_ascii_alphanumeric() || "._-".contains(*c)).take(60).collect();
        Self { code: format!("operator:{}", if name.is_empty() { "unknown" } else { &name }) }
    }

    /// What stands as the purpose in the access log.
    pub(crate) fn code(&self) -> &str {
        &self.code
    }
}

/// What a case is opened for. Kept in the access log with every reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Working with the family.
    #[default]
    DirectWork,
    /// Supervising somebody who does.
    Supervision,
}

impl Purpose {
    /// The code, as in the access log.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::DirectWork => "direct_work",
            Self::Supervision => "supervision",
        }
    }
}
