//! The list of cases and the search in it.

use practice::permission::Relation;
use testkit::{Family, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_listed_by_its_children_with_who_harms_and_who_protects() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &Family::new(1)).await;
    let list = world.app.case_list(&worker).await.unwrap();
    assert_eq!(list.len(), 1);
    let card = &list[0];
    assert_eq!((card.case, card.relation), (case, Relation::Allocated));
    assert_eq!(card.children.iter().map(|child| child.name.as_str()).collect::<Vec<_>>(), ["Lena", "Tomek"]);
    assert_eq!(card.children[0].born, Some("2018-05-02".parse().unwrap()));
    assert_eq!(
        (card.perpetrators.as_slice(), card.survivors.as_slice()),
        (["Marek".to_owned()].as_slice(), ["Sara".to_owned()].as_slice())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_finds_any_name_in_ones_own_cases_only() {
    let world = World::new().await;
    let (amina, ben) = (world.worker("amina").await, world.worker("ben").await);
    let mine = world.open(&amina, &Family::new(1)).await;
    world.open(&ben, &Family::new(2)).await;
    for query in ["lena", "WISNIEWSKI", "wiś", "ines duarte", "okaf sar"] {
        let found = world.app.search(&amina, query).await.unwrap();
        assert_eq!(found.iter().map(|card| card.case).collect::<Vec<_>>(), [mine], "{query}");
    }
    for query in ["", "enia", "lena nowak"] {
        assert!(world.app.search(&amina, query).await.unwrap().is_empty(), "{query}");
    }
}
