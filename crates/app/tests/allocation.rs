//! Who works a case is said by its supervisors.

use app::Purpose;
use practice::permission::{AccountRole, Relation};
use testkit::{Family, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_supervisor_of_the_case_gives_it_to_somebody_and_takes_it_away() {
    let world = World::new().await;
    let first = world.worker("first").await;
    let practitioner = world.account("practitioner", &[AccountRole::Practitioner]).await;
    let case = world.open(&first, &Family::new(1)).await;
    assert!(world.app.allow_allocate(&practitioner, case).await.is_err());
    let allowed = world.app.allow_allocate(&first, case).await.unwrap();
    world.app.allocate(&allowed, practitioner.account(), Relation::Allocated).await.unwrap();
    assert!(world.app.allow_read(&practitioner, case, Purpose::DirectWork).await.is_ok());
    assert!(world.app.allow_allocate(&practitioner, case).await.is_err(), "working a case is not handing it on");
    world.app.unallocate(&allowed, practitioner.account()).await.unwrap();
    assert!(world.app.allow_read(&practitioner, case, Purpose::DirectWork).await.is_err());
    let nobody = practice::ids::AccountId(world.id());
    assert!(world.app.allocate(&allowed, nobody, Relation::Allocated).await.is_err());
}
