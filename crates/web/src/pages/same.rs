//! Records of one human being: those said to be, those that may be, and saying so or taking it back.

use super::cases::FoundLine;
use super::frame::{CaseFrame, Tab, anchor, base};
use super::read::{id, say};
use crate::extract::{CaseRead, CaseRecord, Posted};
use crate::page::{Page, html, see_other};
use crate::problem::Fail;
use app::{Basis, PersonFound, Problem, RegistryStep, Said};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use practice::ids::{CaseId, EntryId};
use practice::kinds::Kind;

/// Two records beside each other.
#[derive(Clone, Debug)]
struct Pair {
    /// Who it is here.
    here: String,
    here_href: String,
    /// The other record.
    other: FoundLine,
    /// The children of its case; empty where it is the same case.
    family: String,
    /// Where the form goes to.
    action: String,
    other_case: String,
    other_person: String,
    /// Unique on the page.
    anchor: String,
    /// What was said before.
    history: Vec<String>,
}

#[derive(Template)]
#[template(path = "same.html")]
struct SamePage {
    page: Page,
    frame: CaseFrame,
    same: Vec<Pair>,
    perhaps: Vec<Pair>,
    bases: Vec<(&'static str, String)>,
}

/// The page.
pub(crate) fn href(case: CaseId) -> String {
    format!("{}/same", base(case))
}

/// GET /cases/{case}/same
pub(crate) async fn page(read: CaseRead) -> Result<Response, Fail> {
    let app = read.state.app();
    let allowed = app.allow_read(read.subject(), read.case, read.session.purpose).await?;
    let doubles = app.doubles(&allowed).await?;
    let words = read.words();
    let same = doubles.same.iter().map(|one| pair(&read, one.person, &one.name, &one.other, &one.history));
    let perhaps = doubles.perhaps.iter().map(|one| pair(&read, one.person, &one.name, &one.other, &one.history));
    html(&SamePage {
        page: read.page(words.say("same-title")),
        frame: CaseFrame::new(&say(&read), &read.projection, Tab::People),
        same: same.collect(),
        perhaps: perhaps.collect(),
        bases: Basis::ALL.map(|basis| (basis.code(), words.say(&format!("same-basis-{}", basis.code())))).to_vec(),
    })
}

fn pair(read: &CaseRead, person: EntryId, name: &str, other: &PersonFound, history: &[RegistryStep]) -> Pair {
    let words = read.words();
    let children: Vec<&str> = other.case.children.iter().map(|child| child.name.as_str()).collect();
    let family = if other.case.case == read.case {
        words.say("same-this-case")
    } else {
        words.say_with("same-other-case", &[("children", words.list(&children).into())])
    };
    Pair {
        here: name.to_owned(),
        here_href: format!("{}/people#{}", base(read.case), anchor(person)),
        other: FoundLine::new(read, other),
        family,
        action: format!("{}/same/{person}", base(read.case)),
        other_case: other.case.case.to_string(),
        other_person: other.person.to_string(),
        anchor: format!("{person}-{}", other.person),
        history: history.iter().map(|step| step_words(read, step)).collect(),
    }
}

fn step_words(read: &CaseRead, step: &RegistryStep) -> String {
    let words = read.words();
    let when = words.moment(step.at, &read.state.config().zone);
    let key = match step.what {
        Said::Same(basis) => format!("same-said-{}", basis.code()),
        Said::TakenBack => "same-said-taken-back".to_owned(),
        Said::NotSame => "same-said-not".to_owned(),
    };
    words.say_with(&key, &[("by", step.by.as_str().into()), ("when", when.as_str().into())])
}

/// POST /cases/{case}/same/{person}
pub(crate) async fn send(
    case: CaseRecord,
    Path((_, person)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Fail> {
    let app = case.state.app();
    let person = id(&person)?;
    let is_person = case.projection.get(person).is_some_and(|seen| seen.content.body.kind() == Kind::Person);
    if !is_person {
        return Err(Problem::not_found().into());
    }
    let basis = Basis::from_code(posted.one("basis"));
    let what = posted.one("do");
    // Sent without an answer, as by the Enter key on an old page: the page asks again, and nothing is said.
    if !["same", "part", "apart"].contains(&what) || (what == "same" && basis.is_none()) {
        return Ok(see_other(&href(case.case)));
    }
    let other_case: CaseId = posted.one("other_case").parse().map_err(|_| Fail::from(Problem::not_found()))?;
    let other_person = id(posted.one("other_person"))?;
    let other = app.allow_record(case.subject(), other_case).await?;
    let (here, there) = ((&case.record, person), (&other, other_person));
    let done = match (what, basis) {
        ("same", Some(basis)) => {
            app.join_people(here, there, basis).await?;
            "same-done"
        }
        ("part", _) => {
            app.part_people(here, there).await?;
            "same-parted"
        }
        _ => {
            app.keep_people_apart(here, there).await?;
            "same-apart"
        }
    };
    Ok(see_other(&format!("{}?done={done}", href(case.case))))
}
