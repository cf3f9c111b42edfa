//! Erasing a case for good, by its keys: one person asks, a second one decides, and a certificate says what was erased and
//! from when on no copy of it can be read either.

use super::acting::{Acting, reason};
use super::hold::not_held;
use crate::permission::{Allowed, Erase};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::{Operator, Subject};
use jiff::{SignedDuration, Timestamp};
use practice::case::CaseFile;
use practice::entry::{Author, Revision};
use practice::event::{CaseEvent, Kept};
use practice::ids::{AccountId, CaseId};
use practice::kinds::{Body, Kind};
use practice::permission::{Action, Relation};
use practice::text::Text;
use serde::{Deserialize, Serialize};
use std::sync::PoisonError;
use store::{Append, AppendError, KeyClass, NewEvent, Outcome, StreamId, StreamKind};
use uuid::Uuid;

/// The stream of certificates.
const ERASURES: StreamId = StreamId { kind: StreamKind::Agency, id: Uuid::from_u128(1) };
const ERASED: &str = "erased";

/// What stays of a case that was erased: ids, counts, who, why and when. Nothing of what was in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The case.
    pub case: CaseId,
    /// The agency's own number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Text>,
    /// When the case was opened.
    pub opened_at: Timestamp,
    /// How many entries it had, in how many revisions, and of how many people and with how many attached files.
    pub counts: Counts,
    /// Who asked, when and why.
    pub asked: Kept,
    /// Who decided it.
    pub decided_by: Author,
    /// When it was erased.
    pub erased_at: Timestamp,
    /// For how many days copies of the keystore are kept.
    pub keys_kept_days: u32,
    /// From then on no copy of the keystore that Holdfast's own backup keeps has the keys of the case.
    pub unreadable_from: Timestamp,
    /// Accounts for which the case did not exist, and does not now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hidden_from: Vec<AccountId>,
}

/// How much was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Entries.
    pub entries: usize,
    /// Revisions of them.
    pub revisions: usize,
    /// People.
    pub people: usize,
    /// Attached files.
    pub files: usize,
}

impl Counts {
    fn of(case: &CaseFile) -> Self {
        let file = |revision: &Revision| match &revision.content()?.body {
            Body::Document(document) => Some(document.file.blake3.0),
            _ => None,
        };
        let files: std::collections::BTreeSet<_> = case.revisions().filter_map(file).collect();
        Self {
            entries: case.len(),
            revisions: case.revisions().count(),
            people: case.entries().filter(|(_, entry)| entry.kind() == Kind::Person).count(),
            files: files.len(),
        }
    }
}

impl Certificate {
    /// Whether every copy of the keystore that had the keys has expired by `now`.
    #[must_use]
    pub fn is_final(&self, now: Timestamp) -> bool {
        now >= self.unreadable_from
    }

    /// As others may have it: without who was kept from knowing of the case.
    fn shown(mut self) -> Self {
        self.hidden_from.clear();
        self
    }
}

/// What somebody types to say which case they mean: the agency's number, or the id where there is none.
#[must_use]
pub fn reference_of(case: &CaseFile) -> String {
    case.opened.reference.as_ref().map_or_else(|| case.id().to_string(), ToString::to_string)
}

impl App {
    /// For how many days the agency keeps copies of the keystore: what a certificate counts with.
    pub fn set_keys_kept_days(&self, days: u32) {
        self.keys_days().store(days, std::sync::atomic::Ordering::Relaxed);
    }

    /// The day until which copies of the keystore that are made before now are kept.
    #[must_use]
    pub fn keys_expire_at(&self) -> Timestamp {
        self.in_keys_days(self.now())
    }

    fn in_keys_days(&self, from: Timestamp) -> Timestamp {
        let days = self.keys_days().load(std::sync::atomic::Ordering::Relaxed);
        from.checked_add(SignedDuration::from_hours(i64::from(days).saturating_mul(24))).unwrap_or(Timestamp::MAX)
    }

    /// Asks that a case be erased for good. `typed` must be what [`reference_of`] says.
    ///
    /// # Errors
    /// When something else was typed, no reason is given, the case is held, or somebody has asked already.
    pub async fn ask_erasure(&self, allowed: &Allowed<Erase>, typed: &str, why: &str) -> Result<(), Problem> {
        self.ask_as(&Acting::allowed(allowed), allowed.of_case(), typed, why).await
    }

