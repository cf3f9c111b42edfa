//! Change over time: for each behaviour what he says of it, the harm he states, and what is seen of his conduct, by whom and for
//! how long. Attendance stands apart. Nothing here says that he has changed, or that he has not.

use super::lines::{BehaviourLine, Envelope, KnownHow, Named, Reader};
use super::work::Titled;
use crate::ids::EntryId;
use crate::kinds::change::{ChangeReview, Evidence, EvidenceOf, Names};
use crate::kinds::pattern::{Force, Usable};
use crate::kinds::people::Role;
use crate::kinds::plan::Part;
use crate::kinds::{Body, Kind};
use crate::pack::{Pack, Side};
use crate::project::{Projection, Seen};
use crate::source::Quote;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// Change over time, person by person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// Everybody whose behaviour is reviewed, or should be.
    pub people: Vec<PersonChange>,
}

/// The behaviours that a review with somebody may raise, in the order of the map: those that are usable with that person.
/// "Stop checking her phone at night" would tell him that she spoke.
#[must_use]
pub fn to_review(reader: &Reader<'_>, behaviours: &[BehaviourLine], person: EntryId) -> Vec<EntryId> {
    let (plan, goals) = goals_of(reader, person);
    behaviours
        .iter()
        .filter(|line| line.actor.id == Some(person))
        .filter(|line| line.usable != Usable::No && line.force == Force::Control)
        .map(|line| line.envelope.id)
        .filter(|id| plan.is_none() || goals.iter().any(|(_, baseline)| baseline.contains(id)))
        .collect()
}

/// One person's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PersonChange {
    /// Whose behaviour.
    pub person: Named,
    /// The plan whose goals are reviewed; none: there is none yet.
    pub plan: Option<EntryId>,
    /// The reviews, oldest first.
    pub reviews: Vec<ReviewHead>,
    /// Each behaviour, in the order of the map.
    pub behaviours: Vec<BehaviourChange>,
    /// What stands apart: attendance, certificates, remorse. Oldest first.
    pub apart: Vec<EvidenceLine>,
    /// What was seen of him that is tied to no behaviour on the map.
    pub untied: Vec<EvidenceLine>,
    /// Behaviours that were recorded after the last review, or happened after it.
    pub since_last: Vec<SinceLast>,
}

/// A review, without what it says of each behaviour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReviewHead {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// Who spoke with him.
    pub held_by: Vec<Named>,
    /// He says that he is the one who is harmed.
    pub says_victim: Option<Quote>,
    /// What he says he will do next.
    pub says_next: Option<Quote>,
    /// For the team.
    pub remark: Option<String>,
}

/// One behaviour over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BehaviourChange {
    /// The behaviour.
    pub behaviour: Titled,
    /// The act in plain words.
    pub act: String,
    /// Whether it may be named to him at all.
    pub usable: bool,
    /// The goals that are about it.
    pub goals: Vec<EntryId>,
    /// What he says of it, review by review, oldest first.
    pub said: Vec<SaidLine>,
    /// The children whose harm he has been recorded to state in no review.
    pub harm_not_stated: Vec<Named>,
    /// What is seen that speaks for him: other conduct, repair. Oldest first.
    pub seen: Vec<EvidenceLine>,
    /// What is seen of it going on, or of something new in its place. Oldest first.
    pub goes_on: Vec<EvidenceLine>,
    /// Whose voices the conduct and the repair rest on besides his own, where they are fewer than two. None: nothing to say.
    /// Never asked of harm that goes on: her word alone suffices for that.
    pub rests_on: Option<Vec<String>>,
}

/// What he says of a behaviour in one review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SaidLine {
    /// The review.
    pub review: EntryId,
    /// Whether he names it.
    pub names: Names,
    /// His exact words.
    pub words: Option<Quote>,
    /// The harm that he states, person by person, in his words.
    pub harms: Vec<(Named, String)>,
}

/// Something seen of him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EvidenceLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// What it is evidence of.
    pub of: EvidenceOf,
    /// What was seen.
    pub seen: String,
    /// Towards whom.
    pub towards: Vec<Named>,
    /// The programme or agency that says so.
    pub agency: Option<String>,
    /// The behaviours it is about.
    pub behaviours: Vec<Titled>,
}

/// A behaviour that came up after the last review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SinceLast {
    /// The behaviour.
    pub behaviour: Titled,
    /// Courts, police or agencies are used as tools in it.
    pub systems: bool,
}

