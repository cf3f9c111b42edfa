//! Signing in, and coming back to where one was.

use crate::browser::Browser;
use axum::http::StatusCode;
use testkit::{Family, PASSWORD, World};

async fn scene() -> (World, Family, Browser) {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("amira").await;
    world.open(&worker, &family).await;
    let browser = Browser::new(&world);
    (world, family, browser)
}

#[tokio::test]
async fn signing_in_leads_back_to_the_page_that_was_asked_for() {
    let (_world, family, browser) = scene().await;
    let wanted = format!("/cases/{}/map?x=1", family.case);
    let sent = browser.get(&wanted).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let page = browser.get(sent.location()).await;
    assert_eq!(page.field("then"), wanted);
    let answer = browser.send_from(&page, "/sign-in", &[("name", "Amira"), ("password", PASSWORD)]).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, wanted.as_str()));
    let cookie =
        answer.headers.get_all("set-cookie").iter().find(|c| c.to_str().unwrap().starts_with("holdfast=")).unwrap();
    assert!(cookie.to_str().unwrap().ends_with("; Path=/; HttpOnly; SameSite=Lax"));
    assert_eq!(browser.get("/work").await.status, StatusCode::OK);
    assert_eq!(browser.get("/").await.location(), "/work");
    assert_eq!(browser.get("/sign-in").await.location(), "/work");
}

#[tokio::test]
async fn nobody_learns_whether_the_name_or_the_password_was_wrong() {
    let (_world, _, browser) = scene().await;
    let page = browser.get("/sign-in?then=/cases").await;
    let wrong =
        browser.send_from(&page, "/sign-in", &[("name", "amira"), ("password", "not this one at all")]).await;
    let unknown = browser.send_from(&page, "/sign-in", &[("name", "nobody"), ("password", PASSWORD)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.settled().replace("amira", "NAME"), unknown.settled().replace("nobody", "NAME"));
    assert!(wrong.body.contains("<title>Error: "));
    assert_eq!(wrong.field("then"), "/cases");
    assert!(!wrong.body.contains("not this one"));
    assert!(browser.cookie("holdfast").is_none());
}

#[tokio::test]
async fn the_form_needs_the_cookie_that_came_with_it() {
    let (_world, _, browser) = scene().await;
    let page = browser.get("/sign-in").await;
    let token = page.field("csrf");
    browser.forget("holdfast-before");
    let fields = [("csrf", token.as_str()), ("name", "amira"), ("password", PASSWORD)];
    let answer = browser.post("/sign-in", &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(browser.cookie("holdfast").is_none());
    // It is the sign-in page again, with a new token, and so mends itself.
    let again = browser.send_from(&answer, "/sign-in", &[("name", "amira"), ("password", PASSWORD)]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn it_never_leads_to_another_site_or_out() {
    let (_world, _, browser) = scene().await;
    for bad in ["https://evil.example/", "//evil.example/", "/%5Cevil.example", "/exit", "/sign-in"] {
        let page = browser.another().get(&format!("/sign-in?then={bad}")).await;
        assert!(["/work", "/%5Cevil.example"].contains(&page.field("then").as_str()), "{bad}");
    }
}

#[tokio::test]
async fn a_session_ends_when_nobody_is_there_and_the_page_says_when() {
    let (world, _, browser) = scene().await;
    let account = world.app.account_list(&world.operator()).await.unwrap()[0].id;
    let browser = browser.signed_in(&world, account).await;
    let page = browser.get("/work").await;
    assert!(page.body.contains("<session-watch data-seconds=\"1800\""));
    world.clock.advance_minutes(20);
    let stayed = browser.send("/session", &[]).await;
    assert_eq!(stayed.body, r#"{"seconds":1800}"#);
    world.clock.advance_minutes(20);
    assert_eq!(browser.get("/work").await.status, StatusCode::OK);
    world.clock.advance_minutes(31);
    assert_eq!(browser.get("/work").await.location(), "/sign-in");
}
