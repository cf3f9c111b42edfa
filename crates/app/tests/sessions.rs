//! Signing in, staying in, and when a session ends.

use app::{App, Secret, SignInError, SignedIn};
use practice::permission::AccountRole;
use testkit::{PASSWORD, World};

async fn signed_in(world: &World) -> SignedIn {
    world.app.sign_in("worker", PASSWORD.into()).await.unwrap()
}

async fn alive(app: &App, session: &SignedIn) -> bool {
    app.session(&session.token).await.unwrap().is_some()
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_name_wrong_password_and_closed_account_get_the_same_answer() {
    let world = World::new().await;
    world.worker("worker").await;
    world.worker("closed").await;
    world.app.account_disable(&world.operator(), "closed").await.unwrap();
    let wrong = world.app.sign_in("worker", "not the password at all".into()).await.unwrap_err();
    let unknown = world.app.sign_in("nobody", PASSWORD.into()).await.unwrap_err();
    let closed = world.app.sign_in("closed", PASSWORD.into()).await.unwrap_err();
    assert_eq!(wrong, SignInError::Wrong);
    assert_eq!((&unknown, &closed), (&wrong, &wrong));
    assert_eq!(unknown.to_string(), wrong.to_string());
    // The control: the right password lets in, however the name is typed.
    let session = world.app.sign_in(" WORKER ", PASSWORD.into()).await.unwrap();
    assert!(alive(&world.app, &session).await);
    assert_eq!(session.session.name, "Worker");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_after_thirty_idle_minutes_and_after_twelve_hours() {
    let world = World::new().await;
    world.worker("worker").await;
    let session = signed_in(&world).await;
    world.clock.advance_minutes(29);
    assert!(alive(&world.app, &session).await, "29 minutes idle");
    world.clock.advance_minutes(29);
    assert!(alive(&world.app, &session).await, "being active counts");
    world.clock.advance_minutes(31);
    assert!(!alive(&world.app, &session).await, "31 minutes idle");

    let session = signed_in(&world).await;
    for _ in 0..47 {
        world.clock.advance_minutes(15);
        assert!(alive(&world.app, &session).await, "active all day");
    }
    world.clock.advance_minutes(16);
    assert!(!alive(&world.app, &session).await, "more than 12 hours in all");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_by_signing_out_a_new_password_other_roles_and_closing() {
    let world = World::new().await;
    world.worker("worker").await;
    let operator = world.operator();
    // Another server over the same store has to notice as well.
    let other = world.second_app();

    let session = signed_in(&world).await;
    assert!(alive(&other, &session).await);
    other.sign_out(&session.token).await.unwrap();
    assert!(!alive(&world.app, &session).await);

    let session = signed_in(&world).await;
    world.app.password_set(&operator, "worker", "nine small wooden boats".into()).await.unwrap();
    assert!(!alive(&world.app, &session).await && !alive(&other, &session).await);
    assert!(world.app.sign_in("worker", PASSWORD.into()).await.is_err(), "the old password");
    world.app.password_set(&operator, "worker", PASSWORD.into()).await.unwrap();

    let session = signed_in(&world).await;
    world.app.account_roles(&operator, "worker", [AccountRole::Practitioner].into()).await.unwrap();
    assert!(!alive(&world.app, &session).await);

    let session = signed_in(&world).await;
    world.app.account_disable(&operator, "worker").await.unwrap();
    assert!(!alive(&world.app, &session).await);
    world.app.account_enable(&operator, "worker").await.unwrap();
    assert!(!alive(&world.app, &session).await, "opening the account again does not bring sessions back");
    assert!(alive(&world.app, &signed_in(&world).await).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_gets_slower_and_a_right_password_forgives() {
    let world = World::new().await;
    world.worker("worker").await;
    for name in ["worker", "nobody"] {
        for _ in 0..5 {
            let answer = world.app.sign_in(name, "not the password at all".into()).await.unwrap_err();
            assert_eq!(answer, SignInError::Wrong, "{name}");
        }
        // Not even the right password is tried now; and it is the same for a name that nobody has.
        let answer = world.app.sign_in(name, PASSWORD.into()).await.unwrap_err();
        assert_eq!(answer, SignInError::Wait { seconds: 1 }, "{name}");
    }
    // A restart forgives nothing.
    let answer = world.second_app().sign_in("worker", PASSWORD.into()).await.unwrap_err();
    assert_eq!(answer, SignInError::Wait { seconds: 1 });
    world.clock.advance_seconds(1);
    let answer = world.app.sign_in("worker", "still not the password".into()).await.unwrap_err();
    assert_eq!(answer, SignInError::Wrong);
    let answer = world.app.sign_in("worker", PASSWORD.into()).await.unwrap_err();
    assert_eq!(answer, SignInError::Wait { seconds: 2 }, "longer each time");
    world.clock.advance_seconds(2);
    world.app.sign_in("worker", PASSWORD.into()).await.unwrap();
    let answer = world.app.sign_in("worker", "not the password at all".into()).await.unwrap_err();
    assert_eq!(answer, SignInError::Wrong, "forgiven");
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_are_long_differ_and_mean_nothing_changed() {
    let world = World::new().await;
    world.worker("worker").await;
    let (one, two) = (signed_in(&world).await, signed_in(&world).await);
    assert_ne!(one.token, two.token);
    assert_ne!(one.session.csrf, two.session.csrf);
    assert_eq!(one.token.len(), 43, "256 bits");
    let mut wrong = one.token.clone();
    wrong.replace_range(0..1, if one.token.starts_with('A') { "B" } else { "A" });
    assert!(world.app.session(&wrong).await.unwrap().is_none());
    assert!(world.app.session("").await.unwrap().is_none());
    let secret = format!("{one:?} {:?}", Secret::from("a secret that must not be printed"));
    assert!(!secret.contains(&one.token) && !secret.contains("must not be printed"));
}