/// Makes the view.
#[must_use]
pub fn change(projection: &Projection, pack: &Pack, as_of: Date) -> ChangeView {
    let reader = Reader::new(projection, as_of);
    let mut people: Vec<EntryId> = reader.cast.with(Role::Perpetrator).map(|person| person.id).collect();
    for seen in projection.current() {
        let person = match &seen.content.body {
            Body::ChangeReview(review) => review.person,
            Body::Evidence(evidence) => evidence.person,
            _ => continue,
        };
        if !people.contains(&person) {
            people.push(person);
        }
    }
    ChangeView { as_of, people: people.into_iter().map(|person| of_person(&reader, pack, person)).collect() }
}

fn of_person(reader: &Reader<'_>, pack: &Pack, person: EntryId) -> PersonChange {
    let reviews = reviews_of(reader, person);
    let evidence = evidence_of(reader, person);
    let (plan, goals) = goals_of(reader, person);
    let reviewed: BTreeSet<EntryId> =
        reviews.iter().flat_map(|(_, review)| review.behaviours.iter().map(|line| line.behaviour)).collect();
    let seen_of: BTreeSet<EntryId> =
        evidence.iter().flat_map(|line| line.behaviours.iter().map(|titled| titled.id)).collect();
    let last = reviews.last().map(|(seen, _)| *seen);
    let mut behaviours = Vec::new();
    let mut since_last = Vec::new();
    for line in reader.behaviours() {
        if line.actor.id != Some(person) {
            continue;
        }
        let id = line.envelope.id;
        let Some(titled) = reader.titled(id) else { continue };
        if let Some(last) = last
            && !reviewed.contains(&id)
            && came_after(reader, id, last)
        {
            let systems =
                line.categories.iter().any(|code| pack.behaviour(code).is_some_and(|c| c.side == Side::Systems));
            since_last.push(SinceLast { behaviour: titled.clone(), systems });
        }
        let of: Vec<EntryId> =
            goals.iter().filter(|(_, baseline)| baseline.contains(&id)).map(|(goal, _)| *goal).collect();
        // With a plan, its goals; without one yet, everything he does to control this family.
        let baseline =
            if plan.is_some() { !of.is_empty() } else { line.force == Force::Control && !line.former_family };
        if !(baseline || reviewed.contains(&id) || seen_of.contains(&id)) {
            continue;
        }
        let said = said_of(reader, &reviews, id);
        let about = |wanted: fn(EvidenceOf) -> bool| -> Vec<EvidenceLine> {
            let tied = |line: &&EvidenceLine| line.behaviours.iter().any(|titled| titled.id == id);
            evidence.iter().filter(|line| wanted(line.of)).filter(tied).cloned().collect()
        };
        let seen = about(EvidenceOf::speaks_for_him);
        behaviours.push(BehaviourChange {
            behaviour: titled,
            act: line.act.clone(),
            usable: line.usable != Usable::No,
            goals: of,
            harm_not_stated: reader
                .cast
                .with(Role::Child)
                .filter(|child| !said.iter().any(|line| line.harms.iter().any(|(who, _)| who.id == Some(child.id))))
                .map(|child| reader.person(child.id))
                .collect(),
            rests_on: rests_on(&seen, person),
            said,
            seen,
            goes_on: about(|of| matches!(of, EvidenceOf::Continues | EvidenceOf::NewTactic)),
        });
    }
    let tied = |line: &&EvidenceLine| !line.behaviours.is_empty();
    PersonChange {
        person: reader.person(person),
        plan,
        reviews: reviews.iter().map(|(seen, review)| head(reader, seen, review)).collect(),
        behaviours,
        apart: evidence.iter().filter(|line| line.of.is_apart()).cloned().collect(),
        untied: evidence.iter().filter(|line| !line.of.is_apart() && !tied(line)).cloned().collect(),
        since_last,
    }
}

/// The plan for his change and its goals with their baselines.
fn goals_of(reader: &Reader<'_>, person: EntryId) -> (Option<EntryId>, Vec<(EntryId, Vec<EntryId>)>) {
    let plans = reader.projection.of_kind(Kind::Plan).filter_map(|seen| match &seen.content.body {
        Body::Plan(plan) if plan.person == person && plan.part == Part::Change => Some(seen.id),
        _ => None,
    });
    let plans: Vec<EntryId> = plans.collect();
    let goals = reader.projection.of_kind(Kind::Goal).filter_map(|seen| match &seen.content.body {
        Body::Goal(goal) if plans.contains(&goal.plan) => Some((seen.id, goal.behaviours.clone())),
        _ => None,
    });
    (plans.first().copied(), goals.collect())
}

