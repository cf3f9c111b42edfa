//! The forms, sent as a browser without script sends them.

mod add;
mod change;
mod conflict;
mod history;
mod kinds;
pub(crate) mod page;
mod plans;
mod visit;

use crate::browser::{Answer, Browser};
use app::{Purpose, Subject};
use practice::ids::{CaseId, EntryId};
use practice::kinds::{Body, Kind};
use practice::project::{Projection, Seen};
use std::sync::Arc;
use testkit::{Family, World};

/// A worker in front of the invented family.
pub(crate) struct Desk {
    pub(crate) world: World,
    pub(crate) family: Family,
    pub(crate) worker: Subject,
    pub(crate) browser: Browser,
    pub(crate) case: CaseId,
}

impl Desk {
    pub(crate) async fn new() -> Self {
        let world = World::new().await;
        let worker = world.worker("amira").await;
        let family = Family::new(1);
        let case = world.open(&worker, &family).await;
        let browser = Browser::new(&world).signed_in(&world, worker.account()).await;
        Self { world, family, worker, browser, case }
    }

    /// A path within the case.
    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/cases/{}/{rest}", self.case)
    }

    pub(crate) fn entry(&self, entry: EntryId, rest: &str) -> String {
        self.path(&format!("entries/{entry}/{rest}"))
    }

    pub(crate) async fn projection(&self) -> Arc<Projection> {
        let allowed = self.world.app.allow_read(&self.worker, self.case, Purpose::DirectWork).await.unwrap();
        self.world.app.projection(&allowed, "test").await.unwrap()
    }

    pub(crate) async fn seen(&self, entry: EntryId) -> Seen {
        self.projection().await.get(entry).unwrap().clone()
    }

    /// How many entries there are, withdrawn ones included.
    pub(crate) async fn count(&self) -> usize {
        self.projection().await.all().count()
    }

    /// The last entry of a kind.
    pub(crate) async fn last(&self, kind: Kind) -> Seen {
        self.projection().await.of_kind(kind).last().unwrap().clone()
    }

    /// Another worker on the same case.
    pub(crate) async fn colleague(&self) -> Browser {
        let colleague = self.world.worker("bella").await;
        self.world.relate(self.case, "bella", practice::permission::Relation::Allocated).await;
        self.browser.another().signed_in(&self.world, colleague.account()).await
    }
}

/// What a behaviour says.
pub(crate) fn act(seen: &Seen) -> String {
    match &seen.content.body {
        Body::Behaviour(behaviour) => behaviour.act.to_string(),
        Body::Effort(effort) => effort.act.to_string(),
        other => format!("{other:?}"),
    }
}

/// That a page has none of the marks of a word that is missing.
pub(crate) fn whole(answer: &Answer) {
    assert!(!answer.body.contains('⟪'), "a word is missing: {:?}", crate::browser::between(&answer.body, "⟪", "⟫"));
}
