//! The access table filters lists before the policies are asked. Here the two are held equal.

use app::{Authority, CaseFacts, Purpose, in_access_table};
use practice::ids::{AccountId, CaseId};
use practice::permission::{AccountRole, Action, Relation};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use testkit::{Family, World};
use uuid::Uuid;

static AUTHORITY: LazyLock<Authority> = LazyLock::new(|| Authority::embedded().unwrap());

fn relation() -> impl Strategy<Value = Relation> {
    prop::sample::select(Relation::ALL.to_vec())
}

fn roles() -> impl Strategy<Value = BTreeSet<AccountRole>> {
    prop::collection::btree_set(prop::sample::select(AccountRole::ALL.to_vec()), 0..=3)
}

proptest! {
    #[test]
    fn the_table_says_what_the_policies_say(
        roles in roles(),
        mine in prop::option::of(relation()),
        others in prop::collection::vec((2_u128..6, relation()), 0..5),
    ) {
        let authority = &*AUTHORITY;
        let me = AccountId(Uuid::from_u128(1));
        let mut relations: Vec<_> =
            others.into_iter().map(|(who, relation)| (AccountId(Uuid::from_u128(who)), relation)).collect();
        relations.extend(mine.map(|relation| (me, relation)));
        let facts = CaseFacts { case: CaseId(Uuid::from_u128(9)), relations };
        let sees = authority.labels(me, &roles, Action::ReadCase, &facts).iter().next().is_some();
        prop_assert_eq!(in_access_table(&roles, mine), sees);
    }
}

/// The same through the store: what is in the list is what opens, for every role and relation.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_the_list_opens_and_nothing_else() {
    let world = World::new().await;
    let opener = world.worker("opener").await;
    let mut cases = Vec::new();
    for seed in 1..=4 {
        cases.push(world.open(&opener, &Family::new(seed)).await);
    }
    use AccountRole::{Administrator, Practitioner, Supervisor};
    let accounts: [(&str, &[AccountRole]); 4] = [
        ("practitioner", &[Practitioner]),
        ("supervisor", &[Supervisor]),
        ("both", &[Practitioner, Supervisor]),
        ("administrator", &[Administrator]),
    ];
    let mut listed = 0;
    for (name, roles) in accounts {
        let subject = world.account(name, roles).await;
        for (case, relation) in cases.iter().zip(Relation::ALL) {
            world.relate(*case, name, relation).await;
        }
        let list: Vec<CaseId> = world.app.case_list(&subject).await.unwrap().iter().map(|card| card.case).collect();
        for case in &cases {
            let opens = world.app.allow_read(&subject, *case, Purpose::DirectWork).await.is_ok();
            assert_eq!(list.contains(case), opens, "{name}, case {case}");
        }
        listed += list.len();
    }
    assert_eq!(listed, 4, "practitioner 1, supervisor 1, both 2, administrator 0");
}
