//! Options of `generate`.

use super::StoreArgs;
use clap::{Args, ValueEnum, value_parser};
use std::path::PathBuf;

/// Options of `generate`.
#[derive(Debug, Args)]
#[command(after_help = "\
The same seed gives the same cases, byte for byte, on every machine. Families, names and texts are invented; most cases are
short, a few are long. Into a store, it goes on where it was stopped when it is started again with the same options. The
accounts it makes have no password: set one with `holdfast user password worker-0001`.
  holdfast generate --seed 7 --profile council --data /tmp/council --key-file /tmp/council.key
  holdfast generate --seed 7 --cases 3 --out /tmp/three-cases
  holdfast generate --seed 7 --very-long --out - | holdfast import --allocate-to ama -")]
pub(crate) struct Generate {
    #[command(flatten)]
    pub(crate) store: StoreArgs,
    /// How many cases [default: as many as the profile has; none with --very-long]
    #[arg(long, value_name = "N", value_parser = value_parser!(u64).range(0..=10_000_000))]
    pub(crate) cases: Option<u64>,
    /// The seed, a whole number: another gives other families
    #[arg(long, value_name = "S")]
    pub(crate) seed: u64,
    /// Also one very long case, of 20,000 entries or of so many
    #[arg(
        long,
        value_name = "ENTRIES",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "20000",
        value_parser = value_parser!(u64).range(200..=200_000)
    )]
    pub(crate) very_long: Option<u64>,
    /// How large the agency is
    #[arg(long, value_name = "PROFILE", default_value = "team")]
    pub(crate) profile: ProfileName,
    /// Write case files instead of filling a store: one case into this file (`-` is standard output), several into a folder of
    /// this name
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// Sizes of agencies.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ProfileName {
    /// 8 workers, 60 cases
    Team,
    /// 400 workers, 2,600 cases
    Council,
    /// 6,000 workers, 100,000 cases
    State,
}
