//! The form of a person. Which part somebody has is decided on a form of its own; where somebody lives is never asked here.

use super::field::{Choice, Control, Section};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::people::Person;

/// Reads it.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Person> {
    let name = reading.text_required("name", "form-error-name");
    let known_as = reading.text("known_as");
    let aliases = reading.lines("aliases");
    let born = reading.date("born");
    let unborn = reading.raw.has("unborn");
    let died = reading.date("died");
    let gender = reading.text("gender");
    let pronouns = reading.text("pronouns");
    let languages = reading.lines("languages");
    let capacity = reading.text("capacity");
    Some(Person { name: name?, known_as, aliases, born, unborn, died, gender, pronouns, languages, capacity })
}

/// Writes it back.
pub(crate) fn write(writing: &mut Writing<'_>, person: &Person) {
    writing.text("name", Some(&person.name));
    writing.text("known_as", person.known_as.as_ref());
    writing.lines("aliases", &person.aliases);
    writing.date("born", person.born);
    if person.unborn {
        writing.raw.set("unborn", "yes");
    }
    writing.date("died", person.died);
    writing.text("gender", person.gender.as_ref());
    writing.text("pronouns", person.pronouns.as_ref());
    writing.lines("languages", &person.languages);
    writing.text("capacity", person.capacity.as_ref());
}

/// Shows name and date of birth.
pub(crate) fn main(show: &Show<'_>) -> Section {
    let unborn =
        Choice { value: "yes".to_owned(), words: show.say("form-person-unborn-tick"), ..Choice::default() };
    Section::plain(vec![
        show.line("name"),
        show.line("known_as"),
        show.date("born"),
        show.chosen("unborn", Control::Checks, vec![unborn]),
        show.line("capacity"),
    ])
}

/// Shows what may wait.
pub(crate) fn more(show: &Show<'_>) -> Vec<Section> {
    vec![Section::folded(
        show.say("more-detail"),
        String::new(),
        vec![
            show.list("aliases", 2),
            show.line("pronouns"),
            show.line("gender"),
            show.list("languages", 2),
            show.date("died"),
        ],
    )]
}
