//! The pattern (components 1 and 2): what is done, to whom, since when, and with whom it was done before.

use super::{Ask, Component, Gap, Question, named, survivors_alone, targets, who_knows_child};
use crate::cast::PersonLine;
use crate::kinds::Body;
use crate::kinds::people::Role;
use crate::pack::{Pack, Side};
use crate::text::Code;
use crate::views::lines::{Named, Reader};
use crate::views::map::{Band, MapView};

pub(super) fn pattern(reader: &Reader<'_>, map: &MapView, pack: &Pack, found: &mut Vec<Gap>) {
    for person in &map.perpetrators {
        let own: Vec<&Band> = map.bands.iter().filter(|band| band.behaviour.actor.id == Some(person.id)).collect();
        if own.is_empty() {
            found.push(Gap {
                component: Component::Pattern,
                question: Question::NoBehaviour { person: named(person) },
                ask: survivors_alone(reader),
            });
            continue;
        }
        other_families(reader, person, &own, found);
        let towards_children = own.iter().any(|band| {
            let to_child = |t: &Named| t.id.is_some_and(|id| reader.cast.is(id, Role::Child));
            band.behaviour.targets.iter().any(to_child)
                || band
                    .behaviour
                    .categories
                    .iter()
                    .any(|c| pack.behaviour(c).is_some_and(|c| c.side == Side::Child))
        });
        if !towards_children {
            found.push(Gap {
                component: Component::TowardsChildren,
                question: Question::NothingTowardsChildren { person: named(person) },
                ask: map.children.iter().flat_map(|child| who_knows_child(reader, child)).fold(
                    Vec::new(),
                    |mut all, ask| {
                        if !all.contains(&ask) {
                            all.push(ask);
                        }
                        all
                    },
                ),
            });
        }
    }
    for band in &map.bands {
        let behaviour = band.behaviour.envelope.id;
        let title = band.behaviour.title.clone();
        if band.behaviour.force == crate::kinds::pattern::Force::Undetermined {
            found.push(Gap {
                component: Component::Pattern,
                question: Question::ForceUndetermined {
                    person: band.behaviour.actor.clone(),
                    behaviour,
                    title: title.clone(),
                },
                ask: vec![Ask::Team],
            });
        }
        if let crate::when::Happened::NotKnown
        | crate::when::Happened::Over { recurrence: crate::when::Recurrence::NotKnown, .. } =
            band.behaviour.envelope.happened
        {
            found.push(Gap {
                component: Component::Pattern,
                question: Question::HowOften { behaviour, title },
                ask: survivors_alone(reader),
            });
        }
    }
    force_one_sided(reader, found);
}

/// Former partners with nothing of what they lived with; or no word on earlier relationships at all.
fn other_families(reader: &Reader<'_>, person: &PersonLine, own: &[&Band], found: &mut Vec<Gap>) {
    let mut partners: Vec<Named> = Vec::new();
    for seen in reader.projection.current() {
        let Body::Relationship(relationship) = &seen.content.body else {
            continue;
        };
        if !relationship.kind.is_union() {
            continue;
        }
        let other = match person.id {
            id if id == relationship.from => relationship.to,
            id if id == relationship.to => relationship.from,
            _ => continue,
        };
        if !reader.cast.is(other, Role::Survivor) || own.iter().all(|band| !targets(band, other)) {
            let line = reader.person(other);
            if !partners.contains(&line) {
                partners.push(line);
            }
        }
    }
    let any_former = own.iter().any(|band| band.behaviour.former_family);
    if partners.is_empty() && !any_former {
        found.push(Gap {
            component: Component::Pattern,
            question: Question::EarlierRelationships { person: named(person) },
            ask: survivors_alone(reader),
        });
    }
    for partner in partners {
        let known = partner.id.is_some_and(|id| own.iter().any(|band| targets(band, id)));
        if !known {
            found.push(Gap {
                component: Component::Pattern,
                question: Question::OtherFamily { person: named(person), partner },
                ask: vec![Ask::Advocate],
            });
        }
    }
}

/// The same questions about both adults: what was answered about one only.
fn force_one_sided(reader: &Reader<'_>, found: &mut Vec<Gap>) {
    let about = |person, towards| -> Vec<Code> {
        let answered = reader.projection.current().filter_map(|seen| match &seen.content.body {
            Body::UseOfForce(force) if force.person == person && force.towards == towards => Some(&force.answers),
            _ => None,
        });
        answered.flatten().map(|answer| answer.question.clone()).collect()
    };
    let mut pairs = Vec::new();
    for seen in reader.projection.current() {
        if let Body::UseOfForce(force) = &seen.content.body
            && !pairs.contains(&(force.person, force.towards))
        {
            pairs.push((force.person, force.towards));
        }
    }
    for (asked, not_asked) in pairs {
        let there = about(not_asked, asked);
        let mut questions = about(asked, not_asked);
        questions.retain(|question| !there.contains(question));
        questions.dedup();
        if !questions.is_empty() {
            let (person, other) = (reader.person(not_asked), reader.person(asked));
            let question = Question::ForceOneSided { person, other, questions };
            found.push(Gap { component: Component::Pattern, question, ask: vec![Ask::Team] });
        }
    }
}
