//! The commands and their options, as a person types them.

mod generate;

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

pub(crate) use generate::{Generate, ProfileName};

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

/// Options of `check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Text (.txt, .md) or Word (.docx) files; `-` is standard input [default: standard input]
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Who is who: [{"name": "…", "aliases": ["…"], "role": "survivor"}]; roles: survivor, perpetrator, child,
    /// professional, relative
    #[arg(long, value_name = "FILE")]
    pub(crate) people: Option<PathBuf>,
    /// In which form
    #[arg(long, default_value = "text", conflicts_with = "jsonl")]
    pub(crate) format: CheckFormat,
    /// One JSON object a line, {"id","text","people"}, and one answer a line. Exit 1 if a line could not be read
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// For --jsonl: how many threads; the answers are the same on any number [default: all processors]
    #[arg(long, value_name = "N", requires = "jsonl")]
    pub(crate) threads: Option<std::num::NonZeroU8>,
    /// Also show how each sentence was read, and why a rule did or did not speak
    #[arg(long)]
    pub(crate) explain: bool,
    /// Also try the patterns that are not yet precise; what they find is a note
    #[arg(long)]
    pub(crate) nursery: bool,
    /// For whom the text is written; `court` allows "alleges" and its like
    #[arg(long, default_value = "general")]
    pub(crate) profile: CheckProfile,
    /// An agency's own terms, levels and rules (TOML; docs/wording.md shows one)
    #[arg(long, value_name = "FILE")]
    pub(crate) pack: Option<PathBuf>,
}

/// For whom a text is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CheckProfile {
    /// Notes, assessments, plans
    General,
    /// Pleadings and schedules
    Court,
}

/// Forms of findings.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CheckFormat {
    /// Lines with carets, the question and a next sentence
    Text,
    /// Everything, as one JSON document; the findings of a file are held in memory
    Json,
    /// SARIF 2.1.0, for other tools, in constant memory; what was not read stands in its invocation
    Sarif,
}

/// Options of `rules`.
#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// Rule id, such as MUT101
    pub(crate) id: Option<String>,
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

/// Options of `export`.
#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Case id, or the beginning of one
    pub(crate) case: String,
    /// In which form: the whole case file, or a document made from it
    #[arg(long, default_value = "json")]
    pub(crate) format: ExportFormat,
    /// Which document, for docx and html: chronology, map, assessment, change or decisions. A working copy for the case team
    #[arg(long, value_name = "DOCUMENT", required_if_eq_any = [("format", "docx"), ("format", "html")])]
    pub(crate) document: Option<print::DocumentKind>,
    /// What a document may hold beside what is recorded for case professionals: child_voice, third_party
    #[arg(long, value_name = "LABEL", requires = "document", value_parser = label_on_paper)]
    pub(crate) with: Vec<practice::label::Label>,
    /// The paper of a Word file: a4 or letter
    #[arg(long, value_name = "PAPER", default_value = "a4", value_parser = paper)]
    pub(crate) paper: print::Paper,
    /// File to write; it must not exist [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Forms of an export.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ExportFormat {
    /// holdfast-case/1
    Json,
    /// A Word file
    Docx,
    /// A print page that stands alone
    Html,
}

/// A label that may stand in a working copy.
fn label_on_paper(code: &str) -> Result<practice::label::Label, String> {
    use practice::label::Label;
    Label::from_code(code)
        .filter(|label| Label::ON_PAPER.contains(label))
        .ok_or_else(|| "no document holds this. Choose child_voice or third_party, or leave it out".to_owned())
}

/// The paper of a Word file.
fn paper(code: &str) -> Result<print::Paper, String> {
    print::Paper::from_code(code).ok_or_else(|| "there is no such paper. Choose a4 or letter".to_owned())
}

/// Options of `measures`.
#[derive(Debug, Args)]
#[command(after_help = "\
Over all cases, for whoever holds the key. Numbers below --smallest are not shown, nor those from which they could be worked
out, so that the result may be passed on; --exact shows all. A supervisor has the same for the cases he or she supervises on
the page “What is recorded”; one case has it with: holdfast view CASE measures")]
pub(crate) struct Measures {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// In which form
    #[arg(long, default_value = "text")]
    pub(crate) format: MeasuresFormat,
    /// Numbers below this are not shown
    #[arg(long, value_name = "N", default_value = "5", value_parser = clap::value_parser!(u16).range(2..=100))]
    pub(crate) smallest: u16,
    /// Show all numbers; the result is then not for passing on
    #[arg(long, conflicts_with = "smallest")]
    pub(crate) exact: bool,
}

/// Forms of measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MeasuresFormat {
    /// Sentences
    Text,
    /// Codes and numbers
    Json,
}

/// Options of `view`.
#[derive(Debug, Args)]
pub(crate) struct View {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// Case id, or the beginning of one
    pub(crate) case: String,
    /// Which view
    pub(crate) view: Which,
    /// In which form
    #[arg(long, default_value = "text")]
    pub(crate) format: ViewFormat,
    /// The day to make it for, as 2026-11-24 [default: today]
    #[arg(long, value_name = "DAY")]
    pub(crate) as_of: Option<jiff::civil::Date>,
}

/// Views.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Which {
    /// What is done, how it reaches each child, what answers it
    Map,
    /// What nobody has asked yet
    Gaps,
    /// What quality assurance asks for: what is recorded, with its days
    Measures,
    /// What was done, its effects and the answers, in order
    Chronology,
    /// Who is who, who lives with whom, who harms and who protects whom
    Genogram,
    /// Who is around the family, and what each did
    Ecomap,
    /// Whom anybody has spoken with, what each parent was asked to do, who acts in the record
    Visibility,
    /// What agencies did, and whether it helped, in whose view
    Responses,
    /// What is said of each behaviour over time, and what is seen
    Change,
    /// Who does what for the children, the same questions for every caregiver
    Care,
    /// Both adults used force: the same questions for both; for the team only
    Force,
    /// What money, health, migration or disability have to do with the pattern
    Intersections,
    /// What was asked in which words, what was said and what came of it; results of risk tools
    Interviews,
    /// One plan for each adult, what the children need, what agencies will do
    Plan,
    /// What was done with those who cause harm, by which agency, and what failed
    #[value(alias = "efforts_with_him")]
    EffortsWithHim,
    /// Each child: own words, effects and answers, the ordinary day
    Child,
    /// Decisions with their questions: answers, evidence for and against, dissent, what is missing
    Tests,
    /// Mapping sessions: who attends, what is shown, whose actions come of them
    Sessions,
    /// Supervision of the case: why now, what was done, what was agreed; for the team only
    Supervision,
}

/// Forms of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ViewFormat {
    /// Codes and arguments
    Json,
    /// Sentences
    Text,
    /// A picture; not of the gaps
    Svg,
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
