//! The part that every form shares: when, how it is known, the person's own words, who may see it, who disputes it.

use super::field::{Choice, Control, Field, Row, Section};
use super::raw::Raw;
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::kinds::people::Role;
use practice::label::Label;
use practice::source::{Dispute, How, Quote, Source, Who};
use practice::when::Happened;

/// The envelope as a form reads it. No label: the one that the category suggests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Envelope {
    /// When.
    pub(crate) happened: Happened,
    /// How it is known.
    pub(crate) sources: Vec<Source>,
    /// By whom it is disputed.
    pub(crate) disputes: Vec<Dispute>,
    /// Who may see it.
    pub(crate) label: Option<Label>,
}

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Envelope {
    let happened = reading.when("when");
    let label = reading.choice("label");
    let sources =
        (0..reading.raw.rows("known")).filter_map(|row| source(reading, &format!("known-{row}"))).collect();
    let disputes =
        (0..reading.raw.rows("disputed")).filter_map(|row| dispute(reading, &format!("disputed-{row}"))).collect();
    Envelope { happened, sources, disputes, label }
}

/// One way in which something is known. Also read once for a whole sitting.
pub(crate) fn source(reading: &mut Reading<'_>, prefix: &str) -> Option<Source> {
    let name = |part: &str| format!("{prefix}-{part}");
    let on = reading.date(&name("on"));
    let language = reading.text(&name("language"));
    let words = reading.text(&name("words")).map(|words| Quote { words, language });
    let label: Option<Label> = reading.choice(&name("label"));
    let how = how(reading, prefix);
    if how.is_none() && (on.is_some() || words.is_some()) && !reading.raw.has(&name("how")) {
        reading.fault(name("how"), "form-error-how");
    }
    let how = how?;
    let label = label.or_else(|| child_voice(reading, &how, words.is_some()));
    Some(Source { how, on, words, label })
}

/// A child's own words are kept as the child's voice unless somebody decided otherwise.
fn child_voice(reading: &Reading<'_>, how: &How, has_words: bool) -> Option<Label> {
    let child = match how {
        How::ToldDirectly { by: Who::Person(id) } => reading.tools.scene.is_child(*id),
        How::ToldByAnother { whose: Some(Who::Person(id)), .. }
        | How::InRecord { whose: Some(Who::Person(id)), .. } => reading.tools.scene.is_child(*id),
        _ => false,
    };
    (child && has_words).then_some(Label::ChildVoice)
}

fn how(reading: &mut Reading<'_>, prefix: &str) -> Option<How> {
    let name = |part: &str| format!("{prefix}-{part}");
    let raw = reading.raw;
    let chosen = raw.one(&name("how"));
    let (way, id) = match chosen.split_once(':') {
        Some((way, id)) => (way, Some(id)),
        None => (chosen, None),
    };
    let by = match id {
        Some(id) => match id.parse::<EntryId>() {
            Ok(id) if reading.tools.scene.item(id).is_some() => Some(Who::Person(id)),
            _ => {
                reading.fault(name("how"), "form-error-not-in-file");
                return None;
            }
        },
        None => None,
    };
    match (way, by) {
        ("", _) => None,
        ("seen", _) => Some(How::SeenByRecorder),
        ("told", by) => Some(How::ToldDirectly { by: by.or_else(|| named(reading, &name("by")))? }),
        ("passed", by) => {
            let by = by.or_else(|| named(reading, &name("by")))?;
            Some(How::ToldByAnother { by, whose: reading.who(&name("whose")) })
        }
        ("record", _) => {
            let whose = reading.who(&name("whose"));
            let record = reading.text_required(&name("record"), "form-error-record")?;
            Some(How::InRecord { record, whose })
        }
        ("note", Some(Who::Person(note))) if reading.tools.scene.is(note, &[Kind::Note]) => {
            Some(How::FromNote { note })
        }
        ("taken", Some(Who::Person(note))) if reading.tools.scene.is(note, &[Kind::Note]) => {
            Some(How::TakenFromNote { note })
        }
        _ => {
            reading.fault(name("how"), "form-error-not-offered");
            None
        }
    }
}

fn named(reading: &mut Reading<'_>, field: &str) -> Option<Who> {
    reading.text_required(field, "form-error-who-other").map(Who::Other)
}

