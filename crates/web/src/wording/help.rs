//! The pages of the rules, from the data that their tests use; and, for a team that is large enough, how often each spoke.

use crate::extract::SignedIn;
use crate::page::{Page, html};
use crate::problem::Fail;
use app::{Problem, RulePage, WordingCounts};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use std::collections::BTreeMap;

use super::marked::{Piece, with_blanks};
use super::panel::capital;

#[derive(Debug, Template)]
#[template(path = "wording/rules.html")]
struct RulesPage {
    page: Page,
    families: Vec<(String, Vec<RuleLine>)>,
    counts_said: String,
    counted: bool,
}

/// A rule in the list.
#[derive(Clone, Debug)]
struct RuleLine {
    href: String,
    id: String,
    name: String,
    what: String,
    count: String,
}

#[derive(Debug, Template)]
#[template(path = "wording/rule.html")]
struct RuleHelp {
    page: Page,
    name: String,
    rule: RulePage,
    rewrite: Vec<Piece>,
}

/// GET /help/wording
pub(crate) async fn list(signed: SignedIn) -> Result<Response, Fail> {
    let app = signed.state.app();
    let counts = app.wording_counts(signed.subject()).await?;
    let words = signed.words();
    let (counts_said, counts) = match counts {
        WordingCounts::TeamTooSmall => (words.say("rules-counts-small"), BTreeMap::new()),
        WordingCounts::Rules(rules) => {
            (words.say("rules-counts"), rules.into_iter().map(|count| (count.rule, count.times)).collect())
        }
    };
    let mut families: Vec<(String, Vec<RuleLine>)> = Vec::new();
    for rule in app.wording_rules() {
        let key = format!("rules-family-{}", rule.family);
        let family = if words.has(&key) { words.say(&key) } else { capital(&rule.family.replace('_', " ")) };
        let line = RuleLine {
            href: format!("/help/wording/{}", rule.id),
            name: capital(&rule.name),
            what: rule.what,
            count: match counts.get(&rule.id) {
                Some(Some(times)) => words.say_with("rules-count", &[("times", i64::from(*times).into())]),
                Some(None) => words.say("rules-count-few"),
                None => String::new(),
            },
            id: rule.id,
        };
        match families.iter_mut().find(|(known, _)| *known == family) {
            Some((_, lines)) => lines.push(line),
            None => families.push((family, vec![line])),
        }
    }
    let counted = !counts.is_empty();
    html(&RulesPage { page: signed.page(words.say("rules-title")), families, counts_said, counted })
}

/// GET /help/wording/{rule}
pub(crate) async fn page(signed: SignedIn, Path(id): Path<String>) -> Result<Response, Fail> {
    let found = signed.state.app().wording_rules().into_iter().find(|rule| rule.id.eq_ignore_ascii_case(&id));
    let rule = found.ok_or_else(|| Fail::from(Problem::not_found()))?;
    let name = capital(&rule.name);
    html(&RuleHelp { page: signed.page(name.clone()), rewrite: with_blanks(&rule.rewrite), name, rule })
}
