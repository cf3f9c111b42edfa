//! The measures table: one compact row for each case in the index, encrypted, with a face for each relation as the card has.
//! Reports decrypt and add up in memory.

use super::derived::Derived;
use crate::permission::table::in_access_table;
use crate::problem::{Problem, ProblemKind};
use crate::state::App;
use crate::subject::{OPERATOR, Operator, Subject};
use jiff::civil::Date;
use jiff::{Span, Unit};
use practice::ids::CaseId;
use practice::pack::Pack;
use practice::permission::Relation;
use practice::project::Projection;
use practice::views::measures::{Counting, Fact, Measure, MeasuresView, State, measures};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use store::{Card, IndexChange, Outcome, StreamKind};
use uuid::Uuid;

/// The kind of index card that measures have.
pub(crate) const MEASURES: &str = "measures";
/// Changes with the shape of a row, and with what it holds: rows of another one are made anew when they are read.
const SHAPE: usize = 1_000 + Measure::ALL.len();
/// Rows read at once.
const PAGE: usize = 2_000;

/// What the index keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StoredMeasures {
    shape: usize,
    faces: Vec<Face>,
}

/// What some relations see of it, or whoever holds the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Face {
    /// Whose: codes of relations; `whole` for whoever holds the key.
    of: Vec<String>,
    /// Days since 1970: opened, last recorded; then state, first and last day of each measure, 0 where there is none.
    n: Vec<i32>,
}

const WHOLE: &str = "whole";

impl StoredMeasures {
    /// Makes the row of what each relation may have of a case file, and of the whole of it.
    pub(crate) fn of(seen: &[(Relation, Arc<Projection>)], whole: &Projection, pack: &Pack) -> Self {
        let mut faces: Vec<Face> = Vec::new();
        let mut put = |of: &str, n: Vec<i32>| match faces.iter_mut().find(|face| face.n == n) {
            Some(same) => same.of.push(of.to_owned()),
            None => faces.push(Face { of: vec![of.to_owned()], n }),
        };
        put(WHOLE, numbers(&measures(whole, pack)));
        let mut made: Vec<(&Arc<Projection>, Vec<i32>)> = Vec::new();
        for (relation, projection) in seen {
            let known = made.iter().find(|(of, _)| Arc::ptr_eq(of, projection)).map(|(_, n)| n.clone());
            let n = known.unwrap_or_else(|| numbers(&measures(projection, pack)));
            made.push((projection, n.clone()));
            put(relation.code(), n);
        }
        Self { shape: SHAPE, faces }
    }

    /// The row of a card, unless it has another shape.
    fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice::<Self>(bytes).ok().filter(|row| row.shape == SHAPE)
    }

    /// The change of the index that keeps it.
    pub(crate) fn change(&self, case: CaseId, head: u64) -> Result<IndexChange, Problem> {
        let card = serde_json::to_vec(self).map_err(|error| Problem::internal(format!("measures: {error}")))?;
        Ok(IndexChange::Card { kind: MEASURES.to_owned(), id: case.0, head, card })
    }

    fn face(&self, of: &str) -> Option<&Face> {
        self.faces.iter().find(|face| face.of.iter().any(|one| one == of))
    }
}

fn days(date: Option<Date>) -> i32 {
    let since = date.and_then(|date| date.since((Unit::Day, Date::constant(1970, 1, 1))).ok());
    since.map_or(0, |span| span.get_days())
}

fn date(days: i32) -> Date {
    Date::constant(1970, 1, 1).saturating_add(Span::new().try_days(days).unwrap_or_default())
}

fn numbers(view: &MeasuresView) -> Vec<i32> {
    let facts = view.facts.iter().flat_map(|fact| {
        let state = match fact.state {
            State::There => 0,
            State::ForSome => 1,
            State::NotYet => 2,
            State::DoesNotApply => 3,
        };
        [state, days(fact.first), days(fact.last)]
    });
    [days(Some(view.opened)), days(Some(view.last_recorded))].into_iter().chain(facts).collect()
}

impl Face {
    fn states(&self) -> impl Iterator<Item = State> {
        self.n.iter().skip(2).step_by(3).map(|state| match state {
            0 => State::There,
            1 => State::ForSome,
            2 => State::NotYet,
            _ => State::DoesNotApply,
        })
    }

    /// The whole view.
    fn view(&self) -> MeasuresView {
        let mut numbers = self.n.iter().copied();
        let mut next = || numbers.next().unwrap_or_default();
        let (opened, last_recorded) = (date(next()), date(next()));
        let facts = Measure::ALL.into_iter().zip(self.states()).map(|(measure, state)| {
            let (_, first, last) = (next(), next(), next());
            let day = |days: i32| (days != 0).then(|| date(days));
            Fact { measure, state, first: day(first), last: day(last) }
        });
        MeasuresView { opened, last_recorded, facts: facts.collect() }
    }
}

