//! The form of a mapping: fields into a mapping, and a mapping into fields.

use crate::forms::field::{Choice, ChoiceGroup, Control, Field};
use crate::forms::raw::Raw;
use intake::{Becomes, Changed, Column, MAPS, Mapping, Order, Question, Table, column_name};
use practice::cast::Cast;
use practice::label::Label;
use words::Words;

/// The most names and words that one file is asked about.
const MOST: usize = 200;

/// The mapping that a form says.
pub(crate) fn read(raw: &Raw) -> Mapping {
    let some = |name: &str| Some(raw.one(name).to_owned()).filter(|value| !value.is_empty());
    let mut mapping = Mapping::default();
    for column in MAPS {
        mapping.columns.set(column, some(&format!("col-{}", column.code())));
    }
    let rows = &mut mapping.rows;
    rows.becomes = Becomes::from_code(raw.one("becomes")).unwrap_or_default();
    rows.dates = match raw.one("dates") {
        "day_first" => Some(Order::DayFirst),
        "month_first" => Some(Order::MonthFirst),
        _ => None,
    };
    rows.sheet = some("sheet");
    rows.who = some("who");
    rows.whom = some("whom").into_iter().collect();
    rows.survivor = some("survivor");
    rows.effect_on = raw.all("effect_on").map(str::to_owned).collect();
    rows.label = Label::from_code(raw.one("label"));
    rows.effort_label = Label::from_code(raw.one("effort_label"));
    rows.changed = if raw.one("changed") == "revise" { Changed::Revise } else { Changed::Leave };
    for n in 0..MOST {
        let pair = |list: &str| Some((some(&format!("{list}-{n}-said"))?, some(&format!("{list}-{n}-is"))?));
        if let Some((said, is)) = pair("person") {
            mapping.people.insert(said, is);
        }
        if let Some((said, is)) = pair("kind").and_then(|(said, is)| Some((said, Becomes::from_code(&is)?))) {
            mapping.kinds.insert(said, is);
        }
    }
    mapping
}

/// Puts a guessed mapping into the fields.
pub(crate) fn write(mapping: &Mapping, raw: &mut Raw) {
    for column in MAPS {
        if let Some(named) = mapping.columns.get(column) {
            raw.set(format!("col-{}", column.code()), named);
        }
    }
    raw.set("becomes", mapping.rows.becomes.code());
}

/// Makes the fields.
pub(crate) struct Fields<'a> {
    pub(crate) words: &'a Words,
    pub(crate) raw: &'a Raw,
    pub(crate) cast: &'a Cast,
    pub(crate) table: &'a Table,
}