    /// The same, by whoever holds the key.
    ///
    /// # Errors
    /// As [`App::ask_erasure`].
    pub async fn ask_erasure_by_operator(
        &self,
        operator: &Operator,
        case: CaseId,
        typed: &str,
        why: &str,
    ) -> Result<(), Problem> {
        self.ask_as(&Acting::operator(operator)?, case, typed, why).await
    }

    async fn ask_as(&self, acting: &Acting, case: CaseId, typed: &str, why: &str) -> Result<(), Problem> {
        let kept = self.kept_by(acting, reason(why)?);
        self.log_acting(acting, StreamId::case(case.0), "erasure_ask").await?;
        loop {
            let loaded = self.load(case).await?;
            typed_fits(&loaded.case, typed)?;
            not_held(&loaded.case)?;
            if let Some(asked) = loaded.case.erasure_asked() {
                return Err(Problem::refused(format!(
                    "{} has asked already that this case be erased. Somebody else decides",
                    asked.author.name
                )));
            }
            let event = CaseEvent::ErasureAsked(kept.clone());
            if self.append_case(case, Some(loaded), vec![event], Vec::new(), Vec::new()).await? {
                return Ok(());
            }
        }
    }

    /// Says that the case is not to be erased after all. Whoever asked may, and whoever decides.
    ///
    /// # Errors
    /// When no reason is given, or the store does not take it.
    pub async fn drop_erasure(&self, allowed: &Allowed<Erase>, why: &str) -> Result<(), Problem> {
        let acting = Acting::allowed(allowed);
        let kept = self.kept_by(&acting, reason(why)?);
        let case = allowed.of_case();
        self.log_acting(&acting, StreamId::case(case.0), "erasure_drop").await?;
        loop {
            let loaded = self.load(case).await?;
            if loaded.case.erasure_asked().is_none() {
                return Ok(());
            }
            let event = CaseEvent::ErasureDropped(kept.clone());
            if self.append_case(case, Some(loaded), vec![event], Vec::new(), Vec::new()).await? {
                return Ok(());
            }
        }
    }

    /// Erases a case for good that somebody else asked to be erased.
    ///
    /// # Errors
    /// When nobody asked, the same person did, something else was typed, the case is held, or the store does not take it.
    pub async fn erase(&self, allowed: &Allowed<Erase>, typed: &str) -> Result<Certificate, Problem> {
        self.erase_as(&Acting::allowed(allowed), allowed.of_case(), typed).await
    }

    /// The same, by whoever holds the key.
    ///
    /// # Errors
    /// As [`App::erase`].
    pub async fn erase_by_operator(
        &self,
        operator: &Operator,
        case: CaseId,
        typed: &str,
    ) -> Result<Certificate, Problem> {
        self.erase_as(&Acting::operator(operator)?, case, typed).await
    }

    async fn erase_as(&self, acting: &Acting, case: CaseId, typed: &str) -> Result<Certificate, Problem> {
        self.log_acting(acting, StreamId::case(case.0), "erase").await?;
        loop {
            let loaded = self.load(case).await?;
            typed_fits(&loaded.case, typed)?;
            not_held(&loaded.case)?;
            let asked = loaded.case.erasure_asked().cloned().ok_or_else(|| {
                Problem::refused("Nobody has asked that this case be erased. One person asks, a second one decides")
            })?;
            if asked.author.id == acting.author.id {
                return Err(Problem::refused(
                    "You have asked for this yourself. A second person has to decide it; nothing was erased",
                ));
            }
            let facts = self.facts(case).await?;
            let blocked = facts.relations.iter().filter(|(_, relation)| *relation == Relation::Conflict);
            let erased_at = self.now();
            let certificate = Certificate {
                case,
                reference: loaded.case.opened.reference.clone(),
                opened_at: loaded.case.opened.opened_at,
                counts: Counts::of(&loaded.case),
                asked,
                decided_by: acting.author.clone(),
                erased_at,
                keys_kept_days: self.keys_days().load(std::sync::atomic::Ordering::Relaxed),
                unreadable_from: self.in_keys_days(erased_at),
                hidden_from: blocked.map(|(account, _)| *account).collect(),
            };
            // First the certificate: it counts only if the keys are gone, and the last one of a case counts.
            self.keep_certificate(&certificate).await?;
            let done = self.store().shred_at(case.0, loaded.head).await;
            // Once the keys are gone it is erased; what could not be cleared away is, at the next start.
            let erased = match done {
                Ok(erased) => erased,
                Err(_) if self.store().is_shredded(case.0).await? => true,
                Err(error) => return Err(error.into()),
            };
            if erased {
                self.cache().lock().unwrap_or_else(PoisonError::into_inner).remove(case);
                return Ok(certificate.shown());
            }
        }
    }

