//! What may go to a programme that works with somebody who causes harm: the pattern as far as it is usable with that person, the
//! goals, and what he said himself in reviews. Made only of a projection for [`Audience::Actor`](crate::clearance::Audience::Actor):
//! a facilitator repeats what stands here, so her words are never among it.

use super::copy::{CopyGoal, copy};
use super::lines::Reader;
use crate::ids::EntryId;
use crate::kinds::change::Names;
use crate::kinds::plan::Part;
use crate::kinds::{Body, Kind};
use crate::pack::Pack;
use crate::project::Projection;
use crate::source::Quote;
use crate::when::Happened;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExchangeView {
    /// The day it was made for.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// An invented family.
    pub invented: bool,
    /// With whom the programme works.
    pub person: String,
    /// The pattern, as it may be said, the longest known first.
    pub behaviours: Vec<ExchangeBehaviour>,
    /// The goals, as on his own copy.
    pub goals: Vec<CopyGoal>,
    /// What he said himself, review by review, oldest first.
    pub reviews: Vec<ExchangeReview>,
}

/// A behaviour, as it may be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExchangeBehaviour {
    /// The act; where a wording was agreed, that.
    pub act: String,
    /// Towards whom.
    pub towards: Vec<String>,
    /// When.
    pub happened: Happened,
}

/// What he said in a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExchangeReview {
    /// When.
    pub happened: Happened,
    /// Of each behaviour.
    pub said: Vec<ExchangeSaid>,
    /// What he says he will do next.
    pub says_next: Option<Quote>,
}

/// What he said of one behaviour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExchangeSaid {
    /// The act, as it may be said.
    pub act: String,
    /// Whether he names it.
    pub names: Names,
    /// His words.
    pub words: Option<Quote>,
    /// The harm that he states, person by person.
    pub harms: Vec<(String, String)>,
}

/// Makes it. The projection must be one for this person. Nothing where the id names nobody in it.
#[must_use]
pub fn exchange(projection: &Projection, pack: &Pack, as_of: Date, person: EntryId) -> Option<ExchangeView> {
    let copy = copy(projection, pack, as_of, person, Part::Change)?;
    let reader = Reader::new(projection, as_of);
    let act = |id: EntryId| match &reader.projection.get(id)?.content.body {
        Body::Behaviour(behaviour) => Some(behaviour.act.to_string()),
        _ => None,
    };
    let mut behaviours: Vec<(&Happened, ExchangeBehaviour)> = Vec::new();
    for seen in projection.of_kind(Kind::Behaviour) {
        if let Body::Behaviour(behaviour) = &seen.content.body {
            let towards = behaviour.targets.iter().map(|id| reader.person(*id).name).collect();
            let happened = seen.content.happened;
            behaviours.push((
                &seen.content.happened,
                ExchangeBehaviour { act: behaviour.act.to_string(), towards, happened },
            ));
        }
    }
    behaviours.sort_by(|(a, _), (b, _)| a.order(b));
    let mut reviews: Vec<ExchangeReview> = Vec::new();
    for seen in projection.of_kind(Kind::ChangeReview) {
        if let Body::ChangeReview(review) = &seen.content.body {
            let said = review.behaviours.iter().filter_map(|line| {
                Some(ExchangeSaid {
                    act: act(line.behaviour)?,
                    names: line.names,
                    words: line.words.clone(),
                    harms: line.harms.iter().map(|h| (reader.person(h.person).name, h.words.to_string())).collect(),
                })
            });
            let says_next = review.says_next.clone();
            reviews.push(ExchangeReview { happened: seen.content.happened, said: said.collect(), says_next });
        }
    }
    reviews.sort_by(|a, b| a.happened.order(&b.happened));
    Some(ExchangeView {
        as_of,
        invented: copy.invented,
        person: copy.person,
        behaviours: behaviours.into_iter().map(|(_, line)| line).collect(),
        goals: copy.goals,
        reviews,
    })
}
