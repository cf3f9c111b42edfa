//! Reads one row: its date, its people, and what it becomes.

use super::{Found, Scene, becomes};
use crate::dates::{self, NoDate, Order};
use crate::fault::{Fault, Place, short};
use crate::id;
use crate::mapping::{Becomes, Column, Mapping, split_names};
use crate::people::{Meant, Names};
use crate::plan::LeftOut;
use crate::table::{Cell, Row, Table};
use practice::entry::Content;
use practice::ids::EntryId;
use practice::kinds::impact::{ImpactLink, ImpactOn, Pathway};
use practice::kinds::pattern::{Force, Form, Usable};
use practice::kinds::{Behaviour, Body, Effort, Impact, Note, Unknown};
use practice::label::Label;
use practice::source::{Basis, How, Link, Quote, Source, Who};
use practice::text::Text;
use practice::when::Happened;
use std::collections::BTreeMap;

/// An entry that was read from a row.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub(super) row: u32,
    pub(super) id: EntryId,
    pub(super) content: Content,
}

/// Reads the rows of a table, one after the other.
pub(super) struct RowReader<'a> {
    pub(super) file: &'a str,
    pub(super) table: &'a Table,
    pub(super) mapping: &'a Mapping,
    pub(super) scene: Scene<'a>,
    pub(super) found: &'a Found,
    pub(super) order: Order,
    pub(super) names: &'a Names,
    /// Names that fit nobody, by their small letters: as written, and the first row.
    pub(super) unknown_names: BTreeMap<String, (String, u32)>,
    pub(super) unknown_kinds: BTreeMap<String, (String, u32)>,
    /// How often the very same row was met.
    pub(super) seen: BTreeMap<Vec<String>, usize>,
    pub(super) read: Vec<Read>,
    pub(super) faults: Vec<Fault>,
}

