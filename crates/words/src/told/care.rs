//! Daily care: the same questions for every caregiver.

use super::{Ask, Cell, Empty, Item, List, Section, Table, TableRow, Told, Tone};
use crate::Words;
use crate::pack::CareQuestion;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::text::Code;
use practice::views::care::{CareAsked, CareCell, CareView};
use practice::views::work::{CareLine, ConcernLine};

impl Words {
    /// Daily care in words.
    #[must_use]
    pub fn tell_care(&self, view: &CareView) -> Told {
        let mut told = Told { title: self.say("care-title"), lede: self.say("care-lede"), ..Told::default() };
        let first = view.carers.first();
        if view.areas.is_empty() && view.concerns.is_empty() {
            told.empty = Some(Empty {
                title: self.say("care-empty-title"),
                why: self.say("care-empty-why"),
                example: self.say("care-empty-example"),
                ask: self.ask_alone(&first.map(|carer| carer.name.clone()).into_iter().collect::<Vec<_>>()),
                act: Ask {
                    words: self.say("care-add"),
                    who: String::new(),
                    kind: Kind::DailyCare,
                    fill: first
                        .and_then(|carer| carer.id)
                        .map(|id| ("carer", id.to_string()))
                        .into_iter()
                        .collect(),
                },
            });
        }
        told.sections = self.care_sections(view, None);
        told
    }

    /// The table of care and the worries; for one child where one is given.
    pub(super) fn care_sections(&self, view: &CareView, child: Option<EntryId>) -> Vec<Section> {
        let mut sections = Vec::new();
        if !view.areas.is_empty() {
            sections.push(Section::Table(self.care_table(view, child)));
        }
        let unasked = view.unasked.iter().map(|area| Ask {
            words: self.care_area(area),
            who: String::new(),
            kind: Kind::DailyCare,
            fill: fill(area, None, child),
        });
        if !view.areas.is_empty() && !view.unasked.is_empty() {
            sections.push(Section::List(List {
                head: self.say("care-unasked"),
                note: self.say("care-unasked-note"),
                asks: unasked.collect(),
                ..List::default()
            }));
        }
        if !view.concerns.is_empty() {
            sections.push(Section::List(List {
                head: self.say("care-concerns"),
                note: self.say("care-concerns-note"),
                items: view.concerns.iter().map(|concern| self.concern(concern)).collect(),
                ..List::default()
            }));
        }
        sections
    }

    fn care_table(&self, view: &CareView, child: Option<EntryId>) -> Table {
        Table {
            head: self.say(if child.is_some() { "child-day-same" } else { "care-table" }),
            note: self.say("care-table-note"),
            first: self.say("care-area"),
            columns: view.carers.iter().map(|carer| carer.name.clone()).collect(),
            rows: view
                .areas
                .iter()
                .map(|area| TableRow {
                    head: self.care_area(&area.area),
                    more: String::new(),
                    cells: area
                        .cells
                        .iter()
                        .zip(&view.carers)
                        .map(|(cell, carer)| self.care_cell(&area.area, cell, &carer.name, child))
                        .collect(),
                })
                .collect(),
        }
    }

    fn care_cell(&self, area: &Code, cell: &CareCell, name: &str, child: Option<EntryId>) -> Cell {
        let ask = |words: String| Ask {
            words,
            who: String::new(),
            kind: Kind::DailyCare,
            fill: fill(area, Some(cell.carer), child),
        };
        // Nothing at all: one question. Something, but not all that was asked of another: those questions.
        let asks = if cell.lines.is_empty() {
            vec![ask(self.say("not-yet-asked"))]
        } else {
            cell.not_asked.iter().map(|asked| ask(self.care_question(question(*asked), name))).collect()
        };
        Cell { items: cell.lines.iter().map(|line| self.care_line(line)).collect(), asks }
    }

    fn care_line(&self, line: &CareLine) -> Item {
        let mut answers: Vec<String> = Vec::new();
        for (key, answer) in [
            ("care-does", &line.does),
            ("care-decides", &line.decides),
            ("care-good", &line.good),
            ("care-changes", &line.changes),
            ("care-disrupted", &line.disrupted),
        ] {
            answers.extend(self.of(key, answer));
        }
        let mut answers = answers.into_iter();
        let text = answers.next().unwrap_or_else(|| self.care_area(&line.area));
        let mut more: Vec<String> = answers.collect();
        if !line.children.is_empty() {
            more.push(self.say_with("text-for", &[("names", self.named(&line.children).into())]));
        }
        more.extend(self.known_lines(&line.envelope));
        Item {
            more,
            links: self.titled_links("care-because", &line.disrupted_by),
            ..self.item(&line.envelope, text)
        }
    }

    fn concern(&self, line: &ConcernLine) -> Item {
        let mut more: Vec<String> = line
            .children
            .iter()
            .map(|child| {
                let name = child.child.name.as_str();
                match &child.effect {
                    Some(effect) => {
                        self.say_with("page-says", &[("name", name.into()), ("what", effect.as_str().into())])
                    }
                    None => self.say_with("care-effect-not-asked", &[("name", name.into())]),
                }
            })
            .collect();
        more.push(self.of("care-part", &line.part).unwrap_or_else(|| self.say("care-part-not-asked")));
        more.push(self.of("care-help", &line.help_wanted).unwrap_or_else(|| self.say("care-help-not-asked")));
        more.extend(self.of("care-offered", &line.help_offered));
        more.push(self.when(&line.envelope.happened));
        more.extend(self.known_lines(&line.envelope));
        Item {
            head: self.say_with("care-concern-of", &[("name", line.carer.name.as_str().into())]),
            more,
            links: self.titled_links("care-because", &line.behaviours),
            tone: Tone::Plain,
            ..self.item(&line.envelope, &line.seen)
        }
    }
}

fn fill(area: &Code, carer: Option<EntryId>, child: Option<EntryId>) -> Vec<(&'static str, String)> {
    let mut fill = vec![("area", area.to_string())];
    fill.extend(carer.map(|carer| ("carer", carer.to_string())));
    fill.extend(child.map(|child| ("child", child.to_string())));
    fill
}

fn question(asked: CareAsked) -> CareQuestion {
    match asked {
        CareAsked::Does => CareQuestion::Does,
        CareAsked::Decides => CareQuestion::Decides,
        CareAsked::Good => CareQuestion::Good,
        CareAsked::Changes => CareQuestion::Changes,
    }
}
