//! Every kind around the pattern through its pages: added, found, changed, withdrawn, brought back, its history read.

use super::page::{Form, form};
use super::{Desk, whole};
use crate::browser::Answer;
use practice::kinds::{Body, Kind};
use practice::label::Label;

/// What is typed into the form of a kind: fields that are set, and boxes that are ticked.
fn typed(desk: &Desk, kind: Kind) -> Vec<(&'static str, String)> {
    let f = &desk.family;
    let [marek, sara, lena] = [f.marek, f.sara, f.lena].map(|id| id.to_string());
    let monitoring = f.monitoring.to_string();
    let own = |text: &str| text.to_owned();
    match kind {
        Kind::LivingArrangement => {
            vec![("who", lena), ("sure", own("nobody_is_sure")), ("not_clear", own("He says most nights"))]
        }
        Kind::ContactDetail => vec![
            ("whose", sara),
            ("detail_kind", own("phone")),
            ("detail", own("555 0134")),
            ("never", own("Never leave a message")),
        ],
        Kind::Voice => {
            vec![("whose", lena), ("said", own("If you ring him, he will come")), ("worse", own("Ringing him"))]
        }
        Kind::DailyCare => vec![("area", own("meals")), ("does", own("cooks every day"))],
        Kind::CareConcern => vec![
            ("carer", sara),
            ("seen", own("No breakfast on three mornings")),
            ("children-0-child", lena),
            ("part", own("He keeps the card")),
            ("behaviours-0-to", monitoring),
        ],
        Kind::UseOfForce => {
            vec![("person", sara), ("towards", marek), ("answer_fear", own("Sleeps in her clothes"))]
        }
        Kind::Contact => vec![
            ("with", marek),
            ("means", own("phone")),
            ("outcome", own("no_answer")),
            ("warned_before", own("yes")),
        ],
        Kind::PartneringStep => {
            vec![("partner", sara), ("step", own("affirm")), ("done", own("Told her what I wrote"))]
        }
        Kind::SystemResponse => vec![
            ("agency", own("Northbridge police")),
            ("sector", own("police")),
            ("did", own("closed the case")),
            ("effects-0-effect", own("reinforced")),
            ("effects-0-by", sara),
        ],
        Kind::WorkerSafety => {
            vec![("about", marek), ("know", own("Follows workers to their cars")), ("todo", own("Go in pairs"))]
        }
        Kind::Plan => vec![("person", lena), ("part", own("support")), ("copy-may", own("no"))],
        Kind::ChildNeed => vec![("child", lena), ("nothing", own("yes"))],
        Kind::AgencyAction => vec![
            ("agency", own("Northbridge police")),
            ("action", own("puts the terms in writing")),
            ("towards", marek),
        ],
        Kind::Chronology => vec![
            ("title", own("For the conference")),
            ("purpose", own("Conference in December")),
            ("add", monitoring),
        ],
        Kind::ToolResult => vec![
            ("about", marek),
            ("tool", own("DASH 2009")),
            ("result", own("“High”")),
            ("filled_by", own("Northbridge police")),
        ],
        other => panic!("{other:?} is tested elsewhere"),
    }
}

const AROUND: [Kind; 15] = [
    Kind::LivingArrangement,
    Kind::ContactDetail,
    Kind::Voice,
    Kind::DailyCare,
    Kind::CareConcern,
    Kind::UseOfForce,
    Kind::Contact,
    Kind::PartneringStep,
    Kind::SystemResponse,
    Kind::WorkerSafety,
    Kind::Plan,
    Kind::ChildNeed,
    Kind::AgencyAction,
    Kind::Chronology,
    Kind::ToolResult,
];

