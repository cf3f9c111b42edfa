//! The parts of the template that are filled: what a template needs, ready to be written.

use super::{Paper, tag};
use crate::document::{Block, Document, Item, PAGE, PAGES, Paragraph, Row, Run, Style, Table};
use crate::pieces::{Piece, one_line, pieces};
use askama::Template;

/// The margin, in twentieths of a point: two centimetres.
const MARGIN: u32 = 1134;
/// A row with more letters than this may run over the end of a page: it might not fit on one.
const ONE_PAGE: usize = 1_500;

/// Title, language and day.
#[derive(Template)]
#[template(path = "docx/docProps/core.xml")]
pub(super) struct Core {
    title: String,
    lang: String,
    day: String,
}

impl Core {
    pub(super) fn of(document: &Document) -> Self {
        Self { title: one_line(&document.title), lang: tag(document.lang), day: document.as_of.to_string() }
    }
}

/// The head or the foot of every page.
#[derive(Template)]
#[template(path = "docx/word/running.xml")]
pub(super) struct Running {
    element: &'static str,
    style: &'static str,
    bidi: bool,
    parts: Vec<RunningPart>,
}

enum RunningPart {
    Text(Bit),
    Field(&'static str),
}

impl Running {
    pub(super) fn head(document: &Document) -> Self {
        let parts = bits(&document.running, document.right_to_left).into_iter().map(RunningPart::Text).collect();
        Self { element: "hdr", style: "Header", bidi: document.right_to_left, parts }
    }

    pub(super) fn foot(document: &Document) -> Self {
        let mut parts = Vec::new();
        let mut text = String::new();
        for c in document.page_of.chars() {
            let field = match c {
                PAGE => "PAGE",
                PAGES => "NUMPAGES",
                other => {
                    text.push(other);
                    continue;
                }
            };
            parts.extend(bits(&text, document.right_to_left).into_iter().map(RunningPart::Text));
            text.clear();
            parts.push(RunningPart::Field(field));
        }
        parts.extend(bits(&text, document.right_to_left).into_iter().map(RunningPart::Text));
        Self { element: "ftr", style: "Footer", bidi: document.right_to_left, parts }
    }
}

/// Words in one direction, or a break, with how they look.
pub(super) struct Bit {
    text: String,
    is_break: bool,
    rtl: bool,
    strong: bool,
    lang: String,
    /// The number of a source; 0 for words.
    cite: usize,
}

fn bits(text: &str, base: bool) -> Vec<Bit> {
    of_run(&Run::Text(text.to_owned()), base)
}

fn of_run(run: &Run, base: bool) -> Vec<Bit> {
    let (text, strong, lang) = match run {
        Run::Text(text) => (text, false, String::new()),
        Run::Strong(text) => (text, true, String::new()),
        Run::Foreign(text, lang) => (text, false, one_line(lang)),
        Run::Cite(number) => {
            let text = format!("[{number}]");
            return vec![Bit {
                text,
                is_break: false,
                rtl: base,
                strong: false,
                lang: String::new(),
                cite: *number,
            }];
        }
    };
    pieces(text, base)
        .into_iter()
        .map(|piece| {
            let (text, is_break, rtl) = match piece {
                Piece::Text { text, rtl } => (text, false, rtl),
                Piece::Break => (String::new(), true, base),
            };
            Bit { text, is_break, rtl, strong, lang: lang.clone(), cite: 0 }
        })
        .collect()
}

/// A paragraph ready to be written.
pub(super) struct Para {
    style: &'static str,
    keep_next: bool,
    bidi: bool,
    /// The number of the source this paragraph is; 0 for every other.
    mark: usize,
    bits: Vec<Bit>,
}

enum Part {
    Para(Para),
    Table(Grid),
}

struct Grid {
    caption: String,
    bidi: bool,
    widths: Vec<u32>,
    heads: Vec<Vec<Para>>,
    rows: Vec<GridRow>,
}

struct GridRow {
    together: bool,
    cells: Vec<GridCell>,
}

struct GridCell {
    width: u32,
    span: usize,
    paras: Vec<Para>,
}

/// The document itself.
#[derive(Template)]
#[template(path = "docx/word/document.xml")]
pub(super) struct Body {
    parts: Vec<Part>,
    bidi: bool,
    wide: bool,
    across: u32,
    down: u32,
    margin: u32,
}

impl Body {
    pub(super) fn of(document: &Document, paper: Paper) -> Self {
        let (short, long) = paper.sides();
        let (across, down) = if document.wide { (long, short) } else { (short, long) };
        let maker = Maker { bidi: document.right_to_left, room: across.saturating_sub(2 * MARGIN) };
        let parts = maker.parts(document);
        Self { parts, bidi: maker.bidi, wide: document.wide, across, down, margin: MARGIN }
    }
}

struct Maker {
    bidi: bool,
    room: u32,
}

impl Maker {
    fn parts(&self, document: &Document) -> Vec<Part> {
        let mut parts = vec![Part::Para(self.words("Title", &document.title))];
        parts.extend(document.notice.iter().map(|line| Part::Para(self.words("Notice", line))));
        parts.extend(document.facts.iter().map(|fact| {
            let runs = [Run::Strong(fact.name.clone()), Run::Text(format!(" {}", fact.text))];
            Part::Para(self.para("Fact", &runs))
        }));
        for block in &document.blocks {
            self.block(block, &mut parts);
        }
        if !document.sources.is_empty() {
            parts.push(Part::Para(self.words("Heading1", &document.sources_head)));
            parts.push(Part::Para(self.words("Normal", &document.sources_lead)));
        }
        for (n, source) in document.sources.iter().enumerate() {
            let mut runs = vec![Run::Text(format!("[{}]\u{a0}", n + 1)), Run::Text(source.text.clone())];
            match &source.quote {
                Some((words, Some(lang))) => runs.push(Run::Foreign(format!(" {words}"), lang.clone())),
                Some((words, None)) => runs.push(Run::Text(format!(" {words}"))),
                None => {}
            }
            parts.push(Part::Para(Para { mark: n + 1, ..self.para("Source", &runs) }));
        }
        parts
    }

