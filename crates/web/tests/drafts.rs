//! Drafts: saved as they are, found again, and never somebody else's.

use crate::browser::scene;
use axum::http::StatusCode;

const KEY: &str = "01900000-0000-7000-8000-0000000000d1";

fn url(page: &str) -> String {
    format!("/drafts/{KEY}?page={}", crate::browser::encoded(page))
}

#[tokio::test]
async fn a_draft_is_saved_unvalidated_listed_first_restored_and_deleted() {
    let (_world, family, browser) = scene().await;
    let page = format!("/cases/{}/new/effort?behaviour={}", family.case, family.monitoring);
    let saved = browser.send(&url(&page), &[("act", "ręce trzęsą się \u{1f9f8}"), ("when", "31 February")]).await;
    assert_eq!(saved.status, StatusCode::OK);
    assert_eq!(saved.body, r#"{"version":1,"saved_at":"09:00"}"#);
    let work = browser.get("/work").await;
    let href = format!("/cases/{}/new/effort?behaviour={}&#38;draft={KEY}", family.case, family.monitoring);
    assert!(work.body.contains(&href), "{}", work.body);
    assert!(work.body.find("An effort") < work.body.find("latest first"));
    assert!(work.body.contains("Lena and Tomek") && work.body.contains("<bdi>ręce trzęsą się"));
    let gone = browser.send(&format!("/drafts/{KEY}/delete"), &[]).await;
    assert_eq!(gone.location(), "/work?done=draft-deleted");
    let work = browser.get(gone.location()).await;
    assert!(work.body.contains("The draft is deleted.") && !work.body.contains(KEY));
}

#[tokio::test]
async fn an_older_window_is_told_and_then_goes_on() {
    let (_world, _, browser) = scene().await;
    let save = |version: &'static str, words: &'static str| {
        let browser = browser.clone();
        async move { browser.send(&url("/cases/new"), &[("draft_version", version), ("report", words)]).await }
    };
    assert_eq!(save("0", "one").await.status, StatusCode::OK);
    assert_eq!(save("1", "two").await.body, r#"{"version":2,"saved_at":"09:00"}"#);
    let behind = save("0", "from another window").await;
    assert_eq!(
        (behind.status, behind.body.as_str()),
        (StatusCode::CONFLICT, r#"{"version":2,"saved_at":"09:00"}"#)
    );
    assert!(browser.get(&format!("/cases/new?draft={KEY}")).await.body.contains("two"));
    assert_eq!(save("2", "from another window").await.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_else_has_it_and_nobody_saves_into_a_case_they_may_not_see() {
    let (world, family, browser) = scene().await;
    browser.send(&url("/cases/new"), &[("report", "mine alone")]).await;
    let other = world.worker("zoe").await;
    let other = browser.another().signed_in(&world, other.account()).await;
    let page = other.get(&format!("/cases/new?draft={KEY}")).await;
    assert!(!page.body.contains("mine alone"));
    assert!(!other.get("/work").await.body.contains(KEY));
    let into = url(&format!("/cases/{}/new/note", family.case));
    assert_eq!(other.send(&into, &[("text", "x")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_script_is_answered_in_json_when_the_session_is_over() {
    let (world, _, browser) = scene().await;
    let csrf = browser.csrf().await;
    world.clock.advance_minutes(40);
    let headers = [("origin", "http://localhost:8080"), ("accept", "application/json")];
    let answer = browser.post_with(&url("/cases/new"), &[("csrf", &csrf), ("report", "x")], &headers).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.body.starts_with(r#"{"error":"#), "{}", answer.body);
}
