//! The pages of a case that are read: each is a template filled from a projection. Nothing here decides who may see what;
//! what a reader may not have is not in the projection.

use super::child_view::{self, RowWords, Spoken};
use super::ecomap_view;
use super::entries_view::{self, OfKind};
use super::entry_view::{self, Fact, Step};
use super::frame::{CaseFrame, Tab, TabLink, entry_href};
use super::history_view::{self, Stage};
use super::lines::{GapLine, Line, new_href};
use super::map_view::{self, letters};
use super::map_words::{Letter, MapWords};
use super::notes_view::{self, NoteWords, VisitWords};
use super::overview_view::{self, LatestLine, Part, look};
use super::people_view::{self, ArrowRow, PersonWords};
use super::say::Say;
use super::told::{Places, SectionWords};
use crate::page::Page;
use askama::Template;
use practice::ids::EntryId;
use practice::kinds::{Body, Kind};
use practice::pack::Pack;
use practice::project::{Projection, SeenChange};
use practice::views::gaps::{Component, gaps};
use practice::views::lines::{EffortLine, Reader};
use practice::views::overview::says;
use practice::views::{child, map, overview};

/// The overview: five components, what is there beside what has not been asked.
#[derive(Template)]
#[template(path = "overview.html")]
pub(crate) struct OverviewPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    heading: String,
    opened: String,
    parts: Vec<Part>,
    people_gaps: Vec<GapLine>,
    latest: Vec<LatestLine>,
    /// Whether this person keeps and erases it.
    keeps: bool,
}

/// The pattern map.
#[derive(Template)]
#[template(path = "map.html")]
pub(crate) struct MapPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    map: MapWords,
}

/// One child.
#[derive(Template)]
#[template(path = "child.html")]
pub(crate) struct ChildPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    name: String,
    about: String,
    tabs: Vec<TabLink>,
    add_impact: String,
    add_impact_words: String,
    add_words: String,
    add_words_words: String,
    add_unknown: String,
    person_href: String,
    words: SectionWords,
    quotes: Vec<Spoken>,
    wants: SectionWords,
    living: SectionWords,
    alone: SectionWords,
    day_head: String,
    care: Vec<SectionWords>,
    seen_alone: String,
    pair_head: String,
    harm_head: String,
    hold_head: String,
    rows: Vec<RowWords>,
    other_impacts: Vec<Line>,
    other_efforts: Vec<Line>,
    gaps_head: String,
    gaps: Vec<GapLine>,
}

/// Everything that is done for safety, care and stability.
#[derive(Template)]
#[template(path = "efforts.html")]
pub(crate) struct EffortsPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    heading: String,
    efforts: Vec<EffortRow>,
    gaps: Vec<GapLine>,
}

/// One effort with what it answers.
#[derive(Clone, Debug)]
pub(crate) struct EffortRow {
    who: String,
    line: Line,
    facts: Vec<String>,
    followed: String,
    letters: Vec<Letter>,
    link_href: String,
}

/// People and how they are related.
#[derive(Template)]
#[template(path = "people.html")]
pub(crate) struct PeoplePage {
    page: Page,
    frame: CaseFrame,
    title: String,
    gaps: Vec<GapLine>,
    figure: people_view::Figure,
    /// Somebody may be recorded twice.
    perhaps_twice: bool,
    people: Vec<PersonWords>,
    relationships: Vec<people_view::RelationRow>,
    harm: Vec<ArrowRow>,
    hold: Vec<ArrowRow>,
    households: Vec<Line>,
}

/// Who is around the family.
#[derive(Template)]
#[template(path = "ecomap.html")]
pub(crate) struct EcomapPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    svg: String,
    summary: String,
    rows: Vec<ecomap_view::TieRow>,
}

/// Notes and visits.
#[derive(Template)]
#[template(path = "notes.html")]
pub(crate) struct NotesPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    notes: Vec<NoteWords>,
    visits: Vec<VisitWords>,
    documents: Vec<Line>,
}

/// What has not been asked.
#[derive(Template)]
#[template(path = "gaps.html")]
pub(crate) struct GapsPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    groups: Vec<GapGroup>,
}

/// The questions of one component.
#[derive(Clone, Debug)]
pub(crate) struct GapGroup {
    title: String,
    gaps: Vec<GapLine>,
}

/// Everything about one entry.
#[derive(Template)]
#[template(path = "entry.html")]
pub(crate) struct EntryPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    icon: &'static str,
    kind: String,
    /// What must be read before what the entry says; may be empty.
    leads: String,
    says: String,
    acts: Vec<Act>,
    history_href: String,
    withdrawn: bool,
    withdrawn_words: String,
    facts: Vec<Fact>,
    history: Vec<Step>,
}

