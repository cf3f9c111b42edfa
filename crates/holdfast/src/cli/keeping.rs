//! Options of what becomes of a case and of keys: hold, expunge, erase, rotate.

use super::{PlaceArgs, StoreArgs};
use clap::Args;
use std::path::PathBuf;

/// Options of `hold`.
#[derive(Debug, Args)]
pub(crate) struct HoldCase {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Case id, or the beginning of one
    pub(crate) case: String,
    /// Why it is held, or why not any more
    #[arg(long, value_name = "WHY")]
    pub(crate) reason: String,
    /// Lift the hold
    #[arg(long)]
    pub(crate) lift: bool,
}

/// Options of `expunge`.
#[derive(Debug, Args)]
#[command(after_help = "\
What the entry says goes for good, with its history, its file and drafts that name it; that it was taken out stays. This
cannot be undone. Backups made before still hold it until the copies of the keystore expire.")]
pub(crate) struct ExpungeEntry {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Case id, or the beginning of one
    pub(crate) case: String,
    /// The whole id of the entry, as in the address of its page
    pub(crate) entry: String,
    /// Why. It stays: not a word of what the entry said
    #[arg(long, value_name = "WHY")]
    pub(crate) reason: String,
}

/// Options of `erase`.
#[derive(Debug, Args)]
#[command(after_help = "\
It takes two: one asks, with a reason, and another decides. Whoever runs this command is one of them, a supervisor of the
case in the browser is the other. The certificate is printed as JSON. This cannot be undone.")]
pub(crate) struct EraseCase {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Case id, or the beginning of one
    pub(crate) case: String,
    /// The reference of the case, to show that it is this one: the agency's own number, or the whole id where there is none
    #[arg(long, value_name = "REFERENCE")]
    pub(crate) confirm: String,
    /// Ask that it be erased, for this reason
    #[arg(long, value_name = "WHY")]
    pub(crate) reason: Option<String>,
}

/// Options of `erasures`.
#[derive(Debug, Args)]
pub(crate) struct Erasures {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    /// As JSON, with everything that is on the certificates
    #[arg(long)]
    pub(crate) json: bool,
}

/// Options of `rotate-keys`.
#[derive(Debug, Args)]
#[command(after_help = "\
  --cases      every case, account and agency: everything is sealed again while work goes on. Killed, it goes on where it
               was when it is run again; until it is done, both keys are there
  --agency     the key that wraps those. Stop the server first; sessions end, the index is built again
  --instance   the key file (or passphrase) itself; the old one opens nothing any more

After any of them make a backup: older ones hold the old keys until they expire.")]
#[command(group(clap::ArgGroup::new("which").required(true).args(["cases", "agency", "instance"])))]
pub(crate) struct RotateKeys {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Keys of the cases, accounts and agencies
    #[arg(long)]
    pub(crate) cases: bool,
    /// The agency key
    #[arg(long)]
    pub(crate) agency: bool,
    /// The instance key
    #[arg(long)]
    pub(crate) instance: bool,
    /// For --instance: where the new key file is written; it must not exist
    #[arg(long, value_name = "FILE", requires = "instance", conflicts_with = "new_passphrase")]
    pub(crate) new_key_file: Option<PathBuf>,
    /// For --instance: ask for a new passphrase instead
    #[arg(long, requires = "instance")]
    pub(crate) new_passphrase: bool,
}
