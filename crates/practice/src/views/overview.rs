//! The overview: the five components, each with what is there beside what has not been asked. No figure of progress.

use super::gaps::{Component, Gap, gaps};
use super::lines::{BehaviourLine, EffortLine, ImpactLine, IntersectionLine, Reader};
use crate::cast::Cast;
use crate::ids::EntryId;
use crate::kinds::people::Role;
use crate::kinds::{Body, Kind};
use crate::pack::{Pack, Side};
use crate::project::{Projection, SeenChange};
use crate::source::Who;
use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The overview of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OverviewView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// Who is who.
    pub cast: Cast,
    /// Component 1: the pattern of coercive control.
    pub pattern: Vec<BehaviourLine>,
    /// Component 2: what is done to the children.
    pub towards_children: Vec<BehaviourLine>,
    /// Component 3: what each survivor does.
    pub efforts: Vec<EffortLine>,
    /// Component 4: how each child is affected.
    pub impact: Vec<ImpactLine>,
    /// Component 5: what is used, what shuts doors, what protects.
    pub intersections: Vec<IntersectionLine>,
    /// What has not been asked.
    pub gaps: Vec<Gap>,
    /// The latest recordings, newest first.
    pub latest: Vec<Latest>,
}

/// One recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Latest {
    /// The entry.
    pub id: EntryId,
    /// Its kind.
    pub kind: Kind,
    /// What it says, in a line.
    pub says: String,
    /// What was done.
    pub what: SeenChange,
    /// When it was recorded.
    #[schemars(with = "String")]
    pub recorded_at: Timestamp,
    /// By whom.
    pub author: String,
}

/// How many of the latest recordings are shown.
const LATEST: usize = 6;

/// Makes the overview.
#[must_use]
pub fn overview(projection: &Projection, pack: &Pack, as_of: Date) -> OverviewView {
    let reader = Reader::new(projection, as_of);
    let to_children = |line: &BehaviourLine| {
        line.targets.iter().any(|t| t.id.is_some_and(|id| reader.cast.is(id, Role::Child)))
            || line.categories.iter().any(|code| pack.behaviour(code).is_some_and(|c| c.side == Side::Child))
    };
    let (towards_children, pattern) = reader.behaviours().into_iter().partition(to_children);
    let mut steps: Vec<_> = projection.all().filter_map(|seen| Some((seen, seen.history.last()?))).collect();
    steps.sort_by_key(|(_, last)| std::cmp::Reverse(last.recorded_at));
    let latest = steps.into_iter().take(LATEST).map(|(seen, last)| Latest {
        id: seen.id,
        kind: seen.content.body.kind(),
        says: says(&reader, &seen.content.body),
        what: last.what,
        recorded_at: last.recorded_at,
        author: last.author.name.to_string(),
    });
    let latest = latest.collect();
    OverviewView {
        as_of,
        pattern,
        towards_children,
        efforts: reader.efforts(),
        impact: reader.impacts(),
        intersections: reader.intersections(),
        gaps: gaps(projection, pack, as_of).gaps,
        latest,
        cast: reader.cast,
    }
}

