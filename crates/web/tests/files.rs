//! Attached files and old records, over a real store: what comes, what is refused, what waits and what is handed out.

use crate::browser::{Answer, Browser, HOST, between};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use practice::permission::AccountRole;
use testkit::{Family, World};
use tower::ServiceExt as _;
use web::{WebConfig, WebState};

const LINE: &str = "----holdfast-test";

struct Scene {
    world: World,
    family: Family,
    browser: Browser,
    router: axum::Router,
}

async fn scene() -> Scene {
    let world = World::new().await;
    let family = Family::new(1);
    let worker = world.worker("amira").await;
    world.open(&worker, &family).await;
    let config = WebConfig { largest_file: 300_000, ..WebConfig::default() };
    let router = web::router(WebState::new(world.app.clone(), config).unwrap());
    let browser = Browser::on(router.clone()).signed_in(&world, worker.account()).await;
    Scene { world, family, browser, router }
}

fn multipart(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--{LINE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    for (name, bytes) in files {
        body.extend(
            format!("--{LINE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend(format!("--{LINE}--\r\n").bytes());
    body
}

impl Scene {
    async fn send(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
        let csrf = self.browser.csrf().await;
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend_from_slice(fields);
        self.raw(path, Body::from(multipart(&all, files)), None).await
    }

    async fn raw(&self, path: &str, body: Body, length: Option<u64>) -> Answer {
        let mut request = Request::post(path)
            .header(header::HOST, HOST)
            .header(header::ORIGIN, format!("http://{HOST}"))
            .header(header::COOKIE, format!("holdfast={}", self.browser.cookie("holdfast").unwrap()))
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={LINE}"));
        if let Some(length) = length {
            request = request.header(header::CONTENT_LENGTH, length);
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    fn path(&self, page: &str) -> String {
        format!("/cases/{}/{page}", self.family.case)
    }

    async fn attach(&self, title: &str, name: &str, bytes: &[u8]) -> Answer {
        self.send(&self.path("attach"), &[("title", title), ("what", "letter")], &[(name, bytes)]).await
    }

    async fn clean(&self) {
        let report = self.world.store.verify(None).await.unwrap();
        assert!(report.is_clean(), "{:?}", report.findings);
    }
}

#[tokio::test]
async fn a_document_is_kept_shown_and_handed_out_as_it_came() {
    let scene = scene().await;
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend((0..270_000_u32).map(|n| u8::try_from(n % 251).unwrap()));
    let done = scene.attach("Police report", "../her address.jpg", &bytes).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(done.location().contains("told=name-differs"), "{}", done.location());
    let entry = scene.browser.get(done.location()).await;
    for said in [
        "Police report",
        "PDF",
        "270 kB",
        "her address.jpg",
        "Its name says something else",
        &blake3::hash(&bytes).to_hex(),
    ] {
        assert!(entry.body.contains(said), "{said}");
    }
    let at = done.location().split('?').next().unwrap().to_owned();
    let file = scene.browser.get(&format!("{at}/file")).await;
    assert_eq!(file.status, StatusCode::OK);
    let disposition = file.header("content-disposition").to_owned();
    assert!(
        disposition.starts_with("attachment; filename=\"document-") && disposition.ends_with(".pdf\""),
        "{disposition}"
    );
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(file.header("content-security-policy").starts_with("sandbox;"));
    assert_eq!(file.header("content-length"), bytes.len().to_string());
    assert_eq!(file.body, String::from_utf8_lossy(&bytes));
    assert!(scene.browser.get(&scene.path("notes")).await.body.contains("Police report"));
    scene.clean().await;
    // Said anew, the file stays; whoever does not work the case has nothing of it.
    let form = scene.browser.get(&format!("{at}/revise")).await;
    assert_eq!(form.status, StatusCode::OK);
    let stranger = scene.world.account("zoe", &[AccountRole::Practitioner]).await;
    let stranger = scene.browser.another().signed_in(&scene.world, stranger.account()).await;
    assert_eq!(stranger.get(&format!("{at}/file")).await.status, StatusCode::NOT_FOUND);
    let (operator, case) = (scene.world.operator(), scene.family.case);
    let exported = scene.world.app.export(&operator, case).await.unwrap();
    assert!(exported.contains(&blake3::hash(&bytes).to_hex().to_string()) && !exported.contains("%PDF"));
    assert_eq!(scene.world.app.missing_files(&operator).await.unwrap(), []);
}

#[tokio::test]
async fn what_could_run_is_refused_or_handed_out_as_bytes() {
    let scene = scene().await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let done = scene.attach("Drawing", "drawing.svg", svg).await;
    assert!(done.location().contains("told=active"), "{}", done.location());
    let at = done.location().split('?').next().unwrap().to_owned();
    let file = scene.browser.get(&format!("{at}/file")).await;
    assert_eq!(file.header("content-type"), "application/octet-stream");
    assert!(file.header("content-disposition").ends_with(".bin\""));
    let program = scene.attach("Program", "photo.jpg", b"MZ\x90\0rest of it").await;
    assert_eq!(program.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(program.body.contains("program or a script") && program.body.contains("value=\"Program\""));
    let nothing = scene.attach("Nothing", "empty.pdf", b"").await;
    assert!(nothing.body.contains("nothing in this file"));
    let none = scene.send(&scene.path("attach"), &[("title", "No file")], &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.body.contains("Choose a file.") && none.body.contains("value=\"No file\""));
    let untitled =
        scene.send(&scene.path("attach"), &[("what", "letter of hers")], &[("a.pdf", b"%PDF-1.4")]).await;
    assert_eq!(untitled.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(untitled.body.contains("letter of hers") && untitled.body.contains("Choose the file again"));
    scene.clean().await;
}

#[tokio::test]
async fn what_is_too_large_is_refused_before_it_has_come_and_while_it_comes() {
    let scene = scene().await;
    // Two gigabytes are announced: refused without reading any of them.
    let early = scene.raw(&scene.path("attach"), Body::from("never looked at"), Some(2_000_000_000)).await;
    assert_eq!(early.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(early.header("connection"), "close");
    assert!(early.body.contains("300 kB at most"), "{}", early.body);
    let bytes = vec![b'a'; 300_001];
    let late = scene.attach("Long text", "long.txt", &bytes).await;
    assert_eq!(late.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(late.body.contains("larger than 300 kB") && late.body.contains("value=\"Long text\""), "{}", late.body);
    // The connection ends in the middle.
    let whole =
        multipart(&[("csrf", &scene.browser.csrf().await), ("title", "Half")], &[("a.txt", &[b'a'; 200_000])]);
    let half = scene.raw(&scene.path("attach"), Body::from(whole[..100_000].to_vec()), None).await;
    assert_eq!(half.status, StatusCode::BAD_REQUEST);
    assert!(half.body.contains("before the whole file had come"));
    scene.clean().await;
    assert_eq!(scene.attach("Just right", "right.txt", &bytes[..300_000]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn without_the_token_nothing_of_a_file_is_taken_in() {
    let scene = scene().await;
    let body = multipart(&[("csrf", "wrong"), ("title", "Her words")], &[("a.txt", b"hello")]);
    let answer = scene.raw(&scene.path("attach"), Body::from(body), None).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    // What was typed before the file is not lost.
    assert!(answer.body.contains("Her words"));
    scene.browser.forget("holdfast");
    scene.browser.remember("holdfast", "ended");
    let body = multipart(&[("csrf", "of-before"), ("title", "Her words")], &[("a.txt", b"hello")]);
    let answer = scene.raw(&scene.path("attach"), Body::from(body), None).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(!answer.body.contains("hello"));
}

const CHRONOLOGY: &str = "Date,What he did,Who,To whom,Effect,Child,What she did\n\
    03/04/2024,reads her phone,Dad,Sara,does not sleep,Lena,hides it\n\
    05/06/2024,takes the key,Dad,Sara,,,\n";

#[tokio::test]
async fn a_spreadsheet_is_mapped_looked_at_and_brought_in() {
    let scene = scene().await;
    let sent = scene.send(&scene.path("import"), &[], &[("old chronology.csv", CHRONOLOGY.as_bytes())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let address = sent.location().to_owned();
    let page = scene.browser.get(&address).await;
    assert!(page.body.contains("reads her phone") && page.body.contains("old chronology.csv"));
    // Guessed from the headings, and still there after the session has ended and begun again.
    assert!(page.body.contains("<option value=\"What he did\" selected>"), "the guess");
    assert!(scene.browser.get("/work").await.body.contains("A file to bring in"));
    let fields = |page: &Answer| -> Vec<(String, String)> {
        let mut fields = page.hidden();
        for part in page.body.split("<select ").skip(1) {
            let name = between(part, "name=\"", "\"").unwrap();
            let chosen = part.split("</select>").next().unwrap();
            let value = chosen
                .split("<option ")
                .skip(1)
                .find(|option| option.contains(" selected"))
                .and_then(|option| between(option, "value=\"", "\""))
                .unwrap_or("");
            fields.push((name.to_owned(), value.to_owned()));
        }
        fields
    };
    let post = |fields: Vec<(String, String)>, more: Vec<(&'static str, String)>| {
        let path = scene.path("import/plan");
        let scene = &scene;
        async move {
            let mut all: Vec<(String, String)> = fields
                .into_iter()
                .filter(|(name, _)| name != "csrf" && !more.iter().any(|(new, _)| new == name))
                .collect();
            all.extend(more.into_iter().map(|(name, value)| (name.to_owned(), value)));
            let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            scene.browser.send(&path, &all).await
        }
    };
    let looked = post(fields(&page), vec![("check", "1".into())]).await;
    assert_eq!(looked.status, StatusCode::OK);
    assert!(
        looked.body.contains("Who is “Dad”?") && looked.body.contains("Which is it in this file?"),
        "{}",
        looked.body
    );
    assert!(!looked.body.contains("name=\"record\""), "nothing can be brought in before it is decided");
    let marek = scene.family.marek.to_string();
    let answers = vec![("person-0-is", marek), ("dates", "day_first".to_owned())];
    let mut check = answers.clone();
    check.push(("check", "1".into()));
    let ready = post(fields(&looked), check).await;
    assert!(ready.body.contains("Bring in 4 entries"), "{}", ready.body);
    let stream = store::StreamId::case(scene.family.case.0);
    let head = || scene.world.store.head(&stream);
    let before = head().await.unwrap();
    let mut record = answers;
    record.push(("record", "1".into()));
    let done = post(fields(&ready), record).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert_eq!(head().await.unwrap(), before + 5, "four entries, and where they came from");
    let map = scene.browser.get(&scene.path("map")).await;
    assert!(
        map.body.contains("reads her phone") && map.body.contains("From old records: old chronology.csv, row 2")
    );
    // The files are gone from where they waited, and the draft with them.
    assert!(!scene.browser.get("/work").await.body.contains("A file to bring in"));
    assert!(scene.browser.get(&address).await.body.contains("was brought in already"));
    scene.clean().await;
}

#[tokio::test]
async fn faults_are_named_and_can_be_taken_along() {
    let scene = scene().await;
    let text = "Date,What he did,Who,To whom\n3 March,=cmd(),Marek,Sara\n2024,shouts,Marek,\n";
    let sent = scene.send(&scene.path("import"), &[], &[("x.csv", text.as_bytes())]).await;
    let page = scene.browser.get(sent.location()).await;
    let mut fields: Vec<(String, String)> = page.hidden();
    for (column, heading) in [("date", "Date"), ("what", "What he did"), ("who", "Who"), ("whom", "To whom")] {
        fields.push((format!("col-{column}"), heading.to_owned()));
    }
    fields.push(("record".to_owned(), "1".to_owned()));
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .filter(|(name, _)| name != "csrf")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let refused = scene.browser.send(&scene.path("import/plan"), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("Row 2, column A") && refused.body.contains("Row 3, column D"),
        "{}",
        refused.body
    );
    let key =
        between(sent.location(), "draft=", "&").unwrap_or_else(|| sent.location().rsplit('=').next().unwrap());
    let file = scene.browser.get(&format!("{}?draft={key}", scene.path("import/faults"))).await;
    assert!(file.header("content-disposition").starts_with("attachment"));
    assert!(file.body.contains("\"x.csv\",\"2\",\"A\""), "{}", file.body);
    // Damaged files and files of other kinds say what they are.
    for (name, bytes, said) in [
        ("a.xlsx", &b"PK\x03\x04broken"[..], "damaged"),
        ("a.pdf", b"%PDF-1.4", "no text that can be read here"),
        ("a.csv", b"", "nothing in it"),
    ] {
        let sent = scene.send(&scene.path("import"), &[], &[(name, bytes)]).await;
        let page = scene.browser.get(sent.location()).await;
        assert!(page.body.contains(said), "{name}: {}", page.body);
    }
}

#[tokio::test]
async fn notes_come_in_together_and_a_bad_one_stays_behind() {
    let scene = scene().await;
    let files: [(&str, &[u8]); 3] = [
        ("2024-03-12 visit.txt", b"Lena was quiet at school."),
        ("call.txt", b"Date: 13 March 2024\nAuthor: J. Okafor\nThe school rang."),
        ("scan.pdf", b"%PDF-1.4"),
    ];
    let sent = scene.send(&scene.path("import"), &[], &files).await;
    let page = scene.browser.get(sent.location()).await;
    assert!(page.body.contains("scan.pdf"));
    let mut fields: Vec<(String, String)> = page.hidden();
    fields.push(("record".to_owned(), "1".to_owned()));
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .filter(|(name, _)| name != "csrf")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let done = scene.browser.send(&scene.path("import/plan"), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let notes = scene.browser.get(done.location()).await.body;
    assert!(
        notes.contains("Lena was quiet")
            && notes.contains("The school rang")
            && notes.contains("old records are in the case")
    );
}

#[tokio::test]
async fn a_file_is_checked_for_its_wording_and_forgotten() {
    let scene = scene().await;
    let said = b"Anna failed to protect Tom.\r\nShe was grabbed on Sunday.";
    let page = scene.send("/check", &[("document", ""), ("case", "")], &[("her <letter>.txt", said)]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(
        page.body.contains("her &lt;letter&gt;.txt") || page.body.contains("her &#60;letter&#62;.txt"),
        "the file is named"
    );
    assert!(page.body.contains("RSP101"), "its wording is marked");
    let request = Request::get(scene.path("documents/chronology?paper=letter"))
        .header(header::HOST, HOST)
        .header(header::COOKIE, format!("holdfast={}", scene.browser.cookie("holdfast").unwrap()));
    let word = scene.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let word = to_bytes(word.into_body(), usize::MAX).await.unwrap();
    assert!(word.starts_with(b"PK"));
    let page = scene.send("/check", &[("document", ""), ("case", "")], &[("chronology.docx", &word)]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("This is about the file") && page.body.contains("Chronology"), "{}", page.body);
    // text in the field alone, with no file chosen
    let page =
        scene.send("/check", &[("document", "Anna failed to protect Tom."), ("case", "")], &[("", b"")]).await;
    assert!(page.body.contains("RSP101") && !page.body.contains("This is about the file"));
    let page = scene.send("/check", &[("document", " "), ("case", "")], &[("", b"")]).await;
    assert!(page.body.contains("There is nothing to check yet"));
    scene.clean().await;
}

#[tokio::test]
async fn a_file_that_cannot_be_checked_says_why_and_the_typed_words_stay() {
    let scene = scene().await;
    let large = vec![b'a'; 300_001];
    for (name, bytes, status, why) in [
        ("a.docx", b"PK\x03\x04 not a zip".as_slice(), StatusCode::UNPROCESSABLE_ENTITY, "damaged"),
        ("a.doc", b"\xD0\xCF\x11\xE0".as_slice(), StatusCode::UNPROCESSABLE_ENTITY, "old kind"),
        ("a.pdf", b"%PDF-1.7".as_slice(), StatusCode::UNPROCESSABLE_ENTITY, "no text that can be read"),
        ("empty.txt", b" ".as_slice(), StatusCode::UNPROCESSABLE_ENTITY, "nothing in it"),
        ("large.txt", large.as_slice(), StatusCode::PAYLOAD_TOO_LARGE, "larger than"),
    ] {
        let page =
            scene.send("/check", &[("document", "Her own words stay."), ("case", "")], &[(name, bytes)]).await;
        assert_eq!(page.status, status, "{name}");
        assert!(page.body.contains(why), "{name}: {}", page.body);
        assert!(page.body.contains("Her own words stay."), "{name}");
    }
}
