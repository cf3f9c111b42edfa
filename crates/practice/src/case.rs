//! The case file: what the events of a case fold into.

use crate::entry::{Author, Change, Content, Revision};
use crate::event::{Allocation, CaseEvent, Kept, Opened, Removed};
use crate::ids::{AccountId, CaseId, EntryId};
use crate::kinds::Kind;
use crate::label::Label;
use std::collections::{BTreeMap, BTreeSet};

/// One entry with its whole history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The present content.
    pub content: Content,
    /// Whether it is withdrawn now.
    pub withdrawn: bool,
    /// Every revision, first to last.
    pub history: Vec<Revision>,
    /// The label at the time of each revision, in the same order. A reader needs clearance for this and for the present
    /// one, so that relabelling from sealed to professional does not expose the old revisions.
    pub labels: Vec<Label>,
}

impl Entry {
    /// The number of the present revision.
    #[must_use]
    pub fn revision(&self) -> u32 {
        self.history.last().map_or(0, |revision| revision.revision)
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.content.body.kind()
    }

    /// Who recorded it first.
    #[must_use]
    pub fn author(&self) -> Option<&Author> {
        self.history.first().map(|revision| &revision.author)
    }
}

/// Everything known about a family, as plain values. Only [`project`](crate::project::project) hands any of it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// How the case was opened.
    pub opened: Opened,
    entries: BTreeMap<EntryId, Entry>,
    order: Vec<EntryId>,
    journal: Vec<(EntryId, usize)>,
    allocations: BTreeMap<AccountId, Allocation>,
    removed: Vec<Removed>,
    hold: Option<Kept>,
    asked: Option<Kept>,
}

/// An event that does not fit the file it is folded into. The journal never holds one; a damaged file can.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FoldError {
    /// The first event of a case must open it.
    #[error("the case does not begin with its opening")]
    NotOpened,
    /// Opened twice.
    #[error("the case is opened a second time")]
    OpenedTwice,
    /// Revision numbers of an entry run 1, 2, 3….
    #[error("entry {entry}: revision {found} where {expected} should follow")]
    OutOfOrder {
        /// The entry.
        entry: EntryId,
        /// The number that should come.
        expected: u32,
        /// The number that came.
        found: u32,
    },
    /// Taken out for good; nothing follows it.
    #[error(
        "entry {entry}: it was taken out of this case for good, because it was recorded in the wrong case. Take it out of \
         what you bring in, too"
    )]
    Removed {
        /// The entry.
        entry: EntryId,
    },
    /// The first revision must carry content, and only the first may be `recorded`.
    #[error("entry {entry}: its first revision, and only that, must be “recorded”")]
    NotRecorded {
        /// The entry.
        entry: EntryId,
    },
}

impl CaseFile {
    /// A case with nothing in it.
    #[must_use]
    pub fn open(opened: Opened) -> Self {
        Self {
            opened,
            entries: BTreeMap::new(),
            order: Vec::new(),
            journal: Vec::new(),
            allocations: BTreeMap::new(),
            removed: Vec::new(),
            hold: None,
            asked: None,
        }
    }

    /// Folds the events of a case, in their order.
    ///
    /// # Errors
    /// When an event does not fit what came before it.
    pub fn fold(events: impl IntoIterator<Item = CaseEvent>) -> Result<Self, FoldError> {
        let mut events = events.into_iter();
        let Some(CaseEvent::Opened(opened)) = events.next() else {
            return Err(FoldError::NotOpened);
        };
        let mut case = Self::open(opened);
        for event in events {
            case.apply(event)?;
        }
        Ok(case)
    }

    /// Takes one more event in.
    ///
    /// # Errors
    /// When it does not fit. The file is then as it was.
    pub fn apply(&mut self, event: CaseEvent) -> Result<(), FoldError> {
        match event {
            CaseEvent::Opened(_) => Err(FoldError::OpenedTwice),
            CaseEvent::Entry(revision) => self.apply_revision(*revision),
            CaseEvent::Allocated(allocation) => {
                self.allocations.insert(allocation.account, allocation);
                Ok(())
            }
            CaseEvent::Unallocated(account) => {
                self.allocations.remove(&account);
                Ok(())
            }
            CaseEvent::Imported(_) => Ok(()),
            CaseEvent::Removed(removed) => {
                // Folded from the start it was never here: its revisions are empty by then.
                let id = removed.id;
                self.entries.remove(&id);
                self.order.retain(|other| *other != id);
                self.journal.retain(|(other, _)| *other != id);
                self.removed.push(*removed);
                Ok(())
            }
            CaseEvent::Held(hold) => {
                self.hold = Some(hold);
                Ok(())
            }
            CaseEvent::HoldLifted(_) => {
                self.hold = None;
                Ok(())
            }
            CaseEvent::ErasureAsked(asked) => {
                self.asked = Some(asked);
                Ok(())
            }
            CaseEvent::ErasureDropped(_) => {
                self.asked = None;
                Ok(())
            }
        }
    }

