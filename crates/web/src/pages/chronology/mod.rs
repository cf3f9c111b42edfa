//! The chronology: filters in the address, parts that a telephone can hold, the strip for the team.

mod query;
mod row;
mod strip;

use super::frame::{CaseFrame, Tab};
use super::lines::new_href;
use super::read::say;
use super::say::Say;
use crate::extract::CaseRead;
use crate::page::{self, Page};
use crate::problem::Fail;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use practice::project::Projection;
use practice::views::chronology::{ChronologyView, PageSpan, chronology};
use query::{Query, Shown};
use row::{GroupWords, QuietWords, groups};
use strip::StripWords;

/// The chronology.
#[derive(Template)]
#[template(path = "chronology.html")]
struct ChronologyPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    lede: String,
    heads: [String; 3],
    add: String,
    add_effort: String,
    filter: Shown,
    strip: Option<StripWords>,
    groups: Vec<GroupWords>,
    since: Option<QuietWords>,
    is_empty: bool,
    ask_whom: String,
    parts: Parts,
}

/// Going from part to part.
#[derive(Clone, Debug, Default)]
struct Parts {
    /// Which part this is; empty where there is only one.
    here: String,
    earlier: Option<PartLink>,
    later: Option<PartLink>,
    all: Vec<PartChoice>,
    /// Everything on one page.
    whole: String,
}

#[derive(Clone, Debug)]
struct PartLink {
    href: String,
    words: String,
}

#[derive(Clone, Debug)]
struct PartChoice {
    key: String,
    words: String,
    here: bool,
}

/// The page.
pub(crate) async fn page(read: CaseRead) -> Result<Response, Fail> {
    let say = say(&read);
    let whole = chronology(&read.projection, read.state.app().pack(), say.as_of);
    let query = Query::read(&read.query_pairs(), &say, &whole);
    let filled = fill(&say, &read.projection, &whole, &query, |title| read.page(title));
    let status = if query.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::html_with(status, &filled)
}

fn fill(
    say: &Say<'_>,
    projection: &Projection,
    whole: &ChronologyView,
    query: &Query,
    page: impl FnOnce(String) -> Page,
) -> ChronologyPage {
    let frame = CaseFrame::new(say, projection, Tab::Chronology);
    let view = whole.filtered(&query.filter);
    let parts = view.parts();
    let of_row = query.row.and_then(|row| ChronologyView::part_with(&parts, row));
    let at = of_row.unwrap_or_else(|| ChronologyView::part_at(&parts, &query.at));
    let last = at + 1 >= parts.len();
    let shown: Vec<_> = if query.whole {
        view.groups.clone()
    } else {
        parts.get(at).map(|part| part.groups.clone()).unwrap_or_default()
    };
    let title = say.t("chron-title");
    let mut layout = page(title.clone());
    if query.is_wrong() {
        layout = layout.with_errors();
    }
    let then = ("then", "chronology".to_owned());
    ChronologyPage {
        page: layout,
        title,
        lede: lede(say, whole),
        heads: say.words.chronology_heads(whole),
        add: new_href(say.case, "behaviour", std::slice::from_ref(&then)),
        add_effort: new_href(say.case, "effort", &[then]),
        filter: query.shown(say, whole, &frame.base),
        strip: strip::words(say, &view),
        groups: groups(say, &shown, whole, query),
        since: view
            .since
            .as_ref()
            .filter(|_| last || query.whole)
            .map(|quiet| QuietWords { span: say.t("chron-since"), says: say.words.quiet(quiet) }),
        is_empty: whole.is_empty(),
        ask_whom: ask_whom(say, whole),
        parts: parts_words(say, &frame.base, &parts, at, query),
        frame,
    }
}

fn names(say: &Say<'_>, people: &[practice::cast::PersonLine]) -> String {
    say.list(&people.iter().map(|person| person.name.clone()).collect::<Vec<_>>())
}

fn lede(say: &Say<'_>, view: &ChronologyView) -> String {
    if view.perpetrators.is_empty() || view.survivors.is_empty() {
        return say.t("chron-lede");
    }
    let args = [("harm", names(say, &view.perpetrators).into()), ("hold", names(say, &view.survivors).into())];
    say.with("chron-lede-named", &args)
}

fn ask_whom(say: &Say<'_>, view: &ChronologyView) -> String {
    if view.survivors.is_empty() {
        return say.t("chron-empty-ask-nobody");
    }
    say.with("chron-empty-ask", &[("names", names(say, &view.survivors).into())])
}

fn parts_words(say: &Say<'_>, base: &str, parts: &[PageSpan], at: usize, query: &Query) -> Parts {
    if parts.len() < 2 {
        return Parts::default();
    }
    let href = |part: &PageSpan| format!("{base}/chronology?{}", query.address(&part.key));
    let span = |part: &PageSpan| say.words.slots(part.first, part.last);
    let link = |key: &str, part: Option<&PageSpan>| {
        let part = part?;
        Some(PartLink { href: href(part), words: say.with(key, &[("span", span(part).into())]) })
    };
    let whole = format!("{base}/chronology?{}", query.address_of_all());
    if query.whole {
        return Parts { whole: String::new(), ..Parts::default() };
    }
    Parts {
        here: parts
            .get(at)
            .map(|part| say.with("chron-part-here", &[("span", span(part).into())]))
            .unwrap_or_default(),
        earlier: link("chron-earlier", at.checked_sub(1).and_then(|n| parts.get(n))),
        later: link("chron-later", parts.get(at + 1)),
        all: parts
            .iter()
            .enumerate()
            .map(|(n, part)| PartChoice { key: part.key.clone(), words: span(part), here: n == at })
            .collect(),
        whole,
    }
}
