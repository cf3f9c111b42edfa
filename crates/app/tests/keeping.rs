//! Taking out what was recorded in the wrong case, holding a case, and erasing one: who may, what goes, and what stays.

use app::{Problem, ProblemKind, Purpose, Subject, reference_of};
use practice::ids::{CaseId, EntryId};
use practice::kinds::Kind;
use practice::permission::{AccountRole, Relation};
use practice::text::Text;
use store::{AccessFilter, DraftKey, StreamId, StreamKind};
use testkit::{Family, World};

const WHY: &str = "it was about another family";

struct Scene {
    world: World,
    family: Family,
    case: CaseId,
    worker: Subject,
    boss: Subject,
}

impl Scene {
    async fn new() -> Self {
        let world = World::new().await;
        let family = Family::new(1);
        let worker = world.account("worker", &[AccountRole::Practitioner]).await;
        let case = world.open(&worker, &family).await;
        let boss = world.account("boss", &[AccountRole::Supervisor]).await;
        world.relate(case, "boss", Relation::SupervisorOf).await;
        Self { world, family, case, worker, boss }
    }

    async fn expunge(&self, entry: EntryId) -> Result<(), Problem> {
        let allowed = self.world.app.allow_expunge(&self.boss, self.case).await?;
        self.world.app.expunge(&allowed, entry, WHY).await
    }

    async fn hold(&self) {
        let allowed = self.world.app.allow_hold(&self.boss, self.case).await.unwrap();
        self.world.app.hold(&allowed, "a claim before the court").await.unwrap();
    }

    async fn second(&self) -> Subject {
        let second = self.world.worker("second").await;
        self.world.relate(self.case, "second", Relation::SupervisorOf).await;
        second
    }

