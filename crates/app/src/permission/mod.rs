//! Permission: the one place where it is decided who may do what, and the values that prove it.

pub(crate) mod policies;
pub(crate) mod table;

use crate::problem::Problem;
use crate::state::App;
use crate::subject::{Purpose, Subject};
use policies::{CaseFacts, Resource};
use practice::clearance::{Audience, Clearance};
use practice::ids::{AccountId, CaseId};
use practice::label::{Label, Labels};
use practice::permission::{Action, Relation};
use store::{Outcome, StreamId};

/// Proof that somebody may do `A`. Only this crate can make one, and only by asking the policies.
#[derive(Clone, Debug)]
pub struct Allowed<A> {
    subject: Subject,
    grant: A,
}

/// May see a case, as far as the clearance goes.
#[derive(Clone, Debug)]
pub struct Read {
    case: CaseId,
    clearance: Clearance,
    purpose: Purpose,
}

/// May see a case and record in it, each as far as its labels go.
#[derive(Clone, Debug)]
pub struct Record {
    read: Read,
    labels: Labels,
}

/// May take entries out of a case for good, as far as the labels go.
#[derive(Clone, Debug)]
pub struct Expunge {
    read: Read,
    labels: Labels,
}

/// May forbid that anything of a case is erased, and allow it again.
#[derive(Clone, Debug)]
pub struct Hold {
    read: Read,
}

/// May ask that a case be erased for good, and decide about what somebody else asked.
#[derive(Clone, Debug)]
pub struct Erase {
    read: Read,
}

/// May open a case.
#[derive(Clone, Copy, Debug)]
pub struct OpenCase(());

/// May say who works a case.
#[derive(Clone, Copy, Debug)]
pub struct Allocate {
    case: CaseId,
}

/// May make and change accounts.
#[derive(Clone, Copy, Debug)]
pub struct ManageAccounts(());

impl<A> Allowed<A> {
    /// Who may.
    #[must_use]
    pub fn subject(&self) -> &Subject {
        &self.subject
    }
}

impl Allowed<Read> {
    /// Which case.
    #[must_use]
    pub fn case(&self) -> CaseId {
        self.grant.case
    }

    /// What of it.
    #[must_use]
    pub fn clearance(&self) -> &Clearance {
        &self.grant.clearance
    }

    /// For what.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        self.grant.purpose
    }

    /// The same, for a screen that others look at: of the labels only the one that everybody who works the case may see,
    /// and the projection is made as for an audience outside the team.
    #[must_use]
    pub fn looked_on(mut self) -> Self {
        let labels = self.grant.clearance.labels.iter().filter(|label| *label == Label::Professional).collect();
        self.grant.clearance = Clearance { labels, audience: Audience::Outside };
        self
    }
}

impl Allowed<Record> {
    /// Which case.
    #[must_use]
    pub fn case(&self) -> CaseId {
        self.grant.read.case
    }

    /// The labels under which this person may record: what a form offers.
    #[must_use]
    pub fn labels(&self) -> &Labels {
        &self.grant.labels
    }

    /// Whoever may record in a case may see it.
    #[must_use]
    pub fn reading(&self) -> Allowed<Read> {
        Allowed { subject: self.subject.clone(), grant: self.grant.read.clone() }
    }
}

impl Allowed<Expunge> {
    /// The labels of what this person may take out.
    #[must_use]
    pub fn labels(&self) -> &Labels {
        &self.grant.labels
    }
}

/// What can be done to a case, or to entries of it, for good. Whoever may may see the case.
pub trait OverCase {
    /// What of it may be seen.
    #[doc(hidden)]
    fn read(&self) -> &Read;
}

impl OverCase for Expunge {
    fn read(&self) -> &Read {
        &self.read
    }
}

impl OverCase for Hold {
    fn read(&self) -> &Read {
        &self.read
    }
}

impl OverCase for Erase {
    fn read(&self) -> &Read {
        &self.read
    }
}

impl<A: OverCase> Allowed<A> {
    /// Of which case.
    #[must_use]
    pub fn of_case(&self) -> CaseId {
        self.grant.read().case
    }

    /// Whoever may may see it.
    #[must_use]
    pub fn to_read(&self) -> Allowed<Read> {
        Allowed { subject: self.subject.clone(), grant: self.grant.read().clone() }
    }
}

impl Allowed<Allocate> {
    /// Which case.
    #[must_use]
    pub fn case(&self) -> CaseId {
        self.grant.case
    }
}

impl App {
    /// Asks whether somebody may see a case. Stranger, conflict, administrator and an id that names nothing get the
    /// same [`Problem::not_found`], after the same work.
    ///
    /// # Errors
    /// [`Problem::not_found`]; or that the store cannot be read.
    pub async fn allow_read(
        &self,
        subject: &Subject,
        case: CaseId,
        purpose: Purpose,
    ) -> Result<Allowed<Read>, Problem> {
        let facts = self.facts(case).await?;
        match self.readable(subject, &facts, purpose) {
            Some(grant) => Ok(Allowed { subject: subject.clone(), grant }),
            None => Err(self.denied(subject, Some(case), Action::ReadCase).await?),
        }
    }

    /// Asks whether somebody may record in a case.
    ///
    /// # Errors
    /// As [`App::allow_read`].
    pub async fn allow_record(&self, subject: &Subject, case: CaseId) -> Result<Allowed<Record>, Problem> {
        let facts = self.facts(case).await?;
        let labels = self.authority().labels(subject.account, &subject.roles, Action::RecordEntry, &facts);
        match self.readable(subject, &facts, Purpose::DirectWork) {
            Some(read) if labels.iter().next().is_some() => {
                Ok(Allowed { subject: subject.clone(), grant: Record { read, labels } })
            }
            _ => Err(self.denied(subject, Some(case), Action::RecordEntry).await?),
        }
    }

