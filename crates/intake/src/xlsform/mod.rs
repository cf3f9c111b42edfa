//! XLSForm: question sets of other tools as instruments. Sheets survey, choices and settings; what is wrong is named by sheet
//! and row, and nothing is guessed.

mod rows;
mod survey;

use crate::Limits;
use crate::fault::Fault;
use practice::instrument::{ForWhom, Instrument, InstrumentFault, Texts};
use practice::label::Label;
use practice::text::Code;
use rows::{Sheet, texts};
use std::collections::BTreeMap;
use words::Words;

/// A fault, and the sheet in which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtSheet {
    /// The sheet; empty for the file as a whole.
    pub sheet: String,
    /// What is wrong, with row and column.
    pub fault: Fault,
}

impl AtSheet {
    fn file(fault: Fault) -> Self {
        Self { sheet: String::new(), fault }
    }

    /// "survey, row 12, column A: …"
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let what = self.fault.say(words);
        if self.sheet.is_empty() {
            return what;
        }
        let args = [
            ("sheet", self.sheet.as_str().into()),
            ("place", self.fault.place.say(words).into()),
            ("what", what.into()),
        ];
        words.say_with("sets-at", &args)
    }
}

/// What a file does not say of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// For whom, where the sheet settings does not say so in `holdfast_for`.
    pub for_whom: Option<ForWhom>,
    /// The label of an interview, where the settings do not say so in `holdfast_label`.
    pub label: Option<Label>,
}

/// An instrument from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The instrument.
    pub instrument: Instrument,
    /// BLAKE3 of the file, in hex.
    pub file_hash: String,
    /// What a person should know: rows that are about a device and were left out, columns that are not read.
    pub remarks: Vec<AtSheet>,
}

/// Reads an XLSForm.
///
/// # Errors
/// With everything that is wrong, by sheet and row.
pub fn read_xlsform(bytes: &[u8], wanted: &Wanted, limits: &Limits) -> Result<Brought, Vec<AtSheet>> {
    let sheets = crate::table::excel::sheets(bytes, limits)
        .map_err(|faults| faults.into_iter().map(AtSheet::file).collect::<Vec<_>>())?;
    let sheets: BTreeMap<String, Sheet> =
        sheets.into_iter().map(|(name, rows)| (name.trim().to_lowercase(), Sheet::of(name, rows))).collect();
    let Some(survey) = sheets.get("survey") else {
        return Err(vec![AtSheet::file(Fault::file("sets-fault-no-survey"))]);
    };
    let (mut faults, mut remarks) = (Vec::new(), Vec::new());
    let Some(settings) = settings(sheets.get("settings")) else {
        return Err(vec![AtSheet::file(Fault::file("sets-fault-no-id"))]);
    };
    let choices = survey::choices(sheets.get("choices"), &settings.language, &mut faults);
    let sections = survey::sections(survey, &choices, &settings.language, &mut faults, &mut remarks);
    let for_whom = settings.for_whom.or(wanted.for_whom);
    if for_whom.is_none() {
        faults.push(AtSheet::file(Fault::file("sets-fault-for-whom")));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let title = settings.title;
    let for_whom = for_whom.unwrap_or(ForWhom::Survivor);
    let instrument = Instrument {
        code: settings.code,
        version: 1,
        paper: Texts(title.0.keys().map(|tag| (tag.clone(), paper(tag).to_owned())).collect()),
        title,
        about: Texts::default(),
        for_whom,
        alone: true,
        label: settings.label.or(wanted.label).unwrap_or(match for_whom {
            ForWhom::Survivor => Label::SurvivorConfidential,
            ForWhom::Child => Label::ChildVoice,
            ForWhom::Perpetrator | ForWhom::EachAdult | ForWhom::Team => Label::Professional,
        }),
        safety: Vec::new(),
        asks_what_is_kept: false,
        licence: settings.licence,
        hidden: false,
        sections,
    };
    let wrong: Vec<AtSheet> = instrument.faults().iter().map(|fault| of_instrument(fault, survey)).collect();
    if wrong.is_empty() {
        Ok(Brought { instrument, remarks, file_hash: blake3::hash(bytes).to_hex().to_string() })
    } else {
        Err(wrong)
    }
}

/// The neutral name of a paper to carry, in the languages we know.
fn paper(tag: &str) -> &'static str {
    if tag == "pl" { "Pytania" } else { "Questions" }
}

/// A fault of the whole, at the row of its question.
fn of_instrument(fault: &InstrumentFault, survey: &Sheet) -> AtSheet {
    let row = fault.question().and_then(|code| survey::row_of(survey, code));
    let at = |key: &'static str| match row {
        Some(row) => Fault::at(crate::fault::Place::row(row), key),
        None => Fault::file(key),
    };
    let fault = match fault {
        InstrumentFault::Twice(code) => at("sets-fault-twice").with("name", code),
        InstrumentFault::NoSuchQuestion { on, .. } => at("sets-fault-no-such-question").with("name", on),
        InstrumentFault::NoSuchAnswer { on, answer, .. } => {
            at("sets-fault-no-such-answer").with("name", on).with("answer", answer)
        }
        InstrumentFault::Circle(codes) => {
            let path = codes.iter().map(Code::as_str).collect::<Vec<_>>().join(" → ");
            at("sets-fault-circle").with("path", path)
        }
        InstrumentFault::AskedLater { on, .. } => at("sets-fault-asked-later").with("name", on),
        InstrumentFault::NothingToChoose(_) => at("sets-fault-no-choices"),
        other => at("sets-fault-other").with("what", other),
    };
    AtSheet { sheet: survey.name.clone(), fault }
}

struct Settings {
    code: Code,
    title: Texts,
    language: String,
    for_whom: Option<ForWhom>,
    label: Option<Label>,
    licence: Option<String>,
}

/// What the sheet settings says. None: no id, by which the set would be known.
fn settings(sheet: Option<&Sheet>) -> Option<Settings> {
    let row = sheet.and_then(|sheet| sheet.rows().next().map(|row| (sheet, row)));
    let cell = |name: &str| {
        row.as_ref().map(|(sheet, row)| sheet.cell(row, name)).filter(|text| !text.is_empty()).unwrap_or_default()
    };
    let language = rows::tag(&cell("default_language")).unwrap_or_else(|| "en".to_owned());
    let id = if cell("form_id").is_empty() { cell("form_title") } else { cell("form_id") };
    let code = rows::code(&id)?;
    let mut title = row.as_ref().map(|(sheet, row)| texts(sheet, row, "form_title", &language)).unwrap_or_default();
    if title.0.is_empty() {
        title.0.insert(language.clone(), code.to_string());
    }
    Some(Settings {
        code,
        title,
        language,
        for_whom: for_whom(&cell("holdfast_for")),
        label: Label::from_code(&cell("holdfast_label")),
        licence: Some(cell("holdfast_licence")).filter(|licence| !licence.is_empty()),
    })
}

fn for_whom(code: &str) -> Option<ForWhom> {
    [ForWhom::Survivor, ForWhom::Perpetrator, ForWhom::EachAdult, ForWhom::Child, ForWhom::Team]
        .into_iter()
        .find(|whom| whom.code() == code)
}
