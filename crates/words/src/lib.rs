//! Words: codes and arguments of views, dates, lists and names into sentences of a language, and typed dates back.
//!
//! Every word of the interface is in Fluent files under `locales/`, and every word of the practice under `packs/`. No
//! other crate holds a sentence for a person to read. Dates, lists and the order of names come from ICU4X.
//!
//! ```
//! let words = words::Words::new("en")?;
//! assert_eq!(words.say("save"), "Save");
//! # Ok::<(), words::UnknownLocale>(())
//! ```

mod attached;
mod catalogue;
mod dates;
mod lists;
mod pack;
mod pseudo;
mod said;
mod say;
mod spoken;
pub mod told;
mod typed;
mod when;

pub use pack::{CareQuestion, base_instruments, base_pack};
pub use pseudo::outside_fluent;
pub use said::Said;
pub use said::refusals::AtField;
pub use say::{Arg, OverlayError, UnknownLocale, Words, unmarked};
pub use typed::TypedError;

#[cfg(test)]
mod tests;
