//! Impact (component 4): how each child is, by which way, in whose words, and whether anybody has seen the child alone.

use super::{Ask, Component, Gap, Question, named, survivors_alone, who_knows_child};
use crate::cast::PersonLine;
use crate::kinds::Body;
use crate::kinds::impact::Pathway;
use crate::pack::AgeBand;
use crate::views::lines::Reader;
use crate::views::map::{Band, MapView};

pub(super) fn impact(reader: &Reader<'_>, map: &MapView, found: &mut Vec<Gap>) {
    // A child who has not been heard comes before what one would ask of each behaviour.
    voices(reader, map, found);
    let mut gap = |question, ask| found.push(Gap { component: Component::Impact, question, ask });
    let impacts = reader.impacts();
    for child in &map.children {
        if !impacts.iter().any(|impact| impact.on.as_ref().and_then(|on| on.id) == Some(child.id)) {
            gap(Question::NothingOnChild { child: named(child) }, who_knows_child(reader, child));
        }
    }
    for band in map.bands.iter().filter(|band| !band.behaviour.former_family && is_harm(band)) {
        let behaviour = band.behaviour.envelope.id;
        let title = &band.behaviour.title;
        for child in &map.children {
            let asked = band
                .paths
                .iter()
                .flat_map(|path| &path.cells)
                .any(|cell| cell.child == child.id && !cell.impacts.is_empty());
            if !asked {
                gap(
                    Question::EffectOnChild {
                        child: named(child),
                        behaviour,
                        title: title.clone(),
                        category: band.behaviour.categories.first().cloned(),
                        age: child.born.map(|born| AgeBand::of(born.start().date(), reader.as_of)),
                    },
                    who_knows_child(reader, child),
                );
            }
        }
        for path in band.paths.iter().filter(|path| path.is_unasked()) {
            let survivor = map.survivors.first().map(named).filter(|_| path.pathway == Pathway::ThroughCare);
            gap(
                Question::ByThisWay { behaviour, title: title.clone(), pathway: path.pathway, survivor },
                survivors_alone(reader),
            );
        }
    }
}

/// The child's own words, and a conversation alone: asked of children who are old enough to say something.
fn voices(reader: &Reader<'_>, map: &MapView, found: &mut Vec<Gap>) {
    let mut gap = |question, ask| found.push(Gap { component: Component::Impact, question, ask });
    for child in map.children.iter().filter(|child| can_tell(reader, child)) {
        let id = child.id;
        let bodies = || reader.projection.current().map(|seen| &seen.content.body);
        if !bodies().any(|body| matches!(body, Body::Voice(voice) if voice.whose == id)) {
            gap(Question::NoWordsOf { child: named(child) }, vec![Ask::Alone(named(child)), Ask::School]);
        }
        let alone = bodies().any(|body| match body {
            Body::Visit(visit) => visit.seen_alone.contains(&id),
            Body::Contact(contact) => contact.seen_alone.contains(&id),
            Body::Voice(voice) => voice.whose == id && voice.alone == Some(true),
            _ => false,
        });
        if !alone {
            gap(Question::NotSeenAlone { child: named(child) }, vec![Ask::School]);
        }
    }
}

fn can_tell(reader: &Reader<'_>, child: &PersonLine) -> bool {
    let band = child.born.map(|born| AgeBand::of(born.start().date(), reader.as_of));
    !child.unborn && !matches!(band, Some(AgeBand::Unborn | AgeBand::Infant))
}

fn is_harm(band: &Band) -> bool {
    band.behaviour.force == crate::kinds::pattern::Force::Control
}
