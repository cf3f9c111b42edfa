//! Nothing readable on the disk: a canary in every field, and every byte of every file searched.

use std::{fs, path::Path};

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use store::{Access, Append, DraftKey, DraftPut, Outcome, StreamId};

use crate::support::{Place, append, card, event, sealed, uuid};

const CANARIES: [&str; 7] = [
    "Zażółć-gęślą-ordinary",
    "Mühlenstraße-17-sealed",
    "half-typed-draft-before-a-case",
    "half-typed-draft-of-a-case",
    "session-of-Agnieszka",
    "card-of-أولا-and-Jan",
    "agency-and-people-registry",
];

/// The canary in the encodings in which careless code leaves things lying about.
fn forms(canary: &str) -> Vec<(String, Vec<u8>)> {
    let bytes = canary.as_bytes();
    let mut forms = vec![
        ("UTF-8".to_owned(), bytes.to_vec()),
        ("UTF-16LE".to_owned(), canary.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("UTF-16BE".to_owned(), canary.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ("hex".to_owned(), bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()),
    ];
    // Base64 looks different depending on where in a group of three the text begins.
    for offset in 0..3 {
        let mut shifted = vec![0; offset];
        shifted.extend_from_slice(bytes);
        let text = STANDARD_NO_PAD.encode(&shifted).into_bytes();
        let inner = text[(offset * 8).div_ceil(6)..text.len() - 1].to_vec();
        forms.push((format!("base64+{offset}"), inner));
    }
    forms
}

fn finds(dir: &Path) -> Vec<String> {
    let mut files: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    // Also what is deleted but still open.
    for entry in fs::read_dir("/proc/self/fd").into_iter().flatten().flatten() {
        if fs::read_link(entry.path()).is_ok_and(|target| target.starts_with(dir)) {
            files.push(entry.path());
        }
    }
    let mut found = Vec::new();
    for file in files {
        let bytes = fs::read(&file).unwrap();
        for canary in CANARIES {
            for (form, needle) in forms(canary) {
                if bytes.windows(needle.len()).any(|window| window == needle) {
                    found.push(format!("{canary} as {form} in {}", file.display()));
                }
            }
        }
    }
    found
}

#[tokio::test]
async fn no_field_is_readable_in_any_file() {
    let (place, store) = Place::new().await;
    let case = StreamId::case(uuid(1));
    let (owner, key) = (uuid(9), DraftKey(uuid(50)));
    let [ordinary, hidden, early, late, session, name, registry] = CANARIES;
    for (key, case, text) in [(key, None, early), (DraftKey(uuid(51)), Some(case.id), late)] {
        store.draft_put(DraftPut { owner, key, case, version: 1, content: text.into() }).await.unwrap();
    }
    let entry = Append {
        drafts_done: vec![(owner, key)],
        index: vec![card(case.id, 2, name)],
        ..append(case, 0, vec![event(ordinary), sealed(hidden)])
    };
    store.append(entry).await.unwrap();
    for kind in [store::StreamKind::Agency, store::StreamKind::User, store::StreamKind::People] {
        store.append(append(StreamId { kind, id: uuid(3) }, 0, vec![event(registry)])).await.unwrap();
    }
    // A file of several pieces with the canary in each, recorded, waiting and broken off.
    let paper = ordinary.repeat(700_000 / ordinary.len());
    for (n, class) in [(0, store::KeyClass::Ordinary), (1, store::KeyClass::Sealed)] {
        let mut incoming = store.file_begin(case.id, class);
        incoming.write(paper.as_bytes()).await.unwrap();
        if n == 0 {
            incoming.finish(i64::MAX - 1).await.unwrap();
        }
    }
    store.session_put([7; 32], owner, i64::MAX, session.into()).await.unwrap();
    let (view, purpose) = ("case/map".into(), "direct_work".into());
    store
        .log_access(Access { who: owner, stream: Some(case), view, purpose, outcome: Outcome::Shown })
        .await
        .unwrap();
    store.index_put(vec![card(case.id, 3, name)]).await.unwrap();
    assert_eq!(finds(&place.data()), Vec::<String>::new(), "while open, with the log beside it");
    let sizes: u64 = fs::read_dir(place.data()).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum();
    assert!(sizes > 50_000, "control: there was something to search");
    store.close().await;
    assert_eq!(finds(&place.data()), Vec::<String>::new(), "closed, the log folded into the database");
}

#[tokio::test]
async fn the_search_finds_what_is_planted() {
    let (place, store) = Place::new().await;
    for (form, bytes) in forms(CANARIES[0]) {
        let planted = place.data().join("planted");
        let mut around = vec![b'~'; 5_000];
        around.extend_from_slice(&bytes);
        around.extend_from_slice(&[b'~'; 100]);
        fs::write(&planted, around).unwrap();
        let found = finds(&place.data());
        assert!(found.iter().any(|one| one.contains(&form)), "{form} not found");
        fs::remove_file(&planted).unwrap();
    }
    // And in the database itself, through a field that is stored in clear.
    let raw = rusqlite::Connection::open(place.database()).unwrap();
    raw.execute("INSERT INTO meta (name, value) VALUES ('canary', $1)", [CANARIES[1].as_bytes()]).unwrap();
    assert!(!finds(&place.data()).is_empty());
    drop(store);
}
