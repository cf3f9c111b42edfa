//! The frame of every page of a case: who it is about, children first, and the way between its pages.

use super::case_nav::{CASE_PAGES, Place};
use super::say::Say;
use practice::cast::{Cast, PersonLine};
use practice::ids::{CaseId, EntryId};
use practice::kinds::people::Role;
use practice::kinds::{Body, Kind};
use practice::project::Projection;

/// A page of a case, for marking where one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The five components.
    Overview,
    /// The pattern map.
    Map,
    /// What was done, in order.
    Chronology,
    /// One child.
    Child,
    /// What each survivor does.
    Efforts,
    /// People and relationships.
    People,
    /// Notes and visits.
    Notes,
    /// What has not been asked.
    Gaps,
    /// Documents.
    Documents,
    /// What he says of his behaviour, and what is seen.
    Change,
    /// Who is visible in the work.
    Visibility,
    /// What agencies did.
    Responses,
    /// Daily care, the same questions for every caregiver.
    Care,
    /// Both adults used force.
    Force,
    /// What factors have to do with the pattern.
    Intersections,
    /// Chronologies put together by hand.
    Chronologies,
    /// Decisions and their questions.
    Decisions,
    /// Mapping sessions.
    Sessions,
    /// Supervision of the case.
    Supervision,
    /// Record a visit once.
    Visit,
    /// What do you want to record?
    Record,
    /// Interviews, and the questions for them.
    Interviews,
    /// The plans.
    Plans,
    /// What was done with those who cause harm.
    WithHim,
    /// Everything in the file.
    Entries,
    /// A form, or one entry: none of the pages above.
    Other,
}

/// A child in the identity bar.
#[derive(Clone, Debug)]
pub(crate) struct Chip {
    /// The child's page.
    pub(crate) href: String,
    /// What the child is called.
    pub(crate) name: String,
    /// Age in words, empty where it is not known.
    pub(crate) age: String,
}

/// What somebody about to visit must know, for staff who may see it, while it holds.
#[derive(Clone, Debug)]
pub(crate) struct Warning {
    /// Everything about it.
    pub(crate) href: String,
    /// What to know.
    pub(crate) know: String,
    /// What to do; may be empty.
    pub(crate) act: String,
    /// About whom, and until when it holds.
    pub(crate) about: String,
}

/// A link of the navigation.
#[derive(Clone, Debug)]
pub(crate) struct TabLink {
    /// Where it goes.
    pub(crate) href: String,
    /// What it says.
    pub(crate) words: String,
    /// Whether one is there.
    pub(crate) here: bool,
}

/// Pages that stand together under a heading.
#[derive(Clone, Debug)]
pub(crate) struct Menu {
    /// The heading; while one is on one of the pages, the name of that page.
    pub(crate) words: String,
    /// Whether one is on one of them.
    pub(crate) here: bool,
    /// The pages.
    pub(crate) links: Vec<TabLink>,
}

/// What `case.html` needs.
#[derive(Clone, Debug)]
pub(crate) struct CaseFrame {
    /// `/cases/ID`.
    pub(crate) base: String,
    /// The children, oldest first.
    pub(crate) children: Vec<Chip>,
    /// Who causes harm, as a list in words.
    pub(crate) harm: String,
    /// Who protects, as a list in words.
    pub(crate) hold: String,
    /// Whose part is not decided, as a list in words.
    pub(crate) undetermined: String,
    /// What holds for the whole case: a legal hold, that somebody asked to erase it. Name and words.
    pub(crate) keeping: Vec<(String, String)>,
    /// What somebody about to visit must know now.
    pub(crate) warnings: Vec<Warning>,
    /// The pages that are always in the line.
    pub(crate) tabs: Vec<TabLink>,
    /// Those that stand together under a heading.
    pub(crate) menus: Vec<Menu>,
    /// What can be recorded from everywhere.
    pub(crate) acts: Vec<TabLink>,
    /// The children as a list in words, for the head of a paper copy.
    pub(crate) named: String,
    /// "As known on 24 November 2026."
    pub(crate) as_of: String,
}

/// The address of a case.
pub(crate) fn base(case: CaseId) -> String {
    format!("/cases/{case}")
}