/// What came of going through the measures of many cases.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// In how many cases each fact is there.
    pub counting: Counting,
    /// Of the measure that was asked for: the cases in which it is not there yet, or for some only, with what is there.
    pub wanting: Vec<(CaseId, MeasuresView)>,
}

impl Measured {
    fn add(&mut self, case: Uuid, row: &StoredMeasures, of: &str, wanted: Option<Measure>) {
        let Some(face) = row.face(of) else { return };
        self.counting.add_states(face.states());
        let at = wanted.and_then(|wanted| Measure::ALL.into_iter().position(|one| one == wanted));
        let state = at.and_then(|at| face.states().nth(at));
        if matches!(state, Some(State::NotYet | State::ForSome)) {
            self.wanting.push((CaseId(case), face.view()));
        }
    }
}

impl App {
    /// The measures of the cases that somebody supervises, each as far as a supervisor sees it; and, for one measure, the cases
    /// in which it is not there yet.
    ///
    /// # Errors
    /// When the store cannot be read, or the reading cannot be logged.
    pub async fn measures(&self, subject: &Subject, wanted: Option<Measure>) -> Result<Measured, Problem> {
        // The access table first: what somebody may not see is not counted.
        let supervised = |code: &str| {
            let relation = Relation::from_code(code);
            relation == Some(Relation::SupervisorOf) && in_access_table(&subject.roles, relation)
        };
        let rows = self.store().allocations_of(subject.account.0).await?;
        let cases: Vec<Uuid> = rows.iter().filter(|row| supervised(&row.relation)).map(|row| row.case).collect();
        let of = Relation::SupervisorOf.code();
        let measured = if cases.len() > PAGE {
            self.measured_all(Some(&cases.into_iter().collect()), of, wanted).await?
        } else {
            let mut measured = Measured::default();
            let cards = self.store().index_cards_of(MEASURES, cases.clone()).await?;
            for (case, (head, card)) in cases.into_iter().zip(cards) {
                if let Some(row) = self.fresh(case, head, card.as_ref()).await? {
                    measured.add(case, &row, of, wanted);
                }
            }
            measured
        };
        self.log(subject.account, None, "measures", "none", Outcome::Shown).await?;
        Ok(measured)
    }

    /// The measures of all cases, for whoever holds the key.
    ///
    /// # Errors
    /// As [`App::measures`].
    pub async fn operator_measures(&self, operator: &Operator) -> Result<Measured, Problem> {
        let measured = self.measured_all(None, WHOLE, None).await?;
        self.log(OPERATOR, None, "measures", operator.code(), Outcome::Shown).await?;
        Ok(measured)
    }

    /// Goes through the whole table, page by page, and looks at each row whether it is as new as its case.
    async fn measured_all(
        &self,
        only: Option<&HashSet<Uuid>>,
        of: &str,
        wanted: Option<Measure>,
    ) -> Result<Measured, Problem> {
        let mut measured = Measured::default();
        // The heads first: a row that is written meanwhile is newer, and not older.
        let streams = self.store().streams(StreamKind::Case).await?;
        let mut heads: HashMap<Uuid, u64> = streams.into_iter().map(|(stream, head)| (stream.id, head)).collect();
        if let Some(only) = only {
            heads.retain(|case, _| only.contains(case));
        }
        let mut after = Uuid::nil();
        loop {
            let cards = self.store().index_cards_after(MEASURES, after, PAGE).await?;
            let Some(last) = cards.last() else { break };
            after = last.id;
            for card in &cards {
                let Some(head) = heads.remove(&card.id) else { continue };
                if let Some(row) = self.fresh(card.id, head, Some(card)).await? {
                    measured.add(card.id, &row, of, wanted);
                }
            }
        }
        // Cases without a row: from before there was this table.
        for (case, head) in heads {
            if let Some(row) = self.fresh(case, head, None).await? {
                measured.add(case, &row, of, wanted);
            }
        }
        Ok(measured)
    }

    /// The row, if it is as new as its case; otherwise it is made anew from the journal and kept. None where the case was
    /// deleted for good meanwhile.
    async fn fresh(&self, case: Uuid, head: u64, card: Option<&Card>) -> Result<Option<StoredMeasures>, Problem> {
        if let Some(card) = card.filter(|card| card.head >= head)
            && let Some(row) = StoredMeasures::read(&card.card)
        {
            return Ok(Some(row));
        }
        let id = CaseId(case);
        let loaded = match self.load(id).await {
            Err(gone) if gone.kind() == ProblemKind::NotFound => return Ok(None),
            loaded => loaded?,
        };
        let (app, file) = (self.clone(), loaded.case.clone());
        let derived = tokio::task::spawn_blocking(move || Derived::of(&file, &app))
            .await
            .map_err(|error| Problem::internal(format!("case {case}: its measures ended ({error})")))?;
        self.store().index_put(vec![derived.measures.change(id, loaded.head)?]).await?;
        Ok(Some(derived.measures))
    }
}
