//! Who does something to a whole case, or takes out of it for good: somebody allowed to, or the operator.

use crate::permission::{Allowed, OverCase};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::{OPERATOR, Operator};
use practice::entry::Author;
use practice::event::Kept;
use practice::text::Text;
use store::{Outcome, StreamId};

/// Whoever acts: what stands in the journal, and what they may see.
#[derive(Clone, Debug)]
pub(crate) struct Acting {
    pub(crate) author: Author,
    /// What stands as the purpose in the access log.
    pub(crate) purpose: String,
}

impl Acting {
    pub(crate) fn allowed<A: OverCase>(allowed: &Allowed<A>) -> Self {
        let read = allowed.to_read();
        Self { author: allowed.subject().author(), purpose: read.purpose().code().to_owned() }
    }

    /// The operator is nobody's account; in the journal stands the name of the system's user.
    pub(crate) fn operator(operator: &Operator) -> Result<Self, Problem> {
        let name = Text::parse(operator.code()).map_err(|error| Problem::internal(error.to_string()))?;
        Ok(Self { author: Author { id: OPERATOR, name }, purpose: operator.code().to_owned() })
    }
}

/// A reason in words, or what to do about one that is missing.
pub(crate) fn reason(text: &str) -> Result<Text, Problem> {
    Text::parse(text.trim()).map_err(|_| Problem::refused("Say why, in a few words. Nothing was changed"))
}

impl App {
    pub(crate) fn kept_by(&self, acting: &Acting, reason: Text) -> Kept {
        Kept { author: acting.author.clone(), at: self.now(), reason }
    }

    pub(crate) async fn log_acting(&self, acting: &Acting, stream: StreamId, view: &str) -> Result<(), Problem> {
        self.log(acting.author.id, Some(stream), view, &acting.purpose, Outcome::Shown).await
    }
}
