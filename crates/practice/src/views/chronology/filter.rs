//! Filters of the chronology: by person, part, child, source, agency and period. What goes on through a period stands in it.

use super::super::lines::{Envelope, KnownHow, Named};
use super::periods::group;
use super::{ChronologyView, Row, What};
use crate::ids::EntryId;
use crate::when::ApproxDate;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// What to show. Empty: everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Rows in which this person does something, or has something done to or for them.
    pub person: Option<EntryId>,
    /// Rows in which this is said.
    pub part: Option<Part>,
    /// Rows that say something of this child.
    pub child: Option<EntryId>,
    /// Rows known in this way, as a key of [`SourceChoice`].
    pub source: Option<String>,
    /// Rows on this agency.
    pub agency: Option<String>,
    /// Nothing that had ended before.
    pub from: Option<ApproxDate>,
    /// Nothing that began after.
    pub until: Option<ApproxDate>,
}

/// What a row says something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What was done.
    Harm,
    /// An effect.
    Effect,
    /// What was done for safety, care and stability.
    Hold,
    /// What agencies did.
    Agency,
}

impl Part {
    /// All parts, in the order of the columns.
    pub const ALL: [Self; 4] = [Self::Harm, Self::Effect, Self::Hold, Self::Agency];

    /// The code, as in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Harm => "harm",
            Self::Effect => "effect",
            Self::Hold => "hold",
            Self::Agency => "agency",
        }
    }
}

/// A way in which something is known, as a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceChoice {
    /// As it stands in an address.
    pub key: String,
    /// Who said it; nobody for what was seen, or stands in a record or a note.
    pub by: Option<Named>,
}

/// What can be chosen: only what is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Choices {
    /// People named in rows, by name.
    pub people: Vec<Named>,
    /// Parts that rows have.
    pub parts: Vec<Part>,
    /// Ways in which rows are known.
    pub sources: Vec<SourceChoice>,
    /// Agencies named in rows.
    pub agencies: Vec<String>,
}

/// What was seen by the person who recorded it.
const SEEN: &str = "seen";
/// What stands in a record.
const RECORD: &str = "record";
/// What was taken from a note.
const NOTE: &str = "note";
/// The most voices that are offered one by one: a list of hundreds helps nobody.
const VOICES: usize = 60;

impl Filter {
    /// Whether it leaves anything out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl ChronologyView {
    /// The rows that a filter leaves, in their months.
    #[must_use]
    pub fn filtered(&self, filter: &Filter) -> Self {
        if filter.is_empty() {
            return self.clone();
        }
        let rows = self.rows().filter(|row| fits(row, filter, self)).cloned().collect();
        let (groups, since) = group(rows, self.as_of);
        // A period that ended says nothing about the time since.
        let since = since.filter(|_| filter.until.is_none());
        Self { groups, since, ..self.clone() }
    }

    /// What can be chosen.
    #[must_use]
    pub fn choices(&self) -> Choices {
        let mut people: Vec<Named> = Vec::new();
        let mut known_people = BTreeSet::new();
        let mut parts = BTreeSet::new();
        let mut sources: Vec<SourceChoice> = Vec::new();
        let mut known_sources = BTreeSet::new();
        let mut agencies = BTreeSet::new();
        for row in self.rows() {
            for named in people_of(row) {
                if named.id.is_some_and(|id| known_people.insert(id)) {
                    people.push(named.clone());
                }
            }
            parts.extend(parts_of(row));
            for choice in row.envelopes().into_iter().flat_map(keys) {
                if (choice.by.is_none() || sources.len() < VOICES) && known_sources.insert(choice.key.clone()) {
                    sources.push(choice);
                }
            }
            if let What::Agency(line) = &row.what {
                agencies.extend(line.agency().map(str::to_owned));
            }
        }
        people.sort_by(|a, b| a.name.cmp(&b.name));
        sources.sort_by(|a, b| {
            let name = |choice: &SourceChoice| choice.by.as_ref().map(|by| by.name.clone());
            name(a).cmp(&name(b)).then_with(|| a.key.cmp(&b.key))
        });
        Choices { people, parts: parts.into_iter().collect(), sources, agencies: agencies.into_iter().collect() }
    }
}

