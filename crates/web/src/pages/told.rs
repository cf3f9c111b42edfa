//! Pages of views that are told in words: who is visible, what agencies did, daily care, use of force, intersections, and
//! chronologies put together by hand. One template; the words are those of the text view.

use super::frame::{CaseFrame, Tab, anchor, base, entry_href};
use super::lines::{Line, new_href};
use super::read::say;
use super::say::Say;
use crate::extract::CaseRead;
use crate::page::{self, Page};
use crate::problem::Fail;
use app::Problem;
use askama::Template;
use axum::response::Response;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::views::lines::Reader;
use practice::views::overview::says;
use practice::views::{self, curated};
use words::told::{Ask, Cell, Empty, Item, List, Section, Table, Told, Tone};

/// One view.
#[derive(Template)]
#[template(path = "told.html")]
pub(super) struct ToldPage {
    pub(super) page: Page,
    pub(super) frame: CaseFrame,
    pub(super) title: String,
    pub(super) lede: String,
    pub(super) warning: String,
    pub(super) says: Vec<String>,
    /// What is said first is for the screen: it is advice to the team, and stands on no paper.
    pub(super) screen_only: bool,
    pub(super) acts: Vec<ActLink>,
    pub(super) empty: Option<EmptyWords>,
    pub(super) sections: Vec<SectionWords>,
}

/// A link among the acts of a page; the first is the first thing to do.
#[derive(Clone, Debug)]
pub(super) struct ActLink {
    pub(super) href: String,
    pub(super) words: String,
}

/// A part: a table or a list, never both.
#[derive(Clone, Debug)]
pub(crate) struct SectionWords {
    pub(crate) id: String,
    pub(crate) head: String,
    pub(crate) note: String,
    pub(crate) table: Option<TableWords>,
    pub(crate) items: Vec<ItemWords>,
    pub(crate) asks: Vec<AskWords>,
}

/// The same questions about several people.
#[derive(Clone, Debug)]
pub(crate) struct TableWords {
    pub(crate) first: String,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<RowWords>,
}

/// One question.
#[derive(Clone, Debug)]
pub(crate) struct RowWords {
    pub(crate) head: String,
    pub(crate) more: String,
    pub(crate) cells: Vec<CellWords>,
}

/// One person's place in it.
#[derive(Clone, Debug)]
pub(crate) struct CellWords {
    pub(crate) name: String,
    pub(crate) items: Vec<ItemWords>,
    pub(crate) asks: Vec<AskWords>,
}

/// Something recorded.
#[derive(Clone, Debug)]
pub(crate) struct ItemWords {
    pub(crate) line: Line,
    pub(crate) head: String,
    pub(crate) more: Vec<String>,
    pub(crate) links: Vec<Place>,
    pub(crate) class: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) lang: String,
}

/// A place that words lead to.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) href: String,
    pub(crate) words: String,
}

/// What nobody has asked.
#[derive(Clone, Debug)]
pub(crate) struct AskWords {
    pub(crate) href: String,
    pub(crate) words: String,
    pub(crate) who: String,
}

#[derive(Clone, Debug)]
pub(super) struct EmptyWords {
    pub(super) title: String,
    pub(super) why: String,
    pub(super) example: String,
    pub(super) ask: String,
    pub(super) act: AskWords,
}

/// Turns ids into addresses.
#[derive(Clone, Copy)]
pub(crate) struct Places<'a> {
    pub(crate) say: &'a Say<'a>,
    /// The page to come back to from a form.
    pub(crate) then: &'a str,
}

