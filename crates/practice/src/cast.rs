//! Who is who in a case on a given day, read from the role decisions. Never from gender words.

use crate::ids::EntryId;
use crate::kinds::people::{Person, RelationshipKind, Role};
use crate::kinds::{Body, Kind};
use crate::project::Projection;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Somebody, as a line in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PersonLine {
    /// The person entry.
    pub id: EntryId,
    /// What to call the person on a page.
    pub name: String,
    /// Date of birth, or when it is expected.
    pub born: Option<crate::when::ApproxDate>,
    /// Not yet born.
    pub unborn: bool,
    /// What the person is to the family where that is not kinship.
    pub capacity: Option<String>,
    /// The parts the person has on that day.
    pub roles: Vec<Role>,
    /// A survivor in another family: a former partner who is parent to none of these children, where somebody else is.
    pub elsewhere: bool,
}

/// Everybody in a case with the parts they have on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cast {
    /// Everybody: children first, oldest first; then those who cause harm, those who protect, those undetermined, kin,
    /// professionals, and people without a part.
    pub people: Vec<PersonLine>,
}

impl Cast {
    /// Reads it from a projection.
    #[must_use]
    pub fn of(projection: &Projection, as_of: Date) -> Self {
        let mut people: Vec<PersonLine> = projection
            .of_kind(Kind::Person)
            .filter_map(|seen| match &seen.content.body {
                Body::Person(person) => Some(line(seen.id, person, roles_of(projection, seen.id, as_of))),
                _ => None,
            })
            .collect();
        // Stable: people with the same part and no date of birth stay in the order in which they were recorded.
        people.sort_by_key(|person| {
            let part = Role::ALL.iter().position(|role| person.roles.contains(role)).unwrap_or(Role::ALL.len());
            let born = person.born.filter(|_| person.roles.contains(&Role::Child));
            (part, born.map_or(jiff::civil::DateTime::MAX, |born| born.start()))
        });
        let children: Vec<EntryId> =
            people.iter().filter(|p| p.roles.contains(&Role::Child)).map(|person| person.id).collect();
        let is_parent = |id: EntryId| is_parent_of(projection, id, &children);
        let survivors = || people.iter().filter(|p| p.roles.contains(&Role::Survivor)).map(|person| person.id);
        let elsewhere: Vec<EntryId> = if survivors().any(is_parent) {
            survivors().filter(|id| !is_parent(*id) && has_former_union(projection, *id)).collect()
        } else {
            Vec::new()
        };
        for person in &mut people {
            person.elsewhere = elsewhere.contains(&person.id);
        }
        // This family first; who lives with another one comes after everybody else.
        people.sort_by_key(|person| person.elsewhere);
        Self { people }
    }

    /// The survivors of this family: who protects these children.
    pub fn survivors(&self) -> impl Iterator<Item = &PersonLine> {
        self.with(Role::Survivor).filter(|person| !person.elsewhere)
    }

    /// Everybody with a part, in order.
    pub fn with(&self, role: Role) -> impl Iterator<Item = &PersonLine> {
        self.people.iter().filter(move |person| person.roles.contains(&role))
    }

    /// One person.
    #[must_use]
    pub fn get(&self, id: EntryId) -> Option<&PersonLine> {
        self.people.iter().find(|person| person.id == id)
    }

    /// What to call a person, where there is one.
    #[must_use]
    pub fn name(&self, id: EntryId) -> Option<&str> {
        self.get(id).map(|person| person.name.as_str())
    }

    /// Whether the person has the part.
    #[must_use]
    pub fn is(&self, id: EntryId, role: Role) -> bool {
        self.get(id).is_some_and(|person| person.roles.contains(&role))
    }
}

fn line(id: EntryId, person: &Person, roles: Vec<Role>) -> PersonLine {
    PersonLine {
        id,
        name: person.short().to_owned(),
        born: person.born,
        unborn: person.unborn,
        capacity: person.capacity.as_ref().map(ToString::to_string),
        roles,
        elsewhere: false,
    }
}

fn is_parent_of(projection: &Projection, person: EntryId, children: &[EntryId]) -> bool {
    projection.of_kind(Kind::Relationship).any(|seen| match &seen.content.body {
        Body::Relationship(r) => r.kind.is_parental() && r.from == person && children.contains(&r.to),
        _ => false,
    })
}

fn has_former_union(projection: &Projection, person: EntryId) -> bool {
    projection.of_kind(Kind::Relationship).any(|seen| match &seen.content.body {
        Body::Relationship(r) => r.kind == RelationshipKind::FormerPartner && (r.from == person || r.to == person),
        _ => false,
    })
}

/// The parts a person has on a day: each decision whose period includes it. A later decision about the same
/// relationship (or about the whole case) takes the place of an earlier one.
fn roles_of(projection: &Projection, person: EntryId, as_of: Date) -> Vec<Role> {
    let mut latest: Vec<(Option<EntryId>, Role)> = Vec::new();
    for seen in projection.of_kind(Kind::RoleDecision) {
        let Body::RoleDecision(decision) = &seen.content.body else {
            continue;
        };
        if decision.person != person || decision.period.is_some_and(|period| !period.includes(as_of)) {
            continue;
        }
        match latest.iter_mut().find(|(relationship, _)| *relationship == decision.relationship) {
            Some(slot) => slot.1 = decision.role,
            None => latest.push((decision.relationship, decision.role)),
        }
    }
    let mut roles: Vec<Role> = latest.into_iter().map(|(_, role)| role).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

/// What `person` is to a child of the family, from the recorded relationships.
#[must_use]
pub fn parent_kind(projection: &Projection, person: EntryId) -> Option<RelationshipKind> {
    projection.of_kind(Kind::Relationship).find_map(|seen| match &seen.content.body {
        Body::Relationship(relationship) if relationship.from == person && relationship.kind.is_parental() => {
            Some(relationship.kind)
        }
        _ => None,
    })
}
