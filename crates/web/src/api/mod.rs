//! The JSON interface, version 1: the list of cases, and each view of a case as codes and arguments. It goes the way of the
//! pages: the same session, the same permission, the same access log, the same answer for what is not there.

mod openapi;
mod trouble;
mod views;

pub use openapi::openapi;
pub(crate) use trouble::{answer as trouble, is_api};
pub(crate) use views::CHILD;
pub use views::{VIEWS, ViewRow};

use crate::extract::{CaseAllowed, SignedIn};
use crate::problem::Fail;
use app::Problem;
use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use practice::ids::{CaseId, EntryId};
use practice::permission::Relation;
use practice::when::ApproxDate;
use schemars::JsonSchema;
use serde::Serialize;

/// The cases somebody works or supervises.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct CaseList {
    /// The last recorded in first.
    cases: Vec<ListedCase>,
}

/// A case in a list: under the names of its children.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ListedCase {
    /// The case.
    case: CaseId,
    /// The children, oldest first.
    children: Vec<ListedChild>,
    /// Whose behaviour is the worry.
    perpetrators: Vec<String>,
    /// Who protects the children.
    survivors: Vec<String>,
    /// The agency's own number.
    reference: Option<String>,
    /// An invented family.
    invented: bool,
    /// What the reader has to do with it.
    relation: Relation,
    /// When the case was opened.
    #[schemars(with = "String")]
    opened_at: Timestamp,
    /// When something the reader may see was recorded last.
    #[schemars(with = "String")]
    last_recorded_at: Timestamp,
}

/// A child in a list of cases.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ListedChild {
    /// What the child is called.
    name: String,
    /// Date of birth, as exactly as is known.
    born: Option<ApproxDate>,
}

/// GET /api/v1/openapi.json
pub(crate) async fn description(_: SignedIn) -> Response {
    Json(openapi()).into_response()
}

/// GET /api/v1/cases
pub(crate) async fn cases(signed: SignedIn) -> Result<Response, Fail> {
    let cards = signed.state.app().case_list(signed.subject()).await?;
    let cases = cards
        .into_iter()
        .map(|card| ListedCase {
            case: card.case,
            children: card
                .children
                .into_iter()
                .map(|child| ListedChild { name: child.name, born: child.born })
                .collect(),
            perpetrators: card.perpetrators,
            survivors: card.survivors,
            reference: card.reference,
            invented: card.invented,
            relation: card.relation,
            opened_at: card.opened_at,
            last_recorded_at: card.last_recorded_at,
        })
        .collect();
    Ok(Json(CaseList { cases }).into_response())
}

/// GET /api/v1/cases/{case}/{view}
pub(crate) async fn view(case: CaseAllowed, Path((_, view)): Path<(String, String)>) -> Result<Response, Fail> {
    let row = VIEWS.iter().find(|row| row.name == view).ok_or_else(Problem::not_found)?;
    let as_of = match day(&case) {
        Ok(day) => day,
        Err(answer) => return Ok(*answer),
    };
    let app = case.signed.state.app();
    let projection = app.projection(&case.allowed, row.log).await?;
    Ok(Json((row.make)(&projection, app.pack(), as_of)).into_response())
}

/// GET /api/v1/cases/{case}/children/{person}
pub(crate) async fn child(case: CaseAllowed, Path((_, person)): Path<(String, String)>) -> Result<Response, Fail> {
    let person: EntryId = person.parse().map_err(|_| Problem::not_found())?;
    let as_of = match day(&case) {
        Ok(day) => day,
        Err(answer) => return Ok(*answer),
    };
    let app = case.signed.state.app();
    let projection = app.projection(&case.allowed, CHILD).await?;
    let view = practice::views::child(&projection, app.pack(), as_of, person).ok_or_else(Problem::not_found)?;
    Ok(Json(view).into_response())
}

/// The day that is asked for; today where none is.
fn day(case: &CaseAllowed) -> Result<Date, Box<Response>> {
    let said = case.signed.query("as_of");
    if said.is_empty() {
        return Ok(case.signed.state.app().today());
    }
    // Only the written day of the description: what else a parser might take is not promised.
    let written = said.len() == 10 && said.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day: Option<Date> = if written { said.parse().ok() } else { None };
    // A day no calendar of a family reaches would only make nonsense of ages.
    day.filter(|day| (1900..=2200).contains(&day.year())).ok_or_else(|| Box::new(trouble::day(&case.signed)))
}