    async fn keep_certificate(&self, certificate: &Certificate) -> Result<(), Problem> {
        let broken = |error: &dyn std::fmt::Display| Problem::internal(format!("a certificate: {error}"));
        let payload = serde_json::to_vec(certificate).map_err(|error| broken(&error))?;
        loop {
            let expected = self.store().head(&ERASURES).await?;
            let event = NewEvent {
                tag: ERASED.to_owned(),
                version: 1,
                class: KeyClass::Ordinary,
                payload: payload.clone(),
            };
            let append = Append {
                stream: ERASURES,
                expected,
                events: vec![event],
                drafts_done: Vec::new(),
                index: Vec::new(),
            };
            match self.store().append(append).await {
                Ok(_) => return Ok(()),
                Err(AppendError::Stale { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The certificates of all cases that were erased, the last first, as far as somebody may see them.
    ///
    /// # Errors
    /// When the store cannot be read, or the reading cannot be logged.
    pub async fn certificates(&self, subject: &Subject) -> Result<Vec<Certificate>, Problem> {
        let found = self.all_certificates().await?;
        let may = |certificate: &Certificate| {
            let relations = certificate.hidden_from.iter().map(|account| (*account, Relation::Conflict)).collect();
            let facts = crate::CaseFacts { case: certificate.case, relations };
            let resource = crate::Resource::Case(&facts);
            self.authority().may(subject.account, &subject.roles, Action::ReadCertificate, resource)
        };
        let found = found.into_iter().filter(may).map(Certificate::shown).collect();
        self.log(subject.account, Some(ERASURES), "certificates", "none", Outcome::Shown).await?;
        Ok(found)
    }

    /// Whether somebody has certificates to see at all: not whoever is not a supervisor.
    #[must_use]
    pub fn may_see_certificates(&self, subject: &Subject) -> bool {
        let facts = crate::CaseFacts { case: CaseId(Uuid::nil()), relations: Vec::new() };
        let resource = crate::Resource::Case(&facts);
        self.authority().may(subject.account, &subject.roles, Action::ReadCertificate, resource)
    }

    /// The certificates of all cases that were erased, for whoever holds the key.
    ///
    /// # Errors
    /// As [`App::certificates`].
    pub async fn certificates_by_operator(&self, operator: &Operator) -> Result<Vec<Certificate>, Problem> {
        let acting = Acting::operator(operator)?;
        self.log_acting(&acting, ERASURES, "certificates").await?;
        Ok(self.all_certificates().await?.into_iter().map(Certificate::shown).collect())
    }

    async fn all_certificates(&self) -> Result<Vec<Certificate>, Problem> {
        let mut found: Vec<Certificate> = Vec::new();
        for event in self.store().read(&ERASURES, 0).await? {
            if event.tag != ERASED {
                continue;
            }
            let certificate: Certificate = serde_json::from_slice(&event.payload)
                .map_err(|error| Problem::internal(format!("certificate {}: {error}", event.seq)))?;
            found.retain(|earlier| earlier.case != certificate.case);
            found.push(certificate);
        }
        let mut erased = Vec::with_capacity(found.len());
        for certificate in found.into_iter().rev() {
            // One whose case is still there was broken off.
            if self.store().is_shredded(certificate.case.0).await? {
                erased.push(certificate);
            }
        }
        Ok(erased)
    }
}

fn typed_fits(case: &CaseFile, typed: &str) -> Result<(), Problem> {
    if typed.trim() == reference_of(case) {
        return Ok(());
    }
    Err(Problem::refused("What was typed is not the reference of this case. Look at it again; nothing was erased"))
}
