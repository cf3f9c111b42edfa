//! The people of a case as notes call them: names, other names, and what a parent is called, with the parts they have on
//! the day. Roles come from role decisions; a pronoun only says which name for a parent fits.

use super::checker::{CastMember, Part};
use jiff::civil::Date;
use practice::cast::{Cast, PersonLine};
use practice::ids::EntryId;
use practice::kinds::people::{Person, Role};
use practice::kinds::{Body, Kind};
use practice::project::Projection;

const MOTHER: &[&str] = &["Mum", "Mother", "Mummy", "MOC", "BM"];
const FATHER: &[&str] = &["Dad", "Father", "Daddy", "FOC", "BF"];

/// Everybody of a case whom this reader may know of.
#[must_use]
pub fn members(projection: &Projection, as_of: Date) -> Vec<CastMember> {
    let cast = Cast::of(projection, as_of);
    let children: Vec<EntryId> = cast.with(Role::Child).map(|child| child.id).collect();
    cast.people
        .iter()
        .filter_map(|line| match projection.get(line.id).map(|seen| &seen.content.body) {
            Some(Body::Person(person)) => Some(member(projection, line, person, &children)),
            _ => None,
        })
        .collect()
}

fn member(projection: &Projection, line: &PersonLine, person: &Person, children: &[EntryId]) -> CastMember {
    let part = part(&line.roles);
    let mut aliases: Vec<String> = person.aliases.iter().map(ToString::to_string).collect();
    if let Some(known) = &person.known_as {
        aliases.push(known.to_string());
    }
    let said = person.pronouns.as_ref().map(|said| said.as_str().to_lowercase()).unwrap_or_default();
    let pronoun = said.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if part != Part::Child {
        let last = person.name.as_str().split_whitespace().last().filter(|last| *last != person.name.as_str());
        let (title, parent) = match pronoun {
            "she" => ("Ms", MOTHER),
            "he" => ("Mr", FATHER),
            _ => ("Mx", &[][..]),
        };
        aliases.extend(last.filter(|_| !pronoun.is_empty()).map(|last| format!("{title} {last}")));
        if is_parent(projection, line.id, children) {
            aliases.extend(parent.iter().map(|word| (*word).to_owned()));
        }
    }
    CastMember { id: Some(line.id), name: person.name.to_string(), short: line.name.clone(), aliases, part }
}

/// Several parts that do not go together leave it open: softly put is better than wrongly put.
fn part(roles: &[Role]) -> Part {
    let has = |role: Role| roles.contains(&role);
    match () {
        () if has(Role::Undetermined) || (has(Role::Perpetrator) && has(Role::Survivor)) => Part::Open,
        () if has(Role::Child) => Part::Child,
        () if has(Role::Perpetrator) => Part::Perpetrator,
        () if has(Role::Survivor) => Part::Survivor,
        () if has(Role::Professional) => Part::Professional,
        () if has(Role::Kin) => Part::Relative,
        () => Part::Open,
    }
}

fn is_parent(projection: &Projection, person: EntryId, children: &[EntryId]) -> bool {
    projection.of_kind(Kind::Relationship).any(|seen| match &seen.content.body {
        Body::Relationship(r) => r.kind.is_parental() && r.from == person && children.contains(&r.to),
        _ => false,
    })
}
