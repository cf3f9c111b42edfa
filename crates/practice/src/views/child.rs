//! One child: what each behaviour did to this child, what the survivor did for this child, and what nobody has asked.

use super::gaps::{Gap, Question, gaps};
use super::lines::{EffortLine, ImpactLine, Named};
use super::map::{Band, map};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::pack::Pack;
use crate::project::Projection;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The page of one child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChildView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The child.
    pub child: PersonLine,
    /// The other children, for going from one to the next.
    pub siblings: Vec<PersonLine>,
    /// Each behaviour that reaches the child, or is done to the child, with what it did and what answered it.
    pub rows: Vec<ChildRow>,
    /// Effects that are not yet linked to a behaviour.
    pub other_impacts: Vec<ImpactLine>,
    /// What was done for the child that answers no single behaviour.
    pub other_efforts: Vec<EffortLine>,
    /// What has not been asked about this child.
    pub gaps: Vec<Gap>,
}

/// One behaviour as it reaches one child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChildRow {
    /// The letter it has on the map.
    pub letter: String,
    /// The behaviour.
    pub behaviour: super::lines::BehaviourLine,
    /// Whether it is done to this child.
    pub to_child: bool,
    /// What it did to this child, by whichever way.
    pub impacts: Vec<ImpactLine>,
    /// What it did to the survivor's care or the family's life, and so to this child.
    pub carried: Vec<ImpactLine>,
    /// What was done for this child in answer.
    pub answers: Vec<EffortLine>,
}

/// Makes the page of a child. Nothing where the id is not a person with the part of a child.
#[must_use]
pub fn child(projection: &Projection, pack: &Pack, as_of: Date, id: EntryId) -> Option<ChildView> {
    let map = map(projection, pack, as_of);
    let child = map.children.iter().find(|child| child.id == id)?.clone();
    let is_child = |named: &Named| named.id == Some(id);
    let rows = map
        .bands
        .iter()
        .filter_map(|band| {
            let row = row(band, id);
            let told = row.to_child || !row.impacts.is_empty() || !row.answers.is_empty();
            told.then_some(row)
        })
        .collect();
    let on_child = |impact: &&ImpactLine| impact.on.as_ref().is_some_and(is_child);
    let gaps = gaps(projection, pack, as_of).gaps.into_iter().filter(|gap| is_about(projection, gap, id)).collect();
    Some(ChildView {
        as_of,
        rows,
        other_impacts: map.other_impacts.iter().filter(on_child).cloned().collect(),
        other_efforts: map.other_efforts.iter().filter(|e| e.for_whom.iter().any(is_child)).cloned().collect(),
        siblings: map.children.iter().filter(|other| other.id != id).cloned().collect(),
        gaps,
        child,
    })
}

fn row(band: &Band, id: EntryId) -> ChildRow {
    ChildRow {
        letter: band.letter.clone(),
        behaviour: band.behaviour.clone(),
        to_child: band.behaviour.targets.iter().any(|target| target.id == Some(id)),
        impacts: band
            .paths
            .iter()
            .flat_map(|path| &path.cells)
            .filter(|cell| cell.child == id)
            .flat_map(|cell| cell.impacts.clone())
            .fold(Vec::new(), |mut all, impact| {
                // One effect can come by two ways; it is one effect.
                if !all.iter().any(|known: &ImpactLine| known.envelope.id == impact.envelope.id) {
                    all.push(impact);
                }
                all
            }),
        carried: band.paths.iter().flat_map(|path| path.carried.clone()).collect(),
        answers: band
            .answers
            .iter()
            .filter(|effort| {
                effort.for_whom.iter().any(|person| person.id == Some(id))
                    || effort
                        .made_possible
                        .iter()
                        .any(|made| made.person.as_ref().is_some_and(|p| p.id == Some(id)))
            })
            .cloned()
            .collect(),
    }
}

fn is_about(projection: &Projection, gap: &Gap, child: EntryId) -> bool {
    match &gap.question {
        Question::EffectOnChild { child: about, .. }
        | Question::NothingOnChild { child: about }
        | Question::NoWordsOf { child: about }
        | Question::NotSeenAlone { child: about }
        | Question::WhereChildLives { child: about } => about.id == Some(child),
        Question::Recorded { entry, .. } => projection.get(*entry).is_some_and(|seen| {
            matches!(&seen.content.body, crate::kinds::Body::Unknown(unknown) if unknown.about.contains(&child))
        }),
        _ => false,
    }
}
