//! Taking out what was recorded in the wrong case, legal hold and erasing, as pages: who finds them, what they ask, what
//! they leave.

use crate::browser::Browser;
use axum::http::StatusCode;
use practice::ids::AccountId;
use practice::permission::{AccountRole, Relation};
use testkit::{Family, World};

struct Scene {
    world: World,
    family: Family,
    worker: Browser,
    boss: Browser,
    second: Browser,
    boss_account: AccountId,
}

impl Scene {
    async fn new() -> Self {
        let world = World::new().await;
        let family = Family::new(1);
        let worker = world.account("worker", &[AccountRole::Practitioner]).await;
        world.open(&worker, &family).await;
        let visitor = Browser::new(&world);
        let (mut bosses, mut accounts) = (Vec::new(), Vec::new());
        for name in ["boss", "second"] {
            let boss = world.account(name, &[AccountRole::Supervisor]).await;
            world.relate(family.case, name, Relation::SupervisorOf).await;
            accounts.push(boss.account());
            bosses.push(visitor.another().signed_in(&world, boss.account()).await);
        }
        let (second, boss) = (bosses.pop().unwrap(), bosses.pop().unwrap());
        let worker = visitor.another().signed_in(&world, worker.account()).await;
        let boss_account = accounts[0];
        Self { world, family, worker, boss, second, boss_account }
    }

    fn at(&self, end: &str) -> String {
        format!("/cases/{}{end}", self.family.case)
    }

    fn note(&self, end: &str) -> String {
        self.at(&format!("/entries/{}{end}", self.family.note))
    }

    async fn hold(&self) {
        let held = self.boss.send(&self.at("/hold"), &[("do", "hold"), ("hold_reason", "a claim")]).await;
        assert_eq!(held.status, StatusCode::SEE_OTHER, "{}", held.body);
    }
}

