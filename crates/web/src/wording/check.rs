//! "Check a document": a text that is checked, shown with its marks, and forgotten. Nothing of it is stored.

use super::acts::{self, Acted};
use super::panel::{Maker, Panel};
use crate::extract::{Posted, SignedIn};
use crate::forms::field::{Choice, ChoiceGroup, Control, Field, Nature};
use crate::forms::raw::Raw;
use crate::page::{Page, html};
use crate::pages::cases::CaseLine;
use crate::problem::Fail;
use app::{CheckedText, Marks};
use askama::Template;
use axum::response::Response;
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
}

/// GET /check
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    let case = signed.query("case");
    answer(&signed, String::new(), &case, None, String::new()).await
}

/// POST /check
pub(crate) async fn send(signed: SignedIn, posted: Posted) -> Result<Response, Fail> {
    let raw = Raw::from_pairs(posted.pairs());
    let text = acts::typed(&raw, "document");
    let case = raw.one("case").to_owned();
    let words = signed.words();
    if text.trim().is_empty() {
        return answer(&signed, text, &case, None, words.say("check-empty")).await;
    }
    if text.chars().count() > LONGEST {
        return answer(&signed, text, &case, None, words.say("wording-too-long")).await;
    }
    let app = signed.state.app();
    let checked: CheckedText = match case.parse::<CaseId>() {
        Ok(id) => {
            // A case that is not this person's does not exist here either.
            let allowed = app.allow_read(signed.subject(), id, signed.session.purpose).await?;
            app.wording(&allowed, vec![text.clone()]).await?.pop().unwrap_or_default()
        }
        Err(_) => app.wording_without_case(text.clone()).await?,
    };
    let maker = Maker { words, case: case.parse().ok(), acts: false };
    let panel = maker.panel(&text, &checked, &Marks::default(), &Acted::Nothing);
    let said = panel.said.clone();
    answer(&signed, text, &case, Some(panel), said).await
}

async fn answer(
    signed: &SignedIn,
    text: String,
    case: &str,
    panel: Option<Panel>,
    said: String,
) -> Result<Response, Fail> {
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
    html(&CheckPage {
        page: signed.page(words.say("check-title")),
        text: Field { value: text, rows: 16, ..field("document", "check-text", Control::Area) },
        people: Field { groups, ..field("case", "check-people", Control::Select) },
        panel,
        said,
    })
}
