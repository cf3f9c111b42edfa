//! `holdfast export`: a whole case file, history and all. Never over an existing file.

use crate::cli::{Export, ExportFormat};
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};
use std::io::Write;

pub(crate) async fn run(config: &Config, args: &Export) -> Result<Exit, Failure> {
    let app = open_app(config, &args.store).await?;
    let case = app.find_case(&operator(), &args.case).await.map_err(Failure::refused)?;
    let ExportFormat::Json = args.format;
    let text = app.export(&operator(), case).await.map_err(Failure::failed)?;
    let Some(path) = &args.output else {
        out(&text)?;
        return Ok(Exit::Fine);
    };
    let written = std::fs::OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
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