/// What an entry says, in a line, with names.
#[must_use]
pub fn says(reader: &Reader<'_>, body: &Body) -> String {
    let name = |id: EntryId| reader.person(id).name;
    let names = |ids: &[EntryId]| ids.iter().map(|id| name(*id)).collect::<Vec<_>>().join(", ");
    let whos = |whos: &[Who]| whos.iter().map(|who| reader.who(who).name).collect::<Vec<_>>().join(", ");
    match body {
        Body::Person(person) => person.short().to_owned(),
        Body::Relationship(relationship) => {
            format!("{}, {}", name(relationship.from), name(relationship.to))
        }
        Body::Household(household) => household.name.to_string(),
        Body::RoleDecision(decision) => name(decision.person),
        Body::Behaviour(behaviour) => format!("{}: {}", name(behaviour.actor), behaviour.act),
        Body::Effort(effort) => format!("{}: {}", name(effort.actor), effort.act),
        Body::Impact(impact) => match impact.on {
            crate::kinds::impact::ImpactOn::Child(id) | crate::kinds::impact::ImpactOn::Parenting(id) => {
                format!("{}: {}", name(id), impact.what)
            }
            crate::kinds::impact::ImpactOn::FamilyFunctioning => impact.what.to_string(),
        },
        Body::Intersection(intersection) => intersection.what.to_string(),
        Body::Unknown(unknown) => unknown.question.to_string(),
        Body::Note(note) => note.title.to_string(),
        Body::Document(document) => document.title.to_string(),
        Body::Visit(visit) => whos(&visit.present),
        Body::LivingArrangement(arrangement) => {
            let place = arrangement.household.map(|id| title(reader, id));
            let with = Some(whos(&arrangement.with)).filter(|with| !with.is_empty());
            let parts = [place, with, arrangement.days.as_ref().map(ToString::to_string)];
            let unclear = arrangement.not_clear.as_ref().map(ToString::to_string);
            let said: Vec<String> = parts.into_iter().flatten().chain(unclear).collect();
            if said.is_empty() {
                names(&arrangement.who)
            } else {
                format!("{}: {}", names(&arrangement.who), said.join("; "))
            }
        }
        // Whose it is, and never the address itself: this line stands in lists.
        Body::ContactDetail(detail) => names(&detail.whose),
        Body::Voice(voice) => format!("{}: “{}”", name(voice.whose), voice.words.words),
        Body::DailyCare(care) => {
            let answers = [&care.does, &care.good, &care.decides, &care.changes];
            let said = answers.into_iter().flatten().next().map(ToString::to_string).unwrap_or_default();
            format!("{}: {said}", name(care.carer))
        }
        Body::CareConcern(concern) => format!("{}: {}", name(concern.carer), concern.seen),
        Body::UseOfForce(force) => format!("{}, {}", name(force.person), name(force.towards)),
        Body::Contact(contact) => match (&contact.agency, &contact.what) {
            (Some(agency), _) => format!("{agency}: {}", whos(&contact.with)),
            (None, Some(what)) => format!("{}: {what}", whos(&contact.with)),
            (None, None) => whos(&contact.with),
        },
        Body::PartneringStep(step) => format!("{}: {}", name(step.with), step.done),
        Body::SystemResponse(response) => format!("{}: {}", response.agency, response.did),
        Body::WorkerSafety(safety) => format!("{}: {}", names(&safety.about), safety.know),
        Body::Plan(plan) => name(plan.person),
        Body::Goal(goal) => goal.expected.to_string(),
        Body::Support(support) => support.wanted.to_string(),
        Body::ChildNeed(need) => match &need.need {
            Some(what) => format!("{}: {what}", name(need.child)),
            None => name(need.child),
        },
        Body::AgencyAction(action) => format!("{}: {}", action.agency, action.action),
        Body::ChangeReview(review) => {
            let first =
                review.behaviours.iter().find_map(|line| line.words.as_ref()).or(review.says_victim.as_ref());
            match first {
                Some(quote) => format!("{}: “{}”", name(review.person), quote.words),
                None => name(review.person),
            }
        }
        Body::Evidence(evidence) => format!("{}: {}", name(evidence.person), evidence.seen),
        Body::Chronology(chronology) => chronology.title.to_string(),
        Body::Interview(interview) => {
            let people = if interview.with.is_empty() { &interview.about } else { &interview.with };
            format!("{}: {}", interview.title, names(people))
        }
        Body::ToolResult(result) => format!("{}: {}", result.tool, result.result),
        Body::Decision(decision) => format!("{}: {}", names(&decision.children), decision.proposal),
        Body::SignOff(sign) => match reader.projection.get(sign.of).map(|seen| &seen.content.body) {
            Some(of @ (Body::Decision(_) | Body::Supervision(_))) => says(reader, of),
            _ => String::new(),
        },
        Body::MappingSession(session) => session.purpose.to_string(),
        Body::Supervision(supervision) => {
            let answers = supervision.prompts.iter().map(|prompt| &prompt.answer);
            let agreed = supervision.agreed.iter().map(|agreed| &agreed.what);
            supervision
                .went_well
                .iter()
                .chain(answers)
                .chain(agreed)
                .next()
                .map(ToString::to_string)
                .unwrap_or_default()
        }
    }
}

fn title(reader: &Reader<'_>, id: EntryId) -> String {
    match reader.projection.get(id).map(|seen| &seen.content.body) {
        Some(Body::Household(household)) => household.name.to_string(),
        _ => String::new(),
    }
}

impl OverviewView {
    /// The gaps of a component.
    pub fn gaps_of(&self, component: Component) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(move |gap| gap.component == component)
    }
}