impl Places<'_> {
    /// A part of a view.
    pub(crate) fn section(&self, n: usize, section: &Section) -> SectionWords {
        match section {
            Section::Table(table) => SectionWords {
                id: format!("s-{n}"),
                head: table.head.clone(),
                note: table.note.clone(),
                table: Some(self.table(table)),
                items: Vec::new(),
                asks: Vec::new(),
            },
            Section::List(list) => self.list(n, list),
        }
    }

    /// A list.
    pub(crate) fn list(&self, n: usize, list: &List) -> SectionWords {
        SectionWords {
            id: format!("s-{n}"),
            head: list.head.clone(),
            note: list.note.clone(),
            table: None,
            items: list.items.iter().map(|item| self.item(item)).collect(),
            asks: list.asks.iter().map(|ask| self.ask(ask)).collect(),
        }
    }

    fn table(&self, table: &Table) -> TableWords {
        let cell = |cell: &Cell, name: &String| CellWords {
            name: name.clone(),
            items: cell.items.iter().map(|item| self.item(item)).collect(),
            asks: cell.asks.iter().map(|ask| self.ask(ask)).collect(),
        };
        TableWords {
            first: table.first.clone(),
            columns: table.columns.clone(),
            rows: table
                .rows
                .iter()
                .map(|row| RowWords {
                    head: row.head.clone(),
                    more: row.more.clone(),
                    cells: row.cells.iter().zip(&table.columns).map(|(c, name)| cell(c, name)).collect(),
                })
                .collect(),
        }
    }

    fn item(&self, item: &Item) -> ItemWords {
        let (class, icon) = match item.tone {
            Tone::Plain => ("", ""),
            Tone::Harm => ("hf-entry--harm", "arrow"),
            Tone::Hold => ("hf-entry--hold", "shield"),
            Tone::System => ("hf-entry--open", "house"),
        };
        ItemWords {
            line: Line {
                href: item.id.map(|id| entry_href(self.say.case, id)).unwrap_or_default(),
                text: item.text.clone(),
                chip: item.label.map(|label| self.say.chip(label)).unwrap_or_default(),
                ..Line::default()
            },
            head: item.head.clone(),
            more: item.more.clone(),
            links: item
                .links
                .iter()
                .map(|(id, words)| Place { href: entry_href(self.say.case, *id), words: words.clone() })
                .collect(),
            class,
            icon,
            lang: item.language.clone().unwrap_or_default(),
        }
    }

    /// Where the answer to a question is recorded.
    pub(crate) fn ask(&self, ask: &Ask) -> AskWords {
        let mut fill = ask.fill.clone();
        fill.push(("then", self.then.to_owned()));
        AskWords {
            href: new_href(self.say.case, ask.kind.code(), &fill),
            words: ask.words.clone(),
            who: ask.who.clone(),
        }
    }

    pub(super) fn empty(&self, empty: &Empty) -> EmptyWords {
        EmptyWords {
            title: empty.title.clone(),
            why: empty.why.clone(),
            example: empty.example.clone(),
            ask: empty.ask.clone(),
            act: self.ask(&empty.act),
        }
    }
}

/// Fills the page.
fn fill(read: &CaseRead, tab: Tab, then: &str, told: &Told, acts: &[(Kind, &str)]) -> Result<Response, Fail> {
    let say = say(read);
    let places = Places { say: &say, then };
    page::html(&ToldPage {
        page: read.page(told.title.clone()),
        frame: CaseFrame::new(&say, &read.projection, tab),
        title: told.title.clone(),
        lede: told.lede.clone(),
        warning: told.warning.clone(),
        says: told.says.clone(),
        screen_only: false,
        acts: acts
            .iter()
            .map(|(kind, key)| ActLink {
                href: new_href(say.case, kind.code(), &[("then", then.to_owned())]),
                words: say.t(key),
            })
            .collect(),
        empty: told.empty.as_ref().map(|empty| places.empty(empty)),
        sections: told.sections.iter().enumerate().map(|(n, section)| places.section(n, section)).collect(),
    })
}

