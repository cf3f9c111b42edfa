//! The commands and their options, as a person types them.

mod generate;
mod keeping;
mod seeing;
mod wording;

use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

pub(crate) use generate::{Generate, ProfileName};
pub(crate) use keeping::{EraseCase, Erasures, ExpungeEntry, HoldCase, RotateKeys};
pub(crate) use seeing::{Export, ExportFormat, Measures, MeasuresFormat, View, ViewFormat, Which};
pub(crate) use wording::{Check, CheckFormat, CheckProfile, Rules};

/// Domestic-abuse-informed case practice software.
///
/// Maps a perpetrator's pattern and the harm it does to each child, credits what the protective parent does, and shows
/// what nobody has asked yet. Try it: `holdfast demo`.
#[derive(Debug, Parser)]
#[command(
    name = "holdfast",
    version,
    max_term_width = 100,
    after_help = "Exit codes: 0 fine, 1 findings or differences, 2 usage, 3 refused, 4 failed.\nStandard output carries the result only; progress and messages go to standard error."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Configuration file (TOML). See `holdfast serve --help` for where it is looked for
    #[arg(long, global = true, env = "HOLDFAST_CONFIG", value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve an invented family from a throw-away data folder, signed in
    Demo(Demo),
    /// Make the keys and the first account, without a browser
    Init(Init),
    /// Serve the real thing; the first run asks for the first account in the browser
    Serve(Serve),
    /// Bring in case files, spreadsheets and old notes
    Import(Import),
    /// Bring in a set of questions as an XLSForm (.xlsx)
    Instrument(BringInstrument),
    /// List the cases: id, children's names, entries, head
    Cases(StoreOnly),
    /// Write a whole case file, history and all
    Export(Export),
    /// Print a view of a case
    View(View),
    /// Print in how many cases each thing that quality assurance asks for is recorded
    Measures(Measures),
    /// Check the whole journal: what was changed, dropped, reordered or rolled back
    Verify(Verify),
    /// Back up the store while it is in use, encrypted to a key that is not on this machine
    Backup(Backup),
    /// Make a store again from a backup, in an empty place, and verify it; or try that, as a drill
    Restore(Restore),
    /// Put other keys in place of those there are
    RotateKeys(RotateKeys),
    /// Look after accounts
    #[command(subcommand)]
    User(User),
    /// Copy a whole store into an empty place, from a folder to a PostgreSQL database or back, and verify it there
    Copy(CopyStore),
    /// Forbid that anything of a case is erased, or allow it again (legal hold)
    Hold(HoldCase),
    /// Take an entry out for good that was recorded in the wrong case
    Expunge(ExpungeEntry),
    /// Erase a case for good: ask for it, or decide about what somebody else asked
    Erase(EraseCase),
    /// List the certificates of cases that were erased, and whether backups can still read them
    Erasures(Erasures),
    /// Invent an agency with its cases: for load, for demos and for measuring
    Generate(Generate),
    /// Drop the derived index and build it again from the journal
    Reindex(StoreOnly),
    /// Check wording: what hides the person who abuses, what blames the survivor. Changes nothing
    Check(Check),
    /// List the wording rules, or print the page of one
    Rules(Rules),
    /// Print the JSON Schema of the case file format, or the description of the JSON interface
    Schema(Schema),
    /// Print a commented configuration file
    SampleConfig,
}

/// Options of `instrument`.
#[derive(Debug, Args)]
pub(crate) struct BringInstrument {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// The XLSForm: sheets survey, choices and settings
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// For whom, where the sheet settings does not say so: survivor, perpetrator, each_adult, child, team
    #[arg(long = "for", value_name = "WHOM")]
    pub(crate) for_whom: Option<String>,
    /// The label of interviews with it, where the settings do not say so
    #[arg(long, value_name = "LABEL")]
    pub(crate) label: Option<String>,
    /// Read it and say what is wrong; change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// Options of `schema`.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// The JSON interface (OpenAPI 3.1) instead of the case file format
    #[arg(long)]
    pub(crate) openapi: bool,
}

/// Which store, and how to open it.
#[derive(Clone, Debug, Args)]
pub(crate) struct StoreArgs {
    /// Data folder [default: the platform's data folder for holdfast]
    #[arg(long, env = "HOLDFAST_DATA", value_name = "DIR", conflicts_with = "database")]
    pub(crate) data: Option<PathBuf>,
    /// PostgreSQL database instead of a folder, for several servers: postgres://USER@HOST/NAME?sslrootcert=FILE
    #[arg(long, env = "HOLDFAST_DATABASE", value_name = "URL", hide_env_values = true)]
    pub(crate) database: Option<store::Database>,
    /// Database of the wrapped keys, so that they are backed up apart [default: a schema of their own beside the records]
    #[arg(long, env = "HOLDFAST_KEYSTORE", value_name = "URL", hide_env_values = true)]
    pub(crate) keystore: Option<store::Database>,
    /// Key file; never in the data folder [default: holdfast.key beside the configuration]
    #[arg(long, env = "HOLDFAST_KEY_FILE", value_name = "FILE", conflicts_with = "passphrase")]
    pub(crate) key_file: Option<PathBuf>,
    /// Ask for a passphrase on the terminal instead of using a key file
    #[arg(long)]
    pub(crate) passphrase: bool,
}

