//! What remains of findings: how often a rule spoke in finished notes, by month, for the whole team. Never whose note it
//! was: no account, no case, no time finer than the month. A small team is not shown at all, and small numbers are not
//! given.

use super::standing::{read, written};
use crate::problem::Problem;
use crate::state::App;
use crate::subject::Subject;
use practice::permission::AccountRole;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::DraftKey;
use uuid::Uuid;

/// With fewer people who write notes, a number would be somebody's number.
const SMALLEST_TEAM: usize = 5;
/// A smaller number is shown as "a few".
const SMALLEST_NUMBER: u32 = 5;
/// Months that are looked back.
const MONTHS: i16 = 6;

#[derive(Debug, Default, Serialize, Deserialize)]
struct MonthRow {
    rules: BTreeMap<String, u32>,
}

/// How often a rule spoke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleCount {
    /// The rule.
    pub rule: String,
    /// How often; nothing where it is too small to be given.
    pub times: Option<u32>,
}

/// What a team may know of its wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordingCounts {
    /// Too few people write notes here: nothing is shown.
    TeamTooSmall,
    /// The rules that spoke in the last months, by id.
    Rules(Vec<RuleCount>),
}

fn month_key(year: i16, month: i8) -> DraftKey {
    DraftKey(Uuid::new_v5(&Uuid::nil(), format!("wording-counts-{year}-{month:02}").as_bytes()))
}

impl App {
    /// Counts the rules that spoke in a note that was just finished.
    ///
    /// # Errors
    /// When the store cannot be written. The note is recorded all the same.
    pub async fn wording_count(&self, rules: &[String]) -> Result<(), Problem> {
        if rules.is_empty() {
            return Ok(());
        }
        let today = self.today();
        let change = |content: &[u8]| {
            let mut row: MonthRow = read(content);
            for rule in rules {
                let count = row.rules.entry(rule.clone()).or_default();
                *count = count.saturating_add(1);
            }
            written(&row)
        };
        self.change_row(Uuid::nil(), month_key(today.year(), today.month()), None, change).await
    }

    /// How often each rule spoke in the team's notes of the last six months.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn wording_counts(&self, _subject: &Subject) -> Result<WordingCounts, Problem> {
        let writers = self.accounts_with(AccountRole::Practitioner).await?;
        if writers < SMALLEST_TEAM {
            return Ok(WordingCounts::TeamTooSmall);
        }
        let mut all: BTreeMap<String, u32> = BTreeMap::new();
        let today = self.today();
        for back in 0..MONTHS {
            let months = today.year() * 12 + i16::from(today.month()) - 1 - back;
            let month = i8::try_from(months % 12 + 1).unwrap_or(1);
            let Some(row) = self.store().draft_get(Uuid::nil(), month_key(months / 12, month)).await? else {
                continue;
            };
            for (rule, times) in read::<MonthRow>(&row.content).rules {
                let count = all.entry(rule).or_default();
                *count = count.saturating_add(times);
            }
        }
        let count =
            |(rule, times): (String, u32)| RuleCount { rule, times: (times >= SMALLEST_NUMBER).then_some(times) };
        Ok(WordingCounts::Rules(all.into_iter().map(count).collect()))
    }
}
