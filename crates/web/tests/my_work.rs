//! My work and the list of cases.

use crate::browser::{Browser, scene};
use axum::http::StatusCode;
use practice::permission::Relation;
use testkit::World;

#[tokio::test]
async fn a_case_stands_under_the_names_of_its_children() {
    let (_world, family, browser) = scene().await;
    for path in ["/work", "/cases"] {
        let page = browser.get(path).await;
        let link = format!("<a class=\"govuk-link\" href=\"/cases/{}\"><bdi>Lena and Tomek</bdi></a>", family.case);
        assert!(page.body.contains(&link), "{path}");
        let (children, harm, hold) = (page.body.find("8 and 4"), page.body.find("Marek"), page.body.find("Sara"));
        assert!(children.is_some() && children < harm && harm < hold, "{path}");
        assert!(!page.body.contains("Wiśniewsk") && !page.body.contains("Okafor"), "no surnames on {path}");
    }
}

#[tokio::test]
async fn the_search_finds_a_case_by_any_name_in_it_and_says_what_to_do_when_it_does_not() {
    let (_world, family, browser) = scene().await;
    for name in ["lena", "LEN", "wisniewska", "okafor", "marek", "ines"] {
        let page = browser.get(&format!("/cases?q={name}")).await;
        assert!(page.body.contains(&format!("/cases/{}", family.case)), "{name}");
    }
    let none = browser.get("/cases?q=%3Cb%3Ezzz").await;
    assert_eq!(none.status, StatusCode::OK);
    assert!(none.body.contains("None of your cases has this name") && none.body.contains("&#60;b&#62;zzz"));
}

#[tokio::test]
async fn an_empty_list_says_what_belongs_there_and_how_to_begin() {
    let world = World::new().await;
    let worker = world.worker("new").await;
    let browser = Browser::new(&world).signed_in(&world, worker.account()).await;
    for path in ["/work", "/cases"] {
        let page = browser.get(path).await;
        assert!(page.body.contains("each under the names of its children"), "{path}");
        assert!(page.body.contains("href=\"/cases/new\""), "{path}");
    }
}

#[tokio::test]
async fn a_conflict_takes_the_case_out_of_every_list() {
    let (world, family, browser) = scene().await;
    world.relate(family.case, "amira", Relation::Conflict).await;
    for path in ["/work", "/cases", "/cases?q=lena"] {
        assert!(!browser.get(path).await.body.contains(&family.case.to_string()), "{path}");
    }
}
