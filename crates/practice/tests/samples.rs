//! Every version of every event that was ever written can still be read. A sample, once here, never changes: a journal
//! somewhere holds the like.

use practice::event::{CaseEvent, DecodeError};
use practice::kinds::Kind;
use std::collections::BTreeSet;
use std::path::Path;

/// Tags with the version in which this Holdfast writes them.
const WRITTEN: [(&str, u16); 10] = [
    ("allocated", 1),
    ("case_opened", 1),
    ("entry", 1),
    ("erasure_asked", 1),
    ("erasure_dropped", 1),
    ("expunged", 1),
    ("held", 1),
    ("hold_lifted", 1),
    ("imported", 1),
    ("unallocated", 1),
];

/// The samples: `TAG.VERSION.WHAT.json`.
fn samples() -> Vec<(String, u16, String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let parts: Vec<&str> = name.split('.').collect();
        let [tag, version, what, "json"] = parts.as_slice() else { panic!("{name} is no sample") };
        found.push((
            (*tag).to_owned(),
            version.parse().unwrap(),
            (*what).to_owned(),
            std::fs::read(&path).unwrap(),
        ));
    }
    found.sort();
    found
}

#[test]
fn every_sample_is_read_and_the_present_version_written_the_same() {
    for (tag, version, what, payload) in samples() {
        let event =
            CaseEvent::decode(&tag, version, &payload).unwrap_or_else(|e| panic!("{tag}.{version}.{what}: {e}"));
        assert_eq!(event.tag(), tag);
        if version == event.version() {
            let written = String::from_utf8(event.encode().unwrap()).unwrap();
            let sample: serde_json::Value = serde_json::from_slice(&payload).unwrap();
            let again: serde_json::Value = serde_json::from_str(&written).unwrap();
            assert_eq!(again, sample, "{tag}.{version}.{what}: a payload has changed; give it a new version");
        }
    }
}

#[test]
fn there_is_a_sample_of_every_tag_kind_and_change() {
    let samples = samples();
    for (tag, version) in WRITTEN {
        assert!(samples.iter().any(|(t, v, ..)| t == tag && *v == version), "no sample of {tag} {version}");
    }
    let (mut kinds, mut changes) = (BTreeSet::new(), BTreeSet::new());
    for (tag, version, _, payload) in &samples {
        if let CaseEvent::Entry(revision) = CaseEvent::decode(tag, *version, payload).unwrap() {
            kinds.extend(revision.content().map(|content| content.body.kind().code()));
            let value: serde_json::Value = serde_json::from_slice(payload).unwrap();
            let change = &value["change"];
            let name =
                change.as_str().or_else(|| change.as_object().and_then(|o| o.keys().next().map(String::as_str)));
            changes.insert(name.unwrap().to_owned());
        }
    }
    for kind in Kind::ALL {
        assert!(kinds.contains(kind.code()), "no sample of {kind:?}");
    }
    let all = ["recorded", "reinstated", "relabelled", "revised", "withdrawn"];
    assert_eq!(changes.iter().map(String::as_str).collect::<Vec<_>>(), all);
}

/// The controls: what is not known, or not whole, is refused and says so.
#[test]
fn what_comes_from_a_newer_holdfast_or_is_damaged_is_refused() {
    for (tag, version, what, payload) in samples() {
        let newer = CaseEvent::decode(&tag, 9_999, &payload).unwrap_err();
        assert!(matches!(newer, DecodeError::Newer { .. }), "{newer}");
        assert!(newer.to_string().contains("newer Holdfast"), "{newer}");
        let cut = &payload[..payload.len() / 2];
        let broken = CaseEvent::decode(&tag, version, cut).unwrap_err();
        assert!(matches!(broken, DecodeError::Broken { .. }), "{tag}.{version}.{what}");
    }
    let unknown = CaseEvent::decode("no_such_tag", 1, b"{}").unwrap_err();
    assert!(matches!(unknown, DecodeError::Newer { .. }));
    let field = br#"{"account":"01935d00-0000-7000-8000-000000000001","relation":"allocated","since":"2026-01-01T00:00:00Z","by":"01935d00-0000-7000-8000-000000000002","more":1}"#;
    assert!(CaseEvent::decode("allocated", 1, field).is_err(), "an unknown field");
}
