//! The wording check on pages, sent as a browser without script sends it, and as the script does: a small engine that says
//! by itself what will be found.

use crate::browser::between;
use crate::forms::{Desk, whole};
use axum::http::StatusCode;
use practice::kinds::Kind;
use practice::label::Label;
use practice::source::unconfirmed;

const TEXT: &str = "Sara failed to protect the children.\r\nMarek followed Sara to the school. Lena was grabbed.";

/// The key of the first line of a part.
fn key(body: &str, part: &str) -> String {
    let part = body.split(&format!("data-part=\"{part}\"")).nth(1).unwrap_or_default();
    let part = part.split("</section>").next().unwrap_or_default();
    between(part, "data-key=\"", "\"").unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_note_is_checked_without_script_and_stays_a_draft() {
    let desk = Desk::new().await;
    let empty = desk.browser.get(&desk.path("new/note")).await;
    whole(&empty);
    let fields = [("title", "Visit"), ("text", TEXT), ("check", "1")];
    let page = desk.browser.send_from(&empty, &desk.path("new/note"), &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    whole(&page);
    for part in [
        "failed to protect",
        "/help/wording/RSP101",
        "Marek to Sara",
        "hf-m hf-m--finding",
        "Put the question on file",
    ] {
        assert!(page.body.contains(part), "{part}");
    }
    assert!(!page.body.contains("govuk-error-summary__title"), "advice is no error");
    assert_eq!(desk.projection().await.of_kind(Kind::Note).count(), 1, "only the note that was there");
    // What was typed is in the draft.
    let again = desk.browser.get(&format!("{}?draft={}", desk.path("new/note"), page.field("draft"))).await;
    assert!(again.body.contains("Marek followed Sara to the school."));
}

#[tokio::test]
async fn a_finding_is_kept_with_a_reason_and_is_gone_with_the_finished_note() {
    let desk = Desk::new().await;
    let path = desk.path("new/note");
    let page = desk.browser.get(&path).await;
    let page = desk.browser.send_from(&page, &path, &[("title", "Visit"), ("text", TEXT), ("check", "1")]).await;
    let finding = key(&page.body, "findings");
    assert!(finding.starts_with("RSP101."), "{finding}");
    let base = [("title", "Visit"), ("text", TEXT)];
    let asked = desk.browser.send_from(&page, &path, &[base[0], base[1], ("keep", &finding)]).await;
    assert!(asked.body.contains("Choose why it is kept"), "a reason is asked for, and nothing is lost");
    let reason = format!("reason-{finding}");
    let words = format!("reason-{finding}-words");
    let kept = desk
        .browser
        .send_from(
            &asked,
            &path,
            &[base[0], base[1], ("keep", &finding), (&reason, "court"), (&words, "order, page 3")],
        )
        .await;
    assert!(kept.body.contains("Kept: These are the court’s words. order, page 3"));
    assert_eq!(key(&kept.body, "kept"), finding);
    assert_ne!(key(&kept.body, "findings"), finding);
    // It is kept in the draft, and lapses with its sentence.
    let draft = format!("{path}?draft={}", kept.field("draft"));
    assert_eq!(key(&desk.browser.get(&draft).await.body, "kept"), finding);
    let changed = TEXT.replace("the children", "Lena");
    let lapsed = desk.browser.send_from(&kept, &path, &[base[0], ("text", &changed), ("check", "1")]).await;
    assert_eq!(key(&lapsed.body, "kept"), "");
    // The finished note says nothing of it.
    let done = desk.browser.send_from(&kept, &path, &base).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "findings never block");
    let exported = desk.world.app.export(&desk.world.operator(), desk.case).await.unwrap();
    assert!(exported.contains("failed to protect") && !exported.contains("RSP101") && !exported.contains("page 3"));
    assert!(desk.world.app.drafts(&desk.worker).await.unwrap().is_empty());
}

#[tokio::test]
async fn wording_is_inserted_behind_the_sentence_with_its_blanks() {
    let desk = Desk::new().await;
    let path = desk.path("new/note");
    let page = desk.browser.get(&path).await;
    let page = desk.browser.send_from(&page, &path, &[("text", TEXT), ("check", "1")]).await;
    let finding = key(&page.body, "findings");
    let page = desk.browser.send_from(&page, &path, &[("text", TEXT), ("insert", &finding)]).await;
    assert!(page.body.contains("Sara failed to protect the children. Marek [what he did].\n"), "{}", page.body);
    assert!(page.body.contains("Still open:"));
}

#[tokio::test]
async fn a_suggestion_of_a_note_being_written_becomes_a_behaviour_with_its_words_as_source() {
    let desk = Desk::new().await;
    let path = desk.path("new/note");
    let page = desk.browser.get(&path).await;
    let told = format!("told:{}", desk.family.sara);
    let note = [
        ("title", "Visit"),
        ("text", TEXT),
        ("known-0-how", told.as_str()),
        ("label", "third_party"),
        ("check", "1"),
    ];
    let page = desk.browser.send_from(&page, &path, &note).await;
    let offer = key(&page.body, "offers");
    let mut take = note.to_vec();
    take[4] = ("take", &offer);
    let away = desk.browser.send_from(&page, &path, &take).await;
    assert_eq!(away.status, StatusCode::SEE_OTHER);
    let form = desk.browser.get(away.location()).await;
    whole(&form);
    assert!(form.body.contains("Followed Sara to the school"));
    let marek = desk.family.marek.to_string();
    let sara = desk.family.sara.to_string();
    let fields = [
        ("actor", marek.as_str()),
        ("act", "Followed Sara to the school"),
        ("targets", sara.as_str()),
        ("known-0-how", told.as_str()),
        ("known-0-words", "Marek followed Sara to the school."),
        ("label", "third_party"),
    ];
    let done = desk.browser.send_from(&form, &desk.path("new/behaviour"), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(done.location().contains("/new/note?draft="), "back to the note: {}", done.location());
    let back = desk.browser.get(done.location()).await;
    assert!(back.body.contains(">On the map<span"), "the offer knows that it was taken up");
    let recorded = desk.last(Kind::Behaviour).await;
    assert_eq!(recorded.content.label, Label::ThirdParty);
    assert_eq!(
        recorded.content.sources[0].words.as_ref().unwrap().words.as_str(),
        "Marek followed Sara to the school."
    );
    assert!(!unconfirmed(&recorded.content.sources), "the worker who writes the note knows from Sara herself");
    let map = desk.browser.get(&desk.path("map")).await;
    assert!(map.body.contains("Followed Sara to the school"), "on the map at once");
}

#[tokio::test]
async fn the_script_gets_the_list_with_places_that_its_text_field_counts() {
    let desk = Desk::new().await;
    let page = desk.browser.get(&desk.path("new/note")).await;
    let draft = page.field("draft");
    let url = format!("/drafts/{draft}?page={}", desk.path("new/note"));
    let text = "Żółć 🙂. Sara failed to protect.";
    let saved = desk.browser.send(&url, &[("wording", "text"), ("text", text), ("draft_version", "0")]).await;
    let answer: serde_json::Value = serde_json::from_str(&saved.body).unwrap();
    assert_eq!(answer["version"], 1);
    let place = &answer["wording"]["places"][0];
    let units: Vec<u16> = text.encode_utf16().collect();
    let (start, end) = (place[1].as_u64().unwrap() as usize, place[2].as_u64().unwrap() as usize);
    assert_eq!(String::from_utf16(&units[start..end]).unwrap(), "failed to protect");
    // A decision travels with a saved draft.
    let finding = place[3].as_str().unwrap();
    let fields = [("wording", "text"), ("text", text), ("draft_version", "1"), ("notrelevant", finding)];
    let saved = desk.browser.send(&url, &fields).await;
    let answer: serde_json::Value = serde_json::from_str(&saved.body).unwrap();
    assert!(answer["wording"]["html"].as_str().unwrap().contains("It is not relevant here"));
    // A form that asks for no findings gets none.
    let plain = desk.browser.send(&url, &[("text", text), ("draft_version", "2")]).await;
    assert!(serde_json::from_str::<serde_json::Value>(&plain.body).unwrap().get("wording").is_none());
}

#[tokio::test]
async fn a_text_in_another_language_is_never_all_clear() {
    let desk = Desk::new().await;
    let path = desk.path("new/note");
    let page = desk.browser.get(&path).await;
    let page = desk
        .browser
        .send_from(&page, &path, &[("text", "Nie zgodziła się. failed to protect"), ("check", "1")])
        .await;
    assert!(page.body.contains("This text was not checked."));
    assert!(page.body.contains("Nothing in it was checked."));
    assert!(!page.body.contains("Nothing to look at"));
}

#[tokio::test]
async fn names_and_texts_of_a_note_are_words_and_never_markup() {
    let desk = Desk::new().await;
    let path = desk.path("new/note");
    let page = desk.browser.get(&path).await;
    let text = "<img src=x onerror=alert(1)> failed to protect. Marek followed Sara <b>fast</b>.";
    let page = desk.browser.send_from(&page, &path, &[("text", text), ("check", "1")]).await;
    assert!(!page.body.contains("<img src=x") && !page.body.contains("<b>fast"));
}
