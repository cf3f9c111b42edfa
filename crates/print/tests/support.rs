//! Case files for documents, and Word files taken apart.

use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::event::CaseEvent;
use practice::format::CaseDocument;
use practice::label::{Label, Labels};
use practice::pack::Pack;
use practice::project::{Projection, project};
use print::{Document, DocumentKind, Made, Paper};
use std::io::{Cursor, Read as _};
use words::Words;

pub(crate) const DAY: &str = "2026-11-24";

pub(crate) fn words() -> Words {
    Words::new("en").unwrap()
}

pub(crate) fn pack() -> Pack {
    words::base_pack().unwrap()
}

/// The invented family that the demo shows.
pub(crate) fn demo() -> CaseFile {
    let text = include_str!("../../../demo/family.json");
    let document: CaseDocument = serde_json::from_str(text).unwrap();
    let mut case = CaseFile::open(document.case);
    for revision in document.entries {
        case.apply(CaseEvent::Entry(Box::new(revision))).unwrap();
    }
    case
}

/// The labels that are on paper unless more is asked for.
pub(crate) fn professional() -> Labels {
    [Label::Professional].into_iter().collect()
}

pub(crate) fn on_paper(case: &CaseFile) -> Projection {
    project(case, &Clearance::whole().on_paper(&professional()))
}

pub(crate) fn document(kind: DocumentKind, projection: &Projection) -> Document {
    let made =
        Made { as_of: DAY.parse().unwrap(), labels: &professional(), zone: &jiff::tz::TimeZone::UTC, of: None };
    print::document(kind, projection, &pack(), &words(), made)
}

pub(crate) fn word_file(kind: DocumentKind, projection: &Projection) -> Vec<u8> {
    print::docx(&document(kind, projection), Paper::A4).unwrap()
}

/// The parts of a Word file, by name.
pub(crate) fn unzip(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|n| {
            let mut file = zip.by_index(n).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// One part of a Word file.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    unzip(bytes).into_iter().find(|(part, _)| part == name).map(|(_, text)| text).unwrap()
}
