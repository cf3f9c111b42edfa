//! Who is who: the people of a case with their parts and how they are related, as a table and as a drawing.

use super::tell::Teller;
use crate::document::{Block, Column, Drawing, Paragraph, Row, Table};
use practice::cast::PersonLine;
use practice::ids::EntryId;
use practice::kinds::{Body, Kind};
use practice::views::genogram::genogram;

pub(super) fn blocks(teller: &mut Teller<'_>) -> Vec<Block> {
    let people = teller.cast.people.clone();
    if people.is_empty() {
        return vec![Block::Paragraph(teller.unasked())];
    }
    let columns = vec![
        Column { head: teller.t("doc-who-name"), share: 4 },
        Column { head: teller.t("doc-who-born"), share: 4 },
        Column { head: teller.t("doc-who-part"), share: 4 },
        Column { head: teller.t("doc-who-related"), share: 8 },
    ];
    let rows = people
        .iter()
        .map(|person| Row {
            cells: vec![
                vec![Paragraph::strong(person.name.clone())],
                vec![born(teller, person)],
                part(teller, person),
                related(teller, person.id),
            ],
        })
        .collect();
    let drawn = draw::genogram(&genogram(teller.projection, teller.as_of), teller.words);
    let mut blocks = vec![
        Block::Table(Table { caption: teller.t("doc-who"), columns, rows }),
        Block::Drawing(Drawing { svg: drawn.svg, says: drawn.summary }),
    ];
    if !drawn.left_out.is_empty() {
        let list = teller.list(&drawn.left_out);
        blocks.push(Block::Paragraph(Paragraph::plain(teller.with("doc-left-out", &[("list", list.into())]))));
    }
    blocks
}

fn born(teller: &Teller<'_>, person: &PersonLine) -> Paragraph {
    match (person.born, teller.words.age(person.born, person.unborn, teller.as_of)) {
        (Some(_), Some(age)) if person.unborn => Paragraph::plain(age),
        (Some(born), Some(age)) => {
            let date = teller.words.date(born);
            Paragraph::plain(teller.with("doc-born-age", &[("date", date.into()), ("age", age.into())]))
        }
        (Some(born), None) => Paragraph::plain(teller.words.date(born)),
        (None, Some(age)) => Paragraph::plain(age),
        (None, None) => Paragraph::plain(teller.t("doc-not-known")),
    }
}

fn part(teller: &Teller<'_>, person: &PersonLine) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> =
        person.roles.iter().map(|role| Paragraph::plain(teller.words.name(*role))).collect();
    if person.elsewhere {
        out.push(Paragraph::quiet(teller.t("map-former-title")));
    }
    out.extend(person.capacity.clone().map(Paragraph::plain));
    out
}

/// The relationships that begin with this person: each stands once in the table.
fn related(teller: &Teller<'_>, person: EntryId) -> Vec<Paragraph> {
    let name = |id: EntryId| teller.cast.name(id).unwrap_or_default();
    let mut out = Vec::new();
    for seen in teller.projection.of_kind(Kind::Relationship) {
        let Body::Relationship(relationship) = &seen.content.body else { continue };
        if relationship.from != person {
            continue;
        }
        let said = teller.words.related(relationship.kind, name(relationship.from), name(relationship.to));
        let said = match &relationship.period {
            Some(period) => {
                let period = teller.words.period(period);
                teller.with("doc-related-when", &[("related", said.into()), ("period", period.into())])
            }
            None => said,
        };
        out.push(Paragraph::plain(said));
    }
    out
}
