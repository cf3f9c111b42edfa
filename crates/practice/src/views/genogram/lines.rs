//! Lines of harm and of protection: from one person to one other, with what is behind each.

use super::unions::Union;
use crate::ids::EntryId;
use crate::kinds::pattern::Force;
use crate::kinds::people::Role;
use crate::views::lines::{BehaviourLine, EffortLine, Known, Named, OnWhat, Reader, beginning};
use crate::when::{Happened, Period, Until};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// From whoever does it to one person harmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HarmLine {
    /// Who does it.
    pub from: Named,
    /// Who is harmed.
    pub to: Named,
    /// What is done, each with how it is known. Empty: not yet asked.
    pub why: Vec<Why>,
    /// From the first to the last of it, where any date is known.
    pub period: Option<Period>,
    /// Whether what kind of force this is has been decided for at least one of the behaviours.
    pub decided: bool,
}

/// From whoever protects to one person protected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProtectionLine {
    /// Who does it.
    pub from: Named,
    /// For whom.
    pub to: Named,
    /// What is done. Empty: not yet asked.
    pub why: Vec<Why>,
}

/// One entry behind a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Why {
    /// The behaviour or the effort.
    pub id: EntryId,
    /// A few words.
    pub title: String,
    /// The act in plain words.
    pub act: String,
    /// When.
    pub happened: Happened,
    /// How it is known.
    pub known: Vec<Known>,
    /// What stood in the way of an effort.
    pub obstacle: Option<String>,
    /// Whether it reaches the person by what it does to somebody else: an effect is recorded, and the act is not aimed at
    /// the person.
    pub through_effect: bool,
}

/// Every line of harm: to each person a behaviour is aimed at, and to each child it is known to have affected. A child
/// of somebody who was harmed has a line too, not yet asked about.
pub(super) fn harm(reader: &Reader<'_>, unions: &[Union]) -> Vec<HarmLine> {
    let behaviours: Vec<BehaviourLine> = reader
        .behaviours()
        .into_iter()
        // Force against being controlled, or to protect, is no line of harm: drawing it so would make it mutual.
        .filter(|line| matches!(line.force, Force::Control | Force::Undetermined))
        .collect();
    // Which children each behaviour is known to have affected.
    let mut reached: BTreeMap<EntryId, BTreeSet<EntryId>> = BTreeMap::new();
    for impact in reader.impacts().iter().filter(|i| i.on_what == OnWhat::Child && i.none_seen.is_none()) {
        if let Some(child) = impact.on.as_ref().and_then(|on| on.id) {
            impact.from.iter().for_each(|link| {
                reached.entry(link.to).or_default().insert(child);
            });
        }
    }
    let mut actors: Vec<Named> = reader.cast.with(Role::Perpetrator).map(|p| reader.person(p.id)).collect();
    for line in &behaviours {
        if !actors.contains(&line.actor) {
            actors.push(line.actor.clone());
        }
    }
    let mut lines = Vec::new();
    for actor in actors {
        let own: Vec<&BehaviourLine> = behaviours.iter().filter(|line| line.actor == actor).collect();
        let affected = |line: &BehaviourLine, id: Option<EntryId>| {
            id.is_some_and(|id| reached.get(&line.envelope.id).is_some_and(|children| children.contains(&id)))
        };
        let mut whom: Vec<Named> = Vec::new();
        let mut add = |named: Named| {
            if named.id != actor.id && !whom.contains(&named) {
                whom.push(named);
            }
        };
        own.iter().flat_map(|line| &line.targets).for_each(|target| add(target.clone()));
        for child in own.iter().filter_map(|line| reached.get(&line.envelope.id)).flatten() {
            add(reader.person(*child));
        }
        if reader.cast.with(Role::Perpetrator).any(|person| Some(person.id) == actor.id) {
            reader.cast.with(Role::Child).for_each(|child| add(reader.person(child.id)));
            for child in children_near(reader, &own, &actor, unions) {
                add(reader.person(child));
            }
        }
        // The cast has an order of its own, children first; adults harmed come before them here, as in the drawing.
        let place = |named: &Named| reader.cast.people.iter().position(|person| Some(person.id) == named.id);
        let is_child = |named: &Named| named.id.is_some_and(|id| reader.cast.is(id, Role::Child));
        whom.sort_by_key(|named| (is_child(named), place(named)));
        for to in whom {
            let mut why: Vec<&BehaviourLine> =
                own.iter().copied().filter(|line| line.targets.contains(&to) || affected(line, to.id)).collect();
            // What is done to the person comes before what reaches the person by its effect.
            why.sort_by_key(|line| !line.targets.contains(&to));
            lines.push(HarmLine {
                period: span(why.iter().map(|line| line.envelope.happened)),
                decided: why.is_empty() || why.iter().any(|line| line.force == Force::Control),
                why: why.iter().map(|line| of_behaviour(line, !line.targets.contains(&to))).collect(),
                from: actor.clone(),
                to,
            });
        }
    }
    lines
}

