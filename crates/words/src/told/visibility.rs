//! Who acts in the record, with whom anybody has spoken, and what each parent has been asked to do.

use super::{Ask, Cell, Empty, Item, Section, Table, TableRow, Told, Tone};
use crate::Words;
use practice::kinds::Kind;
use practice::kinds::people::Role;
use practice::views::visibility::{Brief, Means, MonthCell, ParentSeen, Reach, VisibilityView};

/// How many months the table of months has: two years.
const MONTHS: usize = 24;
/// How many entries a cell names; the rest stands on their own pages.
const IN_A_CELL: usize = 12;

impl Words {
    /// Visibility in words.
    #[must_use]
    pub fn tell_visibility(&self, view: &VisibilityView) -> Told {
        let mut told = Told {
            title: self.say("vis-title"),
            lede: self.say("vis-lede"),
            says: view.parents.iter().flat_map(|parent| self.parent_says(parent)).collect(),
            ..Told::default()
        };
        told.says.extend(self.double_standard(view));
        let nothing = view.parents.iter().all(|p| p.spoken.is_empty() && p.tried.is_empty() && p.asked.is_empty());
        if view.parents.is_empty() || nothing {
            let survivors: Vec<String> =
                view.parents.iter().filter(|p| p.role == Role::Survivor).map(|p| p.person.name.clone()).collect();
            told.empty = Some(Empty {
                title: self.say("vis-empty-title"),
                why: self.say("vis-empty-why"),
                example: self.say("vis-empty-example"),
                ask: self.ask_alone(&survivors),
                act: Ask {
                    words: self.say("vis-add-contact"),
                    who: String::new(),
                    kind: Kind::Contact,
                    fill: Vec::new(),
                },
            });
        }
        if !view.parents.is_empty() {
            told.sections.push(Section::Table(self.side_by_side(view)));
        }
        if !view.months.is_empty() {
            told.sections.push(Section::Table(self.months(view)));
        }
        told
    }

    fn agency(&self, agency: &Option<String>) -> String {
        agency.clone().unwrap_or_else(|| self.say("vis-own-team"))
    }

    fn agencies(&self, agencies: &[Option<String>]) -> String {
        self.list(&agencies.iter().map(|agency| self.agency(agency)).collect::<Vec<_>>())
    }

    fn parent_says(&self, parent: &ParentSeen) -> Vec<String> {
        let name = || ("name", parent.person.name.as_str().into());
        let mut by: Vec<Option<String>> = Vec::new();
        let mut tried: Vec<Option<String>> = Vec::new();
        for (list, reaches) in [(&mut by, &parent.spoken), (&mut tried, &parent.tried)] {
            for reach in reaches {
                if !list.contains(&reach.agency) {
                    list.push(reach.agency.clone());
                }
            }
        }
        let mut says = Vec::new();
        if by.is_empty() && parent.not_by.len() > 1 {
            let agencies = ("agencies", self.agencies(&parent.not_by).into());
            says.push(self.say_with("vis-nobody-of", &[name(), agencies, ("count", parent.not_by.len().into())]));
        } else if by.is_empty() {
            says.push(self.say_with("vis-nobody", &[name()]));
        } else {
            says.push(self.say_with("vis-spoken", &[name(), ("agencies", self.agencies(&by).into())]));
            if !parent.not_by.is_empty() {
                let agencies = ("agencies", self.agencies(&parent.not_by).into());
                says.push(self.say_with("vis-not-by", &[name(), agencies]));
            }
        }
        if by.is_empty() && !tried.is_empty() {
            says.push(self.say_with("vis-tried", &[name(), ("agencies", self.agencies(&tried).into())]));
        }
        if parent.asked.is_empty() {
            says.push(self.say_with("vis-asked-nothing", &[name()]));
        } else {
            let mut agencies: Vec<String> = Vec::new();
            for brief in &parent.asked {
                let agency = brief.agency.clone().unwrap_or_default();
                if !agencies.contains(&agency) {
                    agencies.push(agency);
                }
            }
            says.push(self.say_with("vis-asked-by", &[name(), ("agencies", self.list(&agencies).into())]));
        }
        says
    }

