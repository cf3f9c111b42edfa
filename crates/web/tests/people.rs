//! Finding people on the pages, and saying that two records are of one person.

use crate::browser::{Browser, scene};
use axum::http::StatusCode;
use practice::permission::{AccountRole, Relation};
use testkit::Family;

#[tokio::test]
async fn a_misspelt_name_is_found_with_why_and_without_a_figure() {
    let (_world, family, browser) = scene().await;
    let page = browser.get("/cases?q=Vishnievsky+Marek+1988").await;
    assert!(page.body.contains("Marek Wiśniewski") && page.body.contains(&format!("#e-{}", family.marek)));
    assert!(page.body.contains("sounds like") && page.body.contains("The same year of birth."), "{}", page.body);
    for never in ["%", "score", "Score"] {
        assert!(
            !page.body.split("<main").nth(1).unwrap().split("</main>").next().unwrap().contains(never),
            "{never}"
        );
    }
    let menu = browser.get("/menu?q=okafor+sarah").await;
    assert!(menu.body.contains("Lena and Tomek") && menu.body.contains("Sara Okafor"));
}

#[tokio::test]
async fn two_records_are_joined_and_parted_with_plain_forms_by_who_sees_both() {
    let (world, first, browser) = scene().await;
    let second = Family::new(2);
    let zoe = world.worker("zoe").await;
    world.open(&zoe, &second).await;
    let same = format!("/cases/{}/same", first.case);
    // Alone with the one case, nothing is said of the other.
    for path in [same.clone(), format!("/cases/{}/people", first.case), "/supervision".to_owned()] {
        let page = browser.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            !page.body.contains(&second.case.to_string()) && !page.body.contains("may be recorded twice"),
            "{path}"
        );
    }
    let post = format!("{same}/{}", first.marek);
    let (case, person) = (second.case.to_string(), second.marek.to_string());
    let fields =
        |what| [("other_case", case.as_str()), ("other_person", person.as_str()), ("basis", "met"), ("do", what)];
    assert_eq!(browser.send(&post, &fields("same")).await.status, StatusCode::NOT_FOUND, "a case that is not hers");

    world.relate(second.case, "amira", Relation::Allocated).await;
    let people = browser.get(&format!("/cases/{}/people", first.case)).await;
    assert!(people.body.contains("may be recorded twice"));
    let page = browser.get(&same).await;
    assert!(page.body.contains("Perhaps the same person") && page.body.contains(&person));
    assert_eq!(browser.send(&post, &fields("")).await.location(), same, "without an answer it asks again");
    let done = browser.send(&post, &fields("same")).await;
    assert_eq!(done.location(), format!("{same}?done=same-done"));
    let joined = browser.get(&same).await;
    assert!(joined.body.contains("value=\"part\"") && joined.body.contains("having met the person in both cases"));
    assert_eq!(browser.send(&post, &fields("part")).await.location(), format!("{same}?done=same-parted"));
    assert!(browser.get(&same).await.body.contains("took it back"));
}

#[tokio::test]
async fn a_supervisor_is_told_whom_to_ask_and_nothing_else() {
    let (world, first, browser) = scene().await;
    let second = Family::new(2);
    let zoe = world.worker("zoe").await;
    world.open(&zoe, &second).await;
    let boss = world.account("boss", &[AccountRole::Supervisor]).await;
    world.relate(first.case, "boss", Relation::SupervisorOf).await;
    let hers = Browser::another(&browser).signed_in(&world, boss.account()).await;
    let queue = hers.get("/supervision").await;
    assert!(queue.body.contains("Perhaps recorded twice") && queue.body.contains("Zoe"), "{}", queue.body);
    assert!(!queue.body.contains(&second.case.to_string()) && !queue.body.contains(&second.marek.to_string()));
    world.relate(second.case, "boss", Relation::Conflict).await;
    let queue = hers.get("/supervision").await;
    assert!(!queue.body.contains("Perhaps recorded twice") && !queue.body.contains("Zoe"));
}
