//! The gaps: what nobody has asked yet, as specific questions, with who could safely answer.
//!
//! Phrased at the system, never at the survivor. Never a score of completeness.

mod agencies;
mod care;
mod efforts;
mod impact;
mod pattern;
mod people;
mod question;

use super::lines::{Named, Reader};
use super::map::{Band, MapView, map};
use super::overview::says as says_line;
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::people::Role;
use crate::pack::{AgeBand, Pack};
use crate::project::Projection;
use jiff::civil::Date;

pub use question::{Ask, Component, Gap, GapsView, Question};

/// Makes the gaps.
#[must_use]
pub fn gaps(projection: &Projection, pack: &Pack, as_of: Date) -> GapsView {
    let reader = Reader::new(projection, as_of);
    let map = map(projection, pack, as_of);
    let mut found = Vec::new();
    recorded(&reader, &mut found);
    people::people(&reader, &map, &mut found);
    pattern::pattern(&reader, &map, pack, &mut found);
    efforts::efforts(&reader, &map, pack, &mut found);
    impact::impact(&reader, &map, &mut found);
    care::care(&reader, &map, &mut found);
    intersections(&reader, &map, &mut found);
    agencies::agencies(&reader, &map, pack, &mut found);
    loose_ends(&reader, &mut found);
    found.sort_by_key(|gap| gap.component);
    GapsView { as_of, gaps: found }
}

pub(super) fn named(person: &PersonLine) -> Named {
    Named { id: Some(person.id), name: person.name.clone() }
}

/// Who could tell how a child is: the child where old enough to be asked, the survivor, school or health by age, and
/// professionals who know the family. Never anybody who causes harm.
pub(super) fn who_knows_child(reader: &Reader<'_>, child: &PersonLine) -> Vec<Ask> {
    let band = child.born.map(|born| AgeBand::of(born.start().date(), reader.as_of));
    let mut ask = Vec::new();
    if matches!(band, Some(AgeBand::Early | AgeBand::Middle | AgeBand::Teen) | None) && !child.unborn {
        ask.push(Ask::Alone(named(child)));
    }
    ask.extend(reader.cast.survivors().map(|survivor| Ask::Alone(named(survivor))));
    ask.push(match band {
        Some(AgeBand::Unborn | AgeBand::Infant) => Ask::Health,
        _ => Ask::School,
    });
    ask
}

pub(super) fn survivors_alone(reader: &Reader<'_>) -> Vec<Ask> {
    reader.cast.survivors().map(|survivor| Ask::Alone(named(survivor))).collect()
}

fn recorded(reader: &Reader<'_>, found: &mut Vec<Gap>) {
    for seen in reader.projection.current() {
        let Body::Unknown(unknown) = &seen.content.body else {
            continue;
        };
        if !unknown.is_open() {
            continue;
        }
        let about_child = unknown.about.iter().any(|id| reader.cast.is(*id, Role::Child));
        let about_survivor = unknown.about.iter().any(|id| reader.cast.is(*id, Role::Survivor));
        let component = match (about_child, unknown.behaviour.is_some() || !about_survivor) {
            (true, _) => Component::Impact,
            (false, true) => Component::Pattern,
            (false, false) => Component::Efforts,
        };
        found.push(Gap {
            component,
            question: Question::Recorded {
                entry: seen.id,
                question: unknown.question.to_string(),
                safely: unknown.safely.as_ref().map(ToString::to_string),
            },
            ask: unknown.could_answer.iter().map(|who| Ask::Person(reader.who(who))).collect(),
        });
    }
}

pub(super) fn targets(band: &Band, person: EntryId) -> bool {
    band.behaviour.targets.iter().any(|target| target.id == Some(person))
}

fn intersections(reader: &Reader<'_>, map: &MapView, found: &mut Vec<Gap>) {
    use crate::kinds::intersections::Mechanism;
    let mut gap =
        |question| found.push(Gap { component: Component::Intersections, question, ask: survivors_alone(reader) });
    if map.bands.is_empty() {
        return;
    }
    if map.intersections.iter().all(|line| line.mechanism == Mechanism::Protects) {
        gap(Question::NoIntersections);
    }
    if map.intersections.iter().all(|line| line.mechanism != Mechanism::Protects) {
        for survivor in &map.survivors {
            gap(Question::NothingProtects { survivor: named(survivor) });
        }
    }
}

/// Entries that say nothing of how they are known, and links to what was withdrawn.
fn loose_ends(reader: &Reader<'_>, found: &mut Vec<Gap>) {
    for seen in reader.projection.current() {
        let (component, says) = match &seen.content.body {
            Body::Behaviour(behaviour) => (Component::Pattern, behaviour.act.to_string()),
            Body::Effort(effort) => (Component::Efforts, effort.act.to_string()),
            Body::Impact(impact) => (Component::Impact, impact.what.to_string()),
            Body::Intersection(intersection) => (Component::Intersections, intersection.what.to_string()),
            Body::DailyCare(_) | Body::CareConcern(_) => {
                (Component::Efforts, says_line(reader, &seen.content.body))
            }
            Body::SystemResponse(_) => (Component::Intersections, says_line(reader, &seen.content.body)),
            _ => continue,
        };
        if seen.content.sources.is_empty() {
            let question = Question::HowKnown { entry: seen.id, says: says.clone() };
            found.push(Gap { component, question, ask: vec![Ask::Team] });
        }
        if !seen.links_withdrawn.is_empty() {
            let question = Question::LinkWithdrawn { entry: seen.id, says };
            found.push(Gap { component, question, ask: vec![Ask::Team] });
        }
    }
}
