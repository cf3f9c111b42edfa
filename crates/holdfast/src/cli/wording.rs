//! Options of the wording check.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Options of `check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Text (.txt, .md) or Word (.docx) files; `-` is standard input [default: standard input]
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Who is who: [{"name": "…", "aliases": ["…"], "role": "survivor"}]; roles: survivor, perpetrator, child,
    /// professional, relative
    #[arg(long, value_name = "FILE")]
    pub(crate) people: Option<PathBuf>,
    /// In which form
    #[arg(long, default_value = "text", conflicts_with = "jsonl")]
    pub(crate) format: CheckFormat,
    /// One JSON object a line, {"id","text","people"}, and one answer a line. Exit 1 if a line could not be read
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// For --jsonl: how many threads; the answers are the same on any number [default: all processors]
    #[arg(long, value_name = "N", requires = "jsonl")]
    pub(crate) threads: Option<std::num::NonZeroU8>,
    /// Also show how each sentence was read, and why a rule did or did not speak
    #[arg(long)]
    pub(crate) explain: bool,
    /// Also try the patterns that are not yet precise; what they find is a note
    #[arg(long)]
    pub(crate) nursery: bool,
    /// For whom the text is written; `court` allows "alleges" and its like
    #[arg(long, default_value = "general")]
    pub(crate) profile: CheckProfile,
    /// An agency's own terms, levels and rules (TOML; docs/wording.md shows one)
    #[arg(long, value_name = "FILE")]
    pub(crate) pack: Option<PathBuf>,
}

/// For whom a text is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CheckProfile {
    /// Notes, assessments, plans
    General,
    /// Pleadings and schedules
    Court,
}

/// Forms of findings.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CheckFormat {
    /// Lines with carets, the question and a next sentence
    Text,
    /// Everything, as one JSON document; the findings of a file are held in memory
    Json,
    /// SARIF 2.1.0, for other tools, in constant memory; what was not read stands in its invocation
    Sarif,
}

/// Options of `rules`.
#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// Rule id, such as MUT101
    pub(crate) id: Option<String>,
}
