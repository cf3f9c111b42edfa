//! What a reader or an audience may have: decided once when a case is opened, then applied by `project`.

use crate::label::Labels;

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
}
