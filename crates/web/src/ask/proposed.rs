//! A proposal in the fields of the form of its kind, and the id of the entry it becomes: the same for the same answer, so that
//! a form sent twice is one entry.

use crate::forms::impact::on_value;
use crate::forms::raw::Raw;
use practice::ids::EntryId;
use practice::instrument::{Proposal, Put};
use practice::kinds::Kind;
use practice::kinds::impact::ImpactOn;
use practice::kinds::interview::Interview;
use uuid::Uuid;
use words::Words;

use super::answers::key;

/// The entry that an answer becomes.
pub(crate) fn entry_of(interview: EntryId, said: &Interview, proposal: &Proposal) -> EntryId {
    let first = proposal.answers.first().and_then(|at| said.answers.get(*at));
    let key = first.map(|answer| key(&answer.question, answer.about)).unwrap_or_default();
    EntryId(Uuid::new_v5(&interview.0, key.as_bytes()))
}

/// The fields of the form, with the interview as source.
pub(crate) fn fields(said: &Interview, proposal: &Proposal, on: &str, words: &Words) -> Raw {
    let mut raw = Raw::default();
    let mut children = 0;
    for (field, put) in &proposal.fields {
        let value = match put {
            Put::Words(text) => text.clone(),
            Put::Code(code) => code.to_string(),
            Put::Person(person) => person.to_string(),
        };
        match (proposal.kind, *field, put) {
            (Kind::Impact, "on_child", Put::Person(child)) => raw.set("on", on_value(ImpactOn::Child(*child))),
            (Kind::Impact, "on_parenting", Put::Person(person)) => {
                raw.set("on", on_value(ImpactOn::Parenting(*person)));
            }
            (Kind::Impact, "on_family", _) => raw.set("on", on_value(ImpactOn::FamilyFunctioning)),
            (Kind::Impact, "pathway", _) => raw.set("from-0-pathway", value),
            (Kind::Effort, "made_possible", _) => raw.set("made_possible-0-what", value),
            (Kind::CareConcern, "children", _) => {
                raw.set(format!("children-{children}-child"), value);
                children += 1;
            }
            (Kind::PartneringStep, "with", _) => raw.set("partner", value),
            (
                _,
                "targets" | "categories" | "domains" | "for_whom" | "children" | "about",
                Put::Code(_) | Put::Person(_),
            )
            | (Kind::Intersection, "whose", _) => raw.push(*field, value),
            (_, field, Put::Words(_)) if raw.has(field) => {
                let both = format!("{}\n{value}", raw.one(field));
                raw.set(field, both);
            }
            (_, field, _) => raw.set(field, value),
        }
    }
    if proposal.kind == Kind::Voice {
        if let Some(alone) = said.alone {
            raw.set("alone", if alone { "yes" } else { "no" });
        }
        raw.set("language", proposal.language.clone().unwrap_or_default());
    }
    match said.with.first() {
        Some(person) => {
            raw.set("known-0-how", format!("told:{person}"));
            raw.set("known-0-words", proposal.quoted.clone().unwrap_or_default());
        }
        // The team said so of itself: what it saw or read is chosen by whoever confirms.
        None => raw.set("known-0-how", ""),
    }
    if raw.has("known-0-how") && words.typed_date(on, jiff::civil::Date::MAX).is_ok() {
        raw.set("known-0-on", on);
    }
    raw
}
