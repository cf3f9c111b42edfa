//! Attached files: taken in piece by piece, recorded with their entry in one commit, handed out piece by piece.

use super::content::{self, LOOKED_AT, Told, Verdict};
use crate::cases::write::{Along, Done, RecordError};
use crate::permission::{Allowed, Read, Record};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::Operator;
use practice::entry::Revision;
use practice::ids::{CaseId, EntryId};
use practice::kinds::Body;
use practice::kinds::document::{AttachedFile, FileHash};
use practice::project::Projection;
use practice::record::Draft;
use practice::text::Text;
use store::{DraftKey, FileHead, Incoming, KeyClass, StreamKind};

const DAY_MICROS: i64 = 24 * 3_600 * 1_000_000;
/// How long a file waits for its entry.
const WAITS_DAYS: i64 = 2;
/// How long a file that is being brought in waits for its mapping.
const SPOOL_DAYS: i64 = 30;

/// A file that is coming in.
#[derive(Debug)]
pub struct Attaching {
    incoming: Incoming,
    head: Vec<u8>,
    case: CaseId,
}

impl Attaching {
    /// Takes the next bytes over.
    ///
    /// # Errors
    /// When the disk is full, or the store does not take them.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        let room = LOOKED_AT.saturating_sub(self.head.len());
        self.head.extend(bytes.iter().take(room));
        Ok(self.incoming.write(bytes).await?)
    }

    /// How many bytes have come.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.incoming.size()
    }

    /// It is not wanted after all.
    pub async fn abandon(self) {
        // What is left goes with the next cleaning up.
        if let Err(error) = self.incoming.abandon().await {
            tracing::warn!(what = %error, "pieces of a given-up upload stay until the next cleaning up");
        }
    }
}

/// A file that has come whole, and what a person should know about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// What its entry says of it.
    pub file: AttachedFile,
    /// What to tell.
    pub told: Vec<Told>,
}

impl App {
    /// Begins to take a file in. `sealed` is whether its entry will be.
    pub async fn attach(&self, allowed: &Allowed<Record>, sealed: bool) -> Result<Attaching, Problem> {
        self.store().files_sweep().await?;
        let class = if sealed { KeyClass::Sealed } else { KeyClass::Ordinary };
        let incoming = self.store().file_begin(allowed.case().0, class);
        Ok(Attaching { incoming, head: Vec::new(), case: allowed.case() })
    }

    /// All of a file has come: what it is by its content. A program is not kept.
    ///
    /// # Errors
    /// With what is told where it is not kept; else that the store did not take it.
    pub async fn attached(&self, attaching: Attaching, name: &str) -> Result<Result<Attached, Told>, Problem> {
        let name = content::clean_name(name);
        let (media_type, mut told) = match content::look(&attaching.head, attaching.size()) {
            Verdict::Refused(why) => {
                attaching.abandon().await;
                return Ok(Err(why));
            }
            Verdict::Opaque(why) => ("application/octet-stream".to_owned(), vec![why]),
            Verdict::Known { media_type, .. } => {
                let more = match media_type.as_str() {
                    "application/zip" => Some(Told::Archive),
                    media if media.starts_with("image/") => Some(Told::MayTellWhere),
                    _ => None,
                };
                (media_type, more.into_iter().collect())
            }
        };
        if !content::name_fits(&name, &media_type) {
            told.insert(0, Told::NameDiffers);
        }
        let case = attaching.case;
        let stored = attaching.incoming.finish(self.in_days(WAITS_DAYS)).await?;
        let text = |words: &str| {
            Text::parse(words).map_err(|error| Problem::internal(format!("case {case}: a file's name {error}")))
        };
        let file = AttachedFile {
            original_name: text(&name)?,
            size: stored.size,
            blake3: FileHash(stored.hash),
            media_type: text(&media_type)?,
            details_removed: false,
        };
        Ok(Ok(Attached { file, told }))
    }

