//! `holdfast instrument`: brings in a set of questions as an XLSForm. Every fault is named by sheet and row.

use crate::cli::BringInstrument;
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};
use intake::{Limits, Wanted, read_xlsform};
use practice::instrument::ForWhom;
use practice::label::Label;

pub(crate) async fn run(config: &Config, args: &BringInstrument) -> Result<Exit, Failure> {
    let name = args.file.display();
    let bytes = std::fs::read(&args.file).map_err(|error| {
        Failure::usage(format!("{name} cannot be read: {error}. Check the name and the permissions"))
    })?;
    let words = words::Words::new("en").map_err(Failure::failed)?;
    let all = [ForWhom::Survivor, ForWhom::Perpetrator, ForWhom::EachAdult, ForWhom::Child, ForWhom::Team];
    let for_whom = match &args.for_whom {
        None => None,
        Some(code) => Some(all.into_iter().find(|whom| whom.code() == code).ok_or_else(|| {
            Failure::usage(format!("“{code}” is nobody: use survivor, perpetrator, each_adult, child or team"))
        })?),
    };
    let label = match &args.label {
        None => None,
        Some(code) => Some(Label::from_code(code).ok_or_else(|| {
            Failure::usage(format!(
                "“{code}” is no label: use professional, survivor_confidential, child_voice or staff"
            ))
        })?),
    };
    let brought = match read_xlsform(&bytes, &Wanted { for_whom, label }, &Limits::USUAL) {
        Ok(brought) => brought,
        Err(faults) => {
            eprintln!("{name}: nothing of this file was brought in.");
            for fault in faults {
                eprintln!("  {}", words::unmarked(&fault.say(&words)));
            }
            return Ok(Exit::Refused);
        }
    };
    for remark in &brought.remarks {
        eprintln!("  {}", words::unmarked(&remark.say(&words)));
    }
    let code = brought.instrument.code.clone();
    if args.dry_run {
        eprintln!("This was a dry run: nothing was changed.");
        out(&format!("instrument {code} fits\n"))?;
        return Ok(Exit::Fine);
    }
    let app = open_app(config, &args.store).await?;
    let version = app
        .bring_instrument(&operator(), brought.instrument, &brought.file_hash)
        .await
        .map_err(Failure::refused)?;
    out(&format!("instrument {code} version {version}\n"))?;
    Ok(Exit::Fine)
}
