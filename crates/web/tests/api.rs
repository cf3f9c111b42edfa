//! The JSON interface: what it answers is what its description says, for those who may, and nothing for others.

use crate::browser::{Answer, scene};
use axum::http::StatusCode;
use serde_json::Value;
use store::AccessFilter;
use testkit::Family;
use web::{VIEWS, openapi};

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap()
}

/// Everything that is wrong with a value by the shape that the description gives for an answer.
fn faults(path: &str, status: &str, value: &Value) -> Vec<String> {
    let description = openapi();
    let answer = &description["paths"][path]["get"]["responses"][status];
    let answer = match answer["$ref"].as_str() {
        Some(to) => &description["components"]["responses"][to.rsplit('/').next().unwrap()],
        None => answer,
    };
    let content = answer["content"].as_object().unwrap().values().next().unwrap();
    let mut schema = content["schema"].clone();
    // A schema that stands alone, with its definitions beside it.
    schema["components"] = description["components"].clone();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[tokio::test]
async fn every_view_answers_as_it_is_described() {
    let (_world, family, browser) = scene().await;
    let base = format!("/api/v1/cases/{}", family.case);
    for row in VIEWS {
        let answer = browser.get(&format!("{base}/{}", row.name)).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/json"));
        let path = format!("/api/v1/cases/{{case}}/{}", row.name);
        assert_eq!(faults(&path, "200", &json(&answer)), Vec::<String>::new(), "{}", row.name);
        // The check can fail.
        assert!(!faults(&path, "200", &serde_json::json!({})).is_empty(), "{}", row.name);
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    let child = json(&browser.get(&format!("{base}/children/{}", family.lena)).await);
    assert_eq!(faults("/api/v1/cases/{case}/children/{person}", "200", &child), Vec::<String>::new());
    assert_eq!(child["child"]["name"], "Lena");
    let list = json(&browser.get("/api/v1/cases").await);
    assert_eq!(faults("/api/v1/cases", "200", &list), Vec::<String>::new());
    assert_eq!(list["cases"][0]["case"], family.case.to_string());
    assert_eq!(list["cases"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_map_says_what_the_page_says() {
    let (_world, family, browser) = scene().await;
    let map = json(&browser.get(&format!("/api/v1/cases/{}/map", family.case)).await);
    let page = browser.get(&format!("/cases/{}/map", family.case)).await;
    let acts: Vec<&str> =
        map["bands"].as_array().unwrap().iter().map(|band| band["behaviour"]["act"].as_str().unwrap()).collect();
    assert!(acts.len() >= 2);
    for act in acts {
        assert!(page.body.contains(act), "{act}");
    }
}

#[tokio::test]
async fn a_view_can_be_made_for_another_day_and_no_other_nonsense() {
    let (_world, family, browser) = scene().await;
    let path = format!("/api/v1/cases/{}/map", family.case);
    let earlier = json(&browser.get(&format!("{path}?as_of=2025-02-03")).await);
    assert_eq!(earlier["as_of"], "2025-02-03");
    for wrong in [
        "yesterday",
        "2026-13-01",
        "2026-02-30",
        "99999-01-01",
        "-2026-01-01",
        "1066-10-14",
        "%00",
        "2026-01-01T00",
    ] {
        let answer = browser.get(&format!("{path}?as_of={wrong}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{wrong}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
        let problem = json(&answer);
        assert_eq!(problem["where"], "query: as_of");
        assert!(problem["how"].as_str().unwrap().contains("2026-11-24"));
        assert_eq!(faults("/api/v1/cases/{case}/map", "400", &problem), Vec::<String>::new());
    }
}

#[tokio::test]
async fn every_reading_is_in_the_access_log_under_the_name_of_the_view() {
    let (world, family, browser) = scene().await;
    let names = || async {
        let rows = world.store.access_log(AccessFilter::default()).await.unwrap();
        rows.into_iter().map(|row| row.access.view).collect::<Vec<_>>()
    };
    for row in VIEWS {
        assert!(!names().await.iter().any(|view| view == row.log));
        browser.get(&format!("/api/v1/cases/{}/{}", family.case, row.name)).await;
        assert_eq!(names().await.iter().filter(|view| *view == row.log).count(), 1, "{}", row.log);
    }
}

#[tokio::test]
async fn what_is_not_there_and_what_is_not_for_somebody_is_one_answer() {
    let (world, family, browser) = scene().await;
    let stranger = world.worker("stranger").await;
    let stranger = browser.another().signed_in(&world, stranger.account()).await;
    let hidden = stranger.get(&format!("/api/v1/cases/{}/map", family.case)).await;
    for path in [
        format!("/api/v1/cases/{}/map", Family::new(9).case),
        "/api/v1/cases/nothing/map".to_owned(),
        "/api/v1/nothing".to_owned(),
    ] {
        let nothing = stranger.get(&path).await;
        assert_eq!((nothing.status, &nothing.body), (StatusCode::NOT_FOUND, &hidden.body), "{path}");
    }
    let unknown = browser.get(&format!("/api/v1/cases/{}/strip", family.case)).await;
    assert_eq!((unknown.status, &unknown.body), (StatusCode::NOT_FOUND, &hidden.body));
    assert_eq!(hidden.header("content-type"), "application/problem+json");
    assert_eq!(faults("/api/v1/cases/{case}/map", "404", &json(&hidden)), Vec::<String>::new());
    assert_eq!(json(&stranger.get("/api/v1/cases").await)["cases"], serde_json::json!([]));
    let visitor = browser.another().get("/api/v1/cases").await;
    assert_eq!(visitor.status, StatusCode::UNAUTHORIZED);
    assert_eq!(faults("/api/v1/cases", "401", &json(&visitor)), Vec::<String>::new());
    assert!(!visitor.body.contains('⟪') && !hidden.body.contains('⟪'));
}

#[tokio::test]
async fn the_description_names_every_view_and_every_path_it_names_is_there() {
    let (_world, family, browser) = scene().await;
    let served = json(&browser.get("/api/v1/openapi.json").await);
    assert_eq!(served, openapi());
    assert_eq!(served["openapi"], "3.1.0");
    let paths = served["paths"].as_object().unwrap();
    assert_eq!(paths.len(), VIEWS.len() + 7);
    for path in paths.keys() {
        let path = path.replace("{case}", &family.case.to_string()).replace("{person}", &family.lena.to_string());
        assert_eq!(browser.get(&path).await.status, StatusCode::OK, "{path}");
    }
    // The strip is a working view: it never leaves, in no form.
    assert!(!served.to_string().contains("\"Strip"));
}
