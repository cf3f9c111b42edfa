//! Options of what takes something out: export, measures, view.

use super::StoreArgs;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Options of `export`.
#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Case id, or the beginning of one
    pub(crate) case: String,
    /// In which form: the whole case file, or a document made from it
    #[arg(long, default_value = "json")]
    pub(crate) format: ExportFormat,
    /// Which document, for docx and html: chronology, map, assessment, change or decisions. A working copy for the case team
    #[arg(long, value_name = "DOCUMENT", required_if_eq_any = [("format", "docx"), ("format", "html")])]
    pub(crate) document: Option<print::DocumentKind>,
    /// What a document may hold beside what is recorded for case professionals: child_voice, third_party
    #[arg(long, value_name = "LABEL", requires = "document", value_parser = label_on_paper)]
    pub(crate) with: Vec<practice::label::Label>,
    /// The paper of a Word file: a4 or letter
    #[arg(long, value_name = "PAPER", default_value = "a4", value_parser = paper)]
    pub(crate) paper: print::Paper,
    /// File to write; it must not exist [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Forms of an export.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ExportFormat {
    /// holdfast-case/1
    Json,
    /// A Word file
    Docx,
    /// A print page that stands alone
    Html,
}

/// A label that may stand in a working copy.
fn label_on_paper(code: &str) -> Result<practice::label::Label, String> {
    use practice::label::Label;
    Label::from_code(code)
        .filter(|label| Label::ON_PAPER.contains(label))
        .ok_or_else(|| "no document holds this. Choose child_voice or third_party, or leave it out".to_owned())
}

/// The paper of a Word file.
fn paper(code: &str) -> Result<print::Paper, String> {
    print::Paper::from_code(code).ok_or_else(|| "there is no such paper. Choose a4 or letter".to_owned())
}

/// Options of `measures`.
#[derive(Debug, Args)]
#[command(after_help = "\
Over all cases, for whoever holds the key. Numbers below --smallest are not shown, nor those from which they could be worked
out, so that the result may be passed on; --exact shows all. A supervisor has the same for the cases he or she supervises on
the page “What is recorded”; one case has it with: holdfast view CASE measures")]
pub(crate) struct Measures {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// In which form
    #[arg(long, default_value = "text")]
    pub(crate) format: MeasuresFormat,
    /// Numbers below this are not shown
    #[arg(long, value_name = "N", default_value = "5", value_parser = clap::value_parser!(u16).range(2..=100))]
    pub(crate) smallest: u16,
    /// Show all numbers; the result is then not for passing on
    #[arg(long, conflicts_with = "smallest")]
    pub(crate) exact: bool,
}

/// Forms of measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MeasuresFormat {
    /// Sentences
    Text,
    /// Codes and numbers
    Json,
}

/// Options of `view`.
#[derive(Debug, Args)]
pub(crate) struct View {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Case id, or the beginning of one
    pub(crate) case: String,
    /// Which view
    pub(crate) view: Which,
    /// In which form
    #[arg(long, default_value = "text")]
    pub(crate) format: ViewFormat,
    /// The day to make it for, as 2026-11-24 [default: today]
    #[arg(long, value_name = "DAY")]
    pub(crate) as_of: Option<jiff::civil::Date>,
}

/// Views.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Which {
    /// What is done, how it reaches each child, what answers it
    Map,
    /// What nobody has asked yet
    Gaps,
    /// What quality assurance asks for: what is recorded, with its days
    Measures,
    /// What was done, its effects and the answers, in order
    Chronology,
    /// Who is who, who lives with whom, who harms and who protects whom
    Genogram,
    /// Who is around the family, and what each did
    Ecomap,
    /// Whom anybody has spoken with, what each parent was asked to do, who acts in the record
    Visibility,
    /// What agencies did, and whether it helped, in whose view
    Responses,
    /// What is said of each behaviour over time, and what is seen
    Change,
    /// Who does what for the children, the same questions for every caregiver
    Care,
    /// Both adults used force: the same questions for both; for the team only
    Force,
    /// What money, health, migration or disability have to do with the pattern
    Intersections,
    /// What was asked in which words, what was said and what came of it; results of risk tools
    Interviews,
    /// One plan for each adult, what the children need, what agencies will do
    Plan,
    /// What was done with those who cause harm, by which agency, and what failed
    #[value(alias = "efforts_with_him")]
    EffortsWithHim,
    /// Each child: own words, effects and answers, the ordinary day
    Child,
    /// Decisions with their questions: answers, evidence for and against, dissent, what is missing
    Tests,
    /// Mapping sessions: who attends, what is shown, whose actions come of them
    Sessions,
    /// Supervision of the case: why now, what was done, what was agreed; for the team only
    Supervision,
}

/// Forms of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ViewFormat {
    /// Codes and arguments
    Json,
    /// Sentences
    Text,
    /// A picture; not of the gaps
    Svg,
}
