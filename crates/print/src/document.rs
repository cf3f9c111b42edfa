//! A document before it has a form: headings, paragraphs, tables and numbered sources.

use jiff::civil::Date;

/// A document with its words in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is, and which children it is about.
    pub title: String,
    /// The language, as a tag: `en`.
    pub lang: &'static str,
    /// Whether the language is written from right to left.
    pub right_to_left: bool,
    /// The day it was made for.
    pub as_of: Date,
    /// What whoever holds it must know first: for whom it is, and for whom it is not.
    pub notice: Vec<String>,
    /// The same in a few words, for the head of every page.
    pub running: String,
    /// Who it is about.
    pub facts: Vec<Fact>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// The heading of the sources.
    pub sources_head: String,
    /// What stands before them.
    pub sources_lead: String,
    /// How each thing is known, by number: the first is 1.
    pub sources: Vec<SourceLine>,
    /// Whether its tables need the long side of the paper.
    pub wide: bool,
    /// "Page … of …", with [`PAGE`] and [`PAGES`] where the numbers go.
    pub page_of: String,
}

/// Where the number of the page goes in [`Document::page_of`].
pub(crate) const PAGE: char = '\u{E000}';
/// Where the number of pages goes in [`Document::page_of`].
pub(crate) const PAGES: char = '\u{E001}';

/// A name with what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// "Children".
    pub name: String,
    /// "Ola, 11; Kuba, 8".
    pub text: String,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading: 1 for a part, 2 and 3 below it.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list.
    List(Vec<Item>),
    /// A table.
    Table(Table),
    /// A drawing. What it says stands in words beside it.
    Drawing(Drawing),
}

/// One item of a list: a paragraph, and what is said below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item(pub Vec<Paragraph>);

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// As most.
    #[default]
    Plain,
    /// A remark: how something is connected, who disputes it.
    Quiet,
    /// What nobody has asked.
    Open,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// How it looks.
    pub style: Style,
    /// What it says.
    pub runs: Vec<Run>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Words.
    Text(String),
    /// Words that are to be found at a glance.
    Strong(String),
    /// Somebody's own words in their own language, as a tag.
    Foreign(String, String),
    /// A source, by its number.
    Cite(usize),
}

/// A table with a row of headings, which stands again on every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows. The first cell names the row.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub head: String,
    /// How wide it is beside the others.
    pub share: u32,
}

/// A row. Where it has fewer cells than there are columns, the last one goes to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The cells, each of paragraphs; the first names the row.
    pub cells: Vec<Vec<Paragraph>>,
}

/// A drawing that stands alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// SVG with presentation attributes only, with a title and a description of its own.
    pub svg: String,
    /// What it shows, in sentences: they stand below it, and in its place where there is no picture.
    pub says: String,
}

/// One source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Who told it, saw it, or which record holds it.
    pub text: String,
    /// The person's own words, with the language where it is another.
    pub quote: Option<(String, Option<String>)>,
}

impl Paragraph {
    /// A paragraph of plain words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { style: Style::Plain, runs: vec![Run::Text(text.into())] }
    }

    /// A remark.
    #[must_use]
    pub fn quiet(text: impl Into<String>) -> Self {
        Self { style: Style::Quiet, runs: vec![Run::Text(text.into())] }
    }

    /// What nobody has asked.
    #[must_use]
    pub fn open(text: impl Into<String>) -> Self {
        Self { style: Style::Open, runs: vec![Run::Text(text.into())] }
    }

    /// A paragraph that begins with words to be found at a glance.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self { style: Style::Plain, runs: vec![Run::Strong(text.into())] }
    }

    /// The same with more at its end.
    #[must_use]
    pub fn and(mut self, runs: impl IntoIterator<Item = Run>) -> Self {
        self.runs.extend(runs);
        self
    }

    /// How many letters it has, citations left out.
    #[must_use]
    pub fn letters(&self) -> usize {
        let of = |run: &Run| match run {
            Run::Text(text) | Run::Strong(text) | Run::Foreign(text, _) => text.chars().count(),
            Run::Cite(_) => 0,
        };
        self.runs.iter().map(of).sum()
    }
}

impl Table {
    /// How many columns a cell of a row takes.
    pub(crate) fn span(&self, row: &Row, cell: usize) -> usize {
        if cell + 1 == row.cells.len() { self.columns.len().saturating_sub(cell).max(1) } else { 1 }
    }
}

impl From<Paragraph> for Item {
    fn from(paragraph: Paragraph) -> Self {
        Self(vec![paragraph])
    }
}
