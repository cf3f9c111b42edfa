//! Couples with their children: every union a person has or had, each child under the right one, and every other way of
//! being a parent beside it.

use crate::ids::EntryId;
use crate::kinds::people::{Relationship, RelationshipKind};
use crate::kinds::{Body, Kind};
use crate::views::lines::Reader;
use crate::when::{ApproxDate, Period, Until};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A couple or one parent, with the children of theirs; or siblings whose parents nobody has recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Union {
    /// Two for a couple, one where only one parent is recorded, nobody for siblings without recorded parents.
    pub partners: Vec<EntryId>,
    /// The relationship entries that say they are or were a couple, as recorded. Empty where only a child joins them.
    pub entries: Vec<EntryId>,
    /// Whether they married, as far as is recorded.
    pub married: bool,
    /// From when until when: the latest that is recorded.
    pub period: Option<Period>,
    /// Whether and how it ended.
    pub ending: Ending,
    /// Their children, oldest first; those whose birth nobody knows come last, as recorded.
    pub children: Vec<ChildOf>,
}

/// Whether and how a union ended, as far as is recorded. That it ended says nothing about the harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// It goes on, or nobody recorded an end.
    Going,
    /// The recorded time together is over: they separated.
    Separated,
    /// Recorded as former partners: it ended.
    Ended,
    /// One of them died.
    Died,
    /// They are the recorded parents of a child; nobody recorded whether they are or were a couple.
    NotRecorded,
}

/// A child under a union.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChildOf {
    /// The child.
    pub child: EntryId,
    /// In which way they are its parents.
    pub kind: ParentKind,
    /// Where the child hangs in the drawing. Every other union of the same child is a line beside it.
    pub primary: bool,
    /// Born with the sibling before it in the list: a twin.
    pub twin: bool,
    /// The relationship entries that say so.
    pub entries: Vec<EntryId>,
}

/// In which way somebody is a parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ParentKind {
    /// By birth.
    Birth,
    /// By adoption.
    Adopted,
    /// Placed by an agency.
    Foster,
    /// The partner of a parent.
    Step,
    /// No parent is recorded: siblings.
    Sibling,
}

/// A relationship that the lines of the drawing do not show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Bond {
    /// The relationship entry.
    pub id: EntryId,
    /// "`from` is the … of `to`".
    pub kind: RelationshipKind,
    /// The one.
    pub from: EntryId,
    /// The other.
    pub to: EntryId,
    /// From when until when.
    pub period: Option<Period>,
}

struct Rows<'a> {
    rows: Vec<(EntryId, &'a Relationship)>,
    born: BTreeMap<EntryId, Option<ApproxDate>>,
}

/// Reads the unions and what is left.
pub(super) fn unions(reader: &Reader<'_>) -> (Vec<Union>, Vec<Bond>) {
    let known = |id: EntryId| reader.cast.get(id).is_some();
    let rows: Vec<(EntryId, &Relationship)> = reader
        .projection
        .of_kind(Kind::Relationship)
        .filter_map(|seen| match &seen.content.body {
            // Somebody withdrawn as a person is nobody to draw; a person is not related to themselves.
            Body::Relationship(r) if r.from != r.to && known(r.from) && known(r.to) => Some((seen.id, r)),
            _ => None,
        })
        .collect();
    let born = reader.cast.people.iter().map(|person| (person.id, person.born)).collect();
    let rows = Rows { rows, born };
    let mut unions = rows.couples(reader);
    rows.parents(&mut unions);
    let siblings = rows.siblings(&unions);
    unions.extend(siblings);
    for union in &mut unions {
        rows.order(union);
    }
    let bonds = rows.bonds(&unions);
    (unions, bonds)
}

fn pair(a: EntryId, b: EntryId) -> [EntryId; 2] {
    if a <= b { [a, b] } else { [b, a] }
}