fn dispute(reading: &mut Reading<'_>, prefix: &str) -> Option<Dispute> {
    let on = reading.date(&format!("{prefix}-on"));
    let by = reading.who(&format!("{prefix}-by"));
    let words = reading.text(&format!("{prefix}-words"));
    match (by, words) {
        (Some(by), Some(words)) => Some(Dispute { by, words, on }),
        (Some(_), None) => {
            reading.fault(format!("{prefix}-words"), "form-error-dispute-words");
            None
        }
        (None, Some(_)) => {
            if !reading.faults.iter().any(|fault| fault.field.starts_with(&format!("{prefix}-by"))) {
                reading.fault(format!("{prefix}-by"), "form-error-dispute-by");
            }
            None
        }
        (None, None) => None,
    }
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, envelope: &Envelope) {
    writing.when("when", &envelope.happened);
    if let Some(label) = envelope.label {
        writing.choice("label", &label);
    }
    for (row, source) in envelope.sources.iter().enumerate() {
        write_source(writing, &format!("known-{row}"), source);
    }
    for (row, dispute) in envelope.disputes.iter().enumerate() {
        let prefix = format!("disputed-{row}");
        writing.who(&format!("{prefix}-by"), &dispute.by);
        writing.text(&format!("{prefix}-words"), Some(&dispute.words));
        writing.date(&format!("{prefix}-on"), dispute.on);
    }
}

fn write_source(writing: &mut Writing<'_>, prefix: &str, source: &Source) {
    let name = |part: &str| format!("{prefix}-{part}");
    let by = |writing: &mut Writing<'_>, way: &str, who: &Who| match who {
        Who::Person(id) => writing.raw.set(name("how"), format!("{way}:{id}")),
        Who::Other(other) => {
            writing.raw.set(name("how"), way);
            writing.raw.set(name("by"), other.as_str());
        }
    };
    let whose = match &source.how {
        How::SeenByRecorder => {
            writing.raw.set(name("how"), "seen");
            None
        }
        How::ToldDirectly { by: who } => {
            by(writing, "told", who);
            None
        }
        How::ToldByAnother { by: who, whose } => {
            by(writing, "passed", who);
            whose.as_ref()
        }
        How::InRecord { record, whose } => {
            writing.raw.set(name("how"), "record");
            writing.text(&name("record"), Some(record));
            whose.as_ref()
        }
        How::FromNote { note } => {
            writing.raw.set(name("how"), format!("note:{note}"));
            None
        }
        How::TakenFromNote { note } => {
            writing.raw.set(name("how"), format!("taken:{note}"));
            None
        }
    };
    if let Some(whose) = whose {
        writing.who(&name("whose"), whose);
    }
    writing.date(&name("on"), source.on);
    if let Some(quote) = &source.words {
        writing.text(&name("words"), Some(&quote.words));
        writing.text(&name("language"), quote.language.as_ref());
    }
    if let Some(label) = source.label {
        writing.choice(&name("label"), &label);
    }
}

/// How it is known, as one list: seen, told by each person, passed on by each person, a record, a note.
pub(crate) fn how_field(show: &Show<'_>, name: &str, blank: Choice) -> Field {
    let words = show.tools.words;
    let plain =
        |value: &str, key: &str| Choice { value: value.to_owned(), words: words.say(key), ..Choice::default() };
    let mut choices = vec![blank, plain("seen", "source-seen")];
    let people = show.people_by(&[Role::Survivor, Role::Child, Role::Professional, Role::Kin]);
    for (way, group, other) in
        [("told", "source-told-directly", "form-told-other"), ("passed", "form-passed-on-by", "form-passed-other")]
    {
        let group = words.say(group);
        choices.extend(people.iter().map(|person| Choice {
            value: format!("{way}:{}", person.value),
            words: if way == "told" {
                words.say_with("source-told-directly-person", &[("person", person.words.as_str().into())])
            } else {
                words.say_with("form-passed-on-by-person", &[("person", person.words.as_str().into())])
            },
            group: group.clone(),
            ..Choice::default()
        }));
        choices.push(Choice { value: way.to_owned(), words: words.say(other), group, ..Choice::default() });
    }
    let group = words.say("form-in-writing");
    choices.push(Choice { group: group.clone(), ..plain("record", "source-in-record") });
    choices.extend(show.items(Kind::Note).into_iter().map(|note| Choice {
        value: format!("note:{}", note.value),
        words: words.say_with("form-from-note", &[("title", note.words.as_str().into())]),
        group: group.clone(),
        ..Choice::default()
    }));
    // Only where it is so already: it comes from a suggestion, never from a list.
    choices.extend(show.raw.one(name).strip_prefix("taken:").and_then(|id| id.parse().ok()).map(|id: EntryId| {
        let title = show.tools.scene.item(id).map(|item| item.says.clone()).unwrap_or_default();
        Choice {
            value: format!("taken:{id}"),
            words: words.say_with("known-taken", &[("title", title.into())]),
            group,
            ..Choice::default()
        }
    }));
    show.chosen(name, Control::Select, choices)
}

