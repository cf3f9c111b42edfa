//! What every handler has: the application, the words, and how this server is set up.

use crate::demo::Demo;
use app::{App, Secret};
use jiff::tz::TimeZone;
use practice::ids::AccountId;
use std::fmt;
use std::sync::Arc;
use words::{UnknownLocale, Words};

/// How the pages are served. The default suits tests and a machine of one's own: loopback names only, no TLS, no demo.
#[derive(Clone, Debug)]
pub struct WebConfig {
    /// The account that the demo signs in by itself. Only on loopback names, whatever `hosts` says.
    pub demo: Option<AccountId>,
    /// The names and ports under which the pages are asked for ("cases.example.org", "10.0.0.5:8080"), as browsers write
    /// them in `Host`. Empty: loopback names with any port.
    pub hosts: Vec<String>,
    /// Whether a proxy in front speaks TLS: cookies are then `Secure`, and browsers are told to stay with TLS.
    pub behind_tls: bool,
    /// Where "Exit this page" leads, after everything is ended: an address that says nothing (`https://weather.example/`).
    /// Without it, a page of our own that says only "Sign in".
    pub exit_to: Option<String>,
    /// A token with which the first account is made in the browser, besides those that the store knows.
    pub first_run_token: Option<Secret>,
    /// The time zone of the office: for the clock times on pages.
    pub zone: TimeZone,
    /// The most bytes of an attached file.
    pub largest_file: u64,
    /// Whether answers are compressed. Off only where a proxy does it.
    pub compress: bool,
    /// The language of everybody who has not chosen one: `en`, `pl`. Without it, the one that the browser asks for among
    /// those there are, else English.
    pub language: Option<String>,
    /// How backing up goes, where the server does that by itself; told on `/health`.
    pub backup: Option<crate::BackupPulse>,
}

impl Default for WebConfig {
    fn default() -> Self {
        Self {
            demo: None,
            hosts: Vec::new(),
            behind_tls: false,
            exit_to: None,
            first_run_token: None,
            zone: TimeZone::UTC,
            largest_file: 50_000_000,
            compress: true,
            language: None,
            backup: None,
        }
    }
}

/// What every handler has. Cheap to clone.
#[derive(Clone)]
pub struct WebState(Arc<Inner>);

struct Inner {
    app: App,
    config: WebConfig,
    words: Words,
    /// What a person may choose instead; empty where the words are fixed.
    languages: Vec<Words>,
    demo: Demo,
}

impl WebState {
    /// The state of a server, in the language of the settings, with all others to choose from.
    ///
    /// # Errors
    /// When there are no words in that language.
    pub fn new(app: App, config: WebConfig) -> Result<Self, UnknownLocale> {
        let words = Words::new(config.language.as_deref().unwrap_or("en"))?;
        let languages =
            Words::languages().iter().map(|(code, _)| Words::new(code)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self::made(app, config, words, languages))
    }

    /// The state of a server in these words and no others: a pseudo-locale finds text that is not in the Fluent files.
    #[must_use]
    pub fn with_words(app: App, config: WebConfig, words: Words) -> Self {
        Self::made(app, config, words, Vec::new())
    }

    fn made(app: App, config: WebConfig, words: Words, languages: Vec<Words>) -> Self {
        Self(Arc::new(Inner { app, config, words, languages, demo: Demo::default() }))
    }

    /// The application.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> &WebConfig {
        &self.0.config
    }

    /// The words for somebody: what they chose, else what the settings say, else what their browser asks for.
    #[must_use]
    pub fn words(&self, chosen: Option<&str>, asked: Option<&str>) -> &Words {
        let among = |code: &str| self.0.languages.iter().find(|words| words.locale() == code);
        if let Some(words) = chosen.and_then(among) {
            return words;
        }
        if self.0.config.language.is_some() {
            return &self.0.words;
        }
        // `pl-PL,pl;q=0.9,en;q=0.8`: browsers write them in the order in which they are liked.
        let liked = asked.unwrap_or_default().split(',').filter_map(|part| {
            let code = part.split([';', '-']).next().unwrap_or_default().trim().to_ascii_lowercase();
            among(&code)
        });
        liked.into_iter().next().unwrap_or(&self.0.words)
    }

    /// The languages to choose from, each with its own name for itself.
    pub(crate) fn languages(&self) -> &'static [(&'static str, &'static str)] {
        if self.0.languages.is_empty() { &[] } else { Words::languages() }
    }

    pub(crate) fn demo(&self) -> &Demo {
        &self.0.demo
    }
}

impl fmt::Debug for WebState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebState").field("config", &self.0.config).finish_non_exhaustive()
    }
}
