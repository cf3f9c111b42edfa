//! A visit recorded once, by a browser without script.

use super::page::{Form, form};
use super::{Desk, act, whole};
use crate::browser::Answer;
use practice::entry::Content;
use practice::ids::{EntryId, OccasionId};
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::source::{How, Who};
use practice::when::Happened;

/// The page with the sitting filled in.
async fn begun(desk: &Desk) -> Form {
    let page = desk.browser.get(&desk.path("visit")).await;
    whole(&page);
    form(&page)
        .set("when", "17 November 2026, 10:15")
        .tick("present", &desk.family.sara.to_string())
        .set("could_overhear", "Nobody")
        .set("known-0-how", &format!("told:{}", desk.family.sara))
        .set("label", "professional")
}

/// Adds a line and goes on to the page that comes back.
async fn add(desk: &Desk, filled: Form) -> Form {
    form(&filled.follow(&desk.browser, Some(("do", "add"))).await)
}

/// Without script, the kind of a line is chosen and its questions asked for.
async fn kind(desk: &Desk, shown: Form, kind: &str) -> Form {
    form(&shown.set("kind", kind).follow(&desk.browser, Some(("do", "show"))).await)
}

async fn record(desk: &Desk, shown: &Form) -> Answer {
    shown.press(&desk.browser, Some(("do", "record"))).await
}

async fn of_occasion(desk: &Desk, occasion: EntryId) -> Vec<(EntryId, Content)> {
    let projection = desk.projection().await;
    let of = Some(OccasionId(occasion.0));
    projection
        .all()
        .filter(|seen| seen.content.occasion == of)
        .map(|seen| (seen.id, seen.content.clone()))
        .collect()
}

#[tokio::test]
async fn twenty_two_lines_are_one_recording_with_nothing_typed_twice() {
    let desk = Desk::new().await;
    let mut shown = begun(&desk).await;
    let visit: EntryId = shown.get("visit").parse().unwrap();
    let before = desk.count().await;
    for n in 0..10 {
        shown = add(&desk, shown.set("behaviour-act", &format!("act {n}"))).await;
        assert_eq!(shown.get("behaviour-actor"), desk.family.marek.to_string());
        assert_eq!(shown.get("behaviour-targets"), desk.family.sara.to_string());
    }
    shown = kind(&desk, shown, "effort").await;
    assert!(!shown.get("effort-answers-0-to").is_empty(), "it answers the behaviour just added");
    shown = shown.tick("effort-for_whom", &desk.family.lena.to_string());
    for n in 0..6 {
        shown = add(&desk, shown.set("effort-act", &format!("effort {n}"))).await;
        assert_eq!(shown.get("effort-for_whom"), desk.family.lena.to_string(), "the last choice is remembered");
    }
    shown = kind(&desk, shown, "impact").await;
    shown = shown.set("impact-on", &format!("child:{}", desk.family.lena));
    for n in 0..6 {
        shown = add(&desk, shown.set("impact-what", &format!("effect {n}"))).await;
    }
    assert_eq!(shown.fields.iter().filter(|(name, _)| name == "line").count(), 22);
    assert_eq!(desk.count().await, before, "nothing is recorded before it is recorded");

    let done = record(&desk, &shown).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let entries = of_occasion(&desk, visit).await;
    assert_eq!((entries.len(), desk.count().await), (23, before + 23));
    let told = How::ToldDirectly { by: Who::Person(desk.family.sara) };
    for (id, content) in &entries {
        assert_eq!(content.happened, Happened::On("2026-11-17T10:15".parse().unwrap()));
        assert_eq!((&content.sources[0].how, content.label), (&told, Label::Professional));
        let seen = desk.seen(*id).await;
        assert_eq!(seen.history.len(), 1);
        assert_eq!(seen.history[0].recorded_at, desk.seen(visit).await.history[0].recorded_at, "one step");
    }
    let last_behaviour = entries.iter().rfind(|(_, c)| c.body.kind() == Kind::Behaviour).unwrap().0;
    let Body::Effort(effort) = &entries.iter().find(|(_, c)| c.body.kind() == Kind::Effort).unwrap().1.body else {
        panic!()
    };
    assert_eq!(effort.answers[0].to, last_behaviour, "a line may link to a line of the same visit");

    assert_eq!(record(&desk, &shown).await.status, 303, "the same form twice");
    assert_eq!(desk.count().await, before + 23);
}

