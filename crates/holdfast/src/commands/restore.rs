//! `holdfast restore`: a store again from its backup, verified; or a drill that throws it away afterwards.

use crate::backing_up::places;
use crate::cli::Restore;
use crate::clock::{SystemClock, SystemRandom};
use crate::commands::out;
use crate::commands::verify::{read_heads, said};
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{app_over, open_store, operator};
use backup::{Identities, Restored};
use std::sync::Arc;
use store::{Clock as _, Location, Random, Store, VerifyReport};

pub(crate) async fn run(config: &Config, args: &Restore) -> Result<Exit, Failure> {
    let witness = args.witness.as_deref().map(read_heads).transpose()?;
    let identities = Identities::read(&args.identity).map_err(Failure::usage)?;
    let (place, keys_place) = places(config, &args.place, false)?;
    // A drill never touches the folder of the real store.
    let scratch = if args.drill { Some(tempfile::tempdir().map_err(Failure::failed)?) } else { None };
    let location = match &scratch {
        Some(folder) => Location::Folder(folder.path().join("data")),
        None => config.location(&args.store)?,
    };
    let until = args.until.map(jiff::Timestamp::as_microsecond);
    let begun = SystemClock.now_micros();
    let random: Arc<dyn Random> = Arc::new(SystemRandom);
    let restored = backup::restore(&place, &keys_place, &identities, until, &location, &random)
        .await
        .map_err(Failure::failed)?;
    let mut opened = args.store.clone();
    if let Location::Folder(dir) = &location {
        (opened.data, opened.database, opened.keystore) = (Some(dir.clone()), None, None);
    }
    let store = open_store(config, &opened, false).await?;
    let again = delete_again(&store, &restored).await?;
    let app = app_over(store.clone())?;
    let cases = app.rebuild_index(&operator()).await.map_err(Failure::failed)?;
    let report = store.verify(witness.as_ref()).await.map_err(Failure::failed)?;
    let took = SystemClock.now_micros().saturating_sub(begun) / 1_000;
    for finding in &report.findings {
        out(&format!("{}\n", said(finding)))?;
    }
    tell(&restored, &report, cases, took)?;
    if again > 0 {
        eprintln!("{again} cases that were deleted for good after that moment are deleted again.");
    }
    if !report.is_clean() {
        eprintln!(
            "What was restored is not as it was recorded. Do not work with it; restore another moment with --until."
        );
        return Ok(Exit::Findings);
    }
    if args.drill {
        eprintln!("The drill is done: it can be restored. What was restored is thrown away.");
    } else {
        eprintln!("Restored into {}. Start it with: holdfast serve", location.label().display());
    }
    if witness.is_none() {
        eprintln!(
            "Whether something newer is missing, only a witness tells: signed heads kept elsewhere (--witness FILE)."
        );
    }
    Ok(Exit::Fine)
}

/// Restoring an older moment must not bring back what was deleted for good since.
async fn delete_again(store: &Store, restored: &Restored) -> Result<u64, Failure> {
    let Some(newer) = &restored.newer_keys else { return Ok(0) };
    let mut again = 0_u64;
    for stream in store::shredded_in(newer) {
        if !store.is_shredded(stream.id).await.map_err(Failure::failed)? {
            store.shred(stream.id).await.map_err(Failure::failed)?;
            again = again.saturating_add(1);
        }
    }
    Ok(again)
}

/// The report: one line a fact.
fn tell(restored: &Restored, report: &VerifyReport, cases: usize, took_ms: i64) -> Result<(), Failure> {
    let at = jiff::Timestamp::from_microsecond(restored.at_micros).map_err(Failure::failed)?;
    let verified = if report.is_clean() { "whole" } else { "not whole" };
    out(&format!(
        "moment\t{at:.0}\nsegments\t{} up to number {}\nrows\t{}\nkeystore\t{}\ncases\t{cases}\nstreams\t{}\nentries\t{}\n\
         readings\t{}\nsigned records\t{}\ndeleted for good\t{}\nverified\t{verified}\ntook\t{}.{:03} s\n",
        restored.segments,
        restored.segment,
        restored.rows,
        restored.keys,
        report.streams,
        report.events,
        report.accesses,
        report.records,
        report.shredded,
        took_ms / 1_000,
        took_ms % 1_000
    ))
}
