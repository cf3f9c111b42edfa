//! The gaps: what nobody has asked yet, as specific questions, with who could safely answer.
//!
//! Phrased at the system, never at the survivor. Never a score of completeness.

use super::lines::{Named, Reader};
use super::map::{Band, MapView, map};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::impact::Pathway;
use crate::kinds::people::Role;
use crate::pack::{AgeBand, Pack, Side};
use crate::project::Projection;
use crate::text::Code;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The five components of practice, and people, without whom none can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// Who is who.
    People,
    /// 1: the pattern of coercive control.
    Pattern,
    /// 2: what is done to the children.
    TowardsChildren,
    /// 3: the full range of what the survivor does.
    Efforts,
    /// 4: the effect on each child.
    Impact,
    /// 5: substance use, mental health, culture, money.
    Intersections,
}

/// What has not been asked. Codes and arguments; `words` makes the question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Question {
    /// Nobody is named as a child of this case.
    NoChildren,
    /// Nobody has the part of perpetrator, and nobody is undetermined: whose behaviour is the worry?
    NobodyCausesHarm,
    /// Nobody has the part of survivor: who protects the children?
    NobodyProtects,
    /// An undetermined role is past its review date.
    ReviewPast {
        /// Whose.
        person: Named,
        /// When it was to be looked at again.
        #[schemars(with = "String")]
        review: Date,
        /// The questions that would decide it.
        open: Vec<String>,
    },
    /// Nothing is recorded of what this person does.
    NoBehaviour {
        /// Who causes harm.
        person: Named,
    },
    /// Nothing before, or beside, this family: what did the people there live with?
    OtherFamily {
        /// Who causes harm.
        person: Named,
        /// The former or other partner.
        partner: Named,
    },
    /// Whether there were relationships before this one is not recorded.
    EarlierRelationships {
        /// Who causes harm.
        person: Named,
    },
    /// No behaviour towards the children is recorded.
    NothingTowardsChildren {
        /// Who causes harm.
        person: Named,
    },
    /// How often, or since when, is not known.
    HowOften {
        /// The behaviour.
        behaviour: EntryId,
        /// Its title.
        title: String,
    },
    /// The kind of force is not decided: the same questions for both.
    ForceUndetermined {
        /// Who used it.
        person: Named,
        /// The behaviour.
        behaviour: EntryId,
        /// Its title.
        title: String,
    },
    /// What it did to this child is not known by any way.
    EffectOnChild {
        /// The child.
        child: Named,
        /// The behaviour.
        behaviour: EntryId,
        /// Its title.
        title: String,
        /// Its first category, for a question that fits.
        category: Option<Code>,
        /// The child's age band, where a date of birth is known: a question for a schoolchild is none for a baby.
        age: Option<AgeBand>,
    },
    /// Whether it reached anybody this way is not known.
    ByThisWay {
        /// The behaviour.
        behaviour: EntryId,
        /// Its title.
        title: String,
        /// The way.
        pathway: Pathway,
        /// Whose care, for the way through care.
        survivor: Option<Named>,
    },
    /// Nothing at all is known of how this child is.
    NothingOnChild {
        /// The child.
        child: Named,
    },
    /// What the survivor did in answer is not recorded.
    AnswerTo {
        /// The survivor.
        survivor: Named,
        /// The behaviour.
        behaviour: EntryId,
        /// Its title.
        title: String,
    },
    /// Nothing of what this survivor does is recorded.
    NoEfforts {
        /// The survivor.
        survivor: Named,
    },
    /// Only leaving, police and orders are recorded: an incomplete and unrealistic yardstick.
    OnlyYardstick {
        /// The survivor.
        survivor: Named,
    },
    /// What the survivor wants recorded as hers, and who may hear it, was not asked.
    WantsHeardBy {
        /// The survivor.
        survivor: Named,
    },
    /// What an effort made possible is not recorded.
    WhatItMadePossible {
        /// The effort.
        effort: EntryId,
        /// What was done.
        act: String,
        /// By whom.
        survivor: Named,
    },
    /// Nothing on substance use, health, culture, migration, money, disability.
    NoIntersections,
    /// Nothing protects from outside: kin, faith, community, culture.
    NothingProtects {
        /// Whom.
        survivor: Named,
    },
    /// How it is known is not said.
    HowKnown {
        /// The entry.
        entry: EntryId,
        /// What it says.
        says: String,
    },
    /// An effect or an effort is linked to an entry that was withdrawn.
    LinkWithdrawn {
        /// The entry that still stands.
        entry: EntryId,
        /// What it says.
        says: String,
    },
    /// A question somebody has written down.
    Recorded {
        /// The entry.
        entry: EntryId,
        /// The question.
        question: String,
        /// What makes asking safe or unsafe.
        safely: Option<String>,
    },
}

