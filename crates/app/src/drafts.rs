//! Drafts: what somebody is in the middle of. Saved unvalidated, encrypted, only for its owner.

use crate::permission::policies::Resource;
use crate::problem::Problem;
use crate::state::App;
use crate::subject::{Purpose, Subject};
use jiff::Timestamp;
use practice::ids::CaseId;
use practice::label::Label;
use practice::permission::Action;
use store::{DraftKey, DraftPut};

/// A draft as it was saved.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form or note.
    pub key: DraftKey,
    /// The case it is about, once there is one.
    pub case: Option<CaseId>,
    /// The page's own count of its saves.
    pub version: u64,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// What was typed.
    pub content: Vec<u8>,
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Draft").field("key", &self.key).field("version", &self.version).finish_non_exhaustive()
    }
}

/// That a draft is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// When.
    pub at: Timestamp,
    /// Which version.
    pub version: u64,
}

impl App {
    /// Saves a draft. `version` grows with each save of a page, so that an older window cannot overwrite a newer one.
    ///
    /// # Errors
    /// When a newer version is saved, when the case is not this person's, or when the store does not take it.
    pub async fn draft_save(
        &self,
        subject: &Subject,
        key: DraftKey,
        case: Option<CaseId>,
        version: u64,
        content: Vec<u8>,
    ) -> Result<Saved, Problem> {
        if let Some(case) = case {
            self.allow_read(subject, case, Purpose::DirectWork).await?;
        }
        let put = DraftPut { owner: subject.account.0, key, case: case.map(|case| case.0), version, content };
        let saved = self.store().draft_put(put).await?;
        Ok(Saved { at: when(saved.at_micros), version: saved.version })
    }

    /// A draft of this person, if there is one, and its case is still theirs to see.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn draft_load(&self, subject: &Subject, key: DraftKey) -> Result<Option<Draft>, Problem> {
        let Some(draft) = self.store().draft_get(subject.account.0, key).await? else {
            return Ok(None);
        };
        Ok(self.still_theirs(subject, &draft).await?.then(|| shown(draft)))
    }

    /// All drafts of this person, the latest saved first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn drafts(&self, subject: &Subject) -> Result<Vec<Draft>, Problem> {
        let mut drafts = Vec::new();
        for draft in self.store().draft_list(subject.account.0).await? {
            if self.still_theirs(subject, &draft).await? {
                drafts.push(shown(draft));
            }
        }
        Ok(drafts)
    }

    /// Throws a draft away. Fine if there is none.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn draft_delete(&self, subject: &Subject, key: DraftKey) -> Result<(), Problem> {
        Ok(self.store().draft_delete(subject.account.0, key).await?)
    }

    /// Somebody's own draft is not logged as a reading; but it is gone with the access to its case.
    async fn still_theirs(&self, subject: &Subject, draft: &store::Draft) -> Result<bool, Problem> {
        let Some(case) = draft.case else { return Ok(true) };
        let facts = self.facts(CaseId(case)).await?;
        Ok(Label::ALL.into_iter().any(|label| {
            self.authority().may(
                subject.account,
                &subject.roles,
                Action::ReadCase,
                Resource::Labelled(&facts, label),
            )
        }))
    }
}

fn when(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn shown(draft: store::Draft) -> Draft {
    Draft {
        key: draft.key,
        case: draft.case.map(CaseId),
        version: draft.version,
        saved_at: when(draft.at_micros),
        content: draft.content,
    }
}
