//! The demo signs in by itself, on loopback names only, and not behind somebody's back.

use crate::browser::Browser;
use axum::http::StatusCode;
use practice::ids::AccountId;
use testkit::{Family, World};
use web::WebConfig;

async fn scene() -> (World, Family, Browser) {
    let world = World::new().await;
    let worker = world.worker("amira").await;
    let family = Family::new(1);
    world.app.import(&world.operator(), family.file(0).as_bytes(), worker.account(), false).await.unwrap();
    let browser = Browser::with(&world, demo(worker.account()));
    (world, family, browser)
}

fn demo(account: AccountId) -> WebConfig {
    // Not even a configured name opens the demo to others.
    WebConfig { demo: Some(account), hosts: vec!["demo.example".to_owned()], ..WebConfig::default() }
}

#[tokio::test]
async fn it_opens_on_the_work_page_with_five_steps_that_can_be_put_away() {
    let (_world, family, browser) = scene().await;
    assert_eq!(browser.get("/").await.location(), "/work");
    let work = browser.get("/work").await;
    assert_eq!(work.status, StatusCode::OK);
    assert!(work.body.contains("invented family"));
    let base = format!("/cases/{}", family.case);
    for href in [
        format!("{base}/map"),
        format!("{base}/new/behaviour"),
        format!("{base}/new/effort"),
        format!("{base}/entries/{}", family.note),
        format!("{base}/chronology"),
        "/cases/new".to_owned(),
    ] {
        assert!(work.body.contains(&format!("href=\"{href}\"")), "{href}");
    }
    assert_eq!(work.body.matches(">Done<").count(), 0);
    browser.get(&format!("{base}/map")).await;
    assert_eq!(browser.get("/work").await.body.matches(">Done<").count(), 1);
    browser.get(&format!("{base}/chronology")).await;
    assert_eq!(browser.get("/work").await.body.matches(">Done<").count(), 2);
    assert!(browser.get("/work").await.body.contains("Everything here is deleted when Holdfast stops"));
    let hidden = browser.send("/work/tasks", &[]).await;
    assert_eq!(hidden.location(), "/work");
    assert!(!browser.get("/work").await.body.contains("Five steps"));
    browser.send("/work/tasks", &[("show", "1")]).await;
    assert!(browser.get("/work").await.body.contains("Five steps"));
}

#[tokio::test]
async fn only_on_loopback_names() {
    let (_world, _, browser) = scene().await;
    for name in ["demo.example", "evil.example", "10.0.0.5:8080"] {
        let answer = browser.by_name(name).get("/work").await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{name}");
        assert!(answer.headers.get("set-cookie").is_none(), "{name}");
    }
    assert_eq!(browser.by_name("[::1]:8080").get("/work").await.status, StatusCode::OK);
}

#[tokio::test]
async fn after_leaving_it_stays_left_until_somebody_signs_in() {
    let (_world, family, browser) = scene().await;
    let case = format!("/cases/{}", family.case);
    assert_eq!(browser.get(&case).await.status, StatusCode::OK);
    browser.get("/exit").await;
    assert!(browser.get(&case).await.location().starts_with("/sign-in"));
    assert!(browser.get("/").await.location().starts_with("/sign-in"));
    let page = browser.get("/sign-in").await;
    assert!(!page.body.contains("type=\"password\""));
    let back = browser.send_from(&page, "/sign-in", &[]).await;
    assert_eq!(back.location(), "/work");
    assert_eq!(browser.get(&case).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_form_from_elsewhere_does_not_sign_in() {
    let (_world, _, browser) = scene().await;
    let answer = browser.post("/session", &[]).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(browser.cookie("holdfast").is_none());
}

#[tokio::test]
async fn a_program_without_a_session_gets_none() {
    let (_world, family, browser) = scene().await;
    let path = format!("/api/v1/cases/{}/map", family.case);
    let answer = browser.get(&path).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(browser.cookie("holdfast").is_none());
    // Once somebody has looked at a page, it can ask with that session.
    browser.get("/work").await;
    assert_eq!(browser.get(&path).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_family_is_deleted_after_a_page_that_says_what_goes_and_then_the_list_is_empty() {
    let (world, family, browser) = scene().await;
    let (case, ask) = (format!("/cases/{}", family.case), format!("/cases/{}/delete-demo", family.case));
    let work = browser.get("/work").await;
    assert!(work.body.contains(&format!("href=\"{ask}\">Delete demo data")));
    let page = browser.get(&ask).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in ["Lena and Tomek", "What goes", "What stays", "This cannot be undone", "href=\"/work\">Keep it"] {
        assert!(page.body.contains(words), "{words}");
    }
    // Not by a form that does not say so.
    assert_eq!(browser.send_from(&page, &ask, &[]).await.location(), ask);
    assert_eq!(browser.get(&case).await.status, StatusCode::OK);
    let done = browser.send_from(&page, &ask, &[("delete", "yes")]).await;
    assert_eq!(done.location(), "/work?done=demo-deleted");
    let work = browser.get(done.location()).await;
    assert!(work.body.contains("The demo data are deleted"));
    assert!(work.body.contains("href=\"/cases/new\">Start my first case"));
    assert!(
        work.body.contains("each under the names of its children"),
        "the list is empty and says what belongs there"
    );
    for gone in ["Lena", "Five steps", "Delete demo data", "five first steps"] {
        assert!(!work.body.contains(gone), "{gone}");
    }
    let nothing = browser.get("/cases/01900000-aaaa-7000-8000-00000000beef").await;
    for path in [case.clone(), ask.clone(), format!("{case}/map"), format!("{case}/new/behaviour")] {
        let answer = browser.get(&path).await;
        assert_eq!((answer.status, answer.settled()), (StatusCode::NOT_FOUND, nothing.settled()), "{path}");
    }
    assert_eq!(browser.send(&ask, &[("delete", "yes")]).await.status, StatusCode::NOT_FOUND);
    assert!(world.store.verify(None).await.unwrap().is_clean());
}

/// In a store that is served, where an invented family was imported beside real ones.
#[tokio::test]
async fn outside_the_demonstration_only_the_invented_family_can_be_deleted() {
    let world = World::new().await;
    let worker = world.worker("amira").await;
    let (invented, real) = (Family::new(1), Family::new(2));
    world.app.import(&world.operator(), invented.file(0).as_bytes(), worker.account(), false).await.unwrap();
    world.open(&worker, &real).await;
    let browser = Browser::new(&world).signed_in(&world, worker.account()).await;
    let ask = |family: &Family| format!("/cases/{}/delete-demo", family.case);
    let work = browser.get("/work").await;
    assert!(work.body.contains(&ask(&invented)) && !work.body.contains(&ask(&real)));
    let refused = [browser.get(&ask(&real)).await, browser.send(&ask(&real), &[("delete", "yes")]).await];
    for answer in refused {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("This is not demo data"));
    }
    assert_eq!(browser.send(&ask(&invented), &[("delete", "yes")]).await.location(), "/work?done=demo-deleted");
    let work = browser.get("/work").await;
    assert!(!work.body.contains(&invented.case.to_string()) && !work.body.contains("Demo data"));
    assert!(work.body.contains(&real.case.to_string()));
}
