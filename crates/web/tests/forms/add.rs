//! Adding entries: what a link knows is filled in, faults lose nothing, the same form sent twice is one entry.

use super::page::form;
use super::{Desk, act, whole};
use practice::kinds::impact::{ImpactOn, Pathway};
use practice::kinds::people::Role;
use practice::kinds::{Body, Kind};
use testkit::Family;

#[tokio::test]
async fn a_behaviour_with_three_answers_is_on_the_map() {
    let desk = Desk::new().await;
    let page = desk.browser.get(&desk.path("new/behaviour?then=map")).await;
    whole(&page);
    let filled = form(&page).set("act", "hides the car keys").tick("targets", &desk.family.sara.to_string());
    assert_eq!(filled.get("actor"), desk.family.marek.to_string(), "the one whose behaviour is the worry");
    let map = filled.follow(&desk.browser, None).await;
    assert!(map.body.contains("hides the car keys"));
    assert!(map.body.contains("Recorded."));
    assert_eq!(act(&desk.last(Kind::Behaviour).await), "hides the car keys");
}

#[tokio::test]
async fn an_empty_cell_knows_behaviour_way_and_child() {
    let desk = Desk::new().await;
    let (monitoring, tomek) = (desk.family.monitoring, desk.family.tomek);
    let link = desk.path(&format!("new/impact?behaviour={monitoring}&pathway=through_care&child={tomek}&then=map"));
    let line = desk.browser.get_with(&link, "hx-request", "true").await;
    whole(&line);
    assert!(!line.body.contains("<html"), "with script it is one line");
    assert!(line.body.contains("Tomek"));
    let page = desk.browser.get(&link).await;
    assert!(page.body.contains("<html"), "without script it is a page");
    for shown in [line, page] {
        let sent = form(&shown).set("what", "wakes at every sound").press(&desk.browser, None).await;
        assert_eq!(sent.status, 303);
        assert!(sent.location().ends_with(&format!("/map?done=recorded#e-{monitoring}")), "{}", sent.location());
        let Body::Impact(impact) = desk.last(Kind::Impact).await.content.body else { panic!() };
        assert_eq!(impact.on, ImpactOn::Child(tomek));
        assert_eq!((impact.from[0].behaviour, impact.from[0].pathway), (monitoring, Pathway::ThroughCare));
    }
}

#[tokio::test]
async fn the_same_form_twice_is_one_entry() {
    let desk = Desk::new().await;
    let page = desk.browser.get(&desk.path("new/unknown?then=gaps")).await;
    let filled = form(&page).set("question", "Who fetches Lena on Fridays?");
    let before = desk.count().await;
    let first = filled.press(&desk.browser, None).await;
    let second = filled.press(&desk.browser, None).await;
    assert_eq!((first.status, second.status), (303.try_into().unwrap(), 303.try_into().unwrap()));
    assert_eq!(first.location(), second.location());
    assert_eq!(desk.count().await, before + 1);
}

#[tokio::test]
async fn the_same_form_with_other_words_is_refused_and_kept() {
    let desk = Desk::new().await;
    let page = desk.browser.get(&desk.path("new/unknown")).await;
    let filled = form(&page).set("question", "First?");
    assert_eq!(filled.press(&desk.browser, None).await.status, 303);
    let other = filled.set("question", "Second, quite different?").press(&desk.browser, None).await;
    assert_eq!(other.status, 422);
    assert!(other.body.contains("Second, quite different?"));
}

#[tokio::test]
async fn faults_are_all_named_and_nothing_typed_is_lost() {
    let desk = Desk::new().await;
    let page = desk.browser.get(&desk.path("new/behaviour")).await;
    let long = "Wojciechowska-Przybyszewska ".repeat(12);
    let filled = form(&page).set("act", &long).set("when", "31 February 2026").set("setting", "w domu <b>");
    let before = desk.count().await;
    let answer = filled.press(&desk.browser, None).await;
    whole(&answer);
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("<title>Error: "));
    assert!(answer.body.contains("govuk-error-summary"));
    assert!(answer.body.contains("href=\"#when\"") && answer.body.contains("href=\"#targets-c0-0\""));
    assert!(answer.body.contains(long.trim()) && answer.body.contains("31 February 2026"));
    assert!(answer.body.contains("w domu &#60;b&#62;") && !answer.body.contains("w domu <b>"));
    assert_eq!(form(&answer).get("entry"), form(&page).get("entry"), "the same form, not a new one");
    assert_eq!(desk.count().await, before);
    let mended = form(&answer).set("when", "28 February 2026").tick("targets", &desk.family.sara.to_string());
    assert_eq!(mended.press(&desk.browser, None).await.status, 303);
}

