//! Backups as the configuration and the command line name them, and the task that makes them beside the server.

use crate::cli::PlaceArgs;
use crate::clock::SystemClock;
use crate::config::Config;
use crate::exit::Failure;
use backup::{Place, Recipients, Retention, S3, Shipper};
use std::time::Duration;
use store::{Clock as _, Store};
use web::BackupPulse;
use zeroize::Zeroizing;

/// Between two looks at what is new. A backup that takes as long again is still there within a minute.
const EVERY: Duration = Duration::from_secs(20);

/// Both places: of the data, and of the keystore.
pub(crate) fn places(config: &Config, args: &PlaceArgs, make: bool) -> Result<(Place, Place), Failure> {
    let named = args.place.as_ref().or(config.backup.place.as_ref()).ok_or_else(|| {
        Failure::usage("no place for the backup is named. Give one after the command, or `place` under [backup]")
    })?;
    let s3 = config.backup.s3.as_ref().map(s3).transpose()?;
    let place = |name: &str| Place::named(name, s3.as_ref(), make).map_err(Failure::failed);
    let keys = args.keys_place.as_ref().or(config.backup.keys_place.as_ref());
    Ok((place(named)?, place(keys.unwrap_or(named))?))
}

fn s3(said: &crate::config::S3Config) -> Result<S3, Failure> {
    let secret = std::fs::read_to_string(&said.secret_file).map_err(|error| {
        Failure::usage(format!(
            "the secret of the S3 store cannot be read from {}: {error}",
            said.secret_file.display()
        ))
    })?;
    Ok(S3 {
        endpoint: said.endpoint.clone(),
        region: said.region.clone(),
        access_key_id: said.access_key_id.clone(),
        secret_access_key: Zeroizing::new(secret.trim().to_owned()),
    })
}

/// What makes the backups. `to` are public keys from the command line.
pub(crate) fn shipper(config: &Config, args: &PlaceArgs, to: &[String]) -> Result<Shipper, Failure> {
    let named = if to.is_empty() { &config.backup.to } else { to };
    let to = Recipients::parse(named.iter().map(String::as_str)).map_err(Failure::usage)?;
    let (place, keys) = places(config, args, true)?;
    Ok(Shipper::new(place, keys, to, retention(config)))
}

/// How long what is kept.
pub(crate) fn retention(config: &Config) -> Retention {
    let usual = Retention::default();
    Retention {
        keys_days: config.backup.keep_keys_days.unwrap_or(usual.keys_days),
        data_days: config.backup.keep_days.unwrap_or(usual.data_days),
        whole_days: usual.whole_days,
    }
}

/// Backs up for as long as the server runs; `pulse` tells how it goes. Ends when the returned sender is dropped, after
/// one last backup.
pub(crate) fn keep_backing_up(
    store: Store,
    mut shipper: Shipper,
    pulse: BackupPulse,
) -> (tokio::sync::oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let (stop, mut stopped) = tokio::sync::oneshot::channel::<()>();
    let task = tokio::spawn(async move {
        let mut failed = false;
        loop {
            let begun = SystemClock.now_micros();
            match shipper.ship(&store, begun).await {
                Ok(_) => {
                    if failed {
                        tracing::info!("backing up works again");
                    }
                    failed = false;
                    pulse.shipped(begun);
                }
                Err(error) => {
                    if !failed {
                        tracing::error!("backing up fails: {error}");
                    }
                    failed = true;
                    pulse.failing();
                }
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                _ = &mut stopped => {
                    let now = SystemClock.now_micros();
                    if let Err(error) = shipper.ship(&store, now).await {
                        tracing::error!("the last backup failed: {error}");
                    }
                    return;
                }
            }
        }
    });
    (stop, task)
}
