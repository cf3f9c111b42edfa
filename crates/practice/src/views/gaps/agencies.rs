//! What the agencies did: who spoke with the person who causes harm, whether the survivor was told and asked, and what each
//! response came to.

use super::super::lines::Named;
use super::{Ask, Component, Gap, Question, named, survivors_alone};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::{Body, ChangeReview, Contact, Kind};
use crate::pack::Pack;
use crate::project::Seen;
use crate::source::{How, Who};
use crate::views::lines::Reader;
use crate::views::map::{Band, MapView};
use crate::views::overview::says;

/// Every question about the agencies' own part.
pub(super) fn agencies(reader: &Reader<'_>, map: &MapView, pack: &Pack, found: &mut Vec<Gap>) {
    for person in &map.perpetrators {
        contacts_with(reader, pack, person, found);
    }
    for band in &map.bands {
        what_agencies_did(reader, band, found);
    }
    for seen in reader.projection.current() {
        if let Body::SystemResponse(response) = &seen.content.body
            && response.effects.is_empty()
        {
            let question = Question::DidItHelp { response: seen.id, says: says(reader, &seen.content.body) };
            // Somebody of another family is asked by those who stand beside that family.
            let elsewhere = |id: &EntryId| reader.cast.get(*id).is_some_and(|person| person.elsewhere);
            let another = response.towards.iter().any(elsewhere);
            let ask = if another { vec![Ask::Advocate] } else { survivors_alone(reader) };
            found.push(Gap { component: Component::Intersections, question, ask });
        }
    }
}

fn contacts_with(reader: &Reader<'_>, pack: &Pack, person: &PersonLine, found: &mut Vec<Gap>) {
    let contacts: Vec<(&Seen, &Contact)> = reader
        .projection
        .current()
        .filter_map(|seen| match &seen.content.body {
            Body::Contact(contact) if contact.with.contains(&Who::Person(person.id)) => Some((seen, contact)),
            _ => None,
        })
        .collect();
    let reviews: Vec<&ChangeReview> = reader
        .projection
        .of_kind(Kind::ChangeReview)
        .filter_map(|seen| match &seen.content.body {
            Body::ChangeReview(review) if review.person == person.id => Some(review),
            _ => None,
        })
        .collect();
    // A review that names nobody else was held by whoever recorded it.
    let own_review = reviews.iter().any(|review| review.held_by.is_empty());
    if !own_review && !contacts.iter().any(|(_, contact)| pack.reached(&contact.outcome)) {
        let mut only: Vec<Named> = Vec::new();
        for who in reviews.iter().flat_map(|review| &review.held_by) {
            let who = reader.who(who);
            if !only.contains(&who) {
                only.push(who);
            }
        }
        let mut agencies: Vec<String> = Vec::new();
        for agency in contacts.iter().filter_map(|(_, contact)| contact.agency.as_ref()) {
            if !agencies.iter().any(|known| known == agency.as_str()) {
                agencies.push(agency.to_string());
            }
        }
        let own = contacts.iter().any(|(_, contact)| contact.agency.is_none());
        // What would follow is for the survivor to say, before anybody speaks with the person.
        let ask = survivors_alone(reader);
        let question = Question::NobodySpokeWith { person: named(person), agencies, own, only };
        found.push(Gap { component: Component::Pattern, question, ask });
    }
    for (seen, contact) in contacts.iter().filter(|(_, contact)| !pack.is_untried(&contact.outcome)) {
        let (before, after) = (contact.warned_before.is_some(), contact.asked_after.is_some());
        if !before || !after {
            let question = Question::WarnedAndAsked {
                person: named(person),
                contact: seen.id,
                happened: seen.content.happened,
                before,
                after,
            };
            found.push(Gap { component: Component::Pattern, question, ask: survivors_alone(reader) });
        }
    }
}

/// A behaviour that stands in a record was known to whoever keeps it.
fn what_agencies_did(reader: &Reader<'_>, band: &Band, found: &mut Vec<Gap>) {
    let behaviour = band.behaviour.envelope.id;
    let record =
        reader.projection.get(behaviour).into_iter().flat_map(|seen| &seen.content.sources).find_map(|source| {
            match &source.how {
                How::InRecord { record, .. } => Some(record.to_string()),
                _ => None,
            }
        });
    let Some(record) = record else { return };
    let answered = reader.projection.current().any(|seen| match &seen.content.body {
        Body::SystemResponse(response) => {
            let names = |to: EntryId| to == behaviour;
            response.behaviours.iter().chain(&response.used_through).any(|link| names(link.to))
        }
        _ => false,
    });
    if !answered {
        let question = Question::WhatAgenciesDid { behaviour, title: band.behaviour.title.clone(), record };
        found.push(Gap { component: Component::Intersections, question, ask: vec![Ask::Team] });
    }
}
