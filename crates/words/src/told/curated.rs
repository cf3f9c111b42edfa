//! A chronology that a worker has put together.

use super::{Cell, Item, Section, Table, TableRow, Told};
use crate::Words;
use practice::views::curated::CuratedView;

impl Words {
    /// It in words: when, what is recorded, what it means, how it is known.
    #[must_use]
    pub fn tell_curated(&self, view: &CuratedView) -> Told {
        let rows = view.lines.iter().map(|line| {
            let says = if line.withdrawn {
                self.say_with("told-withdrawn", &[("what", line.says.as_str().into())])
            } else {
                line.says.clone()
            };
            let plain = |text: String| Item { text, ..Item::default() };
            let analysis = line.analysis.iter().cloned().map(plain);
            let known = self.known_lines(&line.envelope).into_iter().map(plain);
            let cell = |items: Vec<Item>| Cell { items, asks: Vec::new() };
            TableRow {
                head: self.when(&line.envelope.happened),
                more: self.name(line.kind),
                cells: vec![
                    cell(vec![self.item(&line.envelope, says)]),
                    cell(analysis.collect()),
                    cell(known.collect()),
                ],
            }
        });
        let table = Table {
            head: String::new(),
            note: String::new(),
            first: self.say("chron-head-when"),
            columns: vec![self.say("cur-what"), self.say("cur-analysis"), self.say("chron-head-known")],
            rows: rows.collect(),
        };
        Told {
            title: view.title.clone(),
            lede: self.say_with("cur-purpose", &[("what", view.purpose.as_str().into())]),
            sections: vec![Section::Table(table)],
            ..Told::default()
        }
    }
}
