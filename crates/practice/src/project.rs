//! `project`: what one reader or audience may have of a case file. Releasing a document and opening a page are the same
//! path.
//!
//! INVARIANT: nothing withheld leaves a trace. No count, no number, no gap in a list comes from beyond the projection;
//! two case files that differ only in what a clearance withholds give equal projections for it.

use crate::case::{CaseFile, Entry};
use crate::clearance::{Audience, Clearance};
use crate::entry::{Author, Change, Content, Ground};
use crate::event::{Kept, Removed};
use crate::ids::{CaseId, EntryId, OccasionId};
use crate::kinds::pattern::Force;
use crate::kinds::{Body, Kind, Linked};
use crate::label::Label;
use crate::meant_for;
use crate::source::{How, Source};
use crate::text::Text;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One entry as a reader may have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// The entry.
    pub id: EntryId,
    /// Its present content, without the links and sources that are withheld.
    pub content: Content,
    /// Whether it is withdrawn now.
    pub withdrawn: bool,
    /// The number of the present revision: what a form sends back as the base of a change.
    pub revision: u32,
    /// The revisions this reader may have, first to last.
    pub history: Vec<SeenRevision>,
    /// Optional links that dropped because the entry they name is withdrawn stay; this lists those ids.
    pub links_withdrawn: Vec<EntryId>,
}

/// One step of the history of an entry, as a reader may have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeenRevision {
    /// Who.
    pub author: Author,
    /// When.
    pub recorded_at: Timestamp,
    /// Why.
    pub reason: Option<Text>,
    /// What it did.
    pub what: SeenChange,
    /// Who might see the entry from then on.
    pub label: Label,
    /// The content as it was then, for a first or later recording.
    pub content: Option<Box<Content>>,
}

/// What a revision did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SeenChange {
    /// Recorded for the first time.
    Recorded,
    /// Revised.
    Revised,
    /// Given another label.
    Relabelled,
    /// Withdrawn on this ground.
    Withdrawn(Ground),
    /// Reinstated.
    Reinstated,
}

/// That an entry was taken out for good, for those who could have seen it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeenRemoved {
    /// The entry.
    pub id: EntryId,
    /// What kind of entry it was.
    pub kind: Kind,
    /// Who took it out.
    pub author: Author,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: Text,
}

/// A case file as one reader or audience may have it. The only thing that views are made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Projection {
    /// The case.
    pub case: CaseId,
    /// An invented family.
    pub invented: bool,
    /// The agency's own number.
    pub reference: Option<Text>,
    /// When the case was opened.
    pub opened_at: Timestamp,
    /// The legal hold, for the team.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold: Option<Kept>,
    /// Who asked that the case be erased, for the team.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erasure_asked: Option<Kept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    removed: Vec<SeenRemoved>,
    entries: Vec<Seen>,
    #[serde(skip)]
    at: BTreeMap<EntryId, usize>,
}

impl Projection {
    /// All entries, in the order in which they were first recorded, withdrawn ones included.
    pub fn all(&self) -> impl Iterator<Item = &Seen> {
        self.entries.iter()
    }

    /// All entries that count.
    pub fn current(&self) -> impl Iterator<Item = &Seen> {
        self.entries.iter().filter(|seen| !seen.withdrawn)
    }

    /// All entries of a kind that count.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Seen> {
        self.current().filter(move |seen| seen.content.body.kind() == kind)
    }

    /// What was taken out for good, as far as this reader could have seen it, in that order.
    pub fn all_removed(&self) -> impl Iterator<Item = &SeenRemoved> {
        self.removed.iter()
    }

    /// That an entry was taken out for good, if this reader could have seen it.
    #[must_use]
    pub fn removed(&self, id: EntryId) -> Option<&SeenRemoved> {
        self.removed.iter().find(|removed| removed.id == id)
    }

    /// One entry, withdrawn or not.
    #[must_use]
    pub fn get(&self, id: EntryId) -> Option<&Seen> {
        self.at.get(&id).and_then(|at| self.entries.get(*at))
    }
}

