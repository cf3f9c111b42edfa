//! The pages of a case, in one table: the navigation on each of them and the list of everything (Ctrl+K) are made from it.

use super::frame::Tab;

/// Where a page stands in the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Read every day: always in the line.
    Line,
    /// From the map to what happens next: interviews, plans, change, decisions, meetings.
    Next,
    /// Read now and then.
    More,
    /// Something to record: at the end of the line.
    Act,
    /// Only in the list of everything.
    Listed,
}

/// A page that is not about one entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CasePage {
    /// Where one is, when one is there.
    pub(crate) tab: Tab,
    /// The key of its name.
    pub(crate) name: &'static str,
    /// The end of its path, after `/cases/ID`.
    pub(crate) end: &'static str,
    /// Where it stands.
    pub(crate) place: Place,
}

const fn row(tab: Tab, name: &'static str, end: &'static str, place: Place) -> CasePage {
    CasePage { tab, name, end, place }
}

/// All of them, in the order in which they are offered. The page of the children has no path of its own: the frame leads to
/// the first child.
pub(crate) const CASE_PAGES: &[CasePage] = &[
    row(Tab::Overview, "nav-overview", "", Place::Line),
    row(Tab::Map, "nav-map", "/map", Place::Line),
    row(Tab::Chronology, "nav-chronology", "/chronology", Place::Line),
    row(Tab::Child, "nav-children", "/people", Place::Line),
    row(Tab::Efforts, "nav-efforts", "/efforts", Place::Line),
    row(Tab::Gaps, "nav-gaps", "/gaps", Place::Line),
    row(Tab::Notes, "nav-notes", "/notes", Place::Line),
    row(Tab::Interviews, "interview-title", "/interviews", Place::Next),
    row(Tab::Plans, "nav-plans", "/plans", Place::Next),
    row(Tab::Change, "nav-change", "/change", Place::Next),
    row(Tab::WithHim, "nav-with-him", "/with-him", Place::Next),
    row(Tab::Decisions, "nav-decisions", "/decisions", Place::Next),
    row(Tab::Sessions, "nav-sessions", "/sessions", Place::Next),
    row(Tab::Supervision, "nav-supervision", "/supervision", Place::Next),
    row(Tab::People, "nav-people", "/people", Place::More),
    row(Tab::Responses, "nav-responses", "/responses", Place::More),
    row(Tab::Visibility, "nav-visibility", "/visibility", Place::More),
    row(Tab::Care, "nav-care", "/care", Place::More),
    row(Tab::Intersections, "nav-intersections", "/intersections", Place::More),
    row(Tab::Chronologies, "nav-chronologies", "/chronologies", Place::More),
    row(Tab::Force, "nav-force", "/force", Place::More),
    row(Tab::Documents, "nav-documents", "/documents", Place::More),
    row(Tab::Entries, "nav-entries", "/entries", Place::More),
    row(Tab::Visit, "nav-visit", "/visit", Place::Act),
    row(Tab::Record, "new-link", "/new", Place::Act),
    row(Tab::Other, "share-title", "/share", Place::Listed),
];
