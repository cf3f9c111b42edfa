//! Who is who, and where everybody lives.

use super::{Ask, Component, Gap, Question, named, survivors_alone};
use crate::kinds::Body;
use crate::kinds::people::Role;
use crate::kinds::places::Sure;
use crate::views::lines::Reader;
use crate::views::map::MapView;

pub(super) fn people(reader: &Reader<'_>, map: &MapView, found: &mut Vec<Gap>) {
    let mut gap = |question, ask| found.push(Gap { component: Component::People, question, ask });
    if map.children.is_empty() {
        gap(Question::NoChildren, vec![Ask::Team]);
    }
    if map.perpetrators.is_empty() && map.undetermined.is_empty() {
        gap(Question::NobodyCausesHarm, vec![Ask::Team]);
    }
    if map.survivors.is_empty() && map.undetermined.is_empty() {
        gap(Question::NobodyProtects, vec![Ask::Team]);
    }
    for seen in reader.projection.current() {
        let Body::RoleDecision(decision) = &seen.content.body else {
            continue;
        };
        let Some(review) = decision.review else {
            continue;
        };
        if decision.role == Role::Undetermined
            && review < reader.as_of
            && reader.cast.is(decision.person, Role::Undetermined)
        {
            gap(
                Question::ReviewPast {
                    person: reader.person(decision.person),
                    review,
                    open: decision.open_questions.iter().map(ToString::to_string).collect(),
                },
                vec![Ask::Team],
            );
        }
    }
    homes(reader, map, found);
}

/// Where each child lives, and what nobody is sure of. A household that no one is sure of is a question, not a gap in a form.
fn homes(reader: &Reader<'_>, map: &MapView, found: &mut Vec<Gap>) {
    let mut gap = |question, ask| found.push(Gap { component: Component::People, question, ask });
    for child in map.children.iter().filter(|child| !child.unborn) {
        let known = reader.projection.current().any(|seen| match &seen.content.body {
            Body::LivingArrangement(arrangement) => arrangement.who.contains(&child.id),
            Body::Household(household) => household.members.iter().any(|member| member.person == child.id),
            _ => false,
        });
        if !known {
            gap(Question::WhereChildLives { child: named(child) }, survivors_alone(reader));
        }
    }
    for seen in reader.projection.current() {
        if let Body::LivingArrangement(arrangement) = &seen.content.body
            && arrangement.sure != Sure::Known
        {
            let people = arrangement.who.iter().map(|id| reader.person(*id).name).collect();
            gap(Question::NobodySureWhere { arrangement: seen.id, people }, vec![Ask::Team]);
        }
    }
}
