//! What may be on the screen: hidden until the PIN is typed, or one case as strangers may see it; and one's own settings.

use crate::browser::{Browser, scene};
use axum::http::StatusCode;
use practice::kinds::Kind;
use web::{ROUTES, WebConfig};

const KEY: &str = "01900000-0000-7000-8000-0000000000d2";

async fn hide(browser: &Browser, back: &str) {
    let hidden = browser.send("/hide", &[("back", back)]).await;
    assert_eq!((hidden.status, hidden.location()), (StatusCode::SEE_OTHER, "/hidden"));
    assert_eq!(hidden.header("clear-site-data"), "\"cache\"");
}

/// The token is on the hidden page too.
async fn unhide(browser: &Browser, secret: &str) -> crate::browser::Answer {
    let page = browser.get("/hidden").await;
    browser.send_from(&page, "/hidden", &[("secret", secret)]).await
}

#[tokio::test]
async fn a_hidden_screen_shows_nothing_on_any_page_until_the_pin_is_typed() {
    let (_world, family, browser) = scene().await;
    let map = format!("/cases/{}/map", family.case);
    let set = browser.send("/settings/pin", &[("pin", "4711")]).await;
    assert_eq!(set.location(), "/settings?done=pin-saved");
    assert!(browser.get(&map).await.body.contains("Lena"), "the control: it is there before");
    hide(&browser, &map).await;
    for row in ROUTES.iter().copied().flatten().filter(|row| !row.changes()) {
        let path = row
            .path
            .replace("{case}", &family.case.to_string())
            .replace("{person}", &family.lena.to_string())
            .replace("{entry}", &family.monitoring.to_string())
            .replace("{kind}", Kind::Behaviour.code())
            .replace("{key}", KEY);
        if path.starts_with("/exit") || path.starts_with("/assets") || path == "/health" {
            continue;
        }
        let answer = browser.get(&path).await;
        for telling in ["Lena", "Amira", "Tomek"] {
            assert!(!answer.body.contains(telling), "{path} shows {telling}");
        }
        let there = answer.status == StatusCode::OK && path == "/hidden";
        assert!(there || answer.status == StatusCode::SEE_OTHER, "{path}: {}", answer.status);
    }
    let wrong = unhide(&browser, "4712").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("4 tries are left"), "{}", wrong.body);
    assert!(browser.get(&map).await.location() == "/hidden", "still hidden");
    let back = unhide(&browser, "4711").await;
    assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, map.as_str()));
    assert!(browser.get(&map).await.body.contains("Lena"));
}

#[tokio::test]
async fn without_a_pin_it_is_the_password_and_five_wrong_tries_end_the_session() {
    let (_world, family, browser) = scene().await;
    let map = format!("/cases/{}/map", family.case);
    hide(&browser, &map).await;
    assert!(browser.get("/hidden").await.body.contains("Your password"));
    assert_eq!(unhide(&browser, testkit::PASSWORD).await.location(), map);
    hide(&browser, &map).await;
    for left in ["4 tries", "3 tries", "2 tries", "One try"] {
        assert!(unhide(&browser, "0000").await.body.contains(left), "{left}");
    }
    assert_eq!(unhide(&browser, "0000").await.location(), "/sign-in");
    assert!(browser.get(&map).await.location().starts_with("/sign-in"));
}

#[tokio::test]
async fn what_is_sent_from_another_window_while_hidden_is_put_back_as_a_draft() {
    let (_world, family, browser) = scene().await;
    let new = format!("/cases/{}/new/behaviour", family.case);
    let form = browser.get(&new).await;
    hide(&browser, "/work").await;
    let fields = [("act", "He hid her keys"), ("draft", KEY)];
    let kept = browser.send_from(&form, &new, &fields).await;
    assert_eq!(kept.status, StatusCode::LOCKED);
    assert!(!kept.body.contains("Lena"));
    let csrf = kept.field("csrf");
    let held = kept.field("held");
    let sent = [
        ("csrf", csrf.as_str()),
        ("held", held.as_str()),
        ("held_for", new.as_str()),
        ("secret", testkit::PASSWORD),
    ];
    let back = browser.post("/hidden", &sent).await;
    assert_eq!(back.location(), format!("{new}?draft={KEY}"));
    assert!(browser.get(back.location()).await.body.contains("He hid her keys"));
}

