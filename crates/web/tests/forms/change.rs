//! Withdrawing, bringing back, relabelling: each asks why, and each says what became of the links.

use super::Desk;
use super::page::form;
use practice::kinds::Kind;
use practice::label::Label;
use practice::project::SeenChange;

#[tokio::test]
async fn a_change_needs_a_reason_and_keeps_the_history() {
    let desk = Desk::new().await;
    let entry = desk.family.monitoring;
    let page = desk.browser.get(&desk.entry(entry, "revise?then=map")).await;
    let filled = form(&page).set("act", "Reads her telephone at breakfast too");
    let refused = filled.press(&desk.browser, None).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("href=\"#reason\"") && refused.body.contains("at breakfast too"));
    let map = form(&refused).set("reason", "Sara said so today").follow(&desk.browser, None).await;
    assert!(map.body.contains("at breakfast too"));
    let seen = desk.seen(entry).await;
    assert_eq!((seen.revision, seen.history.len()), (2, 2));
    assert_eq!(seen.content.sources.len(), 2, "what was not changed stays");
}

#[tokio::test]
async fn withdrawn_and_brought_back_with_reasons() {
    let desk = Desk::new().await;
    let entry = desk.family.monitoring;
    let page = desk.browser.get(&desk.entry(entry, "withdraw")).await;
    assert!(page.body.contains("Takes the children to the neighbour"), "what is linked to it is named");
    let empty = form(&page).press(&desk.browser, None).await;
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains("href=\"#ground-c0-0\"") && empty.body.contains("href=\"#reason\""));
    let filled = form(&empty).set("ground", "duplicate").set("reason", "It is there twice");
    assert_eq!(filled.press(&desk.browser, None).await.status, 303);
    assert!(desk.seen(entry).await.withdrawn);
    let twice = filled.press(&desk.browser, None).await;
    assert_eq!(twice.status, 303, "the same form twice is the same thing");
    assert_eq!(desk.seen(entry).await.revision, 2);

    let wall = desk.browser.get(&desk.entry(entry, "revise")).await;
    assert_eq!(wall.status, 422);
    assert!(wall.body.contains("/reinstate"));
    let back = desk.browser.get(&desk.entry(entry, "reinstate?then=map")).await;
    let filled = form(&back).set("reason", "They are two acts");
    assert_eq!(filled.press(&desk.browser, None).await.status, 303);
    let seen = desk.seen(entry).await;
    assert!(!seen.withdrawn);
    assert_eq!(seen.history.last().unwrap().what, SeenChange::Reinstated);
    assert_eq!(seen.history.last().unwrap().reason.as_ref().unwrap().as_str(), "They are two acts");
    assert_eq!(desk.browser.get(&desk.entry(entry, "reinstate")).await.status, 422);
}

#[tokio::test]
async fn who_may_see_it_changes_alone() {
    let desk = Desk::new().await;
    let entry = desk.family.calming;
    let page = desk.browser.get(&desk.entry(entry, "relabel")).await;
    let same = form(&page).set("label", "professional").set("reason", "why").press(&desk.browser, None).await;
    assert_eq!(same.status, 422);
    let closer = form(&page).set("label", "survivor_confidential").set("reason", "She asked for it");
    assert_eq!(closer.press(&desk.browser, None).await.status, 303);
    let seen = desk.seen(entry).await;
    assert_eq!(seen.content.label, Label::SurvivorConfidential);
    assert_eq!(seen.history.last().unwrap().what, SeenChange::Relabelled);
}

#[tokio::test]
async fn a_note_does_not_change_and_offers_an_addendum() {
    let desk = Desk::new().await;
    let wall = desk.browser.get(&desk.entry(desk.family.note, "revise")).await;
    assert_eq!(wall.status, 422);
    let link = format!("new/note?addendum={}&#38;then=notes", desk.family.note);
    assert!(wall.body.contains(&link), "{}", wall.body);
    let page = desk.browser.get(&desk.path(&format!("new/note?addendum={}&then=notes", desk.family.note))).await;
    let filled = form(&page).set("title", "Addendum").set("text", "It was Tuesday.");
    assert_eq!(filled.press(&desk.browser, None).await.status, 303);
    let practice::kinds::Body::Note(note) = desk.last(Kind::Note).await.content.body else { panic!() };
    assert_eq!(note.addendum_to, Some(desk.family.note));
}

#[tokio::test]
async fn an_entry_that_is_not_there_is_not_there() {
    let desk = Desk::new().await;
    for change in ["revise", "withdraw", "reinstate", "relabel"] {
        let nobody = desk.browser.get(&desk.entry(desk.family.id(999), change)).await;
        let nonsense = desk.browser.get(&desk.path(&format!("entries/nonsense/{change}"))).await;
        assert_eq!((nobody.status, nonsense.status), (404.try_into().unwrap(), 404.try_into().unwrap()));
    }
}