/// Who could safely answer. Never the person who causes harm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// This person, alone.
    Alone(Named),
    /// This person.
    Person(Named),
    /// Nursery or school.
    School,
    /// Health visitor, midwife or GP.
    Health,
    /// Advocate of the other family.
    Advocate,
    /// The team itself, in supervision.
    Team,
}

/// One gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Gap {
    /// The component it belongs to.
    pub component: Component,
    /// What has not been asked.
    #[serde(flatten)]
    pub question: Question,
    /// Who could safely answer.
    pub ask: Vec<Ask>,
}

/// The gaps of a case, by component.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GapsView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The gaps, in the order of the components; the most specific first within each.
    pub gaps: Vec<Gap>,
}

impl GapsView {
    /// The gaps of a component.
    pub fn of(&self, component: Component) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(move |gap| gap.component == component)
    }
}

/// Makes the gaps.
#[must_use]
pub fn gaps(projection: &Projection, pack: &Pack, as_of: Date) -> GapsView {
    let reader = Reader::new(projection, as_of);
    let map = map(projection, pack, as_of);
    let mut found = Vec::new();
    recorded(&reader, &mut found);
    people(&reader, &map, &mut found);
    pattern(&reader, &map, pack, &mut found);
    efforts(&reader, &map, pack, &mut found);
    impact(&reader, &map, &mut found);
    intersections(&reader, &map, &mut found);
    loose_ends(&reader, &mut found);
    found.sort_by_key(|gap| gap.component);
    GapsView { as_of, gaps: found }
}

fn named(person: &PersonLine) -> Named {
    Named { id: Some(person.id), name: person.name.clone() }
}

/// Who could tell how a child is: the child where old enough to be asked, the survivor, school or health by age, and
/// professionals who know the family. Never anybody who causes harm.
fn who_knows_child(reader: &Reader<'_>, child: &PersonLine) -> Vec<Ask> {
    let band = child.born.map(|born| AgeBand::of(born.start().date(), reader.as_of));
    let mut ask = Vec::new();
    if matches!(band, Some(AgeBand::Early | AgeBand::Middle | AgeBand::Teen) | None) && !child.unborn {
        ask.push(Ask::Alone(named(child)));
    }
    ask.extend(reader.cast.survivors().map(|survivor| Ask::Alone(named(survivor))));
    ask.push(match band {
        Some(AgeBand::Unborn | AgeBand::Infant) => Ask::Health,
        _ => Ask::School,
    });
    ask
}

fn survivors_alone(reader: &Reader<'_>) -> Vec<Ask> {
    reader.cast.survivors().map(|survivor| Ask::Alone(named(survivor))).collect()
}

fn recorded(reader: &Reader<'_>, found: &mut Vec<Gap>) {
    for seen in reader.projection.current() {
        let Body::Unknown(unknown) = &seen.content.body else {
            continue;
        };
        if !unknown.is_open() {
            continue;
        }
        let about_child = unknown.about.iter().any(|id| reader.cast.is(*id, Role::Child));
        let about_survivor = unknown.about.iter().any(|id| reader.cast.is(*id, Role::Survivor));
        let component = match (about_child, unknown.behaviour.is_some() || !about_survivor) {
            (true, _) => Component::Impact,
            (false, true) => Component::Pattern,
            (false, false) => Component::Efforts,
        };
        found.push(Gap {
            component,
            question: Question::Recorded {
                entry: seen.id,
                question: unknown.question.to_string(),
                safely: unknown.safely.as_ref().map(ToString::to_string),
            },
            ask: unknown.could_answer.iter().map(|who| Ask::Person(reader.who(who))).collect(),
        });
    }
}

