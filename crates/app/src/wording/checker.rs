//! The door to the wording engine. `app` and `web` know only this; tests put a small one in its place.

use practice::ids::EntryId;

/// What somebody is to the family, as far as wording is concerned. Decided by role decisions, never by gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Is abused.
    Survivor,
    /// Abuses.
    Perpetrator,
    /// A child.
    Child,
    /// Works with the family.
    Professional,
    /// Family and others.
    Relative,
    /// Not decided, or different from one relationship to another: findings about this person are put softly.
    Open,
}

/// Somebody of the case, with the names by which notes call them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CastMember {
    /// The person entry, where there is one.
    pub id: Option<EntryId>,
    /// The whole name: what the engine's answers say.
    pub name: String,
    /// What pages call the person.
    pub short: String,
    /// Other names, parts of names, "Mum", "MOC".
    pub aliases: Vec<String>,
    /// What the person is to the family.
    pub part: Part,
}

/// A place in a text: in bytes for us, in UTF-16 units for the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// First UTF-16 unit.
    pub utf16_start: usize,
    /// One past the last UTF-16 unit.
    pub utf16_end: usize,
}

/// How strongly a finding is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingLevel {
    /// Worth a look.
    Look,
    /// Likely to hide or blame.
    Likely,
    /// Hides or blames.
    Clear,
}

/// One passage of wording to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Rule, such as MUT101: its help page has the same name.
    pub rule: String,
    /// Name of the rule.
    pub name: String,
    /// How strongly.
    pub level: FindingLevel,
    /// Where.
    pub place: Place,
    /// The words.
    pub quote: String,
    /// What they do.
    pub what: String,
    /// Why that matters.
    pub why: String,
    /// Who is missing or blamed; may be empty.
    pub who: String,
    /// Why the exceptions of the rule did not apply; may be empty.
    pub exceptions: String,
    /// The question.
    pub ask: String,
    /// A next sentence with blanks in square brackets; may be empty.
    pub rewrite: String,
    /// It rests on a role that is not decided.
    pub soft: bool,
    /// Hash of the sentence: what is decided about the finding lapses when it changes.
    pub sentence: String,
    /// Where the sentence is.
    pub within: Place,
}

/// What a suggestion would become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuggestionKind {
    /// What somebody does to control or harm.
    Behaviour,
    /// What a survivor does for safety, care and stability.
    Effort,
}

impl SuggestionKind {
    /// The code, as in keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Behaviour => "behaviour",
            Self::Effort => "effort",
        }
    }
}

/// In whose words something is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The writer.
    Author,
    /// The survivor said so.
    Survivor,
    /// A child said so.
    Child,
    /// The person who causes harm said so.
    Perpetrator,
    /// Somebody else said so.
    Other,
    /// Within quotation marks.
    Quotation,
}

/// A draft entry that a person may take up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it would become.
    pub kind: SuggestionKind,
    /// Who.
    pub actor: Named,
    /// What, in the words of the text.
    pub act: String,
    /// To whom, or for whom.
    pub targets: Vec<Named>,
    /// The code of the base pack that fits, where one does.
    pub category: Option<String>,
    /// Where.
    pub place: Place,
    /// In whose words.
    pub voice: Voice,
    /// Time words of the sentence, as written.
    pub when: Vec<String>,
    /// Hash of the sentence: what is set aside stays so for it.
    pub sentence: String,
    /// Where the sentence is.
    pub within: Place,
}

/// Somebody in a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The person entry, where it is clear who is meant: with two people of one name it is not.
    pub id: Option<EntryId>,
    /// What to call them.
    pub name: String,
}

/// Harm that nobody does in the text: a question, never a draft entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question, such as "Who did this?".
    pub ask: String,
    /// The people whom the sentence names.
    pub people: Vec<Named>,
    /// Where.
    pub place: Place,
    /// Hash of the sentence.
    pub sentence: String,
    /// Where the sentence is.
    pub within: Place,
}

/// Something written well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noticed {
    /// What was done well, in one sentence.
    pub says: String,
    /// The words.
    pub quote: String,
}

/// A remark about the whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeText {
    /// Which, such as DOC101.
    pub rule: String,
    /// What is so.
    pub says: String,
    /// The question.
    pub ask: String,
}

/// Sentences by who acts in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WhoActs {
    /// Sentences read.
    pub sentences: usize,
    /// Who causes harm is the one who acts.
    pub perpetrator: usize,
    /// The survivor is the one who acts.
    pub survivor: usize,
    /// A child is the one who acts, says or feels something.
    pub child: usize,
    /// Harm, and nobody who does it.
    pub nobody: usize,
}

/// What a check gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// In the order of the text.
    pub findings: Vec<Finding>,
    /// In the order of the text.
    pub suggestions: Vec<Suggestion>,
    /// Harm without a doer, as questions.
    pub questions: Vec<Question>,
    /// What is written well.
    pub well: Vec<Noticed>,
    /// About the whole.
    pub whole: Vec<WholeText>,
    /// Who acts.
    pub acts: WhoActs,
    /// What the reader must know: a language that is not read. Then nothing was checked, which is no all-clear.
    pub not_read: Vec<String>,
}

/// The page of a rule, from the data that its tests use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePage {
    /// Id, such as MUT101.
    pub id: String,
    /// Name.
    pub name: String,
    /// Family, as a code.
    pub family: String,
    /// What the words do.
    pub what: String,
    /// Why it matters, with the source.
    pub why: String,
    /// The question.
    pub ask: String,
    /// The rewrite with blanks; may be empty.
    pub rewrite: String,
    /// What is not marked.
    pub traps: Vec<String>,
    /// What is known to be missed.
    pub gaps: String,
    /// Sentences that are marked.
    pub bad: Vec<String>,
    /// Sentences that are not.
    pub good: Vec<String>,
}

/// The wording engine. Never edits, never blocks, never asks another machine.
pub trait Checker: Send + Sync {
    /// Checks a text about these people. The same text and people give the same answer.
    fn check(&self, text: &str, cast: &[CastMember]) -> Checked;

    /// The same for pleadings and schedules, where "alleges" may be required.
    fn check_for_court(&self, text: &str, cast: &[CastMember]) -> Checked {
        self.check(text, cast)
    }

    /// The pages of all rules, sorted by id.
    fn rules(&self) -> Vec<RulePage>;
}

/// No engine: for programs that check nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NothingChecked;

impl Checker for NothingChecked {
    fn check(&self, _: &str, _: &[CastMember]) -> Checked {
        Checked::default()
    }

    fn rules(&self) -> Vec<RulePage> {
        Vec::new()
    }
}