fn reviews_of<'a>(reader: &Reader<'a>, person: EntryId) -> Vec<(&'a Seen, &'a ChangeReview)> {
    let mut reviews: Vec<(&Seen, &ChangeReview)> = reader
        .projection
        .of_kind(Kind::ChangeReview)
        .filter_map(|seen| match &seen.content.body {
            Body::ChangeReview(review) if review.person == person => Some((seen, review)),
            _ => None,
        })
        .collect();
    reviews.sort_by(|(a, _), (b, _)| a.content.happened.order(&b.content.happened));
    reviews
}

fn evidence_of(reader: &Reader<'_>, person: EntryId) -> Vec<EvidenceLine> {
    let mut lines: Vec<EvidenceLine> = reader
        .projection
        .of_kind(Kind::Evidence)
        .filter_map(|seen| match &seen.content.body {
            Body::Evidence(evidence) if evidence.person == person => Some(reader.evidence(seen, evidence)),
            _ => None,
        })
        .collect();
    lines.sort_by(|a, b| a.envelope.happened.order(&b.envelope.happened));
    lines
}

fn head(reader: &Reader<'_>, seen: &Seen, review: &ChangeReview) -> ReviewHead {
    ReviewHead {
        envelope: reader.envelope(seen),
        held_by: review.held_by.iter().map(|who| reader.who(who)).collect(),
        says_victim: review.says_victim.clone(),
        says_next: review.says_next.clone(),
        remark: review.remark.as_ref().map(ToString::to_string),
    }
}

fn said_of(reader: &Reader<'_>, reviews: &[(&Seen, &ChangeReview)], behaviour: EntryId) -> Vec<SaidLine> {
    let mut all = Vec::new();
    for (seen, review) in reviews {
        for line in review.behaviours.iter().filter(|line| line.behaviour == behaviour) {
            all.push(SaidLine {
                review: seen.id,
                names: line.names,
                words: line.words.clone(),
                harms: line.harms.iter().map(|harm| (reader.person(harm.person), harm.words.to_string())).collect(),
            });
        }
    }
    all
}

/// Whether a behaviour happened, or was recorded, after a review.
fn came_after(reader: &Reader<'_>, behaviour: EntryId, review: &Seen) -> bool {
    let Some(seen) = reader.projection.get(behaviour) else { return false };
    let recorded = |seen: &Seen| seen.history.first().map(|first| first.recorded_at);
    match (recorded(seen), recorded(review)) {
        (Some(one), Some(other)) => one > other,
        _ => false,
    }
}

/// Whose voices positive conduct rests on besides his own, where they are fewer than two. A record that repeats a statement is
/// not another voice: the person whose account it is counts, not the paper.
fn rests_on(seen: &[EvidenceLine], person: EntryId) -> Option<Vec<String>> {
    if seen.is_empty() {
        return None;
    }
    let mut voices: Vec<(Option<EntryId>, String)> = Vec::new();
    for known in seen.iter().flat_map(|line| &line.envelope.known) {
        let voice = match &known.how {
            KnownHow::SeenByRecorder { recorder } => (None, recorder.clone()),
            KnownHow::ToldDirectly { by } => (by.id, by.name.clone()),
            KnownHow::ToldByAnother { by, whose } => {
                let whose = whose.as_ref().unwrap_or(by);
                (whose.id, whose.name.clone())
            }
            KnownHow::InRecord { record, whose } => match whose {
                Some(whose) => (whose.id, whose.name.clone()),
                None => (None, record.clone()),
            },
            KnownHow::FromNote { title, .. } | KnownHow::TakenFromNote { title, .. } => (None, title.clone()),
        };
        if voice.0 != Some(person) && !voices.contains(&voice) {
            voices.push(voice);
        }
    }
    (voices.len() < 2).then(|| voices.into_iter().map(|(_, name)| name).collect())
}

impl Reader<'_> {
    /// Something seen of him.
    #[must_use]
    pub fn evidence(&self, seen: &Seen, evidence: &Evidence) -> EvidenceLine {
        EvidenceLine {
            envelope: self.envelope(seen),
            of: evidence.of,
            seen: evidence.seen.to_string(),
            towards: evidence.towards.iter().map(|id| self.person(*id)).collect(),
            agency: evidence.agency.as_ref().map(ToString::to_string),
            behaviours: self.titles(&evidence.behaviours),
        }
    }
}
