//! A whole application over a store in a folder that is deleted at the end.

use crate::family::Family;
use crate::fixed::{FixedClock, SeededRandom};
use crate::phrases::PhraseChecker;
use app::{App, AppParts, NewAccount, NewCase, Operator, Subject};
use practice::ids::{AccountId, CaseId};
use practice::instrument::{Instrument, Instruments};
use practice::pack::Pack;
use practice::permission::{AccountRole, Relation};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Databases, Location, OpenOptions, Store, Unlock};
use tempfile::TempDir;
use uuid::Uuid;

/// The password of every account that [`World::account`] makes.
pub const PASSWORD: &str = "seven small wooden boats";

/// A small pack with a code of every sort.
/// Some of the instruments of the base pack.
const INSTRUMENTS: [(&str, &str); 4] = [
    ("strengths", include_str!("../../../packs/base/instruments/strengths.toml")),
    ("routine", include_str!("../../../packs/base/instruments/routine.toml")),
    ("engaging", include_str!("../../../packs/base/instruments/engaging.toml")),
    ("screening", include_str!("../../../packs/base/instruments/screening.toml")),
];

const PACK: &str = r#"
id = "test"
version = 1
[[behaviour]]
code = "monitoring"
side = "partner"
[[behaviour]]
code = "money"
side = "family"
[[effort]]
code = "calming"
group = "children"
label = "professional"
[[effort]]
code = "hidden_money"
group = "safety"
label = "survivor_confidential"
[[impact]]
code = "sleep"
[[factor]]
code = "migration"
[[visit]]
code = "home"
[[contact_detail]]
code = "phone"
[[care_area]]
code = "meals"
[[force_question]]
code = "fear"
[[sector]]
code = "police"
[[means]]
code = "phone"
[[means]]
code = "letter"
[[outcome]]
code = "spoke"
reached = true
[[outcome]]
code = "no_answer"
[[step]]
code = "affirm"

[[plan_advice]]
rule = "service_only"
language = "en"
phrases = ["attends"]

[[plan_advice]]
rule = "vague"
language = "en"
phrases = ["anger management"]

[[plan_advice]]
rule = "control_on_her"
language = "en"
phrases = ["{survivor} reports"]
"#;

/// An application, its store, its clock and its folder.
pub struct World {
    /// The application.
    pub app: App,
    /// The store beneath it.
    pub store: Store,
    /// The clock of both.
    pub clock: Arc<FixedClock>,
    random: Arc<SeededRandom>,
    folder: TempDir,
}

impl World {
    /// A new world with nothing in it.
    pub async fn new() -> Self {
        Self::seeded(1).await
    }

    /// A new world whose randomness comes from this seed.
    pub async fn seeded(seed: u64) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let clock = Arc::new(FixedClock::default());
        let random = Arc::new(SeededRandom::new(seed));
        store::write_new_key_file(&folder.path().join("key"), &folder.path().join("data"), &*random)
            .expect("a key file");
        let place = Location::Folder(folder.path().join("data"));
        Self::made(folder, place, clock, random).await
    }

    /// A new world in a schema of its own of a PostgreSQL database.
    pub async fn on_postgres(url: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the key");
        let (clock, random) = (Arc::new(FixedClock::default()), Arc::new(SeededRandom::new(1)));
        store::write_new_key_file(&folder.path().join("key"), &folder.path().join("data"), &*random)
            .expect("a key file");
        let name = blake3::hash(folder.path().as_os_str().as_encoded_bytes()).to_hex();
        let mark = if url.contains('?') { '&' } else { '?' };
        let schema = name.get(..20).expect("long enough");
        let data = format!("{url}{mark}schema=w{schema}").parse().expect("the address of a database");
        let place = Location::Database(Box::new(Databases { data, keystore: None }));
        Self::made(folder, place, clock, random).await
    }

    async fn made(folder: TempDir, place: Location, clock: Arc<FixedClock>, random: Arc<SeededRandom>) -> Self {
        let store = open(place, folder.path(), &clock, &random).await;
        let app = over(&store, &clock, &random);
        Self { app, store, clock, random, folder }
    }

    /// A second application over the same store, as another server would be.
    #[must_use]
    pub fn second_app(&self) -> App {
        over(&self.store, &self.clock, &self.random)
    }

    /// The data folder.
    #[must_use]
    pub fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Whoever holds the key.
    #[must_use]
    pub fn operator(&self) -> Operator {
        Operator::from_key_holder("tester")
    }

    /// Makes an account with [`PASSWORD`] and signs it in.
    pub async fn account(&self, sign_in: &str, roles: &[AccountRole]) -> Subject {
        let mut name = sign_in.to_owned();
        if let Some(first) = name.get_mut(0..1) {
            first.make_ascii_uppercase();
        }
        let new = NewAccount {
            name,
            sign_in: sign_in.to_owned(),
            roles: roles.iter().copied().collect(),
            password: PASSWORD.into(),
        };
        let id = self.app.account_create(&self.operator(), new).await.expect("an account");
        self.subject(id).await
    }

    /// A worker: practitioner and supervisor, as the first account is.
    pub async fn worker(&self, sign_in: &str) -> Subject {
        self.account(sign_in, &[AccountRole::Practitioner, AccountRole::Supervisor]).await
    }

    /// The subject of an account, as its session would give it.
    pub async fn subject(&self, account: AccountId) -> Subject {
        self.app.session_for_demo(account).await.expect("a session").session.subject().clone()
    }

    /// Opens the case of a family for a worker.
    pub async fn open(&self, worker: &Subject, family: &Family) -> CaseId {
        let allowed = self.app.allow_open(worker).await.expect("may open a case");
        let new = NewCase { case: family.case, reference: None, drafts: family.drafts(), draft_done: None };
        self.app.open_case(&allowed, new).await.expect("an open case")
    }

    /// Gives somebody a relation to a case.
    pub async fn relate(&self, case: CaseId, sign_in: &str, relation: Relation) {
        self.app.allocate_by_operator(&self.operator(), case, sign_in, relation).await.expect("a relation");
    }

    /// A new id.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.app.new_id()
    }
}

async fn open(place: Location, folder: &Path, clock: &Arc<FixedClock>, random: &Arc<SeededRandom>) -> Store {
    let unlock = Unlock::KeyFile(folder.join("key"));
    let options = OpenOptions { place, unlock, clock: clock.clone(), random: random.clone(), create: true };
    Store::open(options).await.expect("a store")
}

fn over(store: &Store, clock: &Arc<FixedClock>, random: &Arc<SeededRandom>) -> App {
    let mut pack = Pack::parse(PACK).expect("a pack");
    let read = INSTRUMENTS.iter().map(|(file, toml)| Instrument::parse(file, toml).expect("an instrument"));
    pack.instruments = Instruments::of(read);
    let checker = Arc::new(PhraseChecker);
    App::new(AppParts { store: store.clone(), pack, clock: clock.clone(), random: random.clone(), checker })
        .expect("an application")
}
