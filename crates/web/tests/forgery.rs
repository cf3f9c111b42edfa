//! Nothing changes without the token, or from another site.

use crate::browser::{Browser, HOST};
use axum::http::StatusCode;
use testkit::{Family, World};
use web::{ROUTES, Who};

async fn signed_in() -> (World, Family, Browser) {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("amira").await;
    world.open(&worker, &family).await;
    let browser = Browser::new(&world).signed_in(&world, worker.account()).await;
    (world, family, browser)
}

fn path_of(path: &str, family: &Family) -> String {
    path.replace("{case}", &family.case.to_string())
        .replace("{entry}", &family.monitoring.to_string())
        .replace("{kind}", "behaviour")
        .replace("{key}", "01900000-0000-7000-8000-000000000000")
}

#[tokio::test]
async fn every_route_that_changes_something_refuses_a_missing_or_wrong_token_and_another_site() {
    let (world, family, browser) = signed_in().await;
    let head = world.store.head(&store::StreamId::case(family.case.0)).await.unwrap();
    let csrf = browser.csrf().await;
    for route in ROUTES.iter().copied().flatten().filter(|route| route.changes()) {
        let path = path_of(route.path, &family);
        for token in ["", "wrong", csrf.strip_suffix(|_: char| true).unwrap()] {
            let answer = browser.post(&path, &[("csrf", token), ("act", "typed")]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{route:?} with the token “{token}”");
        }
        for foreign in ["https://evil.example", "null", "http://localhost:8081"] {
            let answer =
                browser.post_with(&path, &[("csrf", &csrf), ("act", "typed")], &[("origin", foreign)]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{route:?} from {foreign}");
            assert!(!answer.body.contains("typed"), "{route:?} from {foreign} shows what came with it");
        }
        let cross = [("sec-fetch-site", "cross-site")];
        let answer = browser.post_with(&path, &[("csrf", &csrf)], &cross).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{route:?} across sites");
    }
    assert_eq!(
        world.store.head(&store::StreamId::case(family.case.0)).await.unwrap(),
        head,
        "something was recorded"
    );
}

/// The control: with the token, from our own page, none of them is refused for that.
#[tokio::test]
async fn with_the_token_and_from_our_own_pages_none_is_refused() {
    let (world, family, first) = signed_in().await;
    let account = world.app.account_list(&world.operator()).await.unwrap()[0].id;
    for route in ROUTES.iter().copied().flatten().filter(|route| route.changes()) {
        // A session for each: some of these end it.
        let browser = first.another().signed_in(&world, account).await;
        let answer = browser.send(&path_of(route.path, &family), &[]).await;
        assert_ne!(answer.status, StatusCode::FORBIDDEN, "{route:?}");
        if matches!(route.who, Who::SignedIn | Who::JustLeft) {
            assert!(answer.status.as_u16() < 500, "{route:?}");
        }
    }
}

#[tokio::test]
async fn without_any_origin_the_token_decides() {
    let (_world, _, browser) = signed_in().await;
    let csrf = browser.csrf().await;
    let answer = browser.post_with("/session", &[("csrf", &csrf)], &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    let answer = browser.post_with("/session", &[("csrf", "x")], &[]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_form_from_an_earlier_session_is_not_recorded_and_not_lost() {
    let (_world, _, browser) = signed_in().await;
    let fields = [("csrf", "of-an-earlier-session"), ("report", "He took the <b>keys</b>")];
    let answer = browser.post("/cases/new", &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(answer.field("report"), "He took the <b>keys</b>");
    assert!(!answer.body.contains("<b>keys</b>"));
    // Where no browser vouches for it, nothing of it is shown.
    let silent = browser.post_with("/cases/new", &fields, &[("host", HOST)]).await;
    assert_eq!(silent.status, StatusCode::FORBIDDEN);
    assert!(!silent.body.contains("He took the"));
}

#[tokio::test]
async fn only_forms_are_taken_and_only_so_much() {
    let (_world, _, browser) = signed_in().await;
    let csrf = browser.csrf().await;
    let huge = "x".repeat(9 * 1024 * 1024);
    let answer = browser.post("/cases/new", &[("csrf", &csrf), ("report", &huge)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    let headers = [("content-type", "application/json"), ("origin", "http://localhost:8080")];
    let answer = browser.post_with("/cases/new", &[("csrf", &csrf)], &headers).await;
    assert_ne!(answer.status, StatusCode::OK);
}
