//! What the team decided about suggestions in finished notes, and where each of them was in going through old notes.
//!
//! Rows beside the journal under the case's sealed key, owned by the case and by nobody: mutable, never in an exported
//! file, in no list of drafts.

use crate::permission::{Allowed, Read, Record};
use crate::problem::Problem;
use crate::state::App;
use practice::ids::{AccountId, CaseId, EntryId};
use serde::{Deserialize, Serialize};
use store::{DraftError, DraftKey, DraftPut};
use uuid::Uuid;

/// How often a row is read again when somebody else writes it at the same moment.
const TRIES: usize = 8;

/// Why a suggestion is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AsideWhy {
    /// It is not a behaviour, or not an effort.
    Not,
    /// It is in the file already.
    There,
}

/// A suggestion that was set aside. It stays so for its sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// Its key.
    pub key: String,
    /// Why.
    pub why: AsideWhy,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct AsideRow {
    aside: Vec<Aside>,
}

#[derive(Debug, Serialize, Deserialize)]
struct PlaceRow {
    note: EntryId,
    key: String,
}

pub(crate) fn aside_key(note: EntryId) -> DraftKey {
    DraftKey(Uuid::new_v5(&note.0, b"wording-aside"))
}

fn place_key(case: CaseId, account: AccountId) -> DraftKey {
    DraftKey(Uuid::new_v5(&case.0, format!("wording-place-{account}").as_bytes()))
}

impl App {
    /// The suggestions of a finished note that were set aside.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn wording_aside(&self, allowed: &Allowed<Read>, note: EntryId) -> Result<Vec<Aside>, Problem> {
        let row = self.store().draft_get(allowed.case().0, aside_key(note)).await?;
        Ok(row.map(|row| read::<AsideRow>(&row.content).aside).unwrap_or_default())
    }

    /// Sets a suggestion of a finished note aside, or takes it up again with `None`.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn wording_set_aside(
        &self,
        allowed: &Allowed<Record>,
        note: EntryId,
        key: &str,
        why: Option<AsideWhy>,
    ) -> Result<(), Problem> {
        let change = |content: &[u8]| {
            let mut row: AsideRow = read(content);
            row.aside.retain(|aside| aside.key != key);
            row.aside.extend(why.map(|why| Aside { key: key.to_owned(), why }));
            written(&row)
        };
        self.change_row(allowed.case().0, aside_key(note), Some(allowed.case()), change).await
    }

    /// Where somebody was in going through the old notes of a case: the note, and the suggestion in it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn triage_place(&self, allowed: &Allowed<Read>) -> Result<Option<(EntryId, String)>, Problem> {
        let key = place_key(allowed.case(), allowed.subject().account());
        let row = self.store().draft_get(allowed.case().0, key).await?;
        Ok(row
            .and_then(|row| serde_json::from_slice::<PlaceRow>(&row.content).ok())
            .map(|place| (place.note, place.key)))
    }

    /// Remembers where somebody is.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn triage_remember(&self, allowed: &Allowed<Read>, note: EntryId, key: &str) -> Result<(), Problem> {
        let row = written(&PlaceRow { note, key: key.to_owned() });
        let at = place_key(allowed.case(), allowed.subject().account());
        self.change_row(allowed.case().0, at, Some(allowed.case()), |_| row.clone()).await
    }

    /// Reads a row, changes it and writes it back; again, if somebody else was first.
    pub(super) async fn change_row(
        &self,
        owner: Uuid,
        key: DraftKey,
        case: Option<CaseId>,
        change: impl Fn(&[u8]) -> Vec<u8>,
    ) -> Result<(), Problem> {
        for _ in 0..TRIES {
            let now = self.store().draft_get(owner, key).await?;
            let version = now.as_ref().map_or(0, |row| row.version).saturating_add(1);
            let content = change(now.as_ref().map_or(&[], |row| &row.content));
            let put = DraftPut { owner, key, case: case.map(|case| case.0), version, content };
            match self.store().draft_put(put).await {
                Ok(_) => return Ok(()),
                Err(DraftError::Stale { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Problem::unavailable("a row beside the journal is written too often"))
    }
}

/// What is in a row; empty where it cannot be read, which an older row may not.
pub(super) fn read<T: Default + for<'de> Deserialize<'de>>(content: &[u8]) -> T {
    serde_json::from_slice(content).unwrap_or_default()
}

/// Strings and numbers only: it cannot fail to become JSON.
pub(super) fn written<T: Serialize>(row: &T) -> Vec<u8> {
    serde_json::to_vec(row).unwrap_or_default()
}
