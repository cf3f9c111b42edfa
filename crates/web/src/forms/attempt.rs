//! Somebody could not be reached: one press for a person and a way, with the time as it is now. What is sent is the form of a
//! contact, filled in.

use super::desk::Desk;
use crate::extract::CaseRecord;
use crate::page::{Page, html};
use crate::pages::frame::{CaseFrame, Tab, base};
use crate::problem::Fail;
use askama::Template;
use axum::response::Response;
use practice::ids::EntryId;
use practice::kinds::people::Role;
use practice::text::Code;

/// The ways that are tried most, and what mostly comes of them.
const TRIED: [(&str, &str); 4] =
    [("phone", "no_answer"), ("doorstep", "not_there"), ("office", "did_not_come"), ("phone", "refused")];

/// A button.
#[derive(Debug)]
struct Press {
    words: String,
    means: &'static str,
    outcome: &'static str,
}

/// Somebody, with the buttons.
#[derive(Debug)]
struct Tried {
    id: EntryId,
    name: String,
    /// The entry that each button records: a form sent twice is one attempt.
    presses: Vec<(EntryId, Press)>,
    heading: String,
}

#[derive(Debug, Template)]
#[template(path = "forms/attempt.html")]
struct Attempts {
    page: Page,
    frame: CaseFrame,
    action: String,
    when: String,
    people: Vec<Tried>,
}

/// The page.
pub(crate) async fn page(case: CaseRecord) -> Result<Response, Fail> {
    let desk = Desk::new(&case);
    let words = desk.words();
    let pack = desk.pack();
    let offered: Vec<(&str, &str)> = TRIED
        .into_iter()
        .filter(|(means, outcome)| {
            pack.means.iter().any(|known| known.code.as_str() == *means && !known.hidden)
                && pack.outcome.iter().any(|known| known.code.as_str() == *outcome && !known.hidden)
        })
        .collect();
    let say = |code: &str, name: fn(&words::Words, &Code) -> String| {
        Code::parse(code).map(|code| name(words, &code)).unwrap_or_default()
    };
    let cast = &desk.scene.cast;
    let first = [Role::Perpetrator, Role::Undetermined, Role::Survivor, Role::Professional, Role::Kin];
    // Adults of this family and who works with it: nobody rings a child and leaves it at that.
    let adults = cast.people.iter().filter(|person| !person.elsewhere && !cast.is(person.id, Role::Child));
    let mut people: Vec<_> = adults.collect();
    people.sort_by_key(|person| first.iter().position(|role| cast.is(person.id, *role)).unwrap_or(first.len()));
    let people = people
        .into_iter()
        .map(|person| Tried {
            id: person.id,
            name: person.name.clone(),
            heading: words.say_with("attempt-about", &[("name", person.name.as_str().into())]),
            presses: offered
                .iter()
                .map(|(means, outcome)| {
                    let args = [
                        ("means", say(means, words::Words::contact_means).into()),
                        ("outcome", say(outcome, words::Words::contact_outcome).into()),
                    ];
                    let press = Press { words: words.say_with("attempt-button", &args), means, outcome };
                    (EntryId(case.state.app().new_id()), press)
                })
                .collect(),
        })
        .collect();
    let now = case.state.config().zone.to_datetime(case.state.app().now());
    html(&Attempts {
        page: case.page(words.say("attempt-title")),
        frame: desk.frame(Tab::Other),
        action: format!("{}/new/contact", base(case.case)),
        when: words::unmarked(&words.when(&practice::when::Happened::On(practice::when::ApproxDate::Minute(now)))),
        people,
    })
}
