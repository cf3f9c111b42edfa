//! Months, seasons and years of the chronology, and what went on where nothing single is recorded.

use super::super::lines::Named;
use super::{Row, What};
use crate::ids::EntryId;
use crate::when::{ApproxDate, Happened, Recurrence, Until};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Where a row stands: its month, or its season or year where no more is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    /// A month, a season or a year.
    In(ApproxDate),
    /// No date is known.
    NotKnown,
}

/// The rows of one month, season or year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Group {
    /// Which.
    pub slot: Slot,
    /// What went on between the group before and this one, where whole months lie between.
    pub quiet_before: Option<Quiet>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// Months for which no single event is recorded, and what went on in them all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Quiet {
    /// The first of them.
    pub from: ApproxDate,
    /// The last of them.
    pub until: ApproxDate,
    /// What went on. Never empty.
    pub going: Vec<Going>,
}

/// A behaviour that went on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Going {
    /// The behaviour.
    pub id: EntryId,
    /// Its title.
    pub title: String,
    /// Who does it.
    pub actor: Named,
    /// How often.
    pub recurrence: Recurrence,
    /// Whether it is known that it went on then. Where nobody has asked whether it ended, it is not read as ended.
    pub end_known: bool,
}

impl Slot {
    /// The place of something that happened.
    #[must_use]
    pub fn of(happened: &Happened) -> Self {
        match happened.begins() {
            None => Self::NotKnown,
            Some(date @ (ApproxDate::Year(_) | ApproxDate::Season(..) | ApproxDate::Month(..))) => Self::In(date),
            Some(ApproxDate::Day(day)) => Self::In(month(day)),
            Some(ApproxDate::Minute(minute)) => Self::In(month(minute.date())),
        }
    }

    /// The place as it stands in an address: `2026-03`, `2026-21`, `2026`, `unknown`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::In(date) => date.to_string(),
            Self::NotKnown => "unknown".to_owned(),
        }
    }
}

/// The month of a day.
fn month(day: Date) -> ApproxDate {
    ApproxDate::Month(day.year(), day.month())
}

/// Puts sorted rows into their months.
pub(super) fn group(rows: Vec<Row>, as_of: Date) -> (Vec<Group>, Option<Quiet>) {
    let bands: Vec<Band> = rows.iter().filter_map(Band::of).collect();
    let mut groups: Vec<Group> = Vec::new();
    // The last day that any dated group reaches.
    let mut reached: Option<Date> = None;
    for row in rows {
        let slot = Slot::of(&row.happened);
        if let Some(last) = groups.last_mut().filter(|last| last.slot == slot) {
            last.rows.push(row);
            continue;
        }
        let mut quiet_before = None;
        if let Slot::In(date) = slot {
            quiet_before = reached.and_then(|reached| quiet(&bands, reached, date.start().date()));
            reached = Some(reached.map_or(date.last_day(), |before| before.max(date.last_day())));
        }
        groups.push(Group { slot, quiet_before, rows: vec![row] });
    }
    let since = reached.and_then(|reached| quiet(&bands, reached, as_of.tomorrow().unwrap_or(as_of)));
    (groups, since)
}

/// One behaviour over time.
struct Band {
    going: Going,
    from: Option<Date>,
    until: Option<Date>,
}

impl Band {
    fn of(row: &Row) -> Option<Self> {
        let What::Harm(harm) = &row.what else { return None };
        let Happened::Over { from, until, recurrence } = row.happened else { return None };
        if recurrence == Recurrence::Once {
            return None;
        }
        Some(Self {
            going: Going {
                id: row.id,
                title: harm.behaviour.title.clone(),
                actor: harm.behaviour.actor.clone(),
                recurrence,
                end_known: until != Until::NotKnown,
            },
            from: from.map(|from| from.start().date()),
            until: match until {
                Until::Ongoing | Until::NotKnown => None,
                Until::Date(date) => Some(date.last_day()),
            },
        })
    }
}

/// What went on in the whole months after one day and before another.
fn quiet(bands: &[Band], after: Date, before: Date) -> Option<Quiet> {
    let first = after.last_of_month().tomorrow().ok()?;
    let last = before.first_of_month().yesterday().ok()?;
    if last < first {
        return None;
    }
    let going: Vec<Going> = bands
        .iter()
        .filter(|band| band.from.is_none_or(|from| from < first) && band.until.is_none_or(|until| until >= first))
        .map(|band| band.going.clone())
        .collect();
    if going.is_empty() {
        return None;
    }
    Some(Quiet { from: month(first), until: month(last), going })
}