    fn block(&self, block: &Block, parts: &mut Vec<Part>) {
        match block {
            Block::Heading(level, text) => {
                let style = match level {
                    1 => "Heading1",
                    2 => "Heading2",
                    _ => "Heading3",
                };
                parts.push(Part::Para(self.words(style, text)));
            }
            Block::Paragraph(paragraph) => parts.push(Part::Para(self.paragraph(paragraph))),
            Block::List(items) => {
                for Item(paragraphs) in items {
                    for (n, paragraph) in paragraphs.iter().enumerate() {
                        let style = if n == 0 { "ListBullet" } else { "ListMore" };
                        parts.push(Part::Para(self.para(style, &paragraph.runs)));
                    }
                }
            }
            Block::Table(table) => parts.push(Part::Table(self.table(table))),
            // A picture in Word needs letters as pixels, and so fonts of our own: until those are built in, the words of the
            // drawing stand in its place (docs/decisions/0030-documents.md).
            Block::Drawing(drawing) => parts.push(Part::Para(self.words("Normal", &drawing.says))),
        }
    }

    fn para(&self, style: &'static str, runs: &[Run]) -> Para {
        let bits = runs.iter().flat_map(|run| of_run(run, self.bidi)).collect();
        Para { style, keep_next: false, bidi: self.bidi, mark: 0, bits }
    }

    fn words(&self, style: &'static str, text: &str) -> Para {
        self.para(style, &[Run::Text(text.to_owned())])
    }

    fn paragraph(&self, paragraph: &Paragraph) -> Para {
        let style = match paragraph.style {
            Style::Plain => "Normal",
            Style::Quiet => "Quiet",
            Style::Open => "Open",
        };
        self.para(style, &paragraph.runs)
    }

    fn table(&self, table: &Table) -> Grid {
        let shares: u32 = table.columns.iter().map(|column| column.share.max(1)).sum::<u32>().max(1);
        let widths: Vec<u32> =
            table.columns.iter().map(|column| self.room * column.share.max(1) / shares).collect();
        let heads = table
            .columns
            .iter()
            .map(|column| vec![Para { keep_next: true, ..self.words("TableHead", &column.head) }])
            .collect();
        let rows = table.rows.iter().map(|row| self.row(table, row, &widths)).collect();
        Grid { caption: one_line(&table.caption), bidi: self.bidi, widths, heads, rows }
    }

    fn row(&self, table: &Table, row: &Row, widths: &[u32]) -> GridRow {
        let letters = row.cells.iter().map(|cell| cell.iter().map(Paragraph::letters).sum::<usize>()).max();
        let cells = row
            .cells
            .iter()
            .enumerate()
            .map(|(n, paragraphs)| {
                let mut paras: Vec<Para> = paragraphs.iter().map(|paragraph| self.in_cell(paragraph)).collect();
                if paras.is_empty() {
                    // A cell without a paragraph is not a Word file.
                    paras.push(self.para("TableText", &[]));
                }
                let span = table.span(row, n);
                GridCell { width: widths.iter().skip(n).take(span).sum(), span, paras }
            })
            .collect();
        GridRow { together: letters.is_none_or(|letters| letters < ONE_PAGE), cells }
    }

    fn in_cell(&self, paragraph: &Paragraph) -> Para {
        let style = match paragraph.style {
            Style::Plain => "TableText",
            Style::Quiet => "TableQuiet",
            Style::Open => "TableOpen",
        };
        self.para(style, &paragraph.runs)
    }
}
