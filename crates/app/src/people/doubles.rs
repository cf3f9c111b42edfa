//! Who may be recorded twice. To whoever works a case: among the people they may see anyway. To the supervisor of a case:
//! among all, and of a case she may not see only whom to ask.
//!
//! INVARIANT: what somebody who records or searches is told, and how long it takes, depends on their own cases only. A
//! conflict of interest with either case hides both from the one in conflict, and nobody in conflict is named as the one to
//! ask.

use super::alike::{Likeness, Why, probably_same};
use super::card::{Known, NameCard};
use super::facts::telling;
use super::find::{PersonFound, Visible, query};
use super::registry::{PersonRef, Registry, RegistryStep};
use crate::permission::table::in_access_table;
use crate::permission::{Allowed, Read};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::Subject;
use practice::ids::{AccountId, CaseId, EntryId};
use practice::permission::Relation;
use practice::when::ApproxDate;
use std::collections::BTreeSet;
use store::{Outcome, PersonCard};

/// Of at most so many cases everybody is compared.
const CASES: u32 = 500;

/// Somebody in a case, and a record in a case of one's own, the same one included, that may be of the same human being.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PossiblySame {
    /// The person in this case.
    pub person: EntryId,
    /// The name here.
    pub name: String,
    /// The other record, with why it may be the same.
    pub other: PersonFound,
    /// What was said of the two before, first to last.
    pub history: Vec<RegistryStep>,
}

/// Somebody in a case, and another record of whom somebody has said that it is of the same human being.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamePerson {
    /// The person in this case.
    pub person: EntryId,
    /// The name here.
    pub name: String,
    /// The other record.
    pub other: PersonFound,
    /// What was said of the two, first to last.
    pub history: Vec<RegistryStep>,
}

/// What is known of the records of the people in a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubles {
    /// Said to be the same.
    pub same: Vec<SamePerson>,
    /// Perhaps the same.
    pub perhaps: Vec<PossiblySame>,
}

/// Somebody in a case that the caller supervises who may be in another case, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The person in the supervised case, with why there is a doubt.
    pub person: PersonFound,
    /// The other record.
    pub other: Elsewhere,
}

/// The other record of a doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// In a case that the caller may see.
    Seen(Box<PersonFound>),
    /// In a case that the caller may not see: whom to ask. May be empty.
    Ask(
        /// Those who supervise that case, or who work it where nobody does.
        Vec<String>,
    ),
}

impl App {
    /// The records that are, or may be, of the people of a case, among those the caller may see.
    ///
    /// # Errors
    /// When the index or the registry cannot be read, or it cannot be logged.
    pub async fn doubles(&self, allowed: &Allowed<Read>) -> Result<Doubles, Problem> {
        let subject = allowed.subject();
        let registry = self.registry().await?;
        let everybody = self.visible_for(subject, allowed.case()).await?;
        let here: Vec<&Visible> = everybody.iter().filter(|seen| seen.case == allowed.case()).collect();
        let mut doubles = Doubles::default();
        for mine in &here {
            let me = mine.id();
            for (_, other) in registry.with(me) {
                let Some(seen) = everybody.iter().find(|seen| seen.id() == other) else { continue };
                doubles.same.push(SamePerson {
                    person: mine.person,
                    name: mine.card.name.clone(),
                    other: self.with_case(seen, Vec::new()).await?,
                    history: registry.history(me, other),
                });
            }
        }
        for (mine, other, likeness) in alike(here, everybody.iter(), &registry) {
            doubles.perhaps.push(PossiblySame {
                person: mine.person,
                name: mine.card.name.clone(),
                other: self.with_case(other, likeness.whys).await?,
                history: registry.history(mine.id(), other.id()),
            });
        }
        Ok(doubles)
    }

    /// Whether somebody in a case may be recorded twice among those the caller may see, and nobody has said yet.
    ///
    /// # Errors
    /// As [`App::doubles`].
    pub async fn perhaps_twice(&self, allowed: &Allowed<Read>) -> Result<bool, Problem> {
        let everybody = self.visible_for(allowed.subject(), allowed.case()).await?;
        let here = everybody.iter().filter(|seen| seen.case == allowed.case()).collect();
        let registry = self.registry().await?;
        Ok(!alike(here, everybody.iter(), &registry).is_empty())
    }

    /// Records of somebody in the caller's cases who is probably the one with this name and date of birth: for a form that
    /// is not recorded yet.
    ///
    /// # Errors
    /// As [`App::doubles`].
    pub async fn somebody_like(
        &self,
        subject: &Subject,
        name: &str,
        born: Option<ApproxDate>,
    ) -> Result<Vec<PersonFound>, Problem> {
        let known = Known::of(name, &[], born);
        let visible = match self.visible_people(subject, CASES).await? {
            Some(everybody) => everybody,
            None => self.visible_with(subject, telling(&known.all_words(), known.born)).await?,
        };
        let mut found = Vec::new();
        for seen in &visible {
            if let Some(likeness) = probably_same(&known, &seen.card.known()) {
                found.push(self.with_case(seen, likeness.whys).await?);
            }
        }
        self.log(subject.account, None, "search", "none", Outcome::Shown).await?;
        Ok(found)
    }

