//! Daily care: the same questions for every caregiver, side by side; what was asked of one and not of the other; good care of
//! everybody; worries with what explains them.

use super::lines::{Named, Reader};
use super::work::{CareLine, ConcernLine};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::people::Role;
use crate::pack::Pack;
use crate::project::Projection;
use crate::text::Code;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Daily care.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CareView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The children, oldest first.
    pub children: Vec<PersonLine>,
    /// The caregivers: who protects, who causes harm, then everybody else whose care is recorded.
    pub carers: Vec<Named>,
    /// The areas in which anything is recorded, in the order of the pack.
    pub areas: Vec<CareArea>,
    /// Areas nobody has asked about.
    pub unasked: Vec<Code>,
    /// Worries about anybody's care.
    pub concerns: Vec<ConcernLine>,
}

/// One area of daily life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CareArea {
    /// A code of the pack.
    pub area: Code,
    /// One cell for each caregiver, in their order. Empty: not yet asked.
    pub cells: Vec<CareCell>,
}

/// What one caregiver does there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CareCell {
    /// Who.
    pub carer: EntryId,
    /// What is recorded.
    pub lines: Vec<CareLine>,
    /// Questions that were answered for another caregiver and not for this one.
    pub not_asked: Vec<CareAsked>,
}

/// A question on daily care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CareAsked {
    /// What the caregiver does.
    Does,
    /// What the caregiver decides.
    Decides,
    /// What the caregiver does well.
    Good,
    /// What changes when the person who causes harm is there.
    Changes,
}

impl CareAsked {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::Does, Self::Decides, Self::Good, Self::Changes];

    /// The answer in a line.
    #[must_use]
    pub fn of(self, line: &CareLine) -> Option<&str> {
        match self {
            Self::Does => line.does.as_deref(),
            Self::Decides => line.decides.as_deref(),
            Self::Good => line.good.as_deref(),
            Self::Changes => line.changes.as_deref(),
        }
    }
}

/// Makes the view.
#[must_use]
pub fn care(projection: &Projection, pack: &Pack, as_of: Date) -> CareView {
    care_for(&Reader::new(projection, as_of), pack, None)
}

/// The care of one child, or of all.
pub(super) fn care_for(reader: &Reader<'_>, pack: &Pack, child: Option<EntryId>) -> CareView {
    let is = |named: &Named| child.is_none() || named.id == child;
    let lines: Vec<CareLine> =
        reader.daily_care().into_iter().filter(|line| line.children.iter().any(is)).collect();
    let concerns: Vec<ConcernLine> =
        reader.concerns().into_iter().filter(|line| line.children.iter().any(|c| is(&c.child))).collect();
    let carers = carers(reader, &lines, &concerns);
    let mut codes: Vec<Code> = pack.care_area.iter().filter(|area| !area.hidden).map(|a| a.code.clone()).collect();
    for line in &lines {
        // A code of an older pack, or of another one, still shows.
        if !codes.contains(&line.area) {
            codes.push(line.area.clone());
        }
    }
    let (asked, unasked): (Vec<Code>, Vec<Code>) =
        codes.into_iter().partition(|code| lines.iter().any(|line| line.area == *code));
    CareView {
        as_of: reader.as_of,
        children: reader.children(),
        areas: asked.into_iter().map(|code| area(code, &carers, &lines)).collect(),
        unasked,
        carers,
        concerns,
    }
}

/// Those who protect and those who cause harm are asked the same, whether or not anybody has begun.
fn carers(reader: &Reader<'_>, lines: &[CareLine], concerns: &[ConcernLine]) -> Vec<Named> {
    let named = |person: &PersonLine| Named { id: Some(person.id), name: person.name.clone() };
    let mut carers: Vec<Named> = reader.cast.survivors().map(named).collect();
    carers.extend(reader.cast.with(Role::Perpetrator).map(named));
    let others = lines.iter().map(|line| &line.carer).chain(concerns.iter().map(|line| &line.carer));
    for carer in reader.cast.with(Role::Undetermined).map(named).chain(others.cloned()) {
        if !carers.iter().any(|known| known.id == carer.id) {
            carers.push(carer);
        }
    }
    carers
}

fn area(area: Code, carers: &[Named], lines: &[CareLine]) -> CareArea {
    let here: Vec<&CareLine> = lines.iter().filter(|line| line.area == area).collect();
    let cells = carers
        .iter()
        .filter_map(|carer| {
            let (own, others): (Vec<&CareLine>, Vec<&CareLine>) =
                here.iter().copied().partition(|line| line.carer.id == carer.id);
            let not_asked = CareAsked::ALL
                .into_iter()
                .filter(|asked| {
                    others.iter().any(|line| asked.of(line).is_some())
                        && !own.iter().any(|line| asked.of(line).is_some())
                })
                .collect();
            Some(CareCell { carer: carer.id?, lines: own.into_iter().cloned().collect(), not_asked })
        })
        .collect();
    CareArea { area, cells }
}
