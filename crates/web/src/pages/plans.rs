//! The pages of plans: all of them for the team; each adult's own copy, made only of a projection for that adult; and what was
//! done with those who cause harm.

use super::documents::PrintPage;
use super::frame::{CaseFrame, Tab, base};
use super::lines::new_href;
use super::read::say;
use super::say::Say;
use super::told::{ActLink, EmptyWords, Places, SectionWords, ToldPage};
use crate::extract::{CaseAllowed, CaseRead};
use crate::page::{self, Page};
use crate::problem::Fail;
use app::Problem;
use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use jiff::civil::Date;
use practice::clearance::Audience;
use practice::ids::EntryId;
use practice::kinds::Kind;
use practice::kinds::plan::Part;
use practice::views::{self, CopyView};
use print::{Document, Paper};
use words::told::Told;
use words::unmarked;

/// All plans of a case.
#[derive(Template)]
#[template(path = "plans.html")]
struct PlansPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    lede: String,
    says: Vec<String>,
    acts: Vec<ActLink>,
    empty: Option<EmptyWords>,
    sections: Vec<PlanSection>,
}

/// A part of the page; a table of goals opens one at a time where there is little room.
struct PlanSection {
    goals: bool,
    section: SectionWords,
}

/// A table with more columns than there are parents is one of goals.
const MANY_COLUMNS: usize = 6;

/// GET /cases/{case}/plans
pub(crate) async fn plans(read: CaseRead) -> Result<Response, Fail> {
    let view = views::plan(&read.projection, read.state.app().pack(), read.today);
    let told = read.words().tell_plan(&view);
    let say = say(&read);
    let places = Places { say: &say, then: "plans" };
    let new = |kind: Kind, key: &str, fill: &[(&'static str, String)]| {
        let mut fill = fill.to_vec();
        fill.push(("then", "plans".to_owned()));
        ActLink { href: new_href(say.case, kind.code(), &fill), words: say.t(key) }
    };
    let mut acts = Vec::new();
    if let Some(his) = view.plans.iter().find(|plan| plan.part == Part::Change) {
        acts.push(new(Kind::Goal, "plan-add-goal", &[("plan", his.envelope.id.to_string())]));
    }
    if told.empty.is_none() {
        acts.push(new(Kind::AgencyAction, "plan-add-action", &[]));
        acts.push(new(Kind::ChildNeed, "plan-add-need", &[]));
        acts.push(new(Kind::Plan, "plan-add", &[]));
    }
    for plan in &view.plans {
        if let Some(person) = plan.person.id {
            let words = say.with("plan-see-copy", &[("name", (&plan.person.name).into())]);
            acts.push(ActLink { href: copy_href(&say, plan.part, person), words });
        }
    }
    let sections = told.sections.iter().enumerate().map(|(n, section)| {
        let section = places.section(n, section);
        PlanSection {
            goals: section.table.as_ref().is_some_and(|table| table.columns.len() > MANY_COLUMNS),
            section,
        }
    });
    page::html(&PlansPage {
        page: read.page(told.title.clone()),
        frame: CaseFrame::new(&say, &read.projection, Tab::Plans),
        title: told.title.clone(),
        lede: told.lede.clone(),
        says: told.says.clone(),
        acts,
        empty: told.empty.as_ref().map(|empty| places.empty(empty)),
        sections: sections.collect(),
    })
}

/// GET /cases/{case}/with-him
pub(crate) async fn with_him(read: CaseRead) -> Result<Response, Fail> {
    let view = views::efforts_with_him(&read.projection, read.state.app().pack(), read.today);
    let told = read.words().tell_efforts_with_him(&view);
    let say = say(&read);
    let places = Places { say: &say, then: "with-him" };
    let then = || vec![("then", "with-him".to_owned())];
    page::html(&ToldPage {
        page: read.page(told.title.clone()),
        frame: CaseFrame::new(&say, &read.projection, Tab::WithHim),
        title: told.title.clone(),
        lede: told.lede.clone(),
        warning: String::new(),
        screen_only: false,
        says: told.says.clone(),
        acts: vec![
            ActLink { href: new_href(say.case, Kind::Contact.code(), &then()), words: say.t("vis-add-contact") },
            ActLink {
                href: new_href(say.case, Kind::AgencyAction.code(), &then()),
                words: say.t("plan-add-action"),
            },
        ],
        empty: None,
        sections: told.sections.iter().enumerate().map(|(n, section)| places.section(n, section)).collect(),
    })
}

fn part_code(part: Part) -> &'static str {
    match part {
        Part::Change => "change",
        Part::Support => "support",
    }
}

fn copy_href(say: &Say<'_>, part: Part, person: EntryId) -> String {
    format!("{}/plans/{}/{person}", base(say.case), part_code(part))
}

