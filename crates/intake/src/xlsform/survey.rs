//! The rows of survey and choices: questions, groups, answers to choose from, and what cannot be asked here.

use super::AtSheet;
use super::rows::{Row, Sheet, code, texts};
use crate::fault::{Fault, Place, short};
use practice::instrument::{Choice, Form, GoesTo, Question, Section, Test, Texts};
use practice::text::Code;
use std::collections::{BTreeMap, BTreeSet};

/// Rows about the device on which a form is filled in: nothing is asked, nothing is kept.
const DEVICE: [&str; 11] = [
    "start",
    "end",
    "today",
    "deviceid",
    "username",
    "phonenumber",
    "email",
    "audit",
    "subscriberid",
    "simserial",
    "background-audio",
];

/// What is asked where nothing says where an answer goes: free words become the voice of whoever answers.
const VOICE: &str = "voice said";

fn fault(sheet: &Sheet, row: u32, column: Option<usize>, key: &'static str) -> AtSheet {
    let place = column.map_or_else(|| Place::row(row), |column| Place::cell(row, column));
    AtSheet { sheet: sheet.name.clone(), fault: Fault::at(place, key) }
}

/// The lists of choices.
pub(super) fn choices(
    sheet: Option<&Sheet>,
    language: &str,
    faults: &mut Vec<AtSheet>,
) -> BTreeMap<String, Vec<Choice>> {
    let mut lists: BTreeMap<String, Vec<Choice>> = BTreeMap::new();
    let Some(sheet) = sheet else { return lists };
    let key = if sheet.column("list_name").is_some() { "list_name" } else { "list name" };
    for row in sheet.rows() {
        let (list, name) = (sheet.cell(&row, key), sheet.cell(&row, "name"));
        let mut words = texts(sheet, &row, "label", language);
        if list.is_empty() && name.is_empty() {
            continue;
        }
        let Some(code) = code(&name).filter(|_| !list.is_empty()) else {
            faults.push(fault(sheet, row.number, sheet.column("name"), "sets-fault-choice-name"));
            continue;
        };
        if words.0.is_empty() {
            words.0.insert(language.to_owned(), name);
        }
        let all = lists.entry(list).or_default();
        if all.iter().any(|choice| choice.code == code) {
            let twice = fault(sheet, row.number, sheet.column("name"), "sets-fault-choice-twice");
            faults.push(AtSheet { fault: twice.fault.with("name", &code), ..twice });
            continue;
        }
        all.push(Choice { code, text: words });
    }
    lists
}

/// The row in which a question stands.
pub(super) fn row_of(sheet: &Sheet, wanted: &Code) -> Option<u32> {
    sheet.rows().find(|row| code(&sheet.cell(row, "name")).as_ref() == Some(wanted)).map(|row| row.number)
}

/// Reads the rows of the survey.
struct Reader<'a> {
    sheet: &'a Sheet,
    choices: &'a BTreeMap<String, Vec<Choice>>,
    language: &'a str,
    sections: Vec<Section>,
    /// The groups one is in: the row of each, and its condition.
    groups: Vec<(u32, Option<Test>)>,
    names: BTreeSet<Code>,
}

/// The sections of an instrument: groups on the outside; what stands in none is a section of its own.
pub(super) fn sections(
    sheet: &Sheet,
    choices: &BTreeMap<String, Vec<Choice>>,
    language: &str,
    faults: &mut Vec<AtSheet>,
    remarks: &mut Vec<AtSheet>,
) -> Vec<Section> {
    let mut reader =
        Reader { sheet, choices, language, sections: Vec::new(), groups: Vec::new(), names: BTreeSet::new() };
    for name in ["type", "name"] {
        if sheet.column(name).is_none() {
            let missing = fault(sheet, 1, None, "sets-fault-no-column");
            faults.push(AtSheet { fault: missing.fault.with("name", name), ..missing });
        }
    }
    if !faults.is_empty() {
        return Vec::new();
    }
    for row in sheet.rows() {
        match reader.row(&row) {
            Ok(remark) => remarks.extend(remark),
            Err(found) => faults.push(found),
        }
    }
    if let Some((row, _)) = reader.groups.first() {
        faults.push(fault(sheet, *row, sheet.column("type"), "sets-fault-group-open"));
    }
    let mut sections = reader.sections;
    sections.retain(|section| !section.questions.is_empty());
    if sections.is_empty() && faults.is_empty() {
        faults.push(AtSheet { sheet: sheet.name.clone(), fault: Fault::file("sets-fault-empty") });
    }
    sections
}