/// Options of commands that only open the store.
#[derive(Debug, Args)]
pub(crate) struct StoreOnly {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
}

/// Options of `copy`.
#[derive(Debug, Args)]
#[command(after_help = "\
A place is a folder or a database:
  holdfast copy --from /var/lib/holdfast --to postgres://holdfast@db.example.org/holdfast?sslrootcert=/etc/ca.pem
Everything is copied from one moment, while the store may be in use: records, signed heads, keys, drafts, files and the
access log; not the sessions, so that everybody signs in again. The key file is the same for both. Stop the servers of the
old place first, or what is recorded there meanwhile is missing in the new one.")]
pub(crate) struct CopyStore {
    /// The store to copy: a folder, or postgres://…
    #[arg(long, value_name = "PLACE")]
    pub(crate) from: String,
    /// Where to: an empty folder or one that is not there, or postgres://…
    #[arg(long, value_name = "PLACE")]
    pub(crate) to: String,
    /// Database of the wrapped keys of the store to copy, if apart
    #[arg(long, value_name = "URL")]
    pub(crate) from_keystore: Option<store::Database>,
    /// Database for the wrapped keys, if apart
    #[arg(long, value_name = "URL")]
    pub(crate) to_keystore: Option<store::Database>,
    /// Key file; the same for both [default: holdfast.key beside the configuration]
    #[arg(long, env = "HOLDFAST_KEY_FILE", value_name = "FILE", conflicts_with = "passphrase")]
    pub(crate) key_file: Option<PathBuf>,
    /// Ask for a passphrase on the terminal instead of using a key file
    #[arg(long)]
    pub(crate) passphrase: bool,
}

/// Options of `demo`.
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Address to listen on. Only loopback addresses: the demo signs in by itself
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub(crate) listen: SocketAddr,
    /// Do not open the browser
    #[arg(long)]
    pub(crate) no_open: bool,
    /// Language of the pages: en or pl [default: the one the browser asks for]. en-XA and ar-XB are for tests of pages
    #[arg(long, value_name = "CODE")]
    pub(crate) language: Option<String>,
}

/// Options of `init`.
#[derive(Debug, Args)]
pub(crate) struct Init {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Sign-in name of the first account (practitioner and supervisor). Its password is read from standard input
    #[arg(long, value_name = "NAME")]
    pub(crate) account: Option<String>,
    /// The person's name, as it will stand beside what they record [default: the sign-in name]
    #[arg(long, value_name = "NAME", requires = "account")]
    pub(crate) name: Option<String>,
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "HOLDFAST_LISTEN", value_name = "ADDR")]
    pub(crate) listen: Option<SocketAddr>,
    /// Language of the pages for who has not chosen one: en or pl [default: the one the browser asks for]
    #[arg(long, env = "HOLDFAST_LANGUAGE", value_name = "CODE")]
    pub(crate) language: Option<String>,
    /// Back up to this folder or bucket by itself, so that at most 60 seconds are lost with the disk
    #[arg(long, env = "HOLDFAST_BACKUP", value_name = "PLACE")]
    pub(crate) backup: Option<String>,
    /// Public key (age1…) that those backups are encrypted to [default: `to` in the configuration]
    #[arg(long, value_name = "KEY")]
    pub(crate) backup_to: Vec<String>,
}

/// Where a backup lies.
#[derive(Clone, Debug, Args)]
pub(crate) struct PlaceArgs {
    /// A folder, or s3://BUCKET/PREFIX with the address of [backup.s3] in the configuration [default: `place` there]
    #[arg(value_name = "PLACE", env = "HOLDFAST_BACKUP_PLACE")]
    pub(crate) place: Option<String>,
    /// Where the copies of the keystore lie, if elsewhere [default: `keys_place` in the configuration, else the same]
    #[arg(long, value_name = "PLACE")]
    pub(crate) keys_place: Option<String>,
}

/// Options of `backup`.
#[derive(Debug, Args)]
#[command(after_help = "\
The first backup in a place has everything, each later one what was added and changed since; every seven days everything
again. A place holds one store. `holdfast serve --backup PLACE` backs up by itself, at least every 60 seconds.

  holdfast backup --new-identity backup.key    makes the two keys; take backup.key off this machine
  holdfast backup /mnt/backup --to age1…       backs up
  holdfast backup /mnt/backup --check          looks at every file; needs no private key")]
