//! The pattern map: behaviour → pathway → each child, beside the efforts that answer it.
//!
//! An empty cell means "not yet asked" and never "nothing". Letters name a behaviour on one page; they never rank.

use super::interviews::{ToolResultLine, tool_results};
use super::lines::{BehaviourLine, EffortLine, ImpactLine, IntersectionLine, OnWhat, Reader};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::impact::Pathway;
use crate::kinds::people::Role;
use crate::pack::Pack;
use crate::project::Projection;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The map of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MapView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The children, oldest first.
    pub children: Vec<PersonLine>,
    /// Who causes harm.
    pub perpetrators: Vec<PersonLine>,
    /// Who protects.
    pub survivors: Vec<PersonLine>,
    /// Whose part is not decided.
    pub undetermined: Vec<PersonLine>,
    /// One band for each behaviour.
    pub bands: Vec<Band>,
    /// Efforts that are not yet linked to a behaviour.
    pub other_efforts: Vec<EffortLine>,
    /// Impacts that are not yet linked to a behaviour, or whose behaviour was withdrawn.
    pub other_impacts: Vec<ImpactLine>,
    /// What the pattern meets.
    pub intersections: Vec<IntersectionLine>,
    /// The first and the last year anything on the map is known to have happened.
    pub years: Option<(i16, i16)>,
    /// What risk tools of other hands came to. They stand beneath the map, and nothing is made of them.
    pub tool_results: Vec<ToolResultLine>,
}

/// One behaviour with what it does and what answers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Band {
    /// A, B, C… on this page.
    pub letter: String,
    /// The behaviour.
    pub behaviour: BehaviourLine,
    /// The three ways by which it reaches the children.
    pub paths: Vec<Path>,
    /// What answers it.
    pub answers: Vec<EffortLine>,
}

/// One way by which a behaviour reaches the children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Path {
    /// Which.
    pub pathway: Pathway,
    /// What it did to the survivor's care, or to daily life, on the way.
    pub carried: Vec<ImpactLine>,
    /// One cell for each child, in the order of the children.
    pub cells: Vec<Cell>,
}

impl Path {
    /// Whether nobody has asked about this way at all.
    #[must_use]
    pub fn is_unasked(&self) -> bool {
        self.carried.is_empty() && self.cells.iter().all(|cell| cell.impacts.is_empty())
    }
}

/// What a behaviour did to one child by one way. Empty: not yet asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cell {
    /// The child.
    pub child: EntryId,
    /// The effects, "none seen yet" among them.
    pub impacts: Vec<ImpactLine>,
}

impl Band {
    /// Whether any effect on this child is known, by any way.
    #[must_use]
    pub fn reaches(&self, child: EntryId) -> bool {
        self.paths
            .iter()
            .flat_map(|path| &path.cells)
            .any(|cell| cell.child == child && cell.impacts.iter().any(|impact| impact.none_seen.is_none()))
    }

    /// Whether any effort that answers it is for this child.
    #[must_use]
    pub fn is_answered_for(&self, child: EntryId) -> bool {
        self.answers.iter().any(|effort| effort.for_whom.iter().any(|person| person.id == Some(child)))
    }
}

/// The letter of the n-th behaviour: A to Z, then AA.
#[must_use]
pub fn letter(n: usize) -> String {
    let last = char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    if n < 26 { last.to_string() } else { format!("{}{last}", letter(n / 26 - 1)) }
}

/// Makes the map. The pack is taken as every view takes it; codes on the lines are those of the entries.
#[must_use]
pub fn map(projection: &Projection, _pack: &Pack, as_of: Date) -> MapView {
    let reader = Reader::new(projection, as_of);
    let children = reader.children();
    let behaviours = reader.behaviours();
    let efforts = reader.efforts();
    let impacts = reader.impacts();
    let on_map: BTreeSet<EntryId> = behaviours.iter().map(|line| line.envelope.id).collect();
    let placed = |to: EntryId| on_map.contains(&to);
    // By behaviour, so that a long case does not ask every behaviour about every effect.
    let mut impacts_of: BTreeMap<EntryId, Vec<&ImpactLine>> = BTreeMap::new();
    for impact in &impacts {
        let mut of: Vec<EntryId> = impact.from.iter().map(|link| link.to).collect();
        of.sort_unstable();
        of.dedup();
        for id in of {
            impacts_of.entry(id).or_default().push(impact);
        }
    }
    let mut efforts_of: BTreeMap<EntryId, Vec<&EffortLine>> = BTreeMap::new();
    for effort in &efforts {
        let mut of: Vec<EntryId> = effort.answers.iter().map(|link| link.to).collect();
        of.sort_unstable();
        of.dedup();
        for id in of {
            efforts_of.entry(id).or_default().push(effort);
        }
    }
    let other_efforts = efforts.iter().filter(|e| !e.answers.iter().any(|l| placed(l.to))).cloned().collect();
    let other_impacts = impacts.iter().filter(|i| !i.from.iter().any(|l| placed(l.to))).cloned().collect();
    let years = years(&behaviours, as_of);
    let bands = behaviours
        .into_iter()
        .enumerate()
        .map(|(n, behaviour)| {
            let id = behaviour.envelope.id;
            let impacts = impacts_of.get(&id).map_or(&[][..], Vec::as_slice);
            let efforts = efforts_of.get(&id).map_or(&[][..], Vec::as_slice);
            band(letter(n), behaviour, &children, impacts, efforts)
        })
        .collect();
    MapView {
        as_of,
        perpetrators: reader.cast.with(Role::Perpetrator).cloned().collect(),
        survivors: reader.cast.survivors().cloned().collect(),
        undetermined: reader.cast.with(Role::Undetermined).cloned().collect(),
        children,
        bands,
        other_efforts,
        other_impacts,
        intersections: reader.intersections(),
        years,
        tool_results: tool_results(&reader),
    }
}

fn band(
    letter: String,
    behaviour: BehaviourLine,
    children: &[PersonLine],
    impacts: &[&ImpactLine],
    efforts: &[&EffortLine],
) -> Band {
    let id = behaviour.envelope.id;
    let by = |impact: &ImpactLine, pathway: Pathway| {
        impact.from.iter().any(|link| link.to == id && link.pathway == Some(pathway))
    };
    let paths = Pathway::ALL
        .into_iter()
        .map(|pathway| Path {
            pathway,
            carried: impacts
                .iter()
                .filter(|i| i.on_what != OnWhat::Child && by(i, pathway))
                .map(|i| (*i).clone())
                .collect(),
            cells: children
                .iter()
                .map(|child| Cell {
                    child: child.id,
                    impacts: impacts
                        .iter()
                        .filter(|impact| {
                            impact.on_what == OnWhat::Child
                                && impact.on.as_ref().and_then(|on| on.id) == Some(child.id)
                                && by(impact, pathway)
                        })
                        .map(|impact| (*impact).clone())
                        .collect(),
                })
                .collect(),
        })
        .collect();
    let answers = efforts.iter().map(|effort| (*effort).clone()).collect();
    Band { letter, behaviour, paths, answers }
}

fn years(behaviours: &[BehaviourLine], as_of: Date) -> Option<(i16, i16)> {
    let first = behaviours.iter().filter_map(|b| b.envelope.happened.begins()).map(|date| date.year()).min()?;
    let last = behaviours.iter().filter_map(|b| b.envelope.happened.ends(as_of)).map(|day| day.year()).max()?;
    Some((first, last.max(first)))
}
