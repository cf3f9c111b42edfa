//! The index is derived: dropped and built again it says the same.

use practice::permission::Relation;
use practice::record::{Draft, Intent};
use testkit::{Family, World, text};

#[tokio::test(flavor = "multi_thread")]
async fn the_index_built_again_from_the_journal_is_the_same() {
    let world = World::new().await;
    let (amina, ben) = (world.worker("amina").await, world.worker("ben").await);
    for seed in 1..=3 {
        let family = Family::new(seed);
        let case = world.open(&amina, &family).await;
        world.relate(case, "ben", Relation::ALL[(seed % 3) as usize]).await;
        let allowed = world.app.allow_record(&amina, case).await.unwrap();
        let ground = practice::entry::Ground::RecordedInError;
        let intent = Intent::Withdraw { base: 1, ground, reason: Some(text("A mistake")) };
        world.clock.advance_minutes(3);
        world.app.record(&allowed, vec![Draft { id: family.ines, intent }], None).await.unwrap();
    }
    let imported = Family::new(9);
    world.app.import(&world.operator(), imported.file(3).as_bytes(), ben.account(), false).await.unwrap();
    world.app.account_disable(&world.operator(), "ben").await.unwrap();

    let raw = || async {
        let mut cards = world.store.index_cards("case").await.unwrap();
        cards.extend(world.store.index_cards("account").await.unwrap());
        let mut allocations = world.store.allocations_of(amina.account().0).await.unwrap();
        allocations.extend(world.store.allocations_of(ben.account().0).await.unwrap());
        let cards: Vec<_> = cards.into_iter().map(|card| (card.id, card.head, card.card)).collect();
        (cards, allocations, world.store.people_all().await.unwrap())
    };
    let lists = || async {
        (
            world.app.case_list(&amina).await.unwrap(),
            world.app.case_list(&ben).await.unwrap(),
            world.app.search(&amina, "wiś").await.unwrap(),
            world.app.account_list(&world.operator()).await.unwrap(),
            world.app.operator_cases(&world.operator()).await.unwrap(),
        )
    };
    let before = (raw().await, lists().await);
    assert_eq!((before.1.0.len(), before.1.1.len(), before.0.0.len()), (3, 3, 6));
    // Five in each family, of whom one is withdrawn in the first three.
    assert_eq!(before.0.2.0.len(), 4 * 5 - 3);
    assert!(before.0.2.1.len() > 60, "with their tokens");

    world.store.index_drop().await.unwrap();
    assert!(world.app.case_list(&amina).await.unwrap().is_empty(), "the control: it was gone");
    // Days later, on a server that knows nothing yet.
    world.clock.advance_minutes(60 * 24 * 400);
    assert_eq!(world.second_app().rebuild_index(&world.operator()).await.unwrap(), 4);
    assert_eq!((raw().await, lists().await), before);
    // A store from before people were indexed is filled in at the start, and only then.
    let people = world.store.people_all().await.unwrap();
    let cases: std::collections::BTreeSet<_> = people.0.iter().map(|card| card.case).collect();
    let gone = cases.iter().map(|case| store::IndexChange::PeopleGone { case: *case }).collect();
    world.store.index_put(gone).await.unwrap();
    assert_eq!(world.second_app().index_people().await.unwrap(), 4);
    assert_eq!(world.store.people_all().await.unwrap(), people);
    assert_eq!(world.app.index_people().await.unwrap(), 0);
}
