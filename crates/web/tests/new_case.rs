//! A new case: indexed by the children, opened once, and not twice under two numbers.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;
use practice::cast::Cast;
use practice::ids::CaseId;
use practice::kinds::people::Role;
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::project::Projection;
use practice::source::{How, Who};
use std::sync::Arc;
use testkit::{Family, World};

const FIELDS: &[(&str, &str)] = &[
    ("child-0-name", "Zuzanna Lis"),
    ("child-0-born", "3 May 2019"),
    ("child-1-name", "يوسف"),
    ("worry-name", "Dominik Lis"),
    ("worry-tie", "parent"),
    ("carer-name", "Halina Lis"),
    ("carer-tie", "parent"),
    ("union", "former_partner"),
    ("decided", "yes"),
    ("report", "He waits at the school gate every day.\nYousuf hides."),
    ("reported_by", "class teacher"),
    ("reported_on", "20 November 2026"),
    ("protect", "1"),
    ("reference", "C-77"),
];

async fn scene() -> (World, Browser) {
    let world = World::new().await;
    let worker = world.worker("amira").await;
    let browser = Browser::new(&world).signed_in(&world, worker.account()).await;
    (world, browser)
}

async fn seen(world: &World, answer: &Answer) -> Arc<Projection> {
    let id = answer.location().strip_prefix("/cases/").unwrap().split('?').next().unwrap();
    let case: CaseId = id.parse().unwrap();
    world.app.operator_projection(&world.operator(), case).await.unwrap()
}

#[tokio::test]
async fn one_form_makes_the_people_their_parts_and_the_report() {
    let (world, browser) = scene().await;
    let page = browser.get("/cases/new").await;
    let answer = browser.send_from(&page, "/cases/new", FIELDS).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(browser.get(answer.location()).await.body.contains("The case is open."));
    let seen = seen(&world, &answer).await;
    let cast = Cast::of(&seen, world.app.today());
    let names = |role| cast.with(role).map(|person| person.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(Role::Child), ["Zuzanna", "يوسف"]);
    assert_eq!(names(Role::Perpetrator), ["Dominik"]);
    assert_eq!(names(Role::Survivor), ["Halina"]);
    assert_eq!(seen.of_kind(Kind::Relationship).count(), 5);
    assert_eq!(seen.of_kind(Kind::Unknown).count(), 0);
    let note = seen.of_kind(Kind::Note).next().unwrap();
    let Body::Note(said) = &note.content.body else { unreachable!() };
    assert_eq!(said.text.as_str(), "He waits at the school gate every day.\nYousuf hides.");
    let source = &note.content.sources[0];
    assert!(matches!(&source.how, How::ToldDirectly { by: Who::Other(who) } if who.as_str() == "class teacher"));
    assert_eq!(source.label, Some(Label::ThirdParty));
    assert_eq!(seen.reference.as_ref().unwrap().as_str(), "C-77");
    assert!(browser.get("/cases?q=zuz").await.body.contains("Zuzanna and"));
}