    /// The people of the cases that somebody supervises who may be in another case as well, whichever it is.
    ///
    /// # Errors
    /// As [`App::doubles`].
    pub async fn doubts(&self, subject: &Subject) -> Result<Vec<Doubt>, Problem> {
        let registry = self.registry().await?;
        let everybody = self.visible_people(subject, CASES).await?.unwrap_or_default();
        let mut doubts = Vec::new();
        let mut told: BTreeSet<[PersonRef; 2]> = BTreeSet::new();
        for mine in everybody.iter().filter(|seen| seen.relation == Relation::SupervisorOf) {
            let known = mine.card.known();
            let facts = telling(&known.all_words(), known.born);
            for found in self.store().people_like_anywhere(query(facts)).await? {
                let other = PersonRef { case: CaseId(found.case), person: EntryId(found.person) };
                let mut both = [mine.id(), other];
                both.sort_unstable();
                if other == mine.id() || registry.is_settled(mine.id(), other) || told.contains(&both) {
                    continue;
                }
                let card = NameCard::read(&found.card)?;
                let Some(likeness) = probably_same(&known, &card.known()) else { continue };
                let mut whys = likeness.whys;
                let elsewhere = match everybody.iter().find(|seen| seen.id() == other) {
                    Some(seen) => Elsewhere::Seen(Box::new(self.with_case(seen, Vec::new()).await?)),
                    None => match self.whom_to_ask(subject, mine.case, &found, &card).await? {
                        Some(people) => {
                            // How a name is written there is not hers to know.
                            whys.retain(|why| !why.has_names());
                            Elsewhere::Ask(people)
                        }
                        None => continue,
                    },
                };
                told.insert(both);
                doubts.push(Doubt { person: self.with_case(mine, whys).await?, other: elsewhere });
            }
        }
        self.log(subject.account, None, "doubts", "none", Outcome::Shown).await?;
        Ok(doubts)
    }

    /// Who can be asked about a record in a case that the supervisor may not see; `None` where she must not know of it.
    async fn whom_to_ask(
        &self,
        subject: &Subject,
        hers: CaseId,
        found: &PersonCard,
        card: &NameCard,
    ) -> Result<Option<Vec<String>>, Problem> {
        // An entry that a supervisor of that very case would not see is not told to another.
        if !card.is_for(Relation::SupervisorOf) {
            return Ok(None);
        }
        let theirs = self.facts(CaseId(found.case)).await?.relations;
        let blocked = |account: AccountId, relations: &[(AccountId, Relation)]| {
            relations.contains(&(account, Relation::Conflict))
        };
        if blocked(subject.account, &theirs) {
            return Ok(None);
        }
        let ours = self.facts(hers).await?.relations;
        let with = |wanted: Relation| {
            let them = theirs.iter().filter(move |(_, relation)| *relation == wanted).map(|(account, _)| *account);
            them.filter(|account| !blocked(*account, &ours)).collect::<Vec<_>>()
        };
        let mut people = Vec::new();
        for relation in [Relation::SupervisorOf, Relation::Allocated] {
            for account in with(relation) {
                let Some(card) = self.account_card(account).await? else { continue };
                if !card.disabled && in_access_table(&card.roles, Some(relation)) {
                    people.push(card.name.to_string());
                }
            }
            if !people.is_empty() {
                break;
            }
        }
        people.sort();
        Ok(Some(people))
    }

    /// Those whom somebody may see; where the cases are very many, those who share facts with the people of one.
    async fn visible_for(&self, subject: &Subject, case: CaseId) -> Result<Vec<Visible>, Problem> {
        if let Some(everybody) = self.visible_people(subject, CASES).await? {
            return Ok(everybody);
        }
        let mut facts = Vec::new();
        for card in self.store().people_in(case.0).await? {
            let known = NameCard::read(&card.card)?.known();
            facts.extend(telling(&known.all_words(), known.born));
        }
        self.visible_with(subject, facts).await
    }

    async fn with_case(&self, seen: &Visible, whys: Vec<Why>) -> Result<PersonFound, Problem> {
        let found = self.with_cases(vec![(seen.clone(), whys)]).await?.pop();
        found.ok_or_else(|| Problem::internal("a case has people and no card: run holdfast reindex"))
    }
}

/// Pairs that are probably the same and of which nobody has said whether they are. Within a case each pair once.
fn alike<'a>(
    here: Vec<&'a Visible>,
    everybody: impl Iterator<Item = &'a Visible>,
    registry: &Registry,
) -> Vec<(&'a Visible, &'a Visible, Likeness)> {
    let here: Vec<(&Visible, Known)> = here.into_iter().map(|seen| (seen, seen.card.known())).collect();
    let mut found = Vec::new();
    for other in everybody {
        let known = other.card.known();
        for (mine, me) in &here {
            let twice = mine.case == other.case && mine.person >= other.person;
            if twice || mine.id() == other.id() || registry.is_settled(mine.id(), other.id()) {
                continue;
            }
            if let Some(likeness) = probably_same(me, &known) {
                found.push((*mine, other, likeness));
            }
        }
    }
    found
}