    fn apply_revision(&mut self, revision: Revision) -> Result<(), FoldError> {
        let id = revision.id;
        if self.removed(id).is_some() {
            return Err(FoldError::Removed { entry: id });
        }
        let expected = self.entries.get(&id).map_or(0, Entry::revision) + 1;
        if revision.revision != expected {
            return Err(FoldError::OutOfOrder { entry: id, expected, found: revision.revision });
        }
        match (self.entries.get_mut(&id), revision.change.clone()) {
            (None, Change::Recorded(content)) => {
                let label = content.label;
                let entry =
                    Entry { content: *content, withdrawn: false, history: vec![revision], labels: vec![label] };
                self.entries.insert(id, entry);
                self.order.push(id);
                self.journal.push((id, 0));
                return Ok(());
            }
            (None, _) | (Some(_), Change::Recorded(_)) => {
                return Err(FoldError::NotRecorded { entry: id });
            }
            (Some(entry), Change::Revised(content)) => entry.content = *content,
            (Some(entry), Change::Relabelled(label)) => entry.content.label = label,
            (Some(entry), Change::Withdrawn(_)) => entry.withdrawn = true,
            (Some(entry), Change::Reinstated) => entry.withdrawn = false,
        }
        if let Some(entry) = self.entries.get_mut(&id) {
            self.journal.push((id, entry.history.len()));
            entry.labels.push(entry.content.label);
            entry.history.push(revision);
        }
        Ok(())
    }

    /// The id of the case.
    #[must_use]
    pub fn id(&self) -> CaseId {
        self.opened.case
    }

    /// One entry.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// All entries, in the order in which they were first recorded.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.order.iter().filter_map(|id| self.entries.get(id).map(|entry| (*id, entry)))
    }

    /// All revisions of all entries, in the order in which they were recorded: what an export writes.
    pub fn revisions(&self) -> impl Iterator<Item = &Revision> {
        self.journal.iter().filter_map(|(id, at)| self.entries.get(id)?.history.get(*at))
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What was taken out for good, in that order.
    pub fn all_removed(&self) -> impl Iterator<Item = &Removed> {
        self.removed.iter()
    }

    /// The fact that an entry was taken out for good.
    #[must_use]
    pub fn removed(&self, id: EntryId) -> Option<&Removed> {
        self.removed.iter().find(|removed| removed.id == id)
    }

    /// The legal hold, while there is one: nothing is erased and nothing taken out.
    #[must_use]
    pub fn hold(&self) -> Option<&Kept> {
        self.hold.as_ref()
    }

    /// Who asked that the case be erased, while nobody has decided.
    #[must_use]
    pub fn erasure_asked(&self) -> Option<&Kept> {
        self.asked.as_ref()
    }

    /// Every label that somebody needs to see an entry as it is now, those of what it needs included.
    #[must_use]
    pub fn labels_needed(&self, id: EntryId) -> Vec<Label> {
        let (mut labels, mut seen, mut next) = (BTreeSet::new(), BTreeSet::new(), vec![id]);
        while let Some(id) = next.pop() {
            if !seen.insert(id) {
                continue;
            }
            if let Some(entry) = self.entries.get(&id) {
                let content = &entry.content;
                labels.insert(content.label);
                // These are withheld where nothing of what they name may be seen.
                let all = matches!(
                    content.body.kind(),
                    Kind::Household | Kind::ChangeReview | Kind::Chronology | Kind::MappingSession
                );
                let needed = content.references().into_iter().filter(|link| all || link.required);
                next.extend(needed.map(|link| link.to));
            } else if let Some(removed) = self.removed(id) {
                labels.extend(removed.labels.iter().copied());
            }
        }
        labels.into_iter().collect()
    }

    /// Who works the case.
    pub fn allocations(&self) -> impl Iterator<Item = &Allocation> {
        self.allocations.values()
    }
}
