//! `holdfast erase`: asks that a case be erased for good, or erases what somebody else asked to be erased.

use crate::cli::EraseCase;
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};

pub(crate) async fn run(config: &Config, args: &EraseCase) -> Result<Exit, Failure> {
    let app = open_app(config, &args.store).await?;
    let case = app.find_case(&operator(), &args.case).await.map_err(Failure::refused)?;
    if let Some(why) = &args.reason {
        app.ask_erasure_by_operator(&operator(), case, &args.confirm, why).await.map_err(Failure::refused)?;
        eprintln!(
            "Asked. Nothing is erased yet: a supervisor of the case decides, on the page “Keeping and erasing” of the case."
        );
        return Ok(Exit::Fine);
    }
    let certificate = app.erase_by_operator(&operator(), case, &args.confirm).await.map_err(Failure::refused)?;
    let text = serde_json::to_string_pretty(&certificate).map_err(Failure::failed)?;
    out(&format!("{text}\n"))?;
    eprintln!(
        "Case {case} is erased. Backups of the keys made before now can still read it until {}; then no copy that Holdfast \
         keeps can.",
        certificate.unreadable_from
    );
    Ok(Exit::Fine)
}
