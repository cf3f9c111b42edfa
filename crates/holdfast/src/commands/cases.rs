//! `holdfast cases`: id, children's names, entries, head.

use crate::cli::StoreArgs;
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};

pub(crate) async fn run(config: &Config, args: &StoreArgs) -> Result<Exit, Failure> {
    let app = open_app(config, args).await?;
    for case in app.operator_cases(&operator()).await.map_err(Failure::failed)? {
        let children =
            if case.children.is_empty() { "(no child recorded)".to_owned() } else { case.children.join(", ") };
        out(&format!("{}\t{children}\t{}\t{}\n", case.case, case.entries, case.head))?;
    }
    Ok(Exit::Fine)
}
