//! Every word of the pages comes from the Fluent files.

use crate::browser::Browser;
use testkit::{Family, World};
use web::{ROUTES, WebConfig, WebState};
use words::Words;

#[tokio::test]
async fn no_page_asks_for_words_that_are_not_there() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("amira").await;
    world.open(&worker, &family).await;
    let words = Words::new("en").unwrap();
    let config = WebConfig { first_run_token: Some("t".into()), ..WebConfig::default() };
    let state = WebState::with_words(world.app.clone(), config, words.clone());
    let visitor = Browser::on(web::router(state));
    let browser = visitor.another().signed_in(&world, worker.account()).await;
    for route in ROUTES.iter().copied().flatten() {
        for kind in practice::kinds::Kind::ALL {
            let path = route
                .path
                .replace("{case}", &family.case.to_string())
                .replace("{person}", &family.lena.to_string())
                .replace("{entry}", &family.monitoring.to_string())
                .replace("{kind}", kind.code())
                .replace("{key}", "01900000-0000-7000-8000-000000000000");
            for browser in [&visitor, &browser] {
                let answer =
                    if route.changes() { browser.post(&path, &[]).await } else { browser.get(&path).await };
                assert!(
                    !answer.body.contains('⟪'),
                    "{path}: {:?}",
                    crate::browser::between(&answer.body, "⟪", "⟫")
                );
                if route.path.contains("/exit") || route.path.contains("sign-out") {
                    break;
                }
            }
            if !route.path.contains("{kind}") {
                break;
            }
        }
    }
    assert_eq!(words.missing(), Vec::<String>::new());
    assert_eq!(words.problems(), &Vec::<String>::new()[..]);
}
