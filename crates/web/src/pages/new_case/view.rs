//! The form as a page.

use super::reading::{MOST_CHILDREN, TIES, UNIONS, rows};
use crate::extract::{Posted, SignedIn};
use crate::fields::{FaultLine, Faults, Maker};
use crate::forms::field::Field;
use crate::page::{Page, html_with};
use crate::pages::cases::CaseLine;
use crate::pages::drafts;
use crate::problem::Fail;
use app::CaseCard;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// What the page shows: what was typed, what is wrong, which families look alike.
pub(super) struct Shown {
    /// What was typed.
    pub(super) posted: Posted,
    /// What is wrong.
    pub(super) faults: Faults,
    /// The cases in which a child has the same name.
    pub(super) alike: Vec<CaseCard>,
    /// The key of the draft.
    pub(super) draft: String,
    /// Its version.
    pub(super) version: u64,
}

impl Shown {
    /// A form with nothing in it, and a new draft.
    pub(super) fn blank(signed: &SignedIn) -> Self {
        Self {
            posted: Posted::default(),
            faults: Faults::default(),
            alike: Vec::new(),
            draft: signed.state.app().new_id().to_string(),
            version: 0,
        }
    }
}

/// One child of the form.
struct ChildRow {
    id_name: String,
    id: String,
    title: String,
    name: Field,
    born: Field,
}

#[derive(Template)]
#[template(path = "new_case.html")]
struct NewCasePage {
    page: Page,
    faults: Vec<FaultLine>,
    alike: Vec<CaseLine>,
    case: String,
    draft: String,
    draft_url: String,
    version: u64,
    children: Vec<ChildRow>,
    more: bool,
    worry_id: String,
    worry: Vec<Field>,
    carer_id: String,
    carer: Vec<Field>,
    union: Field,
    decided: Field,
    undecided: Vec<Field>,
    undecided_open: bool,
    report: Field,
    reported: Vec<Field>,
    protect: bool,
    reference: Field,
}

/// The page.
pub(super) fn show(signed: &SignedIn, status: StatusCode, shown: Shown) -> Result<Response, Fail> {
    let words = signed.words();
    let Shown { posted, faults, alike, draft, version } = shown;
    let make = Maker { words, form: "new-case", faults: &faults };
    let app = signed.state.app();
    let kept = |name: &str| match posted.one(name) {
        "" => app.new_id().to_string(),
        id => id.to_owned(),
    };
    let wanted = (rows(&posted) + usize::from(!posted.one("more").is_empty())).clamp(3, MOST_CHILDREN);
    let children: Vec<ChildRow> = (0..wanted)
        .map(|row| {
            let typed = |part: &str| posted.one(&format!("child-{row}-{part}")).to_owned();
            let id_name = format!("child-{row}-id");
            ChildRow {
                id: kept(&id_name),
                id_name,
                title: words.say_with("new-case-child", &[("number", (row + 1).into())]),
                name: make.row_line("child", row, "name", &typed("name")),
                born: make.row_line("child", row, "born", &typed("born")),
            }
        })
        .collect();
    let adult = |who: &str| {
        let line = |part: &str| make.line(&format!("{who}-{part}"), posted.one(&format!("{who}-{part}")), "off");
        let ties = TIES.iter().map(|(code, kind)| (*code, words.name(*kind)));
        let blank = [("", words.say("new-case-not-said"))];
        let name = format!("{who}-tie");
        let tie = make.select(&name, posted.one(&name), blank.into_iter().chain(ties).collect());
        vec![line("name"), tie, line("born")]
    };
    let unions = UNIONS.iter().map(|(code, kind)| (*code, words.name(*kind)));
    let decided = match posted.one("decided") {
        "no" => "no",
        _ => "yes",
    };
    let line = |name: &str| make.line(name, posted.one(name), "off");
    let form = NewCasePage {
        case: kept("case"),
        draft_url: drafts::url(&draft, "/cases/new"),
        draft,
        version,
        more: wanted < MOST_CHILDREN,
        worry_id: kept("worry-id"),
        worry: adult("worry"),
        carer_id: kept("carer-id"),
        carer: adult("carer"),
        union: make.select(
            "union",
            posted.one("union"),
            [("", words.say("new-case-not-said"))].into_iter().chain(unions).collect(),
        ),
        decided: make.radios(
            "decided",
            decided,
            vec![("yes", words.say("new-case-decided-yes")), ("no", words.say("new-case-decided-no"))],
        ),
        undecided_open: decided == "no",
        undecided: vec![line("question"), line("review")],
        report: make.area("report", posted.one("report"), 8),
        reported: vec![line("reported_by"), line("reported_on")],
        protect: !posted.one("protect").is_empty(),
        reference: line("reference"),
        alike: alike.iter().map(|card| CaseLine::new(signed, card, app.today())).collect(),
        faults: Vec::new(),
        page: if faults.is_empty() {
            signed.page(words.say("new-case"))
        } else {
            signed.page(words.say("new-case")).with_errors()
        },
        children,
    };
    let lines = faults.lines(&form.fields());
    html_with(status, &NewCasePage { faults: lines, ..form })
}

impl NewCasePage {
    fn fields(&self) -> Vec<&Field> {
        let rows = self.children.iter().flat_map(|row| [&row.name, &row.born]);
        let singles = [&self.union, &self.decided, &self.report, &self.reference];
        let lists = [&self.worry, &self.carer, &self.undecided, &self.reported];
        rows.chain(singles).chain(lists.into_iter().flatten()).collect()
    }
}