    /// Records the entry of an attached file; from now on the file is kept for as long as the case.
    ///
    /// # Errors
    /// As [`App::record`]. The file is no longer there when too long has passed since it came.
    pub async fn record_document(
        &self,
        allowed: &Allowed<Record>,
        drafts: Vec<Draft>,
        file: FileHash,
        done: Option<DraftKey>,
    ) -> Result<Done, RecordError> {
        if self.store().file_find(allowed.case().0, file.0).await.map_err(Problem::from)?.is_none() {
            return Err(Problem::refused("The file is no longer here. Choose it again, then save").into());
        }
        let along = Along { keep: vec![file.0], ..Along::default() };
        self.record_along(allowed, drafts, done, &along).await
    }

    /// The file of a document that this person may see. None where there is none: another kind of entry, or a document of
    /// which only the fingerprint came, with a case file.
    ///
    /// # Errors
    /// [`Problem::not_found`] where there is no such document for this person.
    pub async fn file_of(
        &self,
        allowed: &Allowed<Read>,
        projection: &Projection,
        entry: EntryId,
    ) -> Result<Option<(AttachedFile, FileHead)>, Problem> {
        let seen = projection.get(entry).ok_or_else(Problem::not_found)?;
        let Body::Document(document) = &seen.content.body else { return Ok(None) };
        let head = self.store().file_find(allowed.case().0, document.file.blake3.0).await?;
        Ok(head.filter(|head| head.recorded).map(|head| (document.file.clone(), head)))
    }

    /// One piece of a file, from 0.
    ///
    /// # Errors
    /// When it is not what was stored.
    pub async fn file_piece(&self, head: &FileHead, n: u32) -> Result<Vec<u8>, Problem> {
        Ok(self.store().file_piece(head, n).await?.to_vec())
    }

    /// A file that is to be brought in has come whole: it waits for its mapping.
    ///
    /// # Errors
    /// When the store did not take it.
    pub async fn spooled(&self, attaching: Attaching) -> Result<FileHash, Problem> {
        let stored = attaching.incoming.finish(self.in_days(SPOOL_DAYS)).await?;
        Ok(FileHash(stored.hash))
    }

    /// The bytes of a file that waits for its mapping. None where it has waited too long, or is larger than `most`.
    ///
    /// # Errors
    /// When it is not what was stored.
    pub async fn spool(
        &self,
        allowed: &Allowed<Record>,
        file: FileHash,
        most: u64,
    ) -> Result<Option<Vec<u8>>, Problem> {
        let head = self.store().file_find(allowed.case().0, file.0).await?;
        let Some(head) = head.filter(|head| head.file.size <= most && !head.recorded) else { return Ok(None) };
        let mut bytes = Vec::new();
        for n in 0..head.pieces {
            bytes.extend_from_slice(&self.store().file_piece(&head, n).await?);
        }
        Ok(Some(bytes))
    }

    /// A file that waited has been brought in, or is not wanted after all.
    ///
    /// # Errors
    /// When the store does not take it.
    pub async fn spool_gone(&self, allowed: &Allowed<Record>, file: FileHash) -> Result<(), Problem> {
        Ok(self.store().file_discard(allowed.case().0, file.0).await?)
    }

    /// Cleans up files that nobody recorded an entry for.
    ///
    /// # Errors
    /// When the store does not take it.
    pub async fn sweep_files(&self) -> Result<u64, Problem> {
        Ok(self.store().files_sweep().await?)
    }

    /// Documents whose files are not here: lost, or never brought along with a case file.
    ///
    /// # Errors
    /// When a case cannot be read.
    pub async fn missing_files(&self, _operator: &Operator) -> Result<Vec<(CaseId, EntryId)>, Problem> {
        let mut missing = Vec::new();
        for (stream, _) in self.store().streams(StreamKind::Case).await? {
            let case = CaseId(stream.id);
            let loaded = self.load(case).await?;
            for revision in loaded.case.revisions().filter(|revision| revision.revision == 1) {
                let Some(file) = file_in(revision) else { continue };
                if self.store().file_find(case.0, file.blake3.0).await?.is_none_or(|head| !head.recorded) {
                    missing.push((case, revision.id));
                }
            }
        }
        Ok(missing)
    }

    fn in_days(&self, days: i64) -> i64 {
        self.now().as_microsecond().saturating_add(days.saturating_mul(DAY_MICROS))
    }
}

fn file_in(revision: &Revision) -> Option<&AttachedFile> {
    match &revision.content()?.body {
        Body::Document(document) => Some(&document.file),
        _ => None,
    }
}
