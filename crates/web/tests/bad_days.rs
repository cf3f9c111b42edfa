//! Bad days: nothing that was typed is lost, and the page says what to do.

use crate::browser::scene;
use axum::http::StatusCode;
use testkit::PASSWORD;

const TYPED: &str = "She said: “I count his steps on the stairs”, łzy, ٣ مرات";

#[tokio::test]
async fn a_form_sent_after_the_session_ended_comes_back_as_a_draft_after_signing_in() {
    let (world, family, browser) = scene().await;
    let path = format!("/cases/{}/new/behaviour", family.case);
    let form = browser.get(&path).await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(!form.field("draft").is_empty());
    world.clock.advance_minutes(45);
    let answer = browser.send_from(&form, &path, &[("act", TYPED)]).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.body.contains("Nothing is lost"));
    let fields = [("name", "amira"), ("password", "wrong the first time")];
    let wrong = browser.send_from(&answer, "/sign-in", &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let back = browser.send_from(&wrong, "/sign-in", &[("name", "amira"), ("password", PASSWORD)]).await;
    assert_eq!(back.location(), format!("{path}?draft={}", form.field("draft")));
    assert!(browser.get(back.location()).await.body.contains(TYPED));
}

#[tokio::test]
async fn a_form_without_a_draft_is_sent_again_with_one_press() {
    let (world, family, browser) = scene().await;
    let path = format!("/cases/{}/entries/{}/withdraw", family.case, family.monitoring);
    world.clock.advance_minutes(45);
    let fields = [("csrf", "old"), ("ground", "duplicate"), ("base", "1"), ("reason", TYPED)];
    let answer = browser.post(&path, &fields).await;
    let back = browser.send_from(&answer, "/sign-in", &[("name", "amira"), ("password", PASSWORD)]).await;
    assert_eq!(back.status, StatusCode::OK);
    assert!(back.body.contains(&format!("action=\"{path}\"")) && back.body.contains(TYPED));
    let done = browser.send_from(&back, &path, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
}

#[tokio::test]
async fn a_full_disk_keeps_the_form_and_what_was_typed() {
    let (world, family, browser) = scene().await;
    let new = browser.get("/cases/new").await;
    let add = browser.get(&format!("/cases/{}/new/behaviour", family.case)).await;
    let csrf = browser.csrf().await;
    world.store.limit_size(Some(1)).await.unwrap();
    let long = format!("{TYPED} {}", "word ".repeat(20_000));
    let fields = [("child-0-name", "Ada"), ("report", long.as_str())];
    let answer = browser.send_from(&new, "/cases/new", &fields).await;
    assert_eq!(answer.status, StatusCode::INSUFFICIENT_STORAGE);
    assert!(answer.body.contains("free space") && answer.body.contains(TYPED));
    assert_eq!(answer.field("case"), new.field("case"));
    // Also where the form itself does not know how.
    let act = [
        ("actor", family.marek.to_string()),
        ("targets", family.sara.to_string()),
        ("act", long.clone()),
        ("csrf", csrf.clone()),
    ];
    let act: Vec<(&str, &str)> = act.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let path = format!("/cases/{}/new/behaviour", family.case);
    let kept = browser.send_from(&add, &path, &act).await;
    assert_eq!(kept.status, StatusCode::INSUFFICIENT_STORAGE, "{}", kept.body);
    assert!(kept.body.contains(TYPED));
    // A script that saves a draft is told, too, and the server says that it cannot save.
    let headers = [("origin", "http://localhost:8080"), ("accept", "application/json")];
    let url = "/drafts/01900000-0000-7000-8000-0000000000d1?page=/cases/new";
    let draft = browser.post_with(url, &[("csrf", &csrf), ("report", &long)], &headers).await;
    assert_eq!(draft.status, StatusCode::INSUFFICIENT_STORAGE);
    assert_eq!(browser.get("/health").await.status, StatusCode::SERVICE_UNAVAILABLE);
    // With space again, the same form is recorded: once.
    world.store.limit_size(None).await.unwrap();
    let opened = browser.send_from(&answer, "/cases/new", &fields).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    assert_eq!(browser.get("/health").await.status, StatusCode::OK);
}

#[tokio::test]
async fn health_says_nothing_else() {
    let (_world, _, browser) = scene().await;
    assert_eq!(browser.another().get("/health").await.body, "ok\n");
}

#[tokio::test]
async fn a_fragment_that_cannot_be_had_is_a_line_and_not_a_page_in_a_page() {
    let (world, family, browser) = scene().await;
    let path = format!("/cases/{}/new/impact?behaviour={}", family.case, family.monitoring);
    let there = browser.get_with(&path, "hx-request", "true").await;
    assert_eq!(there.status, StatusCode::OK);
    let gone = browser.get_with("/cases/01900000-aaaa-7000-8000-00000000beef/map", "hx-request", "true").await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    assert!(gone.body.contains("There is nothing here") && !gone.body.contains("<html"));
    world.clock.advance_minutes(45);
    let out = browser.get_with(&path, "hx-request", "true").await;
    assert_eq!(out.status, StatusCode::UNAUTHORIZED);
    assert!(out.header("hx-redirect").starts_with("/sign-in?then="), "{:?}", out.headers);
}
