//! Every form, without a server: what is typed becomes an entry and comes back as the same fields, and what is wrong is
//! all said at once.

mod faults;
mod round_trip;
mod visit;

use super::fault::{Fault, What};
use super::kind::{self, Kept};
use super::raw::Raw;
use super::reading::Tools;
use super::scene::Scene;
use jiff::civil::{Date, date};
use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::entry::{Author, Content};
use practice::event::{CaseEvent, Opened};
use practice::ids::AccountId;
use practice::kinds::plan::{Part, Plan};
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::pack::Pack;
use practice::project::{Projection, project};
use practice::record::{At, Draft, Intent, Recorded, record_all};
use testkit::Family;
use uuid::Uuid;
use words::Words;

/// The day of the tests.
pub(super) const TODAY: Date = date(2026, 11, 24);

/// A case of the invented family, as a form sees it.
pub(super) struct Bench {
    pub(super) family: Family,
    pub(super) projection: Projection,
    pub(super) scene: Scene,
    pub(super) words: Words,
    pub(super) pack: Pack,
}

impl Bench {
    pub(super) fn new() -> Self {
        let family = Family::new(7);
        let author = Author { id: AccountId(Uuid::nil()), name: testkit::text("Amira") };
        let now = "2026-11-24T10:00:00Z".parse().unwrap();
        let opened =
            Opened { case: family.case, author: author.clone(), opened_at: now, reference: None, invented: true };
        let mut case = CaseFile::open(opened);
        let mut drafts = family.drafts();
        for (id, person, part) in [(101, family.marek, Part::Change), (102, family.sara, Part::Support)] {
            let plan = Plan { person, part, relationship: None, copy: None, review: None, response: Vec::new() };
            let content = testkit::content(Label::Professional, Body::Plan(plan));
            drafts.push(Draft { id: family.id(id), intent: Intent::Record(Box::new(content)) });
        }
        for recorded in record_all(&case.clone(), &drafts, &At { author, now }).unwrap() {
            let Recorded::New(revision) = recorded else { panic!("nothing was there before") };
            case.apply(CaseEvent::Entry(revision)).unwrap();
        }
        let projection = project(&case, &Clearance::whole());
        let mut scene = Scene::of(&projection, TODAY);
        scene.add(family.id(60), Kind::Decision, "Close the case".to_owned());
        scene.add(family.id(61), Kind::MappingSession, "One map".to_owned());
        scene.add(family.id(62), Kind::AgencyAction, "Puts the bail terms in writing".to_owned());
        Self { family, projection, scene, words: Words::new("en").unwrap(), pack: words::base_pack().unwrap() }
    }

    pub(super) fn tools(&self) -> Tools<'_> {
        Tools { words: &self.words, pack: &self.pack, scene: &self.scene }
    }

    pub(super) fn read(&self, kind: Kind, raw: &Raw) -> Result<Content, Vec<Fault>> {
        kind::read(kind, raw, self.tools(), &Kept::default())
    }

    /// The fields that are to be mended, with the key of what is said where there is one.
    pub(super) fn faults(&self, kind: Kind, raw: &Raw) -> Vec<(String, String)> {
        let faults = self.read(kind, raw).unwrap_err();
        faults
            .into_iter()
            .map(|fault| {
                let said = fault.say(&self.words);
                assert!(!said.contains('⟪'), "no words for {fault:?}");
                let what = match fault.what {
                    What::Key(key) => key.to_owned(),
                    What::Typed(_) => "typed".to_owned(),
                    What::Text(_) => "text".to_owned(),
                    What::Said(said) => said,
                };
                (fault.field, what)
            })
            .collect()
    }
}

/// The same fields and these besides.
pub(super) fn with(raw: &Raw, pairs: &[(&str, &str)]) -> Raw {
    let mut raw = raw.clone();
    for (name, value) in pairs {
        raw.push(*name, *value);
    }
    raw
}
