//! `holdfast check`: wording findings as text, JSON, SARIF, or line by line for a batch. Nothing leaves the machine.

mod cast;
mod joined;
mod lines;
mod output;
mod progress;
mod sarif;
mod source;

use crate::cli::{Check, CheckFormat, CheckProfile};
use crate::exit::{Exit, Failure};
use intake::Letters;
use language::{Cast, Config, Profile, Report, Rules, analyse_with};
use source::{Part, Source};

/// What all of a run shares.
struct Setting {
    /// Our rules with a pack's, or none: then ours.
    rules: Option<Rules>,
    config: Config,
    cast: Cast,
}

impl Setting {
    fn report(&self, text: &str, cast: &Cast) -> Report {
        analyse_with(self.rules.as_ref().unwrap_or_else(|| Rules::standard()), text, cast, &self.config)
    }
}

/// Checks files, or standard input.
pub(crate) fn run(args: &Check) -> Result<Exit, Failure> {
    let profile = match args.profile {
        CheckProfile::General => Profile::General,
        CheckProfile::Court => Profile::Court,
    };
    let mut setting = Setting {
        rules: args.pack.as_deref().map(crate::team::read).transpose()?.map(|(_, rules)| rules),
        config: Config { profile, explain: args.explain, nursery: args.nursery, ..Config::default() },
        cast: args.people.as_deref().map(cast::file).transpose()?.unwrap_or_default(),
    };
    if args.jsonl {
        return lines::run(args, &setting);
    }
    let mut writer = output::Writer::new(args.format);
    writer.start()?;
    let files = if args.files.is_empty() { vec!["-".into()] } else { args.files.clone() };
    let mut worst = Exit::Fine;
    for path in &files {
        // comments of Markdown may keep a finding
        setting.config.markers = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"));
        // a file that cannot be read is no reason to leave out the others
        if let Err(failure) = one(path, &setting, &mut writer) {
            crate::exit::report(&failure);
            worst = if worst == Exit::Failed { worst } else { failure.exit };
            writer.refused(&source::name(path), &failure.message)?;
        }
    }
    let skipped = writer.skipped();
    let any = writer.end()?;
    Ok(match worst {
        Exit::Fine if any => Exit::Findings,
        // nothing found where something was not checked is no all-clear
        Exit::Fine if skipped => Exit::Refused,
        other => other,
    })
}

fn one(path: &std::path::Path, setting: &Setting, writer: &mut output::Writer) -> Result<(), Failure> {
    let mut source = Source::open(path)?;
    writer.file(source.name())?;
    let mut progress = progress::Progress::new(source.size());
    let mut told = false;
    while let Some(part) = source.next_part()? {
        let mut report = setting.report(&part.text, &setting.cast);
        let said = match part.letters {
            Letters::Utf8 => None,
            Letters::Windows => {
                Some("is not UTF-8 and was read as an old Windows text: look at names with accents".to_owned())
            }
            Letters::Broken => Some("has letters that are not UTF-8; they are shown as \u{fffd}".to_owned()),
        };
        if let (Some(said), false) = (said, told) {
            told = true;
            eprintln!("holdfast: {} {said}", source.name());
        }
        if !part.whole {
            // counts over a piece of a text say nothing about the text
            report.document.clear();
        }
        progress.add(part.text.len());
        writer.part(&part, report)?;
    }
    progress.end();
    Ok(())
}

/// Whether a text was left alone because it is in a language that is not read.
fn is_unread(report: &Report) -> bool {
    !report.notes.is_empty() && report.visibility.sentences == 0 && report.findings.is_empty()
}

/// Kept here so that the format and the writer agree.
fn is_text(format: CheckFormat) -> bool {
    matches!(format, CheckFormat::Text)
}
