//! `holdfast rotate-keys`: other keys in place of those there are.

use crate::cli::RotateKeys;
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{app_over, ask_passphrase, make_key_file, open_store, operator};
use store::Unlock;

/// Everybody's sessions have expired by then.
const EVERY_SESSION: i64 = i64::MAX;

pub(crate) async fn run(config: &Config, args: &RotateKeys) -> Result<Exit, Failure> {
    if args.instance {
        instance(config, args).await?;
    } else if args.agency {
        agency(config, args).await?;
    } else {
        cases(config, args).await?;
    }
    eprintln!("Make a backup now: older ones hold the old keys until they expire.");
    Ok(Exit::Fine)
}

async fn cases(config: &Config, args: &RotateKeys) -> Result<(), Failure> {
    let store = open_store(config, &args.store, false).await?;
    let told = |done: u64, all: u64| {
        if done.is_multiple_of(500) || done == all {
            eprintln!("{done} of {all} have other keys");
        }
    };
    let rotated = store.rotate_streams(told).await.map_err(Failure::failed)?;
    out(&format!("{} streams\t{} rows sealed again\n", rotated.streams, rotated.rows))?;
    eprintln!("Nothing is left under the old keys; they are destroyed.");
    Ok(())
}

async fn agency(config: &Config, args: &RotateKeys) -> Result<(), Failure> {
    let store = open_store(config, &args.store, false).await?;
    store.rotate_agency().await.map_err(Failure::failed)?;
    store.close().await;
    let store = open_store(config, &args.store, false).await?;
    store.session_sweep(EVERY_SESSION).await.map_err(Failure::failed)?;
    let cases = app_over(store)?.rebuild_index(&operator()).await.map_err(|problem| {
        Failure::failed(format!(
            "the agency key is changed; the index is not built again: {problem}. Run holdfast reindex"
        ))
    })?;
    out(&format!("{cases} cases indexed\n"))?;
    eprintln!("The agency key is another; everybody signs in again.");
    Ok(())
}

async fn instance(config: &Config, args: &RotateKeys) -> Result<(), Failure> {
    let store = open_store(config, &args.store, false).await?;
    let place = store.place();
    let unlock = match &args.new_key_file {
        Some(file) => {
            make_key_file(file, &config.data_dir(&args.store))?;
            Unlock::KeyFile(file.clone())
        }
        None if args.new_passphrase => Unlock::Passphrase(ask_passphrase(true)?),
        None => return Err(Failure::usage("name the new key with --new-key-file FILE, or use --new-passphrase")),
    };
    store.rotate_instance(unlock).await.map_err(Failure::failed)?;
    match &args.new_key_file {
        Some(file) => eprintln!("{} opens it from now on: --key-file {}", place.display(), file.display()),
        None => eprintln!("{} opens with the new passphrase from now on: --passphrase", place.display()),
    }
    Ok(())
}
