//! Advice on plans: where a goal is a service or vague, asks her to control him, rests on her word alone, or lets what follows
//! fall on her or the children. It advises; nothing is ever blocked.

use super::{GoalLine, SupportLine};
use crate::cast::{Cast, PersonLine};
use crate::ids::EntryId;
use crate::kinds::people::Role;
use crate::kinds::plan::Part;
use crate::pack::{Pack, PlanRule};
use crate::views::lines::Reader;
use schemars::JsonSchema;
use serde::Serialize;

/// One piece of advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// A phrase of the wording.
    Wording {
        /// The rule.
        rule: PlanRule,
        /// The field it stands in: `expected`, `measure`, `consequence`, `wanted`.
        field: &'static str,
        /// The words.
        quote: String,
    },
    /// Nobody is named who can tell.
    NobodyCanTell,
    /// Only the survivor can tell.
    OnlySheCanTell,
    /// Only a child can tell.
    OnlyAChildCanTell,
    /// Only the person whose goal it is can tell.
    OnlyHeCanTell,
    /// There is no day by which.
    NoDay,
    /// It is not said what was done to which child.
    NoHarm,
    /// Nobody has decided that this person causes harm.
    NoPartDecided,
    /// A plan without a day on which it is looked at again is not asked for here: there is nothing in it yet.
    Empty,
    /// The person did not ask for it.
    NotAskedByHer,
    /// It is not said how it works if she stays.
    IfSheStays,
    /// It is not said how it works if she goes.
    IfSheGoes,
}

/// The names that phrases of the pack may stand for, in small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    survivors: Vec<String>,
    children: Vec<String>,
}

impl Names {
    /// Those of a case.
    #[must_use]
    pub fn of(cast: &Cast) -> Self {
        let names = |role: Role| cast.with(role).map(|person| person.name.to_lowercase()).collect();
        Self { survivors: names(Role::Survivor), children: names(Role::Child) }
    }
}

/// The first phrase of each rule that stands in a text, as it is written there.
#[must_use]
pub fn phrases(text: &str, rules: &[PlanRule], pack: &Pack, names: &Names) -> Vec<(PlanRule, String)> {
    let small = text.to_lowercase().replace('’', "'");
    rules
        .iter()
        .filter_map(|rule| {
            let lists = pack.plan_advice.iter().filter(|list| list.rule == *rule);
            let found = lists.flat_map(|list| &list.phrases).filter_map(|phrase| stands(&small, phrase, names));
            // The longest says most.
            found.max_by_key(String::len).map(|quote| (*rule, quote))
        })
        .collect()
}

/// The phrase as it stands in a text of small letters, with a name in its place.
fn stands(small: &str, phrase: &str, names: &Names) -> Option<String> {
    for (slot, people) in [("{survivor}", &names.survivors), ("{child}", &names.children)] {
        if phrase.contains(slot) {
            return people.iter().find_map(|name| word(small, &phrase.replace(slot, name)));
        }
    }
    word(small, phrase)
}

/// Whether whole words stand in a text.
fn word(small: &str, phrase: &str) -> Option<String> {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    small
        .match_indices(phrase)
        .any(|(at, found)| {
            let before = small.get(..at).and_then(|text| text.chars().next_back());
            let after = small.get(at + found.len()..).and_then(|text| text.chars().next());
            !inside(before) && !inside(after)
        })
        .then(|| phrase.to_owned())
}

/// Whether a text has one of some phrases.
pub(super) fn is_about(small: &str, phrases: &[String]) -> bool {
    phrases.iter().any(|phrase| word(small, phrase).is_some())
}

/// The rules that are asked of each field of a goal.
pub const GOAL_FIELDS: [(&str, &[PlanRule]); 4] = [
    ("expected", &[PlanRule::ServiceOnly, PlanRule::Vague, PlanRule::ControlOnHer, PlanRule::Reason]),
    ("measure", &[PlanRule::ControlOnHer, PlanRule::Vague]),
    ("consequence", &[PlanRule::FallsOnHer, PlanRule::ControlOnHer]),
    ("purpose", &[PlanRule::ControlOnHer, PlanRule::Reason]),
];

