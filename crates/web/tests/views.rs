//! The pages of the whole case: each says what its view says, filters work without a script, and a very long case stays
//! small on a telephone.

use crate::browser::{Browser, unescaped};
use axum::http::StatusCode;
use practice::ids::CaseId;
use practice::pack::Pack;
use practice::views;
use serde_json::{Value, json};
use testkit::World;

const EVERY_KIND: &str = include_str!("../../testkit/data/every-kind.json");

async fn scene(file: &str) -> (World, CaseId, Browser) {
    let world = World::new().await;
    let worker = world.worker("amira").await;
    let imported = world.app.import(&world.operator(), file.as_bytes(), worker.account(), false).await.unwrap();
    let browser = Browser::new(&world).signed_in(&world, worker.account()).await;
    (world, imported[0].case, browser)
}

/// Every text under one of these names.
fn facts(value: &Value, names: &[&str], out: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if names.contains(&name.as_str()) => out.push(text.clone()),
                    _ => facts(value, names, out),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| facts(item, names, out)),
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_says_what_its_view_says() {
    let (world, case, browser) = scene(EVERY_KIND).await;
    let projection = world.app.operator_projection(&world.operator(), case).await.unwrap();
    let pack: &Pack = world.app.pack();
    let day = world.app.today();
    let child = practice::cast::Cast::of(&projection, day).people[0].id;
    let json = |value: serde_json::Result<Value>| value.unwrap();
    let made: [(&str, Value, &[&str]); 7] = [
        (
            "chronology?all=yes",
            json(serde_json::to_value(views::chronology(&projection, pack, day))),
            &["act", "what", "did", "done", "wants", "days"],
        ),
        ("visibility", json(serde_json::to_value(views::visibility(&projection, pack, day))), &["what"]),
        (
            "responses",
            json(serde_json::to_value(views::responses(&projection, pack, day))),
            &["agency", "did", "why"],
        ),
        (
            "care",
            json(serde_json::to_value(views::care(&projection, pack, day))),
            &["does", "decides", "good", "changes", "disrupted", "seen", "part", "help_wanted"],
        ),
        ("force", json(serde_json::to_value(views::force(&projection, pack, day))), &["act", "answer"]),
        ("intersections", json(serde_json::to_value(views::intersections(&projection, pack, day))), &["what"]),
        (
            &format!("children/{child}"),
            json(serde_json::to_value(views::child(&projection, pack, day, child))),
            &["does", "decides", "good", "wants", "worse", "days", "asked", "not_clear"],
        ),
    ];
    for (path, value, names) in &made {
        let answer = browser.get(&format!("/cases/{case}/{path}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let body = unescaped(&answer.body);
        assert!(!body.contains('⟪'), "{path}: a word is missing");
        let mut found = Vec::new();
        facts(value, names, &mut found);
        assert!(found.len() > 3, "{path}: {found:?}");
        for fact in &found {
            assert!(body.contains(fact.as_str()), "{path} does not say “{fact}”");
        }
        assert!(!body.contains("words that nobody recorded"), "the control");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_on_force_says_that_it_stays_with_the_team() {
    let (_world, case, browser) = scene(EVERY_KIND).await;
    let body = browser.get(&format!("/cases/{case}/force")).await.body;
    // Once on the screen, once at the head of a paper copy.
    assert_eq!(body.matches("This page never leaves the team").count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chronology_put_together_by_hand_stands_beside_the_automatic_one() {
    let (_world, case, browser) = scene(EVERY_KIND).await;
    let list = browser.get(&format!("/cases/{case}/chronologies")).await.body;
    assert!(list.contains("After she asks for help"));
    let of = list.split("/chronologies?of=").nth(1).unwrap().split('"').next().unwrap();
    let one = browser.get(&format!("/cases/{case}/chronologies?of={of}")).await;
    assert!(one.body.contains("She rang within minutes.") && one.body.contains("the hearing on 4 December"));
    // From a row of the automatic one: to this one, or to a new one.
    let row = browser.get(&format!("/cases/{case}/chronology")).await.body;
    let add = row.split("/chronologies?add=").nth(1).unwrap().split('"').next().unwrap();
    let adding = browser.get(&format!("/cases/{case}/chronologies?add={add}")).await.body;
    assert!(adding.contains(&format!("{of}/revise?add={add}")), "{adding}");
    assert!(adding.contains(&format!("/new/chronology?add={add}")), "{adding}");
    let nothing = browser.get(&format!("/cases/{case}/chronologies?of={add}")).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND, "another kind of entry is no chronology");
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_stand_in_the_address_and_a_wrong_date_is_said_and_kept() {
    let (_world, case, browser) = scene(EVERY_KIND).await;
    let page = format!("/cases/{case}/chronology");
    let whole = browser.get(&page).await.body;
    let agency = browser.get(&format!("{page}?agency=Family+court")).await.body;
    assert!(agency.contains("Ordered Saturday contact.") && !agency.contains("Northbridge police.</bdi>"));
    assert!(agency.contains("This is not the whole chronology."), "paper says that it is filtered");
    assert!(!whole.contains("This is not the whole chronology."));
    let wrong = browser.get(&format!("{page}?from=when+it+rained&part=hold")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("value=\"when it rained\"") && wrong.body.contains("<title>Error: "));
    assert!(wrong.body.contains("value=\"hold\" selected"), "what was chosen is kept");
    // Somebody who is not in this case is left out, and nothing is said of it.
    let nobody = browser.get(&format!("{page}?person=01900000-0000-7000-8000-000000000000")).await.body;
    assert_eq!(nobody.matches("<tr").count(), whole.matches("<tr").count());
}

/// A case of 3,000 rows.
fn long_case() -> String {
    let mut file: Value = serde_json::from_str(EVERY_KIND).unwrap();
    let model = file["entries"]
        .as_array()
        .unwrap()
        .iter()
        .find(|entry| entry["change"]["recorded"]["body"].get("behaviour").is_some())
        .unwrap()
        .clone();
    let entries = file["entries"].as_array_mut().unwrap();
    entries.retain(|entry| {
        let body = &entry["change"]["recorded"]["body"];
        body.get("person").is_some() || body.get("role_decision").is_some()
    });
    for entry in entries.iter_mut() {
        // Asked by `get_mut`: an index would put an empty one into everybody else.
        let body = &mut entry["change"]["recorded"]["body"];
        if let Some(decision) = body.get_mut("role_decision").and_then(Value::as_object_mut) {
            decision.remove("relationship");
        }
    }
    for n in 0..3_000 {
        let mut entry = model.clone();
        entry["id"] = json!(format!("01a60000-0000-7000-8000-{n:012}"));
        let content = &mut entry["change"]["recorded"];
        content["happened"] =
            json!({ "on": format!("20{:02}-{:02}-{:02}", 12 + n / 216, 1 + n / 18 % 12, 1 + n % 28) });
        content["body"]["behaviour"]["act"] = json!(format!("Rang {n} times and asked where she was"));
        for link in ["relationship", "answers_effort"] {
            content["body"]["behaviour"].as_object_mut().unwrap().remove(link);
        }
        content.as_object_mut().unwrap().remove("occasion");
        content["sources"] = json!([{ "how": "seen_by_recorder" }]);
        entries.push(entry);
    }
    file.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn three_thousand_rows_come_in_parts_and_keep_their_filter() {
    let (_world, case, browser) = scene(&long_case()).await;
    let page = format!("/cases/{case}/chronology");
    let mut path = format!("{page}?part=harm&until=2025");
    let (mut acts, mut parts) = (std::collections::BTreeSet::new(), 0);
    loop {
        let answer = browser.get(&path).await;
        assert!(answer.body.len() < 150_000, "{} bytes", answer.body.len());
        let rows = answer.body.matches("and asked where she was</bdi>").count();
        assert!(rows <= practice::views::chronology::PAGE_ROWS, "{rows} rows");
        acts.extend(
            answer.body.split("<bdi>Rang ").skip(1).filter_map(|rest| rest.split(' ').next().map(str::to_owned)),
        );
        parts += 1;
        let Some(next) = answer.body.split("rel=\"next\" href=\"").nth(1) else { break };
        path = unescaped(next.split('"').next().unwrap());
        assert!(path.contains("part=harm") && path.contains("until=2025"), "{path}");
    }
    assert!(parts > 90, "{parts} parts");
    assert_eq!(acts.len(), 3_000);
}
