//! The chronology: what was done, what it did to each child, what the survivor did, and how each is known, in order.
//!
//! What goes on stays visible: where no single event is recorded for a while, the behaviours that went on are named, so
//! that quiet months do not read as de-escalation. The density strip is a view of its own and never part of this one.

mod filter;
mod pages;
mod periods;
mod rows;

pub use filter::{Choices, Filter, Part, SourceChoice};
pub use pages::{PAGE_ROWS, PageSpan};
pub use periods::{Going, Group, Quiet, Slot};

use super::lines::{BehaviourLine, EffortLine, Envelope, ImpactLine, Named, Reader};
use super::work::{ContactLine, LivingLine, ResponseLine, StepLine, VoiceLine};
use crate::cast::PersonLine;
use crate::ids::EntryId;
use crate::kinds::people::Role;
use crate::pack::Pack;
use crate::project::Projection;
use crate::text::Code;
use crate::when::Happened;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The chronology of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChronologyView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// The children, oldest first.
    pub children: Vec<PersonLine>,
    /// Who causes harm.
    pub perpetrators: Vec<PersonLine>,
    /// Who protects.
    pub survivors: Vec<PersonLine>,
    /// The rows, by month, or by season or year where no more is known; what has no date comes last.
    pub groups: Vec<Group>,
    /// What has gone on since the last dated row.
    pub since: Option<Quiet>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Row {
    /// The entry that gives it its place.
    pub id: EntryId,
    /// When.
    pub happened: Happened,
    /// What it says.
    pub what: What,
}

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Something done, with what it did to each child and what answers it.
    Harm(Box<Harm>),
    /// Something done for safety, care or stability that has a day of its own.
    Hold(Box<Hold>),
    /// An effect that is not yet linked to a behaviour.
    Effect(Box<ImpactLine>),
    /// What agencies did, and what was said to them: across the whole row.
    Agency(Box<AgencyLine>),
}

/// Something done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Harm {
    /// The behaviour.
    pub behaviour: BehaviourLine,
    /// What it did: to each child, to the survivor's care, to daily life. "None seen yet" among them.
    pub effects: Vec<ImpactLine>,
    /// The children for whom nobody has asked yet. Not those who were born later.
    pub not_asked: Vec<Named>,
    /// What answers it.
    pub efforts: Vec<EffortLine>,
    /// What answers it and has a row of its own.
    pub elsewhere: Vec<Beside>,
    /// What it was the answer to: retaliation.
    pub after: Vec<Beside>,
    /// What followed the efforts of this row.
    pub then: Vec<Beside>,
}

/// Something done for safety, care or stability.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Hold {
    /// The effort.
    pub effort: EffortLine,
    /// The behaviours it answers.
    pub answers: Vec<Beside>,
    /// What followed.
    pub then: Vec<Beside>,
}

/// Another row, named in this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Beside {
    /// The entry.
    pub id: EntryId,
    /// Who.
    pub actor: Named,
    /// What, in plain words.
    pub what: String,
    /// When.
    pub happened: Happened,
    /// How many days lie between the two, where both days are known and the answer came after.
    pub days: Option<u32>,
}

/// What an agency did, or what was said to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AgencyLine {
    /// Id, time, sources.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// What.
    pub did: Did,
    /// What it was the answer to.
    pub after: Vec<Beside>,
    /// What followed.
    pub then: Vec<Beside>,
}

/// What an agency did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Did {
    /// One sitting.
    Visit {
        /// A code of the pack.
        visit: Code,
        /// Who was there.
        present: Vec<Named>,
        /// Who could overhear.
        could_overhear: Option<String>,
        /// Who interpreted.
        interpreter: Option<String>,
        /// Anything else.
        remark: Option<String>,
    },
    /// What an agency did, and whether it helped.
    Response(Box<ResponseLine>),
    /// A contact with somebody, or an attempt.
    Contact(Box<ContactLine>),
    /// A step of partnering.
    Step(Box<StepLine>),
    /// Somebody's own words.
    Voice(Box<VoiceLine>),
    /// Somebody's days and nights changed place.
    Lives(Box<LivingLine>),
    /// A note.
    Note {
        /// What it is about.
        title: String,
        /// Whom it is about.
        about: Vec<Named>,
    },
}

impl AgencyLine {
    /// The agency, where it is named.
    #[must_use]
    pub fn agency(&self) -> Option<&str> {
        match &self.did {
            Did::Response(line) => Some(&line.agency),
            Did::Contact(line) => line.agency.as_deref(),
            _ => None,
        }
    }

    /// Everybody named in it.
    #[must_use]
    pub fn people(&self) -> Vec<&Named> {
        match &self.did {
            Did::Visit { present, .. } => present.iter().collect(),
            Did::Note { about, .. } => about.iter().collect(),
            Did::Response(line) => line.towards.iter().collect(),
            Did::Contact(line) => line.with.iter().chain(&line.seen_alone).collect(),
            Did::Step(line) => vec![&line.with],
            Did::Voice(line) => vec![&line.whose],
            Did::Lives(line) => line.who.iter().chain(&line.with).collect(),
        }
    }
}

impl Row {
    /// The envelopes of everything said in the row, the one that gives it its place first.
    #[must_use]
    pub fn envelopes(&self) -> Vec<&Envelope> {
        match &self.what {
            What::Harm(harm) => std::iter::once(&harm.behaviour.envelope)
                .chain(harm.effects.iter().map(|effect| &effect.envelope))
                .chain(harm.efforts.iter().map(|effort| &effort.envelope))
                .collect(),
            What::Hold(hold) => vec![&hold.effort.envelope],
            What::Effect(effect) => vec![&effect.envelope],
            What::Agency(line) => vec![&line.envelope],
        }
    }
}

/// Makes the chronology.
#[must_use]
pub fn chronology(projection: &Projection, pack: &Pack, as_of: Date) -> ChronologyView {
    let reader = Reader::new(projection, as_of);
    let children = reader.children();
    let rows = rows::rows(&reader, pack, &children);
    let (groups, since) = periods::group(rows, as_of);
    ChronologyView {
        as_of,
        perpetrators: reader.cast.with(Role::Perpetrator).cloned().collect(),
        survivors: reader.cast.survivors().cloned().collect(),
        children,
        groups,
        since,
    }
}

impl ChronologyView {
    /// Every row, in order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }
}
