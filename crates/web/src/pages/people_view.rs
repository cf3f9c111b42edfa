//! People put into words: everybody with their parts and relations, and every line of harm and of protection as a row.

use super::frame::{anchor, entry_href};
use super::lines::{Line, new_href};
use super::say::Say;
use practice::cast::PersonLine;
use practice::ids::EntryId;
use practice::kinds::people::Role;
use practice::kinds::{Body, Kind, Person};
use practice::project::Projection;
use practice::views::lines::{Named, Reader};

/// One person.
#[derive(Clone, Debug)]
pub(crate) struct PersonWords {
    pub(crate) anchor: String,
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) also: String,
    pub(crate) age: String,
    pub(crate) roles: Vec<Line>,
    pub(crate) related: Vec<Line>,
    pub(crate) decide: String,
}

/// One line of harm or of protection: from whom, to whom, what.
#[derive(Clone, Debug)]
pub(crate) struct ArrowRow {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) what: Vec<Line>,
    pub(crate) ask: String,
}

/// Everybody, children first.
pub(crate) fn people(say: &Say<'_>, reader: &Reader<'_>) -> Vec<PersonWords> {
    reader.cast.people.iter().filter_map(|line| person(say, reader, line)).collect()
}

fn person(say: &Say<'_>, reader: &Reader<'_>, line: &PersonLine) -> Option<PersonWords> {
    let seen = reader.projection.get(line.id)?;
    let Body::Person(person) = &seen.content.body else {
        return None;
    };
    let fill = [("person", line.id.to_string()), ("then", "people".to_owned())];
    Some(PersonWords {
        anchor: anchor(line.id),
        href: entry_href(say.case, line.id),
        name: person.name.to_string(),
        also: also(say, person),
        age: say.age(line),
        roles: roles(say, reader, line.id),
        related: related(say, reader, line.id),
        decide: new_href(say.case, "role_decision", &fill),
    })
}

fn also(say: &Say<'_>, person: &Person) -> String {
    let mut names: Vec<String> = person.known_as.iter().map(ToString::to_string).collect();
    names.retain(|name| *name != person.name.to_string());
    names.extend(person.aliases.iter().map(ToString::to_string));
    let mut parts = Vec::new();
    if !names.is_empty() {
        parts.push(say.with("page-also-called", &[("names", say.list(&names).into())]));
    }
    parts.extend(person.capacity.iter().map(ToString::to_string));
    parts.extend(person.pronouns.iter().map(ToString::to_string));
    parts.join(". ")
}

fn roles(say: &Say<'_>, reader: &Reader<'_>, person: EntryId) -> Vec<Line> {
    let decisions = reader.projection.of_kind(Kind::RoleDecision);
    decisions
        .filter_map(|seen| match &seen.content.body {
            Body::RoleDecision(decision) if decision.person == person => {
                let mut remarks: Vec<String> =
                    decision.period.iter().map(|period| say.words.period(period)).collect();
                remarks.extend(
                    decision
                        .review
                        .iter()
                        .map(|day| say.with("page-review-on", &[("day", say.words.day(*day).into())])),
                );
                let text = say.words.name(decision.role);
                Some(Line::link(entry_href(say.case, seen.id), text, remarks.join(". ")))
            }
            _ => None,
        })
        .collect()
}

fn related(say: &Say<'_>, reader: &Reader<'_>, person: EntryId) -> Vec<Line> {
    let relationships = reader.projection.of_kind(Kind::Relationship);
    relationships
        .filter_map(|seen| match &seen.content.body {
            // Recorded once, read from both sides.
            Body::Relationship(r) if r.from == person || r.to == person => {
                let text = say.related(r.kind, &reader.person(r.from).name, &reader.person(r.to).name);
                let remark = r.period.map(|period| say.words.period(&period)).unwrap_or_default();
                Some(Line::link(entry_href(say.case, seen.id), text, remark))
            }
            _ => None,
        })
        .collect()
}

