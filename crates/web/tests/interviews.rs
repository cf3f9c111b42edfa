//! Interviews, gone through by a browser without script: questions by section, more questions with an answer, recorded in parts,
//! and what the answers become confirmed one by one.

use crate::forms::page::{Form, form};
use crate::forms::{Desk, whole};
use practice::entry::Content;
use practice::ids::EntryId;
use practice::kinds::interview::{Interview, Said};
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::record::{Draft, Intent};
use practice::source::{How, Who};

async fn begin(desk: &Desk, instrument: &str, person: EntryId) -> Form {
    let page =
        desk.browser.get(&desk.path(&format!("interviews/ask?instrument={instrument}&person={person}"))).await;
    whole(&page);
    form(&page)
}

async fn next(desk: &Desk, shown: Form) -> Form {
    let page = shown.follow(&desk.browser, Some(("do", "next"))).await;
    whole(&page);
    form(&page)
}

async fn interview(desk: &Desk) -> (EntryId, Content, Interview) {
    let seen = desk.last(Kind::Interview).await;
    match seen.content.body.clone() {
        Body::Interview(interview) => (seen.id, seen.content, interview),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn answers_are_kept_section_by_section_and_become_entries_only_when_confirmed() {
    let desk = Desk::new().await;
    let (before, sara) = (desk.count().await, desk.family.sara);
    let shown = begin(&desk, "strengths", sara).await;
    let shown = shown.set("q-proud", "I sing to them in bed").set("l-proud", "pl").set("q-soothe", "I hum");
    let shown = next(&desk, shown.set("s-learn", "Tomek woke up")).await;
    let shown = next(&desk, shown.set("q-family", "We ring my aunt on Sundays")).await;
    assert_eq!(shown.get("q-proud"), "I sing to them in bed", "what was answered before is carried along");
    let end = form(&shown.set("go", "end").follow(&desk.browser, None).await);
    let end =
        end.set("alone", "yes").set("could_overhear", "Nobody").set("kept", "yes").set("kept_words", "Keep it");
    let page = end.follow(&desk.browser, Some(("do", "record"))).await;
    whole(&page);
    let (id, content, said) = interview(&desk).await;
    assert_eq!(desk.count().await, before + 1, "nothing but the interview is recorded");
    assert_eq!(content.label, Label::SurvivorConfidential);
    assert!(!said.finished && said.alone == Some(true) && said.with == [sara]);
    assert_eq!(said.answers.len(), 3);
    assert_eq!(said.answers[0].asked.as_str(), "What do you do for your children that you are glad of?");
    assert_eq!(said.skipped[0].why.as_str(), "Tomek woke up");
    assert!(said.kept.as_ref().is_some_and(|kept| kept.agreed));

    // The first is changed and confirmed, the second left, the third confirmed as it is.
    let first = form(&page);
    assert_eq!(first.get("act"), "I sing to them in bed");
    assert_eq!(first.get("actor"), sara.to_string());
    let sent = first.clone().set("act", "Sings to the children in Polish at bedtime");
    let page = sent.follow(&desk.browser, Some(("do", "confirm"))).await;
    let effort = desk.last(Kind::Effort).await;
    assert_eq!(effort.content.occasion.map(|o| EntryId(o.0)), Some(id));
    assert_eq!(effort.content.sources[0].how, How::ToldDirectly { by: Who::Person(sara) });
    assert_eq!(
        effort.content.sources[0].words.as_ref().map(|quote| quote.words.as_str()),
        Some("I sing to them in bed"),
        "her own words stay beside the act"
    );
    // The same form sent twice is one entry.
    let efforts = desk.projection().await.of_kind(Kind::Effort).count();
    sent.press(&desk.browser, Some(("do", "confirm"))).await;
    assert_eq!(desk.projection().await.of_kind(Kind::Effort).count(), efforts);
    let page = form(&page).follow(&desk.browser, Some(("do", "leave"))).await;
    form(&page).press(&desk.browser, Some(("do", "confirm"))).await;
    let (_, _, said) = interview(&desk).await;
    assert_eq!(said.answers[0].entries, [effort.id]);
    assert!(said.answers[1].left && said.answers[1].entries.is_empty());
    assert_eq!(said.answers[2].entries.len(), 1);
    let done = desk.browser.get(&desk.path(&format!("interviews/{id}/confirm"))).await;
    assert_eq!(done.status, 303, "there is nothing left to confirm");
    let read = desk.browser.get(&desk.path(&format!("entries/{id}"))).await;
    whole(&read);
    assert!(read.body.contains("We ring my aunt on Sundays"));

    // Taken up again: what was answered is there, and stays with its words and its entries.
    let again = desk.browser.get(&desk.path(&format!("interviews/ask?interview={id}"))).await;
    whole(&again);
    let shown = form(&again).set("q-joy", "We bake").set("go", "end");
    let end = form(&shown.follow(&desk.browser, None).await);
    end.press(&desk.browser, Some(("do", "finish"))).await;
    let (_, _, now) = interview(&desk).await;
    assert!(now.finished && now.answers.len() == 4);
    let proud = now.answers.iter().find(|answer| answer.question.as_str() == "proud").unwrap();
    assert_eq!((proud.entries.as_slice(), &proud.said), ([effort.id].as_slice(), &said.answers[0].said));
}

#[tokio::test]
async fn an_answer_brings_more_questions_to_the_same_part() {
    let desk = Desk::new().await;
    let shown = begin(&desk, "screening", desk.family.sara).await;
    assert!(shown.has("q-how_words") && !shown.has("q-why_not"));
    let shown = next(&desk, shown.set("q-how_asked", "not_asked")).await;
    assert!(shown.has("q-why_not") && !shown.has("q-how_words"), "who was not asked has no words to write");
    let shown = next(&desk, shown.set("q-how_asked", "alone")).await;
    assert!(shown.has("q-how_words") && !shown.has("q-why_not"), "more came, and one stays where one is");
    let shown = next(&desk, shown.set("q-how_words", "How are things at home?")).await;
    assert!(shown.has("q-at_home"));
    let page = shown.set("q-at_home", "Fine").set("go", "end").follow(&desk.browser, None).await;
    form(&page).press(&desk.browser, Some(("do", "finish"))).await;
    let (_, _, said) = interview(&desk).await;
    assert!(matches!(&said.answers[0].said, Said::Chosen(chosen) if chosen[0].code.as_str() == "alone"));
}

#[tokio::test]
async fn a_newer_instrument_leaves_earlier_answers_as_they_were_asked() {
    let desk = Desk::new().await;
    let sara = desk.family.sara;
    let old: Body = serde_json::from_value(serde_json::json!({ "interview": {
        "instrument": "strengths", "version": 1, "title": "What I do", "with": [sara],
        "answers": [
            { "question": "proud", "asked": "What are you proud of?", "said": { "text": "My children" } },
            { "question": "gone", "asked": "A question of an earlier version?", "said": { "text": "An answer" } },
        ],
    } }))
    .unwrap();
    let content: Content =
        serde_json::from_value(serde_json::json!({ "label": "survivor_confidential", "body": old })).unwrap();
    let id = EntryId(desk.world.id());
    let allowed = desk.world.app.allow_record(&desk.worker, desk.case).await.unwrap();
    let draft = Draft { id, intent: Intent::Record(Box::new(content)) };
    desk.world.app.record(&allowed, vec![draft], None).await.unwrap();
    let page = desk.browser.get(&desk.path(&format!("interviews/ask?interview={id}"))).await;
    assert!(page.body.contains("What are you proud of?"), "the words in which it was asked");
    let end = form(&form(&page).set("go", "end").follow(&desk.browser, None).await);
    let page = desk.browser.get(&desk.path(&format!("interviews/ask?interview={id}"))).await;
    whole(&page);
    end.press(&desk.browser, Some(("do", "finish"))).await;
    let (_, _, said) = interview(&desk).await;
    let asked: Vec<&str> = said.answers.iter().map(|answer| answer.asked.as_str()).collect();
    assert_eq!(asked, ["What are you proud of?", "A question of an earlier version?"]);
}

#[tokio::test]
async fn what_he_is_asked_knows_nothing_that_is_not_usable_with_him() {
    let desk = Desk::new().await;
    for place in ["ask?", "paper?paper=known&"] {
        let path = format!("interviews/{place}instrument=engaging&person={}", desk.family.marek);
        let page = desk.browser.get(&desk.path(&path)).await;
        whole(&page);
        assert!(!page.body.contains("reads her"), "{place}: what she said");
    }
    // The control: for the team the behaviour is there.
    let map = desk.browser.get(&desk.path("map")).await;
    assert!(map.body.to_lowercase().contains("telephone"));
}

#[tokio::test]
async fn papers_are_blank_with_what_is_known_or_safe_to_carry() {
    let desk = Desk::new().await;
    for instrument in ["strengths", "routine", "engaging", "screening"] {
        for paper in ["blank", "known", "carry"] {
            let path =
                format!("interviews/paper?instrument={instrument}&person={}&paper={paper}", desk.family.sara);
            let page = desk.browser.get(&desk.path(&path)).await;
            whole(&page);
            assert_eq!(page.status, 200, "{path}");
            let article = crate::browser::between(&page.body, "<article", "</article>").unwrap();
            if paper == "carry" {
                for telling in ["Sara", "Lena", "abuse", "Holdfast", "afraid", "safe"] {
                    assert!(!article.contains(telling), "{instrument}: {telling}");
                }
                assert!(!crate::browser::between(&page.body, "<title>", "</title>").unwrap().contains("Holdfast"));
            }
        }
    }
}
