//! What is recorded in the cases that somebody supervises: in how many each thing is there, and which cases to look at. The
//! page and its JSON say the same.

use super::cases::CaseLine;
use crate::extract::SignedIn;
use crate::page::{Page, html};
use crate::problem::Fail;
use app::{CaseCard, Measured};
use askama::Template;
use axum::Json;
use axum::response::{IntoResponse as _, Response};
use practice::views::measures::{Count, Measure};
use std::collections::HashMap;
use words::told::measures::TallyTold;

#[derive(Template)]
#[template(path = "measures.html")]
struct MeasuresPage {
    page: Page,
    none: bool,
    told: TallyTold,
    /// The measure whose cases are shown.
    wanted: String,
    wanting: Vec<Wanting>,
}

/// A case in which a measure is not there yet.
#[derive(Clone, Debug)]
struct Wanting {
    href: String,
    children: String,
    says: String,
}

/// GET /measures?measure=
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    let app = signed.state.app();
    let wanted = Measure::from_code(&signed.query("measure"));
    let Measured { counting, wanting } = app.measures(signed.subject(), wanted).await?;
    let tally = counting.exact();
    let words = signed.words();
    html(&MeasuresPage {
        page: signed.page(words.say("measures-title")),
        none: tally.cases == Count::Cases(0),
        told: words.tell_tally(&tally),
        wanted: wanted.map(|wanted| words.measure(wanted)).unwrap_or_default(),
        wanting: if wanted.is_some() { lines(&signed, wanted, wanting).await? } else { Vec::new() },
    })
}

/// GET /api/v1/measures
pub(crate) async fn json(signed: SignedIn) -> Result<Response, Fail> {
    let measured = signed.state.app().measures(signed.subject(), None).await?;
    Ok(Json(measured.counting.exact()).into_response())
}

/// The cases, in the order of the children's names.
async fn lines(
    signed: &SignedIn,
    wanted: Option<Measure>,
    wanting: Vec<(practice::ids::CaseId, practice::views::MeasuresView)>,
) -> Result<Vec<Wanting>, Fail> {
    let (app, words) = (signed.state.app(), signed.words());
    let today = app.today();
    let cards: HashMap<_, CaseCard> =
        app.case_list(signed.subject()).await?.into_iter().map(|card| (card.case, card)).collect();
    let mut lines: Vec<Wanting> = wanting
        .iter()
        .filter_map(|(case, view)| {
            let line = CaseLine::new(signed, cards.get(case)?, today);
            let fact = view.facts.iter().find(|fact| Some(fact.measure) == wanted)?;
            Some(Wanting { href: line.href, children: line.title, says: words.fact(fact) })
        })
        .collect();
    lines.sort_by(|a, b| words.compare(&a.children, &b.children));
    Ok(lines)
}