/// The copy, made only of a projection for this adult. That it was made is in the access log before there is anything of it.
async fn copy(case: &CaseAllowed, part: Part, person: &str, view: &'static str) -> Result<CopyView, Fail> {
    let person: EntryId = person.parse().map_err(|_| Problem::not_found())?;
    let audience = match part {
        Part::Change => Audience::Actor(person),
        Part::Support => Audience::Survivor(person),
    };
    let app = case.signed.state.app();
    let projection = app.projection_for(&case.allowed, audience, view).await?;
    let copy = views::copy(&projection, app.pack(), app.today(), person, part);
    copy.ok_or_else(|| Fail::from(Problem::not_found()))
}

/// A view told in words as a document for one adult, or for whoever works with that adult.
pub(super) fn document(case: &CaseAllowed, told: &Told, as_of: Date, invented: bool) -> Document {
    let words = case.signed.words();
    let notice = invented.then(|| words.say("invented-copy"));
    print::told(told, words, as_of, notice.into_iter().collect())
}

/// It as a Word file.
pub(super) fn as_word(case: &CaseAllowed, document: &Document) -> Result<Response, Fail> {
    let paper = Paper::from_code(&case.signed.query("paper")).unwrap_or_default();
    let bytes = print::docx(document, paper).map_err(|error| Fail::document(&error))?;
    // No name, and no word of what it is, in the name of the file: it may lie in a folder of downloads at home.
    let name = unmarked(&format!("{}.docx", document.as_of));
    let headers = [
        (header::CONTENT_TYPE, print::DOCX.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, bytes).into_response())
}

fn copy_document(case: &CaseAllowed, view: &CopyView) -> Document {
    document(case, &case.signed.words().tell_copy(view), view.as_of, view.invented)
}

async fn shown(case: CaseAllowed, part: Part, person: &str) -> Result<Response, Fail> {
    let view = copy(&case, part, person, "plan_copy").await?;
    let document = copy_document(&case, &view);
    let article = print::article(&document).map_err(|error| Fail::document(&error))?;
    let words = case.signed.words();
    let mut page = case.signed.page(words.say("plan-title"));
    page.invented = view.invented;
    page.logged = true;
    let base = base(case.allowed.case());
    let here = format!("{base}/plans/{}/{person}", part_code(part));
    let made = format!("copy-made-{}", part_code(part));
    page::html(&PrintPage {
        page,
        wide: false,
        back: format!("{base}/plans"),
        back_words: words.say("doc-print-back-plans"),
        more: vec![
            (format!("{here}/word"), words.say("copy-word")),
            (format!("/api/v1{base}/plan/{}/{person}", part_code(part)), words.say("copy-json")),
        ],
        note: words.say_with(&made, &[("name", view.person.as_str().into())]),
        article,
    })
}

async fn taken(case: CaseAllowed, part: Part, person: &str) -> Result<Response, Fail> {
    let view = copy(&case, part, person, "plan_copy_word").await?;
    as_word(&case, &copy_document(&case, &view))
}

/// GET /cases/{case}/plans/change/{person}
pub(crate) async fn his(case: CaseAllowed, Path((_, person)): Path<(String, String)>) -> Result<Response, Fail> {
    shown(case, Part::Change, &person).await
}

/// GET /cases/{case}/plans/support/{person}
pub(crate) async fn hers(case: CaseAllowed, Path((_, person)): Path<(String, String)>) -> Result<Response, Fail> {
    shown(case, Part::Support, &person).await
}

/// GET /cases/{case}/plans/change/{person}/word
pub(crate) async fn his_word(
    case: CaseAllowed,
    Path((_, person)): Path<(String, String)>,
) -> Result<Response, Fail> {
    taken(case, Part::Change, &person).await
}

/// GET /cases/{case}/plans/support/{person}/word
pub(crate) async fn hers_word(
    case: CaseAllowed,
    Path((_, person)): Path<(String, String)>,
) -> Result<Response, Fail> {
    taken(case, Part::Support, &person).await
}

/// GET /api/v1/cases/{case}/plan/change/{person}
pub(crate) async fn his_json(
    case: CaseAllowed,
    Path((_, person)): Path<(String, String)>,
) -> Result<Response, Fail> {
    Ok(axum::Json(copy(&case, Part::Change, &person, "api_plan_copy").await?).into_response())
}

/// GET /api/v1/cases/{case}/plan/support/{person}
pub(crate) async fn hers_json(
    case: CaseAllowed,
    Path((_, person)): Path<(String, String)>,
) -> Result<Response, Fail> {
    Ok(axum::Json(copy(&case, Part::Support, &person, "api_plan_copy").await?).into_response())
}
