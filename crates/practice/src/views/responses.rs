//! What agencies did: when, to which behaviour, and whether it helped, in whose view. Two agencies that pull in different
//! directions stand side by side.

use super::lines::Reader;
use super::work::{ResponseLine, Titled};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::pattern::Force;
use crate::kinds::people::Role;
use crate::kinds::systems::Effect;
use crate::pack::Pack;
use crate::project::Projection;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What agencies did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResponsesView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// Who protects: whom to ask what came of it.
    pub survivors: Vec<PersonLine>,
    /// What was done, oldest first.
    pub timeline: Vec<ResponseLine>,
    /// Behaviours, and efforts, that more than one agency answered.
    pub together: Vec<Together>,
    /// Behaviours that no agency is recorded to have answered.
    pub unanswered: Vec<Titled>,
}

/// What several agencies did about one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Together {
    /// What it is about.
    pub about: Titled,
    /// The responses, as ids of the timeline, oldest first.
    pub responses: Vec<EntryId>,
    /// One is said to have helped and another to have given the pattern more hold.
    pub apart: bool,
}

/// Makes the view.
#[must_use]
pub fn responses(projection: &Projection, _pack: &Pack, as_of: Date) -> ResponsesView {
    let reader = Reader::new(projection, as_of);
    let timeline = reader.responses();
    let mut about: Vec<Titled> = Vec::new();
    for titled in timeline.iter().flat_map(|line| line.behaviours.iter().chain(&line.efforts)) {
        if !titled.withdrawn && !about.iter().any(|known| known.id == titled.id) {
            about.push(Titled { by: None, words: None, ..titled.clone() });
        }
    }
    let together = about.iter().filter_map(|titled| together(titled, &timeline)).collect();
    let unanswered = reader
        .behaviours()
        .into_iter()
        .filter(|line| !line.former_family && line.force == Force::Control)
        .filter(|line| !about.iter().any(|known| known.id == line.envelope.id))
        .filter_map(|line| reader.titled(line.envelope.id))
        .collect();
    ResponsesView {
        as_of,
        survivors: reader.cast.with(Role::Survivor).filter(|person| !person.elsewhere).cloned().collect(),
        timeline,
        together,
        unanswered,
    }
}

fn together(about: &Titled, timeline: &[ResponseLine]) -> Option<Together> {
    let own: Vec<&ResponseLine> = timeline
        .iter()
        .filter(|line| line.behaviours.iter().chain(&line.efforts).any(|titled| titled.id == about.id))
        .collect();
    let first = own.first()?;
    if own.iter().all(|line| line.agency == first.agency) {
        return None;
    }
    let says = |effect: Effect| own.iter().any(|line| line.effects.iter().any(|judged| judged.effect == effect));
    Some(Together {
        about: about.clone(),
        responses: own.iter().map(|line| line.envelope.id).collect(),
        apart: says(Effect::Helped) && says(Effect::Reinforced),
    })
}
