//! Visibility: who acts in the record, with whom anybody has spoken, and what each parent has been asked to do. The same
//! questions about each, side by side; no score and no share.

use super::lines::{Named, Reader};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::Body;
use crate::kinds::pattern::Force;
use crate::kinds::people::Role;
use crate::pack::Pack;
use crate::project::{Projection, Seen};
use crate::text::Code;
use crate::when::{ApproxDate, Happened};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::Serialize;

/// How visible each parent is in the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VisibilityView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// Those who cause harm, those who protect, those whose part is not decided: the same about each.
    pub parents: Vec<ParentSeen>,
    /// Month by month, newest first: only months in which something was done or recorded.
    pub months: Vec<MonthSeen>,
}

/// One parent in the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ParentSeen {
    /// Who.
    pub person: Named,
    /// With which part.
    pub role: Role,
    /// Who spoke with this person, oldest first.
    pub spoken: Vec<Reach>,
    /// Who tried.
    pub tried: Vec<Reach>,
    /// The agencies of this case that have not spoken with this person; none: the team that works the case.
    pub not_by: Vec<Option<String>>,
    /// What agencies asked of this person, or did towards this person.
    pub asked: Vec<Brief>,
    /// What this person does to control or harm.
    pub harms: Vec<Brief>,
    /// What this person does for safety, care and stability.
    pub protects: Vec<Brief>,
    /// What is recorded of this person's daily care.
    pub care: Vec<Brief>,
    /// What is recorded of this person's good care.
    pub good: Vec<Brief>,
    /// Worries about this person's care.
    pub concerns: Vec<Brief>,
    /// This person's own words.
    pub words: Vec<Brief>,
}

/// Somebody was spoken with, or it was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reach {
    /// The entry.
    pub id: EntryId,
    /// When.
    pub happened: Happened,
    /// By which agency; none: the team that works the case.
    pub agency: Option<String>,
    /// By which means, or at which kind of visit.
    pub means: Means,
    /// What came of it, for a contact.
    pub outcome: Option<Code>,
    /// What was said, or why it failed.
    pub what: Option<String>,
}

/// How somebody was spoken with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// A contact, with the code of its means.
    Contact(Code),
    /// A visit, with the code of its kind.
    Visit(Code),
}

/// An entry in a few words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Brief {
    /// The entry.
    pub id: EntryId,
    /// When.
    pub happened: Happened,
    /// Which agency, where it is one's doing.
    pub agency: Option<String>,
    /// An area of daily care.
    pub area: Option<Code>,
    /// What.
    pub what: String,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MonthSeen {
    /// Which.
    pub month: ApproxDate,
    /// One cell for each parent, in their order.
    pub cells: Vec<MonthCell>,
}

/// One parent in one month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MonthCell {
    /// Who spoke with this person.
    pub spoken: Vec<Option<String>>,
    /// Who tried and did not reach this person.
    pub tried: Vec<Option<String>>,
    /// Who asked something of this person.
    pub asked: Vec<String>,
    /// What was recorded in this month of what this person does.
    pub recorded: Vec<String>,
}

/// Makes the view.
#[must_use]
pub fn visibility(projection: &Projection, pack: &Pack, as_of: Date) -> VisibilityView {
    let reader = Reader::new(projection, as_of);
    let reaches = reaches(&reader, pack);
    let mut agencies: Vec<Option<String>> = Vec::new();
    let of_contacts = reaches.iter().map(|(reach, ..)| reach.agency.clone());
    let of_responses = reader.responses().into_iter().map(|line| Some(line.agency));
    for agency in of_contacts.chain(of_responses) {
        if !agencies.contains(&agency) {
            agencies.push(agency);
        }
    }
    let people = [
        reader.cast.with(Role::Perpetrator).map(|person| (person, Role::Perpetrator)).collect::<Vec<_>>(),
        reader.cast.survivors().map(|person| (person, Role::Survivor)).collect(),
        reader.cast.with(Role::Undetermined).map(|person| (person, Role::Undetermined)).collect(),
    ];
    let mut parents: Vec<ParentSeen> = Vec::new();
    for (person, role) in people.into_iter().flatten() {
        if !parents.iter().any(|known| known.person.id == Some(person.id)) {
            parents.push(parent(&reader, person, role, &reaches, &agencies));
        }
    }
    let months = months(&reader, &parents);
    VisibilityView { as_of, parents, months }
}

/// Every contact and visit, with whom, and whether they were spoken with.
fn reaches(reader: &Reader<'_>, pack: &Pack) -> Vec<(Reach, Vec<Named>, bool)> {
    let mut all: Vec<(Reach, Vec<Named>, bool)> = Vec::new();
    for line in reader.contacts(pack) {
        let reach = Reach {
            id: line.envelope.id,
            happened: line.envelope.happened,
            agency: line.agency,
            means: Means::Contact(line.means),
            outcome: Some(line.outcome),
            what: line.what,
        };
        all.push((reach, line.with, line.reached));
    }
    for seen in reader.projection.current() {
        if let Body::Visit(visit) = &seen.content.body {
            let reach = Reach {
                id: seen.id,
                happened: seen.content.happened,
                agency: None,
                means: Means::Visit(visit.kind.clone()),
                outcome: None,
                what: visit.remark.as_ref().map(ToString::to_string),
            };
            all.push((reach, visit.present.iter().map(|who| reader.who(who)).collect(), true));
        }
    }
    all.sort_by(|(a, ..), (b, ..)| a.happened.order(&b.happened));
    all
}

