//! The history of an entry, field by field; a recorded visit said anew; and drafts that are not brought back.

use super::page::form;
use super::{Desk, act, whole};
use axum::http::StatusCode;
use practice::kinds::{Body, Kind};

#[tokio::test]
async fn each_step_says_what_it_changed_by_whom_and_why() {
    let desk = Desk::new().await;
    let entry = desk.family.monitoring;
    let page = desk.browser.get(&desk.entry(entry, "revise")).await;
    let changed =
        form(&page).set("act", "Reads her letters").set("setting", "in the hall").set("reason", "She said so");
    assert_eq!(changed.press(&desk.browser, None).await.status, 303);
    let page = desk.browser.get(&desk.entry(entry, "relabel")).await;
    let closer = form(&page).set("label", "survivor_confidential").set("reason", "She asked for it");
    assert_eq!(closer.press(&desk.browser, None).await.status, 303);
    let entry_page = desk.browser.get(&desk.path(&format!("entries/{entry}"))).await;
    assert!(entry_page.body.contains(&format!("entries/{entry}/history")));
    let history = desk.browser.get(&desk.entry(entry, "history")).await;
    whole(&history);
    for told in
        ["Reads her letters", "in the hall", "She said so", "She asked for it", "Before", "After", "Nothing"]
    {
        assert!(history.body.contains(told), "{told}");
    }
    let (relabelled, recorded) = (history.body.find("She asked for it"), history.body.find("She said so"));
    assert!(relabelled < recorded, "the last step comes first");
}

#[tokio::test]
async fn a_recorded_visit_can_be_said_anew() {
    let desk = Desk::new().await;
    let begun = form(&desk.browser.get(&desk.path("visit")).await)
        .set("when", "17 November 2026")
        .tick("present", &desk.family.sara.to_string())
        .set("known-0-how", &format!("told:{}", desk.family.sara))
        .set("behaviour-act", "waits at the gate");
    assert_eq!(begun.press(&desk.browser, Some(("do", "record"))).await.status, 303);
    let visit = desk.last(Kind::Visit).await;
    let page = desk.browser.get(&desk.entry(visit.id, "revise")).await;
    whole(&page);
    assert_eq!(page.status, 200);
    let revised = form(&page)
        .set("present-other", "Her sister\nAn interpreter")
        .set("could_overhear", "Nobody")
        .set("reason", "Her sister was there too");
    assert_eq!(revised.press(&desk.browser, None).await.status, 303);
    let seen = desk.seen(visit.id).await;
    let Body::Visit(said) = &seen.content.body else { panic!() };
    assert_eq!((seen.revision, said.present.len()), (2, 3));
    assert_eq!(seen.content.occasion, visit.content.occasion);
    assert_eq!(act(&desk.last(Kind::Behaviour).await), "waits at the gate", "its lines stand as they were");
}

#[tokio::test]
async fn a_save_that_comes_late_does_not_bring_back_what_was_recorded() {
    let desk = Desk::new().await;
    let entry = desk.family.monitoring;
    let revise = desk.entry(entry, "revise");
    for address in [desk.path("new/behaviour"), revise.clone()] {
        let page = desk.browser.get(&address).await;
        let filled = form(&page)
            .set("actor", &desk.family.marek.to_string())
            .set("act", "waits at the gate")
            .tick("targets", &desk.family.sara.to_string())
            .set("reason", "She said so");
        let key = form(&page).get("draft").to_owned();
        let late = format!("/drafts/{key}?page={}", crate::browser::encoded(&address));
        let typed = [("act", "waits at the"), ("draft_version", "0")];
        assert_eq!(desk.browser.send(&late, &typed).await.status, StatusCode::OK);
        assert_eq!(filled.press(&desk.browser, None).await.status, 303);
        for version in ["0", "1", "700"] {
            let typed = [("act", "waits at the"), ("draft_version", version)];
            assert_eq!(desk.browser.send(&late, &typed).await.status, StatusCode::GONE, "{address}");
        }
        assert!(!desk.browser.get("/work").await.body.contains(key.as_str()), "nothing is left to take up");
    }
    let again = desk.browser.get(&revise).await;
    assert!(again.body.contains("waits at the gate"), "what was recorded, not a draft");
    let typed = [("act", "a next change"), ("draft_version", "0")];
    let next = format!("/drafts/{}?page={}", form(&again).get("draft"), crate::browser::encoded(&revise));
    assert_eq!(desk.browser.send(&next, &typed).await.status, StatusCode::OK, "the next change has its own draft");
}
