//! The plans through their pages: made, refused, answered; each adult's own copy; a wording that is taken back.

use super::page::form;
use super::{Desk, whole};
use crate::browser::{Answer, between};
use axum::http::StatusCode;
use practice::ids::EntryId;
use practice::kinds::Kind;

/// The part of a page that is the copy itself.
fn article(page: &Answer) -> &str {
    between(&page.body, "<article", "</article>").unwrap()
}

async fn plan(desk: &Desk, person: EntryId, part: &str) -> EntryId {
    let page = desk.browser.get(&desk.path(&format!("new/plan?person={person}&then=plans"))).await;
    whole(&page);
    let done = form(&page).set("part", part).press(&desk.browser, None).await;
    assert_eq!(done.status, 303, "{}", between(&done.body, "error-summary", "</main>").unwrap_or(""));
    desk.last(Kind::Plan).await.id
}

/// Says whether the telephone may be used with him.
async fn usable(desk: &Desk, value: &str) {
    let page = desk.browser.get(&desk.entry(desk.family.monitoring, "revise")).await;
    let said = form(&page)
        .set("usable", value)
        .set("usable-wording", if value == "agreed" { "Telephones are private" } else { "" })
        .set("usable-on", if value == "agreed" { "1 November 2026" } else { "" })
        .set("reason", "She was asked");
    let done = said.press(&desk.browser, None).await;
    assert_eq!(done.status, 303, "{}", between(&done.body, "error-summary", "</main>").unwrap_or(""));
}

async fn goal(desk: &Desk, plan: EntryId) -> Answer {
    let page = desk.browser.get(&desk.path(&format!("new/goal?plan={plan}&then=plans"))).await;
    whole(&page);
    let f = &desk.family;
    form(&page)
        .set("aim", "stop")
        .tick("behaviours", &f.monitoring.to_string())
        .set("harms-0-child", &f.lena.to_string())
        .set("harms-0-what", "stopped writing to friends")
        .set("expected", "Opens nobody’s messages")
        .set("measure", "No message is quoted back")
        .set("verified_by-other", "the school office")
        .press(&desk.browser, None)
        .await
}

#[tokio::test]
async fn both_plans_are_made_and_each_copy_has_only_its_own() {
    let desk = Desk::new().await;
    let f = desk.family;
    let his = plan(&desk, f.marek, "change").await;
    let hers = plan(&desk, f.sara, "support").await;
    usable(&desk, "agreed").await;
    assert_eq!(goal(&desk, his).await.status, 303);
    let page = desk.browser.get(&desk.path(&format!("new/support?plan={hers}"))).await;
    let support = form(&page).set("wanted", "A key to my own door").set("asked", "yes");
    assert_eq!(support.press(&desk.browser, None).await.status, 303);

    let plans = desk.browser.get(&desk.path("plans")).await;
    whole(&plans);
    for said in ["Opens nobody’s messages", "A key to my own door", "copy.", "Lena"] {
        assert!(plans.body.contains(said), "{said}");
    }
    let copy = desk.browser.get(&desk.path(&format!("plans/change/{}", f.marek))).await;
    whole(&copy);
    assert!(article(&copy).contains("Telephones are private") && article(&copy).contains("the school office"));
    for never in ["every night", "A key to my own door", "Told directly"] {
        assert!(!article(&copy).contains(never), "{never}");
    }
    let own = desk.browser.get(&desk.path(&format!("plans/support/{}", f.sara))).await;
    whole(&own);
    assert!(article(&own).contains("A key to my own door") && !article(&own).contains("messages"));
    let word = desk.browser.get(&desk.path(&format!("plans/change/{}/word", f.marek))).await;
    assert_eq!(word.status, StatusCode::OK);
    let json = desk.browser.get(&format!("/api/v1/cases/{}/plan/change/{}", desk.case, f.marek)).await;
    assert!(json.body.contains("Telephones are private") && !json.body.contains("every night"));
    let with_him = desk.browser.get(&desk.path("with-him")).await;
    whole(&with_him);

    // Whatever is recorded of her changes no byte of his copy.
    let before = article(&copy).to_owned();
    let effort = desk.browser.get(&desk.path("new/effort")).await;
    let effort = form(&effort).set("actor", &f.sara.to_string()).set("act", "hides the telephone");
    assert_eq!(effort.press(&desk.browser, None).await.status, 303);
    let after = desk.browser.get(&desk.path(&format!("plans/change/{}", f.marek))).await;
    assert_eq!(before, article(&after));
}

#[tokio::test]
async fn a_wording_that_she_takes_back_is_gone_from_his_copy_at_once() {
    let desk = Desk::new().await;
    let his = plan(&desk, desk.family.marek, "change").await;
    usable(&desk, "agreed").await;
    assert_eq!(goal(&desk, his).await.status, 303);
    let copy = desk.path(&format!("plans/change/{}", desk.family.marek));
    assert!(article(&desk.browser.get(&copy).await).contains("Opens nobody’s messages"));
    usable(&desk, "no").await;
    let gone = desk.browser.get(&copy).await;
    assert!(!article(&gone).contains("Opens nobody’s messages"));
    let plans = desk.browser.get(&desk.path("plans")).await;
    assert!(plans.body.contains("Opens nobody’s messages") && plans.body.contains("it stays with the team"));
}

#[tokio::test]
async fn a_second_plan_for_the_same_adult_points_to_the_first_and_keeps_what_was_typed() {
    let desk = Desk::new().await;
    plan(&desk, desk.family.marek, "change").await;
    let page = desk.browser.get(&desk.path(&format!("new/plan?person={}", desk.family.marek))).await;
    let again =
        form(&page).set("copy-where", "at the office").set("copy-may", "yes").press(&desk.browser, None).await;
    whole(&again);
    assert_eq!(again.status, 422);
    assert!(
        again.body.contains("There is a plan of this kind for this person already")
            && again.body.contains("at the office")
    );
}

#[tokio::test]
async fn a_goal_that_is_a_service_is_advised_and_recorded_all_the_same() {
    let desk = Desk::new().await;
    let his = plan(&desk, desk.family.marek, "change").await;
    let page = desk.browser.get(&desk.path(&format!("new/goal?plan={his}&then=plans"))).await;
    let service = form(&page)
        .set("aim", "start")
        .tick("behaviours", &desk.family.monitoring.to_string())
        .tick("verified_by", &desk.family.sara.to_string())
        .set("expected", "Attends an anger management course")
        .set("measure", "Sara reports every week");
    let looked = service.press(&desk.browser, Some(("check", "1"))).await;
    whole(&looked);
    for said in ["names a service", "cannot be seen", "to control the person", "Only the family can tell"] {
        assert!(looked.body.contains(said), "{said}");
    }
    assert_eq!(service.press(&desk.browser, None).await.status, 303, "advice, never a block");
    let plans = desk.browser.get(&desk.path("plans")).await;
    assert!(plans.body.contains("names a service") && plans.body.contains("Only the family can tell"));
}

#[tokio::test]
async fn an_empty_goal_says_what_is_missing() {
    let desk = Desk::new().await;
    for kind in ["goal", "support"] {
        let page = desk.browser.get(&desk.path(&format!("new/{kind}"))).await;
        let refused = form(&page).set("known-0-words", "kept as typed").press(&desk.browser, None).await;
        whole(&refused);
        assert_eq!(refused.status, 422, "{kind}");
        assert!(refused.body.contains("kept as typed"));
    }
}
