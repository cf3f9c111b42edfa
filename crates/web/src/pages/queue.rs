//! The queue of a supervisor: the cases she supervises, by reason. A fixed order of reasons, cases in the order of the
//! children's names; no case stands before another, and nobody is measured.

use super::cases::{CaseLine, FoundLine};
use crate::extract::SignedIn;
use crate::page::{Page, html};
use crate::problem::Fail;
use app::{CaseCard, Doubt, Elsewhere, Problem};
use askama::Template;
use axum::response::Response;
use practice::permission::Relation;
use practice::views;

/// How many cases are looked through for the page of one's own work; the queue looks through them all.
const FEW: usize = 12;

#[derive(Template)]
#[template(path = "queue.html")]
struct QueuePage {
    page: Page,
    /// Whether there is a case to supervise at all.
    supervises: bool,
    reasons: Vec<ReasonGroup>,
    doubts: Vec<DoubtLine>,
}

/// Somebody in a supervised case who may be in another.
struct DoubtLine {
    /// The children of the supervised case.
    children: String,
    case_href: String,
    person: FoundLine,
    /// Where the other record is, or whom to ask.
    where_else: String,
    /// To the page of both records; may be empty.
    look: String,
}

/// One reason with its cases.
#[derive(Clone, Debug)]
pub(crate) struct ReasonGroup {
    pub(crate) title: String,
    pub(crate) cases: Vec<ReasonCase>,
}

/// One case in it.
#[derive(Clone, Debug)]
pub(crate) struct ReasonCase {
    pub(crate) href: String,
    pub(crate) children: String,
    pub(crate) text: String,
    pub(crate) more: Vec<String>,
}

/// GET /supervision
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    let app = signed.state.app();
    let cards = app.case_list(signed.subject()).await?;
    let reasons = reasons(&signed, &cards, usize::MAX).await?;
    let doubts = doubts(&signed).await?;
    html(&QueuePage {
        doubts,
        page: signed.page(signed.words().say("supervision-queue-title")),
        supervises: cards.iter().any(|card| card.relation == Relation::SupervisorOf),
        reasons,
    })
}

async fn doubts(signed: &SignedIn) -> Result<Vec<DoubtLine>, Problem> {
    let app = signed.state.app();
    let words = signed.words();
    let today = app.today();
    let line = |doubt: &Doubt| {
        let case = CaseLine::new(signed, &doubt.person.case, today);
        let (where_else, look) = match &doubt.other {
            Elsewhere::Seen(other) => {
                let family = CaseLine::new(signed, &other.case, today).title;
                let where_else = words.say_with(
                    "doubt-seen",
                    &[("name", other.name.as_str().into()), ("children", family.as_str().into())],
                );
                (where_else, super::same::href(doubt.person.case.case))
            }
            Elsewhere::Ask(people) if people.is_empty() => (words.say("doubt-ask-nobody"), String::new()),
            Elsewhere::Ask(people) => {
                (words.say_with("doubt-ask", &[("people", words.list(people).into())]), String::new())
            }
        };
        DoubtLine {
            children: case.title,
            case_href: case.href,
            person: FoundLine::new(signed, &doubt.person),
            where_else,
            look,
        }
    };
    Ok(app.doubts(signed.subject()).await?.iter().map(line).collect())
}

/// The reasons of the first cases, for the page of one's own work.
pub(crate) async fn few(signed: &SignedIn, cards: &[CaseCard]) -> Result<Vec<ReasonGroup>, Problem> {
    reasons(signed, cards, FEW).await
}

async fn reasons(signed: &SignedIn, cards: &[CaseCard], most: usize) -> Result<Vec<ReasonGroup>, Problem> {
    let app = signed.state.app();
    let today = app.today();
    let words = signed.words();
    let mut cards: Vec<(&CaseCard, String)> = cards
        .iter()
        .filter(|card| card.relation == Relation::SupervisorOf)
        .map(|card| (card, CaseLine::new(signed, card, today).title))
        .collect();
    cards.truncate(most);
    cards.sort_by(|(_, a), (_, b)| words.compare(a, b));
    let mut groups: Vec<(usize, ReasonGroup)> = Vec::new();
    for (card, children) in cards {
        let allowed = app.allow_read(signed.subject(), card.case, signed.session.purpose).await?;
        let projection = app.projection(&allowed, "supervision").await?;
        let view = views::supervision(&projection, app.pack(), today);
        for reason in &view.reasons {
            let title = words.reason_name(reason);
            let (text, more) = words.reason(reason);
            let line = ReasonCase {
                href: format!("/cases/{}/supervision", card.case),
                children: children.clone(),
                text,
                more,
            };
            match groups.iter_mut().find(|(_, group)| group.title == title) {
                Some((_, group)) => group.cases.push(line),
                None => groups.push((reason.place(), ReasonGroup { title, cases: vec![line] })),
            }
        }
    }
    groups.sort_by_key(|(place, _)| *place);
    Ok(groups.into_iter().map(|(_, group)| group).collect())
}