/// Makes the projection of a case file for a clearance.
#[must_use]
pub fn project(case: &CaseFile, clearance: &Clearance) -> Projection {
    let gone = gone_ids(case, clearance);
    let mut visible = visible_ids(case, clearance, &gone);
    meant_for::without_others(clearance.audience, case, &mut visible);
    let may = |id: EntryId| visible.contains(&id);
    let mut entries = Vec::with_capacity(visible.len());
    let mut at = BTreeMap::new();
    for (id, entry) in case.entries() {
        if may(id) {
            at.insert(id, entries.len());
            entries.push(see(id, entry, case, clearance, &visible, &gone));
        }
    }
    let opened = &case.opened;
    let team = clearance.audience == Audience::Team;
    let removed = case.all_removed().filter(|removed| gone.contains(&removed.id)).map(|removed| SeenRemoved {
        id: removed.id,
        kind: removed.kind,
        author: removed.author.clone(),
        at: removed.at,
        reason: removed.reason.clone(),
    });
    Projection {
        hold: case.hold().filter(|_| team).cloned(),
        erasure_asked: case.erasure_asked().filter(|_| team).cloned(),
        removed: removed.collect(),
        case: opened.case,
        invented: opened.invented,
        reference: opened.reference.clone(),
        opened_at: opened.opened_at,
        entries,
        at,
    }
}

/// What was taken out and this reader could have seen: the team, with every label that was needed. What needed it stays
/// for them. For everybody else it was never there, and what needed it is withheld.
fn gone_ids(case: &CaseFile, clearance: &Clearance) -> BTreeSet<EntryId> {
    let cleared = |removed: &&Removed| removed.labels.iter().all(|label| clearance.labels.has(*label));
    let team = clearance.audience == Audience::Team;
    case.all_removed().filter(|_| team).filter(cleared).map(|removed| removed.id).collect()
}

/// Withholds by label; then, until nothing changes, whatever needs something withheld.
fn visible_ids(case: &CaseFile, clearance: &Clearance, gone: &BTreeSet<EntryId>) -> BTreeSet<EntryId> {
    let cleared =
        |entry: &Entry| clearance.labels.has(entry.content.label) && meant_for::is_meant(clearance.audience, entry);
    let mut visible: BTreeSet<EntryId> =
        case.entries().filter(|(_, entry)| cleared(entry)).map(|(id, _)| id).collect();
    loop {
        let fits = |id: &EntryId| {
            case.entry(*id).is_some_and(|entry| shows(&entry.content, case, clearance, &visible, gone))
        };
        let kept: BTreeSet<EntryId> = visible.iter().copied().filter(fits).collect();
        if kept.len() == visible.len() {
            return kept;
        }
        visible = kept;
    }
}

/// Whether a content may be shown beside what is visible so far.
fn shows(
    content: &Content,
    case: &CaseFile,
    clearance: &Clearance,
    visible: &BTreeSet<EntryId>,
    gone: &BTreeSet<EntryId>,
) -> bool {
    let there = |id: &EntryId| visible.contains(id) || gone.contains(id);
    content.references().iter().filter(|link| link.required).all(|link| there(&link.to))
        && something_left(&content.body, &there)
        && (clearance.audience != Audience::Outside || explained(&content.body, case, visible))
}

/// An entry of which nothing would be left but its frame is withheld: an empty household, a chronology without a line, would
/// tell that there is something that may not be seen.
fn something_left(body: &Body, there: &dyn Fn(&EntryId) -> bool) -> bool {
    match body {
        Body::Household(household) => household.members.iter().any(|member| there(&member.person)),
        Body::ChangeReview(review) => {
            review.says_victim.is_some() || review.behaviours.iter().any(|line| there(&line.behaviour))
        }
        Body::Chronology(chronology) => chronology.lines.iter().any(|line| there(&line.entry)),
        Body::MappingSession(session) => {
            session.attendees.iter().any(|one| crate::kinds::may_name(&one.who, &|id| there(&id)))
        }
        _ => true,
    }
}

