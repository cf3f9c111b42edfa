//! `holdfast backup`: what was added and changed since the last one, while the store is in use.

use crate::backing_up::{places, shipper};
use crate::cli::Backup;
use crate::clock::SystemClock;
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::open_store;
use store::Clock as _;

pub(crate) async fn run(config: &Config, args: &Backup) -> Result<Exit, Failure> {
    if let Some(file) = &args.new_identity {
        let public = backup::new_identity(file).map_err(Failure::failed)?;
        out(&format!("{public}\n"))?;
        eprintln!(
            "The private key is in {}. Move it off this machine, and keep a second copy: with it and the key file of the \
             store, backups are read; without it, nobody can. Back up with --to {public}",
            file.display()
        );
        return Ok(Exit::Fine);
    }
    if args.check {
        return check(config, args).await;
    }
    let mut shipper = shipper(config, &args.place, &args.to)?;
    let store = open_store(config, &args.store, false).await?;
    let shipped = shipper.ship(&store, SystemClock.now_micros()).await.map_err(Failure::failed)?;
    match shipped.segment {
        Some(segment) => {
            let what = if shipped.whole { "everything" } else { "what is new" };
            out(&format!(
                "segment {segment}\t{what}\t{} rows, {} entries\t{} bytes\n",
                shipped.rows, shipped.entries, shipped.bytes
            ))?;
        }
        None => eprintln!("Nothing has changed since the last backup."),
    }
    Ok(Exit::Fine)
}

async fn check(config: &Config, args: &Backup) -> Result<Exit, Failure> {
    let (place, keys) = places(config, &args.place, false)?;
    let checked = backup::check(&place, &keys).await.map_err(Failure::failed)?;
    for damage in &checked.damages {
        out(&format!("{}\t{}\n", damage.file, damage.why))?;
    }
    let newest = checked
        .newest_micros
        .and_then(|at| jiff::Timestamp::from_microsecond(at).ok())
        .map_or_else(String::new, |at| format!(", the newest of {at:.0}"));
    let said = format!("{} segments, {} files, {} bytes{newest}", checked.segments, checked.files, checked.bytes);
    if checked.is_whole() {
        eprintln!("{said}: every file is there and as it was written. Whether it can be restored, a drill tells.");
        return Ok(Exit::Fine);
    }
    eprintln!(
        "{said}: not as it was written. Back up to another place, and keep this one for what is whole in it."
    );
    Ok(Exit::Findings)
}
