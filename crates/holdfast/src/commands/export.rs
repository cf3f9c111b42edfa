//! `holdfast export`: a whole case file, history and all, or a document made from it. Never over an existing file.

use crate::cli::{Export, ExportFormat};
use crate::commands::out_bytes;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};
use app::App;
use practice::ids::CaseId;
use practice::label::{Label, Labels};
use print::Made;
use std::io::{IsTerminal as _, Write};

pub(crate) async fn run(config: &Config, args: &Export) -> Result<Exit, Failure> {
    if matches!(args.format, ExportFormat::Docx) && args.output.is_none() && std::io::stdout().is_terminal() {
        return Err(Failure::usage("a Word file is nothing for a terminal: say where to write it, with -o FILE"));
    }
    let app = open_app(config, &args.store).await?;
    let case = app.find_case(&operator(), &args.case).await.map_err(Failure::refused)?;
    let bytes = match args.format {
        ExportFormat::Json => app.export(&operator(), case).await.map_err(Failure::failed)?.into_bytes(),
        ExportFormat::Docx | ExportFormat::Html => document(&app, case, args).await?,
    };
    if matches!(args.format, ExportFormat::Json) {
        say_of_documents(&bytes);
    }
    let Some(path) = &args.output else {
        out_bytes(&bytes)?;
        return Ok(Exit::Fine);
    };
    let written = std::fs::OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut file| {
        file.write_all(&bytes)?;
        file.sync_all()
    });
    written.map_err(|error| {
        let hint = match error.kind() {
            std::io::ErrorKind::AlreadyExists => "Choose another name: nothing is written over",
            _ => "Check the folder and the space left",
        };
        Failure::failed(format!("{} cannot be written: {error}. {hint}", path.display()))
    })?;
    eprintln!("Written to {}. It is in clear: keep it as you would keep the file itself.", path.display());
    Ok(Exit::Fine)
}

/// A working copy, with no more in it than somebody at a page could take.
async fn document(app: &App, case: CaseId, args: &Export) -> Result<Vec<u8>, Failure> {
    let kind = args.document.ok_or_else(|| {
        Failure::usage("say which document: --document chronology, map, assessment, change or decisions")
    })?;
    let labels: Labels = args.with.iter().copied().chain([Label::Professional]).collect();
    let view = if matches!(args.format, ExportFormat::Docx) { kind.taken() } else { kind.printed() };
    let projection = app.operator_paper(&operator(), case, &labels, view).await.map_err(Failure::failed)?;
    let words = words::Words::new("en").map_err(Failure::failed)?;
    let made = Made { as_of: app.today(), labels: &labels, zone: &jiff::tz::TimeZone::UTC, of: None };
    let document = print::document(kind, &projection, app.pack(), &words, made);
    match args.format {
        ExportFormat::Docx => print::docx(&document, args.paper).map_err(Failure::failed),
        _ => print::page(&document).map(String::into_bytes).map_err(Failure::failed),
    }
}

/// The files of attached documents are not part of a case file: whoever hands it over must know.
fn say_of_documents(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let documents = text.lines().filter(|line| line.contains("\"body\":{\"document\":{")).count();
    if documents > 0 {
        eprintln!(
            "{documents} lines are of attached documents. Their files are not part of a case file; it holds the fingerprint of \
             each. Hand the files over apart."
        );
    }
}
