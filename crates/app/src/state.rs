//! The application: what it is made of, and the small things everybody asks it for.

use crate::cases::cache::Cache;
use crate::cases::turns::Turns;
use crate::people::registry::Registry;
use crate::permission::policies::{Authority, PolicyError};
use crate::wording::{Checker, Checking};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jsonschema::Validator;
use practice::pack::Pack;
use std::sync::atomic::AtomicU32;
use std::sync::{Arc, Mutex, OnceLock};
use store::{Clock, Health, Random, Store};
use tokio::sync::Semaphore;
use uuid::Uuid;

/// How many passwords are checked at a time: each takes 46 MiB.
const PASSWORDS_AT_ONCE: usize = 2;
/// For how many days copies of the keystore are kept, unless the configuration says otherwise.
const KEYS_DAYS: u32 = 30;

/// What an application is made of.
pub struct AppParts {
    /// The journal.
    pub store: Store,
    /// The content pack.
    pub pack: Pack,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// The wording engine.
    pub checker: Arc<dyn Checker>,
}

/// The application. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    store: Store,
    pack: Pack,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    authority: Authority,
    cache: Mutex<Cache>,
    turns: Turns,
    registry: Mutex<Arc<Registry>>,
    /// Made when the first file comes: compiling the schema would make every start slower.
    case_file_schema: OnceLock<Validator>,
    passwords: Semaphore,
    checking: Checking,
    /// For how many days copies of the keystore are kept.
    keys_days: AtomicU32,
    /// One at a time, so that touching a session cannot bring back one that has just ended, and attempts to sign in are
    /// counted before they are tried.
    sessions: tokio::sync::Mutex<()>,
}

/// Why the application cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The policies are broken.
    #[error(transparent)]
    Policies(#[from] PolicyError),
}

impl App {
    /// Puts the parts together.
    ///
    /// # Errors
    /// When the embedded policies cannot be used.
    pub fn new(parts: AppParts) -> Result<Self, StartError> {
        let AppParts { store, pack, clock, random, checker } = parts;
        Ok(Self(Arc::new(Inner {
            store,
            pack,
            clock,
            random,
            authority: Authority::embedded()?,
            cache: Mutex::new(Cache::default()),
            turns: Turns::default(),
            registry: Mutex::default(),
            case_file_schema: OnceLock::new(),
            passwords: Semaphore::new(PASSWORDS_AT_ONCE),
            checking: Checking::new(checker),
            keys_days: AtomicU32::new(KEYS_DAYS),
            sessions: tokio::sync::Mutex::new(()),
        })))
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.clock.now_micros()).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The day, in UTC.
    #[must_use]
    pub fn today(&self) -> Date {
        TimeZone::UTC.to_datetime(self.now()).date()
    }

    /// A new id, UUIDv7: sorts by time, and nobody can guess it.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        let mut random = [0_u8; 10];
        self.0.random.fill(&mut random);
        let millis = u64::try_from(self.now().as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    /// A new token: 256 random bits in base64url.
    #[must_use]
    pub fn new_token(&self) -> String {
        let mut random = [0_u8; 32];
        self.0.random.fill(&mut random);
        URL_SAFE_NO_PAD.encode(random)
    }

    /// The content pack.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.0.pack
    }

    /// Whether saving works right now.
    #[must_use]
    pub fn health(&self) -> Health {
        self.0.store.health()
    }

    pub(crate) fn random_bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0_u8; N];
        self.0.random.fill(&mut bytes);
        bytes
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    pub(crate) fn authority(&self) -> &Authority {
        &self.0.authority
    }

    pub(crate) fn cache(&self) -> &Mutex<Cache> {
        &self.0.cache
    }

    pub(crate) fn turns(&self) -> &Turns {
        &self.0.turns
    }

    pub(crate) fn registry_cache(&self) -> &Mutex<Arc<Registry>> {
        &self.0.registry
    }

    pub(crate) fn case_file_schema(&self) -> &OnceLock<Validator> {
        &self.0.case_file_schema
    }

    pub(crate) fn passwords(&self) -> &Semaphore {
        &self.0.passwords
    }

    pub(crate) fn keys_days(&self) -> &AtomicU32 {
        &self.0.keys_days
    }

    pub(crate) fn checking(&self) -> &Checking {
        &self.0.checking
    }

    pub(crate) fn sessions_gate(&self) -> &tokio::sync::Mutex<()> {
        &self.0.sessions
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("App")
    }
}
