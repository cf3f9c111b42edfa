//! The derived index: cards and allocations. Can be dropped and rebuilt from the journal.

use uuid::Uuid;

use crate::{
    engine::reader::Reader,
    errors::{Fault, ReadError, WriteError, is_code},
    files,
    ids::{KeyClass, StreamId},
    people,
    seal::{self, Bound},
    store::{Inner, Store},
    writes::{PreparedChange, Write},
};

/// A card: what a list needs to show, stored encrypted.
#[derive(Clone, PartialEq, Eq)]
pub struct Card {
    /// What the card is of.
    pub id: Uuid,
    /// The head of the stream it was made from.
    pub head: u64,
    /// Its content.
    pub card: Vec<u8>,
}

impl std::fmt::Debug for Card {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Card").field("id", &self.id).field("head", &self.head).finish_non_exhaustive()
    }
}

/// Who works on a case, and as what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Allocation {
    /// The case.
    pub case: Uuid,
    /// The account.
    pub account: Uuid,
    /// The relation; a code, stored in clear.
    pub relation: String,
}

/// A change of the index; goes with the append it follows from.
#[derive(Clone)]
pub enum IndexChange {
    /// Put or replace a card.
    Card {
        /// What kind of card; a code, stored in clear.
        kind: String,
        /// What the card is of.
        id: Uuid,
        /// The head of the stream it was made from.
        head: u64,
        /// Its content; stored encrypted.
        card: Vec<u8>,
    },
    /// Remove a card.
    CardGone {
        /// What kind of card.
        kind: String,
        /// What the card is of.
        id: Uuid,
    },
    /// Put or replace an allocation.
    Allocate {
        /// The case.
        case: Uuid,
        /// The account.
        account: Uuid,
        /// As what; a code, stored in clear.
        relation: String,
    },
    /// Remove an allocation.
    Unallocate {
        /// The case.
        case: Uuid,
        /// The account.
        account: Uuid,
    },
    /// Put or replace somebody of a case, with everything the person is found by.
    Person {
        /// The case.
        case: Uuid,
        /// The person in it.
        person: Uuid,
        /// The content; stored encrypted.
        card: Vec<u8>,
        /// Facts; stored as tokens.
        facts: Vec<crate::people::Fact>,
    },
    /// Remove somebody of a case, and what the person was found by.
    PersonGone {
        /// The case.
        case: Uuid,
        /// The person in it.
        person: Uuid,
    },
    /// Remove everybody of a case.
    PeopleGone {
        /// The case.
        case: Uuid,
    },
    /// Take an attached file away for good: the entry it was recorded for is taken out.
    FileExpunged {
        /// The case.
        case: Uuid,
        /// BLAKE3 of its bytes.
        hash: [u8; 32],
    },
    /// Keep an attached file for as long as the case: an entry is recorded for it.
    KeepFile {
        /// The case.
        case: Uuid,
        /// BLAKE3 of its bytes.
        hash: [u8; 32],
    },
}

impl std::fmt::Debug for IndexChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Card { kind, id, .. } => write!(f, "Card({kind}, {id})"),
            Self::CardGone { kind, id } => write!(f, "CardGone({kind}, {id})"),
            Self::Allocate { case, account, relation } => write!(f, "Allocate({case}, {account}, {relation})"),
            Self::Unallocate { case, account } => write!(f, "Unallocate({case}, {account})"),
            Self::Person { case, person, .. } => write!(f, "Person({case}, {person})"),
            Self::PersonGone { case, person } => write!(f, "PersonGone({case}, {person})"),
            Self::PeopleGone { case } => write!(f, "PeopleGone({case})"),
            Self::KeepFile { case, .. } => write!(f, "KeepFile({case})"),
            Self::FileExpunged { case, .. } => write!(f, "FileExpunged({case})"),
        }
    }
}

/// A row of the table `card`.
pub(crate) struct CardRow {
    pub(crate) kind: String,
    pub(crate) id: Uuid,
    pub(crate) head: u64,
    pub(crate) ciphertext: Vec<u8>,
}

