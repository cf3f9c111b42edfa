//! Stranger, administrator, conflict of interest and an id that names nothing: one answer.

use app::{ProblemKind, Purpose};
use practice::ids::CaseId;
use practice::permission::{AccountRole, Relation};
use store::{AccessFilter, Outcome, StreamId};
use testkit::{Family, World};

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_see_a_case_gets_the_answer_for_a_case_that_does_not_exist() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let stranger = world.worker("stranger").await;
    let administrator = world.account("administrator", &[AccountRole::Administrator]).await;
    let related = world.worker("related").await;
    let case = world.open(&worker, &Family::new(1)).await;
    world.relate(case, "related", Relation::Conflict).await;
    // Even an administrator who was allocated by mistake sees nothing.
    world.relate(case, "administrator", Relation::Allocated).await;

    let nowhere = CaseId(world.id());
    let nothing = world.app.allow_read(&stranger, nowhere, Purpose::DirectWork).await.unwrap_err();
    assert_eq!(nothing.kind(), ProblemKind::NotFound);
    for who in [&stranger, &administrator, &related] {
        let answer = world.app.allow_read(who, case, Purpose::DirectWork).await.unwrap_err();
        assert_eq!((&answer, answer.for_log()), (&nothing, nothing.for_log()));
        assert_eq!(world.app.allow_record(who, case).await.unwrap_err(), nothing);
        assert_eq!(world.app.allow_allocate(who, case).await.unwrap_err(), nothing);
        assert!(world.app.case_list(who).await.unwrap().is_empty());
        assert!(world.app.search(who, "Sara").await.unwrap().is_empty());
    }
    // The control: the one who works the case sees it.
    assert!(world.app.allow_read(&worker, case, Purpose::DirectWork).await.is_ok());
    assert_eq!(world.app.search(&worker, "Sara").await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conflict_of_interest_ends_the_access_of_whoever_had_it() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let supervisor = world.worker("supervisor").await;
    let case = world.open(&worker, &Family::new(1)).await;
    world.relate(case, "supervisor", Relation::SupervisorOf).await;
    assert!(world.app.allow_read(&worker, case, Purpose::DirectWork).await.is_ok());
    world.relate(case, "worker", Relation::Conflict).await;
    assert_eq!(
        world.app.allow_read(&worker, case, Purpose::DirectWork).await.unwrap_err().kind(),
        ProblemKind::NotFound
    );
    // Nobody lifts it on a page, not even the supervisor of the case.
    let allowed = world.app.allow_allocate(&supervisor, case).await.unwrap();
    assert!(world.app.allocate(&allowed, worker.account(), Relation::Allocated).await.is_err());
    assert!(world.app.unallocate(&allowed, worker.account()).await.is_err());
    assert!(world.app.allow_read(&worker, case, Purpose::DirectWork).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_reading_and_every_denial_leaves_a_line_in_the_access_log() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let stranger = world.worker("stranger").await;
    let case = world.open(&worker, &Family::new(1)).await;
    let lines = || async { world.store.access_log(AccessFilter::default()).await.unwrap() };
    let before = lines().await.len();

    let allowed = world.app.allow_read(&worker, case, Purpose::Supervision).await.unwrap();
    world.app.projection(&allowed, "map").await.unwrap();
    // From the cache as well.
    world.app.projection(&allowed, "gaps").await.unwrap();
    world.app.case_list(&worker).await.unwrap();
    world.app.search(&worker, "lena").await.unwrap();
    world.app.allow_read(&stranger, case, Purpose::DirectWork).await.unwrap_err();
    world.app.operator_projection(&world.operator(), case).await.unwrap();
    world.app.operator_cases(&world.operator()).await.unwrap();
    world.app.export(&world.operator(), case).await.unwrap();

    let log = lines().await;
    let new: Vec<(&str, &str, bool, Outcome)> = log
        .iter()
        .skip(before)
        .map(|row| {
            let access = &row.access;
            let of_case = access.stream == Some(StreamId::case(case.0));
            (access.view.as_str(), access.purpose.as_str(), of_case, access.outcome)
        })
        .collect();
    assert_eq!(
        new,
        [
            ("map", "supervision", true, Outcome::Shown),
            ("gaps", "supervision", true, Outcome::Shown),
            ("case_list", "none", false, Outcome::Shown),
            ("search", "none", false, Outcome::Shown),
            ("read_case", "none", true, Outcome::Denied),
            ("operator_view", "operator:tester", true, Outcome::Shown),
            ("operator_cases", "operator:tester", false, Outcome::Shown),
            ("export", "operator:tester", true, Outcome::Shown),
        ]
    );
    assert!(log.iter().skip(before).take(4).all(|row| row.access.who == worker.account().0));
}