fn filled(page: &Answer, pairs: &[(&'static str, String)]) -> Form {
    pairs.iter().fold(form(page), |filled, (name, value)| filled.set(name, value))
}

#[tokio::test]
async fn each_is_added_changed_withdrawn_and_brought_back_and_its_history_tells() {
    let desk = Desk::new().await;
    for kind in AROUND {
        let page = desk.browser.get(&desk.path(&format!("new/{}", kind.code()))).await;
        whole(&page);
        let done = filled(&page, &typed(&desk, kind)).press(&desk.browser, None).await;
        assert_eq!(
            done.status,
            303,
            "{kind:?}: {}",
            crate::browser::between(&done.body, "error-summary", "</main>").unwrap_or("")
        );
        let entry = desk.last(kind).await.id;
        let read = desk.browser.get(&desk.path(&format!("entries/{entry}"))).await;
        whole(&read);
        assert!(read.body.contains("data-print"), "{kind:?} is printed");

        let revise = desk.browser.get(&desk.entry(entry, "revise")).await;
        whole(&revise);
        let changed = form(&revise).set("when", "spring 2026").set("reason", "It was said today");
        let answer = changed.press(&desk.browser, None).await;
        assert_eq!(
            answer.status,
            303,
            "{kind:?}: {}",
            crate::browser::between(&answer.body, "error-summary", "</main>").unwrap_or("")
        );
        let seen = desk.seen(entry).await;
        assert_eq!(seen.revision, 2, "{kind:?}");
        let first = seen.history[0].content.as_ref().unwrap();
        assert_eq!(first.body, seen.content.body, "{kind:?}: what was not touched stays as it was");

        let withdraw = desk.browser.get(&desk.entry(entry, "withdraw")).await;
        whole(&withdraw);
        let gone = form(&withdraw).set("ground", "duplicate").set("reason", "It is there twice");
        assert_eq!(gone.press(&desk.browser, None).await.status, 303, "{kind:?}");
        let back = desk.browser.get(&desk.entry(entry, "reinstate")).await;
        let back = form(&back).set("reason", "They are two");
        assert_eq!(back.press(&desk.browser, None).await.status, 303, "{kind:?}");

        let relabel = desk.browser.get(&desk.entry(entry, "relabel")).await;
        whole(&relabel);
        let stays = kind.stays_with_team();
        assert_eq!(relabel.status, if stays { 422 } else { 200 }, "{kind:?}");
        if !stays {
            let closer = form(&relabel).set("label", "third_party").set("reason", "Somebody asked");
            assert_eq!(closer.press(&desk.browser, None).await.status, 303, "{kind:?}");
        }
        let history = desk.browser.get(&desk.entry(entry, "history")).await;
        whole(&history);
        for told in ["It was said today", "It is there twice", "They are two", "Spring 2026"] {
            assert!(history.body.to_lowercase().contains(&told.to_lowercase()), "{kind:?}: {told}");
        }
        let all = desk.browser.get(&desk.path("entries")).await;
        whole(&all);
        assert!(all.body.contains(&format!("e-{entry}")), "{kind:?} is found again");
    }
}

#[tokio::test]
async fn an_empty_form_says_what_is_missing_and_keeps_what_was_typed() {
    let desk = Desk::new().await;
    for kind in AROUND {
        let page = desk.browser.get(&desk.path(&format!("new/{}", kind.code()))).await;
        let refused = form(&page).set("known-0-words", "kept as it was typed").press(&desk.browser, None).await;
        whole(&refused);
        assert_eq!(refused.status, 422, "{kind:?}");
        assert!(refused.body.contains("govuk-error-summary") && refused.body.contains("kept as it was typed"));
        assert_eq!(desk.projection().await.of_kind(kind).count(), 0);
    }
}

#[tokio::test]
async fn both_parents_are_asked_the_same_on_one_form() {
    let desk = Desk::new().await;
    let page = desk.browser.get(&desk.path("new/daily_care")).await;
    for name in ["Sara", "Marek"] {
        assert!(page.body.contains(&format!("What does {name} do here?")) || page.body.contains(name), "{name}");
    }
    let both = form(&page)
        .set("area", "bedtime")
        .set("does", "reads to them")
        .set("adult1-good", "sings well")
        .set("adult1-decides", "when the light goes out");
    assert_eq!(both.press(&desk.browser, None).await.status, 303);
    assert_eq!(both.press(&desk.browser, None).await.status, 303, "sent twice it is once");
    let projection = desk.projection().await;
    let carers: Vec<_> = projection
        .of_kind(Kind::DailyCare)
        .map(|seen| match &seen.content.body {
            Body::DailyCare(care) => care.carer,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(carers, [desk.family.sara, desk.family.marek]);
}

#[tokio::test]
async fn what_shall_be_recorded_is_chosen_in_plain_words() {
    let desk = Desk::new().await;
    let menu = desk.browser.get(&desk.path("new")).await;
    whole(&menu);
    for kind in AROUND {
        assert!(menu.body.contains(&desk.path(&format!("new/{}", kind.code()))), "{kind:?}");
    }
    let overview = desk.browser.get(desk.path("").trim_end_matches('/')).await;
    assert!(overview.body.contains(&desk.path("new\"")) && overview.body.contains(&desk.path("attempt")));
}

#[tokio::test]
async fn a_failed_attempt_is_two_presses_and_the_same_press_twice_is_one() {
    let desk = Desk::new().await;
    let page = desk.browser.get(&desk.path("attempt")).await;
    whole(&page);
    let first = form(&page);
    assert_eq!(first.press(&desk.browser, None).await.status, 303);
    assert_eq!(first.press(&desk.browser, None).await.status, 303);
    let projection = desk.projection().await;
    let attempts: Vec<_> = projection.of_kind(Kind::Contact).collect();
    assert_eq!(attempts.len(), 1);
    let Body::Contact(contact) = &attempts[0].content.body else { panic!() };
    assert_eq!(contact.with, [practice::source::Who::Person(desk.family.marek)], "who causes harm comes first");
    assert_ne!(attempts[0].content.happened, practice::when::Happened::NotKnown);
}

#[tokio::test]
async fn who_is_about_to_visit_is_warned_while_it_holds_and_only_where_it_may_be_seen() {
    let desk = Desk::new().await;
    let warn = |until: &'static str| {
        let desk = &desk;
        async move {
            let page = desk.browser.get(&desk.path("new/worker_safety")).await;
            let filled = filled(&page, &typed(desk, Kind::WorkerSafety)).set("until", until);
            assert_eq!(filled.press(&desk.browser, None).await.status, 303);
            desk.last(Kind::WorkerSafety).await.id
        }
    };
    let past = warn("1 January 2020").await;
    for place in ["visit", "new/contact", "map"] {
        assert!(
            !desk.browser.get(&desk.path(place)).await.body.contains("hf-warning"),
            "{place}: it holds no more"
        );
    }
    let now = warn("").await;
    assert_ne!(past, now);
    for place in ["visit", "new/contact", "map"] {
        let page = desk.browser.get(&desk.path(place)).await;
        assert!(page.body.contains("hf-warning") && page.body.contains("Follows workers to their cars"), "{place}");
    }
    assert_eq!(desk.seen(now).await.content.label, Label::Staff);
}

#[tokio::test]
async fn twins_and_two_fathers_are_said_with_few_forms() {
    let desk = Desk::new().await;
    let f = &desk.family;
    let page = desk.browser.get(&desk.path("new/relationship")).await;
    let both = form(&page)
        .set("from", &f.sara.to_string())
        .set("kind", "parent")
        .set("to", &f.lena.to_string())
        .tick("also", &f.tomek.to_string());
    let before = desk.projection().await.of_kind(Kind::Relationship).count();
    let done = both.press(&desk.browser, None).await;
    assert_eq!(
        done.status,
        303,
        "{}",
        crate::browser::between(&done.body, "error-summary", "</main>").unwrap_or("")
    );
    assert_eq!(desk.projection().await.of_kind(Kind::Relationship).count(), before + 2);
    let page = desk.browser.get(&desk.path("new/living_arrangement")).await;
    for (with, days) in [(f.sara, "Sunday to Thursday"), (f.marek, "Fridays")] {
        let home = form(&page)
            .set("entry", &uuid::Uuid::new_v5(&with.0, b"home").to_string())
            .tick("who", &f.lena.to_string())
            .tick("who", &f.tomek.to_string())
            .tick("with", &with.to_string())
            .set("days", days);
        assert_eq!(home.press(&desk.browser, None).await.status, 303);
    }
    assert_eq!(desk.projection().await.of_kind(Kind::LivingArrangement).count(), 2);
}

#[tokio::test]
async fn a_visit_takes_somebodys_words_daily_care_agencies_and_contacts() {
    let desk = Desk::new().await;
    let [lena, sara] = [desk.family.lena, desk.family.sara].map(|id| id.to_string());
    let mut shown = form(&desk.browser.get(&desk.path("visit")).await)
        .set("when", "17 November 2026")
        .tick("present", &sara)
        .set("known-0-how", "seen")
        .set("label", "professional");
    let lines: [(&str, Vec<(&str, &str)>); 4] = [
        ("voice", vec![("voice-whose", lena.as_str()), ("voice-said", "If you ring him, he will come")]),
        ("daily_care", vec![("daily_care-area", "meals"), ("daily_care-does", "cooks every day")]),
        (
            "system_response",
            vec![
                ("system_response-agency", "Northbridge police"),
                ("system_response-sector", "police"),
                ("system_response-did", "closed the case"),
                ("system_response-effects-0-effect", "neutral"),
                ("system_response-effects-0-by", sara.as_str()),
            ],
        ),
        (
            "contact",
            vec![
                ("contact-means", "phone"),
                ("contact-outcome", "spoke"),
                ("contact-with-other", "the class teacher"),
                ("contact-what", "Rang the school with her"),
            ],
        ),
    ];
    for (kind, pairs) in &lines {
        shown = form(&shown.set("kind", kind).follow(&desk.browser, Some(("do", "show"))).await);
        let line = pairs.iter().fold(shown, |shown, (name, value)| shown.set(name, value));
        let page = line.follow(&desk.browser, Some(("do", "add"))).await;
        whole(&page);
        shown = form(&page);
    }
    let done = shown.press(&desk.browser, Some(("do", "record"))).await;
    assert_eq!(done.status, 303, "{}", crate::browser::between(&done.body, "<main", "</main>").unwrap_or(""));
    let visit = desk.last(Kind::Visit).await;
    for kind in [Kind::Voice, Kind::DailyCare, Kind::SystemResponse, Kind::Contact] {
        let seen = desk.last(kind).await;
        assert_eq!(seen.content.occasion, visit.content.occasion, "{kind:?}");
    }
    let label = desk.last(Kind::Voice).await.content.label;
    assert_eq!(label, Label::ChildVoice, "a child's own words stay so, whatever the visit is labelled");
}
