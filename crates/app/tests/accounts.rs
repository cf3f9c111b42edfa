//! Accounts: what is refused, and what is kept.

use app::{NewAccount, ProblemKind};
use practice::permission::AccountRole;
use testkit::{PASSWORD, World};

fn new(sign_in: &str, password: &str, roles: &[AccountRole]) -> NewAccount {
    NewAccount {
        name: "Łucja Nowak".to_owned(),
        sign_in: sign_in.to_owned(),
        roles: roles.iter().copied().collect(),
        password: password.into(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn accounts_are_made_once_with_a_long_password_and_roles_that_fit() {
    use AccountRole::{Administrator, Practitioner};
    let world = World::new().await;
    let operator = world.operator();
    assert!(!world.app.has_accounts().await.unwrap());
    for (account, why) in [
        (new("lucja", "fourteen chars", &[Practitioner]), "15 characters"),
        (new("lucja", "aaaaaaaaaaaaaaaaaaaaa", &[Practitioner]), "repeats"),
        (new("lucja", PASSWORD, &[]), "what the account is for"),
        (new("lucja", PASSWORD, &[Practitioner, Administrator]), "administrator sees no case"),
        (new("lu cja", PASSWORD, &[Practitioner]), "without spaces"),
        (new("  ", PASSWORD, &[Practitioner]), "without spaces"),
    ] {
        let problem = world.app.account_create(&operator, account).await.unwrap_err();
        assert_eq!(problem.kind(), ProblemKind::Refused);
        assert!(problem.to_string().contains(why), "{problem} should say: {why}");
    }
    assert!(!world.app.has_accounts().await.unwrap());

    let id = world.app.account_create(&operator, new("Lucja", PASSWORD, &[Practitioner])).await.unwrap();
    assert!(world.app.has_accounts().await.unwrap());
    let taken = world.app.account_create(&operator, new("LUCJA", PASSWORD, &[Practitioner])).await.unwrap_err();
    assert!(taken.to_string().contains("taken"), "{taken}");
    let list = world.app.account_list(&operator).await.unwrap();
    assert_eq!(list.len(), 1);
    assert_eq!((list[0].id, list[0].sign_in.as_str(), list[0].name.as_str()), (id, "lucja", "Łucja Nowak"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_account_is_made_once() {
    let world = World::new().await;
    let roles = [AccountRole::Practitioner, AccountRole::Supervisor];
    world.app.first_account(new("first", PASSWORD, &roles)).await.unwrap();
    let second = world.app.first_account(new("second", PASSWORD, &roles)).await.unwrap_err();
    assert!(second.to_string().contains("already"), "{second}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_administrators_look_after_accounts() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let administrator = world.account("admin", &[AccountRole::Administrator]).await;
    assert_eq!(world.app.allow_manage_accounts(&worker).await.unwrap_err().kind(), ProblemKind::NotFound);
    let allowed = world.app.allow_manage_accounts(&administrator).await.unwrap();
    world.app.account_create(&allowed, new("other", PASSWORD, &[AccountRole::Practitioner])).await.unwrap();
    assert_eq!(world.app.account_list(&allowed).await.unwrap().len(), 3);
    assert!(world.app.allow_open(&administrator).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_name_at_the_same_moment_is_given_once() {
    let world = World::new().await;
    let (one, two) = (world.app.clone(), world.second_app());
    let operator = world.operator();
    let roles = [AccountRole::Practitioner];
    let (a, b) = tokio::join!(
        one.account_create(&operator, new("same", PASSWORD, &roles)),
        two.account_create(&operator, new("same", PASSWORD, &roles)),
    );
    assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|made| **made).count(), 1);
    assert_eq!(world.app.account_list(&operator).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_first_accounts_at_the_same_moment_are_one() {
    for seed in 0..4 {
        let world = World::seeded(seed).await;
        let (one, two) = (world.app.clone(), world.second_app());
        let roles = [AccountRole::Practitioner];
        let (a, b) = tokio::join!(
            one.first_account(new("one", PASSWORD, &roles)),
            two.first_account(new("two", PASSWORD, &roles)),
        );
        assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|made| **made).count(), 1);
        assert_eq!(world.app.account_list(&world.operator()).await.unwrap().len(), 1);
    }
}
