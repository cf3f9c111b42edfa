//! What the index keeps of somebody: the names, the date of birth, and which relations may see the entry. Encrypted.

use super::facts::{Born, By, Word, facts, name_words};
use crate::cases::derived::clearance_of;
use crate::permission::policies::Authority;
use crate::problem::Problem;
use practice::case::CaseFile;
use practice::event::CaseEvent;
use practice::ids::{CaseId, EntryId};
use practice::kinds::people::Person;
use practice::kinds::{Body, Kind};
use practice::permission::Relation;
use practice::when::ApproxDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::IndexChange;

/// A card as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NameCard {
    /// The whole name.
    #[serde(rename = "n")]
    pub(crate) name: String,
    /// What the person is called, and other names and spellings.
    #[serde(rename = "a", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) aliases: Vec<String>,
    /// Date of birth, as exactly as is known.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub(crate) born: Option<ApproxDate>,
    /// The relations that may see it.
    #[serde(rename = "r")]
    seen_by: BTreeSet<Relation>,
}

/// A record, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// The whole name.
    pub(crate) name: String,
    /// Each word of each name, with the name it is from; those of the whole name first.
    pub(crate) words: Vec<(Word, String)>,
    /// How many words the whole name has.
    pub(crate) main: usize,
    /// Date of birth.
    pub(crate) born: Born,
}

impl Known {
    /// Of names and a date.
    pub(crate) fn of(name: &str, aliases: &[String], born: Option<ApproxDate>) -> Self {
        let mut words: Vec<(Word, String)> = Vec::new();
        for each in std::iter::once(name).chain(aliases.iter().map(String::as_str)) {
            for word in name_words(each) {
                // In the whole name a word may stand twice; what another name repeats says nothing new.
                if each == name || words.iter().all(|(known, _)| known.spelt != word.spelt) {
                    words.push((word, each.to_owned()));
                }
            }
        }
        let main = words.iter().take_while(|(_, from)| from == name).count();
        Self { name: name.to_owned(), words, main, born: Born::of(born) }
    }

    /// For tests.
    #[cfg(test)]
    pub(crate) fn invented(name: &str, aliases: &[&str], born: &str) -> Self {
        let aliases: Vec<String> = aliases.iter().map(|alias| (*alias).to_owned()).collect();
        Self::of(name, &aliases, born.parse().ok())
    }

    /// Every word of every name.
    pub(crate) fn all_words(&self) -> Vec<Word> {
        self.words.iter().map(|(word, _)| word.clone()).collect()
    }

    /// By what the person is found.
    pub(crate) fn facts(&self, by: By) -> Vec<Vec<u8>> {
        facts(&self.all_words(), self.born, by).into_iter().map(|(fact, _)| fact).collect()
    }
}

impl NameCard {
    fn of(person: &Person, seen_by: BTreeSet<Relation>) -> Self {
        let aliases = person.known_as.iter().chain(&person.aliases).map(ToString::to_string).collect();
        Self { name: person.name.to_string(), aliases, born: person.born, seen_by }
    }

    /// Reads a card of the index.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Problem> {
        serde_json::from_slice(bytes).map_err(|error| {
            Problem::internal(format!("a person's card cannot be read ({error}): run holdfast reindex"))
        })
    }

    /// Whether somebody with this relation to the case may see the person.
    pub(crate) fn is_for(&self, relation: Relation) -> bool {
        self.seen_by.contains(&relation)
    }

    /// Ready to be compared.
    pub(crate) fn known(&self) -> Known {
        Known::of(&self.name, &self.aliases, self.born)
    }

    fn change(&self, case: CaseId, person: EntryId) -> Result<IndexChange, Problem> {
        let card =
            serde_json::to_vec(self).map_err(|error| Problem::internal(format!("a person's card: {error}")))?;
        Ok(IndexChange::Person { case: case.0, person: person.0, card, facts: self.known().facts(By::Sound) })
    }
}

/// The change of the index for one person as the case now has her or him: nobody, where the entry is withdrawn.
pub(crate) fn change(case: &CaseFile, id: EntryId, authority: &Authority) -> Result<Option<IndexChange>, Problem> {
    let Some(entry) = case.entry(id) else { return Ok(None) };
    let Body::Person(person) = &entry.content.body else { return Ok(None) };
    if entry.withdrawn {
        return Ok(Some(IndexChange::PersonGone { case: case.id().0, person: id.0 }));
    }
    let label = entry.content.label;
    let may = |relation: &Relation| {
        clearance_of(authority, *relation).is_some_and(|clearance| clearance.labels.has(label))
    };
    let seen_by = Relation::ALL.into_iter().filter(may).collect();
    NameCard::of(person, seen_by).change(case.id(), id).map(Some)
}

/// The changes for everybody whom these events are about.
pub(crate) fn changes(
    case: &CaseFile,
    touched: impl IntoIterator<Item = EntryId>,
    authority: &Authority,
) -> Result<Vec<IndexChange>, Problem> {
    let once: BTreeSet<EntryId> = touched.into_iter().collect();
    once.into_iter().filter_map(|id| change(case, id, authority).transpose()).collect()
}

/// The changes for everybody in a case, for an index that is built again.
pub(crate) fn everybody(case: &CaseFile, authority: &Authority) -> Result<Vec<IndexChange>, Problem> {
    let people = case.entries().filter(|(_, entry)| entry.kind() == Kind::Person && !entry.withdrawn);
    changes(case, people.map(|(id, _)| id), authority)
}

/// The entry that an event is about.
pub(crate) fn touched(event: &CaseEvent) -> Option<EntryId> {
    match event {
        CaseEvent::Entry(revision) => Some(revision.id),
        _ => None,
    }
}

/// Somebody for an index that is filled without any case: for measurements. Seen by whoever works the case.
///
/// # Errors
/// Never for such values; the signature is serde's.
pub fn index_of_nobody(
    case: CaseId,
    person: EntryId,
    name: &str,
    aliases: &[String],
    born: Option<ApproxDate>,
) -> Result<IndexChange, Problem> {
    let seen_by = BTreeSet::from([Relation::Allocated, Relation::SupervisorOf]);
    NameCard { name: name.to_owned(), aliases: aliases.to_vec(), born, seen_by }.change(case, person)
}