fn parent(
    reader: &Reader<'_>,
    person: &PersonLine,
    role: Role,
    reaches: &[(Reach, Vec<Named>, bool)],
    agencies: &[Option<String>],
) -> ParentSeen {
    let id = Some(person.id);
    let with = |reached: bool| -> Vec<Reach> {
        let own =
            reaches.iter().filter(|(_, with, was)| *was == reached && with.iter().any(|named| named.id == id));
        own.map(|(reach, ..)| reach.clone()).collect()
    };
    let spoken = with(true);
    let brief = |envelope: &super::lines::Envelope, what: &str| Brief {
        id: envelope.id,
        happened: envelope.happened,
        agency: None,
        area: None,
        what: what.to_owned(),
    };
    let asked = reader.responses().into_iter().filter(|line| line.towards.iter().any(|named| named.id == id));
    let care: Vec<_> = reader.daily_care().into_iter().filter(|line| line.carer.id == id).collect();
    let in_area = |line: &super::work::CareLine, what: &str| Brief {
        area: Some(line.area.clone()),
        ..brief(&line.envelope, what)
    };
    ParentSeen {
        not_by: agencies.iter().filter(|a| !spoken.iter().any(|reach| reach.agency == **a)).cloned().collect(),
        tried: with(false),
        asked: asked
            .map(|line| Brief { agency: Some(line.agency.clone()), ..brief(&line.envelope, &line.did) })
            .collect(),
        harms: reader
            .behaviours()
            .iter()
            // What was done to get away, or to keep a child safe, is neither control nor harm.
            .filter(|line| line.actor.id == id && line.force == Force::Control)
            .map(|line| brief(&line.envelope, &line.title))
            .collect(),
        protects: reader
            .efforts()
            .iter()
            .filter(|line| line.actor.id == id)
            .map(|line| brief(&line.envelope, &line.act))
            .collect(),
        good: care.iter().filter_map(|line| Some(in_area(line, line.good.as_ref()?))).collect(),
        care: care
            .iter()
            .filter_map(|line| Some(in_area(line, line.does.as_ref().or(line.decides.as_ref())?)))
            .collect(),
        concerns: reader
            .concerns()
            .iter()
            .filter(|line| line.carer.id == id)
            .map(|line| brief(&line.envelope, &line.seen))
            .collect(),
        words: reader
            .voices()
            .iter()
            .filter(|line| line.whose.id == id)
            .map(|line| brief(&line.envelope, line.words.words.as_str()))
            .collect(),
        person: Named { id, name: person.name.clone() },
        role,
        spoken,
    }
}

/// The month of something with a month.
fn month_of(happened: &Happened) -> Option<ApproxDate> {
    match happened.begins()? {
        ApproxDate::Year(_) | ApproxDate::Season(..) => None,
        date => Some(month(date.start().date())),
    }
}

fn month(day: Date) -> ApproxDate {
    ApproxDate::Month(day.year(), day.month())
}

/// When an entry was first recorded, as far as this reader may know.
fn recorded(seen: &Seen) -> Option<ApproxDate> {
    let first = seen.history.first()?;
    Some(month(TimeZone::UTC.to_datetime(first.recorded_at).date()))
}

fn months(reader: &Reader<'_>, parents: &[ParentSeen]) -> Vec<MonthSeen> {
    let mut months: Vec<MonthSeen> = Vec::new();
    let mut put = |month: Option<ApproxDate>, n: usize, add: &dyn Fn(&mut MonthCell)| {
        let Some(month) = month else { return };
        if !months.iter().any(|known| known.month == month) {
            months.push(MonthSeen { month, cells: vec![MonthCell::default(); parents.len()] });
        }
        let cell = months.iter_mut().find(|known| known.month == month).and_then(|known| known.cells.get_mut(n));
        if let Some(cell) = cell {
            add(cell);
        }
    };
    for (n, parent) in parents.iter().enumerate() {
        for reach in &parent.spoken {
            put(month_of(&reach.happened), n, &|cell| once(&mut cell.spoken, &reach.agency));
        }
        for reach in &parent.tried {
            put(month_of(&reach.happened), n, &|cell| once(&mut cell.tried, &reach.agency));
        }
        for brief in &parent.asked {
            let agency = brief.agency.clone().unwrap_or_default();
            put(month_of(&brief.happened), n, &|cell| once(&mut cell.asked, &agency));
        }
        for brief in parent.harms.iter().chain(&parent.protects) {
            let month = reader.projection.get(brief.id).and_then(recorded);
            put(month, n, &|cell| once(&mut cell.recorded, &brief.what));
        }
    }
    months.sort_by_key(|month| std::cmp::Reverse(month.month));
    months
}

fn once<T: Clone + PartialEq>(list: &mut Vec<T>, what: &T) {
    if !list.contains(what) {
        list.push(what.clone());
    }
}