    /// Where the same was asked of one and not of another, in a sentence.
    fn double_standard(&self, view: &VisibilityView) -> Vec<String> {
        let mut says = Vec::new();
        type Pick = fn(&ParentSeen) -> &[Brief];
        let compared: [(&str, Pick); 3] = [
            ("vis-double-care", |parent| &parent.care),
            ("vis-double-concern", |parent| &parent.concerns),
            ("vis-double-asked", |parent| &parent.asked),
        ];
        for (key, pick) in compared {
            for survivor in view.parents.iter().filter(|parent| parent.role == Role::Survivor) {
                for other in view.parents.iter().filter(|parent| parent.role == Role::Perpetrator) {
                    if !pick(survivor).is_empty() && pick(other).is_empty() {
                        let one = ("name", survivor.person.name.as_str().into());
                        says.push(self.say_with(key, &[one, ("other", other.person.name.as_str().into())]));
                    }
                }
            }
        }
        says
    }

    fn side_by_side(&self, view: &VisibilityView) -> Table {
        let row = |key: &str, cell: &dyn Fn(&ParentSeen) -> Cell| TableRow {
            head: self.say(key),
            more: String::new(),
            cells: view.parents.iter().map(cell).collect(),
        };
        let reaches = |reaches: &[Reach]| Cell {
            items: reaches
                .iter()
                .rev()
                .take(IN_A_CELL)
                .map(|reach| self.reach(reach))
                .chain((reaches.len() > IN_A_CELL).then(|| Item { text: self.say("vis-more"), ..Item::default() }))
                .collect(),
            asks: Vec::new(),
        };
        let briefs = |briefs: &[Brief], tone: Tone| -> Vec<Item> {
            let mut items: Vec<Item> = briefs.iter().take(IN_A_CELL).map(|brief| self.brief(brief, tone)).collect();
            if briefs.len() > IN_A_CELL {
                items.push(Item { text: self.say("vis-more"), ..Item::default() });
            }
            items
        };
        let asked = |items: Vec<Item>, parent: &ParentSeen, key: &str, kind: Kind, field: &'static str| Cell {
            asks: if items.is_empty() { vec![self.ask_of(parent, key, kind, field)] } else { Vec::new() },
            items,
        };
        Table {
            head: self.say("vis-side-head"),
            note: self.say("vis-side-note"),
            first: self.say("vis-question"),
            columns: view.parents.iter().map(|parent| parent.person.name.clone()).collect(),
            rows: vec![
                row("vis-row-spoken", &|parent| {
                    let items = reaches(&parent.spoken).items;
                    asked(items, parent, "vis-none-spoken", Kind::Contact, "person")
                }),
                row("vis-row-tried", &|parent| {
                    let items = reaches(&parent.tried).items;
                    if !items.is_empty() || !parent.spoken.is_empty() {
                        return Cell { items, asks: Vec::new() };
                    }
                    asked(items, parent, "vis-none-tried", Kind::Contact, "person")
                }),
                row("vis-row-asked", &|parent| {
                    let items = briefs(&parent.asked, Tone::System);
                    asked(items, parent, "vis-none-asked", Kind::SystemResponse, "person")
                }),
                row("vis-row-harms", &|parent| Cell { items: briefs(&parent.harms, Tone::Harm), asks: Vec::new() }),
                row("vis-row-protects", &|parent| Cell {
                    items: briefs(&parent.protects, Tone::Hold),
                    asks: Vec::new(),
                }),
                row("vis-row-care", &|parent| {
                    let items = briefs(&parent.care, Tone::Plain);
                    asked(items, parent, "not-yet-asked", Kind::DailyCare, "person")
                }),
                row("vis-row-good", &|parent| {
                    let items = briefs(&parent.good, Tone::Plain);
                    asked(items, parent, "not-yet-asked", Kind::DailyCare, "person")
                }),
                row("vis-row-concerns", &|parent| Cell {
                    items: briefs(&parent.concerns, Tone::Plain),
                    asks: Vec::new(),
                }),
                row("vis-row-words", &|parent| {
                    let items = briefs(&parent.words, Tone::Plain);
                    asked(items, parent, "not-yet-asked", Kind::Voice, "person")
                }),
            ],
        }
    }

    fn ask_of(&self, parent: &ParentSeen, key: &str, kind: Kind, field: &'static str) -> Ask {
        let fill = parent.person.id.map(|id| (field, id.to_string())).into_iter().collect();
        Ask { words: self.say(key), who: String::new(), kind, fill }
    }

    fn reach(&self, reach: &Reach) -> Item {
        let means = match &reach.means {
            Means::Contact(means) => self.contact_means(means),
            Means::Visit(kind) => self.visit_kind(kind),
        };
        let outcome = reach.outcome.as_ref().map(|outcome| self.contact_outcome(outcome));
        Item {
            id: Some(reach.id),
            head: self.upper_first(self.agency(&reach.agency)),
            text: self.list_plain([Some(means), outcome, Some(self.when(&reach.happened))]),
            more: reach.what.iter().cloned().collect(),
            ..Item::default()
        }
    }

    /// Parts in a row, with commas and no "and": "Phone, no answer, 3 March 2026".
    fn list_plain(&self, parts: impl IntoIterator<Item = Option<String>>) -> String {
        let mut parts = parts.into_iter().flatten();
        let Some(first) = parts.next() else { return String::new() };
        parts.fold(first, |line, next| self.say_with("told-part", &[("line", line.into()), ("next", next.into())]))
    }

    fn brief(&self, brief: &Brief, tone: Tone) -> Item {
        Item {
            id: Some(brief.id),
            head: brief
                .agency
                .clone()
                .or_else(|| brief.area.as_ref().map(|area| self.care_area(area)))
                .unwrap_or_default(),
            text: brief.what.clone(),
            more: if brief.agency.is_some() { vec![self.when(&brief.happened)] } else { Vec::new() },
            tone,
            ..Item::default()
        }
    }

    fn months(&self, view: &VisibilityView) -> Table {
        Table {
            head: self.say("vis-months-head"),
            note: self.say("vis-months-note"),
            first: self.say("vis-month"),
            columns: view.parents.iter().map(|parent| parent.person.name.clone()).collect(),
            rows: view
                .months
                .iter()
                .take(MONTHS)
                .map(|month| TableRow {
                    head: self.date(month.month),
                    more: String::new(),
                    cells: month.cells.iter().map(|cell| self.month(cell)).collect(),
                })
                .collect(),
        }
    }

    fn month(&self, cell: &MonthCell) -> Cell {
        let mut items: Vec<Item> = Vec::new();
        let mut say = |key: &str, what: String| {
            items.push(Item { text: self.say_with(key, &[("what", what.into())]), ..Item::default() });
        };
        for (key, agencies) in [("vis-month-spoken", &cell.spoken), ("vis-month-tried", &cell.tried)] {
            if !agencies.is_empty() {
                say(key, self.agencies(agencies));
            }
        }
        if !cell.asked.is_empty() {
            say("vis-month-asked", self.list(&cell.asked));
        }
        if !cell.recorded.is_empty() {
            let mut what: Vec<String> = cell.recorded.iter().take(IN_A_CELL).cloned().collect();
            if cell.recorded.len() > IN_A_CELL {
                what.push(self.say("strip-more"));
            }
            let what: Vec<&str> = what.iter().map(|what| what.trim_end_matches('.')).collect();
            say("vis-month-recorded", what.join("; "));
        }
        Cell { items, asks: Vec::new() }
    }
}
