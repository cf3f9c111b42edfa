//! `Words`: says a key of the Fluent files, with arguments, so that a missing word shows and can be counted.

use crate::catalogue::{self, File};
use crate::dates::Dates;
use crate::lists::Lists;
use crate::pseudo;
use crate::typed::Vocabulary;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use icu_locale_core::Locale;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use unic_langid::LanguageIdentifier;

/// First strong isolate: what stands between it and [`PDI`] cannot turn the direction of the sentence around it.
const FSI: char = '\u{2068}';
/// Pop directional isolate.
const PDI: char = '\u{2069}';

/// The words of one language. Cheap to clone.
#[derive(Clone)]
pub struct Words(Arc<Inner>);

pub(crate) struct Inner {
    bundle: FluentBundle<FluentResource>,
    locale: &'static str,
    right_to_left: bool,
    bracketed: bool,
    untranslated: Vec<String>,
    problems: Vec<String>,
    missing: Mutex<BTreeSet<String>>,
    pub(crate) dates: Dates,
    pub(crate) lists: Lists,
    pub(crate) vocabulary: Vocabulary,
}

/// How the words of a language are made.
struct What {
    locale: &'static str,
    /// The language of dates, lists and the order of names.
    formats: &'static str,
    /// What stands over the English.
    over: &'static [File],
    transform: Option<fn(&str) -> Cow<'_, str>>,
    right_to_left: bool,
    bracketed: bool,
}

const ENGLISH: What =
    What { locale: "en", formats: "en-GB", over: &[], transform: None, right_to_left: false, bracketed: false };
const POLISH: What = What { locale: "pl", formats: "pl", over: catalogue::PL, ..ENGLISH };
const ACCENTED: What = What { locale: "en-XA", transform: Some(pseudo::accents), bracketed: true, ..ENGLISH };
const TURNED: What = What { locale: "ar-XB", transform: Some(pseudo::turned), right_to_left: true, ..ENGLISH };

/// There are no words in this language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there are no words for “{0}”: choose en or pl")]
pub struct UnknownLocale(pub String);

/// An agency's own words that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OverlayError {
    /// There is no such language.
    #[error(transparent)]
    Locale(#[from] UnknownLocale),
    /// A line that is not Fluent.
    #[error(
        "this line of your own words cannot be read: “{line}”. Write “key = words”, as in packs/base/en/terms.ftl"
    )]
    Unreadable {
        /// The line.
        line: String,
    },
}

/// What goes into a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Words: a name, a date already put into words.
    Text(Cow<'a, str>),
    /// A number, which may choose the form of the sentence.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => { $(impl From<$kind> for Arg<'_> {
        fn from(number: $kind) -> Self { Self::Number(i64::from(number)) }
    })* };
}
numbers!(i8, i16, i32, i64, u8, u16, u32);

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("locale", &self.0.locale).finish_non_exhaustive()
    }
}

impl Words {
    /// The words of a language: `en`, `pl`. For tests of pages there are two that nobody speaks: `en-XA` (English with
    /// accents and in brackets: what stands outside the brackets is not in Fluent) and `ar-XB` (English turned round, laid
    /// out from right to left).
    ///
    /// # Errors
    /// When there is no such language.
    pub fn new(locale: &str) -> Result<Self, UnknownLocale> {
        let locale = match locale {
            "en" | "en-GB" => &ENGLISH,
            "pl" | "pl-PL" => &POLISH,
            "en-XA" => &ACCENTED,
            "ar-XB" => &TURNED,
            _ => return Err(UnknownLocale(locale.chars().take(40).collect())),
        };
        Self::build(locale)
    }

