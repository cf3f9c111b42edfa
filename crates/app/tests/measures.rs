//! The measures table: kept with each append, equal to one built anew, and nobody counts what they may not see.

use app::{InventedAccount, Measured};
use invented::{Profile, Recipe};
use practice::entry::Ground;
use practice::permission::{AccountRole, Relation};
use practice::record::{Draft, Intent};
use practice::text::Text;
use practice::views::measures::{Count, Measure};
use store::IndexChange;
use testkit::{Family, World, text};

/// In a folder; in the test program `postgres`, in a schema of its own of that database.
async fn world() -> World {
    if env!("CARGO_CRATE_NAME") == "main" {
        return World::new().await;
    }
    let url = std::env::var_os("HOLDFAST_TEST_POSTGRES").and_then(|url| url.into_string().ok());
    // Without it there is no database to try: see tools/postgres.
    World::on_postgres(&url.unwrap()).await
}

/// A world with a small invented agency in it.
async fn agency(world: &World, cases: u64) -> Vec<invented::Case> {
    let recipe = Recipe { seed: 11, profile: Profile::Team, pack: Text::parse("base 1").unwrap() };
    let accounts = Profile::Team.staff().map(|one| InventedAccount {
        id: one.id,
        sign_in: one.sign_in,
        name: text(&one.name),
        role: if one.supervises { AccountRole::Supervisor } else { AccountRole::Practitioner },
    });
    let made = world.app.invented_accounts(&world.operator(), accounts.collect()).await.unwrap();
    assert_eq!(made, 9);
    let mut all = Vec::new();
    for n in 0..cases {
        let case = recipe.case(n).unwrap();
        let relations = [(case.worker.id, Relation::Allocated), (case.supervisor.id, Relation::SupervisorOf)];
        assert!(world.app.invented_case(&world.operator(), case.document.clone(), &relations).await.unwrap());
        all.push(case);
    }
    all
}

async fn rows(world: &World) -> Vec<(uuid::Uuid, u64, Vec<u8>)> {
    let cards = world.store.index_cards("measures").await.unwrap();
    cards.into_iter().map(|card| (card.id, card.head, card.card)).collect()
}

fn line(measured: &Measured, measure: Measure) -> [Count; 4] {
    let tally = measured.counting.exact();
    let line = tally.lines.iter().find(|line| line.measure == measure).unwrap();
    [line.there, line.for_some, line.not_yet, line.does_not_apply]
}

async fn kept_with_each_append(world: World) {
    let cases = agency(&world, 12).await;
    // Workers go on: a question more, an effort withdrawn, somebody else on the case.
    for case in &cases {
        let worker = world.subject(case.worker.id).await;
        let allowed = world.app.allow_record(&worker, case.document.case.case).await.unwrap();
        world.clock.advance_minutes(7);
        let first = case.document.entries.iter().rfind(|step| {
            step.revision == 1
                && step.content().is_some_and(|content| content.body.kind() == practice::kinds::Kind::Effort)
        });
        if let Some(step) = first {
            let intent =
                Intent::Withdraw { base: 1, ground: Ground::RecordedInError, reason: Some(text("A mistake")) };
            world.app.record(&allowed, vec![Draft { id: step.id, intent }], None).await.unwrap();
        }
    }
    world.relate(cases[0].document.case.case, "worker-0001", Relation::Allocated).await;
    let before = rows(&world).await;
    assert_eq!(before.len(), 12);
    let supervisor = world.subject(cases[0].supervisor.id).await;
    let counted = world.app.measures(&supervisor, Some(Measure::HarmPlan)).await.unwrap();
    assert_eq!(counted.counting.exact().cases, Count::Cases(12));
    let [there, _, not_yet, _] = line(&counted, Measure::HarmPlan);
    assert_eq!(Count::Cases(counted.wanting.len()), not_yet, "{there:?}");

    // Built anew, much later, on a server that knows nothing yet: byte for byte the same.
    world.clock.advance_minutes(60 * 24 * 400);
    world.store.index_drop().await.unwrap();
    assert!(rows(&world).await.is_empty(), "the control: it was gone");
    let again = world.second_app();
    again.rebuild_index(&world.operator()).await.unwrap();
    assert_eq!(rows(&world).await, before);

    // A row that is older than its case, and one that is gone, are noticed and made anew; what is counted is right.
    let (id, head, card) = before[3].clone();
    let wrong = before.iter().find(|(_, _, other)| *other != card).unwrap().2.clone();
    let stale = IndexChange::Card { kind: "measures".to_owned(), id, head: head - 1, card: wrong.clone() };
    let gone = IndexChange::CardGone { kind: "measures".to_owned(), id: before[5].0 };
    world.store.index_put(vec![stale, gone]).await.unwrap();
    assert_ne!(rows(&world).await, before);
    let anew = again.operator_measures(&world.operator()).await.unwrap();
    assert_eq!(anew.counting.exact(), counted.counting.exact(), "a supervisor and the operator see the same here");
    assert_eq!(rows(&world).await, before, "and the table is whole again");
    // The control: a wrong row that says it is as new as its case is what a rebuild tells apart.
    let wrong = IndexChange::Card { kind: "measures".to_owned(), id, head, card: wrong };
    world.store.index_put(vec![wrong]).await.unwrap();
    assert_ne!(rows(&world).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_is_kept_with_each_append_and_equal_to_one_built_anew() {
    kept_with_each_append(world().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_counts_a_case_that_is_not_theirs() {
    let world = world().await;
    let (amina, ben) = (world.worker("amina").await, world.worker("ben").await);
    let admin = world.account("root", &[AccountRole::Administrator]).await;
    let case = world.open(&amina, &Family::new(1)).await;
    let cases = |measured: Measured| measured.counting.exact().cases;
    assert_eq!(
        cases(world.app.measures(&amina, None).await.unwrap()),
        Count::Cases(0),
        "she works it, she supervises none"
    );
    world.relate(case, "ben", Relation::SupervisorOf).await;
    assert_eq!(cases(world.app.measures(&ben, None).await.unwrap()), Count::Cases(1), "the control");
    world.relate(case, "ben", Relation::Conflict).await;
    assert_eq!(cases(world.app.measures(&ben, None).await.unwrap()), Count::Cases(0));
    assert_eq!(cases(world.app.measures(&admin, None).await.unwrap()), Count::Cases(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn invented_cases_do_not_go_beside_real_ones_and_are_taken_in_once() {
    let world = world().await;
    let cases = agency(&world, 2).await;
    assert!(world.app.only_invented(&world.operator()).await.is_ok());
    let again = world.app.invented_case(&world.operator(), cases[0].document.clone(), &[]).await.unwrap();
    assert!(!again, "it is there already");
    let mut real = cases[1].document.clone();
    real.case.invented = false;
    real.case.case = practice::ids::CaseId(world.id());
    assert!(
        world.app.invented_case(&world.operator(), real, &[]).await.is_err(),
        "it does not say that it is invented"
    );
    let amina = world.worker("amina").await;
    world.open(&amina, &Family::new(1)).await;
    assert!(world.app.only_invented(&world.operator()).await.is_err());
    let somebody = InventedAccount {
        id: practice::ids::AccountId(world.id()),
        sign_in: "amina".to_owned(),
        name: text("Amina"),
        role: AccountRole::Practitioner,
    };
    assert!(world.app.invented_accounts(&world.operator(), vec![somebody]).await.is_err(), "the name is hers");
}
