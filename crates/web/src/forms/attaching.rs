//! The words of a document being attached, read and shown like those of any other entry.

use super::desk::Desk;
use super::draft::{self, DraftWords};
use super::field::Section;
use super::kind::{self, Kept};
use super::raw::Raw;
use super::refused;
use crate::extract::{CaseRecord, Posted};
use crate::fields::FaultLine;
use crate::files::attach::{entry_of, key_of};
use crate::pages::frame::{CaseFrame, Tab, base};
use crate::problem::Fail;
use app::RecordError;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::kinds::document::{AttachedFile, FileHash};
use practice::record::{Draft, Intent};
use practice::text::Text;

/// The form as far as it is filled in.
#[derive(Clone, Debug)]
pub(crate) struct Attach {
    pub(crate) frame: CaseFrame,
    pub(crate) entry: EntryId,
    pub(crate) version: u64,
    pub(crate) sections: Vec<Section>,
    pub(crate) faults: Vec<FaultLine>,
    pub(crate) draft: DraftWords,
    /// Whether the entry will be sealed, and its file with it.
    pub(crate) sealed: bool,
    raw: Raw,
}

impl Attach {
    /// What is recorded once the file has come.
    pub(crate) fn drafts(&self, case: &CaseRecord, file: AttachedFile) -> Result<Vec<Draft>, Fail> {
        let desk = Desk::new(case);
        let kept = Kept { file: Some(file), ..Kept::default() };
        let content = kind::read(Kind::Document, &self.raw, desk.tools(), &kept)
            .map_err(|_| Fail::from(app::Problem::not_found()))?;
        Ok(vec![Draft { id: self.entry, intent: Intent::Record(Box::new(content)) }])
    }
}

/// An empty form, or the draft that the address names.
pub(crate) async fn blank(case: &CaseRecord) -> Result<Attach, Fail> {
    let desk = Desk::new(case);
    let found = match key_of(&case.query("draft")) {
        Some(key) => draft::load(case, key).await?.map(|found| (EntryId(key), found)),
        None => None,
    };
    Ok(match &found {
        Some((entry, found)) => show(&desk, *entry, found.version, found.raw.clone(), &[], Some(found)),
        None => show(&desk, EntryId(case.state.app().new_id()), 0, Raw::default(), &[], None),
    })
}

/// What was typed, with everything that is wrong with it.
pub(crate) fn read(case: &CaseRecord, posted: &Posted) -> Attach {
    let desk = Desk::new(case);
    let raw = Raw::from_pairs(posted.pairs());
    let entry = entry_of(case, raw.one("entry"));
    let version = raw.one("draft_version").parse().unwrap_or(0);
    let kept = Kept { file: placeholder(), ..Kept::default() };
    let read = kind::read(Kind::Document, &raw, desk.tools(), &kept);
    let sealed = read.as_ref().is_ok_and(|content| content.label.is_sealed());
    let faults = read.err().unwrap_or_default();
    Attach { sealed, ..show(&desk, entry, version, raw, &faults, None) }
}

/// The form again, with why nothing was recorded.
pub(crate) fn refused(case: &CaseRecord, form: Attach, error: RecordError) -> Result<Attach, Fail> {
    let desk = Desk::new(case);
    let faults = refused::faults(error, desk.words(), &case.state.config().zone)?;
    Ok(show(&desk, form.entry, form.version, form.raw, &faults, None))
}

fn show(
    desk: &Desk<'_>,
    entry: EntryId,
    version: u64,
    raw: Raw,
    faults: &[super::fault::Fault],
    found: Option<&draft::Found>,
) -> Attach {
    let sections = kind::sections(Kind::Document, &desk.show("document", &raw, faults));
    let address = format!("{}/attach", base(desk.read.case));
    Attach {
        frame: desk.frame(Tab::Notes),
        entry,
        version,
        faults: desk.summary_of(faults, &sections),
        sections,
        draft: desk.draft(entry.0, &address, found, version),
        sealed: false,
        raw,
    }
}

/// Stands in for the file while only the words are read.
fn placeholder() -> Option<AttachedFile> {
    Some(AttachedFile {
        original_name: Text::parse("file").ok()?,
        size: 0,
        blake3: FileHash([0; 32]),
        media_type: Text::parse("application/octet-stream").ok()?,
        details_removed: false,
    })
}