fn people(reader: &Reader<'_>, map: &MapView, found: &mut Vec<Gap>) {
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
}

fn pattern(reader: &Reader<'_>, map: &MapView, pack: &Pack, found: &mut Vec<Gap>) {
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

fn targets(band: &Band, person: EntryId) -> bool {
    band.behaviour.targets.iter().any(|target| target.id == Some(person))
}

fn efforts(reader: &Reader<'_>, map: &MapView, pack: &Pack, found: &mut Vec<Gap>) {
    let all = reader.efforts();
    for survivor in &map.survivors {
        let own: Vec<_> = all.iter().filter(|effort| effort.actor.id == Some(survivor.id)).collect();
        let alone = vec![Ask::Alone(named(survivor))];
        let mut gap = |question| found.push(Gap { component: Component::Efforts, question, ask: alone.clone() });
        if own.is_empty() {
            gap(Question::NoEfforts { survivor: named(survivor) });
        } else {
            let yardstick = |code: &Code| pack.effort(code).is_some_and(|category| category.yardstick);
            let coded: Vec<_> = own.iter().filter(|effort| !effort.categories.is_empty()).collect();
            if !coded.is_empty()
                && coded.len() == own.len()
                && coded.iter().all(|effort| effort.categories.iter().all(yardstick))
            {
                gap(Question::OnlyYardstick { survivor: named(survivor) });
            }
            if own.iter().all(|effort| effort.wants_heard_by.is_none()) {
                gap(Question::WantsHeardBy { survivor: named(survivor) });
            }
        }
        for band in &map.bands {
            if targets(band, survivor.id) && band.answers.is_empty() {
                gap(Question::AnswerTo {
                    survivor: named(survivor),
                    behaviour: band.behaviour.envelope.id,
                    title: band.behaviour.title.clone(),
                });
            }
        }
        for effort in own {
            if effort.made_possible.is_empty() {
                gap(Question::WhatItMadePossible {
                    effort: effort.envelope.id,
                    act: effort.act.clone(),
                    survivor: named(survivor),
                });
            }
        }
    }
}

fn impact(reader: &Reader<'_>, map: &MapView, found: &mut Vec<Gap>) {
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

fn is_harm(band: &Band) -> bool {
    band.behaviour.force == crate::kinds::pattern::Force::Control
}

fn intersections(reader: &Reader<'_>, map: &MapView, found: &mut Vec<Gap>) {
    use crate::kinds::intersections::Mechanism;
    let mut gap =
        |question| found.push(Gap { component: Component::Intersections, question, ask: survivors_alone(reader) });
    if map.bands.is_empty() {
        return;
    }
    if map.intersections.iter().all(|line| line.mechanism == Mechanism::Protects) {
        gap(Question::NoIntersections);
    }
    if map.intersections.iter().all(|line| line.mechanism != Mechanism::Protects) {
        for survivor in &map.survivors {
            gap(Question::NothingProtects { survivor: named(survivor) });
        }
    }
}

/// Entries that say nothing of how they are known, and links to what was withdrawn.
fn loose_ends(reader: &Reader<'_>, found: &mut Vec<Gap>) {
    for seen in reader.projection.current() {
        let (component, says) = match &seen.content.body {
            Body::Behaviour(behaviour) => (Component::Pattern, behaviour.act.to_string()),
            Body::Effort(effort) => (Component::Efforts, effort.act.to_string()),
            Body::Impact(impact) => (Component::Impact, impact.what.to_string()),
            Body::Intersection(intersection) => (Component::Intersections, intersection.what.to_string()),
            _ => continue,
        };
        if seen.content.sources.is_empty() {
            let question = Question::HowKnown { entry: seen.id, says: says.clone() };
            found.push(Gap { component, question, ask: vec![Ask::Team] });
        }
        if !seen.links_withdrawn.is_empty() {
            let question = Question::LinkWithdrawn { entry: seen.id, says };
            found.push(Gap { component, question, ask: vec![Ask::Team] });
        }
    }
}
