//! A document as a Word file: our own template, a package in `templates/docx/`, filled and zipped.
//!
//! What stands in it beside the document itself is a fixed list: title, language, the day. No author, no machine, no
//! company, no numbers of revisions; the times of the parts are those of the format's first day. So equal documents are
//! equal bytes.

mod parts;

use crate::document::Document;
use crate::pieces::one_line;
use askama::Template;
use parts::{Body, Core, Running};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What such a file is called when it is sent.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 millimetres.
    #[default]
    A4,
    /// 8½ by 11 inches.
    Letter,
}

impl Paper {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The code, as in an address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// The paper of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.code() == code)
    }

    /// Short and long side, in twentieths of a point.
    fn sides(self) -> (u32, u32) {
        match self {
            Self::A4 => (11_906, 16_838),
            Self::Letter => (12_240, 15_840),
        }
    }
}

/// A Word file that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// A part of the template.
    #[error("a part of the Word file could not be filled: {0}")]
    Template(#[from] askama::Error),
    /// The package.
    #[error("the Word file could not be put together: {0}")]
    Package(#[from] zip::result::ZipError),
    /// Writing to memory.
    #[error("the Word file could not be put together: {0}")]
    Writing(#[from] std::io::Error),
}

/// Parts that are the same in every file.
const FIXED: &[(&str, &str)] = &[
    ("[Content_Types].xml", include_str!("../templates/docx/[Content_Types].xml")),
    ("_rels/.rels", include_str!("../templates/docx/_rels/.rels")),
    ("docProps/app.xml", include_str!("../templates/docx/docProps/app.xml")),
    ("word/_rels/document.xml.rels", include_str!("../templates/docx/word/_rels/document.xml.rels")),
    ("word/numbering.xml", include_str!("../templates/docx/word/numbering.xml")),
    ("word/settings.xml", include_str!("../templates/docx/word/settings.xml")),
];

#[derive(Template)]
#[template(path = "docx/word/styles.xml")]
struct Styles {
    lang: String,
    bidi: bool,
}

/// Makes the file.
///
/// # Errors
/// Never for a document of this crate; the parts are written to memory.
pub fn docx(document: &Document, paper: Paper) -> Result<Vec<u8>, DocxError> {
    let rtl = document.right_to_left;
    let filled = [
        ("docProps/core.xml", Core::of(document).render()?),
        ("word/styles.xml", Styles { lang: tag(document.lang), bidi: rtl }.render()?),
        ("word/header1.xml", Running::head(document).render()?),
        ("word/footer1.xml", Running::foot(document).render()?),
        ("word/document.xml", Body::of(document, paper).render()?),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let fixed = FIXED.iter().map(|(name, text)| (*name, (*text).to_owned()));
    for (name, text) in fixed.chain(filled) {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// A language as Word knows it: `en` alone would be read as American.
fn tag(lang: &str) -> String {
    match lang {
        "en" | "en-XA" => "en-GB".to_owned(),
        "ar-XB" => "ar".to_owned(),
        other => one_line(other),
    }
}
