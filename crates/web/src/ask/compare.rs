//! The same questions about two parents, side by side: who does what, and what nobody has asked one of them.

use crate::extract::CaseRead;
use crate::page::{Page, html};
use crate::pages::frame::{CaseFrame, Tab};
use crate::pages::read::say;
use crate::pages::told::{Places, SectionWords};
use crate::problem::Fail;
use askama::Template;
use axum::response::Response;
use practice::views;

#[derive(Template)]
#[template(path = "ask/compare.html")]
struct ComparePage {
    page: Page,
    frame: CaseFrame,
    title: String,
    sections: Vec<SectionWords>,
}

/// GET /cases/{case}/interviews/side-by-side
pub(crate) async fn page(case: CaseRead) -> Result<Response, Fail> {
    let say = say(&case);
    let view = views::interviews(&case.projection, case.state.app().pack(), case.today);
    let told = case.words().tell_interviews(&view);
    let places = Places { say: &say, then: "interviews" };
    let title = case.words().say("interview-side-title");
    html(&ComparePage {
        page: case.page(title.clone()),
        frame: CaseFrame::new(&say, &case.projection, Tab::Interviews),
        title,
        sections: told.side_by_side.iter().enumerate().map(|(n, section)| places.section(n, section)).collect(),
    })
}