    /// The languages that a person may choose, each with its own name for itself. The two for tests are not among them.
    #[must_use]
    pub fn languages() -> &'static [(&'static str, &'static str)] {
        &[("en", "English"), ("pl", "Polski")]
    }

    /// The words of a language with an agency's own in their place: its terms ("non-offending parent"), its questions.
    /// `overlay` is a Fluent file with only what differs; what it does not name stays.
    ///
    /// # Errors
    /// When there is no such language, or a line of the overlay cannot be read.
    pub fn overlaid(locale: &str, overlay: &str) -> Result<Self, OverlayError> {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(overlay.to_owned());
        if let Some(junk) = resource.entries().find_map(|entry| match entry {
            Entry::Junk { content } => Some(*content),
            _ => None,
        }) {
            let line = junk.lines().next().unwrap_or_default().chars().take(80).collect();
            return Err(OverlayError::Unreadable { line });
        }
        let Words(inner) = Self::new(locale)?;
        let mut inner = Arc::into_inner(inner).ok_or_else(|| UnknownLocale(locale.to_owned()))?;
        inner.bundle.add_resource_overriding(resource);
        Ok(Self(Arc::new(inner)))
    }

    fn build(what: &What) -> Result<Self, UnknownLocale> {
        let unknown = || UnknownLocale(what.locale.to_owned());
        let language: LanguageIdentifier = what.formats.parse().map_err(|_| unknown())?;
        let formats: Locale = what.formats.parse().map_err(|_| unknown())?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation is done here, argument by argument: see `isolated`.
        bundle.set_use_isolating(false);
        let mut problems = Vec::new();
        for file in catalogue::EN {
            let resource = parsed(file, &mut problems);
            if let Err(errors) = bundle.add_resource(resource) {
                problems.extend(errors.iter().map(|error| format!("{}: {error}", file.name)));
            }
        }
        // A sentence that is not translated yet shows in English, and is counted.
        let mut untranslated = Vec::new();
        if !what.over.is_empty() {
            let mut there = BTreeSet::new();
            for file in what.over {
                let resource = parsed(file, &mut problems);
                for key in keys(&resource) {
                    if !there.insert(key.clone()) {
                        problems.push(format!("{}: {key} stands twice", file.name));
                    }
                }
                bundle.add_resource_overriding(resource);
            }
            for file in catalogue::EN.iter().filter(|file| file.name.starts_with("locales/")) {
                untranslated.extend(keys(&parsed(file, &mut Vec::new())).filter(|key| !there.contains(key)));
            }
        }
        let vocabulary = Vocabulary::read(&|key| raw(&bundle, key));
        bundle.set_transform(what.transform);
        Ok(Self(Arc::new(Inner {
            bundle,
            locale: what.locale,
            right_to_left: what.right_to_left,
            bracketed: what.bracketed,
            untranslated,
            problems,
            missing: Mutex::default(),
            dates: Dates::new(&formats).map_err(|_| unknown())?,
            lists: Lists::new(&formats).map_err(|_| unknown())?,
            vocabulary,
        })))
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.0
    }

    /// The language, for the `lang` of a page.
    #[must_use]
    pub fn locale(&self) -> &'static str {
        self.0.locale
    }

    /// The direction of writing, for the `dir` of a page: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        if self.0.right_to_left { "rtl" } else { "ltr" }
    }

    /// The words of a key.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The words of a key, with what goes into them. Text of another direction is isolated; use [`unmarked`] where marks
    /// would be read out or looked for.
    #[must_use]
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let pattern = self.0.bundle.get_message(key).and_then(|message| message.value());
        self.format(key, pattern, args)
    }

    /// The words of an attribute of a key: `definition`, `example`, `ask`.
    #[must_use]
    pub fn say_attribute(&self, key: &str, attribute: &str) -> String {
        self.say_attribute_with(key, attribute, &[])
    }

    /// The words of an attribute of a key, with what goes into them.
    #[must_use]
    pub fn say_attribute_with(&self, key: &str, attribute: &str, args: &[(&str, Arg<'_>)]) -> String {
        let message = self.0.bundle.get_message(key);
        let pattern = message.as_ref().and_then(|message| message.get_attribute(attribute)).map(|a| a.value());
        if pattern.is_some() {
            return self.format(key, pattern, args);
        }
        self.format(&format!("{key}.{attribute}"), None, args)
    }

    /// Whether there are words for a key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.0.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// Whether a key has an attribute.
    #[must_use]
    pub fn has_attribute(&self, key: &str, attribute: &str) -> bool {
        self.0.bundle.get_message(key).is_some_and(|message| message.get_attribute(attribute).is_some())
    }

    /// What was asked for and is not there, since the program started. A test asks for everything and finds this empty.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        self.0.missing.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// What is wrong with the Fluent files: lines that cannot be read, keys that stand twice. A test finds this empty.
    #[must_use]
    pub fn problems(&self) -> &[String] {
        &self.0.problems
    }

    /// The keys of the interface that this language does not have yet, and shows in English. For English itself none.
    #[must_use]
    pub fn untranslated(&self) -> &[String] {
        &self.0.untranslated
    }

    fn format(&self, key: &str, pattern: Option<&Pattern<&str>>, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = pattern else {
            self.note_missing(key.to_owned());
            return format!("⟪{key}⟫");
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value: FluentValue<'_> = match arg {
                Arg::Text(text) => self.isolated(text).into(),
                Arg::Number(number) => (*number).into(),
            };
            values.set(*name, value);
        }
        let mut errors: Vec<FluentError> = Vec::new();
        let said = self.0.bundle.format_pattern(pattern, Some(&values), &mut errors);
        for error in errors {
            self.note_missing(format!("{key}: {error}"));
        }
        self.finish(said.into_owned())
    }

    /// What is put into words without Fluent, as a date is, gets the brackets of the pseudo-locale here.
    pub(crate) fn finish(&self, said: String) -> String {
        if self.0.bracketed { format!("{}{said}{}", pseudo::OPEN, pseudo::CLOSE) } else { said }
    }

    fn note_missing(&self, what: String) {
        self.0.missing.lock().unwrap_or_else(PoisonError::into_inner).insert(what);
    }

    /// Isolates text that could turn the direction of the sentence: anything written from right to left in a language
    /// written from left to right, and everything the other way round. Other text gets no invisible marks, so that pages
    /// can be searched and read out.
    fn isolated<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.0.right_to_left || text.chars().any(turns) {
            Cow::Owned(format!("{FSI}{text}{PDI}"))
        } else {
            Cow::Borrowed(text)
        }
    }
}