#[tokio::test]
async fn only_digits_make_a_pin_and_it_can_be_taken_away() {
    let (_world, _, browser) = scene().await;
    for wrong in ["123", "1111", "12a4", "1234567890123", ""] {
        let answer = browser.send("/settings/pin", &[("pin", wrong)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(answer.body.contains("4 to 12 digits"), "{wrong}");
    }
    browser.send("/settings/pin", &[("pin", "0815")]).await;
    assert!(browser.get("/settings").await.body.contains("A PIN is set."));
    browser.send("/settings/pin", &[("remove", "yes")]).await;
    assert!(browser.get("/settings").await.body.contains("No PIN is set."));
}

#[tokio::test]
async fn while_it_is_shared_one_case_opens_as_strangers_may_see_it_and_nothing_else_does() {
    let (world, family, browser) = scene().await;
    let worker = world.app.account_list(&world.operator()).await.unwrap()[0].id;
    let base = format!("/cases/{}", family.case);
    let secret = "keeps the passport at her sister’s";
    let form = browser.get(&format!("{base}/new/effort")).await;
    let actor = family.sara.to_string();
    let fields = [("actor", actor.as_str()), ("act", secret), ("label", "survivor_confidential")];
    let recorded = browser.send_from(&form, &format!("{base}/new/effort"), &fields).await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.body);
    assert!(browser.get(&format!("{base}/efforts")).await.body.contains(secret), "the control: she sees it");

    let page = browser.get(&format!("{base}/share")).await;
    let unticked = browser.send_from(&page, &format!("{base}/share"), &[]).await;
    assert_eq!(unticked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(browser.get("/work").await.status == StatusCode::OK, "nothing began");
    let begun = browser.send_from(&page, &format!("{base}/share"), &[("looked", "yes")]).await;
    assert_eq!(begun.location(), format!("{base}/map"));

    let efforts = browser.get(&format!("{base}/efforts")).await;
    assert_eq!(efforts.status, StatusCode::OK);
    assert!(!efforts.body.contains(secret), "a covert effort is on a shared screen");
    assert!(efforts.body.contains("You are sharing your screen"));
    for path in ["/work", "/cases", "/menu", "/settings", &format!("{base}/new/effort"), &format!("{base}/visit")] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::LOCKED, "{path}");
        assert!(answer.body.contains("does not open while you share"), "{path}");
    }
    // Hidden and shown again, it is still shared.
    hide(&browser, &base).await;
    assert_eq!(unhide(&browser, testkit::PASSWORD).await.location(), base);
    assert_eq!(browser.get("/work").await.status, StatusCode::LOCKED);
    let csrf = browser.get(&base).await.field("csrf");
    let stopped = browser.post("/share/stop", &[("csrf", &csrf), ("held_for", &base)]).await;
    assert_eq!(stopped.location(), base);
    assert!(browser.get(&format!("{base}/efforts")).await.body.contains(secret));
    // Another session of the same person was never shared.
    let other = browser.another().signed_in(&world, worker).await;
    assert_eq!(other.get("/work").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_person_chooses_the_language_and_what_stands_on_the_tab() {
    let (_world, family, browser) = scene().await;
    let base = format!("/cases/{}", family.case);
    let page = browser.get("/settings").await;
    assert!(page.body.contains("Polski") && page.body.contains("lang=\"en\""));
    browser.send("/settings", &[("language", "pl"), ("titles", "plain")]).await;
    let page = browser.get(&base).await;
    assert!(page.body.contains("lang=\"pl\"") && page.body.contains("Moja praca"));
    assert!(page.body.contains("<title>Holdfast</title>"));
    browser.send("/settings", &[("language", "xx"), ("titles", "")]).await;
    let page = browser.get(&base).await;
    assert!(page.body.contains("lang=\"en\"") && !page.body.contains("<title>Holdfast</title>"));
}

#[tokio::test]
async fn the_browser_may_ask_for_a_language_and_the_office_may_say_one() {
    let (world, _, browser) = scene().await;
    let asked = browser.get_with("/work", "accept-language", "pl-PL,pl;q=0.9,en;q=0.8").await;
    assert!(asked.body.contains("lang=\"pl\""));
    let asked = browser.get_with("/work", "accept-language", "tlh,en;q=0.8").await;
    assert!(asked.body.contains("lang=\"en\""));
    let office = WebConfig { language: Some("en".to_owned()), ..WebConfig::default() };
    let browser = Browser::with(&world, office);
    let asked = browser.get_with("/sign-in", "accept-language", "pl").await;
    assert!(asked.body.contains("lang=\"en\""));
}

#[tokio::test]
async fn the_menu_finds_pages_forms_and_families_by_a_few_letters() {
    let (_world, family, browser) = scene().await;
    let menu = |query: &str| format!("/menu?q={query}&at={}", family.case);
    let all = browser.get(&menu("")).await;
    assert!(all.body.contains(&format!("/cases/{}/map", family.case)));
    assert!(all.body.contains(&format!("/cases/{}/new/behaviour", family.case)));
    let map = browser.get(&menu("patt")).await;
    assert!(map.body.contains("Pattern map</bdi>") && !map.body.contains("My work</bdi>"));
    let lena = browser.get(&menu("Lena")).await;
    assert!(lena.body.contains("Lena"));
    let none = browser.get(&menu("zzzz")).await;
    assert!(none.body.contains("Nothing has that name"));
    let json = browser.get_with(&menu("patt"), "accept", "application/json").await;
    let found: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    assert_eq!(found["groups"][0]["entries"][0]["words"], "Pattern map");
}
