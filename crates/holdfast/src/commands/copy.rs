//! `holdfast copy`: a whole store from a folder into a database, or back, and verified there.

use crate::cli::{CopyStore, StoreArgs};
use crate::clock::SystemRandom;
use crate::commands::out;
use crate::commands::verify::said;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{app_over, open, operator, unlocked};
use std::sync::Arc;
use store::{Copied, Database, Databases, Filling, Location, Random, Store, VerifyReport};
use tokio::sync::mpsc;

/// About so many bytes travel at a time.
const PART: usize = 1024 * 1024;
/// So many parts wait for the slower side.
const WAITING: usize = 4;

pub(crate) async fn run(config: &Config, args: &CopyStore) -> Result<Exit, Failure> {
    let from = location(&args.from, args.from_keystore.as_ref())?;
    let to = location(&args.to, args.to_keystore.as_ref())?;
    let keys = StoreArgs {
        data: None,
        database: None,
        keystore: None,
        key_file: args.key_file.clone(),
        passphrase: args.passphrase,
    };
    let unlock = unlocked(config, &keys)?;
    let source = open(from.clone(), unlock.clone(), false).await?;
    // The witness: what was there when the copy began must be there when it has ended.
    let heads = source.export_heads().await.map_err(Failure::failed)?;
    let copied = fill(&source, &to).await?;
    let target = open(to.clone(), unlock, false).await?;
    let cases = app_over(target.clone())?.rebuild_index(&operator()).await.map_err(Failure::failed)?;
    let report = target.verify(Some(&heads)).await.map_err(Failure::failed)?;
    for finding in &report.findings {
        out(&format!("{}\n", said(finding)))?;
    }
    tell(&copied, &report, cases)?;
    if !report.is_clean() {
        eprintln!("What was copied is not as it was recorded. Verify the old store; do not work with the new one.");
        return Ok(Exit::Findings);
    }
    eprintln!(
        "Copied from {} to {}. Both are the same store now: start servers on the new place only, and keep the old one \
         until you have backed up the new.",
        from.label().display(),
        to.label().display()
    );
    Ok(Exit::Fine)
}

fn location(said: &str, keystore: Option<&Database>) -> Result<Location, Failure> {
    if said.starts_with("postgres://") || said.starts_with("postgresql://") {
        let data = said.parse().map_err(|error| Failure::usage(format!("{error}")))?;
        return Ok(Location::Database(Box::new(Databases { data, keystore: keystore.cloned() })));
    }
    if keystore.is_some() {
        return Err(Failure::usage(format!(
            "{said} is a folder, whose keys are in keys.db: leave out its keystore"
        )));
    }
    Ok(Location::Folder(said.into()))
}

/// Reads on one side and writes on the other, at the pace of the slower one.
async fn fill(source: &Store, to: &Location) -> Result<Copied, Failure> {
    let random: Arc<dyn Random> = Arc::new(SystemRandom);
    let mut filling = Filling::begin_at(to, &random).map_err(Failure::refused)?;
    let (parts, mut taken) = mpsc::channel::<Vec<u8>>(WAITING);
    let writing = tokio::task::spawn_blocking(move || {
        while let Some(part) = taken.blocking_recv() {
            filling.data(&part)?;
        }
        Ok(filling)
    });
    let copied = source.copy_since(None, PART, parts).await;
    let mut filling: Filling =
        writing.await.map_err(Failure::failed)?.map_err(|why: store::FillError| Failure::failed(why))?;
    let copied = copied.map_err(Failure::failed)?;
    // After the data, so that it has the keys of all that was copied.
    let keys = source.copy_keys().await.map_err(Failure::failed)?;
    filling.keys(&keys.rows).map_err(Failure::failed)?;
    filling.finish().map_err(Failure::failed)?;
    Ok(copied)
}

/// What was done: one line a fact.
fn tell(copied: &Copied, report: &VerifyReport, cases: usize) -> Result<(), Failure> {
    let verified = if report.is_clean() { "whole" } else { "not whole" };
    out(&format!(
        "rows\t{}\ncases\t{cases}\nstreams\t{}\nentries\t{}\nreadings\t{}\nsigned records\t{}\ndeleted for good\t{}\n\
         verified\t{verified}\n",
        copied.rows, report.streams, report.events, report.accesses, report.records, report.shredded,
    ))
}