#[tokio::test]
async fn only_a_supervisor_is_offered_it_and_finds_it() {
    let scene = Scene::new().await;
    let (page, remove) = (scene.note(""), scene.note("/remove"));
    assert!(scene.boss.get(&page).await.body.contains(&remove));
    assert!(!scene.worker.get(&page).await.body.contains(&remove));
    assert!(scene.boss.get(&scene.at("")).await.body.contains(&scene.at("/hold")));
    assert!(!scene.worker.get(&scene.at("")).await.body.contains(&scene.at("/hold")));
    for path in [remove, scene.at("/hold"), scene.at("/erase")] {
        assert_eq!(scene.worker.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(
            scene.worker.send(&path, &[("reason", "x"), ("sure", "yes")]).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(scene.boss.get(&path).await.status, StatusCode::OK, "{path}");
    }
    // Sealed: for a supervisor it is not there, in no way.
    let refuge = scene.at(&format!("/entries/{}/remove", scene.family.refuge));
    assert_eq!(scene.boss.get(&refuge).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_asks_for_a_reason_and_a_confirmation_and_leaves_the_fact() {
    let scene = Scene::new().await;
    let asks = scene.boss.get(&scene.note("/remove")).await.body;
    assert!(asks.contains("This cannot be undone") && asks.contains("still hold it until"), "{asks}");
    for (fields, says) in [
        (&[][..], "Say why, in a few words"),
        (&[("sure", "yes")][..], "Say why, in a few words"),
        (&[("reason", "of another family")][..], "Tick the box"),
    ] {
        let refused = scene.boss.send(&scene.note("/remove"), fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(says));
    }
    assert!(scene.worker.get(&scene.note("")).await.body.contains("She was alone"), "control");
    let fields = [("reason", "of another family"), ("sure", "yes")];
    let done = scene.boss.send(&scene.note("/remove"), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    for browser in [&scene.worker, &scene.boss] {
        let gone = browser.get(&scene.note("")).await.body;
        assert!(
            gone.contains("Removed: recorded in the wrong case") && gone.contains("of another family"),
            "{gone}"
        );
        assert!(!gone.contains("She was alone"));
        let all = browser.get(&scene.at("/entries")).await.body;
        assert!(all.contains("removed, because it was recorded in the wrong case"));
        assert!(!browser.get(&scene.at("/notes")).await.body.contains("She was alone"));
        for end in ["/revise", "/history", "/withdraw"] {
            assert_eq!(browser.get(&scene.note(end)).await.status, StatusCode::NOT_FOUND, "{end}");
        }
    }
    // On paper and on a screen that others look at, there is no gap.
    let paper = scene.worker.get(&scene.at("/print/chronology")).await.body;
    assert!(!paper.contains("wrong case"));
    scene.worker.send(&scene.at("/share"), &[("looked", "yes")]).await;
    let shared = scene.worker.get(&scene.at("/entries")).await.body;
    assert!(shared.contains("Stop"), "control: it is shared");
    assert!(!shared.contains("wrong case") && !shared.contains("of another family"));
}

/// What needs what was taken out is still there, with nothing to stumble over.
#[tokio::test]
async fn pages_with_links_to_it_still_come() {
    let scene = Scene::new().await;
    for entry in [scene.family.monitoring, scene.family.lena, scene.family.sara] {
        let path = scene.at(&format!("/entries/{entry}/remove"));
        let asks = scene.boss.get(&path).await.body;
        assert!(asks.contains("These entries name it"), "{asks}");
        let done = scene.boss.send(&path, &[("reason", "of another family"), ("sure", "yes")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    }
    let ends = [
        "",
        "/map",
        "/chronology",
        "/visibility",
        "/change",
        "/care",
        "/plans",
        "/intersections",
        "/decisions",
        "/efforts",
        "/people",
        "/ecomap",
        "/notes",
        "/gaps",
        "/entries",
        "/print/assessment",
        "/interviews",
    ];
    for end in ends {
        assert_eq!(scene.worker.get(&scene.at(end)).await.status, StatusCode::OK, "{end}");
    }
    let sleep = scene.worker.get(&scene.at(&format!("/entries/{}", scene.family.sleep))).await;
    assert_eq!(sleep.status, StatusCode::OK);
    assert!(!scene.worker.get(&scene.at("/people")).await.body.contains("Lena"));
}

#[tokio::test]
async fn a_hold_shows_on_the_case_and_stops_every_page() {
    let scene = Scene::new().await;
    let unreasoned = scene.boss.send(&scene.at("/hold"), &[("do", "hold")]).await;
    assert_eq!(unreasoned.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!scene.worker.get(&scene.at("")).await.body.contains("Legal hold"), "control");
    scene.hold().await;
    assert!(scene.worker.get(&scene.at("/map")).await.body.contains("nothing of this case may be erased"));
    let typed = scene.family.case.to_string();
    let asking = [("do", "ask"), ("reference", typed.as_str()), ("erase_reason", "past keeping")];
    let erasing = [("do", "erase"), ("reference", typed.as_str())];
    let removing = [("reason", "of another family"), ("sure", "yes")];
    for (path, fields) in [
        (scene.note("/remove"), &removing[..]),
        (scene.at("/erase"), &asking[..]),
        (scene.at("/erase"), &erasing[..]),
    ] {
        let page = scene.boss.get(&path).await.body;
        assert!(page.contains("under a legal hold since"), "{page}");
        let stopped = scene.second.send(&path, fields).await;
        assert!(stopped.status.is_client_error(), "{}", stopped.status);
        assert!(stopped.body.contains("legal hold"), "{}", stopped.body);
    }
    assert!(scene.worker.get(&scene.note("")).await.body.contains("She was alone"));
    let lifted = scene.second.send(&scene.at("/hold"), &[("do", "lift"), ("hold_reason", "decided")]).await;
    assert_eq!(lifted.status, StatusCode::SEE_OTHER);
    let done = scene.boss.send(&scene.note("/remove"), &removing).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "control: lifted, it goes");
}

#[tokio::test]
async fn two_people_erase_a_case_and_the_certificate_names_nobody_of_the_family() {
    let scene = Scene::new().await;
    let (path, typed) = (scene.at("/erase"), scene.family.case.to_string());
    let wrong = [("do", "ask"), ("reference", "CP-1"), ("erase_reason", "past keeping")];
    let refused = scene.boss.send(&path, &wrong).await;
    assert!(refused.body.contains("This is not the reference"), "{}", refused.body);
    let asking = [("do", "ask"), ("reference", typed.as_str()), ("erase_reason", "past keeping")];
    assert_eq!(scene.boss.send(&path, &asking).await.status, StatusCode::SEE_OTHER);
    assert!(scene.worker.get(&scene.at("")).await.body.contains("a second person decides"));
    let erasing = [("do", "erase"), ("reference", typed.as_str())];
    let own = scene.boss.send(&path, &erasing).await;
    assert!(own.status.is_client_error() && own.body.contains("A second person has to decide"), "{}", own.body);
    assert!(!scene.boss.get(&path).await.body.contains("Erase it for good</button>"));
    let done = scene.second.send(&path, &erasing).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let certificate = scene.second.get(done.location()).await.body;
    for says in ["Certificate of erasure", "past keeping", &typed, "Not yet gone everywhere", "30 days"] {
        assert!(certificate.contains(says), "{says} in {certificate}");
    }
    for name in ["Lena", "Tomek", "Marek", "Sara", "Okafor"] {
        assert!(!certificate.contains(name));
    }
    for browser in [&scene.worker, &scene.boss, &scene.second] {
        assert_eq!(browser.get(&scene.at("")).await.status, StatusCode::NOT_FOUND);
    }
    assert!(!scene.worker.get("/erased").await.body.contains(&typed), "a worker learns nothing of it");
    let data = scene.boss.get("/erased/json").await.body;
    assert!(data.contains("\"readable_in_backups\":true") && data.contains("\"unreadable_from\""), "{data}");
    // A month later it is gone everywhere, and the certificate says so.
    scene.world.clock.advance_minutes(30 * 24 * 60);
    let later = scene.boss.another().signed_in(&scene.world, scene.boss_account).await;
    let certificate = later.get("/erased").await.body;
    assert!(
        certificate.contains("From then on no backup") && !certificate.contains("Not yet gone"),
        "{certificate}"
    );
}