/// Shows a told view with acts of its own. `own`: where the entries of its lists lead, where that is not their own page.
pub(super) fn shown(
    read: &CaseRead,
    tab: Tab,
    told: &Told,
    then: &str,
    acts: Vec<ActLink>,
    own: Option<&dyn Fn(EntryId) -> String>,
) -> Result<Response, Fail> {
    let say = say(read);
    let places = Places { say: &say, then };
    let mut sections: Vec<SectionWords> =
        told.sections.iter().enumerate().map(|(n, section)| places.section(n, section)).collect();
    if let Some(own) = own {
        for (words, section) in sections.iter_mut().zip(&told.sections) {
            let Section::List(list) = section else { continue };
            for (line, item) in words.items.iter_mut().zip(&list.items) {
                if let Some(id) = item.id {
                    line.line.href = own(id);
                    line.line.anchor = anchor(id);
                }
            }
        }
    }
    page::html(&ToldPage {
        page: read.page(told.title.clone()),
        frame: CaseFrame::new(&say, &read.projection, tab),
        title: told.title.clone(),
        lede: told.lede.clone(),
        warning: told.warning.clone(),
        says: told.says.clone(),
        screen_only: true,
        acts,
        empty: told.empty.as_ref().map(|empty| places.empty(empty)),
        sections,
    })
}

/// Who is visible in the work.
pub(crate) async fn visibility(read: CaseRead) -> Result<Response, Fail> {
    let view = views::visibility(&read.projection, read.state.app().pack(), read.today);
    let mut told = read.words().tell_visibility(&view);
    told.sections.extend(crate::wording::sentences::section(&read).await?);
    fill(&read, Tab::Visibility, "visibility", &told, &[(Kind::Contact, "vis-add-contact")])
}

/// Change over time.
pub(crate) async fn change(read: CaseRead) -> Result<Response, Fail> {
    let view = views::change(&read.projection, read.state.app().pack(), read.today);
    let told = read.words().tell_change(&view);
    let acts = [(Kind::ChangeReview, "change-add-review"), (Kind::Evidence, "change-add-evidence")];
    fill(&read, Tab::Change, "change", &told, &acts)
}

/// What agencies did.
pub(crate) async fn responses(read: CaseRead) -> Result<Response, Fail> {
    let view = views::responses(&read.projection, read.state.app().pack(), read.today);
    let told = read.words().tell_responses(&view);
    fill(&read, Tab::Responses, "responses", &told, &[(Kind::SystemResponse, "resp-add")])
}

/// Daily care.
pub(crate) async fn care(read: CaseRead) -> Result<Response, Fail> {
    let view = views::care(&read.projection, read.state.app().pack(), read.today);
    let told = read.words().tell_care(&view);
    let acts = [(Kind::DailyCare, "care-add"), (Kind::CareConcern, "care-add-concern")];
    fill(&read, Tab::Care, "care", &told, &acts)
}

/// Use of force by both adults.
pub(crate) async fn force(read: CaseRead) -> Result<Response, Fail> {
    let view = views::force(&read.projection, read.state.app().pack(), read.today);
    let told = read.words().tell_force(&view);
    fill(&read, Tab::Force, "force", &told, &[(Kind::UseOfForce, "force-add")])
}

/// Intersections.
pub(crate) async fn intersections(read: CaseRead) -> Result<Response, Fail> {
    let view = views::intersections(&read.projection, read.state.app().pack(), read.today);
    let mut told = read.words().tell_intersections(&view);
    if !view.gaps.is_empty() {
        let asks = view.gaps.iter().map(|gap| Ask {
            words: read.words().question(gap),
            who: read.words().safe_to_ask(&gap.ask).unwrap_or_default(),
            kind: Kind::Intersection,
            fill: Vec::new(),
        });
        let head = read.words().say("not-yet-asked");
        told.sections.push(Section::List(List { head, asks: asks.collect(), ..List::default() }));
    }
    fill(&read, Tab::Intersections, "intersections", &told, &[(Kind::Intersection, "inter-add")])
}

/// Chronologies put together by hand: all of them, or one.
pub(crate) async fn chronologies(read: CaseRead) -> Result<Response, Fail> {
    let of = read.query("of");
    if of.is_empty() { all(&read) } else { one(&read, &of) }
}

