//! Two people change the same entry: nothing of either is lost.

use super::page::form;
use super::{Desk, act, whole};
use practice::kinds::Body;

fn setting(seen: &practice::project::Seen) -> Option<String> {
    match &seen.content.body {
        Body::Behaviour(behaviour) => behaviour.setting.as_ref().map(ToString::to_string),
        _ => None,
    }
}

#[tokio::test]
async fn both_texts_stay_unless_somebody_chooses_otherwise() {
    let desk = Desk::new().await;
    let colleague = desk.colleague().await;
    let entry = desk.family.monitoring;
    let path = desk.entry(entry, "revise?then=map");
    let (hers, his) = (desk.browser.get(&path).await, colleague.get(&path).await);
    let first = form(&his).set("act", "Reads her letters").set("setting", "in the hall").set("reason", "seen");
    assert_eq!(first.press(&colleague, None).await.status, 303);

    let second = form(&hers).set("act", "Reads her messages").set("reason", "told");
    let conflict = second.press(&desk.browser, None).await;
    whole(&conflict);
    assert_eq!(conflict.status, 409);
    assert!(conflict.body.contains("Reads her letters") && conflict.body.contains("Reads her messages"));
    assert!(conflict.body.contains("Bella"), "who changed it");
    assert_eq!(desk.seen(entry).await.revision, 2, "nothing is recorded yet");

    let kept = form(&conflict);
    assert_eq!(kept.get("pick-act"), "both");
    assert_eq!(kept.press(&desk.browser, None).await.status, 303);
    let seen = desk.seen(entry).await;
    assert_eq!(seen.revision, 3);
    assert_eq!(act(&seen), "Reads her letters; Reads her messages");
    assert_eq!(setting(&seen).as_deref(), Some("in the hall"), "what only the other changed is kept");
    assert_eq!(seen.history[2].reason.as_ref().unwrap().as_str(), "told");
    assert_eq!(seen.content.sources.len(), 2);
}

#[tokio::test]
async fn one_version_can_be_chosen_and_the_joined_text_edited() {
    for (pick, expected) in
        [("yours", "Reads her messages"), ("saved", "Reads her letters"), ("both", "Reads all she gets")]
    {
        let desk = Desk::new().await;
        let entry = desk.family.monitoring;
        let page = desk.browser.get(&desk.entry(entry, "revise")).await;
        let first = form(&page).set("act", "Reads her letters").set("reason", "a");
        assert_eq!(first.press(&desk.browser, None).await.status, 303);
        let conflict =
            form(&page).set("act", "Reads her messages").set("reason", "b").press(&desk.browser, None).await;
        assert_eq!(conflict.status, 409);
        let chosen = form(&conflict).set("pick-act", pick).set("both-act", "Reads all she gets");
        assert_eq!(chosen.press(&desk.browser, None).await.status, 303);
        assert_eq!(act(&desk.seen(entry).await), expected);
    }
}

#[tokio::test]
async fn different_fields_are_merged_without_asking_and_twice_is_once() {
    let desk = Desk::new().await;
    let colleague = desk.colleague().await;
    let entry = desk.family.monitoring;
    let path = desk.entry(entry, "revise");
    let (hers, his) = (desk.browser.get(&path).await, colleague.get(&path).await);
    assert_eq!(form(&his).set("setting", "at home").set("reason", "a").press(&colleague, None).await.status, 303);
    let mine = form(&hers).set("act", "Reads her messages").set("reason", "b");
    assert_eq!(mine.press(&desk.browser, None).await.status, 303);
    let seen = desk.seen(entry).await;
    assert_eq!((act(&seen).as_str(), setting(&seen).as_deref()), ("Reads her messages", Some("at home")));
    assert_eq!(mine.press(&desk.browser, None).await.status, 303);
    assert_eq!(desk.seen(entry).await.revision, 3, "sent a second time, it changes nothing");
}

#[tokio::test]
async fn where_both_cannot_stand_somebody_has_to_choose() {
    let desk = Desk::new().await;
    let entry = desk.family.monitoring;
    let page = desk.browser.get(&desk.entry(entry, "revise")).await;
    assert_eq!(form(&page).set("when", "2024").set("reason", "a").press(&desk.browser, None).await.status, 303);
    let conflict = form(&page).set("when", "2025").set("reason", "b").press(&desk.browser, None).await;
    assert_eq!(conflict.status, 409);
    let undecided = form(&conflict).press(&desk.browser, None).await;
    assert_eq!(undecided.status, 409);
    assert!(undecided.body.contains("govuk-error-summary"));
    assert_eq!(desk.seen(entry).await.revision, 2);
    let chosen = form(&undecided).set("pick-when", "yours").press(&desk.browser, None).await;
    assert_eq!(chosen.status, 303);
    assert_eq!(desk.seen(entry).await.content.happened.begins().unwrap().year(), 2025);
}

#[tokio::test]
async fn a_third_change_in_between_is_compared_again() {
    let desk = Desk::new().await;
    let entry = desk.family.monitoring;
    let page = desk.browser.get(&desk.entry(entry, "revise")).await;
    let change = |act: &str| form(&page).set("act", act).set("reason", "r");
    assert_eq!(change("One").press(&desk.browser, None).await.status, 303);
    let conflict = change("Two").press(&desk.browser, None).await;
    let now = desk.browser.get(&desk.entry(entry, "revise")).await;
    let third = form(&now).set("act", "Three").set("reason", "r");
    assert_eq!(third.press(&desk.browser, None).await.status, 303);
    let again = form(&conflict).set("pick-act", "yours").press(&desk.browser, None).await;
    assert_eq!(again.status, 409);
    assert!(again.body.contains("Three"));
    assert_eq!(act(&desk.seen(entry).await), "Three");
}

#[tokio::test]
async fn withdrawing_what_somebody_else_changed_says_so_and_records_nothing() {
    let desk = Desk::new().await;
    let entry = desk.family.monitoring;
    let withdraw = desk.browser.get(&desk.entry(entry, "withdraw")).await;
    let revise = desk.browser.get(&desk.entry(entry, "revise")).await;
    assert_eq!(form(&revise).set("act", "New").set("reason", "r").press(&desk.browser, None).await.status, 303);
    let filled = form(&withdraw).set("ground", "duplicate").set("reason", "there twice");
    let moved = filled.press(&desk.browser, None).await;
    whole(&moved);
    assert_eq!(moved.status, 409);
    assert!(moved.body.contains("there twice"), "what was typed is still there");
    assert!(!desk.seen(entry).await.withdrawn);
}
