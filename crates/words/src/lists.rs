//! Lists ("Ola, Kuba and Maja") and the order of names.

use crate::Words;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale_core::Locale;
use icu_locale_core::Locale as Formats;
use std::cmp::Ordering;

/// Formatters of lists and of order.
pub(crate) struct Lists {
    and: ListFormatter,
    or: ListFormatter,
    collator: CollatorBorrowed<'static>,
}

/// The data of the language are not there.
pub(crate) struct NoData;

impl Lists {
    pub(crate) fn new(formats: &Formats) -> Result<Self, NoData> {
        let options = || ListFormatterOptions::default().with_length(ListLength::Wide);
        let locale = || -> Locale { formats.clone() };
        Ok(Self {
            and: ListFormatter::try_new_and(locale().into(), options()).map_err(|_| NoData)?,
            or: ListFormatter::try_new_or(locale().into(), options()).map_err(|_| NoData)?,
            collator: Collator::try_new(locale().into(), CollatorOptions::default()).map_err(|_| NoData)?,
        })
    }
}

impl Words {
    /// "Ola, Kuba and Maja".
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.finish(self.inner().lists.and.format_to_string(items.iter().map(AsRef::as_ref)))
    }

    /// "Ola, Kuba or Maja".
    #[must_use]
    pub fn list_or<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.finish(self.inner().lists.or.format_to_string(items.iter().map(AsRef::as_ref)))
    }

    /// The order of two names in this language: Łucja beside Lucja, not after Zofia.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.inner().lists.collator.compare(a, b)
    }

    /// Sorts by a name, as a reader of this language expects.
    pub fn sort_by_name<T>(&self, items: &mut [T], name: impl Fn(&T) -> &str) {
        items.sort_by(|a, b| self.compare(name(a), name(b)));
    }
}