fn one(read: &CaseRead, of: &str) -> Result<Response, Fail> {
    let gone = || Fail::from(Problem::not_found());
    let id: EntryId = of.parse().map_err(|_| gone())?;
    let view = curated(&read.projection, read.state.app().pack(), read.today, id).ok_or_else(gone)?;
    let told = read.words().tell_curated(&view);
    let say = say(read);
    let places = Places { say: &say, then: "chronologies" };
    let own = entry_href(say.case, id);
    page::html(&ToldPage {
        page: read.page(told.title.clone()),
        frame: CaseFrame::new(&say, &read.projection, Tab::Chronologies),
        acts: vec![
            ActLink { href: format!("{own}/revise?then=chronologies"), words: say.t("cur-change") },
            ActLink { href: format!("{}/chronology", base(say.case)), words: say.t("cur-automatic") },
        ],
        title: told.title.clone(),
        lede: told.lede.clone(),
        warning: told.warning.clone(),
        says: told.says.clone(),
        screen_only: false,
        empty: None,
        sections: told.sections.iter().enumerate().map(|(n, section)| places.section(n, section)).collect(),
    })
}

fn all(read: &CaseRead) -> Result<Response, Fail> {
    let say = say(read);
    let all = curated::all(&read.projection, read.state.app().pack(), read.today);
    // What is to be added, where one comes from a row of the automatic chronology.
    let add: Option<EntryId> = read.query("add").parse().ok().filter(|id| read.projection.get(*id).is_some());
    let reader = Reader::new(&read.projection, read.today);
    let to_add = add.and_then(|id| read.projection.get(id)).map(|seen| says(&reader, &seen.content.body));
    let new = |words: &str| ActLink {
        href: match add {
            Some(entry) => {
                new_href(say.case, "chronology", &[("add", entry.to_string()), ("then", "chronologies".to_owned())])
            }
            None => new_href(say.case, "chronology", &[("then", "chronologies".to_owned())]),
        },
        words: say.t(words),
    };
    let items = all.iter().map(|view| ItemWords {
        line: Line {
            href: format!("{}/chronologies?of={}", base(say.case), view.envelope.id),
            anchor: anchor(view.envelope.id),
            text: view.title.clone(),
            known: say.with("cur-purpose", &[("what", (&view.purpose).into())]),
            chip: say.chip(view.envelope.label),
            gone: false,
        },
        head: String::new(),
        more: Vec::new(),
        links: add
            .map(|entry| Place {
                href: format!("{}/revise?add={entry}&then=chronologies", entry_href(say.case, view.envelope.id)),
                words: say.t("cur-add-here"),
            })
            .into_iter()
            .collect(),
        class: "",
        icon: "",
        lang: String::new(),
    });
    let items: Vec<ItemWords> = items.collect();
    let act = new(if add.is_some() { "cur-adding-new" } else { "cur-new" });
    let empty = items.is_empty().then(|| EmptyWords {
        title: say.t("cur-empty-title"),
        why: say.t("cur-empty-why"),
        example: say.t("cur-empty-example"),
        ask: String::new(),
        act: AskWords { href: act.href.clone(), words: act.words.clone(), who: String::new() },
    });
    let title = say.t("cur-title");
    let section = SectionWords {
        id: "s-0".to_owned(),
        head: String::new(),
        note: String::new(),
        table: None,
        items,
        asks: Vec::new(),
    };
    page::html(&ToldPage {
        page: read.page(title.clone()),
        frame: CaseFrame::new(&say, &read.projection, Tab::Chronologies),
        acts: vec![act, ActLink { href: format!("{}/chronology", base(say.case)), words: say.t("cur-automatic") }],
        title,
        lede: say.t("cur-lede"),
        warning: String::new(),
        screen_only: false,
        says: to_add.map(|what| say.with("cur-adding", &[("what", what.into())])).into_iter().collect(),
        sections: if empty.is_some() { Vec::new() } else { vec![section] },
        empty,
    })
}
