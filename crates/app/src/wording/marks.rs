//! What a writer decided about findings and suggestions while writing: kept with a reason, set aside. It stands in the
//! draft beside the text, label `staff`, and is gone with it when the note is finished. A decision holds for its sentence
//! and lapses when the sentence changes, because the sentence's hash is in its key.

use super::case::{CheckedText, Suggested};
use super::checker::Finding;
use std::collections::BTreeMap;

/// Why a finding is kept as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepReason {
    /// Somebody else's words.
    Quotation,
    /// The court's words.
    Court,
    /// The check has somebody's role wrong.
    RoleWrong,
    /// It is not about abuse.
    NotAboutAbuse,
    /// Not relevant here, without more.
    NotRelevant,
    /// Something else, in words.
    Other,
}

impl KeepReason {
    /// All reasons, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Quotation, Self::Court, Self::RoleWrong, Self::NotAboutAbuse, Self::NotRelevant, Self::Other];

    /// The code, as in drafts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Quotation => "quotation",
            Self::Court => "court",
            Self::RoleWrong => "role",
            Self::NotAboutAbuse => "not_abuse",
            Self::NotRelevant => "not_relevant",
            Self::Other => "other",
        }
    }

    /// The reason of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// A finding kept with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which: see [`CheckedText::keys`].
    pub key: String,
    /// Why.
    pub reason: KeepReason,
    /// Why, in words, where that was said.
    pub words: String,
}

impl Kept {
    /// As one value of a form: `KEY|REASON|WORDS`.
    #[must_use]
    pub fn written(&self) -> String {
        format!("{}|{}|{}", self.key, self.reason.code(), self.words)
    }

    /// Reads what [`Kept::written`] wrote; nothing where it is something else.
    #[must_use]
    pub fn read(value: &str) -> Option<Self> {
        let mut parts = value.splitn(3, '|');
        let (key, reason, words) = (parts.next()?, parts.next()?, parts.next().unwrap_or_default());
        let reason = KeepReason::from_code(reason)?;
        (!key.is_empty()).then(|| Self {
            key: key.to_owned(),
            reason,
            words: words.trim().chars().take(400).collect(),
        })
    }
}

/// Everything that was decided about a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Findings that are kept.
    pub kept: Vec<Kept>,
    /// Keys of suggestions that are set aside.
    pub aside: Vec<String>,
}

/// A checked text, with what was decided about it.
#[derive(Clone, Debug)]
pub struct Sorted<'a> {
    /// Findings nobody has decided about, with their keys.
    pub open: Vec<(String, &'a Finding)>,
    /// Findings that are kept, with why.
    pub kept: Vec<(&'a Kept, &'a Finding)>,
    /// Suggestions nobody has set aside.
    pub suggestions: Vec<Suggested<'a>>,
    /// What still holds: what lapsed is not in it.
    pub marks: Marks,
}

impl Marks {
    /// Puts a checked text in order. A decision whose sentence is gone or changed lapses.
    #[must_use]
    pub fn sort<'a>(&'a self, text: &'a CheckedText) -> Sorted<'a> {
        let kept: BTreeMap<&str, &Kept> = self.kept.iter().map(|kept| (kept.key.as_str(), kept)).collect();
        let mut sorted =
            Sorted { open: Vec::new(), kept: Vec::new(), suggestions: Vec::new(), marks: Self::default() };
        for (key, finding) in text.keys().into_iter().zip(&text.checked.findings) {
            match kept.get(key.as_str()) {
                Some(kept) => {
                    sorted.kept.push((kept, finding));
                    sorted.marks.kept.push((*kept).clone());
                }
                None => sorted.open.push((key, finding)),
            }
        }
        for suggested in text.suggestions() {
            if self.aside.contains(&suggested.key) {
                sorted.marks.aside.push(suggested.key);
            } else {
                sorted.suggestions.push(suggested);
            }
        }
        sorted
    }

    /// Keeps a finding; a later reason takes the place of an earlier one.
    pub fn keep(&mut self, kept: Kept) {
        self.kept.retain(|other| other.key != kept.key);
        self.kept.push(kept);
    }
}