impl RowReader<'_> {
    /// Reads a row. What nothing comes from is given back, with the reason.
    pub(super) fn row(&mut self, row: &Row) -> Option<LeftOut> {
        let before = (self.faults.len(), self.unknown_names.len());
        self.broken_cells(row);
        let what = self.text(row, Column::What);
        let did = self.text(row, Column::Did);
        let effect = self.text(row, Column::Effect);
        let left =
            |key, says: &str| Some(LeftOut { fault: Fault::at(Place::row(row.number), key), says: short(says) });
        if what.is_none() && did.is_none() && effect.is_none() {
            return if self.faults.len() > before.0 {
                None
            } else {
                left("import-left-empty", &self.first_words(row))
            };
        }
        let kind = self.down(row, Column::Kind);
        let becomes = match becomes(self.mapping, kind.as_deref()) {
            Ok(becomes) => becomes,
            Err(word) => {
                self.unknown_kinds.entry(word.to_lowercase()).or_insert((word, row.number));
                return None;
            }
        };
        if becomes == Becomes::LeaveOut {
            return left("import-left-chosen", what.as_ref().map_or("", Text::as_str));
        }
        let happened = self.happened(row);
        let says = self.says(row, &happened, becomes);
        let nth = {
            let count = self.seen.entry(says.clone()).or_insert(0);
            *count = count.saturating_add(1);
            count.saturating_sub(1)
        };
        let case = self.scene.projection.case;
        let id = |part: &str| id::of(case, part, &says, nth);
        let mut entries: Vec<(EntryId, Body, Label)> = Vec::new();
        let label = self.mapping.rows.label.unwrap_or(Label::Professional);
        let main = what.and_then(|what| self.main(row, becomes, what).map(|body| (id("row"), body, label)));
        let behaviour = main.as_ref().filter(|(_, body, _)| matches!(body, Body::Behaviour(_))).map(|(id, ..)| *id);
        if let (Some(effect), true) = (&effect, becomes != Becomes::Impact) {
            for (n, child) in self.children(row).into_iter().enumerate() {
                let body = self.impact(row, child, effect.clone(), behaviour);
                entries.push((id(&format!("effect {n}")), Body::Impact(body), label));
            }
        }
        if let Some(did) = did
            && let Some(actor) = self.survivor(row)
        {
            let answers = behaviour.map(|to| Link { to, basis: None }).into_iter().collect();
            entries.push((id("did"), Body::Effort(effort(actor, did, answers)), self.effort_label()));
        }
        let main = main.into_iter().map(|(id, body, label)| {
            let label = if matches!(body, Body::Effort(_)) { self.effort_label() } else { label };
            (id, body, label)
        });
        let entries: Vec<_> = main.chain(entries).collect();
        if (self.faults.len(), self.unknown_names.len()) != before {
            return None;
        }
        if entries.is_empty() && self.unknown_names.is_empty() {
            return left("import-left-empty", &self.first_words(row));
        }
        let source = self.source(row);
        for (id, body, label) in entries {
            let content = Content {
                happened,
                occasion: None,
                sources: source.clone().into_iter().collect(),
                disputes: Vec::new(),
                label,
                pack: None,
                body,
            };
            self.read.push(Read { row: row.number, id, content });
        }
        None
    }

    fn main(&mut self, row: &Row, becomes: Becomes, what: Text) -> Option<Body> {
        Some(match becomes {
            Becomes::Behaviour => {
                let actor = self.actor(row);
                let targets = self.targets(row);
                if targets.is_empty() {
                    self.missing(row, Column::Whom, "import-fault-no-whom");
                }
                Body::Behaviour(Behaviour {
                    actor: actor?,
                    act: what,
                    title: None,
                    targets,
                    categories: Vec::new(),
                    setting: None,
                    through: Vec::new(),
                    relationship: None,
                    form: Form::default(),
                    force: Force::default(),
                    usable_with_actor: Usable::default(),
                    answers_effort: Vec::new(),
                })
            }
            Becomes::Effort => Body::Effort(effort(self.survivor(row)?, what, Vec::new())),
            Becomes::Impact => {
                let child = self.children(row).into_iter().next()?;
                Body::Impact(self.impact(row, child, what, None))
            }
            Becomes::Unknown => Body::Unknown(Unknown {
                question: what,
                could_answer: None,
                safely: None,
                about: self.people(row, Column::Whom),
                behaviour: None,
                pathway: None,
                answer: None,
                answered_in: Vec::new(),
            }),
            Becomes::Note => {
                let title = self.text(row, Column::Title).or_else(|| title_of(&what));
                let mut about = self.people(row, Column::Who);
                about.extend(self.people(row, Column::Whom));
                let mut once = Vec::new();
                about.retain(|id| {
                    !once.contains(id) && {
                        once.push(*id);
                        true
                    }
                });
                Body::Note(Note { title: title?, text: what, about, addendum_to: None })
            }
            Becomes::LeaveOut => return None,
        })
    }

    fn impact(&self, row: &Row, child: EntryId, what: Text, behaviour: Option<EntryId>) -> Impact {
        // What stands in one row is connected by whoever wrote it, and by nobody else.
        let by = Text::parse(&self.record(row)).ok().map(|record| Basis { by: Who::Other(record), words: None });
        let from = behaviour.map(|behaviour| ImpactLink { behaviour, pathway: Pathway::Direct, basis: by });
        Impact {
            on: ImpactOn::Child(child),
            what,
            domains: Vec::new(),
            from: from.into_iter().collect(),
            none_seen: None,
        }
    }

    fn effort_label(&self) -> Label {
        self.mapping.rows.effort_label.unwrap_or(Label::SurvivorConfidential)
    }

    /// Formulas without a result, and those that went wrong, in the columns that are read.
    fn broken_cells(&mut self, row: &Row) {
        for (column, at) in &self.found.0 {
            if *column == Column::Date {
                continue;
            }
            let place = Place::cell(row.number, *at);
            match row.cell(*at) {
                Cell::NoResult => self.faults.push(Fault::at(place, "import-fault-no-result")),
                Cell::Wrong(code) => {
                    self.faults.push(Fault::at(place, "import-fault-wrong-formula").with("code", code));
                }
                _ => {}
            }
        }
    }

    fn text(&mut self, row: &Row, column: Column) -> Option<Text> {
        let at = self.found.get(column)?;
        let said = row.cell(at).text();
        if said.trim().is_empty() {
            return None;
        }
        match Text::parse(&said) {
            Ok(text) => Some(text),
            Err(error) => {
                let fault = Fault::at(Place::cell(row.number, at), "import-fault-text");
                self.faults.push(fault.with("why", self.scene.words.text_error(&error)));
                None
            }
        }
    }

    /// A cell that may be merged with the one above it.
    fn down(&self, row: &Row, column: Column) -> Option<String> {
        let at = self.found.get(column)?;
        let text = self.table.down(row, at).text();
        (!text.trim().is_empty()).then_some(text)
    }

    fn happened(&mut self, row: &Row) -> Happened {
        let Some(at) = self.found.get(Column::Date) else { return Happened::NotKnown };
        let cell = self.table.down(row, at);
        let Scene { words, today, .. } = self.scene;
        match dates::read(&cell, self.order, self.table.from_1904, words, today) {
            Ok(happened) => happened,
            Err(why) => {
                let fault = |key| Fault::at(Place::cell(row.number, at), key);
                let said = short(&cell.text());
                self.faults.push(match why {
                    NoDate::Typed(error) => fault("import-fault-date").with("why", words.typed_error(&error)),
                    NoDate::NoYear => fault("import-fault-no-year").with("said", said),
                    NoDate::NoResult => fault("import-fault-no-result"),
                    NoDate::Wrong(code) => fault("import-fault-wrong-formula").with("code", code),
                    NoDate::Number(number) => fault("import-fault-date-number").with("said", number),
                });
                Happened::NotKnown
            }
        }
    }

    /// Who is meant by the names of a cell. Names that are not known are noted, to be asked.
    fn people(&mut self, row: &Row, column: Column) -> Vec<EntryId> {
        let said = self.down(row, column).unwrap_or_default();
        self.named(row, &split_names(&said).collect::<Vec<_>>())
    }

    fn named(&mut self, row: &Row, names: &[String]) -> Vec<EntryId> {
        let mut found = Vec::new();
        for name in names {
            match self.names.meant(name) {
                Meant::One(id) => found.push(id),
                Meant::Several(ids) => found.extend(ids),
                Meant::Nobody => {}
                Meant::Asked => {
                    self.unknown_names.entry(name.to_lowercase()).or_insert_with(|| (name.clone(), row.number));
                }
            }
        }
        found
    }

    fn rule(&mut self, row: &Row, column: Column, default: &[String]) -> Vec<EntryId> {
        if self.down(row, column).is_some() { self.people(row, column) } else { self.named(row, default) }
    }

    fn actor(&mut self, row: &Row) -> Option<EntryId> {
        let default: Vec<String> = self.mapping.rows.who.iter().cloned().collect();
        let asked = self.unknown_names.len();
        let found = self.rule(row, Column::Who, &default);
        match found.as_slice() {
            [one] => Some(*one),
            [] if self.down(row, Column::Who).is_none()
                && default.is_empty()
                && self.found.get(Column::Who).is_none() =>
            {
                // No column and no rule: the one who causes harm, where the case knows only one.
                let one = self.names.perpetrator();
                if one.is_none() {
                    self.missing(row, Column::Who, "import-fault-no-who");
                }
                one
            }
            [] => {
                if self.unknown_names.len() == asked && !self.asks(row, Column::Who) {
                    self.missing(row, Column::Who, "import-fault-no-who");
                }
                None
            }
            _ => {
                self.missing(row, Column::Who, "import-fault-several-who");
                None
            }
        }
    }

    fn targets(&mut self, row: &Row) -> Vec<EntryId> {
        let default = self.mapping.rows.whom.clone();
        let found = self.rule(row, Column::Whom, &default);
        if found.is_empty() && self.found.get(Column::Whom).is_none() && default.is_empty() {
            return self.names.survivor().into_iter().collect();
        }
        found
    }

    fn children(&mut self, row: &Row) -> Vec<EntryId> {
        let default = self.mapping.rows.effect_on.clone();
        let found = self.rule(row, Column::EffectOn, &default);
        if !found.is_empty() || self.asks(row, Column::EffectOn) {
            return found;
        }
        match self.names.children() {
            [one] => vec![*one],
            _ => {
                self.missing(row, Column::EffectOn, "import-fault-no-child");
                Vec::new()
            }
        }
    }

    fn survivor(&mut self, row: &Row) -> Option<EntryId> {
        let said: Vec<String> = self.mapping.rows.survivor.iter().cloned().collect();
        let found = self.named(row, &said).into_iter().next().or_else(|| self.names.survivor());
        if found.is_none() && said.is_empty() {
            self.missing(row, Column::Did, "import-fault-no-survivor");
        }
        found
    }

    /// Whether a name of the cell is still to be asked.
    fn asks(&self, row: &Row, column: Column) -> bool {
        let said = self.down(row, column).unwrap_or_default();
        split_names(&said).any(|name| self.names.meant(&name) == Meant::Asked)
    }

    fn missing(&mut self, row: &Row, column: Column, key: &'static str) {
        if self.asks(row, column) {
            return;
        }
        let place = match self.found.get(column) {
            Some(at) => Place::cell(row.number, at),
            None => Place::row(row.number),
        };
        self.faults.push(Fault::at(place, key));
    }

    /// What decides the id of a row: what it says, not where it stands.
    fn says(&self, row: &Row, happened: &Happened, becomes: Becomes) -> Vec<String> {
        let mut says = vec![becomes.code().to_owned(), format!("{happened:?}")];
        for column in [
            Column::What,
            Column::Who,
            Column::Whom,
            Column::Effect,
            Column::EffectOn,
            Column::Did,
            Column::Source,
            Column::Words,
            Column::Title,
            Column::Author,
        ] {
            says.push(self.down(row, column).unwrap_or_default());
        }
        says
    }

    /// "From old records: chronology.xlsx, row 12".
    fn record(&self, row: &Row) -> String {
        record(self.scene.words, self.file, &row.number.to_string())
    }

    fn source(&self, row: &Row) -> Option<Source> {
        let words = self.scene.words;
        let mut record = self.record(row);
        for (column, key) in [(Column::Source, "import-record-source"), (Column::Author, "import-record-author")] {
            if let Some(said) = self.down(row, column) {
                record = words.say_with(key, &[("record", record.as_str().into()), ("said", said.trim().into())]);
            }
        }
        let quote = self.found.get(Column::Words).map(|at| row.cell(at).text());
        let words = quote.and_then(|text| Text::parse(&text).ok()).map(|words| Quote { words, language: None });
        let record = Text::parse(&words::unmarked(&record)).ok()?;
        Some(Source { how: How::InRecord { record, whose: None }, on: None, words, label: None })
    }

    fn first_words(&self, row: &Row) -> String {
        row.cells.iter().map(Cell::text).find(|text| !text.trim().is_empty()).unwrap_or_default()
    }
}

/// "From old records: chronology.xlsx, row 12".
pub(super) fn record(words: &words::Words, file: &str, row: &str) -> String {
    words::unmarked(&words.say_with("import-record-row", &[("file", file.into()), ("row", row.into())]))
}

fn effort(actor: EntryId, act: Text, answers: Vec<Link>) -> Effort {
    Effort {
        actor,
        act,
        for_whom: Vec::new(),
        answers,
        categories: Vec::new(),
        made_possible: Vec::new(),
        cost: None,
        obstacle: None,
        followed: None,
        safe_wording: None,
        wants_heard_by: None,
    }
}

/// The beginning of a text, where it has no title of its own.
pub(super) fn title_of(text: &Text) -> Option<Text> {
    const LONG: usize = 70;
    let line = text.as_str().lines().find(|line| !line.trim().is_empty())?.trim();
    if line.chars().count() <= LONG {
        return Text::parse(line).ok();
    }
    let cut: String = line.chars().take(LONG).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    Text::parse(&format!("{whole}…")).ok()
}
