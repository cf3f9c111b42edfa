//! Daily care: the same questions for every caregiver, and what was asked of one of them only.

use super::{Ask, Component, Gap, Question, named, survivors_alone};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::people::Role;
use crate::kinds::{Body, DailyCare};
use crate::text::Code;
use crate::views::lines::Reader;
use crate::views::map::MapView;

/// Each parent alike: nothing at all, or less than was asked of another; and concerns that stand alone.
pub(super) fn care(reader: &Reader<'_>, map: &MapView, found: &mut Vec<Gap>) {
    let children: Vec<EntryId> = map.children.iter().map(|child| child.id).collect();
    let recorded: Vec<&DailyCare> = reader
        .projection
        .current()
        .filter_map(|seen| match &seen.content.body {
            Body::DailyCare(care) => Some(care),
            _ => None,
        })
        .collect();
    let carers: Vec<&PersonLine> = reader.cast.people.iter().filter(|p| is_carer(reader, p, &children)).collect();
    for carer in carers {
        let own: Vec<&Code> = areas(recorded.iter().filter(|care| care.carer == carer.id));
        let others: Vec<&Code> = areas(recorded.iter().filter(|care| care.carer != carer.id));
        let missing: Vec<Code> = others.into_iter().filter(|area| !own.contains(area)).cloned().collect();
        let question = if own.is_empty() {
            Question::NoDailyCare { carer: named(carer) }
        } else if missing.is_empty() {
            continue;
        } else {
            Question::CareAskedOfOne { carer: named(carer), areas: missing }
        };
        // What a survivor does is an effort; what the other parent does is parenting towards the children.
        let survivor = carer.roles.contains(&Role::Survivor);
        let component = if survivor { Component::Efforts } else { Component::TowardsChildren };
        let mut ask = if survivor { vec![Ask::Alone(named(carer))] } else { survivors_alone(reader) };
        ask.push(Ask::School);
        found.push(Gap { component, question, ask });
    }
    concerns(reader, found);
}

/// A parent, by whichever bond, of one of the children, who lives with what is done or does it. A relative is asked too where
/// a living arrangement says that the children live there.
fn is_carer(reader: &Reader<'_>, person: &PersonLine, children: &[EntryId]) -> bool {
    let part = [Role::Survivor, Role::Perpetrator, Role::Undetermined];
    let in_part = person.roles.iter().any(|role| part.contains(role));
    in_part
        && reader.projection.current().any(|seen| match &seen.content.body {
            Body::Relationship(r) => r.kind.is_parental() && r.from == person.id && children.contains(&r.to),
            _ => false,
        })
}

/// The areas of some answers, each once, as recorded.
fn areas<'a>(answers: impl Iterator<Item = &'a &'a DailyCare>) -> Vec<&'a Code> {
    let mut areas = Vec::new();
    for care in answers {
        if !areas.contains(&&care.area) {
            areas.push(&care.area);
        }
    }
    areas
}

fn concerns(reader: &Reader<'_>, found: &mut Vec<Gap>) {
    for seen in reader.projection.current() {
        let Body::CareConcern(concern) = &seen.content.body else { continue };
        let explained = concern.part.is_some() || !concern.behaviours.is_empty();
        let helped = concern.help_wanted.is_some() || !reader.cast.is(concern.carer, Role::Survivor);
        if !explained || !helped {
            let carer = reader.person(concern.carer);
            let ask = if reader.cast.is(concern.carer, Role::Perpetrator) {
                survivors_alone(reader)
            } else {
                vec![Ask::Alone(carer.clone())]
            };
            let question = Question::ConcernAlone { concern: seen.id, carer, seen: concern.seen.to_string() };
            found.push(Gap { component: Component::Efforts, question, ask });
        }
    }
}
