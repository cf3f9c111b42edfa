//! The form of a voice: somebody's own words, what they want, and what would make it worse. Where they take back what they
//! said, what was going on around it comes first.

use super::field::{Choice, Control, Row, Section};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::people::Role;
use practice::kinds::voice::{TakesBack, Voice};
use practice::kinds::{ANY, BEHAVIOURS, Kind, PEOPLE};
use practice::source::Quote;

/// What somebody's words can be about.
const ABOUT: [Kind; 4] = [Kind::Behaviour, Kind::Effort, Kind::Impact, Kind::SystemResponse];

/// What can be taken back: what somebody said, or what was recorded because they said it.
const SAID: [Kind; 5] = [Kind::Voice, Kind::Behaviour, Kind::Impact, Kind::Effort, Kind::Note];

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Voice> {
    let whose = reading.entry_required("whose", PEOPLE, "form-error-voice-whose");
    let words = reading.text_required("said", "form-error-said");
    let language = reading.text("language");
    let asked = reading.text("asked");
    let alone = reading.yes_or_no("alone");
    let wants = reading.text("wants");
    let worse = reading.text("worse");
    let wants_heard_by = reading.text("wants_heard_by");
    let about = reading.entries("about", ANY);
    let takes_back = takes_back(reading);
    Some(Voice {
        whose: whose?,
        words: Quote { words: words?, language },
        asked,
        alone,
        wants,
        worse,
        wants_heard_by,
        about,
        takes_back,
    })
}

fn takes_back(reading: &mut Reading<'_>) -> Option<TakesBack> {
    let context = reading.text("takes_back-context");
    let pressure = reading.links("pressure", BEHAVIOURS);
    let entry = reading.entry("takes_back-entry", ANY);
    let said = reading.raw.has("takes_back-entry") || context.is_some() || !pressure.is_empty();
    if !said {
        return None;
    }
    if context.is_none() {
        reading.fault("takes_back-context", "form-error-takes_back-context");
    }
    if !reading.raw.has("takes_back-entry") {
        reading.fault("takes_back-entry", "form-error-takes_back-entry");
    }
    Some(TakesBack { entry: entry?, context: context?, pressure })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, voice: &Voice) {
    writing.entry("whose", Some(voice.whose));
    writing.text("said", Some(&voice.words.words));
    writing.text("language", voice.words.language.as_ref());
    writing.text("asked", voice.asked.as_ref());
    writing.yes_or_no("alone", voice.alone);
    writing.text("wants", voice.wants.as_ref());
    writing.text("worse", voice.worse.as_ref());
    writing.text("wants_heard_by", voice.wants_heard_by.as_ref());
    writing.entries("about", &voice.about);
    if let Some(takes_back) = &voice.takes_back {
        writing.text("takes_back-context", Some(&takes_back.context));
        writing.entry("takes_back-entry", Some(takes_back.entry));
        writing.links("pressure", &takes_back.pressure);
    }
}

/// Shows whose words, and what they want.
pub(crate) fn main(show: &Show<'_>) -> Section {
    Section::plain(vec![
        show.person("whose", &[Role::Child, Role::Survivor, Role::Kin]),
        show.area("said", 3),
        show.area("wants", 2),
        show.area("worse", 2),
    ])
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    let about: Vec<Choice> = ABOUT.into_iter().flat_map(|kind| show.items(kind)).collect();
    let detail = vec![
        show.yes_or_no("alone"),
        show.area("asked", 2),
        show.line("wants_heard_by"),
        show.line("language"),
        show.chosen("about", Control::Checks, about),
    ];
    vec![Section::detail(show.say("more-detail"), detail), takes_back_section(show)]
}

/// Taking back what was said: the pressure first, then which words.
fn takes_back_section(show: &Show<'_>) -> Section {
    let mut said = vec![show.blank("takes_back-entry")];
    said.extend(SAID.into_iter().flat_map(|kind| show.items(kind)));
    let mut section = Section::folded(
        show.say("form-voice-takes_back-title"),
        show.say("form-voice-takes_back-hint"),
        vec![show.area("takes_back-context", 3)],
    );
    section.list = "pressure".to_owned();
    section.rows.extend(
        (0..show.rows("pressure"))
            .map(|row| Row { title: String::new(), fields: show.link_row("pressure", row, Kind::Behaviour) }),
    );
    section
        .rows
        .push(Row { title: String::new(), fields: vec![show.chosen("takes_back-entry", Control::Select, said)] });
    section.open |= section.has_fault()
        || show.asks_for("pressure")
        || ["takes_back-context", "takes_back-entry", "pressure-0-to"].iter().any(|field| show.has(field));
    section
}
