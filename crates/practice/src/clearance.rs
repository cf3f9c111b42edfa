//! What a reader or an audience may have: decided once when a case is opened, then applied by `project`.

use crate::label::{Label, Labels};

/// For whom a projection is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The team that works the case.
    Team,
    /// Anybody else: a court, a programme, another agency.
    Outside,
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