#[tokio::test]
async fn a_line_can_differ_be_changed_and_be_taken_out() {
    let desk = Desk::new().await;
    let shown = begun(&desk).await.set("behaviour-act", "first");
    let visit: EntryId = shown.get("visit").parse().unwrap();
    let shown = add(&desk, shown).await;
    let own = shown.set("behaviour-act", "second").set("own-known-0-how", "seen").set("own-label", "third_party");
    let shown = add(&desk, own.set("own-when", "not known")).await;
    assert_eq!(shown.get("own-label"), "", "the exception was for one line");
    let shown = add(&desk, shown.set("behaviour-act", "third")).await;
    let shown = form(&shown.follow(&desk.browser, Some(("change", "0"))).await);
    assert_eq!(shown.get("behaviour-act"), "first");
    let shown = add(&desk, shown.set("behaviour-act", "first, mended")).await;
    let shown = form(&shown.follow(&desk.browser, Some(("remove", "2"))).await);
    assert_eq!(record(&desk, &shown).await.status, 303);
    let entries = of_occasion(&desk, visit).await;
    let acts: Vec<String> = entries
        .iter()
        .filter_map(|(_, content)| match &content.body {
            Body::Behaviour(behaviour) => Some(behaviour.act.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(acts, ["first, mended", "second"]);
    let second = &entries[2].1;
    assert_eq!((second.label, second.happened), (Label::ThirdParty, Happened::NotKnown));
    assert_eq!(second.sources[0].how, How::SeenByRecorder);
}

#[tokio::test]
async fn a_line_with_a_fault_comes_back_with_its_words() {
    let desk = Desk::new().await;
    let shown = begun(&desk).await;
    let without =
        Form { fields: shown.fields.iter().filter(|(n, _)| n != "behaviour-targets").cloned().collect(), ..shown };
    let answer = without.set("behaviour-act", "reads her post").press(&desk.browser, Some(("do", "add"))).await;
    whole(&answer);
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("reads her post") && answer.body.contains("href=\"#behaviour-targets-c0-0\""));
    let shown = add(&desk, form(&answer).tick("behaviour-targets", &desk.family.sara.to_string())).await;
    let answer = record(&desk, &shown.set("when", "31 February 2026")).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("31 February 2026") && answer.body.contains("href=\"#when\""));
    assert_eq!(record(&desk, &form(&answer).set("when", "yesterday")).await.status, 303);
}

#[tokio::test]
async fn what_is_typed_when_record_is_pressed_becomes_the_last_line() {
    let desk = Desk::new().await;
    let shown = begun(&desk).await.set("behaviour-act", "not yet added");
    assert_eq!(record(&desk, &shown).await.status, 303);
    assert_eq!(act(&desk.last(Kind::Behaviour).await), "not yet added");
}

#[tokio::test]
async fn words_typed_under_another_kind_move_along() {
    let desk = Desk::new().await;
    let shown = begun(&desk).await.set("kind", "effort").set("behaviour-act", "sings to Tomek");
    let shown = form(&shown.follow(&desk.browser, Some(("do", "add"))).await);
    assert_eq!(shown.get("effort-act"), "sings to Tomek");
    assert_eq!(shown.fields.iter().filter(|(name, _)| name == "line").count(), 0, "first its own questions");
}

#[tokio::test]
async fn the_lines_are_in_the_draft_when_the_connection_drops() {
    let desk = Desk::new().await;
    let shown = add(&desk, begun(&desk).await.set("behaviour-act", "first")).await;
    let key = shown.get("draft").to_owned();
    let empty = desk.browser.get(&desk.path("visit")).await;
    assert!(empty.body.contains(&format!("visit?draft={key}")), "a visit that is not recorded is offered");
    let again = form(&desk.browser.get(&desk.path(&format!("visit?draft={key}"))).await);
    assert_eq!(again.get("visit"), shown.get("visit"));
    assert_eq!((again.get("when"), again.get("could_overhear")), ("17 November 2026, 10:15", "Nobody"));
    assert_eq!(record(&desk, &again).await.status, 303);
    let gone = form(&desk.browser.get(&desk.path(&format!("visit?draft={key}"))).await);
    assert!(!gone.fields.iter().any(|(name, _)| name == "line"), "the draft is done");
}

#[tokio::test]
async fn the_session_ends_while_a_line_is_typed_and_nothing_is_lost() {
    let desk = Desk::new().await;
    let shown = add(&desk, begun(&desk).await.set("behaviour-act", "first")).await;
    let session = desk.browser.cookie("holdfast").unwrap();
    desk.world.app.sign_out(&session).await.unwrap();
    let answer = shown.set("behaviour-act", "half a sent").press(&desk.browser, Some(("do", "add"))).await;
    assert_eq!(answer.status, 401);
    let signed = form(&answer).set("name", "amira").set("password", testkit::PASSWORD);
    let back = form(&signed.follow(&desk.browser, None).await);
    assert_eq!(back.get("behaviour-act"), "half a sent");
    assert_eq!(back.fields.iter().filter(|(name, _)| name == "line").count(), 1);
}

#[tokio::test]
async fn lines_added_in_two_windows_are_all_there() {
    let desk = Desk::new().await;
    let shown = add(&desk, begun(&desk).await.set("behaviour-act", "first")).await;
    let here = add(&desk, shown.clone().set("behaviour-act", "in this window")).await;
    let there = add(&desk, shown.set("behaviour-act", "in the other")).await;
    let lines = |form: &Form| form.fields.iter().filter(|(name, _)| name == "line").count();
    assert_eq!((lines(&here), lines(&there)), (2, 3));
}

#[tokio::test]
async fn advice_asks_about_a_child_nobody_spoke_of_and_never_blocks() {
    let desk = Desk::new().await;
    let on_lena = format!("child:{}", desk.family.lena);
    let shown = kind(&desk, begun(&desk).await, "impact").await.set("impact-on", &on_lena);
    let page = shown.set("impact-what", "does not sleep").follow(&desk.browser, Some(("do", "add"))).await;
    assert!(page.body.contains("Nothing about Tomek in this visit"));
    assert!(!page.body.contains("Nothing about Lena in this visit"));
    let ask = format!("child:{}", desk.family.tomek);
    let asked = form(&form(&page).follow(&desk.browser, Some(("ask", &ask))).await);
    assert_eq!((asked.get("kind"), asked.get("impact-on")), ("impact", ask.as_str()));
    assert_eq!(record(&desk, &form(&page)).await.status, 303, "advice only");
}

#[tokio::test]
async fn a_line_cannot_name_somebody_of_another_case() {
    let desk = Desk::new().await;
    let other = testkit::Family::new(2);
    desk.world.open(&desk.worker, &other).await;
    let shown = begun(&desk).await.set("behaviour-act", "x").set("behaviour-targets", &other.sara.to_string());
    let answer = shown.press(&desk.browser, Some(("do", "add"))).await;
    assert_eq!(answer.status, 422);
    let line = serde_json::json!({
        "id": desk.family.id(500), "kind": "behaviour",
        "raw": { "actor": [desk.family.marek], "act": ["x"], "targets": [other.sara] }
    });
    let forged = begun(&desk).await.tick("line", &line.to_string());
    let before = desk.count().await;
    let answer = record(&desk, &forged).await;
    assert_eq!((answer.status, desk.count().await), (422.try_into().unwrap(), before));
}