impl Fields<'_> {
    fn select(&self, name: &str, label: String, hint: String, choices: Vec<(String, String)>) -> Field {
        let chosen = self.raw.one(name);
        let choices = choices
            .into_iter()
            .map(|(value, words)| Choice { chosen: value == chosen, value, words, ..Choice::default() })
            .collect();
        Field {
            name: name.to_owned(),
            label,
            hint,
            error: String::new(),
            control: Control::Select,
            nature: crate::forms::field::Nature::Words,
            quiet: Vec::new(),
            value: String::new(),
            groups: vec![ChoiceGroup { title: String::new(), choices, open: true }],
            rows: 0,
            first: false,
            autocomplete: "off",
        }
    }

    fn keyed(&self, name: &str, choices: Vec<(String, String)>) -> Field {
        let key = format!("import-field-{}", name.replace('_', "-"));
        let hint = if self.words.has_attribute(&key, "hint") {
            self.words.say_attribute(&key, "hint")
        } else {
            String::new()
        };
        self.select(name, self.words.say(&key), hint, choices)
    }

    fn none(&self, key: &str) -> Vec<(String, String)> {
        vec![(String::new(), self.words.say(key))]
    }

    fn people(&self, first: &str) -> Vec<(String, String)> {
        let mut choices = self.none(first);
        choices.extend(self.cast.people.iter().map(|person| (person.id.to_string(), person.name.clone())));
        choices
    }

    /// Which column is what.
    pub(crate) fn columns(&self) -> Vec<Field> {
        MAPS.into_iter()
            .map(|column: Column| {
                let mut choices = self.none("import-no-column");
                choices.extend((0..self.table.width()).map(|n| {
                    let letter = intake::letters(n);
                    let heading = self.table.headings.get(n).cloned().unwrap_or_default();
                    let words = if heading.is_empty() { letter } else { format!("{letter}: {heading}") };
                    (column_name(self.table, n), words)
                }));
                let key = format!("import-column-{}", column.code().replace('_', "-"));
                let hint = if self.words.has_attribute(&key, "hint") {
                    self.words.say_attribute(&key, "hint")
                } else {
                    String::new()
                };
                self.select(&format!("col-{}", column.code()), self.words.say(&key), hint, choices)
            })
            .collect()
    }

    /// What holds for every row.
    pub(crate) fn rules(&self) -> Vec<Field> {
        let words = self.words;
        let becomes = Becomes::ALL
            .into_iter()
            .map(|becomes| (becomes.code().to_owned(), words.say(&becomes_key(becomes))))
            .collect();
        let mut fields = vec![self.keyed("becomes", becomes), self.order()];
        if self.table.sheets.len() > 1 {
            let sheets = self.table.sheets.iter().map(|sheet| (sheet.clone(), sheet.clone())).collect();
            let mut field = self.keyed("sheet", sheets);
            for choice in field.groups.iter_mut().flat_map(|group| &mut group.choices) {
                choice.chosen = choice.value == self.table.sheet;
            }
            fields.push(field);
        }
        fields.push(self.keyed("who", self.people("import-in-the-row")));
        fields.push(self.keyed("whom", self.people("import-in-the-row")));
        fields.push(self.keyed("effect_on", self.people("import-in-the-row")));
        fields.push(self.keyed("survivor", self.people("import-the-one")));
        fields
    }

    /// Which number comes first in a date.
    pub(crate) fn order(&self) -> Field {
        let mut choices = self.none("import-order-file");
        for code in ["day_first", "month_first"] {
            choices.push((code.to_owned(), self.words.say(&format!("import-order-{}", code.replace('_', "-")))));
        }
        self.keyed("dates", choices)
    }

    /// Who may see what comes in, and what happens to rows that changed.
    pub(crate) fn kept(&self, table: bool) -> Vec<Field> {
        let labels = |first: Label| {
            let mut all: Vec<(String, String)> = vec![(String::new(), self.words.name(first))];
            all.extend(
                Label::ALL
                    .into_iter()
                    .filter(|label| *label != first)
                    .map(|label| (label.code().to_owned(), self.words.name(label))),
            );
            all
        };
        let mut fields = vec![self.keyed("label", labels(Label::Professional))];
        if table {
            fields.push(self.keyed("effort_label", labels(Label::SurvivorConfidential)));
            let changed = vec![
                (String::new(), self.words.say("import-changed-leave")),
                ("revise".to_owned(), self.words.say("import-changed-revise")),
            ];
            fields.push(self.keyed("changed", changed));
        }
        fields
    }

    /// Names and words of the file that were asked, and those that are asked now.
    pub(crate) fn asked(&self, questions: &[Question]) -> Vec<Field> {
        let mut fields = Vec::new();
        for list in ["person", "kind"] {
            let mut said: Vec<String> = (0..MOST)
                .map(|n| self.raw.one(&format!("{list}-{n}-said")).to_owned())
                .filter(|said| !said.is_empty())
                .collect();
            for question in questions {
                match question {
                    Question::Person { name, .. } if list == "person" && !said.contains(name) => {
                        said.push(name.clone());
                    }
                    Question::Kind { word, .. } if list == "kind" && !said.contains(word) => {
                        said.push(word.clone())
                    }
                    _ => {}
                }
            }
            fields.extend(said.iter().take(MOST).enumerate().map(|(n, said)| self.one_asked(list, n, said)));
        }
        fields
    }

    fn one_asked(&self, list: &str, n: usize, said: &str) -> Field {
        let words = self.words;
        let (label, choices) = if list == "person" {
            let mut choices = self.people("import-choose");
            choices.push(("-".to_owned(), words.say("import-nobody")));
            (words.say_with("import-who-is", &[("name", said.into())]), choices)
        } else {
            let mut choices = self.none("import-choose");
            choices.extend(
                Becomes::ALL.into_iter().map(|each| (each.code().to_owned(), words.say(&becomes_key(each)))),
            );
            (words.say_with("import-what-is", &[("word", said.into())]), choices)
        };
        let field = self.select(&format!("{list}-{n}-is"), label, String::new(), choices);
        // What the file says goes along in a hidden field beside it.
        Field { value: said.to_owned(), ..field }
    }
}

fn becomes_key(becomes: Becomes) -> String {
    format!("import-becomes-{}", becomes.code().replace('_', "-"))
}