#[tokio::test]
async fn an_entry_of_another_case_cannot_be_named() {
    let desk = Desk::new().await;
    let other = Family::new(2);
    desk.world.open(&desk.worker, &other).await;
    let page = desk.browser.get(&desk.path("new/effort")).await;
    for behaviour in [other.monitoring, desk.family.id(999)] {
        let filled = form(&page).set("act", "sings").set("answers-0-to", &behaviour.to_string());
        let answer = filled.press(&desk.browser, None).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("not in this family"), "the same words for both");
        assert!(!answer.body.contains("Reads her telephone every night</option>"));
    }
}

#[tokio::test]
async fn a_new_child_is_a_child_on_every_page_at_once() {
    let desk = Desk::new().await;
    let page = desk.browser.get(&desk.path("new/person?role=child&then=people")).await;
    let filled = form(&page).set("name", "Łucja Żółć").set("known_as", "Łucja").set("born", "March 2025");
    assert_eq!(filled.get("role"), "child");
    let people = filled.follow(&desk.browser, None).await;
    assert!(people.body.contains("/children/"));
    let Body::RoleDecision(decision) = desk.last(Kind::RoleDecision).await.content.body else { panic!() };
    assert_eq!((decision.role, decision.person), (Role::Child, desk.last(Kind::Person).await.id));
    let again = filled.press(&desk.browser, None).await;
    assert_eq!(again.status, 303, "twice is once, with the part as well");
}

#[tokio::test]
async fn another_row_is_added_without_recording_and_without_script() {
    let desk = Desk::new().await;
    let page = desk.browser.get(&desk.path("new/effort")).await;
    let filled =
        form(&page).set("act", "sings").set("made_possible-0-what", "sleep").set("made_possible-1-what", "calm");
    let before = desk.count().await;
    let more = filled.press(&desk.browser, Some(("more", "made_possible"))).await;
    assert_eq!((more.status, desk.count().await), (200.try_into().unwrap(), before));
    assert!(more.body.contains("made_possible-3-what"));
    assert_eq!(form(&more).get("made_possible-1-what"), "calm");
}

#[tokio::test]
async fn finishing_later_keeps_the_words_in_the_draft() {
    let desk = Desk::new().await;
    let page = desk.browser.get(&desk.path("new/note?then=notes")).await;
    let filled = form(&page).set("text", "Half a sentence");
    let key = filled.get("entry").to_owned();
    assert_eq!(filled.press(&desk.browser, Some(("later", "1"))).await.status, 303);
    let again = desk.browser.get(&desk.path(&format!("new/note?draft={key}"))).await;
    assert!(again.body.contains("Half a sentence"));
    assert_eq!(form(&again).get("entry"), key);
    let done = form(&again).set("title", "Call").press(&desk.browser, None).await;
    assert_eq!(done.status, 303);
    let gone = desk.browser.get(&desk.path(&format!("new/note?draft={key}"))).await;
    assert!(!gone.body.contains("Half a sentence"), "the draft is done");
}

#[tokio::test]
async fn every_form_and_every_change_page_opens() {
    let desk = Desk::new().await;
    for kind in Kind::ALL {
        let status = desk.browser.get(&desk.path(&format!("new/{}", kind.code()))).await;
        whole(&status);
        assert_eq!(
            status.status,
            if matches!(kind, Kind::Visit | Kind::Document | Kind::Interview) { 404 } else { 200 },
            "{kind:?}"
        );
    }
    let projection = desk.projection().await;
    for seen in projection.all() {
        for change in ["revise", "withdraw", "relabel"] {
            let page = desk.browser.get(&desk.entry(seen.id, change)).await;
            whole(&page);
            let note = change == "revise" && seen.content.body.kind() == Kind::Note;
            assert_eq!(page.status, if note { 422 } else { 200 }, "{change} {:?}", seen.content.body.kind());
        }
    }
}
