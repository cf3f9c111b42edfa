//! `holdfast user`: accounts, without a browser.

use crate::cli::User;
use crate::commands::{out, password};
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};
use app::NewAccount;
use practice::permission::{AccountRole, Relation};
use std::collections::BTreeSet;

pub(crate) async fn run(config: &Config, command: User) -> Result<Exit, Failure> {
    match command {
        User::Add { store, sign_in, name, roles } => {
            let roles = parse_roles(&roles)?;
            let password = password()?;
            let app = open_app(config, &store).await?;
            let account = NewAccount { name, sign_in, roles, password: password.into() };
            let id = app.account_create(&operator(), account).await.map_err(Failure::refused)?;
            out(&format!("{id}\n"))?;
        }
        User::List(args) => {
            let app = open_app(config, &args.store).await?;
            for account in app.account_list(&operator()).await.map_err(Failure::failed)? {
                let roles: Vec<&str> = account.roles.iter().map(|role| role.code()).collect();
                let state = if account.disabled { "closed" } else { "open" };
                out(&format!(
                    "{}\t{}\t{}\t{}\t{state}\n",
                    account.id,
                    account.sign_in,
                    account.name,
                    roles.join(",")
                ))?;
            }
        }
        User::Password { store, sign_in } => {
            let password = password()?;
            let app = open_app(config, &store).await?;
            app.password_set(&operator(), &sign_in, password.into()).await.map_err(Failure::refused)?;
            eprintln!("The password of {sign_in} is set; their sessions have ended.");
        }
        User::Disable { store, sign_in } => {
            let app = open_app(config, &store).await?;
            app.account_disable(&operator(), &sign_in).await.map_err(Failure::refused)?;
            eprintln!("{sign_in} is closed; their sessions have ended.");
        }
        User::Enable { store, sign_in } => {
            let app = open_app(config, &store).await?;
            app.account_enable(&operator(), &sign_in).await.map_err(Failure::refused)?;
            eprintln!("{sign_in} is open again.");
        }
        User::Allocate { store, sign_in, case, relation } => {
            let relation = Relation::from_code(&relation).ok_or_else(|| {
                Failure::usage(format!("“{relation}” is not one of allocated, supervisor_of, conflict"))
            })?;
            let app = open_app(config, &store).await?;
            let case = app.find_case(&operator(), &case).await.map_err(Failure::refused)?;
            app.allocate_by_operator(&operator(), case, &sign_in, relation).await.map_err(Failure::refused)?;
            eprintln!("{sign_in}: {} on case {case}.", relation.code());
        }
    }
    Ok(Exit::Fine)
}

fn parse_roles(codes: &[String]) -> Result<BTreeSet<AccountRole>, Failure> {
    codes
        .iter()
        .flat_map(|codes| codes.split(','))
        .map(|code| {
            AccountRole::from_code(code.trim()).ok_or_else(|| {
                Failure::usage(format!("“{code}” is not one of practitioner, supervisor, administrator"))
            })
        })
        .collect()
}
