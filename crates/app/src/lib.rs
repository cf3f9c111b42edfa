//! The use cases: authorise, load, project, record. The only crate that connects the practice with the store, and the
//! only caller of Cedar.
//!
//! A handler reaches a case only with an [`Allowed`] value, which only this crate can make, and never gets more than a
//! projection. Whatever is shown is in the access log before it is returned.

mod accounts;
mod cases;
mod drafts;
mod files;
mod index;
mod instruments;
mod invented;
mod logging;
mod operator;
mod people;
mod permission;
mod problem;
mod secret;
mod sessions;
mod state;
mod subject;
mod wording;

pub use accounts::manage::MayManageAccounts;
pub use accounts::{Account, NewAccount, Preferences};
pub use cases::cards::{CaseCard, ChildName};
pub use cases::erase::{Certificate, Counts, reference_of};
pub use cases::measured::Measured;
pub use cases::open::NewCase;
pub use cases::write::{Done, RecordError};
pub use drafts::{Draft, Saved};
pub use files::attach::{Attached, Attaching};
pub use files::content::{Told, ending_of};
pub use files::import::{FileProblem, ImportError, ImportedCase, Outcome};
pub use instruments::MayBringQuestions;
pub use invented::InventedAccount;
pub use operator::OperatorCase;
pub use people::alike::Why;
pub use people::card::index_of_nobody;
pub use people::doubles::{Doubles, Doubt, Elsewhere, PossiblySame, SamePerson};
pub use people::find::{Found, PersonFound};
pub use people::registry::{Basis, PersonRef, RegistryStep, Said};
pub use permission::policies::{Authority, CaseFacts, PolicyError, Resource};
pub use permission::table::in_access_table;
pub use permission::{Allocate, Allowed, Erase, Expunge, Hold, ManageAccounts, OpenCase, OverCase, Read, Record};
pub use problem::{Problem, ProblemKind};
pub use secret::Secret;
pub use sessions::{Screen, Session, SignInError, SignedIn, Unhide};
pub use state::{App, AppParts, StartError};
pub use store::{DraftKey, FileHead};
pub use subject::{Operator, Purpose, Subject};
pub use wording::{
    Aside, AsideWhy, CastMember, Checked, CheckedText, Checker, Finding, FindingLevel, KeepReason, Kept, Marks,
    Named, NoteSentences, NothingChecked, Noticed, Part, Place, Question, RuleCount, RulePage, Sorted, Suggested,
    Suggestion, SuggestionKind, Voice, WhoActs, WholeText, WordingCounts, blanks, members, sentence_at,
};