/// The address of an entry.
pub(crate) fn entry_href(case: CaseId, entry: EntryId) -> String {
    format!("/cases/{case}/entries/{entry}")
}

/// The place of an entry on a page.
pub(crate) fn anchor(entry: EntryId) -> String {
    format!("e-{entry}")
}

impl CaseFrame {
    /// The id of the case, for addresses that name it.
    pub(crate) fn case_id(&self) -> &str {
        self.base.rsplit('/').next().unwrap_or_default()
    }

    /// The frame for a page.
    pub(crate) fn new(say: &Say<'_>, projection: &Projection, here: Tab) -> Self {
        let cast = Cast::of(projection, say.as_of);
        let base = base(projection.case);
        let children: Vec<Chip> = cast.with(Role::Child).map(|child| chip(say, &base, child)).collect();
        let names = |role: Role| -> Vec<String> { cast.with(role).map(|person| person.name.clone()).collect() };
        let hold: Vec<String> = cast.survivors().map(|person| person.name.clone()).collect();
        let first = children.first().map_or_else(|| format!("{base}/people"), |child| child.href.clone());
        let links = |place: Place| -> Vec<TabLink> {
            let rows = CASE_PAGES.iter().filter(|row| row.place == place);
            rows.map(|row| TabLink {
                href: if row.tab == Tab::Child { first.clone() } else { format!("{base}{}", row.end) },
                words: say.t(row.name),
                here: row.tab == here,
            })
            .collect()
        };
        let menu = |key: &str, place: Place| {
            let links = links(place);
            let at = links.iter().find(|link| link.here);
            Menu { words: at.map_or_else(|| say.t(key), |link| link.words.clone()), here: at.is_some(), links }
        };
        let (tabs, acts) = (links(Place::Line), links(Place::Act));
        let mut menus = vec![menu("nav-next", Place::Next), menu("nav-more", Place::More)];
        menus.retain(|menu| !menu.links.is_empty());
        Self {
            keeping: keeping(say, projection),
            warnings: warnings(say, projection),
            named: say.list(&names(Role::Child)),
            harm: say.list(&names(Role::Perpetrator)),
            hold: say.list(&hold),
            undetermined: say.list(&names(Role::Undetermined)),
            as_of: say.with("page-as-of", &[("day", say.words.day(say.as_of).into())]),
            base,
            children,
            tabs,
            menus,
            acts,
        }
    }
}

/// That the case is held, and that somebody asked to erase it.
fn keeping(say: &Say<'_>, projection: &Projection) -> Vec<(String, String)> {
    let line = |name: &str, key: &str, at| {
        let day = say.words.day(say.zone.to_datetime(at).date());
        (say.t(name), say.with(key, &[("day", day.into())]))
    };
    let held = projection.hold.as_ref().map(|hold| line("keeping-hold", "keeping-hold-since", hold.at));
    let asked = projection.erasure_asked.as_ref();
    held.into_iter().chain(asked.map(|asked| line("keeping-asked", "keeping-asked-since", asked.at))).collect()
}

/// The worker-safety notes that hold on the day.
fn warnings(say: &Say<'_>, projection: &Projection) -> Vec<Warning> {
    let mut all = Vec::new();
    for seen in projection.of_kind(Kind::WorkerSafety) {
        let Body::WorkerSafety(safety) = &seen.content.body else { continue };
        if !safety.holds(say.as_of) {
            continue;
        }
        let cast = Cast::of(projection, say.as_of);
        let names: Vec<String> = safety.about.iter().filter_map(|id| cast.name(*id)).map(str::to_owned).collect();
        let mut about = vec![say.with("warning-about", &[("names", say.list(&names).into())])];
        about.extend(safety.until.map(|day| say.with("warning-until", &[("day", say.words.day(day).into())])));
        all.push(Warning {
            href: entry_href(projection.case, seen.id),
            know: safety.know.to_string(),
            act: safety.act.as_ref().map(ToString::to_string).unwrap_or_default(),
            about: about.join(" "),
        });
    }
    all
}

fn chip(say: &Say<'_>, base: &str, child: &PersonLine) -> Chip {
    Chip { href: format!("{base}/children/{}", child.id), name: child.name.clone(), age: say.age(child) }
}
