//! Finding people among those whom somebody may see.
//!
//! INVARIANT: nobody in a case that is not the caller's is counted, shown, or takes the place of somebody. The cases are
//! chosen by the access table first, as for every list; within a case by the label of the entry.

use super::alike::{Why, ranked};
use super::asked::Asked;
use super::card::{Known, NameCard};
use super::facts::{By, facts};
use super::registry::PersonRef;
use crate::cases::cards::{self, CaseCard, StoredCard};
use crate::permission::table::in_access_table;
use crate::problem::Problem;
use crate::state::App;
use crate::subject::Subject;
use practice::ids::{CaseId, EntryId};
use practice::permission::Relation;
use practice::when::ApproxDate;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use store::{Outcome, PersonCard, PersonQuery};

/// Of at most so many cases everybody is looked at; whoever has more is searched for by facts.
const CASES_READ: u32 = 500;
/// So many cards at most are opened of those that share facts with what is asked.
const CARDS_OPENED: usize = 1000;
/// So many people with a fact are looked at.
const EACH: u32 = 1500;
/// So many people of a search are shown.
const SHOWN: usize = 50;

/// Somebody who was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFound {
    /// The case, as in a list.
    pub case: CaseCard,
    /// The person in it.
    pub person: EntryId,
    /// The whole name.
    pub name: String,
    /// Date of birth, as exactly as is known.
    pub born: Option<ApproxDate>,
    /// Why, in the order in which to say it.
    pub whys: Vec<Why>,
}

/// What came of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Those who fit, the best first.
    pub people: Vec<PersonFound>,
    /// There are more than are shown.
    pub more: bool,
    /// Too little was typed to search so many cases: another name or a year of birth is needed.
    pub too_little: bool,
}

/// Somebody whom the caller may see, in the index.
#[derive(Clone, Debug)]
pub(crate) struct Visible {
    pub(crate) case: CaseId,
    pub(crate) person: EntryId,
    pub(crate) relation: Relation,
    pub(crate) card: NameCard,
}

impl Visible {
    /// Which record it is.
    pub(crate) fn id(&self) -> PersonRef {
        PersonRef { case: self.case, person: self.person }
    }
}

impl App {
    /// The people whom somebody may see who fit what was typed: names or parts of them in any order and spelling, a year
    /// or a date of birth.
    ///
    /// # Errors
    /// When the index cannot be read, or the search cannot be logged.
    pub async fn find_people(&self, subject: &Subject, query: &str) -> Result<Found, Problem> {
        self.find_among(subject, query, CASES_READ).await
    }

    /// The same, always by facts, as for somebody who has very many cases: a single name without a year finds nobody.
    ///
    /// # Errors
    /// As [`App::find_people`].
    pub async fn find_people_by_facts(&self, subject: &Subject, query: &str) -> Result<Found, Problem> {
        self.find_among(subject, query, 0).await
    }

    async fn find_among(&self, subject: &Subject, query: &str, cases: u32) -> Result<Found, Problem> {
        let asked = Asked::parse(query);
        let mut found = Found::default();
        if !asked.is_empty() {
            let visible = match self.visible_people(subject, cases).await? {
                Some(everybody) => everybody,
                None => {
                    let facts = facts(&asked.words, asked.born, By::Sound);
                    found.too_little = facts.is_empty();
                    self.visible_with(subject, facts).await?
                }
            };
            let best = best(asked, visible).await?;
            found.more = best.len() > SHOWN;
            found.people = self.with_cases(best.into_iter().take(SHOWN).collect()).await?;
        }
        self.log(subject.account, None, "search", "none", Outcome::Shown).await?;
        Ok(found)
    }

    /// The cases somebody works or supervises in which somebody fits, those first in whom the best fits.
    ///
    /// # Errors
    /// As [`App::find_people`].
    pub async fn search(&self, subject: &Subject, query: &str) -> Result<Vec<CaseCard>, Problem> {
        let mut cases: Vec<CaseCard> = Vec::new();
        for found in self.find_people(subject, query).await?.people {
            if cases.iter().all(|known| known.case != found.case.case) {
                cases.push(found.case);
            }
        }
        Ok(cases)
    }

    /// Everybody whom somebody may see, unless the cases are more than `cases`.
    pub(crate) async fn visible_people(
        &self,
        subject: &Subject,
        cases: u32,
    ) -> Result<Option<Vec<Visible>>, Problem> {
        let cards = self.store().people_of(subject.account.0, cases).await?;
        cards.map(|cards| visible(subject, cards)).transpose()
    }

    /// Those whom somebody may see who share facts.
    pub(crate) async fn visible_with(
        &self,
        subject: &Subject,
        facts: Vec<(Vec<u8>, u32)>,
    ) -> Result<Vec<Visible>, Problem> {
        let cards = self.store().people_like(subject.account.0, query(facts)).await?;
        visible(subject, cards)
    }

    /// With what lists know of their cases.
    pub(crate) async fn with_cases(&self, best: Vec<(Visible, Vec<Why>)>) -> Result<Vec<PersonFound>, Problem> {
        let mut cards: HashMap<CaseId, Option<StoredCard>> = HashMap::new();
        let mut people = Vec::with_capacity(best.len());
        for (seen, whys) in best {
            let card = match cards.entry(seen.case) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => {
                    let card = self.store().index_card(cards::CARD, seen.case.0).await?;
                    place.insert(card.map(|card| StoredCard::read(&card.card)).transpose()?)
                }
            };
            let face = card.as_ref().and_then(|card| card.face(seen.relation));
            let Some(face) = face else { continue };
            people.push(PersonFound {
                case: face.card(seen.case, seen.relation),
                person: seen.person,
                name: seen.card.name,
                born: seen.card.born,
                whys,
            });
        }
        Ok(people)
    }
}

/// What the index is asked.
pub(crate) fn query(facts: Vec<(Vec<u8>, u32)>) -> PersonQuery {
    PersonQuery { facts, each: EACH, enough: CARDS_OPENED, most: CARDS_OPENED }
}

/// Those whom the access table and the label of the entry leave.
fn visible(subject: &Subject, cards: Vec<PersonCard>) -> Result<Vec<Visible>, Problem> {
    let mut left = Vec::with_capacity(cards.len());
    for PersonCard { case, person, relation, card } in cards {
        let Some(relation) = Relation::from_code(&relation) else { continue };
        if !in_access_table(&subject.roles, Some(relation)) {
            continue;
        }
        let card = NameCard::read(&card)?;
        if card.is_for(relation) {
            left.push(Visible { case: CaseId(case), person: EntryId(person), relation, card });
        }
    }
    Ok(left)
}

/// Those who fit, the best first, compared away from the tasks that serve pages.
async fn best(asked: Asked, visible: Vec<Visible>) -> Result<Vec<(Visible, Vec<Why>)>, Problem> {
    let work = move || {
        let known = visible.into_iter().map(|seen| {
            let known: Known = seen.card.known();
            (seen, known)
        });
        ranked(&asked, known).into_iter().map(|(seen, _, likeness)| (seen, likeness.whys)).collect()
    };
    tokio::task::spawn_blocking(work).await.map_err(|error| Problem::internal(format!("comparing ended ({error})")))
}
