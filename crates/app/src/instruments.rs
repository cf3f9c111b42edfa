//! The instruments on offer: those of the base pack, and those an agency has brought in. The latter are events of the agency
//! stream, so that all servers agree.

use crate::accounts::events::{AGENCY, new_event, payload};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::{OPERATOR, Operator, Subject};
use jiff::Timestamp;
use practice::ids::AccountId;
use practice::instrument::{Instrument, Instruments};
use serde::{Deserialize, Serialize};
use store::{Append, AppendError};

/// The tag of [`InstrumentBrought`].
const INSTRUMENT_BROUGHT: &str = "instrument_brought";

/// An agency has brought in a set of questions, or a newer version of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct InstrumentBrought {
    instrument: Instrument,
    /// BLAKE3 of the file, in hex.
    file_hash: String,
    by: AccountId,
    at: Timestamp,
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for crate::Operator {}
    impl Sealed for crate::Subject {}
}

/// Whoever may bring questions in: the operator, or a supervisor or administrator who is signed in.
pub trait MayBringQuestions: sealed::Sealed + Sync {
    /// The account that stands in the journal. None: not allowed.
    fn account(&self) -> Option<AccountId>;
}

impl MayBringQuestions for Operator {
    fn account(&self) -> Option<AccountId> {
        Some(OPERATOR)
    }
}

impl MayBringQuestions for Subject {
    fn account(&self) -> Option<AccountId> {
        use practice::permission::AccountRole::{Administrator, Supervisor};
        self.roles.iter().any(|role| matches!(role, Supervisor | Administrator)).then_some(self.account)
    }
}

impl App {
    /// Every instrument there is, those of the agency in place of those of the base pack that have the same code.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn instruments(&self) -> Result<Instruments, Problem> {
        let mut instruments = self.pack().instruments.clone();
        for event in self.store().read(&AGENCY, 0).await? {
            if event.tag == INSTRUMENT_BROUGHT {
                instruments.add(payload::<InstrumentBrought>(&event)?.instrument);
            }
        }
        Ok(instruments)
    }

    /// Brings a set of questions in. One that is the same as what there is changes nothing; otherwise its version is one more
    /// than that of the set it takes the place of. The version it has now.
    ///
    /// # Errors
    /// When this person may not, when the code is that of a set of ours, or when the store does not take it.
    pub async fn bring_instrument(
        &self,
        by: &impl MayBringQuestions,
        mut instrument: Instrument,
        file_hash: &str,
    ) -> Result<u32, Problem> {
        let by = by.account().ok_or_else(|| {
            Problem::refused("Questions are brought in by a supervisor or an administrator. Ask one of them")
        })?;
        if self.pack().instruments.get(&instrument.code).is_some() {
            return Err(Problem::refused(
                "A set of questions that comes with Holdfast has this code. Give yours another form_id",
            ));
        }
        loop {
            let mut head = 0;
            let mut known: Option<Instrument> = None;
            for event in self.store().read(&AGENCY, 0).await? {
                head = event.seq;
                if event.tag == INSTRUMENT_BROUGHT {
                    let brought: InstrumentBrought = payload(&event)?;
                    known = Some(brought.instrument).filter(|known| known.code == instrument.code).or(known);
                }
            }
            if let Some(known) = known {
                instrument.version = known.version;
                if instrument == known {
                    return Ok(known.version);
                }
                instrument.version = known.version.saturating_add(1);
            }
            let brought = InstrumentBrought {
                instrument: instrument.clone(),
                file_hash: file_hash.to_owned(),
                by,
                at: self.now(),
            };
            let append = Append {
                stream: AGENCY,
                expected: head,
                events: vec![new_event(INSTRUMENT_BROUGHT, serde_json::to_vec(&brought))?],
                drafts_done: Vec::new(),
                index: Vec::new(),
            };
            match self.store().append(append).await {
                Ok(_) => return Ok(instrument.version),
                Err(AppendError::Stale { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::InstrumentBrought;

    /// Never changes: a journal somewhere holds the like.
    const SAMPLE: &str = r#"{"instrument":{"code":"own_set","version":2,"title":{"en":"Own set"},"about":{},"paper":{"en":"Questions"},"for_whom":"survivor","alone":true,"label":"professional","safety":[],"asks_what_is_kept":false,"licence":"by permission","section":[{"code":"all","title":{"en":"Questions"},"question":[{"code":"sleep","ask":{"en":"How do you sleep?"},"cue":{"en":"Sleep"},"answer":"one","choices":[{"code":"well","text":{"en":"Well"}}],"show_if":"${x} = 'yes'","goes_to":"voice said","known_from":"voice"}]}]},"file_hash":"00","by":"00000000-0000-0000-0000-000000000000","at":"2026-01-01T09:00:00Z"}"#;

    #[test]
    fn what_was_brought_in_can_be_read_for_ever() {
        let brought: InstrumentBrought = serde_json::from_str(SAMPLE).unwrap();
        assert_eq!(serde_json::to_string(&brought).unwrap(), SAMPLE);
    }
}
