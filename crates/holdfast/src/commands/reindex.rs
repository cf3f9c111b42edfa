//! `holdfast reindex`: the index is derived; drop it and build it again from the journal.

use crate::cli::StoreArgs;
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};

pub(crate) async fn run(config: &Config, args: &StoreArgs) -> Result<Exit, Failure> {
    let app = open_app(config, args).await?;
    let cases = app.rebuild_index(&operator()).await.map_err(Failure::failed)?;
    out(&format!("{cases} cases indexed\n"))?;
    Ok(Exit::Fine)
}
