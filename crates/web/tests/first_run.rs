//! The first account in the browser, with the printed token and only with it.

use crate::browser::Browser;
use axum::http::StatusCode;
use practice::permission::AccountRole;
use testkit::World;
use web::WebConfig;

const TOKEN: &str = "a-token-from-the-terminal";
const LONG: &str = "eleven quiet green kettles";

async fn scene() -> (World, Browser) {
    let world = World::new().await;
    let config = WebConfig { first_run_token: Some(TOKEN.into()), ..WebConfig::default() };
    let browser = Browser::with(&world, config);
    (world, browser)
}

#[tokio::test]
async fn the_first_account_works_and_supervises_and_an_administrator_is_another() {
    let (world, browser) = scene().await;
    let lost = browser.get("/sign-in").await;
    assert!(lost.body.contains("not set up yet") && !lost.body.contains(TOKEN));
    let page = browser.get(&format!("/first-run?token={TOKEN}")).await;
    assert_eq!(page.status, StatusCode::OK);
    let short = [("name", "Nadia Haddad"), ("sign_in", "nadia"), ("password", "too short")];
    let refused = browser.send_from(&page, "/first-run", &short).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Nadia Haddad") && !refused.body.contains("too short"));
    let made = browser
        .send_from(&refused, "/first-run", &[("name", "Nadia Haddad"), ("sign_in", "nadia"), ("password", LONG)])
        .await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    assert_eq!(made.location(), format!("/first-run/administrator?token={TOKEN}"));
    let admin = browser.get(made.location()).await;
    assert_eq!(admin.status, StatusCode::OK);
    let fields = [("name", "Nadia Haddad"), ("sign_in", "nadia-admin"), ("password", LONG)];
    let done = browser.send_from(&admin, "/first-run/administrator", &fields).await;
    assert_eq!(done.location(), "/work?done=administrator-made");
    let accounts = world.app.account_list(&world.operator()).await.unwrap();
    let roles = |name: &str| accounts.iter().find(|account| account.sign_in == name).unwrap().roles.clone();
    assert_eq!(roles("nadia"), [AccountRole::Practitioner, AccountRole::Supervisor].into());
    assert_eq!(roles("nadia-admin"), [AccountRole::Administrator].into());
    // Each step once.
    for path in ["/first-run", "/first-run/administrator"] {
        let again = browser.get(&format!("{path}?token={TOKEN}")).await;
        assert_eq!(again.status, StatusCode::NOT_FOUND, "{path}");
        let again =
            browser.send(path, &[("token", TOKEN), ("name", "X"), ("sign_in", "x"), ("password", LONG)]).await;
        assert_eq!(again.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(world.app.account_list(&world.operator()).await.unwrap().len(), 2);
}

#[tokio::test]
async fn without_the_token_there_is_nothing() {
    let (world, browser) = scene().await;
    for path in ["/first-run", "/first-run?token=", "/first-run?token=wrong", "/first-run/administrator"] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let fields = [("token", "wrong"), ("name", "X"), ("sign_in", "x"), ("password", LONG)];
    assert_eq!(browser.send("/first-run", &fields).await.status, StatusCode::NOT_FOUND);
    // A server that was started with accounts has no token at all.
    let none = Browser::new(&world);
    assert_eq!(none.get(&format!("/first-run?token={TOKEN}")).await.status, StatusCode::NOT_FOUND);
    assert!(!world.app.has_accounts().await.unwrap());
}
