//! The genogram: people, couples with their children, households, and the lines of harm and of protection.
//!
//! A line of harm starts at whoever chose the behaviour and ends at one person; between two adults it is never mutual.
//! Each child has a line of its own, asked about or not. Nothing here says how a relationship "is".

pub mod lines;
pub mod unions;

use super::lines::{Named, Reader};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::people::{RelationshipKind, Role};
use crate::kinds::{Body, Kind};
use crate::project::Projection;
use crate::when::{ApproxDate, Period, Until};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

pub use lines::{HarmLine, ProtectionLine, Why};
pub use unions::{Bond, ChildOf, Ending, Union};

/// The family on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GenogramView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// Everybody, in the order of the cast.
    pub people: Vec<Figure>,
    /// Couples and single parents with their children, and siblings whose parents nobody has recorded.
    pub unions: Vec<Union>,
    /// Every relationship that no couple, parent or sibling line shows: grandparents, kin, friends, workers.
    pub bonds: Vec<Bond>,
    /// Who lives together.
    pub homes: Vec<Home>,
    /// Who harms whom.
    pub harm: Vec<HarmLine>,
    /// Who protects whom.
    pub protection: Vec<ProtectionLine>,
}

/// Somebody in the drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Figure {
    /// Who, with the parts the person has.
    #[serde(flatten)]
    pub person: PersonLine,
    /// The whole name.
    pub full_name: String,
    /// Date of death.
    pub died: Option<ApproxDate>,
    /// In the person's own words. The drawing chooses a symbol by it; nothing else does.
    pub gender: Option<String>,
    /// As the person says.
    pub pronouns: Option<String>,
    /// Whether the person belongs in the drawing: not one who only works with the family.
    pub drawn: bool,
}

/// Who lives together, or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Home {
    /// The household entry.
    pub id: EntryId,
    /// What it is called.
    pub name: String,
    /// Everybody who lives or lived there.
    pub members: Vec<HomeMember>,
}

/// Somebody's time in a household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HomeMember {
    /// Who.
    pub person: Named,
    /// From when until when.
    pub period: Option<Period>,
    /// Whether the person lives there on the day, as far as is known.
    pub now: bool,
    /// Whether somebody has said that it is so. An end that nobody knows makes it unsure.
    pub sure: bool,
}

/// Makes the genogram.
#[must_use]
pub fn genogram(projection: &Projection, as_of: Date) -> GenogramView {
    let reader = Reader::new(projection, as_of);
    let (unions, bonds) = unions::unions(&reader);
    let homes = homes(&reader);
    let harm = lines::harm(&reader, &unions);
    let protection = lines::protection(&reader);
    let mut tied: BTreeSet<EntryId> = BTreeSet::new();
    for union in &unions {
        tied.extend(&union.partners);
        tied.extend(union.children.iter().map(|child| child.child));
    }
    for bond in &bonds {
        if !matches!(bond.kind, RelationshipKind::Friend | RelationshipKind::Professional) {
            tied.extend([bond.from, bond.to]);
        }
    }
    tied.extend(homes.iter().flat_map(|home| home.members.iter().filter_map(|member| member.person.id)));
    tied.extend(harm.iter().flat_map(|line| [line.from.id, line.to.id]).flatten());
    tied.extend(protection.iter().flat_map(|line| [line.from.id, line.to.id]).flatten());
    let people = reader.cast.people.iter().map(|line| figure(projection, line, &tied)).collect();
    GenogramView { as_of, people, unions, bonds, homes, harm, protection }
}

fn figure(projection: &Projection, line: &PersonLine, tied: &BTreeSet<EntryId>) -> Figure {
    let person = match projection.get(line.id).map(|seen| &seen.content.body) {
        Some(Body::Person(person)) => Some(person),
        _ => None,
    };
    let works = line.roles.contains(&Role::Professional) || line.capacity.is_some();
    Figure {
        person: line.clone(),
        full_name: person.map_or_else(|| line.name.clone(), |person| person.name.to_string()),
        died: person.and_then(|person| person.died),
        gender: person.and_then(|person| person.gender.as_ref()).map(ToString::to_string),
        pronouns: person.and_then(|person| person.pronouns.as_ref()).map(ToString::to_string),
        drawn: tied.contains(&line.id) || !works,
    }
}

fn homes(reader: &Reader<'_>) -> Vec<Home> {
    reader
        .projection
        .of_kind(Kind::Household)
        .filter_map(|seen| match &seen.content.body {
            Body::Household(household) => {
                let mut members: Vec<HomeMember> = Vec::new();
                for member in &household.members {
                    let now = member.period.is_none_or(|period| period.includes(reader.as_of));
                    let sure = member.period.is_none_or(|period| period.until != Until::NotKnown);
                    // Somebody who left and came back is one member; the time that counts on the day stands first.
                    match members.iter_mut().find(|known| known.person.id == Some(member.person)) {
                        Some(known) if now && !known.now => {
                            *known = HomeMember { now, sure, period: member.period, person: known.person.clone() };
                        }
                        Some(_) => {}
                        None => members.push(HomeMember {
                            person: reader.person(member.person),
                            period: member.period,
                            now,
                            sure,
                        }),
                    }
                }
                Some(Home { id: seen.id, name: household.name.to_string(), members })
            }
            _ => None,
        })
        .collect()
}

impl GenogramView {
    /// One person.
    #[must_use]
    pub fn get(&self, id: EntryId) -> Option<&Figure> {
        self.people.iter().find(|figure| figure.person.id == id)
    }

    /// What to call a person.
    #[must_use]
    pub fn name(&self, id: EntryId) -> &str {
        self.get(id).map_or("", |figure| figure.person.name.as_str())
    }
}