impl Rows<'_> {
    fn couples(&self, reader: &Reader<'_>) -> Vec<Union> {
        let mut unions: Vec<Union> = Vec::new();
        for (id, row) in self.rows.iter().filter(|(_, row)| row.kind.is_union()) {
            let married = row.kind == RelationshipKind::Spouse;
            let over = row.period.is_some_and(|period| match period.until {
                Until::Date(date) => date.last_day() < reader.as_of,
                Until::Ongoing | Until::NotKnown => false,
            });
            let ending = match row.kind {
                RelationshipKind::FormerPartner => Ending::Ended,
                _ if over => Ending::Separated,
                _ => Ending::Going,
            };
            let same =
                |union: &&mut Union| pair_of(union).is_some_and(|[a, b]| pair(a, b) == pair(row.from, row.to));
            match unions.iter_mut().find(same) {
                Some(union) => {
                    union.entries.push(*id);
                    union.married |= married;
                    union.ending = later(union.ending, ending);
                    union.period = joined(union.period, row.period);
                }
                None => unions.push(Union {
                    partners: vec![row.from, row.to],
                    entries: vec![*id],
                    married,
                    period: row.period,
                    ending,
                    children: Vec::new(),
                }),
            }
        }
        for union in &mut unions {
            let died = |id: &EntryId| match reader.projection.get(*id).map(|seen| &seen.content.body) {
                Some(Body::Person(person)) => person.died.is_some(),
                _ => false,
            };
            if union.ending == Ending::Going && union.partners.iter().any(died) {
                union.ending = Ending::Died;
            }
        }
        unions
    }

    /// Hangs every child under the union of its parents of each kind. The first kind that is recorded is where it hangs;
    /// the others are lines beside it.
    fn parents(&self, unions: &mut Vec<Union>) {
        let mut children: Vec<EntryId> = Vec::new();
        for (_, row) in self.rows.iter().filter(|(_, row)| row.kind.is_parental()) {
            if !children.contains(&row.to) {
                children.push(row.to);
            }
        }
        let order = [
            (RelationshipKind::Parent, ParentKind::Birth),
            (RelationshipKind::AdoptiveParent, ParentKind::Adopted),
            (RelationshipKind::FosterCarer, ParentKind::Foster),
            (RelationshipKind::StepParent, ParentKind::Step),
        ];
        for child in children {
            let mut primary = true;
            for (kind, how) in order {
                let mut parents: Vec<(EntryId, Vec<EntryId>)> = Vec::new();
                for (id, row) in self.rows.iter().filter(|(_, row)| row.kind == kind && row.to == child) {
                    match parents.iter_mut().find(|(parent, _)| *parent == row.from) {
                        Some((_, entries)) => entries.push(*id),
                        None => parents.push((row.from, vec![*id])),
                    }
                }
                while !parents.is_empty() {
                    let (partners, entries) = next_pair(&mut parents, unions);
                    let hung = ChildOf { child, kind: how, primary, twin: false, entries };
                    primary = false;
                    hang(unions, partners, hung);
                }
            }
        }
    }

    /// Siblings who share no recorded parent, in groups.
    fn siblings(&self, unions: &[Union]) -> Vec<Union> {
        let together = |a: EntryId, b: EntryId| {
            let parents = |id: EntryId| {
                unions
                    .iter()
                    .filter(move |union| union.children.iter().any(|child| child.child == id))
                    .flat_map(|union| union.partners.iter().copied())
            };
            parents(a).any(|parent| parents(b).any(|other| other == parent))
        };
        let mut groups: Vec<(Vec<EntryId>, Vec<EntryId>)> = Vec::new();
        for (id, row) in self.rows.iter().filter(|(_, row)| row.kind == RelationshipKind::Sibling) {
            if together(row.from, row.to) {
                continue;
            }
            let (mut members, mut entries) = (vec![row.from, row.to], vec![*id]);
            let has =
                |group: &(Vec<EntryId>, Vec<EntryId>)| group.0.contains(&row.from) || group.0.contains(&row.to);
            let (joined, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(has);
            for (more, more_entries) in joined {
                members.extend(more.into_iter().filter(|id| *id != row.from && *id != row.to));
                entries.extend(more_entries);
            }
            groups = apart;
            groups.push((members, entries));
        }
        groups
            .into_iter()
            .map(|(members, entries)| {
                let children = members
                    .into_iter()
                    .map(|child| ChildOf {
                        child,
                        kind: ParentKind::Sibling,
                        primary: !unions.iter().any(|u| u.children.iter().any(|c| c.child == child)),
                        twin: false,
                        entries: Vec::new(),
                    })
                    .collect();
                Union {
                    partners: Vec::new(),
                    entries,
                    married: false,
                    period: None,
                    ending: Ending::NotRecorded,
                    children,
                }
            })
            .collect()
    }

    /// Oldest first, and which of them are twins.
    fn order(&self, union: &mut Union) {
        let born = |id: EntryId| self.born.get(&id).copied().flatten();
        // Stable: without a date they stay as recorded, after the others.
        union
            .children
            .sort_by_key(|child| born(child.child).map_or(jiff::civil::DateTime::MAX, |date| date.start()));
        let days: Vec<Option<jiff::civil::Date>> = union
            .children
            .iter()
            .map(|child| match (child.kind, born(child.child)) {
                (ParentKind::Birth, Some(date @ (ApproxDate::Day(_) | ApproxDate::Minute(_)))) => {
                    Some(date.start().date())
                }
                _ => None,
            })
            .collect();
        for (n, child) in union.children.iter_mut().enumerate() {
            let before = n.checked_sub(1).and_then(|n| days.get(n)).copied().flatten();
            let own = days.get(n).copied().flatten();
            // Twins can be born on two sides of midnight.
            child.twin = matches!((before, own), (Some(a), Some(b)) if a == b || a.tomorrow().ok() == Some(b));
        }
    }

    /// What no line shows.
    fn bonds(&self, unions: &[Union]) -> Vec<Bond> {
        let is_child = |parent: EntryId, child: EntryId| {
            unions.iter().any(|u| u.partners.contains(&parent) && u.children.iter().any(|c| c.child == child))
        };
        self.rows
            .iter()
            .filter(|(_, row)| match row.kind {
                // Said already by the lines through the parent between.
                RelationshipKind::Grandparent => !self
                    .rows
                    .iter()
                    .any(|(_, r)| r.kind.is_parental() && r.to == row.to && is_child(row.from, r.from)),
                RelationshipKind::Kin | RelationshipKind::Friend | RelationshipKind::Professional => true,
                _ => false,
            })
            .map(|(id, row)| Bond { id: *id, kind: row.kind, from: row.from, to: row.to, period: row.period })
            .collect()
    }
}

