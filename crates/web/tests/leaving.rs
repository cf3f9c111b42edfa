//! Exit and sign-out: at once, for good, and with the draft saved that was still on its way.

use crate::browser::Browser;
use axum::http::StatusCode;
use testkit::{Family, World};
use web::WebConfig;

const KEY: &str = "01900000-0000-7000-8000-0000000000d1";

async fn scene(config: WebConfig) -> (World, Family, Browser) {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("amira").await;
    world.open(&worker, &family).await;
    let browser = Browser::with(&world, config).signed_in(&world, worker.account()).await;
    (world, family, browser)
}

#[tokio::test]
async fn exit_ends_the_session_and_back_shows_only_the_sign_in() {
    let (_world, family, browser) = scene(WebConfig::default()).await;
    let case = format!("/cases/{}", family.case);
    let page = browser.get(&case).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.header("cache-control"), "no-store");
    let token = browser.cookie("holdfast").unwrap();
    let gone = browser.get("/exit").await;
    assert_eq!((gone.status, gone.location()), (StatusCode::SEE_OTHER, "/exit/done"));
    assert_eq!(gone.header("clear-site-data"), "\"cache\"");
    assert_eq!(gone.header("cache-control"), "no-store");
    assert!(browser.cookie("holdfast").is_none());
    let done = browser.get("/exit/done").await;
    assert_eq!(done.status, StatusCode::OK);
    for telling in ["Holdfast", "famil", "case", "child", "Lena"] {
        assert!(!done.body.to_lowercase().contains(&telling.to_lowercase()), "{telling}");
    }
    assert!(done.body.contains("href=\"/sign-in\""));
    assert!(browser.get(&case).await.location().starts_with("/sign-in"));
    // Not even with the cookie kept: the session itself is over.
    browser.remember("holdfast", &token);
    assert!(browser.get(&case).await.location().starts_with("/sign-in"));
}

#[tokio::test]
async fn exit_leads_where_the_office_says() {
    let config = WebConfig { exit_to: Some("https://weather.example/".to_owned()), ..WebConfig::default() };
    let (_world, _, browser) = scene(config).await;
    let gone = browser.get("/exit").await;
    assert_eq!(gone.location(), "https://weather.example/");
    // Also for somebody whose session was over already.
    assert_eq!(browser.get("/exit").await.location(), "https://weather.example/");
}

#[tokio::test]
async fn a_draft_on_its_way_is_taken_for_one_minute_and_nothing_else_is() {
    let (world, family, browser) = scene(WebConfig::default()).await;
    let account = world.app.account_list(&world.operator()).await.unwrap()[0].id;
    let csrf = browser.csrf().await;
    browser.get("/exit").await;
    let url = format!("/drafts/{KEY}?page=%2Fcases%2F{}%2Fnew%2Fbehaviour", family.case);
    let fields = [("csrf", csrf.as_str()), ("act", "He hid her keys"), ("draft_version", "0")];
    let saved = browser.post(&url, &fields).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.body);
    // Nothing but a draft.
    let new = format!("/cases/{}/new/behaviour", family.case);
    assert_eq!(browser.post(&new, &fields).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(browser.post(&format!("/drafts/{KEY}/delete"), &fields).await.status, StatusCode::UNAUTHORIZED);
    // Not with another token, and not from another site.
    assert_eq!(browser.post(&url, &[("csrf", "x")]).await.status, StatusCode::UNAUTHORIZED);
    let foreign = browser.post_with(&url, &fields, &[("origin", "https://evil.example")]).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    // Not after a minute.
    world.clock.advance_seconds(61);
    assert_eq!(browser.post(&url, &fields).await.status, StatusCode::UNAUTHORIZED);
    // It is there when she comes back.
    let back = browser.signed_in(&world, account).await;
    let work = back.get("/work").await;
    assert!(work.body.contains(&format!("/cases/{}/new/behaviour?draft={KEY}", family.case)), "{}", work.body);
    let form = back.get(&format!("{new}?draft={KEY}")).await;
    assert!(form.body.contains("He hid her keys"));
}

#[tokio::test]
async fn signing_out_is_the_same_by_a_button() {
    let (_world, _, browser) = scene(WebConfig::default()).await;
    let gone = browser.send("/sign-out", &[]).await;
    assert_eq!((gone.status, gone.location()), (StatusCode::SEE_OTHER, "/sign-in"));
    assert_eq!(gone.header("clear-site-data"), "\"cache\"");
    assert_eq!(browser.get("/work").await.location(), "/sign-in");
}
