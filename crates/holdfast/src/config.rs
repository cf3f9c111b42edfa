//! Configuration: the command line over the environment (`HOLDFAST_…`) over a commented TOML file.

use crate::cli::{Cli, StoreArgs};
use crate::exit::Failure;
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use store::{Database, Databases, Location};

/// The commented sample, also what `holdfast sample-config` prints.
pub(crate) const SAMPLE: &str = include_str!("../../../docs/holdfast.sample.toml");

/// What the file may say.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Config {
    pub(crate) store: StoreConfig,
    pub(crate) server: ServerConfig,
    pub(crate) backup: BackupConfig,
    pub(crate) wording: WordingConfig,
}

/// The wording check on the pages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct WordingConfig {
    /// An agency's own terms, levels and rules.
    pub(crate) pack: Option<PathBuf>,
}

/// How the store is backed up.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct BackupConfig {
    pub(crate) place: Option<String>,
    pub(crate) keys_place: Option<String>,
    pub(crate) to: Vec<String>,
    /// Whether `serve` backs up by itself.
    pub(crate) while_serving: bool,
    pub(crate) keep_days: Option<u32>,
    pub(crate) keep_keys_days: Option<u32>,
    pub(crate) s3: Option<S3Config>,
}

/// The one S3-compatible store that backups may go to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct S3Config {
    pub(crate) endpoint: String,
    pub(crate) region: String,
    pub(crate) access_key_id: String,
    pub(crate) secret_file: PathBuf,
}

/// Where the data and its key are.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct StoreConfig {
    pub(crate) data: Option<PathBuf>,
    /// The address of a PostgreSQL database, instead of `data`.
    pub(crate) database: Option<String>,
    /// Where the wrapped keys are, if not in that database.
    pub(crate) keystore: Option<String>,
    pub(crate) key_file: Option<PathBuf>,
}

/// How pages are served.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ServerConfig {
    pub(crate) listen: Option<SocketAddr>,
    /// The names under which browsers reach the server. Requests with another Host are refused.
    pub(crate) hosts: Vec<String>,
    /// Whether a TLS proxy stands in front: cookies are then marked secure.
    pub(crate) behind_tls: bool,
    /// The most megabytes of an attached file.
    pub(crate) largest_file_mb: Option<u32>,
    /// Where "Exit this page" leads. Nothing is contacted by the server itself.
    pub(crate) exit_to: Option<String>,
    /// The language of everybody who has not chosen one.
    pub(crate) language: Option<String>,
    /// A folder, best on another machine, to which the signed heads are written each hour.
    pub(crate) witness: Option<PathBuf>,
}

impl Config {
    /// Reads the file named on the command line, else the platform's, where it exists.
    pub(crate) fn load(cli: &Cli) -> Result<Self, Failure> {
        let (path, named) = match &cli.config {
            Some(path) => (path.clone(), true),
            None => (config_folder().join("holdfast.toml"), false),
        };
        match std::fs::read_to_string(&path) {
            Ok(text) => toml::from_str(&text).map_err(|error| {
                Failure::usage(format!("the configuration {} cannot be read: {error}", path.display()))
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !named => Ok(Self::default()),
            Err(error) => Err(Failure::usage(format!(
                "the configuration {} cannot be opened: {error}. Check the name after --config",
                path.display()
            ))),
        }
    }

    /// The data folder: command line and environment, file, platform.
    pub(crate) fn data_dir(&self, args: &StoreArgs) -> PathBuf {
        args.data.clone().or_else(|| self.store.data.clone()).unwrap_or_else(data_folder)
    }

    /// Where the store is: the command line over the file; a folder where neither names a database.
    pub(crate) fn location(&self, args: &StoreArgs) -> Result<Location, Failure> {
        let read = |text: &Option<String>| -> Result<Option<Database>, Failure> {
            text.as_deref().map(|text| text.parse().map_err(|error| Failure::usage(format!("{error}")))).transpose()
        };
        let data = match (&args.database, &args.data) {
            (Some(database), _) => Some(database.clone()),
            (None, Some(_)) => None,
            (None, None) => read(&self.store.database)?,
        };
        let keystore = match &args.keystore {
            Some(keystore) => Some(keystore.clone()),
            None => read(&self.store.keystore)?,
        };
        match data {
            Some(data) => Ok(Location::Database(Box::new(Databases { data, keystore }))),
            None if args.keystore.is_some() => {
                Err(Failure::usage("--keystore goes with --database: in a folder the keys are in keys.db"))
            }
            None => Ok(Location::Folder(self.data_dir(args))),
        }
    }

    /// The key file: command line and environment, file, beside the configuration.
    pub(crate) fn key_file(&self, args: &StoreArgs) -> PathBuf {
        args.key_file
            .clone()
            .or_else(|| self.store.key_file.clone())
            .unwrap_or_else(|| config_folder().join("holdfast.key"))
    }
}

#[expect(clippy::disallowed_methods, reason = "the binary is where the environment enters")]
fn home(variable: &str, fallback: &str) -> PathBuf {
    let absolute = |value: String| Some(PathBuf::from(value)).filter(|path| path.is_absolute());
    std::env::var(variable).ok().and_then(absolute).unwrap_or_else(|| {
        let home = std::env::var("HOME").ok().and_then(absolute);
        home.unwrap_or_else(|| Path::new("/").to_owned()).join(fallback)
    })
}

fn config_folder() -> PathBuf {
    home("XDG_CONFIG_HOME", ".config").join("holdfast")
}

fn data_folder() -> PathBuf {
    home("XDG_DATA_HOME", ".local/share").join("holdfast")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_a_valid_configuration_and_says_the_defaults() {
        let config: Config = toml::from_str(SAMPLE).unwrap();
        assert!(config.store.data.is_none() && config.server.hosts.is_empty() && !config.server.behind_tls);
        let uncommented: String =
            SAMPLE.lines().map(|line| line.strip_prefix("#= ").unwrap_or(line)).collect::<Vec<_>>().join("\n");
        let all: Config = toml::from_str(&uncommented).unwrap();
        assert!(
            all.store.database.is_some_and(|url| url.parse::<Database>().is_ok()) && all.store.keystore.is_some()
        );
        assert!(all.store.data.is_some() && all.store.key_file.is_some() && all.server.listen.is_some());
        assert!(!all.server.hosts.is_empty() && all.server.behind_tls && all.server.exit_to.is_some());
        assert!(all.server.language.is_some() && all.server.witness.is_some());
        assert!(all.backup.while_serving && all.backup.place.is_some() && all.backup.to.len() == 1);
        assert!(all.backup.s3.is_some() && all.backup.keep_days.is_some() && all.backup.keys_place.is_some());
        assert_eq!(all.server.largest_file_mb, Some(50));
        assert!(all.wording.pack.is_some());
    }

    #[test]
    fn a_misspelt_setting_is_refused_by_name() {
        let error = toml::from_str::<Config>("[server]\nlissen = \"127.0.0.1:80\"").unwrap_err().to_string();
        assert!(error.contains("lissen"), "{error}");
    }
}