/// Outside the team, nothing about her coping, her parenting under strain, force she used, or a concern about care appears
/// without the behaviour that explains it; and some things never leave the team at all.
fn explained(body: &Body, case: &CaseFile, visible: &BTreeSet<EntryId>) -> bool {
    let counts = |id: EntryId| visible.contains(&id) && case.entry(id).is_some_and(|entry| !entry.withdrawn);
    match body {
        Body::Effort(effort) => effort.answers.iter().any(|link| counts(link.to)),
        Body::Impact(impact) => impact.from.iter().any(|link| counts(link.behaviour)),
        Body::Behaviour(behaviour) => match behaviour.force {
            Force::Control => true,
            Force::Resistance | Force::SelfDefence | Force::Undetermined => case.entries().any(|(id, other)| {
                counts(id)
                    && matches!(&other.content.body, Body::Behaviour(b)
                        if b.force == Force::Control && b.targets.contains(&behaviour.actor))
            }),
        },
        Body::CareConcern(concern) => concern.behaviours.iter().any(|link| counts(link.to)),
        Body::DailyCare(care) => !care.is_under_strain() || care.disrupted_by.iter().any(|link| counts(link.to)),
        // What somebody answered stays with the team; what goes out are the entries made from it.
        Body::Interview(_) => false,
        body => !body.kind().stays_with_team(),
    }
}

fn see(
    id: EntryId,
    entry: &Entry,
    case: &CaseFile,
    clearance: &Clearance,
    visible: &BTreeSet<EntryId>,
    gone: &BTreeSet<EntryId>,
) -> Seen {
    let may: &dyn Fn(EntryId) -> bool = &|id| visible.contains(&id);
    let content = cut(&entry.content, clearance, may);
    if clearance.audience.is_adult() {
        // What it said before, who wrote it, and how often it was changed are the team's own matter.
        let (history, links_withdrawn) = (Vec::new(), Vec::new());
        return Seen { id, content, withdrawn: false, revision: 0, history, links_withdrawn };
    }
    let links_withdrawn = content
        .references()
        .into_iter()
        .map(|link| link.to)
        .filter(|to| case.entry(*to).is_some_and(|linked| linked.withdrawn))
        .collect();
    let history = entry
        .history
        .iter()
        .zip(&entry.labels)
        .filter(|(revision, label)| {
            clearance.labels.has(**label)
                && revision.content().is_none_or(|content| shows(content, case, clearance, visible, gone))
        })
        .map(|(revision, label)| SeenRevision {
            label: *label,
            author: revision.author.clone(),
            recorded_at: revision.recorded_at,
            reason: revision.reason.clone(),
            what: match &revision.change {
                Change::Recorded(_) => SeenChange::Recorded,
                Change::Revised(_) => SeenChange::Revised,
                Change::Relabelled(_) => SeenChange::Relabelled,
                Change::Withdrawn(ground) => SeenChange::Withdrawn(*ground),
                Change::Reinstated => SeenChange::Reinstated,
            },
            content: revision.content().map(|content| Box::new(cut(content, clearance, may))),
        })
        .collect();
    Seen { id, content, withdrawn: entry.withdrawn, revision: entry.revision(), history, links_withdrawn }
}

/// A copy without what this reader may not have.
fn cut(content: &Content, clearance: &Clearance, may: &dyn Fn(EntryId) -> bool) -> Content {
    let mut content = content.clone();
    content.sources.retain(|source| source_visible(source, clearance, may));
    content.disputes.retain(|dispute| crate::kinds::may_name(&dispute.by, may));
    // The occasion is the id of a visit entry; where that is withheld, what came from it stands alone.
    content.occasion = content.occasion.filter(|OccasionId(id)| may(EntryId(*id)));
    content.body.keep(may);
    content.body.limit(&clearance.labels);
    if clearance.audience != Audience::Team {
        content.body.leave_team();
    }
    meant_for::reduce(clearance.audience, &mut content);
    content
}

fn source_visible(source: &Source, clearance: &Clearance, may: &dyn Fn(EntryId) -> bool) -> bool {
    let named = match &source.how {
        How::SeenByRecorder => true,
        How::ToldDirectly { by } => crate::kinds::may_name(by, may),
        How::ToldByAnother { by, whose } => {
            crate::kinds::may_name(by, may) && whose.as_ref().is_none_or(|who| crate::kinds::may_name(who, may))
        }
        How::InRecord { whose, .. } => whose.as_ref().is_none_or(|who| crate::kinds::may_name(who, may)),
        How::FromNote { note } | How::TakenFromNote { note } => may(*note),
    };
    named && source.label.is_none_or(|label| clearance.labels.has(label))
}
