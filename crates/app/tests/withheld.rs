//! What somebody may not see is not there: not on a page, not in a list, not in an answer, and not lost either.

use app::{Purpose, RecordError};
use practice::kinds::Body;
use practice::label::Label;
use practice::permission::{AccountRole, Relation};
use practice::record::{Draft, Intent, Refusal};
use testkit::{Family, World, content, text};

#[tokio::test(flavor = "multi_thread")]
async fn a_supervisor_sees_the_case_without_what_is_sealed() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let supervisor = world.account("supervisor", &[AccountRole::Supervisor]).await;
    let case = world.open(&worker, &family).await;
    world.relate(case, "supervisor", Relation::SupervisorOf).await;
    let seen = |subject| {
        let app = world.app.clone();
        async move {
            let allowed = app.allow_read(subject, case, Purpose::Supervision).await.unwrap();
            app.projection(&allowed, "overview").await.unwrap()
        }
    };
    let (all, some) = (seen(&worker).await, seen(&supervisor).await);
    assert!(all.get(family.refuge).is_some() && some.get(family.refuge).is_none());
    assert!(some.get(family.hidden_money).is_some(), "her protection must not look like nothing");
    let json = serde_json::to_string(&*some).unwrap();
    assert!(!json.contains("Larch House"));
    assert!(serde_json::to_string(&*all).unwrap().contains("Larch House"), "the control");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_may_not_see_cannot_be_changed_or_linked_to() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let supervisor = world.account("supervisor", &[AccountRole::Supervisor]).await;
    let case = world.open(&worker, &family).await;
    world.relate(case, "supervisor", Relation::SupervisorOf).await;
    let allowed = world.app.allow_record(&supervisor, case).await.unwrap();
    let nowhere = family.id(999);
    let mut answers = Vec::new();
    for id in [family.refuge, nowhere] {
        let reason = Some(text("Because"));
        let draft = Draft { id, intent: Intent::Relabel { base: 1, label: Label::Professional, reason } };
        match world.app.record(&allowed, vec![draft], None).await.unwrap_err() {
            RecordError::Refused(refused) => {
                assert_eq!(refused, [(0, Refusal::Unknown { id })]);
                answers.push(refused[0].1.to_string().replace(&id.to_string(), "ID"));
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(answers[0], answers[1], "as if there were no such entry");
    for to in [family.refuge, nowhere] {
        let Body::Unknown(mut question) = family
            .contents()
            .into_iter()
            .find_map(|(id, content)| (id == family.question).then_some(content.body))
            .unwrap()
        else {
            panic!("the question is an unknown");
        };
        question.answered_in = vec![to];
        let draft = Draft {
            id: family.id(500),
            intent: Intent::Record(Box::new(content(Label::Professional, Body::Unknown(question)))),
        };
        match world.app.record(&allowed, vec![draft], None).await.unwrap_err() {
            RecordError::Refused(refused) => {
                let path = "unknown.answered_in.0".to_owned();
                assert_eq!(refused, [(0, Refusal::NoSuchEntry { path, id: to })]);
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revision_does_not_delete_what_its_author_could_not_see() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let supervisor = world.account("supervisor", &[AccountRole::Supervisor]).await;
    let case = world.open(&worker, &family).await;
    world.relate(case, "supervisor", Relation::SupervisorOf).await;
    // The worker adds a sealed source and a link to a sealed household.
    let recording = world.app.allow_record(&worker, case).await.unwrap();
    let mine = world.app.projection(&recording.reading(), "entry").await.unwrap();
    let mut content = mine.get(family.question).unwrap().content.clone();
    let sealed = practice::source::Source {
        how: practice::source::How::SeenByRecorder,
        on: None,
        words: None,
        label: Some(Label::Sealed),
    };
    content.sources.push(sealed.clone());
    if let Body::Unknown(unknown) = &mut content.body {
        unknown.answered_in.push(family.refuge);
    }
    let reason = Some(text("Heard more"));
    let draft =
        Draft { id: family.question, intent: Intent::Revise { base: 1, content: Box::new(content), reason } };
    world.app.record(&recording, vec![draft], None).await.unwrap();
    // The supervisor, who sees neither, corrects the words.
    let recording = world.app.allow_record(&supervisor, case).await.unwrap();
    let hers = world.app.projection(&recording.reading(), "entry").await.unwrap();
    let mut content = hers.get(family.question).unwrap().content.clone();
    assert!(content.sources.is_empty());
    if let Body::Unknown(unknown) = &mut content.body {
        assert!(unknown.answered_in.is_empty());
        unknown.question = text("How has Tomek slept since September?");
    }
    let reason = Some(text("Clearer"));
    let draft =
        Draft { id: family.question, intent: Intent::Revise { base: 2, content: Box::new(content), reason } };
    let sent = vec![draft];
    world.app.record(&recording, sent.clone(), None).await.unwrap();
    assert!(world.app.record(&recording, sent, None).await.unwrap().already, "the same form twice");
    let allowed = world.app.allow_read(&worker, case, Purpose::DirectWork).await.unwrap();
    let after = world.app.projection(&allowed, "entry").await.unwrap();
    let entry = after.get(family.question).unwrap();
    assert_eq!(entry.content.sources, [sealed]);
    match &entry.content.body {
        Body::Unknown(unknown) => {
            assert_eq!(unknown.answered_in, [family.refuge]);
            assert_eq!(unknown.question, text("How has Tomek slept since September?"));
        }
        other => panic!("{other:?}"),
    }
}

/// Not even the order or the time of a list tells of what is withheld.
#[tokio::test(flavor = "multi_thread")]
async fn a_list_does_not_move_when_something_withheld_is_recorded() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let supervisor = world.account("supervisor", &[AccountRole::Supervisor]).await;
    let case = world.open(&worker, &family).await;
    world.relate(case, "supervisor", Relation::SupervisorOf).await;
    let before = world.app.case_list(&supervisor).await.unwrap();
    world.clock.advance_minutes(5);
    let recording = world.app.allow_record(&worker, case).await.unwrap();
    let Body::Household(household) =
        family.contents().into_iter().find(|(id, _)| *id == family.refuge).unwrap().1.body
    else {
        panic!("the refuge is a household");
    };
    for (n, label) in [(500, Label::Sealed), (501, Label::Professional)] {
        let new = content(label, Body::Household(household.clone()));
        let draft = Draft { id: family.id(n), intent: Intent::Record(Box::new(new)) };
        world.app.record(&recording, vec![draft], None).await.unwrap();
        let after = world.app.case_list(&supervisor).await.unwrap();
        assert_eq!(after == before, label == Label::Sealed, "{label:?}");
    }
}
