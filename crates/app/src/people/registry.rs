//! The person registry: which records are of one human being, and which are not, as somebody has said. A stream of its own, so
//! that each case still folds alone; it keeps ids and how it is known, never a name, so that nothing of a case outlives it.
//!
//! Saying that two are the same changes neither record and shows nobody a case. Taking it back leaves everything as it was.

use crate::accounts::events::{new_event, payload};
use crate::permission::{Allowed, Record};
use crate::problem::Problem;
use crate::state::App;
use jiff::Timestamp;
use practice::entry::Author;
use practice::ids::{CaseId, EntryId};
use practice::kinds::Kind;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};
use store::{Append, AppendError, StoredEvent, StreamId, StreamKind};
use uuid::Uuid;

/// The one registry of this store.
const REGISTRY: StreamId = StreamId { kind: StreamKind::People, id: Uuid::nil() };

const JOINED: &str = "people_joined";
const PARTED: &str = "people_parted";
const APART: &str = "people_apart";

/// A record of somebody: which case, which entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRef {
    /// The case.
    pub case: CaseId,
    /// The person in it.
    pub person: EntryId,
}

/// How it is known that two records are of one human being.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The person said so, or somebody who knows the person.
    Told,
    /// A paper shows it.
    Papers,
    /// A worker has met the person in both cases.
    Met,
}

impl Basis {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Told, Self::Papers, Self::Met];

    /// The code, as in forms and words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Papers => "papers",
            Self::Met => "met",
        }
    }

    /// The basis of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.code() == code)
    }
}

/// Two records are of one human being.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Joined {
    pub(crate) id: Uuid,
    /// The lower first.
    pub(crate) people: [PersonRef; 2],
    pub(crate) basis: Basis,
    pub(crate) by: Author,
    pub(crate) at: Timestamp,
}

/// That is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parted {
    id: Uuid,
    by: Author,
    at: Timestamp,
}

/// Two records are of two human beings, however alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Apart {
    people: [PersonRef; 2],
    by: Author,
    at: Timestamp,
}

/// One step of the history of two records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryStep {
    /// What was said.
    pub what: Said,
    /// By whom.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What was said of two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// They are of one human being, and how that is known.
    Same(Basis),
    /// That was taken back.
    TakenBack,
    /// They are of two human beings.
    NotSame,
}

/// What the registry says now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Registry {
    head: u64,
    joined: BTreeMap<Uuid, Joined>,
    apart: BTreeSet<[PersonRef; 2]>,
    history: BTreeMap<[PersonRef; 2], Vec<RegistryStep>>,
    /// Of every join there ever was.
    pairs: BTreeMap<Uuid, [PersonRef; 2]>,
}

fn pair(one: PersonRef, other: PersonRef) -> [PersonRef; 2] {
    if one <= other { [one, other] } else { [other, one] }
}

impl Registry {
    fn apply(&mut self, event: &StoredEvent) -> Result<(), Problem> {
        self.head = event.seq;
        let (people, step) = match event.tag.as_str() {
            JOINED => {
                let joined: Joined = payload(event)?;
                let step =
                    RegistryStep { what: Said::Same(joined.basis), by: joined.by.name.to_string(), at: joined.at };
                self.apart.remove(&joined.people);
                self.pairs.insert(joined.id, joined.people);
                let people = joined.people;
                self.joined.insert(joined.id, joined);
                (people, step)
            }
            PARTED => {
                let Parted { id, by, at } = payload(event)?;
                self.joined.remove(&id);
                let Some(people) = self.pairs.get(&id) else { return Ok(()) };
                (*people, RegistryStep { what: Said::TakenBack, by: by.name.to_string(), at })
            }
            APART => {
                let Apart { people, by, at } = payload(event)?;
                self.apart.insert(people);
                (people, RegistryStep { what: Said::NotSame, by: by.name.to_string(), at })
            }
            other => {
                return Err(Problem::internal(format!(
                    "the person registry has an event “{other}” of a newer Holdfast: use that one, or a newer one still"
                )));
            }
        };
        self.history.entry(people).or_default().push(step);
        Ok(())
    }

    /// Whether somebody has said of two records that they are the same, or that they are not.
    pub(crate) fn is_settled(&self, one: PersonRef, other: PersonRef) -> bool {
        let people = pair(one, other);
        self.apart.contains(&people) || self.joined.values().any(|joined| joined.people == people)
    }

    /// What a record is joined with.
    pub(crate) fn with(&self, person: PersonRef) -> impl Iterator<Item = (&Joined, PersonRef)> {
        self.joined.values().filter_map(move |joined| match joined.people {
            [one, other] if one == person => Some((joined, other)),
            [one, other] if other == person => Some((joined, one)),
            _ => None,
        })
    }