fn pair_of(union: &Union) -> Option<[EntryId; 2]> {
    match union.partners.as_slice() {
        [a, b] => Some([*a, *b]),
        _ => None,
    }
}

/// The next parents of a child that belong together: a recorded couple if there is one among them, else the first two.
fn next_pair(parents: &mut Vec<(EntryId, Vec<EntryId>)>, unions: &[Union]) -> (Vec<EntryId>, Vec<EntryId>) {
    let has = |id: EntryId, parents: &[(EntryId, Vec<EntryId>)]| parents.iter().any(|(parent, _)| *parent == id);
    let couple = unions.iter().filter_map(pair_of).find(|[a, b]| has(*a, parents) && has(*b, parents));
    let chosen: Vec<EntryId> = match couple {
        Some(couple) => couple.to_vec(),
        None => parents.iter().map(|(parent, _)| *parent).take(2).collect(),
    };
    let mut entries = Vec::new();
    parents.retain(|(parent, own)| {
        let taken = chosen.contains(parent);
        if taken {
            entries.extend(own.iter().copied());
        }
        !taken
    });
    (chosen, entries)
}

fn hang(unions: &mut Vec<Union>, partners: Vec<EntryId>, child: ChildOf) {
    let same = |union: &&mut Union| match (union.partners.as_slice(), partners.as_slice()) {
        ([a, b], [c, d]) => pair(*a, *b) == pair(*c, *d),
        ([a], [b]) => a == b,
        _ => false,
    };
    match unions.iter_mut().find(same) {
        Some(union) => union.children.push(child),
        None => unions.push(Union {
            partners,
            entries: Vec::new(),
            married: false,
            period: None,
            ending: Ending::NotRecorded,
            children: vec![child],
        }),
    }
}

/// Of two records of one couple, what is known of its end.
fn later(a: Ending, b: Ending) -> Ending {
    let rank = |ending: Ending| match ending {
        Ending::NotRecorded => 0,
        Ending::Going => 1,
        Ending::Died => 2,
        Ending::Separated => 3,
        Ending::Ended => 4,
    };
    if rank(b) > rank(a) { b } else { a }
}

/// From the earliest beginning to the latest end that is recorded.
fn joined(a: Option<Period>, b: Option<Period>) -> Option<Period> {
    match (a, b) {
        (Some(a), Some(b)) => {
            let until = match (a.until, b.until) {
                (Until::Date(x), Until::Date(y)) => Until::Date(x.max(y)),
                (Until::Date(x), _) | (_, Until::Date(x)) => Until::Date(x),
                (Until::NotKnown, other) | (other, Until::NotKnown) => other,
                (Until::Ongoing, Until::Ongoing) => Until::Ongoing,
            };
            let from = match (a.from, b.from) {
                (Some(x), Some(y)) => Some(x.min(y)),
                (x, y) => x.or(y),
            };
            Some(Period { from, until })
        }
        (a, b) => a.or(b),
    }
}