impl Reader<'_> {
    fn at(&self, row: &Row<'_>, column: &str, key: &'static str) -> AtSheet {
        fault(self.sheet, row.number, self.sheet.column(column), key)
    }

    fn with(&self, row: &Row<'_>, column: &str, key: &'static str, name: &'static str, value: &str) -> AtSheet {
        let at = self.at(row, column, key);
        AtSheet { fault: at.fault.with(name, short(value)), ..at }
    }

    /// Reads a row. A remark where something of it is left out.
    fn row(&mut self, row: &Row<'_>) -> Result<Option<AtSheet>, AtSheet> {
        let written = self.sheet.cell(row, "type");
        let kind = written.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        if kind.is_empty() {
            let named = !self.sheet.cell(row, "name").is_empty();
            return if named { Err(self.at(row, "type", "sets-fault-no-type")) } else { Ok(None) };
        }
        match kind.as_str() {
            "begin group" | "begin_group" => return self.begin(row).map(|()| None),
            "end group" | "end_group" => {
                return match self.groups.pop() {
                    Some(_) => Ok(None),
                    None => Err(self.at(row, "type", "sets-fault-group-end")),
                };
            }
            "begin repeat" | "begin_repeat" | "end repeat" | "end_repeat" => {
                return Err(self.at(row, "type", "sets-fault-repeat"));
            }
            device if DEVICE.contains(&device) => {
                return Ok(Some(self.with(row, "type", "sets-remark-device", "type", &written)));
            }
            "calculate" | "hidden" => {
                return Ok(Some(self.with(
                    row,
                    "type",
                    "sets-remark-calculate",
                    "name",
                    &self.sheet.cell(row, "name"),
                )));
            }
            _ => {}
        }
        self.question(row, &kind, &written)
    }

    fn condition(&self, row: &Row<'_>) -> Result<Option<Test>, AtSheet> {
        let written = self.sheet.cell(row, "relevant");
        if written.is_empty() {
            return Ok(None);
        }
        Test::parse(&written)
            .map(Some)
            .map_err(|error| self.with(row, "relevant", "sets-fault-relevant", "at", &error.at))
    }

    fn begin(&mut self, row: &Row<'_>) -> Result<(), AtSheet> {
        let condition = self.condition(row);
        let outer = self.groups.is_empty();
        self.groups.push((row.number, condition.clone().ok().flatten()));
        let condition = condition?;
        if outer {
            let name = self.sheet.cell(row, "name");
            let code = code(&name).ok_or_else(|| self.at(row, "name", "sets-fault-name"))?;
            let mut title = texts(self.sheet, row, "label", self.language);
            if title.0.is_empty() {
                title.0.insert(self.language.to_owned(), name);
            }
            self.sections.push(Section {
                code,
                title,
                lead: None,
                show_if: condition,
                ages: BTreeSet::new(),
                questions: Vec::new(),
            });
        }
        Ok(())
    }

    fn form(&self, row: &Row<'_>, kind: &str, written: &str) -> Result<(Form, Vec<Choice>), AtSheet> {
        let plain = |form: Form| Ok((form, Vec::new()));
        match kind {
            "text" => return plain(Form::Text),
            "integer" | "decimal" | "range" => return plain(Form::Number),
            "date" | "datetime" => return plain(Form::Date),
            "note" => return plain(Form::Note),
            "acknowledge" | "trigger" => return plain(Form::YesNo),
            _ => {}
        }
        let mut words = kind.split(' ');
        let form = match words.next() {
            Some("select_one") => Form::One,
            Some("select_multiple") => Form::Many,
            _ => return Err(self.with(row, "type", "sets-fault-type", "type", written)),
        };
        // The name of a list keeps its capitals.
        let list = written.split_whitespace().nth(1).unwrap_or_default();
        match self.choices.get(list) {
            Some(choices) => Ok((form, choices.clone())),
            None => Err(self.with(row, "type", "sets-fault-no-list", "list", list)),
        }
    }

    fn question(&mut self, row: &Row<'_>, kind: &str, written: &str) -> Result<Option<AtSheet>, AtSheet> {
        let (form, mut choices) = self.form(row, kind, written)?;
        let name = self.sheet.cell(row, "name");
        let code = code(&name).ok_or_else(|| self.at(row, "name", "sets-fault-name"))?;
        if !self.names.insert(code.clone()) {
            return Err(self.with(row, "name", "sets-fault-twice", "name", &name));
        }
        let ask = texts(self.sheet, row, "label", self.language);
        if ask.0.is_empty() {
            return Err(self.at(row, "label", "sets-fault-label"));
        }
        if kind.ends_with("or_other")
            && let Ok(other) = Code::parse("other")
        {
            choices.push(Choice { code: other, text: Texts([("en".to_owned(), "Other".to_owned())].into()) });
        }
        let to = self.sheet.cell(row, "holdfast_goes_to");
        let goes_to = match (to.as_str(), form) {
            ("", Form::Text) => GoesTo::parse(VOICE).ok(),
            ("" | "none", _) => None,
            (written, _) => Some(
                GoesTo::parse(written)
                    .map_err(|why| self.with_whole(row, "holdfast_goes_to", "sets-fault-goes-to", &why))?,
            ),
        };
        let show_if = self.together(self.condition(row)?, row)?;
        let hint = texts(self.sheet, row, "hint", self.language);
        let question = Question {
            cue: Some(self.cue(row)),
            prompts: if hint.0.is_empty() { Vec::new() } else { vec![hint] },
            follow_ups: Vec::new(),
            replies: Vec::new(),
            answer: form,
            choices,
            each: None,
            ages: BTreeSet::new(),
            show_if,
            goes_to,
            known_from: None,
            how_asked: false,
            code,
            ask,
        };
        if self.groups.is_empty() && self.sections.last().is_none_or(|last| last.code.as_str() != "questions") {
            self.sections.extend(loose(self.language));
        }
        if let Some(section) = self.sections.last_mut() {
            section.questions.push(question);
        }
        let constraint = !self.sheet.cell(row, "constraint").is_empty();
        Ok(constraint.then(|| self.at(row, "constraint", "sets-remark-constraint")))
    }

    fn with_whole(&self, row: &Row<'_>, column: &str, key: &'static str, why: &str) -> AtSheet {
        let at = self.at(row, column, key);
        AtSheet { fault: at.fault.with("why", why), ..at }
    }

    /// What reminds of a question on the paper that is safe to carry: what the file says in `holdfast_cue`, else a number. The
    /// question itself could tell what the paper is.
    fn cue(&self, row: &Row<'_>) -> Texts {
        let cue = texts(self.sheet, row, "holdfast_cue", self.language);
        if cue.0.is_empty() {
            Texts([(self.language.to_owned(), self.names.len().to_string())].into())
        } else {
            cue
        }
    }

    /// The condition of a question together with those of the groups inside the outer one.
    fn together(&self, own: Option<Test>, row: &Row<'_>) -> Result<Option<Test>, AtSheet> {
        let inner = self.groups.iter().skip(1).filter_map(|(_, test)| test.clone());
        let all: Vec<String> = inner.chain(own).map(|test| format!("({})", String::from(test))).collect();
        if all.is_empty() {
            return Ok(None);
        }
        let both = all.join(" and ");
        Test::parse(&both)
            .map(Some)
            .map_err(|error| self.with(row, "relevant", "sets-fault-relevant", "at", &error.at))
    }
}

/// A section for questions that stand in no group.
fn loose(language: &str) -> Option<Section> {
    let title = if language == "pl" { "Pytania" } else { "Questions" };
    Some(Section {
        code: code("questions")?,
        title: Texts([(language.to_owned(), title.to_owned())].into()),
        lead: None,
        show_if: None,
        ages: BTreeSet::new(),
        questions: Vec::new(),
    })
}