impl Store {
    /// All cards of a kind, by id.
    ///
    /// # Errors
    /// [`ReadError::Undecryptable`] if one was changed: drop the index and rebuild it.
    pub async fn index_cards(&self, kind: &str) -> Result<Vec<Card>, ReadError> {
        let (kind, inner) = (kind.to_owned(), self.inner.clone());
        self.reading(move |engine| engine.cards(&kind)?.into_iter().map(|row| open(&inner, &row)).collect())
            .await
            .map_err(Fault::into_read)
    }

    /// So many cards of a kind, by id, those after this one: for going through many without having them all in memory.
    ///
    /// # Errors
    /// As [`Store::index_cards`].
    pub async fn index_cards_after(&self, kind: &str, after: Uuid, most: usize) -> Result<Vec<Card>, ReadError> {
        let (kind, inner) = (kind.to_owned(), self.inner.clone());
        self.reading(move |engine| {
            engine.cards_some(&kind, after, most)?.into_iter().map(|row| open(&inner, &row)).collect()
        })
        .await
        .map_err(Fault::into_read)
    }

    /// The heads of these cases, each with its card of a kind where there is one.
    ///
    /// # Errors
    /// As [`Store::index_cards`].
    pub async fn index_cards_of(
        &self,
        kind: &str,
        cases: Vec<Uuid>,
    ) -> Result<Vec<(u64, Option<Card>)>, ReadError> {
        let (kind, inner) = (kind.to_owned(), self.inner.clone());
        let one = move |engine: &Reader<'_>, case: Uuid| {
            // The head first: a card that is written between the two is newer, and not older.
            let head = engine.head(StreamId::case(case))?;
            Ok((head, engine.card(&kind, case)?.map(|row| open(&inner, &row)).transpose()?))
        };
        self.reading(move |engine| cases.into_iter().map(|case| one(engine, case)).collect())
            .await
            .map_err(Fault::into_read)
    }

    /// One card, if there is one.
    ///
    /// # Errors
    /// As [`Store::index_cards`].
    pub async fn index_card(&self, kind: &str, id: Uuid) -> Result<Option<Card>, ReadError> {
        let (kind, inner) = (kind.to_owned(), self.inner.clone());
        self.reading(move |engine| engine.card(&kind, id)?.map(|row| open(&inner, &row)).transpose())
            .await
            .map_err(Fault::into_read)
    }

    /// The cases an account is allocated to.
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub async fn allocations_of(&self, account: Uuid) -> Result<Vec<Allocation>, ReadError> {
        self.still_there(move |engine| engine.allocations_of(account)).await
    }

    /// The accounts a case is allocated to.
    ///
    /// # Errors
    /// [`ReadError::Failed`].
    pub async fn allocations_for(&self, case: Uuid) -> Result<Vec<Allocation>, ReadError> {
        self.still_there(move |engine| engine.allocations_for(case)).await
    }

    /// Without those to cases that were deleted for good: nobody works such a case, even before the rows are cleared away.
    async fn still_there(
        &self,
        read: impl FnOnce(&Reader<'_>) -> Result<Vec<Allocation>, Fault> + Send + 'static,
    ) -> Result<Vec<Allocation>, ReadError> {
        let inner = self.inner.clone();
        self.reading(move |engine| {
            let mut rows = read(engine)?;
            if !rows.is_empty() {
                let gone = inner.keys.shredded()?;
                rows.retain(|row| !gone.contains(&StreamId::case(row.case)));
            }
            Ok(rows)
        })
        .await
        .map_err(Fault::into_read)
    }

    /// Empties the index, before it is rebuilt.
    ///
    /// # Errors
    /// [`WriteError::DiskFull`], [`WriteError::Failed`].
    pub async fn index_drop(&self) -> Result<(), WriteError> {
        self.submit(Vec::new(), Write::IndexDrop).await.map(|_| ()).map_err(Fault::into_write)
    }

    /// Changes the index without an append: for rebuilding.
    ///
    /// # Errors
    /// [`WriteError::NotACode`], [`WriteError::DiskFull`], [`WriteError::Failed`].
    pub async fn index_put(&self, changes: Vec<IndexChange>) -> Result<(), WriteError> {
        check_codes(&changes).map_err(|field| WriteError::NotACode { field })?;
        let inner = self.inner.clone();
        let prepared = tokio::task::spawn_blocking(move || prepare_changes(&inner, &changes))
            .await
            .unwrap_or_else(|why| Err(Fault::Failed(why.to_string())))
            .map_err(Fault::into_write)?;
        self.submit(Vec::new(), Write::Index(prepared)).await.map(|_| ()).map_err(Fault::into_write)
    }
}

