//! Builds the fields that a form shows from what was typed, with the words of Fluent and the choices of the case.

use super::fault::Fault;
use super::field::{Choice, ChoiceGroup, Control, Field, Nature, Row, Section};
use super::raw::Raw;
use super::reading::{SOMEBODY_ELSE, Tools, to_code};
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::kinds::people::Role;
use serde::Serialize;
use words::Said;

/// A form being shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Show<'a> {
    /// What was typed, or what the entry says.
    pub(crate) raw: &'a Raw,
    /// What is wrong.
    pub(crate) faults: &'a [Fault],
    /// What it is shown with.
    pub(crate) tools: Tools<'a>,
    /// The group of keys in Fluent: `behaviour`.
    pub(crate) form: &'static str,
    /// What stands before the names of the fields: `behaviour-` on the visit page, where several kinds share a form.
    pub(crate) prefix: &'a str,
}

impl Show<'_> {
    /// The words of a key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.tools.words.say(key)
    }

    /// The key of a field: `form-behaviour-act`; `form-act` where every kind asks the same; `form-by` where every list
    /// asks the same.
    fn key(&self, name: &str) -> String {
        let parts: Vec<&str> = name.split('-').filter(|part| part.parse::<usize>().is_err()).collect();
        let rest = parts.iter().skip(1).copied().collect::<Vec<_>>().join("_");
        let plain = parts.join("_");
        let words = self.tools.words;
        [format!("form-{}-{plain}", self.form), format!("form-{plain}"), format!("form-{rest}")]
            .into_iter()
            .find(|key| words.has(key))
            .unwrap_or_else(|| format!("form-{}-{plain}", self.form))
    }

    fn field(&self, name: &str, control: Control) -> Field {
        let key = self.key(name);
        let words = self.tools.words;
        let hint =
            if words.has_attribute(&key, "hint") { words.say_attribute(&key, "hint") } else { String::new() };
        self.with_words(name, control, words.say(&key), hint)
    }

    /// A field whose words are not of the forms: the pack asks.
    fn with_words(&self, name: &str, control: Control, label: String, hint: String) -> Field {
        let name = format!("{}{name}", self.prefix);
        let fault = self.faults.iter().find(|fault| fault.field == name);
        Field {
            label,
            hint,
            error: fault.map(|fault| fault.say(self.tools.words)).unwrap_or_default(),
            control,
            nature: Nature::Words,
            value: String::new(),
            groups: Vec::new(),
            rows: 0,
            first: false,
            quiet: Vec::new(),
            autocomplete: "off",
            name,
        }
    }

    /// Several lines of text, asked in words of the pack.
    pub(crate) fn asked(&self, name: &str, label: String, hint: String, rows: u8) -> Field {
        let field = self.with_words(name, Control::Area, label, hint);
        let value = self.raw.one(&field.name).to_owned();
        Field { value, rows, ..field }
    }

    /// One line of text, asked in words of the pack.
    pub(crate) fn asked_line(&self, name: &str, label: String, hint: String) -> Field {
        let field = self.with_words(name, Control::Line, label, hint);
        let value = self.raw.one(&field.name).to_owned();
        Field { value, ..field }
    }

    /// A field with choices, asked in words of the pack.
    pub(crate) fn asked_of(
        &self,
        name: &str,
        label: String,
        hint: String,
        control: Control,
        mut choices: Vec<Choice>,
    ) -> Field {
        let field = self.with_words(name, control, label, hint);
        for choice in &mut choices {
            choice.chosen = self.raw.all(&field.name).any(|typed| typed == choice.value)
                || (choice.value.is_empty() && !self.raw.has(&field.name));
        }
        Field { groups: grouped(choices), ..field }
    }

    /// Whether something is typed or chosen in a field.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.raw.has(&format!("{}{name}", self.prefix))
    }

    /// What is typed or chosen in a field.
    pub(crate) fn one(&self, name: &str) -> &str {
        self.raw.one(&format!("{}{name}", self.prefix))
    }

    /// Sent as it is, without being shown.
    pub(crate) fn hidden(&self, name: &str) -> Field {
        let field = self.with_words(name, Control::Hidden, String::new(), String::new());
        let value = self.raw.one(&field.name).to_owned();
        Field { value, ..field }
    }

    /// Yes, no, or not said.
    pub(crate) fn yes_or_no(&self, name: &str) -> Field {
        let choice =
            |value: &str, key: &str| Choice { value: value.to_owned(), words: self.say(key), ..Choice::default() };
        let blank = self.blank(name);
        self.chosen(name, Control::Radios, vec![choice("yes", "form-yes"), choice("no", "form-no"), blank])
    }

    /// Whether another row of a list was asked for.
    pub(crate) fn asks_for(&self, list: &str) -> bool {
        self.raw.one("more") == list
    }

    /// Whether a list of links, whose first is asked elsewhere, has more to show than that.
    pub(crate) fn opens(&self, list: &str) -> bool {
        let more_rows = self.raw.rows(&format!("{}{list}", self.prefix)) > 1;
        self.asks_for(list) || more_rows || self.has(&format!("{list}-0-by"))
    }

    /// The rows of a list of links whose first link is asked elsewhere: who makes it, then the others.
    pub(crate) fn rows_after_first(&self, list: &str, kind: Kind) -> Vec<Row> {
        (0..self.rows(list).max(1))
            .map(|row| {
                let mut fields = self.link_row(list, row, kind);
                if row == 0 {
                    fields.remove(0);
                }
                Row { title: String::new(), fields }
            })
            .collect()
    }

    /// A part with links, folded where there are none.
    pub(crate) fn link_section(&self, title: String, hint: String, list: &str, kind: Kind) -> Section {
        let mut section = Section::folded(title, hint, Vec::new());
        section.list = list.to_owned();
        section.rows = (0..self.rows(list))
            .map(|row| Row { title: String::new(), fields: self.link_row(list, row, kind) })
            .collect();
        section.open =
            self.asks_for(list) || section.has_fault() || self.raw.rows(&format!("{}{list}", self.prefix)) > 0;
        section
    }

    /// One line of text.
    pub(crate) fn line(&self, name: &str) -> Field {
        let field = self.field(name, Control::Line);
        let value = self.raw.one(&field.name).to_owned();
        Field { value, ..field }
    }

    /// A date, or a time from when until when, as it is said.
    pub(crate) fn date(&self, name: &str) -> Field {
        Field { nature: Nature::Date, ..self.line(name) }
    }

    /// One thing on each line.
    pub(crate) fn list(&self, name: &str, rows: u8) -> Field {
        Field { nature: Nature::Lines, ..self.area(name, rows) }
    }

    /// Several lines of text.
    pub(crate) fn area(&self, name: &str, rows: u8) -> Field {
        let field = self.field(name, Control::Area);
        let value = self.raw.one(&field.name).to_owned();
        Field { value, rows, ..field }
    }

    /// A field with choices; what is chosen is marked, and what is chosen but no longer offered stays.
    pub(crate) fn chosen(&self, name: &str, control: Control, mut choices: Vec<Choice>) -> Field {
        let field = self.field(name, control);
        for typed in self.raw.all(&field.name) {
            match choices.iter_mut().find(|choice| choice.value == typed) {
                Some(choice) => choice.chosen = true,
                None => {
                    if let Some(choice) = self.no_longer_offered(typed) {
                        choices.push(choice);
                    }
                }
            }
        }
        if !choices.iter().any(|choice| choice.chosen)
            && let Some(blank) = choices.iter_mut().find(|choice| choice.value.is_empty())
        {
            blank.chosen = true;
        }
        let mut groups = grouped(choices);
        // What stands under no heading comes first.
        groups.sort_by_key(|group| !group.title.is_empty() && control == Control::Checks);
        Field { groups, ..field }
    }

    fn no_longer_offered(&self, typed: &str) -> Option<Choice> {
        let id: EntryId = typed.parse().ok()?;
        let item = self.tools.scene.item(id)?;
        Some(Choice { value: typed.to_owned(), words: item.says.clone(), chosen: true, ..Choice::default() })
    }

    /// The choice of nothing, with its words: `form-KEY.blank` or "not said".
    pub(crate) fn blank(&self, name: &str) -> Choice {
        let key = self.key(name);
        let words = self.tools.words;
        let said = if words.has_attribute(&key, "blank") {
            words.say_attribute(&key, "blank")
        } else {
            words.say("form-blank")
        };
        Choice { words: said, ..Choice::default() }
    }

    /// Everybody, as choices, children first where that is fitting.
    pub(crate) fn people(&self) -> Vec<Choice> {
        let cast = &self.tools.scene.cast;
        cast.people
            .iter()
            .map(|person| Choice { value: person.id.to_string(), words: person.name.clone(), ..Choice::default() })
            .collect()
    }

    /// Everybody, those with these parts first.
    pub(crate) fn people_by(&self, first: &[Role]) -> Vec<Choice> {
        let cast = &self.tools.scene.cast;
        let place = |id: &str| {
            let id: Option<EntryId> = id.parse().ok();
            // Somebody in another family comes after everybody of this one.
            if id.and_then(|id| cast.get(id)).is_some_and(|person| person.elsewhere) {
                return first.len() + 1;
            }
            first.iter().position(|role| id.is_some_and(|id| cast.is(id, *role))).unwrap_or(first.len())
        };
        let mut people = self.people();
        people.sort_by_key(|choice| place(&choice.value));
        people
    }

    /// One person.
    pub(crate) fn person(&self, name: &str, first: &[Role]) -> Field {
        let mut choices = vec![self.blank(name)];
        choices.extend(self.people_by(first));
        self.chosen(name, Control::Select, choices)
    }

    /// Several people.
    pub(crate) fn persons(&self, name: &str, first: &[Role]) -> Field {
        self.chosen(name, Control::Chips, self.people_by(first))
    }

    /// The children of the case; others only where they are chosen already.
    pub(crate) fn children(&self, name: &str) -> Field {
        let children = self.tools.scene.with(Role::Child);
        let choices = children
            .map(|child| Choice { value: child.id.to_string(), words: child.name.clone(), ..Choice::default() })
            .collect();
        self.chosen(name, Control::Chips, choices)
    }

    /// Somebody of the case, or somebody else in words: two fields.
    pub(crate) fn who(&self, name: &str, first: &[Role]) -> [Field; 2] {
        let mut choices = vec![self.blank(name)];
        choices.extend(self.people_by(first));
        choices.push(Choice {
            value: SOMEBODY_ELSE.to_owned(),
            words: self.say("form-somebody-else"),
            ..Choice::default()
        });
        [self.chosen(name, Control::Select, choices), self.line(&format!("{name}-other"))]
    }

    /// The entries of a kind, as choices.
    pub(crate) fn items(&self, kind: Kind) -> Vec<Choice> {
        let scene = self.tools.scene;
        scene
            .of_kind(kind)
            .map(|item| Choice { value: item.id.to_string(), words: item.says.clone(), ..Choice::default() })
            .collect()
    }

    /// One entry of a kind.
    pub(crate) fn item(&self, name: &str, kind: Kind) -> Field {
        let mut choices = vec![self.blank(name)];
        choices.extend(self.items(kind));
        self.chosen(name, Control::Select, choices)
    }

    /// The values of a closed set, with their words and what they mean.
    pub(crate) fn codes<T: Said + Serialize + Copy>(&self, values: &[T]) -> Vec<Choice> {
        let words = self.tools.words;
        values
            .iter()
            .map(|value| Choice {
                value: to_code(value),
                words: words.name(*value),
                hint: if words.has_attribute(value.key(), "explanation") {
                    words.explain(*value)
                } else {
                    String::new()
                },
                ..Choice::default()
            })
            .collect()
    }

    /// One row of links: to what, and who makes the connection.
    pub(crate) fn link_row(&self, list: &str, row: usize, kind: Kind) -> Vec<Field> {
        let prefix = format!("{list}-{row}");
        let mut fields = vec![self.item(&format!("{prefix}-to"), kind)];
        fields.extend(self.who(&format!("{prefix}-by"), &[Role::Survivor, Role::Child]));
        fields.push(self.line(&format!("{prefix}-words")));
        fields
    }

    /// How many rows a list shows: those filled in and one more, or two more where that was asked for.
    pub(crate) fn rows(&self, list: &str) -> usize {
        let asked = self.raw.one("more") == list;
        self.raw.rows(&format!("{}{list}", self.prefix)) + 1 + usize::from(asked)
    }
}

/// Puts choices under their headings, in the order in which the headings first come.
fn grouped(choices: Vec<Choice>) -> Vec<ChoiceGroup> {
    let mut groups: Vec<ChoiceGroup> = Vec::new();
    for choice in choices {
        let open = choice.chosen;
        match groups.iter_mut().find(|group| group.title == choice.group) {
            Some(group) => {
                group.open |= open;
                group.choices.push(choice);
            }
            None => groups.push(ChoiceGroup { title: choice.group.clone(), choices: vec![choice], open }),
        }
    }
    groups
}
