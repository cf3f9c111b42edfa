//! Opening: the right key, the wrong one, none, another store's, and folders that are not a store.

use std::{fs, path::Path};

use store::{OpenError, Passphrase, Store, StreamId, Unlock, write_new_key_file};

use crate::support::{Place, System, append, event, options, texts, uuid};

async fn refusal(dir: &Path, unlock: Unlock) -> OpenError {
    Store::open(options(dir, unlock, false)).await.expect_err("must be refused")
}

#[tokio::test]
async fn a_passphrase_opens_the_store_it_was_chosen_for() {
    let root = tempfile::tempdir().unwrap();
    let words = |text: &str| Unlock::Passphrase(Passphrase::new(text.to_owned()));
    let case = StreamId::case(uuid(1));
    let store = Store::open(options(root.path(), words("zielony kot na dachu"), true)).await.unwrap();
    store.append(append(case, 0, vec![event("kept")])).await.unwrap();
    store.close().await;
    let wrong = refusal(root.path(), words("zielony kot na dachU")).await;
    assert!(matches!(wrong, OpenError::PassphraseWrong), "{wrong}");
    let store = Store::open(options(root.path(), words("zielony kot na dachu"), false)).await.unwrap();
    assert_eq!(texts(&store, case).await, ["kept"]);
    let key = root.path().join("../passphrase-store.key");
    let key = Unlock::KeyFile(key);
    let other = refusal(root.path(), key).await;
    assert!(matches!(other, OpenError::OtherUnlock { need: "passphrase" }), "{other}");
    assert!(!format!("{:?}", words("zielony kot")).contains("kot"), "never printed");
}

#[tokio::test]
async fn each_key_trouble_has_its_own_message_that_says_how_to_mend_it() {
    let (place, store) = Place::new().await;
    store.close().await;
    let (dir, root) = (place.data(), place.root.path());
    let file = |name: &str| Unlock::KeyFile(root.join(name));

    let missing = refusal(&dir, file("nowhere.key")).await;
    assert!(matches!(missing, OpenError::KeyMissing { .. }));

    write_new_key_file(&root.join("other.key"), &dir, &System).unwrap();
    let foreign = refusal(&dir, file("other.key")).await;
    assert!(matches!(foreign, OpenError::KeyOfAnotherInstance { .. }));

    let good = fs::read_to_string(place.key()).unwrap();
    let mut damaged = Vec::new();
    let flipped = if good.as_bytes()[20] == b'a' { "b" } else { "a" };
    let mut mistyped = good.clone();
    mistyped.replace_range(20..21, flipped);
    for text in
        [String::new(), "a photo of the key".into(), good.chars().take(40).collect(), mistyped, format!("{good} x")]
    {
        fs::write(root.join("bad.key"), &text).unwrap();
        let wrong = refusal(&dir, file("bad.key")).await;
        assert!(matches!(wrong, OpenError::KeyWrong { .. }), "{text}: {wrong}");
        damaged.push(wrong.to_string());
    }

    let words = refusal(&dir, Unlock::Passphrase(Passphrase::new("words".into()))).await;
    assert!(matches!(words, OpenError::OtherUnlock { need: "key file" }));

    let mut messages = vec![missing.to_string(), foreign.to_string(), words.to_string(), damaged.remove(0)];
    let secret = good.split_whitespace().nth(1).unwrap();
    for message in &messages {
        assert!(message.ends_with('.') && !message.contains(secret), "{message}");
    }
    messages.dedup();
    assert_eq!(messages.len(), 4, "each its own");
    Store::open(options(&dir, Unlock::KeyFile(place.key()), false)).await.expect("control: the right key opens");
}

#[tokio::test]
async fn a_store_of_a_newer_holdfast_is_left_alone() {
    let (place, store) = Place::new().await;
    store.close().await;
    let newer = 99_i64.to_le_bytes();
    place.raw().execute("UPDATE meta SET value = $1 WHERE name = 'format'", &[newer.as_slice().into()]).unwrap();
    let newer = place.open().await.unwrap_err();
    assert!(matches!(newer, OpenError::NewerFormat { found: 99, known: 1, .. }), "{newer}");
}
