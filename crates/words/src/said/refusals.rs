//! Why something was not recorded, as a sentence at the field it is about, with how to mend it.

use crate::{Said, Words};
use jiff::tz::TimeZone;
use practice::kinds::Kind;
use practice::record::Refusal;
use practice::text::TextError;
use practice::when::DateError;

/// A sentence and the field it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtField {
    /// The field, as in the file format (`behaviour.targets`); empty for the whole form.
    pub path: String,
    /// What is wrong, and how to mend it.
    pub sentence: String,
}

impl Words {
    /// Why a draft was refused. `zone` is the agency's, for when somebody else changed the entry.
    #[must_use]
    pub fn refusal(&self, refusal: &Refusal, zone: &TimeZone) -> AtField {
        let at = |path: &str, sentence| AtField { path: path.to_owned(), sentence };
        match refusal {
            Refusal::NoSuchEntry { path, .. } => at(path, self.say("refusal-no_such_entry")),
            Refusal::WrongKind { path, found, wanted } => {
                let wanted: Vec<String> = wanted.iter().map(|kind: &Kind| self.a_kind(*kind)).collect();
                let args = [("found", self.a_kind(*found).into()), ("wanted", self.list_or(&wanted).into())];
                at(path, self.say_with("refusal-wrong_kind", &args))
            }
            Refusal::Missing { path } => {
                let own = format!("refusal-missing-{}", path.replace('.', "-"));
                let key = if self.has(&own) { own.as_str() } else { "refusal-missing" };
                at(path, self.say(key))
            }
            Refusal::UndeterminedNeedsReview => {
                at("role_decision.review", self.say("refusal-undetermined_needs_review"))
            }
            Refusal::SamePerson { path } => at(path, self.say("refusal-same_person")),
            Refusal::NowhereToLive => at("living_arrangement.with", self.say("refusal-nowhere_to_live")),
            Refusal::NothingSaid => at("daily_care.does", self.say("refusal-nothing_said")),
            Refusal::Twice { path } => at(path, self.say("refusal-twice")),
            Refusal::StaysWithTeam { kind } => {
                at("label", self.say_with("refusal-stays_with_team", &[("kind", self.a_kind(*kind).into())]))
            }
            Refusal::PlanAlready { .. } => at("plan.person", self.say("refusal-plan_already")),
            Refusal::PlanKeepsPerson => at("plan.person", self.say("refusal-plan_keeps_person")),
            Refusal::WrongPart { path, kind } => {
                at(path, self.say_with("refusal-wrong_part", &[("kind", self.a_kind(*kind).into())]))
            }
            Refusal::NotByPerson { path } => at(path, self.say("refusal-not_by_person")),
            Refusal::EndsBeforeItBegins { path } => at(path, self.say("refusal-ends_before_it_begins")),
            Refusal::KindChanged { was, is } => {
                let args = [("was", self.a_kind(*was).into()), ("is", self.a_kind(*is).into())];
                at("", self.say_with("refusal-kind_changed", &args))
            }
            Refusal::IdTaken => at("", self.say("refusal-id_taken")),
            Refusal::Unknown { .. } => at("", self.say("refusal-unknown")),
            Refusal::Conflict { author, at: when, .. } => {
                let args = [("author", author.as_str().into()), ("when", self.moment(*when, zone).into())];
                at("", self.say_with("refusal-conflict", &args))
            }
            Refusal::Withdrawn => at("", self.say("refusal-withdrawn")),
            Refusal::NotWithdrawn => at("", self.say("refusal-not_withdrawn")),
            Refusal::ReasonMissing => at("reason", self.say("refusal-reason_missing")),
            Refusal::NoteIsFinal => at("", self.say("refusal-note_is_final")),
            Refusal::OwnSignOff => at("sign_off.of", self.say("refusal-own_sign_off")),
            Refusal::SignsAnother { .. } => at("sign_off.of", self.say("refusal-signs_another")),
            Refusal::SignOffIsFinal => at("", self.say("refusal-sign_off_is_final")),
            Refusal::BothAdults => at("mapping_session.attendees.0.who", self.say("refusal-both_adults")),
            Refusal::FileIsFinal => at("", self.say("refusal-file_is_final")),
        }
    }

    /// A kind with its article: "a behaviour", "an effort".
    #[must_use]
    pub fn a_kind(&self, kind: Kind) -> String {
        self.say_attribute(kind.key(), "one")
    }

    /// Why written words were not accepted.
    #[must_use]
    pub fn text_error(&self, error: &TextError) -> String {
        match error {
            TextError::Blank => self.say("text-error-blank"),
            TextError::TooLong(length) => self.say_with(
                "text-error-too_long",
                &[("length", (*length).into()), ("most", practice::text::LONGEST.into())],
            ),
            TextError::Control(at) => {
                self.say_with("text-error-control", &[("position", at.saturating_add(1).into())])
            }
            TextError::NotACode(code) => self.say_with("text-error-not_a_code", &[("code", code.as_str().into())]),
        }
    }

    /// Why a date in the form of the file format was not accepted.
    #[must_use]
    pub fn date_error(&self, error: &DateError) -> String {
        match error {
            DateError::Form(text) => self.say_with("typed-error-not-understood", &[("text", text.as_str().into())]),
            DateError::NoSuchDay(text) => {
                self.say_with("date-error-no-such-day", &[("text", text.as_str().into())])
            }
        }
    }
}
