//! Legal hold: while a case is held, nothing in it is taken out and the case is not erased, by anybody, in any way.

use super::acting::{Acting, reason};
use crate::permission::{Allowed, Hold};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::Operator;
use practice::case::CaseFile;
use practice::event::CaseEvent;
use practice::ids::CaseId;
use store::StreamId;

/// The one answer to whoever wants to erase something of a case that is held.
pub(crate) fn not_held(case: &CaseFile) -> Result<(), Problem> {
    match case.hold() {
        None => Ok(()),
        Some(hold) => Err(Problem::refused(format!(
            "This case is under a legal hold since {}, set by {}: nothing of it may be erased or taken out. Nothing was \
             changed. A supervisor of the case can lift the hold, with a reason",
            hold.at.strftime("%Y-%m-%d"),
            hold.author.name
        ))),
    }
}

impl App {
    /// Sets a legal hold, or sets it again with another reason.
    ///
    /// # Errors
    /// When no reason is given, or the store does not take it.
    pub async fn hold(&self, allowed: &Allowed<Hold>, why: &str) -> Result<(), Problem> {
        self.hold_as(&Acting::allowed(allowed), allowed.of_case(), Some(why), why).await
    }

    /// Lifts it.
    ///
    /// # Errors
    /// As [`App::hold`].
    pub async fn lift_hold(&self, allowed: &Allowed<Hold>, why: &str) -> Result<(), Problem> {
        self.hold_as(&Acting::allowed(allowed), allowed.of_case(), None, why).await
    }

    /// Sets a legal hold, or lifts it, by whoever holds the key.
    ///
    /// # Errors
    /// As [`App::hold`].
    pub async fn hold_by_operator(
        &self,
        operator: &Operator,
        case: CaseId,
        held: bool,
        why: &str,
    ) -> Result<(), Problem> {
        self.hold_as(&Acting::operator(operator)?, case, held.then_some(why), why).await
    }

    async fn hold_as(&self, acting: &Acting, case: CaseId, held: Option<&str>, why: &str) -> Result<(), Problem> {
        let kept = self.kept_by(acting, reason(why)?);
        self.log_acting(acting, StreamId::case(case.0), if held.is_some() { "hold" } else { "hold_lift" }).await?;
        loop {
            let loaded = self.load(case).await?;
            let event = match (held, loaded.case.hold()) {
                (None, None) => return Ok(()),
                (Some(_), Some(hold)) if hold.reason == kept.reason => return Ok(()),
                (Some(_), _) => CaseEvent::Held(kept.clone()),
                (None, Some(_)) => CaseEvent::HoldLifted(kept.clone()),
            };
            if self.append_case(case, Some(loaded), vec![event], Vec::new(), Vec::new()).await? {
                return Ok(());
            }
        }
    }
}
