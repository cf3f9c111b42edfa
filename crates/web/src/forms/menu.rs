//! What do you want to record? Every kind of entry in plain words, by group, each a link to its form.

use super::desk::Desk;
use crate::extract::CaseRecord;
use crate::page::{Page, html};
use crate::pages::frame::{CaseFrame, Tab, base};
use crate::pages::overview_view::look;
use crate::problem::Fail;
use askama::Template;
use axum::response::Response;
use practice::kinds::Kind;

/// The groups, and what stands in each; the first of a group is what is recorded most.
const GROUPS: &[(&str, &[Kind])] = &[
    ("new-group-pattern", &[Kind::Behaviour, Kind::Impact, Kind::Effort, Kind::Intersection, Kind::UseOfForce]),
    ("new-group-words", &[Kind::Voice, Kind::Note, Kind::Unknown]),
    ("new-group-care", &[Kind::DailyCare, Kind::CareConcern]),
    (
        "new-group-plans",
        &[
            Kind::Plan,
            Kind::Goal,
            Kind::Support,
            Kind::ChildNeed,
            Kind::AgencyAction,
            Kind::ChangeReview,
            Kind::Evidence,
        ],
    ),
    (
        "new-group-people",
        &[
            Kind::Person,
            Kind::RoleDecision,
            Kind::Relationship,
            Kind::Household,
            Kind::LivingArrangement,
            Kind::ContactDetail,
        ],
    ),
    (
        "new-group-work",
        &[
            Kind::Contact,
            Kind::PartneringStep,
            Kind::SystemResponse,
            Kind::WorkerSafety,
            Kind::Chronology,
            Kind::ToolResult,
        ],
    ),
    ("new-group-decide", &[Kind::Decision, Kind::SignOff, Kind::MappingSession, Kind::Supervision]),
];

/// One group.
#[derive(Debug)]
struct Group {
    title: String,
    choices: Vec<Kinds>,
}

/// One kind.
#[derive(Debug)]
struct Kinds {
    href: String,
    icon: &'static str,
    class: &'static str,
    name: String,
    words: String,
}

#[derive(Debug, Template)]
#[template(path = "forms/menu.html")]
struct Menu {
    page: Page,
    frame: CaseFrame,
    groups: Vec<Group>,
}

/// The page.
pub(crate) async fn page(case: CaseRecord) -> Result<Response, Fail> {
    let desk = Desk::new(&case);
    let words = desk.words();
    let base = base(case.case);
    let child = case.query("child");
    let about = if child.is_empty() { String::new() } else { format!("?child={child}&then=children/{child}") };
    let kinds = |kind: &Kind| {
        let (icon, class) = look(*kind);
        Kinds {
            href: format!("{base}/new/{}{about}", kind.code()),
            icon,
            class,
            name: words.name(*kind),
            words: words.say(&format!("new-{}-words", kind.code())),
        }
    };
    let groups = GROUPS
        .iter()
        .map(|(title, all)| Group { title: words.say(title), choices: all.iter().map(kinds).collect() })
        .collect();
    html(&Menu { page: case.page(words.say("new-title")), frame: desk.frame(Tab::Record), groups })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::kind::WITH_FORM;

    #[test]
    fn every_kind_with_a_form_can_be_chosen_once() {
        let mut listed: Vec<Kind> = GROUPS.iter().flat_map(|(_, kinds)| kinds.iter().copied()).collect();
        listed.sort_unstable();
        let mut all = WITH_FORM.to_vec();
        all.sort_unstable();
        assert_eq!(listed, all);
    }
}
