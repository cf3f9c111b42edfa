//! Opening a case: its first entries and the allocation of the opener in one append.

use super::write::{RecordError, check_labels, outcome, sort};
use crate::permission::{Allowed, OpenCase};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::{Purpose, Subject};
use practice::case::CaseFile;
use practice::event::{Allocation, CaseEvent, Opened};
use practice::ids::CaseId;
use practice::permission::{Action, Relation};
use practice::record::{At, Draft, record_all};
use practice::text::Text;
use store::{DraftKey, IndexChange, StreamId};

/// A case to be opened.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// Its id, minted when the form was shown.
    pub case: CaseId,
    /// The agency's own number.
    pub reference: Option<Text>,
    /// Its first entries: who is in it, whose behaviour is the worry, who reported what.
    pub drafts: Vec<Draft>,
    /// The draft that is finished by it.
    pub draft_done: Option<DraftKey>,
}

impl App {
    /// Opens a case; the opener is allocated to it. The same form sent twice opens it once.
    ///
    /// # Errors
    /// As [`App::record`]; nothing is opened then.
    pub async fn open_case(&self, allowed: &Allowed<OpenCase>, new: NewCase) -> Result<CaseId, RecordError> {
        let subject = allowed.subject();
        let id = new.case;
        let stream = StreamId::case(id.0);
        if self.store().head(&stream).await.map_err(Problem::from)? > 0 {
            return self.opened_before(subject, new).await;
        }
        let allocation = practice_facts(subject, id);
        check_labels(
            &new.drafts,
            &self.authority().labels(subject.account, &subject.roles, Action::RecordEntry, &allocation),
        )?;
        let now = self.now();
        let author = subject.author();
        let opened = Opened {
            case: id,
            author: author.clone(),
            opened_at: now,
            reference: new.reference.clone(),
            invented: false,
        };
        let empty = CaseFile::open(opened.clone());
        let recorded =
            record_all(&empty, &new.drafts, &At { author, now }).map_err(|refused| sort(refused, &new.drafts))?;
        let (_, entries) = outcome(&new.drafts, recorded);
        let mut events = vec![
            CaseEvent::Opened(opened),
            CaseEvent::Allocated(Allocation {
                account: subject.account,
                relation: Relation::Allocated,
                since: now,
                by: subject.account,
            }),
        ];
        events.extend(entries);
        let index = vec![IndexChange::Allocate {
            case: id.0,
            account: subject.account.0,
            relation: Relation::Allocated.code().to_owned(),
        }];
        let done = new.draft_done.iter().map(|key| (subject.account.0, *key)).collect();
        if self.append_case(id, None, events, done, index).await? {
            return Ok(id);
        }
        self.opened_before(subject, new).await
    }

    /// The id is known already: either the same form came twice, or it is not this person's to see.
    async fn opened_before(&self, subject: &Subject, new: NewCase) -> Result<CaseId, RecordError> {
        self.allow_read(subject, new.case, Purpose::DirectWork).await?;
        let loaded = self.load(new.case).await?;
        if loaded.case.opened.author.id != subject.account || loaded.case.opened.reference != new.reference {
            return Err(Problem::refused("This case is open already. Go to your list of cases").into());
        }
        // Whatever of it was not recorded then, is now: entries with the same id and content are there already.
        let recording = self.allow_record(subject, new.case).await?;
        self.record(&recording, new.drafts, new.draft_done).await?;
        Ok(new.case)
    }
}

/// What will be true of the case once its opener is allocated.
fn practice_facts(subject: &Subject, case: CaseId) -> crate::CaseFacts {
    crate::CaseFacts { case, relations: vec![(subject.account, Relation::Allocated)] }
}