pub(crate) struct Backup {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    /// Public key (age1…) that the backup is encrypted to; more than one may be named [default: `to` in the configuration]
    #[arg(long, value_name = "KEY")]
    pub(crate) to: Vec<String>,
    /// Only check the backup: every file there, and as it was written. Exit 1 if not
    #[arg(long, conflicts_with = "to")]
    pub(crate) check: bool,
    /// Make a pair of keys: the private one is written to this new file, the public one printed
    #[arg(long, value_name = "FILE", conflicts_with_all = ["check", "to"])]
    pub(crate) new_identity: Option<PathBuf>,
}

/// Options of `restore`.
#[derive(Debug, Args)]
#[command(after_help = "\
The folder named with --data must be empty or not there yet; nothing is restored over what is there. The key file of the
store (--key-file) is not in a backup: use the copy that was put away.")]
pub(crate) struct Restore {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    /// File with the private key of the backup
    #[arg(long, value_name = "FILE")]
    pub(crate) identity: PathBuf,
    /// As it was at this moment: 2026-11-24T16:30:00Z [default: the newest]
    #[arg(long, value_name = "TIME")]
    pub(crate) until: Option<jiff::Timestamp>,
    /// A drill: restore into a folder that is thrown away, verify, and report. Changes nothing
    #[arg(long)]
    pub(crate) drill: bool,
    /// Signed heads that were kept elsewhere, to verify against
    #[arg(long, value_name = "FILE")]
    pub(crate) witness: Option<PathBuf>,
}

/// Options of `import`.
#[derive(Debug, Args)]
#[command(after_help = "\
Three sorts of files:
  a case file (.json, holdfast-case/1)   holdfast import family.json
  a spreadsheet (.csv, .xlsx)            holdfast import chronology.xlsx --case 0193 --map map.toml --dry-run
  notes (.txt, .docx, or a folder)       holdfast import old-notes/ --case 0193 --dry-run

A spreadsheet needs a mapping: which column is the date, what was done, who did it, to whom. Without --map, a dry
run shows what Holdfast guesses from the headings, as a file to save and mend:
  holdfast import chronology.xlsx --case 0193 --dry-run > map.toml

All of a file is brought in or nothing of it. Every fault is named by row and column. Bringing the same file in again
changes nothing; a row that was changed since is named. Exit code 3 if anything is wrong or has to be decided.")]
pub(crate) struct Import {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Files, or folders of notes; `-` is a case file on standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The case that spreadsheets and notes belong to: its id, or the beginning of one
    #[arg(long, value_name = "CASE")]
    pub(crate) case: Option<String>,
    /// What the columns of a spreadsheet are (TOML). See docs/recipes/import-a-spreadsheet.md
    #[arg(long, value_name = "FILE", requires = "case")]
    pub(crate) map: Option<PathBuf>,
    /// Sign-in name of the account in whose name rows and notes are recorded. It must work the case. Required unless
    /// there is only one account
    #[arg(long, value_name = "NAME", requires = "case")]
    pub(crate) by: Option<String>,
    /// Write every fault to this file as CSV: file, row, column, what is wrong. It must not exist
    #[arg(long, value_name = "FILE", requires = "case")]
    pub(crate) errors: Option<PathBuf>,
    /// Sign-in name of the account that will work the cases. Required unless there is only one account
    #[arg(long, value_name = "NAME")]
    pub(crate) allocate_to: Option<String>,
    /// Check everything and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// Options of `verify`.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Signed heads that were kept elsewhere (a file, or a folder of them): without them a rollback of the whole disk
    /// cannot be seen [default: `witness` under `server` in the configuration]
    #[arg(long, value_name = "FILE")]
    pub(crate) witness: Option<PathBuf>,
    /// Write the signed heads to this file, to be kept elsewhere
    #[arg(long, value_name = "FILE")]
    pub(crate) export_heads: Option<PathBuf>,
}

/// Account commands. Passwords are read from standard input, or asked for on a terminal.
#[derive(Debug, Subcommand)]
pub(crate) enum User {
    /// Make an account
    Add {
        #[command(flatten)]
        store: StoreArgs,
        /// Sign-in name
        sign_in: String,
        /// The person's name
        #[arg(long)]
        name: String,
        /// practitioner, supervisor, or administrator; an administrator sees no case and can be nothing else
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
    },
    /// List the accounts
    List(StoreOnly),
    /// Set a new password; ends the account's sessions
    Password {
        #[command(flatten)]
        store: StoreArgs,
        /// Sign-in name
        sign_in: String,
    },
    /// Close an account; ends its sessions
    Disable {
        #[command(flatten)]
        store: StoreArgs,
        /// Sign-in name
        sign_in: String,
    },
    /// Open a closed account again
    Enable {
        #[command(flatten)]
        store: StoreArgs,
        /// Sign-in name
        sign_in: String,
    },
    /// Let an account work a case
    Allocate {
        #[command(flatten)]
        store: StoreArgs,
        /// Sign-in name
        sign_in: String,
        /// Case id, or the beginning of one
        case: String,
        /// allocated, supervisor_of, or conflict
        #[arg(long = "as", default_value = "allocated")]
        relation: String,
    },
}
