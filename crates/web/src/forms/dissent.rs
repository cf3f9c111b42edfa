//! Dissent on a decision or in a session: who sees it differently, in their words, and who may ever see that.

use super::field::{Control, Field, Row, Section};
use super::reading::Reading;
use super::show::Show;
use super::writing::Writing;
use practice::kinds::decision::Dissent;
use practice::kinds::people::Role;
use practice::label::Label;

/// The list of its rows.
const LIST: &str = "dissent";

fn name(row: usize, part: &str) -> String {
    format!("{LIST}-{row}-{part}")
}

/// Reads the rows.
pub(crate) fn read(reading: &mut Reading<'_>) -> Vec<Dissent> {
    let mut all = Vec::new();
    for row in 0..reading.raw.rows(LIST) {
        let words = reading.text(&name(row, "words"));
        let by = reading.who(&name(row, "by"));
        let label: Option<Label> = reading.choice(&name(row, "label"));
        let said = [name(row, "by"), name(row, "by-other")].iter().any(|field| reading.raw.has(field));
        match (by, words) {
            (Some(by), Some(words)) => all.push(Dissent { by, words, label }),
            (Some(_), None) if !reading.raw.has(&name(row, "words")) => {
                reading.fault(name(row, "words"), "form-error-dissent-words");
            }
            (None, Some(_)) if !said => reading.fault(name(row, "by"), "form-error-dissent-by"),
            _ => {}
        }
    }
    all
}

/// Writes them back.
pub(crate) fn write(writing: &mut Writing<'_>, dissent: &[Dissent]) {
    for (row, one) in dissent.iter().enumerate() {
        writing.who(&name(row, "by"), &one.by);
        writing.text(&name(row, "words"), Some(&one.words));
        if let Some(label) = one.label {
            writing.raw.set(name(row, "label"), label.code());
        }
    }
}

/// Shows the rows.
pub(crate) fn section(show: &Show<'_>) -> Section {
    let mut section = Section::folded(show.say("form-dissent-title"), show.say("form-dissent-hint"), Vec::new());
    section.list = LIST.to_owned();
    section.rows =
        (0..show.rows(LIST)).map(|row| Row { title: String::new(), fields: fields(show, row) }).collect();
    section.open =
        show.asks_for(LIST) || section.has_fault() || show.raw.rows(&format!("{}{LIST}", show.prefix)) > 0;
    section
}

fn fields(show: &Show<'_>, row: usize) -> Vec<Field> {
    let mut fields: Vec<Field> =
        show.who(&name(row, "by"), &[Role::Professional, Role::Survivor, Role::Kin, Role::Child]).into();
    fields.push(show.area(&name(row, "words"), 2));
    let mut labels = vec![show.blank(&name(row, "label"))];
    labels.extend(
        show.codes(&Label::ALL).into_iter().map(|choice| super::field::Choice { hint: String::new(), ..choice }),
    );
    fields.push(show.chosen(&name(row, "label"), Control::Select, labels));
    fields
}
