//! The wording check: with the people of the case, what is decided about a sentence lapses with it, and what remains
//! names nobody.

use app::{AsideWhy, KeepReason, Kept, Marks, Part, Purpose, WordingCounts, members};
use practice::kinds::people::Role;
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::record::{Draft, Intent};
use testkit::{Family, World, content, text};

const NOTE: &str = "Sara failed to protect the children. Marek followed Sara to the school.";

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_checked_about_the_people_of_its_case() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &family).await;
    let allowed = world.app.allow_read(&worker, case, Purpose::DirectWork).await.unwrap();
    let checked = world.app.wording(&allowed, vec![NOTE.to_owned()]).await.unwrap().remove(0);
    assert_eq!(checked.checked.findings[0].rule, "RSP101");
    let suggested = checked.suggestions().next().unwrap();
    assert_eq!(suggested.suggestion.actor.id, Some(family.marek));
    assert_eq!(suggested.suggestion.targets[0].id, Some(family.sara));
    assert_eq!(suggested.quote, "Marek followed Sara to the school.");
    let of_nobody = world.app.wording_of_document(None, NOTE.to_owned(), false).await.unwrap();
    assert!(of_nobody.checked.suggestions.is_empty(), "nobody is known without a case");
    assert!(of_nobody.checked.findings[0].soft);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cast_has_roles_from_decisions_and_a_changed_role_is_heard_at_once() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &family).await;
    let read = world.app.allow_read(&worker, case, Purpose::DirectWork).await.unwrap();
    let part = async |who| {
        let projection = world.app.projection(&read, "test").await.unwrap();
        members(&projection, world.app.today()).into_iter().find(|m| m.id == Some(who)).unwrap().part
    };
    assert_eq!(part(family.marek).await, Part::Perpetrator);
    assert_eq!(part(family.sara).await, Part::Survivor);
    assert_eq!(part(family.lena).await, Part::Child);
    // Somebody else decides differently while the editor is open.
    let decision = practice::kinds::RoleDecision {
        person: family.marek,
        role: Role::Undetermined,
        relationship: None,
        period: None,
        reason: None,
        review: Some(world.app.today()),
        open_questions: vec![text("Who is afraid of whom?")],
    };
    let draft = Draft {
        id: family.id(700),
        intent: Intent::Record(Box::new(content(Label::Professional, Body::RoleDecision(decision)))),
    };
    let record = world.app.allow_record(&worker, case).await.unwrap();
    world.app.record(&record, vec![draft], None).await.unwrap();
    assert_eq!(part(family.marek).await, Part::Open);
    let checked = world.app.wording(&read, vec![NOTE.to_owned()]).await.unwrap().remove(0);
    assert!(checked.checked.findings[0].soft, "an open role softens");
    assert!(
        checked.checked.suggestions.is_empty(),
        "nobody is suggested as the one who causes harm while that is open"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_decided_about_a_sentence_lapses_when_the_sentence_changes() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &family).await;
    let allowed = world.app.allow_read(&worker, case, Purpose::DirectWork).await.unwrap();
    let first = world.app.wording(&allowed, vec![NOTE.to_owned()]).await.unwrap().remove(0);
    let mut marks = Marks::default();
    marks.keep(Kept { key: first.keys()[0].clone(), reason: KeepReason::Court, words: "order, page 3".to_owned() });
    marks.aside = first.suggestions().map(|suggested| suggested.key).collect();
    let sorted = marks.sort(&first);
    assert!(sorted.open.is_empty() && sorted.suggestions.is_empty());
    assert_eq!(sorted.kept[0].0.reason, KeepReason::Court);
    assert_eq!(sorted.marks, marks, "what holds stays");
    let changed = NOTE.replace("the children", "Lena").replace("school", "library");
    let second = world.app.wording(&allowed, vec![changed]).await.unwrap().remove(0);
    let sorted = marks.sort(&second);
    assert_eq!((sorted.open.len(), sorted.kept.len(), sorted.suggestions.len()), (1, 0, 1));
    assert_eq!(sorted.marks, Marks::default(), "what lapsed is gone");
}

