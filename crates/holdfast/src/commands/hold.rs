//! `holdfast hold`: forbids that anything of a case is erased, or allows it again.

use crate::cli::HoldCase;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};

pub(crate) async fn run(config: &Config, args: &HoldCase) -> Result<Exit, Failure> {
    let app = open_app(config, &args.store).await?;
    let case = app.find_case(&operator(), &args.case).await.map_err(Failure::refused)?;
    app.hold_by_operator(&operator(), case, !args.lift, &args.reason).await.map_err(Failure::refused)?;
    if args.lift {
        eprintln!("The hold on case {case} is lifted.");
    } else {
        eprintln!("Case {case} is held: nothing of it can be erased or taken out.");
    }
    Ok(Exit::Fine)
}