    /// Asks whether somebody may open a case.
    ///
    /// # Errors
    /// As [`App::allow_read`].
    pub async fn allow_open(&self, subject: &Subject) -> Result<Allowed<OpenCase>, Problem> {
        if self.authority().may(subject.account, &subject.roles, Action::OpenCase, Resource::Agency) {
            return Ok(Allowed { subject: subject.clone(), grant: OpenCase(()) });
        }
        Err(self.denied(subject, None, Action::OpenCase).await?)
    }

    /// Asks whether somebody may say who works a case.
    ///
    /// # Errors
    /// As [`App::allow_read`].
    pub async fn allow_allocate(&self, subject: &Subject, case: CaseId) -> Result<Allowed<Allocate>, Problem> {
        let facts = self.facts(case).await?;
        if self.authority().may(subject.account, &subject.roles, Action::Allocate, Resource::Case(&facts)) {
            return Ok(Allowed { subject: subject.clone(), grant: Allocate { case } });
        }
        Err(self.denied(subject, Some(case), Action::Allocate).await?)
    }

    /// Asks whether somebody may take entries out of a case for good.
    ///
    /// # Errors
    /// As [`App::allow_read`].
    pub async fn allow_expunge(&self, subject: &Subject, case: CaseId) -> Result<Allowed<Expunge>, Problem> {
        let facts = self.facts(case).await?;
        let labels = self.authority().labels(subject.account, &subject.roles, Action::ExpungeEntry, &facts);
        match self.readable(subject, &facts, Purpose::DirectWork) {
            Some(read) if labels.iter().next().is_some() => {
                Ok(Allowed { subject: subject.clone(), grant: Expunge { read, labels } })
            }
            _ => Err(self.denied(subject, Some(case), Action::ExpungeEntry).await?),
        }
    }

    /// Asks whether somebody may forbid that anything of a case is erased.
    ///
    /// # Errors
    /// As [`App::allow_read`].
    pub async fn allow_hold(&self, subject: &Subject, case: CaseId) -> Result<Allowed<Hold>, Problem> {
        let read = self.over(subject, case, Action::HoldCase).await?;
        Ok(Allowed { subject: subject.clone(), grant: Hold { read } })
    }

    /// Asks whether somebody may ask that a case be erased, or decide about it.
    ///
    /// # Errors
    /// As [`App::allow_read`].
    pub async fn allow_erase(&self, subject: &Subject, case: CaseId) -> Result<Allowed<Erase>, Problem> {
        let read = self.over(subject, case, Action::EraseCase).await?;
        Ok(Allowed { subject: subject.clone(), grant: Erase { read } })
    }

    /// Whether somebody may hold or erase a case; for what a page offers. Nothing is logged, as nothing is shown.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn may_keep(&self, subject: &Subject, case: CaseId) -> Result<bool, Problem> {
        let facts = self.facts(case).await?;
        Ok(self.authority().may(subject.account, &subject.roles, Action::HoldCase, Resource::Case(&facts)))
    }

    /// Whether somebody may take out what has this label; for what a page offers.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn may_expunge(&self, subject: &Subject, case: CaseId, label: Label) -> Result<bool, Problem> {
        let facts = self.facts(case).await?;
        let labelled = Resource::Labelled(&facts, label);
        Ok(self.authority().may(subject.account, &subject.roles, Action::ExpungeEntry, labelled))
    }

    async fn over(&self, subject: &Subject, case: CaseId, action: Action) -> Result<Read, Problem> {
        let facts = self.facts(case).await?;
        let may = self.authority().may(subject.account, &subject.roles, action, Resource::Case(&facts));
        match self.readable(subject, &facts, Purpose::DirectWork) {
            Some(read) if may => Ok(read),
            _ => Err(self.denied(subject, Some(case), action).await?),
        }
    }

    /// Asks whether somebody may make and change accounts.
    ///
    /// # Errors
    /// As [`App::allow_read`].
    pub async fn allow_manage_accounts(&self, subject: &Subject) -> Result<Allowed<ManageAccounts>, Problem> {
        if self.authority().may(subject.account, &subject.roles, Action::ManageAccounts, Resource::Agency) {
            return Ok(Allowed { subject: subject.clone(), grant: ManageAccounts(()) });
        }
        Err(self.denied(subject, None, Action::ManageAccounts).await?)
    }

    fn readable(&self, subject: &Subject, facts: &CaseFacts, purpose: Purpose) -> Option<Read> {
        let labels = self.authority().labels(subject.account, &subject.roles, Action::ReadCase, facts);
        labels.iter().next()?;
        Some(Read { case: facts.case, clearance: Clearance { labels, audience: Audience::Team }, purpose })
    }

    pub(crate) async fn facts(&self, case: CaseId) -> Result<CaseFacts, Problem> {
        let rows = self.store().allocations_for(case.0).await?;
        let relations = rows
            .into_iter()
            // A relation this Holdfast does not know opens nothing; to be safe it blocks.
            .map(|row| (AccountId(row.account), Relation::from_code(&row.relation).unwrap_or(Relation::Conflict)))
            .collect();
        Ok(CaseFacts { case, relations })
    }

    /// Logs the denial and gives the answer for it.
    async fn denied(&self, subject: &Subject, case: Option<CaseId>, action: Action) -> Result<Problem, Problem> {
        let stream = case.map(|case| StreamId::case(case.0));
        self.log(subject.account, stream, action.code(), "none", Outcome::Denied).await?;
        Ok(Problem::not_found())
    }
}
