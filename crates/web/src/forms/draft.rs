//! The drafts of forms: what was typed, saved as it is. The page saves it while one types; a form that is sent without
//! script saves it here, in the same shape.

use super::raw::Raw;
use crate::extract::CaseRead;
use crate::page::Page;
use crate::pages::drafts::{Content, read, url};
use crate::problem::Fail;
use app::{DraftKey, Problem, ProblemKind};
use jiff::Timestamp;
use uuid::Uuid;
use words::Words;

/// A draft that was found again.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// What was typed.
    pub(crate) raw: Raw,
    /// The page's count of its saves.
    pub(crate) version: u64,
    /// When it was saved.
    pub(crate) saved_at: Timestamp,
}

/// What a form says of its draft.
#[derive(Clone, Debug, Default)]
pub(crate) struct DraftWords {
    /// Its key.
    pub(crate) key: Uuid,
    /// Where the page saves it.
    pub(crate) url: String,
    /// The version the page knows.
    pub(crate) version: u64,
    /// What is saved, in words.
    pub(crate) status: String,
    /// Whether what is shown comes from the draft.
    pub(crate) restored: bool,
}

impl DraftWords {
    /// What a form says of its draft. `page` is where the draft is taken up again.
    pub(crate) fn new(
        key: Uuid,
        page: &str,
        found: Option<&Found>,
        version: u64,
        words: &Words,
        clock: &str,
    ) -> Self {
        let status = match found {
            Some(_) => words.say_with("draft-saved", &[("time", clock.into())]),
            None => words.say("form-no-draft"),
        };
        Self {
            key,
            url: url(&key.to_string(), page),
            version: found.map_or(version, |found| found.version),
            status,
            restored: found.is_some(),
        }
    }

    /// Whether the page was shown with a draft: for the template.
    pub(crate) fn words(&self, page: &Page) -> String {
        if self.restored { page.t("form-restored") } else { String::new() }
    }
}

/// The draft of a form, if there is one of this case.
pub(crate) async fn load(case: &CaseRead, key: Uuid) -> Result<Option<Found>, Fail> {
    let draft = case.state.app().draft_load(case.subject(), DraftKey(key)).await?;
    Ok(draft.filter(|draft| draft.case.is_none_or(|id| id == case.case)).map(|draft| Found {
        raw: Raw::from_pairs(read(&draft.content).fields),
        version: draft.version,
        saved_at: draft.saved_at,
    }))
}

/// Saves what was typed. `page` is where the draft is taken up again. The page that was sent is the newest word of its
/// writer: where the page's own script has saved a later version meanwhile, this one follows it.
///
/// # Errors
/// When the store does not take it.
pub(crate) async fn save(case: &CaseRead, key: Uuid, version: u64, page: &str, raw: &Raw) -> Result<u64, Problem> {
    let fields = raw
        .iter()
        .filter(|(name, _)| !matches!(*name, "csrf" | "draft_version"))
        .flat_map(|(name, values)| values.iter().map(|value| (name.to_owned(), value.clone())))
        .collect();
    // Strings only: it cannot fail to become JSON.
    let content = serde_json::to_vec(&Content { page: page.to_owned(), fields }).unwrap_or_default();
    let app = case.state.app();
    let put =
        |version: u64| app.draft_save(case.subject(), DraftKey(key), Some(case.case), version, content.clone());
    match put(version).await {
        Ok(saved) => Ok(saved.version),
        Err(problem) if problem.kind() == ProblemKind::Conflict => {
            let stored =
                app.draft_load(case.subject(), DraftKey(key)).await?.map_or(version, |draft| draft.version);
            put(stored.saturating_add(1)).await.map(|saved| saved.version)
        }
        Err(problem) => Err(problem),
    }
}
