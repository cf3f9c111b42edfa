//! People put into words: everybody with their parts and relations, and every line of harm and of protection as a row.

use super::frame::{anchor, entry_href};
use super::lines::{Line, new_href};
use super::say::Say;
use draw::genogram::said;
use practice::cast::PersonLine;
use practice::ids::EntryId;
use practice::kinds::{Body, Kind, Person};
use practice::project::Projection;
use practice::views::GenogramView;
use practice::views::genogram::Why;
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

/// One line of harm or of protection: from whom, to whom, what, when.
#[derive(Clone, Debug)]
pub(crate) struct ArrowRow {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) what: Vec<Line>,
    pub(crate) when: String,
    pub(crate) obstacles: Vec<String>,
    pub(crate) ask: String,
}

/// The drawing of the family with the words that go with it.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) svg: String,
    pub(crate) summary: String,
    pub(crate) left_out: Vec<String>,
    pub(crate) is_empty: bool,
}

/// The drawing.
pub(crate) fn figure(say: &Say<'_>, view: &GenogramView) -> Figure {
    let drawing = draw::genogram(view, say.words);
    Figure {
        svg: drawing.svg,
        summary: drawing.summary,
        left_out: drawing.left_out,
        is_empty: drawing.scene.people.is_empty(),
    }
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

/// One relationship of the drawing, and the entries that say so.
#[derive(Clone, Debug)]
pub(crate) struct RelationRow {
    pub(crate) text: String,
    pub(crate) known: String,
    /// Each entry: where it is, and what it says.
    pub(crate) entries: Vec<Line>,
}

/// Couples, children and every other relationship, each with its entries.
pub(crate) fn relationships(say: &Say<'_>, projection: &Projection, view: &GenogramView) -> Vec<RelationRow> {
    let entry = |id: &EntryId| {
        let says = match projection.get(*id).map(|seen| &seen.content.body) {
            Some(Body::Relationship(r)) => say.related(r.kind, view.name(r.from), view.name(r.to)),
            _ => String::new(),
        };
        Line::link(entry_href(say.case, *id), says, "")
    };
    let row = |text: String, ids: &[EntryId]| RelationRow {
        text,
        known: String::new(),
        entries: ids.iter().map(entry).collect(),
    };
    let mut rows = Vec::new();
    for union in &view.unions {
        if union.partners.len() == 2 && !union.entries.is_empty() {
            rows.push(row(said::couple(view, union, say.words), &union.entries));
        }
        if union.partners.is_empty() {
            let names: Vec<String> = union.children.iter().map(|c| view.name(c.child).to_owned()).collect();
            let text = say.with("genogram-siblings", &[("names", say.list(&names).into())]);
            rows.push(row(text, &union.entries));
            continue;
        }
        for child in &union.children {
            rows.push(row(said::child(view, union, child, say.words), &child.entries));
        }
    }
    for bond in &view.bonds {
        let text = say.related(bond.kind, view.name(bond.from), view.name(bond.to));
        let known = bond.period.map(|period| say.words.period(&period)).unwrap_or_default();
        rows.push(RelationRow { known, ..row(text, &[bond.id]) });
    }
    rows
}

fn what(say: &Say<'_>, projection: &Projection, why: &[Why], title: bool) -> Vec<Line> {
    why.iter()
        .map(|why| Line {
            href: entry_href(say.case, why.id),
            text: if title { why.title.clone() } else { why.act.clone() },
            known: say.known(&why.known),
            chip: projection.get(why.id).map(|seen| say.chip(seen.content.label)).unwrap_or_default(),
            ..Line::default()
        })
        .collect()
}

fn id(named: &Named) -> String {
    named.id.map(|id| id.to_string()).unwrap_or_default()
}

/// Every line of harm: one for each person harmed, from whoever chose it. Each child has a row, asked about or not.
pub(crate) fn harm(say: &Say<'_>, projection: &Projection, view: &GenogramView) -> Vec<ArrowRow> {
    view.harm
        .iter()
        .map(|line| {
            let fill = [("actor", id(&line.from)), ("target", id(&line.to)), ("then", "people".to_owned())];
            ArrowRow {
                from: line.from.name.clone(),
                to: line.to.name.clone(),
                what: what(say, projection, &line.why, true),
                when: line.period.map(|period| say.words.period(&period)).unwrap_or_default(),
                obstacles: Vec::new(),
                ask: new_href(say.case, "behaviour", &fill),
            }
        })
        .collect()
}

/// Every line of protection: from each survivor to each child, and to whoever else an effort is for.
pub(crate) fn hold(say: &Say<'_>, projection: &Projection, view: &GenogramView) -> Vec<ArrowRow> {
    view.protection
        .iter()
        .map(|line| {
            let fill = [("actor", id(&line.from)), ("person", id(&line.to)), ("then", "people".to_owned())];
            ArrowRow {
                from: line.from.name.clone(),
                to: line.to.name.clone(),
                what: what(say, projection, &line.why, false),
                when: String::new(),
                obstacles: line.why.iter().filter_map(|why| why.obstacle.clone()).collect(),
                ask: new_href(say.case, "effort", &fill),
            }
        })
        .collect()
}

/// Who lives together, or did.
pub(crate) fn households(say: &Say<'_>, view: &GenogramView) -> Vec<Line> {
    view.homes
        .iter()
        .map(|home| {
            let members: Vec<String> = home.members.iter().map(|member| said::member(member, say.words)).collect();
            let mut line = Line::link(entry_href(say.case, home.id), home.name.clone(), say.list(&members));
            line.anchor = anchor(home.id);
            line
        })
        .collect()
}
