//! What every form of a case is made with: the words, who and what can be named, the frame of the page.

use super::draft::{DraftWords, Found};
use super::fault::Fault;
use super::field::{Field, Section};
use super::raw::Raw;
use super::reading::Tools;
use super::scene::Scene;
use super::show::Show;
use crate::extract::CaseRead;
use crate::fields::FaultLine;
use crate::pages::frame::{CaseFrame, Tab};
use crate::pages::say::Say;
use practice::pack::Pack;
use std::collections::BTreeMap;
use uuid::Uuid;
use words::Words;

/// The desk at which a form is filled in.
#[derive(Debug)]
pub(crate) struct Desk<'a> {
    /// The request, with what this person may have of the case.
    pub(crate) read: &'a CaseRead,
    /// Who and what can be named.
    pub(crate) scene: Scene,
}

impl<'a> Desk<'a> {
    /// The desk of a request.
    pub(crate) fn new(read: &'a CaseRead) -> Self {
        Self { read, scene: Scene::of(&read.projection, read.today) }
    }

    /// The words.
    pub(crate) fn words(&self) -> &'a Words {
        self.read.words()
    }

    /// The codes on offer.
    pub(crate) fn pack(&self) -> &'a Pack {
        self.read.signed.ctx.state.app().pack()
    }

    /// What forms are read and shown with.
    pub(crate) fn tools(&self) -> Tools<'_> {
        Tools { words: self.words(), pack: self.pack(), scene: &self.scene }
    }

    /// A form to show.
    pub(crate) fn show<'b>(&'b self, form: &'static str, raw: &'b Raw, faults: &'b [Fault]) -> Show<'b> {
        Show { raw, faults, tools: self.tools(), form, prefix: "" }
    }

    /// The sentences of this case.
    pub(crate) fn say(&self) -> Say<'_> {
        let zone = &self.read.state.config().zone;
        Say { words: self.words(), zone, case: self.read.case, as_of: self.read.today }
    }

    /// The frame of the page.
    pub(crate) fn frame(&self, here: Tab) -> CaseFrame {
        CaseFrame::new(&self.say(), &self.read.projection, here)
    }

    /// What a form says of its draft. `page` is where the draft is taken up again.
    pub(crate) fn draft(&self, key: Uuid, page: &str, found: Option<&Found>, version: u64) -> DraftWords {
        let zone = &self.read.state.config().zone;
        let clock = found.map(|found| self.words().moment_clock(found.saved_at, zone)).unwrap_or_default();
        DraftWords::new(key, page, found, version, self.words(), &clock)
    }

    /// The error summary: each line leads to its field, where the page has it.
    pub(crate) fn summary<'b>(
        &self,
        faults: &[Fault],
        fields: impl IntoIterator<Item = &'b Field>,
    ) -> Vec<FaultLine> {
        let targets: BTreeMap<&str, String> =
            fields.into_iter().map(|field| (field.name.as_str(), field.target())).collect();
        faults
            .iter()
            .map(|fault| FaultLine {
                href: targets.get(fault.field.as_str()).map(|target| format!("#{target}")).unwrap_or_default(),
                words: fault.say(self.words()),
            })
            .collect()
    }

    /// The error summary of a form in sections.
    pub(crate) fn summary_of(&self, faults: &[Fault], sections: &[Section]) -> Vec<FaultLine> {
        self.summary(faults, sections.iter().flat_map(Section::fields))
    }
}
