//! `holdfast expunge`: takes an entry out for good that was recorded in the wrong case.

use crate::cli::ExpungeEntry;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};
use practice::ids::EntryId;

pub(crate) async fn run(config: &Config, args: &ExpungeEntry) -> Result<Exit, Failure> {
    let entry: EntryId = args.entry.parse().map_err(|_| {
        Failure::usage(format!(
            "“{}” is no id of an entry. Give the whole id, as it stands in the address of its page",
            args.entry
        ))
    })?;
    let app = open_app(config, &args.store).await?;
    let case = app.find_case(&operator(), &args.case).await.map_err(Failure::refused)?;
    app.expunge_by_operator(&operator(), case, entry, &args.reason).await.map_err(Failure::refused)?;
    eprintln!(
        "Entry {entry} is taken out of case {case} for good. Backups made before now still hold it until {}.",
        app.keys_expire_at().strftime("%Y-%m-%d")
    );
    Ok(Exit::Fine)
}