/// Every line of harm: one for each person harmed, from whoever chose it. Each child has a row, asked about or not.
pub(crate) fn harm(say: &Say<'_>, reader: &Reader<'_>) -> Vec<ArrowRow> {
    let behaviours = reader.behaviours();
    let mut rows: Vec<ArrowRow> = Vec::new();
    for actor in reader.cast.with(Role::Perpetrator) {
        let own = || behaviours.iter().filter(|line| line.actor.id == Some(actor.id));
        let mut targets: Vec<Named> = Vec::new();
        for target in own().flat_map(|line| line.targets.clone()) {
            if !targets.contains(&target) {
                targets.push(target);
            }
        }
        for child in reader.cast.with(Role::Child) {
            let named = reader.person(child.id);
            if !targets.contains(&named) {
                targets.push(named);
            }
        }
        for target in targets {
            let what = own()
                .filter(|line| line.targets.contains(&target))
                .map(|line| Line { text: line.title.clone(), ..Line::new(say, &line.envelope, "") })
                .collect();
            let fill = [
                ("actor", actor.id.to_string()),
                ("target", target.id.map(|id| id.to_string()).unwrap_or_default()),
                ("then", "people".to_owned()),
            ];
            rows.push(ArrowRow {
                from: actor.name.clone(),
                to: target.name,
                what,
                ask: new_href(say.case, "behaviour", &fill),
            });
        }
    }
    rows
}

/// Every line of protection: from each survivor to each child, and to whoever else an effort is for.
pub(crate) fn hold(say: &Say<'_>, reader: &Reader<'_>) -> Vec<ArrowRow> {
    let efforts = reader.efforts();
    let mut actors: Vec<Named> = reader.cast.survivors().map(|person| reader.person(person.id)).collect();
    for effort in &efforts {
        if !actors.contains(&effort.actor) {
            actors.push(effort.actor.clone());
        }
    }
    let mut rows = Vec::new();
    for actor in actors {
        let own = || efforts.iter().filter(|line| line.actor == actor);
        let is_survivor = actor.id.is_some_and(|id| reader.cast.survivors().any(|person| person.id == id));
        let mut whom: Vec<Named> = Vec::new();
        if is_survivor {
            whom.extend(reader.cast.with(Role::Child).map(|child| reader.person(child.id)));
        }
        for person in own().flat_map(|line| line.for_whom.clone()) {
            if !whom.contains(&person) {
                whom.push(person);
            }
        }
        for person in whom {
            let what = own()
                .filter(|line| line.for_whom.contains(&person))
                .map(|line| Line::new(say, &line.envelope, &line.act))
                .collect();
            let fill = [
                ("actor", actor.id.map(|id| id.to_string()).unwrap_or_default()),
                ("person", person.id.map(|id| id.to_string()).unwrap_or_default()),
                ("then", "people".to_owned()),
            ];
            rows.push(ArrowRow {
                from: actor.name.clone(),
                to: person.name,
                what,
                ask: new_href(say.case, "effort", &fill),
            });
        }
    }
    rows
}

/// Who lives together, or did.
pub(crate) fn households(say: &Say<'_>, projection: &Projection, reader: &Reader<'_>) -> Vec<Line> {
    projection
        .of_kind(Kind::Household)
        .filter_map(|seen| match &seen.content.body {
            Body::Household(household) => {
                let members: Vec<String> = household
                    .members
                    .iter()
                    .map(|member| {
                        let name = reader.person(member.person).name;
                        match &member.period {
                            Some(period) => say.with(
                                "page-name-period",
                                &[("name", name.into()), ("period", say.words.period(period).into())],
                            ),
                            None => name,
                        }
                    })
                    .collect();
                let mut line =
                    Line::link(entry_href(say.case, seen.id), household.name.to_string(), say.list(&members));
                line.anchor = anchor(seen.id);
                Some(line)
            }
            _ => None,
        })
        .collect()
}
