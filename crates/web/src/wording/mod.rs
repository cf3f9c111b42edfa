//! The wording check and the suggestions on pages: the note editor, findings beside any text, taking a suggestion to the
//! map, a document that is checked and forgotten, the pages of the rules. Advice everywhere: nothing here blocks a save,
//! and nothing changes a text unless its writer presses a button.

mod acts;
mod answer;
pub(crate) mod check;
pub(crate) mod editor;
pub(crate) mod help;
mod marked;
mod panel;
mod plans;
pub(crate) mod quiet;
pub(crate) mod sentences;
mod take;
pub(crate) mod triage;

pub(crate) use acts::Acted;
pub(crate) use answer::answer;