    /// What was said of two records, first to last.
    pub(crate) fn history(&self, one: PersonRef, other: PersonRef) -> Vec<RegistryStep> {
        self.history.get(&pair(one, other)).cloned().unwrap_or_default()
    }

    fn join_of(&self, people: [PersonRef; 2]) -> Option<&Joined> {
        self.joined.values().find(|joined| joined.people == people)
    }
}

impl App {
    /// The registry as it is now. Reads only what was said since it was read last.
    pub(crate) async fn registry(&self) -> Result<Arc<Registry>, Problem> {
        let known = self.registry_cache().lock().unwrap_or_else(PoisonError::into_inner).clone();
        let events = self.store().read(&REGISTRY, known.head).await?;
        if events.is_empty() {
            return Ok(known);
        }
        let mut registry = Arc::unwrap_or_clone(known);
        for event in &events {
            registry.apply(event)?;
        }
        let registry = Arc::new(registry);
        let mut kept = self.registry_cache().lock().unwrap_or_else(PoisonError::into_inner);
        if kept.head < registry.head {
            *kept = registry.clone();
        }
        Ok(registry)
    }

    /// Says that two records are of one human being. Whoever says so may record in both cases and sees both people. Said
    /// again, it stays as it is.
    ///
    /// # Errors
    /// [`Problem::not_found`] for somebody whom the caller may not see; when it cannot be recorded.
    pub async fn join_people(
        &self,
        one: (&Allowed<Record>, EntryId),
        other: (&Allowed<Record>, EntryId),
        basis: Basis,
    ) -> Result<(), Problem> {
        let people = self.both(one, other).await?;
        let by = one.0.subject().author();
        let id = self.new_id();
        let at = self.now();
        self.say(|registry| {
            if registry.join_of(people).is_some() {
                return None;
            }
            Some((JOINED, serde_json::to_vec(&Joined { id, people, basis, by: by.clone(), at })))
        })
        .await
    }

    /// Takes back that two records are of one human being: both are as they were before.
    ///
    /// # Errors
    /// As [`App::join_people`].
    pub async fn part_people(
        &self,
        one: (&Allowed<Record>, EntryId),
        other: (&Allowed<Record>, EntryId),
    ) -> Result<(), Problem> {
        let people = self.both(one, other).await?;
        let by = one.0.subject().author();
        let at = self.now();
        self.say(|registry| {
            let joined = registry.join_of(people)?;
            Some((PARTED, serde_json::to_vec(&Parted { id: joined.id, by: by.clone(), at })))
        })
        .await
    }

    /// Says that two records are of two human beings, so that they are not offered again. Until somebody says otherwise.
    ///
    /// # Errors
    /// As [`App::join_people`].
    pub async fn keep_people_apart(
        &self,
        one: (&Allowed<Record>, EntryId),
        other: (&Allowed<Record>, EntryId),
    ) -> Result<(), Problem> {
        let people = self.both(one, other).await?;
        let by = one.0.subject().author();
        let at = self.now();
        self.say(|registry| {
            if registry.apart.contains(&people) || registry.join_of(people).is_some() {
                return None;
            }
            Some((APART, serde_json::to_vec(&Apart { people, by: by.clone(), at })))
        })
        .await
    }

    /// Both people, if the caller sees both: what is hidden does not exist.
    async fn both(
        &self,
        one: (&Allowed<Record>, EntryId),
        other: (&Allowed<Record>, EntryId),
    ) -> Result<[PersonRef; 2], Problem> {
        let mut found = Vec::with_capacity(2);
        for (allowed, person) in [one, other] {
            let loaded = self.load(allowed.case()).await?;
            let seen = self.project(&loaded, allowed.reading().clearance()).await?;
            let there = seen.get(person).is_some_and(|seen| seen.content.body.kind() == Kind::Person);
            if !there {
                return Err(Problem::not_found());
            }
            found.push(PersonRef { case: allowed.case(), person });
        }
        match *found.as_slice() {
            [one, other] if one != other => Ok(pair(one, other)),
            _ => Err(Problem::not_found()),
        }
    }

    /// Appends what `decide` says, again where somebody else was first.
    async fn say(
        &self,
        decide: impl Fn(&Registry) -> Option<(&'static str, Result<Vec<u8>, serde_json::Error>)>,
    ) -> Result<(), Problem> {
        loop {
            let registry = self.registry().await?;
            let Some((tag, payload)) = decide(&registry) else { return Ok(()) };
            let append = Append {
                stream: REGISTRY,
                expected: registry.head,
                events: vec![new_event(tag, payload)?],
                drafts_done: Vec::new(),
                index: Vec::new(),
            };
            match self.store().append(append).await {
                Ok(_) => return Ok(()),
                Err(AppendError::Stale { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}
