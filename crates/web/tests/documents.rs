//! Documents: who gets them, what stands in them, and that taking one is written down.

use crate::browser::{Answer, Browser, scene};
use axum::http::StatusCode;
use practice::ids::CaseId;
use store::AccessFilter;
use testkit::{Family, World};

/// The parts of a Word file that came as an answer cannot be read as text; a print page can.
async fn printed(browser: &Browser, case: CaseId, rest: &str) -> Answer {
    browser.get(&format!("/cases/{case}/print/{rest}")).await
}

async fn logged(world: &World) -> Vec<String> {
    world.store.access_log(AccessFilter::default()).await.unwrap().into_iter().map(|row| row.access.view).collect()
}

#[tokio::test]
async fn the_page_offers_each_document_as_word_and_print() {
    let (_world, family, browser) = scene().await;
    let page = browser.get(&format!("/cases/{}/documents", family.case)).await;
    assert_eq!(page.status, StatusCode::OK);
    for kind in print::DocumentKind::ALL {
        for way in ["documents", "print"] {
            let to = format!("formaction=\"/cases/{}/{way}/{}\"", family.case, kind.code());
            assert!(page.body.contains(&to), "{to}");
        }
    }
    for offered in ["child_voice", "third_party"] {
        assert!(page.body.contains(&format!("name=\"with\" value=\"{offered}\"")), "{offered}");
    }
    for never in ["survivor_confidential", "sealed", "privileged", "staff"] {
        assert!(!page.body.contains(&format!("value=\"{never}\"")), "{never}");
    }
}

#[tokio::test]
async fn a_print_page_holds_what_was_asked_for_and_never_what_must_not_leave() {
    let (_world, family, browser) = scene().await;
    for kind in print::DocumentKind::ALL {
        for asked in
            ["", "?with=child_voice&with=third_party", "?with=sealed&with=survivor_confidential&with=staff"]
        {
            let page = printed(&browser, family.case, &format!("{}{asked}", kind.code())).await;
            assert_eq!(page.status, StatusCode::OK);
            // A case without reviews and decisions has none to tell.
            let holds = page.body.contains("Reads her telephone every night");
            assert_eq!(holds, sourced(kind), "{} {asked}", kind.code());
            assert!(page.body.contains("Not for release"));
            for never in ["ten pounds", "Larch House", "She was alone"] {
                assert!(!page.body.contains(never), "{} {asked}: {never}", kind.code());
            }
            // Who told it may be known to few: only where it was asked for.
            let told = asked.contains("third_party") && sourced(kind);
            assert_eq!(page.body.contains("Told directly by Inês"), told, "{} {asked}", kind.code());
        }
    }
    // The control: the team's own page has it.
    assert!(browser.get(&format!("/cases/{}/efforts", family.case)).await.body.contains("ten pounds"));
}

/// Documents with numbered sources; the others name who says it where it stands.
fn sourced(kind: print::DocumentKind) -> bool {
    !matches!(kind, print::DocumentKind::Change | print::DocumentKind::Decisions)
}

#[tokio::test]
async fn a_print_page_names_no_address_and_no_surname_in_its_title() {
    let (_world, family, browser) = scene().await;
    let page = printed(&browser, family.case, "assessment").await;
    let title = crate::browser::between(&page.body, "<title>", "</title>").unwrap();
    assert_eq!(title, "Assessment - Holdfast");
    let article = crate::browser::between(&page.body, "<article", "</article>").unwrap();
    let addresses = article.split("href=\"").skip(1).filter(|rest| !rest.starts_with('#')).count();
    assert_eq!(addresses, 0);
    assert!(!article.contains(&family.case.to_string()) && !article.contains(&family.monitoring.to_string()));
    assert!(!article.contains(" style=") && !article.contains("<script"));
}

#[tokio::test]
async fn a_word_file_comes_as_a_file_with_no_name_in_its_name() {
    let (_world, family, browser) = scene().await;
    let file = browser.get(&format!("/cases/{}/documents/chronology?paper=letter", family.case)).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header("content-type"), print::DOCX);
    assert!(file.body.starts_with("PK"));
    let name = file.header("content-disposition");
    assert!(name.starts_with("attachment; filename=\"chronology-20") && name.ends_with(".docx\""), "{name}");
    assert_eq!(file.header("cache-control"), "no-store");
}

#[tokio::test]
async fn every_document_that_is_taken_is_in_the_access_log_under_its_own_name() {
    let (world, family, browser) = scene().await;
    for kind in print::DocumentKind::ALL {
        let before = logged(&world).await;
        assert!(!before.iter().any(|view| view == kind.taken() || view == kind.printed()), "{before:?}");
        browser.get(&format!("/cases/{}/documents/{}", family.case, kind.code())).await;
        printed(&browser, family.case, kind.code()).await;
        let after = logged(&world).await;
        for view in [kind.taken(), kind.printed()] {
            assert_eq!(after.iter().filter(|known| *known == view).count(), 1, "{view}");
        }
    }
}

#[tokio::test]
async fn a_document_that_there_is_not_is_not_there() {
    let (world, family, browser) = scene().await;
    for path in ["print/plan", "documents/plan", "documents/map.docx"] {
        assert_eq!(browser.get(&format!("/cases/{}/{path}", family.case)).await.status, StatusCode::NOT_FOUND);
    }
    let stranger = world.worker("stranger").await;
    let stranger = browser.another().signed_in(&world, stranger.account()).await;
    let other = Family::new(2);
    let paths = |case: CaseId| [format!("/cases/{case}/documents/map"), format!("/cases/{case}/print/map")];
    for (path, nothing) in paths(family.case).iter().zip(paths(other.case)) {
        let (answer, nothing) = (stranger.get(path).await, stranger.get(&nothing).await);
        assert_eq!((answer.status, answer.settled()), (StatusCode::NOT_FOUND, nothing.settled()));
    }
}
