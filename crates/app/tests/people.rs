//! Finding people, records of one human being, and who hears of them.

use app::{Basis, Elsewhere, ProblemKind, Purpose, Said, Subject, Why};
use practice::entry::Ground;
use practice::ids::CaseId;
use practice::kinds::{Body, Kind, Person};
use practice::label::Label;
use practice::permission::{AccountRole, Relation};
use practice::record::{Draft, Intent};
use testkit::{Family, World, content, text};

fn person(name: &str, born: &str) -> Person {
    let born = born.parse().ok();
    Person {
        name: text(name),
        known_as: None,
        aliases: Vec::new(),
        born,
        unborn: false,
        died: None,
        gender: None,
        pronouns: None,
        languages: Vec::new(),
        capacity: None,
    }
}

async fn add(world: &World, worker: &Subject, family: &Family, n: u64, label: Label, person: Person) {
    let allowed = world.app.allow_record(worker, family.case).await.unwrap();
    let content = content(label, Body::Person(person));
    let draft = Draft { id: family.id(n), intent: Intent::Record(Box::new(content)) };
    world.app.record(&allowed, vec![draft], None).await.unwrap();
}

async fn names(world: &World, who: &Subject, query: &str) -> Vec<String> {
    let found = world.app.find_people(who, query).await.unwrap();
    assert!(!found.more && !found.too_little);
    found.people.into_iter().map(|found| found.name).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_found_however_it_is_written_and_it_is_said_why() {
    let world = World::new().await;
    let amina = world.worker("amina").await;
    world.open(&amina, &Family::new(1)).await;
    for (query, name) in [
        ("Vishnievsky Marek", "Marek Wiśniewski"),
        ("wisneiwski 1988", "Marek Wiśniewski"),
        ("okafor sara", "Sara Okafor"),
        ("Sarah Ocafor", "Sara Okafor"),
        ("ines d", "Inês Duarte"),
        ("11.3.1990", "Sara Okafor"),
        ("Sara Okafor 3.11.1990", "Sara Okafor"),
        ("Lena", "Lena Wiśniewska"),
    ] {
        assert_eq!(names(&world, &amina, query).await.first().map(String::as_str), Some(name), "{query}");
    }
    for query in ["", "Marek Duarte", "Sara 1955", "enia"] {
        assert!(names(&world, &amina, query).await.is_empty(), "{query}");
    }
    let found = world.app.find_people(&amina, "Okafor Sara 1990").await.unwrap().people;
    assert_eq!(found[0].whys, [Why::OtherOrder, Why::SameYear]);
    assert_eq!(found[0].case.children.len(), 2, "with what lists know of the case");
}

/// The two ways of searching find the same, and neither anything of a case that is not the caller's.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_elses_people_are_found_or_counted_by_either_way() {
    let world = World::new().await;
    let (amina, ben) = (world.worker("amina").await, world.worker("ben").await);
    let supervisor = world.account("supervisor", &[AccountRole::Supervisor]).await;
    let related = world.worker("related").await;
    let administrator = world.account("administrator", &[AccountRole::Administrator]).await;
    let family = Family::new(1);
    let case = world.open(&amina, &family).await;
    for seed in 2..12 {
        world.open(&ben, &Family::new(seed)).await;
    }
    world.relate(case, "supervisor", Relation::SupervisorOf).await;
    world.relate(case, "related", Relation::Conflict).await;
    world.relate(case, "administrator", Relation::Allocated).await;
    add(&world, &amina, &family, 600, Label::Sealed, person("Grace Hopewell", "1970")).await;
    for query in ["Sara Okafor", "Okafor 1990", "Lena Wisniewska 2018"] {
        for who in [&amina, &supervisor] {
            let read = world.app.find_people(who, query).await.unwrap();
            let by_facts = world.app.find_people_by_facts(who, query).await.unwrap();
            assert_eq!(read.people.iter().map(|found| found.case.case).collect::<Vec<_>>(), [case], "{query}");
            assert_eq!(read, by_facts, "{query}");
        }
        assert_eq!(world.app.find_people(&ben, query).await.unwrap().people.len(), 10, "the control: his own");
        for who in [&related, &administrator] {
            assert_eq!(world.app.find_people(who, query).await.unwrap(), app::Found::default());
            assert_eq!(world.app.find_people_by_facts(who, query).await.unwrap().people, []);
        }
    }
    // What is sealed is found by the worker and not by the supervisor.
    for by_facts in [false, true] {
        let ask = async |who: &Subject| match by_facts {
            true => world.app.find_people_by_facts(who, "Hopewell Grace").await.unwrap().people.len(),
            false => world.app.find_people(who, "Hopewell Grace").await.unwrap().people.len(),
        };
        assert_eq!((ask(&amina).await, ask(&supervisor).await), (1, 0));
    }
    assert!(world.app.find_people_by_facts(&amina, "Sara").await.unwrap().too_little);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_index_follows_every_change_of_a_person() {
    let world = World::new().await;
    let amina = world.worker("amina").await;
    let family = Family::new(1);
    world.open(&amina, &family).await;
    let allowed = world.app.allow_record(&amina, family.case).await.unwrap();
    let step = async |id, intent| world.app.record(&allowed, vec![Draft { id, intent }], None).await.unwrap();
    let renamed = content(Label::Professional, Body::Person(person("Inês Ferreira", "1985")));
    let reason = Some(text("Married"));
    step(family.ines, Intent::Revise { base: 1, content: Box::new(renamed), reason: reason.clone() }).await;
    assert_eq!(names(&world, &amina, "ferreira").await, ["Inês Ferreira"]);
    assert!(names(&world, &amina, "duarte").await.is_empty(), "an old name that nobody recorded as an alias");
    let ground = Ground::RecordedInError;
    step(family.ines, Intent::Withdraw { base: 2, ground, reason: reason.clone() }).await;
    assert!(names(&world, &amina, "ferreira").await.is_empty());
    step(family.ines, Intent::Reinstate { base: 3, reason }).await;
    assert_eq!(names(&world, &amina, "ferreira").await, ["Inês Ferreira"]);
}

/// Amina works the first family, Ben the second; the same man is in both. Carla supervises the first, Dana the second.
struct Twice {
    world: World,
    amina: Subject,
    ben: Subject,
    carla: Subject,
    first: Family,
    second: Family,
}

impl Twice {
    async fn new() -> Self {
        let world = World::new().await;
        let (amina, ben) = (world.worker("amina").await, world.worker("ben").await);
        let carla = world.account("carla", &[AccountRole::Supervisor]).await;
        world.account("dana", &[AccountRole::Supervisor]).await;
        let (first, second) = (Family::new(1), Family::new(2));
        world.open(&amina, &first).await;
        let allowed = world.app.allow_open(&ben).await.unwrap();
        let drafts = vec![
            Draft {
                id: second.id(700),
                intent: Intent::Record(Box::new(content(
                    Label::Professional,
                    Body::Person(person("Marek Wisniewsky", "1988-05-03")),
                ))),
            },
            Draft {
                id: second.id(701),
                intent: Intent::Record(Box::new(content(
                    Label::Professional,
                    Body::Person(person("Zofia Lis", "2020-01-01")),
                ))),
            },
        ];
        let new = app::NewCase { case: second.case, reference: None, drafts, draft_done: None };
        world.app.open_case(&allowed, new).await.unwrap();
        world.relate(first.case, "carla", Relation::SupervisorOf).await;
        world.relate(second.case, "dana", Relation::SupervisorOf).await;
        Self { world, amina, ben, carla, first, second }
    }

    async fn doubles(&self, who: &Subject, case: CaseId) -> app::Doubles {
        let allowed = self.world.app.allow_read(who, case, Purpose::DirectWork).await.unwrap();
        self.world.app.doubles(&allowed).await.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_be_recorded_twice_is_told_to_those_who_see_both_and_else_to_a_supervisor() {
    let it = Twice::new().await;
    let app = &it.world.app;
    // The two workers hear nothing: neither sees the other case.
    assert_eq!(it.doubles(&it.amina, it.first.case).await, app::Doubles::default());
    assert_eq!(it.doubles(&it.ben, it.second.case).await, app::Doubles::default());
    assert!(
        app.doubts(&it.amina).await.unwrap().is_empty(),
        "nor is it in the queue of one who only works the case"
    );
    assert!(app.somebody_like(&it.amina, "Marek Wisniewsky", "1988-05-03".parse().ok()).await.unwrap().len() == 1);
    // The supervisor hears whom to ask, and nothing of the other case.
    let doubts = app.doubts(&it.carla).await.unwrap();
    assert_eq!(doubts.len(), 1);
    assert_eq!((doubts[0].person.name.as_str(), doubts[0].person.person), ("Marek Wiśniewski", it.first.marek));
    assert_eq!(doubts[0].other, Elsewhere::Ask(vec!["Dana".to_owned()]));
    assert!(!format!("{doubts:?}").contains("Zofia") && !format!("{doubts:?}").contains("Wisniewsky"));
    // Whoever is in conflict with the supervisor's case is not the one to ask.
    it.world.relate(it.first.case, "dana", Relation::Conflict).await;
    assert_eq!(app.doubts(&it.carla).await.unwrap()[0].other, Elsewhere::Ask(vec!["Ben".to_owned()]));
    // And a supervisor in conflict with the other case hears nothing at all.
    it.world.relate(it.second.case, "carla", Relation::Conflict).await;
    assert!(app.doubts(&it.carla).await.unwrap().is_empty());
    // Whoever sees both is told where the record is.
    it.world.relate(it.second.case, "carla", Relation::SupervisorOf).await;
    let doubts = app.doubts(&it.carla).await.unwrap();
    assert!(matches!(&doubts[..], [one] if matches!(&one.other, Elsewhere::Seen(_))), "{doubts:?}");
    let told = it.doubles(&it.carla, it.first.case).await;
    assert_eq!(told.perhaps.len(), 1);
    assert_eq!(told.perhaps[0].other.case.case, it.second.case);
    assert!(told.perhaps[0].other.whys.contains(&Why::SameYear));
}

#[tokio::test(flavor = "multi_thread")]
async fn joining_two_records_keeps_both_and_their_history_and_shows_nobody_a_case() {
    let it = Twice::new().await;
    let app = &it.world.app;
    it.world.relate(it.second.case, "amina", Relation::Allocated).await;
    let [first, second] = [it.first.case, it.second.case];
    let one = app.allow_record(&it.amina, first).await.unwrap();
    let other = app.allow_record(&it.amina, second).await.unwrap();
    let files = async || {
        let operator = it.world.operator();
        let mut all = Vec::new();
        for case in [first, second] {
            all.push(app.operator_projection(&operator, case).await.unwrap());
        }
        (all, it.world.store.people_all().await.unwrap())
    };
    let before = files().await;
    let (here, there) = ((&one, it.first.marek), (&other, it.second.id(700)));
    app.join_people(here, there, Basis::Met).await.unwrap();
    app.join_people(there, here, Basis::Told).await.unwrap();
    assert_eq!(files().await, before, "neither file nor what is found changes");
    let told = it.doubles(&it.amina, first).await;
    assert!(told.perhaps.is_empty());
    assert_eq!((told.same.len(), told.same[0].other.case.case), (1, second));
    assert_eq!(told.same[0].history.len(), 1, "said again it is said once");
    assert_eq!(it.doubles(&it.amina, second).await.same[0].other.case.case, first);
    // Ben works the second case only: for him nothing is joined, and he cannot take it back.
    assert_eq!(it.doubles(&it.ben, second).await, app::Doubles::default());
    assert_eq!(app.allow_record(&it.ben, first).await.unwrap_err().kind(), ProblemKind::NotFound);
    assert!(app.doubts(&it.carla).await.unwrap().is_empty(), "a supervisor is not asked again");
    // A second server reads the same from the journal.
    let beside = it.world.second_app();
    let allowed = beside.allow_read(&it.amina, first, Purpose::DirectWork).await.unwrap();
    assert_eq!(beside.doubles(&allowed).await.unwrap(), told);

    it.world.clock.advance_minutes(5);
    app.part_people(here, there).await.unwrap();
    app.part_people(here, there).await.unwrap();
    assert_eq!(files().await, before);
    let apart = it.doubles(&it.amina, first).await;
    assert!(apart.same.is_empty());
    let said = |steps: &[app::RegistryStep]| steps.iter().map(|step| step.what).collect::<Vec<_>>();
    assert_eq!(said(&apart.perhaps[0].history), [Said::Same(Basis::Met), Said::TakenBack]);
    app.keep_people_apart(here, there).await.unwrap();
    assert_eq!(it.doubles(&it.amina, first).await, app::Doubles::default());
    app.join_people(here, there, Basis::Papers).await.unwrap();
    assert_eq!(it.doubles(&it.amina, first).await.same[0].history.len(), 4, "and one may think again");
    assert!(it.world.store.verify(None).await.unwrap().findings.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_records_in_one_case_are_joined_the_same_way_and_only_by_who_sees_both() {
    let it = Twice::new().await;
    let app = &it.world.app;
    add(&it.world, &it.amina, &it.first, 800, Label::Sealed, person("Mark Wiśniewski", "1988")).await;
    let told = it.doubles(&it.amina, it.first.case).await;
    assert_eq!(told.perhaps.len(), 1, "once, not from both sides: {told:?}");
    let one = app.allow_record(&it.amina, it.first.case).await.unwrap();
    let (here, there) = ((&one, it.first.marek), (&one, it.first.id(800)));
    app.join_people(here, there, Basis::Papers).await.unwrap();
    assert_eq!(it.doubles(&it.amina, it.first.case).await.same.len(), 2, "said at both");
    // The supervisor does not see the sealed one: for her there is none, and she cannot say so.
    assert_eq!(it.doubles(&it.carla, it.first.case).await, app::Doubles::default());
    let hers = app.allow_record(&it.carla, it.first.case).await.unwrap();
    let hidden = app.part_people((&hers, it.first.marek), (&hers, it.first.id(800))).await.unwrap_err();
    assert_eq!(hidden.kind(), ProblemKind::NotFound);
    // What is no person, and somebody with herself, cannot be joined.
    for wrong in [it.first.monitoring, it.first.marek] {
        let error = app.join_people(here, (&one, wrong), Basis::Told).await.unwrap_err();
        assert_eq!(error.kind(), ProblemKind::NotFound);
    }
    let seen = app.projection(&one.reading(), "people").await.unwrap();
    assert_eq!(seen.of_kind(Kind::Person).count(), 6);
}
