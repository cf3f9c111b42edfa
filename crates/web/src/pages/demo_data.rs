//! Deleting demo data: a page that says what goes and that it cannot be undone, and then the deleting.

use super::frame::base;
use crate::extract::{CaseRecord, Posted};
use crate::page::{Page, html, see_other};
use crate::problem::Fail;
use askama::Template;
use axum::response::Response;
use practice::cast::Cast;
use practice::ids::CaseId;
use practice::kinds::people::Role;

#[derive(Template)]
#[template(path = "demo_delete.html")]
struct DeletePage {
    page: Page,
    /// Of whom the case is, in a sentence.
    lede: String,
    action: String,
}

/// The page that asks.
pub(crate) fn href(case: CaseId) -> String {
    format!("{}/delete-demo", base(case))
}

/// GET /cases/{case}/delete-demo
pub(crate) async fn page(case: CaseRecord) -> Result<Response, Fail> {
    case.state.app().demo_data(&case.record).await?;
    let words = case.words();
    let cast = Cast::of(&case.projection, case.today);
    let children: Vec<&str> = cast.with(Role::Child).map(|child| child.name.as_str()).collect();
    let lede = if children.is_empty() {
        words.say("demo-delete-lede-unnamed")
    } else {
        words.say_with("demo-delete-lede", &[("children", words.list(&children).as_str().into())])
    };
    html(&DeletePage { page: case.page(words.say("demo-delete-title")), lede, action: href(case.case) })
}

/// POST /cases/{case}/delete-demo
pub(crate) async fn send(case: CaseRecord, posted: Posted) -> Result<Response, Fail> {
    let app = case.state.app();
    app.demo_data(&case.record).await?;
    if posted.one("delete") != "yes" {
        return Ok(see_other(&href(case.case)));
    }
    app.demo_data_delete(&case.record).await?;
    Ok(see_other("/work?done=demo-deleted"))
}
