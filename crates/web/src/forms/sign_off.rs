//! The form of a sign-off: a second person has read a decision, or a record of supervision, and agrees or does not.

use super::field::{Choice, Control, Section};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::kinds::decision::SignOff;

/// What can be signed off.
const OF: &[Kind] = &[Kind::Decision, Kind::Supervision];

/// Reads it. The revision is the one that was read; where the form did not know it yet, the one that stands.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<SignOff> {
    let of = reading.entry_required("of", OF, "form-error-sign_off-of");
    let stands = of.and_then(|of| reading.tools.scene.item(of)).map_or(1, |item| item.revision);
    let revision = reading.raw.one("revision").parse().unwrap_or(stands);
    if !reading.raw.has("agrees") {
        reading.fault("agrees", "form-error-agrees");
    }
    let agrees = reading.yes_or_no("agrees");
    let words = reading.text("words");
    if agrees == Some(false) && words.is_none() {
        reading.fault("words", "form-error-disagrees-words");
    }
    Some(SignOff { of: of?, revision, agrees: agrees?, words })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, sign: &SignOff) {
    writing.entry("of", Some(sign.of));
    writing.raw.set("revision", sign.revision.to_string());
    writing.raw.set("agrees", if sign.agrees { "yes" } else { "no" });
    writing.text("words", sign.words.as_ref());
}

/// Shows what is signed off, and the question.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let scene = show.tools.scene;
    let chosen: Option<EntryId> = show.one("of").parse().ok();
    let known = chosen.and_then(|id| scene.item(id)).filter(|_| show.has("revision"));
    let mut fields = Vec::new();
    let mut hint = String::new();
    match known {
        Some(item) => {
            hint.clone_from(&item.says);
            fields.extend([show.hidden("of"), show.hidden("revision")]);
        }
        None => {
            let mut choices = vec![show.blank("of")];
            choices.extend(OF.iter().flat_map(|kind| show.items(*kind)));
            fields.push(show.chosen("of", Control::Select, choices));
        }
    }
    let choice =
        |value: &str, key: &str| Choice { value: value.to_owned(), words: show.say(key), ..Choice::default() };
    let agrees = vec![choice("yes", "form-sign_off-yes"), choice("no", "form-sign_off-no")];
    fields.push(show.chosen("agrees", Control::Radios, agrees));
    fields.push(show.area("words", 3));
    Section { hint, ..Section::plain(fields) }
}
