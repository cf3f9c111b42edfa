//! What a reader or an audience may have: decided once when a case is opened, then applied by `project`.

use crate::ids::EntryId;
use crate::label::{Label, Labels};

/// For whom a projection is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The team that works the case.
    Team,
    /// Anybody else: a court, a programme, another agency.
    Outside,
    /// The adult whose behaviour the plan is about, or whoever works with that adult and might hand it on: a programme.
    /// Only what is usable with him, and his own words; see [`meant_for`](crate::meant_for).
    Actor(EntryId),
    /// The survivor: her own plan, children's needs and what agencies do for her.
    Survivor(EntryId),
}

impl Audience {
    /// Whether it is one adult of the family: what is made then is that adult's own copy.
    #[must_use]
    pub fn is_adult(self) -> bool {
        matches!(self, Self::Actor(_) | Self::Survivor(_))
    }
}

/// Which labels may be seen, and by whom. A court, a programme and a colleague differ only in this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clearance {
    /// The labels.
    pub labels: Labels,
    /// For whom.
    pub audience: Audience,
}

impl Clearance {
    /// Everything: for the operator's export and for tests. No page is made with it.
    #[must_use]
    pub fn whole() -> Self {
        Self { labels: Labels::all(), audience: Audience::Team }
    }

    /// For the adult whose behaviour a plan is about. The same whoever looks: it never depends on what else they may see.
    #[must_use]
    pub fn for_actor(person: EntryId) -> Self {
        Self { labels: [Label::Professional].into_iter().collect(), audience: Audience::Actor(person) }
    }

    /// For a survivor: her own plan.
    #[must_use]
    pub fn for_survivor(person: EntryId) -> Self {
        let labels = [Label::Professional, Label::SurvivorConfidential].into_iter().collect();
        Self { labels, audience: Audience::Survivor(person) }
    }

    /// Another clearance, with no label that this one lacks.
    #[must_use]
    pub fn within(&self, other: &Self) -> Self {
        Self {
            labels: other.labels.iter().filter(|label| self.labels.has(*label)).collect(),
            audience: other.audience,
        }
    }

    /// For paper that may one day leave the team: no more than somebody may see, of that what was asked for, and of that
    /// only labels of [`Label::ON_PAPER`].
    #[must_use]
    pub fn on_paper(&self, asked: &Labels) -> Self {
        let may = |label: &Label| self.labels.has(*label) && asked.has(*label);
        Self { labels: Label::ON_PAPER.into_iter().filter(may).collect(), audience: Audience::Outside }
    }
}

#[cfg(test)]
mod tests {
    use super::{Audience, Clearance};
    use crate::label::{Label, Labels};

    #[test]
    fn paper_has_no_more_than_was_asked_for_and_never_what_must_not_leave() {
        let all = Clearance::whole();
        let paper = all.on_paper(&Labels::all());
        assert_eq!(paper.audience, Audience::Outside);
        assert_eq!(paper.labels.iter().collect::<Vec<_>>(), Label::ON_PAPER);
        let asked: Labels = [Label::Professional, Label::Sealed].into_iter().collect();
        assert_eq!(all.on_paper(&asked).labels.iter().collect::<Vec<_>>(), [Label::Professional]);
        let own = Clearance { labels: [Label::ChildVoice].into_iter().collect(), audience: Audience::Team };
        assert_eq!(own.on_paper(&Labels::all()).labels.iter().collect::<Vec<_>>(), [Label::ChildVoice]);
        assert!(own.on_paper(&asked).labels.iter().next().is_none());
    }
}
