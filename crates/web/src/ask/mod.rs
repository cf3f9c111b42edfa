//! Interviews: choosing questions for somebody, going through them, and confirming one by one what the answers become. What was
//! typed is in the page and in the draft; answers become entries only when somebody says so.

mod answers;
pub(crate) mod compare;
pub(crate) mod confirm;
pub(crate) mod fill;
mod fill_page;
pub(crate) mod list;
pub(crate) mod paper;
mod proposed;
pub(crate) mod sets;

use crate::extract::CaseRead;
use crate::problem::Fail;
use app::Problem;
use practice::clearance::Audience;
use practice::ids::EntryId;
use practice::instrument::{ForWhom, Instrument, KnownFrom, known};
use practice::kinds::Kind;
use practice::kinds::people::Role;
use practice::pack::AgeBand;
use practice::project::Projection;
use practice::text::Code;
use std::sync::Arc;

use crate::forms::scene::Scene;

/// The instrument of a code, of the pack or of the agency.
pub(crate) async fn instrument(case: &CaseRead, code: &str) -> Result<Instrument, Fail> {
    let instruments = case.state.app().instruments().await?;
    let found = Code::parse(code).ok().and_then(|code| instruments.get(&code).cloned());
    found.ok_or_else(|| Fail::from(Problem::not_found()))
}

/// What is known for a talk with somebody. With the person who causes harm it comes from that person's own copy: nothing that
/// anybody else said can show in it, on the screen or on the paper.
pub(crate) async fn known_for(
    case: &CaseRead,
    allowed: &app::Allowed<app::Read>,
    instrument: &Instrument,
    person: EntryId,
) -> Result<Arc<Projection>, Fail> {
    let cast = practice::cast::Cast::of(&case.projection, case.today);
    let guarded = match instrument.for_whom {
        ForWhom::Perpetrator => true,
        ForWhom::EachAdult => !cast.is(person, Role::Survivor),
        ForWhom::Survivor | ForWhom::Child | ForWhom::Team => false,
    };
    if guarded {
        return Ok(case.state.app().projection_for(allowed, Audience::Actor(person), "interview_known").await?);
    }
    Ok(case.projection.clone())
}

/// The children of this family.
pub(crate) fn children(scene: &Scene) -> Vec<EntryId> {
    scene.with(Role::Child).filter(|child| !child.elsewhere).map(|child| child.id).collect()
}

/// The age of a child who is asked.
pub(crate) fn age(scene: &Scene, person: EntryId) -> Option<AgeBand> {
    let line = scene.cast.get(person).filter(|line| line.roles.contains(&Role::Child))?;
    if line.unborn {
        return Some(AgeBand::Unborn);
    }
    line.born.map(|born| AgeBand::of(born.start().date(), scene.today))
}

/// Whether the case knows something of a kind and a category, for conditions.
pub(crate) fn knows(projection: &Projection, scene: &Scene, kind: Kind, code: Option<&Code>) -> bool {
    let from = KnownFrom { kind, codes: code.cloned().into_iter().collect() };
    !known(&from, projection, &scene.cast, None, None).is_empty()
}
