//! One child: what each behaviour did to this child, what the survivor did for this child, and what nobody has asked.

use super::care::{CareView, care_for};
use super::gaps::{Gap, Question, gaps};
use super::lines::{EffortLine, ImpactLine, Named, Reader};
use super::map::{Band, map};
use super::work::{LivingLine, VoiceLine};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::pack::Pack;
use crate::project::Projection;
use crate::text::Code;
use crate::when::Happened;
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
    /// The child's own words, latest first.
    pub voices: Vec<VoiceLine>,
    /// With whom the child lives, and where the days and nights are; what holds now first.
    pub living: Vec<LivingLine>,
    /// The ordinary day: the same questions for every caregiver, for this child.
    pub care: CareView,
    /// When somebody was with the child alone, latest first.
    pub alone: Vec<Alone>,
}

/// Somebody was with the child alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Alone {
    /// The entry that says so.
    pub id: EntryId,
    /// When.
    pub happened: Happened,
    /// Which agency; none: the team that works the case.
    pub agency: Option<String>,
    /// Who recorded it.
    pub recorder: String,
    /// By which means, for a contact.
    pub means: Option<Code>,
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
    let reader = Reader::new(projection, as_of);
    let mut voices: Vec<VoiceLine> = reader.voices().into_iter().filter(|voice| is_child(&voice.whose)).collect();
    voices.reverse();
    let mut living: Vec<LivingLine> =
        reader.living().into_iter().filter(|line| line.who.iter().any(is_child)).collect();
    living.reverse();
    living.sort_by_key(|line| line.envelope.happened.ends(as_of).is_some_and(|end| end < as_of));
    let gaps = gaps(projection, pack, as_of).gaps.into_iter().filter(|gap| is_about(projection, gap, id)).collect();
    Some(ChildView {
        as_of,
        rows,
        other_impacts: map.other_impacts.iter().filter(on_child).cloned().collect(),
        other_efforts: map.other_efforts.iter().filter(|e| e.for_whom.iter().any(is_child)).cloned().collect(),
        siblings: map.children.iter().filter(|other| other.id != id).cloned().collect(),
        gaps,
        voices,
        living,
        care: care_for(&reader, pack, Some(id)),
        alone: alone(&reader, id),
        child,
    })
}

/// Contacts in which the child was seen alone, and the child's own words that were spoken alone.
fn alone(reader: &Reader<'_>, child: EntryId) -> Vec<Alone> {
    let mut all: Vec<Alone> = reader
        .projection
        .current()
        .filter_map(|seen| {
            let (agency, means) = match &seen.content.body {
                Body::Contact(contact) if contact.seen_alone.contains(&child) => {
                    (contact.agency.as_ref().map(ToString::to_string), Some(contact.means.clone()))
                }
                Body::Voice(voice) if voice.whose == child && voice.alone == Some(true) => (None, None),
                _ => return None,
            };
            let recorder = seen.history.first().map(|first| first.author.name.to_string()).unwrap_or_default();
            Some(Alone { id: seen.id, happened: seen.content.happened, agency, recorder, means })
        })
        .collect();
    all.sort_by(|a, b| b.happened.order(&a.happened));
    // Words that were spoken in a contact are not another time alone.
    let contacts: Vec<Happened> = all.iter().filter(|a| a.means.is_some()).map(|alone| alone.happened).collect();
    all.retain(|alone| alone.means.is_some() || !contacts.contains(&alone.happened));
    all
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
