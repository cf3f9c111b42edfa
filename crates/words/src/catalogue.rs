//! The Fluent files that are built into the program. A new file under `locales/` is added here.

/// One Fluent file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct File {
    /// Its path in the repository.
    pub(crate) name: &'static str,
    /// What is in it.
    pub(crate) text: &'static str,
}

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(File { name: $path, text: include_str!(concat!("../../../", $path)) }),*]
    };
}

/// English: the interface, then the words of the base pack.
pub(crate) const EN: &[File] = files![
    "locales/en/common.ftl",
    "locales/en/codes.ftl",
    "locales/en/when.ftl",
    "locales/en/typed.ftl",
    "locales/en/known.ftl",
    "locales/en/questions.ftl",
    "locales/en/refusals.ftl",
    "locales/en/signin.ftl",
    "locales/en/cases.ftl",
    "locales/en/casefile.ftl",
    "locales/en/overview.ftl",
    "locales/en/people.ftl",
    "locales/en/genogram.ftl",
    "locales/en/ecomap.ftl",
    "locales/en/map.ftl",
    "locales/en/entries.ftl",
    "locales/en/forms.ftl",
    "locales/en/forms-kinds.ftl",
    "locales/en/text.ftl",
    "locales/en/visit.ftl",
    "locales/en/notes.ftl",
    "locales/en/gaps.ftl",
    "locales/en/child.ftl",
    "locales/en/chronology.ftl",
    "locales/en/efforts.ftl",
    "locales/en/views.ftl",
    "locales/en/change.ftl",
    "locales/en/errors.ftl",
    "locales/en/demo.ftl",
    "locales/en/drafts.ftl",
    "locales/en/attached.ftl",
    "locales/en/import.ftl",
    "locales/en/documents.ftl",
    "locales/en/screen.ftl",
    "locales/en/wording.ftl",
    "locales/en/interview.ftl",
    "locales/en/plan-forms.ftl",
    "locales/en/decide.ftl",
    "packs/base/en/terms.ftl",
    "packs/base/en/behaviour.ftl",
    "packs/base/en/effort.ftl",
    "packs/base/en/impact.ftl",
    "packs/base/en/factor.ftl",
    "packs/base/en/visit.ftl",
    "packs/base/en/contact_detail.ftl",
    "packs/base/en/sector.ftl",
    "packs/base/en/contact.ftl",
    "packs/base/en/partnering.ftl",
    "packs/base/en/care.ftl",
    "packs/base/en/force.ftl",
    "packs/base/en/supervision.ftl",
];

/// Polish: the interface. Words of the pack are English until practitioners have translated them.
pub(crate) const PL: &[File] = files![
    "locales/pl/common.ftl",
    "locales/pl/codes.ftl",
    "locales/pl/when.ftl",
    "locales/pl/typed.ftl",
    "locales/pl/known.ftl",
    "locales/pl/questions.ftl",
    "locales/pl/refusals.ftl",
    "locales/pl/signin.ftl",
    "locales/pl/cases.ftl",
    "locales/pl/casefile.ftl",
    "locales/pl/overview.ftl",
    "locales/pl/people.ftl",
    "locales/pl/genogram.ftl",
    "locales/pl/ecomap.ftl",
    "locales/pl/map.ftl",
    "locales/pl/entries.ftl",
    "locales/pl/forms.ftl",
    "locales/pl/forms-kinds.ftl",
    "locales/pl/text.ftl",
    "locales/pl/visit.ftl",
    "locales/pl/notes.ftl",
    "locales/pl/gaps.ftl",
    "locales/pl/child.ftl",
    "locales/pl/chronology.ftl",
    "locales/pl/efforts.ftl",
    "locales/pl/views.ftl",
    "locales/pl/change.ftl",
    "locales/pl/errors.ftl",
    "locales/pl/demo.ftl",
    "locales/pl/drafts.ftl",
    "locales/pl/attached.ftl",
    "locales/pl/import.ftl",
    "locales/pl/documents.ftl",
    "locales/pl/screen.ftl",
    "locales/pl/wording.ftl",
    "locales/pl/interview.ftl",
    "locales/pl/plan-forms.ftl",
    "locales/pl/decide.ftl",
];
