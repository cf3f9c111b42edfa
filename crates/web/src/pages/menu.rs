//! Everything one can go to or do, in one list: found by a few letters, with Ctrl+K on every page or as a page of its own.

use super::case_nav::CASE_PAGES;
use super::cases::{CaseLine, FoundCase, by_case};
use super::frame::Tab;
use crate::extract::SignedIn;
use crate::forms::kind::WITH_FORM;
use crate::page::{Page, html};
use crate::problem::Fail;
use askama::Template;
use axum::Json;
use axum::response::{IntoResponse as _, Response};
use practice::ids::CaseId;
use serde::Serialize;
use serde_json::json;

/// Families on the list; the search of all families has the rest.
const FAMILIES: usize = 8;

/// A place to go to.
#[derive(Clone, Debug, Serialize)]
struct Entry {
    href: String,
    words: String,
    /// A second line; may be empty.
    about: String,
}

#[derive(Clone, Debug, Serialize)]
struct Group {
    id: &'static str,
    title: String,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "menu.html")]
struct MenuPage {
    page: Page,
    query: String,
    /// The case one came from; may be empty.
    at: String,
    groups: Vec<Group>,
}

/// GET /menu?q=&at=
pub(crate) async fn page(signed: SignedIn) -> Result<Response, Fail> {
    let query: String = signed.query("q").trim().chars().take(200).collect();
    let case = match signed.query("at").parse::<CaseId>() {
        // A case that this person may not see is no case.
        Ok(case) => {
            signed.state.app().allow_read(signed.subject(), case, signed.session.purpose).await.ok().map(|_| case)
        }
        Err(_) => None,
    };
    let words = signed.words();
    let wanted = Wanted::new(&query);
    let mut groups = Vec::new();
    if let Some(case) = case {
        let base = super::frame::base(case);
        let pages = CASE_PAGES.iter().filter(|row| row.tab != Tab::Child);
        let pages = pages.map(|row| entry(format!("{base}{}", row.end), words.say(row.name)));
        groups.push(Group {
            id: "family",
            title: words.say("nav-case"),
            entries: pages.filter(|entry| wanted.is(&entry.words)).collect(),
        });
        let kinds = WITH_FORM.iter().map(|kind| {
            let code = kind.code();
            entry(format!("{base}/new/{code}"), words.say(&format!("form-{code}-title-page")))
        });
        groups.push(Group {
            id: "record",
            title: words.say("menu-record"),
            entries: kinds.filter(|entry| wanted.is(&entry.words)).collect(),
        });
    }
    groups.push(Group {
        id: "families",
        title: words.say("menu-families"),
        entries: families(&signed, &query).await?,
    });
    let mut own = vec![
        entry("/work".to_owned(), words.say("nav-work")),
        entry("/cases".to_owned(), words.say("nav-cases")),
        entry("/check".to_owned(), words.say("check-title")),
        entry("/help/wording".to_owned(), words.say("rules-title")),
        entry("/measures".to_owned(), words.say("nav-measures")),
        entry("/settings".to_owned(), words.say("settings-title")),
    ];
    if super::may_open(&signed) {
        own.insert(2, entry("/cases/new".to_owned(), words.say("new-case")));
    }
    own.retain(|entry| wanted.is(&entry.words));
    groups.push(Group { id: "own", title: words.say("menu-own"), entries: own });
    groups.retain(|group| !group.entries.is_empty());
    if signed.json {
        return Ok(Json(json!({ "groups": groups, "none": words.say("menu-none") })).into_response());
    }
    let page = MenuPage {
        page: signed.page(words.say("menu-title")),
        query,
        at: case.map(|case| case.to_string()).unwrap_or_default(),
        groups,
    };
    html(&page)
}

async fn families(signed: &SignedIn, query: &str) -> Result<Vec<Entry>, Fail> {
    let app = signed.state.app();
    let today = app.today();
    if !query.is_empty() {
        let found = app.find_people(signed.subject(), query).await?;
        let lines = by_case(signed, &found.people, today).into_iter().take(FAMILIES);
        // Whoever was looked for stands beside the children, with why.
        let about = |found: &FoundCase| {
            let who = found.people.iter().map(|line| [line.name.as_str(), line.born.as_str(), line.why.as_str()]);
            let who =
                who.map(|parts| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "));
            who.collect::<Vec<_>>().join(" · ")
        };
        return Ok(lines
            .map(|line| Entry { about: about(&line), href: line.case.href, words: line.case.title })
            .collect());
    }
    let mut cards = app.case_list(signed.subject()).await?;
    cards.sort_by_key(|card| std::cmp::Reverse(card.last_recorded_at));
    let lines = cards.iter().take(FAMILIES).map(|card| CaseLine::new(signed, card, today));
    Ok(lines.map(|line| Entry { href: line.href, words: line.title, about: line.ages }).collect())
}

fn entry(href: String, words: String) -> Entry {
    Entry { href, words, about: String::new() }
}

/// What was typed, in small letters: every word of it has to begin a word of what is found.
struct Wanted(Vec<String>);

impl Wanted {
    fn new(query: &str) -> Self {
        Self(query.to_lowercase().split_whitespace().map(str::to_owned).collect())
    }

    fn is(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        let begins = |wanted: &String| {
            words.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(wanted.as_str()))
        };
        self.0.iter().all(begins)
    }
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    #[test]
    fn every_word_typed_has_to_begin_a_word() {
        assert!(Wanted::new("pat ma").is("Pattern map"));
        assert!(Wanted::new("").is("Pattern map"));
        assert!(!Wanted::new("attern").is("Pattern map"));
        assert!(!Wanted::new("pattern x").is("Pattern map"));
        assert!(Wanted::new("łą").is("ŁĄKA"));
    }
}
