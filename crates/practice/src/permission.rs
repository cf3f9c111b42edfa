//! The words of permission: roles of accounts, relations to a case, actions and purposes. Who may do what is decided by
//! the policies, in the crate `app`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an account is for. Administrator excludes the other two: an administrator sees no case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AccountRole {
    /// Works cases.
    Practitioner,
    /// Supervises practitioners.
    Supervisor,
    /// Looks after accounts and settings.
    Administrator,
}

impl AccountRole {
    /// All roles.
    pub const ALL: [Self; 3] = [Self::Practitioner, Self::Supervisor, Self::Administrator];

    /// The code, as in policies and on the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Practitioner => "practitioner",
            Self::Supervisor => "supervisor",
            Self::Administrator => "administrator",
        }
    }

    /// The role of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// What an account has to do with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Works it.
    Allocated,
    /// Supervises the person who works it.
    SupervisorOf,
    /// Is related to, or knows, somebody in it. Blocks absolutely: the case looks as if it did not exist.
    Conflict,
}

impl Relation {
    /// All relations.
    pub const ALL: [Self; 3] = [Self::Allocated, Self::SupervisorOf, Self::Conflict];

    /// The code, as in policies and in the index.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Allocated => "allocated",
            Self::SupervisorOf => "supervisor_of",
            Self::Conflict => "conflict",
        }
    }

    /// The relation of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.code() == code)
    }
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// See a case.
    ReadCase,
    /// Record, revise, withdraw, reinstate.
    RecordEntry,
    /// Open a new case.
    OpenCase,
    /// Allocate a case.
    Allocate,
    /// Bring in case files.
    Import,
    /// Take a whole case file out, history and all.
    Export,
    /// Make and change accounts.
    ManageAccounts,
    /// Take an entry out for good that was recorded in the wrong case.
    ExpungeEntry,
    /// Forbid, and allow again, that anything of a case is erased.
    HoldCase,
    /// Ask that a case be erased for good, and decide about it.
    EraseCase,
    /// See the certificate of a case that was erased.
    ReadCertificate,
}

impl Action {
    /// All actions.
    pub const ALL: [Self; 11] = [
        Self::ReadCase,
        Self::RecordEntry,
        Self::OpenCase,
        Self::Allocate,
        Self::Import,
        Self::Export,
        Self::ManageAccounts,
        Self::ExpungeEntry,
        Self::HoldCase,
        Self::EraseCase,
        Self::ReadCertificate,
    ];

    /// The code, as in policies and in the access log.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ReadCase => "read_case",
            Self::RecordEntry => "record_entry",
            Self::OpenCase => "open_case",
            Self::Allocate => "allocate",
            Self::Import => "import",
            Self::Export => "export",
            Self::ManageAccounts => "manage_accounts",
            Self::ExpungeEntry => "expunge_entry",
            Self::HoldCase => "hold_case",
            Self::EraseCase => "erase_case",
            Self::ReadCertificate => "read_certificate",
        }
    }
}
