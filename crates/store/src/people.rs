//! The people of all cases in the derived index: an encrypted card for each, and the tokens by which it is found.
//!
//! A token is a MAC, under a key of the agency that is kept nowhere, of what the caller says; the caller says only
//! things made of several facts about somebody (`docs/decisions/0080-finding-people.md`). The database sees 64 bits that
//! mean nothing without the key.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{
    errors::{Fault, ReadError},
    ids::StreamId,
    seal::{self, Bound},
    store::{Inner, Store},
};

/// What somebody is found by, in words that only the caller understands. Never stored.
pub type Fact = Vec<u8>;

/// Somebody in a case, as the index knows the person.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonCard {
    /// The case.
    pub case: Uuid,
    /// The person in it.
    pub person: Uuid,
    /// What the account that asked has to do with the case; a code. Empty where no account asked.
    pub relation: String,
    /// The content.
    pub card: Vec<u8>,
}

impl std::fmt::Debug for PersonCard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PersonCard").field("case", &self.case).field("person", &self.person).finish_non_exhaustive()
    }
}

/// Who is looked for: facts, the telling ones first.
#[derive(Clone, Default)]
pub struct PersonQuery {
    /// Facts, each with the weight it has when the best are chosen.
    pub facts: Vec<(Fact, u32)>,
    /// Of each fact at most so many people are looked at.
    pub each: u32,
    /// So many people are enough: facts that come after are not asked any more.
    pub enough: usize,
    /// At most so many cards are opened, those with the most weight.
    pub most: usize,
}

/// A row of the table `person`.
pub(crate) struct PersonRow {
    pub(crate) case: Uuid,
    pub(crate) person: Uuid,
    pub(crate) relation: String,
    pub(crate) ciphertext: Vec<u8>,
}

impl Store {
    /// Everybody in the cases an account is allocated to, whatever the relation. `None` where those are more than
    /// `cases`: then ask with facts.
    ///
    /// # Errors
    /// [`ReadError::Undecryptable`] if a card was changed: drop the index and rebuild it.
    pub async fn people_of(&self, account: Uuid, cases: u32) -> Result<Option<Vec<PersonCard>>, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| {
            let some = engine.allocations_some(account, i64::from(cases).saturating_add(1))?;
            if some > u64::from(cases) {
                return Ok(None);
            }
            opened(&inner, engine.people_of(account)?).map(Some)
        })
        .await
        .map_err(Fault::into_read)
    }

    /// Those in the cases an account is allocated to who share facts with the query, those who share the most first.
    /// Nobody in another case is counted, or takes the place of somebody.
    ///
    /// # Errors
    /// As [`Store::people_of`].
    pub async fn people_like(&self, account: Uuid, query: PersonQuery) -> Result<Vec<PersonCard>, ReadError> {
        self.like(Some(account), query).await
    }

    /// The same among all cases, for those who look after double records; see who may have it before it is shown.
    ///
    /// # Errors
    /// As [`Store::people_of`].
    pub async fn people_like_anywhere(&self, query: PersonQuery) -> Result<Vec<PersonCard>, ReadError> {
        self.like(None, query).await
    }

    async fn like(&self, account: Option<Uuid>, query: PersonQuery) -> Result<Vec<PersonCard>, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| {
            let mut weights: HashMap<(Uuid, Uuid), (u32, String)> = HashMap::new();
            for (fact, weight) in &query.facts {
                if weights.len() >= query.enough {
                    break;
                }
                let token = token(&inner, fact);
                let rows = match account {
                    Some(account) => engine.people_found(account, token, i64::from(query.each))?,
                    None => engine.people_found_anywhere(token, i64::from(query.each))?,
                };
                for (case, person, relation) in rows {
                    let known = weights.entry((case, person)).or_insert((0, relation));
                    known.0 = known.0.saturating_add(*weight);
                }
            }
            let mut best: Vec<_> =
                weights.into_iter().map(|(who, (weight, relation))| (weight, who, relation)).collect();
            best.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| b.1.cmp(&a.1)));
            best.truncate(query.most);
            let rows = engine.people_each(&best.iter().map(|(_, who, _)| *who).collect::<Vec<_>>())?;
            let rows = rows
                .into_iter()
                .zip(best)
                .filter_map(|(row, (_, _, relation))| Some(PersonRow { relation, ..row? }));
            opened(&inner, rows.collect())
        })
        .await
        .map_err(Fault::into_read)
    }

    /// Everybody in one case.
    ///
    /// # Errors
    /// As [`Store::people_of`].
    pub async fn people_in(&self, case: Uuid) -> Result<Vec<PersonCard>, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| opened(&inner, engine.people_in(case)?)).await.map_err(Fault::into_read)
    }

    /// Whether there is anybody in the index.
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub async fn people_any(&self) -> Result<bool, ReadError> {
        self.reading(|engine| engine.people_any()).await.map_err(Fault::into_read)
    }

    /// All cards and all tokens, to compare one index with another.
    ///
    /// # Errors
    /// As [`Store::people_of`].
    pub async fn people_all(&self) -> Result<(Vec<PersonCard>, Vec<(Uuid, Uuid, i64)>), ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| Ok((opened(&inner, engine.people_all()?)?, engine.person_tokens_all()?)))
            .await
            .map_err(Fault::into_read)
    }
}

/// 64 bits that stand for a fact.
pub(crate) fn token(inner: &Inner, fact: &[u8]) -> i64 {
    let hash = blake3::keyed_hash(inner.keys.people().bytes(), fact);
    hash.as_bytes().first_chunk::<8>().map_or(0, |bytes| i64::from_le_bytes(*bytes))
}

fn bound(case: Uuid, person: Uuid) -> Vec<u8> {
    Bound::new("holdfast/person/1").bytes(case.as_bytes()).bytes(person.as_bytes()).done()
}

/// The card as it is stored.
pub(crate) fn seal_card(inner: &Inner, case: Uuid, person: Uuid, card: &[u8]) -> Result<Vec<u8>, Fault> {
    seal::seal(inner.keys.cards(), &bound(case, person), card, &*inner.random)
        .ok_or_else(|| Fault::Failed("the card is too long to be encrypted".to_owned()))
}

/// The card of a row.
pub(crate) fn open_card(inner: &Inner, row: PersonRow) -> Result<PersonCard, Fault> {
    let PersonRow { case, person, relation, ciphertext } = row;
    let card = seal::open(inner.keys.cards(), &bound(case, person), &ciphertext)
        .ok_or_else(|| Fault::Undecryptable { what: format!("The card of the person {person}") })?;
    Ok(PersonCard { case, person, relation, card: card.to_vec() })
}

/// The cards of rows, without those of cases that were deleted for good and are not cleared away yet.
fn opened(inner: &Inner, rows: Vec<PersonRow>) -> Result<Vec<PersonCard>, Fault> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let gone = inner.keys.shredded()?;
    let there = rows.into_iter().filter(|row| gone.is_empty() || !gone.contains(&StreamId::case(row.case)));
    there.map(|row| open_card(inner, row)).collect()
}
