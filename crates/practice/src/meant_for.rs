//! What is meant for one adult of the family: his plan and what goes to a programme, made only from what is usable with him;
//! her plan, made only from what is hers. An allow list: what is not named here never reaches either.
//!
//! "Stop checking her phone at night" would tell him that she spoke. So nothing of hers, no source but his own, and no behaviour
//! that is not usable with him may change a single byte of what he is shown; property tests hold it, with a control that leaks.

use crate::case::{CaseFile, Entry};
use crate::clearance::Audience;
use crate::entry::Content;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::pattern::{Behaviour, Usable};
use crate::kinds::plan::Part;
use crate::source::{How, Source, Who};
use crate::when::Happened;
use std::collections::BTreeSet;

/// Whether an entry may be in an adult's copy at all. What it needs besides, its required links say.
pub(crate) fn is_meant(audience: Audience, entry: &Entry) -> bool {
    if audience.is_adult() && entry.withdrawn {
        return false;
    }
    match (audience, &entry.content.body) {
        (Audience::Team | Audience::Outside, _) => true,
        (Audience::Actor(_) | Audience::Survivor(_), Body::Person(_)) => true,
        (Audience::Actor(person), Body::Behaviour(behaviour)) => {
            behaviour.actor == person && behaviour.usable_with_actor != Usable::No
        }
        // A goal needs its plan and every behaviour it begins from, and those are looked at here as well.
        (Audience::Actor(person), Body::Plan(plan)) => plan.person == person && plan.part == Part::Change,
        (Audience::Actor(_), Body::Goal(goal)) => goal.ended.is_none(),
        (Audience::Actor(person), Body::ChangeReview(review)) => review.person == person,
        (Audience::Survivor(person), Body::Plan(plan)) => plan.person == person && plan.part == Part::Support,
        (Audience::Survivor(_), Body::Support(_) | Body::ChildNeed(_)) => true,
        (Audience::Survivor(_), Body::AgencyAction(action)) => action.hers_to_see,
        (Audience::Actor(_) | Audience::Survivor(_), _) => false,
    }
}

/// Takes the people out whom nothing in the copy is about: a neighbour who told us is somebody, too.
pub(crate) fn without_others(audience: Audience, case: &CaseFile, visible: &mut BTreeSet<EntryId>) {
    let (Audience::Actor(adult) | Audience::Survivor(adult)) = audience else { return };
    let mut named: BTreeSet<EntryId> = BTreeSet::from([adult]);
    for id in visible.iter() {
        if let Some(entry) = case.entry(*id) {
            // Whom she wants at her side is hers to see; he is told of nobody but whom it was done to.
            let hers = matches!(audience, Audience::Survivor(_));
            named.extend(
                entry.content.references().into_iter().filter(|link| hers || link.required).map(|link| link.to),
            );
            if let Body::Goal(goal) = &entry.content.body {
                named.extend(goal.harms.iter().map(|harm| harm.child));
            }
            if let Body::ChangeReview(review) = &entry.content.body {
                let lines = review.behaviours.iter().filter(|line| visible.contains(&line.behaviour));
                named.extend(lines.flat_map(|line| &line.harms).map(|harm| harm.person));
            }
        }
    }
    visible.retain(|id| {
        named.contains(id) || case.entry(*id).is_none_or(|e| !matches!(e.content.body, Body::Person(_)))
    });
}

/// Takes out of an entry what the adult may not have of it. Links were cut before.
pub(crate) fn reduce(audience: Audience, content: &mut Content) {
    let (Audience::Actor(adult) | Audience::Survivor(adult)) = audience else { return };
    content.sources.retain(|source| is_own(source, adult));
    content.disputes.retain(|dispute| dispute.by == Who::Person(adult));
    content.occasion = None;
    content.pack = None;
    match &mut content.body {
        Body::Person(person) => {
            person.name = person.known_as.take().unwrap_or_else(|| first_name(&person.name));
            person.aliases.clear();
            (person.born, person.died, person.gender, person.capacity) = (None, None, None, None);
            person.languages.clear();
            person.unborn = false;
        }
        // His own words, and nothing that the team notes beside them.
        Body::ChangeReview(review) => {
            review.held_by.clear();
            review.remark = None;
        }
        Body::Behaviour(behaviour) => as_agreed(behaviour, &mut content.happened),
        Body::Plan(plan) => plan.leave_for_person(),
        Body::Goal(goal) => goal.leave_for_person(),
        _ => {}
    }
}

/// As it may be said to him: where there is a wording for that, that wording and nothing beside it.
fn as_agreed(behaviour: &mut Behaviour, happened: &mut Happened) {
    behaviour.through.clear();
    behaviour.relationship = None;
    behaviour.answers_effort.clear();
    if let Some(wording) = behaviour.usable_with_actor.wording() {
        behaviour.act = wording.clone();
        behaviour.title = None;
        behaviour.setting = None;
        behaviour.categories.clear();
        *happened = Happened::NotKnown;
    }
    // That it was agreed, and when, would tell that she was asked: in his copy one ground looks like the other.
    behaviour.usable_with_actor = Usable::Known { from: behaviour.act.clone(), wording: None };
}

fn is_own(source: &Source, adult: EntryId) -> bool {
    matches!(&source.how, How::ToldDirectly { by: Who::Person(by) } if *by == adult)
}

fn first_name(name: &crate::text::Text) -> crate::text::Text {
    name.as_str()
        .split_whitespace()
        .next()
        .and_then(|first| crate::text::Text::parse(first).ok())
        .unwrap_or_else(|| name.clone())
}