/// Whether a character is written from right to left, or changes direction.
fn turns(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The same words without marks of direction: for the title of a window, for attributes, for a terminal.
#[must_use]
pub fn unmarked(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        .collect()
}

fn parsed(file: &File, problems: &mut Vec<String>) -> FluentResource {
    match FluentResource::try_new(file.text.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            problems.extend(errors.iter().map(|error| format!("{}: {error}", file.name)));
            resource
        }
    }
}

/// The messages of a file, and their attributes as `key.attribute`. Terms are words for other sentences, and a language
/// may need none of them.
fn keys(resource: &FluentResource) -> impl Iterator<Item = String> {
    resource
        .entries()
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        })
        .flat_map(|message| {
            let id = message.id.name.to_owned();
            let attributes = message
                .attributes
                .iter()
                .map(move |attribute| format!("{}.{}", message.id.name, attribute.id.name));
            message.value.as_ref().map(|_| id).into_iter().chain(attributes)
        })
}

/// The words of a key as they stand, for the vocabulary of typed dates.
fn raw(bundle: &FluentBundle<FluentResource>, key: &str) -> String {
    let mut errors = Vec::new();
    bundle
        .get_message(key)
        .and_then(|message| message.value())
        .map(|pattern| bundle.format_pattern(pattern, None, &mut errors).into_owned())
        .unwrap_or_default()
}

// Pages are made on many threads from the same words.
const _: fn() = || {
    fn shared<T: Send + Sync>() {}
    shared::<Words>();
};