#[test]
fn a_kept_finding_is_read_as_it_was_written() {
    for reason in KeepReason::ALL {
        let kept = Kept { key: "RSP101.abc.0".to_owned(), reason, words: "a|b".to_owned() };
        assert_eq!(Kept::read(&kept.written()), Some(kept));
    }
    for broken in ["", "RSP101", "RSP101|because|x", "|court|x"] {
        assert_eq!(Kept::read(broken), None, "{broken}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_set_aside_in_a_finished_note_stays_so_for_the_team_and_never_leaves() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &family).await;
    let record = world.app.allow_record(&worker, case).await.unwrap();
    let read = record.reading();
    world.app.wording_set_aside(&record, family.note, "behaviour.abc.0", Some(AsideWhy::Not)).await.unwrap();
    world.app.triage_remember(&read, family.note, "behaviour.abc.0").await.unwrap();
    let aside = world.app.wording_aside(&read, family.note).await.unwrap();
    assert_eq!((aside.len(), aside[0].why), (1, AsideWhy::Not));
    assert_eq!(world.app.triage_place(&read).await.unwrap(), Some((family.note, "behaviour.abc.0".to_owned())));
    assert!(world.app.drafts(&worker).await.unwrap().is_empty(), "in no list of drafts");
    let exported = world.app.export(&world.operator(), case).await.unwrap();
    assert!(!serde_json::to_string(&exported).unwrap().contains("behaviour.abc.0"), "not in an exported file");
    let other = world.worker("other").await;
    world.relate(case, "other", practice::permission::Relation::Allocated).await;
    let theirs = world.app.allow_read(&other, case, Purpose::DirectWork).await.unwrap();
    assert_eq!(world.app.wording_aside(&theirs, family.note).await.unwrap(), aside, "for the whole team");
    assert_eq!(world.app.triage_place(&theirs).await.unwrap(), None, "where one was is one's own");
    world.app.wording_set_aside(&record, family.note, "behaviour.abc.0", None).await.unwrap();
    assert!(world.app.wording_aside(&read, family.note).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_are_for_a_team_that_is_large_enough_and_small_numbers_are_not_given() {
    let world = World::new().await;
    let first = world.worker("w1").await;
    for _ in 0..7 {
        world.app.wording_count(&["RSP101".to_owned()]).await.unwrap();
    }
    world.app.wording_count(&["INV101".to_owned()]).await.unwrap();
    assert_eq!(world.app.wording_counts(&first).await.unwrap(), WordingCounts::TeamTooSmall);
    for n in 2..=5 {
        world.worker(&format!("w{n}")).await;
    }
    let WordingCounts::Rules(rules) = world.app.wording_counts(&first).await.unwrap() else {
        panic!("large enough")
    };
    assert_eq!(
        rules.iter().map(|c| (c.rule.as_str(), c.times)).collect::<Vec<_>>(),
        [("INV101", None), ("RSP101", Some(7))]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn finished_notes_are_read_by_their_sentences() {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("worker").await;
    let case = world.open(&worker, &family).await;
    let note =
        practice::kinds::Note { title: text("Old note"), text: text(NOTE), about: Vec::new(), addendum_to: None };
    let id = family.id(701);
    let draft = Draft { id, intent: Intent::Record(Box::new(content(Label::Professional, Body::Note(note)))) };
    let record = world.app.allow_record(&worker, case).await.unwrap();
    world.app.record(&record, vec![draft], None).await.unwrap();
    let projection = world.app.projection(&record.reading(), "test").await.unwrap();
    let all = world.app.sentences(&projection).await.unwrap();
    assert_eq!(all.len(), projection.of_kind(Kind::Note).count());
    let this = all.iter().find(|sentences| sentences.note == id).unwrap();
    assert_eq!((this.acts.sentences, this.acts.perpetrator, this.title.as_str()), (2, 1, "Old note"));
    let again = world.app.wording_of_note(&projection, id).await.unwrap().unwrap();
    assert!(std::sync::Arc::ptr_eq(&again, &world.app.wording_of_note(&projection, id).await.unwrap().unwrap()));
    assert!(world.app.wording_of_note(&projection, family.lena).await.unwrap().is_none());
}
