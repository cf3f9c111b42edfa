//! A view told in words as a document: one adult's own copy of a plan. The same words as on the page; no facts about the family,
//! no sources, nothing beside what the view says.

use crate::document::{Block, Document, Item, PAGE, PAGES, Paragraph, Run, Style};
use jiff::civil::Date;
use words::Words;
use words::told::{self, Section, Told};

/// Puts it on paper.
#[must_use]
pub fn told(told: &Told, words: &Words, as_of: Date, notice: Vec<String>) -> Document {
    let mut blocks: Vec<Block> = Vec::new();
    if !told.lede.is_empty() {
        blocks.push(Block::Paragraph(Paragraph::plain(told.lede.clone())));
    }
    blocks.extend(told.says.iter().map(|line| Block::Paragraph(Paragraph::plain(line.clone()))));
    for section in &told.sections {
        match section {
            Section::List(list) => {
                if !list.head.is_empty() {
                    blocks.push(Block::Heading(1, list.head.clone()));
                }
                if !list.note.is_empty() {
                    blocks.push(Block::Paragraph(Paragraph::quiet(list.note.clone())));
                }
                blocks.push(Block::List(list.items.iter().map(item).collect()));
            }
            // Tables of the team's pages are not for a copy.
            Section::Table(_) => {}
        }
    }
    blocks.retain(|block| !matches!(block, Block::List(items) if items.is_empty()));
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

fn item(item: &told::Item) -> Item {
    let first = if item.head.is_empty() {
        Paragraph::plain(item.text.clone())
    } else {
        Paragraph {
            style: Style::Plain,
            runs: vec![Run::Strong(item.head.clone()), Run::Text(format!(": {}", item.text))],
        }
    };
    let more = item.more.iter().map(|line| Paragraph::quiet(line.clone()));
    Item(std::iter::once(first).chain(more).collect())
}
