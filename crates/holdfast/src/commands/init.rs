//! `holdfast init`: keys and the first account, without a browser.

use crate::cli::Init;
use crate::commands::{out, password};
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{app_over, open_store, operator};
use app::NewAccount;
use practice::permission::AccountRole;

pub(crate) async fn run(config: &Config, args: &Init) -> Result<Exit, Failure> {
    // Ask first: a store without its account would have to be begun again.
    let password = match &args.account {
        Some(_) => Some(password()?),
        None => None,
    };
    let app = app_over(open_store(config, &args.store, true).await?)?;
    if let (Some(sign_in), Some(password)) = (&args.account, password) {
        let account = NewAccount {
            name: args.name.clone().unwrap_or_else(|| sign_in.clone()),
            sign_in: sign_in.clone(),
            roles: [AccountRole::Practitioner, AccountRole::Supervisor].into_iter().collect(),
            password: password.into(),
        };
        app.account_create(&operator(), account).await.map_err(Failure::refused)?;
    }
    out(&format!("{}\n", config.location(&args.store)?.label().display()))?;
    eprintln!("Ready. Start it with: holdfast serve");
    Ok(Exit::Fine)
}
