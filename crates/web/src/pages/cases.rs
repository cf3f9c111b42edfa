//! The list of cases, each under the names of its children, and the search for anybody in them.

use super::frame::{anchor, base};
use super::why::whys;
use crate::extract::{Ctx, SignedIn};
use crate::page::{Page, html};
use crate::problem::Fail;
use app::{CaseCard, PersonFound};
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use practice::ids::CaseId;

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

/// A case with somebody who was looked for.
#[derive(Clone, Debug)]
pub(crate) struct FoundCase {
    pub(crate) case: CaseLine,
    pub(crate) people: Vec<FoundLine>,
}

/// Somebody who was looked for.
#[derive(Clone, Debug)]
pub(crate) struct FoundLine {
    /// The place on the page of the people.
    pub(crate) href: String,
    /// The whole name.
    pub(crate) name: String,
    /// Date of birth; may be empty.
    pub(crate) born: String,
    /// Why, in sentences.
    pub(crate) why: String,
}

impl FoundLine {
    /// Somebody as a line.
    pub(crate) fn new(ctx: &Ctx, found: &PersonFound) -> Self {
        let words = ctx.words();
        let born = found.born.map(|date| words.say_with("found-born", &[("date", words.date_within(date).into())]));
        Self {
            href: format!("{}/people#{}", base(found.case.case), anchor(found.person)),
            name: found.name.clone(),
            born: born.unwrap_or_default(),
            why: whys(words, &found.whys),
        }
    }
}

/// Those who were found, case by case, in the order in which they were found.
pub(crate) fn by_case(ctx: &Ctx, people: &[PersonFound], today: Date) -> Vec<FoundCase> {
    let mut cases: Vec<(CaseId, FoundCase)> = Vec::new();
    for found in people {
        let line = FoundLine::new(ctx, found);
        match cases.iter_mut().find(|(case, _)| *case == found.case.case) {
            Some((_, case)) => case.people.push(line),
            None => {
                let case = CaseLine::new(ctx, &found.case, today);
                cases.push((found.case.case, FoundCase { case, people: vec![line] }));
            }
        }
    }
    cases.into_iter().map(|(_, case)| case).collect()
}

#[derive(Template)]
#[template(path = "cases.html")]
struct CasesPage {
    page: Page,
    heading: String,
    cases: Vec<CaseLine>,
    may_open: bool,
}

#[derive(Template)]
#[template(path = "found.html")]
struct FoundPage {
    page: Page,
    heading: String,
    cases: Vec<FoundCase>,
    more: bool,
    too_little: bool,
}

/// GET /cases?q=
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    let query = signed.query("q").trim().chars().take(200).collect::<String>();
    let app = signed.state.app();
    let today = app.today();
    let words = signed.words();
    let mut page = signed.page(words.say("nav-cases"));
    if !query.is_empty() {
        let found = app.find_people(signed.subject(), &query).await?;
        page.search.clone_from(&query);
        return html(&FoundPage {
            heading: words.say_with("cases-found", &[("query", query.as_str().into())]),
            cases: by_case(&signed, &found.people, today),
            more: found.more,
            too_little: found.too_little,
            page,
        });
    }
    let mut cards = app.case_list(signed.subject()).await?;
    by_children(&signed, &mut cards);
    html(&CasesPage {
        heading: words.say("nav-cases"),
        cases: cards.iter().map(|card| CaseLine::new(&signed, card, today)).collect(),
        may_open: super::may_open(&signed),
        page,
    })
}

/// In the order of the children's names, as the language has it; the youngest file first where names are equal.
fn by_children(ctx: &Ctx, cards: &mut [CaseCard]) {
    cards.sort_by_key(|card| std::cmp::Reverse(card.opened_at));
    let first = |card: &CaseCard| card.children.first().map(|child| child.name.clone()).unwrap_or_default();
    cards.sort_by(|a, b| ctx.words().compare(&first(a), &first(b)));
}