/// Everything in the file.
#[derive(Template)]
#[template(path = "entries.html")]
pub(crate) struct EntriesPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    groups: Vec<OfKind>,
    /// What was taken out for good.
    removed: Vec<Line>,
}

/// The history of one entry, step by step.
#[derive(Template)]
#[template(path = "history.html")]
pub(crate) struct HistoryPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    href: String,
    says: String,
    stages: Vec<Stage>,
}

/// Something one can do with an entry.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    href: String,
    words: String,
    first: bool,
}

/// What every page of a case is made from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    /// The words.
    pub(crate) say: &'a Say<'a>,
    /// What the reader may have.
    pub(crate) projection: &'a Projection,
    /// The codes.
    pub(crate) pack: &'a Pack,
}

impl Source<'_> {
    pub(crate) fn frame(&self, tab: Tab) -> CaseFrame {
        CaseFrame::new(self.say, self.projection, tab)
    }

    fn children(&self, frame: &CaseFrame) -> String {
        self.say.list(&frame.children.iter().map(|child| child.name.clone()).collect::<Vec<_>>())
    }

    fn survivors(&self, reader: &Reader<'_>) -> String {
        self.say.list(&reader.cast.survivors().map(|person| person.name.clone()).collect::<Vec<_>>())
    }

    /// The overview.
    pub(crate) fn overview(&self, page: impl FnOnce(String) -> Page, keeps: bool) -> OverviewPage {
        let Self { say, projection, pack } = self;
        let frame = self.frame(Tab::Overview);
        let view = overview(projection, pack, say.as_of);
        let day = say.words.day(say.zone.to_datetime(projection.opened_at).date());
        let opened = match &projection.reference {
            Some(reference) => {
                say.with("page-opened-reference", &[("reference", reference.as_str().into()), ("day", day.into())])
            }
            None => say.with("page-opened", &[("day", day.into())]),
        };
        let children = self.children(&frame);
        let heading = if children.is_empty() { say.t("nav-overview") } else { children };
        OverviewPage {
            page: page(heading.clone()),
            title: heading.clone(),
            heading,
            opened,
            parts: overview_view::parts(say, &view, &frame.base),
            people_gaps: view.gaps_of(Component::People).map(|gap| GapLine::new(say, gap, "overview")).collect(),
            latest: view.latest.iter().map(|entry| overview_view::latest(say, entry)).collect(),
            keeps,
            frame,
        }
    }

    /// The pattern map.
    pub(crate) fn map(&self, page: impl FnOnce(String) -> Page) -> MapPage {
        let frame = self.frame(Tab::Map);
        let map = map_view::words(self.say, &map(self.projection, self.pack, self.say.as_of));
        MapPage { page: page(self.say.t("map-title")), title: self.say.t("map-title"), frame, map }
    }

    /// One child. Nothing where the id is not that of a child of the case.
    pub(crate) fn child(&self, page: impl FnOnce(String) -> Page, id: EntryId) -> Option<ChildPage> {
        let Self { say, projection, pack } = self;
        let view = child(projection, pack, say.as_of, id)?;
        let frame = self.frame(Tab::Child);
        let survivors = self.survivors(&Reader::new(projection, say.as_of));
        let name = view.child.name.clone();
        let named = |key: &str| say.with(key, &[("name", (&name).into())]);
        let hold_head = if survivors.is_empty() {
            named("page-child-hold-nobody")
        } else {
            say.with("page-child-hold-head", &[("name", (&name).into()), ("survivors", (&survivors).into())])
        };
        let own = format!("{}/children/{id}", frame.base);
        let tabs = frame.children.iter().map(|child| TabLink {
            href: child.href.clone(),
            words: if child.age.is_empty() {
                child.name.clone()
            } else {
                say.with("name-and-age", &[("name", (&child.name).into()), ("age", (&child.age).into())])
            },
            here: child.href == own,
        });
        let fill = |kind: &str, field: &'static str| {
            new_href(say.case, kind, &[(field, id.to_string()), ("then", format!("children/{id}"))])
        };
        let told = say.words.tell_child(&view);
        let then = format!("children/{id}");
        let places = Places { say, then: &then };
        Some(ChildPage {
            page: page(name.clone()),
            title: name.clone(),
            about: say.born(&view.child),
            tabs: tabs.collect(),
            add_impact: fill("impact", "child"),
            add_impact_words: named("page-child-add"),
            add_words: fill("voice", "person"),
            add_words_words: named("child-add-words"),
            add_unknown: fill("unknown", "person"),
            person_href: entry_href(say.case, id),
            words: places.list(1, &told.words),
            quotes: child_view::spoken(say, &view),
            wants: places.list(2, &told.wants),
            living: places.list(3, &told.living),
            alone: places.list(4, &told.alone),
            day_head: named("child-day"),
            care: told.care.iter().enumerate().map(|(n, section)| places.section(n + 5, section)).collect(),
            seen_alone: child_view::seen_alone(say, &view),
            pair_head: named("page-child-pair"),
            harm_head: named("page-child-harm-head"),
            hold_head,
            rows: child_view::rows(say, &view, &survivors),
            other_impacts: view.other_impacts.iter().map(|impact| Line::impact(say, impact)).collect(),
            other_efforts: view.other_efforts.iter().map(|effort| Line::effort(say, effort)).collect(),
            gaps_head: named("page-child-gaps"),
            gaps: view.gaps.iter().map(|gap| GapLine::new(say, gap, &format!("children/{id}"))).collect(),
            name,
            frame,
        })
    }

    /// Everything that protects.
    pub(crate) fn efforts(&self, page: impl FnOnce(String) -> Page) -> EffortsPage {
        let Self { say, projection, pack } = self;
        let reader = Reader::new(projection, say.as_of);
        let survivors = self.survivors(&reader);
        let heading = if survivors.is_empty() {
            say.t("page-efforts-head-nobody")
        } else {
            say.with("page-efforts-head", &[("name", survivors.into())])
        };
        let map = map(projection, pack, say.as_of);
        EffortsPage {
            page: page(heading.clone()),
            frame: self.frame(Tab::Efforts),
            title: heading.clone(),
            heading,
            efforts: reader.efforts().iter().map(|effort| self.effort_row(&map, effort)).collect(),
            gaps: gaps(projection, pack, say.as_of)
                .of(Component::Efforts)
                .map(|gap| GapLine::new(say, gap, "efforts"))
                .collect(),
        }
    }

    fn effort_row(&self, map: &practice::views::MapView, effort: &EffortLine) -> EffortRow {
        let say = self.say;
        let what = |key: &str, what: &str| say.with(key, &[("what", what.into())]);
        let mut facts: Vec<String> = effort
            .made_possible
            .iter()
            .map(|made| what("page-made-possible", &say.words.made_possible(made)))
            .collect();
        facts.extend(effort.cost.iter().map(|cost| what("page-cost", cost)));
        facts.extend(effort.obstacle.iter().map(|(obstacle, _)| what("page-obstacle", obstacle)));
        facts.extend(effort.wants_heard_by.iter().map(|who| say.with("page-wants-heard", &[("who", who.into())])));
        let answers: Vec<EntryId> = effort.answers.iter().map(|link| link.to).collect();
        EffortRow {
            who: say.with("page-who-does", &[("name", (&effort.actor.name).into())]),
            line: Line::effort(say, effort),
            facts,
            followed: effort.followed.as_ref().map(|(f, _)| what("page-what-followed", f)).unwrap_or_default(),
            letters: letters(map, &answers),
            link_href: format!("{}/revise?then=efforts", entry_href(say.case, effort.envelope.id)),
        }
    }

    /// People and how they are related.
    pub(crate) fn people(&self, page: impl FnOnce(String) -> Page, perhaps_twice: bool) -> PeoplePage {
        let Self { say, projection, pack } = self;
        let reader = Reader::new(projection, say.as_of);
        let view = practice::views::genogram(projection, say.as_of);
        PeoplePage {
            page: page(say.t("people-title")),
            frame: self.frame(Tab::People),
            title: say.t("people-title"),
            gaps: gaps(projection, pack, say.as_of)
                .of(Component::People)
                .map(|gap| GapLine::new(say, gap, "people"))
                .collect(),
            perhaps_twice,
            people: people_view::people(say, &reader),
            figure: people_view::figure(say, &view),
            relationships: people_view::relationships(say, projection, &view),
            harm: people_view::harm(say, projection, &view),
            hold: people_view::hold(say, projection, &view),
            households: people_view::households(say, &view),
        }
    }

    /// Who is around the family.
    pub(crate) fn ecomap(&self, page: impl FnOnce(String) -> Page) -> EcomapPage {
        let Self { say, projection, pack } = self;
        let view = practice::views::ecomap(projection, pack, say.as_of);
        let drawing = draw::ecomap::ecomap(&view, say.words);
        EcomapPage {
            page: page(say.t("ecomap-title")),
            frame: self.frame(Tab::People),
            title: say.t("ecomap-title"),
            svg: drawing.svg,
            summary: drawing.summary,
            rows: ecomap_view::rows(say, &view),
        }
    }

    /// Notes and visits.
    pub(crate) fn notes(&self, page: impl FnOnce(String) -> Page) -> NotesPage {
        let Self { say, projection, .. } = self;
        let reader = Reader::new(projection, say.as_of);
        NotesPage {
            page: page(say.t("notes-title")),
            frame: self.frame(Tab::Notes),
            title: say.t("notes-title"),
            notes: notes_view::notes(say, &reader),
            visits: notes_view::visits(say, &reader),
            documents: notes_view::documents(say, &reader),
        }
    }

    /// What has not been asked, by component.
    pub(crate) fn gaps(&self, page: impl FnOnce(String) -> Page) -> GapsPage {
        let Self { say, projection, pack } = self;
        let view = gaps(projection, pack, say.as_of);
        let all = [
            Component::People,
            Component::Pattern,
            Component::TowardsChildren,
            Component::Efforts,
            Component::Impact,
            Component::Intersections,
        ];
        let groups = all.into_iter().map(|component| GapGroup {
            title: say.words.name(component),
            gaps: view.of(component).map(|gap| GapLine::new(say, gap, "gaps")).collect(),
        });
        GapsPage {
            page: page(say.t("gaps-title")),
            frame: self.frame(Tab::Gaps),
            title: say.t("gaps-title"),
            groups: groups.filter(|group| !group.gaps.is_empty()).collect(),
        }
    }

    /// Everything in the file, kind by kind.
    pub(crate) fn entries(&self, page: impl FnOnce(String) -> Page) -> EntriesPage {
        let Self { say, projection, .. } = self;
        let reader = Reader::new(projection, say.as_of);
        EntriesPage {
            page: page(say.t("entries-title")),
            frame: self.frame(Tab::Entries),
            title: say.t("entries-title"),
            groups: entries_view::of_kinds(say, projection, &reader),
            removed: entries_view::removed(say, projection),
        }
    }

    /// The history of one entry. Nothing where there is no such entry for this reader.
    pub(crate) fn history(&self, page: impl FnOnce(String) -> Page, id: EntryId) -> Option<HistoryPage> {
        let Self { say, projection, .. } = self;
        let seen = projection.get(id)?;
        let reader = Reader::new(projection, say.as_of);
        Some(HistoryPage {
            page: page(say.t("entry-history")),
            frame: self.frame(Tab::Other),
            title: say.t("entry-history"),
            href: entry_href(say.case, id),
            says: says(&reader, &seen.content.body),
            stages: history_view::stages(say, &reader, seen),
        })
    }

    /// Everything about one entry. Nothing where there is no such entry for this reader.
    pub(crate) fn entry(
        &self,
        page: impl FnOnce(String) -> Page,
        id: EntryId,
        removable: bool,
    ) -> Option<EntryPage> {
        let Self { say, projection, .. } = self;
        let seen = projection.get(id)?;
        let reader = Reader::new(projection, say.as_of);
        let kind = seen.content.body.kind();
        let own = entry_href(say.case, id);
        let act =
            |verb: &str, key: &str, first: bool| Act { href: format!("{own}/{verb}"), words: say.t(key), first };
        let mut acts = match (&seen.content.body, seen.withdrawn) {
            (_, true) => vec![act("reinstate", "page-entry-reinstate", true)],
            // A finished note never changes.
            (Body::Note(_), false) => vec![
                Act {
                    href: new_href(
                        say.case,
                        "note",
                        &[("addendum_to", id.to_string()), ("then", "notes".to_owned())],
                    ),
                    words: say.t("page-entry-addendum"),
                    first: true,
                },
                act("withdraw", "page-entry-withdraw", false),
                act("relabel", "page-entry-relabel", false),
            ],
            (Body::Document(_), false) => vec![
                act("file", "attached-download", true),
                act("revise", "page-entry-revise", false),
                act("withdraw", "page-entry-withdraw", false),
                act("relabel", "page-entry-relabel", false),
            ],
            (_, false) => vec![
                act("revise", "page-entry-revise", true),
                act("withdraw", "page-entry-withdraw", false),
                act("relabel", "page-entry-relabel", false),
            ],
        };
        acts.extend(removable.then(|| act("remove", "keeping-remove", false)));
        let ground = seen.history.iter().rev().find_map(|step| match step.what {
            SeenChange::Withdrawn(ground) => Some(say.words.name(ground)),
            _ => None,
        });
        Some(EntryPage {
            page: page(say.words.name(kind)),
            frame: self.frame(if kind == Kind::Note || kind == Kind::Visit || kind == Kind::Document {
                Tab::Notes
            } else {
                Tab::Other
            }),
            title: say.words.name(kind),
            icon: look(kind).0,
            kind: say.words.name(kind),
            leads: entry_view::leads(say, &seen.content.body),
            says: says(&reader, &seen.content.body),
            acts,
            history_href: format!("{own}/history"),
            withdrawn: seen.withdrawn,
            withdrawn_words: say.with("page-entry-withdrawn", &[("ground", ground.unwrap_or_default().into())]),
            facts: entry_view::facts(say, &reader, seen),
            history: entry_view::history(say, &reader, seen),
        })
    }
}
