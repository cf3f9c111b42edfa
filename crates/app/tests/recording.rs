//! Recording: conflicts, the same form twice, names of every sort, links that lead nowhere.

use app::{Problem, ProblemKind, Purpose, RecordError};
use practice::entry::Content;
use practice::ids::EntryId;
use practice::kinds::people::Person;
use practice::kinds::{Body, Unknown};
use practice::label::Label;
use practice::record::{Draft, Intent, Refusal};
use practice::text::Text;
use testkit::{Family, World, content, text};

fn question(words: &str, about: EntryId) -> Content {
    content(
        Label::Professional,
        Body::Unknown(Unknown {
            question: text(words),
            could_answer: None,
            safely: None,
            about: vec![about],
            behaviour: None,
            pathway: None,
            answer: None,
            answered_in: Vec::new(),
        }),
    )
}

fn revise(id: EntryId, base: u32, content: Content) -> Vec<Draft> {
    let reason = Some(text("Heard more"));
    vec![Draft { id, intent: Intent::Revise { base, content: Box::new(content), reason } }]
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_revise_the_same_entry_and_the_second_is_told_who_was_first() {
    let world = World::new().await;
    let family = Family::new(1);
    let (amina, ben) = (world.worker("amina").await, world.worker("ben").await);
    let case = world.open(&amina, &family).await;
    world.relate(case, "ben", practice::permission::Relation::Allocated).await;
    let first = world.app.allow_record(&amina, case).await.unwrap();
    let second = world.app.allow_record(&ben, case).await.unwrap();

    world.app.record(&first, revise(family.question, 1, question("From Amina", family.tomek)), None).await.unwrap();
    let error = world
        .app
        .record(&second, revise(family.question, 1, question("From Ben", family.tomek)), None)
        .await
        .unwrap_err();
    match error {
        RecordError::Conflict { entry, author, current, .. } => {
            assert_eq!((entry, author.as_str(), current), (family.question, "Amina", 2));
        }
        other => panic!("{other:?}"),
    }
    // Another entry is no conflict, though the head has moved.
    world.app.record(&second, revise(family.question, 2, question("From both", family.tomek)), None).await.unwrap();
    let seen = world.app.projection(&second.reading(), "entry").await.unwrap();
    let entry = seen.get(family.question).unwrap();
    assert_eq!((entry.revision, entry.history.len()), (3, 3), "nothing is lost");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_that_record_at_the_same_moment_both_succeed() {
    let world = World::new().await;
    let family = Family::new(1);
    let amina = world.worker("amina").await;
    let case = world.open(&amina, &family).await;
    let servers = [world.app.clone(), world.second_app(), world.second_app(), world.second_app()];
    let mut tasks = Vec::new();
    for (n, app) in servers.into_iter().enumerate() {
        let subject = amina.clone();
        let id = family.id(500 + n as u64);
        let draft = Draft { id, intent: Intent::Record(Box::new(question(&format!("Question {n}"), family.lena))) };
        tasks.push(tokio::spawn(async move {
            let allowed = app.allow_record(&subject, case).await.unwrap();
            app.record(&allowed, vec![draft], None).await.unwrap()
        }));
    }
    for task in tasks {
        assert!(!task.await.unwrap().already);
    }
    let allowed = world.app.allow_read(&amina, case, Purpose::DirectWork).await.unwrap();
    let seen = world.app.projection(&allowed, "gaps").await.unwrap();
    assert!((500..504).all(|n| seen.get(family.id(n)).is_some()));
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_people_save_into_one_case_at_once_and_one_of_them_gives_up() {
    let world = World::new().await;
    let family = Family::new(1);
    let amina = world.worker("amina").await;
    let case = world.open(&amina, &family).await;
    let mut tasks = Vec::new();
    for n in 0..16 {
        let (app, subject, id) = (world.app.clone(), amina.clone(), family.id(500 + n));
        let draft = Draft { id, intent: Intent::Record(Box::new(question(&format!("Question {n}"), family.lena))) };
        tasks.push(tokio::spawn(async move {
            let allowed = app.allow_record(&subject, case).await.unwrap();
            app.record(&allowed, vec![draft], None).await.unwrap()
        }));
    }
    // Whoever gives up in the middle of the queue does not hold up the others.
    tasks.remove(7).abort();
    for task in tasks {
        assert!(!task.await.unwrap().already);
    }
    let allowed = world.app.allow_read(&amina, case, Purpose::DirectWork).await.unwrap();
    let seen = world.app.projection(&allowed, "gaps").await.unwrap();
    assert!((500..516).filter(|n| *n != 507).all(|n| seen.get(family.id(n)).is_some_and(|e| e.revision == 1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_sent_twice_is_recorded_once_and_acknowledged_twice() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &family).await;
    // The form that opened the case as well.
    assert_eq!(world.open(&worker, &family).await, case);
    let allowed = world.app.allow_record(&worker, case).await.unwrap();
    let draft = Draft { id: family.id(500), intent: Intent::Record(Box::new(question("Who looks?", family.lena))) };
    let first = world.app.record(&allowed, vec![draft.clone()], None).await.unwrap();
    world.clock.advance_minutes(1);
    let again = world.app.record(&allowed, vec![draft.clone()], None).await.unwrap();
    assert_eq!((first.already, again.already), (false, true));
    assert_eq!(first.revisions, again.revisions);

    let change = revise(family.question, 1, question("Better words", family.tomek));
    let first = world.app.record(&allowed, change.clone(), None).await.unwrap();
    let again = world.app.record(&allowed, change, None).await.unwrap();
    assert_eq!((first.revisions, again.already), (vec![(family.question, 2)], true));

    // The control: the same id with other words is not the same form.
    let other = Draft { id: family.id(500), intent: Intent::Record(Box::new(question("Else?", family.lena))) };
    match world.app.record(&allowed, vec![other], None).await.unwrap_err() {
        RecordError::Refused(refused) => assert_eq!(refused, [(0, Refusal::IdTaken)]),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_an_entry_of_another_case_is_refused() {
    let world = World::new().await;
    let (one, two) = (Family::new(1), Family::new(2));
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &one).await;
    world.open(&worker, &two).await;
    let allowed = world.app.allow_record(&worker, case).await.unwrap();
    let draft = |about| vec![Draft { id: one.id(500), intent: Intent::Record(Box::new(question("Who?", about))) }];
    match world.app.record(&allowed, draft(two.lena), None).await.unwrap_err() {
        RecordError::Refused(refused) => {
            assert_eq!(refused, [(0, Refusal::NoSuchEntry { path: "unknown.about.0".to_owned(), id: two.lena })]);
        }
        other => panic!("{other:?}"),
    }
    world.app.record(&allowed, draft(one.lena), None).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_kept_as_people_write_them() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &family).await;
    let allowed = world.app.allow_record(&worker, case).await.unwrap();
    let long = "Żółć".repeat(75);
    assert_eq!(long.chars().count(), 300);
    let names = ["Żaneta Gżegżółka-Święcicka", "فاطمة الزهراء بنت محمد", long.as_str(), "Anna\u{200d}👩‍👧 O’Neill"];
    for (n, name) in (500_u64..).zip(names) {
        let person = Person {
            name: Text::parse(name).unwrap(),
            known_as: None,
            aliases: Vec::new(),
            born: None,
            unborn: false,
            died: None,
            gender: None,
            pronouns: None,
            languages: Vec::new(),
            capacity: None,
        };
        let body = content(Label::Professional, Body::Person(person));
        let draft = Draft { id: family.id(n), intent: Intent::Record(Box::new(body)) };
        world.app.record(&allowed, vec![draft], None).await.unwrap();
        let seen = world.app.projection(&allowed.reading(), "people").await.unwrap();
        match &seen.get(family.id(n)).unwrap().content.body {
            Body::Person(person) => assert_eq!(person.name.as_str(), name),
            other => panic!("{other:?}"),
        }
    }
    for (query, finds) in [
        ("zaneta swiecicka", 1),
        ("gżeg", 1),
        ("فاطمه", 1),
        ("zolczolc", 1),
        ("neill", 1),
        ("oneill", 1),
        ("eil", 0),
    ] {
        assert_eq!(world.app.search(&worker, query).await.unwrap().len(), finds, "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_records_under_a_label_that_they_could_not_read() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &family).await;
    let allowed = world.app.allow_record(&worker, case).await.unwrap();
    assert!(!allowed.labels().has(Label::Privileged) && allowed.labels().has(Label::Sealed));
    let draft = Draft { id: family.id(500), intent: Intent::Record(Box::new(family.privileged())) };
    let error = world.app.record(&allowed, vec![draft], None).await.unwrap_err();
    assert_eq!(error, RecordError::Label { at: 0, label: Label::Privileged });
    let reason = Some(text("Because"));
    let relabel = Draft { id: family.note, intent: Intent::Relabel { base: 1, label: Label::Privileged, reason } };
    let error = world.app.record(&allowed, vec![relabel], None).await.unwrap_err();
    assert_eq!(error, RecordError::Label { at: 0, label: Label::Privileged });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_somebody_else_opened_is_not_opened_again() {
    let world = World::new().await;
    let family = Family::new(1);
    let (amina, ben) = (world.worker("amina").await, world.worker("ben").await);
    world.open(&amina, &family).await;
    let allowed = world.app.allow_open(&ben).await.unwrap();
    let new = app::NewCase { case: family.case, reference: None, drafts: Vec::new(), draft_done: None };
    match world.app.open_case(&allowed, new).await.unwrap_err() {
        RecordError::Failed(problem) => assert_eq!(problem.kind(), ProblemKind::NotFound),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sealed_and_every_word_about_it_lies_under_the_sealed_key() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &family).await;
    let allowed = world.app.allow_record(&worker, case).await.unwrap();
    let reason = Some(text("They moved to Elm Road"));
    let ground = practice::entry::Ground::RecordedInError;
    let withdraw = |id| vec![Draft { id, intent: Intent::Withdraw { base: 1, ground, reason: reason.clone() } }];
    world.app.record(&allowed, withdraw(family.refuge), None).await.unwrap();
    world.app.record(&allowed, withdraw(family.question), None).await.unwrap();
    let events = world.store.read(&store::StreamId::case(case.0), 0).await.unwrap();
    for (words, class) in [
        ("Larch House", store::KeyClass::Sealed),
        (r#""withdrawn":"recorded_in_error""#, store::KeyClass::Sealed),
        ("Lies awake", store::KeyClass::Ordinary),
    ] {
        let event = events.iter().find(|event| String::from_utf8_lossy(&event.payload).contains(words)).unwrap();
        assert_eq!(event.class, class, "{words}");
    }
    assert_eq!(events.last().unwrap().class, store::KeyClass::Ordinary, "the question is not sealed");
}

#[test]
fn a_full_disk_is_told_in_words_and_keeps_its_own_kind() {
    for problem in [
        Problem::from(store::AppendError::DiskFull),
        Problem::from(store::DraftError::DiskFull),
        Problem::from(store::WriteError::DiskFull),
    ] {
        assert_eq!(problem.kind(), ProblemKind::Full);
        assert!(problem.to_string().contains("not saved") && problem.to_string().contains("Keep the page open"));
    }
    let other = Problem::from(store::AppendError::Failed { why: "io".to_owned() });
    assert_eq!(other.kind(), ProblemKind::Unavailable);
}
