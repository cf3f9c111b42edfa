//! What people type is text, on every page.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;
use testkit::World;
use web::{ROUTES, Who};

/// Ends attributes, elements and comments, and begins scripts.
const PAYLOAD: &str = "Zed\"'><script>alert(1)</script><img src=x onerror=alert(2)>--></textarea><!--";

/// Whether markup of the payload has become markup of the page.
fn escapes(body: &str) -> bool {
    !body.contains("<script>alert") && !body.contains("<img src=x") && !body.contains("--></textarea><!--")
}

#[tokio::test]
async fn whatever_is_typed_into_a_new_case_shows_as_it_was_typed_on_every_page() {
    let world = World::new().await;
    let worker = world.worker("amira").await;
    let browser = Browser::new(&world).signed_in(&world, worker.account()).await;
    let page = browser.get("/cases/new").await;
    let everything = ["child-0-name", "worry-name", "carer-name", "report", "reported_by", "reference", "question"];
    let mut fields: Vec<(&str, &str)> = everything.iter().map(|name| (*name, PAYLOAD)).collect();
    fields.extend([("worry-tie", "parent"), ("carer-tie", "parent"), ("union", "partner")]);
    // Once with a fault, so that every field comes back in its control; once recorded.
    let mut wrong = fields.clone();
    wrong.push(("child-0-born", PAYLOAD));
    let shown = browser.send_from(&page, "/cases/new", &wrong).await;
    assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(escapes(&shown.body) && shown.body.contains("alert(1)"));
    let opened = browser.send_from(&page, "/cases/new", &fields).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    let case = opened.location().strip_prefix("/cases/").unwrap().split('?').next().unwrap().to_owned();
    let seen = world.app.operator_projection(&world.operator(), case.parse().unwrap()).await.unwrap();
    let mut shown = 0;
    for route in ROUTES.iter().copied().flatten().filter(|row| !row.changes() && row.who != Who::Visitor) {
        for entry in seen.all() {
            let path = route
                .path
                .replace("{case}", &case)
                .replace("{entry}", &entry.id.to_string())
                .replace("{person}", &entry.id.to_string())
                .replace("{kind}", entry.content.body.kind().code())
                .replace("{document}", "assessment")
                .replace("{view}", "map");
            let answer: Answer = browser.get(&path).await;
            if path.starts_with("/api/") {
                // JSON holds the words as they are: it must never be read as a page.
                assert!(answer.header("content-type").ends_with("json"), "{path}");
                assert_eq!(answer.header("x-content-type-options"), "nosniff");
            } else {
                assert!(escapes(&answer.body), "{path}");
            }
            shown += usize::from(answer.body.contains("alert(1)"));
            if !route.path.contains("{entry}") && !route.path.contains("{person}") && !route.path.contains("{kind}")
            {
                break;
            }
        }
    }
    assert!(shown > 10, "the payload was on {shown} pages only: this test looks in the wrong places");
    let found = browser.get(&format!("/cases?q={}", crate::browser::encoded(PAYLOAD))).await;
    assert!(escapes(&found.body));
}

#[tokio::test]
async fn whatever_is_typed_into_a_form_comes_back_as_text() {
    let world = World::new().await;
    let family = testkit::Family::new(1);
    let worker = world.worker("amira").await;
    world.open(&worker, &family).await;
    let browser = Browser::new(&world).signed_in(&world, worker.account()).await;
    for kind in practice::kinds::Kind::ALL {
        let path = format!("/cases/{}/new/{}", family.case, kind.code());
        let form = browser.get(&path).await;
        // Every name that the form has, filled with the payload.
        let names: std::collections::BTreeSet<&str> = form
            .body
            .split(" name=\"")
            .skip(1)
            .filter_map(|part| part.split('"').next())
            .filter(|name| !["csrf", "entry", "draft", "base", "q"].contains(name))
            .collect();
        let fields: Vec<(&str, &str)> = names.iter().map(|name| (*name, PAYLOAD)).collect();
        let answer = browser.send_from(&form, &path, &fields).await;
        assert!(escapes(&answer.body), "{path}");
    }
}

/// The control: the check sees a page on which the payload is markup.
#[test]
fn a_page_that_does_not_escape_fails_the_check() {
    assert!(!escapes(&format!("<p>{PAYLOAD}</p>")));
    assert!(escapes("<p>Zed&#34;&#60;script&#62;alert(1)</p>"));
}
