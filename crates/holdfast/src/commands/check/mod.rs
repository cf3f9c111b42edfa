//! `holdfast check`: wording findings as text, JSON, SARIF, or line by line for a batch. Nothing leaves the machine.

mod cast;
mod lines;
mod output;
mod pack;
mod progress;
mod source;

use crate::cli::{Check, CheckFormat, CheckProfile};
use crate::exit::{Exit, Failure};
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
        rules: args.pack.as_deref().map(pack::read).transpose()?,
        config: Config { profile, explain: args.explain, nursery: args.nursery, ..Config::default() },
        cast: args.people.as_deref().map(cast::file).transpose()?.unwrap_or_default(),
    };
    if args.jsonl {
        return lines::run(args, &setting);
    }
    let mut writer = output::Writer::new(args.format);
    let files = if args.files.is_empty() { vec!["-".into()] } else { args.files.clone() };
    for path in &files {
        // comments of Markdown may keep a finding
        setting.config.markers = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"));
        let mut source = Source::open(path)?;
        writer.file(source.name())?;
        let mut progress = progress::Progress::new(source.size());
        while let Some(part) = source.next_part()? {
            let mut report = setting.report(&part.text, &setting.cast);
            if part.broken {
                eprintln!("holdfast: {} has letters that are not UTF-8; they are shown as \u{fffd}", source.name());
            }
            if !part.whole {
                // counts over a piece of a text say nothing about the text
                report.document.clear();
            }
            progress.add(part.text.len());
            writer.part(&part, report)?;
        }
        progress.end();
    }
    let any = writer.end()?;
    Ok(if any { Exit::Findings } else { Exit::Fine })
}

/// Kept here so that the format and the writer agree.
fn is_text(format: CheckFormat) -> bool {
    matches!(format, CheckFormat::Text)
}
