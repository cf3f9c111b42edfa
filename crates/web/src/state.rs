//! What every handler has: the application, the words, and how this server is set up.

use crate::demo::Demo;
use crate::farewell::Farewells;
use app::{App, Secret};
use jiff::tz::TimeZone;
use practice::ids::AccountId;
use std::fmt;
use std::sync::Arc;
use words::Words;

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
    /// The token printed on the terminal, with which the first account is made in the browser.
    pub first_run_token: Option<Secret>,
    /// The time zone of the office: for the clock times on pages.
    pub zone: TimeZone,
    /// Whether answers are compressed. Off only where a proxy does it.
    pub compress: bool,
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
            compress: true,
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
    farewells: Farewells,
    demo: Demo,
}

impl WebState {
    /// The state of a server, in English.
    #[must_use]
    pub fn new(app: App, config: WebConfig) -> Self {
        #[expect(clippy::expect_used, reason = "the words are built in: a build without them passes no test")]
        let words = Words::new("en").expect("English is built in");
        Self::with_words(app, config, words)
    }

    /// The same in other words: the pseudo-locale finds text that is not in the Fluent files.
    #[must_use]
    pub fn with_words(app: App, config: WebConfig, words: Words) -> Self {
        Self(Arc::new(Inner { app, config, words, farewells: Farewells::default(), demo: Demo::default() }))
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

    /// The words.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.0.words
    }

    pub(crate) fn farewells(&self) -> &Farewells {
        &self.0.farewells
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