/// The rules that are asked of each field of support.
pub const SUPPORT_FIELDS: [(&str, &[PlanRule]); 2] = [
    ("wanted", &[PlanRule::Condition, PlanRule::ControlOnHer]),
    ("safely", &[PlanRule::Condition, PlanRule::ControlOnHer]),
];

fn wording(field: &'static str, text: &str, rules: &[PlanRule], pack: &Pack, names: &Names) -> Vec<Advice> {
    let found = phrases(text, rules, pack, names).into_iter();
    found.map(|(rule, quote)| Advice::Wording { rule, field, quote }).collect()
}

/// On one goal.
pub(super) fn of_goal(
    goal: &GoalLine,
    person: EntryId,
    reader: &Reader<'_>,
    pack: &Pack,
    names: &Names,
) -> Vec<Advice> {
    let mut all = Vec::new();
    for (field, rules) in GOAL_FIELDS {
        let text = match field {
            "expected" => Some(&goal.expected),
            "measure" => Some(&goal.measure),
            "consequence" => goal.consequence.as_ref(),
            _ => goal.purpose.as_ref(),
        };
        if let Some(text) = text {
            all.extend(wording(field, text, rules, pack, names));
        }
    }
    all.extend(who_can_tell(goal, person, reader));
    if goal.by.is_none() {
        all.push(Advice::NoDay);
    }
    if goal.harms.is_empty() {
        all.push(Advice::NoHarm);
    }
    all
}

/// Where nobody but the person, the survivor or a child can tell, it stands open.
fn who_can_tell(goal: &GoalLine, person: EntryId, reader: &Reader<'_>) -> Option<Advice> {
    if goal.verified_by.is_empty() {
        return Some(Advice::NobodyCanTell);
    }
    let is = |role: Role| move |id: EntryId| reader.cast.is(id, role);
    let all = |which: &dyn Fn(EntryId) -> bool| goal.verified_by.iter().all(|named| named.id.is_some_and(which));
    let (survivor, child) = (is(Role::Survivor), is(Role::Child));
    let him = |id: EntryId| id == person;
    if all(&him) {
        Some(Advice::OnlyHeCanTell)
    } else if all(&|id| child(id) && !him(id)) {
        Some(Advice::OnlyAChildCanTell)
    } else if all(&|id| survivor(id) || child(id) || him(id)) {
        Some(Advice::OnlySheCanTell)
    } else {
        None
    }
}

/// On support.
pub(super) fn of_support(support: &SupportLine, pack: &Pack, names: &Names) -> Vec<Advice> {
    let mut all = Vec::new();
    for (field, rules) in SUPPORT_FIELDS {
        let text = if field == "wanted" { Some(&support.wanted) } else { support.safely.as_ref() };
        if let Some(text) = text {
            all.extend(wording(field, text, rules, pack, names));
        }
    }
    let rest = [
        (!support.asked_by_her, Advice::NotAskedByHer),
        (support.if_she_stays.is_none(), Advice::IfSheStays),
        (support.if_she_goes.is_none(), Advice::IfSheGoes),
    ];
    all.extend(rest.into_iter().filter(|(holds, _)| *holds).map(|(_, advice)| advice));
    all
}

/// On a plan as a whole.
pub(super) fn of_plan(
    part: Part,
    person: Option<&PersonLine>,
    goals: &[GoalLine],
    supports: &[SupportLine],
) -> Vec<Advice> {
    let mut all = Vec::new();
    let causes_harm = person.is_some_and(|person| person.roles.contains(&Role::Perpetrator));
    if part == Part::Change && !causes_harm {
        all.push(Advice::NoPartDecided);
    }
    if goals.is_empty() && supports.is_empty() {
        all.push(Advice::Empty);
    }
    all
}
