//! `holdfast verify`: checks the whole journal and says what was changed, dropped, reordered or rolled back.

use crate::cli::Verify;
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::open_store;

pub(crate) async fn run(config: &Config, args: &Verify) -> Result<Exit, Failure> {
    let store = open_store(config, &args.store, false).await?;
    let witness = match &args.witness {
        Some(path) => {
            let bytes = std::fs::read(path).map_err(|error| {
                Failure::usage(format!("the heads in {} cannot be read: {error}", path.display()))
            })?;
            Some(store::HeadsFile::parse(&bytes).map_err(Failure::usage)?)
        }
        None => None,
    };
    let report = store.verify(witness.as_ref()).await.map_err(Failure::failed)?;
    for finding in &report.findings {
        out(&format!("{finding}\n"))?;
    }
    let checked = format!("{} streams, {} events checked", report.streams, report.events);
    if !report.findings.is_empty() {
        eprintln!("{checked}: {} findings. Do not go on writing; compare with a backup.", report.findings.len());
        return Ok(Exit::Findings);
    }
    eprintln!("{checked}: nothing was changed, dropped or reordered.");
    if args.witness.is_none() {
        eprintln!("Whoever holds the key and the disk could still have forged it: keep the heads elsewhere (--export-heads) and check with --witness.");
    }
    if let Some(path) = &args.export_heads {
        let heads = store.export_heads().await.map_err(Failure::failed)?;
        std::fs::write(path, heads.to_bytes()).map_err(|error| {
            Failure::failed(format!("the heads cannot be written to {}: {error}", path.display()))
        })?;
        eprintln!("Heads written to {}. Keep them on another machine.", path.display());
    }
    Ok(Exit::Fine)
}
