//! From a suggestion to the form of an entry: its words as the act, its sentence as the source, its note's label. A person
//! completes and records it; nothing goes on the map by itself.

use super::panel::capital;
use crate::forms::raw::Raw;
use crate::forms::reading::{Tools, to_code};
use app::{Suggested, SuggestionKind, Voice};
use practice::ids::{AccountId, EntryId};
use practice::kinds::Kind;
use practice::kinds::people::Role;
use practice::label::Label;
use practice::project::Seen;
use practice::source::How;
use practice::text::Code;
use practice::when::Happened;
use words::unmarked;

/// Words by which an effort shows itself as hidden: what would endanger if it became known.
const COVERT: [&str; 18] = [
    "hid ",
    "hides",
    "hidden",
    "hiding",
    "secret",
    "without him knowing",
    "without her knowing",
    "behind his back",
    "code word",
    "packed",
    "spare key",
    "put aside",
    "puts aside",
    "saved money",
    "savings",
    "cope",
    "coping",
    "numb",
];

/// The text that a suggestion stands in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Origin<'a> {
    /// A note that is being written: its fields.
    Draft(&'a Raw),
    /// A finished note, and who is reading it.
    Note(&'a Seen, AccountId),
}

/// Which form a suggestion opens.
pub(crate) fn kind(suggested: &Suggested<'_>) -> Kind {
    match suggested.suggestion.kind {
        SuggestionKind::Behaviour => Kind::Behaviour,
        SuggestionKind::Effort => Kind::Effort,
    }
}

/// The fields of that form, filled in.
pub(crate) fn fields(suggested: &Suggested<'_>, origin: Origin<'_>, tools: Tools<'_>) -> Raw {
    let s = suggested.suggestion;
    let mut raw = Raw::default();
    if let Some(actor) = s.actor.id {
        raw.set("actor", actor.to_string());
    }
    raw.set("act", capital(&s.act));
    let code = s.category.as_deref().and_then(to);
    // An agency's own pack may not have the code.
    let (whom, code) = match s.kind {
        SuggestionKind::Behaviour => ("targets", code.filter(|code| tools.pack.behaviour(code).is_some())),
        SuggestionKind::Effort => ("for_whom", code.filter(|code| tools.pack.effort(code).is_some())),
    };
    for target in s.targets.iter().filter_map(|target| target.id) {
        raw.push(whom, target.to_string());
    }
    if let Some(code) = code {
        raw.push("categories", code.as_str());
    }
    raw.set("known-0-words", suggested.quote);
    match origin {
        Origin::Draft(note) => from_draft(&mut raw, s.voice, note, tools),
        Origin::Note(note, reader) => from_note(&mut raw, note, reader, tools),
    }
    when(&mut raw, &s.when, tools);
    careful(&mut raw, suggested, tools);
    raw
}

fn to(code: &str) -> Option<Code> {
    Code::parse(code).ok()
}

/// A note that is being written has no entry to name yet: how the note is known is how this is known, and where somebody
/// of the case is quoted, it is they who said so.
fn from_draft(raw: &mut Raw, voice: Voice, note: &Raw, tools: Tools<'_>) {
    raw.set("when", note.one("when"));
    raw.set("label", note.one("label"));
    let said = match voice {
        Voice::Survivor => tools.scene.cast.survivors().next(),
        Voice::Child => tools.scene.with(Role::Child).next().filter(|_| tools.scene.with(Role::Child).count() == 1),
        _ => None,
    };
    match said {
        Some(person) => raw.set("known-0-how", format!("told:{}", person.id)),
        None => {
            for (name, values) in
                note.iter().filter(|(name, _)| name.starts_with("known-0-") && *name != "known-0-words")
            {
                for value in values {
                    raw.push(name, value.as_str());
                }
            }
        }
    }
    if !raw.has("known-0-how") {
        raw.set("known-0-how", "record");
        let title = note.one("title");
        let title = if title.is_empty() { tools.words.say("wording-note-untitled") } else { title.to_owned() };
        raw.set("known-0-record", tools.words.say_with("wording-note-record", &[("title", title.into())]));
    }
}

/// A finished note is named. Whoever did not write it only reads a record, and so does anybody of a note that is itself
/// taken from one.
fn from_note(raw: &mut Raw, note: &Seen, reader: AccountId, tools: Tools<'_>) {
    let way = if is_old(note, reader) { "taken" } else { "note" };
    raw.set("known-0-how", format!("{way}:{}", note.id));
    if note.content.happened != Happened::NotKnown {
        raw.set("when", unmarked(&tools.words.when(&note.content.happened)));
    }
    raw.set("label", to_code(&note.content.label));
}

/// Whether a note is an old record for this reader.
pub(crate) fn is_old(note: &Seen, reader: AccountId) -> bool {
    let own = note.history.first().is_some_and(|first| first.author.id == reader);
    !own || is_from_record(note)
}

/// Whether a note was itself taken from a record: imported, or copied from a file.
pub(crate) fn is_from_record(note: &Seen) -> bool {
    note.content.sources.iter().any(|source| matches!(source.how, How::InRecord { .. }))
}

/// "Saturday" or "in March" of the sentence, where it can be read; else when the note is of.
fn when(raw: &mut Raw, said: &[String], tools: Tools<'_>) {
    let read = said.iter().find(|words| {
        tools.words.typed_when(words, tools.scene.today).is_ok_and(|happened| happened != Happened::NotKnown)
    });
    if let Some(words) = read {
        raw.set("when", words.as_str());
    }
}

/// Coping, what is hidden, and a child's words are careful unless somebody decides otherwise.
fn careful(raw: &mut Raw, suggested: &Suggested<'_>, tools: Tools<'_>) {
    let s = suggested.suggestion;
    if s.voice == Voice::Child {
        raw.set("known-0-label", to_code(&Label::ChildVoice));
    }
    let plain = matches!(raw.one("label"), "" | "professional");
    if s.kind != SuggestionKind::Effort || !plain {
        return;
    }
    let act = s.act.to_lowercase();
    let by_code =
        s.category.as_deref().and_then(to).and_then(|code| tools.pack.effort(&code)).map(|effort| effort.label);
    match by_code {
        Some(label) if label != Label::Professional => raw.set("label", to_code(&label)),
        _ if COVERT.iter().any(|word| act.contains(word)) => {
            raw.set("label", to_code(&Label::SurvivorConfidential));
        }
        _ => {}
    }
}

/// The question of harm that nobody does, for the form of an open question.
pub(crate) fn question(ask: &str, sentence: &str, people: &[EntryId], tools: Tools<'_>) -> Raw {
    let mut raw = Raw::default();
    let args = [("ask", ask.into()), ("sentence", sentence.into())];
    raw.set("question", tools.words.say_with("wording-question", &args));
    for person in people {
        raw.push("about", person.to_string());
    }
    raw
}
