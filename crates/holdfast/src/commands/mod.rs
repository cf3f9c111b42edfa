//! One file per command.

mod backup;
mod cases;
mod check;
mod copy;
mod demo;
mod erase;
mod erasures;
mod export;
mod expunge;
mod generate;
mod hold;
mod import;
mod import_rows;
mod init;
mod instrument;
mod measures;
mod reindex;
mod restore;
mod rotate_keys;
mod rules;
mod serve;
mod user;
mod verify;
mod view;

use crate::cli::{Cli, Command};
use crate::config::{Config, SAMPLE};
use crate::exit::{Exit, Failure};
use std::io::{IsTerminal, Read, Write};

/// Runs a command.
pub(crate) async fn run(cli: Cli) -> Result<Exit, Failure> {
    let config = Config::load(&cli)?;
    match cli.command {
        Command::Demo(args) => demo::run(&args).await,
        Command::Init(args) => init::run(&config, &args).await,
        Command::Serve(args) => serve::run(&config, &args).await,
        Command::Import(args) => import::run(&config, &args).await,
        Command::Instrument(args) => instrument::run(&config, &args).await,
        Command::Cases(args) => cases::run(&config, &args.store).await,
        Command::Export(args) => export::run(&config, &args).await,
        Command::View(args) => view::run(&config, &args).await,
        Command::Measures(args) => measures::run(&config, &args).await,
        Command::Verify(args) => verify::run(&config, &args).await,
        Command::Backup(args) => backup::run(&config, &args).await,
        Command::Restore(args) => restore::run(&config, &args).await,
        Command::RotateKeys(args) => rotate_keys::run(&config, &args).await,
        Command::User(args) => user::run(&config, args).await,
        Command::Copy(args) => copy::run(&config, &args).await,
        Command::Hold(args) => hold::run(&config, &args).await,
        Command::Expunge(args) => expunge::run(&config, &args).await,
        Command::Erase(args) => erase::run(&config, &args).await,
        Command::Erasures(args) => erasures::run(&config, &args).await,
        Command::Generate(args) => generate::run(&config, &args).await,
        Command::Reindex(args) => reindex::run(&config, &args.store).await,
        Command::Check(args) => check::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Schema(args) => {
            let schema = if args.openapi { web::openapi() } else { practice::format::schema().to_value() };
            let schema = serde_json::to_string_pretty(&schema).map_err(Failure::failed)?;
            out(&format!("{schema}\n"))?;
            Ok(Exit::Fine)
        }
        Command::SampleConfig => {
            out(SAMPLE)?;
            Ok(Exit::Fine)
        }
    }
}

/// Writes the result. A reader that went away (`| head`) is not an error.
pub(crate) fn out(text: &str) -> Result<(), Failure> {
    out_bytes(text.as_bytes())
}

/// The same for bytes that are no text.
pub(crate) fn out_bytes(bytes: &[u8]) -> Result<(), Failure> {
    match std::io::stdout().lock().write_all(bytes) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::failed(format!("the result cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// A password: asked for on a terminal, else the first line of standard input.
pub(crate) fn password() -> Result<String, Failure> {
    if std::io::stdin().is_terminal() {
        let first = rpassword::prompt_password("Password (15 characters or more): ").map_err(Failure::failed)?;
        let again = rpassword::prompt_password("Once more: ").map_err(Failure::failed)?;
        return if first == again {
            Ok(first)
        } else {
            Err(Failure::usage("the two passwords differ. Run it again"))
        };
    }
    let mut text = String::new();
    std::io::stdin().lock().take(4096).read_to_string(&mut text).map_err(Failure::failed)?;
    let line = text.lines().next().unwrap_or_default().to_owned();
    if line.is_empty() {
        return Err(Failure::usage("no password came on standard input. Write it there, on one line"));
    }
    Ok(line)
}
