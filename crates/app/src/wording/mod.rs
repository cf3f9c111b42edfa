//! The wording check and the suggestions: what a case's people are called, what a text is told, what somebody decided
//! about it. The engine itself is behind [`Checker`]; `holdfast` hands it in.

mod case;
mod cast;
mod checker;
mod counts;
mod marks;
mod sentence;
mod standing;

pub(crate) use case::Checking;
pub use case::{CheckedText, NoteSentences, Suggested};
pub use cast::members;
pub use checker::{
    CastMember, Checked, Checker, Finding, FindingLevel, Named, NothingChecked, Noticed, Part, Place, Question,
    RulePage, Suggestion, SuggestionKind, Voice, WhoActs, WholeText,
};
pub use counts::{RuleCount, WordingCounts};
pub use marks::{KeepReason, Kept, Marks, Sorted};
pub use sentence::{blanks, sentence_at};
pub(crate) use standing::aside_key;
pub use standing::{Aside, AsideWhy};
