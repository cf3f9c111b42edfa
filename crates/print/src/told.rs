//! Views told in words, on paper: the same words as on the page. One adult's own copy of a plan is a document by itself, without
//! facts about the family and without sources; other views are the blocks of a document of the team.

use crate::document::{Block, Column, Document, Item, PAGE, PAGES, Paragraph, Row, Run, Style, Table};
use jiff::civil::Date;
use practice::ids::EntryId;
use words::Words;
use words::told::{self, Section, Told};

/// One adult's own copy. Tables are for the team and do not go into it.
#[must_use]
pub fn told(told: &Told, words: &Words, as_of: Date, notice: Vec<String>) -> Document {
    let mut blocks = blocks(told, 1, &mut uncited);
    blocks.retain(|block| !matches!(block, Block::Table(_)));
    let page = [("page", PAGE.to_string().into()), ("pages", PAGES.to_string().into())];
    Document {
        title: told.title.clone(),
        lang: words.locale(),
        right_to_left: words.direction() == "rtl",
        as_of,
        running: words.say_with("copy-day", &[("day", words.day(as_of).into())]),
        notice,
        facts: Vec::new(),
        blocks,
        sources_head: String::new(),
        sources_lead: String::new(),
        sources: Vec::new(),
        wide: false,
        page_of: words.say_with("doc-page-of", &page),
    }
}

/// The citations of an entry that is named in a view.
pub(crate) type Cite<'a> = &'a mut dyn FnMut(EntryId) -> Vec<Run>;

/// For a view that says who told it where it stands.
pub(crate) fn uncited(_: EntryId) -> Vec<Run> {
    Vec::new()
}

/// What a view says, with its parts under headings of a level.
pub(crate) fn blocks(told: &Told, level: u8, cite: Cite<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    if !told.lede.is_empty() {
        blocks.push(Block::Paragraph(Paragraph::plain(told.lede.clone())));
    }
    blocks.extend(told.says.iter().map(|line| Block::Paragraph(Paragraph::plain(line.clone()))));
    if let Some(empty) = &told.empty {
        blocks.push(Block::Paragraph(Paragraph::open(empty.title.clone())));
    }
    for section in &told.sections {
        match section {
            Section::List(list) => {
                if !list.head.is_empty() {
                    blocks.push(Block::Heading(level, list.head.clone()));
                }
                if !list.note.is_empty() {
                    blocks.push(Block::Paragraph(Paragraph::quiet(list.note.clone())));
                }
                blocks.push(Block::List(list.items.iter().map(|one| item(one, cite)).collect()));
            }
            // Its caption is its heading.
            Section::Table(table) => {
                blocks.push(Block::Table(self::table(table, cite)));
                if !table.note.is_empty() {
                    blocks.push(Block::Paragraph(Paragraph::quiet(table.note.clone())));
                }
            }
        }
    }
    blocks.retain(|block| !matches!(block, Block::List(items) if items.is_empty()));
    blocks
}

/// The same questions about several, side by side; the questions take a little less room than the answers.
fn table(table: &told::Table, cite: Cite<'_>) -> Table {
    let heads = std::iter::once(&table.first).chain(&table.columns);
    let columns =
        heads.enumerate().map(|(n, head)| Column { head: head.clone(), share: if n == 0 { 4 } else { 5 } });
    let rows = table.rows.iter().map(|row| {
        let mut first = vec![Paragraph::strong(row.head.clone())];
        if !row.more.is_empty() {
            first.push(Paragraph::plain(row.more.clone()));
        }
        let cells = row.cells.iter().map(|cell| {
            let known = cell.items.iter().flat_map(|one| item(one, cite).0);
            known.chain(cell.asks.iter().map(|ask| Paragraph::open(ask.words.clone()))).collect()
        });
        Row { cells: std::iter::once(first).chain(cells).collect() }
    });
    Table { caption: table.head.clone(), columns: columns.collect(), rows: rows.collect() }
}

fn item(item: &told::Item, cite: Cite<'_>) -> Item {
    let first = if item.head.is_empty() {
        Paragraph::plain(item.text.clone())
    } else {
        Paragraph {
            style: Style::Plain,
            runs: vec![Run::Strong(item.head.clone()), Run::Text(format!(": {}", item.text))],
        }
    };
    let first = first.and(item.id.map(cite).unwrap_or_default());
    let more = item.more.iter().map(|line| Paragraph::quiet(line.clone()));
    Item(std::iter::once(first).chain(more).collect())
}