fn fits(row: &Row, filter: &Filter, view: &ChronologyView) -> bool {
    filter.person.is_none_or(|person| people_of(row).iter().any(|named| named.id == Some(person)))
        && filter.child.is_none_or(|child| says_of_child(row, child))
        && filter.part.is_none_or(|part| parts_of(row).contains(&part))
        && filter
            .source
            .as_ref()
            .is_none_or(|source| row.envelopes().into_iter().flat_map(keys).any(|choice| choice.key == *source))
        && filter
            .agency
            .as_ref()
            .is_none_or(|agency| matches!(&row.what, What::Agency(line) if line.agency() == Some(agency.as_str())))
        && within(row, filter, view)
}

fn within(row: &Row, filter: &Filter, view: &ChronologyView) -> bool {
    if filter.from.is_none() && filter.until.is_none() {
        return true;
    }
    let begins = row.happened.begins().map(|date| date.start().date());
    // Where nobody has asked whether it ended, it is not read as ended.
    let open = matches!(row.happened, crate::when::Happened::Over { until: crate::when::Until::NotKnown, .. });
    let ends = if open { Some(view.as_of) } else { row.happened.ends(view.as_of) };
    let (Some(begins), Some(ends)) = (begins.or(ends), ends) else { return false };
    filter.from.is_none_or(|from| ends >= from.start().date())
        && filter.until.is_none_or(|until| begins <= until.last_day())
}

/// Everybody a row says something of.
fn people_of(row: &Row) -> Vec<&Named> {
    match &row.what {
        What::Harm(harm) => {
            let line = &harm.behaviour;
            let effects = harm.effects.iter().filter_map(|effect| effect.on.as_ref());
            let efforts = harm.efforts.iter().flat_map(|e| std::iter::once(&e.actor).chain(&e.for_whom));
            std::iter::once(&line.actor)
                .chain(&line.targets)
                .chain(&line.through)
                .chain(effects)
                .chain(efforts)
                .collect()
        }
        What::Hold(hold) => std::iter::once(&hold.effort.actor).chain(&hold.effort.for_whom).collect(),
        What::Effect(effect) => effect.on.iter().collect(),
        What::Agency(line) => line.people(),
    }
}

fn says_of_child(row: &Row, child: EntryId) -> bool {
    let is = |named: &Named| named.id == Some(child);
    match &row.what {
        What::Harm(harm) => {
            harm.behaviour.targets.iter().any(is)
                || harm.behaviour.through.iter().any(is)
                || harm.effects.iter().any(|effect| effect.on.as_ref().is_some_and(is))
                || harm.efforts.iter().any(|effort| effort.for_whom.iter().any(is))
        }
        What::Hold(hold) => {
            hold.effort.for_whom.iter().any(is)
                || hold.effort.made_possible.iter().any(|made| made.person.as_ref().is_some_and(is))
        }
        What::Effect(effect) => effect.on.as_ref().is_some_and(is),
        What::Agency(line) => line.people().into_iter().any(is),
    }
}

fn parts_of(row: &Row) -> Vec<Part> {
    match &row.what {
        What::Harm(harm) => {
            let mut parts = vec![Part::Harm];
            if !harm.effects.is_empty() {
                parts.push(Part::Effect);
            }
            if !harm.efforts.is_empty() || !harm.elsewhere.is_empty() {
                parts.push(Part::Hold);
            }
            parts
        }
        What::Hold(_) => vec![Part::Hold],
        What::Effect(_) => vec![Part::Effect],
        What::Agency(_) => vec![Part::Agency],
    }
}

/// The ways in which an entry is known, as choices. A voice that was passed on is that voice.
fn keys(envelope: &Envelope) -> Vec<SourceChoice> {
    let plain = |key: &str| SourceChoice { key: key.to_owned(), by: None };
    let told = |by: &Named| {
        let who = by.id.map_or_else(|| by.name.clone(), |id| id.to_string());
        SourceChoice { key: format!("told-{who}"), by: Some(by.clone()) }
    };
    envelope
        .known
        .iter()
        .flat_map(|known| match &known.how {
            KnownHow::SeenByRecorder { .. } => vec![plain(SEEN)],
            KnownHow::ToldDirectly { by } => vec![told(by)],
            KnownHow::ToldByAnother { by, whose } => {
                std::iter::once(told(by)).chain(whose.iter().map(told)).collect()
            }
            KnownHow::InRecord { whose, .. } => {
                std::iter::once(plain(RECORD)).chain(whose.iter().map(told)).collect()
            }
            KnownHow::FromNote { .. } | KnownHow::TakenFromNote { .. } => vec![plain(NOTE)],
        })
        .collect()
}
