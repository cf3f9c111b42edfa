//! Every route, as everybody: whoever may not have a page cannot tell that it is there.

use crate::browser::{Answer, Browser};
use axum::http::StatusCode;
use practice::ids::CaseId;
use practice::permission::{AccountRole, Relation};
use std::str::FromStr as _;
use testkit::{Family, World};
use web::{Need, ROUTES, Route, Who};

/// A family, the workers around it, and people who have nothing to do with it.
struct Scene {
    world: World,
    family: Family,
    visitor: Browser,
}

impl Scene {
    async fn new() -> Self {
        let world = World::new().await;
        let family = Family::new(1);
        let worker = world.worker("amira").await;
        world.open(&worker, &family).await;
        let visitor = Browser::new(&world);
        Self { world, family, visitor }
    }

    async fn somebody(&self, sign_in: &str, roles: &[AccountRole], relation: Option<Relation>) -> Browser {
        let subject = self.world.account(sign_in, roles).await;
        if let Some(relation) = relation {
            self.world.relate(self.family.case, sign_in, relation).await;
        }
        self.visitor.another().signed_in(&self.world, subject.account()).await
    }

    /// The path of a row, about this case.
    fn path(&self, route: &Route, case: CaseId) -> String {
        route
            .path
            .replace("{case}", &case.to_string())
            .replace("{person}", &self.family.lena.to_string())
            .replace("{entry}", &self.family.monitoring.to_string())
            .replace("{kind}", "behaviour")
            .replace("{document}", "assessment")
            .replace("{view}", "map")
            .replace("{key}", "01900000-0000-7000-8000-000000000000")
            .replace("{name}", "nothing.css")
            .replace("{rule}", "RSP101")
    }

    async fn ask(&self, browser: &Browser, route: &Route, case: CaseId) -> Answer {
        let path = self.path(route, case);
        if route.changes() { browser.send(&path, &[]).await } else { browser.get(&path).await }
    }
}

fn elsewhere() -> CaseId {
    CaseId::from_str("01900000-aaaa-7000-8000-00000000beef").unwrap()
}

fn rows() -> impl Iterator<Item = &'static Route> {
    ROUTES.iter().copied().flatten()
}

const PRACTITIONER: &[AccountRole] = &[AccountRole::Practitioner];
const BOTH: &[AccountRole] = &[AccountRole::Practitioner, AccountRole::Supervisor];
const SUPERVISOR: &[AccountRole] = &[AccountRole::Supervisor];
const ADMINISTRATOR: &[AccountRole] = &[AccountRole::Administrator];

/// What a page of a case says to somebody who must not know of it: just what it says of a case that is not there.
fn is_hidden(answer: &Answer, of_nothing: &Answer) -> bool {
    answer.status == StatusCode::NOT_FOUND && answer.settled() == of_nothing.settled()
}

#[test]
fn the_routes_that_are_open_to_visitors_are_just_these() {
    let open: Vec<String> =
        rows().filter(|row| row.who == Who::Visitor).map(|row| format!("{:?} {}", row.verb, row.path)).collect();
    assert_eq!(
        open,
        [
            "Get /",
            "Get /sign-in",
            "Post /sign-in",
            "Get /exit",
            "Get /exit/done",
            "Get /first-run",
            "Post /first-run",
            "Get /first-run/administrator",
            "Post /first-run/administrator",
            "Get /health",
            "Get /assets/{name}",
        ]
    );
    // Everything that names a case asks for permission on that case.
    for row in rows().filter(|row| row.path.contains("{case}")) {
        assert!(matches!(row.who, Who::Case(_)), "{row:?}");
        // Showing a case to others changes what is on one's own screen and nothing in the case.
        let own_screen = row.view == "share";
        assert!(!row.changes() || own_screen || row.who != Who::Case(Need::Read), "{row:?} changes a case");
    }
}

#[tokio::test]
async fn a_visitor_is_sent_to_sign_in() {
    let scene = Scene::new().await;
    for row in rows().filter(|row| row.who != Who::Visitor) {
        let answer = scene.ask(&scene.visitor, row, scene.family.case).await;
        if row.changes() {
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{row:?}");
        } else if row.path.starts_with("/api/") {
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{row:?}");
            assert_eq!(answer.header("content-type"), "application/problem+json");
        } else {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{row:?}");
            assert!(answer.location().starts_with("/sign-in"), "{row:?}");
        }
        assert!(!answer.body.contains("Lena"), "{row:?}");
        // A case that is not there looks the same, up to its own number in the way back.
        let nothing = scene.ask(&scene.visitor, row, elsewhere()).await;
        let plain = |answer: &Answer, case: CaseId| answer.settled().replace(&case.to_string(), "CASE");
        assert_eq!(answer.status, nothing.status);
        assert_eq!(plain(&answer, scene.family.case), plain(&nothing, elsewhere()), "{row:?}");
    }
}

