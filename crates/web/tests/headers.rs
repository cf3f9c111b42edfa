//! What every answer carries.

use crate::browser::{Answer, Browser, between};
use axum::http::StatusCode;
use axum::routing::get;
use testkit::{Family, World};
use web::{ROUTES, WebConfig};

/// What is missing or wrong in the headers of an answer.
fn faults(answer: &Answer) -> Vec<String> {
    let mut faults = Vec::new();
    let fixed = [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-robots-tag", "noindex, nofollow"),
    ];
    for (name, value) in fixed {
        if answer.header(name) != value {
            faults.push(format!("{name}: “{}”", answer.header(name)));
        }
    }
    let policy = answer.header("content-security-policy");
    let nonce = between(policy, "'nonce-", "'").unwrap_or_default();
    if nonce.len() < 40 {
        faults.push(format!("the number used once is “{nonce}”"));
    }
    let wanted = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; \
         trusted-types htmx holdfast"
    );
    if policy != wanted {
        faults.push(format!("content-security-policy: {policy}"));
    }
    let asset = answer.status == StatusCode::OK && answer.header("cache-control").contains("immutable");
    if answer.header("cache-control") != "no-store" && !asset {
        faults.push(format!("cache-control: “{}”", answer.header("cache-control")));
    }
    faults
}

#[tokio::test]
async fn every_route_has_them_whatever_it_answers() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("amira").await;
    world.open(&worker, &family).await;
    let visitor = Browser::new(&world);
    for route in ROUTES.iter().copied().flatten() {
        let path = route
            .path
            .replace("{case}", &family.case.to_string())
            .replace("{person}", &family.lena.to_string())
            .replace("{entry}", &family.monitoring.to_string())
            .replace("{kind}", "effort")
            .replace("{key}", "01900000-0000-7000-8000-000000000000")
            .replace("{name}", "nothing.css");
        let inside = visitor.another().signed_in(&world, worker.account()).await;
        for browser in [&visitor, &inside] {
            let answer = if route.changes() { browser.post(&path, &[]).await } else { browser.get(&path).await };
            assert_eq!(faults(&answer), Vec::<String>::new(), "{route:?} answered {}", answer.status);
            assert_no_inline(&answer, route.path);
        }
    }
    for path in ["/nowhere", "/cases/not-an-id/map", "/assets/"] {
        assert_eq!(faults(&visitor.get(path).await), Vec::<String>::new(), "{path}");
    }
}

fn assert_no_inline(answer: &Answer, path: &str) {
    for bad in [" style=", " onclick=", " onload=", "javascript:", "<style", "<script>"] {
        assert!(!answer.body.contains(bad), "{path} has {bad}");
    }
    for outside in ["src=\"http", "href=\"http", "action=\"http", "src=\"//", "href=\"//"] {
        assert!(!answer.body.contains(outside), "{path} leads away with {outside}");
    }
}

/// The control: an answer that is not dressed fails the same check.
#[tokio::test]
async fn a_bare_answer_fails_the_check() {
    let bare = Browser::on(axum::Router::new().route("/", get(|| async { "bare" })));
    assert!(faults(&bare.get("/").await).len() >= 8);
}

#[tokio::test]
async fn the_number_used_once_is_used_once() {
    let world = World::new().await;
    let visitor = Browser::new(&world);
    let a = visitor.get("/exit/done").await;
    let b = visitor.get("/exit/done").await;
    assert_ne!(a.header("content-security-policy"), b.header("content-security-policy"));
}

#[tokio::test]
async fn tls_is_promised_only_behind_tls() {
    let world = World::new().await;
    let plain = Browser::new(&world).get("/sign-in").await;
    assert_eq!(plain.header("strict-transport-security"), "");
    assert!(!plain.header("set-cookie").contains("Secure"));
    let config = WebConfig { behind_tls: true, hosts: vec!["cases.example".to_owned()], ..WebConfig::default() };
    let secure = Browser::with(&world, config).by_name("cases.example").get("/sign-in").await;
    assert_eq!(secure.header("strict-transport-security"), "max-age=63072000");
    let cookie = secure.header("set-cookie");
    assert!(cookie.starts_with("__Host-holdfast-before="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"), "{cookie}");
}

#[tokio::test]
async fn asked_by_another_name_nothing_is_served() {
    let world = World::new().await;
    let visitor = Browser::new(&world);
    for name in ["evil.example", "localhost.evil.example", ""] {
        let answer = visitor.by_name(name).get("/sign-in").await;
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{name}");
        assert_eq!(visitor.by_name(name).get("/health").await.status, StatusCode::OK);
    }
    assert_eq!(visitor.by_name("127.0.0.1:9").get("/sign-in").await.status, StatusCode::OK);
}

#[tokio::test]
async fn assets_are_there_compressed_and_kept_and_pages_are_compressed() {
    let world = World::new().await;
    let visitor = Browser::new(&world);
    let page = visitor.get("/sign-in").await;
    for (marked, kind) in [
        ("href=\"/assets/app-", "text/css"),
        ("src=\"/assets/app-", "text/javascript"),
        ("href=\"/assets/icon-", "image/svg+xml"),
    ] {
        let rest = between(&page.body, marked, "\"").expect("the page names it");
        let path = format!("{}{rest}", marked.split_once('"').unwrap().1);
        let plain = visitor.get(&path).await;
        assert_eq!(plain.status, StatusCode::OK, "{path}");
        assert!(plain.header("content-type").starts_with(kind), "{path}");
        assert!(plain.header("cache-control").contains("immutable"));
        for (coding, wanted) in
            [("br", "br"), ("gzip, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", "")]
        {
            let answer = visitor.get_with(&path, "accept-encoding", coding).await;
            assert_eq!(answer.header("content-encoding"), wanted, "{path} for {coding}");
        }
    }
    let packed = visitor.get_with("/sign-in", "accept-encoding", "br").await;
    assert_eq!(packed.header("content-encoding"), "br");
    assert!(packed.body.len() < page.body.len());
}
