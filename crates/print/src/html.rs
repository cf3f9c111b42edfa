//! A document as a clean print page: black on white, header rows that stand again on every page, no address of a link on
//! paper. The page of the program puts [`article`] into its layout; [`page`] is a file that stands alone.

use crate::document::{Block, Document, Run, Style};
use crate::pieces::is_xml;
use askama::Template;

/// The style sheet of documents, for the pages of the program and for files that stand alone.
pub const STYLE: &str = include_str!("../templates/html/document.css");

/// A print page that could not be made.
#[derive(Debug, thiserror::Error)]
#[error("the print page could not be made: {0}")]
pub struct HtmlError(#[from] askama::Error);

#[derive(Template)]
#[template(path = "html/article.html")]
struct Article<'a> {
    document: &'a Document,
}

#[derive(Template)]
#[template(path = "html/page.html")]
struct Page<'a> {
    document: &'a Document,
    article: String,
    style: &'static str,
}

/// The document as an `<article>`, for a page that has a head of its own. Its title is the heading of the first level.
///
/// # Errors
/// Never for a document of this crate.
pub fn article(document: &Document) -> Result<String, HtmlError> {
    let made = Article { document }.render()?;
    // What XML could not hold is no use to a browser either.
    Ok(made.chars().filter(|c| is_xml(*c)).collect())
}

/// The document as a file that stands alone: nothing is fetched from anywhere.
///
/// # Errors
/// As [`article`].
pub fn page(document: &Document) -> Result<String, HtmlError> {
    Ok(Page { document, article: article(document)?, style: STYLE }.render()?)
}

impl Document {
    /// The class of its paper.
    fn paper(&self) -> &'static str {
        if self.wide { "hf-doc hf-doc--wide" } else { "hf-doc" }
    }

    /// `ltr` or `rtl`.
    fn dir(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    /// The level of a heading on a page whose title is the first.
    fn level(&self, depth: &u8) -> u8 {
        depth.saturating_add(1).min(4)
    }
}

impl Style {
    /// The class of a paragraph that looks so.
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Quiet => "hf-doc__quiet",
            Self::Open => "hf-doc__open",
        }
    }
}
