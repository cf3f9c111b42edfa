//! "Check a document": a text that is checked, shown with its marks, and forgotten. Nothing of it is stored.

use super::acts::{self, Acted};
use super::panel::{Maker, Panel};
use crate::extract::{Posted, SignedIn};
use crate::forms::field::{Choice, ChoiceGroup, Control, Field, Nature};
use crate::forms::raw::Raw;
use crate::page::{Page, html, html_with};
use crate::pages::cases::CaseLine;
use crate::problem::Fail;
use crate::upload::{Broken, Slot, closing};
use app::{CheckedText, Marks};
use askama::Template;
use axum::Extension;
use axum::http::StatusCode;
use axum::response::Response;
use intake::{Fault, Limits, read_paper};
use practice::ids::CaseId;
use practice::text::LONGEST;

#[derive(Debug, Template)]
#[template(path = "wording/check.html")]
struct CheckPage {
    page: Page,
    text: Field,
    people: Field,
    panel: Option<Panel>,
    said: String,
    /// What is wrong with the file that was chosen.
    error: String,
    /// The words that were checked: of the field, or of the file.
    checked: String,
    /// It was checked as a paper for the court.
    court: bool,
}

/// The most bytes of a file that is checked.
const LARGEST: u64 = 8_000_000;
/// The most characters of its words: some 450 pages.
const LONGEST_FILE: usize = 1_500_000;

/// What a form brought to be checked.
#[derive(Default)]
struct Brought {
    /// The words in the field.
    typed: String,
    /// The words of the file, if one was chosen.
    file: Option<String>,
    /// What there is to say about how the file was read.
    said: String,
}

/// Why a file cannot be checked: with what status the page answers, and what it says.
type Refused = (StatusCode, String);

/// GET /check
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    let case = signed.query("case");
    answer(&signed, String::new(), &case, None, String::new()).await
}

/// POST /check: words that were typed or pasted, or a file. The file wins where both came.
pub(crate) async fn send(
    signed: SignedIn,
    posted: Posted,
    slot: Option<Extension<Slot>>,
) -> Result<Response, Fail> {
    let raw = Raw::from_pairs(posted.pairs());
    let case = raw.one("case").to_owned();
    let words = signed.words();
    let mut brought = Brought { typed: acts::typed(&raw, "document"), ..Brought::default() };
    if let Err((status, error)) = from_file(&signed, slot, &mut brought).await {
        let page = shown(&signed, Checked { typed: brought.typed, error, ..Checked::default() }, &case).await?;
        return html_with(status, &page).map(closing);
    }
    let text = brought.file.as_ref().unwrap_or(&brought.typed);
    if text.trim().is_empty() {
        return answer(&signed, brought.typed, &case, None, words.say("check-empty")).await;
    }
    if brought.file.is_none() && text.chars().nth(LONGEST).is_some() {
        return answer(&signed, brought.typed, &case, None, words.say("wording-too-long")).await;
    }
    let app = signed.state.app();
    let allowed = match case.parse::<CaseId>() {
        // A case that is not this person's does not exist here either.
        Ok(id) => Some(app.allow_read(signed.subject(), id, signed.session.purpose).await?),
        Err(_) => None,
    };
    let court = raw.has("court");
    let checked: CheckedText = app.wording_of_document(allowed.as_ref(), text.clone(), court).await?;
    let maker = Maker { words, case: case.parse().ok(), acts: false };
    let panel = maker.panel(text, &checked, &Marks::default(), &Acted::Nothing);
    let said = [brought.said.as_str(), panel.said.as_str()].join(" ").trim().to_owned();
    // What is longer than any note is not shown a second time.
    let checked = if text.chars().nth(LONGEST).is_some() { String::new() } else { text.clone() };
    let result = Checked { typed: brought.typed, court, checked, panel: Some(panel), said, ..Checked::default() };
    html(&shown(&signed, result, &case).await?)
}