/// The children, not grown up, of whoever is harmed and of whoever does it.
fn children_near(reader: &Reader<'_>, own: &[&BehaviourLine], actor: &Named, unions: &[Union]) -> Vec<EntryId> {
    let near = |id: &EntryId| {
        Some(*id) == actor.id || own.iter().any(|line| line.targets.iter().any(|target| target.id == Some(*id)))
    };
    let young = |id: EntryId| {
        let born = reader.cast.get(id).and_then(|person| person.born);
        let line = reader.as_of.checked_sub(jiff::Span::new().years(18)).ok();
        born.zip(line).is_some_and(|(born, line)| born.last_day() > line)
    };
    unions
        .iter()
        .filter(|union| union.partners.iter().any(near))
        .flat_map(|union| union.children.iter().map(|child| child.child))
        .filter(|id| young(*id))
        .collect()
}

fn of_behaviour(line: &BehaviourLine, through_effect: bool) -> Why {
    Why {
        id: line.envelope.id,
        title: line.title.clone(),
        act: line.act.clone(),
        happened: line.envelope.happened,
        known: line.envelope.known.clone(),
        obstacle: None,
        through_effect,
    }
}

/// From the first beginning to the last end.
fn span(all: impl Iterator<Item = Happened>) -> Option<Period> {
    let mut period: Option<Period> = None;
    for happened in all {
        let (from, until) = match happened {
            Happened::NotKnown => continue,
            Happened::On(date) => (Some(date), Until::Date(date)),
            Happened::Over { from, until, .. } => (from, until),
        };
        let known = period.get_or_insert(Period { from, until });
        known.from = match (known.from, from) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        known.until = match (known.until, until) {
            (Until::Ongoing, _) | (_, Until::Ongoing) => Until::Ongoing,
            (Until::NotKnown, _) | (_, Until::NotKnown) => Until::NotKnown,
            (Until::Date(a), Until::Date(b)) => Until::Date(a.max(b)),
        };
    }
    period
}

/// Every line of protection: from each survivor to each child, and to whoever else an effort is for.
pub(super) fn protection(reader: &Reader<'_>) -> Vec<ProtectionLine> {
    let efforts = reader.efforts();
    let mut actors: Vec<Named> = reader.cast.survivors().map(|person| reader.person(person.id)).collect();
    for effort in &efforts {
        if !actors.contains(&effort.actor) {
            actors.push(effort.actor.clone());
        }
    }
    let mut lines = Vec::new();
    for actor in actors {
        let own: Vec<&EffortLine> = efforts.iter().filter(|line| line.actor == actor).collect();
        let survivor = actor.id.is_some_and(|id| reader.cast.survivors().any(|person| person.id == id));
        let mut whom: Vec<Named> = Vec::new();
        if survivor {
            whom.extend(reader.cast.with(Role::Child).map(|child| reader.person(child.id)));
        }
        for person in own.iter().flat_map(|line| &line.for_whom) {
            if !whom.contains(person) && person.id != actor.id {
                whom.push(person.clone());
            }
        }
        for to in whom {
            let mut why: Vec<&&EffortLine> = own.iter().filter(|line| line.for_whom.contains(&to)).collect();
            // What is done for this person alone says more than what is done for everybody.
            why.sort_by_key(|line| line.for_whom.len());
            let why = why.into_iter().map(|line| of_effort(line)).collect();
            lines.push(ProtectionLine { from: actor.clone(), to, why });
        }
    }
    lines
}

fn of_effort(line: &EffortLine) -> Why {
    Why {
        id: line.envelope.id,
        title: beginning(&line.act),
        act: line.act.clone(),
        happened: line.envelope.happened,
        known: line.envelope.known.clone(),
        obstacle: line.obstacle.as_ref().map(|(what, _)| what.clone()),
        through_effect: false,
    }
}
