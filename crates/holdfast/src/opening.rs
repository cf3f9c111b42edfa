//! Opening the store for a command: which folder, which key, and clear words when either is not there.

use crate::cli::StoreArgs;
use crate::clock::{SystemClock, SystemRandom};
use crate::config::Config;
use crate::exit::Failure;
use app::{App, AppParts, Operator};
use std::path::Path;
use std::sync::Arc;
use store::{Location, OpenOptions, Store, Unlock};

/// A passphrase from the terminal.
pub(crate) fn ask_passphrase(create: bool) -> Result<store::Passphrase, Failure> {
    let ask = |prompt: &str| rpassword::prompt_password(prompt).map_err(Failure::failed);
    let first = ask("Passphrase: ")?;
    if create && ask("Once more: ")? != first {
        return Err(Failure::usage("the two passphrases differ. Run the command again"));
    }
    if create && first.chars().count() < 15 {
        return Err(Failure::usage(
            "the passphrase is shorter than 15 characters. Several words are easy to remember",
        ));
    }
    Ok(store::Passphrase::new(first))
}

/// What opens a store that is there.
pub(crate) fn unlocked(config: &Config, args: &StoreArgs) -> Result<Unlock, Failure> {
    if args.passphrase {
        return Ok(Unlock::Passphrase(ask_passphrase(false)?));
    }
    Ok(Unlock::KeyFile(config.key_file(args)))
}

/// Opens the store of a command. `create` makes an empty one, and a key file where there is none.
pub(crate) async fn open_store(config: &Config, args: &StoreArgs, create: bool) -> Result<Store, Failure> {
    let location = config.location(args)?;
    let unlock = if args.passphrase {
        Unlock::Passphrase(ask_passphrase(create)?)
    } else {
        let file = config.key_file(args);
        if create && !file.exists() {
            make_key_file(&file, &location.label())?;
        }
        Unlock::KeyFile(file)
    };
    open(location, unlock, create).await
}

/// Opens the store of a command, or makes it where there is none yet.
pub(crate) async fn open_or_make(config: &Config, args: &StoreArgs) -> Result<Store, Failure> {
    if let Location::Folder(dir) = config.location(args)? {
        return open_store(config, args, !dir.join("holdfast.db").exists()).await;
    }
    // Several servers may start at once: the first makes it.
    let location = config.location(args)?;
    if store::exists(&location, Arc::new(SystemRandom)).await.map_err(Failure::failed)? {
        return open_store(config, args, false).await;
    }
    match open_store(config, args, true).await {
        Ok(store) => Ok(store),
        Err(failure) => {
            if store::exists(&location, Arc::new(SystemRandom)).await.map_err(Failure::failed)? {
                return open_store(config, args, false).await;
            }
            Err(failure)
        }
    }
}

/// Opens a store.
pub(crate) async fn open(place: Location, unlock: Unlock, create: bool) -> Result<Store, Failure> {
    let options =
        OpenOptions { place, unlock, clock: Arc::new(SystemClock), random: Arc::new(SystemRandom), create };
    Store::open(options).await.map_err(Failure::failed)
}

/// Makes a key file, and says that it must be kept.
pub(crate) fn make_key_file(file: &Path, data: &Path) -> Result<(), Failure> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| Failure::failed(format!("the folder {} cannot be made: {error}", folder.display())))?;
    }
    store::write_new_key_file(file, data, &SystemRandom).map_err(Failure::failed)?;
    eprintln!(
        "A new key is in {}. Keep a copy away from this machine: without it nothing can be read, and nobody can help.",
        file.display()
    );
    Ok(())
}

/// The application over a store.
pub(crate) fn app_over(store: Store) -> Result<App, Failure> {
    app_with(store, crate::wording::Engine::default())
}

/// The application over a store, with an engine for the wording check.
pub(crate) fn app_with(store: Store, engine: crate::wording::Engine) -> Result<App, Failure> {
    let pack = words::base_pack().map_err(Failure::failed)?;
    let checker = Arc::new(engine);
    App::new(AppParts { store, pack, clock: Arc::new(SystemClock), random: Arc::new(SystemRandom), checker })
        .map_err(Failure::failed)
}

/// The application over the store of a command.
pub(crate) async fn open_app(config: &Config, args: &StoreArgs) -> Result<App, Failure> {
    let app = app_over(open_store(config, args, false).await?)?;
    app.set_keys_kept_days(crate::backing_up::retention(config).keys_days);
    Ok(app)
}

/// Whoever runs the binary with the key is the operator, and is logged as such.
pub(crate) fn operator() -> Operator {
    Operator::from_key_holder(&who_runs_it())
}

#[expect(clippy::disallowed_methods, reason = "the binary is where the environment enters")]
fn who_runs_it() -> String {
    std::env::var("SUDO_USER").or_else(|_| std::env::var("USER")).unwrap_or_else(|_| "unknown".to_owned())
}
