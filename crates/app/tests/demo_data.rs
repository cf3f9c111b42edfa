//! Deleting demo data: only an invented case, only by somebody who works it, and then it is there for nobody.

use app::{App, ProblemKind, Purpose};
use practice::ids::CaseId;
use practice::permission::{AccountRole, Relation};
use store::{AccessFilter, DraftKey, Outcome, StreamId};
use testkit::{Family, World};

/// An invented family, as it is imported: case files of the tests' families say so.
async fn imported(world: &World, to: &app::Subject) -> (Family, CaseId) {
    let family = Family::new(1);
    world.app.import(&world.operator(), family.file(0).as_bytes(), to.account(), false).await.unwrap();
    let case = family.case;
    (family, case)
}

/// For this person, on this server, the case is as one that never was.
async fn is_not_there(app: &App, subject: &app::Subject, case: CaseId) {
    let read = app.allow_read(subject, case, Purpose::DirectWork).await.unwrap_err();
    let record = app.allow_record(subject, case).await.unwrap_err();
    assert_eq!((read.kind(), record.kind()), (ProblemKind::NotFound, ProblemKind::NotFound));
    assert!(app.case_list(subject).await.unwrap().is_empty());
    assert!(app.search(subject, "lena").await.unwrap().is_empty());
    assert!(app.drafts(subject).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invented_case_is_deleted_and_there_for_nobody_any_more() {
    let world = World::new().await;
    let (worker, boss) = (world.worker("worker").await, world.worker("boss").await);
    let (family, case) = imported(&world, &worker).await;
    world.relate(case, "boss", Relation::SupervisorOf).await;
    let other = world.second_app();
    // Both have it in memory, with permission in hand and a draft begun.
    let allowed = world.app.allow_record(&worker, case).await.unwrap();
    let held = other.allow_read(&boss, case, Purpose::DirectWork).await.unwrap();
    other.projection(&held, "map").await.unwrap();
    let key = DraftKey(world.id());
    other.draft_save(&boss, key, Some(case), 1, b"begun".to_vec()).await.unwrap();
    assert_eq!(other.case_list(&boss).await.unwrap().len(), 1, "control");

    world.app.demo_data_delete(&allowed).await.unwrap();
    for (app, subject) in [(&world.app, &worker), (&other, &boss)] {
        is_not_there(app, subject, case).await;
    }
    let late = other.projection(&held, "map").await.unwrap_err();
    assert_eq!(late.kind(), ProblemKind::NotFound, "permission from before opens nothing");
    assert_eq!(
        other.draft_save(&boss, key, Some(case), 2, vec![]).await.unwrap_err().kind(),
        ProblemKind::NotFound
    );
    assert_eq!(world.app.demo_data_delete(&allowed).await.unwrap_err().kind(), ProblemKind::NotFound);
    let recorded = world.app.record(&allowed, family.drafts(), None).await;
    assert!(recorded.is_err(), "nothing is recorded in it again");
    // The operator does not find it either, and the index built again does not bring it back.
    assert!(world.app.operator_cases(&world.operator()).await.unwrap().is_empty());
    assert!(world.app.find_case(&world.operator(), "").await.is_err());
    assert_eq!(world.app.export(&world.operator(), case).await.unwrap_err().kind(), ProblemKind::NotFound);
    assert_eq!(world.second_app().rebuild_index(&world.operator()).await.unwrap(), 0);
    is_not_there(&world.app, &worker, case).await;
    let report = world.store.verify(None).await.unwrap();
    assert_eq!((report.findings.len(), report.shredded), (0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_access_log_says_who_deleted_it() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let (_, case) = imported(&world, &worker).await;
    let allowed = world.app.allow_record(&worker, case).await.unwrap();
    world.app.demo_data_delete(&allowed).await.unwrap();
    let filter = AccessFilter { stream: Some(StreamId::case(case.0)), ..AccessFilter::default() };
    let rows = world.store.access_log(filter).await.unwrap();
    let deleted: Vec<_> = rows.iter().filter(|row| row.access.view == "demo_data_delete").collect();
    assert_eq!(deleted.len(), 1);
    assert_eq!((deleted[0].access.who, deleted[0].access.outcome), (worker.account().0, Outcome::Shown));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_real_case_is_not_deleted() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &Family::new(1)).await;
    let allowed = world.app.allow_record(&worker, case).await.unwrap();
    for refused in [world.app.demo_data(&allowed).await, world.app.demo_data_delete(&allowed).await] {
        let refused = refused.unwrap_err();
        assert_eq!(refused.kind(), ProblemKind::Refused);
        assert!(refused.to_string().contains("not demo data"), "{refused}");
    }
    assert_eq!(world.app.case_list(&worker).await.unwrap().len(), 1);
    assert!(world.app.projection(&allowed.reading(), "map").await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn only_somebody_who_works_the_case_deletes_it() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let (_, case) = imported(&world, &worker).await;
    let boss = world.worker("boss").await;
    world.relate(case, "boss", Relation::SupervisorOf).await;
    let supervising = world.app.allow_record(&boss, case).await.unwrap();
    let refused = world.app.demo_data_delete(&supervising).await.unwrap_err();
    assert_eq!(refused.kind(), ProblemKind::Refused);
    assert!(refused.to_string().contains("do not work this case"), "{refused}");
    // Permission from before somebody was taken off the case does not last.
    let colleague = world.account("colleague", &[AccountRole::Practitioner]).await;
    world.relate(case, "colleague", Relation::Allocated).await;
    let before = world.app.allow_record(&colleague, case).await.unwrap();
    let hands_out = world.app.allow_allocate(&worker, case).await.unwrap();
    world.app.unallocate(&hands_out, colleague.account()).await.unwrap();
    assert_eq!(world.app.demo_data_delete(&before).await.unwrap_err().kind(), ProblemKind::Refused);
    assert_eq!(world.app.case_list(&worker).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn its_file_is_not_imported_again_and_says_why() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let (family, case) = imported(&world, &worker).await;
    let allowed = world.app.allow_record(&worker, case).await.unwrap();
    world.app.demo_data_delete(&allowed).await.unwrap();
    for dry_run in [true, false] {
        let file = family.file(0);
        let import = world.app.import(&world.operator(), file.as_bytes(), worker.account(), dry_run).await;
        let error = import.unwrap_err();
        assert_eq!(error.problems.len(), 1);
        assert!(error.problems[0].message.contains("was deleted here for good"), "{error:?}");
    }
    let another = Family::new(2);
    world.app.import(&world.operator(), another.file(0).as_bytes(), worker.account(), false).await.unwrap();
    assert_eq!(world.app.case_list(&worker).await.unwrap().len(), 1, "control: another family comes in");
}
