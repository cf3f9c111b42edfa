//! The list of cases, each under the names of its children, and the search by any name in them.

use crate::extract::{Ctx, SignedIn};
use crate::page::{Page, html};
use crate::problem::Fail;
use app::CaseCard;
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;

/// A case in a list.
#[derive(Clone, Debug)]
pub(crate) struct CaseLine {
    /// Its overview.
    pub(crate) href: String,
    /// The names of the children, as a list in words; never another name.
    pub(crate) title: String,
    /// How old they are; may be empty.
    pub(crate) ages: String,
    /// Who causes harm; may be empty.
    pub(crate) harm: String,
    /// Who protects; may be empty.
    pub(crate) hold: String,
    /// The agency's own number; may be empty.
    pub(crate) reference: String,
    /// When something was recorded last.
    pub(crate) last: String,
    /// An invented family.
    pub(crate) invented: bool,
    /// What the reader has to do with it, where that is not the work itself.
    pub(crate) relation: String,
}

impl CaseLine {
    /// A card as a line.
    pub(crate) fn new(ctx: &Ctx, card: &CaseCard, today: Date) -> Self {
        let words = ctx.words();
        let names: Vec<&str> = card.children.iter().map(|child| child.name.as_str()).collect();
        let ages: Vec<Option<String>> =
            card.children.iter().map(|child| words.age(child.born, false, today)).collect();
        let known: Vec<&str> = ages.iter().flatten().map(String::as_str).collect();
        // All known: "11, 6 and 10 months" beside the names. Else each with its name, so that nobody has to guess.
        let ages: Vec<String> = if known.len() == names.len() {
            known.into_iter().map(str::to_owned).collect()
        } else {
            let pairs = names.iter().zip(&ages).filter_map(|(name, age)| Some((*name, age.as_deref()?)));
            pairs
                .map(|(name, age)| words.say_with("name-and-age", &[("name", name.into()), ("age", age.into())]))
                .collect()
        };
        let zone = &ctx.state.config().zone;
        Self {
            href: format!("/cases/{}", card.case),
            title: if names.is_empty() { words.say("cases-no-child-named") } else { words.list(&names) },
            ages: words.list(&ages),
            harm: words.list(&card.perpetrators),
            hold: words.list(&card.survivors),
            reference: card.reference.clone().unwrap_or_default(),
            last: words.say_with("cases-last", &[("when", words.moment(card.last_recorded_at, zone).into())]),
            invented: card.invented,
            relation: match card.relation {
                practice::permission::Relation::SupervisorOf => words.say("cases-you-supervise"),
                _ => String::new(),
            },
        }
    }
}

#[derive(Template)]
#[template(path = "cases.html")]
struct CasesPage {
    page: Page,
    query: String,
    heading: String,
    cases: Vec<CaseLine>,
    may_open: bool,
}

/// GET /cases?q=
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    let query = signed.query("q").trim().chars().take(200).collect::<String>();
    let app = signed.state.app();
    let mut cards = if query.is_empty() {
        app.case_list(signed.subject()).await?
    } else {
        app.search(signed.subject(), &query).await?
    };
    by_children(&signed, &mut cards);
    let today = app.today();
    let words = signed.words();
    let mut page = signed.page(words.say("nav-cases"));
    page.search = query.clone();
    html(&CasesPage {
        heading: if query.is_empty() {
            words.say("nav-cases")
        } else {
            words.say_with("cases-found", &[("query", query.as_str().into())])
        },
        cases: cards.iter().map(|card| CaseLine::new(&signed, card, today)).collect(),
        may_open: super::may_open(&signed),
        query,
        page,
    })
}

/// In the order of the children's names, as the language has it; the youngest file first where names are equal.
fn by_children(ctx: &Ctx, cards: &mut [CaseCard]) {
    cards.sort_by_key(|card| std::cmp::Reverse(card.opened_at));
    let first = |card: &CaseCard| card.children.first().map(|child| child.name.clone()).unwrap_or_default();
    cards.sort_by(|a, b| ctx.words().compare(&first(a), &first(b)));
}