#[tokio::test]
async fn for_strangers_administrators_and_people_with_a_conflict_a_case_does_not_exist() {
    let scene = Scene::new().await;
    let outside = [
        ("stranger", scene.somebody("stranger", BOTH, None).await),
        ("administrator", scene.somebody("admin", ADMINISTRATOR, None).await),
        ("administrator of the case", scene.somebody("admin2", ADMINISTRATOR, Some(Relation::Allocated)).await),
        ("conflict", scene.somebody("cousin", BOTH, Some(Relation::Conflict)).await),
        ("supervisor by role only", scene.somebody("boss", SUPERVISOR, None).await),
    ];
    for (who, browser) in &outside {
        for row in rows().filter(|row| matches!(row.who, Who::Case(_))) {
            let answer = scene.ask(browser, row, scene.family.case).await;
            let nothing = scene.ask(browser, row, elsewhere()).await;
            assert!(is_hidden(&answer, &nothing), "{who}: {row:?} answered {}", answer.status);
        }
        for path in ["/work", "/cases", "/cases?q=Lena", "/cases?q=Sara", "/cases?q=Marek"] {
            let page = browser.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{who} {path}");
            for name in ["Tomek", "Okafor", "Wiśniewska"] {
                assert!(!page.body.contains(name), "{who} sees {name} on {path}");
            }
        }
    }
}

#[tokio::test]
async fn an_administrator_opens_no_case() {
    let scene = Scene::new().await;
    let admin = scene.somebody("admin", ADMINISTRATOR, None).await;
    assert_eq!(admin.get("/cases/new").await.status, StatusCode::NOT_FOUND);
    assert_eq!(admin.send("/cases/new", &[("child-0-name", "Ada")]).await.status, StatusCode::NOT_FOUND);
}

/// The control of the sweep: the same check, for people who may, finds every page there.
#[tokio::test]
async fn whoever_works_or_supervises_the_case_has_every_page_of_it() {
    let scene = Scene::new().await;
    let inside = [
        ("worker", scene.somebody("worker", PRACTITIONER, Some(Relation::Allocated)).await),
        ("supervisor", scene.somebody("super", BOTH, Some(Relation::SupervisorOf)).await),
    ];
    for (who, browser) in &inside {
        for row in rows().filter(|row| matches!(row.who, Who::Case(_))) {
            let answer = scene.ask(browser, row, scene.family.case).await;
            let nothing = scene.ask(browser, row, elsewhere()).await;
            // What goes for good is for supervisors: to whoever works the case alone it is as if it were not there.
            let supervising = matches!(row.who, Who::Case(Need::Expunge | Need::Hold | Need::Erase));
            if supervising && *who == "worker" {
                assert!(is_hidden(&answer, &nothing), "{who}: {row:?}");
                continue;
            }
            assert!(!is_hidden(&answer, &nothing), "{who}: {row:?}");
            if !row.changes() {
                // Reinstating what stands leads back to the entry; everything else is a page.
                let there =
                    [StatusCode::OK, StatusCode::SEE_OTHER, StatusCode::CONFLICT, StatusCode::UNPROCESSABLE_ENTITY];
                assert!(there.contains(&answer.status), "{who}: {row:?} answered {}", answer.status);
            }
            assert_eq!(nothing.status, StatusCode::NOT_FOUND, "{who}: {row:?}");
        }
        // A screen that is not hidden has no page for coming back: it leads to one's work.
        let rows = rows().filter(|row| row.who == Who::SignedIn && !row.changes() && row.path != "/hidden");
        for row in rows {
            assert_eq!(scene.ask(browser, row, scene.family.case).await.status, StatusCode::OK, "{who}: {row:?}");
        }
    }
}

#[tokio::test]
async fn an_entry_of_another_case_is_not_there() {
    let scene = Scene::new().await;
    let worker = scene.somebody("worker", BOTH, Some(Relation::Allocated)).await;
    let other = Family::new(2);
    let somebody = scene.world.worker("zoe").await;
    scene.world.open(&somebody, &other).await;
    for row in rows().filter(|row| row.path.contains("{entry}") || row.path.contains("{person}")) {
        let with = |family: &Family| {
            row.path
                .replace("{case}", &scene.family.case.to_string())
                .replace("{person}", &family.lena.to_string())
                .replace("{entry}", &family.monitoring.to_string())
        };
        let answer =
            if row.changes() { worker.send(&with(&other), &[]).await } else { worker.get(&with(&other)).await };
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{row:?}");
        let own = if row.changes() {
            worker.send(&with(&scene.family), &[]).await
        } else {
            worker.get(&with(&scene.family)).await
        };
        assert_ne!(own.status, StatusCode::NOT_FOUND, "{row:?}");
    }
}
