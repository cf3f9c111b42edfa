//! The invented family, and files for it.

use intake::{Fault, Limits, Mapping, Plan, Scene, Table, plan_table, read_table};
use jiff::civil::{Date, date};
use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::entry::Author;
use practice::event::{CaseEvent, Opened};
use practice::ids::AccountId;
use practice::project::{Projection, project};
use practice::record::{At, Recorded, record_all};
use rust_xlsxwriter::Workbook;
use testkit::Family;
use uuid::Uuid;
use words::Words;

pub(crate) const TODAY: Date = date(2026, 11, 24);

pub(crate) struct Bench {
    pub(crate) family: Family,
    pub(crate) case: CaseFile,
    pub(crate) words: Words,
}

impl Bench {
    pub(crate) fn new() -> Self {
        let family = Family::new(7);
        let opened = Opened {
            case: family.case,
            author: author(),
            opened_at: "2026-11-24T10:00:00Z".parse().unwrap(),
            reference: None,
            invented: true,
        };
        let mut bench = Self { family, case: CaseFile::open(opened), words: Words::new("en").unwrap() };
        bench.record(family.drafts());
        bench
    }

    pub(crate) fn record(&mut self, drafts: Vec<practice::record::Draft>) {
        let at = At { author: author(), now: "2026-11-24T10:00:00Z".parse().unwrap() };
        for recorded in record_all(&self.case.clone(), &drafts, &at).unwrap() {
            if let Recorded::New(revision) = recorded {
                self.case.apply(CaseEvent::Entry(revision)).unwrap();
            }
        }
    }

    pub(crate) fn projection(&self) -> Projection {
        project(&self.case, &Clearance::whole())
    }

    pub(crate) fn plan(&self, table: &Table, mapping: &str) -> Plan {
        let projection = self.projection();
        let scene = Scene { projection: &projection, today: TODAY, words: &self.words };
        plan_table("chronology.xlsx", table, &Mapping::parse(mapping).unwrap(), scene)
    }

    /// Every fault as it is said, with its place.
    pub(crate) fn said(&self, faults: &[Fault]) -> Vec<String> {
        faults
            .iter()
            .map(|fault| words::unmarked(&format!("{}: {}", fault.place.say(&self.words), fault.say(&self.words))))
            .collect()
    }
}

fn author() -> Author {
    Author { id: AccountId(Uuid::nil()), name: testkit::text("Amira") }
}

pub(crate) fn csv(text: &str) -> Table {
    read_table(text.as_bytes(), None, &Limits::USUAL).unwrap()
}

pub(crate) fn faults(bytes: &[u8]) -> Vec<Fault> {
    read_table(bytes, None, &Limits::USUAL).expect_err("this should be refused")
}

/// A workbook with one sheet.
pub(crate) fn book(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}