    fn typed(&self) -> String {
        self.case.to_string()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_is_taken_out_and_only_the_fact_of_it_stays() {
    let scene = Scene::new().await;
    let (world, case, note) = (&scene.world, scene.case, scene.family.note);
    // Another server has it in memory, and somebody has begun to write from it.
    let other = world.second_app();
    let held = other.allow_read(&scene.worker, case, Purpose::DirectWork).await.unwrap();
    assert!(other.projection(&held, "notes").await.unwrap().get(note).is_some(), "control");
    let (named, apart) = (DraftKey(world.id()), DraftKey(world.id()));
    let content =
        format!(r#"{{"page":"/cases/{case}/new/behaviour?note={note}","fields":[["act","taken over"]]}}"#);
    other.draft_save(&scene.worker, named, Some(case), 1, content.clone().into_bytes()).await.unwrap();
    other.draft_save(&scene.worker, apart, Some(case), 1, b"{}".to_vec()).await.unwrap();

    scene.expunge(note).await.unwrap();
    for app in [&world.app, &other, &world.second_app()] {
        let read = app.allow_read(&scene.worker, case, Purpose::DirectWork).await.unwrap();
        let seen = app.projection(&read, "notes").await.unwrap();
        assert!(seen.get(note).is_none());
        let fact = seen.removed(note).unwrap();
        assert_eq!((fact.kind, fact.reason.as_str(), fact.author.name.as_str()), (Kind::Note, WHY, "Boss"));
    }
    let drafts = other.drafts(&scene.worker).await.unwrap();
    assert_eq!(drafts.iter().map(|draft| draft.key).collect::<Vec<_>>(), [apart]);
    let again = other.draft_save(&scene.worker, named, Some(case), 9, content.into_bytes()).await;
    assert!(again.is_err(), "a page that is still open does not bring it back");
    // Sent again from a page that is still open, it is not recorded again.
    let record = other.allow_record(&scene.worker, case).await.unwrap();
    let form = scene.family.drafts().into_iter().filter(|draft| draft.id == note).collect();
    assert!(other.record(&record, form, None).await.is_err());
    // Nothing of it is in what the operator takes out, and the fact is; in another place it is there as here.
    let file = world.app.export(&world.operator(), case).await.unwrap();
    assert!(!file.contains("She was alone") && file.contains(WHY) && file.contains("\"removed\""));
    let elsewhere = World::seeded(7).await;
    let to = elsewhere.worker("zoe").await;
    elsewhere.app.import(&elsewhere.operator(), file.as_bytes(), to.account(), false).await.unwrap();
    assert_eq!(elsewhere.app.export(&elsewhere.operator(), case).await.unwrap(), file);
    let report = world.store.verify(None).await.unwrap();
    assert_eq!((report.findings, report.expunged), (vec![], 1));
    let report = elsewhere.store.verify(None).await.unwrap();
    assert_eq!((report.findings, report.expunged), (vec![], 0), "there was nothing to empty there");
    // And the log says who did it.
    let filter = AccessFilter { stream: Some(StreamId::case(case.0)), ..AccessFilter::default() };
    let rows = world.store.access_log(filter).await.unwrap();
    assert!(rows.iter().any(|row| row.access.view == "expunge" && row.access.who == scene.boss.account().0));
}

/// A file from before does not bring it back.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_what_was_taken_out_is_refused() {
    let scene = Scene::new().await;
    let before = scene.world.app.export(&scene.world.operator(), scene.case).await.unwrap();
    scene.expunge(scene.family.note).await.unwrap();
    let to = scene.worker.account();
    let error = scene.world.app.import(&scene.world.operator(), before.as_bytes(), to, false).await.unwrap_err();
    assert!(error.problems[0].message.contains("taken out of this case for good"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_supervisor_and_only_what_she_may_see() {
    let scene = Scene::new().await;
    let app = &scene.world.app;
    let denied = app.allow_expunge(&scene.worker, scene.case).await.unwrap_err();
    assert_eq!(denied.kind(), ProblemKind::NotFound, "not the person who recorded it, alone");
    // The refuge is sealed: for a supervisor it is not there, in the same words as an entry that never was.
    let refused = scene.expunge(scene.family.refuge).await.unwrap_err();
    let nothing = scene.expunge(EntryId(scene.world.id())).await.unwrap_err();
    assert_eq!(refused, nothing);
    scene.expunge(scene.family.hidden_money).await.unwrap();
    // Whoever holds the key takes out what nobody in the team may; the team does not learn of it.
    app.expunge_by_operator(&scene.world.operator(), scene.case, scene.family.refuge, WHY).await.unwrap();
    let seen = |subject: Subject| async move {
        let read = app.allow_read(&subject, scene.case, Purpose::DirectWork).await.unwrap();
        let seen = app.projection(&read, "entries").await.unwrap();
        seen.all_removed().map(|removed| removed.id).collect::<Vec<_>>()
    };
    assert_eq!(seen(scene.boss.clone()).await, [scene.family.hidden_money]);
    assert_eq!(seen(scene.worker.clone()).await, [scene.family.hidden_money, scene.family.refuge]);
    // On a screen that others look at, nothing of it shows.
    let shared = app.allow_read(&scene.worker, scene.case, Purpose::DirectWork).await.unwrap().looked_on();
    assert_eq!(app.projection(&shared, "entries").await.unwrap().all_removed().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_to_what_was_taken_out_break_nothing() {
    let scene = Scene::new().await;
    let allowed = scene.world.app.allow_expunge(&scene.boss, scene.case).await.unwrap();
    let naming = scene.world.app.expungeable(&allowed, scene.family.monitoring).await.unwrap();
    assert!(naming.contains(&scene.family.sleep), "the page says what names it");
    scene.expunge(scene.family.monitoring).await.unwrap();
    scene.expunge(scene.family.lena).await.unwrap();
    let app = scene.world.second_app();
    let read = app.allow_read(&scene.worker, scene.case, Purpose::DirectWork).await.unwrap();
    let seen = app.projection(&read, "map").await.unwrap();
    assert!(seen.get(scene.family.sleep).is_some(), "what needed it is still there");
    assert_eq!(app.case_list(&scene.worker).await.unwrap()[0].children.len(), 1, "lists forget it");
    assert!(app.search(&scene.worker, "lena").await.unwrap().is_empty());
}

/// Everything that makes something of a case go, while it is held: refused, and everything is still there.
#[tokio::test(flavor = "multi_thread")]
async fn a_hold_stops_everything() {
    let scene = Scene::new().await;
    let (world, case, app) = (&scene.world, scene.case, &scene.world.app);
    let second = scene.second().await;
    let erase = app.allow_erase(&scene.boss, case).await.unwrap();
    app.ask_erasure(&erase, &scene.typed(), "past keeping").await.unwrap();
    scene.hold().await;
    let before = app.export(&world.operator(), case).await.unwrap();
    let expunge = app.allow_expunge(&scene.boss, case).await.unwrap();
    let decide = app.allow_erase(&second, case).await.unwrap();
    let operator = world.operator();
    let note = scene.family.note;
    let other = world.second_app();
    let refused = [
        scene.expunge(note).await.unwrap_err(),
        app.expungeable(&expunge, note).await.unwrap_err(),
        other.expunge(&expunge, note, WHY).await.unwrap_err(),
        app.expunge_by_operator(&operator, case, note, WHY).await.unwrap_err(),
        app.ask_erasure(&erase, &scene.typed(), WHY).await.unwrap_err(),
        app.ask_erasure_by_operator(&operator, case, &scene.typed(), WHY).await.unwrap_err(),
        app.erase(&decide, &scene.typed()).await.unwrap_err(),
        other.erase(&decide, &scene.typed()).await.unwrap_err(),
        app.erase_by_operator(&operator, case, &scene.typed()).await.unwrap_err(),
    ];
    for problem in refused {
        assert_eq!(problem.kind(), ProblemKind::Refused);
        assert!(problem.to_string().contains("legal hold since"), "{problem}");
    }
    assert_eq!(app.export(&world.operator(), case).await.unwrap(), before);
    // Control: lifted, with a reason, it goes.
    let hold = app.allow_hold(&second, case).await.unwrap();
    assert!(app.lift_hold(&hold, " ").await.is_err(), "not without a reason");
    app.lift_hold(&hold, "the court has decided").await.unwrap();
    other.expunge(&expunge, note, WHY).await.unwrap();
    app.erase(&decide, &scene.typed()).await.unwrap();
}

/// The hold is set by another server between the look and the deed.
#[tokio::test(flavor = "multi_thread")]
async fn a_hold_that_comes_at_the_last_moment_counts() {
    for _ in 0..6 {
        let scene = Scene::new().await;
        let second = scene.second().await;
        let app = &scene.world.app;
        let erase = app.allow_erase(&scene.boss, scene.case).await.unwrap();
        app.ask_erasure(&erase, &scene.typed(), "past keeping").await.unwrap();
        let decide = app.allow_erase(&second, scene.case).await.unwrap();
        let hold = app.allow_hold(&scene.boss, scene.case).await.unwrap();
        let other = scene.world.second_app();
        let typed = scene.typed();
        let (held, erased) = tokio::join!(other.hold(&hold, "a claim"), app.erase(&decide, &typed));
        // One of the two was first, and the other says so: never both.
        assert_ne!(held.is_ok(), erased.is_ok(), "{held:?} {erased:?}");
        assert_eq!(scene.world.store.is_shredded(scene.case.0).await.unwrap(), erased.is_ok());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_erased_by_two_people_and_leaves_a_certificate() {
    let scene = Scene::new().await;
    let (world, case, app) = (&scene.world, scene.case, &scene.world.app);
    let second = scene.second().await;
    let cousin = world.worker("cousin").await;
    world.relate(case, "cousin", Relation::Conflict).await;
    assert_eq!(app.allow_erase(&scene.worker, case).await.unwrap_err().kind(), ProblemKind::NotFound);
    let ask = app.allow_erase(&scene.boss, case).await.unwrap();
    let decide = app.allow_erase(&second, case).await.unwrap();
    let says = |problem: Problem, what: &str| assert!(problem.to_string().contains(what), "{problem}");
    says(app.erase(&decide, &scene.typed()).await.unwrap_err(), "Nobody has asked");
    says(app.ask_erasure(&ask, "something else", WHY).await.unwrap_err(), "not the reference");
    says(app.ask_erasure(&ask, &scene.typed(), "").await.unwrap_err(), "Say why");
    app.ask_erasure(&ask, &scene.typed(), "kept for as long as the law asks").await.unwrap();
    says(app.ask_erasure(&decide, &scene.typed(), WHY).await.unwrap_err(), "has asked already");
    says(app.erase(&ask, &scene.typed()).await.unwrap_err(), "A second person");
    says(app.erase(&decide, "").await.unwrap_err(), "not the reference");
    app.drop_erasure(&ask, "not yet").await.unwrap();
    says(app.erase(&decide, &scene.typed()).await.unwrap_err(), "Nobody has asked");
    app.ask_erasure(&ask, &scene.typed(), "kept for as long as the law asks").await.unwrap();
    let certificate = app.erase(&decide, &scene.typed()).await.unwrap();

    for subject in [&scene.worker, &scene.boss, &second, &cousin] {
        let denied = app.allow_read(subject, case, Purpose::DirectWork).await.unwrap_err();
        assert_eq!(denied.kind(), ProblemKind::NotFound);
        assert!(app.case_list(subject).await.unwrap().is_empty());
    }
    assert!(world.store.is_shredded(case.0).await.unwrap());
    let report = world.store.verify(None).await.unwrap();
    assert_eq!((report.findings, report.shredded), (vec![], 1), "erased, and not lost");
    assert_eq!(certificate.counts.entries, scene.family.drafts().len());
    assert_eq!((certificate.counts.people, certificate.counts.files), (5, 0));
    let days = (certificate.unreadable_from.as_second() - certificate.erased_at.as_second()) / 86_400;
    assert_eq!((days, certificate.keys_kept_days), (30, 30));
    assert!(!certificate.is_final(certificate.erased_at) && certificate.is_final(certificate.unreadable_from));
    // Who, why, when, counts: not a word of what was in it.
    let json = serde_json::to_string(&certificate).unwrap();
    for word in ["Lena", "Tomek", "Marek", "Sara", "telephone", "cousin"] {
        assert!(!json.contains(word), "{word} in {json}");
    }
    let other = world.second_app();
    assert_eq!(other.certificates(&scene.boss).await.unwrap(), [certificate.clone()]);
    assert_eq!(other.certificates_by_operator(&world.operator()).await.unwrap(), [certificate]);
    for nobody in [&scene.worker, &cousin] {
        assert_eq!(other.certificates(nobody).await.unwrap(), [], "nor that there was a case");
    }
}

/// The shortest that an agency may keep copies is what it says.
#[tokio::test(flavor = "multi_thread")]
async fn the_certificate_counts_with_what_the_agency_keeps() {
    let scene = Scene::new().await;
    let app = &scene.world.app;
    app.set_keys_kept_days(90);
    let ask = app.allow_erase(&scene.boss, scene.case).await.unwrap();
    app.ask_erasure(&ask, &scene.typed(), WHY).await.unwrap();
    // The second person may be whoever holds the key.
    let done = app.erase_by_operator(&scene.world.operator(), scene.case, &scene.typed()).await.unwrap();
    assert_eq!((done.unreadable_from.as_second() - done.erased_at.as_second()) / 86_400, 90);
    assert_eq!(done.decided_by.name, Text::parse("operator:tester").unwrap());
}

/// A certificate whose keys are still there is of a deed that was broken off: it is not shown.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_broken_off_has_no_certificate_and_can_be_done_again() {
    let scene = Scene::new().await;
    let app = &scene.world.app;
    let stream = StreamId { kind: StreamKind::Agency, id: uuid::Uuid::from_u128(1) };
    let second = scene.second().await;
    let ask = app.allow_erase(&scene.boss, scene.case).await.unwrap();
    app.ask_erasure(&ask, &scene.typed(), WHY).await.unwrap();
    let decide = app.allow_erase(&second, scene.case).await.unwrap();
    let certificate = app.erase(&decide, &scene.typed()).await.unwrap();
    // As if it were of another case that is there still.
    let payload = serde_json::to_string(&certificate).unwrap();
    let family = Family::new(2);
    let case = scene.world.open(&scene.world.worker("zoe").await, &family).await;
    let payload = payload.replace(&scene.case.to_string(), &case.to_string()).into_bytes();
    let event = store::NewEvent { tag: "erased".into(), version: 1, class: store::KeyClass::Ordinary, payload };
    let expected = scene.world.store.head(&stream).await.unwrap();
    let append = store::Append { stream, expected, events: vec![event], drafts_done: vec![], index: vec![] };
    scene.world.store.append(append).await.unwrap();
    assert_eq!(app.certificates(&scene.boss).await.unwrap(), [certificate]);
}

#[test]
fn the_reference_is_the_agencys_own_number_or_the_id() {
    let mut case = practice::case::CaseFile::open(Family::new(1).document(0).case);
    assert_eq!(reference_of(&case), case.id().to_string());
    case.opened.reference = Some(Text::parse("CP-113").unwrap());
    assert_eq!(reference_of(&case), "CP-113");
}