/// Who may see it.
pub(crate) fn label_field(show: &Show<'_>, name: &str) -> Field {
    let team_only = Kind::from_code(show.form).is_some_and(Kind::stays_with_team);
    if team_only && name == "label" {
        // It cannot be another: said, and not asked.
        return show.chosen(name, Control::Select, show.codes(&[Label::Staff]));
    }
    let mut choices = vec![show.blank(name)];
    choices.extend(show.codes(&Label::ALL));
    show.chosen(name, Control::Select, choices)
}

/// What is asked of every entry without unfolding anything, and what folds.
pub(crate) fn sections(show: &Show<'_>, has_time: bool) -> Vec<Section> {
    let mut main = if has_time || show.raw.has("when") { vec![show.date("when")] } else { Vec::new() };
    main.push(how_field(show, "known-0-how", show.blank("known-0-how")));
    // Where the entry itself is somebody's words, they are not asked for twice.
    if show.form != Kind::Voice.code() || show.raw.has("known-0-words") {
        main.push(show.area("known-0-words", 2));
    }
    main.push(label_field(show, "label"));
    let words = show.tools.words;
    let mut known = Section::folded(words.say("form-known-title"), words.say("form-known-hint"), Vec::new());
    known.list = "known".to_owned();
    known.rows = (0..show.rows("known").max(1)).map(|row| known_row(show, row)).collect();
    known.open = asked_for(show.raw, "known") || known.has_fault();
    let mut disputed =
        Section::folded(words.say("form-disputed-title"), words.say("form-disputed-hint"), Vec::new());
    disputed.list = "disputed".to_owned();
    disputed.rows = (0..show.rows("disputed")).map(|row| dispute_row(show, row)).collect();
    disputed.open = asked_for(show.raw, "disputed") || disputed.has_fault() || show.raw.rows("disputed") > 0;
    let mut main = Section::folded(
        words.say(if has_time { "form-envelope-title" } else { "form-envelope-title-known" }),
        String::new(),
        main,
    );
    main.open = has_time || main.open;
    vec![main, known, disputed]
}

fn asked_for(raw: &Raw, list: &str) -> bool {
    raw.one("more") == list
}

fn known_row(show: &Show<'_>, row: usize) -> Row {
    let name = |part: &str| format!("known-{row}-{part}");
    let mut fields = Vec::new();
    if row > 0 {
        fields.push(how_field(show, &name("how"), show.blank("known-0-how")));
        fields.push(show.area(&name("words"), 2));
    }
    fields.push(show.line(&name("by")));
    fields.push(show.line(&name("record")));
    fields.extend(show.who(&name("whose"), &[Role::Survivor, Role::Child]));
    fields.push(show.date(&name("on")));
    fields.push(show.line(&name("language")));
    fields.push(label_field(show, &name("label")));
    let title = if row == 0 { "form-known-first" } else { "form-known-another" };
    Row { title: show.say(title), fields }
}

fn dispute_row(show: &Show<'_>, row: usize) -> Row {
    let name = |part: &str| format!("disputed-{row}-{part}");
    let mut fields = Vec::new();
    fields.extend(show.who(&name("by"), &[Role::Perpetrator]));
    fields.push(show.area(&name("words"), 2));
    fields.push(show.date(&name("on")));
    Row { title: String::new(), fields }
}
