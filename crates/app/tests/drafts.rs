//! Drafts are for their owner, grow only, and are gone with the form or with the access to the case.

use app::{DraftKey, ProblemKind};
use practice::permission::Relation;
use practice::record::{Draft, Intent};
use testkit::{Family, World, content, text};

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_kept_for_its_owner_and_an_older_window_does_not_win() {
    let world = World::new().await;
    let (amina, ben) = (world.worker("amina").await, world.worker("ben").await);
    let key = DraftKey(world.id());
    world.app.draft_save(&amina, key, None, 1, b"half a".to_vec()).await.unwrap();
    let saved = world.app.draft_save(&amina, key, None, 2, b"half a sentence".to_vec()).await.unwrap();
    assert_eq!((saved.version, saved.at), (2, world.app.now()));
    let stale = world.app.draft_save(&amina, key, None, 2, b"older".to_vec()).await.unwrap_err();
    assert_eq!(stale.kind(), ProblemKind::Conflict);
    assert_eq!(world.app.draft_load(&amina, key).await.unwrap().unwrap().content, b"half a sentence");
    assert!(world.app.draft_load(&ben, key).await.unwrap().is_none());
    assert_eq!(
        (world.app.drafts(&amina).await.unwrap().len(), world.app.drafts(&ben).await.unwrap().len()),
        (1, 0)
    );
    world.app.draft_delete(&amina, key).await.unwrap();
    assert!(world.app.draft_load(&amina, key).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn recording_the_form_ends_its_draft_also_when_it_comes_twice() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &family).await;
    let allowed = world.app.allow_record(&worker, case).await.unwrap();
    let key = DraftKey(world.id());
    let note = practice::kinds::Note {
        title: text("Visit"),
        text: text("All were at home."),
        about: Vec::new(),
        addendum_to: None,
    };
    let body = content(practice::label::Label::Professional, practice::kinds::Body::Note(note));
    let draft = Draft { id: family.id(500), intent: Intent::Record(Box::new(body)) };
    world.app.draft_save(&worker, key, Some(case), 1, b"All were".to_vec()).await.unwrap();
    for _ in 0..2 {
        world.app.record(&allowed, vec![draft.clone()], Some(key)).await.unwrap();
        assert!(world.app.draft_load(&worker, key).await.unwrap().is_none());
        // A save that was still on its way brings nothing back.
        let late = world.app.draft_save(&worker, key, Some(case), 2, b"All were".to_vec()).await.unwrap_err();
        assert_eq!(late.kind(), ProblemKind::Conflict);
        assert!(world.app.draft_load(&worker, key).await.unwrap().is_none());
    }
    // The control: a refused form keeps its draft.
    let key = DraftKey(world.id());
    world.app.draft_save(&worker, key, Some(case), 1, b"All were".to_vec()).await.unwrap();
    let wrong = Draft { id: family.id(501), intent: Intent::Reinstate { base: 1, reason: None } };
    world.app.record(&allowed, vec![wrong], Some(key)).await.unwrap_err();
    assert!(world.app.draft_load(&worker, key).await.unwrap().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_goes_with_the_access_to_its_case() {
    let world = World::new().await;
    let worker = world.worker("worker").await;
    let stranger = world.worker("stranger").await;
    let case = world.open(&worker, &Family::new(1)).await;
    let key = DraftKey(world.id());
    world.app.draft_save(&worker, key, Some(case), 1, b"words".to_vec()).await.unwrap();
    let problem = world.app.draft_save(&stranger, key, Some(case), 1, b"words".to_vec()).await.unwrap_err();
    assert_eq!(problem.kind(), ProblemKind::NotFound);
    world.relate(case, "worker", Relation::Conflict).await;
    assert!(world.app.draft_load(&worker, key).await.unwrap().is_none());
    assert!(world.app.drafts(&worker).await.unwrap().is_empty());
}
