//! Documents: views of a projection as paper. Word files filled from our own template, and clean print pages.
//!
//! A document is structure ([`Document`]); its words come from `words`, its facts from views of a projection made for
//! [`Audience::Outside`](practice::clearance::Audience). Nothing else reaches it: no machine, no ids of entries, no numbers
//! of revisions. The same projection on the same day gives the same bytes.

mod document;
mod docx;
mod html;
mod kinds;
mod pieces;
mod sources;
mod told;

pub use document::{Block, Column, Document, Drawing, Fact, Item, Paragraph, Row, Run, SourceLine, Style, Table};
pub use docx::{DOCX, DocxError, Paper, docx};
pub use html::{HtmlError, STYLE, article, page};
pub use kinds::{DocumentKind, Made, UnknownDocument, document};
pub use told::told;