#[tokio::test]
async fn the_same_form_twice_opens_one_case() {
    let (world, browser) = scene().await;
    let page = browser.get("/cases/new").await;
    let first = browser.send_from(&page, "/cases/new", FIELDS).await;
    let second = browser.send_from(&page, "/cases/new", FIELDS).await;
    assert_eq!(second.status, StatusCode::SEE_OTHER, "{}", second.body);
    assert_eq!(first.location(), second.location());
    assert_eq!(world.app.operator_cases(&world.operator()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn one_name_is_enough_and_what_is_silent_becomes_a_question() {
    let (world, browser) = scene().await;
    let page = browser.get("/cases/new").await;
    let empty = browser.send_from(&page, "/cases/new", &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("href=\"#child-0-name\"") && empty.body.contains("<title>Error: "));
    let answer = browser.send_from(&empty, "/cases/new", &[("child-2-name", "Baby")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let seen = seen(&world, &answer).await;
    let questions: Vec<&str> = seen
        .of_kind(Kind::Unknown)
        .filter_map(|seen| match &seen.content.body {
            Body::Unknown(unknown) => Some(unknown.question.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(questions.len(), 3, "{questions:?}");
}

#[tokio::test]
async fn everything_that_is_wrong_is_said_at_once_and_everything_typed_stays() {
    let (_world, browser) = scene().await;
    let page = browser.get("/cases/new").await;
    let fields = [
        ("child-0-name", "Ada"),
        ("child-0-born", "31 February 2020"),
        ("child-1-born", "2019"),
        ("decided", "no"),
        ("reported_by", "neighbour"),
        ("reported_on", "24 December 2026"),
    ];
    let answer = browser.send_from(&page, "/cases/new", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["child-0-born", "child-1-name", "question", "review", "reported_on", "report"] {
        assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}");
        assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{field}");
    }
    for typed in ["31 February 2020", "neighbour", "24 December 2026"] {
        assert!(answer.body.contains(typed), "{typed}");
    }
    for kept in ["case", "draft", "child-0-id", "worry-id"] {
        assert_eq!(answer.field(kept), page.field(kept), "{kept}");
    }
}

#[tokio::test]
async fn a_family_with_a_child_of_the_same_name_is_shown_first_if_one_may_see_it() {
    let (world, browser) = scene().await;
    let amira = world.app.account_list(&world.operator()).await.unwrap()[0].id;
    let family = Family::new(1);
    world.open(&world.subject(amira).await, &family).await;
    let page = browser.get("/cases/new").await;
    let asked = browser.send_from(&page, "/cases/new", &[("child-0-name", "LENA Brown")]).await;
    assert_eq!(asked.status, StatusCode::CONFLICT);
    assert!(asked.body.contains(&format!("/cases/{}", family.case)) && asked.body.contains("LENA Brown"));
    let fields = [("child-0-name", "LENA Brown"), ("another_family", "1")];
    assert_eq!(browser.send_from(&asked, "/cases/new", &fields).await.status, StatusCode::SEE_OTHER);
    // Somebody who may not see that family learns nothing of it.
    let zoe = world.worker("zoe").await;
    let zoe = browser.another().signed_in(&world, zoe.account()).await;
    let page = zoe.get("/cases/new").await;
    let answer = zoe.send_from(&page, "/cases/new", &[("child-0-name", "Lena")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

#[tokio::test]
async fn not_decided_yet_is_recorded_as_that_with_its_question() {
    let (world, browser) = scene().await;
    let page = browser.get("/cases/new").await;
    let fields = [
        ("child-0-name", "Ada"),
        ("worry-name", "Robin"),
        ("carer-name", "Kim"),
        ("decided", "no"),
        ("question", "Who is afraid of whom?"),
        ("review", "8 December 2026"),
    ];
    let answer = browser.send_from(&page, "/cases/new", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let seen = seen(&world, &answer).await;
    let cast = Cast::of(&seen, world.app.today());
    assert_eq!(cast.with(Role::Undetermined).count(), 2);
    assert_eq!(cast.with(Role::Perpetrator).count(), 0);
}

#[tokio::test]
async fn another_row_for_a_child_is_a_button_and_records_nothing() {
    let (world, browser) = scene().await;
    let page = browser.get("/cases/new").await;
    let rows = [("child-0-name", "A"), ("child-1-name", "B"), ("child-2-name", "C"), ("more", "child")];
    let more = browser.send_from(&page, "/cases/new", &rows).await;
    assert_eq!(more.status, StatusCode::OK);
    assert!(more.body.contains("name=\"child-3-name\"") && more.body.contains("value=\"C\""));
    assert!(world.app.operator_cases(&world.operator()).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_form_that_comes_back_goes_on_with_its_draft() {
    let (_world, browser) = scene().await;
    let page = browser.get("/cases/new").await;
    let draft = format!("/drafts/{}?page=%2Fcases%2Fnew", page.field("draft"));
    assert_eq!(browser.send_from(&page, &draft, &[("report", "half")]).await.status, StatusCode::OK);
    let back = browser.send_from(&page, "/cases/new", &[("report", "more")]).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(back.body.contains("data-version=\"1\""));
    // Recorded, it is no draft any more.
    let opened = browser.send_from(&back, "/cases/new", &[("child-0-name", "Ada"), ("report", "all")]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER);
    assert!(!browser.get("/work").await.body.contains(&page.field("draft")));
}
