//! Question sets of other tools: a real XLSForm, and every fault named by sheet and row.

use intake::{Limits, Wanted, read_xlsform};
use practice::instrument::{ForWhom, Form, Instrument, asked, proposals};
use practice::kinds::Kind;
use practice::label::Label;
use rust_xlsxwriter::Workbook;
use words::Words;

/// Made with openpyxl, and found to be a valid XLSForm by pyxform.
const SAMPLE: &[u8] = include_bytes!("../../../docs/recipes/sample-questions.xlsx");

fn book(survey: &[&[&str]], choices: &[&[&str]], settings: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in [("survey", survey), ("choices", choices), ("settings", settings)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (r, row) in rows.iter().enumerate() {
            for (c, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(u32::try_from(r).unwrap(), u16::try_from(c).unwrap(), *cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

const HEAD: &[&str] = &["type", "name", "label", "relevant", "holdfast_goes_to"];
const SETTINGS: &[&[&str]] = &[&["form_id", "form_title", "holdfast_for"], &["own", "Own questions", "survivor"]];

fn faults(survey: &[&[&str]], choices: &[&[&str]], settings: &[&[&str]]) -> Vec<String> {
    let words = Words::new("en").unwrap();
    let found = read_xlsform(&book(survey, choices, settings), &Wanted::default(), &Limits::USUAL).unwrap_err();
    found.iter().map(|fault| words::unmarked(&fault.say(&words))).collect()
}

fn sample() -> Instrument {
    read_xlsform(SAMPLE, &Wanted::default(), &Limits::USUAL).unwrap().instrument
}

#[test]
fn a_form_of_a_public_tool_becomes_an_instrument() {
    let brought = read_xlsform(SAMPLE, &Wanted::default(), &Limits::USUAL).unwrap();
    let set = brought.instrument;
    assert_eq!(
        (set.code.as_str(), set.for_whom, set.label),
        ("sleep_at_home", ForWhom::Survivor, Label::SurvivorConfidential)
    );
    assert_eq!(set.title.in_words("en"), "Sleep at home");
    assert_eq!(set.licence.as_deref(), Some("An invented set, free to use"));
    assert_eq!(set.sections.iter().map(|s| s.code.as_str()).collect::<Vec<_>>(), ["sleep_part", "help_part"]);
    let forms: Vec<Form> = set.questions().map(|(_, question)| question.answer).collect();
    assert_eq!(forms, [Form::One, Form::Text, Form::Number, Form::Many, Form::Text]);
    let woken = set.questions().nth(1).unwrap().1;
    assert_eq!(woken.ask.in_words("pl"), "Co Cię budzi i co wtedy robisz?");
    assert_eq!(woken.cue.as_ref().unwrap().in_words("en"), "And then");
    // The row about the device is left out, and said.
    let words = Words::new("en").unwrap();
    assert!(
        words::unmarked(&brought.remarks[0].say(&words)).starts_with("Sheet survey, Row 2, column A: “start”"),
        "{}",
        brought.remarks[0].say(&words)
    );
    let again: Instrument = serde_json::from_str(&serde_json::to_string(&set).unwrap()).unwrap();
    assert_eq!(again, set, "as the journal keeps it");
}

#[test]
fn its_answers_land_as_proposals_of_entries() {
    let set = sample();
    let said: practice::kinds::Interview = serde_json::from_value(serde_json::json!({
        "instrument": "sleep_at_home", "version": 1, "title": "Sleep at home", "with": [],
        "answers": [
            { "question": "nights", "asked": "?", "said": { "chosen": [{ "code": "broken", "words": "Broken" }] } },
            { "question": "woken", "asked": "?", "said": { "text": "The light" } },
            { "question": "hours", "asked": "?", "said": { "number": "4" } },
            { "question": "nights_done", "asked": "?", "said": { "text": "Lies down beside them" } },
        ],
    }))
    .unwrap();
    let none = |_: Kind, _: Option<&practice::text::Code>| false;
    let now: Vec<&str> =
        asked(&set, &said, &[], None, &none).into_iter().map(|asked| asked.question.code.as_str()).collect();
    assert_eq!(now, ["nights", "woken", "hours", "helpers", "nights_done"]);
    let cast = practice::cast::Cast { people: Vec::new() };
    let kinds: Vec<Kind> = proposals(&set, &said, &cast).into_iter().map(|proposal| proposal.kind).collect();
    assert_eq!(kinds, [Kind::Voice, Kind::Effort]);
}

#[test]
fn what_cannot_be_asked_is_named_by_sheet_and_row() {
    let survey: &[&[&str]] = &[
        HEAD,
        &["text", "first", "First?"],
        &["geopoint", "where", "Where?"],
        &["select_one nowhere", "pick", "Pick?"],
        &["begin repeat", "again", "Again"],
        &["text", "", "No name?"],
        &["text", "first", "Twice?"],
        &["text", "cond", "When?", "count(${first}) > 2"],
        &["text", "goes", "Where to?", "", "verdict act"],
        &["", "typeless", "What type?"],
        &["text", "silent", ""],
        &["begin group", "open", "Open"],
    ];
    let found = faults(survey, &[], SETTINGS);
    for (row, says) in [
        (3, "“geopoint” cannot be asked here"),
        (4, "There is no list “nowhere”"),
        (5, "Questions that repeat"),
        (6, "A name is missing"),
        (7, "“first” stands twice"),
        (8, "cannot be read at “count("),
        (9, "begins with no kind"),
        (10, "Write one, or empty the row"),
        (11, "has no label"),
        (12, "does not end"),
    ] {
        let here = format!("Sheet survey, Row {row}");
        assert!(
            found.iter().any(|fault| fault.starts_with(&here) && fault.contains(says)),
            "{here}: {says}\n{found:#?}"
        );
    }
}

#[test]
fn a_circle_is_refused_with_its_path_and_its_row() {
    let survey: &[&[&str]] = &[
        HEAD,
        &["text", "a", "A?", "${c} != ''"],
        &["text", "b", "B?", "${a} != ''"],
        &["text", "c", "C?", "${b} != ''"],
    ];
    let found = faults(survey, &[], SETTINGS);
    assert!(found[0].starts_with("Sheet survey, Row 2") && found[0].contains("a → c → b → a"), "{found:#?}");
}

#[test]
fn what_the_file_lacks_is_said() {
    let survey: &[&[&str]] = &[HEAD, &["text", "a", "A?"]];
    assert!(faults(survey, &[], &[&["form_id"], &["own"]])[0].contains("for whom"));
    assert!(faults(survey, &[], &[&["version"], &["1"]])[0].contains("form_id"));
    assert!(faults(&[HEAD], &[], SETTINGS)[0].contains("no question"));
    let choices: &[&[&str]] = &[&["list_name", "name"], &["l", "x"], &["l", "X"], &["", "y"]];
    let found = faults(&[HEAD, &["select_one l", "a", "A?"]], choices, SETTINGS);
    assert!(
        found[0].starts_with("Sheet choices, Row 3") && found[1].starts_with("Sheet choices, Row 4"),
        "{found:#?}"
    );
    assert!(read_xlsform(b"no workbook", &Wanted::default(), &Limits::USUAL).is_err());
}
