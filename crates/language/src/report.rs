//! What a check gives back: findings, suggestions and notes, with places in bytes, characters and UTF-16 units.

use serde::{Deserialize, Serialize};

/// How strongly a finding is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Worth a look; also any finding that rests on an unknown role.
    Info,
    /// Likely to hide or blame.
    Warning,
    /// Hides or blames.
    Error,
}

/// A place in the text, in the three ways that programs count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub byte_start: usize,
    /// One past the last byte.
    pub byte_end: usize,
    /// First Unicode character.
    pub start: usize,
    /// One past the last Unicode character.
    pub end: usize,
    /// First UTF-16 unit (editors count so).
    pub utf16_start: usize,
    /// One past the last UTF-16 unit.
    pub utf16_end: usize,
}

/// One passage of wording that a rule marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Family, one of sixteen.
    pub family: &'static str,
    /// Rule id, such as MUT101.
    pub rule: String,
    /// Name of the rule.
    pub name: String,
    /// Level; lowered when a role is unknown.
    pub level: Level,
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// The words.
    pub quote: String,
    /// What the words do.
    pub what: String,
    /// Why that matters, with the source.
    pub why: String,
    /// Who is missing or blamed, with the words by which they are mentioned.
    pub who: String,
    /// Why the exceptions of the rule did not apply.
    pub exceptions: String,
    /// How the rule is mended: template, word or never.
    pub fix: &'static str,
    /// The question to ask oneself.
    pub ask: String,
    /// A next sentence with blanks in square brackets for facts that only the writer has.
    pub rewrite: String,
    /// Who is missing or blamed, and why no exception applied.
    pub explanation: String,
    /// Whether a role was taken on trust.
    pub soft: bool,
    /// Hash of the sentence's normalised text, for keeping a finding with a reason.
    pub sentence: String,
    /// The whole sentence.
    pub sentence_span: Span,
}

/// Whose words a suggestion rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// The writer of the note.
    Author,
    /// The survivor said so.
    Survivor,
    /// A child said so.
    Child,
    /// The perpetrator said so.
    Perpetrator,
    /// Somebody else said so.
    Other,
    /// Words within quotation marks.
    Quotation,
}

/// A draft entry for the pattern map: who did what to whom. A person confirms it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Behaviour {
    /// Who did it.
    pub actor: String,
    /// The actor's id, as given in the cast; empty if the cast has none.
    pub actor_id: String,
    /// What, in the words of the text.
    pub act: String,
    /// To whom.
    pub targets: Vec<String>,
    /// Ids of the targets, in the same order, as given in the cast.
    pub target_ids: Vec<String>,
    /// Code of a behaviour in packs/base (`lexicon/60-categories.toml` says which words give which); empty if none fits.
    pub category: &'static str,
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// In whose words.
    pub voice: Voice,
    /// A child is named in the same sentence.
    pub child_present: bool,
    /// Time words of the sentence, as written.
    pub when: Vec<String>,
    /// Hash of the sentence's normalised text: a dismissed suggestion stays dismissed for it.
    pub sentence: String,
    /// The whole sentence.
    pub sentence_span: Span,
}

/// What the survivor did, offered for the list of efforts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Effort {
    /// Who.
    pub actor: String,
    /// The actor's id, as given in the cast; empty if the cast has none.
    pub actor_id: String,
    /// What, in the words of the text.
    pub act: String,
    /// For whom, where the sentence names a child.
    pub targets: Vec<String>,
    /// Ids of the targets, in the same order, as given in the cast.
    pub target_ids: Vec<String>,
    /// Code of an effort in packs/base; empty if none fits.
    pub category: &'static str,
    /// Time words of the sentence, as written.
    pub when: Vec<String>,
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// In whose words.
    pub voice: Voice,
    /// Hash of the sentence's normalised text.
    pub sentence: String,
    /// The whole sentence.
    pub sentence_span: Span,
}

/// Harm that nobody does in the text: a question, never a draft entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// What happened, in the words of the text.
    pub act: String,
    /// The question, such as "Who did this?".
    pub ask: String,
    /// People of the case whom the sentence names.
    pub people: Vec<String>,
    /// Their ids, in the same order, as given in the cast.
    pub person_ids: Vec<String>,
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// Hash of the sentence's normalised text.
    pub sentence: String,
    /// The whole sentence.
    pub sentence_span: Span,
}

/// Something written well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Noticed {
    /// `named_doer`, `effort_answers` or `child_effect`.
    pub code: &'static str,
    /// What was done well, in one sentence.
    pub message: String,
    /// The words.
    pub quote: String,
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// Hash of the sentence's normalised text.
    pub sentence: String,
}

/// A finding about the whole text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentFinding {
    /// Id, such as DOC101.
    pub rule: &'static str,
    /// What was counted, in words.
    pub message: String,
    /// The question to ask.
    pub ask: &'static str,
    /// The places that were counted.
    pub places: Vec<Span>,
}

/// Sentences by who acts in them, for the visibility view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Visibility {
    /// Sentences read.
    pub sentences: usize,
    /// The perpetrator is the subject of an act.
    pub perpetrator_acts: usize,
    /// The survivor is the subject of a sentence.
    pub survivor_acts: usize,
    /// A child is the subject.
    pub child_acts: usize,
    /// Harm without a doer.
    pub doer_missing: usize,
    /// What the survivor did to protect or resist.
    pub efforts: usize,
}

/// Result of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Sorted by place, then rule.
    pub findings: Vec<Finding>,
    /// Draft entries about what was done.
    pub behaviours: Vec<Behaviour>,
    /// Draft entries about what the survivor did.
    pub efforts: Vec<Effort>,
    /// Harm without a doer, as questions.
    pub questions: Vec<Question>,
    /// What is written well.
    pub noticed: Vec<Noticed>,
    /// About the whole text.
    pub document: Vec<DocumentFinding>,
    /// Who acts.
    pub visibility: Visibility,
    /// Things the reader must know: a language that is not read.
    pub notes: Vec<String>,
    /// Frames, when the configuration asks for them.
    pub trace: Vec<String>,
}

impl Report {
    /// Every place in the report, to be moved or filled in; in no order to rely on.
    pub fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        self.findings
            .iter_mut()
            .flat_map(|f| [&mut f.span, &mut f.sentence_span])
            .chain(self.behaviours.iter_mut().flat_map(|b| [&mut b.span, &mut b.sentence_span]))
            .chain(self.efforts.iter_mut().flat_map(|e| [&mut e.span, &mut e.sentence_span]))
            .chain(self.questions.iter_mut().flat_map(|q| [&mut q.span, &mut q.sentence_span]))
            .chain(self.noticed.iter_mut().map(|n| &mut n.span))
            .chain(self.document.iter_mut().flat_map(|d| d.places.iter_mut()))
    }
}
