//! Nothing readable in a backup: not even the ciphertext of the store, and no id of a case.

use std::{fs, path::Path};

use store::{DraftKey, DraftPut, KeyClass};
use uuid::Uuid;

use crate::support::{World, case, record};

const CANARY: &str = "Zażółć gęślą jaźń, Mühlenstraße 17";

fn all(dir: &Path, out: &mut Vec<u8>) {
    for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            all(&entry.path(), out);
        } else {
            out.extend(fs::read(entry.path()).unwrap());
            out.extend(entry.file_name().to_str().unwrap().as_bytes());
        }
    }
}

fn has(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[tokio::test]
async fn neither_words_nor_cases_are_readable() {
    let world = World::new().await;
    let family = case(0x0193_5555_7777_7000_8000_1234_5678_9abc);
    record(&world.store, family, CANARY).await;
    let draft = DraftPut {
        owner: Uuid::from_u128(9),
        key: DraftKey(Uuid::from_u128(5)),
        case: Some(family.id),
        version: 1,
        content: CANARY.into(),
    };
    world.store.draft_put(draft).await.unwrap();
    let mut incoming = world.store.file_begin(family.id, KeyClass::Ordinary);
    incoming.write(CANARY.repeat(9_000).as_bytes()).await.unwrap();
    incoming.finish(i64::MAX - 1).await.unwrap();
    world.ship(0).await;
    let mut bytes = Vec::new();
    all(&world.path("backup"), &mut bytes);
    assert!(bytes.len() > 300_000, "control: there is something to search");
    let utf16: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for needle in [CANARY.as_bytes(), &utf16, family.id.as_bytes(), family.id.to_string().as_bytes()] {
        assert!(!has(&bytes, needle));
    }
    assert!(has(&bytes, world.store.instance().to_string().as_bytes()), "control: what is readable is found");
    // Control: opened, a part of the backup does name the case.
    world.restore("restored", None).await.unwrap();
    let mut bytes = Vec::new();
    all(&world.path("restored"), &mut bytes);
    assert!(has(&bytes, family.id.as_bytes()) && !has(&bytes, CANARY.as_bytes()));
}