/// The first readable field that is not a code.
pub(crate) fn check_codes(changes: &[IndexChange]) -> Result<(), &'static str> {
    for change in changes {
        match change {
            IndexChange::Card { kind, .. } | IndexChange::CardGone { kind, .. } if !is_code(kind) => {
                return Err("kind");
            }
            IndexChange::Allocate { relation, .. } if !is_code(relation) => return Err("relation"),
            _ => {}
        }
    }
    Ok(())
}

fn bound(kind: &str, id: Uuid, head: u64) -> Vec<u8> {
    Bound::new("holdfast/card/1").text(kind).bytes(id.as_bytes()).bytes(&head.to_le_bytes()).done()
}

pub(crate) fn prepare_changes(inner: &Inner, changes: &[IndexChange]) -> Result<Vec<PreparedChange>, Fault> {
    changes
        .iter()
        .map(|change| {
            Ok(match change {
                IndexChange::Card { kind, id, head, card } => {
                    let ciphertext = seal::seal(inner.keys.cards(), &bound(kind, *id, *head), card, &*inner.random)
                        .ok_or_else(|| Fault::Failed("the card is too long to be encrypted".to_owned()))?;
                    PreparedChange::Card { kind: kind.clone(), id: *id, head: *head, ciphertext }
                }
                IndexChange::CardGone { kind, id } => PreparedChange::CardGone { kind: kind.clone(), id: *id },
                IndexChange::Allocate { case, account, relation } => {
                    PreparedChange::Allocate { case: *case, account: *account, relation: relation.clone() }
                }
                IndexChange::Unallocate { case, account } => {
                    PreparedChange::Unallocate { case: *case, account: *account }
                }
                IndexChange::Person { case, person, card, facts } => {
                    let mut tokens: Vec<i64> = facts.iter().map(|fact| people::token(inner, fact)).collect();
                    tokens.sort_unstable();
                    tokens.dedup();
                    let ciphertext = people::seal_card(inner, *case, *person, card)?;
                    PreparedChange::Person { case: *case, person: *person, ciphertext, tokens }
                }
                IndexChange::PersonGone { case, person } => {
                    PreparedChange::PersonGone { case: *case, person: *person }
                }
                IndexChange::PeopleGone { case } => PreparedChange::PeopleGone { case: *case },
                IndexChange::FileExpunged { case, hash } => PreparedChange::FileExpunged {
                    case: *case,
                    addresses: [KeyClass::Ordinary, KeyClass::Sealed]
                        .map(|class| files::address(inner, *case, class, hash)),
                },
                IndexChange::KeepFile { case, hash } => PreparedChange::KeepFile {
                    case: *case,
                    addresses: [KeyClass::Ordinary, KeyClass::Sealed]
                        .map(|class| files::address(inner, *case, class, hash)),
                },
            })
        })
        .collect()
}

pub(crate) fn open(inner: &Inner, row: &CardRow) -> Result<Card, Fault> {
    let card = seal::open(inner.keys.cards(), &bound(&row.kind, row.id, row.head), &row.ciphertext)
        .ok_or_else(|| Fault::Undecryptable { what: format!("The {} card {}", row.kind, row.id) })?;
    Ok(Card { id: row.id, head: row.head, card: card.to_vec() })
}