/// Reads the file of the form, if one was chosen. It is never written anywhere.
async fn from_file(signed: &SignedIn, slot: Option<Extension<Slot>>, brought: &mut Brought) -> Result<(), Refused> {
    let words = signed.words();
    let Some(mut upload) = slot.and_then(|Extension(slot)| slot.take()) else { return Ok(()) };
    let Some(name) = upload.name() else { return Ok(()) };
    let most = upload.most.min(LARGEST);
    let mut bytes = Vec::new();
    let broken = loop {
        match upload.next().await {
            Ok(None) => break None,
            Ok(Some(more)) => {
                bytes.extend_from_slice(&more);
                if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
                    break Some(Broken::TooLarge);
                }
            }
            Err(broken) => break Some(broken),
        }
    };
    match broken {
        None => {}
        Some(Broken::TooLarge) => {
            upload.linger();
            let why = words.say_with("import-fault-too-large", &[("most", (most / 1_000_000).to_string().into())]);
            return Err((StatusCode::PAYLOAD_TOO_LARGE, why));
        }
        Some(Broken::Off) => return Err((StatusCode::BAD_REQUEST, words.say("import-broke-off"))),
    }
    let told = name.clone();
    let word = bytes.starts_with(b"PK");
    // Unpacking a Word document takes a while: away from the tasks that serve pages.
    let read = tokio::task::spawn_blocking(move || read_paper(&told, &bytes, &Limits::USUAL)).await;
    match read.unwrap_or_else(|_| Err(Fault::file("import-fault-broken-paper"))) {
        Ok(paper) if paper.text.chars().nth(LONGEST_FILE).is_some() => {
            Err((StatusCode::PAYLOAD_TOO_LARGE, words.say("wording-too-long-file")))
        }
        Ok(paper) => {
            let remarks = paper.remarks.iter().map(|remark| remark.say(words));
            let from = words.say_with("check-from", &[("name", words::unmarked(&name).into())]);
            brought.said = std::iter::once(from).chain(remarks).collect::<Vec<_>>().join(" ");
            // A paragraph of Word is one of the check as well.
            brought.file = Some(if word { paper.text.replace('\n', "\n\n") } else { paper.text });
            Ok(())
        }
        Err(fault) => Err((StatusCode::UNPROCESSABLE_ENTITY, fault.say(words))),
    }
}

/// What the page shows besides its form.
#[derive(Default)]
struct Checked {
    typed: String,
    checked: String,
    panel: Option<Panel>,
    said: String,
    error: String,
    court: bool,
}

async fn answer(
    signed: &SignedIn,
    text: String,
    case: &str,
    panel: Option<Panel>,
    said: String,
) -> Result<Response, Fail> {
    let checked = text.clone();
    html(&shown(signed, Checked { typed: text, checked, panel, said, ..Checked::default() }, case).await?)
}

async fn shown(signed: &SignedIn, result: Checked, case: &str) -> Result<CheckPage, Fail> {
    let words = signed.words();
    let field = |name: &str, key: &str, control: Control| Field {
        name: name.to_owned(),
        label: words.say(key),
        hint: words.say_attribute(key, "hint"),
        error: String::new(),
        control,
        nature: Nature::Words,
        value: String::new(),
        groups: Vec::new(),
        rows: 0,
        first: false,
        quiet: Vec::new(),
        autocomplete: "off",
    };
    let today = signed.state.app().today();
    let nobody = Choice { words: words.say("check-nobody"), chosen: case.is_empty(), ..Choice::default() };
    let cases = signed.state.app().case_list(signed.subject()).await?;
    let choices = std::iter::once(nobody).chain(cases.iter().map(|card| Choice {
        value: card.case.to_string(),
        words: CaseLine::new(signed, card, today).title,
        chosen: card.case.to_string() == case,
        ..Choice::default()
    }));
    let groups = vec![ChoiceGroup { title: String::new(), choices: choices.collect(), open: true }];
    let page = signed.page(words.say("check-title"));
    Ok(CheckPage {
        page: if result.error.is_empty() { page } else { page.with_errors() },
        text: Field { value: result.typed, rows: 16, ..field("document", "check-text", Control::Area) },
        people: Field { groups, ..field("case", "check-people", Control::Select) },
        panel: result.panel,
        said: result.said,
        error: result.error,
        checked: result.checked,
        court: result.court,
    })
}
